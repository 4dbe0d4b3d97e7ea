"""Any text through the whole pipeline: nothing lost, every offset true, every page shows its blocks, nothing raised.

    python -m tests.fuzz 5      for five minutes, each round from another beginning; tests/test_fuzz.py does seconds

What it finds is printed with its text, and becomes a case.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from traceback import format_exc

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from dossier.clean import clean
from dossier.extract import extract
from dossier.issues import DossierError
from dossier.link import link
from dossier.model import Media, Seed, Source
from dossier.names_file import parse_names
from dossier.read import Capture, understood
from dossier.sidecar import parse_sidecar
from tests.hostile import CODE
from tests.test_clean_laws import PIECES as CLEANING
from tests.test_html_laws import PIECES as TAGS
from tests.test_write_any_seed import PIECES as WRITING
from tests.test_write_escape import HOSTILE, squeeze
from tests.test_write_pages import files_of, page, shown, words_of

SENTENCES = (
    "“It was a good day for the island,” said Jane Doe, the mayor, on Tuesday, 6 May 2018. ",
    "In a letter to the ministry, Mrs. Doe called the plan ‘an act of folly’ that nobody had paid for.[1] ",
    '"Never," he said, "as long as I live." A year later, in 2019, the two leaders met again in Paris. ',
    "\n\n[1] The Daily, “A Title”, June 4, 2018, https://example.org/a?b=c. ",
    "\n\n“We shall see,\n\n“and we shall hear,” said the minister of foreign affairs, Emmanuel Macron. ",
    "\n\nBy Jane Doe and John Poe\n\nMay 6, 2018\n\n",
    "\n\nNotes\n\n1. A note.\n\n2. Another note. ↩\n\n",
    "\n\n---\ntitle: x\n---\n\n",
    "the European Union, the U.N. and Dr. John F. Poe Jr. of Acme Corp. ",
    "from 3 to 5 May 2018, between 1999 and 2001, last week, two days ago, in the 1990s, the 19th century ",
)
RARE = "\u202e\u2066\u200b\u00ad\ufeff\u0301\u2028\x85\x0c\x0b\r\n\t\u00a0\ufffd\x07\x00\U0001f600\u4e2d\u05d0\u0627"
RARE += "ÃâÂ€™‹›«»„“”‘’'\""
signs = st.one_of(
    st.sampled_from([*SENTENCES, *CODE, *HOSTILE, *WRITING]), st.text(max_size=6), st.text(RARE, max_size=6)
)
markup = st.one_of(signs, st.sampled_from([*TAGS, *CLEANING]))
texts = st.lists(markup, min_size=1, max_size=24).map("".join)
media = st.sampled_from(["txt", "md", "html"])
FIELDS = ("title", "authors", "published", "publish", "slug", "drop", "quotes", "names", "notes", "dates", "url", "x")
VALUES = ("[", "{", "}", "- ", "&a ", "*a", "!!x ", "|\n ", '"', "'", "#", ": ", "\n  ", "2018", "~", "private", "\t")
yaml_like = st.lists(
    st.one_of(st.sampled_from([*(f"\n{key}: " for key in FIELDS), *VALUES]), st.text(max_size=5)), max_size=16
).map("".join)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "shift_jis")


def source(text: str, kind: Media, name: str) -> Source:
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    document = clean(Seed(f"seeds/{name}.{kind}", digest, "utf-8", kind, text))
    return Source(document, extract(document))


def whole(text: str, kind: Media, other: str) -> None:
    """The laws, for one seed beside another."""
    if not text.strip():
        return
    mine = source(text, kind, "any")
    rest = [source(other, "txt", "other")] if other.strip() else []
    files = files_of(link((mine, *(each for each in rest if each.slug != mine.slug))))
    for path, data in files.items():
        if path.endswith((".json", ".jsonld")):
            json.loads(data)
    record = json.loads(files[f"data/sources/{mine.slug}.json"])
    assert "".join(text[cell["start"] : cell["end"]] for cell in record["segments"]) == text
    found = [(name, words) for name, words in shown(page(files[f"sources/{mine.slug}.md"].decode())) if words]
    assert found == [(block["id"], words_of(block["text"])) for block in record["blocks"] if squeeze(block["text"])]
    for each in [*record["quotes"], *record["dates"], *record["issues"]]:
        assert 0 <= each["start"] <= each["end"] <= len(text)
        assert kind != "txt" or "text" not in each or text[each["start"] : each["end"]] == each["text"]


def captured(data: bytes, kind: Media) -> None:
    """Any bytes are a seed or an error that points."""
    try:
        understood(Capture(f"seeds/any.{kind}", data))
    except DossierError as error:
        assert error.mend  # noqa: PT017 - the error is the answer


def edited(data: bytes) -> None:
    """Any bytes beside a seed are a sidecar, or names, or an error that points."""
    for reads in (parse_sidecar, parse_names):
        try:
            reads(data, "seeds/any.yml")
        except DossierError as error:
            assert error.mend  # noqa: PT017 - the error is the answer


def encoded(text: str, encoding: str, cut: int) -> bytes:
    """A text in some encoding, with a byte too few or one that does not belong there."""
    data = text.encode(encoding, "replace")
    return data[:cut] + b"\x92" + data[cut:] if cut % 2 else data[: len(data) - cut]


byte_strings = st.one_of(
    st.binary(max_size=80), st.builds(encoded, texts, st.sampled_from(ENCODINGS), st.integers(0, 40))
)
SIDECARS = st.one_of(st.binary(max_size=60), yaml_like.map(lambda text: text.encode("utf-8", "replace")))


def laws() -> tuple[Callable[[], None], ...]:
    """The laws as tests of any input."""
    return given(texts, media, texts)(whole), given(byte_strings, media)(captured), given(SIDECARS)(edited)


def rounds(examples: int, turn: int | None = None) -> None:
    """Every law once, with so many examples of the first and more of the others; `turn` is where it begins."""
    for law, share in zip(laws(), (1, 4, 4), strict=True):
        held = settings(
            max_examples=examples * share,
            deadline=None,
            database=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        )(law)
        (held if turn is None else seed(turn)(held))()


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(minutes: float) -> int:
    """Rounds until the time is over; 1 where some of them found something."""
    end, done, faults = time.monotonic() + 60 * minutes, 0, 0
    first = random.randrange(2**32)  # noqa: S311 - where to begin
    while time.monotonic() < end:
        try:
            rounds(100, first + done)
        except Exception:  # noqa: BLE001 - whatever it is, it is told, and the search goes on
            faults += 1
            say(format_exc())
        done += 1
        say(f"round {done}, begun at {first + done - 1}: {faults} found so far")
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 5))
