"""One stylesheet in place of the many that a built site has of its own: `python -m dossier.stylesheet site`.

In the sources each part of the look is a file. On a slow network every file that a page waits for before it can be
drawn costs a journey there and back: with one in place of eighteen, the first words are there a second earlier.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from dossier.built import Change, over, pages

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
    names = own(site)
    over(site, joining(site))
    return len(names)


def joining(site: Path) -> Change:
    """Write the one stylesheet of a built site, and give the change that leads a page to it."""
    names = own(site)
    if names:
        sheets = ((site / "assets" / name).read_text(encoding="utf-8") for name in names)
        text = COMMENT.sub("", "\n".join(sheets))
        (site / "assets" / JOINED).write_text(text, encoding="utf-8", newline="")
    return lambda page: with_one(page) if names and linked(page) == names else page


def own(site: Path) -> tuple[str, ...]:
    """The names of a site's own stylesheets in their order, from the first page that links to more than one."""
    found = (linked(path.read_text(encoding="utf-8")) for path in pages(site))
    return next((names for names in found if len(names) > 1), ())


def linked(page: str) -> tuple[str, ...]:
    """The names of a page's own stylesheets, in their order."""
    return tuple(link["name"] for link in LINK.finditer(page, 0, head(page)))


def with_one(page: str) -> str:
    """A page with a link to the joined stylesheet where its own ones were linked."""
    end = head(page)
    first = LINK.search(page, 0, end)
    if not first:
        return page
    link = f'\n<link rel="stylesheet" href="{first["assets"]}{JOINED}">'
    return f"{page[: first.start()]}{link}{LINK.sub('', page[first.end() : end])}{page[end:]}"


def head(page: str) -> int:
    """Where the head of a page ends, which alone links to stylesheets; its whole length where no end is written."""
    end = page.find("</head>")
    return len(page) if end < 0 else end


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        sys.stdout.write(f"{folder}: {join(Path(folder))} stylesheets joined\n")
