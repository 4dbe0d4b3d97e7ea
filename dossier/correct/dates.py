"""A date's value; words that the rules took for none become a date."""

from __future__ import annotations

from dataclasses import replace

from dossier.correct.desk import RULE, Desk, Done, Near, changed
from dossier.ids import Minter
from dossier.issues import Problem
from dossier.model import Correction, Date
from dossier.sourcemap import TextSpan


def correct_date(desk: Desk, correction: Correction) -> Done | Problem:
    """The value that the editor gives to the dates that are meant; no date at all where the value is ""."""
    dates, value = desk.found.dates, correction.get("is")
    picked = desk.pick(correction, "date", [date.span for date in dates])
    if isinstance(picked, Problem):
        return added(desk, correction, value, picked) if value else picked
    edits = {n: desk.edit(correction, dates[n].span, edtf=dates[n].edtf, rule=dates[n].rule) for n in picked}
    if not value:
        kept = tuple(date for n, date in enumerate(dates) if n not in edits)
        return Done(replace(desk.found, dates=kept), tuple(edits.values()))
    numbers = iter(sorted(edits))

    def made(date: Date) -> Date:
        edit = edits[next(numbers)]
        return replace(date, edtf=value, basis="explicit", rule=RULE, base=None, reason="", edit=edit)

    return Done(replace(desk.found, dates=changed(dates, picked, made)), tuple(edits.values()))


def added(desk: Desk, correction: Correction, value: str, fault: Problem) -> Done | Problem:
    """Words of the text as a date that no rule found; the fault where they are not there, or hold a date in part."""
    search = desk.search("date")
    hits = search.hits(correction)
    near = Near([date.span for date in desk.found.dates])
    free = [hit for hit in hits if not any(s.start < hit[1] and hit[0] < s.end for _, s in near.at(hit))]
    if not free or free != hits:
        return fault
    chosen = search.choose(correction, free)
    if isinstance(chosen, Problem):
        return chosen
    minter = Minter("d-")
    taken = {date.id for date in desk.found.dates}
    edits, dates = [], list(desk.found.dates)
    for start, end in chosen:
        span = TextSpan(start, end)
        name = minter.mint(desk.document.text, start, end)
        edit = desk.edit(correction, span, edtf=None)
        edits.append(edit)
        own = f"{name}-{RULE}" if name in taken else name
        dates.append(Date(own, span, value, "explicit", "event", RULE, edit=edit))
    return Done(replace(desk.found, dates=tuple(sorted(dates, key=lambda date: date.span))), tuple(edits))
