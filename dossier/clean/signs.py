"""What gives away a line that stands apart from the body: credits, captions, disclaimers, labels before an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern with the words, one of which stands in every match: most lines hold none and cost next to nothing."""

    pattern: re.Pattern[str]
    needs: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The pattern's first match."""
        small = lowered(text)
        for word in self.needs:
            if word in small:
                return self.pattern.search(text)
        return None


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """A text in small letters; every sign asks it of the same line."""
    return text.lower()


def either(*forms: str) -> re.Pattern[str]:
    """One pattern of several forms, capitals and small letters alike."""
    return re.compile("|".join(forms), re.IGNORECASE)


PICTURE = (
    r"(?:photos?|pictures?|images?|photographs?|illustrations?|cover (?:photo|image)|featured image|graphic|video|"
    r"top (?:photo|image)|header image|lead image)"
)
HOLDERS = (
    r"(?:Getty Images|Shutterstock|Wikimedia Commons|Flickr|AFP|Reuters|AP Photo|EPA|Unsplash|iStock|Alamy|Pexels)"
)
AGENCIES = r"(?:AP|AFP|EPA|Reuters|Getty|PA|UPI)"
PUBLISHED = (
    r"(?:published|appeared|posted|printed|produced|adapted|republished|reprinted|syndicated|excerpted|translated)"
)
PIECE = r"(?:article|post|piece|essay|story|interview|text|column|translation|op-ed|report|commentary|excerpt)"

DISCLAIMER = Sign(
    either(
        r"\b(?:views?|opinions?|statements?|positions?)\b.{0,80}\bdo(?:es)? not (?:necessarily )?(?:reflect|represent)",
        r"\b(?:views?|opinions?|statements?|positions?)\b.{0,80}\bare (?:solely |strictly |entirely )?"
        r"(?:those of|(?:his|her|their|my) own)",
        r"\b(?:views?|opinions?|statements?|positions?)\b.{0,80}\b(?:are|is) (?:not )?necessarily",
        r"\bdisclaimer\s*:",
        r"\bnothing (?:in|on) this (?:article|site|page) (?:is|constitutes)\b",
        r"\bnot (?:intended as |constitute )(?:legal|financial|investment|medical) advice\b",
    ),
    ("reflect", "represent", "those of", " own", "necessarily", "disclaimer", "nothing ", "advice"),
)

SHARED = r"(?=.*\b(?:CC|Creative Commons|license|Getty|Wikimedia|Flickr)\b)"
CREDIT_OPENING = either(
    rf"^[\s*_(\[]*+{PICTURE}(?:\s++(?:credits?|courtesy|source))?\s*+"
    rf"(?::|\bby\b|\bvia\b|\bcourtesy\b|\bfrom\b{SHARED}|©)",
    r"^[\s*_(\[]*+(?:(?:image|photo)\s*+)?credits?\s*+:",
    r"^[\s*_(\[]*+(?:image|photo|picture) (?:source|copyright)\b",
    r"^[\s*_(\[]*+courtesy of\b.{0,60}$",
    r"^\s*(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|by\b|\d{4}))",
    r"^[\s*_(\[]*(?:additional )?(?:reporting|editing|writing) by [A-Z]",
    rf"^[\s*_]*(?:first|originally|previously) {PUBLISHED}\b",
    r"^[\s*_]*(?:republished|reprinted|reposted) (?:with|from|by|under|courtesy)\b",
)
CREDIT = Sign(
    either(
        r"\((?:CC|Creative Commons)[ -](?:BY|0|Zero)\b",
        r"\bunder (?:a|the) Creative Commons\b",
        rf"(?:^|[/|(]|\bvia\s)\s*{HOLDERS}\)?\.?\s*$",
        r"\ball rights reserved\b",
        r"\bcontributed (?:to this (?:report|story|article)|reporting)\.?$",
        rf"^a version of this {PIECE} (?:appears|appeared|was|first|originally)\b",
    ),
    (
        "(cc",
        "commons",
        "getty",
        "shutterstock",
        "wikimedia",
        "flickr",
        "afp",
        "reuters",
        "ap photo",
        "epa",
        "unsplash",
        "istock",
        "alamy",
        "pexels",
        "reserved",
        "contributed",
        "version of this",
    ),
)
FIRST_PUBLISHED = Sign(
    either(
        rf"^[\s*_]*this {PIECE} (?:was|has been|is|has|(?:was |has been |is )?(?:originally|first))\b"
        rf".{{0,60}}\b{PUBLISHED}\b"
    ),
    ("this ",),
)
CAPTION = Sign(
    either(
        r"\((?:source|photo|image|picture|credit|photograph|pictured|illustration)s?\s*+:[^()]*+(?:\([^()]*+\)[^()]*+)?\)?\s*+$",
        r"^\s*+(?:FILE\s*+(?:PHOTO\s*+)?[-\u2013\u2014:]|pictured\s*+(?:(?:above|below|left|right)\s*+)?[:,])",
        r"^\s*(?:caption\s*:|\(pictured\b)",
        r"^\s*fig(?:ure|\.)\s*\d+\s*[.:]",
        r"^\s*\[(?:illustration|image|photo|picture|caption|figure)\b",
        r"^\s*(?:image|photo|media) caption\b",
        rf"[(\[]{AGENCIES}?\s*+(?:(?:Photo|Images?|Pool)\s*+)?/\s*+[A-Z][\w .'\u2019-]+[)\]]\.?\s*$",
        rf"[(\[][A-Z][\w .'\u2019-]{{2,40}}/\s*{AGENCIES}[\w ]*[)\]]\.?\s*$",
    ),
    ("(", "[", "file", "pictured", "caption", "fig"),
)
LABEL_ONLY = re.compile(r"^[\s*_]*+([A-Za-z ]{2,24})\s*+:\s*+(?:[*_]++\s*+)?(<?(?:https?://|www\.)\S+)?$")
"""`Original url:` with or without its address."""
