"""Words as data: one folder a language, one file a list, one term a line, `#` for a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from dossier.kept import kept

FOLDER = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder here, English first."""
    found = sorted(folder.name for folder in FOLDER.iterdir() if (folder / "function_words.txt").is_file())
    return ("en", *(name for name in found if name != "en"))


@cache
def terms(language: str, name: str) -> tuple[str, ...]:
    """The terms of `dossier/lexicon/<language>/<name>.txt` in file order; () where a language has no such list."""
    path = FOLDER / language / f"{name}.txt"
    if not path.is_file():
        return ()
    text = path.read_text(encoding="utf-8").strip("\n")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    if "#" in text or "\n\n" in text:
        lines = (line.split(" #")[0].strip() for line in text.split("\n"))
        return tuple([line for line in lines if line and line[0] != "#"])
    # Long lists have no comments between their terms, and every build reads them all.
    return tuple(text.split("\n")) if text else ()


@cache
def words(language: str, name: str) -> frozenset[str]:
    """The same terms as a set, for look-ups."""
    return frozenset(terms(language, name))


@cache
def table(language: str, name: str) -> dict[str, object]:
    """The mapping in `dossier/lexicon/<language>/<name>.yml`; {} where there is none."""
    path = FOLDER / language / f"{name}.yml"
    if not path.is_file():
        return {}
    data = path.read_bytes()
    return kept(path, (data, yaml.__version__.encode()), lambda: mapping(data))


def mapping(data: bytes) -> dict[str, object]:
    """A mapping in YAML; {} for anything else."""
    loaded = yaml.load(data.decode(), Loader=LOADER)  # noqa: S506 - a safe loader, in C where there is one
    return loaded if isinstance(loaded, dict) else {}


def contents(language: str, name: str) -> bytes:
    """The bytes of a list, from which whatever is made of it follows; b"" where a language has no such list."""
    path = FOLDER / language / f"{name}.txt"
    return path.read_bytes() if path.is_file() else b""
