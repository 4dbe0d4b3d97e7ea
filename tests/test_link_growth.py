"""Linking at any size: it grows with the collection, never with its square, and its bounds lose only what is least."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import lru_cache

import pytest

from dossier.clean import clean
from dossier.extract import extract
from dossier.extract.names import find_names
from dossier.link import choice, glean, link
from dossier.model import Annotations, Quote, Seed, Source, Speaker
from dossier.sourcemap import TextSpan
from tests.bench.generate import coined, document
from tests.linear import assert_linear

SAME = "Peace is made by the patient"


@lru_cache
def generated(number: int) -> Source:
    """A short article of the generated collection."""
    text = document(number, paragraphs=3)
    made = clean(Seed(f"seeds/doc{number:06}.txt", "0" * 64, "utf-8", "txt", text))
    return Source(made, extract(made))


@lru_cache
def quoting(number: int, words: str = SAME, speaker: str | None = "Marie Hollin") -> Source:
    """A source of one quotation."""
    text = f"Report {number} of the day\n\n“{words},” said {speaker or 'somebody'} on the stairs."
    made = clean(Seed(f"seeds/quote{number:06}.txt", "0" * 64, "utf-8", "txt", text))
    at = made.text.index(words)
    span = TextSpan(at, at + len(words))
    said = Speaker(span, speaker) if speaker else None
    return Source(made, Annotations(quotes=(Quote(f"q-{number}", span, "speech", "test", speaker=said),)))


@lru_cache
def named(number: int) -> Source:
    """A source that names whom all the others name, on the day of all the others."""
    text = f"Notes {number}\n\nOn 5 May 2018, Marie Hollin met Paul Vasseur in Brandis to sign the treaty of the lakes."
    made = clean(Seed(f"seeds/name{number:06}.txt", "0" * 64, "utf-8", "txt", text))
    return Source(made, Annotations(names=find_names(made, Annotations()).names, dates=extract(made).dates))


@pytest.mark.parametrize(("make", "size"), [(generated, 80), (quoting, 250), (named, 120)])
def test_linking_grows_with_the_number_of_sources(make: Callable[[int], Source], size: int) -> None:
    """Generated articles, one quotation in all sources, one event in all sources."""

    def work(count: int) -> Callable[[], object]:
        sources = [make(number) for number in range(count)]
        return lambda: link(sources)

    link([make(number) for number in range(10)])
    assert_linear(work, size)


@pytest.mark.parametrize("words", [SAME, "patient peace"])
def test_a_quotation_of_many_sources_is_one_family(words: str) -> None:
    """More forms than are compared with each other are still one family; few words of two speakers are two."""
    hers = [quoting(number, words) for number in range(80)]
    (family,) = link(hers).families
    assert len(family.forms) == 80
    both = link([*hers, *(quoting(number, words, "Paul Vasseur") for number in range(80, 160))])
    assert sorted(len(each.forms) for each in both.families) == ([160] if words == SAME else [80, 80])
    (family,) = link([*hers, *(quoting(number, words, None) for number in range(80, 160))]).families
    assert len(family.forms) == 160


def test_the_best_pairs_are_kept_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for a few pairs of each source the best link of the collection is the same."""
    sources = [generated(number) for number in range(40)]
    whole = link(sources).links
    monkeypatch.setattr(choice, "BUDGET", 0)
    monkeypatch.setattr(choice, "FEWEST", 20)
    few = link(sources).links
    assert few[:20] == whole[:20]


def test_copies_of_a_text_without_sentences_are_linked() -> None:
    """The heaviest pair that there can be has a score as any other."""
    text = " ".join(coined("word", number, 3) for number in range(4000))
    sources = []
    for title, words in (("Copy One", text), ("Copy Two", text), ("Something Else", "Nothing happened. " * 3000)):
        made = clean(Seed(f"seeds/{title}.txt", "0" * 64, "utf-8", "txt", f"{title}\n\n{words}"))
        sources.append(Source(made, Annotations()))
    assert len(link(sources).links) == 1


def test_what_linking_keeps_of_a_source_is_its_own_and_small() -> None:
    """What is gleaned depends on the source alone, can be kept on disk, and is smaller than the source."""
    source = generated(3)
    kept = pickle.dumps(glean(source))
    again = pickle.loads(pickle.dumps(source))  # noqa: S301 - our own
    assert pickle.loads(kept) == glean(source) == glean(again)  # noqa: S301 - our own
    assert len(kept) < len(pickle.dumps(source))
