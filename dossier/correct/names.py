"""Whose name it is; words that the rules took for no name become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from dossier.correct.desk import RULE, Desk, Done, Near, everywhere
from dossier.ids import normal
from dossier.issues import Problem
from dossier.model import Correction, Edit, Name, NameType, Quote
from dossier.sourcemap import TextSpan
from dossier.wording import Hit, short, wrong

NOT_A_NAME = "not a name"


def correct_name(desk: Desk, correction: Correction) -> Done | Problem:
    """The bearer that the editor gives to all mentions with these words, or to those that are told apart."""
    search = desk.search("name")
    meant = everywhere(correction)
    hits = [hit for hit in search.hits(meant) if whole(desk, hit)]
    chosen = search.choose(meant, hits)
    if isinstance(chosen, Problem):
        return chosen
    spans = free(desk, chosen)
    if not spans:
        longer = next(desk.words(m) for n in desk.found.names for m in n.mentions if m.start <= hits[0][0] < m.end)
        message = f"{short(correction.words)!r} is part of a longer name everywhere"
        return wrong(correction, message, f"the longer name is {short(longer)!r}")
    bearer = correction.get("is") or ""
    owners = {mention: name for name in desk.found.names for mention in name.mentions}
    edits = tuple(
        desk.edit(correction, span, name=owners[span].name if span in owners else None) for span in sorted(spans)
    )
    banned = bearer.lower() == NOT_A_NAME
    names = moved(desk.found.names, spans, None if banned else (bearer, correction.get("type")), edits)
    quotes = desk.found.quotes if banned else tuple(renamed(quote, spans, bearer) for quote in desk.found.quotes)
    return Done(replace(desk.found, names=names, quotes=quotes), edits)


def whole(desk: Desk, hit: Hit) -> bool:
    """Whether a place is words of its own."""
    text = desk.document.text
    return not text[max(hit[0] - 1, 0) : hit[0]].isalnum() and not text[hit[1] : hit[1] + 1].isalnum()


def free(desk: Desk, hits: Sequence[Hit]) -> set[TextSpan]:
    """The places that are a mention, or cross none: "Paris" is not corrected inside "Paris Agreement"."""
    mentions = sorted(mention for name in desk.found.names for mention in name.mentions)
    near, known = Near(mentions), set(mentions)
    found = set()
    for start, end in hits:
        span = TextSpan(start, end)
        if span in known or not any(m.start < end and start < m.end for _, m in near.at((start, end))):
            found.add(span)
    return found


def moved(
    names: Sequence[Name], spans: set[TextSpan], to: tuple[str, str | None] | None, edits: tuple[Edit, ...]
) -> tuple[Name, ...]:
    """The names with some mentions given to another bearer, or to none."""
    before = next((name.type for name in names if spans & set(name.mentions)), None)
    left = [replace(name, mentions=tuple(m for m in name.mentions if m not in spans)) for name in names]
    if to is not None:
        bearer, wanted = to
        known = next((n for n, name in enumerate(names) if normal(name.name) == normal(bearer)), None)
        kind: NameType = next((t for t in get_args(NameType) if t == wanted), before or "other")
        if known is None:
            left.append(Name(bearer, kind, tuple(sorted(spans)), RULE, edits))
        else:
            own = left[known]
            kind = kind if wanted else own.type
            mentions = tuple(sorted({*own.mentions, *spans}))
            left[known] = replace(own, type=kind, mentions=mentions, edits=(*own.edits, *edits))
    return tuple(sorted((name for name in left if name.mentions), key=lambda name: (name.mentions[0], name.name)))


def renamed(quote: Quote, spans: set[TextSpan], bearer: str) -> Quote:
    """A quotation whose speaker is named by one of the mentions has the new name."""
    speaker = quote.speaker
    if speaker is None or speaker.mention not in spans:
        return quote
    return replace(quote, speaker=replace(speaker, name=bearer, known=True))
