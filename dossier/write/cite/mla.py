"""MLA, 9th edition."""

from __future__ import annotations

from dossier.write.cite.dates import MLA, between, issued
from dossier.write.cite.line import Line, Run, capital, commas, italic, name, plain, sentences
from dossier.write.cite.people import Author
from dossier.write.cite.work import Work

PAIR = 2


def listed(authors: tuple[Author, ...]) -> str:
    """One author inverted, two joined, of three or more the first and "et al."."""
    if len(authors) > PAIR:
        return f"{authors[0].inverted}, et al."
    return ", and ".join([author.plain if at else author.inverted for at, author in enumerate(authors)])


def origin(work: Work) -> Line:
    """What a page shows and where that was published first."""
    first = work.original
    if first is None:
        return ()
    when = plain(issued(first.issued, MLA).replace("ca. ", "circa "))
    if first.container:
        return commas((*plain("Annotated text, originally published in "), *italic(first.container)), when)
    return (*plain("Annotated text, originally dated "), *when) if when else plain("Annotated text")


def entry(work: Work) -> Line:
    """An entry of the works cited. MLA leaves out a date that nobody knows."""
    container = () if work.own_publisher else italic(work.container)
    date = issued(work.issued, MLA).replace("ca. ", "circa ") or between(work.between, MLA)
    place = commas(container, plain(work.series), plain(date), plain(work.url))
    head = sentences(plain(listed(work.authors)), name(work.title, ".", titled=work.titled))
    found: list[Run] = [*head]
    if work.original and not work.url:
        found += [Run(" "), *place, Run(", %s", "address"), Run(".")]
    elif place:
        found += [Run(" "), *sentences(place if container or place == plain(work.url) else capital(place))]
    found.append(Run(" Accessed %s.", "today-mla"))
    rest = sentences(plain(f"Archived at {work.archived}" if work.archived else ""), origin(work))
    return (*found, *((Run(" "), *rest) if rest else ()))
