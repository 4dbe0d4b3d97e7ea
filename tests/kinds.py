"""One page of each kind that the site has: what the browser tests, the screenshots and the measurements visit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def noted_source(site: Path) -> str:
    """The source with most notes, whose page has all that a source's page can have."""
    return f"sources/{most(site, 'sources/*/index.html', 'doc-noteref')}/"


def name_most_told(site: Path) -> str:
    """The name with most mentions: the longest page of a name."""
    return f"names/{most(site, 'names/*/index.html', 'd-hit')}/"


def closest_pair(site: Path) -> str:
    """The two sources with most in common."""
    return f"compare/{most(site, 'compare/*--*/index.html', 'tie-')}/"


def most(site: Path, pattern: str, sign: str) -> str:
    """The folder of the page in which a sign stands most often; the first of equals."""
    found = sorted(site.glob(pattern))
    return max(found, key=lambda path: path.read_text(encoding="utf-8").count(sign)).parent.name


KINDS: dict[str, Callable[[Path], str]] = {
    "home": lambda _: "",
    "sources": lambda _: "sources/",
    "source": noted_source,
    "timeline": lambda _: "timeline/",
    "quotes": lambda _: "quotes/",
    "names": lambda _: "names/",
    "name": name_most_told,
    "compare": lambda _: "compare/",
    "pair": closest_pair,
    "about": lambda _: "about/",
    "search": lambda _: "search/",
    "missing": lambda _: "no/such/page/",
}
"""Each kind of page, and how its address below the site's is found in a built site."""


def addresses(site: Path) -> dict[str, str]:
    """The address of one page of each kind, below the site's."""
    return {kind: address(site) for kind, address in KINDS.items()}
