"""Clean: from a seed's text to the document a reader sees, with the account of every character."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.clean import editor
from dossier.clean.assemble import assemble
from dossier.clean.body import date_list, headings, rejoin
from dossier.clean.draft import Bit, Draft
from dossier.clean.envelope import open_envelope
from dossier.clean.foot import foot_drafts, foot_zones
from dossier.clean.frontmatter import front_end, front_facts
from dossier.clean.gaps import gaps
from dossier.clean.garbled import garbled
from dossier.clean.head import read_head
from dossier.clean.inline import PLAIN, dress, syntax_of
from dossier.clean.lines import Line, lines_of
from dossier.clean.meta import authors_of, collect_meta
from dossier.clean.notes import find_notes
from dossier.clean.pages import running_lines
from dossier.clean.plain import Setting, drafts_of, groups
from dossier.clean.roles import Line as RoleLine
from dossier.clean.roles import classify, zones
from dossier.clean.tail import tails
from dossier.clean.wrap import vocabulary_of, wrapping_of
from dossier.ids import RESERVED, slugify
from dossier.issues import Issue
from dossier.model import Definition, Document, Join, Meta, Seed, Segment
from dossier.sourcemap import SeedSpan

SETTLED = frozenset(
    ("dated-entry", "repeated-month", "archive-title", "archive-author", "archive-header", "archive-licence")
)
"""Rules that have said what a block is before its words are looked at."""


def clean(seed: Seed) -> Document:
    """The document of a seed: its blocks in order, its metadata, and what became of every character."""
    if seed.media == "html":
        # A third of the cleaner, which takes longer to load than a text to clean: most collections have no pages.
        from dossier.clean.html.page import clean_page  # noqa: PLC0415

        return clean_page(seed)
    lines = lines_of(seed.text)
    running = running_lines(lines) if seed.media == "txt" else frozenset()
    running = editor.not_kept(running, lines, seed)
    rules = syntax_of(seed.text, seed.media)
    setting = Setting(wrapping_of(lines), vocabulary_of(lines), markdown=len(rules) > len(PLAIN))
    drafts = marked_drafts(lines, seed.text) if seed.media == "md" else plain_drafts(lines, running, setting)
    drafts = [dress(draft, seed.text, rules) for draft in drafts]
    dropped = editor.drop(drafts, seed)
    drafts = open_envelope(dropped.drafts, seed.text)
    drafts, notes, doubts = find_notes(drafts, seed.text)
    breaks = [running_draft(lines[n]) for n in sorted(running)]
    drafts, joined = rejoin(name_roles(drafts, seed.text), seed.text, [d.span for d in breaks])
    shaped = editor.shape(drafts, joined, seed)
    drafts, joined = shaped.drafts, shaped.joined
    authors = [fact.value for fact in authors_of(drafts, seed.text)]
    drafts = tails(drafts, zones_of(drafts, seed.text), seed.text, authors)
    drafts = headings(drafts, zones_of(drafts, seed.text), seed.text)
    drafts = sorted([*drafts, *breaks, *dropped.dropped], key=lambda d: d.start)
    kept = editor.keep(drafts, seed)
    drafts = kept.drafts
    meta = collect_meta(drafts, seed, front_facts(seed.text) if seed.media == "md" else {})
    return editor.signed(finish(seed, drafts, meta, joined, (notes, doubts)), dropped, shaped, kept)


def marked_drafts(lines: Sequence[Line], text: str) -> list[Draft]:
    """The drafts of a Markdown text, in the seed's order."""
    from dossier.clean.markdown import markdown_drafts  # noqa: PLC0415 - the same

    return markdown_drafts(lines, front_end(text))


def plain_drafts(lines: Sequence[Line], running: frozenset[int], setting: Setting) -> list[Draft]:
    """The drafts of a plain text, notes at the foot of its pages among them, in the seed's order."""
    zones_at_foot = foot_zones(lines, running)
    skip = running | {number for zone in zones_at_foot for number in zone}
    drafts = [draft for run in groups(lines, skip) for draft in drafts_of(run, setting)]
    drafts += [draft for zone in zones_at_foot for draft in foot_drafts(lines, zone, setting)]
    drafts.sort(key=lambda draft: draft.start)
    return drafts


def running_draft(line: Line) -> Draft:
    """A running head or foot as a hidden block."""
    return Draft(
        "metadata", "running-line", (Bit(SeedSpan(line.start + line.indent, line.start + line.width)),), shown=False
    )


def zones_of(drafts: Sequence[Draft], source: str) -> list[str]:
    """Head, body or tail for each draft."""
    return zones([d.text(source) for d in drafts], [d.role for d in drafts])


def name_roles(drafts: Sequence[Draft], source: str) -> list[Draft]:
    """Each draft with the role of its line, the head read."""
    named = date_list(drafts, source)
    parts = zones_of(named, source)
    named = [
        classify(draft, RoleLine(draft.text(source), draft.role, zone)) if draft.rule not in SETTLED else draft
        for draft, zone in zip(named, parts, strict=True)
    ]
    return read_head(named, zones_of(named, source), source)


def finish(
    seed: Seed,
    drafts: Sequence[Draft],
    meta: Meta,
    joined: Sequence[tuple[SeedSpan, str]],
    notes: tuple[Sequence[Definition], Sequence[Issue]],
) -> Document:
    """Assemble the document and list its gaps."""
    done = assemble(seed.text, drafts)
    joins = tuple(Join(gap, rule, block_at(done.segments, gap)) for gap, rule in joined)
    document = Document(
        seed,
        slug_of(seed, meta),
        done.text,
        done.map,
        done.blocks,
        done.segments,
        meta,
        done.marks,
        tuple(notes[0]),
        joins,
    )
    split = tuple(Issue("split-paragraph", "notice", "the capture split a sentence here", join.gap) for join in joins)
    return replace(document, issues=(*split, *notes[1], *gaps(document), *garbled(document)))


def block_at(segments: Sequence[Segment], gap: SeedSpan) -> str:
    """The block that shows what stands before a gap."""
    for segment in segments:
        if segment.block and segment.span.start < gap.start <= segment.span.end:
            return segment.block
    return ""


def slug_of(seed: Seed, meta: Meta) -> str:
    """The page's address: the editor's, else date and title, else the file's name."""
    if seed.sidecar and "slug" in seed.sidecar.values:
        return str(seed.sidecar.values["slug"])
    stem = slugify(seed.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]) or "seed"
    title = slugify(meta.title.value) if meta.title else ""
    if not title:
        return f"{stem}-text" if stem in RESERVED else stem
    date = meta.published.value if meta.published and meta.published.value[:4].isdigit() else ""
    made = slugify(f"{date} {title}", 80) if date else title
    return f"{made}-{stem}" if made in RESERVED else made
