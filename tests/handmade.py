"""Sources made by hand for the tests of the write stage: blocks with their roles, and annotations over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from dossier.clean.assemble import assemble
from dossier.clean.draft import Bit, Draft
from dossier.issues import Issue
from dossier.model import (
    Annotations,
    Attestation,
    Collection,
    Date,
    Disagreement,
    Document,
    Event,
    Fact,
    Family,
    Identity,
    Join,
    Link,
    Mark,
    Meta,
    Name,
    Note,
    Passage,
    Quote,
    Role,
    Seed,
    Sidecar,
    Source,
    Speaker,
)
from dossier.sourcemap import SeedSpan, TextSpan


@dataclass(frozen=True)
class Part:
    """A block to be: its role and its words in the seed."""

    role: Role
    text: str
    level: int = 0
    shown: bool = True
    ordinal: str = ""


def document(
    parts: Sequence[Part], slug: str = "one", meta: Meta | None = None, file: str = "seeds/one.txt"
) -> Document:
    """A document of these blocks. Parts without a visible character are left out, as the cleaner does."""
    kept = [part for part in parts if part.text.strip()]
    text, drafts = "", []
    for part in kept:
        span = SeedSpan(len(text), len(text) + len(part.text))
        literal = part.role in {"code", "table"}
        drafts.append(
            Draft(
                part.role,
                f"{part.role}-rule",
                (Bit(span),),
                level=part.level,
                shown=part.shown,
                ordinal=part.ordinal,
                preformatted=literal,
            )
        )
        text += part.text + "\n\n"
    done = assemble(text, drafts)
    seed = Seed(file, sha256(text.encode("utf-8", "replace")).hexdigest(), "utf-8", "txt", text)
    return Document(seed, slug, done.text, done.map, done.blocks, done.segments, meta or Meta())


def printed(value: str) -> Fact:
    return Fact(value, "printed", "title-line", SeedSpan(0, 1))


def spans(found: Document, count: int) -> list[TextSpan]:
    """Non-empty ranges, one in each of the first blocks that have room for it, then again from the first."""
    rooms = [block.span for block in found.blocks if block.span.end - block.span.start > 2]
    return [TextSpan(room.start, room.end - 1) for room in (rooms * count)[:count]] if rooms else []


@dataclass
class Everything:
    """A collection of two sources in which every field that holds words holds the given ones."""

    words: str
    parts: list[Part] = field(default_factory=list)

    def blocks(self) -> list[Part]:
        w = self.words
        return [
            Part("title", f"{w} t"),
            Part("subtitle", f"{w} s"),
            Part("byline", f"{w} b"),
            Part("paragraph", f"{w} p {w}"),
            Part("heading", f"{w} h", level=2),
            Part("bullet", f"{w} one", level=1),
            Part("bullet", f"{w} two", level=2, ordinal="2."),
            Part("bullet", f"{w} three", level=1, ordinal="iv)"),
            Part("bullet", f"{w} four", level=1),
            Part("blockquote", f"{w} q"),
            Part("caption", f"{w} c"),
            Part("code", f"  {w}\n\n    c"),
            Part("table", f"| {w} | a |\n| {w} | b |"),
            Part("table", f"{w}\ta\n -- {w}\tb\nc"),
            Part("boilerplate", f"{w} hidden", shown=False),
            Part("note", f"{w} note"),
            Part("bio", f"{w} bio"),
            Part("url", f"{w} url"),
        ]

    def source(self, slug: str) -> Source:
        w = self.words
        meta = Meta(
            title=printed(w),
            subtitle=printed(w),
            authors=(printed(w), Fact(w, "sidecar", "sidecar")),
            publisher=printed(w),
            published=printed("2018-09-06"),
            url=printed(w),
            archived_url=printed(f"https://example.org/{w}"),
            kind=printed(w),
            series=Fact(w, "sidecar", "sidecar"),
            rights=printed(w),
        )
        found = document(self.blocks(), slug, meta, file=f"seeds/{slug} [a]*_#%.txt")
        seed = replace(found.seed, sidecar=Sidecar(f"seeds/{w}.yml", {"series": w}))
        notes = [block.id for block in found.blocks if block.role == "note"]
        body = next(block.span for block in found.blocks if block.role == "paragraph")
        first, second = TextSpan(body.start, body.start + 1), TextSpan(body.end - 1, body.end)
        issues = tuple(
            Issue(code, "warning", w, SeedSpan(3, 9))
            for code in ("stripped-link", "missing-table", "unclosed-quote", w)
        )
        note_span = next(block.span for block in found.blocks if block.role == "note")
        annotations = Annotations(
            notes=(
                Note(w, w, (first, second), (note_span,), tuple(notes), incomplete=True, rule=w),
                Note(w, w, (second,), None, (), incomplete=False, rule=w, section=1),
            ),
            names=(Name(w, "person", (TextSpan(body.start, body.end),), w), Name(w, "place", (second,), w)),
            dates=(
                Date("d-1", TextSpan(body.start, body.end - 1), "2018-09", "explicit", "event", w, event=body),
                Date("d-2", second, None, "unresolvable", "event", w, reason=w),
            ),
            quotes=(
                Quote("q-1", body, "speech", w, speaker=Speaker(first, w), said="2018-09-06"),
                Quote("q-2", second, "term", w, parent="q-1"),
                Quote("q-3", first, "fragment", w, speaker=Speaker(second, f"{w} unknown", known=False)),
            ),
            issues=issues,
        )
        marks = (
            Mark("em", body),
            Mark("link", first, w),
            Mark("link", second),
            Mark("image", second, f"https://a.b/{w}"),
        )
        joins = (Join(SeedSpan(3, 5), w, found.blocks[0].id),)
        return Source(replace(found, seed=seed, issues=issues, marks=marks, joins=joins), annotations)

    def collection(self) -> Collection:
        w = self.words
        sources = (self.source("one"), self.source("two"))
        body = next(block.span for block in sources[0].document.blocks if block.role == "paragraph")
        passages = (Passage("one", body), Passage("two", body))
        return Collection(
            sources=sources,
            identities=(
                Identity("who", w, "person", (("one", 0), ("two", 0))),
                Identity("where", w, "place", (("one", 1),)),
            ),
            events=(
                Event("e-1", "2018-09", (Attestation("one", "d-1", body, "foreseen"), Attestation("two", "d-1", body))),
                Event("e-2", w, (Attestation("one", "d-2", body, agreement="differs"),), "citation", ("e-0",)),
            ),
            families=(Family("f-1", (("one", "q-1"), ("two", "q-1"))),),
            disagreements=(Disagreement(w, passages),),
            links=(Link(passages[0], passages[1], w),),
            speakers={w: "who"},
        )
