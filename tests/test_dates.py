"""Dates: cases, the examples of the rules, EDTF, roles and labels, undated texts, and time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from edtf import parse_edtf

from dossier.clean import clean
from dossier.clean.assemble import assemble
from dossier.clean.draft import Bit, Draft
from dossier.extract.dates import find_dates
from dossier.extract.dates.rules import RULES
from dossier.model import Annotations, Document, Fact, Meta, Note, Role, Seed
from dossier.sourcemap import SeedSpan, TextSpan
from tests.fixtures import Case, cases
from tests.linear import assert_linear

CASES = cases("dates.md")


def document(text: str, published: str = "", roles: dict[str, Role] | None = None) -> Document:
    """A document with a paragraph a line; `roles` gives other roles by the words a line begins with."""
    drafts = []
    for m in re.finditer(r"\S.*", text):
        role: Role = next((role for head, role in (roles or {}).items() if m[0].startswith(head)), "paragraph")
        drafts.append(Draft(role, "test", (Bit(SeedSpan(m.start(), m.end())),)))
    done = assemble(text, drafts)
    seed = Seed("seeds/test.txt", "", "utf-8", "txt", text)
    meta = Meta(published=Fact(published, "printed", "test") if published else None)
    return Document(seed, "test", done.text, done.map, done.blocks, done.segments, meta)


def found(text: str, published: str = "") -> list[str]:
    """Each date as the cases write it."""
    doc = document(text, published)
    dates = find_dates(doc, Annotations()).dates
    return [f"{doc.text[d.span.start : d.span.end]} = {d.edtf or '-'}, {d.basis}" for d in dates]


def values(text: str, published: str = "") -> list[str]:
    """The values alone."""
    return [date.edtf or "-" for date in find_dates(document(text, published), Annotations()).dates]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """A text gives the dates it should, and no other."""
    head, _, rest = case.given.partition("\n")
    published = head.removeprefix("published: ") if head.startswith("published: ") else ""
    given = rest if published else case.given
    assert "\n".join(found(given, published)) == case.expected, str(case)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_date_accounts_for_itself(case: Case) -> None:
    """No value without a basis, no basis without its base, no gap without a reason."""
    head, _, rest = case.given.partition("\n")
    published = head.removeprefix("published: ") if head.startswith("published: ") else ""
    for date in find_dates(document(rest if published else case.given, published), Annotations()).dates:
        assert (date.edtf is None) == (date.basis == "unresolvable")
        assert bool(date.reason) == (date.edtf is None)
        if date.basis in ("year_from_context", "relative_to_document", "relative_to_event"):
            assert date.base is not None
            assert date.base.span is not None or date.base.edtf.startswith(published[:4])
            assert published or date.base.span is not None
        assert date.role != "event" or date.event is not None


def test_there_are_cases_enough() -> None:
    """At least 200, a good part of them counter-examples."""
    assert len(CASES) >= 200
    assert sum(case.title.startswith("counter-example") for case in CASES) >= 50


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example_of_a_rule(rule: object) -> None:
    """Each row of the table reads its own example."""
    text, _, published = rule.example[0].partition("|")  # type: ignore[attr-defined]
    doc = document(text.strip(), published.strip())
    dates = find_dates(doc, Annotations()).dates
    assert " ".join(d.edtf or "-" for d in dates) == rule.example[1]  # type: ignore[attr-defined]
    assert rule.name in [d.rule for d in dates]  # type: ignore[attr-defined]


def test_every_value_of_the_cases_is_edtf() -> None:
    """The field's reference parser reads each value."""
    for case in CASES:
        for line in case.expected.splitlines():
            value = line.rsplit(" = ", 1)[1].split(",")[0]
            if value != "-":
                assert parse_edtf(value), line


ROLES = [
    ("September 6, 2018", "dateline", "publication"),
    ("(Source: The Archive, August 27, 2018)", "caption", "citation"),
    ("See the Daily Brief No. 162, \u201cQuo Vadis?\u201d, May 30, 2018", "note", "citation"),
    ("Report of the Inquiry into the Harbour, June 1912, p. 3.", "note", "citation"),
    ("Hale to the Board, 4 May 1911, Town Archive, box 4.", "note", "citation"),
    ("The council met again at Ames, May 4, 1911, and the members of it voted to close the harbour.", "note", "event"),
    ("In a note of April 23, 2018, the minister refused to sign the treaty.", "note", "event"),
    ("On April 23, 2018, the minister refused to sign the treaty.", "paragraph", "event"),
    ("In his speech at the Ambassadors' Conference 2018 he spoke.", "paragraph", "background"),
    ("The realities of 21st century multipolarity are hard.", "paragraph", "background"),
    ("https://example.org/2019/11/08/vision", "url", "publication"),
]


@pytest.mark.parametrize(("line", "role", "expected"), ROLES, ids=[row[0][:30] for row in ROLES])
def test_role(line: str, role: Role, expected: str) -> None:
    """What a date does follows from where it stands."""
    doc = document(line, roles={line[:10]: role})
    assert [d.role for d in find_dates(doc, Annotations()).dates] == [expected]


LABELS = [
    ("On August 27, 2018, the president declared that trust was gone.", "the president declared that trust was gone"),
    ("Two friends at the Kremlin on July 15, 2018.", "Two friends at the Kremlin"),
    (
        "While trade had decreased by about a third between 2013 and 2017, exports grew by 25 percent in 2018.",
        "trade had decreased by about a third | exports grew by 25 percent",
    ),
    ("A year of talks ended and in 2019, a summit was held at the fort.", "a summit was held at the fort"),
    ("Nevertheless, he is expected in May 2018 at the forum.", "he is expected in May 2018 at the forum"),
    ("29 may 2017\n\nThe guest visits Paris", "The guest visits Paris"),
]
TABLE = "| When | What |\n| --- | --- |\n| 4 May 1911 | The ferry sank here |\n| 5 May 1911 | The ferry was raised |\n"


@pytest.mark.parametrize(("text", "label"), LABELS, ids=[row[0][:30] for row in LABELS])
def test_label(text: str, label: str) -> None:
    """The label is the clause that tells it, verbatim."""
    doc = document(text)
    dates = find_dates(doc, Annotations()).dates
    assert " | ".join(doc.text[d.event.start : d.event.end] for d in dates if d.event) == label


def test_the_label_in_a_table_is_of_its_row() -> None:
    """No row tells what another is about, and no sign of the table is told."""
    doc = clean(Seed("seeds/a.md", "0" * 64, "utf-8", "md", f"# Ferries\n\nThey ran.\n\n{TABLE}"))
    dates = find_dates(doc, Annotations()).dates
    assert [doc.text[d.event.start : d.event.end] for d in dates if d.event] == [
        "The ferry sank here",
        "The ferry was raised",
    ]


BETWEEN = [
    ("They met on 29 May 2017. He is expected in May 2018 at the forum.", "2017-05-29/2018-05"),
    ("The talks followed the June 26 meeting, nearly a year after he came on August 19, 2019.", "2020-06-26/.."),
    ("He will come in May 2018.", "../2018-05"),
    ("Nothing is dated here.", None),
]


@pytest.mark.parametrize(("text", "expected"), BETWEEN, ids=[row[0][:30] for row in BETWEEN])
def test_published_between(text: str, expected: str | None) -> None:
    """An undated text bounds its own writing, with the words that do; a dated one is left alone."""
    inferred = find_dates(document(text), Annotations()).published_between
    assert (inferred.value if inferred else None) == expected
    if inferred:
        assert inferred.basis == "inferred"
        assert inferred.rule
        assert parse_edtf(inferred.value)
    assert find_dates(document(text, "2020-01-01"), Annotations()).published_between is None


def test_markers_of_notes_are_no_numbers() -> None:
    """The 7 of "in May7" is a marker, once the notes say so."""
    text = "It ended in May7 1918, they say."
    doc = document(text)
    at = text.index("7")
    notes = (Note("7", "7", (TextSpan(at, at + 1),), None, (), incomplete=True, rule="test"),)
    assert [d.edtf for d in find_dates(doc, Annotations(notes=notes)).dates] == ["1918-05"]


def test_an_order_that_nobody_can_tell_is_an_issue() -> None:
    """3/4/2019 is no guess but a doubt with its place."""
    issues = find_dates(document("Posted on 3/4/2019."), Annotations()).issues
    assert [(i.code, i.span) for i in issues] == [("ambiguous-date", SeedSpan(10, 18))]


def test_what_was_found_before_is_kept() -> None:
    """Only the dates, the interval and the issues change."""
    doc = document("In 2018 it rained.")
    before = Annotations(issues=find_dates(document("3/4/2019"), Annotations()).issues)
    after = find_dates(doc, before)
    assert after.issues == before.issues
    assert replace(after, dates=(), published_between=None) == before


def test_ids_do_not_depend_on_the_place() -> None:
    """More text before a date leaves its id alone."""
    one = find_dates(
        document("It rained hard all over the land in May 2018 and then it stopped at last."), Annotations()
    )
    two = find_dates(
        document("More.\n\nIt rained hard all over the land in May 2018 and then it stopped at last."), Annotations()
    )
    assert [d.id for d in one.dates] == [d.id for d in two.dates]


@pytest.mark.parametrize(
    "unit", ["1 ", "May ", "the end of ", "2018-", "from 1 to ", "'71", "(", '"', "of the ", "19th "]
)
def test_time_is_linear(unit: str) -> None:
    """A text of nothing but pieces of dates takes its time, no more."""

    def work(size: int) -> Callable[[], object]:
        made = document(unit * (size // len(unit)))
        return lambda: find_dates(made, Annotations())

    work(1000)()
    assert_linear(work, 10_000)
