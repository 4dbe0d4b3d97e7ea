"""Characters that are not what was written: a wrong encoding, lost letters, and signs that nobody sees.

Nothing of it is mended. A guess would alter the text: the issue says where it is and what it seems to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dossier.issues import Issue, Severity
from dossier.model import Document
from dossier.sourcemap import TextSpan

MANY = 20
"""So many issues of a kind have a place each; the last of them counts the rest."""
WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
"""Each byte as Windows-1252 reads it; five bytes that it leaves free stand as control characters."""
BYTES = {char: byte for byte, char in WINDOWS.items()} | {chr(byte): byte for byte in range(0x80, 0x100)}
QUOTING = "\u201c\u201d\u2018\u2019\u201a\u201e\u2026\u2013\u2014\u2039\u203a\u00ab\u00bb\u2022"
"""Signs that may stand behind a letter: "IRM\u00c3\u201d" may be two words' end and a closing mark."""
LETTERS = 3
"""So many letters in a row that are all pairs of a letter and a sign are another alphabet: `Ð¡Ð»Ð¾`."""
ROUND = "\u202d\u202e"
"""Overrides: whatever follows is shown in the other direction, letter by letter."""
OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
"""Signs that set a direction, each with the one that ends it."""


@cache
def misread() -> re.Pattern[str]:
    """Runs of what UTF-8 looks like in Windows-1252 (`â€™`), and one sign as Mac OS Roman has it (`‚Äô`)."""
    trail = "".join(sorted({re.escape(char) for char, byte in BYTES.items() if byte < 0xC0}))  # noqa: PLR2004
    one = f"[\u00c2-\u00df][{trail}]|[\u00e0-\u00ef][{trail}]{{2}}|[\u00f0-\u00f4][{trail}]{{3}}"
    return re.compile(f"(?:{one})+|\u00e2\u20ac\ufffd?|\u201a\u00c4[^\x00-\x7f]")


BEGINNING = re.compile("[\u00c2-\u00f4\u201a]")
"""What a run of misread signs begins with."""
ODD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00c2-\u00f4\u200b\u201a\u202a-\u202e\u2060\u2066-\u2069"
    "\u2400-\u2421\ufeff\ufffd]"
)
"""One of these stands in every text about which there is any doubt."""
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Look:
    """One kind of character: what it is called, where it may stand in the reading text, and what is said of it.

    `own` must hold of the seed's words or the reading text's at the place: the reading text has pictures for some.
    """

    code: str
    severity: Severity
    pattern: re.Pattern[str]
    own: re.Pattern[str]
    message: str


LOOKS = (
    Look(
        "bidi-override",
        "warning",
        re.compile(f"[{ROUND}\ufffd]"),
        re.compile(f"[{ROUND}]"),
        "an invisible sign that turns the order of the letters round ({}); it has no effect here",
    ),
    Look(
        "lost-character",
        "warning",
        re.compile("\ufffd+"),
        re.compile(f"^[^{ROUND}]+$"),
        "letters were lost before the capture ({})",
    ),
    Look(
        "control-character",
        "notice",
        re.compile("[\u2400-\u2421\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"),
        CONTROL,
        "a control character ({})",
    ),
    Look(
        "invisible-character",
        "notice",
        re.compile("(?<=[^\\W\\d_])[\u200b\u2060\ufeff]+(?=[^\\W\\d_])"),
        re.compile(""),
        "an invisible character inside a word ({})",
    ),
)


def named(signs: str) -> str:
    """The first character by its number: `U+202E`."""
    return f"U+{ord(signs[0]):04X}"


def garbled(document: Document) -> Iterator[Issue]:
    """Every doubt about the characters of a document, in the order of its kinds. Linear in the text."""
    text = document.text
    if not ODD.search(text):
        return
    for look in LOOKS:
        yield from told(document, look.code, look.severity, list(seen(document, look)))
    yield from told(document, "mojibake", "warning", list(mojibake(text)))
    yield from told(document, "bidi-unclosed", "notice", list(unclosed(document)))


def seen(document: Document, look: Look) -> Iterator[tuple[TextSpan, str]]:
    """Where one kind of character stands."""
    for found in look.pattern.finditer(document.text):
        place = document.map.to_seed(TextSpan(*found.span()))
        both = document.seed.text[place.start : place.end] + found.group()
        own = look.own.search(both)
        if own:
            yield TextSpan(*found.span()), look.message.format(named(own.group() or found.group()))


def told(document: Document, code: str, severity: Severity, places: list[tuple[TextSpan, str]]) -> Iterator[Issue]:
    """The issues of one kind, the first MANY of them."""
    for number, (span, message) in enumerate(places[:MANY], 1):
        more = f"; {len(places) - MANY} more follow" if number == MANY < len(places) else ""
        yield Issue(code, severity, message + more, document.map.to_seed(span))


def mojibake(text: str) -> Iterator[tuple[TextSpan, str]]:
    """Letters read in a wrong encoding: each kind where it stands first. Nothing where all of it may be meant so."""
    found = [(m, meant(m.group())) for m in runs(text)]
    found = [(m, words) for m, words in found if words is not None]
    if not any(sure(m.group(), words or "", text[m.end() : m.end() + 1]) for m, words in found):
        return
    kinds: dict[str, list[re.Match[str]]] = {}
    for m, _ in found:
        kinds.setdefault(m.group(), []).append(m)
    for raw, places in kinds.items():
        words = meant(raw)
        what = f"\u201c{words}\u201d" if words else "a sign"
        often = f" ({len(places)} times)" if len(places) > 1 else ""
        message = f"\u201c{raw}\u201d{often} looks like {what} read in a wrong encoding; it was left as it is"
        yield TextSpan(*places[0].span()), message


def runs(text: str) -> Iterator[re.Match[str]]:
    """Every run of what may be misread signs."""
    end = 0
    for sign in BEGINNING.finditer(text):
        m = misread().match(text, sign.start()) if sign.start() >= end else None
        if m:
            end = m.end()
            yield m


def meant(raw: str) -> str | None:
    """What a run would be in UTF-8; "" where its last byte is lost; None where it is no UTF-8."""
    if raw.startswith("\u00e2\u20ac") and len(raw.rstrip("\ufffd")) == 2:  # noqa: PLR2004 - the sign without its end
        return ""
    try:
        if raw.startswith("\u201a\u00c4"):
            return raw.encode("mac_roman").decode("utf-8")
        return bytes(BYTES[char] for char in raw).decode("utf-8")
    except UnicodeError:
        return None


def sure(raw: str, words: str, after: str) -> bool:
    """Whether nobody would write it: `â€™`, `Ã©`, a word of another alphabet; `Ã”` only where a letter follows."""
    if raw.startswith(("\u00e2\u20ac", "\u00e2\u201a\u00ac", "\u00e2\u201e\u00a2", "\u201a\u00c4")):
        return True
    if len(words) >= LETTERS and words.isalpha():
        return True
    return raw[0] in "\u00c2\u00c3" and (raw[1] not in QUOTING or after.isalpha())


def unclosed(document: Document) -> Iterator[tuple[TextSpan, str]]:
    """Signs of direction that a block never ends: what follows them there may be shown out of order."""
    if not any(sign in document.text for sign in OPENING):
        return
    for block in document.blocks:
        waiting: list[tuple[str, int]] = []
        for at, char in enumerate(document.words(block), block.span.start):
            if char in OPENING:
                waiting.append((OPENING[char], at))
            elif waiting and char == waiting[-1][0]:
                waiting.pop()
        for _, at in waiting:
            sign = named(document.text[at])
            yield TextSpan(at, at + 1), f"an invisible sign sets a direction that is never ended ({sign})"
