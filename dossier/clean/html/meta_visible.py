"""What a reader sees around the title: byline, date, subtitle; and microdata, whose values are the page's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from dossier.clean.datelines import printed_date
from dossier.clean.html.meta_dates import alone, line_date, machine_date
from dossier.clean.html.meta_people import people, signed
from dossier.clean.html.meta_view import BEFORE, BEHIND, HEADING_TAGS, Line, View, line_of, named
from dossier.clean.html.names import tags
from dossier.clean.html.nodes import Element, ancestors, by_tag, elements
from dossier.clean.html.said import Said, fold
from dossier.clean.shapes import word_count

CLOSE = 400
"""Visible characters behind the heading in which a line may be its date by its words alone."""
BYLINE_LONG = 250
DATE_LONG = 160
DATE_WORDS = 25
LARGEST = 8000
"""Characters of the seed that a byline takes at most, its markup included."""
MOST = 400
"""Elements that are looked at for one thing."""
DAY = len("2001-01-01")
LATER = 2
DASH = re.compile(r"\s*(?:--|[\u2013\u2014:]|&mdash;|&ndash;|&#821[12];|\()")
LINES = tags("p div span h2 h3 h4 h5 h6 td li dd address b strong font em i cite small center a section header")
"""Elements that may hold a line of the head."""
SUBTITLE_WORDS = (3, 60)
ITEMS = {
    "headline": ("title", "microdata"),
    "datepublished": ("published", "microdata"),
    "datecreated": ("published", "microdata-created"),
    "datemodified": ("modified", "modified"),
    "inlanguage": ("language", "microdata"),
    "publisher": ("publisher", "microdata"),
    "alternativeheadline": ("subtitle", "microdata"),
}
VALUES = ("content", "datetime")


def microdata(view: View) -> Iterator[Said]:
    """`itemprop` and RDFa `property` values of the article, in order."""
    heads = [e for head in by_tag(view.root, ("head",)) for e in head.elements]
    for element in (*heads, *view.inside):
        names = f"{element.get('itemprop')} {element.get('property')}".lower().split()
        for name in names:
            key, rule = ITEMS.get(name.rpartition(":")[2], ("", ""))
            if key:
                yield from valued(nested(element, "name") if key == "publisher" else element, key, rule, view.source)


def nested(element: Element, name: str) -> Element:
    """The element below that holds one property of the thing, else the element itself."""
    return next((e for e in elements(element) if e is not element and e.get("itemprop") == name), element)


def valued(element: Element, key: str, rule: str, source: str) -> Iterator[Said]:
    """An element's machine value, else its words."""
    for name in VALUES:
        if element.get(name).strip():
            yield Said(key, " ".join(element.get(name).split()), *element.places[name], rule)
            return
    line = line_of(element, source)
    if line:
        yield Said(key, line.flat, *line.span(0, len(line.text)), rule, element)


def bylines(view: View, houses: Sequence[str]) -> Iterator[Said]:
    """Who signs the page, as it shows it: by what its elements are named, else by a line that begins with `By`."""
    strong: list[Said] = []
    for element in islice((e for e in view.inside if authored(e)), MOST):
        sure = "author" in element.get("rel").split() or element.get("itemprop") == "author"
        if BEFORE <= view.distance(element) <= BEHIND or sure or in_article(element, view):
            strong += names(element, view.source, houses, "byline")
    near = [each for each in strong if each.element and BEFORE <= view.distance(each.element) <= BEHIND]
    yield from group(near or strong, view)
    for element in (e for e in view.around() if e.tag in LINES):
        line = line_of(element, view.source, BYLINE_LONG)
        if line and signed(line.flat):
            yield from names(element, view.source, houses, "byline-words")
    yield from sole_author(view, houses)


def sole_author(view: View, houses: Sequence[str]) -> list[Said]:
    """The one name that all `rel="author"` links of the page hold, wherever they stand; none where they differ."""
    links = (e for e in elements(view.root) if "author" in e.get("rel").lower().split())
    found = [said for link in islice(links, MOST) for said in names(link, view.source, houses, "rel-author")]
    return found[:1] if len({fold(said.value) for said in found}) == 1 else []


def authored(element: Element) -> bool:
    """Whether an element's names say that it holds the author."""
    return named(element, "byline", "class", "id", "itemprop", "rel", "data-testid")


def in_article(element: Element, view: View) -> bool:
    """Whether an element and the heading share an `<article>`."""
    inside = next((e for e in ancestors(element) if e.tag == "article"), None)
    return bool(inside and view.heading and inside.start <= view.heading.start < inside.end)


def names(element: Element, source: str, houses: Sequence[str], rule: str) -> Iterator[Said]:
    """The names that a byline's element holds: those marked as such inside it, else those of its words."""
    if element.get("itemprop") == "author" and element.get("content"):
        value = " ".join(element.get("content").split())
        for start, end in people(value, houses, listed=True):
            yield Said("authors", value[start:end], *element.places["content"], rule)
        return
    if element.inner_end - element.inner > LARGEST:
        return
    marked = [e for e in elements(element) if e is not element and marks_name(e)]
    for each in marked or [element]:
        line = line_of(each, source, BYLINE_LONG)
        if line:
            for start, end in people(line.text, houses, listed=bool(marked)):
                yield Said("authors", line.flat[start:end], *line.span(start, end), rule, each)


def marks_name(element: Element) -> bool:
    """Whether an element inside a byline is marked as one name."""
    return element.get("itemprop") == "name" or "fn" in element.classes or "author" in element.get("rel").split()


def group(found: Sequence[Said], view: View) -> Iterator[Said]:
    """The names of the byline nearest to the heading, each once: later ones are boxes about the author."""
    seen: set[str] = set()
    last: Said | None = None
    for each in found:
        if fold(each.value) in seen:
            continue
        if last and view.seen(each.start) - view.seen(last.end) > CLOSE:
            return
        seen.add(fold(each.value))
        last = each
        yield each


def datelines(view: View) -> Iterator[Said]:
    """The dates that the page prints or marks around its heading, the likeliest first."""
    found: list[tuple[tuple[int, int, int], Said]] = []
    far = (e for e in view.inside if view.distance(e) > BEHIND and (e.tag == "time" or named(e, "date", "class", "id")))
    for element in (*view.around(), *islice(far, MOST)):
        place = view.distance(element)
        zone = 0 if 0 <= place <= CLOSE else 1 if place <= BEHIND else 2
        for rank, said in dated(element, view, place):
            if zone == 2 and rank > 1:  # noqa: PLR2004 - far from the heading, where only what says so is its date
                continue
            told = replace(said, rule="dateline-above") if place < 0 and rank > 1 and said.rule == "dateline" else said
            found.append(((zone, rank, abs(place)), told))
    yield from (said for _, said in sorted(found, key=lambda each: each[0]))


def dated(element: Element, view: View, place: int) -> Iterator[tuple[int, Said]]:
    """What one element says of the date, ranked: 0 marked as published, 1 told so, 2 and more by place, 8 later."""
    if element.tag == "time" or (element.tag == "abbr" and element.get("title")) or "published" in element.classes:
        yield from of_time(element, line_of(element, view.source, DATE_LONG))
        return
    close = abs(place) <= CLOSE
    by_name = named(element, "date", "class", "id", "itemprop")
    if not by_name and not (close and element.tag in LINES):
        return
    line = line_of(element, view.source, DATE_LONG)
    date = line_date(line.flat) if line else None
    if not line or not date:
        if close and element.tag == "p":
            yield from opening_date(element, view)
        return
    edtf, start, end, told = date
    whole = len(edtf) == DAY
    if any(child.tag == "time" for child in elements(element)) or not (
        by_name or told == 0 or (whole and alone(line.flat))
    ):
        return
    later = told == LATER or word_count(line.flat) > DATE_WORDS
    rank = 8 if later else (1 if told == 0 else 2 if alone(line.flat) else 3) + (0 if whole else 3)
    yield rank, Said("modified" if later else "published", edtf, *line.span(start, end), "dateline", element)


def opening_date(element: Element, view: View) -> Iterator[tuple[int, Said]]:
    """The date with which an article's first paragraph opens: `Feb. 23, 2015 -- A study …`."""
    start = (
        element.inner
        + len(view.source[element.inner : element.inner + 40])
        - len(view.source[element.inner : element.inner + 40].lstrip())
    )
    text = view.source[start : start + 60]
    date = printed_date(text)
    if date and not date.start and len(date.edtf) == DAY and DASH.match(text, date.end):
        yield 4, Said("published", date.edtf, start, start + date.end, "dateline-opening")


def of_time(element: Element, line: Line | None) -> Iterator[tuple[int, Said]]:
    """A `<time>` or hAtom date: its printed words where they are a whole date, else its machine value."""
    names = " ".join(
        [
            element.get("class"),
            element.get("itemprop"),
            element.get("id"),
            element.parent.get("class") if element.parent else "",
        ]
    ).lower()
    first = "publish" in names or "pubdate" in names or "pubdate" in element.attrs
    later = not first and any(word in names for word in ("updated", "modified"))
    printed = line_date(line.flat) if line else None
    if printed and printed[3] == LATER:
        later = True
    key, rank = ("modified", 8) if later else ("published", 0 if first else 1)
    if printed and line and len(printed[0]) == DAY:
        yield rank, Said(key, printed[0], *line.span(printed[1], printed[2]), "dateline", element)
        return
    for name in ("datetime", "content", "title", "data-datetime"):
        if value := machine_date(element.get(name)):
            yield rank, Said(key, value, *element.places[name], "time-element", element)
            return
    if printed and line:
        yield rank + 1, Said(key, printed[0], *line.span(printed[1], printed[2]), "dateline", element)


def subtitles(view: View) -> Iterator[Said]:
    """The line under the title: named as one, or a lower heading right behind it."""
    for element in view.inside:
        if not 0 <= view.distance(element) <= CLOSE or element is view.heading:
            continue
        follows = element.tag in HEADING_TAGS and view.distance(element) == 0 and same_head(element, view)
        if named(element, "subtitle", "class", "id", "itemprop") or follows:
            line = line_of(element, view.source, 600)
            if (
                line
                and SUBTITLE_WORDS[0] <= word_count(line.text) <= SUBTITLE_WORDS[1]
                and not signed(line.text)
                and not line_date(line.text)
            ):
                yield Said("subtitle", line.flat, *line.span(0, len(line.text)), "subtitle-element", element)
                return


def same_head(element: Element, view: View) -> bool:
    """Whether an element stands in one `<header>` or `<hgroup>` with the heading."""
    head = next((e for e in ancestors(element) if e.tag in {"header", "hgroup"}), None)
    return bool(head and view.heading and head.start < view.heading.start < head.end)
