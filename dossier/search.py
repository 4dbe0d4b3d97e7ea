"""The search of a built site: `python -m dossier.search site` writes its index into `site/pagefind/`.

Pagefind, a well-kept library, makes an index of which a browser fetches only the parts that a query needs, whatever
the size of the site. It is given the sources and the names, from which quotations are found too: an id on the page of
a source carries the quotation's speaker, so that a result can say who said it.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from urllib.parse import quote

FOLDER = "pagefind"
SECTIONS = ("sources", "names", "about")
"""What is searched. The timeline, the quotations and the comparisons repeat what the sources say, and lead to them."""
QUOTATION = re.compile(r'(<span id="q-[^"|<>]+)(" class="d-quote[^<>]*? title="([^"<>]*)")')
NOT_LISTED = re.compile(r'<meta[^<>]+name="?robots"?[^<>]+noindex', re.IGNORECASE)
UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Parts that Pagefind writes for its own user interface; the site has one of its own."""
LANGUAGE = "en"
"""One index for texts in all languages: readers search them together."""


def build_search(site: Path) -> int:
    """Write the search index of a built site, in place of an earlier one, and return the number of pages in it.

    Raises OSError where the index cannot be written or Pagefind cannot run.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    # In a thread of its own: a program that already runs an event loop can build a site, too.
    with ThreadPoolExecutor(1) as beside:
        count = beside.submit(lambda: asyncio.run(fill(site, folder))).result()
    for path in (path for pattern in UNUSED for path in folder.glob(pattern)):
        path.unlink()
    return count


async def fill(site: Path, folder: Path) -> int:
    """Give Pagefind every page that is searched, in the order of their addresses; their number."""
    # Imported for a site only: it starts a process of its own.
    from pagefind.index import IndexConfig, PagefindIndex  # noqa: PLC0415

    settings = IndexConfig(
        root_selector="article",
        exclude_selectors=["[data-search-exclude]", "[data-made]", ".headerlink", ".d-hidden"],
        force_language=LANGUAGE,
        output_path=str(folder),
    )
    count = 0
    async with PagefindIndex(settings) as index:
        for path in pages(site):
            html = path.read_text(encoding="utf-8")
            if not NOT_LISTED.search(html):
                await index.add_html_file(content=attributed(html), source_path=path.relative_to(site).as_posix())
                count += 1
    return count


def pages(site: Path) -> Iterator[Path]:
    """The pages that are searched, in order; not the lists of sources, which hold nothing of their own."""
    for section in SECTIONS:
        pages = (site / "sources").glob("*/index.html") if section == "sources" else (site / section).rglob("*.html")
        yield from sorted(pages)


def attributed(html: str) -> str:
    """A page on which each quotation's id tells its speaker and day: `q-85e3|Emmanuel%20Macron`."""
    return QUOTATION.sub(lambda found: f"{found[1]}|{quote(unescape(found[3]))}{found[2]}", html)


if __name__ == "__main__":
    for place in sys.argv[1:]:
        sys.stdout.write(f"{place}: {build_search(Path(place))} pages to search\n")
