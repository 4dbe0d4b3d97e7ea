"""What the maintainer says about the site as a whole, from mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Site:
    """Settings that pages and data files repeat.

    `url` is the public address with a slash at its end, "" where unknown: then data files use relative addresses.
    `epoch` is the date of the build in seconds since 1970, which `SOURCE_DATE_EPOCH` gives.
    `contact` is the address for questions and takedown requests, of mail or of a web page, "" for none.
    `report` is where readers report a problem with a passage, an address of mail or a page for new issues, or "".
    `introduction` is the maintainer's own Markdown for the home page, "" for none.
    """

    name: str = "Dossier"
    description: str = ""
    url: str = ""
    epoch: int = 0
    contact: str = ""
    introduction: str = ""
    report: str = ""

    @property
    def updated(self) -> datetime:
        """The date of the build."""
        return datetime.fromtimestamp(self.epoch, UTC)


INTRODUCTION = "_intro.md"


def introduced(site: Site, docs: Path) -> Site:
    """The settings with the introduction that stands in a docs folder; it is read as UTF-8, faults replaced."""
    path = docs / INTRODUCTION
    return replace(site, introduction=path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else site


class Tolerant(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # in C where there is one
    """YAML with tags of MkDocs (`!ENV`, `!!python/name:`), which are read as null."""


Tolerant.add_multi_constructor("", lambda loader, suffix, node: None)  # noqa: ARG005 - the shape that PyYAML calls


def site(config: Path, environment: Mapping[str, str]) -> Site:
    """The settings in a mkdocs.yml, or the defaults where there is none.

    `SITE_URL` and `SOURCE_DATE_EPOCH` of the environment give the public address and the date of the build.
    """
    loaded = yaml.load(config.read_text(encoding="utf-8"), Tolerant) if config.is_file() else {}  # noqa: S506 - safe
    values = loaded if isinstance(loaded, dict) else {}
    url = environment.get("SITE_URL") or str(values.get("site_url") or "")
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    given = values.get("extra")
    extra = given if isinstance(given, dict) else {}
    return Site(
        str(values.get("site_name") or Site().name),
        str(values.get("site_description") or ""),
        url if not url or url.endswith("/") else f"{url}/",
        int(epoch) if epoch.isdigit() else 0,
        str(extra.get("contact") or "").strip(),
        report=str(extra.get("report") or "").strip(),
    )
