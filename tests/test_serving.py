"""`make serve` as a person uses it: edit a seed, look again."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest

PATIENCE = 90.0
"""Seconds until a page that ought to change is given up."""

pytestmark = pytest.mark.site


@dataclass(frozen=True)
class Serving:
    """The running command, the address it serves and the file that holds what it says."""

    process: subprocess.Popen[bytes]
    home: str
    log: Path

    def await_words(self, page: str, words: str) -> str:
        """A page of the site, as soon as it holds the words."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.home + page) as answer:  # noqa: S310 - an address on this machine
                    found: str = answer.read().decode()
            except (URLError, ConnectionError):
                found = ""
            if words in found:
                return found
            time.sleep(0.2)
        pytest.fail(
            f"{self.home}{page} never held {words!r}; the command said:\n{self.log.read_text(encoding='utf-8')}"
        )


@pytest.fixture
def serving(project: Path) -> Iterator[Serving]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    log = project / "log"
    command = [sys.executable, "build_pages.py", "--serve", place]
    with log.open("wb") as out, subprocess.Popen(command, cwd=project, stdout=out, stderr=out) as process:
        yield Serving(process, f"http://{place}/", log)
        process.terminate()


def test_a_new_seed_and_a_new_page_show_without_a_restart(project: Path, serving: Serving) -> None:
    page = serving.await_words("", "5 sources")
    assert "livereload" in page
    assert "Content-Security-Policy" not in page
    article = "A Treaty Nobody Read\n\nMay 12, 2021\nJane Roe\n\nThe minister met the delegation on Monday and spoke.\n"
    (project / "seeds" / "new.txt").write_text(article, encoding="utf-8")
    serving.await_words("", "A Treaty Nobody Read")
    (project / "docs" / "hand-written.md").write_text("# By hand\n\nSeen at once.\n", encoding="utf-8")
    serving.await_words("hand-written/", "Seen at once.")


def test_a_bad_seed_is_told_and_the_server_lives_on(project: Path, serving: Serving) -> None:
    serving.await_words("", "5 sources")
    (project / "seeds" / "bad.txt").write_bytes(b"")
    until = time.monotonic() + PATIENCE
    while "seeds/bad.txt: error: this seed is empty" not in serving.log.read_text(encoding="utf-8"):
        assert time.monotonic() < until
        time.sleep(0.2)
    (project / "seeds" / "bad.txt").write_text("Mended Now\n\nThe minister met the delegation.\n", encoding="utf-8")
    serving.await_words("sources/", "Mended Now")


def test_ending_the_command_ends_the_server_it_started(serving: Serving) -> None:
    serving.await_words("", "5 sources")
    serving.process.terminate()
    assert serving.process.wait(PATIENCE) == 0
    with pytest.raises((URLError, ConnectionError)):
        urllib.request.urlopen(serving.home)  # noqa: S310 - an address on this machine
