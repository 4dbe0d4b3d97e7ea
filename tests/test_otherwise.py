from __future__ import annotations

from pathlib import Path

import pytest

from dossier import pipeline

HEAD = "{title}\n\nMay 12, 2021\n\n"
CAUSES = (
    'The minister called the alliance "dead wood" in an interview, because of its silence over the northern islands.',
    'The famous "dead wood" remark of the minister came due to missing money for new harbours, officials said then.',
)
FIGURES = (
    "On June 4, 2019, the minister opened the Harbour Bridge in Northport before 400 guests from nine countries.",
    "The minister opened the Harbour Bridge in Northport on June 4, 2019, and 250 guests came to see it that day.",
)


def kinds(folder: Path, texts: tuple[str, str]) -> list[tuple[str, list[str]]]:
    for number, text in enumerate(texts):
        name = f"Title Number {'One' if number else 'Two'} of the Day"
        (folder / f"{number}.txt").write_text(HEAD.format(title=name) + text + "\n", encoding="utf-8")
    collection = pipeline.collect(pipeline.gather(folder))
    shown = {source.slug: source.document.text for source in collection.sources}
    return [
        (d.kind, [shown[s.slug][s.span.start : s.span.end] for s in d.statements]) for d in collection.disagreements
    ]


@pytest.mark.parametrize(("kind", "texts"), [("cause", CAUSES), ("figure", FIGURES)])
def test_one_thing_told_with_another_cause_or_number_stands_side_by_side(
    tmp_path: Path, kind: str, texts: tuple[str, str]
) -> None:
    found = [statements for each, statements in kinds(tmp_path, texts) if each == kind]
    assert [sorted(statements) for statements in found] == [sorted(texts)]


def test_a_counter_example_the_same_cause_in_other_words_and_numbers_of_other_things(tmp_path: Path) -> None:
    same = (CAUSES[0], CAUSES[1].replace("missing money for new harbours", "the silence over those islands"))
    assert kinds(tmp_path, same) == []
    other = (FIGURES[0], FIGURES[1].replace("250 guests", "250 boats"))
    assert kinds(tmp_path, other) == []
