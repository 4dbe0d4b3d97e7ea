"""The Content-Security-Policy of a built site: what the theme runs may run, and nothing that came in another way."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dossier.policy import digest, scripts, seal, with_policy, without_place
from tests.builders import with_zensical
from tests.kinds import KINDS
from tests.linear import assert_linear
from tests.served import served

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
THEME = 'place=new URL("{}",location)'
LISTEN = """
    window.refused = [];
    const told = (event) => refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
    document.addEventListener("securitypolicyviolation", told);
"""
PAGE = '<!doctype html>\n<html><head>\n<meta charset="utf-8">\n<script>{}</script></head><body>{}</body></html>'


def policy(page: str) -> str:
    found = POLICY.findall(page)
    assert len(found) == 1
    return str(found[0])


def small_site(where: Path, **pages: str) -> Path:
    """Pages by name, the theme's script with each page's own place in it."""
    for name, body in {"404": "", **pages}.items():
        place = "." if name == "404" else "../.."
        (where / f"{name}.html").write_text(PAGE.format(THEME.format(place), body), encoding="utf-8")
    return where


def test_the_scripts_of_the_theme_are_allowed_at_every_depth(tmp_path: Path) -> None:
    site = small_site(tmp_path, one="")
    assert seal(site) == 2
    for name, place in (("404", "."), ("one", "../..")):
        page = (site / f"{name}.html").read_text(encoding="utf-8")
        assert f"script-src 'self' 'wasm-unsafe-eval' '{digest(THEME.format(place))}';" in policy(page)
        assert page.index("Content-Security-Policy") < page.index("<script")


@pytest.mark.parametrize(
    "body",
    [
        "<script>trap()</script>",
        "<SCRIPT type=module>trap()</SCRIPT>",
        f"<script>{THEME.format('.')};trap()</script>",
        '<script>place=new URL("javascript:trap()",location)</script>',
    ],
)
def test_a_script_that_the_theme_does_not_know_is_not_allowed(tmp_path: Path, body: str) -> None:
    seal(small_site(tmp_path, one=body))
    found = policy((tmp_path / "one.html").read_text(encoding="utf-8"))
    assert found.count("sha256-") == 1


def test_data_and_files_need_no_hash() -> None:
    data = '<script type="application/ld+json">{}</script><script id="x" type=application/json>{}</script>'
    assert scripts(f'{data}<script src="a.js"></script>') == []
    assert scripts("<script>a<b</script><script></script>") == ["a<b", ""]


def test_sealing_twice_changes_nothing(tmp_path: Path) -> None:
    site = small_site(tmp_path, one="")
    seal(site)
    before = (site / "one.html").read_bytes()
    seal(site)
    assert (site / "one.html").read_bytes() == before


def test_a_page_with_a_policy_of_its_own_keeps_it() -> None:
    own = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    page = f'<head><meta charset="utf-8">\n{own}</head>'
    assert with_policy(page, frozenset()) == page


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_policy("<p>words</p>", frozenset()) == "<p>words</p>"


def test_a_sheet_that_a_script_of_the_theme_sets_is_allowed_by_its_hash(tmp_path: Path) -> None:
    sheet = ".u{color:red}.v{background-color:" + "blue;" * 30 + "}"
    bundle = tmp_path / "assets" / "javascripts" / "bundle.1.min.js"
    bundle.parent.mkdir(parents=True)
    bundle.write_text(f"var a='{sheet}',b='.w{{}}';", encoding="utf-8")
    seal(small_site(tmp_path, one=""))
    assert f"style-src 'self' '{digest(sheet)}';" in policy((tmp_path / "one.html").read_text(encoding="utf-8"))


def test_only_the_place_of_a_script_may_differ() -> None:
    assert without_place(THEME.format("../..")) == without_place(THEME.format("."))
    assert without_place(THEME.format("x y")) != without_place(THEME.format("."))


@pytest.mark.parametrize("part", ["<script>", "<script ", "<script>a</script>", "</script", "<", "<head"])
def test_sealing_takes_time_in_proportion(part: str) -> None:
    def work(size: int) -> Callable[[], object]:
        page = part * size
        return lambda: with_policy(page, frozenset())

    assert_linear(work, 20_000)


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def home(
    request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    """A site of each builder and its address."""
    site = built / "site" if request.param == "mkdocs" else with_zensical(built, tmp_path_factory.mktemp("zensical"))
    with served(site) as address:
        yield site, address


def used(tab: Page) -> None:
    """Use what a page has: its search, its switch of colours, its previews."""
    tab.keyboard.press("/")
    tab.keyboard.type("macron", delay=5)
    tab.wait_for_timeout(300)
    tab.keyboard.press("Escape")
    switch = tab.locator("label.md-header__button[for^=__palette]:visible")
    if switch.count():
        switch.first.dispatch_event("click")
    for what in ("[data-peek]", ".d-quote", "a[role=doc-noteref]"):
        found = tab.locator(f"article {what}:visible")
        if found.count():
            found.first.scroll_into_view_if_needed()
            found.first.dispatch_event("mouseover")
            tab.wait_for_timeout(200)
    for summary in tab.locator("article summary:visible").all()[:6]:
        summary.dispatch_event("click")


@pytest.mark.site
@pytest.mark.browser
def test_nothing_that_the_site_needs_is_refused(browser: Browser, home: tuple[Path, str]) -> None:
    site, address = home
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(LISTEN)
    tab = context.new_page()
    for kind in (*(find(site) for find in KINDS.values()), "no/such/page/"):
        tab.goto(address + kind, wait_until="networkidle")
        used(tab)
        assert tab.evaluate("refused") == [], kind
        assert policy(tab.content()).count("sha256-") >= 3
    assert context.cookies() == []
    context.close()


@pytest.mark.site
@pytest.mark.browser
def test_a_trap_in_a_built_page_does_not_run(browser: Browser, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    for when in ("after", "before"):
        page = tmp_path / "site" / "about" / "index.html"
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("<h1", f"<script>window.trap_{when} = 1</script><h1 onclick='trap()'", 1), "utf-8")
        if when == "before":
            seal(tmp_path / "site")
    context = browser.new_context()
    context.add_init_script(LISTEN)
    tab = context.new_page()
    with served(tmp_path / "site") as address:
        tab.goto(f"{address}about/", wait_until="networkidle")
        assert tab.evaluate("[window.trap_after, window.trap_before]") == [None, None]
        assert len(tab.evaluate("refused")) >= 2
        assert tab.evaluate("typeof __md_scope") == "object"
    context.close()
