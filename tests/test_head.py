"""What heads of pages say: fields for reference managers, links that are shared, JSON-LD that nothing can break."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
import yaml

from dossier.model import Annotations, Collection, Meta, Source
from dossier.write import Site, render
from dossier.write.catalogue import catalogue
from dossier.write.head import headed, script
from dossier.write.head.address import between, pretty, slug_of
from dossier.write.head.linked import MOST_QUOTATIONS
from dossier.write.machines import llms, robots
from tests.gathered import Text, collection
from tests.handmade import Everything, Part, document, printed
from tests.test_write_escape import HOSTILE

PUBLIC = Site(name="A Dossier", url="https://site.example/repo/")


def fronts(found: Collection, site: Site = PUBLIC) -> dict[str, dict[str, object]]:
    """The front matter of every page."""
    raw = {source.slug: b"" for source in found.sources}
    files = render(catalogue(found), raw, site)
    pages = {path: file.data.decode() for path, file in files.items() if path.endswith(".md")}
    return {path: yaml.safe_load(text.split("\n---\n")[0].removeprefix("---\n")) for path, text in pages.items()}


def tags(front: dict[str, object]) -> list[tuple[str, str]]:
    head = front["head"]
    assert isinstance(head, dict)
    return [(name, content) for _, name, content in head["tags"]]


def graph(front: dict[str, object]) -> dict[str, dict[str, object]]:
    """The nodes of a page's JSON-LD, the last of each type."""
    head = front["head"]
    assert isinstance(head, dict)
    return {node["@type"]: node for node in json.loads(head["linked"])["@graph"]}


def one(**facts: str) -> Collection:
    meta = Meta(
        authors=(printed("Jane Roe"), printed("Reuters")), **{key: printed(fact) for key, fact in facts.items()}
    )
    return Collection((Source(document([Part("paragraph", "Words.")], meta=meta), Annotations()),))


def test_a_source_is_told_in_every_vocabulary() -> None:
    found = one(
        title="A Treaty", publisher="The Times", published="2019-11-08", language="fr", url="https://example.org/a"
    )
    said = tags(fronts(found)["sources/one.md"])
    assert [content for name, content in said if name == "citation_author"] == ["Roe, Jane", "Reuters"]
    assert [content for name, content in said if name == "DC.creator"] == ["Jane Roe", "Reuters"]
    values = dict(said)
    assert values["citation_title"] == values["DC.title"] == values["og:title"] == "A Treaty"
    assert values["citation_publication_date"] == "2019/11/08"
    assert values["citation_public_url"] == values["og:url"] == "https://site.example/repo/sources/one/"
    assert values["DCTERMS.isFormatOf"] == "https://example.org/a"
    assert values["citation_language"] == "fr"
    assert values["og:type"] == "article"
    assert values["og:image"] == "https://site.example/repo/assets/card.png"


def test_what_nobody_says_is_not_claimed() -> None:
    bare = Collection((Source(document([Part("paragraph", "Words.")]), Annotations()),))
    names = {name for name, _ in tags(fronts(bare, Site())["sources/one.md"])}
    assert not names & {"citation_author", "citation_publication_date", "citation_publisher", "DC.date", "DC.rights"}
    assert not names & {"citation_public_url", "og:url", "og:image", "DC.identifier", "article:published_time"}


def test_a_doubtful_date_is_no_calendar_date() -> None:
    values = dict(tags(fronts(one(title="T", published="2018~"))["sources/one.md"]))
    assert "citation_publication_date" not in values
    assert values["DC.date"] == "2018~"


def test_without_a_public_address_no_address_is_absolute() -> None:
    for path, front in fronts(Everything("word").collection(), Site()).items():
        head = front["head"]
        assert isinstance(head, dict)
        said = json.dumps(head).replace("https://schema.org", "").replace("https://www.wikidata.org", "")
        assert not re.findall(r"https?://(?!example\.org)", said), path


def test_a_source_is_an_article_based_on_the_original_with_quotations() -> None:
    words = {f"They said {number} things": "Ann Bolt" for number in range(20)}
    text = Text("one", ["Ann Bolt spoke.", *(f"“{each}.”" for each in words)], {"Ann Bolt": ("Ann Bolt",)}, words)
    front = fronts(collection(text))["sources/one.md"]
    head = front["head"]
    assert isinstance(head, dict)
    nodes = json.loads(head["linked"])["@graph"]
    said = [node for node in nodes if node["@type"] == "Quotation"]
    assert len(said) == MOST_QUOTATIONS
    assert said[0] == {
        "@type": "Quotation",
        "@id": "https://site.example/repo/sources/one/#q-0",
        "text": "They said 0 things",
        "spokenByCharacter": {"@type": "Person", "name": "Ann Bolt"},
    }
    article = nodes[0]
    assert article["isBasedOn"] == {"@type": "CreativeWork", "name": "Title one"}
    assert article["hasPart"] == [{"@id": node["@id"]} for node in said]
    way = [(step["name"], step["item"]) for step in graph(front)["BreadcrumbList"]["itemListElement"]]  # type: ignore[attr-defined]
    assert way == [
        ("Home", "https://site.example/repo/"),
        ("Sources", "https://site.example/repo/sources/"),
        ("Title one", "https://site.example/repo/sources/one/"),
    ]


def test_lists_are_data_sets_with_their_files() -> None:
    found = fronts(Everything("word").collection(), Site())
    files = {
        path: [each["contentUrl"] for each in graph(front)["Dataset"]["distribution"]]  # type: ignore[attr-defined]
        for path, front in found.items()
        if "Dataset" in graph(front)
    }
    assert files["quotes/index.md"] == ["../data/quotes.json", "../data/quotes.csv"]
    assert files["timeline/index.md"][:2] == ["../data/timeline.json", "../data/timeline.csv"]
    assert len(files["about/index.md"]) > 10
    assert "sources/one.md" not in files


def test_the_page_of_a_name_is_about_its_bearer() -> None:
    node = graph(fronts(Everything("word").collection())["names/who.md"])["WebPage"]["mainEntity"]
    assert node == {"@type": "Person", "name": "word"}


@pytest.mark.parametrize(
    "words",
    [
        *HOSTILE,
        "</script><script>x()</script>",
        "]]> <!--",
        "a\u2028b\u0085c\ufeffd",
        "\x7f\x80",
        "\U0001f600",
        "'\"\\",
    ],
)
def test_no_word_breaks_out_of_a_head(words: str) -> None:
    for path, front in fronts(Everything(words).collection()).items():
        head = front["head"]
        assert isinstance(head, dict), path
        assert not re.search(r"[<>&]", head["linked"])
        assert json.loads(head["linked"])["@context"] == "https://schema.org"
        assert all(isinstance(part, str) for tag in head["tags"] for part in tag)


def test_script_is_json_that_cannot_end_a_script() -> None:
    value = {"a": "</script> <![CDATA[ ]]> & \u2028"}
    assert json.loads(script(value)) == value
    assert not re.search("[<>&\u2028]", script(value))


def test_a_page_without_front_matter_stays_as_it_is() -> None:
    shelf = catalogue(Collection())
    for text in ("# By hand\n", "---\nnot closed\n", ""):
        assert headed("x.md", text, shelf) == text


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("sources/index.md", "sources/"),
        ("sources/one.md", "sources/one/"),
        ("names/é.md", "names/%C3%A9/"),
    ],
)
def test_addresses(path: str, address: str) -> None:
    assert pretty(path) == address


def test_addresses_from_page_to_page() -> None:
    assert between(Site(), "index.md", "") == "./"
    assert between(Site(), "sources/one.md", "") == "../../"
    assert between(Site(), "sources/one.md", "sources/one/") == "./"
    assert between(Site(), "timeline/index.md", "data/timeline.json") == "../data/timeline.json"
    assert between(PUBLIC, "sources/one.md", "data/x.json") == "https://site.example/repo/data/x.json"
    assert [slug_of(path) for path in ("sources/one.md", "sources/index.md", "names/one.md")] == ["one", "", ""]


def test_robots_and_llms() -> None:
    shelf = catalogue(Everything("# [x](y) <b>").collection())
    assert robots(shelf) == "User-agent: *\nAllow: /\n"
    public = replace(shelf, site=PUBLIC)
    assert robots(public).endswith("\nSitemap: https://site.example/repo/sitemap.xml\n")
    lines = llms(public).split("\n")
    assert lines[0] == "# A Dossier"
    assert lines[2].startswith("> 2 captured sources")
    assert [line for line in lines if line.startswith("## ")] == ["## Sections", "## Sources", "## Data"]
    links = [line for line in lines if line.startswith("- ")]
    assert len([line for line in links if "https://site.example/repo/sources/one/" in line]) == 1
    assert all(re.match(r"- \[(\\.|[^\]\\])*\]\(https://site\.example/repo/[^ ()]*\): .", line) for line in links)
    assert "[x](y)" not in llms(public)
