"""How to cite a source, and how to cite its page: in three styles and three formats, from templates of our own.

Nothing is filled in that nobody says: a work without a date is "n.d.", one without an author begins with what is known.
Titles keep the capitals that the source printed.
"""

from __future__ import annotations

from dossier.write.cite.blocks import Block, blocks

__all__ = ["Block", "blocks"]
