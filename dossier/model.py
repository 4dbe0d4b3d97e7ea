"""The values the stages hand to each other: frozen, comparable, picklable.

Two kinds of offset exist and never mix. A `SeedSpan` counts code points in the seed's decoded text, exactly as it
stands in the file; a `TextSpan` counts code points in a document's reading text, which the cleaner built from it.
Both are half-open. `dossier.sourcemap.SourceMap` alone turns one into the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dossier.issues import Issue, Problem
from dossier.sourcemap import SeedSpan, SourceMap, TextSpan

Role = Literal[
    "title",
    "subtitle",
    "byline",
    "dateline",
    "metadata",
    "caption",
    "heading",
    "paragraph",
    "bullet",
    "note",
    "boilerplate",
    "bio",
    "disclaimer",
    "credit",
    "url",
    "related",
    "blockquote",
    "table",
    "code",
    "markup",
    "space",
]
Basis = Literal["printed", "sidecar", "inferred"]
NameType = Literal["person", "organisation", "place", "agreement", "event", "work", "other"]
QuoteKind = Literal["speech", "fragment", "title", "term", "nested"]
DateBasis = Literal["explicit", "year_from_context", "relative_to_document", "relative_to_event", "unresolvable"]
DateRole = Literal["event", "publication", "citation", "background"]
Media = Literal["txt", "md", "html"]
CorrectionKind = Literal["drop", "keep", "join", "split", "quote", "date", "name", "note"]


UNUSUAL = re.compile(r"[\ue000-\uf8ff\ufdd0-\ufdef]")
"""Code points that stand for no character, or for what a writer and a reader agree on."""


# --- read ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that an editor sets right, found by words of the seed; the place is the editor's line (from 1).

    `within` holds words of the same paragraph. `occurrence` counts from 1; 0 is all, None is "there is only one".
    `to` is what is set: `(("speaker", "Emmanuel Macron"),)`.
    """

    kind: CorrectionKind
    words: str
    file: str
    line: int
    column: int
    excerpt: str
    within: str = ""
    occurrence: int | None = None
    to: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """Where the editor says it: `seeds/NAME.yml:12`."""
        return f"{self.file}:{self.line}"

    def get(self, key: str) -> str | None:
        """What is set under a key."""
        return dict(self.to).get(key)


@dataclass(frozen=True, slots=True)
class Edit:
    """A correction that was made: where in the seed (None for what no word of it holds), and what stood there before.

    `was` pairs what was changed with its former value: `(("speaker", "François Hollande"),)`; "" for none.
    """

    correction: Correction
    span: SeedSpan | None = None
    was: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What an editor says about a seed, from `seeds/NAME.yml`; `values` holds only keys of the sidecar's schema."""

    file: str
    values: Mapping[str, object]
    corrections: tuple[Correction, ...] = ()
    places: Mapping[str, tuple[int, int, str]] = field(default_factory=dict, compare=False, repr=False)
    """Line and column (from 1) of each value, and the line."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One raw capture. `file` is its name as published (`seeds/NAME`); `text` is decoded and otherwise untouched."""

    file: str
    sha256: str
    encoding: str
    media: Media
    text: str
    sidecar: Sidecar | None = None
    data: bytes = field(default=b"", compare=False, repr=False)
    """The file's bytes, read once: those that were hashed and decoded are those that are published."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """What the editor says of one bearer in `seeds/names.yml`; `line` is the entry's, from 1."""

    name: str
    line: int
    type: NameType | None = None
    aliases: tuple[str, ...] = ()
    description: str = ""
    links: tuple[tuple[str, str], ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Authority:
    """The editor's authority file for names: bearers, strings that are no names, names to join and to keep apart.

    The last three hold each text with the line it stands on.
    """

    file: str
    entries: tuple[NameEntry, ...] = ()
    not_names: tuple[tuple[str, int], ...] = ()
    merge: tuple[tuple[tuple[str, ...], int], ...] = ()
    split: tuple[tuple[tuple[str, ...], int], ...] = ()


# --- clean --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of the metadata: where it stands in the seed (`span`), or that the editor supplied it (`sidecar`)."""

    value: str
    basis: Basis
    rule: str
    span: SeedSpan | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """A document's metadata; None is "the seed does not say and no editor did"."""

    title: Fact | None = None
    subtitle: Fact | None = None
    authors: tuple[Fact, ...] = ()
    publisher: Fact | None = None
    published: Fact | None = None
    """An EDTF date."""
    published_between: Fact | None = None
    """An EDTF interval inferred for an undated seed."""
    url: Fact | None = None
    archived_url: Fact | None = None
    language: Fact | None = None
    """A BCP 47 tag."""
    kind: Fact | None = None
    series: Fact | None = None
    rights: Fact | None = None
    publish: Fact | None = None
    added: Fact | None = None
    """The day on which the source joined the collection."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One cell of the partition of a seed's text. `block` names the block of the page that shows it, or None."""

    span: SeedSpan
    role: Role
    rule: str
    block: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the reading text that is one thing: a paragraph, a heading, a caption, a hidden furniture line.

    `level` is the depth of a heading (1-6) or bullet (1-), else 0. `shown` is False for what only the receipt lists.
    `note` is the index in `Document.definitions` of the note that the block belongs to.
    """

    id: str
    role: Role
    span: TextSpan
    rule: str
    level: int = 0
    shown: bool = True
    note: int | None = None
    ordinal: str = ""
    """The source's own number of a numbered list item (`2.`), "" for a bullet."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup that the seed itself carries. `target` is a link's, None where the capture lost it."""

    kind: Literal["em", "strong", "code", "sup", "sub", "link", "image"]
    span: TextSpan
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A note as the cleaner found it. `label` is bare (`3`, `*`, `iv`), `marker` as the text first writes it (`[3]`).

    `opening` is where its text begins with its label; None where the seed has no text for it. Its paragraphs are the
    blocks whose `note` is its index. `section` counts the stretches in which numbering starts again, from 0.
    """

    label: str
    marker: str
    refs: tuple[SeedSpan, ...]
    opening: SeedSpan | None
    rule: str
    section: int = 0


@dataclass(frozen=True, slots=True)
class Join:
    """Two pieces of one paragraph that the capture had split; `gap` is what stood between them."""

    gap: SeedSpan
    rule: str
    block: str


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned seed. `text` is the reading text: every block's words in the order of the seed, shown or not,
    blocks parted by a blank line. `segments` partition `seed.text`; `map` ties the two texts together.
    """

    seed: Seed
    slug: str
    text: str
    map: SourceMap
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    meta: Meta
    marks: tuple[Mark, ...] = ()
    definitions: tuple[Definition, ...] = ()
    joins: tuple[Join, ...] = ()
    issues: tuple[Issue, ...] = ()
    edits: tuple[Edit, ...] = ()
    """Lines and paragraphs that the editor set right."""
    faults: tuple[Problem, ...] = ()
    """Corrections of lines and paragraphs that match nothing."""

    def words(self, block: Block) -> str:
        """The block's text as the page shows it."""
        return self.text[block.span.start : block.span.end]


# --- extract ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its markers in the running text and, unless the capture lost it, its definition."""

    label: str
    marker: str
    refs: tuple[TextSpan, ...]
    definition: tuple[TextSpan, ...] | None
    blocks: tuple[str, ...]
    incomplete: bool
    rule: str
    section: int = 0
    edit: Edit | None = None
    """What the editor says the note's text is."""


@dataclass(frozen=True, slots=True)
class Name:
    """One bearer of a name within one seed. `name` is the fullest form without title of office or rank."""

    name: str
    type: NameType
    mentions: tuple[TextSpan, ...]
    rule: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Base:
    """What a relative date was counted from: an EDTF value and its place, or the document's own date (`span` None)."""

    edtf: str
    span: TextSpan | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A date expression. `edtf` is None only with `basis` "unresolvable", whose `reason` then says why."""

    id: str
    span: TextSpan
    edtf: str | None
    basis: DateBasis
    role: DateRole
    rule: str
    base: Base | None = None
    event: TextSpan | None = None
    """The clause that says what happened then."""
    reason: str = ""
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: `mention` is where the text names the speaker, `name` whom that resolves to.

    `name` is None for a pronoun left unresolved. `known` is False where `name` is only the description itself.
    `mention` is None where only the editor names the speaker.
    """

    mention: TextSpan | None
    name: str | None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation; `span` is inside the marks, `parts` its pieces where paragraphs or an attribution divide it."""

    id: str
    span: TextSpan
    kind: QuoteKind
    rule: str
    parts: tuple[TextSpan, ...] = ()
    parent: str | None = None
    speaker: Speaker | None = None
    evidence: TextSpan | None = None
    cue: TextSpan | None = None
    said: str | None = None
    speaker_rule: str = ""
    said_rule: str = ""
    """The rule that gave `said`; "" where that is None."""
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything the extractors found in one document, each kind in text order."""

    notes: tuple[Note, ...] = ()
    names: tuple[Name, ...] = ()
    dates: tuple[Date, ...] = ()
    quotes: tuple[Quote, ...] = ()
    published_between: Fact | None = None
    issues: tuple[Issue, ...] = ()
    edits: tuple[Edit, ...] = ()
    """What the editor set right among them."""


# --- link ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One seed, read, cleaned and annotated: what the pure map gives to the linking stage."""

    document: Document
    annotations: Annotations

    @property
    def slug(self) -> str:
        """The address of the seed's page."""
        return self.document.slug

    def load(self) -> Source:
        """The source with its text in memory."""
        return self

    @property
    def publish(self) -> str:
        """How much of it is published: `full`, `excerpt` or `private`."""
        fact = self.document.meta.publish
        return fact.value if fact else "full"

    @property
    def unusual(self) -> str:
        """Characters of its texts that stand for none in Unicode, one of which may cover what is not published."""
        text = self.document.seed.text + self.document.text
        return "" if text.isascii() else "".join(sorted(set(UNUSUAL.findall(text))))


@dataclass(frozen=True, slots=True)
class Identity:
    """One bearer across all seeds; `members` are (slug, index in that seed's `Annotations.names`)."""

    id: str
    name: str
    type: NameType
    members: Sequence[tuple[str, int]]
    former_ids: tuple[str, ...] = ()
    """Ids that the members' own names would have: kept as anchors or redirects."""
    description: str = ""
    """The editor's line about the bearer, from `seeds/names.yml`."""
    links: tuple[tuple[str, str], ...] = ()
    """The editor's identifiers of the bearer elsewhere: (`wikidata`, `Q3052772`)."""


@dataclass(frozen=True, slots=True)
class Attestation:
    """One seed's word for an event: the date's id and the clause, in that seed's reading text."""

    slug: str
    date_id: str
    label: TextSpan
    stance: Literal["foreseen", "current", "past", "unknown"] = "unknown"
    agreement: Literal["same", "broader", "narrower", "differs"] = "same"


@dataclass(frozen=True, slots=True)
class Event:
    """A timeline entry; `lane` keeps publications and citations apart from what happened."""

    id: str
    edtf: str
    attestations: tuple[Attestation, ...]
    lane: DateRole = "event"
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """The same words quoted in several places: (slug, quote id) pairs."""

    id: str
    forms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in one seed's reading text."""

    slug: str
    span: TextSpan


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Statements of one or more seeds that cannot all hold; shown side by side, never resolved."""

    kind: str
    statements: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A cross-link that the page of `source` shows, with its reason in words."""

    source: Passage
    to: Passage
    reason: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A place of one seed that names another seed of the collection, whose page is at the address `to`."""

    source: Passage
    to: str
    rule: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """What private sources add: their number, what the editor lets them be called, and how many bear out what is shown.

    The numbers are of private sources, by the id of an event or a name, and by (slug, id) of a quotation.
    """

    sources: int = 0
    called: tuple[str, ...] = ()
    events: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, int] = field(default_factory=dict)
    quotes: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Collection:
    """All sources in slug order and what the linking stage found between them."""

    sources: tuple[Source, ...] = ()
    identities: tuple[Identity, ...] = ()
    events: tuple[Event, ...] = ()
    families: tuple[Family, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    links: tuple[Link, ...] = ()
    speakers: Mapping[str, str] = field(default_factory=dict)
    """A speaker's name as a seed gives it to the id of its identity."""
    references: tuple[Reference, ...] = ()
    withheld: Withheld = field(default_factory=Withheld)
