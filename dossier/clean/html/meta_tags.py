"""What the head of a page says in its tags: Open Graph, article, citation and Dublin Core tags, links, attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dossier.clean.html.nodes import Element, Markup, by_tag, walk, words
from dossier.clean.html.said import Said

TAGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "title": {
        "citation-tags": ("citation_title", "bepress_citation_title", "eprints.title", "prism.title"),
        "open-graph": ("og:title",),
        "twitter-card": ("twitter:title", "twitter:text:title"),
        "dublin-core": ("dc.title", "dcterms.title", "dc.title.main"),
        "analytics-tags": ("sailthru.title", "parsely-title", "cxenseparse:title", "vr:title", "hdl", "hdl_p"),
        "meta-tags": ("title", "headline", "article-title", "article:title", "wt.ti", "fb_title", "short_title"),
    },
    "authors": {
        "citation-tags": ("citation_author", "citation_authors", "bepress_citation_author", "eprints.creators_name"),
        "article-tags": ("article:author", "article:author_name", "og:article:author", "og:author", "book:author"),
        "dublin-core": ("dc.creator", "dcterms.creator", "dc.contributor.author", "dc.creator.personalname"),
        "analytics-tags": (
            "sailthru.author",
            "parsely-author",
            "cxenseparse:author",
            "vr:author",
            "mediator_author",
            "rbauthors",
            "bt:author",
        ),
        "meta-tags": (
            "author",
            "authors",
            "byl",
            "byline",
            "creator",
            "article_author",
            "article-author",
            "news_author",
        ),
    },
    "publisher": {
        "open-graph": ("og:site_name",),
        "citation-tags": (
            "citation_journal_title",
            "citation_publisher",
            "bepress_citation_journal_title",
            "prism.publicationname",
        ),
        "dublin-core": ("dc.publisher", "dcterms.publisher"),
        "analytics-tags": ("cre", "parsely-publisher", "cxenseparse:publisher", "dcsext.site"),
        "meta-tags": ("publisher", "application-name", "apple-mobile-web-app-title", "site_name", "site"),
    },
    "published": {
        "article-tags": (
            "article:published_time",
            "article:published",
            "og:article:published_time",
            "og:published_time",
            "article:publicationdate",
            "article:post_date",
            "og:pubdate",
        ),
        "citation-tags": (
            "citation_publication_date",
            "citation_date",
            "citation_online_date",
            "citation_cover_date",
            "bepress_citation_date",
            "prism.publicationdate",
            "eprints.date",
        ),
        "dublin-core": (
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.date",
            "dc.date",
            "dc.date.created",
            "dcterms.created",
            "dc.created",
            "dcsext.articlefirstpublished",
        ),
        "analytics-tags": (
            "sailthru.date",
            "parsely-pub-date",
            "cxenseparse:recs:publishtime",
            "mediator_published_time",
            "vr:published_time",
            "rbpubdate",
            "ptime",
            "bt:pubdate",
            "shareaholic:article_published_time",
        ),
        "meta-tags": (
            "pubdate",
            "publishdate",
            "publish_date",
            "publish-date",
            "pub_date",
            "date.published",
            "date_published",
            "datepublished",
            "publication_date",
            "publication-date",
            "publicationdate",
            "article_date_original",
            "originalpublicationdate",
            "article.published",
            "published",
            "published_date",
            "published-date",
            "displaydate",
            "display_date",
            "timestamp",
            "date",
            "dat",
            "pdate",
            "release_date",
            "created",
            "article.created",
            "video:release_date",
            "datewritten",
            "date_created",
        ),
    },
    "modified": {
        "modified": (
            "article:modified_time",
            "og:updated_time",
            "dcterms.modified",
            "dc.date.modified",
            "last-modified",
            "lastmod",
            "article.updated",
            "utime",
            "modified",
            "lastmodified",
            "revision_date",
        )
    },
    "url": {"open-graph": ("og:url",), "twitter-card": ("twitter:url",), "citation-tags": ("citation_public_url",)},
    "language": {
        "open-graph": ("og:locale",),
        "dublin-core": ("dc.language", "dcterms.language"),
        "citation-tags": ("citation_language",),
        "meta-tags": ("content-language", "language", "lang"),
    },
    "rights": {"dublin-core": ("dc.rights", "dcterms.rights", "dcterms.license"), "meta-tags": ("copyright",)},
}
"""Key of the metadata, rule, names of the tags, in the order in which they are believed."""
NAMES: Mapping[str, tuple[str, str, int]] = {
    name: (key, rule, order)
    for key, rules in TAGS.items()
    for rule, names in rules.items()
    for order, name in enumerate(names)
}
SAVED_FROM = re.compile(
    r"saved from url=\(\d{1,6}\)(?P<url>https?://[^\s<>\"]+)|Page saved with \w+\s{1,20}url:\s{1,20}(?P<other>https?://[^\s<>\"]+)"
)
EARLY = 4000
"""Characters in which a browser leaves the line that says where it saved a page from."""


def head_tags(root: Element, source: str) -> list[Said]:
    """What `<meta>`, `<link>`, `<title>`, `<html lang>` and the browser's own comment say, in the page's order."""
    found: list[tuple[int, int, Said]] = []
    for place, element in enumerate(by_tag(root, ("meta", "link", "html", "base"))):
        for order, said in READERS[element.tag](element):
            found.append((order, place, said))
    # Of two tags of one kind the better one comes first: `citation_publication_date` before `citation_online_date`.
    found.sort(key=lambda each: (each[2].key, each[0], each[1]))
    return [*(said for _, _, said in found), *titles(root, source), *saved_from(root, source)]


def of_meta(element: Element) -> Iterator[tuple[int, Said]]:
    """`<meta name= | property= | http-equiv= | itemprop= content=>`."""
    content = " ".join(element.get("content").split())
    if not content or "content" not in element.places:
        return
    seen = set()
    for attribute in ("name", "property", "http-equiv", "id"):
        name = element.get(attribute).strip().lower()
        key, rule, order = (
            NAMES.get(name) or NAMES.get(name.replace("_", ".", 1) if name.startswith("dc") else "") or ("", "", 0)
        )
        if key and key not in seen:
            seen.add(key)
            yield order, Said(key, content, *element.places["content"], rule)


def of_link(element: Element) -> Iterator[tuple[int, Said]]:
    """`<link rel="canonical" href=>` and `<link rel="license">`."""
    rels = element.get("rel").lower().split()
    for rel, key, rule in (
        ("canonical", "url", "canonical-link"),
        ("license", "rights", "license-link"),
        ("shorturl", "url", "short-link"),
    ):
        if rel in rels and "href" in element.places:
            yield 0, Said(key, element.get("href").strip(), *element.places["href"], rule)


def of_html(element: Element) -> Iterator[tuple[int, Said]]:
    """`<html lang=>`."""
    for name in ("lang", "xml:lang"):
        if element.get(name).strip():
            yield 0, Said("language", element.get(name).strip(), *element.places[name], "html-language")
            return


def of_base(element: Element) -> Iterator[tuple[int, Said]]:
    """`<base href=>`: the page's own address or its folder."""
    if element.get("href").strip():
        yield 0, Said("base", element.get("href").strip(), *element.places["href"], "base-address")


READERS = {"meta": of_meta, "link": of_link, "html": of_html, "base": of_base}


def titles(root: Element, source: str) -> Iterator[Said]:
    """The words of `<title>`, that of a drawing aside."""
    for element in by_tag(root, ("title",)):
        text = words(element, source)
        if text and (element.parent is None or element.parent.tag in {"", "head", "html", "body"}):
            yield Said("title", text, element.inner, element.inner_end, "title-element")
            return


def saved_from(root: Element, source: str) -> Iterator[Said]:
    """The comment in which browsers leave the address of a page that they saved."""
    for node in walk(root):
        if node.start > EARLY:
            return
        if isinstance(node, Markup) and node.kind == "comment":
            found = SAVED_FROM.search(source, node.start, min(node.end, node.start + EARLY))
            if found:
                group = "url" if found["url"] else "other"
                yield Said("url", found[group], *found.span(group), "saved-from")
                return
