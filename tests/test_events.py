"""Events of several sources: joined, kept apart, their stances and ids, and what disagrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from dossier.extract.dates import find_dates
from dossier.link import disagreements, events, glean
from dossier.link.days import Days, days
from dossier.link.statements import every_statement
from dossier.model import Annotations, Disagreement, Event, Name, NameType, Source
from dossier.sourcemap import TextSpan
from tests.linear import assert_linear
from tests.test_dates import document

NAMES: dict[str, NameType] = {
    "Emmanuel Macron": "person",
    "Macron": "person",
    "Putin": "person",
    "Moscow": "place",
    "Paris": "place",
    "Brégançon": "place",
    "Versailles": "place",
    "St. Petersburg Economic Forum": "event",
    "Conference of Ambassadors": "event",
    "Russia": "place",
    "Crimea": "place",
}


def source(slug: str, text: str, published: str = "") -> Source:
    """A source whose names are those of the table, found by their words."""
    doc = replace(document(text, published), slug=slug)
    names = tuple(
        Name(name, kind, (TextSpan(doc.text.index(name), doc.text.index(name) + len(name)),), "test")
        for name, kind in NAMES.items()
        if name in doc.text
    )
    return Source(doc, find_dates(doc, Annotations(names=names)))


def find_events(sources: Sequence[Source]) -> tuple[Event, ...]:
    """The timeline of some sources."""
    found = [glean(source) for source in sources]
    return events.find_events(found, every_statement(found))


def find_disagreements(sources: Sequence[Source]) -> tuple[Disagreement, ...]:
    """What cannot all hold of some sources' statements."""
    return disagreements.find_disagreements(every_statement([glean(source) for source in sources]))


def told(events: tuple[Event, ...]) -> list[list[str]]:
    """The slugs of each event that more than one statement tells."""
    return [[a.slug for a in e.attestations] for e in events if len(e.attestations) > 1]


A = source("a", "On August 19, 2019, Macron welcomed Putin at Brégançon.", "2019-09-01")
B = source("b", "In 2019, a summit of Macron and Putin was held at Brégançon.", "2021-05-12")
C = source("c", "In 2018, Macron and Putin met at Brégançon.", "2021-05-12")
MINE = source("mine", "On 27 August 2018, Macron spoke at the Conference of Ambassadors.", "2018-09-06")
YOURS = source("yours", "In 2019, Macron spoke at the Conference of Ambassadors.", "2021-05-12")
AHEAD = source("ahead", "Macron is expected in May 2018 at the St. Petersburg Economic Forum.")
BEHIND = source("behind", "In May 2018, Macron was a guest at the St. Petersburg Economic Forum.", "2018-09-06")
LATER = source(
    "later", "In 2017 he won. A few months later Macron was seen at the St. Petersburg Economic Forum.", "2021-05-12"
)
KEY = source("key", "24 may 2018 - 25 may 2018\n\nEmmanuel Macron visits Moscow", "")


def test_different_precision_is_one_event() -> None:
    """The finer date names the entry; the broader one is kept and shown."""
    made = find_events([A, B])
    assert told(made) == [["a", "b"]]
    assert made[-1].edtf == "2019-08-19"
    assert [a.agreement for a in made[-1].attestations] == ["same", "broader"]


def test_dates_that_cannot_agree_stay_apart() -> None:
    """However much the words are alike: a year before, a conference each year."""
    assert told(find_events([A, C])) == []
    assert told(find_events([MINE, YOURS])) == []


def test_foreseen_and_past_and_undated() -> None:
    """Who expects it, who reports it, and a statement whose own date nobody can tell."""
    made = find_events([AHEAD, BEHIND, LATER])
    joined = next(e for e in made if len(e.attestations) > 1)
    assert [(a.slug, a.stance, a.agreement) for a in joined.attestations] == [
        ("ahead", "foreseen", "same"),
        ("behind", "past", "same"),
        ("later", "past", "broader"),
    ]


def test_an_undated_source_has_no_stance() -> None:
    """Nothing bounds when it was written."""
    lone = source("lone", "Macron visits Moscow in May 2018.")
    assert [a.stance for e in find_events([lone]) for a in e.attestations] == ["unknown"]


def test_ids_survive_a_new_seed() -> None:
    """An entry keeps its id, or keeps it as a former one."""
    alone = {e.id for e in find_events([B])}
    both = find_events([A, B])
    kept = {e.id for e in both} | {old for e in both for old in e.former_ids}
    assert alone <= kept
    assert find_events([A, B]) == find_events([B, A])


def test_every_dated_statement_is_in_one_event() -> None:
    """Nothing is lost, nothing twice."""
    sources = [A, B, C, MINE, YOURS, AHEAD, BEHIND, KEY]
    made = find_events(sources)
    found = [(a.slug, a.date_id) for e in made for a in e.attestations]
    wanted = [(s.slug, d.id) for s in sources for d in s.annotations.dates if d.edtf]
    assert sorted(found) == sorted(wanted)
    assert len({e.id for e in made}) == len(made)


def test_two_places_for_one_visit_disagree() -> None:
    """Both are shown; neither is taken for right."""
    (found,) = find_disagreements([KEY, BEHIND])
    assert (found.kind, [s.slug for s in found.statements]) == ("place", ["behind", "key"])


def test_two_places_at_two_times_do_not() -> None:
    """A person may travel."""
    paris = source("p", "On 3 June 2018, Macron held a speech in Paris.", "2019")
    assert find_disagreements([KEY, paris]) == ()


def test_two_dates_for_what_happens_once_disagree() -> None:
    """One source has the annexation in 2014, another in 2013."""
    one = source("one", "Since the annexation of Crimea in 2014 Russia stood apart.", "2021")
    two = source("two", "In 2013, after the annexation by Russia, the talks came to an end.", "2021")
    (found,) = find_disagreements([one, two])
    assert (found.kind, len(found.statements)) == ("date", 2)


def test_two_dates_for_what_happens_often_do_not() -> None:
    """A summit each year is no contradiction."""
    often = source("o", "In 2013, Russia came to the summit.\n\nIn 2014, Russia came to the summit.", "2021")
    assert find_disagreements([often]) == ()


@pytest.mark.parametrize(
    ("edtf", "inside"),
    [
        ("2018", "2018-05-24"),
        ("2018-22", "2018-07"),
        ("2018-05-24/2018-05-25", "2018-05-25"),
        ("201X", "2018"),
        ("20XX", "201X"),
        ("2016/..", "2021"),
        ("../1991", "1900~"),
        ("2018-24", "2019-01"),
        ("-0489", "-0489-09"),
    ],
)
def test_days(edtf: str, inside: str) -> None:
    """A value holds its parts."""
    assert days(edtf).holds(days(inside))
    assert days(edtf).meets(days(inside))
    assert not days(inside).holds(days(edtf))


def test_days_in_order() -> None:
    """Days count on over months, years and eras."""
    assert days("-0489").last < days("-0488").first < days("0001").first < days("2018-02-28").first
    assert days("2018-05-24") == Days(days("2018-05").first + 23, days("2018-05").first + 23)


def test_many_sources_take_linear_time() -> None:
    """Inverted indexes: twice the sources take about twice as long."""

    def work(count: int) -> Callable[[], object]:
        some = [
            source(f"s{n}", f"In {1900 + n % 100}, Macron met Putin in Paris for talk{n} about word{n % 50}.", "2021")
            for n in range(count)
        ]
        return lambda: (find_events(some), find_disagreements(some))

    work(20)()
    assert_linear(work, 400)


def test_what_has_no_date_never_joins_the_day_of_writing() -> None:
    today = source("today", "Macron spoke of Crimea at Versailles, a speech admired in Paris today.", "2018-09-06")
    dated = source("dated", "Macron spoke of Crimea at Versailles in Paris on 6 June 2018.", "2018-09-06")
    vague = source("vague", "Forty years earlier Macron spoke of Crimea at Versailles near Paris.")
    assert told(find_events((today, vague))) == []
    assert told(find_events((dated, vague))) == [["dated", "vague"]]
