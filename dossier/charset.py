"""The encoding that a web page declares, for pages whose bytes are not UTF-8."""

from __future__ import annotations

import codecs
import re

from dossier.issues import Problem, place

HEAD = 4096
"""Bytes among which a page declares its encoding; browsers look at 1024."""
DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
"""What browsers read for these names: sets that hold the named one and more."""
UNLIKELY = ("utf-16", "utf-32", "utf-7", "unicode", "raw", "idna", "punycode")
"""Names that no page of these bytes can mean."""
STATEFUL = frozenset({"iso2022_jp", "hz"})
"""Encodings whose bytes pass for ASCII."""
MOST_FAULTS = 0.002
"""Share of bytes that may be faulty in a page that is otherwise of the encoding it declares."""
VALID = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half of a pair of UTF-16 in the bytes of UTF-8, which no UTF-8 holds; some programs write such pairs."""
LOST = "\ufffd".encode()
MIXED = "dossier-windows-bytes"


def windows_bytes(error: UnicodeError) -> tuple[str, int]:
    """Faulty bytes in UTF-8 read as Windows-1252; a pair of halves is its character, a half alone is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, at = error.object, error.start
    if SURROGATE.match(data, at):
        pair = data[at : at + 6].decode("utf-8", "surrogatepass") if SURROGATE.match(data, at + 3) else ""
        if len(pair) == 2 and pair[0] < "\udc00" <= pair[1]:  # noqa: PLR2004 - a pair
            return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le"), at + 6
        return "\ufffd", at + 3
    return data[at : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(MIXED, windows_bytes)


def declared(data: bytes) -> str | None:
    """The name of the codec that a page declares, None where it declares none that is known or that holds text."""
    found = DECLARED.search(data[:HEAD])
    if not found:
        return None
    try:
        name = codecs.lookup(b"".join(group for group in found.groups() if group).decode("ascii")).name
        bytes(1).decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    if name.startswith(UNLIKELY):
        return None
    return WIDER.get(name, name)


def stateful(data: bytes) -> bool:
    """Whether a page's bytes only look like ASCII: `ISO-2022-JP`."""
    return (b"\x1b$" in data or b"~{" in data) and declared(data) in STATEFUL


def page_text(data: bytes, fault: UnicodeDecodeError | None, name: str) -> tuple[str, str, tuple[Problem, ...]] | None:
    """Text, encoding and warning of a page that is not UTF-8, by what it declares; None where that explains nothing."""
    codec = declared(data)
    if codec in {None, "utf-8", "utf-8-sig"}:
        return mixed(data, fault, name) if fault else None
    text = data.decode(codec, "replace")
    if text.count("\ufffd") > max(2, len(data) * MOST_FAULTS):
        return None
    return text, codec, (doubt(f"not UTF-8; read as {codec}, which the page declares", data, fault, name, codec),)


def mixed(data: bytes, fault: UnicodeDecodeError, name: str) -> tuple[str, str, tuple[Problem, ...]] | None:
    """Text, encoding and warning of UTF-8 with some faulty bytes; None where more is faulty than right."""
    halves = len(SURROGATE.findall(data))
    rest = SURROGATE.sub(b"", data) if halves else data
    faulty = rest.decode("utf-8", "replace").count("\ufffd") - rest.count(LOST)
    if faulty and len(VALID.findall(rest)) <= faulty:
        return None
    message = "UTF-8 with a few bytes that are not; those are read as Windows-1252"
    if not faulty:
        message = "UTF-8 with halves of UTF-16 in it; a pair is read as its character, a half alone as U+FFFD"
    return data.decode("utf-8", MIXED), "utf-8", (doubt(message, data, fault, name, "utf-8"),)


def doubt(message: str, data: bytes, fault: UnicodeDecodeError | None, name: str, codec: str) -> Problem:
    """The warning, at the first byte that is not UTF-8."""
    at = fault.start if fault else 0
    before = data[:at].decode(codec, "replace")
    line, column, excerpt = place(before + data[at : at + 60].decode(codec, "replace"), len(before))
    mend = "save the file as UTF-8 if letters look wrong"
    return Problem(message, name, line, column, excerpt, mend, "encoding", "warning")
