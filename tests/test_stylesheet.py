"""One stylesheet of a built site in place of many: their order is kept, and those of the theme stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.stylesheet import join, linked, with_one

THEME = '<link rel="stylesheet" href="{0}assets/stylesheets/main.57a0.min.css">'
OWN = '<link rel="stylesheet" href="{0}assets/tokens.css">\n    <link rel="stylesheet" href="{0}assets/print.css">'


def built(site: Path) -> Path:
    (site / "assets").mkdir(parents=True)
    (site / "assets" / "tokens.css").write_text("/* a ** b */\na { color: red }\n", encoding="utf-8")
    (site / "assets" / "print.css").write_text("a { color: blue }\n", encoding="utf-8")
    for path, up in (("index.html", ""), ("names/x/index.html", "../../"), ("404.html", "/")):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(f"<head>{THEME}\n{OWN}</head><p>as it is</p>".format(up), encoding="utf-8")
    return site


def test_every_page_has_one_stylesheet_beside_those_of_the_theme(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert join(site) == 2
    for path, up in (("index.html", ""), ("names/x/index.html", "../../"), ("404.html", "/")):
        link = f'\n<link rel="stylesheet" href="{up}assets/own.css">'
        assert (site / path).read_text(encoding="utf-8") == f"<head>{THEME.format(up)}{link}</head><p>as it is</p>"


def test_it_holds_all_in_their_order_without_comments(tmp_path: Path) -> None:
    join(built(tmp_path))
    text = (tmp_path / "assets" / "own.css").read_text(encoding="utf-8")
    assert text == "a { color: red }\n\na { color: blue }\n"


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    join(built(tmp_path))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert join(tmp_path) == 0
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before


def test_a_page_without_stylesheets_of_its_own_stays(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(THEME.format(""), encoding="utf-8")
    assert join(tmp_path) == 0
    assert with_one(THEME) == THEME


@pytest.mark.parametrize(
    "link", ["<link rel=stylesheet href=../assets/a.css>", '<link rel="stylesheet" href="assets/a.css" />']
)
def test_links_are_known_as_either_builder_writes_them(link: str) -> None:
    assert linked(link) == ("a.css",)


def test_a_link_in_the_text_of_a_page_stays(tmp_path: Path) -> None:
    page = f"<head>{THEME}\n{OWN}</head><p>{OWN}</p>".format("")
    assert with_one(page).endswith(f"</head><p>{OWN}</p>".format(""))
    assert with_one(page.replace("</head>", "")).count("own.css") == 1


@pytest.mark.site
def test_the_built_site_has_one(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert linked(page) in {("own.css",), ()}, path
