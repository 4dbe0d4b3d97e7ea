"""Gaps, doubts and errors as data: each points at the narrowest span that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.sourcemap import SeedSpan

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something an editor should see. `span` is in the seed; None when it concerns the file as a whole."""

    code: str
    severity: Severity
    message: str
    span: SeedSpan | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing told to the maintainer: what is wrong, where, and how to mend it.

    `line` and `column` count from 1; 0 where the file as a whole is meant. `excerpt` is the line.
    """

    message: str
    file: str
    line: int = 0
    column: int = 0
    excerpt: str = ""
    mend: str = ""
    code: str = "invalid"
    severity: Severity = "error"

    @property
    def where(self) -> str:
        """`file:line:column`, as far as it is known."""
        return ":".join([self.file] + [str(n) for n in (self.line, self.column) if n])

    @property
    def details(self) -> list[str]:
        """The line with a caret under the column, and how to mend it, each indented."""
        shown, caret = clip(self.excerpt, self.column)
        lines = [f"    {shown}", f"    {' ' * caret}^"] if self.excerpt else []
        return [*lines, f"    mend: {self.mend}"] if self.mend else lines

    def __str__(self) -> str:
        """The message as the maintainer reads it: place, line, caret, mend."""
        return "\n".join([f"{self.where}: {self.message}", *self.details])


class DossierError(Exception):
    """One problem with the input, told so that it can be mended.

    `file`, `line` and `column` (both from 1) say where; `excerpt` is the line; `mend` says what to do; `code` is a
    word for programs.
    """

    def __init__(  # noqa: PLR0913 - the parts of one message
        self,
        message: str,
        *,
        file: str,
        line: int = 0,
        column: int = 0,
        excerpt: str = "",
        mend: str = "",
        code: str = "invalid",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
        self.mend = mend
        self.code = code

    @property
    def problem(self) -> Problem:
        """The same as a value."""
        return Problem(self.message, self.file, self.line, self.column, self.excerpt, self.mend, self.code)

    def __str__(self) -> str:
        """The message as the maintainer reads it: place, line, caret, mend."""
        return str(self.problem)


WIDEST = 100


def clip(excerpt: str, column: int) -> tuple[str, int]:
    """At most WIDEST characters of the line around the column, and where the caret goes under them."""
    printable = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in excerpt)
    at = max(column - 1, 0)
    start = max(0, min(at - WIDEST // 2, len(printable) - WIDEST))
    return printable[start : start + WIDEST], at - start


def place(text: str, offset: int) -> tuple[int, int, str]:
    """Line and column (from 1) of an offset, and the line's text. Lines end at LF as editors count them."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    return text.count("\n", 0, offset) + 1, offset - start + 1, line
