"""Web Annotations of a large collection: a collection that names its first and last page, and a page a source."""

from __future__ import annotations

import json

import pytest

from dossier.write import render
from dossier.write.catalogue import catalogue
from dossier.write.data.serial import as_json
from dossier.write.site import Site
from tests.gathered import Text, collection

SITE = Site(url="https://example.org/")
AT = "https://example.org/data/"


def files() -> dict[str, bytes]:
    roe = {"Jane Roe": ("Jane Roe",)}
    texts = [
        Text(slug, ["Jane Roe spoke. “No,” she said."], roe, {"No,": "Jane Roe"}) for slug in ("one", "two", "six")
    ]
    shelf = catalogue(collection(*texts))
    return {path: file.data for path, file in render(shelf, dict.fromkeys(shelf.views, b""), SITE).items()}


def test_few_annotations_are_one_page() -> None:
    made = files()
    assert json.loads(made["data/annotations.jsonld"])["type"] == "AnnotationPage"
    assert not [path for path in made if path.startswith("data/annotations/")]


def test_many_annotations_are_a_collection_of_pages_that_holds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = json.loads(files()["data/annotations.jsonld"])
    monkeypatch.setattr("dossier.write.data.annotations.FEW", 4)
    made = files()
    collected = json.loads(made["data/annotations.jsonld"])
    assert (collected["type"], collected["total"]) == ("AnnotationCollection", len(whole["items"]))
    found: list[object] = []
    at, before = collected["first"], None
    while at:
        page = json.loads(made["data/" + at.removeprefix(AT)])
        assert page["type"] == "AnnotationPage"
        assert page["id"] == at
        assert page["partOf"] == collected["id"] == whole["id"]
        assert page.get("prev") == before
        assert page.get("next") or at == collected["last"]
        found += page["items"]
        before, at = at, page.get("next")
    assert found == whole["items"]
    listed = {each["path"] for each in json.loads(made["data/datapackage.json"])["resources"]}
    assert {path.removeprefix("data/") for path in made if path.startswith("data/annotations")} <= listed


def test_a_list_that_is_made_item_by_item_gives_the_same_bytes() -> None:
    for value in ([], [1], [{"a": [1, 2]}, "b"]):
        assert as_json({"all": iter(value), "n": 1}) == as_json({"all": value, "n": 1})
