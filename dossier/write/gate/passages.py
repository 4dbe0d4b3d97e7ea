"""Which stretches of a source are published where its editor allows no more than an excerpt.

The head is shown whole. Of the rest: the beginning, and around each quotation and date at most `REACH` characters of
its sentence. Where these together are more than `SHARE` of the text, they are made shorter, in the end down to the
quotations and the dates alone; a quotation is never shown beyond `QUOTED` characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.model import Block, Quote, Source
from dossier.sourcemap import TextSpan
from dossier.write.context import Sentences
from dossier.write.view import HEAD, LITERAL, View, view

REACH = (240, 160, 100, 60, 0)
"""Characters of a passage, tried in this order."""
SHARE = 0.25
"""Part of the shown text that passages may be, where shorter ones would be less."""
QUOTED = 300
"""Characters of one quotation."""
HEADED = 300
"""Characters of one line of the head."""
SMALL = 60
"""Characters of a mention that is shown because a quotation or a date hangs on it."""


def passages(source: Source) -> list[TextSpan]:
    """The stretches of the reading text that an excerpt shows, in order and apart."""
    seen = view(source)
    head = [clip(seen, block.span, HEADED) for block in seen.blocks if block.role in HEAD]
    shown = sum(block.span.end - block.span.start for block in seen.blocks)
    found: list[TextSpan] = []
    for reach in REACH:
        found = merged(body(seen, reach))
        if sum(span.end - span.start for span in found) <= SHARE * shown:
            break
    return merged([*head, *found])


def body(seen: View, reach: int) -> Iterator[TextSpan]:
    """The passages for one length."""
    sentences = Sentences(seen)
    first = next((b for b in seen.body if b.role == "paragraph"), None)
    if first is not None and reach:
        yield clip(seen, first.span, reach)
    for kernel in kernels(seen.source):
        block = seen.block_at(kernel.start)
        if block is None or not open_to(block):
            continue
        core = clip(seen, within(block, kernel), QUOTED)
        yield around(seen, sentences.around(block, core), core, reach)


def kernels(source: Source) -> Iterator[TextSpan]:
    """What passages are shown for: quotations, dates, and the few words that these hang on."""
    found = source.annotations
    for quote in found.quotes:
        yield from pieces(quote)
        if quote.speaker and quote.speaker.mention:
            yield from small(quote.speaker.mention)
    for date in found.dates:
        yield date.span
        if date.base and date.base.span:
            yield from small(date.base.span)


def pieces(quote: Quote) -> tuple[TextSpan, ...]:
    """The parts of a quotation that begin within its first characters."""
    parts, left = [], QUOTED
    for part in quote.parts or (quote.span,):
        if left <= 0:
            break
        parts.append(TextSpan(part.start, min(part.end, part.start + left)))
        left -= part.end - part.start
    return tuple(parts)


def small(span: TextSpan) -> Iterator[TextSpan]:
    """A stretch, if it is short."""
    if span.end - span.start <= SMALL:
        yield span


def open_to(block: Block) -> bool:
    """Whether passages of a block can be shown: not of furniture, and not of a table, which they would break."""
    return block.shown and block.role not in LITERAL


def within(block: Block, span: TextSpan) -> TextSpan:
    """The part of a stretch that its first block holds."""
    return TextSpan(span.start, min(span.end, block.span.end))


def clip(seen: View, span: TextSpan, most: int) -> TextSpan:
    """At most so many characters of a stretch, from its beginning and cut between words."""
    if span.end - span.start <= most:
        return span
    text = seen.document.text
    space = text.rfind(" ", span.start + 1, span.start + most)
    return TextSpan(span.start, space if space > 0 else span.start + most)


def around(seen: View, sentence: TextSpan, core: TextSpan, reach: int) -> TextSpan:
    """A stretch with its company in the sentence, together at most `reach` characters, cut between words."""
    if sentence.end - sentence.start <= reach:
        return sentence
    text = seen.document.text
    room = max((reach - (core.end - core.start)) // 2, 0)
    low, high = max(sentence.start, core.start - room), min(sentence.end, core.end + room)
    if low > sentence.start:
        space = text.find(" ", low - 1, core.start)
        low = space + 1 if space >= 0 else core.start
    if high < sentence.end:
        space = text.rfind(" ", core.end, high + 1)
        high = space if space >= 0 else core.end
    return TextSpan(low, high)


def merged(spans: Iterable[TextSpan]) -> list[TextSpan]:
    """Stretches in order, those that touch or overlap as one, empty ones left out."""
    found: list[TextSpan] = []
    for span in sorted(span for span in spans if span.end > span.start):
        if found and span.start <= found[-1].end:
            found[-1] = TextSpan(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
