"""What an editor set right is said on the page and in the data; corrections of many places take linear time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.clean import editor, plain_drafts
from dossier.clean.lines import lines_of
from dossier.clean.plain import Setting
from dossier.clean.wrap import wrapping_of
from dossier.correct import correct
from dossier.link import link
from dossier.sidecar import parse_sidecar
from dossier.write import render
from dossier.write.catalogue import catalogue
from dossier.write.site import Site
from tests.linear import assert_linear
from tests.test_corrections import TEXT, made, right

ALL = """drop: [Share this Report]
keep: [Subscribe to our]
split: [The next day]
quotes:
  - {quote: keep the harbour open, speaker: Marie Hollin}
dates:
  - {date: on Monday, is: 2021-05-03}
names:
  - {name: Marie Hollin, is: Marie Anne Hollin}
notes:
  - {note: 1, text: 'Harbour <b>Papers</b>, vol. 2.'}
"""


def published(sidecar: str) -> tuple[str, dict[str, object]]:
    """The page and the record of the source."""
    source = right(sidecar)
    found = {
        path: file.data.decode()
        for path, file in render(catalogue(link([source])), {source.slug: TEXT.encode()}, Site()).items()
    }
    page = next(text for path, text in found.items() if path == f"sources/{source.slug}.md")
    return page, json.loads(found[f"data/sources/{source.slug}.json"])


def test_the_page_says_what_the_editor_set_right() -> None:
    page, _ = published(ALL.replace("keep the harbour open, speaker", "keep the harbour open, kind: fragment, speaker"))
    for said in ("said by Marie Hollin, a fragment", "3 May 2021", "Marie Anne Hollin", "kept", "split here"):
        assert f"[&#91;editor: {said}&#93;](#edit-" in page
    assert "editor: Harbour &lt;b&gt;Papers&lt;/b&gt;, vol. 2.&#93;](#edit-" in page
    assert "Set right by the editor: 7" in page
    assert page.count('<span id="edit-') == 7
    assert "<b>" not in page


def test_the_data_say_what_the_editor_set_right_and_what_stood_before() -> None:
    _, record = published(ALL)
    corrections = record["corrections"]
    assert isinstance(corrections, list)
    assert [each["kind"] for each in corrections] == ["drop", "split", "keep", "note", "name", "date", "quote"]
    assert all(each["rule"] == "editor" for each in corrections)
    date = next(each for each in corrections if each["kind"] == "date")
    assert date["evidence"] == {"sidecar": "seeds/a.yml:7"}
    assert date["to"] == {"is": "2021-05-03"}
    assert date["was"]["rule"]
    assert TEXT[date["start"] : date["end"]] in {"Monday", "on Monday"}
    quotes = record["quotes"]
    assert isinstance(quotes, list)
    assert quotes[0]["editor"]["to"] == {"speaker": "Marie Hollin"}


def test_without_an_editor_nothing_is_said_of_one() -> None:
    page, record = published("kind: report\n")
    assert "Set right by the editor" not in page
    assert "corrections" not in record


@pytest.mark.parametrize(
    "sidecar",
    [
        "drop:\n  - {line: Advertisement, occurrence: all}\n",
        "keep:\n  - {line: Advertisement, occurrence: all}\n",
        "names:\n  - {name: Hubert Vasseur, is: Anna Bell}\n",
        "dates:\n  - {date: in March 2019, occurrence: all, is: 2020}\n",
        "quotes:\n  - {quote: keep it open, occurrence: all, kind: term}\n",
    ],
)
def test_corrections_of_every_place_are_linear(sidecar: str) -> None:
    unit = 'Hubert Vasseur said "we keep it open for long" in March 2019 to them.\n\nAdvertisement\n\n'
    beside = parse_sidecar(sidecar.encode(), "seeds/a.yml")

    def work(number: int) -> Callable[[], object]:
        given, _ = made("kind: report\n", f"A Title\n\n{unit * number}")
        own = replace(given.document.seed, sidecar=beside)
        ready = replace(given, document=replace(given.document, seed=own))
        lines = lines_of(own.text)
        drafts = plain_drafts(lines, frozenset(), Setting(wrapping_of(lines), frozenset()))

        def run() -> None:
            correct(ready)
            editor.drop(drafts, own)
            editor.keep(drafts, own)

        return run

    assert_linear(work, 150)
