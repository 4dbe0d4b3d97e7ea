"""JSON as pages write it: every value with its place, whatever is broken; hostile pages take linear time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.clean.html.jsonld import Group, Value, Words, read_json
from dossier.clean.html.meta import page_facts
from dossier.clean.html.tree import parse
from tests.linear import assert_linear


def shown(value: Value) -> object:
    if isinstance(value, Words):
        return value.text
    return {k: shown(v) for k, v in value.members} if value.members else [shown(v) for v in value.items]


JSON: tuple[tuple[str, object], ...] = (
    ('{"a": "x", "b": ["1", 2, {"c": null}]}', {"a": "x", "b": ["1", "2", {"c": "null"}]}),
    ('/* <![CDATA[ */ {"a": "x"} /* ]]> */', ["CDATA", [{"a": "x"}]]),
    ('{"a": "He said "no" today", "b": "y"}', {"a": 'He said "no" today', "b": "y"}),
    ('{"a": "two\nlines", "b": "y",}', {"a": "two lines", "b": "y"}),
    ('{"a": "x" "b": "y"}', {"a": "x", "b": "y"}),
    (r'{"a": "\ud83d\ude00 \ud83d."}', {"a": "\U0001f600 \ufffd."}),
    ('{"a": "Hill &amp;#8217;s &eacute;"}', {"a": "Hill \u2019s \u00e9"}),
    ('{"a": "cut off', {"a": "cut off"}),
)


@pytest.mark.parametrize(("text", "value"), JSON)
def test_json_as_pages_write_it(text: str, value: object) -> None:
    found = read_json(text, 0, len(text))
    assert shown(found[0]) == value or [shown(each) for each in found] == value


def test_the_first_of_two_equal_keys_that_says_something_holds() -> None:
    found = read_json('{"a": "", "a": "x", "a": "y"}', 0, 29)[0]
    assert isinstance(found, Group)
    assert [words.text for words in found.texts("a")] == ["x"]


def test_places_in_json_are_the_seeds_own() -> None:
    text = 'abc {"a": "x", "b": {"c": "yz"}} def'
    found = read_json(text, 4, 32)[0]
    assert isinstance(found, Group)
    inner = found.get("b")
    assert isinstance(inner, Group)
    words = inner.texts("c")[0]
    assert text[words.start : words.end] == "yz"


HOSTILE: tuple[Callable[[int], str], ...] = (
    lambda n: "[" * n,
    lambda n: '{"a":' * n,
    lambda n: '"' * n,
    lambda n: '"\\"' * n,
    lambda n: '" ' * n,
    lambda n: "\\" * n,
    lambda n: '{"a":"b",' * n,
    lambda n: '{"@type":"Article","author":' * (n // 8),
    lambda n: '{"@graph":[' + '{"@type":"Article","headline":"x"},' * (n // 8) + "]}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_json_takes_linear_time(text: Callable[[int], str]) -> None:
    def work(size: int) -> Callable[[], object]:
        made = f'<script type="application/ld+json">{text(size)}</script><p>x</p>'
        root = parse(made)
        return lambda: page_facts(root, made)

    assert_linear(work, 15_000)


PAGES: tuple[Callable[[int], str], ...] = (
    lambda n: '<meta property="og:title" content="A b">' * n + "<h1>c</h1>" * n,
    lambda n: '<div class="author">' * n,
    lambda n: '<p class="date">1 May 2014</p>' * n,
    lambda n: '<time datetime="2014-05-01">x' * n,
    lambda n: f"<title>{'| ' * n}</title>",
    lambda n: f'<meta name="author" content="{"a, " * n}">',
    lambda n: f'<meta name="author" content="{"Ann Poe and " * n}">',
    lambda n: "<span rel=author>" * n + "x",
    lambda n: "<h1>" + " x" * n + "</h1>",
    lambda n: '<p class="byline">By ' + "Ann Poe, " * n,
)


@pytest.mark.parametrize("text", PAGES)
def test_hostile_pages_take_linear_time(text: Callable[[int], str]) -> None:
    def work(size: int) -> Callable[[], object]:
        made = text(size)
        root = parse(made)
        return lambda: page_facts(root, made)

    assert_linear(work, 2_000)
