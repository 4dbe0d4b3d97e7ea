"""The editor's authority file: what it says is done, what is wrong in it is shown with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.clean import clean
from dossier.extract.names import find_names
from dossier.issues import DossierError
from dossier.link import link, unmatched
from dossier.model import Annotations, Collection, Seed, Source
from dossier.names_file import parse_names, print_names

FIRST = (
    "Hubert Vasseur opened the Harbour Dialogue. Vasseur spoke of the council on harbours in Brandis. The Widget sank."
)
SECOND = "Critics of Hollin spoke. Marie Hollin was absent. Fort Brandis stands. Vasseur came late."


def sources() -> list[Source]:
    """Two seeds with their names."""
    found = []
    for name, text in (("first", FIRST), ("second", SECOND)):
        document = clean(Seed(f"seeds/{name}.txt", "0" * 64, "utf-8", "txt", text))
        found.append(Source(document, find_names(document, Annotations())))
    return found


def linked(text: str) -> Collection:
    """The collection under an authority file."""
    return link(sources(), parse_names(text.encode()))


def forms(collection: Collection, name: str) -> list[str]:
    """Every mention of the bearer of a name."""
    by_slug = {source.slug: source for source in collection.sources}
    found = []
    for identity in collection.identities:
        if identity.name == name:
            for slug, index in identity.members:
                source = by_slug[slug]
                mentions = source.annotations.names[index].mentions
                found += [source.document.text[m.start : m.end] for m in mentions]
    return found


def test_an_alias_is_found_in_the_text() -> None:
    """A phrase written small becomes a mention where the editor says that it names somebody."""
    done = linked("names:\n  - name: Harbour Council\n    type: organisation\n    aliases: [council on harbours]\n")
    assert forms(done, "Harbour Council") == ["council on harbours"]
    assert [i.type for i in done.identities if i.name == "Harbour Council"] == ["organisation"]


def test_name_description_and_links() -> None:
    """The editor's name, line and identifiers are the identity's."""
    done = linked(
        "names:\n  - name: Hubert Vasseur\n    description: A diplomat\n    links: {wikidata: Q1, viaf: '22'}\n"
    )
    identity = next(i for i in done.identities if i.name == "Hubert Vasseur")
    assert (identity.description, identity.links) == ("A diplomat", (("wikidata", "Q1"), ("viaf", "22")))
    assert forms(done, "Hubert Vasseur") == ["Hubert Vasseur", "Vasseur", "Vasseur"]


def test_not_drops_a_name() -> None:
    """A string under `not` names nothing in any seed."""
    assert forms(link(sources()), "Harbour Dialogue")
    assert not forms(linked("not: [Harbour Dialogue]\n"), "Harbour Dialogue")


def test_merge_joins_and_split_keeps_apart() -> None:
    """What the rules join or leave apart, the editor may settle."""
    assert forms(link(sources()), "Fort Brandis") == ["Brandis", "Fort Brandis"]
    assert forms(linked("split:\n  - [Brandis, Fort Brandis]\n"), "Fort Brandis") == ["Fort Brandis"]
    assert len(forms(linked("merge:\n  - [Hubert Vasseur, Marie Hollin]\n"), "Hubert Vasseur")) > len(
        forms(link(sources()), "Hubert Vasseur")
    )


def test_an_entry_that_matches_nothing_is_an_error() -> None:
    """Every part of the file that no seed answers is told with its line."""
    text = "names:\n  - name: Nobody Here\nnot: [Nothing]\nmerge:\n  - [Hubert Vasseur, No One]\n"
    errors = unmatched(sources(), parse_names(text.encode()))
    assert [(e.line, e.file) for e in errors] == [
        (2, "seeds/names.yml"),
        (3, "seeds/names.yml"),
        (5, "seeds/names.yml"),
    ]
    assert "Nobody Here" in str(errors[0])
    assert "--names" in str(errors[0])


def test_all_matched() -> None:
    """An entry that one seed answers is no error."""
    text = "names:\n  - name: Harbour Council\n    aliases: [council on harbours]\nnot: [Harbour Dialogue]\n"
    assert unmatched(sources(), parse_names(text.encode())) == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name:\n  - name: A\n", 1, "did you mean 'names'"),
        ("names:\n  - title: A\n", 2, "unknown key 'title'"),
        ("names:\n  - name: A B\n    type: persn\n", 3, "did you mean 'person'"),
        ("names:\n  - type: person\n", 2, "needs a name"),
        ("names:\n  - name: A\n    aliases: [B]\n  - name: C\n    aliases: [B]\n", 4, "stands for 'A' already"),
        ("merge:\n  - [Only One]\n", 2, "two names or more"),
        ("names: [1]\n", 1, "key: value"),
        ("not:\n  - 7\n", 2, "words are expected"),
        ("names:\n  - name: A\n    links: Q1\n", 3, "links are"),
    ],
)
def test_a_fault_points(text: str, line: int, words: str) -> None:
    """A fault names file and line and says how to mend it."""
    with pytest.raises(DossierError) as caught:
        parse_names(text.encode())
    assert (caught.value.file, caught.value.line) == ("seeds/names.yml", line)
    assert words in str(caught.value)


def test_printed_file_is_read_back() -> None:
    """What is printed is such a file, and applying it changes nothing in the names."""
    before = link(sources())
    after = link(sources(), parse_names(print_names(before).encode()))
    assert {i.name for i in before.identities} == {i.name for i in after.identities}
    assert not unmatched(sources(), parse_names(print_names(before).encode()))


def test_empty_file() -> None:
    """An empty file says nothing."""
    assert link(sources(), parse_names(b"")) == link(sources())


def test_the_repository_has_no_broken_file() -> None:
    """The file of this collection, if there is one, is sound."""
    path = Path(__file__).parents[1] / "seeds" / "names.yml"
    if path.exists():
        assert parse_names(path.read_bytes()).file == "seeds/names.yml"
