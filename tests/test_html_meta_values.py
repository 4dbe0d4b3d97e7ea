"""Single values of a page's metadata: dates in all forms, names in bylines."""

from __future__ import annotations

import pytest

from dossier.clean.html.meta_dates import address_date, machine_date
from dossier.clean.html.meta_people import people

DATES = (
    ("2012-06-08T23:27:29+00:00", "2012-06-08"),
    ("20120608", "2012-06-08"),
    ("2012-06", "2012-06"),
    ("2012", "2012"),
    ("Fri, 08 Jun 2012 13:27:29 GMT", "2012-06-08"),
    ("June 8, 2012", "2012-06-08"),
    ("25/12/2012", "2012-12-25"),
    ("03/04/2012", None),
    ("1339162049", "2012-06-08"),
    ("2012-13-01", None),
    ("soon", None),
)


@pytest.mark.parametrize(("value", "edtf"), DATES)
def test_machine_dates(value: str, edtf: str | None) -> None:
    assert machine_date(value) == edtf


ADDRESSES = (
    ("https://post.example/2019/08/19/a", "2019-08-19"),
    ("https://post.example/2011/aug/24/a", "2011-08-24"),
    ("https://post.example/news/20190819-a", "2019-08-19"),
    ("https://post.example/2010/POLITICS/08/13/a/index.html", "2010-08-13"),
    ("https://post.example/2019/08/a", "2019-08"),
    ("https://post.example/article/2019/99/99/a", None),
    ("https://post.example/12345678/a", None),
)


@pytest.mark.parametrize(("address", "edtf"), ADDRESSES)
def test_dates_in_addresses(address: str, edtf: str | None) -> None:
    found = address_date(address)
    assert (found[0] if found else None) == edtf


NAMES: tuple[tuple[str, list[str]], ...] = (
    ("By Ann Poe and John Doe, Staff Writers", ["Ann Poe", "John Doe"]),
    ("Ann Poe, The Hill Post", ["Ann Poe"]),
    ("By Ann Poe\nThe Hill Post", ["Ann Poe"]),
    ("By Ann Poe for The Hill Post", ["Ann Poe"]),
    ("By ANN POE FOR HILLONLINE", ["ANN POE"]),
    ("Ann Poe, Ph.D., and John Doe, M.D.", ["Ann Poe", "John Doe"]),
    ("Posted by Ann Poe on June 3, 2010", ["Ann Poe"]),
    ("Dr. Ann Poe", ["Ann Poe"]),
    ("Par Ann Poe", ["Ann Poe"]),
    ("Ann Poe @annpoe", ["Ann Poe"]),
    ("Ann Poe, Upper Valley", ["Ann Poe"]),
    ("By Associated Press", ["Associated Press"]),
    ("Ann de la Poe", ["Ann de la Poe"]),
    ("Staff Writer", []),
    ("By The Editors", []),
    ("Hill & Dale", []),
    ("ann@post.example", []),
)


@pytest.mark.parametrize(("text", "found"), NAMES)
def test_names_in_bylines(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in people(text, ["The Hill Post", "Hill & Dale"])] == found
