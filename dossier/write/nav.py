"""The navigation: a YAML file that the hand-written mkdocs.yml takes in with `INHERIT:`."""

from __future__ import annotations

import yaml

from dossier.write.addresses import source_page
from dossier.write.catalogue import ABOUT, COMPARE, HOME, NAMES, QUOTES, SOURCES, TIMELINE, Catalogue
from dossier.write.pages.cards import newest

FILE = "mkdocs.nav.yml"
MOST = 50
"""Sources that the navigation lists. Each is written into every page, so beyond this it lists only the sections."""


def navigation(shelf: Catalogue) -> str:
    """The navigation of a collection. Sources are listed by their files: their titles are in the front matter."""
    listed = newest(shelf) if len(shelf.cards) <= MOST else []
    nav = [
        {"Home": HOME},
        {"Sources": [SOURCES, *(source_page(slug) for slug in listed)]},
        {"Timeline": TIMELINE},
        {"Quotations": QUOTES},
        {"Names": NAMES},
        {"Compare": COMPARE},
        {"About": ABOUT},
    ]
    dumped = yaml.safe_dump({"nav": nav}, allow_unicode=True, sort_keys=False, width=10_000)
    return f"# Written by build_pages.py; changes here are lost.\n{dumped}"
