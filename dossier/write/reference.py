"""A source in one line, as somebody who quotes from it names it."""

from __future__ import annotations

from dossier.model import Source
from dossier.write import describe


def reference(source: Source) -> str:
    """Authors, title, publisher and date as far as they are known: `Jane Roe, “A Treaty”, The Times, 12 May 2021`."""
    meta = source.document.meta
    named = [fact.value for fact in meta.authors] + [f"“{describe.title(source)}”"]
    publisher = [meta.publisher.value] if meta.publisher else []
    return ", ".join([*named, *publisher, describe.short_date(source)])


def year(edtf: str | None) -> str:
    """The year in which a value begins, as digits; "" where there is none."""
    head = (edtf or "").lstrip("[{./")[:4]
    return head if head.isdigit() else ""
