"""Linking in a process of its own finds what linking here finds, and harm to that process costs only time."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from build_pages import linked
from dossier.issues import DossierError
from dossier.link.members import Members
from dossier.model import Collection
from dossier.pipeline import Gathered, collect, gather
from dossier.run import aside
from dossier.run.cache import Cache
from dossier.run.spread import Spread
from tests.bench.generate import write


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(aside, "PAYS", 1)
    write(tmp_path / "seeds", 8)
    (tmp_path / "seeds" / "doc000003.yml").write_text("publish: private\n", encoding="utf-8")
    (tmp_path / "seeds" / "names.yml").write_text("not: [The Council]\n", encoding="utf-8")
    return tmp_path / "seeds"


def gathered(seeds: Path) -> tuple[Gathered, Cache]:
    cache = Cache(seeds.parent / "cache", "1")
    return gather(seeds, Spread(cache=cache)), cache


def test_the_collection_comes_back_whole_and_what_was_gleaned_is_let_go(seeds: Path) -> None:
    found, cache = gathered(seeds)
    here: list[int] = []

    def link() -> Collection:
        here.append(os.getpid())
        return linked(found, cache)

    made = aside.aside(link, found, cache)
    assert (made, here) == (collect(gather(seeds)), [])
    assert made.withheld.sources == 1
    assert len(made.sources) == 7
    assert found.gleaned.held is None
    assert len({id(who.members.slugs) for who in made.identities if isinstance(who.members, Members)}) == 1
    told = [each for event in made.events for each in event.attestations]
    assert len({id(each.slug) for each in told}) == len({each.slug for each in told})
    assert (cache.folder / "linked").exists()
    assert not list(cache.folder.glob("*.new*"))


@pytest.mark.parametrize("harm", [lambda: os._exit(9), lambda: os.kill(os.getpid(), 9), lambda: 1 / 0])
def test_where_that_process_comes_to_harm_linking_is_done_here(seeds: Path, harm: object) -> None:
    found, cache = gathered(seeds)
    first = os.getpid()

    def link() -> Collection:
        if os.getpid() != first:
            harm()  # type: ignore[operator]
        return linked(found, cache)

    assert aside.aside(link, found, cache) == collect(gather(seeds))


def test_what_is_raised_is_raised_here(seeds: Path) -> None:
    found, cache = gathered(seeds)

    def link() -> Collection:
        message = "this seed was changed while it was read"
        raise DossierError(message, file="seeds/a.txt")

    with pytest.raises(DossierError, match="changed while"):
        aside.aside(link, found, cache)


def test_without_room_for_the_file_linking_is_done_here(seeds: Path) -> None:
    found, cache = gathered(seeds)
    (cache.folder / f"collection.new{os.getpid()}").write_bytes(b"of another")
    assert aside.aside(partial(linked, found, cache), found, cache) == collect(gather(seeds))
    assert aside.aside(partial(linked, found, None), found, None).sources == collect(gather(seeds)).sources
