"""The page of one source: head, text, what stands apart, notes, links to other sources, and how it was made."""

from __future__ import annotations

import re

from dossier.write import describe, front, receipt
from dossier.write.addresses import record_file, source_page, to
from dossier.write.anchors import anchors
from dossier.write.annotate import Annotated, annotate
from dossier.write.blocks import label, render
from dossier.write.catalogue import Catalogue
from dossier.write.cite import blocks
from dossier.write.edits import rows
from dossier.write.elsewhere import elsewhere, named_by, side_by_side
from dossier.write.escape import Safe, attribute, markdown
from dossier.write.notes import feet, loose
from dossier.write.pages.nearby import nearby
from dossier.write.reference import reference
from dossier.write.report import report
from dossier.write.templating import fill
from dossier.write.view import View

EDITOR = "[editor](#editor){ .d-editor data-made data-peek }"

TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag, BCP 47."""


def source(shelf: Catalogue, slug: str) -> str:
    """The Markdown of a source's page."""
    view = shelf.views[slug]
    seed = view.document.seed
    marks = anchors(view.source.annotations.notes)
    page = annotate(view, shelf, marks)
    path = source_page(slug)
    shown = feet(page, marks)
    earlier, later = nearby(shelf, slug)
    return fill(
        "source.md.j2",
        front=front.source(view.source),
        head=head(page),
        facts=describe.facts(view.source),
        editor=Safe(EDITOR),
        language=language(view),
        foreign=Safe(foreign(view)),
        reference=reference(view.source),
        body=render(page, view.body),
        apart=render(page, view.apart),
        titles=render(page, view.titles),
        feet=shown,
        beside_all=all(foot.beside for foot in shown) and not page.view.titles,
        loose=loose(page),
        elsewhere=elsewhere(shelf, slug),
        beside=side_by_side(shelf, slug),
        named_by=named_by(shelf, slug),
        hidden=receipt.hidden(view),
        joins=receipt.joins(view),
        syntax=receipt.syntax(view),
        gaps=receipt.gaps(view),
        edits=rows(view),
        lost=receipt.lost(view),
        cite=blocks(view.source, shelf.site, path.removesuffix(".md") + "/", shelf.bodies),
        rights=describe.rights(view.source),
        file=seed.file,
        sha256=seed.sha256,
        encoding=seed.encoding,
        raw=to(path, shelf.raw(slug)) if shelf.raw(slug) else "",
        excerpt=describe.excerpted(view.source),
        original=describe.original(view.source),
        record=to(path, record_file(slug)),
        record_name=f"{slug}.json",
        sidecar=seed.sidecar.file if seed.sidecar else "",
        editor_keys=", ".join(front.edited(view.source)),
        report=problem(shelf, view),
        earlier=earlier,
        later=later,
    )


def problem(shelf: Catalogue, view: View) -> Safe:
    """Where a reader reports a problem with the page; "" where the maintainer gives no address."""
    site = shelf.site
    place = f"{site.url}{source_page(view.slug).removesuffix('.md')}/" if site.url else source_page(view.slug)
    return report(site.report, f"{site.name}: {describe.title(view.source)}", f"{place}\n\n")


def head(page: Annotated) -> Safe:
    """The title as the page's one heading, then the other blocks that stand above the text."""
    source = page.view.source
    title = source.document.meta.title
    first = next((block for block in page.view.head if block.role == "title"), None)
    rest = [block for block in page.view.head if block is not first]
    if first is not None and not describe.edited(title):
        top = f"# {page.line(first)} {spoken(page.view, label(first))}"
    else:
        rest = list(page.view.head)
        sign = f" {EDITOR}" if describe.edited(title) else ""
        top = f"# {markdown(describe.title(source))}{sign} {{ #title .d-title data-made }}"
    under = render(page, rest)
    if under and foreign(page.view):
        under = Safe(f'<div lang="{foreign(page.view)}" markdown="1">\n\n{under}\n\n</div>')
    return Safe("\n\n".join(filter(None, [top, under])))


def spoken(view: View, attributes: str) -> str:
    """The attributes of a line of the seed's own, with its language where that is not the site's."""
    code = foreign(view)
    return attributes.replace(" }", f" lang={code} }}") if code else attributes


def foreign(view: View) -> str:
    """The seed's language as a tag that is safe to print, "" for English, the site's own, and for none."""
    fact = view.document.meta.language
    tag = TAG.fullmatch(fact.value) if fact else None
    return tag[0] if tag and not tag[0].lower().startswith("en") else ""


def language(view: View) -> Safe:
    """The `lang` attribute of the text, where the seed's language is known."""
    fact = view.document.meta.language
    return Safe(f' lang="{attribute(fact.value)}"' if fact else "")
