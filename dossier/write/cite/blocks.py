"""The two blocks of a source's page: how to cite the original, and how to cite the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Container
from dataclasses import dataclass

from dossier.model import Source
from dossier.write.cite import apa, chicago, mla
from dossier.write.cite.exports import bibtex, csl, ris
from dossier.write.cite.line import Line, Run
from dossier.write.cite.work import Work, original, page
from dossier.write.escape import Safe, attribute, preformatted
from dossier.write.site import Site

STYLES: tuple[tuple[str, str, Callable[[Work], Line]], ...] = (
    ("chicago", "Chicago, bibliography", chicago.bibliography),
    ("chicago-note", "Chicago, note", chicago.note),
    ("apa", "APA", apa.reference),
    ("mla", "MLA", mla.entry),
)
"""Each style's id, its name, and the function that writes it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to cite: its id and name, and the citation as HTML, in a frame of its own where its lines matter."""

    id: str
    name: str
    html: Safe
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its id, what it is headed, and its forms."""

    id: str
    title: str
    forms: tuple[Form, ...]


def blocks(source: Source, site: Site, path: str, bodies: Container[str] = ()) -> tuple[Block, Block]:
    """Both blocks. `path` is the address of the page under the site's, `bodies` are names of organisations."""
    first = original(source, bodies)
    return (
        Block("cite-original", "Cite the original", forms(first)),
        Block("cite-page", "Cite this page", forms(page(first, site, path))),
    )


def forms(work: Work) -> tuple[Form, ...]:
    """A work in every style and format."""
    styled = tuple(Form(id, name, html(write(work))) for id, name, write in STYLES)
    return (
        *styled,
        Form("bibtex", "BibTeX", framed(bibtex(work), "}", BIBTEX_LATER, work), framed=True),
        Form("ris", "RIS", framed(ris(work).replace("\r\n", "\n").rstrip(), "ER  -", RIS_LATER, work), framed=True),
        Form("csl", "CSL-JSON", framed(as_text(csl(work)), "\n}", CSL_LATER, work), framed=True),
    )


BIBTEX_LATER = (Run("  url = {%s},\n", "address"), Run("  urldate = {%s},\n", "today-iso"))
RIS_LATER = (Run("UR  - %s\n", "address"), Run("Y2  - %s\n", "today-slashes"))
CSL_LATER = (Run(',\n  "URL": "%s"', "address"), Run(',\n  "accessed": {"date-parts": [[%s]]}', "today-parts"))
"""What only the reader's browser knows, in each format: the address of a page, and the day."""


def as_text(item: dict[str, object]) -> str:
    """An item of CSL-JSON, a member a line."""
    members = ",\n".join(f"  {json.dumps(key)}: {json.dumps(each, ensure_ascii=False)}" for key, each in item.items())
    return f"{{\n{members}\n}}"


def framed(text: str, end: str, later: tuple[Run, Run], work: Work) -> Safe:
    """A record as the inside of a `<pre>`, with places for the address and the day before its last sign."""
    head, found, tail = text.rpartition(end)
    wanted = [run for run in later if run.kind != "address" or (work.original and not work.url)]
    return Safe(f"{preformatted(head)}{''.join(map(element, wanted))}{preformatted(found + tail)}")


def html(line: Line) -> Safe:
    """A styled citation as HTML on one line."""
    return Safe("".join(map(element, line)))


def element(run: Run) -> str:
    """One run. What is filled later is an empty element that says what goes there and between which words."""
    if run.filled_later:
        form = "".join("&#10;" if char == "\n" else attribute(char) for char in run.text)
        return f'<span data-fill="{run.kind}" data-form="{form}"></span>'
    words = attribute(run.text)
    return f"<i>{words}</i>" if run.kind == "italic" else words
