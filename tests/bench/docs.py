"""Score the cleaner on a folder of documents with expectations: `python -m tests.bench.docs DIR`.

DIR holds `seeds/`, `expect/` (NAME.expect.json for each seed) and `score_docs.py`, which compares what the data files
show with what each document must keep, drop and note. The seeds are built into a temporary folder.
Printed are the scorer's rows, then each figure summed over all kinds of document.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = {".txt", ".md", ".html"}
FIGURE = re.compile(r"(?P<what>[a-z][a-z ]+?) (?P<ok>\d+)/(?P<of>\d+)")


def build(seeds: Path, place: Path) -> Path:
    """Build copies of the seeds; the folder of their data. A seed that is refused counts as not built."""
    folder, docs = place / "seeds", place / "docs"
    folder.mkdir()
    for path in sorted(seeds.iterdir()):
        if path.suffix in READ:
            shutil.copy(path, folder)
    command = [sys.executable, str(ROOT / "build_pages.py"), "--seeds", str(folder), "--docs", str(docs)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return docs / "data"


def totals(rows: str) -> dict[str, tuple[int, int]]:
    """Each figure over all rows: how many were right, of how many."""
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in rows.splitlines():
        for figure in FIGURE.finditer(row.partition(": ")[2]):
            ok, of = found[figure["what"]]
            found[figure["what"]] = (ok + int(figure["ok"]), of + int(figure["of"]))
    return dict(found)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--verbose", action="store_true", help="name what was lost, left in or wrong, by document")
    chosen = parser.parse_args()
    folder = chosen.folder.resolve()
    with tempfile.TemporaryDirectory() as place:
        data = build(folder / "seeds", Path(place))
        score = [sys.executable, str(folder / "score_docs.py"), "--expect", str(folder / "expect"), "--data", str(data)]
        score += ["-v"] if chosen.verbose else []
        rows = subprocess.run(score, check=True, capture_output=True, text=True).stdout
    print(rows, end="")
    scored = "\n".join(row for row in rows.splitlines() if ": built " in row)
    print("all: " + ", ".join(f"{what} {ok}/{of}" for what, (ok, of) in totals(scored).items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
