"""Clean: from a seed's text to the document a reader sees, with the account of every character."""

from __future__ import annotations

import re

from dossier.clean.assemble import assemble
from dossier.clean.draft import Bit, Draft
from dossier.ids import slugify
from dossier.model import Document, Meta, Seed
from dossier.sourcemap import SeedSpan


def clean(seed: Seed) -> Document:
    """The document of a seed."""
    drafts = [
        Draft("paragraph", "paragraph", (Bit(SeedSpan(m.start(), m.end())),))
        for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*(?<=\S)", seed.text)
    ]
    done = assemble(seed.text, drafts)
    return Document(seed, slugify(seed.file), done.text, done.map, done.blocks, done.segments, Meta())
