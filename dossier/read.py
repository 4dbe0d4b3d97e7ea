"""Read: bytes on disk become a seed's text and its sidecar, or one error that says where and how to mend it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from dossier.charset import mixed, page_text, stateful
from dossier.folder import COLLECTION_FILES, MEDIA, Found, contents, find, published_name
from dossier.issues import DossierError, Problem, place
from dossier.model import Media, Seed
from dossier.sidecar import parse_sidecar, restricts
from dossier.sidecar.front import both, front_matter

__all__ = [
    "COLLECTION_FILES",
    "MEDIA",
    "Capture",
    "Found",
    "capture",
    "contents",
    "decode",
    "find",
    "published_name",
    "read",
    "restricted",
    "understood",
]

LONGEST_HEAD = 65_536
"""Bytes in which a front matter stands."""
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first where one begins another (UTF-16-LE's mark begins UTF-32-LE's)."""
NUL_PATTERNS = (
    ("utf-32-le", 4, (1, 2, 3)),
    ("utf-32-be", 4, (0, 1, 2)),
    ("utf-16-le", 2, (1,)),
    ("utf-16-be", 2, (0,)),
)
MOST = {"txt": 16_000_000, "md": 16_000_000, "html": 64_000_000}
"""Characters of a seed. The Bible has 4 million; a saved page may hold its pictures, which cost little."""
MOST_LINES = 300_000
"""Lines of a seed; the Bible has 100,000. Each may be a paragraph of its own."""
MOST_TAGS = 500_000
"""Signs `<` in a page."""
LINE_ENDS = ("\n", "\r", "\x85", "\u2028", "\u2029")
REGULAR = 0.9
"""Share of the expected places that must hold NUL before text without a mark is taken for UTF-16 or UTF-32."""
CP1252_HOLES = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
CONTROLS = bytes([*range(0x07), *range(0x0E, 0x1B)])
BINARY_CONTROLS = re.compile(b"[" + CONTROLS + b"]")


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of a seed and of its sidecar (None where it has none) as they were read, each with its published name.

    All that follows depends on these alone, so that any process can do it, and none reads another state of the files.
    """

    name: str
    data: bytes
    beside: str = ""
    sidecar: bytes | None = None


def read(path: Path, sidecar: Path | None = None) -> tuple[Seed, tuple[Problem, ...]]:
    """One seed with its sidecar, and warnings for the maintainer.

    Raises DossierError for a file that is empty, binary or undecodable, and for a faulty sidecar.
    """
    return understood(capture(path, sidecar))


def capture(path: Path, sidecar: Path | None = None) -> Capture:
    """What stands in the files now. Raises DossierError where one cannot be read."""
    if sidecar is None:
        return Capture(published_name(path), contents(path))
    return Capture(published_name(path), contents(path), published_name(sidecar), contents(sidecar))


def understood(held: Capture) -> tuple[Seed, tuple[Problem, ...]]:
    """The seed that some bytes are, and warnings. Raises DossierError as `read` does."""
    name, data = held.name, held.data
    media = MEDIA[PurePosixPath(name).suffix.lower()]
    text, encoding, warnings = decode(data, name, page=media == "html")
    if not text.strip():
        mend = "paste the captured text into it, or remove the file"
        raise DossierError("this seed is empty", file=name, mend=mend, code="empty-seed")
    refuse_endless(text, name, media)
    beside = parse_sidecar(held.sidecar, held.beside) if held.sidecar is not None else None
    front, doubts = front_matter(text, name) if media == "md" else (None, ())
    seed = Seed(name, sha256(data).hexdigest(), encoding, media, text, both(front, beside), data)
    return seed, (*warnings, *doubts)


def restricted(held: Capture) -> bool:
    """Whether sidecar or front matter, faulty as they may be, mean that not all of a seed is published."""
    heads = [held.data[:LONGEST_HEAD]] if held.name.lower().endswith(".md") else []
    return any(map(restricts, [*heads, *([held.sidecar] if held.sidecar is not None else [])]))


def refuse_endless(text: str, name: str, media: Media) -> None:
    """Raise for a text that is no one document: it would take memory and time without end."""
    lines = sum(map(text.count, LINE_ENDS)) - text.count("\r\n") if media != "html" else 0
    tags = text.count("<") if media == "html" else 0
    counted = ((len(text), MOST[media], "characters"), (lines, MOST_LINES, "lines"), (tags, MOST_TAGS, "tags"))
    for count, most, what in counted:
        if count > most:
            message = f"this seed has {count:,} {what}, and one document has at most {most:,}"
            raise DossierError(message, file=name, mend="divide it into several seeds", code="too-large")


def decode(data: bytes, name: str, *, page: bool = False) -> tuple[str, str, tuple[Problem, ...]]:
    """Text, encoding and warnings: a mark or NULs decide, then UTF-8, then what a page declares, then Windows-1252."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return strict(data[len(bom) :], encoding, name), encoding, ()
    by_nuls = nul_pattern(data)
    if by_nuls:
        message = f"read as {by_nuls.upper()}, which its NULs suggest"
        doubt = Problem(message, name, mend="save the file as UTF-8", code="encoding", severity="warning")
        return strict(data, by_nuls, name), by_nuls, (doubt,)
    refuse_binary(data, name)
    if page and stateful(data):
        return page_text(data, None, name) or (data.decode("utf-8", "replace"), "utf-8", ())
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        return (page_text(data, error, name) if page else mixed(data, error, name)) or windows(data, error, name)


def strict(data: bytes, encoding: str, name: str) -> str:
    """Decode, or point at the first bytes that are not of that encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        line, column, excerpt = place(before + "\N{REPLACEMENT CHARACTER}", len(before))
        message = f"byte {error.start} is not {encoding.upper()}, which the file's byte-order mark promises"
        raise DossierError(
            message, file=name, line=line, column=column, excerpt=excerpt, mend="save the file as UTF-8"
        ) from error


def nul_pattern(data: bytes) -> str | None:
    """The encoding whose regular NULs a text without a mark shows; None where NULs are absent or scattered."""
    head = data[:4096]
    if 0 not in head:
        return None
    for encoding, width, holes in NUL_PATTERNS:
        units = len(head) // width
        if units < 2 or len(data) % width:  # noqa: PLR2004 - one unit shows no pattern
            continue
        full = all(sum(head[i * width + h] == 0 for i in range(units)) >= REGULAR * units for h in holes)
        rest = [place for place in range(width) if place not in holes]
        if full and all(sum(head[i * width + r] == 0 for i in range(units)) <= (1 - REGULAR) * units for r in rest):
            return encoding
    return None


def refuse_binary(data: bytes, name: str) -> None:
    """Raise for a file that is no text: NULs, or more control bytes than a capture ever holds."""
    head = data[:8192]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if 0 in head or controls > max(8, len(head) // 20):
        first = BINARY_CONTROLS.search(data)
        at = first.start() if first else 0
        line, column, excerpt = place(
            data[: at + 80].decode("utf-8", "replace"), len(data[:at].decode("utf-8", "replace"))
        )
        raise DossierError(
            f"this is a binary file, not text (byte {at} is {data[at]:#04x})",
            file=name,
            line=line,
            column=column,
            excerpt=excerpt,
            mend="save the article's text as UTF-8 without this character, or move the file out of seeds/",
        )


def windows(data: bytes, fault: UnicodeDecodeError, name: str) -> tuple[str, str, tuple[Problem, ...]]:
    """Read as Windows-1252 with a warning, or point at the byte that no known encoding explains."""
    hole = CP1252_HOLES.search(data)
    at = hole.start() if hole else fault.start
    before = data[:at].decode("cp1252", "replace")
    line, column, excerpt = place(before + data[at : at + 60].decode("cp1252", "replace"), len(before))
    if hole:
        message = f"byte {at} ({data[at]:#04x}) is neither UTF-8 nor Windows-1252"
        raise DossierError(
            message, file=name, line=line, column=column, excerpt=excerpt, mend="save the file as UTF-8"
        ) from fault
    message, mend = "not UTF-8; read as Windows-1252", "save the file as UTF-8 if letters look wrong"
    doubt = Problem(message, name, line, column, excerpt, mend, "encoding", "warning")
    return data.decode("cp1252"), "cp1252", (doubt,)
