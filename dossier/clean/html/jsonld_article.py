"""What the linked data of a page says about its article: which node is the article, its values with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.clean.html.jsonld import Group, Value, Words, groups, read_json, strings
from dossier.clean.html.names import tags
from dossier.clean.html.nodes import Element, Markup
from dossier.clean.html.said import Said, address_key

RULE = "json-ld"
ARTICLE_TYPES = tags(
    "Article NewsArticle BlogPosting ScholarlyArticle MedicalScholarlyArticle TechArticle Report ReportageNewsArticle "
    "OpinionNewsArticle AnalysisNewsArticle BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle "
    "SatiricalArticle AdvertiserContentArticle LiveBlogPosting SocialMediaPosting DiscussionForumPosting APIReference "
    "Review CriticReview CreativeWork Interview Legislation Letter Chapter Book Recipe HowTo Speech Thesis"
)
PAGE_TYPES = tags("WebPage ItemPage AboutPage FAQPage QAPage MedicalWebPage VideoObject PodcastEpisode")
SITE_TYPES = tags("WebSite Blog NewsMediaOrganization")
OTHER_WORKS = tags(
    "itemListElement comment review hasPart isPartOf relatedLink liveBlogUpdate citation mentions about "
    "associatedMedia video image publisher author itemReviewed subjectOf breadcrumb potentialAction suggestedAnswer "
    "acceptedAnswer logo"
)
"""Keys under which other works, persons and things stand."""
ORGANISATIONS = tags("Organization NewsMediaOrganization Corporation NGO EducationalOrganization")
TEXTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("title", ("headline", "name"), RULE),
    ("published", ("datePublished",), RULE),
    ("published", ("dateCreated", "uploadDate"), "json-ld-created"),
    ("language", ("inLanguage",), RULE),
    ("rights", ("license",), RULE),
)
"""Key of the metadata, keys of the linked data in order, rule."""


@dataclass(frozen=True, slots=True)
class Graph:
    """All objects of a page's linked data in order, those that have an identifier also by it."""

    nodes: tuple[Group, ...]
    by_id: dict[str, Group]

    def resolved(self, group: Group) -> Group:
        """The object that a bare `{"@id": …}` means, else the object itself."""
        name = group.get("@id")
        if len(group.members) == 1 and isinstance(name, Words):
            return self.by_id.get(name.text, group)
        return group


def scripts(root: Element) -> Iterator[tuple[int, int]]:
    """Where the bodies of the page's linked-data scripts stand."""
    waiting: list[Element] = [root]
    while waiting:
        here = waiting.pop()
        if here.tag == "script" and "ld+json" in here.get("type").lower():
            yield from ((leaf.start, leaf.end) for leaf in here.children if isinstance(leaf, Markup))
        waiting.extend(reversed(list(here.elements)))


def graph_of(values: Iterable[Value]) -> Graph:
    """The objects that may be the article, without those that stand under keys of other works."""
    nodes: list[Group] = []
    by_id: dict[str, Group] = {}
    waiting: list[tuple[Value, bool]] = [(value, True) for value in reversed(list(values))]
    while waiting:
        value, own = waiting.pop()
        if not isinstance(value, Group):
            continue
        if value.members and own:
            nodes.append(value)
        name = value.get("@id") if len(value.members) > 1 else None
        if isinstance(name, Words):
            by_id.setdefault(name.text, value)
        waiting.extend((child, own and key not in OTHER_WORKS) for key, child in reversed(value.members))
        waiting.extend((child, own) for child in reversed(value.items))
    return Graph(tuple(nodes), by_id)


def linked_data(root: Element, source: str, address: str = "") -> list[Said]:
    """What the page's linked data says: of its article first, of the page itself behind it.

    `address` is the page's own, by which its article is known among others.
    """
    values = [value for start, end in scripts(root) for value in read_json(source, start, end)]
    graph = graph_of(values)
    said: list[Said] = []
    article = chosen([node for node in graph.nodes if ARTICLE_TYPES & set(node.type_names())], address)
    if article:
        said += of_work(article, graph, RULE)
    page = chosen([node for node in graph.nodes if PAGE_TYPES & set(node.type_names())], address)
    if page:
        said += of_work(page, graph, "json-ld-page")
    for node in graph.nodes:
        if SITE_TYPES & set(node.type_names()):
            said += [of_words("site", words, "json-ld-site") for words in node.texts("name")[:1]]
    return said


def chosen(nodes: list[Group], address: str) -> Group | None:
    """The node that speaks of the page's own address, else the first one."""
    for node in nodes:
        if address and address_key(address) in {address_key(words.text) for words in addresses(node)}:
            return node
    return nodes[0] if nodes else None


def addresses(node: Group) -> Iterator[Words]:
    """The addresses that an object gives for itself."""
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        yield from strings(value)
        for group in groups(value):
            yield from group.texts("@id", "url")


def of_work(node: Group, graph: Graph, rule: str) -> Iterator[Said]:
    """The values of one object."""
    for key, names, given in TEXTS:
        for words in node.texts(*names)[:1]:
            yield of_words(key, words, rule if given == RULE else f"{rule}{given[len(RULE) :]}")
    for value in (node.get("author"), node.get("creator")):
        people = list(persons(value, graph, rule))
        yield from people
        if people:
            break
    for words in names_of(node.get("publisher") or node.get("sourceOrganization"), graph):
        yield of_words("publisher", words, rule)
    yield from (of_words("url", words, rule) for words in addresses(node) if words.text.startswith("http"))


def persons(value: Value | None, graph: Graph, rule: str) -> Iterator[Said]:
    """The authors: names, objects with names, or lists of either."""
    for words in strings(value):
        yield of_words("authors", words, rule)
    for group in groups(value):
        person = graph.resolved(group)
        organisation = bool(ORGANISATIONS & set(person.type_names()))
        for words in person.texts("name", "alternateName")[: None if not organisation else 1]:
            yield of_words("authors", words, f"{rule}-organisation" if organisation else rule)


def names_of(value: Value | None, graph: Graph) -> Iterator[Words]:
    """The name of an organisation, or the string that stands for it."""
    yield from strings(value)
    for group in groups(value):
        yield from graph.resolved(group).texts("name")[:1]


def of_words(key: str, words: Words, rule: str) -> Said:
    """A string of the linked data as a value with its place."""
    return Said(key, words.text, words.start, words.end, rule)
