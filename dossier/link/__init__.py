"""Link: what the sources share, found on inverted indexes; the only stage that sees more than one seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.link.authority import described, settle, unmatched
from dossier.link.crosslinks import cross_links
from dossier.link.disagreements import find_disagreements
from dossier.link.events import find_events
from dossier.link.families import families
from dossier.link.features import index, told_alike
from dossier.link.identities import identities, speaker_ids
from dossier.link.known import known
from dossier.link.otherwise import told_otherwise
from dossier.link.private import is_private, withheld
from dossier.link.statements import every_statement
from dossier.link.titles import references
from dossier.link.told import told
from dossier.model import Authority, Collection, Source

__all__ = ["link", "unmatched"]


def link(sources: Sequence[Source], authority: Authority | None = None) -> Collection:
    """The collection of these sources, in slug order whatever order they come in.

    `authority` is the editor's file of names; `unmatched` tells which of its entries match nothing. Private sources
    are not among the collection's: it holds what it would without them, and the numbers that they add.
    """
    private = [source for source in sources if is_private(source)]
    shown = joined([source for source in sources if not is_private(source)], authority)
    return replace(shown, withheld=withheld(shown, joined(sources, authority), private)) if private else shown


def joined(sources: Sequence[Source], authority: Authority | None) -> Collection:
    """The sources and what ties them together, all alike."""
    editor = authority or Authority("")
    ordered = tuple(sorted(sources, key=lambda source: source.slug))
    if authority:
        ordered = settle(ordered, editor).sources
    who = described(identities(ordered, [names for names, _ in editor.split]), editor)
    speakers = speaker_ids(ordered, who, editor)
    same_words = families(ordered, speakers)
    dated = every_statement(ordered)
    events = find_events(ordered, dated)
    found = known(ordered, who, same_words, events)
    sentences = index((told(source) for source in ordered), found)
    return Collection(
        sources=ordered,
        identities=who,
        events=events,
        families=same_words,
        disagreements=(*find_disagreements(ordered, dated), *told_otherwise(ordered, told_alike(sentences))),
        links=cross_links(sentences, ordered, found),
        speakers=speakers,
        references=references(ordered),
    )
