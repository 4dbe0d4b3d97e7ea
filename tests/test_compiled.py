"""Compiled templates that are kept: taken where all is as it was, made anew where anything is not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from dossier.write import templating
from dossier.write.compiled import Compiled


def templates(folder: Path, settings: bytes = b"settings") -> Environment:
    return Environment(loader=FileSystemLoader(folder), bytecode_cache=Compiled(folder, settings), autoescape=True)


def filled(folder: Path, settings: bytes = b"settings") -> str:
    return templates(folder, settings).get_template("page.md.j2").render(name="Ann")


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("__pycache__/*"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "page.md.j2").write_text("One for {{ name }}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled."""
    found: list[str] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: Any, name: str, *rest: Any) -> Any:
        found.append(name)
        return compile_(self, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", noted)
    return found


def test_a_template_is_compiled_once(folder: Path, compiled: list[str]) -> None:
    assert [filled(folder), filled(folder)] == ["One for Ann"] * 2
    assert compiled == ["page.md.j2"]
    assert [path.name for path in kept(folder)] == [f"page.md.j2.{sys.implementation.cache_tag}.kept"]


def test_another_template_or_other_settings_are_compiled_anew(folder: Path, compiled: list[str]) -> None:
    filled(folder)
    filled(folder, b"others")
    (folder / "page.md.j2").write_text("Two for {{ name }}", encoding="utf-8")
    assert filled(folder, b"others") == "Two for Ann"
    assert len(compiled) == 3
    assert len(kept(folder)) == 1


@pytest.mark.parametrize("cut", [0, 5, 16, 40, 90])
def test_a_damaged_file_is_made_anew(folder: Path, compiled: list[str], cut: int) -> None:
    filled(folder)
    (path,) = kept(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:cut])
    assert filled(folder) == "One for Ann"
    assert (len(compiled), path.read_bytes()) == (2, whole)


def test_nothing_is_kept_where_python_may_keep_nothing(
    folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [filled(folder), filled(folder)] == ["One for Ann"] * 2
    assert len(compiled) == 2
    assert not kept(folder)


def test_a_disk_that_refuses_costs_only_time(folder: Path, compiled: list[str]) -> None:
    (folder / "__pycache__").write_text("no folder", encoding="utf-8")
    assert [filled(folder), filled(folder)] == ["One for Ann"] * 2
    assert len(compiled) == 2


def test_templates_use_no_function_of_the_code_on_a_constant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what it made of it would stand in the compiled template, and stay there when the function changes."""
    called: list[object] = []
    made = templating.environment.__wrapped__()
    monkeypatch.setattr(made, "bytecode_cache", None)
    monkeypatch.setattr(made, "finalize", called.append)
    for name in ("attribute", "address", "counted", "identifier"):
        monkeypatch.setitem(made.filters, name, called.append)
    names = [name for name in made.list_templates() if name.endswith(".j2")]
    assert names
    for name in names:
        made.get_template(name)
    assert called == []
