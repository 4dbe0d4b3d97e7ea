"""Write: a collection becomes pages and data files under docs/, each written only when it changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from dossier.model import Collection
from dossier.write.catalogue import catalogue, raw_file, record_file, source_page
from dossier.write.data.record import record
from dossier.write.ownership import File, Report, publish
from dossier.write.pages.source import source

__all__ = ["Report", "render", "write"]


def write(
    collection: Collection,
    docs: Path,
    *,
    seeds: Mapping[str, Path],
    failed: frozenset[str] = frozenset(),
) -> Report:
    """Publish a collection under `docs`.

    `seeds` leads from a source's slug to its seed file, whose bytes are published as they are. `failed` holds the
    published names (`seeds/NAME`) of seeds that could not be processed: their last good pages stay.
    Raises DossierError, with nothing written, where a page would overwrite a hand-written file.
    """
    raw = {slug: path.read_bytes() for slug, path in seeds.items()}
    return publish(docs, render(collection, raw), failed)


def render(collection: Collection, raw: Mapping[str, bytes]) -> dict[str, File]:
    """Every file that a collection publishes, by its path under docs/. Pure: the same values give the same bytes.

    `raw` holds the bytes of each source's seed file, by slug.
    """
    shelf = catalogue(collection)
    files: dict[str, File] = {}
    for slug, page in shelf.views.items():
        seed = page.document.seed.file
        files[source_page(slug)] = File(source(shelf, slug).encode(), seed)
        files[record_file(slug)] = File(as_json(record(page, shelf)), seed)
        files[raw_file(seed)] = File(raw[slug], seed)
    return files


def as_json(value: object) -> bytes:
    """Readable JSON."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
