"""axe-core finds no violation of WCAG 2.2 AA, nor of good practice: each kind of page, light and dark, and opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page

from tests.kinds import KINDS, addresses

pytestmark = [pytest.mark.site, pytest.mark.browser]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = {"light": 1280, "dark": 390}
"""Light on a desk and dark on a phone, so that both widths are looked at too."""

RUN = """rules => axe.run({resultTypes: ["violations"], runOnly: rules}).then(told => told.violations.flatMap(
    broken => broken.nodes.map(node => `${broken.id} ${node.target.join(" ")}: ${node.failureSummary}`)))"""


def violations(tab: Page) -> list[str]:
    """What axe-core finds on the page as it is: the rule, the selector and what is wrong."""
    tab.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    found: list[str] = tab.evaluate(RUN, RULES)
    return found


@pytest.fixture(params=SCHEMES)
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme = request.param
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": SCHEMES[scheme], "height": 900}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(tab: Page, address: str, site: Path, kind: str) -> None:
    tab.goto(address + addresses(site)[kind])
    assert violations(tab) == []
