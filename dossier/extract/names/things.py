"""Organisations, places, events and works of one document: each under its name, with every form it is known by."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.extract.names.gazetteer import Entry
from dossier.ids import normal
from dossier.model import Name, NameType
from dossier.sourcemap import TextSpan

SAINT = frozenset(("saint", "sankt"))


@dataclass(slots=True)
class Thing:
    """A name that is no person's, with its mentions."""

    name: str
    type: NameType
    known: bool = False
    rules: dict[str, int] = field(default_factory=dict)
    mentions: list[tuple[int, int]] = field(default_factory=list)

    def add(self, rule: str, start: int, end: int) -> None:
        """Enter one mention."""
        count(self.rules, rule)
        self.mentions.append((start, end))

    def finished(self) -> Name:
        """The name as the document's annotation."""
        return Name(self.name, self.type, spans(self.mentions), main_rule(self.rules))


@dataclass(slots=True)
class Things:
    """All of a document's names that are no person's."""

    by_form: dict[str, Thing] = field(default_factory=dict)
    by_name: dict[str, Thing] = field(default_factory=dict)
    """By the name just as given, to save the folding of names that come often."""
    all: list[Thing] = field(default_factory=list)

    def put(self, name: str, kind: NameType, rule: str, span: tuple[int, int]) -> Thing:
        """Enter a mention under its name, new where the document has not named it."""
        thing = self.by_name.get(name) or self.named(" ".join(name.split()), kind)
        self.by_name[name] = thing
        thing.add(rule, *span)
        return thing

    def named(self, name: str, kind: NameType) -> Thing:
        """The thing of this name in any spelling, new where there is none."""
        key = key_of(name)
        thing = self.by_form.get(key)
        if thing is None:
            thing = self.by_form[key] = Thing(name, kind)
            self.all.append(thing)
        return thing

    def put_known(self, entry: Entry, rule: str, span: tuple[int, int]) -> Thing:
        """Enter a mention of a name that the gazetteer knows, whatever form it has here."""
        thing = self.put(entry.name, entry.type, rule, span)
        thing.known = True
        return thing


def key_of(name: str) -> str:
    """What two spellings of one name share: "St. Petersburg", "Saint Petersburg"; "the Duran", "Duran"."""
    words = (name.lower() if name.isascii() and name.replace(" ", "").isalpha() else normal(name)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(["st" if word in SAINT else word for word in words]) or name


def spans(mentions: list[tuple[int, int]]) -> tuple[TextSpan, ...]:
    """Mentions as spans in text order."""
    if len(mentions) == 1:
        return (TextSpan(*mentions[0]),)
    return tuple([TextSpan(start, end) for start, end in sorted(set(mentions))])


def count(tally: dict[str, int], what: str, times: int = 1) -> None:
    """Add to a tally; a plain dict is made and counted in many times as quickly as a Counter."""
    tally[what] = tally.get(what, 0) + times


def main_rule(rules: dict[str, int]) -> str:
    """The rule that found most of the mentions."""
    if len(rules) == 1:
        return next(iter(rules))
    return min(rules, key=lambda rule: (-rules[rule], rule))
