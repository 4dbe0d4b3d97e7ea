"""The data files that have been written, for the package that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.write.data import FORMATS, listed
from dossier.write.files import Publishable

DATA, SEEDS = "data/", "seeds/"


class DataFiles:
    """The data files as they come: how the package lists them, and their sizes."""

    def __init__(self) -> None:
        self.found: dict[str, dict[str, object]] = {}
        self.sizes: dict[str, int] = {}

    def noted(self, files: Iterable[tuple[str, Publishable]]) -> Iterator[tuple[str, Publishable]]:
        """Files, each noted when it has been written if it is one of data; the seeds themselves are not."""
        for path, file in files:
            yield path, file
            name = path.removeprefix(DATA)
            if name != path and not name.startswith(SEEDS):
                self.found[name], self.sizes[name] = listed(name, file), file.size

    @property
    def resources(self) -> list[dict[str, object]]:
        """The files as the package lists them: those of each source first, then those of the collection."""
        whole = [each.path for each in FORMATS]
        of_sources = (found for name, found in self.found.items() if name not in whole)
        return [*of_sources, *map(self.found.__getitem__, whole)]
