"""Law 7, and half of law 4: which files are Dossier's, and that none is written twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.issues import DossierError
from dossier.write.data.serial import as_json, json_pieces
from dossier.write.files import File, Stream
from dossier.write.ownership import MANIFEST, publish

PAGE = {"sources/a.md": File(b"a", "seeds/a.txt"), "index.md": File(b"home")}


def stamps(docs: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in docs.rglob("*") if path.is_file()}


def test_the_second_build_writes_nothing(tmp_path: Path) -> None:
    assert publish(tmp_path, PAGE).written == ("index.md", "sources/a.md")
    before = stamps(tmp_path)
    again = publish(tmp_path, PAGE)
    assert (again.written, again.removed, len(again.unchanged)) == ((), (), 2)
    assert stamps(tmp_path) == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    publish(tmp_path, PAGE)
    assert publish(tmp_path, {**PAGE, "index.md": File(b"new")}).written == ("index.md",)
    assert (tmp_path / "index.md").read_bytes() == b"new"
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == [MANIFEST, "a.md", "index.md"]


def test_a_file_in_pieces_is_written_where_it_changed(tmp_path: Path) -> None:
    def build(*pieces: bytes) -> tuple[str, ...]:
        stream = Stream(pieces, "seeds/a.txt")
        written = publish(tmp_path, [("data/a.json", stream)]).written
        assert (stream.sha256, stream.size) == (File(b"".join(pieces)).sha256, sum(map(len, pieces)))
        assert [path.name for path in (tmp_path / "data").iterdir()] == ["a.json"]
        return written

    assert build(b"one", b"two") == ("data/a.json",)
    assert build(b"on", b"etwo") == ()
    assert build(b"one", b"three") == ("data/a.json",)
    assert (tmp_path / "data" / "a.json").read_bytes() == b"onethree"
    (tmp_path / "data" / "a.json").write_bytes(b"by hand")
    with pytest.raises(DossierError, match="changed by hand"):
        build(b"one")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["a.json"]


def test_a_file_whose_pieces_fail_leaves_nothing(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"one"
        raise ValueError

    with pytest.raises(ValueError):
        publish(tmp_path, [("data/a.json", Stream(pieces()))])
    assert not list(tmp_path.rglob("*.*"))


def test_data_in_pieces_are_the_same_bytes() -> None:
    values: list[object] = [{"all": [{"a": "é"}] * 9_000, "n": 1}, {"all": []}, []]
    for value in values:
        assert b"".join(json_pieces(value)) == as_json(value)


def test_a_page_whose_seed_is_gone_disappears_with_its_empty_folder(tmp_path: Path) -> None:
    publish(tmp_path, PAGE)
    report = publish(tmp_path, {"index.md": PAGE["index.md"]})
    assert report.removed == ("sources/a.md",)
    assert not (tmp_path / "sources").exists()


def test_the_page_of_a_seed_that_failed_stays_until_the_seed_is_gone(tmp_path: Path) -> None:
    publish(tmp_path, PAGE)
    rest = {"index.md": PAGE["index.md"]}
    assert publish(tmp_path, rest, frozenset({"seeds/a.txt"})).kept == ("sources/a.md",)
    assert (tmp_path / "sources/a.md").read_bytes() == b"a"
    assert publish(tmp_path, rest).removed == ("sources/a.md",)


def test_a_hand_written_file_is_never_overwritten(tmp_path: Path) -> None:
    own = tmp_path / "sources" / "a.md"
    own.parent.mkdir()
    own.write_bytes(b"mine")
    with pytest.raises(DossierError) as caught:
        publish(tmp_path, PAGE)
    assert str(own) in str(caught.value)
    assert "seeds/a.txt" in str(caught.value)
    assert own.read_bytes() == b"mine"
    assert not (tmp_path / "index.md").exists()


def test_a_page_that_was_changed_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    publish(tmp_path, PAGE)
    (tmp_path / "index.md").write_bytes(b"my own home page")
    with pytest.raises(DossierError, match=r"changed by hand"):
        publish(tmp_path, {**PAGE, "index.md": File(b"new")})
    assert (tmp_path / "index.md").read_bytes() == b"my own home page"


def test_a_page_that_was_changed_by_hand_is_not_deleted(tmp_path: Path) -> None:
    publish(tmp_path, PAGE)
    (tmp_path / "sources/a.md").write_bytes(b"mine now")
    assert publish(tmp_path, {"index.md": PAGE["index.md"]}).removed == ()
    assert (tmp_path / "sources/a.md").read_bytes() == b"mine now"


def test_hand_written_neighbours_stay(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "essay.md").write_bytes(b"mine")
    publish(tmp_path, PAGE)
    publish(tmp_path, {})
    assert [p.name for p in tmp_path.rglob("*.md")] == ["essay.md"]


@pytest.mark.parametrize("folder", ["index.md", "sources/a.md"])
def test_a_folder_in_the_way_is_told(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    with pytest.raises(DossierError, match=r"folder where Dossier writes a page"):
        publish(tmp_path, PAGE)


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "sources").write_bytes(b"")
    with pytest.raises(DossierError, match=r"file where Dossier needs a folder"):
        publish(tmp_path, PAGE)


def test_pages_without_a_manifest_are_taken_over_where_they_are_the_same(tmp_path: Path) -> None:
    publish(tmp_path, PAGE)
    (tmp_path / MANIFEST).unlink()
    assert publish(tmp_path, PAGE).written == ()


def test_a_build_that_was_cut_off_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, PAGE)
    new = {"sources/a.md": File(b"b", "seeds/a.txt"), "index.md": File(b"other")}

    def only_home(waiting: Path, target: Path) -> None:
        if target.name == "a.md":
            raise KeyboardInterrupt
        waiting.replace(target)

    with monkeypatch.context() as patch:
        patch.setattr("dossier.write.ownership.settle", only_home)
        with pytest.raises(KeyboardInterrupt):
            publish(tmp_path, new)
    newer = {"sources/a.md": File(b"c", "seeds/a.txt"), "index.md": File(b"newest")}
    assert publish(tmp_path, newer).written == ("index.md", "sources/a.md")


@pytest.mark.parametrize("damage", ["{", "[]", '{"files": 3}', '{"files": {"a": 1}}', ""])
def test_a_damaged_manifest_is_told(tmp_path: Path, damage: str) -> None:
    (tmp_path / MANIFEST).write_text(damage)
    with pytest.raises(DossierError, match=r"damaged"):
        publish(tmp_path, PAGE)


def test_a_manifest_leads_nowhere_outside(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "precious").write_bytes(b"a")
    publish(docs, {"a": File(b"a")})
    listed = (docs / MANIFEST).read_text()
    (docs / MANIFEST).write_text(listed.replace('"a":', '"../precious":'))
    publish(docs, {})
    assert (tmp_path / "precious").exists()


def test_files_may_come_one_by_one_and_nothing_is_written_where_one_clashes(tmp_path: Path) -> None:
    assert publish(tmp_path, iter(PAGE.items())).written == ("index.md", "sources/a.md")
    assert publish(tmp_path, iter(PAGE.items())).written == ()
    (tmp_path / "mine.md").write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    clash = [("index.md", File(b"new")), ("names/b.md", File(b"b")), ("mine.md", File(b"theirs"))]
    with pytest.raises(DossierError, match=r"hand-written"):
        publish(tmp_path, iter(clash))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "names").exists()


def test_of_two_files_with_one_path_the_later_counts(tmp_path: Path) -> None:
    publish(tmp_path, PAGE)
    assert publish(tmp_path, iter([("index.md", File(b"x")), *PAGE.items()])).written == ()
    publish(tmp_path, iter([*PAGE.items(), ("index.md", File(b"x"))]))
    assert (tmp_path / "index.md").read_bytes() == b"x"
