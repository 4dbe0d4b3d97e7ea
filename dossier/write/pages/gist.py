"""What a collection is about, in a sentence of facts that nobody had to invent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import Identity, Quote
from dossier.write.catalogue import HOME, Catalogue
from dossier.write.describe import count
from dossier.write.edtf import in_words, order
from dossier.write.escape import Safe
from dossier.write.pages.happenings import main_events

NAMED = 5
SAID = ("speech", "fragment")


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


def gist(shelf: Catalogue) -> Gist:
    """The facts about a collection."""
    every = [quote for view in shelf.views.values() for quote in view.source.annotations.quotes if counts(quote)]
    speakers = {who.id for quote in every if (who := shelf.speaker(quote.speaker))}
    said = count(len(every), "quotation") + (f" of {count(len(speakers), 'speaker')}" if speakers else "")
    happened = count(len(main_events(shelf)), "dated event")
    named = count(len(shelf.collection.identities), "name")
    most = tuple(Named(who.name, shelf.bearer(HOME, who.id)) for who in foremost(shelf))
    return Gist(count(len(shelf.views), "source") + published(shelf), f"{said}, {happened} and {named}", most)


def counts(quote: Quote) -> bool:
    """Whether a quotation is somebody's words and not inside another one."""
    return quote.kind in SAID and quote.parent is None


def published(shelf: Catalogue) -> str:
    """When the sources were published: " of 12 May 2021", " of 2018 to 2021, 2 of them undated", " without a date"."""
    facts = [view.document.meta.published for view in shelf.views.values()]
    dated = sorted({fact.value for fact in facts if fact}, key=order)
    without = sum(fact is None for fact in facts)
    if not dated:
        return ", undated" if facts else ""
    first, last = in_words(dated[0]), in_words(dated[-1])
    when = f" of {first}" if first == last else f" published from {first} to {last}"
    return when + (f", {without} of them undated" if without else "")


def foremost(shelf: Catalogue) -> list[Identity]:
    """Who and what most sources name, and of those the most often named."""

    def rank(who: Identity) -> tuple[int, int, str, str]:
        mentions = sum(len(shelf.name(slug, number).mentions) for slug, number in who.members)
        return (-len({slug for slug, _ in who.members}), -mentions, who.name, who.id)

    return first(sorted(shelf.collection.identities, key=rank), NAMED)


def first(found: Iterable[Identity], most: int) -> list[Identity]:
    """The first few, without two of one name."""
    kept: dict[str, Identity] = {}
    for who in found:
        kept.setdefault(who.name.casefold(), who)
        if len(kept) == most:
            break
    return list(kept.values())
