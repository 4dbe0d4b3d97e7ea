"""Tables of data as one block each: cells parted by `|`, rows by line ends. A table that lays a page out is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.clean.draft import Bit
from dossier.clean.html.nodes import Element
from dossier.clean.html.runs import Page, Run, Span, Spot
from dossier.clean.html.weights import weigh

CELLS = frozenset({"td", "th"})
FEWEST_CELLS = 4
LONGEST_CELL = 500
"""Letters of one cell from which it holds a text."""
LONG_CELL = 160
"""Letters of a cell on average, from which a table lays out running text."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data: its cells in page order, each with its row, and its runs `low` to `high`."""

    cells: tuple[tuple[Element, Element | None], ...]
    low: int
    high: int

    @property
    def headed(self) -> bool:
        """Whether all cells of the first row are heads."""
        first = self.cells[0][1]
        return all(cell.tag == "th" for cell, row in self.cells if row is first)


def tables(page: Page) -> Iterator[Table]:
    """The tables of data of a page, those inside others left out."""
    until = -1
    nested = {spot.parent for spot in page.spots if spot.element.tag == "table"}
    holders = set()
    for parent in nested:
        at = parent
        while at >= 0 and at not in holders:
            holders.add(at)
            at = page.spots[at].parent
    for number, spot in enumerate(page.spots):
        if number > until and spot.element.tag == "table" and number not in holders:
            until = spot.last
            table = data(page, number, spot)
            if table:
                yield table


def data(page: Page, number: int, spot: Spot) -> Table | None:
    """The table at a place, if it holds data."""
    if spot.element.get("role").lower() in {"presentation", "none"}:
        return None
    found = [each for each in page.spots[number : spot.last + 1] if each.element.tag in CELLS]
    cells = tuple((each.element, each.element.parent) for each in found)
    rows = {id(row) for _, row in cells}
    if len(cells) < FEWEST_CELLS or len(rows) < 2 or len(cells) < 2 * len(rows) - 1:  # noqa: PLR2004 - rows and columns
        return None
    low, high = found[0].low, found[-1].high
    if any(sum(len(run.text) for run in page.runs[each.low : each.high]) > LONGEST_CELL for each in found):
        return None
    letters = sum(len(run.text) for run in page.runs[low:high])
    filled = sum(1 for each in found if each.high > each.low)
    heads = any(cell.tag == "th" for cell, _ in cells)
    if not heads and 2 * sum(holds_text(page, each) for each in found) >= len(rows):
        return None
    if low >= high or letters > LONG_CELL * max(filled, 1) * (2 if heads else 1):
        return None
    return Table(cells, low, high)


def holds_text(page: Page, cell: Spot) -> bool:
    """Whether a cell holds several paragraphs: a page of a transcript beside the numbers of its lines."""
    return sum(bool(weigh(run).prose) for run in page.runs[cell.low : cell.high]) > 1


def table_run(page: Page, table: Table, rules: Sequence[str], between: Sequence[Bit]) -> Run:
    """One run of all the cells of a table; `between` are the tags and white space among them."""
    made = Run(table.cells[0][0], kind="table")
    setting = Rows(made, separators(table), [cell.start for cell, _ in table.cells])
    order: list[tuple[int, Bit | Run, str]] = [(bit.span.start, bit, "") for bit in between]
    order += [(page.runs[n].start, page.runs[n], rules[n]) for n in range(table.low, table.high)]
    for at, piece, rule in sorted(order, key=lambda each: each[0]):
        if isinstance(piece, Bit):
            setting.tag(piece, at)
        elif rule:
            made.bits += [
                bit if bit.role else replace(bit, text="", role="boilerplate", rule=rule) for bit in piece.bits
            ]
        else:
            setting.words(piece)
    return made


@dataclass(slots=True)
class Rows:
    """A table while its cells are set one after another."""

    made: Run
    signs: dict[int, str]
    starts: Sequence[int]
    cell: int = -1
    """The place of the cell whose words were set last."""

    def tag(self, bit: Bit, at: int) -> None:
        """A tag between words; a cell's stands for its separator."""
        sign = self.signs.get(at, "") if bit.role == "markup" else ""
        if not self.made.text:
            sign = sign.lstrip("\n")
        self.made.bits.append(Bit(bit.span, sign) if sign else bit)
        self.made.text += sign

    def words(self, run: Run) -> None:
        """The words of a cell, after a space where the cell holds more."""
        made, cell = self.made, bisect_right(self.starts, run.first)
        if cell == self.cell and made.bits and made.bits[-1].role is not None:
            made.bits[-1] = Bit(made.bits[-1].span, " ")
            made.text += " "
        size = len(made.text)
        made.spans += [Span(s.kind, s.element, s.start + size, s.end + size) for s in run.spans]
        made.bits += run.bits
        made.text += run.text
        made.linked += run.linked
        self.cell = cell


def shared(rest: Sequence[Bit], ranges: Sequence[tuple[int, int]]) -> tuple[list[Bit], list[list[Bit]]]:
    """The bits outside all ranges of the seed, and those inside each. Both are in order, the ranges apart."""
    outside: list[Bit] = []
    inside: list[list[Bit]] = [[] for _ in ranges]
    turn = 0
    for bit in rest:
        while turn < len(ranges) and ranges[turn][1] <= bit.span.start:
            turn += 1
        within = turn < len(ranges) and ranges[turn][0] <= bit.span.start
        (inside[turn] if within else outside).append(bit)
    return outside, inside


def reach(page: Page, table: Table) -> tuple[int, int]:
    """The seed's range that a table's cells cover."""
    return min(page.runs[table.low].start, table.cells[0][0].start), page.runs[table.high - 1].end


def separators(table: Table) -> dict[int, str]:
    """What stands before each cell, by the place of its tag."""
    made: dict[int, str] = {}
    before: Element | None = None
    for number, (cell, row) in enumerate(table.cells):
        opens = row is not before or number == 0
        empty = cell.inner_end <= cell.inner
        made[cell.start] = ("\n|" if empty else "\n") if opens else " | "
        before = row
    return made
