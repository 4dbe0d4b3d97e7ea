"""Plain text into drafts: paragraphs, bullets, verse and drawings, told apart by how their lines are set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.clean.datelines import only_date
from dossier.clean.draft import Bit, Draft
from dossier.clean.lines import Line
from dossier.clean.wrap import TERMINAL, Wrapping, continues, hyphen_is_soft
from dossier.ids import ascii_of
from dossier.model import Role
from dossier.sourcemap import SeedSpan

BULLET = re.compile(
    r"^(\s*)([\u2022\u2023\u25e6\u25aa\u25cf\u25cb\u00b7\u2043\u2219\u27a2\u2713\uf0b7]|[-*+o\u2013](?=\s))\s+(?=\S)"
)
HEADING = re.compile(r"^(#{1,6})[ \t]+(?=\S)")
STROKES = b"+|=<>^_\\/*#{}~[]-"
DRAWN = re.compile(f"[{re.escape(STROKES.decode())}]")
COLUMNS = re.compile(r"(?:(?<!\s)\s{3,}+|(?<!\t)\t++)\S")
"""A gap between two columns of a line without margins; it begins with its white space, which makes it quick."""
CODE_LINE = re.compile(r"^[{}]+$|[=)\w\]]\s*[;{]$")
CODE_ENDS = ("{", "}", ";")
LEADERS = re.compile(r"(?:(?<!\.)\.{4,}+|(?<!\. )(?:\. ){4,}+)\s*+(?:\d{1,4}|[ivxl]{1,6})?+\s*+$")
"""The dots of a list of contents, before its page number; not the "...." of a quotation."""
NOTE_START = re.compile(r"^\s*(?:\[\^?\w{1,6}\]|\[Footnote\b|\d{1,3}[.)]\s)")
SHORT_LINES = 0.8
"""Verse is narrower than this share of the width."""
SHORTEST_VERSE, LONGEST_VERSE = 2, 60
"""Lines of a stanza."""
INDENTS = range(2, 11)
"""Columns by which the first line of a paragraph stands in."""
RULE = re.compile(r"^\s*([-=_*\u2014\u2013\u2500~.\u00b7#]\s*){3,}$")
DASH_END = re.compile(r"\S[-\u2010\u2013\u2014]$")
"""A line that ends in a dash goes on without a space."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the lines of one document have in common."""

    wrapping: Wrapping
    vocabulary: frozenset[str]
    markdown: bool = False


def groups(lines: Sequence[Line], skip: frozenset[int]) -> Iterable[list[Line]]:
    """Runs of lines with no blank line between; lines in `skip` are not there at all."""
    run: list[Line] = []
    for line in lines:
        if line.number in skip:
            continue
        if line.blank:
            if run:
                yield run
            run = []
        else:
            run.append(line)
    if run:
        yield run


def drafts_of(run: Sequence[Line], setting: Setting) -> list[Draft]:
    """The blocks of one run of lines."""
    if drawing(run):
        return [preformatted(run, "drawing")]
    if verse(run, setting):
        return [verses(run)]
    made = []
    for lines in split(run, setting):
        made += set_lines(lines, setting)
    return made


def verse(run: Sequence[Line], setting: Setting) -> bool:
    """Whether a run is set line by line, as verse is: indented short lines of which none was wrapped."""
    if (
        not setting.wrapping
        or not SHORTEST_VERSE <= len(run) <= LONGEST_VERSE
        or any(BULLET.match(line.text) for line in run)
    ):
        return False
    width = setting.wrapping.width
    return all(line.indent > 1 and line.width < SHORT_LINES * width for line in run)


def verses(run: Sequence[Line]) -> Draft:
    """Verse keeps its line ends."""
    bits: list[Bit] = []
    for line in run:
        start = line.start + line.indent
        if bits:
            bits.append(Bit(SeedSpan(bits[-1].span.end, start), "\n"))
        bits.append(Bit(SeedSpan(start, line.start + line.width)))
    return Draft("blockquote", "verse", tuple(bits))


def drawing(run: Sequence[Line]) -> bool:
    """Whether a run is a diagram, a table or a list of contents, whose spaces and line ends mean something."""
    drawn = sum(is_drawn(line.text) for line in run)
    return drawn * 2 > len(run) and (len(run) > 1 or bool(LEADERS.search(run[0].text)))


def is_drawn(text: str) -> bool:
    """Whether one line looks drawn: columns, dot leaders, or more strokes than letters."""
    body = text.strip()
    if (".." in body or ". ." in body) and LEADERS.search(body):
        return True
    # Columns need more than one space, or another kind: most lines have none, which is quickly told.
    if (("  " in body or not body.isprintable()) and COLUMNS.search(body)) or (
        body.endswith(CODE_ENDS) and CODE_LINE.search(body)
    ):
        return True
    # Strokes are counted first: most lines have few, and then their letters need no count.
    strokes = strokes_of(body)
    return strokes * 2 > len(body) - body.count(" ") and strokes > sum(c.isalnum() for c in body)


def strokes_of(text: str) -> int:
    """How many strokes of a drawing a text holds."""
    plain = ascii_of(text)
    return len(DRAWN.findall(text)) if plain is None else len(plain) - len(plain.translate(None, STROKES))


def split(run: Sequence[Line], setting: Setting) -> list[list[Line]]:
    """Part a run of lines where one block ends and the next begins."""
    parts: list[list[Line]] = [[run[0]]]
    for index in range(1, len(run)):
        if joined(parts[-1], run, index, setting) and not indented(parts[-1], run, index, setting):
            parts[-1].append(run[index])
        else:
            parts.append([run[index]])
    return parts


def joined(part: Sequence[Line], run: Sequence[Line], index: int, setting: Setting) -> bool:
    """Whether a line belongs to the block that stands before it."""
    before, line = run[index - 1], run[index]
    if BULLET.match(line.text) or HEADING.match(line.text) or RULE.match(line.text) or RULE.match(before.text):
        return False
    if HEADING.match(before.text) or only_date(line.text) or only_date(before.text):
        return False
    if BULLET.match(part[0].text) and line.indent > part[0].indent and setting.wrapping:
        return True
    if NOTE_START.match(line.text) and TERMINAL.search(before.text.rstrip()):
        return False
    return continues(run, index, setting.wrapping)


def indented(part: Sequence[Line], run: Sequence[Line], index: int, setting: Setting) -> bool:
    """Whether a line opens a paragraph by its indent alone: it stands in, the next one back out."""
    line, before = run[index], run[index - 1]
    if not setting.wrapping or BULLET.match(part[0].text):
        return False
    step = line.indent - before.indent
    if step not in INDENTS:
        return False
    return index + 1 >= len(run) or run[index + 1].indent < line.indent


def set_lines(lines: Sequence[Line], setting: Setting) -> list[Draft]:
    """One block, or the lines of a poem or address each for itself inside one block."""
    first = lines[0]
    heading = HEADING.match(first.text)
    if heading and setting.markdown and len(lines) == 1:
        return [marked(first, heading.end(), "heading", "heading-signs", level=len(heading[1]))]
    if RULE.match(first.text) and len(lines) == 1:
        return [syntax(first, "rule-line")]
    bullet = BULLET.match(first.text)
    if bullet:
        level = 1 + min(len(bullet[1].expandtabs(4)) // 6, 3)
        return [flow(lines, setting, "bullet", "bullet-sign", opening=bullet.end(), level=level)]
    return [flow(lines, setting, "paragraph", "paragraph")]


def flow(  # noqa: PLR0913 - the parts of one block
    lines: Sequence[Line], setting: Setting, role: Role, rule: str, *, opening: int = 0, level: int = 0
) -> Draft:
    """Lines joined into one block: each line end and indent reads as one space, a printer's hyphen is dropped."""
    bits: list[Bit] = []
    before: Line | None = None
    for line in lines:
        start, end = line.start + line.indent, line.start + line.width
        if before is None:
            sign = line.start + opening if opening else start
            bits.append(Bit(SeedSpan(start, sign), "", "markup", rule))
            start = sign
        else:
            bits += seam(bits.pop(), before, line, setting)
        bits.append(Bit(SeedSpan(start, end)))
        before = line
    return Draft(role, rule, tuple(b for b in bits if b.span.start < b.span.end), level=level)


def seam(last: Bit, before: Line, line: Line, setting: Setting) -> list[Bit]:
    """The end of one line and the indent of the next: a space, nothing after a dash, or a printer's hyphen dropped."""
    words, start, end = before.text.rstrip(), line.start + line.indent, last.span.end
    if hyphen_is_soft(words, line.text.strip(), setting.vocabulary):
        hyphen = Bit(SeedSpan(end - 1, start), "", "markup", "line-end-hyphen")
        return [Bit(SeedSpan(last.span.start, end - 1)), hyphen]
    glued = bool(DASH_END.search(words))
    return [last, Bit(SeedSpan(end, start), "" if glued else " ")]


def marked(line: Line, opening: int, role: Role, rule: str, *, level: int = 0) -> Draft:
    """One line whose first `opening` characters are syntax."""
    start = line.start + opening
    sign = Bit(SeedSpan(line.start + line.indent, start), "", "markup", rule)
    return Draft(role, rule, (sign, Bit(SeedSpan(start, line.start + line.width))), level=level)


def syntax(line: Line, rule: str) -> Draft:
    """A line that is no words: a drawn rule."""
    return Draft(
        "markup",
        rule,
        (Bit(SeedSpan(line.start + line.indent, line.start + line.width), "", "markup", rule),),
        shown=False,
    )


def preformatted(run: Sequence[Line], rule: str) -> Draft:
    """Lines kept as they are set."""
    span = SeedSpan(run[0].start, run[-1].start + run[-1].width)
    return Draft("code", rule, (Bit(span),), preformatted=True)
