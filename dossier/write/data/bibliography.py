"""The sources as bibliographies: BibTeX, RIS and CSL-JSON. What nobody says is left out."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.write.catalogue import Catalogue
from dossier.write.cite import exports
from dossier.write.cite.work import Work, original
from dossier.write.data.serial import as_json
from dossier.write.site import Site


def works(shelf: Catalogue) -> Iterator[Work]:
    """Every source as it was published."""
    for view in shelf.views.values():
        yield original(view.source, shelf.bodies)


def bibtex(shelf: Catalogue, _: Site) -> bytes:
    """`@online` entries for BibLaTeX, in UTF-8."""
    return "\n".join(f"{exports.bibtex(work)}\n" for work in works(shelf)).encode()


def ris(shelf: Catalogue, _: Site) -> bytes:
    """Records of type ELEC."""
    return "\r\n".join(map(exports.ris, works(shelf))).encode()


def csl(shelf: Catalogue, _: Site) -> bytes:
    """CSL-JSON items."""
    return as_json([exports.csl(work) for work in works(shelf)])
