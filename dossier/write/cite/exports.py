"""A work for reference managers: BibTeX, RIS and CSL-JSON. What nobody says is left out."""

from __future__ import annotations

import re

from dossier.write.cite.dates import US, between
from dossier.write.cite.people import Author
from dossier.write.cite.work import Work
from dossier.write.edtf import DATE, SEASONS, in_words
from dossier.write.escape import one_line

BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
BIBTEX |= {sign: f"\\{sign}" for sign in "{}%&$#_"}
EDTF = re.compile(r"[\dX~?/.-]+")
"""What BibLaTeX reads as a date: ranges, seasons, doubts and unknown digits too."""
PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")


def parts(edtf: str) -> list[int]:
    """Year, month and day as far as a date is plain numbers; [] for any other."""
    found = PLAIN.fullmatch(edtf)
    return [int(part) for part in found.groups() if part] if found else []


def remark(work: Work) -> str:
    """What no field holds: how the date was inferred or is in doubt, a kept copy, and where a page's text is from."""
    said = []
    if work.between:
        said.append(f"Undated; by its own words {between(work.between, US).strip('[]')}")
    elif work.issued and not parts(work.issued):
        said.append(f"Dated {in_words(work.issued)}")
    if work.archived:
        said.append(f"Archived at {work.archived}")
    first = work.original
    if first:
        where = [first.container, in_words(first.issued) if first.issued else ""]
        told = ", ".join(filter(None, where))
        said.append(f"Annotated text, originally published: {told}" if told else "Annotated text")
    return ". ".join(said)


def bibtex(work: Work) -> str:
    """An `@online` entry for BibLaTeX, without its last line end."""
    fields = {
        "title": tex(work.title),
        "author": " and ".join(tex_author(each) for each in work.authors),
        "organization": tex(work.container),
        "series": tex(work.series),
        "date": work.issued if EDTF.fullmatch(work.issued) else "",
        "url": tex(work.url),
        "language": tex(work.language),
        "note": tex(remark(work)),
    }
    lines = [f"  {key} = {{{text}}}," for key, text in fields.items() if text]
    return "\n".join([f"@online{{{work.key},", *lines, "}"])


def tex(text: str) -> str:
    """Text inside a braced value."""
    return "".join(BIBTEX.get(char, char) for char in one_line(text))


def tex_author(each: Author) -> str:
    """An author as BibTeX divides names; a body's is braced."""
    if not each.given:
        return f"{{{tex(each.surname)}}}"
    # A comma inside a part would divide it again.
    return ", ".join(tex(part).replace(",", "{,}") for part in (each.surname, each.suffix, each.given) if part)


def ris(work: Work) -> str:
    """A record of type ELEC, its lines ended as RIS wants."""
    lines = [("TY", "ELEC"), ("ID", work.key), ("TI", work.title)]
    lines += [("AU", each.inverted if not each.eastern else f"{each.family}, {each.given}") for each in work.authors]
    date = parts(work.issued)
    lines += [("PB", work.container), ("T3", work.series), ("PY", str(date[0]) if date else "")]
    lines += [("DA", "/".join(f"{part:02d}" for part in date)), ("UR", work.url)]
    lines += [("LA", work.language), ("N1", remark(work))]
    return "".join(f"{tag}  - {one_line(text)}\r\n" for tag, text in lines if text) + "ER  - \r\n"


def csl(work: Work) -> dict[str, object]:
    """An item of CSL-JSON."""
    first = work.original
    item: dict[str, object] = {
        "id": work.key,
        "type": work.kind,
        "title": work.title,
        "author": [csl_author(each) for each in work.authors],
        "container-title": work.container,
        "collection-title": work.series,
        "issued": csl_date(work.issued) or csl_season(work.issued),
        "original-date": csl_date(first.issued) if first else None,
        "original-publisher": first.container if first else "",
        "URL": work.url,
        "language": work.language,
        "note": remark(work),
    }
    return {key: each for key, each in item.items() if each}


def csl_author(each: Author) -> dict[str, str]:
    """A name in its parts, or whole where it is a body's."""
    if not each.given:
        return {"literal": each.surname}
    found = {"family": each.family, "given": each.given, "non-dropping-particle": each.particle, "suffix": each.suffix}
    return {key: part for key, part in found.items() if part}


def csl_date(edtf: str) -> dict[str, object] | None:
    """A date, a range, or one that is about right; None where CSL has no form for it."""
    ends = [DATE.fullmatch(end) for end in edtf.split("/")] if edtf else []
    found = [parts(f"{end[0]}".rstrip("~?%")) if end else [] for end in ends]
    if not found or not all(found):
        return None
    doubt = any(end and end["doubt"] for end in ends)
    return {"date-parts": found, **({"circa": True} if doubt else {})}


def csl_season(edtf: str) -> dict[str, object] | None:
    """A season of a year, which CSL counts from spring; None for any other date."""
    found = DATE.fullmatch(edtf)
    if not found or found["day"] or not PLAIN.fullmatch(found["year"]) or found["month"] not in map(str, SEASONS):
        return None
    return {"date-parts": [[int(found["year"])]], "season": int(found["month"]) - min(SEASONS) + 1}
