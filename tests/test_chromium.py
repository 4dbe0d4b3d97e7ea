from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import chromium


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A machine with no browser: an empty PATH, and nothing downloaded."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "of_playwright", lambda: "")
    chromium.found.cache_clear()
    yield tmp_path
    chromium.found.cache_clear()


def browser_at(path: Path, status: int) -> None:
    path.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)


def test_a_browser_on_the_path_is_taken(nowhere: Path) -> None:
    browser_at(nowhere / "chromium", 0)
    assert chromium.set_up(()) == str(nowhere / "chromium")


def test_a_script_that_only_says_where_the_browser_went_is_none(nowhere: Path) -> None:
    browser_at(nowhere / "chromium-browser", 1)
    assert chromium.set_up(()) == ""


def test_the_ways_are_tried_in_order_until_one_helps(nowhere: Path) -> None:
    tried = []

    def failing() -> None:
        tried.append("failing")

    def helping() -> None:
        tried.append("helping")
        browser_at(nowhere / "chromium", 0)

    def needless() -> None:
        tried.append("needless")

    assert chromium.set_up((failing, helping, needless)) == str(nowhere / "chromium")
    assert tried == ["failing", "helping"]


def test_a_machine_that_cannot_have_one_is_told(nowhere: Path) -> None:
    assert chromium.set_up((lambda: None,)) == ""
    assert not list(nowhere.iterdir())
    assert "CHROMIUM=" in chromium.MISSING


@pytest.mark.browser
@pytest.mark.site
def test_the_browser_shows_the_built_site(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    assert page.locator("h1").first.is_visible()
    page.close()
