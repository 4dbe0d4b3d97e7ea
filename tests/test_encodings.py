"""Files in any encoding, with any line ends and any signs: a right page and the place of each doubt, or one error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import build_pages
from dossier.clean import clean
from dossier.clean.html.jsonld import read_json
from dossier.issues import DossierError
from dossier.model import Document, Media, Seed
from dossier.names_file import parse_names
from dossier.read import Capture, decode, understood
from dossier.sidecar import parse_sidecar
from dossier.sourcemap import TextSpan
from tests.linear import assert_linear

WORDS = "Mélk “was” here – and in Łódź"
PLAIN = "M\u00e9lk \u201cwas\u201d here"
TEXT = f"A Title\n\n{PLAIN}, and the boat leaves at six in the morning.\n"
MEDIA: tuple[Media, ...] = ("txt", "md", "html")


def document(text: str, media: Media = "txt") -> Document:
    return clean(Seed(f"seeds/a.{media}", "0", "utf-8", media, text))


@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_unicode_with_and_without_a_mark_is_read(media: Media, encoding: str) -> None:
    text = f"{WORDS}, the boat leaves at six in the morning, as it has done since the war." * 3
    seed, warnings = understood(Capture(f"seeds/a.{media}", text.encode(encoding)))
    assert seed.text == text
    assert len(warnings) == (encoding in {"utf-16-le", "utf-16-be", "utf-32-le"})


@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_western_bytes_are_read_with_a_warning_at_their_place(media: Media, encoding: str) -> None:
    text = TEXT.replace("\u201c", "").replace("\u201d", "") if encoding == "latin-1" else TEXT
    seed, (warning,) = understood(Capture(f"seeds/a.{media}", text.encode(encoding)))
    assert (seed.text, seed.encoding) == (text, "cp1252")
    assert (warning.where, warning.code) == (f"seeds/a.{media}:3:2", "encoding")


@pytest.mark.parametrize("page", [False, True])
def test_a_text_of_utf8_with_some_bytes_of_windows_is_both(page: bool) -> None:  # noqa: FBT001 - a parameter
    data = "déjà vu, Łódź\nit’s his".encode().replace("’".encode(), b"\x92")
    text, encoding, (warning,) = decode(data, "seeds/a.txt", page=page)
    assert (text, encoding) == ("déjà vu, Łódź\nit’s his", "utf-8")
    assert (warning.where, warning.message[:5]) == ("seeds/a.txt:2:3", "UTF-8")


def test_a_counter_example_western_bytes_that_pass_for_one_letter_of_utf8() -> None:
    data = "déjà là ÃŒ où, été, à, né".encode("cp1252")
    assert decode(data, "seeds/a.txt")[:2] == ("déjà là ÃŒ où, été, à, né", "cp1252")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a \xed\xa0\xbd\xed\xb8\x80 b", "a \U0001f600 b"),
        (b"a \xed\xa0\xbd b", "a \ufffd b"),
        (b"a \xed\xb8\x80\xed\xa0\xbd b", "a \ufffd\ufffd b"),
        (b"a \xed\xa0\xbd\xed\xa0\xbd\xed\xb8\x80 b", "a \ufffd\U0001f600 b"),
        ("é\ufffdé ".encode() + b"\xed\xa0\xbd", "é\ufffdé \ufffd"),
    ],
)
def test_halves_of_pairs_are_their_character_or_lost(data: bytes, text: str) -> None:
    found, _, (warning,) = decode(data, "seeds/a.txt")
    assert found == text
    assert "halves of UTF-16" in warning.message


def test_halves_in_references_and_escapes_are_lost_and_told() -> None:
    found = document("<p>one &#xD800; two &#55357; three</p>", "html")
    assert found.text == "one \ufffd two \ufffd three"
    assert [issue.code for issue in found.issues].count("lost-character") == 2
    (value,) = read_json(r'"a \ud800 b \ud83d\ude00"', 0, 25)
    assert value.text == "a \ufffd b \U0001f600"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"one\ntwo \x00 three", "seeds/a.txt:2:5: this is a binary file, not text (byte 8 is 0x00)"),
        (b"\xff\xfeo\x00n\x00\x00\xd8e\x00", "seeds/a.txt:1:3: byte 4 is not UTF-16-LE"),
        ("Слово было в начале.".encode("utf-16-le"), "this is a binary file, not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "this is a binary file, not text"),
        (b"caf\xe9 \x81", "seeds/a.txt:1:6: byte 5 (0x81) is neither UTF-8 nor Windows-1252"),
        (b"\xef\xbb\xbf", "seeds/a.txt: this seed is empty"),
        (b"\n", "seeds/a.txt: this seed is empty"),
        ("\u2028\u2029\x85\u00a0".encode(), "seeds/a.txt: this seed is empty"),
    ],
)
def test_what_is_no_text_is_one_error_that_points(data: bytes, where: str) -> None:
    with pytest.raises(DossierError) as told:
        understood(Capture("seeds/a.txt", data))
    assert where in str(told.value)
    assert "mend: " in str(told.value)


ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r", "NEL": "\x85", "LS": "\u2028"}


@pytest.mark.parametrize("media", ["txt", "md"])
@pytest.mark.parametrize("end", ENDS)
def test_line_ends_of_every_kind_part_the_same_paragraphs(media: Media, end: str) -> None:
    text = f"A Title\n\nBy Jane Roe\n\n{PLAIN}, and the boat leaves at six in the morning.\n\nIt came back at nine."
    plain, other = document(text, media), document(text.replace("\n", ENDS[end]), media)
    assert [(b.role, other.words(b)) for b in other.blocks] == [(b.role, plain.words(b)) for b in plain.blocks]
    assert [fact.value for fact in other.meta.authors] == ["Jane Roe"]


@pytest.mark.parametrize("media", MEDIA)
def test_combining_marks_keep_their_places(media: Media) -> None:
    text = "A Title\n\nThe cafe\u0301 of A\u030angstro\u0308m said \u201cde\u0301ja\u0300 vu\u201d again and again.\n"
    found = document(text, media)
    for words in ("cafe\u0301", "A\u030angstro\u0308m", "de\u0301ja\u0300 vu"):
        start = found.text.index(words)
        place = found.map.to_seed(TextSpan(start, start + len(words)))
        assert text[place.start : place.end] == words


@pytest.mark.parametrize("reads", [parse_sidecar, parse_names])
@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("title: Mélk".encode("cp1252"), "byte 8 is not UTF-8"),
        ("title: Mélk".encode("utf-16"), "byte 0 is not UTF-8"),
        (b"title: a\x00b", "not YAML"),
        (b"title: a\x07b", "not YAML"),
        (b"title: a\xed\xa0\x80b", "byte 8 is not UTF-8"),
        (b"a: &a [x, x]\nb: [*a, *a]\n", "anchors (&name) and aliases (*name) are not read here"),
        (b"[" * 5000, "lists and mappings are nested too deep"),
        (b"{a: " * 5000, "lists and mappings are nested too deep"),
        (b"title: !!python/object/apply:os.system [id]", ""),
        (b"? [a, b]\n: c", ""),
    ],
)
def test_a_faulty_file_of_the_editor_is_one_error(
    reads: Callable[[bytes, str], object], data: bytes, message: str
) -> None:
    with pytest.raises(DossierError) as told:
        reads(data, "seeds/a.yml")
    assert message in str(told.value)
    assert told.value.mend


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_sidecar_has_any_mark_and_line_ends(end: str) -> None:
    data = f"title: Mélk \u202e\u200b{end}slug: x".encode("utf-8-sig")
    assert parse_sidecar(data, "seeds/a.yml").values["slug"] == "x"


LARGE: dict[str, Callable[[int], str]] = {
    "one line": lambda size: "a" * size,
    "one line of words": lambda size: "word and word, " * (size // 15),
    "many lines": lambda size: "a line\n" * (size // 7),
    "many empty lines": lambda size: "\n" * size + "end",
    "many spaces": lambda size: " " * size + "end",
    "many paragraphs": lambda size: "The boat left.\n\n" * (size // 16),
}


@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_takes_time_in_proportion(name: str, media: Media) -> None:
    assert_linear(lambda size: lambda: document(LARGE[name](size), media), 30_000 if "many" in name else 300_000)


def test_a_page_of_odd_signs_is_built(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    odd = "Z\u0335\u0310 \u05d0\u05d1 \u202e001\u202c \u2067x \u200f, na\u0308ive \ufeff\u200b, \ufffd \x85 end. "
    for media in MEDIA:
        (seeds / f"{media}.{media}").write_text(f"A Title {media} \u202e\n\n{odd * 9}", encoding="utf-8", newline="")
    status = build_pages.main(["--seeds", str(seeds), "--docs", str(tmp_path / "docs"), "--quiet"])
    assert status == 0
    for path in (tmp_path / "docs").rglob("*.md"):
        assert not set("\u202d\u202e\x85\x00") & set(path.read_text(encoding="utf-8")), path
    for path in (tmp_path / "docs").rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "media", "message"),
    [
        ("a\n" * 1_000_000, "txt", "this seed has 1,000,000 lines, and one document has at most 300,000"),
        ("\u2028" * 1_000_000 + "a", "md", "this seed has 1,000,000 lines"),
        ("a\r\n" * 400_000, "txt", "this seed has 400,000 lines"),
        ("<p>a" * 1_000_000, "html", "this seed has 1,000,000 tags, and one document has at most 500,000"),
        ("word " * 4_000_000, "txt", "this seed has 20,000,000 characters, and one document has at most 16,000,000"),
    ],
)
def test_what_is_no_one_document_is_refused_at_once(text: str, media: Media, message: str) -> None:
    with pytest.raises(DossierError, match=message) as told:
        understood(Capture(f"seeds/a.{media}", text.encode()))
    assert told.value.mend == "divide it into several seeds"


def test_a_counter_example_ten_million_characters_on_one_line() -> None:
    text = "a" * 10_000_000
    seed, warnings = understood(Capture("seeds/a.txt", text.encode()))
    assert (seed.text == text, warnings) == (True, ())
