"""What the capture has lost, said where it is missing: a few words in brackets that lead to the whole explanation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from dossier.issues import Issue
from dossier.sourcemap import TextSpan
from dossier.write.escape import attribute, markdown
from dossier.write.flatten import Insert, Wrap
from dossier.write.naming import merged
from dossier.write.receipt import dead, found, gap_id, lost_id, lost_words
from dossier.write.view import View

SOURCE, WORDS = "source lost in the captured text", "words lost in the captured text"
UNCLOSED = "this quotation mark is never closed in the captured text"
NOT_THERE = "{} not in the captured text"
TABLE = re.compile(r"\btables?\s+\d+(?:(?:,\s*|\s*(?:and|&|to|[-\u2013])\s*)\d+)*", re.IGNORECASE)
MANY = re.compile(r"^tables|\d\D+\d", re.IGNORECASE)


def gaps(view: View, wraps: Iterable[Wrap]) -> Iterator[Insert]:
    """The signs of one page. `wraps` are all that the page sets: a sign is a link and stands in no link of theirs."""
    links = merged(wrap.span for wrap in wraps if wrap.link)
    starts = [link.start for link in links]
    for number, issue in enumerate(found(view), 1):
        said = words(view, issue)
        at = view.text_end(issue.span) if said and issue.span else None
        if at is not None:
            yield Insert(outside(links, starts, at), sign(said, gap_id(number)))
    for number, mark in enumerate(dead(view), 1):
        said = lost_words(mark)
        text = sign(said, lost_id(number)) if mark.kind == "image" else lost(said, lost_id(number))
        yield Insert(outside(links, starts, mark.span.end), text)


def words(view: View, issue: Issue) -> str:
    """What the page says of an issue in the text; "" for what only the receipt tells.

    `(see tables 1 and 2 below)` gives `tables 1 and 2 are not in the captured text`.
    """
    if issue.code == "stripped-link":
        return SOURCE if "source" in issue.message else WORDS
    if issue.code == "missing-table" and issue.span:
        named = TABLE.search(view.document.seed.text[issue.span.start : issue.span.end])
        what = named[0].lower() if named else "the table"
        return NOT_THERE.format(f"{what} {'are' if MANY.search(what) else 'is'}")
    return {"unclosed-quote": UNCLOSED, "name-variant": "sic"}.get(issue.code, "")


def sign(said: str, target: str) -> str:
    """Words of our own in the text, in brackets, that lead to their explanation in the receipt."""
    name = "d-gap d-sic" if said == "sic" else "d-gap"
    classes = " ".join(f".{each}" for each in name.split())
    link = f"[&#91;{markdown(said, start=False)}&#93;](#{target}){{ {classes} data-peek }}"
    return f'<span data-made=""> {link}</span>'


def lost(said: str, target: str) -> str:
    """The small sign after a link that leads nowhere; its words are for whoever cannot see it, and head the preview."""
    hidden = f'<span class="d-hidden"> &#91;{attribute(said)}&#93;</span>'
    return f"[{hidden}](#{target}){{ .d-lost data-made data-peek }}"


def outside(links: list[TextSpan], starts: list[int], at: int) -> int:
    """A place, or the end of the link that holds it."""
    around = bisect_right(starts, at - 1) - 1
    return links[around].end if around >= 0 and links[around].end > at else at
