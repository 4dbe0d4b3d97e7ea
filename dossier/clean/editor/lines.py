"""Lines that an editor drops or keeps. What is dropped no rule looks at; what is kept no rule hides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from dossier.clean.body import merged
from dossier.clean.draft import Draft
from dossier.clean.editor.cuts import Shelf, divide, text_offset
from dossier.clean.lines import Line
from dossier.clean.roles import hide
from dossier.issues import Problem
from dossier.model import Correction, Edit, Role, Seed
from dossier.sourcemap import SeedSpan
from dossier.wording import Hit, Search, wording

RULE = "editor"
HEADING_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Dropped:
    """The drafts that are left, those that were dropped, and what was done or could not be."""

    drafts: list[Draft]
    dropped: list[Draft]
    edits: tuple[Edit, ...] = ()
    faults: tuple[Problem, ...] = ()


def of_kind(seed: Seed, *kinds: str) -> list[Correction]:
    """The corrections of some kinds, in the editor's order."""
    return [each for each in seed.sidecar.corrections if each.kind in kinds] if seed.sidecar else []


def drop(drafts: Sequence[Draft], seed: Seed, around: Sequence[Draft] = ()) -> Dropped:
    """Take out the lines that the editor drops. In a wrapped paragraph only the line itself is taken.

    What stands `around` a web page's article is off the page already: a line of it may be dropped, and changes nothing.
    """
    kept = list(drafts)
    dropped: list[Draft] = []
    edits: list[Edit] = []
    faults: list[Problem] = []
    for correction in of_kind(seed, "drop"):
        found = lines(seed, drafts, correction)
        off = lines(seed, around, correction) if isinstance(found, Problem) and around else found
        if isinstance(found, Problem) and not isinstance(off, Problem) and absent(seed, drafts, correction):
            edits += [Edit(correction, each.span, (("role", each.role),)) for each in around if each.span in off]
            continue
        if isinstance(found, Problem):
            faults.append(found)
            continue
        gone: list[Draft] = []
        kept = [left for draft in kept for left in without(draft, seed.text, sorted(found), gone)]
        dropped += gone
        edits += [Edit(correction, each.span, (("role", each.role),)) for each in gone]
    return Dropped(kept, [hide(draft, RULE) for draft in dropped], tuple(edits), tuple(faults))


def keep(drafts: Sequence[Draft], seed: Seed) -> Dropped:
    """Show the lines that the editor keeps, whatever the rules made of them."""
    made = list(drafts)
    edits: list[Edit] = []
    faults: list[Problem] = []
    for correction in of_kind(seed, "keep"):
        found = lines(seed, drafts, correction)
        if isinstance(found, Problem):
            faults.append(found)
            continue
        found = sorted(found)
        wanted = next((role for role in get_args(Role) if role == correction.get("as")), None)
        for number, draft in enumerate(made):
            if touching(draft.span, found):
                new = shown(draft, wanted)
                if new is not draft:
                    made[number] = new
                    edits.append(Edit(correction, draft.span, (("role", draft.role), ("rule", draft.rule))))
    return Dropped(made, [], tuple(edits), tuple(faults))


def not_kept(running: frozenset[int], lines: Sequence[Line], seed: Seed) -> frozenset[int]:
    """The numbers of running heads and feet without the lines that the editor keeps."""
    found = [line_spans(seed, correction) for correction in of_kind(seed, "keep")] if running else []
    kept = [span for spans in found for span in (spans if not isinstance(spans, Problem) else ())]
    return frozenset(n for n in running if not any(s.start <= lines[n].start < max(s.end, s.start + 1) for s in kept))


def shown(draft: Draft, wanted: Role | None) -> Draft:
    """The draft as the editor wants it shown; itself where it is so already."""
    role: Role = wanted or (draft.role if draft.shown else "paragraph")
    if draft.shown and draft.role == role:
        return draft
    level = HEADING_LEVEL if role == "heading" else 1 if role == "bullet" else 0
    return replace(draft.recast(role, RULE), level=draft.level if draft.role == role else level)


def lines(seed: Seed, drafts: Sequence[Draft], correction: Correction) -> list[SeedSpan] | Problem:
    """The lines of the seed that hold the words; of a web page, the blocks."""
    found = line_spans(seed, correction) if seed.media != "html" else None
    if isinstance(found, list):
        return found
    shelf, page = searched(seed, drafts)
    if found and not page.hits(correction):
        return found
    hits = page.choose(correction, page.hits(correction))
    return hits if isinstance(hits, Problem) else [drafts[shelf.at(hit[0])[0]].span for hit in hits]


def searched(seed: Seed, drafts: Sequence[Draft]) -> tuple[Shelf, Search]:
    """The drafts as one text, and a search of it."""
    shelf = Shelf(drafts, seed.text)
    return shelf, Search("line", wording(shelf.text), seed.file, seed.text, shelf.where, shelf.unit)


def absent(seed: Seed, drafts: Sequence[Draft], correction: Correction) -> bool:
    """Whether the words stand in none of the drafts."""
    return not searched(seed, drafts)[1].hits(correction)


def line_spans(seed: Seed, correction: Correction) -> list[SeedSpan] | Problem:
    """The lines of a text file that hold the words."""
    raw = Search("line", wording(seed.text), seed.file, seed.text, int, Paragraph(seed.text))
    chosen = raw.choose(correction, raw.hits(correction))
    return chosen if isinstance(chosen, Problem) else list(dict.fromkeys(line(seed.text, hit) for hit in chosen))


def line(text: str, hit: Hit) -> SeedSpan:
    """The whole lines that a place touches, without their last line end."""
    end = text.find("\n", hit[1] - 1)
    return SeedSpan(text.rfind("\n", 0, hit[0]) + 1, end if end >= 0 else len(text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A plain text whose paragraphs end at blank lines."""

    text: str

    def __call__(self, offset: int) -> Hit:
        """From the blank line before an offset to that after it."""
        start = self.text.rfind("\n\n", 0, offset)
        end = self.text.find("\n\n", offset)
        return start + 2 if start >= 0 else 0, end if end >= 0 else len(self.text)


def touching(span: SeedSpan, spans: Sequence[SeedSpan]) -> Sequence[SeedSpan]:
    """Those of some ranges, in order and apart, that share a character with one."""
    first = bisect_right(spans, span.start, key=lambda each: each.end)
    return spans[first : bisect_left(spans, span.end, key=lambda each: each.start)]


def without(draft: Draft, source: str, spans: Sequence[SeedSpan], gone: list[Draft]) -> list[Draft]:
    """What is left of a draft when some ranges of the seed, in order and apart, are taken from it."""
    left = [draft]
    for span in touching(draft.span, spans):
        left = [rest for each in left for rest in taken(each, source, span, gone)]
    return left


def taken(draft: Draft, source: str, span: SeedSpan, gone: list[Draft]) -> Iterator[Draft]:
    """What is left of a draft when a range of the seed is taken from it; what is taken goes to `gone`."""
    if draft.span.end <= span.start or span.end <= draft.span.start:
        yield draft
        return
    before, rest = divide(draft, source, text_offset(draft, source, span.start))
    inside, after = divide(rest, source, text_offset(rest, source, span.end)) if rest else (None, None)
    if inside:
        gone.append(inside)
    if before and after:
        yield merged(before, after, source, RULE)
    else:
        yield from filter(None, (before, after))
