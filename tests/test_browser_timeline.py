"""The timeline in a real browser: overview, filters and their address, keyboard, no script."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from dossier.write.catalogue import catalogue
from tests.furnished import timeline_of
from tests.served import served
from tests.test_write_timeline import history

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{address}timeline/", wait_until="networkidle")
    return page


def shown(tab: Page) -> Locator:
    return tab.locator(".d-event:not([hidden])")


def years(tab: Page) -> list[tuple[int, int]]:
    """First and last year of each entry that is shown."""
    spans: list[list[str]] = tab.eval_on_selector_all(
        ".d-event:not([hidden])", "all => all.map(e => [e.dataset.from, e.dataset.to])"
    )
    return [(int(first[:-6] or -9999) if first else -9999, int(last[:-6]) if last else 9999) for first, last in spans]


def test_every_event_and_former_id_has_an_anchor_without_a_script(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}timeline/", wait_until="networkidle")
    events = json.loads((site / "data/timeline.json").read_text(encoding="utf-8"))["events"]
    for event in events:
        for name in (event["id"], *event.get("former_ids", ())):
            assert tab.locator(f"[id='{name}']").count() == 1, name
    assert tab.locator(".d-event").first.is_visible()
    assert tab.locator(".d-event time[datetime]").count() > 0
    tab.locator(".d-read summary").first.click()
    assert "rule" in tab.locator(".d-read").first.inner_text()
    context.close()


@pytest.mark.parametrize("key", ["source", "person", "place", "kind", "precision"])
def test_a_filter_is_in_the_address_and_comes_back_from_it(tab: Page, context: BrowserContext, key: str) -> None:
    everything = shown(tab).count()
    choice = tab.locator(f"select[name={key}]")
    option = choice.locator("option").nth(1)
    number = int(option.inner_text().rpartition("(")[2].rstrip(")"))
    choice.select_option(index=1)
    assert shown(tab).count() == number < everything
    again = context.new_page()
    again.goto(tab.url, wait_until="networkidle")
    assert shown(again).count() == number
    assert f"{number} of {everything}" in again.locator(".d-filters output").inner_text()


def test_search_and_escape(tab: Page) -> None:
    everything = shown(tab).count()
    tab.locator(".d-filters input[type=search]").fill("strasbourg")
    assert 0 < shown(tab).count() < everything
    assert tab.locator(".d-timeline h2:visible").count() < tab.locator(".d-timeline h2").count()
    tab.keyboard.press("Escape")
    assert shown(tab).count() == everything
    assert "#" not in tab.url


def test_years_are_chosen_by_dragging(tab: Page) -> None:
    box = tab.locator(".d-overview-plot").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    tab.mouse.move(box["x"] + box["width"] * 0.40, middle)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] * 0.52, middle, steps=4)
    tab.mouse.up()
    assert "from=" in tab.url
    assert "to=" in tab.url
    chosen = dict(pair.split("=") for pair in tab.url.partition("#")[2].split("&"))
    assert all(last >= int(chosen["from"]) and first <= int(chosen["to"]) for first, last in years(tab))
    assert tab.locator(".d-overview-window").is_visible()


def test_years_are_chosen_from_the_keyboard(tab: Page) -> None:
    everything = shown(tab).count()
    slider = tab.get_by_label("First year")
    slider.focus()
    tab.keyboard.press("End")
    tab.get_by_label("Last year").focus()
    tab.keyboard.press("ArrowLeft")
    assert shown(tab).count() < everything
    assert "from=" in tab.url
    assert (slider.get_attribute("aria-valuetext") or "none") in tab.url


def test_a_permalink_to_an_entry_leaves_it_visible(tab: Page, context: BrowserContext) -> None:
    name = shown(tab).nth(5).get_attribute("id")
    again = context.new_page()
    again.goto(tab.url + f"#{name}", wait_until="networkidle")
    assert again.locator(":target").is_visible()
    assert again.locator(".d-event[hidden]").count() == 0


def test_inferred_publications_are_apart_from_printed_dates(tab: Page) -> None:
    inferred = tab.locator(".d-inferred")
    assert inferred.count() > 0
    assert all("inferred" in each for each in inferred.all_inner_texts())
    assert tab.locator("section", has=tab.locator("#publication")).locator(".d-inferred").count() == 0


def test_an_entry_leads_to_its_passage(tab: Page) -> None:
    entry = tab.locator(".d-event[data-kind=event][data-precision=day]").first
    words = entry.locator(".d-dated").first.inner_text()
    entry.locator(".d-at-source").first.click()
    assert words in tab.locator(":target").inner_text()


@pytest.fixture(scope="module")
def long(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the timeline of a collection of 1,200 events, which has several pages."""
    where = tmp_path_factory.mktemp("long")
    for path, text in timeline_of(catalogue(history(1_200, "spoke about the treaty"))).items():
        target = where / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    shutil.copytree(built / "docs" / "assets", where / "docs" / "assets")
    config = f"INHERIT: {built / 'mkdocs.yml'}\ndocs_dir: docs\nsite_dir: site\nnav: []\n"
    config += f"theme:\n  custom_dir: {built / 'dossier/theme'}\n"
    (where / "mkdocs.yml").write_text(config, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=where, capture_output=True, check=True)
    with served(where / "site") as home:
        yield f"{home}timeline/"


def test_years_chosen_in_the_overview_lead_to_their_page(context: BrowserContext, long: str) -> None:
    tab = context.new_page()
    tab.goto(long, wait_until="networkidle")
    box = tab.locator(".d-overview-plot").bounding_box()
    assert box
    tab.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + 20)
    tab.wait_for_url("**/timeline/19**")
    assert tab.locator(".d-overview-here").count() == 1
    chosen = int(tab.url.partition("from=")[2][:4])
    assert shown(tab).count() > 0
    assert all(first <= chosen <= last for first, last in years(tab))


def test_what_is_chosen_goes_along_to_the_next_page(context: BrowserContext, long: str) -> None:
    tab = context.new_page()
    tab.goto(long, wait_until="networkidle")
    tab.locator(".d-contents a").first.click()
    tab.locator(".d-filters input[type=search]").fill("treaty")
    tab.locator(".d-around a").first.click()
    assert tab.locator(".d-filters input[type=search]").input_value() == "treaty"


def test_a_permalink_from_the_time_of_one_page_is_led_on(context: BrowserContext, long: str) -> None:
    tab = context.new_page()
    tab.goto(f"{long}#e-1944-06-06-0123456789", wait_until="networkidle")
    tab.wait_for_url("**/timeline/194*/**")
    assert tab.url.endswith("#e-1944-06-06-0123456789")
