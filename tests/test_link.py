"""Identities, quotation families and cross-links over several seeds."""

from __future__ import annotations

from dossier.clean import clean
from dossier.extract.names import find_names
from dossier.link import link
from dossier.link.choice import MOST
from dossier.link.postings import COMMONEST
from dossier.model import Annotations, Collection, Name, Quote, Seed, Source, Speaker
from dossier.sourcemap import TextSpan


def source(name: str, text: str, *quoted: tuple[str, str | None]) -> Source:
    """A seed with its names and with the given words quoted by the given speakers."""
    document = clean(Seed(f"seeds/{name}.txt", "0" * 64, "utf-8", "txt", text))
    found = find_names(document, Annotations())
    quotes = []
    for number, (words, speaker) in enumerate(quoted):
        start = document.text.index(words)
        span = TextSpan(start, start + len(words))
        said = Speaker(span, speaker) if speaker else None
        quotes.append(Quote(f"q-{name}-{number}", span, "speech", "test", speaker=said))
    return Source(document, Annotations(names=found.names, quotes=tuple(quotes)))


def identities(*texts: str) -> list[tuple[str, str, int]]:
    """Name, type and number of members of every identity of some seeds."""
    made = link([source(f"seed{n}", text) for n, text in enumerate(texts)])
    return sorted((i.name, i.type, len(i.members)) for i in made.identities)


def test_a_surname_alone_finds_its_bearer_elsewhere() -> None:
    """One bearer of the surname in all other seeds is who is meant."""
    found = identities("The press praised President Hollin at noon.", "Marie Hollin smiled at the press.")
    assert found == [("Marie Hollin", "person", 2)]


def test_two_bearers_elsewhere_leave_a_surname_open() -> None:
    """A surname that two persons bear in other seeds stays by itself."""
    found = identities("They praised President Hollin.", "Marie Hollin smiled.", "Paul Hollin frowned.")
    assert ("Hollin", "person", 1) in found


def test_middle_initials_and_given_names_of_one_letter_difference() -> None:
    """First and last word count; given names that differ by one letter are one with one surname."""
    assert identities("Donna J. Crane won.", "Donna Crane lost.") == [("Donna J. Crane", "person", 2)]
    assert len(identities("Sergey Lavrin came.", "Sergei Lavrin left.")) == 1
    assert len(identities("Maria Lavrin came.", "Boris Lavrin left.")) == 2


def test_suffix_keeps_apart() -> None:
    """John Mercer Jr. is not John Mercer."""
    assert len(identities("John Mercer came.", "John Mercer Jr. left.")) == 2


def test_forms_of_one_event_and_of_one_place() -> None:
    """A left-out adjective, another word for a gathering, a place with and without its noun."""
    assert identities(
        "She spoke at the Velden International Economic Forum.", "He was at the Velden Economic Forum."
    ) == [("Velden International Economic Forum", "event", 2)]
    events = identities("They met before the G7 summit in Biarritz.", "He left the G7 meeting in Biarritz.")
    assert [members for name, kind, members in events if kind == "event"] == [2]
    assert identities("They met in Brandis.", "They met at Fort Brandis.") == [("Fort Brandis", "place", 2)]


def test_names_of_different_organisations_stay_apart() -> None:
    """One ministry is not another for sharing a word."""
    assert len(identities("The Ministry of Defence acted.", "The Ministry of Finance slept.")) == 2


def test_ids_do_not_depend_on_the_order_of_sources() -> None:
    """The same seeds in another order give the same collection."""
    one, other = source("a", "Marie Hollin smiled."), source("b", "Paul Vasseur met Marie Hollin.")
    assert link([one, other]) == link([other, one])


def test_every_name_has_one_identity() -> None:
    """The members of the identities are the names of the sources, each once."""
    made = link([source("a", "Marie Hollin met NATO in Paris."), source("b", "Hollin left Paris.")])
    members = sorted(member for identity in made.identities for member in identity.members)
    assert members == sorted((s.slug, n) for s in made.sources for n in range(len(s.annotations.names)))
    assert len({identity.id for identity in made.identities}) == len(made.identities)


def families(*sources: Source) -> list[tuple[tuple[str, str], ...]]:
    """The forms of every family."""
    return [family.forms for family in link(list(sources)).families]


def test_a_fragment_belongs_to_the_whole_quotation() -> None:
    """Two quoted words of one seed stand inside a sentence that another quotes."""
    whole = "we are watching the slow death of the treaty"
    one = source("one", f"“{whole},” Marie Hollin said.", (whole, "Marie Hollin"))
    two = source("two", "She told of a “slow death” in spring.", ("slow death", None))
    assert families(one, two) == [((one.slug, "q-one-0"), (two.slug, "q-two-0"))]


def test_small_words_alone_make_no_family() -> None:
    """Words that any quotation may hold tie nothing together."""
    one = source("one", "“It is not for us to say,” she said.", ("It is not for us to say", None))
    two = source("two", "They were “not for us” then.", ("not for us", None))
    assert families(one, two) == []


def test_few_words_of_two_known_speakers_are_no_family() -> None:
    """Two persons may both say "red lines"."""
    one = source("one", "Marie Hollin set “red lines” then.", ("red lines", "Marie Hollin"))
    two = source("two", "Paul Vasseur drew “red lines” too.", ("red lines", "Paul Vasseur"))
    assert families(one, two) == []


def test_long_quotations_that_overlap_are_one_family() -> None:
    """Eight words in a row are no chance."""
    one_words = "nobody in this house will ever forget what the river did to us"
    two_words = "in this house will ever forget what the river did, and more"
    one = source("one", f"“{one_words}.”", (one_words, None))
    two = source("two", f"“{two_words}.”", (two_words, None))
    assert len(families(one, two)) == 1


def reasons(*texts: str) -> list[str]:
    """The reasons of all cross-links between some seeds."""
    return [found.reason for found in link([source(f"seed{n}", text) for n, text in enumerate(texts)]).links]


FILLER = " ".join(f"Nothing else of note happened on the {n}th morning of the walk." for n in range(40, 60))


def test_a_rare_name_links_two_passages() -> None:
    """Two seeds that name one rare person are linked, with the names in the reason."""
    found = reasons(f"Pierre Vasseur spoke in Brandis. {FILLER}", f"In Brandis they met Pierre Vasseur. {FILLER}")
    assert any("Pierre Vasseur" in reason and "Brandis" in reason for reason in found)


def test_a_shared_phrase_links_two_passages() -> None:
    """Two rare words side by side are a tie, told as they stand."""
    one = f"The agenda of trust and security was launched. {FILLER}"
    two = f"He drew an architecture of trust and security. {FILLER}"
    assert any("trust and security" in reason for reason in reasons(one, two))


def test_nothing_shared_nothing_linked() -> None:
    """Seeds about different things have no links."""
    assert reasons("Marie Hollin smiled at the sea.", "Paul Vasseur planted barley.") == []


def test_links_are_bounded_and_point_elsewhere() -> None:
    """No page offers more than MOST links, none to itself, and each passage is a range of its seed."""
    texts = [
        " ".join(f"Speaker Anna Brandt{n} praised the quiet harbour number {n}." for n in range(30)) for _ in range(3)
    ]
    made: Collection = link([source(f"seed{n}", text) for n, text in enumerate(texts)])
    by_slug = {s.slug: s.document for s in made.sources}
    for slug in by_slug:
        assert sum(found.source.slug == slug for found in made.links) <= MOST
    for found in made.links:
        assert found.source.slug != found.to.slug
        assert by_slug[found.to.slug].text[found.to.span.start : found.to.span.end].strip()
        assert found.reason


def test_what_everybody_says_makes_no_pairs() -> None:
    """A name of more sentences than COMMONEST costs nothing: pairs are not made from it."""
    text = " ".join("Marie Hollin smiled." for _ in range(COMMONEST + 10))
    assert reasons(text, text.replace("smiled", "frowned")) == []


def test_names_survive_linking_unchanged() -> None:
    """Without an editor's file the sources come out as they went in."""
    made = source("a", "Marie Hollin met Paul Vasseur.")
    assert link([made]).sources == (made,)
    assert all(isinstance(name, Name) for name in made.annotations.names)


def test_a_text_that_tells_two_of_one_surname_apart_is_believed() -> None:
    """Mrs. Hale is nobody else's Edmund Hale when her own text names him too."""
    found = identities("Edmund Hale spoke in Ames. Mrs. Hale left.", "Edmund Hale smiled at the press.")
    assert found == [("Ames", "place", 1), ("Edmund Hale", "person", 2), ("Hale", "person", 1)]
