"""Work that several processes share: in order, whole whatever becomes of one, and the same pages as by one alone."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from dossier.issues import DossierError
from dossier.processes import ALONE, beside, shared
from dossier.run.forked import Forked, can_fork
from dossier.write.catalogue import Catalogue
from dossier.write.drafts import DRAFT
from dossier.write.files import Drafted, File, Publishable
from dossier.write.memo import Memo, ahead
from dossier.write.ownership import publish
from dossier.write.work import Task
from tests.bench.generate import write
from tests.built_twice import built_alike
from tests.test_memo import shelf

FORKS = pytest.mark.skipif(sys.platform != "linux", reason="only where processes fork")
ALL = [f"v{number}" for number in range(40)]


def doubled(process: int, number: int) -> tuple[int, int]:
    return process, 2 * number


@FORKS
def test_what_processes_make_comes_in_order_from_all_of_them() -> None:
    found = list(Forked(2).do(doubled, range(50)))
    assert [each and each[1] for each in found] == [2 * number for number in range(50)]
    assert {each[0] for each in found if each} == {0, 1}


def test_one_process_makes_nothing_for_others() -> None:
    assert list(Forked(1).do(doubled, range(3))) == [None] * 3


def test_nothing_is_forked_beside_a_thread() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    assert not can_fork()
    assert list(Forked(2).do(doubled, range(3))) == [None] * 3
    ended.set()
    thread.join()


def fails(process: int, number: int) -> int:
    if number == 9:
        os._exit(1) if process else None
        raise ValueError
    return number


@FORKS
def test_what_a_process_that_ends_had_left_is_told_to_be_lost() -> None:
    found = list(Forked(2).do(fails, range(40)))
    assert found[8:12] == [None] * 4
    assert [each for each in found if each is not None] == [each for each in range(40) if each < 8 or found[each]]
    assert any(each is not None and each > 12 for each in found)


@FORKS
@pytest.mark.parametrize("number", [1, 2])
def test_what_is_made_beside_comes_in_order_and_what_was_lost_is_made_here(number: int) -> None:
    here = os.getpid()

    def ends() -> int:
        if os.getpid() != here:
            os._exit(1)
        return 5

    found = beside(Forked(number), [os.getpid, lambda: 4, ends, os.getpid])
    assert (next(found) == here) == (number == 1)
    assert list(found) == [4, 5, here]


def here_only(here: int, number: int) -> int:
    if os.getpid() != here and number % 3:
        raise ValueError
    return number


@FORKS
def test_all_items_are_done_whatever_is_lost() -> None:
    here = os.getpid()
    assert list(shared(Forked(2), partial(here_only, here), range(20))) == list(range(20))
    assert list(shared(ALONE, str, [1, 2])) == ["1", "2"]


@FORKS
def test_processes_end_with_who_asked_for_them() -> None:
    made = Forked(2).do(doubled, range(10_000))
    next(made)
    made.close()


def values(name: str) -> list[Task]:
    return [Task(name, lambda seen: [name, seen.shorts["one"]])]


def pages(name: str) -> list[Task]:
    def make(seen: Catalogue) -> list[tuple[str, Publishable]]:
        return [(f"{name}.md", File(seen.shorts["one"].encode(), "seeds/one.txt"))]

    return [Task(name, make, files=True)]


def memo(place: Path) -> Memo:
    return Memo(place / "cache", place / "docs", "code", {"one": "one", "two": "two"}, Forked(2))


@FORKS
def test_what_is_made_ahead_is_known_when_it_is_asked_for(tmp_path: Path) -> None:
    with closing(memo(tmp_path)) as known:
        assert list(known.ahead(ALL, values, shelf())) == ALL
        assert [known.value(name, shelf(), lambda _: "made anew") for name in ALL] == [
            [name, shelf().shorts["one"]] for name in ALL
        ]
        known.keep()
    with closing(memo(tmp_path)) as known:
        assert list(known.ahead(ALL, values, shelf())) == ALL
        assert not known.done.places
        assert known.value("v7", shelf(), lambda _: "made anew") == ["v7", shelf().shorts["one"]]


@FORKS
def test_files_that_are_made_ahead_are_drafted_and_given_once(tmp_path: Path) -> None:
    with closing(memo(tmp_path)) as known:
        for name in known.ahead(ALL, pages, shelf()):
            (task,) = pages(name)
            ((path, file),) = known.files(task.unit, shelf(), lambda _: [])
            assert isinstance(file, Drafted)
            words = shelf().shorts["one"].encode()
            assert (path, file.waiting.read_bytes(), file.seed) == (f"{name}.md", words, "seeds/one.txt")
            assert (file.size, file.sha256) == (len(words), File(words).sha256)
        assert list(known.files("v1", shelf(), lambda _: [])) == []


@FORKS
def test_files_that_were_drafted_for_nothing_are_removed(tmp_path: Path) -> None:
    with closing(memo(tmp_path)) as known:
        list(known.ahead(ALL, pages, shelf()))
        other = replace(shelf(), shorts={"one": "Another"})
        ((_, file),) = known.files("v2", other, pages("v2")[0].make)
        assert isinstance(file, File)
        assert file.data == b"Another"
        docs = tmp_path / "docs"
        assert (docs / ".ahead.dossier-new").exists()
        assert len(list(docs.iterdir())) == len(ALL) - 1 + 1
        known.keep()
        publish(docs, {"a.md": File(b"a")})
        assert [path.name for path in docs.glob("*.md")] == ["a.md"]
        assert not [path for path in docs.iterdir() if path.name.endswith(DRAFT)]


@FORKS
def test_where_every_draft_was_given_nothing_is_left_to_look_for(tmp_path: Path) -> None:
    with closing(memo(tmp_path)) as known:
        for name in known.ahead(ALL, pages, shelf()):
            ((_, file),) = known.files(name, shelf(), pages(name)[0].make)
            assert isinstance(file, Drafted)
            file.waiting.unlink()
        assert [path.name for path in (tmp_path / "docs").iterdir()] == [".ahead.dossier-new"]
        known.keep()
    assert not list((tmp_path / "docs").iterdir())


@FORKS
def test_a_page_by_hand_stays_where_processes_have_drafted_another(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "v30.md").write_text("mine", encoding="utf-8")
    with closing(memo(tmp_path)) as known:
        every = (
            found
            for name in known.ahead(ALL, pages, shelf())
            for found in known.files(name, shelf(), pages(name)[0].make)
        )
        with pytest.raises(DossierError, match="hand-written"):
            publish(docs, every)
    assert [path.name for path in docs.iterdir()] == ["v30.md"]


@FORKS
def test_what_is_made_ahead_counts_only_where_the_catalogue_answers_alike(tmp_path: Path) -> None:
    with closing(memo(tmp_path)) as known:
        list(known.ahead(ALL, values, shelf()))
        other = Catalogue(shelf().collection, shelf().views, {}, {}, {}, {"one": "Another"}, {})
        assert known.value("v3", other, lambda seen: seen.shorts["one"]) == "Another"


@FORKS
def test_a_memo_that_lost_a_process_makes_the_rest_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "PAYS", 1)

    def broken(name: str) -> list[Task]:
        return values(name) if name != "v5" else [Task(name, lambda _: 1 // 0)]

    with closing(memo(tmp_path)) as known:
        list(known.ahead(ALL, broken, shelf()))
        assert known.value("v5", shelf(), lambda _: "made here") == "made here"
        assert known.value("v4", shelf(), values("v4")[0].make) == ["v4", shelf().shorts["one"]]


@FORKS
def test_pages_by_two_processes_are_those_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`built_alike` builds with a cache and without: without one there are no processes for writing."""
    monkeypatch.setattr(ahead, "PAYS", 2)
    seeds = tmp_path / "seeds"
    write(seeds, 30)
    built_alike(seeds, tmp_path, "--jobs", "2")
    (seeds / "doc000004.yml").write_text("publish: excerpt\n", encoding="utf-8")
    built_alike(seeds, tmp_path, "--jobs", "2")
