"""`--impact`: what the seeds of the working tree change, as Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model import Attestation, Collection, Passage, Source
from dossier.report.compare import Impact, compare
from dossier.report.lines import number
from dossier.run.face import counts
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.edtf import in_words
from dossier.write.escape import Safe, address, markdown
from dossier.write.gate import gated, uncovered
from dossier.write.view import View, view

MOST = 40
"""Entries of one list; more are counted."""
FEW = 3
NAMED = 12
"""Forms of quotations, and names, told in one sentence."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Two states of a collection, and links to their pages under `root`, the site's address."""

    root: str
    before: Collection
    after: Collection
    views: Mapping[str, View]
    """Sources by slug; the new state's where both have one."""

    def title(self, source: Source) -> str:
        """A source's title as a link to its page."""
        return f"[{markdown(describe.title(source), start=False)}]({self.address(source.slug)})"

    def address(self, slug: str, anchor: str = "") -> Safe:
        """Where a page is, or a place on it."""
        return address(f"{self.root}sources/{slug}/" + (f"#{anchor}" if anchor else ""))

    def passage(self, slug: str, span: TextSpan) -> str:
        """The words at a place, and the source as a link to it."""
        seen = self.views[slug]
        short = markdown(describe.short(seen.source), start=False)
        return f"“{words(seen, span)}” ([{short}]({self.address(slug, seen.anchor(span))}))"


def words(seen: View, span: TextSpan) -> Safe:
    """The words at a place, shortened, as Markdown."""
    return markdown(describe.excerpt(seen.reading(span)), start=False)


def impact(before: Collection, after: Collection, root: str, base: str) -> str:
    """The account. What is not published of a source is not told here either. `base` names the old state."""
    old, new = gated(before), gated(after)
    found = compare(old.collection, new.collection)
    views = {s.slug: view(s) for s in (*old.collection.sources, *new.collection.sources)}
    pages = Pages(root, old.collection, new.collection, views)
    lines = ["## What these seeds change", "", opening(found, pages, base), *sections(found, pages)]
    data = "\n".join(lines).encode()
    for cover in filter(None, {old.cover: "", new.cover: ""}):
        data = uncovered(data, cover)
    return data.decode() + "\n"


def quoted(found: Impact, pages: Pages) -> str:
    """How many forms of quotations are new; a few are named."""
    if 0 < len(found.forms) <= FEW:
        return ", ".join(entry.partition(": ")[0] for entry in forms(found, pages))
    return number(len(found.forms), "new form of a quotation", "new forms of quotations") if found.forms else ""


def opening(found: Impact, pages: Pages, base: str) -> str:
    """All of it in a sentence or two."""
    if found.nothing:
        return f"Nothing, against {base}."
    sources = [
        number(len(each), f"source {what}", f"sources {what}")
        for each, what in ((found.added, "added"), (found.changed, "edited"), (found.removed, "removed"))
        if each
    ]
    done = [
        f"adds {number(len(found.events), 'event')}" if found.events else "",
        f"corroborates {len(found.corroborated)}" if found.corroborated else "",
        f"drops {number(len(found.gone), 'event')}" if found.gone else "",
        f"disagrees with {len(found.disagreements)}" if found.disagreements else "",
        f"settles {number(len(found.settled), 'disagreement')}" if found.settled else "",
        quoted(found, pages),
        f"{number(len(found.names), 'new name')}" if found.names else "",
    ]
    told = ", ".join(filter(None, done))
    return f"Against {base}: {', '.join(sources) or 'no source touched'}." + (f" It {told}." if told else "")


def sections(found: Impact, pages: Pages) -> Iterator[str]:
    """A list for each kind of change, those that are empty left out."""
    for title, entries in (
        ("Sources added", [source_entry(s, pages) for s in found.added]),
        ("Sources edited", [source_entry(s, pages) for s in found.changed]),
        ("Sources removed", [markdown(f"{describe.title(s)} ({s.document.seed.file})") for s in found.removed]),
        ("Pages with a new address", [f"sources/{a}/ is now [{b}]({pages.address(b)})" for a, b in found.moved]),
        ("Events added", [event_entry(e.edtf, e.attestations, pages) for e in found.events]),
        ("Events that a further source tells", [event_entry(t.event.edtf, t.new, pages) for t in found.corroborated]),
        ("Events that nobody tells any more", [event_entry(e.edtf, e.attestations, pages) for e in found.gone]),
        ("Disagreements", [statements(d.kind, d.statements, pages) for d in found.disagreements]),
        ("Disagreements that are none any more", [statements(d.kind, d.statements, pages) for d in found.settled]),
        ("Forms of quotations", list(forms(found, pages))),
        ("Names", list(names(found))),
    ):
        if entries:
            yield from ("", f"### {title} ({len(entries)})" if title != "Names" else f"### {title}", "")
            yield from (f"- {entry}" for entry in entries[:MOST])
            if len(entries) > MOST:
                yield f"- and {len(entries) - MOST} more"


def source_entry(source: Source, pages: Pages) -> str:
    """A source and what was found in it."""
    c = counts(source)
    told = (
        number(c.words, "word"),
        number(c.notes, "note"),
        number(c.quotations, "quotation"),
        number(c.dates, "date"),
        number(c.gaps, "gap"),
    )
    return f"{pages.title(source)}, from {markdown(source.document.seed.file, start=False)}: {', '.join(told)}"


def event_entry(edtf: str, told: Iterable[Attestation], pages: Pages) -> str:
    """A date and what its sources say of it."""
    return f"{in_words(edtf)}: " + "; ".join(pages.passage(each.slug, each.label) for each in told)


def statements(kind: str, told: Iterable[Passage], pages: Pages) -> str:
    """What is told in two ways."""
    return f"{kind}: " + " – ".join(pages.passage(each.slug, each.span) for each in told)


def forms(found: Impact, pages: Pages) -> Iterator[str]:
    """A new form of “brain death”, and where."""
    for family, new in found.forms:
        spans = {
            (slug, quote.id): quote.span
            for slug in {slug for slug, _ in family.forms}
            for quote in pages.views[slug].source.annotations.quotes
        }
        known = [form for form in family.forms if form not in new]
        slug, id = min(known or family.forms, key=lambda form: len(words(pages.views[form[0]], spans[form])))
        head = f"“{words(pages.views[slug], spans[slug, id])}”"
        what = f"a new form of {head}" if known else f"{head}, quoted in more than one source"
        yield f"{what}: " + "; ".join(pages.passage(slug, spans[slug, id]) for slug, id in new)


def names(found: Impact) -> Iterator[str]:
    """Which names are new, and which have a second source now."""
    for what, listed in (("new", found.names), ("now in more than one source", found.shared)):
        if listed:
            more = f" and {len(listed) - NAMED} more" if len(listed) > NAMED else ""
            yield f"{what}: {', '.join(markdown(who.name, start=False) for who in listed[:NAMED])}{more}"
