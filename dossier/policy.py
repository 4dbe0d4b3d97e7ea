"""A Content-Security-Policy in each page of a built site, whichever builder made it: `python -m dossier.policy site`.

Only what the theme itself puts on a page may run. Its inline scripts are those of `404.html`, a page that holds no
word of a source: a script that stands anywhere else is not allowed, however it came there. `make serve` needs scripts
of its own to reload pages, so the policy is added to a built site only.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from dossier.built import Change, over

SCRIPT = re.compile(r"<script(?P<attributes>(?:\s[^<>]*)?)>|(?P<end></script\s*>)", re.IGNORECASE)
OUTSIDE = re.compile(r"\ssrc\s*=|type\s*=\s*[\"']?(?:application/(?:ld\+)?json|text/template)", re.IGNORECASE)
"""A script with a file of its own, or data, which a browser does not run."""
PLACE = re.compile(r"new URL\(\"[./\w%~-]*\",location\)")
"""How the theme tells its scripts where the site begins: the one thing in them that differs from page to page."""
SHEET = re.compile(r"'(\.[\w-]+\{[^'\\]{100,}\})'")
"""A style sheet that a script of the theme holds as a string and sets itself, as Zensical's search does."""
HEADS = (
    re.compile(r"<meta charset=\"?utf-8\"?\s*/?>", re.IGNORECASE),
    re.compile(r"<head(?:\s[^<>]*)?>", re.IGNORECASE),
)
"""What the policy stands behind, the first of these that a page has."""
OWN = re.compile(r"\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; [^>]*>")
OTHER = re.compile(r"<meta http-equiv=[\"']?Content-Security-Policy", re.IGNORECASE)
"""A page that brings a policy of its own, such as one at an old address, keeps it."""
NEAR = 1024
"""Characters behind the declaration of its encoding in which a page says its own policy."""
DIRECTIVES = (
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'{hashes}",
    "style-src 'self'{styles}",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
"""`wasm-unsafe-eval` lets a search compile its own index reader, and nothing else."""


def seal(site: Path) -> int:
    """Put the policy into every page of a built site, anew where there is one, and return the number of pages."""
    return over(site, sealing(site))


def sealing(site: Path) -> Change:
    """The change that puts the policy into a page of a built site."""
    lost = site / "404.html"
    own = frozenset(map(without_place, scripts(lost.read_text(encoding="utf-8")))) if lost.is_file() else frozenset()
    styles = sheets(site)
    return lambda page: with_policy(page, own, styles)


def sheets(site: Path) -> str:
    """The hashes of style sheets that the theme's scripts set, as a policy lists them."""
    bundles = sorted((site / "assets" / "javascripts").glob("bundle*.js"))
    return "".join(
        f" '{digest(sheet)}'" for path in bundles for sheet in SHEET.findall(path.read_text(encoding="utf-8"))
    )


def scripts(page: str) -> list[str]:
    """The inline scripts of a page that a browser would run."""
    found, opened = [], None
    for tag in SCRIPT.finditer(page):
        if opened is None and not tag["end"]:
            opened = tag
        elif opened is not None and tag["end"]:
            if not OUTSIDE.search(opened["attributes"]):
                found.append(page[opened.end() : tag.start()])
            opened = None
    return found


def without_place(script: str) -> str:
    """A script of the theme as it is on every page."""
    return PLACE.sub('new URL("",location)', script, count=1)


def with_policy(page: str, own: frozenset[str], styles: str = "") -> str:
    """A page with its policy right behind the declaration of its encoding.

    `own` are the scripts that may run, `styles` the hashes of sheets that scripts may set.
    """
    page = OWN.sub("", page, count=1)
    head = next((found for found in (pattern.search(page) for pattern in HEADS) if found), None)
    if head is None or OTHER.search(page, 0, head.end() + NEAR):
        return page
    allowed = dict.fromkeys(digest(script) for script in scripts(page) if without_place(script) in own)
    hashes = "".join(f" '{each}'" for each in allowed)
    policy = "; ".join(DIRECTIVES).format(hashes=hashes, styles=styles)
    return f'{page[: head.end()]}\n<meta http-equiv="Content-Security-Policy" content="{policy}">{page[head.end() :]}'


def digest(script: str) -> str:
    """The hash of a script as a policy names it."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        sys.stdout.write(f"{folder}: {seal(Path(folder))} pages sealed\n")
