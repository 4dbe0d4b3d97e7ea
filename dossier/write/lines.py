"""The forms of quotations that stand in several places: each in its sentence, asked for by family and quotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.write.escape import Safe

if TYPE_CHECKING:
    from dossier.write.testimony import Testimony

LINE = "line"
"""The kind of item: a form of a quotation in the sentence that it stands in."""


@dataclass(frozen=True, slots=True)
class Line:
    """One form: its sentence as Markdown with what is odd in it marked, who speaks ("" if unknown), and its anchor."""

    line: Safe
    who: str
    anchor: str


def line_key(family: str, slug: str, quote: str) -> str:
    """What a form is asked by."""
    return f"{family} {slug} {quote}"


class Lines(Mapping[str, Line]):
    """The forms by their keys, each read where it is asked for."""

    def __init__(self, told: Testimony) -> None:
        self.told = told

    def __getitem__(self, key: str) -> Line:
        (found,) = self.told.of(LINE, key)
        line, who, anchor = self.told.read(found)
        return Line(Safe(line), who, anchor)

    def digests(self, key: str) -> Mapping[str, str]:
        """What tells a form from any other, by its key, without reading it."""
        found = self.told.of(LINE, key)
        return {key: found[0].digest} if found else {}

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.told.every(LINE))

    def __len__(self) -> int:
        return sum(1 for _ in self)
