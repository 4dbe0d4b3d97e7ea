"""axe-core finds no violation of WCAG 2.2 AA, nor of good practice: each kind of page, light and dark, and opened."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import KINDS, addresses

pytestmark = [pytest.mark.site, pytest.mark.browser]

AXE = files("axe_playwright_python") / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = {"light": 1280, "dark": 390}
"""Light on a desk and dark on a phone, so that both widths are looked at too."""

RUN = """rules => axe.run({resultTypes: ["violations"], runOnly: rules}).then(told => told.violations.flatMap(
    broken => broken.nodes.map(node => `${broken.id} ${node.target.join(" ")}: ${node.failureSummary}`)))"""


def violations(tab: Page) -> list[str]:
    """What axe-core finds on the page as it is: the rule, the selector and what is wrong."""
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = tab.evaluate(RUN, RULES)
    return found


@pytest.fixture(params=SCHEMES)
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme = request.param
    context = browser.new_context(
        color_scheme=scheme,
        viewport={"width": SCHEMES[scheme], "height": 900},
        is_mobile=scheme == "dark",
        has_touch=scheme == "dark",
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(tab: Page, address: str, site: Path, kind: str) -> None:
    tab.goto(address + addresses(site)[kind])
    assert violations(tab) == []


OPENED = {
    "search": ("home", 1280, "a.d-find-open", "dialog.d-find[open]"),
    "menu of the site": ("home", 390, "label.md-header__button[for=__drawer]", "#__drawer:checked"),
    "note": ("source", 390, ".d-text a.d-noteref", ".d-unfolded"),
    "menu of a passage": ("source", 1280, ".d-text > .seed > a.d-pin", ".d-menu"),
    "reading, annotated": ("source", 1280, ".d-switch", ".d-switch[aria-pressed=true]"),
    "filters": ("timeline", 390, ".d-filters-more", ".d-filters-more[aria-expanded=true]"),
}
"""What opens on a page: on which kind and how wide it is looked at, what opens it, and what is seen then."""


@pytest.mark.parametrize("what", OPENED)
def test_axe_finds_nothing_in_what_opens(browser: Browser, address: str, site: Path, what: str) -> None:
    kind, width, opener, opened = OPENED[what]
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(address + addresses(site)[kind], wait_until="networkidle")
    tab.locator(opener).first.focus()
    tab.locator(opener).first.click()
    tab.locator(opened).first.wait_for(state="attached")
    assert violations(tab) == []
    context.close()
