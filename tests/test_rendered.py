"""What MkDocs made of a page is taken again only where it would make the same and has nothing to say."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from shutil import copy, copytree

import pytest
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

from dossier.site import build_site, made, warnings_told

CONFIG = """
site_name: A site
theme: {name: null, custom_dir: theme, static_templates: []}
plugins: []
markdown_extensions: [attr_list, md_in_html, tables, toc: {permalink: true}]
validation: {links: {anchors: warn, absolute_links: warn, unrecognized_links: warn}}
"""
LINE = "{{ a.title }} {{ a.url }} {{ a.level }} {{ a.children|length }} {{ a.active }}"
THEME = f"{{{{ page.title }}}}|{{% for a in page.toc %}}{LINE}{{% endfor %}}|{{{{ page.content }}}}"
OTHER = """---
title: Other
---

# One

## Part { #part }

### Deep

| a | b |
|---|---|
| [x](index.md#raw) | é |
"""
PAGES = {
    "index.md": "# Home { #top }\n\n[Other](other.md#part) and [there](#top), ![A](a.png), <span id=raw>raw</span>\n",
    "other.md": OTHER,
    "deep/in.md": "No heading. [Home](../index.md) & <b markdown>*this*</b>\n",
    "a.png": "",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {f"docs/{name}": text for name, text in PAGES.items()} | {"mkdocs.yml": CONFIG, "theme/main.html": THEME}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def build(project: Path, *, kept: bool = True) -> int:
    """Build the site, and return how many pages MkDocs rendered."""
    rendered, original = [], Page.render

    def counted(page: Page, *more: object) -> None:
        rendered.append(page)
        original(page, *more)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch, warnings_told():
        patch.setattr(Page, "render", counted)
        made(project / "mkdocs.yml", project / "build" if kept else None)
    return len(rendered)


def refused(project: Path) -> str:
    """What is told of a site that is not built."""
    with redirect_stderr(StringIO()) as told, pytest.raises(Abort):
        build(project)
    return told.getvalue()


def contents(project: Path) -> dict[str, bytes]:
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def edit(project: Path, name: str, old: str, new: str) -> None:
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_site_from_what_was_kept_has_the_same_bytes(project: Path) -> None:
    assert build(project, kept=False) == 3
    cold = contents(project)
    assert build(project) == 3
    assert contents(project) == cold
    assert build(project) == 0
    assert contents(project) == cold


CHANGES: dict[str, tuple[Callable[[Path], object], int]] = {
    "a page": (lambda project: edit(project, "docs/deep/in.md", "No heading", "A word"), 1),
    "its title alone": (lambda project: edit(project, "docs/other.md", "title: Other", "title: Another"), 0),
    "a setting of an extension": (lambda project: edit(project, "mkdocs.yml", "true", "false"), 3),
    "the addresses of all pages": (
        lambda project: edit(project, "mkdocs.yml", "A site", "A\nuse_directory_urls: no"),
        3,
    ),
    "what is excluded": (lambda project: edit(project, "mkdocs.yml", "A site", "A\nexclude_docs: a.png"), 1),
    "the template": (lambda project: edit(project, "theme/main.html", "page.title", "page.title|upper"), 0),
    "a page more": (lambda project: (project / "docs" / "new.md").write_text("# New\n", encoding="utf-8"), 1),
    "a page moved": (lambda project: (project / "docs" / "deep").rename(project / "docs" / "down"), 1),
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_the_site_is_as_if_nothing_had_been_kept(project: Path, what: str) -> None:
    build(project)
    change, pages = CHANGES[what]
    change(project)
    assert build(project) == pages
    warm = contents(project)
    build(project, kept=False)
    assert contents(project) == warm


@pytest.mark.parametrize(
    ("page", "old", "new", "told"),
    [
        ("index.md", "other.md", "nowhere.md", "'nowhere.md'"),
        ("index.md", "(other.md#part)", "(/other/)", "absolute link"),
        ("other.md", "{ #part }", "{ #piece }", "does not contain an anchor '#part'"),
        ("index.md", "<span id=raw>", "<span id=done>", "does not contain an anchor '#raw'"),
    ],
)
def test_a_broken_link_is_told_at_every_build(project: Path, page: str, old: str, new: str, told: str) -> None:
    build(project)
    edit(project, f"docs/{page}", old, new)
    assert told in refused(project)
    assert told in refused(project)
    edit(project, f"docs/{page}", new, old)
    build(project)


def test_a_page_that_lost_the_page_it_leads_to_is_told(project: Path) -> None:
    build(project)
    (project / "docs" / "other.md").unlink()
    assert "contains a link 'other.md#part', but the target 'other.md' is not found" in refused(project)


@pytest.mark.parametrize("damage", [b"", b"x" * 300])
def test_a_damaged_file_is_made_anew(project: Path, damage: bytes) -> None:
    build(project)
    cold = contents(project)
    for path in (project / "build").iterdir():
        path.write_bytes(path.read_bytes()[:100] + damage)
    assert build(project) == 3
    assert contents(project) == cold
    assert build(project) == 0


def test_a_page_that_is_gone_is_forgotten_and_files_of_others_stay(project: Path) -> None:
    build(project)
    (project / "docs" / "deep" / "in.md").unlink()
    (project / "build" / "mine.txt").write_text("mine", encoding="utf-8")
    build(project)
    assert sorted(path.suffix for path in (project / "build").iterdir()) == [".page", ".page", ".txt"]


@pytest.mark.parametrize(("old", "new"), [("[attr", "[admonition, attr"), ("plugins: []", "plugins: [search]")])
def test_nothing_is_kept_under_what_is_not_known(project: Path, old: str, new: str) -> None:
    edit(project, "mkdocs.yml", old, new)
    assert build(project) == 3
    assert build(project) == 3
    assert not (project / "build").exists()


def test_a_folder_that_cannot_be_written_costs_only_time(project: Path) -> None:
    (project / "build").write_text("no folder", encoding="utf-8")
    assert build(project) == 3


def test_a_fault_is_an_exit_status_and_a_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "docs/index.md", "other.md", "nowhere.md")
    assert build_site(project / "mkdocs.yml", project / "docs") == 1
    told = capsys.readouterr().err
    assert "WARNING: Doc file 'index.md' contains a link 'nowhere.md#part'" in told
    assert "Error: Aborted with 1 warning" in told


@pytest.mark.site
def test_the_projects_site_is_the_same_from_what_was_kept(built: Path, tmp_path: Path) -> None:
    """With the passes over its pages and its search."""
    config, docs = built / "mkdocs.yml", tmp_path / "docs"
    copytree(built / "docs", docs)
    copy(built / "mkdocs.nav.yml", tmp_path)
    sites = []
    for kept in (False, True, True):
        assert build_site(config, docs, kept=kept) == 0
        sites.append(contents(tmp_path))
    assert sites[0] == sites[1] == sites[2]
    assert len(list((tmp_path / "build" / "render").iterdir())) > 30
