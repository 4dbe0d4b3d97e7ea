"""Lighthouse's four scores of the built site: `python -m tests.tools.lighthouse` prints them and fails under 95.

The mobile profile, the median of three, over HTTP as GitHub Pages serves it. The figures depend on the machine and on
what else it does, so this is no test: run it where nothing else runs. Lighthouse is installed below build/ from
package-lock.json beside this file, and needs Node 18 or newer.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from tests import chromium
from tests.kinds import addresses
from tests.served import served

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "build" / "tools"
REPORTS = ROOT / "build" / "lighthouse"
KINDS = ("home", "source", "timeline", "quotes")
SCORES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
LEAST = 95


def installed() -> Path:
    """Lighthouse's command, installed from the lock file if this lock is not installed yet."""
    lock = Path(__file__).with_name("package-lock.json")
    stamp = TOOLS / "installed.json"
    if not stamp.is_file() or stamp.read_bytes() != lock.read_bytes():
        TOOLS.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(lock.with_name(name), TOOLS)
        # Lighthouse runs without what its packages would like to do at their installation.
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=TOOLS, check=True)
        shutil.copy(lock, stamp)
    return TOOLS / "node_modules" / ".bin" / "lighthouse"


def measured(address: str, report: Path) -> dict[str, Any]:
    """Lighthouse's report on one page, which is also written as `report`."""
    flags = " ".join(["--headless=new", *chromium.flags()])
    command = [
        *(str(installed()), address, "--quiet", f"--only-categories={','.join(SCORES)}"),
        *("--output=json", f"--output-path={report}", f"--chrome-flags={flags}"),
    ]
    subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": chromium.found()})
    told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return told


def scores(told: dict[str, Any]) -> dict[str, float]:
    """The four scores, of 100."""
    return {name: 100 * (told["categories"][name]["score"] or 0) for name in SCORES}


def lost(told: dict[str, Any]) -> list[str]:
    """What costs points: each audit below the least that weighs something, in Lighthouse's words."""
    weighed = {ref["id"] for name in SCORES for ref in told["categories"][name]["auditRefs"] if ref["weight"]}
    audits = [told["audits"][name] for name in sorted(weighed)]
    below = [audit for audit in audits if audit["score"] is not None and 100 * audit["score"] < LEAST]
    return [f"{audit['title']}: {audit.get('displayValue', '')}".rstrip(": ") for audit in below]


def main(site: Path) -> int:
    """Print the medians of each page, and what costs points; 1 where a score is below the least."""
    if not (site / "index.html").is_file():
        print(f"{site} has no site: run `make site` first")
        return 1
    if not shutil.which("npm"):
        print("Lighthouse needs Node 18 or newer with npm. On Debian and Ubuntu: apt-get install nodejs npm")
        return 1
    REPORTS.mkdir(parents=True, exist_ok=True)
    pages = addresses(site)
    low = False
    with served(site) as home:
        for kind in KINDS:
            reports = [measured(home + pages[kind], REPORTS / f"{kind}-{run + 1}.json") for run in range(RUNS)]
            medians = {name: median(scores(report)[name] for report in reports) for name in SCORES}
            low = low or min(medians.values()) < LEAST
            print(f"{kind:<10}", *(f"{name} {score:.0f}" for name, score in medians.items()), sep="  ", flush=True)
            for words in sorted({words for report in reports for words in lost(report)}):
                print(f"            {words}", flush=True)
    return int(low)


if __name__ == "__main__":
    sys.exit(main(ROOT / "site"))
