"""In the text of a source: small marks that open the passage of another source, and links to sources that it names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from dossier.model import Link
from dossier.write.addresses import source_page, to
from dossier.write.beside import capital
from dossier.write.catalogue import Catalogue
from dossier.write.escape import attribute
from dossier.write.flatten import Insert, Wrap
from dossier.write.naming import merged
from dossier.write.view import View

CLOSING = ".,;:!?\"')]\u2019\u201d\u00bb"


def references(view: View, shelf: Catalogue, rank: int) -> Iterator[Wrap]:
    """Words that name another source of the collection, as links to its page."""
    page = source_page(view.slug)
    for each in shelf.references.get(view.slug, ()):
        if each.to in shelf.shorts:
            close = f"]({to(page, source_page(each.to))}){{ .d-source data-peek }}"
            yield Wrap(each.source.span, "[", close, rank, link=True)


def marks(view: View, shelf: Catalogue, others: Iterable[Wrap]) -> Iterator[Insert]:
    """A mark after each passage that another source completes, repeats or contradicts; none stands in a link.

    That the same words are quoted is not told again where a mark leads from the one paragraph to the other already.
    """
    links = merged(wrap.span for wrap in others if wrap.link)
    starts = [span.start for span in links]
    done: set[tuple[str, str, str]] = set()
    every = [*shelf.disputes.get(view.slug, ()), *shelf.links.get(view.slug, ())]
    for number, link in enumerate([*every, *shelf.repeats.get(view.slug, ())]):
        at = after(view, link.source.span.end)
        around = bisect_right(starts, at - 1) - 1
        if around >= 0 and links[around].end > at:
            at = links[around].end
        pair = view.anchor(link.source.span), link.to.slug, shelf.seen(link.to).anchor
        if number < len(every) or pair not in done:
            done.add(pair)
            yield Insert(at, mark(view, shelf, link))


def mark(view: View, shelf: Catalogue, link: Link) -> str:
    """One mark; its words are for whoever cannot see it, and head the preview."""
    source = "in this text" if link.to.slug == view.slug else shelf.shorts[link.to.slug]
    words = f"{capital(link.reason)} ({source})"
    seen = shelf.seen(link.to)
    where = to(source_page(view.slug), source_page(link.to.slug), seen.anchor)
    own = f'.d-cross data-made data-peek="{attribute(seen.begins)}"'
    return f'[<span class="d-hidden">{attribute(words)}</span>]({where}){{ {own} }}'


def after(view: View, at: int) -> int:
    """The place after the marks that close a passage, such as a full stop or a quotation mark."""
    block = view.block_at(max(at - 1, 0))
    while block and at < block.span.end and view.document.text[at] in CLOSING:
        at += 1
    return at
