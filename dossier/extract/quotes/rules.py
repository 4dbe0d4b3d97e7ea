"""The rules for who says a quotation, in a table: each row has a name, what reads it, and an example that is a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dossier.extract.quotes import ahead, beside, carried, owned
from dossier.extract.quotes.case import Case, Found


@dataclass(frozen=True, slots=True)
class Row:
    """A rule. In its `example` the last quotation is the one the rule reads; `speaker` is who says it."""

    name: str
    read: Callable[[Case], Found | None]
    example: str
    speaker: str
    sure: bool = True
    """Whether the words themselves tie speaker and quotation; else the rule carries a speaker on or takes who acts."""


ROWS = (
    Row("label", carried.label, 'Ada Diaz: "We won."', "Ada Diaz"),
    Row("inverted", beside.inverted, '"We won," said Ohio senator Ada Diaz on Monday.', "Ada Diaz"),
    Row("after", beside.after, '"We won," Ada Diaz, 34, a nurse in Ames, said.', "Ada Diaz"),
    Row("according-after", beside.according_after, 'It was "a very close race," according to Ada Diaz.', "Ada Diaz"),
    Row("after-any", beside.after_any, '"We won!" Ada Diaz trumpeted.', "Ada Diaz"),
    Row("adjacent", ahead.adjacent, 'On Monday Ada Diaz told reporters: "We won."', "Ada Diaz"),
    Row("closing", beside.closing, 'It was "a very close race" for everyone in the state, Ada Diaz said.', "Ada Diaz"),
    Row("owner", owned.owner, 'Few liked Ada Diaz\'s famous "never again in this town" remark.', "Ada Diaz"),
    Row("before", ahead.before, 'Ada Diaz said the way they count votes is "a disgrace to us all".', "Ada Diaz"),
    Row(
        "belonging",
        owned.belonging,
        'The best line of the night belongs to Ada Diaz: "We won."',
        "Ada Diaz",
        sure=False,
    ),
    Row("standpoint", owned.standpoint, 'The town, to Ada Diaz, is "a long and happy dream".', "Ada Diaz", sure=False),
    Row("signed", carried.signed, '"We won and we will win again." \u2014 Ada Diaz', "Ada Diaz", sure=False),
    Row("going-on", carried.going_on, '"We won," Ada Diaz said. "We will win again."', "Ada Diaz", sure=False),
    Row("lead-in", carried.lead_in, 'Ada Diaz walked to the stage. "We will win again."', "Ada Diaz", sure=False),
    Row(
        "main-clause",
        carried.main_clause,
        'Ada Diaz built her campaign on "jobs for everyone here".',
        "Ada Diaz",
        sure=False,
    ),
    Row(
        "carried",
        carried.carried,
        'Ada Diaz called it "a gift". The town was "in no shape to refuse" it.',
        "Ada Diaz",
        sure=False,
    ),
    Row(
        "main-thing", carried.main_thing, 'The manual has a page on "what to do in a flood".', "The manual", sure=False
    ),
)
FIRST_AFTER = ("label", "inverted", "after", "according-after", "after-any", "adjacent", "closing", "owner", "before")
FIRST_BEFORE = ("label", "adjacent", "inverted", "according-after", "after", "closing", "owner", "before")
BY_NAME = {row.name: row.read for row in ROWS}
UNSURE = tuple(row.name for row in ROWS if not row.sure)


def attribute(case: Case, *, sure: bool = False) -> Found | None:
    """The first find of the rules in order; None where the text does not say.

    Words that end open (`…,"`) look after the marks first, others before them. With `sure`, only rules whose words tie
    speaker and quotation are asked.
    """
    small = case.text[case.stretch.start : case.stretch.start + 1].islower()
    order = FIRST_AFTER if case.open_ended() and not (case.led() or small) else FIRST_BEFORE
    for name in order if sure else (*order, *UNSURE):
        found = BY_NAME[name](case)
        if found:
            return found
    return None
