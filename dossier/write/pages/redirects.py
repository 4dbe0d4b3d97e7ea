"""Old addresses of sources and names: small finished pages that lead on, with a script and without.

They are HTML and not Markdown, so that both builders copy them as they are: what leads on stands in a page's head.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dossier.write.catalogue import NAMES, Catalogue, name_page
from dossier.write.escape import one_line
from dossier.write.head.address import pretty
from dossier.write.roll import Roll

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


def redirects(shelf: Catalogue, made: Roll) -> Iterator[tuple[str, str, str]]:
    """The pages at the old addresses: path, HTML, and the seed it is about.

    Of a source's old addresses, one that another source has now, or had before it, leads to that.
    """
    for old, (slug, title, file) in sorted(made.moved.items()):
        yield f"sources/{old}/index.html", page(shelf, slug, title), file
    for id in sorted(shelf.listed_only):
        yield f"{pretty(name_page(id))}index.html", entry(shelf, id), ""


def page(shelf: Catalogue, slug: str, title: str) -> str:
    """The page that leads to a source; relative, so that it holds wherever the site stands."""
    to = f"../{slug}/"
    return leading(title, f"{shelf.site.url}sources/{slug}/" if shelf.site.url else to, to)


def entry(shelf: Catalogue, id: str) -> str:
    """The page that leads to a name's entry in the index, at the address of the page it has in a small collection."""
    place = pretty(shelf.name_places.get(id, NAMES))
    to = f"../../{place}#{id}"
    return leading(shelf.by_id[id].name, f"{shelf.site.url}{place}" if shelf.site.url else to, to)


def leading(title: str, canonical: str, to: str) -> str:
    """A page that leads to an address."""
    return PAGE % {"title": escape(one_line(title)), "canonical": escape(canonical), "to": escape(to)}
