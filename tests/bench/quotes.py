"""Score the quotations on a folder of marked articles: `python -m tests.bench.quotes DIR`.

DIR holds `dev.jsonl` (a record a line: id, text, title) and `score.py`. Each record becomes a seed with a sidecar
(slug, title), goes through `build_pages.py`, and the quotations of its data file are the predictions: kinds `title` and
`term` and what stands inside another quotation left out, each part alone, speaker by `name`, else by `as`. A naive scan
(what stands between marks belongs to the nearest run of capitalised words) is scored beside it. The speed is that of
`find_quotes` alone, on the documents as the stages before it left them. `--fast` skips the build and cleans in-process.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from dossier.clean import clean
from dossier.extract.names import find_names
from dossier.extract.quotes import find_quotes
from dossier.model import Annotations, Document, Seed, Sidecar
from dossier.pipeline import gather

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
LEFT_OUT = frozenset({"title", "term"})
MARKED = re.compile(r"\"([^\"\n]+)\"|\u201c([^\u201d\n]+)\u201d|''([^\n]+?)''")
NAME = re.compile(r"[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+)*")
NEAR = 120
Record = dict[str, Any]


def slug_of(number: int, name: str) -> str:
    """A slug no two records share."""
    return f"q{number:04}-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50].strip("-")


def title_of(record: Record) -> str:
    """The record's title, else its first line."""
    return str(record.get("title") or record["text"].strip().split("\n")[0]).strip()


def seeds(records: list[Record], folder: Path) -> dict[str, str]:
    """Write each record as a seed with its sidecar; the id of each slug."""
    folder.mkdir()
    ids = {}
    for number, record in enumerate(records):
        slug = slug_of(number, str(record["id"]))
        ids[slug] = str(record["id"])
        (folder / f"{slug}.txt").write_text(str(record["text"]), encoding="utf-8", newline="")
        (folder / f"{slug}.yml").write_text(json.dumps({"slug": slug, "title": title_of(record)}), encoding="utf-8")
    return ids


def prediction(quote: Record, text: str) -> list[Record]:
    """A quotation of a data file as the scorer reads it, a record for each of its parts."""
    if quote["kind"] in LEFT_OUT or quote["parent"]:
        return []
    who = quote["speaker"] or {}
    mention = {"mention_start": who["start"], "mention_end": who["end"], "mention": who["as"]} if who else {}
    parts = quote["parts"] or [quote]
    spans = [(p["start"], p["end"]) if isinstance(p, dict) else tuple(p) for p in parts]
    return [
        {"start": start, "end": end, "text": text[start:end], "speaker": who.get("name") or who.get("as")} | mention
        for start, end in spans
    ]


def built(data: Path, ids: dict[str, str]) -> list[Record]:
    """The quotations by document, from the data files of a build."""
    found = []
    for path in sorted((data / "sources").glob("*.json")):
        source = json.loads(path.read_text(encoding="utf-8"))
        found.append({"id": ids[source["slug"]], "quotes": [p for q in source["quotes"] for p in prediction(q, "")]})
    return found


def in_process(records: list[Record]) -> list[Record]:
    """The same without a build, for a quick look: cleaned, named, quoted."""
    found = []
    for record in records:
        document = cleaned(record)
        quotes = find_quotes(document, find_names(document, Annotations())).quotes
        rows = [row for quote in quotes for row in prediction(plain(document, quote), document.seed.text)]
        found.append({"id": record["id"], "quotes": rows})
    return found


def cleaned(record: Record) -> Document:
    """A record through the cleaner."""
    sidecar = Sidecar("record.yml", {"slug": "record", "title": title_of(record)})
    return clean(Seed("seeds/record.txt", "", "utf-8", "txt", str(record["text"]), sidecar))


def plain(document: Document, quote: Any) -> Record:
    """A quotation as its data file would have it."""
    spans = [document.map.to_seed(span) for span in (quote.span, *quote.parts)]
    who = None
    if quote.speaker:
        span = document.map.to_seed(quote.speaker.mention)
        said = document.text[quote.speaker.mention.start : quote.speaker.mention.end]
        who = {"name": quote.speaker.name, "as": said, "start": span.start, "end": span.end}
    rows = [{"start": s.start, "end": s.end} for s in spans]
    return {**rows[0], "kind": quote.kind, "parent": quote.parent, "parts": rows[1:], "speaker": who}


def naive(records: list[Record]) -> list[Record]:
    """What stands between marks, said by the nearest run of capitalised words."""
    found = []
    for record in records:
        text, rows = str(record["text"]), []
        for match in MARKED.finditer(text):
            start, end = match.span(match.lastindex or 0)
            after = NAME.search(text, match.end(), match.end() + NEAR)
            before = list(NAME.finditer(text, max(0, match.start() - NEAR), match.start()))
            near = after or (before[-1] if before else None)
            rows.append({"start": start, "end": end, "speaker": near.group() if near else None})
        found.append({"id": record["id"], "quotes": rows})
    return found


def scored(folder: Path, rows: list[Record], name: str) -> str:
    """What the folder's scorer prints for predictions."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "pred.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(folder / "score.py"), str(folder / "dev.jsonl"), str(path)]
        return f"== {name}\n" + subprocess.run(command, check=True, capture_output=True, text=True).stdout


def speed(folder: Path) -> tuple[float, float]:
    """Articles a CPU second, the best of RUNS: the quotations alone, and names with quotations.

    What the stages before have left in memory is kept from the garbage collector, which would count it in here.
    """
    sources = gather(folder).sources
    gc.collect()
    gc.freeze()
    alone = both = 0.0
    for _ in range(RUNS):
        start = time.process_time()
        named = [find_names(s.document, replace(s.annotations, names=(), quotes=())) for s in sources]
        middle = time.process_time()
        for source, names in zip(sources, named, strict=True):
            find_quotes(source.document, names)
        end = time.process_time()
        alone, both = max(alone, len(sources) / (end - middle)), max(both, len(sources) / (end - start))
    return alone, both


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score the quotations on a folder of marked articles.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder with dev.jsonl and score.py")
    parser.add_argument("--fast", action="store_true", help="in-process, without a build")
    chosen = parser.parse_args()
    lines = (chosen.folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    if chosen.fast:
        print(scored(chosen.folder, in_process(records), "Dossier, in-process"))
        return
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        ids = seeds(records, work / "seeds")
        command = [
            sys.executable,
            str(ROOT / "build_pages.py"),
            "--seeds",
            str(work / "seeds"),
            "--docs",
            str(work / "docs"),
        ]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        print(scored(chosen.folder, naive(records), "naive scan"))
        print(scored(chosen.folder, built(work / "docs" / "data", ids), "Dossier"))
        alone, both = speed(work / "seeds")
        print(f"find_quotes alone        {alone:6.0f} articles a CPU second (best of {RUNS})")
        print(f"find_names, find_quotes  {both:6.0f} articles a CPU second")


if __name__ == "__main__":
    main()
