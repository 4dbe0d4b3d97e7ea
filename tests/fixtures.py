"""Cases in Markdown files: a title, `.`, the input, `.`, what is expected, `.`; a failure names file and line.

    tests/cases/notes.md:12: a marker glued to its word

Blank lines between cases do not matter, nor do lines that begin with `<!--`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One case and where it stands."""

    file: str
    line: int
    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        """Its name in the test report."""
        return f"{self.file}:{self.line}: {self.title}"


def cases(name: str) -> list[Case]:
    """The cases of `tests/cases/<name>`. Raises ValueError for one that is cut short."""
    lines = (CASES / name).read_text(encoding="utf-8").split("\n")
    found: list[Case] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip() or lines[at].startswith(("<!--", "# ")):
            at += 1
            continue
        stops = [n for n in range(at + 1, len(lines)) if lines[n] == "."][:3]
        if len(stops) < 3 or stops[0] != at + 1:
            message = f"tests/cases/{name}:{at + 1}: a case is a title, `.`, the input, `.`, what is expected, `.`"
            raise ValueError(message)
        given, expected = "\n".join(lines[stops[0] + 1 : stops[1]]), "\n".join(lines[stops[1] + 1 : stops[2]])
        found.append(Case(f"tests/cases/{name}", at + 1, lines[at].strip(), given, expected))
        at = stops[2] + 1
    return found
