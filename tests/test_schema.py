"""The published JSON Schemas say what the checks do: what one takes the other takes, and what one refuses, too."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import jsonschema
import pytest
import yaml

from dossier.issues import DossierError
from dossier.names_file import parse_names
from dossier.sidecar import parse_sidecar
from dossier.sidecar.published import NAMES, SIDECAR, schemas
from dossier.sidecar.schema import CORRECTIONS, SCHEMA

ROOT = Path(__file__).parents[1]
EXAMPLE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("```yaml\n# seeds/")[2].partition("```")[0]


@pytest.mark.parametrize("name", [SIDECAR, NAMES])
def test_the_published_file_is_made_of_the_table(name: str) -> None:
    found = (ROOT / "docs" / "assets" / name).read_text(encoding="utf-8")
    assert found == schemas()[name], "run: .venv/bin/python -m dossier.sidecar docs/assets"
    jsonschema.Draft7Validator.check_schema(json.loads(found))


def as_json(value: object) -> object:
    """YAML's values as an editor's program sees them: it takes dates for strings."""
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def valid(text: str, name: str = SIDECAR) -> bool:
    checker = jsonschema.Draft7Validator(json.loads(schemas()[name]))
    return bool(checker.is_valid(as_json(yaml.safe_load(text))))


def taken(text: str, name: str = SIDECAR) -> bool:
    try:
        (parse_sidecar if name == SIDECAR else parse_names)(text.encode(), "seeds/a.yml")
    except DossierError:
        return False
    return True


GOOD = [
    "# nothing yet\n",
    "title: 1984\n",
    "title: 'A: Title'\nsubtitle: B\npublisher: C\nkind: D\nseries: E\nrights: F\nnamed_as: G\n",
    "authors: Jane Roe\n",
    "authors: [Jane Roe, John Poe]\n",
    "published: 2018\n",
    "published: 2018-09-06\n",
    "published: 2018-05/2018-06\n",
    "published: '[2018,2019]'\n",
    "url: https://example.org/a?b=c\narchived_url: HTTP://example.org\n",
    "language: pt-BR\n",
    "slug: a-b-2\n",
    "redirect_from: a\n",
    "redirect_from: [a, b-c]\n",
    "added: 2024-05-31\n",
    "publish: full\n",
    "publish: excerpt\nnoindex: true\n",
    "publish: private\n",
    "drop: A line\n",
    "drop: [A line, {line: Another, occurrence: all}, {line: Third, occurrence: 2, in: words}]\n",
    "keep:\n  - {line: A, as: heading}\n",
    "join: [a]\nsplit:\n  - before: b\n",
    "quotes:\n  - {quote: a, speaker: B}\n  - {quote: c, kind: term}\n",
    "dates:\n  - {date: a, is: 2018}\n  - {date: b, is: no date}\n",
    "names:\n  - {name: a, is: b}\n  - {name: a, is: not a name, in: c}\n  - {name: a, is: b, type: place}\n",
    "notes:\n  - {note: 3, text: b}\n",
]
BAD = [
    "titel: a\n",
    "title: [a]\n",
    "title:\n",
    "title: true\n",
    "authors: []\n",
    "authors: [[a]]\n",
    "published: yesterday\n",
    "url: javascript:alert(1)\n",
    "url: 7\n",
    "language: '1'\n",
    "slug: ../up\n",
    "slug: index\n",
    "slug: A\n",
    "redirect_from: [a b]\n",
    "publish: hidden\n",
    "publish: true\n",
    "noindex: perhaps\n",
    "drop: []\n",
    "drop:\n  - {text: a}\n",
    "drop:\n  - {line: a, occurrence: 0}\n",
    "drop:\n  - {line: a, occurrence: last}\n",
    "keep:\n  - {line: a, as: boilerplate}\n",
    "quotes: [a]\n",
    "quotes:\n  - {quote: a}\n",
    "quotes:\n  - {quote: a, kind: nested}\n",
    "dates: [a]\n",
    "dates:\n  - {date: a}\n",
    "dates:\n  - {date: a, is: soon}\n",
    "names:\n  - {name: a}\n",
    "names:\n  - {name: a, is: b, type: thing}\n",
    "notes:\n  - {note: 3}\n",
    "- a\n",
    "a\n",
]
NAMES_GOOD = [
    "names:\n  - {name: A, type: person, aliases: [B], description: C, links: {wikidata: Q1, viaf: 2}}\n",
    "names:\n  - {name: A, aliases: B}\nnot: [C]\nmerge:\n  - [A, D]\nsplit:\n  - [A, E]\n",
    "not: C\n",
]
NAMES_BAD = ["name: a\n", "names:\n  - {type: person}\n", "names:\n  - {name: A, type: thing}\n", "merge:\n  - [A]\n"]
NAMES_BAD += ["names: [1]\n", "not: [7]\n", "names:\n  - {name: A, links: Q1}\n"]


@pytest.mark.parametrize("text", GOOD)
def test_a_good_sidecar_is_good_to_both(text: str) -> None:
    assert (taken(text), valid(text)) == (True, True)


@pytest.mark.parametrize("text", BAD)
def test_a_bad_sidecar_is_bad_to_both(text: str) -> None:
    assert (taken(text), valid(text)) == (False, False)


@pytest.mark.parametrize(("text", "good"), [*((t, True) for t in NAMES_GOOD), *((t, False) for t in NAMES_BAD)])
def test_the_names_file_is_alike_to_both(text: str, good: bool) -> None:  # noqa: FBT001 - the table's column
    assert (taken(text, NAMES), valid(text, NAMES)) == (good, good)


def test_the_sidecars_of_the_project_are_valid() -> None:
    for path in sorted((ROOT / "seeds").glob("*.yml")):
        assert valid(path.read_text(encoding="utf-8"), NAMES if path.name == "names.yml" else SIDECAR), path


def test_the_documented_example_holds_every_key_and_is_valid() -> None:
    assert EXAMPLE
    text = f"# seeds/{EXAMPLE}"
    assert (taken(text), valid(text)) == (True, True)
    assert set(yaml.safe_load(text)) == set(SCHEMA)


def test_each_example_of_the_table_is_good() -> None:
    for key, entry in SCHEMA.items():
        value = entry.form.example
        assert taken(f"{key}: {value}\n"), key
    assert set(CORRECTIONS) <= set(SCHEMA)
