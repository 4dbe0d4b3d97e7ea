from __future__ import annotations

import pytest

from dossier.clean import clean
from dossier.clean.furniture import is_furniture
from dossier.clean.gaps import GAPS, GapRule
from dossier.clean.inline import MARKDOWN, InlineRule
from dossier.clean.notes.definitions import OPENINGS, OpeningStyle
from dossier.clean.notes.markers import STYLES, MarkerStyle
from dossier.clean.roles import RULES, Line, RoleRule
from dossier.extract.notes import find_notes
from dossier.model import Annotations, Document, Media, Seed
from tests.fixtures import Case, cases

OF_THE_PAGE = {"no-title", "no-date", "no-author", "no-publisher"}


def document(case: Case) -> Document:
    media: Media = "md" if case.title.startswith("md:") else "txt"
    return clean(Seed(f"seeds/case.{media}", "", "utf-8", media, case.given))


def notes_of(doc: Document) -> str:
    rows = []
    for note in find_notes(doc, Annotations()).notes:
        words = " / ".join(doc.text[s.start : s.end] for s in note.definition or ()) or "-"
        rows.append(f"{note.label} {len(note.refs)} | {words}")
    return "\n".join(rows)


def roles_of(doc: Document) -> str:
    rows = [f"{'' if b.shown else '-'}{b.role} | {doc.words(b)}" for b in doc.blocks]
    return "\n".join(row.replace("\n", " / ") for row in rows)


def meta_of(doc: Document) -> str:
    meta = doc.meta
    authors = ", ".join(fact.value for fact in meta.authors) or "-"
    title, published = (fact.value if fact else "-" for fact in (meta.title, meta.published))
    return f"title | {title}\nauthors | {authors}\npublished | {published}"


def gaps_of(doc: Document) -> str:
    issues = [issue for issue in doc.issues if issue.code not in OF_THE_PAGE]
    rows = [f"{i.code} | {doc.seed.text[i.span.start : i.span.end] if i.span else ''}" for i in issues]
    return "\n".join(row.replace("\n", " / ") for row in rows)


@pytest.mark.parametrize("case", cases("notes.md"), ids=str)
def test_notes(case: Case) -> None:
    assert notes_of(document(case)) == case.expected, str(case)


@pytest.mark.parametrize("case", cases("clean.md"), ids=str)
def test_roles(case: Case) -> None:
    assert roles_of(document(case)) == case.expected, str(case)


@pytest.mark.parametrize("case", cases("joins.md"), ids=str)
def test_joins(case: Case) -> None:
    assert roles_of(document(case)) == case.expected, str(case)


@pytest.mark.parametrize("case", cases("head.md"), ids=str)
def test_metadata(case: Case) -> None:
    assert meta_of(document(case)) == case.expected, str(case)


@pytest.mark.parametrize("case", cases("gaps.md"), ids=str)
def test_gaps(case: Case) -> None:
    assert gaps_of(document(case)) == case.expected, str(case)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_role_names_its_own_example(rule: RoleRule) -> None:
    line = Line(rule.example, "paragraph", "head")
    assert next(r for r in RULES if r.applies(line)).role == rule.role


@pytest.mark.parametrize("rule", GAPS, ids=lambda rule: rule.name)
def test_each_gap_finds_its_own_example(rule: GapRule) -> None:
    assert rule.pattern.search(rule.example)


@pytest.mark.parametrize("style", OPENINGS, ids=lambda style: style.name)
def test_each_opening_finds_its_own_example(style: OpeningStyle) -> None:
    assert next(s for s in OPENINGS if s.pattern.match(style.example)) is style


@pytest.mark.parametrize("style", STYLES, ids=lambda style: f"{style.name} {style.example}")
def test_each_marker_finds_its_own_example(style: MarkerStyle) -> None:
    assert style.pattern.search(style.example)


@pytest.mark.parametrize("rule", MARKDOWN, ids=lambda rule: f"{rule.name} {rule.example}")
def test_each_inline_rule_finds_its_own_example(rule: InlineRule) -> None:
    assert rule.pattern.search(rule.example)


@pytest.mark.parametrize(
    "line", ["Share on Facebook", "12 Comments", "Tags: Europe, Russia", "* * *", "Sign up for our list"]
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Share prices fell.", "Listen.", "12 comments were removed by the paper.", "More on that later.", "—and then?"],
)
def test_counter_examples_of_furniture(line: str) -> None:
    assert is_furniture(line) is None
