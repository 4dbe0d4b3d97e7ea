"""Inline syntax: links, emphasis, entities, tags. Each rule drops only its delimiters; the words stay where they are.

Plain text gets the rules of `PLAIN`; a text that shows by its links or headings that it is Markdown gets `MARKED`;
a `.md` seed gets `MARKDOWN`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.clean.draft import Draft
from dossier.clean.edits import Edit, apply
from dossier.clean.raised import lowered, raised
from dossier.model import Mark
from dossier.sourcemap import TextSpan

Found = tuple[list[Edit], list[Mark]]
TAGS = (
    "a|abbr|article|aside|b|big|blockquote|br|center|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|"
    "header|hr|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|"
    "td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr"
)


@dataclass(frozen=True, slots=True)
class InlineRule:
    """One construct: where it stands, and what of it is delimiter and what is marked."""

    name: str
    pattern: re.Pattern[str]
    handle: Callable[[re.Match[str], str], Found]
    example: str


def drop(found: re.Match[str], name: str) -> Found:
    """The whole construct is syntax."""
    return [Edit(found.start(), found.end(), rule=name)], []


def delimited(found: re.Match[str], name: str) -> Found:
    """Delimiters on both sides of the words in group "words"."""
    start, end = found.span("words")
    kind: dict[str, str] = {"strong": "strong", "emphasis": "em", "code": "code"}
    edits = [Edit(found.start(), start, rule=name), Edit(end, found.end(), rule=name)]
    mark = kind.get(name)
    return edits, [Mark(mark, TextSpan(start, end))] if mark else []  # type: ignore[arg-type]


def link(found: re.Match[str], name: str) -> Found:
    """`[words](target)`; a link with no words is furniture of a share bar and wholly syntax."""
    start, end = found.span("words")
    if start == end or not found["words"].strip():
        return drop(found, "empty-link")
    target = found["target"].strip("<>")
    kind = "image" if found.group().startswith("!") else "link"
    edits = [Edit(found.start(), start, rule=name), Edit(end, found.end(), rule=name)]
    return edits, [Mark(kind, TextSpan(start, end), None if target in {"", "#"} else target)]  # type: ignore[arg-type]


def autolink(found: re.Match[str], name: str) -> Found:
    """`<https://…>`."""
    start, end = found.span("words")
    edits = [Edit(found.start(), start, rule=name), Edit(end, found.end(), rule=name)]
    return edits, [Mark("link", TextSpan(start, end), found["words"])]


def entity(found: re.Match[str], name: str) -> Found:
    """`&eacute;` reads as its character."""
    from html import unescape  # noqa: PLC0415 - two thousand names, which few texts use

    resolved = unescape(found.group())
    if resolved == found.group():
        return [], []
    return [Edit(found.start(), found.end(), resolved.replace("\x00", "\ufffd"), None, name)], []


def escape(found: re.Match[str], name: str) -> Found:
    r"""`\*` reads as `*`."""
    return [Edit(found.start(), found.start() + 1, rule=name)], []


def picture(found: re.Match[str], name: str) -> Found:
    """`<img alt="words">` keeps its words."""
    alt = re.search(r"""\balt\s*=\s*(?:"(?P<a>[^"]+)"|'(?P<b>[^']+)')""", found.group())
    if not alt:
        return drop(found, name)
    start, end = alt.span("a") if alt["a"] else alt.span("b")
    start, end = start + found.start(), end + found.start()
    edits = [Edit(found.start(), start, rule=name), Edit(end, found.end(), rule=name)]
    return edits, [Mark("image", TextSpan(start, end))]


def moved(found: re.Match[str], name: str) -> Found:
    """`<sup>6</sup>`: the figures become raised ones, whatever else stands there keeps a mark."""
    start, end = found.span("words")
    words, text = found["words"], found.string
    made = (
        raised(words)
        if found["tag"].lower() == "sup"
        else lowered(words, text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1])
    )
    edits = [Edit(found.start(), start, rule=name), Edit(end, found.end(), rule=name)]
    if made == words:
        return edits, [Mark(found["tag"].lower(), TextSpan(start, end))]  # type: ignore[arg-type]
    changed = [start + at for at, (new, old) in enumerate(zip(made, words, strict=True)) if new != old]
    return [*edits, *(Edit(at, at + 1, made[at - start], None, name) for at in changed)], []


LINK = InlineRule(
    "link",
    re.compile(
        r"!?\[(?P<words>(?:\\.|[^\[\]\\]|\[[^\[\]\\]{0,40}\]){0,2000})\]"
        r"\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
    ),
    link,
    "an [interview](#) with",
)
AUTOLINK = InlineRule(
    "autolink", re.compile(r"<(?P<words>(?:https?|ftp)://[^\s<>]+)>"), autolink, "<https://example.org/a>"
)
STRONG = InlineRule(
    "strong",
    re.compile(r"(?<![\w*])\*\*(?P<words>[^\s*](?:[^*]|\*(?!\*)){0,3000}?)(?<!\s)\*\*(?![\w*])"),
    delimited,
    "**Related:**",
)
EMPHASIS = InlineRule(
    "emphasis", re.compile(r"(?<![\w*])\*(?P<words>[^\s*](?:[^*]{0,3000}[^\s*])?)\*(?![\w*])"), delimited, "*The views*"
)
STRONG_LOW = InlineRule(
    "strong", re.compile(r"(?<!\w)__(?P<words>[^\s_](?:[^_]|_(?!_)){0,3000}?)(?<!\s)__(?!\w)"), delimited, "__Note__"
)
EMPHASIS_LOW = InlineRule(
    "emphasis", re.compile(r"(?<![\w_])_(?P<words>[^\s_](?:[^_]{0,3000}[^\s_])?)_(?![\w_])"), delimited, "_Ibid._"
)
CODE = InlineRule("code", re.compile(r"(?<!`)`(?P<words>[^`\n]{1,500})`(?!`)"), delimited, "`make`")
COMMENT = InlineRule("comment", re.compile(r"<!--?(?:[^-]|-(?!-?>)){0,5000}+-?->"), drop, "<!-- page 3 -->")
TEMPLATE = InlineRule(
    "template-tag",
    re.compile(
        r"\{%(?:[^%]|%(?!\})){0,5000}+%\}|\{\{[<%](?:[^<>%]|[<>%](?!\}\})){0,5000}+[>%]\}\}|\{:[^{}\n]{0,200}\}"
    ),
    drop,
    "{{< figure >}}",
)
PICTURE = InlineRule("image-tag", re.compile(r"<img\b[^<>]*>", re.IGNORECASE), picture, '<img src="x" alt="A wall">')
MOVED = InlineRule(
    "raised",
    re.compile(r"<(?P<tag>su[pb])>(?P<words>[^<>\[\]*_`&\\]{1,40})</(?P=tag)>", re.IGNORECASE),
    moved,
    "10<sup>6</sup>",
)
TAG = InlineRule("tag", re.compile(rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE), drop, "<u>never</u>")
ENTITY = InlineRule(
    "entity", re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"), entity, "&amp;"
)
ESCAPE = InlineRule("escape", re.compile(r"\\[!-/:-@\[-`{-~]"), escape, r"\[1\]")

PLAIN: tuple[InlineRule, ...] = (LINK, AUTOLINK)
MARKED: tuple[InlineRule, ...] = (LINK, AUTOLINK, STRONG, EMPHASIS)
MARKDOWN: tuple[InlineRule, ...] = (
    CODE,
    COMMENT,
    TEMPLATE,
    PICTURE,
    LINK,
    AUTOLINK,
    MOVED,
    TAG,
    ESCAPE,
    STRONG,
    EMPHASIS,
    STRONG_LOW,
    EMPHASIS_LOW,
    ENTITY,
)
SIGNS = re.compile(r"[\[<*_`&\\{]")
"""Characters without which no rule applies."""
MARKDOWN_SIGNS = re.compile(r"\[[^\[\]\n]+\]\((?:#|https?:|/)[^()\s]*\)|^#{1,6} \S|^\*\*[^*\n]+\*\*\s*$", re.MULTILINE)


DEFINED = re.compile(
    r"^ {0,3}\[(?!\^)(?P<label>[^\[\]\n]{1,200})\]:[ \t]+<?(?P<target>[^\s<>]*(?:[/:#]|\w\.\w)[^\s<>]*)", re.MULTILINE
)


def by_reference(text: str) -> tuple[InlineRule, ...]:
    """The rule for links whose target stands in a line of its own: `[words][label]`, `[label][]`, `[label]`."""
    targets = {" ".join(m["label"].lower().split()): m["target"] for m in DEFINED.finditer(text)}
    if not targets:
        return ()

    def handle(found: re.Match[str], name: str) -> Found:
        label = " ".join((found["label"] or found["words"]).lower().split())
        if label not in targets:
            return [], []
        start, end = found.span("words")
        edits = [Edit(found.start(), start, rule=name), Edit(end, found.end(), rule=name)]
        return edits, [Mark("image" if found.group().startswith("!") else "link", TextSpan(start, end), targets[label])]

    return (InlineRule("reference-link", REFERRED, handle, "[words][label]"),)


REFERRED = re.compile(r"!?\[(?P<words>(?:\\.|[^\[\]\\]){1,500})\](?:\[(?P<label>[^\[\]\n]{0,200})\])?")


def syntax_of(text: str, media: str) -> tuple[InlineRule, ...]:
    """The rules that a seed's own text calls for."""
    if media == "md":
        return (*MARKDOWN[: MARKDOWN.index(LINK) + 1], *by_reference(text), *MARKDOWN[MARKDOWN.index(LINK) + 1 :])
    signs = any(sign in text for sign in ("](", "#", "**"))
    return MARKED if signs and MARKDOWN_SIGNS.search(text) else PLAIN


def dress(draft: Draft, source: str, rules: Sequence[InlineRule]) -> Draft:
    """The draft with its inline syntax taken out of the words. Rules run in order; what one took, no other sees."""
    if draft.preformatted or not rules:
        return draft
    text = draft.text(source)
    if not SIGNS.search(text):
        return draft
    taken = bytearray(len(text))
    edits: list[Edit] = []
    marks: list[Mark] = []
    for rule in rules:
        for found in rule.pattern.finditer(text):
            made, marked = rule.handle(found, rule.name)
            if made and not any(any(taken[edit.start : edit.end]) for edit in made):
                for edit in made:
                    taken[edit.start : edit.end] = b"\x01" * (edit.end - edit.start)
                edits += made
                marks += marked
    edits.sort(key=lambda edit: edit.start)
    return apply(draft, source, [edit for edit in edits if edit.start < edit.end], marks)
