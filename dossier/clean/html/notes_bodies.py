"""Where the text of a note stands, from the anchor that its marker points at: its block, its item, a stretch of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from dossier.clean.html.nodes import Element, Node, ancestors
from dossier.clean.html.notes_page import PARTS, Body, Notebook, Range, is_block, kinds, label_of, named, ways_back

WRAPPERS = frozenset("li dd dt aside div section td th tr blockquote p dl table tbody center font small footer".split())  # noqa: SIM905
"""Elements that may hold one whole note."""
LARGEST = 60_000
"""Characters of the seed that a note takes at most, its markup included."""
LABELLED = 16
"""Characters in which a note's own label ends."""
MOST_BACK = 20
MORE = 4
"""A note in loose paragraphs has at most so many more."""
LEADING = r"\s*[\[({{^\u2191]?\s*{}[\])}}]?(?:[.:)](?=\s|$)|(?=\s|$|[\])}}]))\s*"
OPENING = re.compile(r"[\s\[\](){}^.:\u2191*]*")


def following(parent: Element | None, offset: int) -> Iterator[Node]:
    """The children of an element from an offset on."""
    children = parent.children if parent else []
    return islice(children, bisect_left(children, offset, key=lambda child: child.start), None)


class Bodies:
    """Finds the texts of notes. `targets` are the anchors of all notes, `marks` where markers stand, both sorted."""

    def __init__(self, book: Notebook, targets: Sequence[Element], marks: Sequence[int]) -> None:
        self.book = book
        self.at = {target.start: target for target in targets}
        self.targets = sorted(self.at)
        self.marks = sorted(marks)

    def of(self, target: Element, label: str) -> Body | None:
        """The text behind an anchor; None where none stands there."""
        if target.tag == "dt":
            return self.made([self.described(target)], label, target)
        block = target if is_block(target) else self.book.block(target)
        if block.tag in PARTS or block.tag in {"", "html", "body", "main", "article"}:
            return self.loose(target, label)
        if not self.leads(target, block):
            return None
        if self.count(block.start, block.end) > 1:
            place = bisect_right(self.targets, target.start)
            after = self.at[self.targets[place]] if place < len(self.targets) else None
            end = self.opening(after, block) if after and after.start < block.end else block.inner_end
            return self.made([(self.opening(target, block), end)], label, target)
        if not self.book.between(target.start, block.end, 1):
            return self.loose(target, label)
        whole = self.climb(block)
        ranges = [(whole.start, whole.end)]
        return self.made(ranges + self.further(whole), label, whole)

    def described(self, term: Element) -> Range:
        """A term of a list and its descriptions."""
        end = term.end
        for child in following(term.parent, term.end):
            if isinstance(child, Element):
                if child.tag != "dd":
                    break
                end = child.end
        return term.start, end

    def leads(self, target: Element, block: Element) -> bool:
        """Whether an anchor stands where its block begins, or between two notes of one block."""
        if target is block or self.count(block.start, target.start):
            return True
        words = OPENING.sub("", self.book.between(block.start, target.start, LABELLED + 1), count=1)
        return len(words) <= LABELLED and (not words or bool(label_of(words)))

    def opening(self, target: Element, block: Element) -> int:
        """Where a note within a block begins: at its anchor, or at the bracket or raised element around that."""
        first = target.start
        for around in islice(ancestors(target), 3):
            if around is block or self.count(around.start, around.end) > 1:
                break
            first = around.start
        return first

    def loose(self, target: Element, label: str) -> Body | None:
        """The block behind an empty anchor: `<a name="fn1"></a><p>1. See …</p>`."""
        here: Element = (
            target if is_block(target) or not target.parent or is_block(target.parent) else self.book.block(target)
        )
        parent = here.parent
        if parent is None:
            return None
        for child in following(parent, here.end):
            if isinstance(child, Element) and child.tag in PARTS:
                return None
            if self.book.between(child.start, child.end, 1):
                if isinstance(child, Element) and is_block(child) and self.count(child.start, child.end) == 0:
                    return self.made([(child.start, child.end)], label, child)
                return None
        return None

    def climb(self, block: Element) -> Element:
        """The largest element that holds this note, no other, and nothing before it."""
        here = block
        while (around := here.parent) is not None and around.tag in WRAPPERS:
            if around.end - around.start > LARGEST or self.count(around.start, around.end) > 1:
                break
            if self.cited(around) or self.book.between(around.start, here.start, 1):
                break
            if any(child.tag in PARTS for child in around.elements) or named(around, "shelf"):
                break
            here = around
        return here

    def further(self, block: Element) -> list[Range]:
        """Paragraphs that follow a note's own and stand before the next note in the same parent."""
        parent = block.parent
        place = bisect_right(self.targets, block.end - 1)
        if parent is None or place >= len(self.targets) or block.tag == "li" or self.targets[place] >= parent.end:
            return []
        found: list[Range] = []
        after = (child for child in following(parent, block.end) if isinstance(child, Element))
        for child in islice(after, MORE + 1):
            if child.start <= self.targets[place] < child.end:
                return found if len(found) <= MORE else []
            if child.tag not in {"p", "blockquote", "ul", "ol", "div"} or self.cited(child):
                return []
            found.append((child.start, child.end))
        return []

    def made(self, ranges: list[Range], label: str, holder: Element) -> Body | None:
        """A body of these ranges, its label and ways back told apart from its words; None for none or too many."""
        start, end = ranges[0][0], ranges[-1][1]
        if end - start > LARGEST or not self.book.between(start, end, 1):
            return None
        inside = self.book.elements(start, end)
        if any(e.tag in PARTS for e in inside):
            return None
        silent = self.silent(holder, inside, start)
        typed = self.typed(label, start, end, silent)
        if not self.worded(start, end, [*silent, *typed]):
            return None
        return Body(tuple(ranges), tuple(sorted([*silent, *typed])), label, holder, self.answers(inside, silent))

    def silent(self, holder: Element, inside: Sequence[Element], start: int) -> list[Range]:
        """The ranges of a body that are links back to its markers, with the brackets around them."""
        found: list[Range] = []
        for link in inside:
            if not (found and link.start < found[-1][1]) and self.leads_back(link, start):
                around = self.around_link(link, holder)
                first, last = around.start, around.end
                if self.book.source[first - 1 : first] in {"[", "("} and self.book.source[last : last + 1] in {
                    "]",
                    ")",
                }:
                    first, last = first - 1, last + 1
                found.append((first, last))
        return found

    def answers(self, inside: Sequence[Element], silent: Sequence[Range]) -> tuple[int, ...]:
        """The places that the ways back lead to."""
        links = [e for e in inside if e.tag == "a" and any(a <= e.start < b for a, b in silent[:MOST_BACK])]
        targets = [self.book.target(self.book.fragment(link)) for link in links[:MOST_BACK]]
        return tuple(target.start for target in targets if target is not None)

    def typed(self, label: str, start: int, end: int, silent: Sequence[Range]) -> list[Range]:
        """The label that a note's own words begin with: `1. See …`, `[1] See …`, `<sup>1</sup> See …`."""
        book = self.book
        at = bisect_left(book.starts, start)
        if at < len(book.starts) and any(a <= book.starts[at] < b for a, b in silent[:3]):
            return []
        found: list[Range] = []
        sign = re.compile(LEADING.format(re.escape(label)))
        for place in range(at, min(at + 4, len(book.starts))):
            words, first = book.words[place], book.starts[place]
            match = OPENING.fullmatch(words) or sign.match(words)
            if match is None or first >= end:
                break
            found.append((first, first + match.end()))
            if match.end() < len(words):
                break
        return found

    def worded(self, start: int, end: int, silent: Sequence[Range]) -> bool:
        """Whether words stand in a range beside what is silent in it."""
        book = self.book
        last = max((stop for _, stop in silent), default=start)
        for place in range(bisect_left(book.starts, start), bisect_left(book.starts, end)):
            first, stop = book.starts[place], book.starts[place] + len(book.words[place])
            if first >= last:
                return True
            if book.words[place].strip() and not any(a <= first and stop <= b for a, b in silent):
                return True
        return False

    def leads_back(self, link: Element, start: int) -> bool:
        """Whether an element is a way back: by its name, or a link to a place before the note that says no more."""
        words = self.book.of(link, 40)
        if kinds("back") and named(link, "back"):
            return bool(ways_back().fullmatch(words))
        if link.tag != "a":
            return False
        target = self.book.target(self.book.fragment(link))
        anchor = link.get("href").strip() in {"#", ""} or "href" not in link.attrs
        if not words or (target is None and not (anchor or "#" in link.get("href"))):
            return False
        if target is not None and target.start >= start:
            return False
        return bool(ways_back().fullmatch(words)) or bool(label_of(words) and target is not None)

    def around_link(self, link: Element, holder: Element) -> Element:
        """The element around a way back that holds nothing else: `<span>^ <a>a</a> <a>b</a></span>`."""
        here = link
        for around in islice(ancestors(link), 5):
            if around is holder or is_block(around) or not ways_back().fullmatch(self.book.of(around)):
                break
            here = around
        return here

    def count(self, start: int, end: int) -> int:
        """Anchors of notes in a range."""
        return bisect_left(self.targets, end) - bisect_left(self.targets, start)

    def cited(self, element: Element) -> bool:
        """Whether markers stand in an element."""
        return bisect_left(self.marks, element.end) > bisect_left(self.marks, element.start)
