"""Where pages and files are under docs/, and the ways between them."""

from __future__ import annotations

from posixpath import dirname, relpath

from dossier.write.escape import Safe, file_address


def name_page(id: str) -> str:
    """The page of a name. One that is called "Index" may not take the place of the page of all names."""
    return "names/index_.md" if id == "index" else f"names/{id}.md"


def source_page(slug: str) -> str:
    """The page of a source, relative to docs/."""
    return f"sources/{slug}.md"


def raw_file(file: str) -> str:
    """Where a seed is published as it is. What a site builder or a browser would run ends in `.txt` here."""
    name = file.rpartition("/")[2]
    return f"data/seeds/{name}" if name.endswith(".txt") else f"data/seeds/{name}.txt"


def record_file(slug: str) -> str:
    """Where the record of a source is published."""
    return f"data/sources/{slug}.json"


def to(page: str, target: str, anchor: str = "") -> Safe:
    """The destination of a Markdown link on `page` to another file under docs/, both relative to it."""
    path = "" if page == target and anchor else relative(target, page)
    return Safe(file_address(path) + (f"#{file_address(anchor)}" if anchor else ""))


def relative(target: str, page: str) -> str:
    """The way from a page to another file, both under docs/ and without dots."""
    folder, found, _ = page.partition("/")
    if not found:
        return target
    if target.startswith(f"{folder}/"):
        return relpath(target, dirname(page)) if page.count("/") > 1 else target[len(folder) + 1 :]
    return f"{'../' * page.count('/')}{target}"
