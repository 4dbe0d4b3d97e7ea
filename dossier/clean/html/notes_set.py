"""The notes of a page set into its drafts: their texts become notes, their labels and ways back syntax."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dossier.clean.draft import Bit, Draft, shown
from dossier.clean.edits import Edit, apply
from dossier.clean.furniture import plain
from dossier.clean.html.notes import MISSING, PageNotes
from dossier.clean.html.notes_beside import RULE as BESIDE
from dossier.clean.html.notes_page import PageNote
from dossier.clean.html.notes_shelves import END, Places
from dossier.clean.roles import hide
from dossier.clean.shapes import page_words
from dossier.model import Definition, Mark
from dossier.sourcemap import SeedSpan, TextSpan


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of a draft and the range of the draft's words that it makes."""

    bit: Bit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Noted:
    """The drafts of an article with its notes set, the drafts around it, and the notes in the source's order."""

    drafts: list[Draft]
    around: list[Draft]
    definitions: list[Definition]


def set_notes(drafts: Sequence[Draft], around: Sequence[Draft], source: str, found: PageNotes) -> Noted:
    """The texts of the notes that the article cites set as notes, wherever on the page they stand.

    A note of which no marker stands in the article's drafts is none of the article's.
    """
    drafts = [numbered(draft, found) for draft in drafts]
    words = Places([(b.span.start, b.span.end) for d in drafts for b in d.bits if b.role is None and b.text != ""])
    silent = Places([each for note in found.notes if note.body for each in note.body.silent])
    notes = [
        replace(n, refs=tuple(r for r in n.refs if words.holds(r[0]) and not silent.holds(r[0]))) for n in found.notes
    ]
    lists = {id(note.body.holder.parent) for note in notes if note.refs and note.body}
    bare = {id(new) for new, old in zip(notes, found.notes, strict=True) if not old.refs}
    mine = [note for note in notes if note.refs or (id(note) in bare and uncited(note, words, lists))]
    owners = Owners(
        sorted((start, end, index) for index, note in enumerate(mine) if note.body for start, end in note.body.ranges)
    )
    moved = [draft for draft in around if owners.of(draft.span.start) >= 0]
    left = [draft for draft in around if owners.of(draft.span.start) < 0]
    refs = Places([each for note in mine for each in note.refs])
    made = [part for draft in (*drafts, *moved) for part in divided(draft, source, owners, silent, refs)]
    made.sort(key=lambda draft: draft.span.start)
    held = {draft.note for draft in made if draft.note is not None and draft.text(source).strip()}
    definitions = sections([definition(note, source, told=n in held) for n, note in enumerate(mine)])
    return Noted(hidden_headings(made, source), left, definitions)


def numbered(draft: Draft, found: PageNotes) -> Draft:
    """The draft with the numbers that only a style sheet prints: `<label class="sidenote-number">` is the note's."""
    printed = {note.refs[0][0]: note.label for note in found.notes if note.rule == BESIDE and note.refs}
    if not printed or not any(bit.role == "markup" and bit.span.start in printed for bit in draft.bits):
        return draft
    bits = [
        Bit(bit.span, printed[bit.span.start], None, "style-sheet-number")
        if bit.role == "markup" and bit.span.start in printed
        else bit
        for bit in draft.bits
    ]
    at = 0
    moves: list[tuple[int, int]] = []
    for old, new in zip(draft.bits, bits, strict=True):
        if old is not new:
            moves.append((at, len(new.text or "")))
        at += len(old.text) if old.text is not None else old.span.end - old.span.start

    def moved(offset: int) -> int:
        return offset + sum(size for place, size in moves if place <= offset)

    marks = tuple(replace(m, span=TextSpan(moved(m.span.start), moved(m.span.end))) for m in draft.marks)
    return replace(draft, bits=tuple(bits), marks=marks)


class Owners:
    """Which note holds a place of the seed."""

    def __init__(self, ranges: Sequence[tuple[int, int, int]]) -> None:
        self.ranges = ranges

    def of(self, at: int) -> int:
        """The index of the note whose text holds a place, -1 for none."""
        place = bisect_right(self.ranges, (at, END, 0)) - 1
        return self.ranges[place][2] if place >= 0 and at < self.ranges[place][1] else -1


def uncited(note: PageNote, words: Places, lists: set[int]) -> bool:
    """Whether a note without a marker is the article's: its text stands in it, or in a list of notes that it cites."""
    if note.body is None:
        return False
    return id(note.body.holder.parent) in lists or any(words.touches(*each) for each in note.body.ranges)


def definition(note: PageNote, source: str, *, told: bool) -> Definition:
    """A note with its places in the seed; `told` where its text stands in the drafts."""
    refs = tuple(SeedSpan(start, end) for start, end in note.refs)
    marker = " ".join(source[refs[0].start : refs[0].end].split()) if refs else note.label
    if not note.body or not told:
        return Definition(note.label, marker, refs, None, MISSING)
    start, end = note.body.silent[0] if note.body.silent else note.body.ranges[0]
    opening = SeedSpan(start, end) if note.body.silent else SeedSpan(start, start + 1)
    return Definition(note.label, marker if "<" not in marker else note.label, refs, opening, note.rule)


def sections(notes: Sequence[Definition]) -> list[Definition]:
    """The notes with the stretch of numbering that each stands in: a label that comes again begins a new one."""
    seen: set[str] = set()
    section = 0
    made = []
    for note in notes:
        if note.label in seen:
            section += 1
            seen = set()
        seen.add(note.label)
        made.append(replace(note, section=section))
    return made


def divided(draft: Draft, source: str, owners: Owners, silent: Places, refs: Places) -> Iterable[Draft]:
    """A draft parted where texts of notes begin and end: the article's own words first, then each note's."""
    pieces = list(pieces_of(draft, source))
    groups: dict[int, list[Piece]] = {}
    last = -1
    for piece in pieces:
        owner = owners.of(piece.bit.span.start)
        # Syntax between two stretches stays with the one before it.
        last = owner if piece.start < piece.end or owner >= 0 else last
        groups.setdefault(owner if piece.start < piece.end or owner >= 0 else last, []).append(piece)
    for owner, held in groups.items():
        part = draft if len(groups) == 1 else cut(draft, held)
        if owner >= 0:
            part = as_note(part, source, owner, silent)
        yield unlinked(part, source, refs)


def pieces_of(draft: Draft, source: str) -> Iterable[Piece]:
    """The bits of a draft with the words that they make."""
    at = 0
    for bit in draft.bits:
        size = len(shown(bit, source, preformatted=draft.preformatted))
        yield Piece(bit, at, at + size)
        at += size


def cut(draft: Draft, held: Sequence[Piece]) -> Draft:
    """The draft of some of its bits, its marks where their words now stand."""
    marks: list[Mark] = []
    at = 0
    stretches = []
    for piece in held:
        stretches.append((piece.start, piece.end, at))
        at += piece.end - piece.start
    for mark in draft.marks:
        inside = [
            (max(mark.span.start, start) - start + place, min(mark.span.end, end) - start + place)
            for start, end, place in stretches
            if start < mark.span.end and mark.span.start < end
        ]
        if inside:
            marks.append(replace(mark, span=TextSpan(inside[0][0], inside[-1][1])))
    return replace(draft, bits=tuple(piece.bit for piece in held), marks=tuple(marks))


def as_note(draft: Draft, source: str, index: int, silent: Places) -> Draft:
    """The draft as a paragraph of the note of that index, its label and ways back dropped from its words."""
    edits: list[Edit] = []
    text = draft.text(source)
    for piece in pieces_of(draft, source):
        if piece.start == piece.end:
            continue
        for start, end in silent_parts(piece, silent):
            edits.append(Edit(start, end, rule="note-label"))
    kept = bytearray(b"\x01" * len(text))
    for edit in edits:
        kept[edit.start : edit.end] = b"\x00" * (edit.end - edit.start)
    first = next((at for at in range(len(text)) if kept[at] and not text[at].isspace()), len(text))
    last = next((at for at in range(len(text) - 1, -1, -1) if kept[at] and not text[at].isspace()), -1) + 1
    edges = [(at, at + 1) for at in range(len(text)) if kept[at] and (at < first or at >= last)]
    edits += [Edit(start, end, rule="note-label") for start, end in edges]
    done = apply(draft, source, sorted(edits, key=lambda edit: edit.start))
    bits = tuple(replace(bit, role=None) if bit.rule == "note-label" else bit for bit in done.bits)
    marks = tuple(mark for mark in done.marks if mark.span.start < mark.span.end)
    return replace(
        done, role="note", rule="linked-note", note=index, bits=bits, marks=marks, level=0, ordinal="", shown=True
    )


def silent_parts(piece: Piece, silent: Places) -> Iterable[tuple[int, int]]:
    """The ranges of a piece's words that are no words of the note."""
    span = piece.bit.span
    pointwise = span.end - span.start == piece.end - piece.start
    if not pointwise:
        if silent.holds(span.start):
            yield piece.start, piece.end
        return
    run: int | None = None
    for at in range(span.start, span.end + 1):
        held = at < span.end and silent.holds(at)
        if held and run is None:
            run = at
        elif not held and run is not None:
            yield piece.start + run - span.start, piece.start + at - span.start
            run = None


def unlinked(draft: Draft, source: str, refs: Places) -> Draft:
    """The draft without the links of markers, which the page makes itself."""
    if not draft.marks:
        return draft
    starts: dict[int, int] = {}
    for piece in pieces_of(draft, source):
        if piece.start < piece.end:
            starts.setdefault(piece.start, piece.bit.span.start)
    kept = [m for m in draft.marks if not (m.kind == "link" and refs.holds(starts.get(m.span.start, -1)))]
    return replace(draft, marks=tuple(kept))


def hidden_headings(drafts: list[Draft], source: str) -> list[Draft]:
    """A heading `Notes` under which a note stands is the page's own, and is not shown."""
    made = list(drafts)
    for index, (draft, after) in enumerate(pairwise(drafts)):
        if draft.note is None and after.note is not None and plain(draft.text(source)) in page_words("note_headings"):
            made[index] = hide(draft, "notes-heading", "metadata")
    return made
