"""One source's passages as parts of the timeline's entries, made beside that source alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.model import Attestation, Date, Disagreement, Passage
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.addresses import source_page, to
from dossier.write.bearers import Bearer
from dossier.write.catalogue import TIMELINE, Catalogue
from dossier.write.context import Sentences, framed, near
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.pages.entries import MOST_NEAR, Near, Part, Told
from dossier.write.pages.reading import Reading, reading
from dossier.write.view import View
from dossier.write.witnessed import Witnessed

STANCES = {
    "foreseen": "foreseen",
    "current": "as it happened",
    "past": "looking back",
    "unknown": "foreseen or looking back: unknown",
}
AGREEMENTS = {"broader": "less exact", "narrower": "more exact", "differs": "differs"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a person or a place is named in a source."""

    start: int
    who: Bearer


@dataclass(frozen=True, slots=True)
class Desk:
    """What the parts of one source are made with."""

    shelf: Catalogue
    view: View
    sentences: Sentences
    statements: Sequence[Disagreement]
    """The disagreements that it takes part in."""
    mentions: Sequence[Mention]

    def date(self, each: Attestation) -> Date | None:
        """The date of a passage."""
        return self.view.dates.get(each.date_id)


def desk(shelf: Catalogue, slug: str) -> Desk:
    """Index one source for its parts."""
    found = [
        Mention(span.start, who)
        for name, who in shelf.borne(slug)
        if who and who.type in {"person", "place"}
        for span in name.mentions
    ]
    mentions = sorted(found, key=lambda mention: (mention.start, mention.who.id))
    return Desk(shelf, shelf.views[slug], shelf.sentences[slug], shelf.statements.get(slug, ()), mentions)


def parts(desk: Desk, event: Witnessed) -> list[Part]:
    """What the source brings to an entry, passage by passage, with links as every page of the timeline writes them."""
    return [part(desk, event, at) for at in range(event.shown)]


def part(desk: Desk, event: Witnessed, at: int) -> Part:
    """One source's clause in its sentence, how its date was read, and who and what is named in it."""
    view, each = desk.view, event.told[at]
    date = desk.date(each)
    others = [date.span] if date else []
    stretch, before, after = near(desk.sentences, each.label, *others)
    marked = [(each.label, "d-clause"), *((span, "d-dated") for span in others)]
    line = Safe(("…" if before else "") + framed(view, stretch, marked) + ("…" if after else ""))
    title = describe.title(view.source) if event.lane == "publication" else desk.shelf.shorts[each.slug]
    anchor = view.spot(date.span, date.id) if date else view.anchor(each.label)
    where = to(TIMELINE, source_page(each.slug), anchor)
    told = Told(line, where, title, each.slug, " · ".join(filter(None, remarks(desk, event, at))))
    return Part(told, reading(view, date, TIMELINE) if date else None, tuple(company(desk, stretch)))


def remarks(desk: Desk, event: Witnessed, at: int) -> Iterator[str]:
    """What is to be said of one passage; "" for nothing."""
    each = event.told[at]
    date = desk.date(each)
    if date and date.edtf and date.edtf != event.edtf:
        yield f"here: {in_words(date.edtf)}"
    yield AGREEMENTS.get(each.agreement, "")
    yield "" if event.lane == "publication" else STANCES.get(each.stance, "")
    if date and date.edit and date.edtf:
        yield f"editor: {in_words(date.edtf)}"
    if event.private and not at:
        yield f"told by {describe.count(event.private, 'private source')} too"


def company(desk: Desk, stretch: TextSpan) -> Iterator[Near]:
    """Who and what is named in a stretch of the text, each once, in order: as many as an entry names."""
    found: dict[str, Bearer] = {}
    at = bisect_left(desk.mentions, stretch.start, key=lambda mention: mention.start)
    while at < len(desk.mentions) and desk.mentions[at].start < stretch.end:
        found.setdefault(desk.mentions[at].who.id, desk.mentions[at].who)
        at += 1
    left = {"person": MOST_NEAR, "place": MOST_NEAR}
    for who in found.values():
        left[who.type] -= 1
        if left[who.type] >= 0:
            yield Near(who.id, who.name, who.type, desk.shelf.bearer(TIMELINE, who.id))


def disputed(desk: Desk, each: Attestation) -> list[Passage]:
    """The statements of every disagreement that a passage takes part in."""
    date = desk.date(each)
    own = [each.label, *([date.span] if date else [])]
    found: dict[Passage, None] = {}
    for disagreement in desk.statements:
        spans = [passage.span for passage in disagreement.statements if passage.slug == each.slug]
        if any(span.start < mine.end and mine.start < span.end for span in spans for mine in own):
            found.update(dict.fromkeys(disagreement.statements))
    return list(found)


def statement(shelf: Catalogue, slug: str, span: TextSpan) -> Safe:
    """One statement of a disagreement in its sentence."""
    stretch, before, after = near(shelf.sentences[slug], span)
    line = framed(shelf.views[slug], stretch, [(span, "d-clause")])
    return Safe(("…" if before else "") + line + ("…" if after else ""))


def packed(part: Part) -> list[Any]:
    """A part as a leaf holds it."""
    told, read = part.told, part.reading
    return [
        [told.line, told.to, told.title, told.slug, told.remarks],
        [read.words, read.how, read.base, read.to, read.value, read.sum, read.rule] if read else None,
        [[who.id, who.name, who.type, who.to] for who in part.near],
    ]


def unpacked(value: list[Any]) -> Part:
    """The part again."""
    (line, where, *told), read, near = value
    if read:
        words, how, base, way, *rest = read
        read = Reading(words, how, base, None if way is None else Safe(way), *rest)
    return Part(
        Told(Safe(line), Safe(where), *told),
        read,
        tuple(Near(id, name, type, Safe(way)) for id, name, type, way in near),
    )
