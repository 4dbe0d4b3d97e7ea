"""Chicago, 18th edition, notes and bibliography."""

from __future__ import annotations

from dossier.write.cite.dates import US, between, issued
from dossier.write.cite.line import Line, Run, capital, commas, italic, name, plain, sentences, words
from dossier.write.cite.people import Author
from dossier.write.cite.work import Work

MOST_LISTED, LISTED_OF_MORE, MOST_IN_NOTE = 6, 3, 2
ANNOTATED = "annotated text"


def listed(authors: tuple[Author, ...]) -> str:
    """Authors of a bibliography: the first inverted; of more than six, three and "et al."."""
    names = [author.plain if at else author.inverted for at, author in enumerate(authors)]
    if len(names) > MOST_LISTED:
        return f"{', '.join(names[:LISTED_OF_MORE])}, et al."
    if len(names) > 1:
        return f"{', '.join(names[:-1])}, and {names[-1]}"
    return "".join(names)


def named(authors: tuple[Author, ...]) -> str:
    """Authors of a note: of more than two, the first and "et al."."""
    names = [author.plain for author in authors]
    return f"{names[0]} et al." if len(names) > MOST_IN_NOTE else " and ".join(names)


def date(work: Work) -> str:
    """The date, or that there is none and what the work's own words say of it."""
    return issued(work.issued, US) or " ".join(filter(None, ["n.d.", between(work.between, US)]))


def publication(work: Work, *, lead: bool = False) -> Line:
    """Who published it and when; `lead` where the publisher stands at the head already."""
    container = "" if lead or work.own_publisher else work.container
    return commas(italic(container) if work.periodical else plain(container), plain(date(work)))


def dated(work: Work, *, lead: bool) -> Line:
    """The same as a sentence, whose first word a title or a date may be."""
    line = publication(work, lead=lead)
    return line if work.container and not lead else capital(line)


def address(work: Work) -> Line:
    """Where it is; the address of a page whose site is not known is the reader's."""
    if work.url:
        return plain(work.url)
    return (Run("%s", "address"),) if work.original else ()


def archived(work: Work) -> Line:
    """Where a copy of it is kept."""
    return plain(f"archived at {work.archived}" if work.archived else "")


def origin(work: Work) -> Line:
    """Where the work that a page shows was published first, as far as somebody says."""
    first = work.original
    when = issued(first.issued, US) if first else ""
    if first is None or not (first.container or when):
        return ()
    if not first.container:
        return plain(f"originally dated {when}")
    where = italic(first.container) if first.periodical else plain(first.container)
    return commas((*plain("originally published in "), *where), plain(when))


def bibliography(work: Work) -> Line:
    """An entry of the bibliography."""
    authors = listed(work.authors)
    lead = not authors and bool(work.container) and work.original is None
    entry = sentences(
        plain(authors or (work.container if lead else "")),
        name(work.title, ".", titled=work.titled),
        plain(work.series),
        plain(ANNOTATED.capitalize() if work.original else ""),
        dated(work, lead=lead),
    )
    seen = (Run(" Accessed %s.", "today-us"),)
    return (*entry, *seen, *tail(work))


def tail(work: Work) -> Line:
    """What follows the date of access in a bibliography."""
    rest: list[Run] = []
    for part in (address(work), archived(work), origin(work)):
        if part and part[0].filled_later:
            rest.append(Run(" %s.", part[0].kind))
        elif part:
            rest += [Run(" "), *sentences(part if part == plain(work.url) else capital(part))]
    return tuple(rest)


def note(work: Work) -> Line:
    """A first note."""
    entry = commas(
        plain(named(work.authors)),
        name(work.title, ",", titled=work.titled),
        plain(work.series),
        plain(ANNOTATED if work.original else ""),
        publication(work),
    )
    rest: list[Run] = [Run(", accessed %s", "today-us")]
    where = address(work)
    if where and where[0].filled_later:
        rest.append(Run(", %s", where[0].kind))
    elif where:
        rest += [Run(", "), *where]
    for part in (archived(work), origin(work)):
        rest += [Run("; "), *part] if part else []
    line = (*entry, *rest)
    return line if words(line).endswith(".") and not where else (*line, Run("."))
