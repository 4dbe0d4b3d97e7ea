"""What a page says is what the document holds: law 3 on documents made by hand, and hostile words in every field."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import markdown as renderer
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import Annotations, Collection, Note, Role, Source
from dossier.write import Site, render
from dossier.write.catalogue import catalogue
from dossier.write.escape import many_lines, one_line
from dossier.write.view import view
from tests.handmade import Everything, Part, document, printed
from tests.test_write_escape import HOSTILE, extensions, squeeze, texts

ROLES: tuple[Role, ...] = (
    *("title", "subtitle", "byline", "caption", "heading", "paragraph", "bullet", "note", "boilerplate"),
    *("bio", "credit", "url", "blockquote", "table", "code"),
)
CODE_THAT_RUNS = re.compile(r"^\s*(javascript|data|vbscript):", re.IGNORECASE)


def files_of(collection: Collection) -> dict[str, bytes]:
    raw = {source.slug: source.document.seed.text.encode("utf-8", "replace") for source in collection.sources}
    return {path: file.data for path, file in render(catalogue(collection), raw, Site()).items()}


def page(source: str) -> BeautifulSoup:
    """A page's body as the site's extensions render it."""
    _, _, body = source.removeprefix("---\n").partition("\n---\n")
    names, configs = extensions()
    return BeautifulSoup(renderer.markdown(body, extensions=names, extension_configs=configs), "html.parser")


def own_text(element: Tag) -> str:
    """The visible text of a block of the seed: without what is ours, and without blocks that it holds."""
    copy = BeautifulSoup(str(element), "html.parser")
    top = copy.find()
    assert isinstance(top, Tag)
    for other in top.select("[data-made], .headerlink, .seed"):
        other.decompose()
    return words_of(top.get_text())


def words_of(text: str) -> str:
    """Text with white space of one kind; beside a `|` it says nothing, for there the cells of a table end."""
    return re.sub(r" ?\| ?", "|", squeeze(text))


def shown(soup: BeautifulSoup) -> list[tuple[str, str]]:
    return [(str(element["id"]), own_text(element)) for element in soup.select(".seed")]


parts = st.builds(
    Part,
    st.sampled_from(ROLES),
    texts,
    level=st.integers(0, 4),
    shown=st.booleans(),
    ordinal=st.sampled_from(["", "1.", "7)", "iv.", "*"]),
)


@settings(max_examples=150)
@given(given_parts=st.lists(parts, max_size=7))
def test_the_page_shows_each_block_verbatim_and_in_order(given_parts: list[Part]) -> None:
    source = Source(document(given_parts), Annotations())
    found = shown(page(files_of(Collection((source,)))["sources/one.md"].decode()))
    expected = view(source)
    assert found == [
        (block.id, words_of(many_lines(source.document.words(block))))
        for block in expected.blocks
        if squeeze(one_line(source.document.words(block)))
    ]


@pytest.mark.parametrize("words", [*HOSTILE, "x", "a\\", "]", "']\"", "<b>", "--", "\u202e", "x\n---\ny: z"])
def test_hostile_words_are_inert_in_every_field_of_every_page(words: str) -> None:
    collection = Everything(words).collection()
    plain = files_of(Everything("word").collection())
    for path, data in files_of(collection).items():
        if not path.endswith(".md"):
            continue
        front = yaml.safe_load(data.decode().split("\n---\n")[0])
        assert "<" not in front["title"] + front["description"]
        soup, benign = page(data.decode()), page(plain[path].decode())
        assert {tag.name for tag in soup.select("*")} <= {tag.name for tag in benign.select("*")} | {"a", "span"}
        assert {key for tag in soup.select("*") for key in tag.attrs} <= {
            key for tag in benign.select("*") for key in tag.attrs
        }
        assert not [
            tag for tag in soup.select("[href], [src]") if CODE_THAT_RUNS.match(str(tag.get("href") or tag.get("src")))
        ]
        assert squeeze(one_line(words)) in squeeze(soup.get_text()) or path in {"about/index.md", "search/index.md"}


@pytest.mark.parametrize("words", [*HOSTILE, "\x00", "\ud800"])
def test_hostile_words_stay_whole_in_the_data(words: str) -> None:
    found = files_of(Everything(words).collection()) if "\ud800" not in words else {}
    for path, data in found.items():
        if path.endswith((".json", ".jsonld")):
            json.loads(data)
    if found:
        record = json.loads(found["data/sources/one.json"])
        assert record["meta"]["title"] == words
        assert record["quotes"][0]["speaker"]["name"] == words


def test_a_note_is_linked_there_and_back_with_its_own_label() -> None:
    doc = document(
        [Part("paragraph", "One[4] two[4] three[5]."), Part("note", "The note."), Part("note", "Its second paragraph.")]
    )
    marks = [doc.text.index("[4]"), doc.text.rindex("[4]"), doc.text.index("[5]")]
    one, two, three = (replace(doc.blocks[0].span, start=at, end=at + 3) for at in marks)
    blocks = tuple(block.id for block in doc.blocks[1:])
    found = (
        Note("4", "[4]", (one, two), tuple(block.span for block in doc.blocks[1:]), blocks, incomplete=False, rule="r"),
        Note("5", "[5]", (three,), None, (), incomplete=True, rule="r"),
    )
    soup = page(files_of(Collection((Source(doc, Annotations(notes=found)),)))["sources/one.md"].decode())
    assert [(a.get_text(), a["href"], a["id"]) for a in soup.select(".d-noteref")] == [
        ("[4]", "#note-4", "ref-4"),
        ("[4]", "#note-4", "ref-4-at-2"),
        ("[5]", "#note-5", "ref-5"),
    ]
    assert [(a.get_text(), a["href"]) for a in soup.select("#note-4 .d-back")] == [
        ("↩a", "#ref-4"),
        ("↩b", "#ref-4-at-2"),
    ]
    note = soup.select_one("#note-4")
    assert note is not None
    assert [own_text(p) for p in note.select("p")] == ["The note.", "Its second paragraph."]
    missing = soup.select_one("#note-5 [data-made]")
    assert missing is not None
    assert squeeze(missing.get_text()) == "[5] The captured text has no note 5. ↩"


def test_what_nobody_says_is_said_to_be_missing() -> None:
    soup = page(
        files_of(Collection((Source(document([Part("paragraph", "Words.")]), Annotations()),)))[
            "sources/one.md"
        ].decode()
    )
    title = soup.select_one("h1")
    facts = soup.select_one(".d-facts")
    assert title is not None
    assert facts is not None
    assert title.get_text().removesuffix("¶") == "Untitled (one.txt)"
    assert "data-made" in title.attrs
    assert {m.get_text() for m in facts.select(".d-missing")} == {
        *("undated", "no author named", "no publisher named", "the captured text gives no link"),
    }


def test_a_table_has_cells_and_keeps_its_signs() -> None:
    rows = "|Year | *Sum*|\n| 2010 | 5 \\| 6 |\n2020 | 7"
    found = page(
        files_of(Collection((Source(document([Part("table", rows)]), Annotations()),)))["sources/one.md"].decode()
    )
    table = found.select_one("table.seed")
    assert table is not None
    assert own_text(table) == words_of(rows)
    for sign in table.select(".d-pipe"):
        sign.decompose()
    cells = [[squeeze(cell.get_text()) for cell in row.select("td, th")] for row in table.select("tr")]
    assert cells == [["Year", "*Sum*"], ["2010", "5 \\| 6"], ["2020", "7"]]


def test_a_table_without_signs_keeps_its_layout() -> None:
    found = page(
        files_of(Collection((Source(document([Part("table", "a   b\n1   2")]), Annotations()),)))[
            "sources/one.md"
        ].decode()
    )
    assert [pre.get_text() for pre in found.select("pre.seed")] == ["a   b\n1   2"]


def test_a_foreign_headline_says_its_language() -> None:
    """The site's own language is said once, on the page as a whole."""
    doc = document([Part("title", "La digue"), Part("paragraph", "Le port dort.")])
    meta = replace(doc.meta, title=printed("La digue"), language=printed("fr"), url=printed("https://exemple.org/"))
    text = files_of(Collection((Source(replace(doc, meta=meta), Annotations()),)))["sources/one.md"].decode()
    soup = page(text)
    assert [element["lang"] for element in soup.select("[lang]")] == ["fr", "fr"]
    assert soup.select_one("h1[lang=fr]")
    assert soup.select_one("a[hreflang=fr]")
    english = replace(meta, language=printed("en-GB"))
    text = files_of(Collection((Source(replace(doc, meta=english), Annotations()),)))["sources/one.md"].decode()
    assert not page(text).select("h1[lang], [hreflang]")
