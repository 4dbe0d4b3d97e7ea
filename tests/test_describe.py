"""What a page says of its source where the source says little."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model import Annotations, Source
from dossier.write.describe import opening, published
from tests.handmade import Part, document, printed


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        ("2017-05-29/2018-05", "between 29 May 2017 and May 2018"),
        ("1912-03-04/..", "not before 4 March 1912"),
        ("../1912-03", "not after March 1912"),
    ],
)
def test_an_open_interval_is_told_by_the_end_it_has(interval: str, told: str) -> None:
    source = Source(document([Part("paragraph", "Words.")]), Annotations(published_between=printed(interval)))
    assert published(source) == f"undated; by its own words, {told}"


def test_an_excerpt_opens_with_words_and_not_with_scattered_ones() -> None:
    doc = document([Part("paragraph", "… 1910 … 1911…"), Part("paragraph", "… He was warned, he said…")])
    assert opening(Source(doc, Annotations())) == "… 1910 … 1911…"
    shown = replace(doc, meta=replace(doc.meta, publish=printed("excerpt")))
    assert opening(Source(shown, Annotations())) == "… He was warned, he said…"
