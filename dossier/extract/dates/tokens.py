"""A text as tokens: words, numbers and marks, each with its kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from dossier.extract.dates.kinds import BREAK, OTHER, abbreviations, codes, lookup

TOKEN = re.compile(
    r"""(?:
    [A-Za-z]{2,}+(?=[ ,.\n])                            # most words, told at once
    | (?:[A-Za-z]\.){2,}                                  # B.C., a.m., U.S.
    | (?:Q[1-4]|H[12]|[1-4]Q|[12]H)\b
    | [^\W\d_]+                                         # a word, or one part of a hyphened one
    | \d{4}-\d\d?-\d\d?(?![\d-])                        # 2019-11-08
    | \d{1,4}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{1,4}(?!\d|/\d) # 2019/11/08, 8.11.2019, 11/08/19
    | \d\d?(?:st|nd|rd|th)\b                            # 24th
    | \d{2,4}['’]?s\b                                   # 1930s, 1930’s, 60s
    | ['’‘`]\d\d(?:s\b|(?!\d))                          # '71, ’60s
    | \d\d?(?=,\d{4}(?![\d,]))                           # 19 of August 19,2019
    | \d+(?:[.,:]\d+)*                                  # 1945; 2,000; 3.5; 17:30
    | [^\w\s] | _
    )[^\S\n]*
    | \n\s* | \s+
    """,
    re.VERBOSE,
)
FIRST_YEAR, LAST_YEAR = 1000, 2199
NUMERIC = ("YEAR", "DAY", "TWO", "THREE", "ORDINAL", "DECADE", "NUMBER", "SHORTDECADE")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `words` with the space behind them, where each starts, and one character of kind each."""

    text: str
    words: list[str]
    starts: list[int]
    kinds: str

    def word(self, at: int) -> str:
        """A token's own characters."""
        return self.words[at].rstrip()

    def end(self, at: int) -> int:
        """Where a token's own characters end."""
        return self.starts[at] + len(self.words[at].rstrip())

    def at(self, offset: int) -> int:
        """The token that holds a character."""
        return bisect_right(self.starts, offset) - 1


def tokenize(text: str) -> Tokens:
    """Every character of the text in one token or the space behind it."""
    words: list[str] = TOKEN.findall(text)
    starts = list(accumulate(map(len, words), initial=0))
    kinds = list(map(kind_of, words))
    glue(words, kinds)
    return Tokens(text, words, starts, "".join(kinds))


@lru_cache(maxsize=32768)
def kind_of(word: str) -> str:
    """The kind of a token with the space behind it; most tokens of a text are the same few words."""
    return lookup().get(word) or sort(word)


def sort(word: str) -> str:
    """The kind of a token that the lexicon does not know."""
    head = word[0]
    if head.isalpha():
        odd = word[-1:].isspace() and (word[-1] != " " or word[-2].isspace())  # the lexicon holds one plain space
        return lookup().get(word.rstrip(), OTHER) if odd else OTHER
    if head.isdecimal() and word.rstrip()[-1] not in "QH":
        return number(word.rstrip())
    if head == "\n":
        return BREAK
    if head in "'’‘`" and len(word) > 1 and word[1].isdigit():
        return codes()["SHORTDECADE" if word.rstrip().endswith("s") else "SHORTYEAR"]
    return lookup().get(word.rstrip(), OTHER)


def number(word: str) -> str:
    """The kind of a token that begins with a digit."""
    code = codes()
    if word.isdigit():
        value, digits = int(word) if len(word) < 5 else 0, len(word)  # noqa: PLR2004 - no year has five digits
        if digits == 4:  # noqa: PLR2004
            return code["YEAR" if FIRST_YEAR <= value <= LAST_YEAR else "NUMBER"]
        if digits <= 2:  # noqa: PLR2004
            return code["DAY" if 1 <= value <= 31 else "TWO"]  # noqa: PLR2004
        return code["THREE" if digits == 3 else "NUMBER"]  # noqa: PLR2004
    if word[-1] == "s":
        bare = word.rstrip("s'’")
        if bare[-1] != "0":  # 1969's totals
            return code["YEAR"] if len(bare) == 4 and FIRST_YEAR <= int(bare) <= LAST_YEAR else code["NUMBER"]  # noqa: PLR2004
        return code["SHORTDECADE" if len(bare) == 2 else "DECADE"]  # noqa: PLR2004
    if word[-1].isalpha():
        return code["ORDINAL"]
    if "-" in word or "/" in word or word.count(".") == 2:  # noqa: PLR2004
        return code["ISO" if re.fullmatch(r"\d{4}-\d\d?-\d\d?", word) else "SLASHED"]
    return code["NUMBER"]


@cache
def figures() -> re.Pattern[str]:
    """A number, or a full stop behind a month or weekday."""
    code = codes()
    named = "".join(code[kind] for kind in ("MONTH", "WEAKMONTH", "WEEKDAY", "WEAKDAY"))
    numeric = "".join(code[kind] for kind in NUMERIC)
    return re.compile(f"[{numeric}{code['DOT']}](?:(?<=[{numeric}])|(?<=[{named}]{code['DOT']}))")


def glue(words: list[str], kinds: list[str]) -> None:
    """Take back kinds from numbers that are glued to a word (`A380`, `F16`, `№5a`) and not to an era (`AD842`)."""
    code = codes()
    for found in figures().finditer("".join(kinds)):
        at = found.start()
        if kinds[at] == code["DOT"]:
            if words[at - 1].lower() in abbreviations():
                kinds[at] = code["ABBR"]
        elif (at and words[at - 1][-1].isalpha() and kinds[at - 1] not in (code["ERA"], code["FY"])) or (
            not words[at][-1].isspace()
            and at + 1 < len(words)
            and words[at + 1][0].isalpha()
            and kinds[at + 1] not in (code["ERA"], code["SHORTDECADE"])  # the latter may be a word: "sixties"
        ):
            kinds[at] = code["NUMBER"]
