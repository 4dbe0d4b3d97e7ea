"""Characters that are not what was written: told with their place and what they seem to be, and never changed."""

from __future__ import annotations

import pytest

from dossier.clean import clean
from dossier.issues import Issue
from dossier.model import Media, Seed
from dossier.write.escape import attribute, markdown, plain, preformatted
from tests.linear import assert_linear

CODES = {"mojibake", "lost-character", "bidi-override", "bidi-unclosed", "control-character", "invisible-character"}
PROSE = "The boat leaves at six in the morning, as it has done since the war, and comes back at nine."


def found(words: str, media: Media = "txt") -> list[tuple[str, str, str]]:
    text = f"A Title\n\n{words} {PROSE}\n"
    document = clean(Seed(f"seeds/x.{media}", "0", "utf-8", media, text))
    return [(i.code, where(text, i), i.message) for i in document.issues if i.code in CODES]


def where(text: str, issue: Issue) -> str:
    assert issue.span
    return text[issue.span.start : issue.span.end]


@pytest.mark.parametrize(
    ("said", "codec", "raw", "meant"),
    [
        ("the island’s mayor", "cp1252", "â€™", "’"),
        ("a café by the sea", "cp1252", "Ã©", "é"),
        ("20 °C in May", "cp1252", "Â°", "°"),
        ("the mark — a sign", "cp1252", "â€”", "—"),
        ("it costs 5 €", "cp1252", "â‚¬", "€"),
        ("in Óscar's house", "cp1252", "Ã“", "Ó"),
        ("Слово was said", "cp1252", "Ð¡Ð»Ð¾Ð²Ð¾", "Слово"),
        ("the island’s mayor", "mac_roman", "‚Äô", "’"),
    ],
)
@pytest.mark.parametrize("media", ["txt", "md", "html"])
def test_letters_read_in_a_wrong_encoding_are_told(said: str, codec: str, raw: str, meant: str, media: Media) -> None:
    ((code, place, message),) = found(said.encode().decode(codec), media)
    assert (code, place) == ("mojibake", raw)
    assert message == f"“{raw}” looks like “{meant}” read in a wrong encoding; it was left as it is"


@pytest.mark.parametrize(
    "said",
    [
        "the café, “déjà vu”, naïve",
        "“MANHÔ… he said",
        "«IRMÃ» and “AMANHÔ",
        "the “MENÜ“ and „Schloß“",
        "“le café”… and so",
        "Ångström’s Â",
        "Слово, Ελλάδα, 中文",
        "± 5 °C, 3 €, ½",
        "‚Änderung‘",
    ],
)
def test_a_counter_example_letters_before_marks_are_meant_so(said: str) -> None:
    assert found(said) == []


def test_a_kind_is_told_once_with_its_number() -> None:
    ((_, _, message),) = found("a’b c’d e’f".encode().decode("cp1252"))
    assert message.startswith("“â€™” (3 times) looks like “’”")


def test_a_sign_whose_end_is_lost_is_told() -> None:
    assert [(code, raw) for code, raw, _ in found("a plan” he said".encode().decode("cp1252", "ignore"))] == [
        ("mojibake", "â€")
    ]


@pytest.mark.parametrize(
    ("said", "code", "place"),
    [
        ("a caf\ufffd by the sea", "lost-character", "\ufffd"),
        ("pay \u202e001\u202c now", "bidi-override", "\u202e"),
        ("pay \u2067001 now", "bidi-unclosed", "\u2067"),
        ("a \x07bell", "control-character", "\x07"),
        ("a Mac\u200bron", "invisible-character", "\u200b"),
    ],
)
def test_what_nobody_sees_is_told_at_its_place(said: str, code: str, place: str) -> None:
    assert [each[:2] for each in found(said)] == [(code, place)]


@pytest.mark.parametrize(
    "said",
    [
        "\u2068Amal\u2069 said",
        "\u202bעברית\u202c said",
        "می\u200cخواهم",
        "\u200eHe said\u200f",
        "👩\u200d🚀",
        "a\u00adb",
    ],
)
def test_a_counter_example_signs_that_writing_needs(said: str) -> None:
    assert found(said) == []


def test_no_page_ever_turns_round() -> None:
    for words in ("pay \u202e001 now", "\u202dpay"):
        assert not {"\u202d", "\u202e"} & set(markdown(words) + attribute(words) + preformatted(words) + plain(words))


def test_very_many_are_counted() -> None:
    issues = found("a\ufffdb " * 50)
    assert len(issues) == 20
    assert issues[-1][2].endswith("; 30 more follow")


@pytest.mark.parametrize(
    "unit", ["Ã", "Ã©", "â€", "â", "\u202a", "\u2067\u2069", "\ufffd ", "\x01", "a\u200b", "é”…", "Ð¡"]
)
def test_time_grows_with_the_text(unit: str) -> None:
    def work(size: int) -> object:
        return clean(Seed("seeds/x.txt", "0", "utf-8", "txt", unit * (size // len(unit)) + "end"))

    assert_linear(lambda size: lambda: work(size), 15_000)
