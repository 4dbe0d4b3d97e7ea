"""The file, its page and its metadata: each value with its basis, its rule and its line."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Fact
from dossier.report.explain.page import Page
from dossier.report.lines import seed_line
from dossier.report.terminal import clip, padded, wrapped
from dossier.run.face import face

LABEL = 18
FIELDS = (
    *("title", "subtitle", "authors", "publisher", "published", "published_between"),
    *("url", "archived_url", "language", "kind", "series", "rights", "publish"),
)
NEEDED = ("title", "authors", "publisher", "published")
"""What a reader looks for: told even where nobody says it."""


def about(page: Page) -> Iterator[str]:
    """The file as it was read, and where its page is."""
    seed = page.source.document.seed
    file, _, told = seed_line(face(page.source)).partition(": ")
    yield page.paint(clip(file, 100), "head")
    yield f"  {told}"
    yield f"  read as {seed.media}, {seed.encoding}, {len(seed.text):,} characters, sha256 {seed.sha256[:12]}…"
    yield f"  page    sources/{page.source.slug}/"
    yield f"  sidecar {clip(seed.sidecar.file, 80) if seed.sidecar else 'none'}"


def metadata(page: Page) -> Iterator[str]:
    """Each value; the editor's, the seed's own, and what stays open."""
    meta = page.source.document.meta
    for field in FIELDS:
        value = getattr(meta, field, None)
        if field == "published_between":
            value = value or page.source.annotations.published_between
        facts: tuple[Fact, ...] = value if isinstance(value, tuple) else (value,) if isinstance(value, Fact) else ()
        if not facts and field in NEEDED:
            yield f"  {padded(field, LABEL)}{page.paint('not said', 'warning')}"
        for fact in facts:
            yield from fact_lines(page, field, fact)


def fact_lines(page: Page, field: str, fact: Fact) -> Iterator[str]:
    """A value, and under it where it is from."""
    first, *rest = wrapped(fact.value, LABEL + 2)
    yield f"  {padded(field, LABEL)}{first.strip()}"
    yield from rest
    place = f", {page.seed_line(fact.span)}" if fact.span else ""
    for line in wrapped(f"{fact.basis}, rule {fact.rule}{place}", LABEL + 2):
        yield page.paint(line, "dim")
