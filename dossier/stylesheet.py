"""One stylesheet in place of the many that a built site has of its own: `python -m dossier.stylesheet site`.

In the sources each part of the look is a file. On a slow network every file that a page waits for before it can be
drawn costs a journey there and back: with one in place of eighteen, the first words are there a second earlier.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

JOINED = "own.css"
LINK = re.compile(
    r"(?:(?<!\s)\s++)?+<link rel=\"?stylesheet\"? href=\"?(?P<assets>[^\"\s>]*assets/)(?P<name>[\w-]+\.css)\"?\s*+/?>"
)
"""A link to a file of docs/assets; the theme's are one folder deeper."""
COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/\s*")


def join(site: Path) -> int:
    """Lead every page of a built site to one stylesheet that holds its own ones in their order; return their number.

    Every page has the same ones, as mkdocs.yml lists them. A page that is led to the one already stays as it is.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    names = next((found for found in map(linked, pages.values()) if len(found) > 1), ())
    if names:
        sheets = ((site / "assets" / name).read_text(encoding="utf-8") for name in names)
        text = COMMENT.sub("", "\n".join(sheets))
        (site / "assets" / JOINED).write_text(text, encoding="utf-8", newline="")
    for path, page in pages.items():
        if len(names) > 1 and linked(page) == names:
            path.write_text(with_one(page), encoding="utf-8", newline="")
    return len(names)


def linked(page: str) -> tuple[str, ...]:
    """The names of a page's own stylesheets, in their order."""
    return tuple(link["name"] for link in LINK.finditer(page))


def with_one(page: str) -> str:
    """A page with a link to the joined stylesheet where its own ones were linked."""
    first = LINK.search(page)
    if not first:
        return page
    link = f'\n<link rel="stylesheet" href="{first["assets"]}{JOINED}">'
    return f"{page[: first.start()]}{link}{LINK.sub('', page[first.end() :])}"


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        sys.stdout.write(f"{folder}: {join(Path(folder))} stylesheets joined\n")
