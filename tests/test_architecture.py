"""Import direction, purity and size, read from the source with `ast`: the design's laws that no linter knows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

SHARED = {"model", "kept", "sourcemap", "issues", "ids", "lexicon", "processes", "wording"}
STAGE = {"read": "read", "folder": "read", "charset": "read", "sidecar": "read", "names_file": "read"}
STAGE |= {name: name for name in ("clean", "extract", "correct", "link", "write")}
"""The stage that each module right under `dossier/` belongs to."""
COMMANDS = {"lock", "pipeline", "report", "run", "serve", "site", "policy", "search", "stylesheet", "built", "rendered"}
"""What runs the stages, and may import all of them."""

IMPURE = {"asyncio", "getpass", "http", "platform", "random", "requests", "secrets", "select", "socket", "ssl"}
IMPURE |= {"subprocess", "tempfile", "threading", "time", "urllib", "uuid"}
PURE = {"urllib.parse"}
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}
LIVE = {
    "dossier.lock",
    "dossier.report.base",
    "dossier.run.forked",
    "dossier.run.workers",
    "dossier.search",
    "dossier.serve",
}
LIVE |= {"dossier.site"}
"""They start processes, tell the time or wait for changes. None is a stage, and no stage may import them."""

LONGEST = 300
LONGER = {"dossier/model.py": 550}
"""The value types that all stages hand to each other are read in one place."""


def imported(module: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every dotted name that a module imports, with its line; `from a import b` counts as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def beneath(name: str) -> str:
    """What a dotted name says after its first dot, up to the next: `clean` of `dossier.clean.draft`."""
    return [*name.split("."), ""][1]


def may_import(importer: str, target: str) -> bool:
    """Whether `dossier.<importer>` may import `dossier.<target>`; both name what is right under `dossier/`."""
    if importer in COMMANDS:
        return target != "serve"
    if importer in STAGE:
        return target in SHARED or STAGE.get(target) == STAGE[importer]
    return target in SHARED


def direction(module: str, tree: ast.AST) -> Iterator[str]:
    """Imports against the direction. `module` is dotted, as in `dossier.clean.draft`."""
    importer = beneath(module)
    if importer not in SHARED | STAGE.keys() | COMMANDS | {"__init__"}:
        yield f"{module}: no stage; say in STAGE, SHARED or COMMANDS where it belongs"
    for line, name in imported(module, tree):
        target = beneath(name)
        if name.startswith("dossier.") and not may_import(importer, target):
            yield f"{module}:{line}: imports {name}"
        if name.startswith(("tests", "build_pages")):
            yield f"{module}:{line}: imports {name}"


def impurity(module: str, tree: ast.AST) -> Iterator[str]:
    """Clock, network, randomness and other processes, which a pure core has none of."""
    if module in LIVE:
        return
    for line, name in imported(module, tree):
        if name.split(".")[0] in IMPURE and not name.startswith(tuple(PURE)):
            yield f"{module}:{line}: imports {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).rpartition(".")[2]
            if (owner, node.attr) in CLOCKS:
                yield f"{module}:{node.lineno}: reads the clock with {owner}.{node.attr}"


def faults(module: str, source: str) -> list[str]:
    tree = ast.parse(source)
    return [*direction(module, tree), *impurity(module, tree)]


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_imports_keep_their_direction_and_the_core_is_pure() -> None:
    modules = sorted((ROOT / "dossier").rglob("*.py"))
    assert modules
    assert [fault for path in modules for fault in faults(dotted(path), path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("dossier.clean.notes", "from dossier.extract import extract"),
        ("dossier.clean.notes", "from dossier import extract"),
        ("dossier.clean.notes", "import dossier.write.pages"),
        ("dossier.clean.notes", "from ..extract import extract"),
        ("dossier.clean.notes", "from dossier import pipeline"),
        ("dossier.clean.notes", "from dossier import sidecar"),
        ("dossier.clean.notes", "def late():\n    from dossier.link import link"),
        ("dossier.model", "from dossier.clean import draft"),
        ("dossier.pipeline", "from dossier import serve"),
        ("dossier.write.pages", "from tests import chromium"),
        ("dossier.fifth_wheel", ""),
        ("dossier.write.pages", "import time"),
        ("dossier.write.pages", "from random import shuffle"),
        ("dossier.write.pages", "import urllib.request"),
        ("dossier.write.pages", "import datetime\ntoday = datetime.date.today()"),
        ("dossier.write.pages", "from datetime import datetime\nnow = datetime.now()"),
        ("dossier.pipeline", "import socket"),
    ],
)
def test_a_module_that_breaks_the_law_is_named(module: str, source: str) -> None:
    found = faults(module, source)
    assert len(found) == 1
    assert found[0].startswith(module)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("dossier.clean.notes", "from dossier.clean.draft import Draft\nfrom dossier.model import Block"),
        ("dossier.clean.notes", "from .draft import Draft\nfrom . import lines"),
        ("dossier.clean.notes", "from dossier import ids, lexicon, sourcemap"),
        ("dossier.read", "from dossier import sidecar"),
        ("dossier.pipeline", "from dossier.link import link\nfrom dossier import read"),
        ("dossier.write.pages", "from urllib.parse import quote\nfrom datetime import date\nday = date(2018, 8, 27)"),
        ("dossier.serve", "import subprocess, time\nfrom dossier import pipeline"),
    ],
)
def test_a_module_that_keeps_the_law_is_left_alone(module: str, source: str) -> None:
    assert faults(module, source) == []


def too_long(name: str, source: str) -> bool:
    return len(source.splitlines()) > LONGER.get(name, LONGEST)


def test_every_file_can_be_read_in_one_sitting() -> None:
    files = [*ROOT.glob("*.py"), *(ROOT / "dossier").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    names = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    assert [name for name, source in names.items() if too_long(name, source)] == []


def test_a_file_of_more_lines_is_too_long() -> None:
    assert not too_long("dossier/clean/notes.py", "\n" * LONGEST)
    assert too_long("dossier/clean/notes.py", "\n" * (LONGEST + 1))
