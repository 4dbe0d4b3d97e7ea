"""Small collections for tests of pages about several sources: names, quotations and dates found by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.model import (
    Annotations,
    Collection,
    Date,
    Identity,
    Name,
    NameType,
    Passage,
    Quote,
    Source,
    Speaker,
)
from dossier.sourcemap import TextSpan
from tests.handmade import Part, document, printed


@dataclass
class Text:
    """A source to be: its slug, its blocks, and what of its words are names, quotations (with speakers) and dates."""

    slug: str
    parts: Sequence[Part | str]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A name and its forms, the longest first."""
    quotes: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    type: NameType = "person"

    def source(self) -> Source:
        parts = [part if isinstance(part, Part) else Part("paragraph", part) for part in self.parts]
        found = document(parts, self.slug, file=f"seeds/{self.slug}.txt")
        found = replace(found, meta=replace(found.meta, title=printed(f"Title {self.slug}")))
        return Source(found, self.annotations(found.text))

    def annotations(self, text: str) -> Annotations:
        def spans(words: str) -> list[TextSpan]:
            return [TextSpan(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]

        names = []
        for name, forms in self.names.items():
            pattern = "|".join(re.escape(form) for form in forms)
            hits = tuple(TextSpan(m.start(), m.end()) for m in re.finditer(pattern, text))
            names.append(Name(name, self.type, hits, "rule"))
        quotes = tuple(
            Quote(f"q-{at}", span, "speech", "rule", speaker=Speaker(TextSpan(0, 1), who) if who else None)
            for at, (words, who) in enumerate(self.quotes.items())
            for span in spans(words)[:1]
        )
        dates = tuple(
            Date(f"d-{at}", span, edtf, "explicit", "event", "rule")
            for at, (words, edtf) in enumerate(self.dates.items())
            for span in spans(words)[:1]
        )
        return Annotations(names=tuple(names), quotes=quotes, dates=dates)


def collection(*texts: Text) -> Collection:
    """The texts as one collection in which equal names are one bearer; ids are the names' first words, small."""
    sources = tuple(text.source() for text in texts)
    members: dict[str, list[tuple[str, int]]] = {}
    for source in sources:
        for number, name in enumerate(source.annotations.names):
            members.setdefault(name.name, []).append((source.slug, number))
    who = tuple(
        Identity("-".join(name.lower().split()), name, texts[0].type, tuple(found))
        for name, found in sorted(members.items())
    )
    return Collection(
        sources=sources, identities=who, speakers={each.name: each.id for each in who if spoken(texts, each.name)}
    )


def spoken(texts: Sequence[Text], name: str) -> bool:
    return any(name in text.quotes.values() for text in texts)


def passage(source: Source, words: str) -> Passage:
    start = source.document.text.index(words)
    return Passage(source.slug, TextSpan(start, start + len(words)))
