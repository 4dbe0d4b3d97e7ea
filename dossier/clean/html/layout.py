"""A page laid out: its tree walked once, its words set into runs, its elements listed with the runs they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dossier.clean.html.kinds import inline_kind
from dossier.clean.html.names import BLOCKS, VOID
from dossier.clean.html.nodes import Element, Markup, Node, Ref, Text, elements
from dossier.clean.html.runs import Page, Spot
from dossier.clean.html.setter import Setter, mark_of

BREAKERS = BLOCKS - {"br"}
"""Elements at whose edges a run ends."""
DISPLAY_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)


def steps(root: Element) -> Iterator[tuple[Node, bool]]:
    """Every node as it is entered (True) and every element as it is left (False)."""
    waiting: list[tuple[Node, bool]] = [(root, True)]
    while waiting:
        node, entering = waiting.pop()
        yield node, entering
        if entering and isinstance(node, Element):
            waiting.append((node, False))
            waiting.extend((child, True) for child in reversed(node.children))


def leads_away(element: Element) -> bool:
    """Whether an element is a link to another page; links within the page are notes and anchors of headings."""
    return element.tag == "a" and not element.get("href").startswith("#") and "href" in element.attrs


def is_block(element: Element) -> bool:
    """Whether a run ends where an element begins and ends."""
    return element.tag in BREAKERS or not element.tag or bool(DISPLAY_BLOCK.search(element.get("style")))


def lay_out(root: Element, source: str) -> Page:
    """The runs of a page."""
    setter = Setter(source)
    stack: list[int] = []
    where: dict[int, int] = {}
    for node, entering in steps(root):
        if isinstance(node, Element):
            if entering:
                enter(setter, node, stack, where)
            else:
                leave(setter, node, stack)
        elif isinstance(node, Text):
            setter.text(node.start, node.end)
        elif isinstance(node, Ref):
            setter.ref(node)
        else:
            markup(setter, node)
    setter.finish()
    return Page(source, setter.spots, setter.runs, setter.rest, where)


def markup(setter: Setter, node: Markup) -> None:
    """A comment, a script, a stray tag; the end tag of inline markup that reaches no further."""
    setter.silent(node.start, node.end, node.kind)
    if node.kind == "stray-tag":
        for at, (element, start) in enumerate(setter.open):
            if element.closed == node.start:
                setter.span(element, start, setter.size)
                setter.open.pop(at)
                setter.links -= leads_away(element)
                return


def enter(setter: Setter, element: Element, stack: list[int], where: dict[int, int]) -> None:
    """An element begins."""
    block = is_block(element)
    if block:
        setter.finish()
    where[id(element)] = len(setter.spots)
    stack.append(len(setter.spots))
    setter.spots.append(Spot(element, stack[-2] if len(stack) > 1 else -1, len(setter.runs)))
    if element.tag == "br":
        setter.line_break(element)
        return
    if not block:
        mute(setter, element)
    setter.silent(element.start, element.inner, "tag")
    if block or not setter.holder:
        setter.holder.append(element)
    if element.tag == "pre" and tells(element, setter.source):
        setter.parted += 1
    elif element.tag == "pre":
        setter.pre += 1
    if is_denominator(element) and setter.bits and not setter.muted:
        setter.fraction()
    if mark_of(element) and len(setter.open) < MOST_OPEN:
        setter.open.append((element, setter.size))
        setter.links += leads_away(element)


def is_denominator(element: Element) -> bool:
    """Whether an element is the second part of a fraction in a formula."""
    parent = element.parent
    return parent is not None and parent.tag == "mfrac" and element is next(islice(parent.elements, 1, None), None)


LONGEST_LINE = 200
"""Elements among which a block is looked for in what may be a part of a line."""
MOST_OPEN = 40
"""Marks that are open at once; markup nested deeper is a fault of the page."""
SIGNS = re.compile(r"[{}<>=;|\\\[\]_#$]")
"""Signs of which code has many and running text few."""
FEW_SIGNS = 0.02
SENTENCES = 3
"""Sentences that a listing of running text has, at least."""
SAMPLE = 20_000
STOPS = re.compile(r"[a-z]{2}[.?!][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(]?[A-Z]")
NAMED_CODE = re.compile(r"code|highlight|prettyprint|source|listing|lang|brush|syntax", re.IGNORECASE)


def tells(element: Element, source: str) -> bool:
    """Whether a `<pre>` holds running text, as old reports, letters and court opinions do, rather than code."""
    if NAMED_CODE.search(element.get("class")) or any(each.tag in {"code", "pre"} for each in below(element)):
        return False
    text = source[element.inner : min(element.inner_end, element.inner + SAMPLE)]
    text = re.sub(r"<[^<>]{0,500}>", "", text)
    return len(STOPS.findall(text)) >= SENTENCES and len(SIGNS.findall(text)) <= FEW_SIGNS * len(text)


def below(element: Element) -> Iterator[Element]:
    """The elements within one."""
    return (each for each in elements(element) if each is not element)


def mute(setter: Setter, element: Element) -> None:
    """Pass over the words of an inline element that are no text, if it holds no block."""
    kind = "" if setter.muted else inline_kind(element)
    if kind and not any(is_block(each) for each in islice(elements(element), LONGEST_LINE)):
        setter.muted.append(f"page-{kind}")
        setter.muting.append(element)


def leave(setter: Setter, element: Element, stack: list[int]) -> None:
    """An element ends."""
    block = is_block(element)
    if block:
        setter.finish()
    spot = setter.spots[stack.pop()]
    spot.high = len(setter.runs) + (1 if setter.bits else 0)
    spot.last = len(setter.spots) - 1
    if element.tag == "br":
        return
    if setter.muting and setter.muting[-1] is element:
        setter.muting.pop()
        setter.muted.pop()
    if mark_of(element) and setter.open and any(e is element for e, _ in setter.open):
        at = max(n for n, (e, _) in enumerate(setter.open) if e is element)
        setter.span(element, setter.open.pop(at)[1], setter.size)
        setter.links -= leads_away(element)
    if element.tag == "pre" and setter.pre:
        setter.pre -= 1
    elif element.tag == "pre":
        setter.parted -= 1
    if setter.holder and setter.holder[-1] is element:
        setter.holder.pop()
    if element.tag not in VOID:
        setter.silent(element.inner_end, element.end, "tag")
