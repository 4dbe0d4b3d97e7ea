"""A saved page as drafts: the article's blocks in page order, and the account of everything else on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.clean.draft import Draft
from dossier.clean.html.drafts import Lists, draft_of, dropped, syntax
from dossier.clean.html.layout import lay_out
from dossier.clean.html.nodes import Element
from dossier.clean.html.outside import outside
from dossier.clean.html.region import region
from dossier.clean.html.runs import Page, Run
from dossier.clean.html.weights import LINKED, STOP, Weight, weigh
from dossier.model import Role
from dossier.sourcemap import SeedSpan

Heads = Sequence[tuple[Role, SeedSpan]]


@dataclass(frozen=True, slots=True)
class Drafted:
    """`drafts` are the article's, in page order; `rest` accounts for what is no part of it."""

    drafts: list[Draft]
    rest: list[Draft]


def article_drafts(root: Element, source: str, heads: Heads = (), address: str = "") -> Drafted:
    """The drafts of a page. `heads` are the places of title, subtitle, byline and date; `address` is the page's own."""
    page = lay_out(root, source)
    weights = [weigh(run) for run in page.runs]
    rules = outside(page, weights)
    title = next((n for n, run in enumerate(page.runs) if head_role(run, heads) == "title"), None)
    spot = region(page, weights, rules, title)
    lists = Lists({})
    drafts: list[Draft] = []
    rest = [syntax(page.rest)] if page.rest else []
    kept = keep(page, weights, rules, (spot.low, spot.high))
    for number, run in enumerate(page.runs):
        role = head_role(run, heads)
        if role:
            drafts.append(draft_of(run, address, lists).recast(role, "page-head"))
        elif not kept[number]:
            drafts.append(draft_of(run, address, lists))
        else:
            rest.append(dropped(run, kept[number]))
    return Drafted(drafts, rest)


def head_role(run: Run, heads: Heads) -> Role | None:
    """The role of a run that is title, subtitle, byline or date of the page."""
    return next((role for role, span in heads if span.start <= run.first and run.last <= span.end), None)


def keep(page: Page, weights: Sequence[Weight], rules: Sequence[str], place: tuple[int, int]) -> list[str]:
    """For each run the rule that drops it, "" for what the article keeps."""
    made = []
    for number, run in enumerate(page.runs):
        if rules[number]:
            made.append(rules[number])
        elif not place[0] <= number < place[1]:
            made.append("page-around")
        elif weights[number].junk and run.linked > LINKED * len(run.text) and is_link(page, number):
            made.append("page-links")
        else:
            made.append("")
    return made


WHOLLY = 0.9
"""Share of links' words from which a run is a link and nothing else."""


def is_link(page: Page, number: int) -> bool:
    """Whether a run in the article is a link to another page and no text: a sentence and a promised list are text."""
    run = page.runs[number]
    if run.holder.tag in {"td", "th", "dt", "dd"}:
        return False
    before = page.runs[number - 1].text.rstrip() if number else ""
    if run.holder.tag == "p" and (run.linked < WHOLLY * len(run.text) or STOP.search(run.text)):
        return False
    return not before.endswith(":")
