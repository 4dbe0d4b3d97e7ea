"""Every kind of page with scripts off: all its words are there to be read, and each list is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import KINDS, addresses

pytestmark = [pytest.mark.site, pytest.mark.browser]

# Words that nobody can read or unfold: what stands in a closed <details> can be; words for those who hear the page are.
# Where notes stand in the margin their heading is not shown; what a script alone finds waits under a heading not shown.
LOST = """() => [...document.querySelectorAll("article *")]
    .filter(e => [...e.childNodes].some(node => node.nodeType === 3 && /\\p{L}/u.test(node.data)))
    .filter(e => !e.closest("script, style, template, title, desc, noscript, .d-beside-all, [id=d-lost-near]"))
    .filter(e => !e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .filter(e => { const folded = e.closest("details:not([open])"); return !(folded && folded.checkVisibility()); })
    .filter(e => !e.closest("[hidden]")?.querySelector("input, select, button"))
    .map(e => e.outerHTML.slice(0, 160))"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_all_words_are_there(tab: Page, address: str, site: Path, kind: str) -> None:
    tab.goto(address + addresses(site)[kind])
    assert tab.locator("h1").first.is_visible()
    assert tab.evaluate(LOST) == []


@pytest.mark.parametrize(("kind", "entries"), [("timeline", "events"), ("quotes", "quotes"), ("names", "names")])
def test_each_list_is_whole(tab: Page, address: str, site: Path, kind: str, entries: str) -> None:
    told = json.loads((site / "data" / f"{kind}.json").read_text(encoding="utf-8"))[entries]
    tab.goto(f"{address}{kind}/")
    ids = tab.eval_on_selector_all("article [id]", "all => all.map(e => e.id)")
    ends = {each.rpartition("--")[2] for each in ids}  # a quotation's id is its own after its source's
    assert told
    assert [each["id"] for each in told if each["id"] not in ends] == []
