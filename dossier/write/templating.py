"""Templates that cannot forget to escape: whatever they print is made literal Markdown unless it is `Safe` already."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dossier.write.compiled import Compiled
from dossier.write.describe import count
from dossier.write.escape import Safe, address, attribute, identifier, markdown

FOLDER = Path(__file__).parent / "templates"


def literal(value: object) -> object:
    """What a template's `{{ value }}` prints."""
    if isinstance(value, Safe):
        return value
    if isinstance(value, str):
        return markdown(value)
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"a template printed {value!r}, which is no text")


@cache
def environment() -> Environment:
    """The templates of `dossier/write/templates`."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        bytecode_cache=Compiled(FOLDER, Path(__file__).read_bytes()),
        autoescape=False,  # noqa: S701 - `finalize` escapes for Markdown, and for HTML with it
        finalize=literal,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters |= {"attribute": attribute, "address": address, "counted": count, "identifier": identifier}
    return made


def load() -> None:
    """Load every template, where there is time for it before the first is filled."""
    for name in environment().list_templates(extensions=["j2"]):
        environment().get_template(name)


def fill(template: str, **values: object) -> str:
    """A template with its values."""
    return environment().get_template(template).render(values)
