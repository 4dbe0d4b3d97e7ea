"""What `make serve` reads again, and what it remembers."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dossier import serve
from dossier.pipeline import Job


def test_a_seed_is_processed_again_only_when_it_or_its_sidecar_changes(tmp_path: Path) -> None:
    jobs = [Job(tmp_path / "a.txt", tmp_path / "a.yml"), Job(tmp_path / "b.txt")]
    for path in ("a.txt", "a.yml", "b.txt"):
        (tmp_path / path).write_text("one", encoding="utf-8")
    memory, done = serve.Remembering(ThreadPoolExecutor(1)), []

    def process(job: Job) -> str:
        done.append(job.path.name)
        return job.path.read_text(encoding="utf-8")

    assert list(memory.map(process, jobs)) == ["one", "one"]
    assert list(memory.map(process, jobs)) == ["one", "one"]
    assert done == ["a.txt", "b.txt"]
    (tmp_path / "b.txt").write_text("longer", encoding="utf-8")
    assert list(memory.map(process, jobs)) == ["one", "longer"]
    os.utime(tmp_path / "a.yml", ns=(1, 1))
    list(memory.map(process, jobs))
    (tmp_path / "a.yml").unlink()
    list(memory.map(process, jobs))
    assert done == ["a.txt", "b.txt", "b.txt", "a.txt", "a.txt"]


def test_a_change_of_the_generator_is_seen() -> None:
    before = serve.code_stamp()
    assert any(path.endswith("serve.py") for path, _ in before)
    assert any(path.endswith(".yml") for path, _ in before)
    assert not any("__pycache__" in path for path, _ in before)
    assert serve.code_stamp() == before


def test_a_page_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert serve.page(tmp_path / "404.html") is None
    (tmp_path / "404.html").write_bytes(b"lost")
    assert serve.page(tmp_path / "404.html") == b"lost"
