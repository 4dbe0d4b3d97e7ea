"""What the maintainer says about the site as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """Settings that pages and data files repeat.

    `url` is the public address ("" where unknown, then data files use relative ones); `updated` is the build's date as
    seconds since 1970 (`SOURCE_DATE_EPOCH`).
    """

    name: str = "Dossier"
    description: str = ""
    url: str = ""
    contact: str = ""
    updated: int = 0
