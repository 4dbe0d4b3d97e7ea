"""Every regular expression of the project with how it is used, and texts that its own parts make slow to match."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import dossier

ROOT = Path(__file__).parents[1]
Found = re.Pattern[str]
WAYS = {"search": "search", "finditer": "search", "findall": "search", "sub": "search", "split": "search"}
WAYS |= {"subn": "search", "match": "match", "fullmatch": "fullmatch"}
parser: Any = importlib.import_module("re._parser")
codes: Any = importlib.import_module("re._constants")


@dataclass(frozen=True)
class Expression:
    """An expression, where it stands, and the ways in which it is used: `search`, `match`, `fullmatch`."""

    place: str
    pattern: Found
    ways: frozenset[str]


def modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(dossier.__path__, "dossier.")
    return [importlib.import_module(each.name) for each in found if not each.name.endswith("__main__")]


def inside(value: object, depth: int = 0) -> Iterator[Found]:
    """The expressions in a value: itself, or in the tables, rows and records it is made of."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 6 and isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from inside(each, depth + 1)
    elif depth < 6 and isinstance(value, Mapping):
        yield from inside(list(value.values()), depth + 1)
    elif depth < 6 and is_dataclass(value) and not isinstance(value, type):
        yield from inside([getattr(value, each.name) for each in fields(value)], depth + 1)


def uses() -> dict[str, set[str]]:
    """For each name, the methods called on it or on what it returns, anywhere in the project."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in (ROOT / "dossier").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in WAYS:
                owner = node.value.func if isinstance(node.value, ast.Call) else node.value
                name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
                found[name].add(WAYS[node.attr])
    return found


def named() -> Iterator[Expression]:
    """The expressions that a module holds, in its own names or behind a function without arguments."""
    ways = uses()
    for module in modules():
        for name, value in vars(module).items():
            held: object = value
            if hasattr(value, "cache_info") and value.__module__ == module.__name__:
                held = value() if not inspect.signature(value).parameters else ()
            alone = isinstance(held, re.Pattern) and name in ways
            for pattern in inside(held):
                yield Expression(
                    f"{module.__name__}.{name}", pattern, frozenset(ways[name] if alone else {"search", "match"})
                )


def written() -> Iterator[Expression]:
    """The expressions written where they are used: `re.match("...", text)`."""
    for path in sorted((ROOT / "dossier").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
                continue
            words, way = node.args[0], WAYS.get(node.func.attr)
            if way and ast.unparse(node.func.value) == "re" and isinstance(words, ast.Constant):
                flags = re.IGNORECASE if "IGNORECASE" in ast.unparse(node) else re.NOFLAG
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                yield Expression(place, re.compile(str(words.value), flags), frozenset({way}))


def expressions() -> list[Expression]:
    """All of them, each once."""
    found: dict[tuple[str, int], Expression] = {}
    for each in (*named(), *written()):
        key = (each.pattern.pattern, each.pattern.flags)
        other = found.get(key)
        ways = each.ways | (other.ways if other else frozenset())
        found[key] = Expression(other.place if other else each.place, each.pattern, ways)
    return list(found.values())


def one_of(items: Sequence[tuple[Any, Any]], turn: int) -> str:
    """A character of a class: `[\\w.-]` gives `a`, `.` or `-`."""
    kinds = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_NOT_WORD: "-"}
    known = []
    for op, value in items:
        if op is codes.NEGATE:
            return "a1 -"[turn % 4]
        known.append(
            chr(value) if op is codes.LITERAL else chr(value[0]) if op is codes.RANGE else kinds.get(value, "a")
        )
    return known[turn % len(known)]


def example(tree: Any, turn: int) -> str:
    """A short text that the expression is likely to match."""
    made = ""
    for op, value in tree:
        if op is codes.LITERAL:
            made += chr(value)
        elif op is codes.NOT_LITERAL or op is codes.ANY:
            made += "a"
        elif op is codes.IN:
            made += one_of(value, turn)
        elif op in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            made += example(value[2], turn) * max(value[0], turn % 2)
        elif op is codes.SUBPATTERN:
            made += example(value[3], turn)
        elif op is codes.ATOMIC_GROUP:
            made += example(value, turn)
        elif op is codes.BRANCH:
            made += example(value[1][turn % len(value[1])], turn)
    return made


def repeats(tree: Any, before: str, turn: int) -> Iterator[tuple[str, str]]:
    """Each part that may be repeated at length, behind what comes before it."""
    for op, value in tree:
        if op in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            if value[1] is codes.MAXREPEAT or value[1] >= 10:
                yield before, example(value[2], turn) or "a"
            yield from repeats(value[2], before, turn)
        elif op is codes.SUBPATTERN:
            yield from repeats(value[3], before, turn)
        elif op is codes.ATOMIC_GROUP:
            yield from repeats(value, before, turn)
        elif op is codes.BRANCH:
            for branch in value[1][:12]:
                yield from repeats(branch, before, turn)
        before += example([(op, value)], turn)


def attacks(pattern: Found) -> set[tuple[str, str]]:
    """Pairs of a beginning and what is repeated behind it: the expression's own repeated parts and beginnings."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    found: set[tuple[str, str]] = set()
    for turn in range(3):
        for before, unit in list(repeats(tree, "", turn))[:40]:
            found |= {(before, unit), ("", before + unit), ("", unit)}
        found.add(("", example(tree, turn)))
    return {(before, unit) for before, unit in found if unit and len(before + unit) < 200}
