"""Old addresses of sources and names: small finished pages that lead on, with a script and without.

They are HTML and not Markdown, so that both builders copy them as they are: what leads on stands in a page's head.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape
from itertools import groupby

from dossier.write.addresses import name_page
from dossier.write.catalogue import NAMES, Catalogue
from dossier.write.escape import one_line
from dossier.write.head.address import pretty
from dossier.write.memo.mark import mark
from dossier.write.roll import Roll

ALIKE = 2
"""Letters by which ids are taken together: few enough that an edit leaves most runs as they were."""
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; base-uri 'none'">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%(title)s</title>
<link rel="canonical" href="%(canonical)s">
<script src="../../assets/redirect.js" data-to="%(to)s"></script>
<meta http-equiv="refresh" content="0; url=%(to)s">
</head>
<body>
<p>This page has moved: <a href="%(to)s">%(title)s</a>.</p>
</body>
</html>
"""


def moved(made: Roll, shelf: Catalogue) -> Iterator[tuple[str, str, str]]:
    """The pages at sources' old addresses: path, HTML, and the seed it is about.

    One that another source has now, or had before it, leads to that.
    """
    for old, (slug, title, file) in sorted(made.moved.items()):
        yield f"sources/{old}/index.html", page(shelf, slug, title), file


def former(shelf: Catalogue) -> Iterator[tuple[str, Callable[[Catalogue], Iterator[tuple[str, str]]]]]:
    """Those at the addresses that names have in smaller collections, some at a time.

    Of each run what tells it from any other, and the function that makes its pages: path and HTML.
    """
    for start, run in groupby(sorted(shelf.listed_only), key=lambda id: id[:ALIKE]):
        entries = [(id, shelf.by_id[id].name, shelf.name_places.get(id, NAMES)) for id in run]
        yield f"former {start} {mark(entries)}", partial(led_on, entries)


def led_on(entries: Iterable[tuple[str, str, str]], shelf: Catalogue) -> Iterator[tuple[str, str]]:
    """The pages at such addresses of names: id, name, and the page of its entry."""
    for id, name, place in entries:
        yield f"{pretty(name_page(id))}index.html", entry(shelf, id, name, pretty(place))


def page(shelf: Catalogue, slug: str, title: str) -> str:
    """The page that leads to a source; relative, so that it holds wherever the site stands."""
    to = f"../{slug}/"
    return leading(title, f"{shelf.site.url}sources/{slug}/" if shelf.site.url else to, to)


def entry(shelf: Catalogue, id: str, name: str, place: str) -> str:
    """The page that leads to a name's entry in the index, at the address of the page it has in a small collection."""
    to = f"../../{place}#{id}"
    return leading(name, f"{shelf.site.url}{place}" if shelf.site.url else to, to)


def leading(title: str, canonical: str, to: str) -> str:
    """A page that leads to an address."""
    return PAGE % {"title": escape(one_line(title)), "canonical": escape(canonical), "to": escape(to)}
