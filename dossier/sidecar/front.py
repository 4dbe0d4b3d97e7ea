"""The editor's keys in the front matter of a Markdown seed.

What a capture may print itself (title, date, ...) is the cleaner's to read, as the seed's own words. Any other key of a
sidecar means here what it means there. A value that does not fit may be a stranger's: it is told as a warning and not
used, unless it is about publishing, where a slip would publish what must not be.
"""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from dossier.issues import DossierError, Problem
from dossier.model import Sidecar
from dossier.sidecar import read_mapping
from dossier.sidecar.nodes import Desk, survey
from dossier.sidecar.schema import PRINTED, SCHEMA

FENCE = re.compile(r"\A---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
KEY = re.compile(r"[\w'\"-]+[ \t]*:(?:\s|\Z)")
STRICT = frozenset({"publish"})
LONGEST = 65_536
"""Characters of a front matter; what is longer is text between two rules."""
OPENING = (yaml.StreamStartEvent, yaml.DocumentStartEvent)


def front_matter(text: str, name: str) -> tuple[Sidecar | None, tuple[Problem, ...]]:
    """What the front matter says beyond the metadata, and warnings; None where it says nothing.

    Raises DossierError for aliases, endless nesting, a key that stands twice, and a faulty `publish`.
    """
    found = FENCE.match(text)
    if not found or len(found["body"]) > LONGEST or not KEY.match(found["body"].lstrip()):
        return None, ()
    desk = Desk(name, text[: found.end()].split("\n"), 1)
    node = mapping(found["body"], desk)
    if node is None:
        return None, ()
    made = Sidecar(name, {})
    doubts: list[Problem] = []
    for key, key_node, value in desk.pairs(node, "front matter"):
        if key not in SCHEMA or key in PRINTED:
            continue
        try:
            own = read_mapping(desk, [(key, key_node, value)])
        except DossierError as error:
            if key in STRICT:
                raise
            doubts.append(replace(error.problem, message=f"{error.message}; it was not used", severity="warning"))
            continue
        made = Sidecar(
            name, {**made.values, **own.values}, made.corrections + own.corrections, {**made.places, **own.places}
        )
    return (made if made.values or made.corrections else None), tuple(doubts)


def mapping(body: str, desk: Desk) -> yaml.MappingNode | None:
    """The front matter's nodes; None for a text between two rules that is no YAML mapping."""
    try:
        first = next((e for e in yaml.parse(body, Loader=yaml.SafeLoader) if not isinstance(e, OPENING)), None)
        if not isinstance(first, yaml.MappingStartEvent):
            return None
        survey(body, desk)
        node = yaml.compose(body, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    return node if isinstance(node, yaml.MappingNode) else None


def both(front: Sidecar | None, beside: Sidecar | None) -> Sidecar | None:
    """Front matter and sidecar as one; where both speak, the sidecar is right."""
    if front is None or beside is None:
        return front or beside
    return Sidecar(
        beside.file,
        {**front.values, **beside.values},
        front.corrections + beside.corrections,
        {**front.places, **beside.places},
    )
