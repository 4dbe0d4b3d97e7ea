"""The search of a built site: `python -m dossier.search site` writes its index into `site/pagefind/`.

Pagefind, a well-kept library, makes an index of which a browser fetches only the parts that a query needs, whatever
the size of the site. It is given the sources and the names, from which quotations are found too: an id on the page of
a source carries the quotation's speaker, so that a result can say who said it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

FOLDER = "pagefind"
SECTIONS = ("sources", "names", "about")
"""What is searched. The timeline, the quotations and the comparisons repeat what the sources say, and lead to them."""
QUOTATION = re.compile(r'(<span id="q-[^"|<>]+)(" class="d-quote[^<>]*? title="([^"<>]*)")')
NOT_LISTED = re.compile(r'<meta[^<>]+name="?robots"?[^<>]+noindex', re.IGNORECASE)
UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Parts that Pagefind writes for its own user interface; the site has one of its own."""
SETTINGS = {
    "--root-selector": "article",
    "--exclude-selectors": "[data-search-exclude], [data-made], .headerlink, .d-hidden",
    # One index for texts in all languages: readers search them together.
    "--force-language": "en",
}


def build_search(site: Path) -> int:
    """Write the search index of a built site, in place of an earlier one, and return the number of pages in it.

    Raises OSError where the index cannot be written or Pagefind cannot run.
    """
    # Imported for a site only. Its program reads a folder of pages with all cores; the library's own way, a message for
    # each page, waits a tenth of a second for every answer.
    from pagefind.service import get_executable  # noqa: PLC0415

    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    with TemporaryDirectory(prefix="dossier-") as place:
        count = sum(copied(path, Path(place) / path.relative_to(site)) for path in pages(site))
        options = (part for option in SETTINGS.items() for part in option)
        command = [str(get_executable()), "--site", place, "--output-path", str(folder), *options]
        told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        message = f"Pagefind made no search index: {told.stdout}{told.stderr}"
        raise OSError(message)
    for path in (path for pattern in UNUSED for path in folder.glob(pattern)):
        path.unlink()
    return count


def copied(path: Path, copy: Path) -> int:
    """Give Pagefind a page as it is to be searched; how many pages that were: none of one that is not to be listed."""
    html = path.read_text(encoding="utf-8")
    if NOT_LISTED.search(html):
        return 0
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(attributed(html), encoding="utf-8", newline="")
    return 1


def pages(site: Path) -> Iterator[Path]:
    """The pages that are searched; not the lists of sources, which hold nothing of their own."""
    for section in SECTIONS:
        yield from (site / "sources").glob("*/index.html") if section == "sources" else (site / section).rglob("*.html")


def attributed(html: str) -> str:
    """A page on which each quotation's id tells its speaker and day: `q-85e3|Emmanuel%20Macron`."""
    return QUOTATION.sub(lambda found: f"{found[1]}|{quote(unescape(found[3]))}{found[2]}", html)


if __name__ == "__main__":
    for place in sys.argv[1:]:
        sys.stdout.write(f"{place}: {build_search(Path(place))} pages to search\n")
