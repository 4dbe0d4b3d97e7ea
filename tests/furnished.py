"""A catalogue with what is made of its sources' testimony, as a build has it before it makes pages."""

from __future__ import annotations

from dataclasses import replace

from dossier.write.catalogue import Catalogue
from dossier.write.memo import NoMemo
from dossier.write.pages.finished import Desk, finished
from dossier.write.pages.forms import lines
from dossier.write.pages.gist import Gist, gist
from dossier.write.pages.home import home
from dossier.write.pages.leaf import TOLD
from dossier.write.pages.tally import tally
from dossier.write.pages.timeline import paged, timeline
from dossier.write.testimony import testimony


def desk(shelf: Catalogue, memo: NoMemo | None = None) -> Desk:
    """What pages are made of."""
    memo = memo or NoMemo()
    told = testimony(shelf, memo, TOLD)
    return Desk(replace(shelf, lines=lines(shelf, told, memo)), told, memo)


def timeline_of(shelf: Catalogue) -> dict[str, str]:
    """The pages of a timeline."""
    found = desk(shelf)
    return {sheet.path: sheet.make(found.shelf) for sheet in timeline(found, paged(finished(found)))}


def home_of(shelf: Catalogue) -> str:
    """The home page."""
    found = desk(shelf)
    return home(found.shelf, found.told, found.memo)


def gist_of(shelf: Catalogue) -> Gist:
    """The facts that the home page begins with."""
    return gist(shelf, tally(desk(shelf).told))
