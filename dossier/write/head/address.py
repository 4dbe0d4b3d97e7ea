"""Addresses as heads of pages give them: public ones where the site's address is known, else relative to the page."""

from __future__ import annotations

from dossier.write.addresses import source_page
from dossier.write.escape import file_address
from dossier.write.site import Site

SOURCES = source_page("").removesuffix(".md")


def pretty(path: str) -> str:
    """The address under the site's of a page under docs/: `sources/one/` for `sources/one.md`."""
    folder = (
        path.removesuffix("index.md") if path.endswith(("/index.md", "index.md")) else f"{path.removesuffix('.md')}/"
    )
    return str(file_address(folder))


def slug_of(path: str) -> str:
    """The slug of the source whose page this is; "" for any other page."""
    slug = path.removeprefix(SOURCES).removesuffix(".md")
    return slug if path == source_page(slug) and slug != "index" else ""


def public(site: Site, path: str) -> str:
    """The public address of a page; "" where nobody says where the site is."""
    return f"{site.url}{pretty(path)}" if site.url else ""


def between(site: Site, page: str, address: str) -> str:
    """The address, under the site's, of a page or file as the head of a page gives it."""
    if site.url:
        return f"{site.url}{address}"
    back = way(pretty(page), address)
    return f"{back}/" if address.endswith("/") or not address else back


def way(folder: str, address: str) -> str:
    """The way from a folder to a page or file, both without dots; `posixpath.relpath` would ask where this runs."""
    here, there = ([part for part in path.split("/") if part] for path in (folder, address))
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."
