"""Pictures of every kind of page, to be looked at: `python -m tests.tools.screens` fills build/screens/.

Each kind at 390 and 1280 px, light and dark, whole, and one page, index.html, on which all of them hang.
"""

from __future__ import annotations

import shutil
import sys
from html import escape
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.kinds import addresses
from tests.served import served

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "build" / "screens"
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
SHEET = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Screens</title>
<style>
  body {{ font: 1rem system-ui; margin: 1rem; background: #777; color: #fff }}
  div {{ display: flex; gap: 1rem; align-items: start }}
  figure {{ margin: 0; flex: 390 }}
  figure.wide {{ flex: 1280 }}
  img {{ width: 100% }}
</style>
<h1>Screens</h1>
{}
"""
HANGING = '<figure class="{}"><a href="{name}"><img src="{name}" alt="{name}" loading="lazy"></a></figure>'


def picture(browser: Browser, address: str, target: Path, width: int, scheme: str) -> None:
    """Write one page, whole, as a PNG; what it loads as it is scrolled is loaded."""
    dark = scheme == "dark"
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.goto(address, wait_until="networkidle")
    tab.screenshot(path=target, full_page=True)
    context.close()


def hang(kinds: list[str]) -> str:
    """The page on which the pictures hang, a row for each kind and scheme."""
    rows = []
    for kind, scheme in product(kinds, SCHEMES):
        figures = [
            HANGING.format("wide" if width > WIDTHS[0] else "", name=escape(f"{kind}-{width}-{scheme}.png"))
            for width in WIDTHS
        ]
        rows.append(f"<h2>{escape(kind)}, {scheme}</h2>\n<div>{''.join(figures)}</div>")
    return SHEET.format("\n".join(rows))


def main(site: Path) -> int:
    """Take the pictures of a built site."""
    if not (site / "index.html").is_file():
        print(f"{site} has no site: run `make site` first")
        return 1
    shutil.rmtree(SCREENS, ignore_errors=True)
    SCREENS.mkdir(parents=True)
    pages = addresses(site)
    with served(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.found(), args=chromium.flags())
        for (kind, address), width, scheme in product(pages.items(), WIDTHS, SCHEMES):
            picture(browser, home + address, SCREENS / f"{kind}-{width}-{scheme}.png", width, scheme)
        browser.close()
    (SCREENS / "index.html").write_text(hang(list(pages)), encoding="utf-8")
    print(f"{len(pages) * len(WIDTHS) * len(SCHEMES)} pictures: {SCREENS.relative_to(ROOT)}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT / "site"))
