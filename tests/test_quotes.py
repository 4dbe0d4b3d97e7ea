"""Quotations: what stands between marks, its kind, who says it; cases in Markdown, rules by their own examples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.clean import clean
from dossier.extract.dates import find_dates
from dossier.extract.names import find_names
from dossier.extract.notes import find_notes
from dossier.extract.quotes import find_quotes
from dossier.extract.quotes.rules import ROWS, Row
from dossier.extract.quotes.saying import ROWS as DATED
from dossier.extract.quotes.saying import Row as Dated
from dossier.model import Annotations, Document, Media, Quote, Seed
from dossier.sourcemap import Piece, SeedSpan, SourceMap, TextSpan
from tests.fixtures import Case, cases
from tests.linear import assert_linear

OPENING = "A long day in the hills\n\nThe hall was full when the long meeting began on that cold and rainy day.\n\n"


def read(text: str, media: Media = "txt") -> tuple[Document, Annotations]:
    """A text as a seed, cleaned, named and quoted."""
    document = clean(Seed(f"seeds/case.{media}", "", "utf-8", media, text))
    return document, find_quotes(document, find_names(document, Annotations()))


def words(document: Document, quote: Quote) -> str:
    """The quoted words, parts parted by ` // `."""
    return " // ".join(document.text[s.start : s.end] for s in quote.parts or (quote.span,))


def spans(document: Document, found: Annotations) -> str:
    """A line a quotation: kind and words; then the issues."""
    lines = [f"{'> ' if q.parent else ''}{q.kind}: {words(document, q)}" for q in found.quotes]
    return "\n".join([*lines, *(f"! {issue.code}" for issue in found.issues)])


def speakers(document: Document, found: Annotations) -> str:
    """A line a quotation: who says it, and in brackets the words that say so where they differ; `-` for nobody."""
    lines = []
    for quote in found.quotes:
        who = quote.speaker
        if quote.parent:
            continue
        said = document.text[who.mention.start : who.mention.end] if who and who.mention else ""
        name = (who.name or "?") if who else "-"
        lines.append(name + (f" ({said})" if who and said != name else ""))
    return "\n".join(lines)


def media_of(case: Case) -> Media:
    """`md` for a case whose title ends with `(md)`."""
    return "md" if case.title.endswith("(md)") else "txt"


@pytest.mark.parametrize("case", cases("quotes.md"), ids=str)
def test_spans_and_kinds(case: Case) -> None:
    assert spans(*read(OPENING + case.given, media_of(case))) == case.expected, str(case)


@pytest.mark.parametrize("case", cases("speakers.md"), ids=str)
def test_speakers(case: Case) -> None:
    assert speakers(*read(OPENING + case.given, media_of(case))) == case.expected, str(case)


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_every_row_reads_its_own_example(row: Row) -> None:
    _, found = read(f"{OPENING}Ada Diaz came early.\n\n{row.example}")
    last = found.quotes[-1]
    assert last.speaker is not None
    assert last.speaker.name == row.speaker


def said(text: str) -> tuple[str | None, str]:
    """When the last quotation of a text was said, and the rule that tells so."""
    document = clean(Seed("seeds/case.txt", "", "utf-8", "txt", OPENING + text))
    found = find_dates(document, find_notes(document, Annotations()))
    last = find_quotes(document, find_names(document, found)).quotes[-1]
    return last.said, last.said_rule


@pytest.mark.parametrize("row", DATED, ids=[row.name for row in DATED])
def test_every_row_of_dates_reads_its_example_and_not_the_other(row: Dated) -> None:
    assert said(row.example) == (row.said, row.name)
    assert said(row.other) == (None, "")


UNDATED = {
    "since": 'Since May 2014, Ada Diaz has run the town. Diaz said: "We won the long vote."',
    "inside the words": 'Ada Diaz said: "On May 5, 2018, we won the long vote in Ames."',
    "the thing spoken of": 'Ada Diaz said that the pact of May 2014 was "dead and gone for all of us".',
    "a relative clause": 'Ada Diaz, who came to Ames on May 5, 2018, said: "We won the long vote."',
    "a citation": 'Ada Diaz said: "We won the long vote." (The Ames Post, May 5, 2018)',
    "a plan": 'Ada Diaz said in her plan for May 2030: "We will win the long vote."',
    "another speaker": 'On May 5, 2018, Ada Diaz gave a speech in Ames. Bo Webb said: "We lost the long vote."',
    "another time": 'On May 5, 2018, Ada Diaz gave a speech in Ames. A year later, Diaz said: "We lost the long vote."',
    "another occasion": 'On May 5, 2018, Ada Diaz gave a speech. It rained. In an interview, Diaz said: "We lost."',
    "a year told of before": 'In 2018, Ada Diaz gave a speech in Ames. Diaz said: "We lost the long vote."',
    "a fragment": 'On May 5, 2018, Ada Diaz gave a speech in Ames. Diaz long dreamt of a "quiet revolution" there.',
    "no occasion": 'On May 5, 2018, Ada Diaz left Ames. Diaz said: "We lost the long vote."',
    "an event of the war": 'The war in Ames ended on May 5, 2018. Ada Diaz said: "We lost the long vote."',
}


@pytest.mark.parametrize("name", UNDATED)
def test_a_date_of_something_else_says_nothing(name: str) -> None:
    assert said(UNDATED[name]) == (None, "")


DATED_SO = {
    'Ada Diaz said on May 5, 2018, that the vote was "a gift to us all".': "2018-05-05",
    '"We won the vote," Ada Diaz told reporters in Ames on May 5, 2018.': "2018-05-05",
    '"We won the vote," said Ada Diaz in an interview in May 2018.': "2018-05",
    'In a May 5, 2018 speech in Ames, Ada Diaz said: "We won the vote."': "2018-05-05",
    'The club\'s report, published in May 2018, says that it was "a gift to us all".': "2018-05",
    'In a letter of May 5, 2018, Ada Diaz wrote: "We won the vote."': "2018-05-05",
    'On May 5, 2018, Ada Diaz gave a speech. In her speech, Diaz praised the "quiet revolution".': "2018-05-05",
}


@pytest.mark.parametrize("text", DATED_SO)
def test_a_date_that_hangs_on_the_saying_says_when(text: str) -> None:
    assert said(text)[0] == DATED_SO[text]


def test_an_occasion_ends_with_its_section() -> None:
    told = 'On May 5, 2018, Ada Diaz gave a speech in Ames, and the hall was full.\n\n{}Diaz said: "We won the vote."'
    document = clean(Seed("seeds/case.md", "", "utf-8", "md", "# A day\n\n" + told.format("## The next\n\n")))
    found = find_dates(document, Annotations())
    assert find_quotes(document, find_names(document, found)).quotes[-1].said is None
    assert said(told.format(""))[0] == "2018-05-05"


def test_evidence_holds_the_mention_and_the_cue() -> None:
    document, found = read('"We won the vote," said Ada Diaz, a nurse.')
    quote = found.quotes[0]
    assert quote.evidence is not None
    assert quote.cue is not None
    assert document.text[quote.cue.start : quote.cue.end] == "said"
    assert document.text[quote.evidence.start : quote.evidence.end] == "said Ada Diaz"


def test_a_nested_quotation_names_its_parent() -> None:
    _, found = read('Ada Diaz said: "He told me \u2018never again\u2019 and left."')
    outer, inner = found.quotes
    assert (inner.kind, inner.parent) == ("nested", outer.id)


def test_an_unclosed_mark_is_an_issue_at_the_mark() -> None:
    document, found = read('From his side, \u201cthe talks went wrong. Nobody says why.\n\nAda Diaz said: "We won."')
    assert [issue.code for issue in found.issues] == ["unclosed-quote"]
    span = found.issues[0].span
    assert span is not None
    assert document.seed.text[span.start : span.end] == "\u201c"


def test_ids_outlast_a_change_elsewhere() -> None:
    _, one = read('Ada Diaz said: "We won the vote today."')
    _, two = read('A paragraph before it.\n\nAda Diaz said: "We won the vote today."')
    assert [q.id for q in one.quotes] != []
    assert {q.id for q in one.quotes} == {q.id for q in two.quotes}


HARD = {
    "nested": "\u201ca " * 10_000 + "x" + " b\u201d" * 10_000,
    "marks": '"' * 200_000,
    "openers": "\u201c " * 100_000,
    "one sentence": '"We go," he said and went home ' * 5_000,
    "unclosed": "He said \u201cword, " * 10_000,
    "paragraphs": '"We go on\n\n' * 5_000,
}


ENDLESS = (
    '"Hi there you," he said. ',
    "\u201ca ",
    "Alpha Beta ",
    "Ada Diaz said it on May 5, 2018: \u201cWe won.\u201d ",
)


@pytest.mark.parametrize("unit", ENDLESS)
def test_a_paragraph_without_end_takes_linear_time(unit: str) -> None:
    """Tens of thousands of characters of one thing, names and quotations together."""

    def work(size: int) -> Callable[[], object]:
        made = clean(Seed("seeds/case.txt", "", "utf-8", "txt", OPENING + unit * (size // len(unit))))
        found = find_dates(made, Annotations())
        return lambda: find_quotes(made, find_names(made, found))

    work(400)()
    assert_linear(work, 30_000)


@pytest.mark.parametrize("name", HARD)
def test_hostile_texts_take_linear_time(name: str) -> None:
    """Held against half of itself."""
    whole = HARD[name]
    plain = clean(Seed("seeds/case.txt", "", "utf-8", "txt", "x"))

    def work(size: int) -> Callable[[], object]:
        text = whole[:size]
        span = TextSpan(0, len(text))
        ties = SourceMap((Piece(span, SeedSpan(0, len(text)), verbatim=True),))
        made = replace(plain, text=text, map=ties, blocks=(replace(plain.blocks[0], span=span),))
        return lambda: find_quotes(made, Annotations())

    work(400)()
    assert_linear(work, len(whole) // 2)
