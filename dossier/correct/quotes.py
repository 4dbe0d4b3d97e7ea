"""A quotation's speaker or kind."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from dossier.correct.desk import RULE, Desk, Done, changed
from dossier.ids import normal
from dossier.issues import Problem
from dossier.model import Correction, Name, Quote, QuoteKind, Speaker
from dossier.sourcemap import TextSpan

NOBODY = "nobody"
MARKS = " \"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
"""Quotation marks, which an editor may quote with the words."""


def correct_quote(desk: Desk, correction: Correction) -> Done | Problem:
    """The speaker and the kind that the editor gives to the quotations that are meant."""
    quotes = desk.found.quotes
    sought = replace(correction, words=correction.words.strip(MARKS) or correction.words)
    picked = desk.pick(sought, "quotation", [quote.span for quote in quotes])
    if isinstance(picked, Problem):
        return picked
    edits = tuple(desk.edit(correction, quotes[n].span, **was(quotes[n], correction)) for n in picked)
    by_span = {edit.span: edit for edit in edits}

    def made(quote: Quote) -> Quote:
        return replace(set_right(desk, quote, correction), edit=by_span[desk.seed(quote.span)])

    return Done(replace(desk.found, quotes=changed(quotes, picked, made)), edits)


def was(quote: Quote, correction: Correction) -> dict[str, str | None]:
    """What stood before, of what is set."""
    found: dict[str, str | None] = {"kind": quote.kind, "speaker": quote.speaker.name if quote.speaker else None}
    return {key: value for key, value in found.items() if correction.get(key) is not None}


def set_right(desk: Desk, quote: Quote, correction: Correction) -> Quote:
    """The quotation as the editor reads it."""
    kind = next((each for each in get_args(QuoteKind) if each == correction.get("kind")), None)
    if kind:
        quote = replace(quote, kind=kind, rule=RULE)
    who = correction.get("speaker")
    if who is None:
        return quote
    speaker = None if who.lower() == NOBODY else speaker_of(desk, who, quote.span)
    return replace(quote, speaker=speaker, evidence=None, cue=None, speaker_rule=RULE)


def speaker_of(desk: Desk, who: str, span: TextSpan) -> Speaker:
    """The bearer of a name with its mention nearest to the quotation; without one if the text never names it."""
    for name in desk.found.names:
        forms = {normal(name.name), *(normal(desk.words(mention)) for mention in name.mentions)}
        if normal(who) == normal(name.name) or (normal(who) in forms and not exact(desk, who)):
            return Speaker(nearest(name, span), name.name)
    return Speaker(None, who)


def exact(desk: Desk, who: str) -> bool:
    """Whether some bearer has just this name."""
    return any(normal(name.name) == normal(who) for name in desk.found.names)


def nearest(name: Name, span: TextSpan) -> TextSpan:
    """The mention of a name that stands nearest to a range."""
    return min(name.mentions, key=lambda mention: (abs(mention.start - span.start), mention.start))
