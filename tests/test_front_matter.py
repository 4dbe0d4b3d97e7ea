"""Front matter means what a sidecar means, and nothing in it or in a sidecar can grow, run or hide."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from dossier import read
from dossier.issues import DossierError
from dossier.model import Seed
from dossier.pipeline import Job, process
from dossier.sidecar import parse_sidecar, restricts
from dossier.sidecar.front import front_matter
from tests.linear import assert_linear

BODY = "\n# A Title\n\nThe minister met the delegation on Monday and spoke.\n"


def given(front: str) -> Seed:
    sidecar, _ = front_matter(f"---\n{front}---\n{BODY}", "seeds/a.md")
    return Seed("seeds/a.md", "", "utf-8", "md", BODY, sidecar)


def refused(front: str) -> str:
    with pytest.raises(DossierError) as told:
        front_matter(f"---\n{front}---\n{BODY}", "seeds/a.md")
    return str(told.value)


def test_the_same_keys_mean_the_same() -> None:
    text = "publish: excerpt\nslug: a-b\nadded: 2024-05-31\nredirect_from: [c]\ndrop: [Monday]\n"
    sidecar = given(text).sidecar
    beside = parse_sidecar(text.encode(), "seeds/a.yml")
    assert sidecar is not None
    assert sidecar.values == beside.values
    assert [(c.kind, c.words, c.file, c.line) for c in sidecar.corrections] == [("drop", "Monday", "seeds/a.md", 6)]


def test_what_a_capture_prints_itself_is_its_own() -> None:
    assert given("title: A\nauthor: B\ntags: [c, d]\nlayout: post\n").sidecar is None


def test_a_strangers_value_is_a_warning_and_a_slip_about_publishing_an_error() -> None:
    sidecar, doubts = front_matter(f"---\nnotes: {{a: b}}\nslug: My Post\n---\n{BODY}", "seeds/a.md")
    assert sidecar is None
    assert [(doubt.line, doubt.severity) for doubt in doubts] == [(2, "warning"), (3, "warning")]
    assert "'publish' must be full or excerpt or private" in refused("publish: privat\n")
    assert "did you mean 'private'?" in refused("publish: privat\n")


BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
FAULTS = [
    (BOMB, "seeds/a.md:2:4: anchors"),
    ("a: 1\nb: *a\n", "seeds/a.md:3:4: anchors (&name) and aliases (*name) are not read here"),
    ("title: A\ntitle: B\n", "seeds/a.md:3:1: 'title' stands twice"),
    ("? [a]\n: b\n", "seeds/a.md:2:3: a key of front matter is one word"),
    ("a: " + "[" * 50 + "]" * 50 + "\n", "seeds/a.md:2:23: lists and mappings are nested too deep"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_front_matter_that_could_grow_is_refused_at_its_place(text: str, message: str) -> None:
    front = text if text[0] != "?" else f"a: b\n{text}"
    assert message.replace(":2:3:", ":3:3:") in refused(front) if text[0] == "?" else message in refused(front)


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_sidecar_that_could_grow_is_refused_too(text: str, message: str) -> None:
    with pytest.raises(DossierError) as told:
        parse_sidecar(text.encode(), "seeds/a.yml")
    assert "seeds/a.yml:" in str(told.value)


TEXTS = ["*Emphasis* opens this text.\n", "Nothing here is a key.\n", "- a\n- b\n", "a: b: c: [\n", "1. One\n2. Two\n"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_between_two_rules_is_no_front_matter(text: str) -> None:
    assert front_matter(f"---\n{text}---\n{BODY}", "seeds/a.md") == (None, ())
    assert front_matter(f"{BODY}\n---\npublish: private\n---\n", "seeds/a.md") == (None, ())


def test_the_sidecar_is_right_where_both_speak(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\npublish: full\nslug: one\n---\n{BODY}", encoding="utf-8")
    (tmp_path / "a.yml").write_text("publish: private\n", encoding="utf-8")
    seed, _ = read.read(tmp_path / "a.md", tmp_path / "a.yml")
    assert seed.sidecar is not None
    assert seed.sidecar.values == {"publish": "private", "slug": "one"}
    done = process(Job(tmp_path / "a.md", tmp_path / "a.yml"))
    assert done.source is not None
    assert done.source.slug == "one"


def attempt(text: str) -> None:
    with suppress(DossierError):
        front_matter(text, "seeds/a.md")


@pytest.mark.parametrize("unit", ["a: [", "[", "{a: ", "- ", "? ", "a: b\n", "&a ", "'", "---\n", "a:\n  - b\n"])
def test_front_matter_is_read_in_bounded_time(unit: str) -> None:
    assert_linear(lambda n: partial(attempt, f"---\na: b\n{unit * n}\n---\n"), 6_000)


def test_a_faulty_file_that_restricts_publishing_is_known_as_such() -> None:
    assert restricts(b"titel: x\npublish: private\n")
    assert restricts(b"---\npublish: 'excerpt'\n")
    assert restricts("publish: privat\n".encode("utf-16-le"))
    assert not restricts(b"publish: full\n")
    assert not restricts(b"title: publish: private\n")


def test_the_last_good_page_of_a_seed_that_became_private_and_faulty_does_not_stay(tmp_path: Path) -> None:
    import build_pages  # noqa: PLC0415 - one test runs the command

    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.md").write_text(BODY, encoding="utf-8")
    (folder / "b.md").write_text(BODY.replace("A Title", "Another"), encoding="utf-8")
    command = ["--seeds", str(folder), "--docs", str(tmp_path / "docs"), "--quiet"]
    assert build_pages.main(command) == 0
    assert list((tmp_path / "docs" / "sources").glob("a-title*"))
    (folder / "a.yml").write_text("publish: private\ntitel: x\n", encoding="utf-8")
    assert build_pages.main(command) == 1
    assert not list((tmp_path / "docs" / "sources").glob("a-title*"))
