"""Web pages that are not UTF-8: what they declare is believed, where their bytes bear it out."""

from __future__ import annotations

import pytest

from dossier.read import decode

PAGE = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><p>{}</p>'


@pytest.mark.parametrize(
    ("charset", "codec", "words"),
    [
        ("windows-1251", "cp1251", "Слово было сказано"),
        ("iso-8859-1", "cp1252", "déjà vu – “so”"),
        ("Shift_JIS", "cp932", "日本語の文章"),
        ("EUC-JP", "euc_jp", "日本語の文章"),
        ("ISO-2022-JP", "iso2022_jp", "日本語の文章"),
        ("gb2312", "gb18030", "中文的文章"),
        ("big5", "big5hkscs", "中文的文章"),
        ("euc-kr", "cp949", "한국어 글"),
        ("iso-8859-2", "iso8859-2", "Łódź"),
        ("windows-1256", "cp1256", "كلمة"),
    ],
)
def test_a_declared_encoding_is_honoured(charset: str, codec: str, words: str) -> None:
    """Letters come out right, and the maintainer is told by what they were read."""
    data = PAGE.format(charset, words).encode(codec)
    text, encoding, warnings = decode(data, "seeds/page.html", page=True)
    assert words in text
    assert encoding == codec
    assert [(w.code, w.severity) for w in warnings] == [("encoding", "warning")]


def test_bytes_that_are_utf8_are_utf8_whatever_a_page_declares() -> None:
    """Pages are often saved in another encoding than the one they were sent in."""
    data = PAGE.format("iso-8859-1", "déjà").encode()
    assert decode(data, "seeds/page.html", page=True) == (data.decode(), "utf-8", ())


def test_a_faulty_byte_in_a_page_of_utf8_costs_only_itself() -> None:
    """One byte of an old feed among right letters."""
    data = PAGE.format("utf-8", "déjà vu, déjà lu").encode().replace(b" vu", b" v\xfb")
    text, encoding, warnings = decode(data, "seeds/page.html", page=True)
    assert "déjà vû, déjà lu" in text
    assert encoding == "utf-8"
    assert "Windows-1252" in warnings[0].message


@pytest.mark.parametrize("charset", ["no-such", "utf-16", "unicode_escape", "idna", "rot13", "hex", "zlib"])
def test_a_declaration_that_explains_nothing_is_passed_over(charset: str) -> None:
    """The bytes decide."""
    data = PAGE.format(charset, "déjà").encode("cp1252")
    text, encoding, _ = decode(data, "seeds/page.html", page=True)
    assert "déjà" in text
    assert encoding == "cp1252"


def test_only_pages_declare() -> None:
    """A text that speaks of a charset is no page."""
    data = PAGE.format("windows-1251", "déjà").encode("cp1252")
    assert decode(data, "seeds/note.txt")[1] == "cp1252"
