"""The roll of names: made of each source once, and put together in numbers that are small enough to be held."""

from __future__ import annotations

from dossier.write.roll.leaf import LEAF, MOST, Rows
from dossier.write.roll.roll import Roll, roll
from dossier.write.roll.told import WAY, Told, Words

__all__ = ["LEAF", "MOST", "WAY", "Roll", "Rows", "Told", "Words", "roll"]
