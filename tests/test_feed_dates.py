"""The feed's dates are the days on which sources joined the collection, where an editor tells them."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from dossier.clean import clean
from dossier.extract import extract
from dossier.link import link
from dossier.model import Seed, Sidecar, Source
from dossier.write import render
from dossier.write.catalogue import catalogue
from dossier.write.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
TEXT = "{} Treaty of the Harbour\n\nMay 12, 2021\n\nThe minister met the delegation in the capital and spoke.\n"


def source(name: str, **values: object) -> Source:
    sidecar = Sidecar(f"seeds/{name}.yml", values) if values else None
    document = clean(Seed(f"seeds/{name}.txt", name * 64, "utf-8", "txt", TEXT.format(name.upper()), sidecar))
    return Source(document, extract(document))


def files(*sources: Source) -> dict[str, bytes]:
    shelf = catalogue(link(sources))
    return {path: file.data for path, file in render(shelf, dict.fromkeys(shelf.views, b""), Site(epoch=0)).items()}


def test_an_added_source_is_dated_by_its_day_and_comes_first() -> None:
    found = files(source("a"), source("b", added="2024-05-31"), source("c", added="2023-01-02"))
    feed = ET.fromstring(found["data/feed.xml"])  # noqa: S314 - our own bytes
    entries = [(e.findtext(f"{ATOM}title", ""), e.findtext(f"{ATOM}updated")) for e in feed.findall(f"{ATOM}entry")]
    assert [(title[0], updated) for title, updated in entries] == [
        ("B", "2024-05-31T00:00:00Z"),
        ("C", "2023-01-02T00:00:00Z"),
        ("A", "1970-01-01T00:00:00Z"),
    ]


def test_the_record_has_the_day_where_there_is_one() -> None:
    found = files(source("a"), source("b", added="2024-05-31"))
    metas = {path: json.loads(data)["meta"] for path, data in found.items() if path.startswith("data/sources/")}
    assert [meta.get("added") for _, meta in sorted(metas.items())] == [None, "2024-05-31"]
