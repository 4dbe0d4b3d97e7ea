"""Score the dates on a folder of marked documents: `python -m tests.bench.dates DIR`.

DIR holds `dev.jsonl` (a record a line: id, text, dct) and `score.py`, which compares values as calendar intervals. Each
record becomes a seed with a sidecar (slug, title, published), goes through `build_pages.py`, and the dates of its data
file are the predictions. The speed is that of `find_dates` alone, on the documents as the cleaner left them.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dossier.extract.dates import find_dates
from dossier.model import Annotations
from dossier.pipeline import gather

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3


def seeds(records: list[dict[str, object]], folder: Path) -> dict[str, str]:
    """Write each record as a seed with its sidecar; the id of each slug."""
    folder.mkdir()
    ids = {}
    for number, record in enumerate(records):
        name = str(record["id"])
        slug = f"d{number:03}-" + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-"))
        ids[slug] = name
        (folder / f"{slug}.txt").write_text(str(record["text"]), encoding="utf-8", newline="")
        sidecar = {"slug": slug, "title": name} | ({"published": record["dct"]} if record.get("dct") else {})
        (folder / f"{slug}.yml").write_text(json.dumps(sidecar), encoding="utf-8")
    return ids


def predictions(data: Path, ids: dict[str, str]) -> list[dict[str, object]]:
    """The dates with a value, by document, from the data files of a build."""
    found: list[dict[str, object]] = []
    for path in sorted((data / "sources").glob("*.json")):
        source = json.loads(path.read_text(encoding="utf-8"))
        dates = [{"start": d["start"], "end": d["end"], "value": d["edtf"]} for d in source["dates"] if d["edtf"]]
        found.append({"id": ids[source["slug"]], "dates": dates})
    return found


def speed(folder: Path) -> float:
    """Kilobytes of reading text a CPU second, the best of RUNS."""
    documents = [source.document for source in gather(folder).sources]
    size = sum(len(document.text.encode("utf-8")) for document in documents)
    best = 0.0
    for _ in range(RUNS):
        start = time.process_time()
        for document in documents:
            find_dates(document, Annotations())
        best = max(best, size / 1000 / (time.process_time() - start))
    return best


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--gold", default="dev.jsonl", metavar="FILE")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors of each kind")
    chosen = parser.parse_args()
    gold = (chosen.folder / chosen.gold).resolve()
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as place:
        folder, docs = Path(place) / "seeds", Path(place) / "docs"
        ids = seeds(records, folder)
        build = [sys.executable, str(ROOT / "build_pages.py"), "--seeds", str(folder), "--docs", str(docs)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        found = Path(place) / "predictions.jsonl"
        found.write_text("\n".join(map(json.dumps, predictions(docs / "data", ids))), encoding="utf-8")
        score = [sys.executable, "score.py", "--gold", str(gold), "--pred", str(found), "--errors", str(chosen.errors)]
        subprocess.run(score, check=True, cwd=chosen.folder)
        print(f"\nextraction alone: {speed(folder):.0f} KB a CPU second, the best of {RUNS} runs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
