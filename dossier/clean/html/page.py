"""A saved web page, from its tree of elements to the document of its article."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.clean import editor, finish, zones_of
from dossier.clean.draft import Draft
from dossier.clean.html.article import article_drafts
from dossier.clean.html.drafts import silenced
from dossier.clean.html.labels import META_LINE
from dossier.clean.html.meta import page_facts
from dossier.clean.html.notes import page_notes
from dossier.clean.html.notes_set import set_notes
from dossier.clean.html.tree import parse
from dossier.clean.meta import collect_meta
from dossier.clean.notes import find_notes
from dossier.clean.roles import Line, classify, hide
from dossier.clean.tail import tails
from dossier.issues import Issue
from dossier.model import Document, Fact, Seed

HEADS = frozenset(("title", "subtitle", "byline", "dateline"))
"""Roles of a page's head, which its own markup settles."""


def clean_page(seed: Seed) -> Document:
    """The document of a saved web page: its article's blocks, and what became of everything around it."""
    root = parse(seed.text)
    found = page_facts(root, seed.text)
    address = found.facts.get("url")
    place = address.value if isinstance(address, Fact) else ""
    page = article_drafts(root, seed.text, found.heads, place)
    noted = set_notes(page.drafts, page.around, seed.text, page_notes(root, seed.text, place))
    dropped = editor.drop(noted.drafts, seed, noted.around)
    drafts, notes, doubts = dropped.drafts, noted.definitions, list[Issue]()
    if not notes:
        drafts, notes, doubts = find_notes(drafts, seed.text)
    drafts = page_roles(drafts, seed.text)
    shaped = editor.shape(drafts, (), seed)
    authors = found.facts.get("authors", ())
    names = [fact.value for fact in authors] if isinstance(authors, tuple) else []
    drafts = tails(shaped.drafts, zones_of(shaped.drafts, seed.text), seed.text, names)
    drafts = sorted([*drafts, *noted.around, *dropped.dropped], key=lambda d: d.start)
    kept = editor.keep(drafts, seed)
    drafts = [silenced(draft) for draft in kept.drafts]
    meta = collect_meta(drafts, seed, found.facts)
    done = finish(seed, [*drafts, *page.rest], meta, shaped.joined, (notes, doubts))
    return editor.signed(done, dropped, shaped, kept)


def page_roles(drafts: Sequence[Draft], source: str) -> list[Draft]:
    """Each draft of a page with the role of its line, where the page's own elements do not settle it."""
    parts = zones_of(drafts, source)
    made = [
        draft if draft.role in HEADS else classify(draft, Line(draft.text(source), draft.role, zone))
        for draft, zone in zip(drafts, parts, strict=True)
    ]
    return [hide(draft, META_LINE, "metadata") if draft.rule == META_LINE else draft for draft in made]
