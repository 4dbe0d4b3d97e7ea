"""Where a draft's words stand in the seed: the bridge from words in a block to their evidence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dossier.clean.draft import Draft, shown
from dossier.model import Fact
from dossier.sourcemap import SeedSpan


@dataclass(frozen=True, slots=True)
class Index:
    """The visible bits of one draft: where each starts in the draft's text and in the seed, and whether it is exact."""

    draft: Draft
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    seeds: tuple[SeedSpan, ...]
    exact: tuple[bool, ...]


class Places:
    """Finds words of drafts in the seed `source`. Each draft is measured once."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.known: dict[int, Index] = {}

    def index(self, draft: Draft) -> Index:
        """The draft's bits that put words into the reading text."""
        found = self.known.get(id(draft))
        if found is None:
            starts, ends, seeds, exact, at = [], [], [], [], 0
            for bit in draft.bits:
                size = len(shown(bit, self.source, preformatted=draft.preformatted))
                if size:
                    starts.append(at)
                    ends.append(at + size)
                    seeds.append(bit.span)
                    exact.append(size == bit.span.end - bit.span.start)
                at += size
            # The index keeps its draft alive, so that no other draft can come to have its id.
            found = self.known[id(draft)] = Index(draft, tuple(starts), tuple(ends), tuple(seeds), tuple(exact))
        return found

    def span(self, draft: Draft, start: int, end: int) -> SeedSpan:
        """The seed's range behind `start:end` of a draft's text; the draft's own range where it has no words."""
        known = self.index(draft)
        if not known.starts:
            return draft.span
        first = max(bisect_right(known.starts, start) - 1, 0)
        last = min(bisect_left(known.ends, end), len(known.ends) - 1)
        lower, upper = known.seeds[first].start, known.seeds[last].end
        if known.exact[first]:
            lower += max(start - known.starts[first], 0)
        if known.exact[last]:
            upper = known.seeds[last].start + min(end, known.ends[last]) - known.starts[last]
        return SeedSpan(lower, max(lower, upper))

    def fact(self, draft: Draft, value: str, rule: str, place: tuple[int, int]) -> Fact:
        """A value with its evidence."""
        return Fact(value, "printed", rule, self.span(draft, *place))
