"""APA, 7th edition. It wants sentence case; titles here keep the source's capitals, for only a reader knows names."""

from __future__ import annotations

from dossier.write.cite.dates import APA, US, issued
from dossier.write.cite.line import Line, Run, italic, plain, sentences
from dossier.write.cite.people import Author
from dossier.write.cite.work import Work

MOST_LISTED, LISTED_OF_MORE = 20, 19
ANNOTATED = "[Annotated text]"


def listed(authors: tuple[Author, ...]) -> str:
    """Authors with initials: up to twenty, of more the first nineteen, three points and the last."""
    names = [author.initialled for author in authors]
    if len(names) > MOST_LISTED:
        return f"{', '.join(names[:LISTED_OF_MORE])}, \u2026 {names[-1]}"
    if len(names) > 1:
        return f"{', '.join(names[:-1])}, & {names[-1]}"
    return "".join(names)


def title(work: Work) -> Line:
    """The title with what is said in brackets behind it: upright in a periodical, else in italics."""
    head = plain(work.title) if work.periodical else italic(work.title)
    head = head if work.titled else plain(f"[{work.title}]")
    extra = ANNOTATED if work.original else f"({work.series})" if work.series else ""
    return (*head, *plain(f" {extra}" if extra else ""))


def reference(work: Work) -> Line:
    """An entry of the list of references."""
    authors = listed(work.authors)
    date = plain(f"({issued(work.issued, APA).strip('[]') or 'n.d.'})")
    heads = (plain(authors), date, title(work)) if authors else (title(work), date)
    container = "" if work.own_publisher else work.container
    entry = sentences(*heads, italic(container) if work.periodical else plain(container))
    return (*entry, *tail(work))


def tail(work: Work) -> Line:
    """The address, behind the date of access where the reader wants one, and the date of the original."""
    if work.url:
        rest: Line = (Run(" Retrieved %s, from", "today-us"), Run(f" {work.url}"))
    elif work.original:
        rest = (Run(" %s", "address"),)
    else:
        rest = ()
    when = issued(work.original.issued, US) if work.original else ""
    return (*rest, *plain(f" (Original work published {year(when)})" if when else ""))


def year(date: str) -> str:
    """The year of a date in words, as APA wants of an original; all of it where it does not end with a year."""
    last = date.strip("[]").rpartition(" ")[2]
    if not last.rstrip("?").isdigit():
        return date
    return f"ca. {last}" if date.strip("[").startswith("ca. ") else last
