"""Lists of sources and quotations are put together from what is kept of each source, as if all were made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.write.card import card, packed, unpacked
from dossier.write.catalogue import Catalogue, catalogue
from dossier.write.memo import Memo, NoMemo, of_texts
from dossier.write.memo.store import packed as as_kept
from dossier.write.memo.store import unpacked as as_read
from dossier.write.pages import paging
from tests.bench.generate import write
from tests.built_twice import built_alike
from tests.gathered import Text, collection

SIDECARS = {
    "doc000001.yml": "publish: excerpt\n",
    "doc000002.yml": "publish: private\nnamed_as: A letter\n",
    "doc000003.yml": "title: Another\nadded: 2024-05-31\npublisher: The “Daily” <b>\nauthors: [Ann Roe, Jo Poe]\n",
    "names.yml": "names: [{name: Jane Gardenhouse, type: organisation}]\n",
}
LINE = "\n“The bridge fell on May 3, 2011, and nobody wept,” said Jane Gardenhouse.\n"


def shelf(*more: Text) -> Catalogue:
    texts = [
        Text(slug, ["Jane Roe said “No,” twice."], {"Jane Roe": ("Jane Roe",)}, {"No,": "Jane Roe"}) for slug in "ab"
    ]
    return catalogue(collection(*texts, *more))


@pytest.mark.parametrize("most", [1_000, 4])
def test_lists_of_one_page_and_of_many_follow_every_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(paging, "MOST", most)
    monkeypatch.setattr("dossier.write.data.annotations.FEW", 100 * most)
    seeds = tmp_path / "seeds"
    write(seeds, 8)
    built_alike(seeds, tmp_path)
    assert (tmp_path / "kept" / "docs" / "sources" / "by-date").is_dir() == (most == 4)
    assert len(list((tmp_path / "kept" / "docs" / "quotes").iterdir())) > 1 or most > 4
    seed = seeds / "doc000005.txt"
    seed.write_text(seed.read_text(encoding="utf-8") + LINE, encoding="utf-8")
    built_alike(seeds, tmp_path)
    for name, text in SIDECARS.items():
        (seeds / name).write_text(text, encoding="utf-8")
        built_alike(seeds, tmp_path)
    (seeds / "doc000004.txt").unlink()
    (seeds / "doc000001.yml").unlink()
    built_alike(seeds, tmp_path)


def test_a_card_is_read_back_as_it_was() -> None:
    for view in shelf().views.values():
        assert unpacked(as_read(as_kept(packed(card(view))))) == card(view)


@pytest.mark.parametrize("folder", ["", "here"])
def test_a_text_is_read_alone_and_known_by_its_digest(tmp_path: Path, folder: str) -> None:
    texts = {"a": ["one, “two”", "", "\ud800[]"], "b": []}
    work = of_texts("texts", lambda _, slug: texts[slug], len)
    found = NoMemo(tmp_path / folder if folder else None).fragments(work, shelf())
    assert [found.text("a", number) for number in range(3)] == texts["a"]
    assert len({found.digest("a", number) for number in range(3)}) == 3
    assert found.about == {"a": 3, "b": 0}


def test_texts_are_made_again_only_where_an_answer_changes(tmp_path: Path) -> None:
    calls: list[str] = []

    def make(seen: Catalogue, slug: str) -> list[str]:
        calls.append(slug)
        return [seen.shorts[slug], *([seen.shorts.get("c", "none")] if slug == "a" else [])]

    def build(seen: Catalogue, then: Callable[[list[str]], None]) -> None:
        keys = {slug: slug for slug in "abc"}
        known = Memo(tmp_path / "cache", tmp_path / "docs", "code", keys)
        found = known.fragments(of_texts("texts", make), seen)
        then([found.text("a", 1), found.digest("a", 0)])
        known.keep()
        known.close()

    seen: list[list[str]] = []
    build(shelf(), seen.append)
    build(shelf(), seen.append)
    build(shelf(Text("c", ["Nothing."])), seen.append)
    assert calls == ["a", "b", "a", "c"]
    assert [text for text, _ in seen] == ["none", "none", "Title c, undated"]
    assert len({digest for _, digest in seen}) == 1
