from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def triggers(workflow: dict[Any, Any]) -> dict[str, Any]:
    """YAML 1.1 reads the key `on` as true."""
    on: dict[str, Any] = workflow[True]
    return on


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in load(path)["jobs"].values():
        yield from job["steps"]


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):(?!=)", makefile, re.MULTILINE))


def test_there_are_three_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == ["pages.yml", "seeds.yml", "test.yml"]


@pytest.mark.parametrize(
    "command",
    [
        [BIN / "jactionlint", "--strict-exit", "--no-color"],
        [BIN / "zizmor", "--offline", "--pedantic", "--strict-collection", "--quiet", "--color=never", ".github"],
    ],
    ids=["jactionlint", "zizmor"],
)
def test_the_linters_find_nothing(command: list[str | Path]) -> None:
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_shell_steps_are_targets_of_the_makefile(path: Path) -> None:
    commands = [step["run"] for step in steps(path) if "run" in step]
    assert commands
    for command in commands:
        assert re.fullmatch(r"make [a-z-]+", command)
        assert command.removeprefix("make ") in targets()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_github_s_own_by_major_version(path: Path) -> None:
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nobody_keeps_more_rights_than_the_job_needs(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    granted = {(right, kind) for job in workflow["jobs"].values() for right, kind in job["permissions"].items()}
    writing = {right for right, kind in granted if kind == "write"}
    assert writing == ({"pages", "id-token"} if path.name == "pages.yml" else set())
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_tests_run_on_every_push_and_pull_request() -> None:
    on = triggers(load(ROOT / ".github/workflows/test.yml"))
    assert set(on) == {"push", "pull_request"}


def test_a_pull_request_is_told_what_its_seeds_change() -> None:
    path = ROOT / ".github/workflows/seeds.yml"
    assert triggers(load(path)) == {"pull_request": {"paths": ["seeds/**"]}}
    told = [step for step in steps(path) if step.get("run") == "make impact"]
    assert [step["env"]["BASE"] for step in told] == ["HEAD^1"]
    checkouts = [step for step in steps(path) if "checkout@" in step.get("uses", "")]
    assert [step["with"]["fetch-depth"] for step in checkouts] == [2]  # the merge, and the branch it goes into
    assert '>>"$${GITHUB_STEP_SUMMARY:' in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_a_workflow_audits_the_locked_packages_and_takes_unknown_for_a_fault() -> None:
    assert "make audit" in [step.get("run") for step in steps(ROOT / ".github/workflows/test.yml")]
    recipe = re.search(r"^audit:.*\n\t(.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert recipe
    assert {"pip_audit", "--strict", "--require-hashes", "requirements-dev.txt"} <= set(recipe[1].split())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_stranger_s_code_meets_a_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not {"pull_request_target", "workflow_run"} & set(triggers(load(path)))
    assert "secrets." not in text
    assert "github.event." not in text


def test_dependabot_raises_actions_and_packages() -> None:
    updates = load(ROOT / ".github/dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    assert all(update["schedule"]["interval"] for update in updates)


def test_nothing_is_deployed_from_a_pull_request() -> None:
    workflow = load(ROOT / ".github/workflows/pages.yml")
    on = triggers(workflow)
    assert set(on) == {"push", "workflow_dispatch"}
    assert on["push"] == {"branches": ["main"]}
    assert workflow["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert workflow["jobs"]["deploy"]["needs"] == "build"


def test_ci_runs_the_test_command_of_the_makefile() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "make test"
