"""What every kind of page keeps to, in a real browser: its own site alone, its order, its weight, its stillness."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import KINDS, addresses

pytestmark = [pytest.mark.site, pytest.mark.browser]

SHIFTS = """window.shifted = [];
new PerformanceObserver(list => { for (const shift of list.getEntries()) if (!shift.hadRecentInput)
    window.shifted.push([shift.value, shift.sources.map(s => s.node?.className || s.node?.nodeName || "").join(" ")]);
}).observe({type: "layout-shift", buffered: true});"""

SCROLL = """async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y); await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); } }"""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was loaded and scrolled through, and what happened meanwhile."""

    kind: str
    tab: Page
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=KINDS)
def visit(request: pytest.FixtureRequest, browser: Browser, address: str, site: Path) -> Iterator[Visit]:
    """One visit of a page of each kind; the tests below read the page and change nothing in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Visit(request.param, context.new_page())
    tab = made.tab
    tab.add_init_script(SHIFTS)
    tab.on("request", lambda request: made.asked.append(request.url))
    tab.on("response", lambda told: made.failed.append(told.url) if told.status >= 400 else None)
    tab.on("pageerror", lambda error: made.failed.append(str(error)))
    tab.on("console", lambda said: made.failed.append(said.text) if said.type == "error" else None)
    tab.goto(address + addresses(site)[made.kind], wait_until="networkidle")
    tab.evaluate(SCROLL)
    yield made
    context.close()


def test_no_request_leaves_the_site(visit: Visit, address: str) -> None:
    assert visit.asked
    assert [url for url in visit.asked if not url.startswith((address, "data:", "blob:"))] == []


def test_nothing_fails(visit: Visit) -> None:
    """No address that is not there, no error of a script, nothing that the page's own security policy forbids."""
    expected = 2 if visit.kind == "missing" else 0  # the page that is not there, and Chromium's word that it is not
    assert len(visit.failed) == expected, visit.failed


def test_no_cookie_is_set(visit: Visit) -> None:
    assert visit.tab.context.cookies() == []
    assert visit.tab.evaluate("document.cookie") == ""


def test_nothing_jumps(visit: Visit) -> None:
    shifted = visit.tab.evaluate("window.shifted")
    assert sum(value for value, _ in shifted) <= 0.02, shifted


def test_headings_are_in_order(visit: Visit) -> None:
    """One heading of the first level and none empty; each begins at most one level below the one before."""
    found = visit.tab.eval_on_selector_all(
        "h1, h2, h3, h4, h5, h6",
        "all => all.filter(h => h.checkVisibility()).map(h => [Number(h.tagName[1]), h.innerText.trim()])",
    )
    levels = [level for level, _ in found]
    assert levels.count(1) == 1, found
    assert all(text for _, text in found), found
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), found


def test_landmarks_are_there_and_named(visit: Visit) -> None:
    tab = visit.tab
    for role in ("banner", "main", "contentinfo"):
        assert tab.get_by_role(role).count() == 1, role
    shown = tab.get_by_role("navigation").all()
    names = [nav.get_attribute("aria-label") or nav.get_attribute("aria-labelledby") for nav in shown]
    assert all(names), names
    assert tab.locator("html").get_attribute("lang")


def test_drawings_and_pictures_have_words(visit: Visit) -> None:
    """Each is named, or hidden from those who hear the page because words beside it say the same."""
    silent = visit.tab.eval_on_selector_all(
        "svg, img, canvas, [role=img]",
        """all => all.filter(e => e.checkVisibility() && !e.closest("[aria-hidden=true], svg svg"))
            .filter(e => e.tagName === "IMG" ? !e.hasAttribute("alt") : !(e.getAttribute("role") === "img"
                && (e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.querySelector("title"))))
            .filter(e => !e.closest("a, button, label, summary")?.matches("[aria-label], [title], :has(:not(svg *))"))
            .map(e => (e.parentElement.outerHTML || "").slice(0, 200))""",
    )
    assert silent == []


# The reading of a date stands on the timeline too, a quotation's speaker and day behind its sign and on its own page.
KNOWN = ".headerlink, .md-content__button, .d-date, .d-quote, .d-switch"


def test_no_words_show_only_where_a_pointer_rests(visit: Visit) -> None:
    """A `title` is no place for words that are nowhere else: neither keyboard nor finger brings it up."""
    alone = visit.tab.eval_on_selector_all(
        "article [title]",
        """(all, known) => all.filter(e => !(e.innerText + e.ariaLabel).includes(e.title) && !e.matches(known))
            .map(e => e.outerHTML.slice(0, 200))""",
        KNOWN,
    )
    assert alone == []


HOVERED = """() => {
    const shows = ["display", "visibility", "opacity", "clipPath", "clip", "height", "maxHeight", "content"];
    const rules = [];
    const walk = list => { for (const rule of list) { if (rule.selectorText) rules.push(rule);
        if (rule.cssRules) walk(rule.cssRules); } };
    for (const sheet of document.styleSheets)
        if (!/stylesheets\\/(main|palette)|pagefind/.test(sheet.href || "")) walk(sheet.cssRules);
    const all = rules.map(rule => rule.selectorText).join(", ");
    const twin = one => ["", "-within", "-visible"].some(kind => all.includes(one.replace(":hover", ":focus" + kind)));
    const own = one => { const subject = one.split(/[ >+~]+(?![^(]*\\))/).at(-1).split(":")[0];
        return subject && rules.some(({selectorText: text}) => text.includes(subject) && text.includes(":focus")); };
    return rules.filter(rule => rule.selectorText.includes(":hover") && shows.some(name => rule.style[name]))
        .flatMap(rule => rule.selectorText.split(/,(?![^(]*\\))/)).map(one => one.trim())
        .filter(one => one.includes(":hover") && !/:focus/.test(one) && !twin(one) && !own(one));
}"""


def test_what_a_pointer_brings_up_the_keyboard_brings_up_too(visit: Visit) -> None:
    assert visit.tab.evaluate(HOVERED) == []


def test_own_scripts_and_styles_are_light(visit: Visit, address: str, site: Path) -> None:
    """At most 30 KB of scripts and 20 KB of styles of our own on a page, gzipped; Material's are one folder deeper."""
    for ending, most in (("js", 30_000), ("css", 20_000)):
        own = [site / url.removeprefix(address) for url in visit.asked if re.search(rf"/assets/[^/]+\.{ending}$", url)]
        assert own
        weight = sum(len(gzip.compress(path.read_bytes(), 6)) for path in own)
        assert weight <= most, f"{ending}: {weight} bytes"


MOVES = """() => [...document.querySelectorAll("*")].flatMap(e => [null, "::before", "::after"].flatMap(part => {
    const style = getComputedStyle(e, part);
    const long = time => time.split(",").some(each => parseFloat(each) * (each.includes("ms") ? 1 : 1000) > 10);
    const moved = [style.transitionProperty !== "none" && long(style.transitionDuration) && "transition",
        style.animationName !== "none" && long(style.animationDuration) && "animation",
        style.scrollBehavior === "smooth" && "scroll"].filter(Boolean);
    return moved.map(what => `${what} ${e.tagName}.${e.getAttribute("class") || ""}${part || ""}`);
}))"""


@pytest.mark.parametrize("kind", ["home", "source", "timeline", "quotes", "pair"])
def test_nothing_moves_for_those_who_asked_for_stillness(browser: Browser, address: str, site: Path, kind: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(address + addresses(site)[kind])
    assert tab.evaluate(MOVES) == []
    context.close()
