"""Write the JSON Schemas anew, after a change of the tables: `python -m dossier.sidecar docs/assets`."""

from __future__ import annotations

import sys
from pathlib import Path

from dossier.sidecar.published import schemas

if __name__ == "__main__":
    for name, text in schemas().items():
        Path(sys.argv[1], name).write_text(text, encoding="utf-8")
