"""Nothing that a seed, its file name or its sidecar holds ever runs, on any page, with the site's policy or without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page, expect

import build_pages
from dossier.policy import scripts, without_place
from tests.hostile import QUOTED, TRAP, hostile
from tests.kinds import KINDS
from tests.served import served
from tests.test_write_pages import CODE_THAT_RUNS

pytestmark = pytest.mark.site
TRAPS = """
    window.trapped = [];
    window.trap = (what) => trapped.push(`trap ${what}`);
    for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => trapped.push(name);
    addEventListener("error", (event) => trapped.push(`error ${event.message ?? event.target?.src}`), true);
    addEventListener("securitypolicyviolation", (event) => trapped.push(`refused ${event.blockedURI}`));
"""
RUNS = (
    "script:not([src]), script[src*=':'], style, iframe, object, "
    "embed, base, form[action^=j], math, foreignObject, animate, [srcdoc], [formaction]"
)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the hostile collection."""
    where = tmp_path_factory.mktemp("hostile")
    hostile(where / "seeds")
    status = build_pages.main(["--seeds", f"{where}/seeds", "--docs", f"{where}/docs", "--site", "--quiet"])
    assert status == 0
    return where / "site"


@pytest.fixture(scope="module")
def home(attacked: Path) -> Iterator[str]:
    with served(attacked) as address:
        yield address


def pages(site: Path) -> list[tuple[Path, BeautifulSoup]]:
    return [(path, BeautifulSoup(path.read_bytes(), "html.parser")) for path in sorted(site.rglob("*.html"))]


def places(site: Path) -> list[str]:
    """One address of each kind of page, every source, every name, and an old address."""
    kinds = [find(site) for find in KINDS.values()]
    sources = [f"sources/{path.parent.name}/" for path in sorted(site.glob("sources/*/index.html"))]
    names = [f"names/{path.parent.name}/" for path in sorted(site.glob("names/*/index.html"))]
    return list(dict.fromkeys([*kinds, *sources, *names, "sources/old-two-titled/"]))


def handlers(tag: Tag) -> list[str]:
    return [name for name in tag.attrs if name.lower().startswith("on") or name.lower() == "style"]


def test_no_page_holds_anything_that_runs(attacked: Path) -> None:
    lost = (attacked / "404.html").read_text(encoding="utf-8")
    own = set(map(without_place, scripts(lost)))
    for path, page in pages(attacked):
        moved = page.select_one("meta[http-equiv=refresh]") is not None
        inline = scripts(path.read_text(encoding="utf-8"))
        assert moved or set(map(without_place, inline)) <= own, path
        assert not [tag for tag in page.select("[href], [src]") if CODE_THAT_RUNS.match(str(tag.get("href") or ""))], (
            path
        )
        assert not [tag for tag in page.select("*") if any(n.startswith("on") for n in handlers(tag))], path
        for part in page.select("article"):
            assert not part.select(RUNS), path
            assert not [tag for tag in part.select("*") if handlers(tag)], path
            assert all(str(tag["src"]).startswith(("..", "/", "assets")) for tag in part.select("[src]")), path
        for tag in page.select("script[type='application/ld+json']"):
            json.loads(tag.get_text())


def test_templates_and_snippets_of_a_seed_are_not_filled_in(attacked: Path) -> None:
    for path, page in pages(attacked):
        text = page.get_text()
        assert "root:x:0" not in text, path
        assert "7 * 7" in text or "49" not in (page.title.get_text() if page.title else ""), path
    shown = (attacked / "sources" / "two-titled" / "index.html").read_text(encoding="utf-8")
    assert "{{ 7 * 7 }} {{ config }}" in BeautifulSoup(shown, "html.parser").get_text()


def test_what_programs_read_is_whole(attacked: Path) -> None:
    for path in [*attacked.rglob("*.json"), *attacked.rglob("*.jsonld")]:
        json.loads(path.read_bytes())
    for path in attacked.rglob("*.xml"):
        root = ET.fromstring(path.read_bytes())  # noqa: S314 - our own
        assert "script" not in {each.tag.rpartition("}")[2] for each in root.iter()}
    assert "<script" not in (attacked / "llms.txt").read_text(encoding="utf-8").replace("&lt;script", "")


def used(tab: Page) -> None:
    """Use what a page has: previews, folds, menus, copy buttons, filters."""
    for what in ("[data-peek]", ".d-quote", "a[role=doc-noteref]", "a.d-by", "article a[href]"):
        found = tab.locator(f"article {what}:visible")
        for at in range(min(found.count(), 3)):
            found.nth(at).dispatch_event("mouseover")
    for summary in tab.locator("article summary:visible").all()[:8]:
        summary.dispatch_event("click")
    for button in tab.locator("article button:visible").all()[:8]:
        button.dispatch_event("click")
    for field in tab.locator("article input[type=search]:visible").all()[:2]:
        field.fill(f"<img src=x onerror={TRAP}>")
    tab.wait_for_timeout(20)


@pytest.mark.browser
@pytest.mark.parametrize("policy", [True, False], ids=["policy", "no policy"])
def test_nothing_runs_on_any_kind_of_page(browser: Browser, attacked: Path, home: str, *, policy: bool) -> None:
    context = browser.new_context(bypass_csp=not policy, permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(TRAPS)
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: asked.append(f"fault {error}"))
    for place in [find(attacked) for find in KINDS.values()] if policy else places(attacked):
        tab.goto(home + place, wait_until="load")
        used(tab)
        abroad = [each for each in asked if not each.startswith((home, "data:"))]
        assert (place, tab.evaluate("window.trapped"), abroad) == (place, [], [])
    context.close()


@pytest.mark.browser
def test_nothing_runs_among_the_results_of_the_search(browser: Browser, home: str) -> None:
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(TRAPS)
    tab = context.new_page()
    tab.goto(home)
    tab.locator("a.d-find-open[aria-keyshortcuts]").wait_for()
    tab.keyboard.press("/")
    field = tab.get_by_role("dialog", name="Search").get_by_role("searchbox")
    for words in ("script", "shall meet again", "title", f"<img src=x onerror={TRAP}>", "onerror"):
        field.fill(words)
        expect(tab.get_by_role("dialog").get_by_role("status")).to_contain_text(words)
    field.fill("Jane Doe")
    tab.locator(".d-find-list li").first.wait_for()
    assert tab.evaluate("window.trapped") == []
    tab.goto(f"{home}no/such/{QUOTED}/?find=<img src=x onerror={TRAP}>#<svg onload={TRAP}>")
    tab.goto(f"{home}quotes/?q=<img src=x onerror={TRAP}>&speaker=<svg onload={TRAP}>#<svg onload={TRAP}>")
    tab.goto(f"{home}timeline/?q=<img src=x onerror={TRAP}>&from=<svg onload={TRAP}>")
    assert tab.evaluate("window.trapped") == []
    # The trap itself works: what stands in a page as markup does run here.
    tab.evaluate(f"document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror={TRAP}>')")
    tab.wait_for_function("window.trapped.includes('trap 1')")
    context.close()
