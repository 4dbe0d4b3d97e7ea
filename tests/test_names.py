"""Names: the cases of tests/cases/names.md, and what must hold of any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.clean import clean
from dossier.extract.names import find_names
from dossier.extract.notes import find_notes
from dossier.lexicon import words
from dossier.model import Annotations, Document, Seed
from tests.fixtures import Case, cases


def named(text: str) -> tuple[Document, Annotations]:
    """A text seed's document with its names."""
    document = clean(Seed("seeds/case.txt", "0" * 64, "utf-8", "txt", text))
    return document, find_names(document, find_notes(document, Annotations()))


def lines(text: str) -> list[str]:
    """What a case expects: a line a name, then a line a doubt."""
    document, found = named(text)
    told = [
        f"{n.type} {n.name} | " + "; ".join(document.text[m.start : m.end] for m in n.mentions) for n in found.names
    ]
    return told + [f"? {issue.message}" for issue in found.issues if issue.code == "name-variant"]


@pytest.mark.parametrize("case", cases("names.md"), ids=str)
def test_case(case: Case) -> None:
    """Every case names what it expects and nothing else."""
    assert "\n".join(lines(case.given)) == case.expected, f"{case.file}:{case.line}: {case.title}"


PIECES = (  # noqa: SIM905 - one line is easier to read than forty
    "Emmanuel Macron|Macron|Macron's|al-|de Gaulle|U.S.|Mr.|President|the|The|EU-|NATO|(NATO)|of|and|in|Ministry|Forum|"
    "St.|Petersburg|\u201c|\u201d|\u2019|.|\n\n|J.|D.|III|Jr.|Élysée|ВЛАДИМИР|İ|ǅ|\u00a0|said|2020 election|-|'s|"
    "https://A.b/C|@A|[1]|March|Will|Macon"
).split("|")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from([" ", "", "\n"]))
def test_any_text(parts: list[str], glue: str) -> None:
    """Every mention is a non-empty range of the text, in order, and the same text gives the same names."""
    text = "A " + glue.join(parts)
    document, found = named(text)
    for name in found.names:
        assert name.mentions
        assert list(name.mentions) == sorted(set(name.mentions))
        for mention in name.mentions:
            assert document.text[mention.start : mention.end].strip()
    assert named(text)[1] == found


def test_one_bearer_a_mention() -> None:
    """No stretch of the text is a mention of two persons."""
    text = "Hillary Crane met Bill Crane. Crane spoke. Mrs. Crane left. Emmanuel Lambert and Lambert-Crane stayed."
    _, found = named(text)
    persons = [mention for name in found.names if name.type == "person" for mention in name.mentions]
    assert len(persons) == len(set(persons))


def test_given_names_are_words() -> None:
    """The lists of given names hold single words and no person's full name."""
    for name in ("given_female", "given_male", "given_either"):
        assert not [word for word in words("en", name) if " " in word]


def test_linear_in_the_text() -> None:
    """A text of many bearers of few surnames takes no more work a word than a short one."""
    text = " ".join(
        f"Anna{n % 50:02d} Maria Lambert{n % 7} met Lambert{n % 7} in the town of Lambertville." for n in range(3000)
    )
    _, found = named(text)
    assert found.names
