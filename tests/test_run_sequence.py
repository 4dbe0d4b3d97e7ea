"""Law: any sequence of edits, each followed by a build, leaves what one clean build of the same seeds makes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import build_pages

NAMES = ("alpha.txt", "beta.txt", "gamma.md", "delta.html")
TEXTS = (
    "A Plain Title\n\nBy Jane Roe\nMay 12, 2021\n\n“The bridge fell in March 2019, and nobody wept,” said John Poe.\n",
    "Another Title\n\nJune 2, 2022\n\nJohn Poe of the Bridge Institute left on March 3, 2019. “We left,” he said.\n",
    "A Third\n\nAs John Poe said in 2019: “The bridge fell in March 2019, and nobody wept.”[1]\n\n[1] Jane Roe.\n",
    "<title>A Page</title><article><h1>A Page</h1><p>Words of <em>John Poe</em>, who left in March 2019.</p></article>",
    "",
)
SIDECARS = (
    "title: An Editor's Title\npublished: 2020-05\n",
    "publish: excerpt\n",
    "publish: private\nnamed_as: A letter\n",
    "slug: of-its-own\nredirect_from: [an-old-one]\n",
    "quotes: [{quote: We left, speaker: Jane Roe}]\n",
    "drop: [what is not there]\n",
    "titel: misspelt\n",
)
AUTHORITY = "names: [{name: John Poe, type: person}]\n"
SEED, SIDECAR = st.sampled_from(NAMES), st.sampled_from([f"{Path(name).stem}.yml" for name in NAMES])
EDITS = st.one_of(
    st.tuples(st.just("write"), SEED, st.sampled_from(TEXTS)),
    st.tuples(st.just("write"), SIDECAR, st.sampled_from(SIDECARS)),
    st.tuples(st.just("write"), st.just("names.yml"), st.sampled_from(["", AUTHORITY])),
    st.tuples(st.just("delete"), st.one_of(SEED, SIDECAR), st.just("")),
    st.tuples(st.just("rename"), SEED, SEED),
    st.tuples(st.just("harm"), st.just(""), st.just("")),
)


def edit(folder: Path, cache: Path, what: str, name: str, other: str) -> None:
    """Do one edit as an editor's program does."""
    path = folder / name
    if what == "write":
        path.write_text(other, encoding="utf-8")
    elif what == "delete":
        path.unlink(missing_ok=True)
    elif what == "rename" and path.exists():
        path.replace(folder / other)
    elif what == "harm" and cache.is_dir():
        for entry in sorted(cache.iterdir())[::2]:
            entry.write_bytes(entry.read_bytes()[:-7])


def build(seeds: Path, docs: Path, *more: str) -> tuple[int, dict[str, bytes]]:
    """The exit status, and what a build leaves in docs/ and beside it, but for the cache."""
    status = build_pages.main(["--seeds", str(seeds), "--docs", str(docs), "--quiet", *more])
    found = {path.relative_to(docs.parent).as_posix(): path for path in docs.parent.rglob("*") if path.is_file()}
    return status, {name: path.read_bytes() for name, path in found.items() if not name.startswith("build/")}


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_any_sequence_of_edits_is_built_as_if_there_were_no_cache(edits: list[list[tuple[str, str, str]]]) -> None:
    with TemporaryDirectory() as place:
        root = Path(place)
        seeds, cache = root / "seeds", root / "kept" / "build" / "cache"
        seeds.mkdir()
        for name, text in zip(NAMES, TEXTS, strict=False):
            (seeds / name).write_text(text, encoding="utf-8")
        for number, step in enumerate(edits):
            for change in step:
                edit(seeds, cache, *change)
            status, kept = build(seeds, root / "kept" / "docs")
            # A seed that fails keeps its last good pages, which are those of the sequence and of no single build.
            assert (status, kept) == build(seeds, root / "anew" / "docs", "--no-cache")
            if not status:
                assert kept == build(seeds, root / str(number) / "docs", "--no-cache")[1]
            assert len(list(cache.glob("*.seed"))) <= len(list(seeds.iterdir()))
