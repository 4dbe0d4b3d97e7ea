"""Gaps in a source's page: each sign stands where something is lost, says so in words, and leads to its explanation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from dossier.issues import Issue
from dossier.model import Annotations, Collection, Mark, Meta, Sidecar, Source
from dossier.sourcemap import SeedSpan, TextSpan
from dossier.write import Site, render
from dossier.write.catalogue import catalogue
from dossier.write.report import report
from tests.handmade import Part, document, printed
from tests.test_write_pages import own_text, page


def shown(source: Source, site: Site | None = None) -> BeautifulSoup:
    raw = {source.slug: source.document.seed.text.encode()}
    files = render(catalogue(Collection((source,))), raw, site or Site())
    return page(files["sources/one.md"].data.decode())


def told(text: str, code: str, words: str, message: str = "m") -> BeautifulSoup:
    """The page of one paragraph with one issue at some of its words."""
    doc = document([Part("paragraph", text)])
    at = doc.seed.text.index(words)
    issue = Issue(code, "warning", message, SeedSpan(at, at + len(words)))
    return shown(Source(replace(doc, issues=(issue,)), Annotations()))


@pytest.mark.parametrize(
    ("text", "code", "words", "message", "sign"),
    [
        ("At the pier (Source:", "stripped-link", "(Source:", "the source that was named here is lost", "source lost"),
        ("The edition of published an", "stripped-link", "of published", "words are missing", "words lost"),
        ("It grew (see table 1 below).", "missing-table", "(see table 1 below)", "m", "table 1 is not"),
        ("It grew (see Tables 2 and 3).", "missing-table", "(see Tables 2 and 3)", "m", "tables 2 and 3 are not"),
        ("It grew (see below).", "missing-table", "(see below)", "m", "the table is not"),
        ("He said “no and left.", "unclosed-quote", "“", "m", "this quotation mark is never closed"),
    ],
)
def test_a_gap_says_what_is_lost_where_it_is_lost(text: str, code: str, words: str, message: str, sign: str) -> None:
    soup = told(text, code, words, message)
    gap = soup.select_one(".seed .d-gap")
    assert gap is not None
    assert gap.get_text().startswith(f"[{sign}")
    assert gap.get_text().endswith("in the captured text]")
    before = str(soup.select_one(".seed")).split("<span data-made")[0]
    assert BeautifulSoup(before, "html.parser").get_text().endswith(words)


def test_a_name_that_is_spelled_otherwise_is_marked_sic() -> None:
    gap = told("The Unites States agreed.", "name-variant", "Unites States").select_one(".seed .d-gap")
    assert gap is not None
    assert gap.get_text() == "[sic]"


def test_a_gap_leads_to_its_explanation_and_is_not_the_sources_words() -> None:
    soup = told("At the pier (Source:", "stripped-link", "(Source:", "the source that was named here is lost")
    gap, block = soup.select_one(".seed a.d-gap"), soup.select_one(".seed")
    assert gap is not None
    assert block is not None
    explained = soup.select_one(str(gap["href"]))
    assert explained is not None
    assert "the source that was named here is lost" in explained.get_text()
    assert own_text(block) == "At the pier (Source:"


def test_what_only_the_receipt_tells_has_no_sign() -> None:
    assert not told("Twice the same.", "duplicate", "Twice").select(".seed .d-gap")


def test_a_lost_link_keeps_its_words_and_tells_where_it_led() -> None:
    doc = document([Part("paragraph", "Read this and that.")])
    marks = (Mark("link", TextSpan(5, 9)), Mark("link", TextSpan(14, 18), "page.html"))
    soup = shown(Source(replace(doc, marks=marks), Annotations()))
    signs = soup.select("a.d-lost")
    assert [sign.get_text(strip=True) for sign in signs] == [
        "[link lost in the captured text]",
        "[this link cannot be followed from here]",
    ]
    rows = [soup.select_one(str(sign["href"])) for sign in signs]
    assert ["page.html" in row.get_text() for row in rows if row] == [False, True]
    block = soup.select_one(".seed")
    assert block is not None
    assert own_text(block) == "Read this and that."
    assert [span.get_text() for span in soup.select(".seed .d-dead")] == ["this", "that"]


def test_no_sign_stands_inside_a_link() -> None:
    doc = document([Part("paragraph", "See the Roe Report of May.")])
    issue = Issue("stripped-link", "warning", "m", SeedSpan(8, 11))
    mark = Mark("link", TextSpan(8, 18), "https://example.org/")
    source = Source(replace(doc, issues=(issue,), marks=(mark,)), Annotations())
    soup = shown(source)
    assert soup.select(".d-gap")
    assert not soup.select("a a")
    assert soup.select_one("a.d-out + span .d-gap")


def test_the_editors_word_leads_to_what_the_editor_supplied() -> None:
    fact = replace(printed("A title"), basis="sidecar", span=None)
    doc = document([Part("paragraph", "Words.")], meta=Meta(title=fact))
    seed = replace(doc.seed, sidecar=Sidecar("seeds/one.yml", {"title": "A title"}))
    soup = shown(Source(replace(doc, seed=seed), Annotations()))
    sign = soup.select_one("h1 a.d-editor")
    assert sign is not None
    row = soup.select_one(str(sign["href"]))
    assert row is not None
    assert "supplies title: seeds/one.yml" in row.get_text()


def test_every_passage_has_a_link_to_itself_and_the_head_none() -> None:
    parts = [Part("title", "T"), Part("byline", "B"), Part("paragraph", "P."), Part("bullet", "L"), Part("note", "N.")]
    soup = shown(Source(document(parts), Annotations()))
    pins = {str(pin["href"]) for pin in soup.select("a.d-pin")}
    blocks = {f"#{block['id']}" for block in soup.select(".seed:not(.d-title, .d-byline)")}
    assert pins == blocks
    assert all(pin["aria-label"] and not pin.get_text() for pin in soup.select("a.d-pin"))


@pytest.mark.parametrize(
    ("to", "address"),
    [
        ("", ""),
        ("javascript:alert(1)", ""),
        ("me@example.org", "mailto:me@example.org?subject=A%20%26%20b&body=c"),
        ("mailto:me@example.org", "mailto:me@example.org?subject=A%20%26%20b&body=c"),
        ("https://example.org/issues/new", "https://example.org/issues/new?title=A%20%26%20b&body=c"),
        ("https://example.org/new?template=x", "https://example.org/new?template=x&title=A%20%26%20b&body=c"),
    ],
)
def test_a_report_is_filled_in(to: str, address: str) -> None:
    assert report(to, "A & b", "c") == address


def test_the_page_offers_a_report_only_where_there_is_an_address() -> None:
    source = Source(document([Part("paragraph", "Words.")], meta=Meta(title=printed("A title"))), Annotations())
    assert not shown(source).select(".d-report")
    asked = shown(source, Site(url="https://example.org/", report="me@example.org")).select_one(".d-report")
    assert asked is not None
    assert asked["href"] == (
        "mailto:me@example.org?subject=Dossier%3A%20A%20title&body=https%3A%2F%2Fexample.org%2Fsources%2Fone%2F%0A%0A"
    )
