"""The home page: what a collection is about, its sources, its time, who speaks, what is shared and what differs.

Each part shows a few and leads on, so that the page costs the same whatever the collection holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from dossier.model import Event, Family, Passage
from dossier.write import front
from dossier.write.addresses import to
from dossier.write.catalogue import ABOUT, COMPARE, HOME, NAMES, QUOTES, SOURCES, TIMELINE, Catalogue
from dossier.write.edtf import in_words, iso
from dossier.write.escape import Safe
from dossier.write.memo import NoMemo, mark
from dossier.write.pages.cards import listed, newest
from dossier.write.pages.disputes import Dispute, dispute
from dossier.write.pages.families import Kin, family_of
from dossier.write.pages.gist import gist
from dossier.write.pages.glance import glance
from dossier.write.pages.happenings import main_events
from dossier.write.pages.tally import tally
from dossier.write.passage import Shown, shown
from dossier.write.templating import fill
from dossier.write.testimony import FORM, Testimony, form_key

MOST_CARDS = 12
"""Cards on the home page; the list of sources has all."""
MOST_SPEAKERS = 7
MOST_EVENTS = 4
MOST_FORMS = 3
TITLE = "What these sources say"


@dataclass(frozen=True, slots=True)
class Loud:
    """Somebody quoted: the way to the words, their number, and a bar as long as it is of the largest."""

    name: str
    to: Safe
    number: int
    bar: Safe


@dataclass(frozen=True, slots=True)
class Moment:
    """An event in the words of one source, and how many other passages tell it."""

    when: str
    told: Shown
    others: int


def home(shelf: Catalogue, told: Testimony, memo: NoMemo) -> str:
    """The Markdown of the home page, with the maintainer's introduction where there is one."""
    counted, site = tally(told), shelf.site
    facts = gist(shelf, counted)
    title, introduction = opened(site.introduction)
    every, events = newest(shelf), foremost(shelf, memo)
    return fill(
        "home.md.j2",
        front=front.page("Home", site.description or facts.summary, hide=["navigation", "toc"]),
        title=Safe(title) if title else TITLE,
        introduction=Safe(introduction),
        gist=facts,
        cards=[listed(shelf.cards[slug], HOME) for slug in every[:MOST_CARDS]],
        number=len(every),
        shown=min(len(every), MOST_CARDS),
        glance=glance((event.edtf for event in main_events(shelf)), filter(None, counted.published)),
        events=events,
        several=any(event.others for event in events),
        speakers=speakers(shelf, counted.speakers),
        family=shared(shelf, told),
        most_forms=MOST_FORMS,
        dispute=differing(shelf, told),
        to={page.partition("/")[0]: to(HOME, page) for page in (SOURCES, TIMELINE, QUOTES, NAMES, COMPARE, ABOUT)},
    )


def opened(introduction: str) -> tuple[str, str]:
    """The heading that an introduction begins with ("" for none), and its text."""
    text = introduction.strip()
    first, _, rest = text.partition("\n")
    return (first[2:].strip(), rest.strip()) if first.startswith("# ") else ("", text)


def speakers(shelf: Catalogue, counted: Mapping[str, int]) -> list[Loud]:
    """Who is quoted most."""
    most = sorted(counted, key=lambda name: (-counted[name], shelf.by_id[name].name, name))[:MOST_SPEAKERS]
    return [
        Loud(
            shelf.by_id[name].name,
            shelf.quotation(HOME, f"by-{name}"),
            counted[name],
            bar(100 * counted[name] / counted[most[0]]),
        )
        for name in most
    ]


def bar(percent: float) -> Safe:
    """A bar, for those who see it; the number beside it says the same."""
    drawn = f'<rect class="d-tint-0" width="{percent:.1f}%" height="100%"/>'
    return Safe(f'<svg class="d-bar" aria-hidden="true" focusable="false">{drawn}</svg>')


def foremost(shelf: Catalogue, memo: NoMemo) -> list[Moment]:
    """The events that most sources tell, those of a known day before others, in order of time."""
    every = main_events(shelf)
    ranked = sorted(every, key=lambda event: (-sources(event), -len(iso(event.edtf) or "")))
    chosen = {event.id for event in ranked[:MOST_EVENTS]}
    return [moment(shelf, memo, event) for event in every if event.id in chosen]


def sources(event: Event) -> int:
    """How many sources tell an event; most are told by one, which need not be counted."""
    return len({each.slug for each in event.attestations}) if len(event.attestations) > 1 else len(event.attestations)


def moment(shelf: Catalogue, memo: NoMemo, event: Event) -> Moment:
    """One event in the sentence that dates it as the event is dated."""
    told = [(each.slug, each.date_id, each.label.start, each.label.end) for each in event.attestations]
    line, where, *rest = memo.value(mark("moment", event.edtf, told), shelf, partial(exact, event))
    return Moment(in_words(event.edtf), Shown(Safe(line), Safe(where), *rest), len(told) - 1)


def exact(event: Event, shelf: Catalogue) -> list[str]:
    """The passage of an event that gives its very date, else its first."""
    dates = ((each, shelf.views[each.slug].dates.get(each.date_id)) for each in event.attestations)
    best = next((each for each, date in dates if date and date.edtf == event.edtf), event.attestations[0])
    found = shown(shelf, shelf.sentences[best.slug], HOME, Passage(best.slug, best.label))
    return [found.line, found.to, found.title, found.slug, found.anchor]


def shared(shelf: Catalogue, told: Testimony) -> Kin | None:
    """The words that most sources quote, the longest of them, each sentence once; None where no two quote the same."""

    def rank(family: Family) -> tuple[int, int, str]:
        longest = max(told.of(FORM, form_key(*form))[0].more[0] for form in family.forms)
        return (-len({slug for slug, _ in family.forms}), -longest, family.id)

    families = [family for family in shelf.collection.families if len({slug for slug, _ in family.forms}) > 1]
    if not families:
        return None
    kin = family_of(shelf, min(families, key=rank), HOME)
    shown = {form.line: form for form in reversed(kin.forms)}
    return replace(kin, forms=tuple(form for form in kin.forms if shown[form.line] is form))


def differing(shelf: Catalogue, told: Testimony) -> Dispute | None:
    """The first disagreement, one between several sources before one within a source; None where there is none."""
    every = shelf.collection.disagreements
    several = (each for each in every if len({passage.slug for passage in each.statements}) > 1)
    best = next(several, every[0] if every else None)
    if best is None:
        return None
    return dispute(shelf, told, HOME, best)
