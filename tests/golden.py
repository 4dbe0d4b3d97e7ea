"""What Dossier finds in the five seeds, as text that a person can read and a diff can show.

`python -m tests.golden --accept` renews `tests/cases/golden/` after a change of rules that was meant; look at the diff.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from dossier import pipeline
from dossier.model import Document, Source
from dossier.sourcemap import TextSpan

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "cases" / "golden"
SHOWN = 70


def goldens() -> dict[str, str]:
    """The golden text of each seed, by the golden file's name."""
    sources = pipeline.gather(ROOT / "seeds").sources
    return {Path(source.document.seed.file).stem + ".txt": "\n".join(told(source)) + "\n" for source in sources}


def told(source: Source) -> Iterator[str]:
    """One line a thing: blocks, notes, quotations, dates, names, issues."""
    document, found = source.document, source.annotations
    yield f"slug {source.slug}"
    for block in document.blocks:
        hidden = "" if block.shown else " (not shown)"
        yield f"block {block.role}{hidden} [{block.rule}] {short(document.words(block))}"
    for note in found.notes:
        texts = " / ".join(words(document, span) for span in note.definition or ()) or "-"
        yield f"note {note.label} cited {len(note.refs)} [{note.rule}] {short(texts)}"
    for quote in found.quotes:
        speaker = (quote.speaker.name or "unresolved") if quote.speaker else "-"
        yield f"quote {quote.kind} by {speaker} [{quote.rule} {quote.speaker_rule}] {words(document, quote.span)}"
    for date in found.dates:
        yield f"date {date.edtf} {date.basis} {date.role} [{date.rule}] {words(document, date.span)}"
    for name in sorted(found.names, key=lambda n: n.mentions[0]):
        yield f"name {name.type} {name.name} x{len(name.mentions)} [{name.rule}]"
    for issue in (*document.issues, *found.issues):
        place = issue.span and document.seed.text[issue.span.start : issue.span.end]
        yield f"issue {issue.code} {short(place or '')}"


def words(document: Document, span: TextSpan) -> str:
    """A stretch of the reading text, cut short."""
    return short(document.text[span.start : span.end])


def short(text: str) -> str:
    """At most SHOWN characters on one line."""
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


if __name__ == "__main__" and "--accept" in sys.argv:
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for name, text in goldens().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
