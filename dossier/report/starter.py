"""`--new SEED`: a sidecar to start from. All of it is commented out, so that it changes nothing before it is edited.

`## ` begins words for the editor, `# ` a line of the sidecar: what was found, and what is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from dossier.correct.desk import narrowest
from dossier.model import Collection, Fact, Meta, Quote, Source
from dossier.report.explain.page import Page, page_of
from dossier.report.terminal import clip, wrapped
from dossier.sidecar.schema import CORRECTIONS, SCHEMA
from dossier.sourcemap import TextSpan
from dossier.wording import Wording, wording

FEWEST, STEP = 6, 4
"""Words of a quotation that are enough to find it, and how many are added until they are unlike any others."""
PROSE = "## "
HEAD = frozenset({field.name for field in fields(Meta)} | {"slug"})
"""Keys of what the head of a page says."""
NEAR, LONGEST = 40, 160
"""Columns of the text that a doubt repeats, and characters looked at for them."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the seed that lead to one place; `occurrence` is their number where no words tell it apart, else 0."""

    words: str
    occurrence: int = 0


def starter(source: Source) -> str:
    """The text of the sidecar."""
    page = page_of(source, Collection((source,)), lambda text, look: text)  # noqa: ARG005 - no colours in a file
    file = source.document.seed.file
    lines = [
        *said(f"What the seed {file} says of itself, as it was read, and what it leaves open."),
        *said('Take the "# " from a line to set it. What is set here is shown on the page as the editor\'s.'),
        *metadata(page),
        *speakers(page),
        *undated(page),
        *lost_notes(page),
        *doubts(page),
        *others(),
    ]
    return "\n".join(lines) + "\n"


def said(text: str) -> Iterator[str]:
    """Words for the editor."""
    yield from (PROSE + line for line in wrapped(text, 0, 96))


def scalar(text: str) -> str:
    """The text as a YAML string in double quotes."""
    words = " ".join(text.split())
    signs = (f"\\{c}" if c in '\\"' else c if c.isprintable() else f"\\U{ord(c):08X}" for c in words)
    return f'"{"".join(signs)}"'


def metadata(page: Page) -> Iterator[str]:
    """The keys of the head: each value with where it is from, and those that nobody gives."""
    meta = page.source.document.meta
    for key, entry in SCHEMA.items():
        if key not in HEAD:
            continue
        found = Fact(page.source.slug, "inferred", "date-and-title") if key == "slug" else getattr(meta, key)
        facts: tuple[Fact, ...] = found if isinstance(found, tuple) else (found,) if found else ()
        yield ""
        yield from said(f"{entry.what}: {origin(page, facts) if facts else 'not said'}")
        if key == "published" and not facts and page.source.annotations.published_between:
            clue = page.source.annotations.published_between
            yield from said(f"by its own words, within {clue.value} ({clue.rule})")
        value = ", ".join(scalar(fact.value) for fact in facts)
        yield f"# {key}: [{value}]" if len(facts) > 1 else f"# {key}: {value}".rstrip()


def origin(page: Page, facts: tuple[Fact, ...]) -> str:
    """How a value is known."""
    places = dict.fromkeys(
        f"{fact.basis}, rule {fact.rule}" + (f", {page.seed_line(fact.span)}" if fact.span else "") for fact in facts
    )
    return "; ".join(places)


def quoted(text: Wording, spans: Sequence[TextSpan], at: int) -> Quoted:
    """The fewest words from the beginning of one of some ranges that stand nowhere else."""
    every = text.text[spans[at].start : spans[at].end].split()
    for many in range(min(FEWEST, len(every)), len(every), STEP):
        words = " ".join(every[:many])
        if len(text.find(words)) == 1:
            return Quoted(words)
    words = " ".join(every)
    held = list(dict.fromkeys(narrowest(hit, spans) for hit in text.find(words)))
    return Quoted(words, held.index(at) + 1 if len([n for n in held if n is not None]) > 1 else 0)


def entries(page: Page, key: str, value: str, found: Sequence[tuple[TextSpan, str]]) -> Iterator[str]:
    """Items of a list of corrections for those of the ranges that have words of why, their values left open."""
    text = wording(page.source.document.text)
    spans = [span for span, _ in found]
    own = next(iter(CORRECTIONS[key][2].entries))
    for at, (span, why) in enumerate(found):
        if why:
            told = quoted(text, spans, at)
            yield from said(f"{page.line(span)}: {why}")
            yield f"#   - {own}: {scalar(told.words)}"
            yield from [f"#     occurrence: {told.occurrence}"] if told.occurrence else []
            yield f"#     {value}:"


def speakers(page: Page) -> Iterator[str]:
    """Quotations whose speaker the text does not name."""
    found = [(each.span, nobody(each)) for each in page.source.annotations.quotes]
    if any(why for _, why in found):
        yield from ("", *said("Quotations whose speaker nobody names:"), "# quotes:")
    yield from entries(page, "quotes", "speaker", found)


def nobody(quote: Quote) -> str:
    """What is open of a quotation; "" where nothing is."""
    spoken = quote.kind in {"speech", "fragment"}
    return f"a {quote.kind}, rule {quote.rule}" if spoken and not (quote.speaker and quote.speaker.name) else ""


def undated(page: Page) -> Iterator[str]:
    """Dates that could not be read."""
    found = [(each.span, "" if each.edtf else each.reason or each.rule) for each in page.source.annotations.dates]
    if any(why for _, why in found):
        yield from ("", *said("Dates that could not be told:"), "# dates:")
    yield from entries(page, "dates", "is", found)


def lost_notes(page: Page) -> Iterator[str]:
    """Notes whose text the capture has lost."""
    open_ones = [note for note in page.source.annotations.notes if note.definition is None]
    if open_ones:
        yield from ("", *said("Notes whose text is lost:"), "# notes:")
    for note in open_ones:
        yield from said(", ".join(page.line(ref) for ref in note.refs))
        yield from (f"#   - note: {scalar(note.label)}", "#     text:")


def doubts(page: Page) -> Iterator[str]:
    """Further gaps of the capture: to know of, before the original is looked up."""
    every = (*page.source.document.issues, *page.source.annotations.issues)
    told = [(issue.span, issue.message) for issue in every if issue.span and issue.span.start < issue.span.end]
    if told:
        yield from ("", *said("What the capture has lost or leaves in doubt:"))
    for span, message in sorted(told):
        near = clip(page.seed[span.start : span.start + LONGEST].partition("\n")[0], NEAR)
        yield from said(f"{page.seed_line(span)}, at “{near}”: {message}")


def others() -> Iterator[str]:
    """What else a sidecar may say."""
    yield from ("", *said("Further keys:"))
    for key, entry in SCHEMA.items():
        if key not in CORRECTIONS and key not in HEAD:
            yield from said(f"{key}: {entry.what}")
    for key, (_, what, form) in CORRECTIONS.items():
        own = next(iter(form.entries))
        yield from said(f"{key}: {what}; each item begins with `- {own}: ...`")
