"""The pages of a built site, changed after its builder: each is read once, and written only where it changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Change = Callable[[str], str]
"""What a page becomes."""


def over(site: Path, *changes: Change) -> int:
    """Put every page of a site through the changes, one after the other; return the number of pages."""
    found = pages(site)
    for path in found:
        page = path.read_text(encoding="utf-8")
        changed = page
        for change in changes:
            changed = change(changed)
        if changed != page:
            path.write_text(changed, encoding="utf-8", newline="")
    return len(found)


def pages(site: Path) -> list[Path]:
    """The pages of a site, in the order of their paths."""
    return sorted(site.rglob("*.html"))
