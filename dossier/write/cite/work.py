"""What is cited: a source as it was published, and the page that shows it here."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from dossier.lexicon import table
from dossier.model import Fact, Source
from dossier.write import describe
from dossier.write.cite.people import Author, people
from dossier.write.escape import address, live, one_line
from dossier.write.site import Site

PERIODICALS = ("article-newspaper", "article-magazine", "article-journal")


@dataclass(frozen=True, slots=True)
class Work:
    """What a citation says of one thing; "" is what nobody says.

    `kind` is a type of CSL. `issued` is an EDTF date, `between` the EDTF interval inferred for an undated work.
    `original` is the work that a page of the dossier shows. `titled` is False where `title` is a stand-in of ours.
    """

    key: str
    title: str
    authors: tuple[Author, ...] = ()
    container: str = ""
    series: str = ""
    issued: str = ""
    between: str = ""
    url: str = ""
    archived: str = ""
    language: str = ""
    kind: str = "webpage"
    titled: bool = True
    original: Work | None = None

    @property
    def periodical(self) -> bool:
        """Whether it appeared in a newspaper, magazine or journal, as far as an editor says."""
        return self.kind in PERIODICALS

    @property
    def own_publisher(self) -> bool:
        """Whether the author and who published it are one, which is then named once."""
        return len(self.authors) == 1 and self.authors[0].plain == self.container


def original(source: Source, bodies: Container[str] = ()) -> Work:
    """The source as it was published. `bodies` are names known to be organisations'."""
    meta = source.document.meta
    publisher = said(meta.publisher)
    url, archived = (said(fact) if fact and live(fact.value) else "" for fact in (meta.url, meta.archived_url))
    clues = describe.between(source)
    return Work(
        key=source.slug,
        title=one_line(describe.title(source)),
        authors=people((fact.value for fact in meta.authors), bodies, publisher),
        container=publisher,
        series=said(meta.series),
        issued=said(meta.published),
        between=said(clues) if clues and not meta.published else "",
        url=str(address(url or archived)),
        archived=str(address(archived)) if url else "",
        language=said(meta.language),
        kind=kind(said(meta.kind)),
        titled=meta.title is not None,
    )


def page(work: Work, site: Site, path: str) -> Work:
    """The page of this site that shows a work; `path` is its address under the site's.

    Nobody dates it: what is written may change with every build, and the reader's day is the date of access.
    """
    return replace(
        work,
        key=f"{work.key}-annotated",
        container=one_line(site.name),
        series="",
        issued="",
        between="",
        url=f"{site.url}{path}" if site.url else "",
        archived="",
        kind="webpage",
        original=work,
    )


def said(fact: Fact | None) -> str:
    """A value of the metadata on one line, "" for none."""
    return one_line(fact.value).strip() if fact else ""


def kind(words: str) -> str:
    """The type of CSL that an editor's word for a source means; a page of the web where it means none."""
    for name, terms in table("en", "kinds").items():
        if isinstance(terms, list) and words.lower() in terms:
            return str(name)
    return "webpage"
