"""The site: `mkdocs build --strict` over the pages, with the settings a pinned build needs."""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from dossier.built import over
from dossier.policy import sealing
from dossier.search import build_search
from dossier.stylesheet import joining
from dossier.write.drafts import replace


def build_site(config: Path, docs: Path, *, kept: bool = True) -> int:
    """Build the site of `docs` and return an exit status: 0, or 1 where mkdocs found a fault and said so.

    The project's own docs/ uses `config` as it is. Another folder gets a copy of it beside itself, so that its site
    lands in `site/` next to it. What was made of each page is kept in `build/render/` there, unless `kept` is False.
    """
    if docs.resolve() != (config.parent / "docs").resolve():
        config = beside(config, docs)
    # Material prints a banner about MkDocs 2 otherwise; requirements.in pins MkDocs below it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # MkDocs is most of a site's time: it is imported only for a site, and into this process, whose imports it shares.
    import click  # noqa: PLC0415

    try:
        with warnings_told():
            made(config, docs.parent / "build" / "render" if kept else None)
    except click.ClickException as error:
        click.echo(f"Error: {error.format_message()}", err=True)
        return 1
    built = config.parent / "site"
    over(built, joining(built), sealing(built))
    build_search(built)
    return 0


@contextmanager
def warnings_told() -> Iterator[None]:
    """Let MkDocs tell its warnings, and no less: what it does not tell it does not count, however strict it is."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    before = logger.level
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.removeHandler(handler)


def made(config: Path, kept: Path | None) -> None:
    """What `mkdocs build --strict` does; `kept` is the folder for its pages. Raises ClickException for a fault."""
    from mkdocs.commands.build import build  # noqa: PLC0415 - the same
    from mkdocs.config import load_config  # noqa: PLC0415 - the same

    from dossier.rendered import remembered  # noqa: PLC0415 - the same

    settings = load_config(str(config), strict=True)
    settings.plugins.on_startup(command="build", dirty=False)
    with remembered(kept, settings) if kept else nullcontext():
        build(settings)
    settings.plugins.on_shutdown()


def beside(config: Path, docs: Path) -> Path:
    """Write the configuration for a docs folder elsewhere: the project's, with that folder and its own navigation.

    The hand-written assets are the project's too; what already stands there is left alone.
    """
    place = docs.parent / "mkdocs.yml"
    if not place.exists():
        text = config.read_text(encoding="utf-8")
        replace(place, moved(text, config, docs).encode())
    assets = config.parent / "docs" / "assets"
    for asset in sorted(path for path in assets.rglob("*") if path.is_file()):
        copy = docs / "assets" / asset.relative_to(assets)
        if not copy.exists():
            replace(copy, asset.read_bytes())
    return place


def moved(text: str, config: Path, docs: Path) -> str:
    """The project's configuration for another folder of pages; the theme stays where it is."""
    theme = (config.parent / "dossier" / "theme").resolve()
    text = re.sub(r"(?m)^docs_dir:.*$", lambda _: f"docs_dir: {docs.name}", text)
    return re.sub(r"(?m)^  custom_dir:.*$", lambda _: f"  custom_dir: {json.dumps(str(theme))}", text)
