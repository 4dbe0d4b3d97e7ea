from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.checkout import checkout
from tests.served import served

# A shared machine is no stopwatch, so no deadline; a failing example is printed so that it can be run again.
settings.register_profile("here", deadline=None, print_blob=True)
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests with a browser come last: what steers it has a thread, beside which no process is forked."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may change; nothing is built in it yet."""
    return checkout(tmp_path)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its pages and its site built, once for all tests; they only read it."""
    where = checkout(tmp_path_factory.mktemp("built"))
    command = [sys.executable, "build_pages.py", "--site"]
    told = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    if told.returncode:
        pytest.fail(f"the five seeds did not build:\n{told.stdout}{told.stderr}")
    return where


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The folder of the built site of the five seeds."""
    return built / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The built site behind HTTP, on this machine alone: `http://127.0.0.1:PORT/`."""
    with served(site) as home:
        yield home


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium for the tests marked `browser`; a machine without one fails them and says what to do."""
    path = chromium.found()
    if not path:
        pytest.fail(chromium.MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        yield running
        running.close()
