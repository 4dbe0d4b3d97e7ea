"""Law 3 at its root: whatever a text holds, Markdown made from it shows exactly that text."""

from __future__ import annotations

import re
from pathlib import Path

import markdown as renderer
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.write.escape import address, attribute, live, many_lines, markdown, one_line, preformatted
from dossier.write.site import Tolerant

ROOT = Path(__file__).parent.parent
WIDER = ["abbr", "admonition", "def_list", "footnotes", "sane_lists"]
"""Extensions that are not the site's but that a maintainer may switch on."""
HOSTILE = (
    "*a* _b_ __c__ ***d***",
    "<script>alert(1)</script> <b onclick=x>y</b> <!-- c --> <?php ?> <![CDATA[x]]>",
    "[a](javascript:x) ![b](c) [d][e] [f]: http://g [^1]: h [^1] [[wiki]] [ ] [x]",
    "&amp; &lt; &#42; &nosuch; & &copy",
    "# head #",
    "## {#id .class onclick=x}",
    "text {: onclick=alert(1) }",
    "1. one",
    "1) one",
    "+ plus",
    "- minus",
    "--- ",
    "===",
    '=== "Tab"',
    "!!! note",
    "??? note",
    "::: module",
    "/// block",
    '--8<-- "secrets.txt"',
    "{{ config }} {% raw %} {# x #}",
    "^^ins^^ ~~del~~ ==mark== ++ctrl++ H~2~O x^2^ {++add++} {--del--}",
    ":smile: :material-account: 10:30:45",
    "a | b | c",
    "|---|---|",
    "    code",
    "\tcode",
    "`code` ``x` ``",
    "> quote",
    "http://example.org/_a_*b* <http://x.org> a@b.org <a@b.org>",
    "*[HTML]: abbr",
    "term\n: definition",
    "a  \nb\\\nc",
    "Setext\n======",
    "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg",
    "\x02amp\x03 \x02wzxhzdk:0\x03 klzzwxh:0",
    "\u00a0- x \ufeff y",
    "C#",
    "\\",
    "\\\\*",
    "$x$ \\(y\\) $$z$$",
    "$",
    "</p></div></section><h1>x",
    "<div markdown>",
)
signs = st.sampled_from([*HOSTILE, *"*_`[]{}<>&#|~^=+-!:\\().1 \n\t\"'a"])
texts = st.one_of(st.text(), st.lists(st.one_of(signs, st.text(max_size=3)), max_size=12).map("".join))


def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The Markdown extensions of mkdocs.yml."""
    names, settings = [], {}
    loaded = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Tolerant)  # noqa: S506 - a safe loader
    for entry in loaded["markdown_extensions"]:
        name = entry if isinstance(entry, str) else next(iter(entry))
        names.append(name)
        settings[name] = {} if isinstance(entry, str) else entry[name]
    return names, settings


def shown(source: str, extra: list[str]) -> BeautifulSoup:
    names, settings = extensions()
    return BeautifulSoup(renderer.markdown(source, extensions=names + extra, extension_configs=settings), "html.parser")


def at(soup: BeautifulSoup, css: str) -> Tag:
    found = soup.select_one(css)
    assert found is not None
    return found


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("extra", [[], WIDER], ids=["site", "wider"])
@given(text=texts)
def test_a_paragraph_shows_the_text(extra: list[str], text: str) -> None:
    soup = shown(f"before\n\n{markdown(text)}\n{{ #b-1 .seed }}\n\nafter", extra)
    visible = squeeze(one_line(text))
    found = soup.select_one("#b-1")
    assert squeeze(found.get_text() if found else "") == visible
    assert not found or (found.name == "p" and not found.select("*"))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "frame",
    ["x {} y", "- {}\n  {{ #b-1 }}", "## {} {{ #b-1 }}", "[{}](https://x.org)", "<em>{}</em>", "| a |\n|---|\n| {} |"],
)
def test_hostile_text_is_inert_in_every_frame(frame: str, text: str) -> None:
    soup = shown(frame.format(markdown(text, start=not frame.startswith(("x", "[", "<")))), [])
    benign = shown(frame.format("benign"), [])
    for link in soup.select(".headerlink"):
        link.decompose()
    assert squeeze(one_line(text)) in squeeze(soup.get_text())
    assert [tag.name for tag in soup.select("*")] == [
        t.name for t in benign.select("*") if t.get("class") != ["headerlink"]
    ]


@given(text=texts)
@example(text="a](b) `x` *y* {z}")
def test_an_attribute_holds_the_text(text: str) -> None:
    soup = shown(f'before <span id="s" title="{attribute(text)}">in</span> after', [])
    assert at(soup, "#s")["title"] == one_line(text)
    assert squeeze(soup.get_text()) == "before in after"


@given(text=texts)
def test_preformatted_text_keeps_its_lines(text: str) -> None:
    soup = shown(f'before\n\n<pre id="b-1"><code>{preformatted(text)}</code></pre>\n\nafter', [])
    found = at(soup, "#b-1")
    assert found.get_text().strip("\n") == many_lines(text).strip("\n")
    found.decompose()
    assert squeeze(soup.get_text()) == "before after"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a_(b)?c=[d]&e=*f*", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("mailto:a@b.org", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("/etc/passwd", False),
        ("#", False),
        ("", False),
        (None, False),
        ("http://", False),
        ("http://[x", False),
        ("vbscript:x", False),
    ],
)
def test_only_web_and_mail_addresses_are_live(url: str | None, *, expected: bool) -> None:
    assert live(url) is expected


@given(rest=texts)
def test_an_address_stays_one_link(rest: str) -> None:
    soup = shown(f"[text]({address('https://example.org/' + rest)}){{ .x }} after", [])
    assert squeeze(soup.get_text()) == "text after"
    link = at(soup, "a")
    assert str(link["href"]).startswith("https://example.org/")
    assert link["class"] == ["x"]
