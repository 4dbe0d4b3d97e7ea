"""One pass over the pages of a built site: all changes in their order, and no page written that stays as it is."""

from __future__ import annotations

from pathlib import Path

from dossier.built import over


def test_every_page_goes_through_all_changes_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for path in ("index.html", "deep/index.html"):
        (tmp_path / path).write_text("a\r\n", encoding="utf-8", newline="")
    (tmp_path / "data.json").write_text("a", encoding="utf-8")
    assert over(tmp_path, lambda page: page.replace("a", "b"), lambda page: page.replace("b", "é")) == 2
    assert (tmp_path / "deep" / "index.html").read_bytes() == "é\n".encode()
    assert (tmp_path / "data.json").read_text(encoding="utf-8") == "a"


def test_a_page_that_stays_as_it_is_is_not_written(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    over(tmp_path, lambda page: page.replace("b.html", "changed"))
    after = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert [path.name for path in before if before[path] != after[path]] == ["b.html"]
