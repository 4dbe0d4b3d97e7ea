"""What earlier builds found is used when nothing that it depends on has changed, and only then."""

from __future__ import annotations

import importlib.metadata
import os
import pickle
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier import pipeline
from dossier.model import Source
from dossier.pipeline import Gathered, Job, Processed, gather, process
from dossier.read import Capture, capture
from dossier.run import one
from dossier.run.cache import SIZE, Cache
from dossier.run.packed import pack
from dossier.run.spread import Spread
from dossier.run.values import unpacked
from dossier.run.version import BEHIND, CODE, LIBRARIES, behind, digests, files, installed, version

ROOT = Path(__file__).parents[1]
KINDS = {
    "plain.txt": "A Plain Title\nBy Jane Roe\nMay 12, 2021\n\n“It fell in March 2019,” said John Poe of the bridge.\n",
    "marked.md": "---\ntitle: Marked\npublish: excerpt\n---\n\n# Marked\n\nSee [it](/x).[^1]\n\n[^1]: A note.\n",
    "saved.html": "<title>Saved</title><article><h1>Saved</h1><p>Words of <em>it</em>.</p></article>",
    "corrected.txt": "A Second Title\n\n“We left in May,” she said.\n\nShare this story\n",
    "corrected.yml": "drop: [Share this story]\nquotes: [{quote: We left in May, speaker: Jane Roe}]\n",
    "wrong.txt": "A Third Title\n\nWords.\n",
    "wrong.yml": "drop: [What is not there]\n",
    "misread.txt": "caf\udce9 au lait",
    "empty.txt": "",
}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, text in KINDS.items():
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    return folder


def build(seeds: Path, cache: Cache) -> tuple[Gathered, list[str]]:
    """What is gathered, and the seeds that were processed for it."""
    done: list[str] = []

    def watched(job: Job) -> Processed:
        done.append(job.path.name)
        return process(job)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "process", watched)
        gathered = gather(seeds, Spread(cache=cache))
    return gathered, done


def test_what_is_taken_from_the_cache_is_what_was_found(seeds: Path, tmp_path: Path) -> None:
    clean = gather(seeds)
    cold, done = build(seeds, Cache(tmp_path / "cache", "1"))
    warm, again = build(seeds, Cache(tmp_path / "cache", "1"))
    assert len(clean.errors) == 2
    assert len(clean.warnings) == 1
    assert clean == cold == warm
    assert (len(done), again) == (7, [])
    assert [s.document.seed.data for s in warm.sources] == [s.document.seed.data for s in clean.sources]
    assert [s.document.map.starts for s in warm.sources] == [s.document.map.starts for s in clean.sources]
    assert [places(source) for source in warm.sources] == [places(source) for source in clean.sources]
    assert any(map(places, clean.sources))


def places(source: Source) -> Mapping[str, object]:
    sidecar = source.document.seed.sidecar
    return sidecar.places if sidecar else {}


@pytest.mark.parametrize(
    ("change", "done"),
    [
        (lambda seeds: (seeds / "plain.txt").write_text("Other words."), ["plain.txt"]),
        (lambda seeds: (seeds / "corrected.yml").write_text("title: Another"), ["corrected.txt"]),
        (lambda seeds: (seeds / "plain.yml").write_text(""), ["plain.txt"]),
        (lambda seeds: (seeds / "wrong.yml").unlink(), ["wrong.txt"]),
        (lambda seeds: (seeds / "plain.txt").rename(seeds / "zebra.txt"), ["zebra.txt"]),
        (lambda seeds: (seeds / "empty.txt").unlink(), []),
        (lambda seeds: os.utime(seeds / "plain.txt", ns=(1, 1)), []),
    ],
)
def test_a_change_costs_the_seeds_that_it_touches_and_leaves_nothing_behind(
    seeds: Path, tmp_path: Path, change: Callable[[Path], object], done: list[str]
) -> None:
    build(seeds, Cache(tmp_path / "cache", "1"))
    change(seeds)
    found, processed = build(seeds, Cache(tmp_path / "cache", "1"))
    assert (processed, found) == (done, gather(seeds))
    assert len(list((tmp_path / "cache").iterdir())) == len([p for p in seeds.iterdir() if p.suffix != ".yml"])


def test_another_version_of_the_code_finds_everything_anew(seeds: Path, tmp_path: Path) -> None:
    build(seeds, Cache(tmp_path / "cache", "1"))
    assert len(build(seeds, Cache(tmp_path / "cache", "2"))[1]) == 7


@pytest.mark.parametrize(
    "harm",
    [
        lambda entry: b"",
        lambda entry: entry[: len(entry) // 2],
        lambda entry: entry[:-1] + bytes([entry[-1] ^ 1]),
        lambda entry: b"\0" * SIZE + entry[SIZE:],
        lambda entry: entry + b"more",
    ],
)
def test_a_damaged_entry_is_made_anew(seeds: Path, tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    build(seeds, Cache(tmp_path / "cache", "1"))
    whole = {path.name: path.read_bytes() for path in (tmp_path / "cache").iterdir()}
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(harm(path.read_bytes()))
    found, done = build(seeds, Cache(tmp_path / "cache", "1"))
    assert (found, len(done)) == (gather(seeds), 7)
    assert {path.name: path.read_bytes() for path in (tmp_path / "cache").iterdir()} == whole


def test_an_entry_in_the_place_of_another_is_not_believed(seeds: Path, tmp_path: Path) -> None:
    build(seeds, Cache(tmp_path / "cache", "1"))
    one, two, *_ = sorted((tmp_path / "cache").iterdir())
    shutil.copy(one, two)
    found, done = build(seeds, Cache(tmp_path / "cache", "1"))
    assert (found, len(done)) == (gather(seeds), 1)


def test_a_pack_builds_nothing_but_values_of_the_model(tmp_path: Path) -> None:
    for harmful in (print, os.system, Path("x"), Cache):
        with pytest.raises(pickle.UnpicklingError, match="no value of the model"):
            unpacked(zlib.compress(pickle.dumps(harmful)))
    with pytest.raises(pickle.PicklingError, match="a PosixPath is no value"):
        pack(Processed(tmp_path, warnings=(Path("x"),)))  # type: ignore[arg-type]


def test_files_of_others_in_the_folder_stay(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "mine.seed").write_text("mine")
    (tmp_path / "cache" / f"{'a' * 40}.new77").write_text("half of one")
    build(seeds, Cache(tmp_path / "cache", "1"))
    assert (tmp_path / "cache" / "mine.seed").exists()
    assert not list((tmp_path / "cache").glob("*.new*"))


def test_a_cache_that_is_only_read_writes_and_removes_nothing(seeds: Path, tmp_path: Path) -> None:
    build(seeds, Cache(tmp_path / "cache", "1", grows=False))
    assert not (tmp_path / "cache").exists()
    build(seeds, Cache(tmp_path / "cache", "1"))
    before = sorted((tmp_path / "cache").iterdir())
    (seeds / "plain.txt").write_text("Other words.")
    assert build(seeds, Cache(tmp_path / "cache", "1", grows=False))[1] == ["plain.txt"]
    assert sorted((tmp_path / "cache").iterdir()) == before


def test_a_disk_that_refuses_costs_no_seed(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", refused)
    assert build(seeds, Cache(tmp_path / "cache", "1"))[0] == gather(seeds)


def test_a_fault_of_dossiers_own_is_not_kept(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(seed: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(one, "clean", failing)
        build(seeds, Cache(tmp_path / "cache", "1"))
    assert build(seeds, Cache(tmp_path / "cache", "1"))[0] == gather(seeds)


def test_what_a_seed_is_depends_on_each_of_its_parts() -> None:
    cache = Cache(Path("nowhere"), "1")
    held = [
        Capture("seeds/a.txt", b"ab"),
        Capture("seeds/a.txt", b"ab", "seeds/a.yml", b""),
        Capture("seeds/a.txt", b"a", "bseeds/a.yml", b""),
        Capture("seeds/a.txt", b"ab", "seeds/a.yml", b"title: x"),
        Capture("seeds/b.txt", b"ab"),
    ]
    assert len({cache.key(each) for each in held}) == len(held)


def test_all_that_the_map_imports_is_in_its_version() -> None:
    command = "import sys; from dossier.run import one, packed; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=True, capture_output=True, text=True)
    names = {name.split(".")[1] for name in said.stdout.split() if name.startswith("dossier.")}
    assert not names & {name.removesuffix(".py") for name in BEHIND}
    listed = {name for name in files(CODE) if not behind(name)}
    assert {"read.py", "model.py", "clean/__init__.py", "run/packed.py"} <= listed
    assert any(path.startswith("lexicon/en/") for path in listed)
    assert not any(path.endswith(".pyc") or path.startswith(("write/", "theme/")) for path in listed)


def loaded(seeds: Path, docs: Path, *more: str) -> set[str]:
    """What a build by one process loads."""
    options = ["--seeds", str(seeds), "--docs", str(docs), "--jobs", "1", *more]
    command = [
        sys.executable,
        "-c",
        f"import sys, build_pages; build_pages.main({options}); print('loaded', *sys.modules)",
    ]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return set(said.stdout.rpartition("loaded")[2].split())


def test_a_build_loads_only_what_it_needs(seeds: Path, tmp_path: Path) -> None:
    for name in ("wrong.txt", "wrong.yml", "empty.txt", "misread.txt"):
        (seeds / name).unlink()
    stages = {"dossier.clean", "dossier.extract", "dossier.correct"}
    heavy = {"mkdocs", "markdown", "pagefind", "asyncio", "bs4", "click", "multiprocessing", "subprocess"}
    heavy |= {
        "importlib.metadata",
        "importlib.resources",
        "email",
        "socket",
        "zipfile",
        "concurrent.futures",
        "logging",
    }
    cold, warm = (loaded(seeds, tmp_path / "docs") for _ in ("cold", "warm"))
    checked = loaded(seeds, tmp_path / "docs", "--check")
    assert stages | {"dossier.write", "jinja2"} <= cold
    assert not stages & (warm | checked)
    assert not {"dossier.write", "jinja2"} & checked
    assert not heavy & (cold | warm | checked)


def fresh() -> str:
    """The version of this moment."""
    digests.cache_clear()
    return version()


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_version_of_a_library_is_the_one_installed(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = importlib.metadata.version(library)
    assert installed.__wrapped__(library) == f"{library}-{told}.dist-info"
    monkeypatch.setattr("dossier.run.version.TELLS", ".nowhere")
    assert installed.__wrapped__(library) == told


def test_the_version_is_that_of_the_contents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CODE, tmp_path / "dossier", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr("dossier.run.version.CODE", tmp_path / "dossier")
    before = fresh()
    assert before == version() == fresh()
    (tmp_path / "dossier" / "write" / "new.py").write_text("behind the map")
    os.utime(tmp_path / "dossier" / "model.py")
    assert fresh() == before
    (tmp_path / "dossier" / "extract" / "new.py").write_text("")
    after = fresh()
    assert after != before
    word = next((tmp_path / "dossier" / "lexicon").rglob("*.txt"))
    word.write_text(word.read_text(encoding="utf-8") + "\nword", encoding="utf-8")
    assert fresh() not in {before, after}
    digests.cache_clear()


def test_the_bytes_that_are_processed_are_those_that_were_hashed(seeds: Path) -> None:
    job = Job(seeds / "plain.txt", held=capture(seeds / "plain.txt"))
    (seeds / "plain.txt").write_text("Other words.")
    made = process(job)
    assert made.source
    assert made.source.document.seed.data == KINDS["plain.txt"].encode()
