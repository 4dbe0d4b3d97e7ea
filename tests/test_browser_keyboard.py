"""A walk through each kind of page with the Tab key alone: everything is reached, seen where it is, and left again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ElementHandle, FloatRect, Page

from tests.kinds import KINDS, addresses

pytestmark = [pytest.mark.site, pytest.mark.browser]

# Notes at each focus whether something lies over the element, and once it is left whether it looks other than before.
WATCH = """() => {
    const able = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], audio, video";
    const seen = {visibilityProperty: true, opacityProperty: true};
    const first = e => e.checked || document.querySelector(`[name="${e.name}"]:checked, [name="${e.name}"]`) === e;
    const faces = e => /checkbox|radio/.test(e.type)  // drawn by its label, in Material's header by the one behind it
        ? [...e.labels, e.nextElementSibling].filter(Boolean) : [];
    const all = [...document.querySelectorAll(able)].filter(e => e.tabIndex >= 0 && !e.disabled && !e.closest("[inert]")
        && e.checkVisibility({visibilityProperty: true}) && (e.type !== "radio" || first(e))
        && (e.checkVisibility(seen) || faces(e).some(face => face.checkVisibility(seen))));
    const look = e => [e, ...faces(e)].map(each => { const s = getComputedStyle(each); return [
        s.outlineStyle === "none" ? "" : [s.outlineStyle, s.outlineWidth, s.outlineColor],
        s.boxShadow, s.backgroundColor, s.borderColor].join(); }).join("|");
    const name = e => `${e.tagName.toLowerCase()}.${e.getAttribute("class") || ""} `
        + (e.ariaLabel || e.innerText || e.getAttribute("href") || e.id || "").trim().slice(0, 40);
    const over = (box, part) => document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2);
    const walk = window.walk = {all: all.map(name), order: [], covered: [], round: false};
    window.alike = [];
    let last = null;
    document.addEventListener("focusin", ({target}) => {
        if (last?.e.checkVisibility() && last.look === look(last.e)) window.alike.push(last.e);
        last = {e: target, look: look(target)};
        if (walk.order.includes(0) && all[0] === target) walk.round = true;
        if (walk.round) return;
        walk.order.push(all.indexOf(target));
        const own = [target, ...faces(target)];
        const boxes = own.flatMap(e => [...e.getClientRects()]).filter(box => box.width && box.height);
        if (getComputedStyle(target).pointerEvents === "none") return;  // its thumb alone takes the pointer
        const free = boxes.some(box => [0.1, 0.5, 0.9].some(part => own.some(e => e.contains(over(box, part)))));
        if (!free) walk.covered.push(name(target));
    });
}"""
ONCE_ROUND = "walk.round"


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk came across: all that can be reached, and by its place there each that was, in order."""

    every: list[str]
    order: list[int]
    unseen: list[str]
    covered: list[str]


def walked(tab: Page) -> Walk:
    """Press Tab until the walk has gone once through the page and out of it, or four times as often as it should."""
    tab.evaluate(WATCH)
    for pressed in range(4 * tab.evaluate("walk.all.length")):
        tab.keyboard.down("Tab")  # held down, the key repeats
        if pressed % 10 == 9 and tab.evaluate(ONCE_ROUND):
            break
    told = tab.evaluate("walk")
    alike = [tab.evaluate_handle(f"alike[{at}]").as_element() for at in range(tab.evaluate("alike.length"))]
    unseen = [element.evaluate("e => e.outerHTML") for element in alike if element and not shows_focus(tab, element)]
    return Walk(told["all"], told["order"], unseen, told["covered"])


def shows_focus(tab: Page, element: ElementHandle) -> bool:
    """Whether the focus is drawn where no style of the element tells: a slider's thumb, the field around an input."""
    element.focus()
    box = element.bounding_box()
    assert box
    clip = FloatRect(x=box["x"] - 8, y=box["y"] - 8, width=box["width"] + 16, height=box["height"] + 16)
    focused = tab.screenshot(clip=clip)
    element.evaluate("e => e.blur()")
    return focused != tab.screenshot(clip=clip)


@pytest.fixture(scope="module", params=KINDS)
def walk(request: pytest.FixtureRequest, browser: Browser, address: str, site: Path) -> Iterator[Walk]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(address + addresses(site)[request.param], wait_until="networkidle")
    yield walked(tab)
    context.close()


def test_everything_is_reached_and_left(walk: Walk) -> None:
    assert walk.every
    missed = [name for at, name in enumerate(walk.every) if at not in walk.order]
    assert missed == []


def test_the_order_is_that_of_the_page(walk: Walk) -> None:
    known = [at for at in dict.fromkeys(walk.order) if at >= 0]
    strayed = [walk.every[after] for before, after in pairwise(known) if after < before]
    assert strayed == []


def test_where_the_keyboard_is_can_be_seen(walk: Walk) -> None:
    assert walk.unseen == []
    assert walk.covered == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_skip_link_leads_to_the_text(browser: Browser, address: str, site: Path, kind: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address + addresses(site)[kind])
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.matches('.md-skip')")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('main') !== null")
    context.close()
