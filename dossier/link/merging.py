"""Which names of several seeds have one bearer: a table of rules, each over its own inverted index."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from sys import intern

from dossier.ids import normal
from dossier.lexicon import words
from dossier.link.gleaned import Gleaned
from dossier.link.named import TYPES
from dossier.model import NameType

GIVEN_SLIP = 5
"""Given names of so many letters may differ by one ("Sergei", "Sergey") when the surname is the same."""
FEWEST = 3


@dataclass(slots=True)
class Forest:
    """Names as (source, name) numbers, joined into bearers."""

    parents: list[int] = field(default_factory=list)
    apart: dict[int, frozenset[tuple[int, str]]] = field(default_factory=dict)
    """What the editor keeps apart: by root, the groups it belongs to and as which name."""

    def add(self) -> int:
        """A new name that is its own bearer."""
        self.parents.append(len(self.parents))
        return len(self.parents) - 1

    def root(self, node: int) -> int:
        """The number that stands for a name's bearer."""
        while self.parents[node] != node:
            self.parents[node] = self.parents[self.parents[node]]
            node = self.parents[node]
        return node

    def join(self, nodes: Iterable[int]) -> None:
        """Make one bearer of several; the lowest number stands for it."""
        roots = sorted({self.root(node) for node in nodes})
        for root in roots[1:]:
            if self.together(roots[0], root):
                self.parents[root] = roots[0]

    def together(self, one: int, other: int) -> bool:
        """Whether the editor lets two bearers be one; if so, the first is kept apart from what the second is."""
        first, second = self.apart.get(one, frozenset()), self.apart.get(other, frozenset())
        if any(group == held and name != own for group, name in second for held, own in first):
            return False
        if second:
            self.apart[one] = first | second
        return True


@dataclass(slots=True, eq=False)
class Entry:
    """A name as some seeds have it, of one type and by one rule, as `normal` gives it, with the words rules compare.

    `node` is its number among all, `slug` the first of these seeds, `seeds` how many they are, `mentions` all places.
    """

    node: int
    slug: str
    name: str
    type: NameType
    rule: str
    plain: str
    words: tuple[str, ...]
    seeds: int
    mentions: int
    person: bool


def entries(
    sources: Sequence[Gleaned], forest: Forest, apart: Sequence[Sequence[str]] = ()
) -> tuple[list[Entry], list[array[int]]]:
    """All names of all sources, each once, and the number of each name of each source among them.

    Those of one group of `apart` never become one bearer.
    """
    numbers: defaultdict[tuple[str, int, str], int] = defaultdict(count().__next__)
    slugs: list[str] = []
    every: list[array[int]] = []
    seeds, mentions = array("I"), array("I")
    # One turn for each name of each source, of which ten thousand sources have a million.
    for source in sources:
        names, rules = source.names, list(map(intern, source.names.rules))
        keys = zip(names.names, names.types, map(rules.__getitem__, names.by), strict=True)
        found = array("I", map(numbers.__getitem__, keys))
        every.append(found)
        more = [0] * (len(numbers) - len(slugs))
        slugs += [source.slug for _ in more]
        seeds.extend(more)
        mentions.extend(more)
        for number, places in zip(found, names.mentions, strict=True):
            seeds[number] += 1
            mentions[number] += places
    out = []
    for (name, kind, rule), slug, held, places in zip(numbers, slugs, seeds, mentions, strict=True):
        plain, node, of = normal(name), forest.add(), TYPES[kind]
        out.append(Entry(node, slug, name, of, rule, plain, compared(plain), held, places, of == "person"))
    keep_apart(out, forest, apart)
    return out, every


def keep_apart(found: Iterable[Entry], forest: Forest, apart: Sequence[Sequence[str]]) -> None:
    """Note of all names the groups of `apart` that they belong to."""
    labels: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for group, names in enumerate(apart):
        for name in names:
            labels[normal(name)].add((group, normal(name)))
    for entry in found if labels else ():
        if entry.plain in labels:
            forest.apart[entry.node] = frozenset(labels[entry.plain])


def compared(plain: str) -> tuple[str, ...]:
    """A plain name's words; "the" before and "Saint" for "St." made alike."""
    parts = [intern(word) for word in plain.split(" ")] if plain else []
    if "saint" in plain or "sankt" in plain:
        parts = ["st" if word in ("saint", "sankt") else word for word in parts]
    return tuple(parts[1:] if len(parts) > 1 and parts[0] == "the" else parts)


def unlike(all_names: Sequence[Entry], forest: Forest) -> list[Entry]:
    """The first of all names that no rule can tell apart: of one bearer by now, with the same words, type and rule."""
    found: dict[object, Entry] = {}
    for entry in all_names:
        found.setdefault((forest.root(entry.node), entry.words, entry.type, entry.rule), entry)
    return list(found.values())


# --- rules --------------------------------------------------------------------------------------------------------


def same_words(all_names: Sequence[Entry], forest: Forest) -> None:
    """The same words, whatever the type: "Le Monde", "le monde"."""
    firsts: dict[tuple[bool, tuple[str, ...]], int] = {}
    for entry in all_names:
        first = firsts.setdefault((entry.person, entry.words), entry.node)
        if first != entry.node:
            forest.join((first, entry.node))


def first_and_last(all_names: Sequence[Entry], forest: Forest) -> None:
    """As in "Donald J. Trump" and "Donald Trump": first and last word of a person's name, the suffix apart."""
    join_by((e for e in all_names if e.person and len(e.words) > 1), forest, lambda e: person_key(e.words))


def given_slips(all_names: Sequence[Entry], forest: Forest) -> None:
    """As in "Sergei" and "Sergey" Lavrov: one surname, given names of one letter's difference."""
    by_gap: dict[tuple[str, ...], list[int]] = defaultdict(list)
    people = [(e.node, person_key(e.words)) for e in all_names if e.person and len(e.words) > 1]
    bearers = Counter(key[1:] for _, key in people)
    for node, (first, *last) in people:
        if len(first) >= GIVEN_SLIP and bearers[last[0], last[1]] > 1:
            for at in range(1, len(first)):
                by_gap[first[:at] + "\0" + first[at + 1 :], last[0], last[1]].append(node)
    for nodes in by_gap.values():
        if len(nodes) > 1:
            forest.join(nodes)


def surnames(all_names: Sequence[Entry], forest: Forest) -> None:
    """As in "Hollande" here and the one "François Hollande" elsewhere; two bearers of a surname leave it open.

    So does a text that has the fuller name itself and told the two apart: "Edmund Vane" and "Mrs. Vane".
    """
    bearers: dict[str, set[int]] = defaultdict(set)
    own: set[tuple[str, str]] = set()
    for entry in all_names:
        if entry.person and len(entry.words) > 1:
            for tail in tails(entry.words):
                bearers[tail].add(forest.root(entry.node))
                own.add((entry.slug, tail))
    for entry in all_names:
        alone = entry.person or (entry.type == "other" and entry.rule == "unknown")
        surname = " ".join(entry.words)
        found = bearers.get(surname, set()) if alone and (entry.slug, surname) not in own else set()
        if len(found) == 1 and forest.root(entry.node) not in found:
            forest.join([entry.node, *found])


def loose_words(all_names: Sequence[Entry], forest: Forest) -> None:
    """As in "Petersburg Economic Forum", "Petersburg International Economic Forum"; "G7 meeting", "G7 summit"."""
    meetings = words("en", "event_synonyms")
    loose = words("en", "loose_words")

    def key(entry: Entry) -> tuple[str, ...]:
        last = len(entry.words) - 1
        kept = tuple(
            "meeting" if w in meetings else w for n, w in enumerate(entry.words) if w not in loose or n in (0, last)
        )
        return kept if len(kept) >= FEWEST or len(kept) == len(entry.words) else entry.words

    join_by((e for e in all_names if not e.person and len(e.words) >= FEWEST), forest, key)


def cut_short(all_names: Sequence[Entry], forest: Forest) -> None:
    """As in "St. Petersburg International Economic", cut by the capture: all but the last word of one longer name."""
    longer: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for entry in all_names:
        if not entry.person and len(entry.words) > FEWEST:
            longer[entry.words[:-1]].add(forest.root(entry.node))
    for entry in all_names:
        found = longer.get(entry.words, set()) if not entry.person and len(entry.words) >= FEWEST else set()
        if len(found) == 1:
            forest.join([entry.node, *found])


def place_leads(all_names: Sequence[Entry], forest: Forest) -> None:
    """As in "Fort Brégançon", "Fort de Brégançon" and "Brégançon": a place with and without the noun before it."""
    leads = {lead.lower().rstrip(".") for lead in words("en", "place_leads")}
    small = ("de", "of", "the", "du", "la")
    bare: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for entry in all_names:
        if not entry.person and len(entry.words) > 1 and entry.words[0] in leads:
            rest = entry.words[1:]
            while len(rest) > 1 and rest[0] in small:
                rest = rest[1:]
            bare[rest].add(forest.root(entry.node))
    for found in bare.values():
        forest.join(found)
    for entry in all_names:
        named = (
            bare.get(entry.words, set()) if entry.type in ("place", "other") and entry.rule != "gazetteer" else set()
        )
        if len({forest.root(n) for n in named}) == 1:
            forest.join([entry.node, *named])


RULES: tuple[tuple[str, Callable[[Sequence[Entry], Forest], None]], ...] = (
    ("first-and-last", first_and_last),
    ("given-slips", given_slips),
    ("loose-words", loose_words),
    ("cut-short", cut_short),
    ("place-leads", place_leads),
    ("surnames", surnames),
)
"""After the same words, in order: what is certain first, so that the later rules see bearers and not forms."""


def join_by(chosen: Iterable[Entry], forest: Forest, key: Callable[[Entry], object]) -> None:
    """Join all names that share a key."""
    groups: dict[object, list[int]] = defaultdict(list)
    for entry in chosen:
        groups[key(entry)].append(entry.node)
    for nodes in groups.values():
        if len(nodes) > 1:
            forest.join(nodes)


@cache
def suffixes() -> frozenset[str]:
    """As in "John Mercer Jr."."""
    return frozenset(suffix.lower().rstrip(".") for suffix in words("en", "name_suffixes"))


def person_key(parts: tuple[str, ...]) -> tuple[str, str, str]:
    """First word, last word and suffix of a person's name."""
    if len(parts) > FEWEST - 1 and parts[-1] in suffixes():
        return parts[0], parts[-2], parts[-1]
    return parts[0], parts[-1], ""


def tails(parts: tuple[str, ...]) -> Iterable[str]:
    """A person's name without its first word, its first two, and so on: "le drian", "drian"."""
    _, last, suffix = person_key(parts)
    if suffix:
        return [last]
    return [" ".join(parts[at:]) for at in range(1, len(parts))]
