"""What the editor set right in a source: said where it is, and listed with what stood there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.model import Edit
from dossier.sourcemap import SeedSpan
from dossier.write.edtf import in_words
from dossier.write.escape import markdown
from dossier.write.flatten import Insert, Wrap
from dossier.write.gaps import outside
from dossier.write.naming import merged
from dossier.write.receipt import where
from dossier.write.signs import CLOSING
from dossier.write.view import View

GONE = frozenset({"", "not a name"})
"""What is set where the words are no date or no name at all: nothing is left to say it of."""
BLOCKS = {"keep": "kept", "join": "joined here", "split": "split here"}
WHAT = {
    "drop": "Line left out",
    "keep": "Line kept",
    "join": "Paragraphs joined",
    "split": "Paragraph split",
    "quote": "Quotation",
    "date": "Date",
    "name": "Name",
    "note": "Note",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One correction in the account: `id` is where its sign leads."""

    id: str
    where: str
    what: str
    now: str
    was: str
    place: str


def every(view: View) -> list[Edit]:
    """All corrections of a source: those of the cleaner's work, then those among the annotations."""
    return [*view.document.edits, *view.source.annotations.edits]


def rows(view: View) -> list[Row]:
    """The account of the corrections."""
    return [
        Row(
            f"edit-{number}",
            where(view, edit.span) or (f"line {view.line(edit.span.start)}" if edit.span else ""),
            WHAT[edit.correction.kind],
            "" if edit.correction.kind in BLOCKS else said(edit),
            before(edit),
            edit.correction.place,
        )
        for number, edit in enumerate(every(view), 1)
    ]


def before(edit: Edit) -> str:
    """What stood there, in words."""
    if edit.correction.kind in {"join", "split"}:
        return "joined by a rule" if ("split", "joined") in edit.was else ""
    return "; ".join(f"{key} {value}" if value else f"no {key}" for key, value in edit.was)


def said(edit: Edit) -> str:
    """What the editor says, in a few words."""
    correction, to = edit.correction, dict(edit.correction.to)
    if correction.kind in BLOCKS:
        return BLOCKS[correction.kind]
    if correction.kind == "date":
        return in_words(to["is"]) if to.get("is") else "no date"
    if correction.kind == "quote":
        who = to.get("speaker", "")
        speaker = "speaker not known" if who.lower() == "nobody" else f"said by {who}" if who else ""
        return ", ".join(filter(None, [speaker, f"a {to['kind']}" if "kind" in to else ""]))
    return to.get("is") or to.get("text") or ""


def edits(view: View, wraps: Iterable[Wrap]) -> Iterator[Insert]:
    """The signs of one page. A name says it once, however many mentions have it; a note says it at its foot."""
    links = merged(wrap.span for wrap in wraps if wrap.link)
    starts = [link.start for link in links]
    named: set[str] = set()
    for number, edit in enumerate(every(view), 1):
        correction = edit.correction
        again = correction.kind == "name" and correction.place in named
        if correction.kind in {"drop", "note"} or again or dict(correction.to).get("is") in GONE:
            continue
        named.add(correction.place)
        at = spot(view, edit)
        if at is not None:
            yield Insert(outside(links, starts, at), sign(said(edit), number))


def spot(view: View, edit: Edit) -> int | None:
    """Where in the reading text a correction is said: after the words, or at the end of the block it is about."""
    if edit.span is None:
        return None
    if edit.correction.kind not in BLOCKS:
        end = view.text_end(edit.span)
        text = view.document.text
        return end + 1 if end and edit.correction.kind == "quote" and text[end : end + 1] in CLOSING else end
    at = view.text_end(SeedSpan(max(edit.span.start - 1, 0), edit.span.end + 1))
    block = view.block_at(at - 1) if at else None
    return block.span.end if block and block.shown else None


def sign(words: str, number: int) -> str:
    """Words of the editor in the text, in brackets, that lead to their account."""
    link = f"[&#91;{markdown(f'editor: {words}', start=False)}&#93;](#edit-{number}){{ .d-editor data-peek }}"
    return f'<span data-made=""> {link}</span>'


def of_note(view: View, edit: Edit | None) -> str:
    """What the editor says a note's text is, after what the capture has of it; "" for nothing."""
    numbers = [number for number, each in enumerate(every(view), 1) if each == edit]
    return sign(said(edit), numbers[0]) if edit and numbers else ""
