"""`datapackage.json`: what is published, as a Frictionless data package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.write.data.serial import as_json
from dossier.write.site import Site

NUMBERS = ("start", "end")
MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "ics": "text/calendar",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "jsonld": "application/ld+json",
    "xml": "application/atom+xml",
}


def package(resources: Iterable[dict[str, object]], site: Site) -> bytes:
    """The package of the given files."""
    ordered = sorted(resources, key=lambda each: str(each["path"]))
    return as_json({"profile": "data-package", "name": "dossier", "title": site.name, "resources": ordered})


def resource(path: str, size: int, sha256: str, columns: Sequence[str] = ()) -> dict[str, object]:
    """One file of so many bytes; a CSV with the names of its columns."""
    stem, _, kind = path.rpartition(".")
    found: dict[str, object] = {
        "name": f"{stem.replace('/', '-')}-{kind}",
        "path": path,
        "format": kind,
        "mediatype": MEDIA[kind],
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sha256}",
    }
    if kind == "csv":
        fields = [{"name": name, "type": "integer" if name in NUMBERS else "string"} for name in columns]
        found |= {"profile": "tabular-data-resource", "schema": {"fields": fields}}
    return found
