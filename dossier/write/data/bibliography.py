"""The sources as bibliographies: BibTeX, RIS and CSL-JSON. What nobody says is left out."""

from __future__ import annotations

import re

from dossier.model import Fact, Source
from dossier.write import describe
from dossier.write.catalogue import Catalogue
from dossier.write.data.serial import as_json
from dossier.write.escape import one_line
from dossier.write.site import Site

BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
BIBTEX |= {sign: f"\\{sign}" for sign in "{}%&$#_"}


def value(fact: Fact | None) -> str | None:
    """A value of the metadata on one line."""
    return one_line(fact.value) if fact else None


def date_parts(source: Source) -> list[int]:
    """Year, month and day of publication as far as they are plain numbers; [] for an undated source."""
    fact = source.document.meta.published
    found = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?", fact.value) if fact else None
    return [int(part) for part in found.groups() if part] if found else []


def bibtex(shelf: Catalogue, _: Site) -> bytes:
    """`@online` entries for BibLaTeX, in UTF-8."""
    entries = []
    for slug, view in shelf.views.items():
        meta, source = view.document.meta, view.source
        date = "-".join(f"{part:02d}" for part in date_parts(source))
        fields = {
            "title": value(meta.title) or describe.title(source),
            "subtitle": value(meta.subtitle),
            "author": " and ".join(f"{{{tex(one_line(fact.value))}}}" for fact in meta.authors) or None,
            "organization": value(meta.publisher),
            "date": date or None,
            "url": value(meta.url),
        }
        lines = [f"  {key} = {{{text if key == 'author' else tex(text)}}}," for key, text in fields.items() if text]
        entries.append("\n".join([f"@online{{{slug},", *lines, "}\n"]))
    return "\n".join(entries).encode()


def tex(text: str) -> str:
    """Text inside a braced value."""
    return "".join(BIBTEX.get(char, char) for char in one_line(text))


def ris(shelf: Catalogue, _: Site) -> bytes:
    """Records of type ELEC."""
    records = []
    for slug, view in shelf.views.items():
        meta, source = view.document.meta, view.source
        parts = date_parts(source)
        lines = [("TY", "ELEC"), ("ID", slug), ("TI", value(meta.title) or describe.title(source))]
        lines += [("AU", one_line(fact.value)) for fact in meta.authors]
        lines += [("PB", value(meta.publisher) or ""), ("PY", str(parts[0]) if parts else "")]
        lines += [("DA", "/".join(f"{part:02d}" for part in parts))]
        lines += [("UR", value(meta.url) or ""), ("LA", value(meta.language) or "")]
        records.append("".join(f"{tag}  - {text}\r\n" for tag, text in lines if text) + "ER  - \r\n")
    return "\r\n".join(records).encode()


def csl(shelf: Catalogue, _: Site) -> bytes:
    """CSL-JSON items of type webpage."""
    items = []
    for slug, view in shelf.views.items():
        meta, source = view.document.meta, view.source
        parts = date_parts(source)
        item = {
            "id": slug,
            "type": "webpage",
            "title": value(meta.title) or describe.title(source),
            "author": [{"literal": one_line(fact.value)} for fact in meta.authors],
            "container-title": value(meta.publisher),
            "issued": {"date-parts": [parts]} if parts else None,
            "URL": value(meta.url),
            "language": value(meta.language),
        }
        items.append({key: each for key, each in item.items() if each})
    return as_json(items)
