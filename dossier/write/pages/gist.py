"""What a collection is about, in a sentence of facts that nobody had to invent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import Identity
from dossier.write.catalogue import HOME, Catalogue
from dossier.write.describe import count
from dossier.write.edtf import in_words, order
from dossier.write.escape import Safe
from dossier.write.own_pages import sources
from dossier.write.pages.happenings import main_events
from dossier.write.pages.tally import Tally

NAMED = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the way to it."""

    name: str
    to: Safe


@dataclass(frozen=True, slots=True)
class Gist:
    """The facts, in words: the sources and when they were published, what they hold, whom and what they name most."""

    sources: str
    hold: str
    named: tuple[Named, ...]

    @property
    def summary(self) -> str:
        """The same as plain text."""
        names = ", ".join(each.name for each in self.named)
        return f"{self.sources}: {self.hold}." + (f" Named most: {names}." if names else "")


def gist(shelf: Catalogue, tally: Tally) -> Gist:
    """The facts about a collection."""
    said = count(tally.quotations, "quotation")
    said += f" of {count(len(tally.speakers), 'speaker')}" if tally.speakers else ""
    happened = count(len(main_events(shelf)), "dated event")
    named = count(len(shelf.collection.identities), "name")
    most = tuple(Named(who.name, shelf.bearer(HOME, who.id)) for who in foremost(shelf, tally))
    return Gist(count(len(tally.published), "source") + published(tally), f"{said}, {happened} and {named}", most)


def published(tally: Tally) -> str:
    """When the sources were published: " of 12 May 2021", " of 2018 to 2021, 2 of them undated", " without a date"."""
    dated = sorted({each for each in tally.published if each}, key=order)
    without = sum(each is None for each in tally.published)
    if not dated:
        return ", undated" if tally.published else ""
    first, last = in_words(dated[0]), in_words(dated[-1])
    when = f" of {first}" if first == last else f" published from {first} to {last}"
    return when + (f", {without} of them undated" if without else "")


def foremost(shelf: Catalogue, tally: Tally) -> list[Identity]:
    """Who and what most sources name, and of those the most often named."""

    def rank(who: Identity) -> tuple[int, int, str, str]:
        return (-sources(who), -tally.mentions[who.id], who.name, who.id)

    return first(sorted(shelf.collection.identities, key=rank), NAMED)


def first(found: Iterable[Identity], most: int) -> list[Identity]:
    """The first few, without two of one name."""
    kept: dict[str, Identity] = {}
    for who in found:
        kept.setdefault(who.name.casefold(), who)
        if len(kept) == most:
            break
    return list(kept.values())
