"""Markdown into drafts, line by line, with offsets: front matter, headings, lists, quotations, code, tables, notes.

A block parser of our own: the libraries give the lines of a block but not the place of each character in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.clean.draft import Bit, Draft
from dossier.clean.lines import Line
from dossier.model import Role
from dossier.sourcemap import SeedSpan

ATX = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
SETEXT = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
QUOTE = re.compile(r"^ {0,3}>[ \t]?")
ITEM = re.compile(r"^(?P<indent>[ \t]*)(?P<sign>[-*+\u2022]|(?P<number>\d{1,9}[.)]))[ \t]+(?=\S)")
NOTE = re.compile(r"^ {0,3}\[\^(?P<label>[^\]\s]+)\]:[ \t]*")
REFERENCE = re.compile(
    r"^ {0,3}\[(?!\^)[^\[\]]{1,200}\]:[ \t]+<?(?=\S{0,2000}[/:#]|\S{0,200}\w\.\w)[^\s<>]+>?"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
"""`[1]: https://example.org "Title"`; not `[1]: See the speech`, which is a note."""
LABELLED = re.compile(
    r"^ {0,3}(?:\\?\[(?:\d{1,3}|\*)\\?\]|\[\\?\[?\d{1,3}\\?\]?\]\(#[^()\s]*\)|<sup>\d{1,3}</sup>):?\s?\S"
)
"""A note's label at a line's start: lines that all have one are a list of notes, not one paragraph."""
DELIMITER_ROW = re.compile(r"^ {0,3}\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+(?:\|[ \t]*+)?$")
COMMENT_OPEN, COMMENT_CLOSE = re.compile(r"^ {0,3}<!--?"), re.compile(r"--?>")
TEMPLATE_OPEN = re.compile(r"^ {0,3}(?:\{%(?!.*%\})|\{\{[<%](?!.*[>%]\}\}))")
TEMPLATE_CLOSE = re.compile(r"%\}|[>%]\}\}")
NOTICE_OPEN = re.compile(r"^ {0,3}\{\{[<%]\s*(?P<name>panel|notice|alert|callout|admonition|warning|note|tip)\b")
NOTICE_CLOSE = re.compile(r"\{\{[<%]\s*/\s*\w+\s*[>%]\}\}")
HTML_LINE = re.compile(
    r"^ {0,3}</?(?:div|section|center|p|figure|details|summary|aside|br|hr)\b[^<>]*>\s*$", re.IGNORECASE
)


@dataclass(slots=True)
class Reader:
    """Walks the lines of a Markdown seed and collects drafts."""

    lines: Sequence[Line]
    at: int = 0

    def line(self, ahead: int = 0) -> Line | None:
        """A line from the current one on, None past the end."""
        index = self.at + ahead
        return self.lines[index] if index < len(self.lines) else None

    def take(self, count: int = 1) -> list[Line]:
        """The next lines, passed over."""
        taken = list(self.lines[self.at : self.at + count])
        self.at += len(taken)
        return taken


def markdown_drafts(lines: Sequence[Line], start: int) -> list[Draft]:
    """The drafts of a Markdown text; `start` is the offset at which its front matter ends."""
    drafts: list[Draft] = []
    first = next((line.number for line in lines if line.start >= start), len(lines))
    if start:
        drafts.append(syntax(lines[0].start, lines[first - 1].end, "front-matter"))
    reader = Reader(lines, first)
    while (line := reader.line()) is not None:
        if line.blank:
            reader.take()
            continue
        drafts += next(made for rule in BLOCKS if (made := rule(reader, line)) is not None)
    return drafts


def syntax(start: int, end: int, rule: str, role: Role = "markup") -> Draft:
    """A stretch that is no words of the article."""
    bit = Bit(SeedSpan(start, end), "" if role == "markup" else None, role, rule)
    return Draft(role, rule, (bit,), shown=False)


def span_of(lines: Sequence[Line]) -> tuple[int, int]:
    """From the first line's first visible character to the last one's last."""
    return lines[0].start + lines[0].indent, lines[-1].start + lines[-1].width


def fenced(reader: Reader, line: Line) -> list[Draft] | None:
    """A fenced code block; without its end it runs to the text's end."""
    fence = FENCE.match(line.text)
    if not fence:
        return None
    close = re.compile(rf"^ {{0,3}}{re.escape(fence[1][0])}{{{len(fence[1])},}}[ \t]*$")
    end = next((n for n in range(reader.at + 1, len(reader.lines)) if close.match(reader.lines[n].text)), None)
    taken = reader.take((end if end is not None else len(reader.lines)) - reader.at + 1)
    inner = taken[1:-1] if end is not None else taken[1:]
    made = [syntax(taken[0].start + taken[0].indent, taken[0].end, "code-fence")]
    if any(not item.blank for item in inner):
        made.append(Draft("code", "code-fence", (Bit(SeedSpan(inner[0].start, inner[-1].end)),), preformatted=True))
    if end is not None:
        made.append(syntax(*span_of([taken[-1]]), "code-fence"))
    return made


def through(
    reader: Reader, close: re.Pattern[str], rule: str, role: Role = "markup", limit: int = 60
) -> list[Draft] | None:
    """Lines up to the one that closes a construct; None if none does."""
    for ahead in range(min(limit, len(reader.lines) - reader.at)):
        if close.search(reader.lines[reader.at + ahead].text):
            taken = reader.take(ahead + 1)
            return [syntax(*span_of(taken), rule, role)]
    return None


def comment(reader: Reader, line: Line) -> list[Draft] | None:
    """An HTML comment on lines of its own."""
    if not COMMENT_OPEN.match(line.text) or (COMMENT_CLOSE.search(line.text) and not line.text.rstrip().endswith(">")):
        return None
    return through(reader, COMMENT_CLOSE, "comment")


def template(reader: Reader, line: Line) -> list[Draft] | None:
    """A template tag over several lines, or a notice to the site's own readers between two tags."""
    if NOTICE_OPEN.match(line.text):
        return through(reader, NOTICE_CLOSE, "template-notice", "boilerplate")
    return through(reader, TEMPLATE_CLOSE, "template-tag") if TEMPLATE_OPEN.match(line.text) else None


def heading(reader: Reader, line: Line) -> list[Draft] | None:
    """`## Heading`, or a line underlined with `===` or `---`."""
    found = ATX.match(line.text)
    if found:
        reader.take()
        start, end = line.start + found.start(2), line.start + found.end(2)
        signs = (sign(line.start + line.indent, start), Bit(SeedSpan(start, end)), sign(end, line.start + line.width))
        return [Draft("heading", "heading-signs", present(signs), level=len(found[1]))]
    after = reader.line(1)
    under = SETEXT.match(after.text) if after else None
    if after and under and not QUOTE.match(line.text) and not ITEM.match(line.text) and not after.blank:
        reader.take(2)
        bits = (Bit(SeedSpan(*span_of([line]))), sign(line.start + line.width, after.start + after.width))
        return [Draft("heading", "setext-heading", bits, level=1 if under[1][0] == "=" else 2)]
    return None


def sign(start: int, end: int, rule: str = "markup") -> Bit:
    """A stretch of syntax inside a draft; nothing where it would run backwards."""
    return Bit(SeedSpan(start, max(start, end)), "", "markup", rule)


def present(bits: Sequence[Bit]) -> tuple[Bit, ...]:
    """The bits that cover something."""
    return tuple(bit for bit in bits if bit.span.start < bit.span.end)


def rule_line(reader: Reader, line: Line) -> list[Draft] | None:
    """A horizontal rule, a link's reference definition, a tag alone on its line."""
    for pattern, name in ((RULE, "rule-line"), (REFERENCE, "link-definition"), (HTML_LINE, "tag-line")):
        if pattern.match(line.text):
            reader.take()
            return [syntax(*span_of([line]), name)]
    return None


def table(reader: Reader, line: Line) -> list[Draft] | None:
    """A pipe table: its rows keep their line ends, the delimiter row is syntax."""
    after = reader.line(1)
    if "|" not in line.text or after is None or not DELIMITER_ROW.match(after.text) or "-" not in after.text:
        return None
    count = next(
        (n for n in range(2, len(reader.lines) - reader.at) if "|" not in reader.lines[reader.at + n].text),
        len(reader.lines) - reader.at,
    )
    taken = reader.take(count)
    bits: list[Bit] = []
    for row in taken:
        start, end = row.start + row.indent, row.start + row.width
        if bits:
            bits.append(Bit(SeedSpan(bits[-1].span.end, start), "" if row is after else "\n"))
        bits.append(sign(start, end, "table-delimiter") if row is after else Bit(SeedSpan(start, end)))
    return [Draft("table", "pipe-table", present(bits))]


def quote(reader: Reader, line: Line) -> list[Draft] | None:
    """A block quotation; a line with only its sign parts its paragraphs."""
    if not QUOTE.match(line.text):
        return None
    taken = []
    while (
        (item := reader.line()) is not None
        and not item.blank
        and (QUOTE.match(item.text) or not starts_block(item.text))
    ):
        taken += reader.take()
    made: list[Draft] = []
    run: list[tuple[Line, int]] = []
    for item in [*taken, None]:
        found = QUOTE.match(item.text) if item else None
        opening = found.end() if found else 0
        if item is None or not item.text[opening:].strip():
            if run:
                made.append(flow(run, "blockquote", "quote-sign"))
            run = []
            if item is not None:
                made.append(syntax(*span_of([item]), "quote-sign"))
        else:
            run.append((item, opening))
    return made


def note(reader: Reader, line: Line) -> list[Draft] | None:
    """`[^label]: text`, with the indented or unbroken lines that go on with it."""
    if not NOTE.match(line.text):
        return None
    run = [(reader.take()[0], 0)]
    made = []
    while (item := reader.line()) is not None:
        after = reader.line(1)
        if item.blank:
            if after is None or after.blank or not re.match(r"^(?: {2,}|\t)\S", after.text):
                break
            made.append(run)
            run = []
            reader.take()
        elif starts_block(item.text) or COMMENT_OPEN.match(item.text):
            break
        else:
            run.append((reader.take()[0], 0))
    made.append(run)
    return [flow(lines, "paragraph", "note-sign" if n == 0 else "note-indent") for n, lines in enumerate(made) if lines]


def item_of_list(reader: Reader, line: Line) -> list[Draft] | None:
    """One list item with its wrapped lines; its paragraphs after a blank line are blocks of their own."""
    found = ITEM.match(line.text)
    if not found or RULE.match(line.text):
        return None
    run = [(reader.take()[0], found.end())]
    while (
        (item := reader.line()) is not None
        and not item.blank
        and not (ITEM.match(item.text) or starts_block(item.text))
    ):
        run.append((reader.take()[0], 0))
    level = 1 + min(len(found["indent"].expandtabs(4)) // 2, 3)
    return [flow(run, "bullet", "list-sign", level=level, ordinal=found["number"] or "")]


def paragraph(reader: Reader, line: Line) -> list[Draft] | None:
    """Everything else, up to a blank line or a line that begins another block."""
    labelled = LABELLED.match(line.text)
    run = [(reader.take()[0], 0)]
    while (item := reader.line()) is not None and not item.blank and not starts_block(item.text):
        after = reader.line(1)
        if (after and SETEXT.match(after.text) and "=" in after.text) or (labelled and LABELLED.match(item.text)):
            break
        run.append((reader.take()[0], 0))
    return [flow(run, "paragraph", "paragraph")]


def starts_block(text: str) -> bool:
    """Whether a line begins a block even without a blank line before it."""
    numbered = ITEM.match(text)
    listed = (
        bool(numbered) and (not numbered["number"] or numbered["number"][:-1] == "1" or len(numbered["indent"]) > 0)
        if numbered
        else False
    )
    return listed or any(p.match(text) for p in (ATX, FENCE, QUOTE, NOTE, RULE)) or bool(HTML_LINE.match(text))


def flow(run: Sequence[tuple[Line, int]], role: Role, rule: str, *, level: int = 0, ordinal: str = "") -> Draft:
    """Lines joined by spaces; the first `opening` characters of each are syntax. Two spaces at its end break a line."""
    bits: list[Bit] = []
    broken = False
    for line, opening in run:
        start = line.start + max(opening, line.indent)
        if opening:
            start = line.start + opening + len(line.text[opening:]) - len(line.text[opening:].lstrip())
        if bits:
            edge = bits[-1].span.end
            sign_start = line.start + line.indent if opening else start
            bits.append(Bit(SeedSpan(edge, sign_start), "\n" if broken else " "))
            bits.append(sign(sign_start, start, rule))
        else:
            bits.append(sign(line.start + line.indent, start, rule))
        end = line.start + line.width
        broken = line.text.endswith("  ") or line.text.endswith("\\")
        slash = end - 1 if line.text.endswith("\\") else end
        bits += [Bit(SeedSpan(start, slash)), sign(slash, end, "line-break")]
    return Draft(role, rule, present(bits), level=level, ordinal=ordinal)


BLOCKS = (fenced, comment, template, heading, rule_line, table, quote, note, item_of_list, paragraph)
"""The kinds of block, in the order in which a line is tried against them."""
