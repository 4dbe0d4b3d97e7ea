"""Law 3 from end to end: whatever a seed holds, its page shows exactly the blocks that its record lists."""

from __future__ import annotations

import json
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.clean import clean
from dossier.extract import extract
from dossier.link import link
from dossier.model import Media, Seed, Source
from tests.test_write_escape import HOSTILE, squeeze
from tests.test_write_pages import files_of, page, shown, words_of

PIECES = (
    *(
        "[1]",
        "[2] Note text.",
        "\n\n",
        "\n",
        "\n\n[1] ",
        "“To be”, said Jane Doe",
        '"Never," he said',
        "On 6 May 2018",
        "in 1959",
    ),
    *(
        "Vladimir Putin",
        "the European Union",
        "[text](#)",
        "[text](https://example.org)",
        "**bold**",
        "*em*",
        "`code`",
        "![i](x.png)",
    ),
    *(
        "Notes\n\n",
        "# Head\n\n",
        "  • item\n",
        "- item\n",
        "2. item\n",
        "> quoted\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
    ),
    *(
        "Share this",
        "By Jane Doe",
        "(Source:",
        "    indented\n",
        "```\nfence\n```\n",
        "<b>x</b>",
        "&eacute;",
        "\u2028",
        "\x85",
        "\x00",
    ),
)
seeds = st.lists(st.one_of(st.sampled_from([*PIECES, *HOSTILE]), st.text(max_size=8)), min_size=1, max_size=14).map(
    " ".join
)


@settings(max_examples=120)
@given(text=seeds, media=st.sampled_from(["txt", "md"]))
def test_the_page_of_any_seed_shows_its_blocks(text: str, media: Media) -> None:
    if not text.strip():
        return
    seed = Seed(f"seeds/any.{media}", sha256(text.encode("utf-8", "replace")).hexdigest(), "utf-8", media, text)
    document = clean(seed)
    files = files_of(link((Source(document, extract(document)),)))
    record = json.loads(files[f"data/sources/{document.slug}.json"])
    soup = page(files[f"sources/{document.slug}.md"].decode())
    found = [(name, words) for name, words in shown(soup) if words]
    assert found == [(block["id"], words_of(block["text"])) for block in record["blocks"] if squeeze(block["text"])]
    assert "".join(text[cell["start"] : cell["end"]] for cell in record["segments"]) == text
    if media == "txt":
        for each in [*record["quotes"], *record["dates"]]:
            assert text[each["start"] : each["end"]] == each["text"]
