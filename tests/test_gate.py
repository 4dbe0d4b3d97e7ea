"""What may not be published stands in no published file, whatever page or format it would have stood in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count, islice, pairwise

import pytest

from dossier.clean import clean
from dossier.extract import extract
from dossier.link import link
from dossier.model import Collection, Seed, Sidecar, Source
from dossier.write import render
from dossier.write.catalogue import catalogue
from dossier.write.gate.passages import QUOTED, SHARE, passages
from dossier.write.site import Site

SITE = Site(url="https://example.org/")
OPEN = """The Harbour Treaty of Brandis

May 12, 2021
Jane Roe

The minister Hubert Vasseur met the delegation in Brandis on Monday and spoke for an hour about the Harbour Treaty.

"We shall keep the harbour open for every ship that comes in peace," Hubert Vasseur said on 10 May 2021.

The Harbour Treaty was signed in Brandis on 3 March 2019 by Hubert Vasseur and by Marie Hollin.
"""
RARE = [
    f"{a}{b}" for a in ("quib", "zand", "vorl", "mung", "trel", "plov", "snar") for b in ("bel", "dok", "fyx", "wim")
]
"""Words that stand in no other text."""


def closed_text() -> str:
    """A long article whose every sentence has rare words; it tells what the open one tells, and quotes the same."""
    numbers = count()

    def some(number: int) -> str:
        return " ".join(f"{RARE[at % len(RARE)]}{at}" for at in islice(numbers, number))

    lines = [
        f"The {some(9)} of the {some(2)} had never seen Hubert Vasseur {some(5)} in the {some(3)} of Brandis. "
        f"On {3 + at} March 2019 the {some(3)} signed the Harbour Treaty {some(2)} with Marie Hollin {some(3)}. "
        f"A {some(4)} of {some(6)} made the {some(3)} of the Corvane Institute {some(5)}."
        for at in range(9)
    ]
    lines.insert(4, f"Neither {some(8)} nor {some(9)} was there when the {some(7)} came to see the {some(6)}.")
    lines.append(
        '"We shall keep the harbour open for every ship that comes in peace, and we shall keep it open for long," '
        f"Hubert Vasseur said {some(4)} on 10 May 2021."
    )
    return "\n\n".join(["A Second Look at the Harbour", "June 1, 2021", "Marie Brandt", *lines]) + "\n"


def seed(name: str, text: str, **values: object) -> Seed:
    beside = Sidecar(f"seeds/{name}.yml", values) if values else None
    return Seed(f"seeds/{name}.txt", "0" * 64, "utf-8", "txt", text, beside, text.encode())


def source(name: str, text: str, **values: object) -> Source:
    document = clean(seed(name, text, **values))
    return Source(document, extract(document))


def collection(mode: str, **values: object) -> Collection:
    return link([source("open", OPEN), source("closed", closed_text(), publish=mode, **values)])


def files(found: Collection) -> dict[str, str]:
    raw = {each.slug: each.document.seed.data for each in found.sources}
    return {path: file.data.decode() for path, file in render(catalogue(found), raw, SITE).items()}


def rare_words(text: str) -> set[str]:
    return set(re.findall(rf"(?:{'|'.join(RARE)})\d+", text))


def secret(mode: str) -> set[str]:
    """The rare words that may not be published."""
    if mode == "private":
        return rare_words(closed_text()) | {"Corvane", "Second Look", "Brandt"}
    found = source("closed", closed_text(), publish=mode)
    text = found.document.text
    shown = " ".join(text[span.start : span.end] for span in passages(found))
    return rare_words(text) - rare_words(shown)


def sentences(text: str) -> Iterator[str]:
    yield from (sentence for line in text.split("\n\n") for sentence in re.split(r"(?<=[.!?])\s", line) if sentence)


def test_the_seed_of_these_tests_would_leak_everywhere() -> None:
    """A counter-example: published whole, its rare words stand in pages and data of every kind."""
    leaking = [path for path, text in files(collection("full")).items() if rare_words(text)]
    assert {
        *("sources/2021-06-01-a-second-look-at-the-harbour.md", "timeline/index.md", "quotes/index.md"),
        *("data/annotations.jsonld", "data/timeline.csv", "data/seeds/closed.txt", "data/timeline.ics"),
    } <= set(leaking)
    assert any(path.startswith("compare/") for path in leaking)
    assert any(path.startswith("names/") for path in leaking)


@pytest.mark.parametrize("mode", ["excerpt", "private"])
def test_no_word_that_is_not_published_stands_in_any_file(mode: str) -> None:
    hidden = secret(mode)
    assert len(hidden) > 100
    for path, text in files(collection(mode)).items():
        assert not hidden & rare_words(text), path
        assert mode == "excerpt" or not [word for word in hidden if word in text], path
        assert "\ufdd0" not in text
        assert "%EF%B7%90" not in text


def test_a_private_source_has_no_page_no_data_and_no_name() -> None:
    found = files(collection("private"))
    assert not [path for path, text in found.items() if "closed" in path or "seeds/closed" in text]
    assert [path for path in found if path.startswith("sources/")] == [
        "sources/2021-05-12-the-harbour-treaty-of-brandis.md",
        "sources/index.md",
    ]


def test_all_but_the_numbers_is_as_if_a_private_source_were_not_there() -> None:
    alone = files(link([source("open", OPEN)]))
    beside = files(collection("private"))
    too = r"(?: ·|,) (?:told by|named in|quoted in) 1 private source too"
    told = re.compile(rf"{too}| 1 private source is counted with the others and not shown\.")
    assert set(alone) == set(beside)
    assert [path for path in alone if alone[path] != told.sub("", beside[path])] == []
    assert any("told by 1 private source too" in text for text in beside.values())


def test_an_excerpt_has_its_head_short_passages_and_the_extracted_data() -> None:
    found = files(collection("excerpt", url="https://example.org/original"))
    page = found["sources/2021-06-01-a-second-look-at-the-harbour.md"]
    assert "A Second Look at the Harbour" in page
    assert "](https://example.org/original)" in page
    assert "keep the harbour open for every ship" in page
    assert "data/seeds/closed.txt" not in found
    record = found["data/sources/2021-06-01-a-second-look-at-the-harbour.json"]
    assert record.count('"edtf": "2019-03-') == 9
    assert "not-published" in record


def test_an_excerpt_keeps_within_its_bounds() -> None:
    found = source("closed", closed_text(), publish="excerpt")
    shown = sum(span.end - span.start for span in passages(found))
    assert shown <= (SHARE + 0.05) * len(found.document.text)
    long = 'He said: "' + "and so it goes on and on " * 80 + '" in Brandis.'
    spans = passages(source("long", f"A Title\n\n{long}\n\n{long}\n", publish="excerpt"))
    assert all(span.end - span.start <= QUOTED + 260 for span in spans)


def test_offsets_of_an_excerpt_lead_to_the_same_words_of_the_seed() -> None:
    text = closed_text()
    record = json.loads(files(collection("excerpt"))["data/sources/2021-06-01-a-second-look-at-the-harbour.json"])
    for each in (*record["dates"], *record["quotes"]):
        shown = each["text"].rstrip("…")
        assert text[each["start"] :].startswith(shown)
    cells = record["segments"]
    assert (cells[0]["start"], cells[-1]["end"]) == (0, len(text))
    assert all(a["end"] == b["start"] for a, b in pairwise(cells))


def test_a_sign_of_the_seed_is_never_taken_for_the_cover() -> None:
    odd = OPEN.replace("an hour", "an \ufdd0hour")
    found = link([source("open", odd), source("closed", closed_text(), publish="excerpt")])
    page = files(found)["sources/2021-05-12-the-harbour-treaty-of-brandis.md"]
    assert "an \ufdd0hour" in page


def test_private_sources_are_counted_and_called_what_the_editor_allows() -> None:
    found = collection("private", named_as="A diary")
    assert (found.withheld.sources, found.withheld.called) == (1, ("A diary",))
    assert list(found.withheld.events.values()) == [1]
    assert {id for id, number in found.withheld.names.items() if number == 1} >= {"hubert-vasseur", "marie-hollin"}
    assert list(found.withheld.quotes.values()) == [1]


def test_an_unknown_mode_publishes_nothing() -> None:
    found = link([source("open", OPEN), source("closed", closed_text(), publish="Private")])
    assert not rare_words("".join(files(found).values()))
