"""Who does what in a sentence, read from its letters: the subject of a verb, the phrase after it, what heads a phrase.

Positions are token indices; a phrase is a half-open pair of them. `None` is "the letters do not say".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

INSIDE = frozenset("DTNPOLMnesd-&h")
"""Letters that a noun phrase is made of."""
HEADS = frozenset("PONLMnTed")
FINITE = frozenset("vbx")
NAMED = frozenset("PNO")
PURE = re.compile(r"[DTNnse-]*P(?:c[TN]*P)?|[TN]*N(?:c[TN]+)?")
ASIDE = frozenset("DdWghpnewazLAx(cjs")
"""Letters that begin what is set between commas: an apposition, an age, a place, a participle."""
REACH = 60
ASIDES = 12
"""Stretches between commas that a subject is looked for behind."""
WHEN = re.compile(r"p?[an]?y[nd]?$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `start:end` is all of it, `head` the token that heads it."""

    start: int
    end: int
    head: int


def phrase_before(tags: str, low: int, end: int) -> Phrase | None:
    """The noun phrase that ends right before `end`, with what hangs on it (`a spokesman for Ada Diaz`)."""
    start = run_start(tags, low, end)
    if start == end:
        if end > low and tags[end - 1] == "R":
            return Phrase(end - 1, end, end - 1)
        return None
    found = headed(tags, start, end)
    if found is None:
        return None
    while start - 1 > low and tags[start - 1] == "p":
        left = run_start(tags, low, start - 1)
        if left == start - 1 or tags[left : start - 1].strip("y") == "":
            break
        if left > low and tags[left - 1] in "vbgxhz" and tags[end - 1] in "PRO":
            break
        if tags[left - 1 : left] in ("", ",", "Q", ".", "(") and left > low and tags[left - 1 : left] == "p":
            break
        further = headed(tags, left, start - 1)
        if further is None or (
            tags[further.head] == "n" and left > low and tags[left - 1] == "p" and tags[end - 1] == "P"
        ):
            break
        if tags[found.head] == "P" and tags[further.head] == "n" and "D" not in tags[left : start - 1] and left == low:
            break
        found = Phrase(further.start, end, further.head)
        start = left
    return found


def run_start(tags: str, low: int, end: int) -> int:
    """Where the run of phrase letters that ends at `end` begins."""
    at = end
    while at > low and tags[at - 1] in INSIDE and end - at < REACH:
        at -= 1
        if tags[at] == "D" and at > low and tags[at - 1] not in "DT":
            break
    while at < end and tags[at] in "s-":
        at += 1
    return at


def headed(tags: str, start: int, end: int) -> Phrase | None:
    """The phrase in `start:end` with its head: the last word; a name takes only its own words."""
    last = end - 1
    while last > start and tags[last] in "sd-" and tags[last] != "d":
        last -= 1
    if last < start or (last == start and tags[last] == "D" and tags[start : end + 1] != "Dv"):
        return None
    letter = tags[last]
    if letter == "d" and last > start and tags[last - 1] in "PN":
        last -= 1
        letter = tags[last]
    if letter in "POLM":
        return Phrase(last, last + 1, last)
    if letter == "N":
        first = last
        while first > start and tags[first - 1] == "N":
            first -= 1
        if first > start and tags[first - 1] == "P":
            return Phrase(first - 1, last + 1, first - 1)
        return Phrase(first, last + 1, last)
    return Phrase(start, last + 1, last)


def subject(tags: str, low: int, verb: int) -> Phrase | None:
    """The subject of the verb at `verb`, looked for to its left down to `low`."""
    at = without_adjuncts(tags, low, verb)
    if at == low:
        return None
    before = tags[at - 1]
    if before == "R":
        return Phrase(at - 1, at, at - 1)
    if before == "W":
        end = at - 1
        if end > low and tags[end - 1] == ",":
            end -= 1
        return phrase_before(tags, low, end)
    if before in ",)-":
        return across(tags, low, at)
    found = phrase_before(tags, low, at)
    if found and found.start - 1 > low and tags[found.start - 1] in "xbW":
        return past_relative(tags, low, found.start) or found
    if found is None or tags[found.head] in "PR" or found.start - 1 <= low or tags[found.start - 1] != "p":
        return found
    return past_adjunct(tags, low, found.start - 1) or found


def without_adjuncts(tags: str, low: int, verb: int) -> int:
    """Where the subject ends, before auxiliaries, adverbs and the time (`Ada Diaz on Monday night also said`)."""
    at = verb
    while at > low and tags[at - 1] in "xaj":
        at -= 1
    match = WHEN.search(tags, max(low, at - 6), at)
    if match and match.start() > low:
        at = match.start()
    while at > low and tags[at - 1] in "xa":
        at -= 1
    return at


def past_relative(tags: str, low: int, end: int) -> Phrase | None:
    """The subject before a relative clause that no comma closes: `Ada Diaz, who is head of the club said`."""
    relative = tags.rfind("W", low, end)
    if relative <= low:
        return None
    found = phrase_before(tags, low, relative - (tags[relative - 1] == ","))
    if found and tags[found.head] not in "PRO" and found.start - 1 > low and tags[found.start - 1] == ",":
        named = phrase_before(tags, low, found.start - 1)
        return named if named and tags[named.head] == "P" else found
    return found


def past_adjunct(tags: str, low: int, at: int) -> Phrase | None:
    """The subject before a phrase that says how: `Ada Diaz agreed and in a low voice said`; `at` is its preposition."""
    if tags[at - 1] == "c":
        return clause_subject(tags, low, at - 1)
    if tags[at - 1] == ",":
        return across(tags, low, at)
    if tags[at - 1] in "xW":
        return subject(tags, low, at)
    return None


def across(tags: str, low: int, end: int) -> Phrase | None:
    """The subject before an aside: `Ada Diaz, 34, a nurse in Ames, said`; `end` is after the comma that closes it."""
    chunks: list[tuple[int, int]] = []
    stop = end - 1
    if tags[stop] == ")":
        opened = tags.rfind("(", low, stop)
        return phrase_before(tags, low, opened) if opened > low else None
    mark = tags[stop]
    at = stop
    while at > low and len(chunks) < ASIDES:
        at -= 1
        if tags[at] == mark or (tags[at] in ";:" and mark == ","):
            chunks.append((at + 1, stop))
            stop = at
            if tags[at] in ";:":
                break
    else:
        chunks.append((at, stop))
    return from_chunks(tags, chunks)


def from_chunks(tags: str, chunks: list[tuple[int, int]]) -> Phrase | None:
    """The subject among stretches between commas: a name that fills one, nearest first, else the end of the first."""
    for letter in "PN":
        for start, end in chunks:
            if end > start and tags[end - 1] == letter and PURE.fullmatch(tags, start, end):
                joint = tags.find("c", start, end)
                return headed(tags, start, end if joint < 0 else joint)
            if letter == "P" and tags[start:end] == "R":
                return Phrase(start, end, start)
    for at in range(1, len(chunks)):
        start, end = chunks[at]
        if start < end and (tags[start] not in ASIDE or at == len(chunks) - 1):
            found = phrase_before(tags, start, end)
            if found:
                return found
    return None


def phrase_after(tags: str, at: int, high: int) -> Phrase | None:
    """The noun phrase that begins at `at`: an inverted verb's subject (`said Webb spokesman Bo Diaz of Ohio`)."""
    while at < high and tags[at] in "a-":
        at += 1
    if at < high and tags[at] == "R":
        return Phrase(at, at + 1, at)
    end = at
    while end < high and tags[end] in INSIDE and not (tags[end] == "D" and end > at and tags[end - 1] != "D"):
        end += 1
    if end == at:
        return None
    found = headed(tags, at, end)
    if found is None or tags[found.head] in NAMED:
        return found
    return apposed(tags, found, end, high)


def apposed(tags: str, found: Phrase, end: int, high: int) -> Phrase:
    """A description with the name after its comma (`the club's president, Ada Diaz`), or with what hangs on it."""
    stop = end
    while stop < high - 1 and tags[stop] == "p":
        further = stop + 1
        while further < high and tags[further] in INSIDE:
            further += 1
        if further == stop + 1:
            break
        stop = further
    if stop + 1 < high and tags[stop] == ",":
        name = stop + 1
        while name < high and tags[name] in "TN":
            name += 1
        if name < high and tags[name] == "P" and tags[name + 1 : name + 2] in ("", ".", ",", ":", "Q"):
            return Phrase(name, name + 1, name)
    return Phrase(found.start, stop, found.head)


def clause_subject(tags: str, low: int, end: int, *, nearest: bool = False) -> Phrase | None:
    """The subject of the nearest main clause before `end`; of a subordinate or relative one where there is no other.

    With `nearest`, of the nearest clause of any kind.
    """
    fallback: Phrase | None = None
    for at in range(end - 1, low, -1):
        letter = tags[at]
        if letter in FINITE or (letter == "e" and tags[at - 1] in "PORaNnW,y"):
            if letter in "vb" and tags[at - 1] in "zD":
                continue
            found = subject(tags, low, at)
            if found is None:
                continue
            if nearest and tags[found.head] in "PRON":
                return found
            if tags[at - 1] == "W" or tags[found.head] not in "PRON" or subordinate(tags, low, found):
                fallback = fallback or found
                continue
            return found
    return fallback


def subordinate(tags: str, low: int, phrase: Phrase) -> bool:
    """Whether a subject stands in a clause that depends on another: after `that`, `who`, `when`."""
    at = phrase.start
    while at > low and tags[at - 1] in "TDnNe":
        at -= 1
    return at > low and tags[at - 1] in "tWw"
