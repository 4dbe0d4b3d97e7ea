"""Text becomes Markdown, HTML or an address without becoming markup. Every value a page shows goes through here.

What a seed says is literal: `*`, `<`, `[`, `{{`, `&amp;` or `:smile:` reach the reader as those characters, with
python-markdown and with every extension a maintainer is likely to switch on.
"""

from __future__ import annotations

import html as entities
import re
from urllib.parse import quote, urlsplit

STRANGERS = dict.fromkeys((0x202D, 0x202E, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), 0xFFFD)
"""Code points that UTF-8 or XML refuse, and overrides, which show the letters after them in another order."""
PICTURES = {code: 0x2400 + code for code in range(32)} | {0x7F: 0x2421}
"""A control character shows as its Unicode picture."""
ONE_LINE = STRANGERS | PICTURES | dict.fromkeys(map(ord, "\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), 0x20)
MANY_LINES = STRANGERS | PICTURES | dict.fromkeys(map(ord, "\n\r\x0b\x0c\x85\u2028\u2029"), 0x0A) | {0x09: 0x09}

ALWAYS = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "^": "&#94;"}
    | {sign: f"\\{sign}" for sign in "\\`*_[]{}"}
)
"""Characters that are markup wherever they stand, to Markdown itself or to an extension (`H~2~O`, `x^2^`)."""
PAIRS = re.compile(r"(?<=\+)\+|\+(?=\+)|(?<==)=|=(?==)|#(?=\s*\Z)|!(?=\Z)|:(?=[\w+-]+:)")
"""`++key++`, `==mark==`, the closing `#` of a heading, a `!` that a link may follow, `:emoji:`."""
SIGNS = re.compile(r"[\\`*_\[\]{}&<>|~^+=#!:]")
"""What is markup wherever it stands, or may be: a line without any needs no other look."""
PLAIN = re.compile(
    r"[^\W\d_][^\\`*_\[\]{}&<>|~^+=#!:\x00-\x1f\x7f\x85\u2028\u2029\u202d\u202e\ud800-\udfff\ufffe\uffff]*+"
)
"""Text that begins with a letter and holds nothing that is ever markup: most of what is escaped."""
BEGINS = re.compile(r"(?P<sign>[-+#=:!?/%$@.;,])|(?P<number>\d{1,9})(?P<dot>[.)])")
"""What begins a list, a heading, an underline, an admonition or a tab when it is first on its line."""
IN_TAGS = re.compile(r"[&<>\"'`\\*_\[\](){}#+!|~^=:@]")
"""What a Markdown parser may still read inside a tag or between raw tags, or HTML itself does."""
SPACES = re.compile(" {2,}")
ID = re.compile(r"[\w.-]+", re.ASCII)
FILE = re.compile(r"[\w./~-]*+", re.ASCII)
"""A path that needs no percent sign."""
SCHEMES = ("http", "https", "mailto")
SOLID = "/:?#@!$,+=&%~"
"""What an address keeps; brackets, quotation marks and the like are percent-encoded."""


class Safe(str):
    """Text that is already Markdown or HTML: a template prints it as it stands, and everything else escaped."""

    __slots__ = ()


def one_line(text: str) -> str:
    """The text with line ends of every kind as spaces and control characters as their pictures."""
    return text if text.isprintable() else text.translate(ONE_LINE)


def many_lines(text: str) -> str:
    """The text with line ends of one kind, and control characters as their pictures."""
    return text.replace("\r\n", "\n").translate(MANY_LINES)


def reference(match: re.Match[str]) -> str:
    """A character as a numeric reference: `<` is `&#60;`."""
    return f"&#{ord(match[0])};"


def markdown(text: str, *, start: bool = True) -> Safe:
    """Markdown that shows exactly this text; `start` where it may stand first on its line."""
    if PLAIN.fullmatch(text) and "  " not in text:
        return Safe(text)
    line = one_line(text)
    line = SPACES.sub(" ", line) if "  " in line else line
    lead = ""
    if start:
        line = line.lstrip(" ")
        begins = BEGINS.match(line)
        if begins:
            lead = f"{begins['number']}\\{begins['dot']}" if begins["number"] else f"&#{ord(begins['sign'])};"
            line = line[begins.end() :]
    return Safe(lead + (PAIRS.sub(reference, line.translate(ALWAYS)) if SIGNS.search(line) else line))


def attribute(text: str) -> Safe:
    """The inside of a double-quoted attribute, or one line between raw HTML tags; inert in Markdown too."""
    line = one_line(text)
    return Safe(IN_TAGS.sub(reference, line) if IN_TAGS.search(line) else line)


def identifier(name: str) -> Safe:
    """An id, which is ours and never a seed's words. Raises ValueError where it is not one."""
    if not ID.fullmatch(name):
        raise ValueError(f"{name!r} cannot be an id")
    return Safe(name)


def preformatted(text: str) -> Safe:
    """The inside of a raw `<pre>`: the text with its lines."""
    return Safe(re.sub(r"\t", reference, IN_TAGS.sub(reference, many_lines(text))))


def plain(text: str) -> str:
    """What MkDocs and Zensical print as HTML without escaping it: a title in the front matter."""
    return entities.escape(one_line(text), quote=False)


def live(url: str | None) -> bool:
    """Whether a link of a seed may be followed: a web or mail address, never `javascript:`, `data:` or a bare path."""
    try:
        parts = urlsplit(one_line(url or "").strip())
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc or (parts.scheme.lower() == "mailto" and parts.path))


def file_address(path: str) -> Safe:
    """The destination for a link to a file, by its path."""
    return Safe(path if FILE.fullmatch(path) else quote(path, safe="/"))


def address(url: str) -> Safe:
    """A destination for a Markdown link or an attribute, percent-encoded where Markdown or HTML would trip over it."""
    return Safe(quote(one_line(url).strip(), safe=SOLID))
