"""A build that is killed, crowded out by another, or refused by the disk leaves whole files and one clear word."""

from __future__ import annotations

import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import build_pages
from dossier.issues import DossierError
from dossier.lock import LOCK, held
from dossier.write import drafts
from dossier.write.drafts import DRAFT, draft
from dossier.write.ownership import File, publish

ROOT = Path(__file__).parents[1]
KILLED = """
import os, signal, sys, time
from pathlib import Path
from dossier.write.ownership import File, publish
docs = Path(sys.argv[1])
for turn in range(50):
    child = os.fork()
    if child == 0:
        for n in range(10_000):
            word = f"{turn}-{n} ".encode()
            publish(docs, {f"{n % 3}/{k}.md": File(word * 2000, "seeds/a.txt") for k in range(12)})
        os._exit(0)
    time.sleep(0.002 + 0.0013 * turn)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    for path in docs.rglob("*.md"):
        words = path.read_bytes().split()
        assert len(words) == 2000 and len(set(words)) == 1, path
"""
"""Fifty builds that write pages without end, each killed a little later than the one before."""
HOLD = """
import sys, time
from pathlib import Path
from dossier.lock import held
with held(Path(sys.argv[1])):
    print("begun", flush=True)
    time.sleep(600)
"""


@contextmanager
def python(code: str, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has said its first word, and is killed at the end of the block if not before."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "begun"
            yield process
        finally:
            process.kill()


def tree(docs: Path) -> dict[str, str]:
    """Every file of a folder but the lock, with its hash, and every folder."""
    return {
        path.relative_to(docs).as_posix(): sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in docs.rglob("*")
        if path.name != LOCK
    }


def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_makes_it_good(tmp_path: Path) -> None:
    docs, clean = tmp_path / "docs", tmp_path / "clean"
    final = {"1/0.md": File(b"final"), "index.md": File(b"home")}
    publish(clean, final)
    subprocess.run([sys.executable, "-c", KILLED, docs], cwd=ROOT, check=True)
    assert list(docs.rglob("*.md"))
    publish(docs, final)
    assert tree(docs) == tree(clean)
    assert not list(docs.rglob(f"*{DRAFT}"))


def test_a_build_killed_while_it_removes_what_another_left_leaves_that_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/b", "a/c", "d"):
        draft(tmp_path / name / "page.md", [b"half"])
    drafts.mark(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(drafts, "prune", lambda *_: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            publish(tmp_path, {"index.md": File(b"home")})
    publish(tmp_path, {"index.md": File(b"home")})
    assert not list(tmp_path.rglob(f"*{DRAFT}"))


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("A Plain Title\n\nThe minister met the delegation on Monday.\n", encoding="utf-8")
    return folder


def run(seeds: Path, docs: Path, *more: str) -> int:
    return build_pages.main(["--seeds", str(seeds), "--docs", str(docs), *more])


def test_a_second_build_is_told_who_holds_the_folder_and_a_dead_holder_holds_nothing(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = tmp_path / "docs"
    with python(HOLD, docs) as holder:
        assert run(seeds, docs) == 1
        told = capsys.readouterr().err
        assert re.search(rf"another build is writing here: process {holder.pid}, since \d{{4}}-\d\d-\d\d \d\d:", told)
        assert "mend: wait until it has ended, then build again" in told
        assert run(seeds, docs, "--check") == 0
        assert [path.name for path in docs.iterdir()] == [LOCK]
        holder.send_signal(signal.SIGKILL)
    assert run(seeds, docs) == 0


def test_the_lock_is_let_go_where_the_build_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), held(tmp_path):
        1 / 0  # noqa: B018 - the failure
    with held(tmp_path), pytest.raises(DossierError, match="another build"), held(tmp_path):
        pass


def test_a_full_disk_is_one_clear_error_and_no_file_is_half_written(seeds: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    run(seeds, docs)
    before = tree(docs)
    (seeds / "b.txt").write_text("Another Title\n\n" + "The minister spoke again. " * 3000, encoding="utf-8")

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    command = [sys.executable, "build_pages.py", "--seeds", str(seeds), "--docs", str(docs)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=small_files)
    assert told.returncode == 1
    assert re.search(rf"{re.escape(str(docs))}/\S+: error: this file cannot be written: File too large", told.stderr)
    assert "mend: free some space, then build again" in told.stderr
    assert "Traceback" not in told.stderr
    assert not list(docs.rglob(f"*{DRAFT}"))
    after = tree(docs)
    assert all(name in after for name in before)
    assert run(seeds, docs) == 0
    fresh = tmp_path / "fresh"
    run(seeds, fresh)
    assert tree(docs) == tree(fresh)


@pytest.mark.parametrize("words", ["Permission denied", "Read-only file system"])
def test_a_folder_without_the_right_to_write_is_one_clear_error(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    kept = Path.open

    def refused(path: Path, mode: str = "r", *more: Any, **others: Any) -> Any:
        if "w" in mode:
            raise PermissionError(13, words, str(path))
        return kept(path, mode, *more, **others)

    monkeypatch.setattr(Path, "open", refused)
    assert run(seeds, tmp_path / "docs") == 1
    told = capsys.readouterr().err
    assert told.count("error:") == 1
    assert f"this file cannot be written: {words}" in told
    assert "mend: make the folder writable, or name another one with --docs DIR" in told


def test_a_folder_that_cannot_be_made_is_one_clear_error(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds.parent / "file").write_text("", encoding="utf-8")
    assert run(seeds, seeds.parent / "file" / "docs") == 1
    told = capsys.readouterr().err
    assert "file/docs: error: nothing can be written here: Not a directory" in told
