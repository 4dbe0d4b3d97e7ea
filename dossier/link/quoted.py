"""The quotations of one source in columns, as families and speakers need them."""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from dossier.link.codes import hashed
from dossier.link.packed import Rows, Texts, narrow, rows, texts
from dossier.link.told import Told
from dossier.model import Quote, Source

SHINGLE = 8
"""Two long quotations that share so many words in a row quote the same."""
WORD = re.compile(r"[^\W_]+")
NESTED, TITLE = 1, 2


@dataclass(frozen=True, slots=True)
class Quoted:
    """Each quotation: its place, what it is (NESTED, TITLE), its folded words with a space between, its speaker's name.

    A speaker who is only described is "". `rows` are every SHINGLE words in a row as numbers; `sentences` says in which
    sentence a quotation begins, counted from 1, 0 for none. The words of a title are nobody's and left out.
    """

    ids: Texts
    starts: array[int]
    ends: array[int]
    marks: bytes
    words: Texts
    speakers: Texts
    rows: Rows
    sentences: array[int]


def quoted(source: Source, told: Told) -> Quoted:
    """The source's quotations, in their order."""
    found = source.annotations.quotes
    said = [words(source, quote) for quote in found]
    places = (told.at(quote.span.start) for quote in found)
    return Quoted(
        texts(quote.id for quote in found),
        narrow(quote.span.start for quote in found),
        narrow(quote.span.end for quote in found),
        bytes(NESTED * (quote.parent is not None) | TITLE * (quote.kind == "title") for quote in found),
        texts(" ".join(each) for each in said),
        texts(speaker(quote) for quote in found),
        rows([shingles(each) for each in said], "Q"),
        narrow(0 if at is None else at + 1 for at in places),
    )


def words(source: Source, quote: Quote) -> list[str]:
    """The words of a quotation, folded."""
    if quote.kind == "title":
        return []
    return WORD.findall(
        unicodedata.normalize("NFKD", source.document.text[quote.span.start : quote.span.end]).casefold()
    )


def speaker(quote: Quote) -> str:
    """The name of a known speaker."""
    return (quote.speaker.name or "") if quote.speaker and quote.speaker.known else ""


def shingles(parts: list[str]) -> list[int]:
    """Every SHINGLE words in a row."""
    return [hashed(" ".join(parts[at : at + SHINGLE])) for at in range(len(parts) - SHINGLE + 1)]
