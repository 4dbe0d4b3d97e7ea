"""Pages of several sources are put together from testimony, the same whatever earlier builds have kept of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.model import Attestation, Collection, Disagreement, Event
from dossier.sourcemap import TextSpan
from dossier.write.catalogue import TIMELINE, Catalogue, catalogue
from dossier.write.memo import Memo, NoMemo
from dossier.write.pages import paging
from dossier.write.pages.finished import finished
from dossier.write.pages.leaf import TOLD
from dossier.write.testimony import ENTRY, PART, STATEMENT
from dossier.write.testimony import testimony as heard
from dossier.write.witnessed import Chronicle, attestation_key, chronicle, merged, witnessed
from tests.built_twice import built_alike
from tests.furnished import desk, timeline_of
from tests.gathered import Text, collection, passage
from tests.linear import assert_linear

SEEDS = Path(__file__).parents[1] / "seeds"
KEYS = {slug: slug for slug in ("one", "two", "six")}


def two(*events: Event) -> Collection:
    """Two sources that date a treaty, and a third that says nothing."""
    texts = [
        Text("one", ["On May 3, 2018 Jane Roe signed the treaty.", "The ferry sank."], {"Jane Roe": ("Jane Roe",)}),
        Text("two", ["Jane Roe signed it in May 2018, they say."], {"Jane Roe": ("Jane Roe",)}),
        Text("six", ["Nothing."]),
    ]
    texts[0].dates["May 3, 2018"] = "2018-05-03"
    texts[1].dates["May 2018"] = "2018-05"
    return replace(collection(*texts), events=events)


def at(made: Collection, slug: str, words: str) -> Attestation:
    source = next(each for each in made.sources if each.slug == slug)
    return Attestation(slug, "d-0", passage(source, words).span)


def treaty() -> Collection:
    """An event that both tell, one that only the first tells, and statements that cannot both hold."""
    made = two()
    told = (at(made, "one", "Jane Roe signed the treaty"), at(made, "two", "Jane Roe signed it"))
    sank = Attestation("one", "d-9", passage(made.sources[0], "The ferry sank").span)
    events = (Event("e-2", "2019", (sank,), former_ids=("e-old",)), Event("e-1", "2018-05-03", told))
    statements = tuple(passage(each, "Jane Roe signed") for each in made.sources[:2])
    return replace(made, events=events, disagreements=(Disagreement("date", statements),))


def texts(shelf: Catalogue, memo: NoMemo) -> dict[str, str]:
    found = desk(shelf, memo)
    return {each.ids[0]: found.text(each) for each in finished(found)}


def test_an_entry_of_one_source_is_finished_in_its_leaf_and_one_of_several_put_together() -> None:
    told = heard(catalogue(treaty()), NoMemo(), TOLD)
    assert [each.slug for each in told.of(ENTRY, "e-2")] == ["one"]
    assert [each.slug for each in told.of(PART, "e-1")] == ["one", "two"]
    assert {each.slug for _, each in told.every(STATEMENT)} == {"one", "two"}
    (alone,) = told.of(ENTRY, "e-2")
    assert told.read(alone)["text"].count('id="e-old"') == 1


def test_an_entry_tells_every_source_in_order_with_who_is_near_and_what_differs() -> None:
    text = timeline_of(catalogue(treaty()))[TIMELINE]
    entry = text[text.index('id="e-1"') :].partition('id="e-2"')[0]
    assert entry.index("sources/one.md") < entry.index("sources/two.md")
    assert "here: May 2018" in entry
    assert entry.count("{ .d-person }") == 1
    assert entry.count("The sources differ") == 1
    assert "The ferry sank" not in entry


def test_entries_are_the_same_from_memory_from_disk_and_from_the_last_build(tmp_path: Path) -> None:
    shelf = catalogue(treaty())
    found = [texts(shelf, NoMemo())]
    for _ in range(2):
        memo = Memo(tmp_path / "cache", tmp_path / "docs", "code", KEYS)
        found.append(texts(shelf, memo))
        memo.keep()
        memo.close()
    assert found[0] == found[1] == found[2]
    assert set(found[0]) == {"e-1", "e-2"}


def digests(shelf: Catalogue) -> dict[str, str]:
    return {each.ids[0]: each.digest for each in finished(desk(shelf))}


def test_an_edit_changes_the_digests_of_the_entries_that_it_changes_and_no_others() -> None:
    made = treaty()
    before = digests(catalogue(made))
    other = Text("two", ["Jane Roe signed it in May 2018, we are told."], {"Jane Roe": ("Jane Roe",)})
    other.dates["May 2018"] = "2018-05"
    after = digests(catalogue(replace(made, sources=(made.sources[0], other.source(), made.sources[2]))))
    assert {name for name in before if before[name] != after[name]} == {"e-1"}


def test_a_publication_that_a_source_tells_twice_is_one_entry_and_two_events() -> None:
    first, second = (Attestation("one", "d-0", TextSpan(start, start + 2)) for start in (0, 5))
    events = tuple(Event(f"p-{n}", "2018", (each,), "publication") for n, each in enumerate((first, second)))
    (whole, swallowed) = witnessed(Chronicle(events, merged(events), {}))["one"]
    assert (whole.told, whole.former, whole.rows) == ((first, second), ("p-1",), (first,))
    assert (swallowed.told, swallowed.rows) == ((), (second,))


def test_events_of_one_id_are_told_as_one_and_each_keeps_its_own_passages() -> None:
    one, other = (Attestation(slug, "d-0", TextSpan(0, 5)) for slug in ("one", "two"))
    events = chronicle(Collection((), events=(Event("e", "2018", (one,)), Event("e", "2018", (other,)))))
    found = witnessed(Chronicle(events, merged(events), {"e": 2}))
    assert [found[slug][0].rows for slug in ("one", "two")] == [(one,), (other,)]
    assert not found["one"][0].alone
    assert [found[slug][0].private for slug in ("one", "two")] == [2, 0]
    assert found["one"][0].shared == ()
    assert attestation_key(one) == attestation_key(other)


@pytest.mark.parametrize("ids", ["one id for all", "one event of all"])
def test_time_grows_with_the_sources_of_an_event_and_not_with_their_square(ids: str) -> None:
    def work(size: int) -> Callable[[], object]:
        each = [Attestation(f"s{number}", "d-0", TextSpan(0, 5)) for number in range(size)]
        events = [Event("e", "2018", tuple(each))] if "event" in ids else [Event("e", "2018", (one,)) for one in each]
        found = witnessed(Chronicle(events, merged(events), {}))
        return lambda: [found[one.slug] for one in each]

    assert_linear(work, 4_000)


@pytest.mark.parametrize("most", [60, 2_500])
def test_edits_of_the_five_seeds_are_built_as_if_nothing_were_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """With many small pages and with few large ones, of whole sources, an excerpt and a private one."""
    monkeypatch.setattr(paging, "NODES", most)
    seeds = Path(shutil.copytree(SEEDS, tmp_path / "seeds"))

    made = built_alike(seeds, tmp_path)
    pages = {path for path in made if path.startswith(("timeline/", "compare/")) and "--" not in path}
    assert (len(pages) > 20) == (most == 60)
    for seed, mode in (("001_c66fcfba792cada8", "excerpt"), ("003_e2ff0947f1bda62e", "private")):
        (seeds / f"{seed}.yml").write_text(f"publish: {mode}\n", encoding="utf-8")
        built_alike(seeds, tmp_path)
    (seeds / "003_e2ff0947f1bda62e.yml").unlink()
    (seeds / "names.yml").write_text("names: [{name: Emmanuel Macron, type: person}]\n", encoding="utf-8")
    built_alike(seeds, tmp_path)
