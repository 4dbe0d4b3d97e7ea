"""Notes at the foot of a printed page: between a drawn rule and the page's end, in the middle of the running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.clean.draft import Draft
from dossier.clean.lines import Line
from dossier.clean.plain import Setting, flow

FOOT_RULE = re.compile(r"^\s*[-_\u2014\u2013\u2500=]{3,}\s*$")
NUMBERED = re.compile(r"^\s{0,12}(\d{1,3}|\*{1,3}|\u2020|\u2021)\s*(?=\S)")


def foot_zones(lines: Sequence[Line], running: frozenset[int]) -> list[range]:
    """The lines of each page's notes: after a drawn rule and a number, up to the next running head or the end."""
    zones: list[range] = []
    if not running:
        return zones
    for line in lines:
        if not FOOT_RULE.match(line.text):
            continue
        first = next((n for n in range(line.number + 1, len(lines)) if not lines[n].blank), None)
        if first is None or first in running or not NUMBERED.match(lines[first].text):
            continue
        end = next((n for n in range(first, len(lines)) if n in running or lines[n].breaks_page), len(lines))
        if not any(first in zone for zone in zones):
            zones.append(range(first, end))
    return zones


def foot_drafts(lines: Sequence[Line], zone: range, setting: Setting) -> list[Draft]:
    """One draft a note: a line that opens with the next number begins one, all others go on with it."""
    notes: list[list[Line]] = []
    latest = 0
    for number in zone:
        line = lines[number]
        if line.blank:
            continue
        found = NUMBERED.match(line.text)
        label = int(found[1]) if found and found[1].isdigit() else None
        symbol = bool(found) and label is None
        if not notes or symbol or (label is not None and label == latest + 1):
            notes.append([line])
            latest = label if label is not None else latest
        else:
            notes[-1].append(line)
    return [flow(note, setting, "paragraph", "foot-of-page") for note in notes]
