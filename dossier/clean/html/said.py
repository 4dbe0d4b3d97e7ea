"""What single places of a page say about it, before they are weighed against each other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from dossier.clean.html.nodes import Element
from dossier.sourcemap import SeedSpan

SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
WWW = re.compile(r"^(?:www\d?|m|mobile|amp)\.")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: `key` as in `Meta` (or "site" for the site's name, "modified" for a later date), its value as a
    reader sees it, where it stands in the seed, the rule that read it. `element` is set where it is visible.
    """

    key: str
    value: str
    start: int
    end: int
    rule: str
    element: Element | None = None

    @property
    def span(self) -> SeedSpan:
        """The evidence."""
        return SeedSpan(self.start, self.end)


def fold(text: str) -> str:
    """Letters and digits alone, without case and accents: `The Herald®` and `the herald` are one."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


def host_of(address: str) -> str:
    """The host of an address without its `www.`: `example.org`; "" where it has none."""
    rest = SCHEME.sub("", address.strip())
    if not rest.startswith("//"):
        return ""
    host = re.split(r"[/?#]", rest[2:], maxsplit=1)[0].rpartition("@")[2].partition(":")[0].lower()
    return WWW.sub("", host)


def address_key(address: str) -> str:
    """An address without what changes from copy to copy: scheme, `www.`, query, closing slash."""
    path = re.split(r"[?#]", SCHEME.sub("", address.strip()), maxsplit=1)[0]
    host = host_of(address)
    return f"{host}/{path[2:].partition('/')[2].strip('/')}" if host else path.strip("/")
