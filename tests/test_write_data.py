"""The data files: exact, in their formats, the same whatever the order of the seeds."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
import yaml

from dossier.model import Annotations, Collection, Source
from dossier.write import Site, render
from dossier.write.addresses import raw_file
from dossier.write.catalogue import catalogue
from dossier.write.data.calendar import fold
from dossier.write.data.serial import as_json
from dossier.write.edtf import ends, in_words, iso, order
from dossier.write.nav import navigation
from dossier.write.site import site
from tests.handmade import Everything, Part, document
from tests.test_write_pages import files_of

WORDS = "=1+1 \"q\" 'a', \u2028 <b> & {x}\\"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return files_of(Everything(WORDS).collection())


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_tables_hold_texts_verbatim(files: dict[str, bytes]) -> None:
    assert {row["speaker"] for row in rows(files["data/quotes.csv"])} == {WORDS, f"{WORDS} unknown", ""}
    assert {row["name"] for row in rows(files["data/names.csv"])} == {WORDS}
    assert len(rows(files["data/timeline.csv"])) == 3


def test_quotes_are_the_seeds_own_slices(files: dict[str, bytes]) -> None:
    seed = files["data/seeds/one [a]*_#%.txt"].decode()
    record = json.loads(files["data/sources/one.json"])
    for each in [*record["quotes"], *record["dates"]]:
        assert seed[each["start"] : each["end"]] == each["text"]
    annotations = json.loads(files["data/annotations.jsonld"])["items"]
    for item in annotations:
        quoted, position = item["target"]["selector"]
        assert quoted["exact"] == seed[position["start"] : position["end"]]
        assert seed[: position["start"]].endswith(quoted["prefix"])
    assert len({item["id"] for item in annotations}) == len(annotations)


def test_the_record_follows_the_contract(files: dict[str, bytes]) -> None:
    record = json.loads(files["data/sources/one.json"])
    assert list(record) == [
        *("schema", "slug", "seed", "meta", "segments", "blocks"),
        *("notes", "quotes", "dates", "names", "links", "issues"),
    ]
    seed = files["data/seeds/one [a]*_#%.txt"].decode()
    assert [cell["start"] for cell in record["segments"]] == [0, *(cell["end"] for cell in record["segments"])][:-1]
    assert record["segments"][-1]["end"] == len(seed)
    assert record["meta"]["evidence"]["series"] == {"sidecar": f"seeds/{WORDS}.yml", "rule": "sidecar"}
    assert record["quotes"][0]["speaker"]["id"] == "who"
    assert record["quotes"][2]["speaker"]["id"] is None
    assert record["links"][0]["to"]["slug"] == "two"
    assert record["meta"]["language"] is None


def test_the_calendar_folds_its_lines(files: dict[str, bytes]) -> None:
    lines = files["data/timeline.ics"].split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 1
    assert b"DTSTART;VALUE=DATE:20180901" in lines
    assert b"DTEND;VALUE=DATE:20181001" in lines
    assert fold("é" * 80).replace("\r\n ", "") == "é" * 80 + "\r\n"


def test_feed_and_package_are_well_formed(files: dict[str, bytes]) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(files["data/feed.xml"])  # noqa: S314 - our own bytes
    assert len(feed.findall(f"{atom}entry")) == 2
    package = json.loads(files["data/datapackage.json"])
    assert {resource["path"] for resource in package["resources"]} == {
        path.removeprefix("data/") for path in files if re.match(r"data/(?!seeds/|datapackage)", path)
    }


def test_bibliographies_leave_out_what_nobody_says() -> None:
    bare = files_of(Collection((Source(document([Part("paragraph", "Words.")]), Annotations()),)))
    assert json.loads(bare["data/bibliography.json"]) == [
        {"id": "one", "type": "webpage", "title": "Untitled (one.txt)"}
    ]
    assert bare["data/bibliography.bib"].decode() == "@online{one,\n  title = {Untitled (one.txt)},\n}\n"
    assert bare["data/bibliography.ris"].decode().split("\r\n")[:3] == [
        "TY  - ELEC",
        "ID  - one",
        "TI  - Untitled (one.txt)",
    ]


def test_the_order_of_everything_is_settled() -> None:
    whole = Everything("word").collection()
    assert files_of(whole) == files_of(whole)
    again = Collection(
        whole.sources,
        whole.identities,
        whole.events[::-1],
        whole.families,
        whole.disagreements,
        whole.links,
        whole.speakers,
    )
    assert files_of(again)["data/timeline.json"] == files_of(whole)["data/timeline.json"]
    assert files_of(again)["timeline/index.md"] == files_of(whole)["timeline/index.md"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018-09-06", "6 September 2018"),
        ("2018-09", "September 2018"),
        ("2018", "2018"),
        ("2018-05-24/2018-05-25", "24 to 25 May 2018"),
        ("2018-05-30/2018-06-02", "30 May to 2 June 2018"),
        ("2018-12-30/2019-01-02", "30 December 2018 to 2 January 2019"),
        ("2018-05/2018-07", "May to July 2018"),
        ("2018/2020", "2018 to 2020"),
        ("2018~", "about 2018"),
        ("2018-05?", "perhaps May 2018"),
        ("2018%", "perhaps about 2018"),
        ("201X", "2010s"),
        ("19XX", "1900 to 1999"),
        ("2018-21", "spring 2018"),
        ("2018-XX", "2018"),
        ("2018-05-XX", "May 2018"),
        ("../2018", "until 2018"),
        ("2018/..", "since 2018"),
        ("[2018,2019]", "2018 or 2019"),
        ("{2018,2019}", "2018 and 2019"),
        ("-0043", "44 BCE"),
        ("0800", "800"),
        ("2018-13", "2018-13"),
        ("no date", "no date"),
        ("", ""),
    ],
)
def test_dates_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


def test_dates_in_order() -> None:
    wanted = [
        "-0043",
        "0800",
        "19XX",
        "1959-11-23",
        "2018",
        "2018-21",
        "2018-05",
        "2018-05-24/2018-05-25",
        "2018-05-24",
    ]
    values = ["odd", *wanted[::2], *wanted[1::2]]
    assert sorted(values, key=order) == [*wanted, "odd"]
    assert ends("2020-02") == ((2020, 2, 1), (2020, 2, 29))
    assert ends("2018-24") == ((2018, 12, 1), (2019, 2, 28))
    assert [iso(v) for v in ("2018-05-24", "2018-05", "2018", "2018~", "2018/2019", "201X", None)] == [
        *("2018-05-24", "2018-05", "2018", None, None, None, None),
    ]


def test_what_a_browser_would_run_is_published_as_text() -> None:
    assert [raw_file(f"seeds/{name}") for name in ("a.txt", "a.md", "a.html")] == [
        *("data/seeds/a.txt", "data/seeds/a.md.txt", "data/seeds/a.html.txt"),
    ]


def test_the_navigation_lists_sources_while_they_are_few() -> None:
    def many(number: int) -> list[object]:
        sources = tuple(Source(document([Part("paragraph", "W")], f"s{n}"), Annotations()) for n in range(number))
        nav = yaml.safe_load(navigation(catalogue(Collection(sources))))["nav"]
        return list(nav[1]["Sources"])

    assert len(many(50)) == 51
    assert many(51) == ["sources/index.md"]


def test_site_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    config = tmp_path_factory.mktemp("site") / "mkdocs.yml"
    assert site(config, {}) == Site()
    config.write_text("site_name: !ENV [NAME, x]\nsite_url: https://example.org/a\nhooks: !!python/name:os.system\n")
    found = site(config, {"SOURCE_DATE_EPOCH": "1536192000"})
    assert (found.name, found.url) == ("Dossier", "https://example.org/a/")
    assert found.updated == datetime(2018, 9, 6, tzinfo=UTC)
    assert site(config, {"SITE_URL": "https://example.org/b"}).url == "https://example.org/b/"


def test_a_site_without_sources_has_its_pages() -> None:
    made = render(catalogue(Collection()), {}, Site())
    assert {"index.md", "sources/index.md", "timeline/index.md", "about/index.md"} <= set(made)


@pytest.mark.parametrize(
    "value", [{"a": [1, {"b": [2, 3]}], "c": {"d": {"e": None}}, "f": [], "g": {}}, [1, [2]], [], {}, "x\u2028"]
)
def test_json_is_laid_out_in_lines_and_says_the_same(value: object) -> None:
    assert json.loads(as_json(value)) == value


def test_json_has_an_item_on_each_line() -> None:
    assert as_json({"a": [1, {"b": 2}], "c": {}}).decode() == '{\n"a": [\n1,\n{"b": 2}\n],\n"c": {}\n}\n'
