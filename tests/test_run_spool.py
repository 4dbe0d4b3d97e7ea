"""What is put away comes back as it was: columns, and what a linking left for the next one."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.link import glean, link
from dossier.link import linked as linked_again
from dossier.pipeline import gather
from dossier.run import past, spool
from dossier.run.apart import COLUMNS, pack_gleaned, unpack_gleaned
from dossier.run.cache import Cache
from dossier.run.past import keep, recalled
from dossier.run.spool import Spool
from dossier.run.spread import Spread
from tests.bench.generate import write
from tests.test_link_growth import generated, named, quoting


def test_pieces_are_read_from_memory_and_from_the_disk(tmp_path: Path) -> None:
    made = Spool(tmp_path, spared=4)
    pieces = [made.put(each) for each in (b"abc", b"def", b"", b"ghij")]
    assert [piece.read() for piece in pieces] == [b"abc", b"def", b"", b"ghij"]
    assert [piece.held for piece in pieces] == [b"abc", b"", b"", b""]
    assert [piece.read(1, 3) for piece in pieces] == [b"bc", b"ef", b"", b"hi"]
    assert not list(tmp_path.iterdir())
    file = made.file
    assert file
    del made
    assert pieces[3].read() == b"ghij"
    del pieces
    gc.collect()
    assert file.closed


@pytest.mark.parametrize("folder", [None, Path("nowhere") / "at all"])
def test_without_a_disk_memory_has_all(folder: Path | None) -> None:
    made = Spool(folder, spared=4)
    assert [made.put(each).read() for each in (b"abc", b"def")] == [b"abc", b"def"]


def test_what_is_gleaned_is_the_same_without_its_columns_in_memory(tmp_path: Path) -> None:
    whole = glean(generated(1))
    apart = unpack_gleaned(pack_gleaned(whole), Spool(tmp_path, spared=0))
    assert (apart, apart.told, apart.terms) == (whole, whole.told, whole.terms)
    assert whole == apart != glean(generated(2))
    assert hash(apart) == hash(unpack_gleaned(pack_gleaned(whole), Spool(None)))
    sources = [generated(0), generated(1), *(named(number) for number in range(4)), quoting(5), quoting(6)]
    away = [unpack_gleaned(pack_gleaned(glean(source)), Spool(tmp_path / "none")) for source in sources]
    assert link(sources, gleaned=away) == link(sources)


def test_linking_reads_the_columns_of_a_cache_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "SPARED", 0)
    write(tmp_path / "seeds", 4)
    expected = gather(tmp_path / "seeds")
    for _ in ("cold", "warm"):
        found = gather(tmp_path / "seeds", Spread(cache=Cache(tmp_path / "cache", "1")))
        assert found == expected
        assert len(list((tmp_path / "cache").iterdir())) == 4
    assert found.gleaned.held
    assert not [name for name in COLUMNS if name in vars(type(found.gleaned.held[0])).get("__slots__", ())]


@pytest.mark.parametrize(
    "harm",
    [
        lambda entry: b"",
        lambda entry: entry[: len(entry) // 2],
        lambda entry: entry[:-1] + bytes([entry[-1] ^ 1]),
        lambda entry: bytes(20) + entry[20:],
        lambda entry: entry + b"more",
    ],
)
def test_what_linking_left_is_used_only_as_it_was_left(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    cache = Cache(tmp_path, "1")
    assert recalled(cache) is None
    _, left = linked_again([generated(0), generated(1), named(0), named(1)])
    keep(Cache(tmp_path, "1", grows=False), left)
    assert not list(tmp_path.iterdir())
    keep(cache, left)
    assert recalled(cache) == left
    path = tmp_path / past.NAME
    assert list(tmp_path.iterdir()) == [path]
    path.write_bytes(harm(path.read_bytes()))
    assert recalled(cache) is None


def test_a_disk_that_refuses_leaves_what_was_left_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path, "1")
    _, left = linked_again([generated(0), generated(1)])
    keep(cache, left)

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(past, "pack_into", refused)
    keep(cache, linked_again([generated(2)])[1])
    assert recalled(cache) == left
    assert len(list(tmp_path.iterdir())) == 1
    monkeypatch.setattr(past, "whole", lambda: "other code")
    assert recalled(cache) is None
