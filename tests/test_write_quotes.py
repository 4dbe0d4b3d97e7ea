"""The quotations' parts: the sentence round a passage, what differs between forms, and pages of a bearable weight."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

import pytest

from dossier.model import Annotations, Family, Source
from dossier.sourcemap import TextSpan
from dossier.write.catalogue import QUOTES, Catalogue, catalogue
from dossier.write.context import Sentences, frames, near
from dossier.write.memo import NoMemo
from dossier.write.pages.families import Token, differences
from dossier.write.pages.quotes import quotes
from dossier.write.pages.voices import letters, quote_places, quoted
from dossier.write.view import view
from tests.furnished import desk
from tests.gathered import Text, collection
from tests.handmade import Part, document
from tests.test_write_pages import page


def sentences(*paragraphs: str) -> tuple[Sentences, str]:
    doc = document([Part("paragraph", text) for text in paragraphs])
    return Sentences(view(Source(doc, Annotations()))), doc.text


def span(text: str, words: str) -> TextSpan:
    return TextSpan(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("paragraph", "words", "expected"),
    [
        ("He rose. “We go. Now,” he said. They went.", "We go. Now,", "“We go. Now,” he said."),
        ("He rose. “We go now.” They went.", "We go now.", "“We go now.”"),
        ("It is a “red line” for Mr. Roe. They went.", "red line", "It is a “red line” for Mr. Roe."),
        ("The U.S. Senate voted. They went.", "voted", "The U.S. Senate voted."),
        ("Prices rose.[3] “No,” she said.", "No,", "“No,” she said."),
        ("Prices rose.[^note] “No,” she said.", "No,", "“No,” she said."),
        ("One. Two words", "words", "Two words"),
    ],
)
def test_the_sentence_round_a_quotation(paragraph: str, words: str, expected: str) -> None:
    found, text = sentences(paragraph)
    (stretch,) = frames(found, [span(text, words)])
    assert text[stretch.start : stretch.end] == expected


def test_a_row_of_a_table_stands_alone_and_without_its_signs() -> None:
    doc = document([Part("table", "| When | What |\n| 4 May 1911 | The ferry sank |\n| 5 May | It was raised |")])
    found = Sentences(view(Source(doc, Annotations())))
    (stretch,) = frames(found, [span(doc.text, "ferry")])
    assert doc.text[stretch.start : stretch.end] == "4 May 1911 | The ferry sank"


def test_the_words_that_name_the_speaker_are_taken_in() -> None:
    found, text = sentences("Jane Roe spoke at noon. The bill was long. “No,” was all.")
    (stretch,) = frames(found, [span(text, "No,")], span(text, "Jane Roe spoke"))
    assert text[stretch.start : stretch.end] == text.strip()


def test_a_quotation_over_paragraphs_has_a_line_for_each() -> None:
    found, text = sentences("She wrote: “First things.", "“Second things.” Nobody answered.")
    parts = [span(text, "First things."), span(text, "Second things.")]
    shown = [text[stretch.start : stretch.end] for stretch in frames(found, parts)]
    assert shown == ["She wrote: “First things.", "“Second things.”"]


def test_a_long_sentence_is_cut_between_words_round_the_clause() -> None:
    found, text = sentences(
        "It began and " + "went on and " * 60 + "the treaty was signed " + "and so on " * 60 + "for ever."
    )
    stretch, before, after = near(found, span(text, "the treaty was signed"))
    assert before
    assert after
    shown = text[stretch.start : stretch.end]
    assert "the treaty was signed" in shown
    assert text[stretch.start - 1] == text[stretch.end] == " "
    assert len(shown) < 300


def tokens(words: str) -> list[Token]:
    found, at = [], 0
    for word in words.split():
        found.append(Token(TextSpan(at, at + len(word)), word.casefold()))
        at += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("base", "other", "odd"),
    [
        ("we see the brain death of it", "brain death", ["", ""]),
        ("from Lisbon to Vladivostok now", "from Lisbon up to Vladivostok", ["", "up"]),
        ("a really tough line", "a very tough line", ["really", "very"]),
        ("one two three four", "two four", ["three", ""]),
        ("brain death", "the brain death of it", ["", ""]),
    ],
)
def test_words_that_differ_are_marked_and_words_left_out_at_the_edges_are_not(
    base: str, other: str, odd: list[str]
) -> None:
    found = differences([tokens(base), tokens(other)])
    texts = (base, other)
    marked = [" ".join(text[s.start : s.end] for s in spans) for text, spans in zip(texts, found, strict=True)]
    assert marked == odd


def talk(number: int) -> Catalogue:
    """So many quotations in sources of fifty: every second is Jane Roe's, the others are of many speakers or nobody."""
    texts = []
    for first in range(0, number, 50):
        said = {f"We said thing number {at} and meant it,": speaker(at) for at in range(first, min(first + 50, number))}
        lines = [f"“{words}” said {who or 'somebody'} in the long debate." for words, who in said.items()]
        names = {who: (who,) for who in said.values() if who}
        texts.append(Text(f"s{first:05d}", lines, names, said))
    made = collection(*texts)
    forms = tuple((f"s{first:05d}", "q-0") for first in range(0, number, 50))
    return catalogue(replace(made, families=(Family("f-1", forms),) if len(forms) > 1 else ()))


def speaker(at: int) -> str:
    return "Jane Roe" if at % 2 else ["", *(f"Ann {chr(65 + n)}oe" for n in range(26))][at // 2 % 27]


def placed(shelf: Catalogue) -> Catalogue:
    return replace(shelf, quote_pages=quote_places(quoted(shelf).parts))


def texts_of(shelf: Catalogue) -> dict[str, str]:
    made = desk(shelf).shelf
    return {sheet.path: sheet.make(made) for sheet in quotes(made, quoted(made), NoMemo())}


def test_few_quotations_stand_on_one_page() -> None:
    shelf = talk(40)
    assert not quoted(shelf).parts
    assert set(texts_of(shelf)) == {QUOTES}


def test_many_quotations_are_pages_of_a_bearable_weight_and_none_is_lost() -> None:
    shelf = placed(talk(1_500))
    made = texts_of(shelf)
    assert len(made) > 5
    ids = [name for text in made.values() for name in re.findall(r'<div class="d-said" id="([^"]+)"', text)]
    assert sorted(ids) == sorted(f"{slug}--{quote}" for slug, view in shelf.views.items() for quote in view.quotes)
    for path, text in made.items():
        soup = page(text)
        assert len(soup.select("*")) < 3_000, path
        assert len(soup.select(".d-said")) <= 1_000
        assert len(gzip.compress(str(soup).encode())) < 100_000


def test_every_anchor_leads_to_the_page_that_has_it() -> None:
    shelf = placed(talk(1_500))
    made = texts_of(shelf)
    for anchor, path in shelf.quote_pages.items():
        assert f'id="{anchor}"' in made[path] or f"{{ #{anchor} }}" in made[path], anchor
    links = re.findall(r"\]\(([a-z-]+\.md)#([^)]+)\)", "".join(made.values()))
    assert links
    for target, anchor in links:
        text = made[f"quotes/{target}"]
        assert f'id="{anchor}"' in text or f"{{ #{anchor} }}" in text, anchor


def test_whoever_speaks_much_has_a_page_and_others_share_that_of_their_letter() -> None:
    shelf = talk(1_500)
    paths = [part.path for part in quoted(shelf).parts]
    assert "quotes/by-jane-roe.md" in paths
    assert "quotes/by-jane-roe-part-2.md" in paths
    assert "quotes/a.md" in paths
    assert "quotes/speaker-not-named.md" in paths
    assert "quotes/same-words.md" in paths
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(("name", "letter"), [("Jane Roe", "r"), ("NATO", "n"), ("Élodie Ügur", "u"), ("习近平", "z")])
def test_a_speaker_stands_under_the_letter_of_the_last_word(name: str, letter: str) -> None:
    assert letters(name)[0] == letter
