"""What kind of words stand between marks: somebody's speech or a fragment of it, a title, a coined or doubted term."""

from __future__ import annotations

import re

from dossier.extract.quotes.tokens import bare_form
from dossier.lexicon import words
from dossier.model import QuoteKind

WORD = re.compile(r"[^\W\d_][\w'\u2019.-]*")
TITLED = re.compile(r"\b(?:titled|entitled|headlined|subtitled|named|hashtag)\s*+(?:,\s*+)?$", re.IGNORECASE)
CALLED = re.compile(r"\b(?:called|dubbed)\s*+(?:,\s*+)?$")
SENTENCE = re.compile(r"(?:That|It|He|She|There|Here|What|Who|I|We|You|They|Let)['\u2019](?:s|re|m|ve|ll|d)\b")
LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[\s,:]*+$")
SO_CALLED = re.compile(
    r"(?:so-called|known as|referred to as|the term|the word|the phrase|nicknamed|proverbial"
    r"|translates? (?:in)?to|translated as|means|meaning)\s*+(?:(?:the|an?)\s*+)?$",
    re.IGNORECASE,
)
EMBEDDED = re.compile(r"(?<![^\W\d_])([^\W\d_]++)\s*+$")
TELLING = frozenset({"told", "tells", "telling"})
SMALL = words("en", "small_in_titles")
LONG = 14
"""Words beyond which nothing is a title."""


def title_case(inside: str) -> int:
    """How many words of weight a text has if all of them begin with a capital, else 0."""
    found = WORD.findall(inside)
    if not found or len(found) > LONG:
        return 0
    heavy = [w for i, w in enumerate(found) if i == 0 or w.lower() not in SMALL]
    if not all(w[0].isupper() for w in heavy):
        return 0
    return len(heavy)


def kind_of(inside: str, before: str, *, heading: bool, rule: str) -> QuoteKind:
    """The kind of a quotation from its words, what stands before it, and the rule that found its speaker."""
    text = inside.strip()
    found = text.split()
    if not LETTERS.search(text):
        return "term"
    if is_title(text, before, heading=heading, rule=rule):
        return "title"
    if (heading and not rule) or (len(found) <= FEW + 2 and SO_CALLED.search(before)):
        return "term"
    if heading and len(found) <= FEW:
        return "fragment"
    if whole(text, found):
        return "speech"
    if text[:1].isupper() and len(found) <= FEW and rule in DISTANT and not LED.search(before):
        return "term"
    if rule in LOOSE and len(found) <= (FEW if rule in UNTIED else FEW - 2):
        return "term"
    return "fragment"


LETTERS = re.compile(r"[^\W\d_]{2}")
LED = re.compile(r"(?:[:,]|\b(?:said|says|wrote|tweeted|replied|answered|added))\s*$")
UNTIED = frozenset({"", "next-paragraph"})
LOOSE = UNTIED | {"main-clause", "lead-in", "going-on"}
DIRECT = frozenset({"inverted", "after", "label", "colon-above"})
ADJOINING = frozenset({"before", "participle", "same-cue"})
DISTANT = LOOSE | {"before", "participle", "infinitive", "shared-subject"}
FEW = 4


def is_title(text: str, before: str, *, heading: bool, rule: str) -> bool:
    """Whether the words name a work or a programme: capitals throughout, or a word for a work before them."""
    if text[:1].isupper() and (TITLED.search(before) or (rule in LOOSE and CALLED.search(before))):
        return True
    heavy = title_case(text)
    if not heavy or text.isupper():
        return False
    last = LAST_WORD.search(before)
    lead = last.group(1).lower() if last else ""
    if lead in words("en", "title_leads"):
        return True
    if SENTENCE.match(text):
        return False
    inside = lead if EMBEDDED.search(before) else ""
    if heavy > 1 and inside and not heading and (inside in TELLING or inside not in bare_form("en")):
        return True
    if rule in DIRECT:
        return False
    if heavy == 1 or (heading and rule) or (rule not in LOOSE and before.rstrip().endswith((":", ","))):
        return False
    return not (rule in ADJOINING and lead in bare_form("en"))


def whole(text: str, found: list[str]) -> bool:
    """Whether the words are a sentence or more: they begin as one does and are no mere phrase."""
    first = text.lstrip("[(\u2026. '\"\u2018\u201c*")[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    if len(found) > FEW:
        return True
    return text[-1:] in ".!?,\u2026-\u2014"
