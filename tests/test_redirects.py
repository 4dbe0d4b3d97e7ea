"""A renamed source leaves a page at its old address."""

from __future__ import annotations

from pathlib import Path

import pytest

import build_pages

ARTICLE = "A Plain Title of the Day\n\nMay 12, 2021\n\nThe minister met the delegation in the capital and spoke.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "one.yml").write_text("slug: new\nredirect_from: [old, older]\n", encoding="utf-8")
    return folder


def run(seeds: Path) -> int:
    return build_pages.main(["--seeds", str(seeds), "--docs", str(seeds.parent / "docs"), "--quiet"])


def test_each_old_address_leads_to_the_new_one(seeds: Path) -> None:
    assert run(seeds) == 0
    for old in ("old", "older"):
        page = (seeds.parent / "docs" / "sources" / old / "index.html").read_text(encoding="utf-8")
        assert '<meta http-equiv="refresh" content="0; url=../new/">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert '<link rel="canonical" href="../new/">' in page
        assert '<a href="../new/">A Plain Title of the Day</a>' in page


def test_an_old_address_that_is_given_up_is_removed(seeds: Path) -> None:
    assert run(seeds) == 0
    (seeds / "one.yml").write_text("slug: new\n", encoding="utf-8")
    assert run(seeds) == 0
    assert not (seeds.parent / "docs" / "sources" / "old").exists()


def test_an_old_address_that_another_source_has_is_an_error_at_its_line(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds / "two.txt").write_text(ARTICLE.replace("Plain", "Second"), encoding="utf-8")
    (seeds / "two.yml").write_text("slug: older\n", encoding="utf-8")
    assert run(seeds) == 1
    told = capsys.readouterr().err
    assert "seeds/one.yml:2:16: " in told
    assert "the address 'older' is taken by seeds/two.txt" in told
    assert (seeds.parent / "docs" / "sources" / "old" / "index.html").is_file()
    assert (seeds.parent / "docs" / "sources" / "older.md").is_file()
    assert not (seeds.parent / "docs" / "sources" / "older").exists()


def test_a_title_cannot_break_out_of_the_page(seeds: Path) -> None:
    (seeds / "one.yml").write_text(
        "title: '</title><script>alert(1)</script>'\nslug: new\nredirect_from: old\n", encoding="utf-8"
    )
    assert run(seeds) == 0
    page = (seeds.parent / "docs" / "sources" / "old" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
