"""Linking from what an earlier build left gives what linking from nothing gives, whatever has happened in between."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dossier.link
from dossier.clean import clean
from dossier.extract import extract
from dossier.link import Past, features, glean, holding, link, linked, pairs, past, said, settled
from dossier.model import Authority, Fact, NameEntry, Seed, Source
from dossier.run.forked import Forked
from tests.bench.generate import document
from tests.test_link_gleaned import Unread
from tests.test_link_growth import generated, named, quoting

AUTHORITY = Authority(
    "seeds/names.yml",
    (NameEntry("Marie Hollin-Roe", 1, "person", ("Marie Hollin",)),),
    not_names=(("Brandis", 3),),
    split=((("Paul Vasseur", "Marie Hollin-Roe"), 5),),
)
TITLE = "Why the Treaty of the Two Rivers Failed"
TELLING = (
    f"{TITLE}\n\nOn 5 May 2018, Marie Hollin met Paul Vasseur in Brandis before 400 guests.",
    f"Second Thoughts of a Guest\n\nMarie Hollin met Paul Vasseur in Brandis on 5 May 2018; 250 guests read “{TITLE}”.",
    f"Second Thoughts of a Guest\n\nIn May 2018 Marie Hollin saw the river. “{TITLE}” was what Paul Vasseur read.",
    "Third Time of Asking\n\nLe Monde wrote of the salmon ladder in Velden. le monde, the salmon ladder, Velden.",
    "Fourth Time of Asking\n\nThe salmon ladder in Velden pleased le monde. Velden has a salmon ladder, and Hollin.",
)


@cache
def source(kind: str, number: int, form: int) -> Source:
    """A source; `form` is which of its three states it is in: two texts, or private."""
    if kind == "telling":
        text = TELLING[(number + form) % len(TELLING)]
        made = clean(Seed(f"seeds/telling{number}.txt", "0" * 64, "utf-8", "txt", text))
        found = Source(replace(made, slug=f"telling-{number}"), extract(made))
    elif kind == "generated":
        made = clean(
            Seed(f"seeds/g{number}.txt", "0" * 64, "utf-8", "txt", document(number + 100 * form, paragraphs=3))
        )
        found = Source(replace(made, slug=f"g-{number}"), extract(made))
    else:
        found = named(number) if kind == "named" else quoting(number)
    if form == 2:
        meta = replace(found.document.meta, publish=Fact("private", "sidecar", "sidecar"))
        found = Source(replace(found.document, meta=meta), found.annotations)
    return found


@contextmanager
def bounds(commonest: int, total: float | None) -> Iterator[None]:
    """Other bounds, so that a few sources reach them; any number of changes is linked from the past."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (said, features):
            patch.setattr(module, "COMMONEST", commonest)
        patch.setattr(past, "MOST", 0)
        if total:
            for other in (pairs, holding):
                patch.setattr(other, "roughly", lambda _: total)
        yield


KINDS = st.sampled_from(("telling", "generated", "named", "quoting"))
STEPS = st.tuples(KINDS, st.integers(0, 5), st.sampled_from((0, 0, 1, 1, 2, 3)), st.sampled_from(("", "", "", "a-")))
"""A source to be added, changed, made private, removed (3), or given another address."""


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.lists(STEPS, min_size=1, max_size=3), st.booleans()), min_size=2, max_size=8),
    st.sampled_from((3, 24)),
    st.sampled_from((None, 300.0)),
)
def test_any_sequence_of_changes_leads_to_what_linking_from_nothing_finds(
    builds: list[tuple[list[tuple[str, int, int, str]], bool]], commonest: int, total: float | None
) -> None:
    there = {(kind, number): source(kind, number, 0) for kind in ("telling", "named") for number in range(3)}
    left: Past | None = None
    with bounds(commonest, total):
        for changes, edited in builds:
            for kind, number, form, before in changes:
                there.pop((kind, number), None)
                if form < 3:
                    made = source(kind, number, form)
                    there[kind, number] = replace(made, document=replace(made.document, slug=before + made.slug))
            authority = AUTHORITY if edited else None
            found, left = linked(list(there.values()), authority, past=left)
            left = pickle.loads(pickle.dumps(left))  # noqa: S301 - our own
            assert found == link(list(there.values()), authority)


def test_only_what_has_new_links_is_looked_at() -> None:
    sources = [*(generated(number) for number in range(12)), named(0), named(1)]
    _, left = linked(sources)
    sources[-1] = named(2)
    lazy = [Unread(each) for each in sources]
    assert linked(lazy, gleaned=[glean(each) for each in sources], past=left)[0].links == link(sources).links  # type: ignore[arg-type]
    assert sum(each.read > 0 for each in lazy) <= 4


@pytest.mark.skipif(sys.platform != "linux", reason="only where processes fork")
def test_several_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [*(generated(number) for number in range(12)), named(0), named(1)]
    here = linked(sources)
    for module, name, few in ((dossier.link, "PAYS", 2), (pairs, "STRETCH", 3)):
        monkeypatch.setattr(module, name, few)
    there = linked(sources, processes=Forked(2))
    assert there == here
    assert there[0].links


def test_nothing_changed_nothing_looked_at() -> None:
    sources = [settled(named(number), AUTHORITY) for number in range(4)]
    gleaned = [glean(named(number), AUTHORITY) for number in range(4)]
    made, left = linked(sources, AUTHORITY, gleaned=gleaned)
    lazy = [Unread(each) for each in sources]
    assert linked(lazy, AUTHORITY, gleaned=gleaned, past=left)[0].links == made.links != ()  # type: ignore[arg-type]
    assert not any(each.read for each in lazy)
