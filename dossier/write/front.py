"""Front matter: YAML that both builders read, with every value of the metadata."""

from __future__ import annotations

import yaml

from dossier.model import Fact, Source
from dossier.write import describe
from dossier.write.escape import Safe, one_line, plain

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
DESCRIPTION = 155
"""Characters of a page's description; search engines cut what is longer."""


def block(values: dict[str, object]) -> Safe:
    """A front matter block."""
    dumped = dump(values, DUMPER)
    if "\\U" in dumped:
        # The emitter in C escapes characters beyond the first plane; Python's gives the same bytes everywhere.
        dumped = dump(values, yaml.SafeDumper)
    return Safe(f"---\n{dumped}---\n")


def dump(values: dict[str, object], dumper: type[yaml.SafeDumper]) -> str:
    """The values as YAML."""
    return str(
        yaml.dump(values, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False)
    )


def page(title: str, description: str, **more: object) -> Safe:
    """Front matter of a page. Both builders print the title as HTML and the description as an attribute."""
    summary = plain(describe.excerpt(description, DESCRIPTION)).replace('"', "&quot;")
    return block({"title": plain(title), "description": summary, **more})


def source(found: Source) -> Safe:
    """Front matter of a source's page: its metadata under `source`, null where nobody says it."""
    meta, seed = found.document.meta, found.document.seed
    summary = f"{describe.credit(found)}. {describe.opening(found)}"
    record: dict[str, object] = {
        "slug": found.slug,
        "title": value(meta.title),
        "subtitle": value(meta.subtitle),
        "authors": [one_line(fact.value) for fact in meta.authors],
        "publisher": value(meta.publisher),
        "published": value(meta.published),
        "published_basis": meta.published.basis if meta.published else None,
        "published_between": value(describe.between(found)),
        "url": value(meta.url),
        "archived_url": value(meta.archived_url),
        "language": value(meta.language),
        "kind": value(meta.kind),
        "series": value(meta.series),
        "rights": value(meta.rights),
        "publish": value(meta.publish),
        "editor": edited(found),
        "seed": {
            "file": one_line(seed.file),
            "sha256": seed.sha256,
            "encoding": seed.encoding,
            "media": seed.media,
        },
    }
    robots = {"robots": "noindex"} if seed.sidecar and seed.sidecar.values.get("noindex") else {}
    return page(describe.title(found), summary, hide=["footer"], **robots, source=record)


def value(fact: Fact | None) -> str | None:
    """A value of the metadata on one line."""
    return one_line(fact.value) if fact else None


def edited(found: Source) -> list[str]:
    """The keys whose values the editor supplied."""
    sidecar = found.document.seed.sidecar
    return sorted(one_line(key) for key in sidecar.values) if sidecar else []
