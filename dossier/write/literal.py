"""Code and tables, which keep the layout that the seed gives them."""

from __future__ import annotations

import re

from dossier.model import Block
from dossier.write.escape import attribute, many_lines, preformatted

PIPE = re.compile(r"(?<!\\)\|")
HEADED = ("pipe-table",)
"""Rules whose tables have column heads in their first row."""


def code(words: str, attributes: str) -> str:
    """Text in a frame that scrolls, with its lines and spaces."""
    return f'<pre {attributes} tabindex="0"><code>{preformatted(words)}</code></pre>'


def table(block: Block, words: str, attributes: str) -> str:
    """Rows whose cells are parted by `|` as a table; any other layout as it stands.

    The signs stay in the text, out of sight, so that the page still holds the seed's own characters.
    """
    rows = [row.strip() for row in many_lines(words).split("\n") if row.strip()]
    if not all(PIPE.search(row) for row in rows):
        return f'<pre {attributes} tabindex="0"><samp>{preformatted(words)}</samp></pre>'
    lines = [row_of(row, "th" if at == 0 and block.rule in HEADED else "td") for at, row in enumerate(rows)]
    inner = "\n".join(lines)
    return f'<div class="d-scroll" tabindex="0">\n<table {attributes}>\n{inner}\n</table>\n</div>'


def row_of(row: str, name: str) -> str:
    """One row; each sign stands in the cell that it opens, the last one in the cell that it closes."""
    cells = PIPE.split(row)
    closed = len(cells) > 1 and not cells[-1].strip()
    opened = len(cells) > 1 and not cells[0].strip()
    kept = cells[1 if opened else 0 : -1 if closed else None]
    sign = '<span class="d-pipe" aria-hidden="true">|</span>'.replace("|", attribute("|"))
    made = []
    for at, cell in enumerate(kept):
        before = sign if at or opened else ""
        after = sign if closed and at == len(kept) - 1 else ""
        made.append(f"<{name}>{before}{attribute(cell)}{after}</{name}>")
    return f"<tr>{''.join(made)}</tr>" if made else f"<tr><{name}>{attribute(row)}</{name}></tr>"
