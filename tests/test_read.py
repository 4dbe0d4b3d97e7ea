from __future__ import annotations

from pathlib import Path

import pytest

from dossier import read
from dossier.issues import DossierError
from dossier.sidecar import parse_sidecar


def seed(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("Védrine".encode(), "utf-8", "Védrine"),
        ("\ufeffVédrine".encode(), "utf-8", "Védrine"),
        ("\ufeffVédrine".encode("utf-16-le"), "utf-16-le", "Védrine"),
        ("\ufeffVédrine".encode("utf-32-be"), "utf-32-be", "Védrine"),
        ("Védrine spoke.\r\n".encode("utf-16-le"), "utf-16-le", "Védrine spoke.\r\n"),
        ("M\u00e9lk, \u201chere\u201d".encode("cp1252"), "cp1252", "M\u00e9lk, \u201chere\u201d"),
    ],
)
def test_an_encoding_is_told_by_mark_pattern_or_trial(tmp_path: Path, data: bytes, encoding: str, text: str) -> None:
    got, _ = read.read(seed(tmp_path, "a.txt", data))
    assert (got.encoding, got.text) == (encoding, text)


def test_a_guessed_encoding_is_a_warning_and_a_sure_one_is_none(tmp_path: Path) -> None:
    guessed = [text.encode(encoding) for text, encoding in (("M\u00e9lk", "cp1252"), ("Fine day.\r\n", "utf-16-le"))]
    sure = ["M\u00e9lk".encode(), "\ufeffFine day.".encode("utf-16-le")]
    assert [len(read.read(seed(tmp_path, "a.txt", data))[1]) for data in (*guessed, *sure)] == [1, 1, 0, 0]


BAD = {
    "empty": (b"", "seeds/a.txt: this seed is empty"),
    "blank": (b" \n\t\n", "seeds/a.txt: this seed is empty"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03", "this is a binary file"),
    "hole": (
        b"one\nM\x81lk\n",
        "seeds/a.txt:2:2: byte 5 (0x81) is neither UTF-8 nor Windows-1252\n    M\ufffdlk\n     ^\n",
    ),
    "promised": (b"\xef\xbb\xbfone\nt\xffwo", "seeds/a.txt:2:2: byte 5 is not UTF-8"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_seed_is_told_with_its_place_and_a_way_to_mend_it(tmp_path: Path, name: str) -> None:
    data, message = BAD[name]
    with pytest.raises(DossierError) as told:
        read.read(seed(tmp_path, "a.txt", data))
    assert message in str(told.value)
    assert "\n    mend: " in str(told.value)


def test_the_folder_is_listed_in_name_order_with_what_does_not_belong(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "a.yml", "lone.yml", "page.pdf", "names.yml", ".hidden", "README.md"):
        seed(tmp_path, name, b"x")
    found = read.find(tmp_path)
    assert [path.name for path in found.seeds] == ["a.md", "b.txt"]
    assert {path.name: beside.name for path, beside in found.sidecars.items()} == {"a.md": "a.yml"}
    assert [error.file for error in found.errors] == ["seeds/lone.yml", "seeds/page.pdf"]
    assert "files of type .pdf cannot be read" in str(found.errors[1])


def test_a_sidecar_gives_checked_values() -> None:
    text = "title: A  title\nauthors: [Jane Roe, John Poe]\npublished: 2018-09-06\nslug: a-title\n"
    assert parse_sidecar(text.encode(), "seeds/a.yml").values == {
        "title": "A title",
        "authors": ("Jane Roe", "John Poe"),
        "published": "2018-09-06",
        "slug": "a-title",
    }


WRONG = [
    ("titel: x", "seeds/a.yml:1:1: unknown key 'titel'\n    titel: x\n    ^\n    mend: did you mean 'title'?"),
    ("title: x\npublished: 2018-13", "seeds/a.yml:2:12: 'published' must be a date"),
    ("title: [a]", "seeds/a.yml:1:8: 'title' must be text"),
    ("title: a\ntitle: b", "seeds/a.yml:2:1: 'title' stands twice"),
    ("- a", "seeds/a.yml:1:1: a sidecar is a list of `key: value` lines"),
    ("a: &x [1]\nb: *x", "seeds/a.yml:1:4: anchors (&name) and aliases (*name) are not read here"),
    ('title: "a', "seeds/a.yml:1:10: not YAML"),
    ("url: javascript:alert(1)", "seeds/a.yml:1:6: 'url' must be an address that starts with https://"),
    ("slug: ../up", "seeds/a.yml:1:7: 'slug' must be lower-case letters"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_faulty_sidecar_is_told_at_its_line_and_column(text: str, message: str) -> None:
    with pytest.raises(DossierError) as told:
        parse_sidecar(text.encode(), "seeds/a.yml")
    assert message in str(told.value)


def test_a_counter_example_an_empty_sidecar_says_nothing() -> None:
    assert parse_sidecar(b"# nothing yet\n", "seeds/a.yml").values == {}
