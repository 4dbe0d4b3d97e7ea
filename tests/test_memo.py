"""What earlier builds made is found again exactly where nothing it was made of has changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from dossier.write.catalogue import Catalogue, catalogue
from dossier.write.files import File, Publishable, Standing
from dossier.write.memo import Memo, NoMemo, Unwatched
from dossier.write.memo.unit import Unit, unit_of
from dossier.write.memo.watch import BY_KEY, OF_SOURCE, SETS, Log, watched
from dossier.write.passages import PASSAGES, Passages
from dossier.write.work import Work
from tests.bench.generate import write
from tests.built_twice import built_alike
from tests.gathered import Text, collection


def shelf(*more: Text) -> Catalogue:
    roe = {"Jane Roe": ("Jane Roe",)}
    texts = [Text(slug, ["Jane Roe spoke. “No,” she said."], roe, {"No,": "Jane Roe"}) for slug in ("one", "two")]
    return catalogue(collection(*texts, *more))


def memo(place: Path, keys: str = "", made_of: str = "code") -> Memo:
    return Memo(place / "cache", place / "docs", made_of, {slug: f"{slug}{keys}" for slug in ("one", "two", "six")})


def test_what_is_asked_is_noted_and_an_absent_key_is_an_answer() -> None:
    log: Log = {}
    seen = watched(shelf(), log)
    assert seen.shorts["one"]
    assert seen.links.get("nobody") is None
    assert "nobody" not in seen.paged
    assert seen.sentences["two"].view.slug == "two"
    assert list(log) == [("shorts", "one"), ("links", "nobody"), ("paged", "nobody"), ("views", "two")]


@pytest.mark.parametrize("keys", [["a"], ["a", "b"], [""], ["", "a", ""], [], ["two\nlines", "a"], ["\ud800"]])
def test_a_unit_is_the_same_again_whatever_was_asked(keys: list[str]) -> None:
    unit = Unit("name", {"shorts": keys, "links": ["one"]}, "answers", [0, 1, 2, "digest"])
    assert unit_of(unit.packed()) == unit


@pytest.mark.parametrize(
    "ask",
    [
        lambda seen: len(seen.views),
        lambda seen: list(seen.shorts),
        lambda seen: seen.views.items(),
        lambda seen: len(seen.paged),
        lambda seen: sorted(seen.bodies),
        lambda seen: seen.collection.events,
    ],
)
def test_what_cannot_be_noted_is_refused(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(Unwatched):
        list(ask(watched(shelf(), {})))


def test_a_passage_of_a_source_that_is_gone_is_none() -> None:
    """A page that showed it asks for it once more."""
    passages = Passages(NoMemo().leaves(PASSAGES, shelf()))
    assert passages.digests("gone 1-2") == {}
    assert passages.get("gone 1-2") is None


def test_every_part_of_the_catalogue_is_noted_closed_or_of_the_build_itself() -> None:
    whole = {"collection", "events", "entries", "pieces"}
    of_the_build = {"site", "cover", "few"}
    assert {each.name for each in fields(Catalogue)} == {*BY_KEY, *SETS, *OF_SOURCE, *whole, *of_the_build}


def test_a_value_is_found_again_until_an_answer_changes(tmp_path: Path) -> None:
    calls: list[str] = []

    def make(seen: Catalogue) -> str:
        calls.append("made")
        return seen.shorts.get("six", "none") + seen.views["one"].slug

    def build(known: Memo, seen: Catalogue) -> str:
        found: str = known.value("a", seen, make)
        known.keep()
        known.close()
        return found

    assert build(memo(tmp_path), shelf()) == build(memo(tmp_path), shelf()) == "noneone"
    assert calls == ["made"]
    assert build(memo(tmp_path), shelf(Text("six", ["Nothing."]))) == "Title six, undatedone"
    assert len(calls) == 2
    build(memo(tmp_path), shelf())
    build(memo(tmp_path, keys="!"), shelf())
    build(memo(tmp_path, keys="!", made_of="other code"), shelf())
    assert len(calls) == 5


def test_a_file_is_found_again_only_as_it_was_made(tmp_path: Path) -> None:
    place = tmp_path / "docs" / "a.md"
    place.parent.mkdir()

    def make(seen: Catalogue) -> Iterator[tuple[str, File]]:
        yield "a.md", File(seen.shorts["one"].encode(), "seeds/one.txt")

    def build() -> dict[str, Publishable]:
        known = memo(tmp_path)
        found = dict(known.files("a", shelf(), make))
        known.keep()
        known.close()
        return found

    new = build()["a.md"]
    assert isinstance(new, File)
    place.write_bytes(new.data)
    assert build() == {"a.md": Standing(new.sha256, len(new.data), "seeds/one.txt")}
    place.write_bytes(b"changed by hand")
    assert build() == {"a.md": new}


def test_a_damaged_memo_is_no_memo(tmp_path: Path) -> None:
    known = memo(tmp_path)
    known.value("a", shelf(), lambda _: [1])
    known.keep()
    known.close()
    leaves, path = tmp_path / "cache" / "leaves.0", tmp_path / "cache" / "made"
    whole, index = leaves.read_bytes(), path.read_bytes()
    for damaged in (b"[2]" + whole[3:], whole[:-1], b""):
        leaves.write_bytes(damaged)
        assert memo(tmp_path).value("a", shelf(), lambda _: [3]) == [3]
    leaves.unlink()
    assert not len(memo(tmp_path).before)
    leaves.write_bytes(whole)
    assert len(memo(tmp_path).before) == 1
    path.write_bytes(index[:-1] + b"x")
    assert not len(memo(tmp_path).before)
    assert NoMemo().value("a", shelf(), lambda _: 4) == 4


def test_leaves_are_kept_for_each_source_and_taken_over(tmp_path: Path) -> None:
    calls: list[str] = []

    def make(seen: Catalogue, slug: str) -> list[str]:
        calls.append(slug)
        return [seen.shorts[slug], "\ud800"]

    for make_memo in (memo, memo, lambda _: NoMemo(), lambda place: NoMemo(place / "docs")):
        known = make_memo(tmp_path)
        found = known.leaves(Work("part", make), shelf())
        assert dict(found) == {slug: [f"Title {slug}, undated", "\ud800"] for slug in ("one", "two")}
        known.keep()
        known.close()
    assert calls == ["one", "two"] * 3


def test_what_a_killed_build_left_beside_the_leaves_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / "leaves.0").write_bytes(b"half of them")
    with closing(memo(tmp_path)) as known:
        known.value("a", shelf(), lambda _: 1)
        known.keep()
    assert sorted(path.name for path in folder.iterdir()) == ["leaves.1", "made"]


def test_edits_of_many_seeds_are_built_as_if_there_were_no_memo(tmp_path: Path) -> None:
    """Sixty generated seeds that share people, events and quotations: more than the navigation lists one by one."""
    seeds = tmp_path / "seeds"
    write(seeds, 60)
    first = seeds / "doc000003.txt"

    built_alike(seeds, tmp_path)
    text = first.read_text(encoding="utf-8")
    first.write_text(f"{text}\n“The bridge fell on May 3, 2011,” said Jane Gardenhouse.\n", encoding="utf-8")
    built_alike(seeds, tmp_path)
    moved = (seeds / "doc000007.txt").rename(tmp_path / "away.txt")
    built_alike(seeds, tmp_path)
    (seeds / "doc000005.yml").write_text("title: Another Title\nauthors: [Jane Gardenhouse]\n", encoding="utf-8")
    moved.rename(seeds / "doc000099.txt")
    built_alike(seeds, tmp_path)
    (seeds / "names.yml").write_text("names: [{name: Jane Gardenhouse, type: organisation}]\n", encoding="utf-8")
    built_alike(seeds, tmp_path)
