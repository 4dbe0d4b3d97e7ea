"""The roll of names: what is kept of each source, and what is put together from it."""

from __future__ import annotations

import csv
import importlib
import io
import json
from dataclasses import replace
from functools import partial

import pytest

from dossier.model import Attestation, Collection, Event, Identity
from dossier.sourcemap import TextSpan
from dossier.write.catalogue import Catalogue, catalogue
from dossier.write.data.mentions import HEADER, names_csv, names_json
from dossier.write.memo import NoMemo
from dossier.write.memo.parted import opening, part, parted
from dossier.write.pages.name import name_pages
from dossier.write.roll import WAY, Roll, roll
from dossier.write.work import Work
from tests.gathered import Text, collection
from tests.handmade import printed

DATA = importlib.import_module("dossier.write.data.mentions")
ROE = {"Jane Roe": ("Jane Roe", "Roe")}


def some(*words: str) -> Collection:
    """Sources that each name Jane Roe and somebody with an odd name."""
    texts = [
        Text(f"source-{at}", [f"Jane Roe saw {word}. Roe left {word}, said Roe."], ROE | {word: (word,)}, type="person")
        for at, word in enumerate(words)
    ]
    return collection(*texts)


def mentions(shelf: Catalogue, who: Identity) -> list[tuple[str, int, int, str]]:
    """Where a name stands, read from the sources themselves."""
    found = []
    for slug, number in who.members:
        view = shelf.views[slug]
        for span in shelf.views[slug].source.annotations.names[number].mentions:
            at = view.seed_span(span)
            found.append((slug, at.start, at.end, view.verbatim(span, at)))
    return sorted(found, key=lambda row: row[:2])


ODD = (
    'Ann "Nan" Poe',
    "Max\\Moe",
    "Zo\u00e9 100%s",
    "Kim\tLee",
    "Pi\u007fp",
    "Bo, Bo",
    "%d",
    "\U0001f600 Doe",
    "Ann Poe",
)


@pytest.mark.parametrize("at_once", [1, 7, 1_000])
def test_the_data_of_names_hold_every_mention_in_order(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DATA, "AT_ONCE", at_once)
    shelf = catalogue(some(*ODD))
    made = roll(shelf)
    expected = [(who, mentions(shelf, who)) for who in shelf.collection.identities]
    told = json.loads(b"".join(names_json(made)))["names"]
    assert [(who["id"], who["name"], who["type"]) for who in told] == [(w.id, w.name, w.type) for w, _ in expected]
    assert [[tuple(each.values()) for each in who["mentions"]] for who in told] == [rows for _, rows in expected]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows((who.id, who.name, who.type, *row) for who, rows in expected for row in rows)
    assert b"".join(names_csv(made)).decode() == out.getvalue()


def test_a_collection_without_names_has_data_of_none() -> None:
    made = roll(catalogue(collection(Text("one", ["Nothing."]))))
    assert b"".join(names_json(made)) == b'{\n"names": []\n}\n'
    assert b"".join(names_csv(made)) == b'"id","name","type","slug","start","end","as"\n'


def test_the_roll_counts_what_the_sources_say_of_a_name() -> None:
    shelf = catalogue(some("Ann Poe", "Max Moe", "Kim Lee"))
    made = roll(shelf)
    roe = next(who for who in made.every if who.id == "jane-roe")
    assert made.written(roe) == {"Jane Roe": 3, "Roe": 6}
    assert (made.seen["jane-roe"].mentions, made.seen["jane-roe"].sources) == (9, 3)
    assert made.seen["jane-roe"].blocks == 0, "it has a page"
    poe = made.seen["ann-poe"]
    assert (poe.mentions, poe.sources, poe.blocks) == (2, 1, 1)
    assert poe.passages.startswith("sources/source-0.md#b-")


def test_a_page_of_a_name_is_marked_for_the_order_of_its_sources_and_for_no_other_source() -> None:
    def mark(made: Collection) -> str:
        return roll(catalogue(made)).mark("jane-roe")

    plain = some("Ann Poe", "Max Moe")
    more = collection(*(Text(s, ["Nobody knew it."]) for s in ("a", "z")))
    assert mark(plain) == mark(replace(plain, sources=(more.sources[0], *plain.sources, more.sources[1])))

    def dated(*years: str) -> Collection:
        found = zip(plain.sources, years, strict=True)
        sources = (
            replace(s, document=replace(s.document, meta=replace(s.document.meta, published=printed(year))))
            for s, year in found
        )
        return replace(plain, sources=tuple(sources))

    assert mark(dated("2001", "2002")) != mark(dated("2002", "2001"))


def test_the_data_of_names_are_marked_for_every_mention_and_for_nothing_else() -> None:
    def mark(made: Collection) -> str:
        return roll(catalogue(made)).mark_of_all()

    plain = some("Ann Poe", "Max Moe")
    one, two = plain.sources
    titled = replace(one, document=replace(one.document, meta=replace(one.document.meta, title=printed("Another"))))
    assert mark(plain) == mark(replace(plain, sources=(titled, two)))
    first, *rest = plain.identities
    assert mark(plain) != mark(replace(plain, identities=(replace(first, type="place"), *rest)))
    assert mark(plain) != mark(some("Ann Poe", "Max  Moe"))


def test_what_stands_for_the_way_from_a_page_is_in_no_text() -> None:
    """A seed may hold the very character."""
    text = f"Jane Roe and {WAY}{WAY}../ spoke of “{WAY}” and [this]({WAY})."
    texts = [Text(slug, [text], {"Jane Roe": ("Jane Roe",)}, {"[this]": "Jane Roe"}) for slug in ("one", "two")]
    pages = name_pages(catalogue(collection(*texts)))
    assert len(pages) == 1
    for text in pages.values():
        assert WAY not in text
        assert "\u2421\u2421../ spoke" in text
        assert text.count("](../sources/") == 6, "of each source its heading, its mention and its quotation"


def test_of_one_event_in_several_sources_a_page_shows_what_stands_first_among_its_attestations() -> None:
    texts = [Text(slug, [f"Jane Roe came to {slug} in May."], ROE, dates={"in May": "2018-05"}) for slug in ("a", "b")]
    told = [Attestation(slug, "d-0", TextSpan(0, len("Jane Roe came to a"))) for slug in ("b", "a")]
    for order in (told, told[::-1]):
        made = replace(collection(*texts), events=(Event("e-1", "2018-05", tuple(order)),))
        dates = name_pages(catalogue(made))["names/jane-roe.md"].partition("## Every mention")[0]
        assert f"](../sources/{order[0].slug}.md#" in dates
        assert f"](../sources/{order[1].slug}.md#" not in dates


def test_parts_of_a_leaf_are_read_alone() -> None:
    shelf, memo = catalogue(some("Ann Poe")), NoMemo()
    parts: list[object] = ["\u00e9\ud800", {"a": [1, 2]}, [], "x" * 10_000]
    openings = ("", "\u00e9" * 5_000, [1, {"b": None}])
    for number, opened in enumerate(openings):
        leaves = memo.leaves(Work(f"part {number}", partial(in_parts, opened=opened, parts=parts)), shelf)
        for slug in leaves:
            found, places = opening(leaves, slug)
            assert found == [slug, opened]
            assert [part(leaves, slug, place.at, place.size) for place in places] == parts
    memo.close()


def in_parts(_: Catalogue, slug: str, *, opened: object, parts: list[object]) -> object:
    return parted([slug, opened], parts)


def test_equal_parts_have_equal_digests() -> None:
    shelf, memo = catalogue(some("Ann Poe", "Max Moe")), NoMemo()
    leaves = memo.leaves(Work("part", lambda _, slug: parted(slug, ["same", slug])), shelf)
    (one, two), (same, other) = (list(opening(leaves, slug)[1]) for slug in leaves)
    assert one.digest == same.digest
    assert two.digest != other.digest
    assert isinstance(roll(shelf, memo), Roll)
    memo.close()
