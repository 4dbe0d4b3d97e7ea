"""Ways from one page to another in the head of a page."""

from __future__ import annotations

from itertools import product
from posixpath import relpath

import pytest

from dossier.write.head.address import between, way
from dossier.write.site import Site

PATHS = ("", "names/", "names/one/", "names/two/", "data/names.json", "compare/events/part/", "compare/")


@pytest.mark.parametrize(("folder", "address"), [*product(PATHS, PATHS)])
def test_a_way_is_the_one_that_the_standard_library_finds(folder: str, address: str) -> None:
    assert way(folder, address) == relpath(address or ".", folder or ".")


def test_an_address_is_public_where_the_site_has_one() -> None:
    assert between(Site(), "names/one.md", "names/two/") == "../two/"
    assert between(Site(), "index.md", "") == "./"
    assert between(Site(url="https://site.invalid/"), "names/one.md", "names/two/") == "https://site.invalid/names/two/"
