"""References: a link, an address or a title in one seed that names another seed of the collection."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from dossier.model import Document, Passage, Reference, Source
from dossier.sourcemap import TextSpan

WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
URL = re.compile(r"https?://[^\s<>\"'\u201c\u201d\u2019)\]]+[^\s<>\"'\u201c\u201d\u2019)\].,;:!?]")
ARCHIVED = re.compile(r"^(?:https?://)?web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
FEWEST = 4
"""A title of fewer words ("The Deal") is too likely to be something else."""
HEAD = frozenset(("title", "subtitle", "metadata"))
"""Roles in which a text names itself: two captures of one article do not refer to each other."""

Words = tuple[str, ...]


def references(sources: Sequence[Source]) -> tuple[Reference, ...]:
    """Every place of a source that names another one, in text order; each place once. Linear in the text."""
    addresses, titles = by_address(sources), titles_of(by_title(sources))
    found = []
    for source in sources:
        taken = 0
        every = [*linked(source, addresses), *written(source, addresses), *titled(source, titles)]
        for each in sorted(every, key=lambda r: (r.source.span.start, -r.source.span.end, r.rule)):
            if each.source.span.start >= taken:
                taken = each.source.span.end
                found.append(each)
    return tuple(found)


def plain_address(url: str) -> str:
    """An address as two writers may share it: no scheme, `www.`, archive, query of a campaign, fragment, last slash."""
    try:
        parts = urlsplit(ARCHIVED.sub("", url.strip()))
    except ValueError:
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    query = "&".join(part for part in parts.query.split("&") if part and not part.lower().startswith("utm_"))
    path = parts.path.rstrip("/")
    return f"{host}{path}" + (f"?{query}" if query else "") if host and (path or query) else ""


def by_address(sources: Sequence[Source]) -> dict[str, str]:
    """The slug behind each address; an address that two sources claim names neither."""
    claims: dict[str, set[str]] = {}
    for source in sources:
        for fact in (source.document.meta.url, source.document.meta.archived_url):
            address = plain_address(fact.value) if fact else ""
            if address:
                claims.setdefault(address, set()).add(source.slug)
    return {address: next(iter(slugs)) for address, slugs in claims.items() if len(slugs) == 1}


def by_title(sources: Sequence[Source]) -> dict[Words, str]:
    """The slug behind each title of FEWEST words or more; a title that two sources bear names neither."""
    claims: dict[Words, set[str]] = {}
    for source in sources:
        fact = source.document.meta.title
        title = tuple(folded(m[0]) for m in WORD.finditer(fact.value)) if fact else ()
        if len(title) >= FEWEST:
            claims.setdefault(title, set()).add(source.slug)
    return {title: next(iter(slugs)) for title, slugs in claims.items() if len(slugs) == 1}


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """A word without its case, its accents and the shape of its apostrophe."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("\u2019", "'")).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def reference(source: Source, start: int, end: int, to: str, rule: str) -> Iterator[Reference]:
    """One reference, unless a source names itself."""
    if to and to != source.slug:
        yield Reference(Passage(source.slug, TextSpan(start, end)), to, rule)


def linked(source: Source, addresses: Mapping[str, str]) -> Iterator[Reference]:
    """Links of the seed whose target is another seed's address."""
    for mark in source.document.marks:
        if mark.kind == "link" and mark.target and mark.span.end > mark.span.start:
            to = addresses.get(plain_address(mark.target), "")
            yield from reference(source, mark.span.start, mark.span.end, to, "link-target")


def written(source: Source, addresses: Mapping[str, str]) -> Iterator[Reference]:
    """Addresses written out in the text, but for the block in which a source tells its own."""
    for match in URL.finditer(source.document.text) if addresses else ():
        to = addresses.get(plain_address(match[0]), "")
        yield from reference(source, match.start(), match.end(), to, "written-address")


def titled(source: Source, titles: Titles) -> Iterator[Reference]:
    """Titles word for word: looked up by their first FEWEST words, then whole."""
    text = source.document.text
    if not titles.may_stand_in(source):
        return
    for first, last in readable(source.document):
        found = [(folded(m[0]), m.start(), m.end()) for m in WORD.finditer(text, first, last)]
        heard = tuple(word for word, _, _ in found)
        for at in range(len(heard) - FEWEST + 1):
            for size in titles.sizes.get(heard[at : at + FEWEST], ()):
                to = titles.slugs.get(heard[at : at + size], "") if at + size <= len(heard) else ""
                if to:
                    yield from reference(source, found[at][1], found[at + size - 1][2], to, "title")
                    break


@dataclass(frozen=True, slots=True)
class Titles:
    """The slug behind each title; the lengths of titles, longest first, by their first words; the rarest word of each.

    A text without the rarest word of a title, or without one of the others, is not read for it.
    """

    slugs: Mapping[Words, str]
    sizes: Mapping[Words, Sequence[int]]
    rarest: Mapping[str, Sequence[Words]]

    def may_stand_in(self, source: Source) -> bool:
        """Whether a source has all words of a title that is not its own."""
        heard = {folded(word) for word in set(WORD.findall(source.document.text))}
        near = (title for word in heard & self.rarest.keys() for title in self.rarest[word])
        return any(heard.issuperset(title) and self.slugs[title] != source.slug for title in near)


def titles_of(slugs: Mapping[Words, str]) -> Titles:
    """The titles, ready to be looked for."""
    sizes: dict[Words, set[int]] = {}
    rarest: dict[str, list[Words]] = {}
    count = Counter(word for title in slugs for word in set(title))
    for title in slugs:
        sizes.setdefault(title[:FEWEST], set()).add(len(title))
        rarest.setdefault(min(title, key=lambda word: (count[word], word)), []).append(title)
    return Titles(slugs, {start: sorted(found, reverse=True) for start, found in sizes.items()}, rarest)


def readable(document: Document) -> Iterator[tuple[int, int]]:
    """The blocks in which a text may name another."""
    for block in document.blocks:
        if block.shown and block.role not in HEAD:
            yield block.span.start, block.span.end
