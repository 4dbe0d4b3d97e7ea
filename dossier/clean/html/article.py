"""A saved page as drafts: the article's blocks in page order, and the account of everything else on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dossier.clean.draft import Draft
from dossier.clean.html.cards import cards
from dossier.clean.html.drafts import Lists, draft_of, dropped, syntax, table_draft
from dossier.clean.html.labels import META_LINE, is_meta, labels, line_numbers
from dossier.clean.html.layout import lay_out
from dossier.clean.html.names import HEADINGS
from dossier.clean.html.nodes import Element
from dossier.clean.html.outside import outside
from dossier.clean.html.pulled import pulled
from dossier.clean.html.region import region
from dossier.clean.html.runs import Page, Run, Spot
from dossier.clean.html.tables import reach, shared, table_run, tables
from dossier.clean.html.weights import LINKED, STOP, Weight, weigh
from dossier.clean.html.witness import Witness, article_body
from dossier.model import Role
from dossier.sourcemap import SeedSpan

Heads = Sequence[tuple[Role, SeedSpan]]


@dataclass(frozen=True, slots=True)
class Drafted:
    """`drafts` are the article's and `around` the page's other words, in page order; `rest` is what is no words."""

    drafts: list[Draft]
    around: list[Draft]
    rest: list[Draft]


def article_drafts(root: Element, source: str, heads: Heads = (), address: str = "") -> Drafted:
    """The drafts of a page. `heads` are the places of title, subtitle, byline and date; `address` is the page's own."""
    page = lay_out(root, source)
    roles = [head_role(run, heads) for run in page.runs]
    known = list(tables(page))
    cells = frozenset(n for table in known for n in range(table.low, table.high))
    rules = furniture(page, roles, cells, article_body(root, source))
    found = [table for table in known if not all(rules[table.low : table.high])]
    outer, inner = shared(page.rest, [reach(page, table) for table in found])
    in_table = {n: table for table in found for n in range(table.low, table.high)}
    lists = Lists()
    drafts: list[Draft] = []
    around: list[Draft] = []
    rest = [syntax(outer)] if outer else []
    for number, run in enumerate(page.runs):
        role = roles[number]
        if number in in_table:
            table = in_table[number]
            if number == table.low:
                drafts.append(table_draft(table_run(page, table, rules, inner.pop(0)), address, headed=table.headed))
        elif role:
            drafts.append(draft_of(run, address, lists).recast(role, "page-head"))
        elif not rules[number]:
            draft = draft_of(run, address, lists)
            drafts.append(replace(draft, rule=META_LINE) if is_meta(run, draft) else draft)
        else:
            around.append(dropped(run, rules[number], "metadata" if rules[number] == PULLED else "boilerplate"))
    return Drafted(drafts, around, rest)


PULLED = "page-pull-quote"
DOUBT = 0.4
"""What running text counts in an element that is named as furniture and holds too much to be that."""


def furniture(page: Page, roles: Sequence[Role | None], cells: frozenset[int], body: str = "") -> list[str]:
    """For each run the rule that drops it, "" for what the article keeps.

    `cells` are the runs in tables of data; `body` is what the page's linked data says is the article's text.
    """
    weights = [weigh(run) for run in page.runs]
    rules, doubted = outside(page, weights)
    for number in cards(page, weights):
        rules[number] = rules[number] or "page-cards"
    witness = Witness(page, weights, body)
    rules = witness.cleared(rules)
    weighed = [Weight(w.prose * DOUBT, w.junk) if doubt else w for w, doubt in zip(weights, doubted, strict=True)]
    title = roles.index("title") if "title" in roles else None
    spot = witness.agreed(region(page, weighed, rules, title), rules)
    own = own_article(page, spot, title)
    place = (0, len(page.runs)) if own is spot and bare(page, rules) else (own.low, own.high)
    kept = keep(page, weights, rules, place, title, cells, witness.beside(place, rules))
    for number in repeated(page, kept):
        kept[number] = "page-repeated"
    for number in set(line_numbers(page)) - cells:
        kept[number] = kept[number] or "page-line-numbers"
    for number in list(labels(page, kept)):
        kept[number] = "page-label"
    for number in pulled(page, kept):
        kept[number] = PULLED
    return kept


LABELS = 3
"""A short line that stands so often is a widget's label."""


def repeated(page: Page, rules: Sequence[str]) -> Iterator[int]:
    """Runs of the article that a widget repeats on each of its slides, after the first."""
    loose = [n for n, run in enumerate(page.runs) if not rules[n] and run.holder.tag in {"div", "span"}]
    counts = Counter(page.runs[n].text for n in loose)
    seen: set[str] = set()
    for number in loose:
        text = page.runs[number].text
        if text in seen and counts[text] > LABELS and " " in text:
            yield number
        seen.add(text)


def own_article(page: Page, found: Spot, title: int | None) -> Spot:
    """Of several articles on one page, as endless scrolling leaves them, the one that has the page's title."""
    if title is None or not found.low <= title < found.high:
        return found
    number = page.where[id(found.element)]
    articles = [each for each in page.spots[number + 1 : found.last + 1] if each.element.tag == "article"]
    alike = Counter((each.parent, *each.element.classes[:1]) for each in articles)
    for each in articles:
        if each.low <= title < each.high and alike[(each.parent, *each.element.classes[:1])] > 1:
            return each
    return found


UNSEEN = frozenset({"", "page-head", "page-hidden"})
FEW_LINKS = 0.1
"""Share of links' words in a page that is all text."""


def bare(page: Page, rules: Sequence[str]) -> bool:
    """Whether a page is all text: nothing on it is named furniture, and few of its words are links."""
    if any(rule not in UNSEEN for rule in rules):
        return False
    size = sum(len(run.text) for run in page.runs)
    return sum(run.linked for run in page.runs) <= FEW_LINKS * size


def head_role(run: Run, heads: Heads) -> Role | None:
    """The role of a run that is title, subtitle, byline or date of the page."""
    return next((role for role, span in heads if span.start <= run.first and run.last <= span.end), None)


def above(run: Run, number: int, title: int | None) -> bool:
    """Whether a run is a label over the title: the section's name, a number of comments."""
    return title is not None and number < title and len(run.text) <= LABEL and not STOP.search(run.text)


LABEL = 80
"""Letters of a label over a title, at most."""
LEADS = 3
"""Paragraphs between the title and the text that it heads, at most."""


def keep(  # noqa: PLR0913 - all that is known of the runs
    page: Page,
    weights: Sequence[Weight],
    rules: Sequence[str],
    place: tuple[int, int],
    title: int | None,
    cells: frozenset[int],
    beside: AbstractSet[int],
) -> list[str]:
    """For each run the rule that drops it, "" for what the article keeps: its element, what leads to it, `beside`."""
    made = []
    between = range(place[0] if title is None else title, place[0])
    lead = [n for n in between if weights[n].prose and not rules[n]]
    leads = beside | set(lead if len(lead) <= LEADS else ())
    for number in range(len(page.runs)):
        if rules[number]:
            made.append(rules[number])
        elif (not place[0] <= number < place[1] and number not in leads) or above(page.runs[number], number, title):
            made.append("page-around")
        elif number not in cells and weights[number].junk and is_link(page, number):
            made.append("page-links")
        else:
            made.append("")
    return made


HEADED = 250
"""Letters of a paragraph under a linked heading, at least: it heads a text, not a teaser."""
WHOLLY = 0.9
"""Share of links' words from which a run is a link and nothing else."""


def is_labelled(run: Run) -> bool:
    """Whether a run is a label and a linked headline: `IN THE NORTH: Ferries to stop early this year`."""
    label, _, rest = run.text.partition(":")
    words = len(rest.split())
    return words >= HEADLINE and len(label.split()) <= LABELLED and run.linked >= len(rest.strip()) * WHOLLY


HEADLINE = 5
LABELLED = 4
"""Words of a headline at least, and of the label before it at most."""


def is_link(page: Page, number: int) -> bool:
    """Whether a run in the article is a link to another page and no text: a sentence and a promised list are text."""
    run = page.runs[number]
    if run.linked <= LINKED * len(run.text) or run.holder.tag in {"dt", "dd"}:
        return False
    if run.holder.tag in HEADINGS and number + 1 < len(page.runs):
        return len(page.runs[number + 1].text) < HEADED
    before = page.runs[number - 1].text.rstrip() if number else ""
    if run.holder.tag == "p" and STOP.search(run.text):
        return False
    if run.holder.tag == "p" and run.linked < WHOLLY * len(run.text):
        return is_labelled(run)
    return not before.endswith(":")
