"""What the timeline, the comparisons, the home page and the data need of one source, made beside that source alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.model import Passage
from dossier.sourcemap import TextSpan
from dossier.write.catalogue import Catalogue
from dossier.write.data.timeline import opening, row
from dossier.write.escape import Safe
from dossier.write.pages.disputes import stated
from dossier.write.pages.entries import Entry, Head, entry
from dossier.write.pages.forms import words_of
from dossier.write.pages.happenings import MAIN
from dossier.write.pages.paging import elements
from dossier.write.pages.parts import Desk, desk, disputed, packed, parts, statement
from dossier.write.pages.published import inferred, untold
from dossier.write.pages.retold import Speeches, told
from dossier.write.pages.retold import packed as packed_retold
from dossier.write.pages.tally import facts
from dossier.write.passage import sentence_of
from dossier.write.templating import fill
from dossier.write.testimony import ENTRY, PART, PUBLISHED, STATEMENT, items, statement_key
from dossier.write.witnessed import Witnessed, attestation_key

PUBLICATION, INFERRED = "publication", "inferred"
"""Lanes of publications that no event tells."""
AS_HTML = 1.15
"""Bytes of HTML for a byte of Markdown."""
Item = list[Any]


def told_of(shelf: Catalogue, slug: str) -> list[Item]:
    """The items of one source's leaf: see `testimony`."""
    own, speeches = desk(shelf, slug), Speeches(shelf, slug)
    return [
        facts(shelf, slug),
        *(of_event(own, speeches, event) for event in shelf.witnessed.get(slug, ())),
        *publications(shelf, slug),
        *statements(shelf, slug),
        *words_of(shelf, slug),
    ]


TOLD = items("told", told_of)


def of_event(desk: Desk, speeches: Speeches, event: Witnessed) -> Item:
    """What the source says of one event: for its entry, for the data, and for comparison with other sources."""
    view = desk.view
    body: dict[str, Any] = {"rows": {attestation_key(each): row(view, each) for each in event.rows}}
    if event.lane in MAIN:
        body |= {"opens": {attestation_key(each): opening(view, each) for each in event.firsts}}
        retold = {attestation_key(each): packed_retold(told(desk.shelf, speeches, each)) for each in event.shared}
        body |= {"retold": retold} if retold else {}
    keys = list(map(attestation_key, event.told))
    differing = {
        key: list(map(statement_key, disputed(desk, each))) for key, each in zip(keys, event.told, strict=True)
    }
    found = parts(desk, event)
    if event.alone and event.told and not any(differing.values()):
        body["text"] = text(entry(Head(event.id, event.edtf, event.lane, event.former, event.more), found))
        return [ENTRY, event.id, body, *weighed(body["text"])]
    body |= {
        "parts": dict(zip(map(attestation_key, event.told), map(packed, found), strict=False)),
        "differing": differing,
    }
    return [PART, event.id, body, *dict.fromkeys(key for keys in differing.values() for key in keys)]


def publications(shelf: Catalogue, slug: str) -> Iterator[Item]:
    """The publication of the source where no event tells it: its entry, lane and date."""
    for lane, found in ((PUBLICATION, untold(shelf, slug)), (INFERRED, inferred(shelf, slug))):
        if found:
            edtf, made = found
            words = text(made)
            yield [PUBLISHED, made.id, {"text": words}, *weighed(words), lane, edtf]


def statements(shelf: Catalogue, slug: str) -> Iterator[Item]:
    """The source's statements in disagreements: for the timeline and for comparison, with anchor and date."""
    found: dict[TextSpan, Passage] = {}
    for each in shelf.statements.get(slug, ()):
        found |= {passage.span: passage for passage in each.statements if passage.slug == slug}
    for span, passage in found.items():
        sentence, anchor = sentence_of(shelf.sentences[slug], span), shelf.views[slug].anchor(span)
        words = [statement(shelf, slug, span), anchor, sentence, stated(shelf, passage)]
        at = shelf.views[slug].seed_span(span)
        yield [STATEMENT, statement_key(passage), [*words, at.start, at.end]]


def text(made: Entry) -> Safe:
    """An entry as Markdown."""
    return Safe(fill("entry.md.j2", event=made))


def weighed(text: str) -> list[int]:
    """What an entry weighs on a page in bytes, about, and its elements."""
    return [int(len(text.encode()) * AS_HTML), elements(text)]
