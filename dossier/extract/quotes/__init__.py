"""Quotations: what stands between marks, what kind of words they are, who said them, and the words that tell so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dossier.extract.blanks import blank, markers
from dossier.extract.quotes.carried import label, signed
from dossier.extract.quotes.case import Case, Found
from dossier.extract.quotes.forms import unmarked
from dossier.extract.quotes.joining import Reading, groups, repeats, voice
from dossier.extract.quotes.kinds import kind_of
from dossier.extract.quotes.lines import HEADINGS, TITLES, Lines
from dossier.extract.quotes.moments import Moments, Quoted
from dossier.extract.quotes.people import People, Resolver
from dossier.extract.quotes.rules import attribute
from dossier.extract.quotes.saying import when_said
from dossier.extract.quotes.spans import Stretch, nest, stretches
from dossier.extract.quotes.tokens import Line, masked
from dossier.extract.quotes.voices import Voices
from dossier.ids import Minter, normal
from dossier.issues import Issue
from dossier.model import Annotations, Document, Quote, QuoteKind
from dossier.sourcemap import TextSpan

__all__ = ["find_quotes"]

SPOKEN = frozenset({"speech", "fragment"})
MASKED = re.compile("Q")
BEFORE = 48
"""Characters before a mark that the kind is read from."""


def find_quotes(document: Document, found: Annotations) -> Annotations:
    """The document's quotations with kinds and speakers; spans are in the reading text, inside the marks.

    Adds an issue `unclosed-quote` at each mark that has no partner. Uses names and, for `said`, dates found before.
    """
    text = blank(document.text, markers(found))
    marked = stretches(text, document.blocks)
    every = nest([*marked, *unmarked(text, document.blocks, marked)])
    if not every:
        return found
    scene = Scene.of(document, text, every, found)
    quotes = [*scene.spoken(), *scene.inner()]
    quotes.sort(key=lambda quote: (quote.span.start, quote.span.end, quote.id))
    issues = tuple(unclosed(document, s) for s in every if not s.closed and not s.goes_on)
    return replace(found, quotes=tuple(quotes), issues=(*found.issues, *issues))


def unclosed(document: Document, stretch: Stretch) -> Issue:
    """The issue at an opening mark without a partner."""
    span = document.map.to_seed(TextSpan(stretch.open, stretch.start))
    return Issue("unclosed-quote", "warning", "a quotation opens here and never closes; its end is inferred", span)


NICKNAME = re.compile(r"[A-Z][\w.-]*")
GIVEN = re.compile(r"[A-Z][\w.-]* $")
SURNAME = re.compile(r" [A-Z]\w")


def nickname(text: str, stretch: Stretch) -> bool:
    """Whether a marked word stands between a given name and a surname: `Robert "Bobby" Lund`."""
    return (
        NICKNAME.fullmatch(text, stretch.start, stretch.end) is not None
        and GIVEN.search(text, max(0, stretch.open - 24), stretch.open) is not None
        and SURNAME.match(text, stretch.close) is not None
    )


@dataclass(slots=True)
class Scene:
    """One document on its way from marks to quotations."""

    document: Document
    text: str
    found: Annotations
    every: list[Stretch]
    lines: Lines
    voices: Voices
    moments: Moments
    minter: Minter
    ids: dict[int, str]

    @classmethod
    def of(cls, document: Document, text: str, every: list[Stretch], found: Annotations) -> Scene:
        """Cut the text into lines of tokens."""
        tops = [s for s in every if s.depth == 0 and not nickname(text, s)]
        lines = Lines(masked(text, tops, found.names), text, document.blocks)
        people = People(text, found.names)
        resolver = Resolver(people, lines)
        voices = Voices(text, people, resolver, lines)
        moments = Moments(text, found.dates, document.blocks, lines, people, resolver)
        return cls(document, text, found, every, lines, voices, moments, Minter("q-"), {})

    def readings(self) -> list[Reading]:
        """Every outermost stretch with its kind and its speaker as its sentence tells it."""
        tops = {s.open: s for s in self.every if s.depth == 0}
        found: list[Reading] = []
        previous: Found | None = None
        last: Line | None = None
        for number in sorted({s.block for s in tops.values()}):
            line = self.lines[number]
            done: dict[int, Found] = {}
            for at in [m.start() for m in MASKED.finditer(line.tags) if line.starts[m.start()] in tops]:
                case = self.case(line, at, tops[line.starts[at]], done, previous, last)
                reading = self.read(case, found[-1] if found else None)
                found.append(reading)
                if reading.find and reading.kind in SPOKEN:
                    previous = reading.find
                last = line
        return found

    def case(  # noqa: PLR0913 - what one quotation is read from
        self, line: Line, at: int, stretch: Stretch, done: dict[int, Found], previous: Found | None, last: Line | None
    ) -> Case:
        """One quotation in its surroundings."""
        low, high = line.sentence(at)
        below = line.block + 1
        bare = "blockquote" if stretch.family == "block" else "bullet"
        bullet = below < len(self.lines) and self.document.blocks[below].role == bare
        return Case(self.text, line, at, low, high, stretch, done, self.lines, previous, last, bullet)

    def read(self, case: Case, before: Reading | None) -> Reading:
        """The kind and speaker of one quotation."""
        stretch, line = case.stretch, case.line
        if before and before.stretch.goes_on:
            own = signed(case) if stretch.family == "block" else None
            find = own or attribute(case, sure=True) or before.find
            return Reading(stretch, line, case.at, before.kind, find)
        if stretch.family == "turn":
            return Reading(stretch, line, case.at, "speech", label(case))
        find = attribute(case)
        heading = self.heading(line)
        inside = self.text[stretch.start : stretch.end]
        edge = self.text[max(0, stretch.open - BEFORE) : stretch.open]
        kind = kind_of(inside, edge, heading=heading, rule=find.rule if find else "")
        if kind in SPOKEN and self.own_title(line):
            kind = "term"
        if find is None and kind == "speech" and case.previous and not heading and near(case):
            find = replace(case.previous, rule="next-paragraph")
        return Reading(stretch, line, case.at, kind, find)

    def heading(self, line: Line) -> bool:
        """Whether a line is no running text."""
        return self.document.blocks[line.block].role in HEADINGS

    def own_title(self, line: Line) -> bool:
        """Whether a line is the document's own headline: its marks show words in short, the body has them in full."""
        block, title = self.document.blocks[line.block], self.document.meta.title
        if block.role in {"title", "subtitle"}:
            return True
        return title is not None and line.block == 0 and normal(self.document.words(block)) == normal(title.value)

    def spoken(self) -> list[Quote]:
        """The outermost quotations, pieces of one utterance as one."""
        readings = self.readings()
        body = [r for r in readings if self.document.blocks[r.line.block].role not in TITLES]
        again = repeats(self.text, [(r.stretch, r.find if r.kind in SPOKEN else None) for r in body])
        read = {r.stretch.open for r in readings}
        return [
            *(self.quote(group, again) for group in groups(readings)),
            *(self.unread(s) for s in self.every if s.depth == 0 and s.open not in read),
        ]

    def unread(self, stretch: Stretch) -> Quote:
        """A quotation inside a name: a nickname."""
        span = TextSpan(stretch.start, stretch.end)
        return Quote(self.mint(stretch, span), span, "term", "nickname")

    def quote(self, group: list[Reading], again: dict[int, Found]) -> Quote:
        """One utterance."""
        first = group[0].stretch
        find = again.get(first.open) or voice(group)
        kind: QuoteKind = group[0].kind
        if first.open in again and kind not in SPOKEN:
            kind = "speech"
        span = TextSpan(first.start, group[-1].stretch.end)
        parts = tuple(TextSpan(r.stretch.start, r.stretch.end) for r in group) if len(group) > 1 else ()
        name = self.mint(first, span)
        self.ids.update((r.stretch.open, name) for r in group)
        if find is None or (kind not in SPOKEN and not (kind == "term" and self.own_title(group[0].line))):
            return Quote(name, span, kind, "marks", parts)
        who = self.voices.speaker(find, span)
        evidence = evidence_of(find)
        cue = TextSpan(find.line.starts[find.cue[0]], find.line.ends[find.cue[1] - 1]) if find.cue else None
        quoted = Quoted(find, group[0].line, group[0].at, group[-1].stretch.close, who, kind == "speech")
        said, why = when_said(self.moments, quoted)
        return Quote(name, span, kind, "marks", parts, None, who, evidence, cue, said, find.rule, why)

    def inner(self) -> list[Quote]:
        """The quotations inside others."""
        return [
            Quote(self.mint(s, TextSpan(s.start, s.end)), TextSpan(s.start, s.end), "nested", "marks",
                  parent=self.ids.get(s.parent.open) if s.parent else None)
            for s in self.every if s.depth
        ]  # fmt: skip

    def mint(self, stretch: Stretch, span: TextSpan) -> str:
        """A name for a quotation, remembered by its opening mark."""
        name = self.minter.mint(self.document.text, span.start, span.end)
        self.ids[stretch.open] = name
        return name


def near(case: Case) -> bool:
    """Whether the quotation before stands in this line or the one above."""
    return case.previous_line is not None and case.line.block - case.previous_line.block <= 1


def evidence_of(find: Found) -> TextSpan:
    """From the mention to the cue, whichever comes first."""
    line = find.line
    start, end = line.starts[find.phrase.start], line.ends[find.phrase.end - 1]
    if find.cue:
        start, end = min(start, line.starts[find.cue[0]]), max(end, line.ends[find.cue[1] - 1])
    return TextSpan(start, end)
