"""`data/sources/<slug>.json`: everything the site says about one seed, with its place in the seed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.model import Block, Date, Edit, Fact, Link, Note, Quote, Reference, Segment, Source, Speaker
from dossier.sourcemap import SeedSpan, TextSpan
from dossier.write.bearers import Bearer
from dossier.write.catalogue import Catalogue
from dossier.write.view import View

SCHEMA = "dossier/source/1"
FACTS = (
    *("title", "subtitle", "publisher", "published", "published_between", "url"),
    *("archived_url", "language", "kind", "series", "rights", "publish"),
)
"""Keys of the metadata that hold one value, in the order they are published."""

Json = dict[str, object]


def record(view: View, shelf: Catalogue) -> Json:
    """The published record of one seed."""
    document, found = view.document, view.source.annotations
    seed = document.seed
    return {
        "schema": SCHEMA,
        "slug": view.slug,
        "seed": {"file": seed.file, "sha256": seed.sha256, "encoding": seed.encoding, "media": seed.media},
        "meta": meta(view.source),
        "segments": [segment(cell) for cell in document.segments],
        "blocks": [block_of(view, block) for block in view.blocks],
        "notes": [note(view, each) for each in found.notes],
        "quotes": [quote(view, each, shelf.voices) for each in found.quotes],
        "dates": [date(view, each) for each in found.dates],
        "names": names(view, shelf),
        "links": [
            *(link(view, each, shelf) for each in shelf.links.get(view.slug, ())),
            *(reference(view, each) for each in shelf.references.get(view.slug, ())),
        ],
        **corrections(view),
        "issues": list(issues(view)),
    }


def place(span: SeedSpan) -> Json:
    """A range of the seed."""
    return {"start": span.start, "end": span.end}


def placed(view: View, span: TextSpan | None) -> Json | None:
    """A range of the reading text as a range of the seed."""
    return None if span is None else place(view.seed_span(span))


def fact_evidence(fact: Fact, sidecar: str | None) -> Json:
    """Where a value of the metadata comes from."""
    if fact.basis == "sidecar":
        return {"sidecar": sidecar, "rule": fact.rule}
    return {**(place(fact.span) if fact.span else {}), "rule": fact.rule}


def meta(source: Source) -> Json:
    """Every value of the metadata, null where nobody says it, and the evidence for each."""
    given = source.document.meta
    sidecar = source.document.seed.sidecar
    file = sidecar.file if sidecar else None
    facts: dict[str, Fact | None] = {key: getattr(given, key) for key in FACTS}
    facts |= {"added": given.added} if given.added else {}
    facts["published_between"] = given.published_between or source.annotations.published_between
    evidence: Json = {key: fact_evidence(fact, file) for key, fact in facts.items() if fact}
    if given.authors:
        evidence["authors"] = [fact_evidence(fact, file) for fact in given.authors]
    values: Json = {key: fact.value if fact else None for key, fact in facts.items()}
    return {
        "title": values.pop("title"),
        "subtitle": values.pop("subtitle"),
        "authors": [fact.value for fact in given.authors],
        "publisher": values.pop("publisher"),
        "published": values.pop("published"),
        "published_basis": given.published.basis if given.published else None,
        **values,
        "evidence": evidence,
    }


def segment(cell: Segment) -> Json:
    """One cell of the partition of the seed."""
    return {**place(cell.span), "role": cell.role, "rule": cell.rule, "block": cell.block}


def block_of(view: View, block: Block) -> Json:
    """One block of the page."""
    return {"id": block.id, "role": block.role, "level": block.level, "text": view.document.words(block)}


def corrections(view: View) -> Json:
    """All that the editor set right; {} for nothing."""
    found = (*view.document.edits, *view.source.annotations.edits)
    return {"corrections": [correction(edit) for edit in found]} if found else {}


def correction(edit: Edit) -> Json:
    """What the editor set right, where the sidecar says it, and what stood there before."""
    span = edit.span or SeedSpan(0, 0)
    return {"kind": edit.correction.kind, **place(span), **editor(edit)}


def editor(edit: Edit) -> Json:
    """Who says so: the place in the sidecar, what is set and what stood before."""
    said = edit.correction
    return {"rule": "editor", "evidence": {"sidecar": said.place}, "to": dict(said.to), "was": dict(edit.was)}


def note(view: View, each: Note) -> Json:
    """One note: its markers and its definition."""
    definition = None if each.definition is None else [place(view.seed_span(span)) for span in each.definition]
    return {
        "label": each.label,
        "marker": each.marker,
        "refs": [place(view.seed_span(span)) for span in each.refs],
        "definition": definition,
        "blocks": list(each.blocks),
        "incomplete": each.incomplete,
        "rule": each.rule,
        **({"editor": editor(each.edit)} if each.edit else {}),
    }


def speaker_of(view: View, speaker: Speaker | None, voices: Mapping[str, Bearer]) -> Json | None:
    """Who said it; the id is null for a description and for a pronoun left unresolved."""
    if speaker is None:
        return None
    known = voices.get(speaker.name) if speaker.name and speaker.known else None
    return {
        "id": known.id if known else None,
        "name": speaker.name,
        "as": view.verbatim(speaker.mention) if speaker.mention else None,
        **(place(view.seed_span(speaker.mention)) if speaker.mention else {"start": None, "end": None}),
    }


def quote(view: View, each: Quote, voices: Mapping[str, Bearer]) -> Json:
    """One quotation."""
    at = view.seed_span(each.span)
    return {
        "id": each.id,
        **place(at),
        "text": view.verbatim(each.span, at),
        "kind": each.kind,
        "parts": [place(view.seed_span(part)) for part in each.parts],
        "parent": each.parent,
        "speaker": speaker_of(view, each.speaker, voices),
        "evidence": placed(view, each.evidence),
        "cue": placed(view, each.cue),
        "said": each.said,
        "rule": each.rule,
        "speaker_rule": each.speaker_rule,
        **({"editor": editor(each.edit)} if each.edit else {}),
    }


def base(view: View, each: Date) -> Json | None:
    """What a relative date was counted from."""
    if each.base is None:
        return None
    if each.base.span is None:
        return {"edtf": each.base.edtf, "meta": "published"}
    return {"edtf": each.base.edtf, **place(view.seed_span(each.base.span))}


def date(view: View, each: Date) -> Json:
    """One date expression."""
    at = view.seed_span(each.span)
    return {
        "id": each.id,
        **place(at),
        "text": view.verbatim(each.span, at),
        "edtf": each.edtf,
        "basis": each.basis,
        "role": each.role,
        "base": base(view, each),
        "event": placed(view, each.event),
        "rule": each.rule,
        "reason": each.reason,
        **({"editor": editor(each.edit)} if each.edit else {}),
    }


def names(view: View, shelf: Catalogue) -> list[Json]:
    """The bearers of names, one entry an identity, each with its mentions in the seed's order."""
    merged: dict[str, Json] = {}
    spans: dict[str, list[SeedSpan]] = {}
    for number, (name, who) in enumerate(shelf.borne(view.slug)):
        key = who.id if who else f"{view.slug}-{number}"
        bearer = who or name
        if not name.mentions:
            continue
        merged.setdefault(key, {"id": who.id if who else None, "name": bearer.name, "type": bearer.type})
        if name.edits:
            merged[key]["editor"] = [editor(edit) for edit in name.edits]
        spans.setdefault(key, []).extend(view.seed_span(span) for span in name.mentions)
    return [{**entry, "mentions": [place(span) for span in sorted(set(spans[key]))]} for key, entry in merged.items()]


def link(view: View, each: Link, shelf: Catalogue) -> Json:
    """One cross-link of the page; the target's place is in the target's seed."""
    seen = shelf.seen(each.to)
    to = {"slug": each.to.slug, "start": seen.start, "end": seen.end}
    return {**place(view.seed_span(each.source.span)), "to": to, "reason": each.reason}


def reference(view: View, each: Reference) -> Json:
    """One place that names another source, whose page it leads to."""
    return {
        **place(view.seed_span(each.source.span)),
        "to": {"page": f"sources/{each.to}/"},
        "reason": f"names this source ({each.rule})",
    }


def issues(view: View) -> Iterable[Json]:
    """The gaps and doubts, those of the cleaner and of the extractors, in the seed's order; whole-file ones first."""
    found = (*view.document.issues, *view.source.annotations.issues)
    for issue in sorted(found, key=lambda i: (i.span or SeedSpan(0, 0), i.code, i.message)):
        span = issue.span or SeedSpan(0, 0)
        yield {"code": issue.code, "severity": issue.severity, **place(span), "message": issue.message}
