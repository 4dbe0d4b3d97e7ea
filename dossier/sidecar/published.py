"""The JSON Schemas by which an editor's program completes and checks sidecars and `names.yml`, made of the tables."""

from __future__ import annotations

import json

from dossier.sidecar.forms import Json
from dossier.sidecar.schema import SCHEMA

# The draft that editors' programs for YAML know best.
DRAFT = "http://json-schema.org/draft-07/schema#"
SIDECAR, NAMES = "sidecar.schema.json", "names.schema.json"
"""Their names in docs/assets."""


def sidecar_schema() -> Json:
    """What a sidecar may hold."""
    return {
        "$schema": DRAFT,
        "title": "What an editor says about one source: seeds/NAME.yml",
        "type": ["object", "null"],
        "properties": {key: {"description": entry.what, **entry.form.json()} for key, entry in SCHEMA.items()},
        "additionalProperties": False,
    }


def schemas() -> dict[str, str]:
    """Both as they are published, by their names in docs/assets."""
    from dossier.names_file import names_schema  # noqa: PLC0415 - it imports the sidecar's reading of YAML

    made = {SIDECAR: sidecar_schema(), NAMES: names_schema()}
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in made.items()}
