"""Front matter: YAML that both builders read, with every value of the metadata."""

from __future__ import annotations

import re

import yaml

from dossier.lexicon import LOADER
from dossier.model import Fact, Source
from dossier.write import describe
from dossier.write.escape import Safe, one_line, plain

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
ENDS = r"\n\r\x85\u2028\u2029"
"""What ends a line to YAML."""
KEYS = ("title", "description", "robots")
TOLD_KEY = re.compile(rf"^(?:{'|'.join(KEYS)}):", re.MULTILINE)
TOLD_LINE = re.compile(
    rf"^({'|'.join(KEYS)}): (?:'((?:[^'{ENDS}]|'')*)'|([^\s'\"|>&*!%@`\[\]{{}}#,?:-][^{ENDS}]*))$(?!\n )", re.MULTILINE
)
"""A key with a value that is all on its line, in single quotation marks or bare."""
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


def told(opening: str) -> dict[str, str]:
    """What front matter that was made here says of its page, by key of KEYS, as far as it says anything.

    Most of them stand on their line as they are, or in single quotation marks: YAML is read only for the others.
    """
    found = {key: verbatim or quoted.replace("''", "'") for key, quoted, verbatim in TOLD_LINE.findall(opening)}
    if len(found) < len(TOLD_KEY.findall(opening)):
        front = yaml.load(opening, Loader=LOADER)  # noqa: S506 - a safe loader, in C where there is one
        found = {key: str(front[key]) for key in KEYS if front.get(key)}
    return found


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
