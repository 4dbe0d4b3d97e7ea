"""What earlier builds made of a collection, and what each thing was made of: found again where nothing of that changed.

A page is made with a catalogue that notes what is asked of it. All that a page can depend on is behind such a question,
so that the same answers mean the same page; whatever cannot be noted cannot be asked there.
"""

from __future__ import annotations

from dossier.write.memo.fragments import Fragments, of_texts
from dossier.write.memo.made import Memo, NoMemo
from dossier.write.memo.mark import mark
from dossier.write.memo.store import Leaves
from dossier.write.memo.watch import Unwatched

__all__ = ["Fragments", "Leaves", "Memo", "NoMemo", "Unwatched", "mark", "of_texts"]
