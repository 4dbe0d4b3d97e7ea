"""What a reader's browser fetches: a source's page in a small and a large collection, and the first search result."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests import chromium
from tests.bench.figures import FIGURES
from tests.bench.generate import person
from tests.bench.generate import place as town
from tests.bench.place import Place
from tests.served import served

QUESTIONS = (person(0), person(5_000), town(0), "not after the", "treaty")
"""A name that is everywhere, one that is rare, a place, common words, one word."""
SETTLED = 1_500
"""Milliseconds in which nothing moves until a page has loaded all: its scripts fetch others once they have run."""


def transfer(place: Place, few: int, many: int) -> Iterator[str]:
    """The same sources' pages in both collections, with all that they load until nothing moves any more."""
    place.site(few)
    place.site(many)
    slugs = sorted(path.name for path in (place.project(few) / "site" / "sources").iterdir() if path.is_dir())
    found = {}
    for seeds in (few, many):
        with opened(place.project(seeds) / "site") as (browser, address):
            shared = [slug for slug in slugs if (place.project(many) / "site" / "sources" / slug).is_dir()]
            found[seeds] = [first_view(browser, f"{address}sources/{slug}/") for slug in shared]
    ratios = [large / small for small, large in zip(found[few], found[many], strict=True)]
    detail = f"median of {len(ratios)} sources, worst {max(ratios):.3f}; "
    detail += f"{median(found[many]) / 1000:.0f} KB against {median(found[few]) / 1000:.0f}"
    yield FIGURES["transfer"].line(median(ratios), detail, f" ({many:,}, {few:,})")


def search(place: Place, seeds: int) -> Iterator[str]:
    """From the key that opens the search to the first result, in a browser that has fetched nothing of it before."""
    place.site(seeds)
    with opened(place.project(seeds) / "site") as (browser, address):
        found = {words: first_result(browser, address, words) for words in QUESTIONS}
    by_size = {words: size / 1000 for words, (size, _) in found.items()}
    by_time = {words: seconds for words, (_, seconds) in found.items()}
    for name, values, digits in (("bytes", by_size, 0), ("seconds", by_time, 2)):
        told = ", ".join(f"\u201c{words}\u201d {value:.{digits}f}" for words, value in values.items())
        yield FIGURES[name].line(max(values.values()), f"worst of {told}", f", {seeds:,} seeds")


@contextmanager
def opened(site: Path) -> Iterator[tuple[Browser, str]]:
    """A browser, and the address of a site that is served to it as GitHub Pages would, with gzip."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.found(), args=chromium.flags())
        yield browser, address
        browser.close()


@contextmanager
def blank(browser: Browser) -> Iterator[tuple[Page, list[Request]]]:
    """A page in a browser that holds nothing, and the requests that are answered while the block runs."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab, answered = context.new_page(), list[Request]()
    context.on("requestfinished", lambda request: answered.append(request))  # noqa: PLW0108 - a bound method is refused
    yield tab, answered
    context.close()


def first_view(browser: Browser, url: str) -> int:
    """Bytes of all that a page loads, as they came over the line."""
    with blank(browser) as (tab, answered):
        tab.goto(url, wait_until="networkidle")
        tab.wait_for_timeout(SETTLED)
        return sum(bytes_of(request) for request in answered)


def first_result(browser: Browser, address: str, words: str) -> tuple[int, float]:
    """Bytes and seconds until the first result of a search from the home page is shown."""
    with blank(browser) as (tab, answered):
        tab.goto(address, wait_until="networkidle")
        tab.locator("a.d-find-open[aria-keyshortcuts]").wait_for()
        answered.clear()
        start = time.perf_counter()
        tab.keyboard.press("/")
        tab.get_by_role("dialog", name="Search").get_by_role("searchbox").fill(words)
        tab.locator(".d-find-list li").first.wait_for()
        seconds = time.perf_counter() - start
        return sum(bytes_of(request) for request in answered), seconds


def bytes_of(request: Request) -> int:
    """Bytes of an answer's body as it came over the line."""
    return int(request.sizes()["responseBodySize"])
