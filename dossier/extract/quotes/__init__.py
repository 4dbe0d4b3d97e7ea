"""Quotations: what stands between marks, what kind of words they are, who said them, and the words that tell so."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.quotes.attribution import Case, Found, attribute
from dossier.extract.quotes.kinds import kind_of
from dossier.extract.quotes.people import People, Resolver
from dossier.extract.quotes.spans import Stretch, stretches
from dossier.extract.quotes.tokens import Line, masked, tokens
from dossier.ids import Minter
from dossier.model import Annotations, Document, Quote, Speaker
from dossier.sourcemap import TextSpan

__all__ = ["find_quotes"]

HEADINGS = frozenset({"title", "subtitle", "heading", "caption", "related"})


def find_quotes(document: Document, found: Annotations) -> Annotations:
    """The document's quotations with kinds and speakers; spans are in the reading text, inside the marks."""
    text = document.text
    all_ = stretches(text, document.blocks)
    tops = [s for s in all_ if s.depth == 0]
    mask = masked(text, tops, found.names)
    lines: list[Line | None] = [tokens(mask, text, b.span, i) for i, b in enumerate(document.blocks)]
    people = People(text, found.names)
    resolver = Resolver(people, lines)
    minter = Minter("q-")
    quotes: list[Quote] = []
    previous: Found | None = None
    last_block = -1
    last_line: Line | None = None
    where: dict[int, Stretch] = {s.open: s for s in tops}
    for line in lines:
        if line is None or "Q" not in line.tags:
            continue
        done: dict[int, Found] = {}
        for at, tag in enumerate(line.tags):
            if tag != "Q":
                continue
            stretch = where.get(line.starts[at])
            if stretch is None:
                continue
            low, high = line.sentence(at)
            case = Case(text, line, at, low, high, stretch, done, previous=previous, previous_line=last_line,
                        above=lines[line.block - 1] if line.block else None,
                        below=lines[line.block + 1] if line.block + 1 < len(lines) else None)
            find = attribute(case)
            inside = text[stretch.start : stretch.end]
            edge = text[max(0, stretch.open - 40) : stretch.open]
            heading = document.blocks[line.block].role in HEADINGS
            kind = kind_of(inside, edge, heading=heading, rule=find.rule if find else "")
            if find is None and previous and line.block - last_block <= 1 and kind == "speech":
                find = replace(previous, rule="next-paragraph")
            if find and kind in ("speech", "fragment"):
                previous = find
            last_block = line.block
            last_line = line
            span = TextSpan(stretch.start, stretch.end)
            voice = speaker(text, find, people, resolver) if kind in ("speech", "fragment") else None
            quotes.append(
                Quote(minter.mint(text, span.start, span.end), span, kind, "marks",
                      speaker=voice, speaker_rule=find.rule if find else "")
            )
    return replace(found, quotes=tuple(quotes))


def speaker(text: str, find: Found | None, people: People, resolver: Resolver) -> Speaker | None:
    if find is None:
        return None
    line, phrase = find.line, find.phrase
    start, end = line.starts[phrase.start], line.ends[phrase.end - 1]
    head = phrase.head
    tag = line.tags[head]
    who = people.at.get(line.starts[head])
    if who is not None:
        return Speaker(TextSpan(start, end), people.names[who].name)
    if tag == "R":
        who = resolver.pronoun(line.block, head)
        return Speaker(TextSpan(start, end), people.names[who].name if who is not None else None)
    return Speaker(TextSpan(start, end), text[start:end], known=tag == "N")
