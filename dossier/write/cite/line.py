"""A citation as a line of runs: plain or italic words, and places that only the reader's browser can fill."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

STOPPED = re.compile(r"[.?!\u2026][\u2019\u201d'\"]*$")
DOUBLES = re.compile(r"\u201c([^\u201c\u201d]*)\u201d|(?<!\w)\"([^\"]*)\"(?!\w)")


Kind = Literal["plain", "italic", "address", "today-us", "today-mla", "today-iso", "today-parts", "today-slashes"]


@dataclass(frozen=True, slots=True)
class Run:
    """Some words. `kind` says how they are set, or which value of the reader's goes here: into `text`, at its `%s`."""

    text: str
    kind: Kind = "plain"

    @property
    def filled_later(self) -> bool:
        """Whether the run is empty until a script fills it."""
        return self.kind not in {"plain", "italic"}


Line = tuple[Run, ...]


def plain(text: str) -> Line:
    """Words as they are; no run for none."""
    return (Run(text),) if text else ()


def italic(text: str) -> Line:
    """Words in italics."""
    return (Run(text, "italic"),) if text else ()


def words(line: Iterable[Run]) -> str:
    """A line without its style and without what is filled later."""
    return "".join(run.text for run in line if not run.filled_later)


def stop(line: Line) -> Line:
    """A line that ends as a sentence does: a full stop, unless its last sign is one or asks or exclaims."""
    return line if not line or STOPPED.search(words(line)) else (*line, Run("."))


def sentences(*parts: Line) -> Line:
    """Parts that are not empty, each with its stop, with spaces between."""
    found: list[Run] = []
    for part in filter(None, parts):
        found += [*plain(" " if found else ""), *stop(part)]
    return tuple(found)


def commas(*parts: Line) -> Line:
    """Parts that are not empty, with commas between but for one that ends with a question or brings its comma."""
    found: list[Run] = []
    for part in filter(None, parts):
        if found:
            before = words(found)
            found.append(Run(" " if re.search(r"[?!,][\u2019\u201d]*$", before) else ", "))
        found += part
    return tuple(found)


def quoted(title: str, sign: str = "") -> Line:
    """A title in quotation marks with the sign of its sentence inside; quotations in it get single marks."""
    inner = DOUBLES.sub(lambda found: f"\u2018{found[1] if found[1] is not None else found[2]}\u2019", title)
    if sign and not re.search(r"[?!\u2026][\u2019\u201d]*$", inner) and not (sign == "." and STOPPED.search(inner)):
        # An apostrophe at the end (`The Workers’`) closes nothing.
        cut = len(inner.rstrip("\u2019")) if "\u2018" in inner else len(inner)
        inner = f"{inner[:cut]}{sign}{inner[cut:]}"
    return plain(f"\u201c{inner}\u201d")


def capital(line: Line) -> Line:
    """A line that begins a sentence: `n.d.` is `N.d.` there."""
    return (Run(line[0].text[:1].upper() + line[0].text[1:], line[0].kind), *line[1:]) if line else ()


def name(title: str, sign: str, *, titled: bool) -> Line:
    """A title in quotation marks, or a stand-in of ours in brackets."""
    return quoted(title, sign) if titled else plain(f"[{title}]{sign}")
