"""What is kept beside the code: taken where it is of the same bytes, made anew where it is not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dossier import lexicon
from dossier.extract.names import gazetteer, kinds
from dossier.kept import kept


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path / "list.txt"


def counted(value: object) -> tuple[Callable[[], object], list[int]]:
    """A function that gives a value, and how often it did."""
    calls: list[int] = []

    def make() -> object:
        calls.append(1)
        return value

    return make, calls


def test_a_value_is_made_once_of_the_same(beside: Path) -> None:
    value = {"word": (1, "two", None), "other": ["a", "b"]}
    make, calls = counted(value)
    assert [kept(beside, (b"one", b"two"), make) for _ in range(2)] == [value, value]
    assert len(calls) == 1
    for made_of in ((b"onet", b"wo"), (b"one", b"three"), (b"one",), ()):
        assert kept(beside, made_of, make) == value
    assert len(calls) == 5
    assert [path.name for path in beside.parent.rglob("*.*")] == [f"list.txt.{sys.implementation.cache_tag}.kept"]


def test_what_is_damaged_is_made_anew(beside: Path) -> None:
    make, calls = counted(["a"] * 9)
    kept(beside, (b"one",), make)
    (path,) = beside.parent.rglob("*.kept")
    whole = path.read_bytes()
    for damaged in (b"", whole[:9], whole[:16], whole[:20], b"x" + whole[1:]):
        path.write_bytes(damaged)
        assert kept(beside, (b"one",), make) == ["a"] * 9
        assert path.read_bytes() == whole
    assert len(calls) == 6


def test_what_cannot_be_kept_is_made_each_time(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, calls = counted(date(2018, 8, 27))
    assert [kept(beside, (), make) for _ in range(2)] == [date(2018, 8, 27)] * 2
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    other, others = counted("text")
    assert [kept(beside, (), other) for _ in range(2)] == ["text"] * 2
    assert (len(calls), len(others)) == (2, 2)
    assert not list(beside.parent.rglob("*.*"))


def test_the_lists_that_are_kept_are_those_of_the_lexicon() -> None:
    assert kinds.kinds() == kinds.every_word()
    assert gazetteer.listed() == gazetteer.every_form()
    assert gazetteer.entries() == gazetteer.by_first_word(gazetteer.every_form())
    for path in sorted((lexicon.FOLDER / "en").glob("*.yml")):
        assert lexicon.table("en", path.stem) == lexicon.mapping(path.read_bytes())
