"""Work that a memo can know: named for all that it depends on but what the catalogue is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dossier.write.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Task:
    """One unit of work: its name, and how it is made. With `files` it makes files, else a value, as JSON has it."""

    unit: str
    make: Callable[[Catalogue], Any]
    files: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """A task for each source: `make` takes a catalogue and a slug."""

    part: str
    make: Callable[[Catalogue, str], Any]
    files: bool = False

    def task(self, slug: str) -> Task:
        """The task for one source."""
        return Task(f"{self.part} {slug}", partial(of_source, self.make, slug), self.files)


def of_source(make: Callable[[Catalogue, str], Any], slug: str, shelf: Catalogue) -> Any:
    """What a work makes of one source."""
    return make(shelf, slug)
