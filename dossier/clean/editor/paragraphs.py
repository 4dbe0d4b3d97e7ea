"""Paragraphs that an editor joins to the one before, or splits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.clean.body import merged
from dossier.clean.draft import Draft
from dossier.clean.editor.cuts import Shelf, divide, seed_offset
from dossier.clean.editor.lines import RULE, of_kind
from dossier.issues import Problem
from dossier.model import Correction, Edit, Role, Seed
from dossier.sourcemap import SeedSpan
from dossier.wording import Search, short, wording, wrong

Gap = tuple[SeedSpan, str]
ASIDE: frozenset[Role] = frozenset({"note", "markup", "code", "table"})
"""Roles of blocks that a paragraph runs on over, and is never joined to."""
HEADED: frozenset[Role] = frozenset({"title", "subtitle", "heading", "byline", "dateline"})
"""Roles that hold for one line: what is split from it is a paragraph."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """The drafts, the gaps that were closed, and what was done or could not be."""

    drafts: list[Draft]
    joined: list[Gap]
    edits: tuple[Edit, ...] = ()
    faults: tuple[Problem, ...] = ()


def shape(drafts: Sequence[Draft], joined: Sequence[Gap], seed: Seed) -> Shaped:
    """Join and split as the editor says, in the editor's order."""
    done = Shaped(list(drafts), list(joined))
    for correction in of_kind(seed, "join", "split"):
        done = one(done, correction, seed)
    return done


def one(done: Shaped, correction: Correction, seed: Seed) -> Shaped:
    """One correction made, or told as a fault."""
    shelf = Shelf(done.drafts, seed.text)
    what = "paragraph that begins" if correction.kind == "join" else "words"
    search = Search(what, wording(shelf.text), seed.file, seed.text, shelf.where, shelf.unit)
    hits = search.hits(correction)
    begin = [hit for hit in hits if not shelf.texts[shelf.at(hit[0])[0]][: shelf.at(hit[0])[1]].strip()]
    wanted = begin if correction.kind == "join" else [hit for hit in hits if hit not in begin]
    if hits and not wanted:
        return replace(done, faults=(*done.faults, astray(correction, search.listed(hits))))
    chosen = search.choose(correction, wanted)
    if isinstance(chosen, Problem):
        return replace(done, faults=(*done.faults, chosen))
    for hit in reversed(chosen):
        number, offset = shelf.at(hit[0])
        if correction.kind == "join":
            done = attached(done, number, correction, seed)
        else:
            done = parted(done, number, offset, (correction, seed))
    return done


def astray(correction: Correction, lines: str) -> Problem:
    """Words that stand, but not where a paragraph can be joined or split."""
    words = short(correction.words)
    if correction.kind == "join":
        mend = f"quote the words that the second piece begins with; these stand on {lines}"
        return wrong(correction, f"no paragraph begins with {words!r}", mend)
    return wrong(correction, f"a paragraph begins with {words!r} already ({lines})", "remove the correction")


def attached(done: Shaped, number: int, correction: Correction, seed: Seed) -> Shaped:
    """A draft joined to the nearest one before it that is text of the page."""
    drafts = list(done.drafts)
    before = next((n for n in range(number - 1, -1, -1) if drafts[n].shown and drafts[n].role not in ASIDE), None)
    if before is None:
        fault = wrong(correction, "no paragraph stands before this one", "remove the correction")
        return replace(done, faults=(*done.faults, fault))
    gap = SeedSpan(drafts[before].span.end, max(drafts[before].span.end, drafts[number].span.start))
    edit = Edit(correction, gap, (("joined", "no"),))
    drafts[before] = replace(merged(drafts[before], drafts[number], seed.text, RULE), rule=RULE)
    del drafts[number]
    return Shaped(drafts, [*done.joined, (gap, RULE)], (*done.edits, edit), done.faults)


def parted(done: Shaped, number: int, offset: int, whose: tuple[Correction, Seed]) -> Shaped:
    """A draft split at an offset of its text; a join of the capture's pieces at that place is undone."""
    correction, seed = whose
    drafts, draft = list(done.drafts), done.drafts[number]
    at = seed_offset(draft, seed.text, offset)
    left, right = divide(draft, seed.text, offset)
    if left is None or right is None:
        return done
    if right.role in HEADED:
        right = right.recast("paragraph", RULE)
    drafts[number : number + 1] = [left, replace(right, rule=RULE, ordinal="")]
    rest = [gap for gap in done.joined if not gap[0].start <= at <= gap[0].end]
    was = "joined" if len(rest) < len(done.joined) else "one paragraph"
    edit = Edit(correction, SeedSpan(at, at), (("split", was),))
    return Shaped(drafts, rest, (*done.edits, edit), done.faults)
