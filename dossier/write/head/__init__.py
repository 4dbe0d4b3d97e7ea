"""What the head of a page tells machines, as one line of its front matter that the theme prints.

Everything is computed here, so that the theme's template is the same few lines for both site builders.
"""

from __future__ import annotations

import html
import json
import re

from dossier.write.catalogue import Catalogue
from dossier.write.front import told
from dossier.write.head.address import slug_of
from dossier.write.head.linked import linked
from dossier.write.head.tags import Tag, of_page, of_source

UNPRINTABLE = re.compile(r"[\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]|[\ud800-\udfff]")
"""Characters that JSON may hold as they are and YAML may not."""
INSIDE_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""What could end a `<script>` or a CDATA section, or begin one, written as JSON may write any character."""


def headed(path: str, text: str, shelf: Catalogue) -> str:
    """A page with the `head` in its front matter; one without front matter stays as it is."""
    opening, found, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not found:
        return text
    front = told(opening)
    title, description = (html.unescape(front.get(key, "")) for key in ("title", "description"))
    slug = slug_of(path)
    tags = of_page(shelf.site, path, title, description)
    if slug in shelf.views:
        tags = [*of_source(shelf, slug), *tags]
    if front.get("robots"):
        tags = [Tag("name", "robots", front["robots"]), *tags]
    record = {"tags": [list(tag) for tag in tags], "linked": script(linked(shelf, path, title, description))}
    return f"---\n{opening}\nhead: {flow(record)}\n---\n{body}"


def script(value: object) -> str:
    """JSON that may stand in a `<script>`: no word in it can end that."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(INSIDE_SCRIPT)


def flow(value: object) -> str:
    """A value as YAML on one line, which JSON is but for a few characters."""
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


__all__ = ["Tag", "headed"]
