"""The address to which a reader reports a problem: the maintainer's own, with a subject and the page filled in."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from dossier.write.escape import Safe, address, live


def report(to: str, subject: str, body: str) -> Safe:
    """A link that opens a letter or a new issue; "" where the configuration gives no address that may be followed.

    `me@example.org` and `mailto:me@example.org` take `subject` and `body`, a web address `title` and `body`.
    """
    if "@" in to and ":" not in to:
        to = f"mailto:{to}"
    if not live(to):
        return Safe("")
    head = "subject" if urlsplit(to).scheme.lower() == "mailto" else "title"
    asked = f"{head}={quote(subject, safe='')}&body={quote(body, safe='')}"
    return address(f"{to}{'&' if '?' in to else '?'}{asked}")
