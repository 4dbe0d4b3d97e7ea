"""Write: a collection becomes pages and data files under docs/, each written only when it changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from dossier.model import Collection, Identity
from dossier.write.data.record import record
from dossier.write.ownership import File, Report, publish
from dossier.write.view import view

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
    """Every file that a collection publishes, by its path under docs/. Pure: the same values give the same bytes."""
    index = {member: who for who in collection.identities for member in who.members}
    files: dict[str, File] = {}
    for source in collection.sources:
        page = view(source)
        seed = page.document.seed.file
        files[f"data/sources/{page.slug}.json"] = File(as_json(record(page, collection, index)), seed)
        files[raw_path(seed)] = File(raw[page.slug], seed)
    return files


def as_json(value: object) -> bytes:
    """Readable JSON."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def raw_path(file: str) -> str:
    """Where a seed is published as it is. What a site builder or a browser would run ends in `.txt` here."""
    name = file.rpartition("/")[2]
    return f"data/seeds/{name}" if name.endswith(".txt") else f"data/seeds/{name}.txt"


def who_is_who(collection: Collection) -> Mapping[tuple[str, int], Identity]:
    """From (slug, number of a name) to its bearer."""
    return {member: who for who in collection.identities for member in who.members}
