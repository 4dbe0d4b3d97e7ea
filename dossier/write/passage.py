"""A passage as lists show it: its sentence as Markdown, with links or marks inside, and the way to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import Passage
from dossier.sourcemap import TextSpan
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import Catalogue
from dossier.write.context import Sentences, near
from dossier.write.escape import Safe
from dossier.write.flatten import Wrap, flatten


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage: its words as Markdown, the way to it, and its source in short."""

    line: Safe
    to: Safe
    title: str
    slug: str = ""
    anchor: str = ""


def shown(shelf: Catalogue, sentences: Sentences, page: str, passage: Passage) -> Shown:
    """A passage in its sentence; the words that are meant are marked where the sentence says more than they."""
    anchor = sentences.view.anchor(passage.span)
    return Shown(
        sentence_of(sentences, passage.span),
        to(page, source_page(passage.slug), anchor),
        shelf.shorts[passage.slug],
        passage.slug,
        anchor,
    )


def sentence_of(sentences: Sentences, passage: TextSpan) -> Safe:
    """A passage in its sentence, as Markdown."""
    span, before, after = near(sentences, passage)
    whole = passage.start <= span.start and span.end <= passage.end
    wraps = [] if whole else [Wrap(passage, '<span class="d-meant">', "</span>")]
    return text(sentences, span, (before, after), wraps)


def text(sentences: Sentences, span: TextSpan, cut: tuple[bool, bool], wraps: Iterable[Wrap]) -> Safe:
    """A stretch of a source on one line of Markdown, with dots where it was cut."""
    line = flatten(sentences.view.document.text, span, wraps)
    return Safe(("…" if cut[0] else "") + line + ("…" if cut[1] else ""))
