"""All that linking needs of one source: small enough that those of ten thousand are in memory at once.

A pure function of the source (and of the editor's file of names, where there is one), so that it can be kept and the
source need not be loaded. The text itself is read again only for the words that show a new cross-link, and where the
title of another source stands in it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, fields
from hashlib import blake2b

from dossier.link.authority import apply
from dossier.link.cited import Cited, cited
from dossier.link.counted import Counted, counted
from dossier.link.dated import Dated, dated
from dossier.link.named import Named, named
from dossier.link.quoted import Quoted, quoted
from dossier.link.terms import Terms
from dossier.link.told import Told, told
from dossier.model import Authority, Source

SIZE = 16
"""Bytes of a digest."""


@dataclass(frozen=True, slots=True)
class Gleaned:
    """One source as linking sees it. Two with one `digest` are alike, and so are the texts behind them.

    `published` and `between` are EDTF values, "" where there is none. `private` says whether the source may not be
    shown, `called` what it may then be called. `met` are the forms of the editor's file of names that it has.
    """

    slug: str
    digest: bytes
    private: bool
    called: str
    published: str
    between: str
    names: Named
    told: Told
    terms: Terms
    quotes: Quoted
    dates: Dated
    counts: Counted
    cites: Cited
    met: tuple[str, ...]


def glean(source: Source, authority: Authority | None = None) -> Gleaned:
    """What linking needs of a source, named as the editor wants it."""
    source, forms = apply(source, authority) if authority else (source, ())
    sentences, held = told(source)
    between = source.annotations.published_between
    published = source.document.meta.published
    parts = (
        source.publish == "private",
        called(source),
        published.value if published else "",
        between.value if between else "",
        named(source),
        sentences,
        held,
        quoted(source, sentences),
        dated(source, sentences),
        counted(source, sentences),
        cited(source),
        forms,
    )
    return Gleaned(source.slug, digest(source, parts), *parts)


def called(source: Source) -> str:
    """What the editor lets a private source be called, "" for nothing."""
    sidecar = source.document.seed.sidecar
    return str(sidecar.values.get("named_as", "")) if sidecar else ""


def digest(source: Source, parts: object) -> bytes:
    """What tells a source from others: its text, the places in it that columns leave out, and the columns."""
    made = blake2b(digest_size=SIZE)
    mentions = array("I", [at for name in source.annotations.names for m in name.mentions for at in (m.start, m.end)])
    dates = array("I", [at for date in source.annotations.dates for at in (date.span.start, date.span.end)])
    for part in flat((source.slug, source.document.text, mentions, dates, parts)):
        made.update(len(part).to_bytes(8))
        made.update(part)
    return made.digest()


def flat(value: object) -> Iterator[bytes]:
    """The bytes of a value of columns, part by part."""
    if isinstance(value, array):
        yield value.typecode.encode()
        yield value.tobytes()
    elif isinstance(value, str):
        yield value.encode("utf-8", "surrogatepass")
    elif isinstance(value, bytes):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from flat(part)
    elif isinstance(value, bool):
        yield bytes([value])
    else:
        for each in fields(value):  # type: ignore[arg-type]
            yield from flat(getattr(value, each.name))
