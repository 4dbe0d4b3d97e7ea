"""What the README shows and says is so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

import build_pages
from dossier import read

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def table() -> list[tuple[str, str]]:
    """The rows under the table's head: a capture's words, and what the page shows for them."""
    rows = re.findall(r"^\| (.*?[^\\]) \| (.*[^\\]) \|$", README, re.MULTILINE)[1:]
    return [(said.replace("\\|", "|"), shown.replace("\\|", "|")) for said, shown in rows]


def capture() -> str:
    """The seed that the table's head links."""
    found = re.search(r"^\| \[a raw capture\]\((seeds/\S+)\)", README, re.MULTILINE)
    assert found
    return found[1]


def commands() -> list[str]:
    """What stands after a prompt, without its comment."""
    return [line.partition("#")[0].strip() for line in re.findall(r"^\$ (.*)", README, re.MULTILINE)]


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="session")
def record(built: Path) -> dict[str, Any]:
    """The data of the capture's page."""
    records = [json.loads(p.read_text(encoding="utf-8")) for p in (built / "docs/data/sources").glob("*.json")]
    found: list[dict[str, Any]] = [entry for entry in records if entry["seed"]["file"] == capture()]
    assert len(found) == 1
    return found[0]


@pytest.fixture(scope="session")
def page(site: Path, record: dict[str, Any]) -> BeautifulSoup:
    html = (site / "sources" / record["slug"] / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(html, "html.parser")


def test_it_opens_with_the_table() -> None:
    assert README.startswith("# Dossier\n\n| [a raw capture](")
    assert len(table()) >= 5


@pytest.mark.parametrize(("said", "shown"), table())
def test_the_seed_says_so(said: str, shown: str) -> None:
    seed = (ROOT / capture()).read_text(encoding="utf-8")
    if said.startswith("*nothing"):
        label = shown.partition("]")[0].strip("[")
        assert seed.count(f"[{label}]") == 1
        assert f"\n[{label}]" not in seed
    elif said.strip("`").startswith("…"):
        assert f"{said.strip('`…')}\n" in seed
    else:
        assert f"\n{said.strip('`…')}" in seed


@pytest.mark.site
@pytest.mark.parametrize("shown", [shown for _, shown in table()])
def test_the_page_shows_so(shown: str, page: BeautifulSoup) -> None:
    article = page.find("article")
    assert article is not None
    words = shown.removeprefix("in the page's receipt: ").strip("…")
    assert spaced(words) in spaced(article.get_text())


@pytest.mark.site
def test_a_marker_and_its_note_lead_to_each_other(page: BeautifulSoup) -> None:
    marker = next(link for link in page.select("a[id]") if link.get_text() == "[6]")
    note = page.select_one(str(marker["href"]))
    assert note is not None
    assert "August 27, 2018" in note.get_text()
    assert note.select(f"a[href='#{marker['id']}']")


@pytest.mark.site
def test_the_names_it_names_are_linked(page: BeautifulSoup) -> None:
    listed = re.search(r"\(here (.*?)\)", README)
    assert listed
    names = re.findall(r"\*(.*?)\*", listed[1])
    assert names
    shown = " ".join(said for said, _ in table())
    linked = {link.get_text() for link in page.select("article a[href*='/names/']")}
    for name in names:
        assert name in shown
        assert any(name in words for words in linked)  # "Roubinski" at "Youri Roubinski", where he comes first


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z]+)(?=`| +#)", README))))
def test_the_makefile_has_each_command(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_the_plain_commands_are_the_makefile_s() -> None:
    plain = [command for command in commands() if not command.startswith("make ")]
    assert plain[0].endswith("-m venv .venv")
    assert plain[1] == ".venv/bin/python -m pip install --require-hashes -r requirements.txt"
    assert "--require-hashes" in MAKEFILE
    assert plain[2] == "export SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)"
    assert "git log -1 --format=%ct" in MAKEFILE
    assert plain[3] == ".venv/bin/python build_pages.py --site"
    assert "$(BIN)/python build_pages.py --site" in MAKEFILE


@pytest.mark.parametrize("command", [command for command in commands() if "build_pages.py" in command])
def test_the_options_are_the_command_s(command: str) -> None:
    build_pages.options().parse_args(command.partition("build_pages.py")[2].split())


def test_the_sidecar_it_shows_is_the_seed_s() -> None:
    named = re.search(r"\[`(seeds/\S+\.yml)`\]\(\1\)", README)
    shown = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert named
    assert shown
    assert yaml.safe_load(shown[1]) == yaml.safe_load((ROOT / named[1]).read_text(encoding="utf-8"))


def test_it_names_the_types_of_file_that_are_read() -> None:
    named = re.search(r"Put (.*?) files into", README)
    assert named
    assert re.findall(r"`(\.\w+)`", named[1]) == list(read.MEDIA)


@pytest.mark.site
def test_the_site_has_each_page(site: Path) -> None:
    pages = re.findall(r"`/([a-z]+)/`", README)
    assert "data" in pages
    for name in pages:
        assert (site / name).is_dir()
        assert name == "data" or (site / name / "index.html").is_file()


@pytest.mark.site
def test_everything_in_the_data_has_its_place_in_the_seed(record: dict[str, Any]) -> None:
    seed = (ROOT / capture()).read_bytes().decode("utf-8-sig")
    for quote in record["quotes"]:
        assert seed[quote["start"] : quote["end"]] == quote["text"]
    for date in record["dates"]:
        assert seed[date["start"] : date["end"]] == date["text"]
    assert all(0 <= m["start"] < m["end"] <= len(seed) for name in record["names"] for m in name["mentions"])


@pytest.mark.site
def test_the_site_s_address_reaches_the_sitemap(project: Path) -> None:
    assert "`site_url`" in README
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    with_address = re.sub(r"^site_url:.*\n", "", settings, flags=re.MULTILINE) + "site_url: https://example.org/\n"
    (project / "mkdocs.yml").write_text(with_address, encoding="utf-8")
    subprocess.run([sys.executable, "build_pages.py", "--site"], cwd=project, check=True, capture_output=True)
    assert "<loc>https://example.org/timeline/</loc>" in (project / "site/sitemap.xml").read_text(encoding="utf-8")


def test_every_file_it_links_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= 80
