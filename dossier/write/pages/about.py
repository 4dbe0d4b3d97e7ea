"""How the site is made, in plain words: method, what the captures lost, downloads, rights."""

from __future__ import annotations

from dossier.write import describe, front, receipt
from dossier.write.catalogue import ABOUT, Catalogue, raw_file, record_file, source_page, to
from dossier.write.data import FORMATS, PACKAGE
from dossier.write.escape import Safe
from dossier.write.templating import fill
from dossier.write.view import MADE, View

Rows = list[tuple[str, Safe, list[receipt.Line]]]


def about(shelf: Catalogue) -> str:
    """The Markdown of the page about the site."""
    views = list(shelf.views.values())
    return fill(
        "about.md.j2",
        front=front.page("About", "How this collection is made, what its captures lost, and its data to download."),
        gaps=gaps(views),
        sources=[(describe.title(view.source), *links(view), describe.rights(view.source)) for view in views],
        files=[(to(ABOUT, f"data/{path}"), path, what) for path, what in downloads()],
    )


def gaps(views: list[View]) -> Rows:
    """Gaps and doubts by source; sources without any are left out."""
    rows = [(describe.title(v.source), to(ABOUT, source_page(v.slug), MADE), receipt.gaps(v)) for v in views]
    return [row for row in rows if row[2]]


def links(view: View) -> tuple[Safe, Safe, Safe]:
    """The ways to a source's receipt, raw seed and record."""
    return (
        to(ABOUT, source_page(view.slug), MADE),
        to(ABOUT, raw_file(view.document.seed.file)),
        to(ABOUT, record_file(view.slug)),
    )


def downloads() -> list[tuple[str, str]]:
    """The data files about the whole collection, and what each is."""
    return [*((each.path, each.what) for each in FORMATS), (PACKAGE, "all of these as a Frictionless data package")]
