"""JSON-LD in the words of schema.org: sources as articles with quotations, lists as data sets, the way to a page."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import NameType, Quote
from dossier.write import describe
from dossier.write.addresses import name_page, record_file, source_page
from dossier.write.bearers import Bearer
from dossier.write.catalogue import ABOUT, HOME, NAMES, Catalogue
from dossier.write.cite.people import Author
from dossier.write.cite.work import Work, original
from dossier.write.data import FORMATS
from dossier.write.data.package import MEDIA
from dossier.write.edtf import iso
from dossier.write.escape import file_address, one_line
from dossier.write.head.address import between, pretty, slug_of
from dossier.write.view import LITERAL, View

Node = dict[str, object]

MOST_QUOTATIONS = 12
LONGEST_QUOTATION = 400
"""Characters. A page's head is read before its text: it holds few quotations, and none that is a passage."""
SECTIONS = {"sources": "Sources", "timeline": "Timeline", "quotes": "Quotations", "names": "Names"}
SECTIONS |= {"compare": "Compare", "about": "About"}
THINGS: dict[NameType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
    "event": "Event",
    "agreement": "CreativeWork",
    "work": "CreativeWork",
    "other": "Thing",
}


def linked(shelf: Catalogue, path: str, title: str, description: str) -> Node:
    """Everything that a page says, as one graph."""
    graph = [*kind_of_page(shelf, path, title, description)]
    crumbs = way(shelf, path, title)
    return {"@context": "https://schema.org", "@graph": [filled(node) for node in (*graph, *crumbs)]}


def filled(node: Node) -> Node:
    """A node without what nobody says."""
    return {key: value for key, value in node.items() if value not in ("", None, [], {})}


def kind_of_page(shelf: Catalogue, path: str, title: str, description: str) -> Iterator[Node]:
    """The page itself, and what it is about."""
    here = between(shelf.site, path, pretty(path))
    slug = slug_of(path)
    if slug in shelf.views:
        yield from article(shelf, slug, title, description)
        return
    page: Node = {"@type": "WebPage", "@id": here, "name": title, "description": description, "inLanguage": "en"}
    page["isPartOf"] = {"@id": f"{between(shelf.site, path, '')}#site"}
    if path == HOME:
        yield {"@type": "WebSite", "@id": f"{here}#site", "name": shelf.site.name, "url": here}
    who = bearer(shelf, path)
    if who:
        page["mainEntity"] = filled(thing(who))
    files = distribution(shelf, path)
    if files:
        page["@type"] = "AboutPage" if path == ABOUT else "CollectionPage"
        page["mainEntity"] = {"@id": f"{here}#data"}
        yield page
        yield dataset(shelf, path, description, files)
    else:
        yield page


def article(shelf: Catalogue, slug: str, title: str, description: str) -> Iterator[Node]:
    """The page of a source: an article that is based on the original, and quotations in it."""
    view, path = shelf.views[slug], source_page(slug)
    here = between(shelf.site, path, pretty(path))
    work = original(view.source, shelf.bodies)
    said = list(quotations(shelf, view, here))
    yield {
        "@type": "Article",
        "@id": f"{here}#article",
        "url": here,
        "headline": title,
        "description": description,
        "author": [written_by(each) for each in work.authors],
        "datePublished": iso(work.issued),
        "inLanguage": work.language,
        "isBasedOn": filled(basis(work)),
        "isPartOf": {"@id": f"{between(shelf.site, path, '')}#site"},
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "application/json",
            "contentUrl": between(shelf.site, path, file_address(record_file(slug))),
        },
        "hasPart": [{"@id": node["@id"]} for node in said],
    }
    yield from said


def basis(work: Work) -> Node:
    """The original, as far as somebody says what it is."""
    return {
        "@type": "Article" if work.periodical else "CreativeWork",
        "name": work.title,
        "url": work.url,
        "archivedAt": work.archived,
        "datePublished": iso(work.issued),
        "inLanguage": work.language,
        "publisher": {"@type": "Organization", "name": work.container} if work.container else None,
    }


def written_by(each: Author) -> Node:
    """An author: a person where the name has a surname."""
    return {"@type": "Person" if each.given else "Organization", "name": each.plain}


def quotations(shelf: Catalogue, view: View, here: str) -> Iterator[Node]:
    """The first quotations of somebody's own words, whole and in one piece, each at its place on the page."""
    left = MOST_QUOTATIONS
    for quote in view.source.annotations.quotes:
        if not left:
            return
        if fits(view, quote):
            left -= 1
            who = shelf.speaker(quote.speaker)
            yield filled(
                {
                    "@type": "Quotation",
                    "@id": f"{here}#{quote.id}",
                    "text": one_line(view.reading(quote.span)),
                    "spokenByCharacter": {"@type": THINGS[who.type], "name": one_line(who.name)} if who else None,
                    "dateCreated": iso(quote.said),
                }
            )


def fits(view: View, quote: Quote) -> bool:
    """Whether a quotation can be told in a head: speech, in one piece, short, and shown on the page with its id."""
    if quote.kind != "speech" or len(quote.parts) > 1 or quote.span.end - quote.span.start > LONGEST_QUOTATION:
        return False
    block = view.block_at(quote.span.start)
    return block is not None and block.shown and block.role not in LITERAL


def bearer(shelf: Catalogue, path: str) -> Bearer | None:
    """Whose page this is, where it is one of a name."""
    if not path.startswith("names/") or path == NAMES:
        return None
    id = path.removeprefix("names/").removesuffix(".md").removesuffix("_")
    who = shelf.by_id.get(id)
    return who if who and name_page(who.id) == path else None


def thing(who: Bearer) -> Node:
    """The bearer of a name."""
    same = [f"https://www.wikidata.org/wiki/{value}" for scheme, value in who.links if scheme == "wikidata"]
    return {"@type": THINGS[who.type], "name": who.name, "description": who.description, "sameAs": same}


def distribution(shelf: Catalogue, path: str) -> list[Node]:
    """The data files that hold what a page lists; all of them on the page about the site."""
    stem = {"sources": "bibliography"}.get(path.removesuffix("/index.md"), path.removesuffix("/index.md"))
    chosen = [each for each in FORMATS if path == ABOUT or each.path.rpartition(".")[0] == stem]
    return [
        {
            "@type": "DataDownload",
            "name": each.path,
            "description": each.what,
            "encodingFormat": MEDIA[each.path.rpartition(".")[2]],
            "contentUrl": between(shelf.site, path, f"data/{each.path}"),
        }
        for each in chosen
    ]


def dataset(shelf: Catalogue, path: str, description: str, files: list[Node]) -> Node:
    """What a page lists, as data."""
    section = SECTIONS.get(path.partition("/")[0], "")
    size = describe.count(shelf.numbers["sources"], "source")
    name = shelf.site.name if path == ABOUT else f"{shelf.site.name}: {section}"
    return {
        "@type": "Dataset",
        "@id": f"{between(shelf.site, path, pretty(path))}#data",
        "name": name,
        "description": f"{description} The data of {size}, by source and passage.",
        "isAccessibleForFree": True,
        "distribution": files,
    }


def way(shelf: Catalogue, path: str, title: str) -> Iterator[Node]:
    """The way from the home page to this one."""
    if path == HOME:
        return
    section, found, rest = path.partition("/")
    steps = [("Home", HOME)]
    if found and section in SECTIONS and rest != "index.md":
        steps.append((SECTIONS[section], f"{section}/index.md"))
    steps.append((title, path))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": between(shelf.site, path, pretty(page))}
            for at, (name, page) in enumerate(steps, 1)
        ],
    }
