"""What MkDocs makes of the Markdown of each page, kept for the next build: nine tenths of its time go into that.

A page is taken from the folder only where MkDocs would make the same of it: the same words at the same address, under
the same settings, by the same versions, with every link leading to a page that is there and has the address it had. A
page of which MkDocs has anything to say, such as a link that leads nowhere, is never kept, so that it is said again.
What comes after, the templates and the look at anchors, is done for all pages every time.
"""

from __future__ import annotations

import json
import logging
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages, toc
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

PURE = frozenset({"attr_list", "fenced_code", "md_in_html", "tables", "toc"})
"""Extensions of Python-Markdown that make of a text what its words and their settings say, and look at nothing else."""
LIBRARIES = ("mkdocs", "markdown")
SIZE = 20
"""Bytes of a digest."""


@contextmanager
def remembered(folder: Path, config: MkDocsConfig) -> Iterator[None]:
    """While the block runs, MkDocs takes from the folder what it holds, and puts there what is new.

    Pages that were not asked for are removed from the folder at the end. Nothing is kept under extensions that are not
    known to be pure.
    """
    settings = depends(config)
    if settings is None:
        yield
        return
    memory, original = Memory(folder, settings), Page.render

    def render(page: Page, config: MkDocsConfig, files: Files) -> None:
        if not memory.recall(page, files):
            seen, said = Seen(files), Said()
            pages.log.addFilter(said)
            try:
                original(page, config, seen)
            finally:
                pages.log.removeFilter(said)
            if not said.anything and None not in seen.asked.values():
                memory.keep(page, seen)

    Page.render = render  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Page.render = original  # type: ignore[method-assign]
    memory.sweep()


def depends(config: MkDocsConfig) -> str | None:
    """All settings and versions that a page depends on; None where that cannot be told."""
    if config.hooks or config.plugins or not PURE.issuperset(config.markdown_extensions):
        return None
    own = blake2b(Path(__file__).read_bytes(), digest_size=SIZE).hexdigest()
    versions = [own, sys.version, *map(version, LIBRARIES)]
    links = {name: str(level) for name, level in config.validation.links.items()}
    parts = [versions, config.markdown_extensions, config.mdx_configs, config.use_directory_urls, links]
    with suppress(TypeError):
        return json.dumps(parts, sort_keys=True)
    return None


class Seen(Files):
    """The files of a site, which remember those that were asked for."""

    def __init__(self, files: Files) -> None:
        super().__init__(())
        self._src_uris = files._src_uris  # noqa: SLF001 - the same files, not a copy of their list for each page
        self.asked: dict[str, File | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path, if there is one."""
        found = self.asked[path] = super().get_file_from_path(path)
        return found


class Said(logging.Filter):
    """Notices whether anything is told of a page."""

    anything = False

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - the shape of a filter
        """Let it be told."""
        self.anything = True
        return True


class Memory:
    """A folder with a file for each page, named by its path; a file is taken under the digest that it begins with."""

    def __init__(self, folder: Path, settings: str) -> None:
        self.folder = folder
        self.settings = settings
        self.used: set[str] = set()

    def recall(self, page: Page, files: Files) -> bool:
        """Give a page what was made of it, and say whether that was possible."""
        try:
            entry = (self.folder / self.name(page)).read_bytes()
            if entry[:SIZE] != self.check(page, entry[SIZE:]):
                return False
            known = json.loads(zlib.decompress(entry[SIZE:]))
        except (OSError, ValueError, zlib.error):
            return False
        if any(place(files.get_file_from_path(path)) != there for path, there in known["targets"].items()):
            return False
        restore(page, known, files)
        return True

    def keep(self, page: Page, seen: Seen) -> None:
        """Keep what was made of a page. A disk that refuses costs only time; what it has half of is never taken."""
        data = {
            "content": page.content,
            "title": page._title_from_render,  # noqa: SLF001 - what MkDocs has no public name for
            "toc": [entry(link) for link in page.toc],
            "ids": sorted(page.present_anchor_ids or ()),
            "links": [[file.src_uri, anchors] for file, anchors in (page.links_to_anchors or {}).items()],
            "targets": {path: place(file) for path, file in seen.asked.items()},
        }
        packed = zlib.compress(json.dumps(data).encode(), 1)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / self.name(page)).write_bytes(self.check(page, packed) + packed)

    def sweep(self) -> None:
        """Remove pages that were not asked for; files of others stay."""
        for path in self.folder.glob("*.page") if self.folder.is_dir() else ():
            if path.name not in self.used:
                with suppress(OSError):
                    path.unlink()

    def name(self, page: Page) -> str:
        """The name of a page's file."""
        name = f"{blake2b(page.file.src_uri.encode(), digest_size=SIZE).hexdigest()}.page"
        self.used.add(name)
        return name

    def check(self, page: Page, packed: bytes) -> bytes:
        """The digest of what was made of a page and of all that it was made of but the other files."""
        made = blake2b(digest_size=SIZE)
        words = (self.settings, repr((page.file.src_uri, *place(page.file))), page.markdown or "")
        for part in (*(text.encode("utf-8", "surrogatepass") for text in words), packed):
            made.update(len(part).to_bytes(8))
            made.update(part)
        return made.digest()


def place(file: File | None) -> list[str]:
    """What a page that links to a file depends on: its address and whether it is published; of no file, nothing."""
    return [file.url, file.inclusion.name] if file else []


def entry(link: toc.AnchorLink) -> dict[str, Any]:
    """A line of a table of contents as Python-Markdown gives it."""
    return {"name": link.title, "id": link.id, "level": link.level, "children": [*map(entry, link.children)]}


def restore(page: Page, known: dict[str, Any], files: Files) -> None:
    """Leave a page as MkDocs leaves it when it has rendered it."""
    page.content = known["content"]
    page._title_from_render = known["title"]  # noqa: SLF001 - what MkDocs has no public name for
    page.toc = toc.get_toc(known["toc"])
    page.present_anchor_ids = set(known["ids"])
    page.links_to_anchors = {files.src_uris[path]: anchors for path, anchors in known["links"]}
