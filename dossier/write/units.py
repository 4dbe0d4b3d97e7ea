"""Pages as units of work: finished as they are published, and left standing where they are made of the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from dossier.write.catalogue import Catalogue
from dossier.write.files import File, Publishable
from dossier.write.gate import uncovered
from dossier.write.head import headed
from dossier.write.memo import NoMemo
from dossier.write.pages.sheet import Sheet
from dossier.write.work import Task

Texts = Iterable[tuple[str, str]]
"""Pages: path and text."""


def sheets(found: Iterable[Sheet], shelf: Catalogue, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """Pages that are left standing where they are made of the same."""
    return made_of_units(map(of_sheet, found), shelf, memo)


def of_sheet(sheet: Sheet) -> Task:
    """The making of one such page."""
    return Task(f"page {sheet.path} {sheet.made_of}", partial(on_sheet, sheet), files=True)


def on_sheet(sheet: Sheet, shelf: Catalogue) -> Iterator[tuple[str, File]]:
    """One such page."""
    yield sheet.path, finished(sheet.path, sheet.make(shelf), "", shelf)


def of_several(unit: str, make: Callable[[Catalogue], Texts]) -> Task:
    """The making of several pages about the collection."""
    return Task(unit, partial(all_finished, make), files=True)


def made_of_units(tasks: Iterable[Task], shelf: Catalogue, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """The files of tasks."""
    for task in memo.ahead(tasks, lambda task: [task], shelf):
        yield from memo.files(task.unit, shelf, task.make)


def finished(path: str, text: str, seed: str, shelf: Catalogue) -> File:
    """A page as it is published: with its head, and with ellipses for what is not published."""
    made = (headed(path, text, shelf) if path.endswith(".md") else text).encode()
    return File(uncovered(made, shelf.cover), seed)


def all_finished(make: Callable[[Catalogue], Texts], shelf: Catalogue) -> Iterator[tuple[str, File]]:
    """Pages about the collection as they are published."""
    for path, text in make(shelf):
        yield path, finished(path, text, "", shelf)
