"""Blocks become Markdown: one small function a role. Each block of the seed carries its id and the class `seed`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from dossier.model import Block
from dossier.write.annotate import Annotated
from dossier.write.escape import Safe, attribute
from dossier.write.literal import code, table
from dossier.write.view import HEAD

SEED = "seed"
"""The class of every element whose text is the seed's own; the laws' tests read pages by it."""
DECIMAL = re.compile(r"\(?(?P<number>\d{1,9})[.)]?")
DEEPEST = 6
STEP = "    "
"""python-markdown nests a list by four spaces."""

Renderer = Callable[[Annotated, Sequence[Block]], str]


def label(block: Block, extra: str = "") -> str:
    """The attribute list of a block."""
    role = "" if block.role == "paragraph" else f" .d-{block.role}"
    return f"{{ #{block.id} .{SEED}{role}{' ' + extra if extra else ''} }}"


def pin(block: Block) -> str:
    """The permanent link of a passage; the page's head is led to by the page itself. A script makes it a menu."""
    return "" if block.role in HEAD else f'[](#{block.id}){{ .d-pin data-made aria-label="Link to this passage" }}'


def paragraph(page: Annotated, block: Block, before: str = "", after: str = "") -> str:
    """One paragraph; `before` and `after` are our own words on the same line."""
    return f"{before}{page.line(block)}{after}{pin(block)}\n{label(block)}"


def paragraphs(page: Annotated, run: Sequence[Block]) -> str:
    """Paragraphs of any role."""
    return "\n\n".join(paragraph(page, block) for block in run)


def headings(page: Annotated, run: Sequence[Block]) -> str:
    """Headings below the page's one title: the seed's highest level becomes the second."""
    used = [block.level for block in page.view.body if block.role == "heading"]
    shift = 2 - max(min(used, default=1), 1)
    lines = []
    for block in run:
        level = min(max(block.level + shift, 2), DEEPEST)
        lines.append(f"{'#' * level} {page.line(block)} {label(block)}")
    return "\n\n".join(lines)


def quotations(page: Annotated, run: Sequence[Block]) -> str:
    """Paragraphs that the seed sets apart as quoted."""
    inner = "\n\n".join(paragraph(page, block) for block in run)
    return "\n".join(f"> {line}" if line else ">" for line in inner.split("\n"))


def lists(page: Annotated, run: Sequence[Block]) -> str:
    """A list; a number that the seed gives stays that number, and any other sign of order is shown."""
    lines, depth = [], 0
    counted = numbered(run)
    for block in run:
        depth = min(max(block.level, 1), depth + 1)
        indent = STEP * (depth - 1)
        number = DECIMAL.fullmatch(block.ordinal)
        if depth in counted and number:
            lines.append(f"{indent}1. {page.line(block)}{pin(block)}")
            value = int(number["number"])
            lines.append(f"{indent}   {label(block, f'value={value}')}")
        else:
            sign = f'<span class="d-ordinal" data-made="">{attribute(block.ordinal)}</span> ' if block.ordinal else ""
            lines.append(f"{indent}- {sign}{page.line(block)}{pin(block)}")
            lines.append(f"{indent}  {label(block, '.d-ordered' if sign else '')}")
    return "\n".join(lines)


def numbered(run: Sequence[Block]) -> set[int]:
    """The depths of a list at which every item has a number."""
    depths: dict[int, bool] = {}
    depth = 0
    for block in run:
        depth = min(max(block.level, 1), depth + 1)
        depths[depth] = depths.get(depth, True) and bool(DECIMAL.fullmatch(block.ordinal))
    return {depth for depth, every in depths.items() if every}


def literal(page: Annotated, run: Sequence[Block]) -> str:
    """Code and tables as they are laid out in the seed."""
    shown = []
    for block in run:
        words = page.view.document.words(block)
        attributes = f'id="{block.id}" class="{SEED} d-{block.role}"'
        shown.append(code(words, attributes) if block.role == "code" else table(block, words, attributes))
    return "\n\n".join(shown)


RENDERERS: dict[str, Renderer] = {
    "heading": headings,
    "bullet": lists,
    "blockquote": quotations,
    "table": literal,
    "code": literal,
}
"""How runs of blocks of one role are set; every other role is set as paragraphs."""


def render(page: Annotated, blocks: Iterable[Block]) -> Safe:
    """Blocks in the given order as Markdown."""
    visible = (block for block in blocks if page.view.document.words(block).strip())
    runs = [(role, tuple(run)) for role, run in groupby(visible, key=lambda block: block.role)]
    return Safe("\n\n".join(RENDERERS.get(role, paragraphs)(page, run) for role, run in runs))
