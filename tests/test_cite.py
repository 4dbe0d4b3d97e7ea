"""How to cite: names, dates and whole citations in each style, and records for reference managers.

The expected citations were compared with pandoc's citeproc while they were written. They differ from it on purpose
where a date is missing ("n.d."), doubtful or inferred, and in the capitals of titles, which stay the source's.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.write.cite import apa, blocks, chicago, mla
from dossier.write.cite.dates import APA, MLA, US, between, issued
from dossier.write.cite.exports import bibtex, csl, ris
from dossier.write.cite.line import quoted, words
from dossier.write.cite.people import author, people
from dossier.write.cite.work import Work, kind, page
from dossier.write.site import Site
from tests.handmade import Everything
from tests.linear import assert_linear

MANY = [f"{chr(65 + at)}nn {chr(65 + at)}olt" for at in range(22)]


@pytest.mark.parametrize(
    ("printed", "inverted", "initialled"),
    [
        ("Jane Roe", "Roe, Jane", "Roe, J."),
        ("Jean-Paul J.K. Roe", "Roe, Jean-Paul J. K.", "Roe, J.-P. J. K."),
        ("Charles de Gaulle", "de Gaulle, Charles", "de Gaulle, C."),
        ("Ursula von der Leyen", "von der Leyen, Ursula", "von der Leyen, U."),
        ("Robert De Niro", "De Niro, Robert", "De Niro, R."),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr.", "King, M. L., Jr."),
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr.", "King, M. L., Jr."),
        ("William Roe III", "Roe, William, III", "Roe, W., III"),
        ("Malcolm X", "X, Malcolm", "X, M."),
        ("Al Gore", "Gore, Al", "Gore, A."),
        ("Kim Jong-un", "Kim Jong-un", "Kim, J.-U."),
        ("Dr. Jane Roe", "Roe, Jane", "Roe, J."),
        ("Roe, Jane", "Roe, Jane", "Roe, J."),
        ("de la Cruz, Juana Inés", "de la Cruz, Juana Inés", "de la Cruz, J. I."),
    ],
)
def test_a_person_has_a_surname(printed: str, inverted: str, initialled: str) -> None:
    found = author(printed)
    assert (found.inverted, found.initialled) == (inverted, initialled)


@pytest.mark.parametrize(
    "printed",
    ["Reuters", "Agence France-Presse", "MEMRI Staff", "The Editors", "Roe & Sons", "Human Rights Watch", "毛泽东", ""],
)
def test_a_body_is_not_divided(printed: str) -> None:
    found = author(printed)
    assert (found.inverted, found.initialled, found.plain) == (printed, printed, printed)


def test_what_the_collection_knows_as_an_organisation_is_a_body() -> None:
    assert author("Ifri Russie").inverted == "Russie, Ifri"
    assert author("Ifri Russie", {"Ifri Russie"}).inverted == "Ifri Russie"


@pytest.mark.parametrize(
    ("edtf", "us", "as_apa", "as_mla"),
    [
        ("2019-11-08", "November 8, 2019", "2019, November 8", "8 Nov. 2019"),
        ("2019-05", "May 2019", "2019, May", "May 2019"),
        ("2019", "2019", "2019", "2019"),
        ("0800", "800", "800", "800"),
        ("2018-21", "Spring 2018", "2018, Spring", "Spring 2018"),
        ("2018-05-24/2018-05-25", "May 24–25, 2018", "2018, May 24–25", "24–25 May 2018"),
        ("2018-05-30/2018-06-02", "May 30–June 2, 2018", "2018, May 30–June 2", "30 May–2 June 2018"),
        ("2018-05/2018-07", "May–July 2018", "2018, May–July", "May–July 2018"),
        ("2018-12-30/2019-01-02", "December 30, 2018–January 2, 2019", "2018, December 30–2019, January 2", ""),
        ("2018~", "ca. 2018", "ca. 2018", "ca. 2018"),
        ("2018-05?", "[May 2018?]", "[2018, May?]", "[May 2018?]"),
        ("201X", "2010s", "2010s", "2010s"),
        ("-0043", "44 BCE", "44 BCE", "44 BCE"),
        ("2018/..", "since 2018", "since 2018", "since 2018"),
        ("2018-13", "2018-13", "2018-13", "2018-13"),
        ("", "", "", ""),
    ],
)
def test_dates_in_each_style(edtf: str, us: str, as_apa: str, as_mla: str) -> None:
    assert (issued(edtf, US), issued(edtf, APA)) == (us, as_apa)
    assert issued(edtf, MLA) == as_mla or not as_mla


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ("2017-05-29/2018-05", "[between May 29, 2017, and May 2018]"),
        ("2017/2018", "[between 2017 and 2018]"),
        ("2020-06-26/..", "[June 26, 2020, or later]"),
        ("../2020", "[2020 or earlier]"),
        ("", ""),
    ],
)
def test_the_interval_of_an_undated_work_stands_in_brackets(interval: str, words: str) -> None:
    assert between(interval, US) == words


@pytest.mark.parametrize(
    ("title", "sign", "expected"),
    [
        ("A Treaty", ".", "“A Treaty.”"),
        ("Is It Over?", ".", "“Is It Over?”"),
        ("Is It Over?", ",", "“Is It Over?”"),
        ("The U.S.", ".", "“The U.S.”"),
        ("The U.S.", ",", "“The U.S.,”"),
        ("He Said “No”", ".", "“He Said ‘No.’”"),
        ('The "Reset" Fails', ".", "“The ‘Reset’ Fails.”"),
        ("For the Workers’", ".", "“For the Workers’.”"),
        ('A 5" Screen', ".", '“A 5" Screen.”'),
    ],
)
def test_a_title_in_quotation_marks(title: str, sign: str, expected: str) -> None:
    assert words(quoted(title, sign)) == expected


ROE = Work("roe", "A Treaty", people(["Jane Roe"]), "The Times", "", "2019-11-08", "", "https://example.org/a")


def cited(work: Work) -> list[str]:
    lines = (chicago.bibliography(work), chicago.note(work), apa.reference(work), mla.entry(work))
    return [words(line) for line in lines]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            ROE,
            [
                "Roe, Jane. “A Treaty.” The Times, November 8, 2019. https://example.org/a.",
                "Jane Roe, “A Treaty,” The Times, November 8, 2019, https://example.org/a.",
                "Roe, J. (2019, November 8). A Treaty. The Times. https://example.org/a",
                "Roe, Jane. “A Treaty.” The Times, 8 Nov. 2019, https://example.org/a.",
            ],
        ),
        (
            replace(ROE, authors=(), issued="", between="2020-06-26/.."),
            [
                "The Times. “A Treaty.” N.d. [June 26, 2020, or later]. https://example.org/a.",
                "“A Treaty,” The Times, n.d. [June 26, 2020, or later], https://example.org/a.",
                "A Treaty. (n.d.). The Times. https://example.org/a",
                "“A Treaty.” The Times, [26 June 2020 or later], https://example.org/a.",
            ],
        ),
        (
            Work("none", "A Treaty"),
            ["“A Treaty.” N.d.", "“A Treaty,” n.d.", "A Treaty. (n.d.).", "“A Treaty.”"],
        ),
        (
            Work("none", "Untitled (one.txt)", titled=False),
            [
                "[Untitled (one.txt)]. N.d.",
                "[Untitled (one.txt)], n.d.",
                "[Untitled (one.txt)]. (n.d.).",
                "[Untitled (one.txt)].",
            ],
        ),
        (
            replace(ROE, container="", url="", authors=people(["Jane Roe", "John Doe"]), issued="2018~"),
            [
                "Roe, Jane, and John Doe. “A Treaty.” Ca. 2018.",
                "Jane Roe and John Doe, “A Treaty,” ca. 2018.",
                "Roe, J., & Doe, J. (ca. 2018). A Treaty.",
                "Roe, Jane, and John Doe. “A Treaty.” Circa 2018.",
            ],
        ),
        (
            replace(ROE, url="", series="Dispatch No. 7", authors=people(["Jane Roe", "John Doe", "Reuters"])),
            [
                "Roe, Jane, John Doe, and Reuters. “A Treaty.” Dispatch No. 7. The Times, November 8, 2019.",
                "Jane Roe et al., “A Treaty,” Dispatch No. 7, The Times, November 8, 2019.",
                "Roe, J., Doe, J., & Reuters. (2019, November 8). A Treaty (Dispatch No. 7). The Times.",
                "Roe, Jane, et al. “A Treaty.” The Times, Dispatch No. 7, 8 Nov. 2019.",
            ],
        ),
        (
            replace(ROE, authors=people(["The Times"], {"The Times"}), archived="https://example.net/1"),
            [
                "The Times. “A Treaty.” November 8, 2019. https://example.org/a. Archived at https://example.net/1.",
                "The Times, “A Treaty,” November 8, 2019, https://example.org/a; archived at https://example.net/1.",
                "The Times. (2019, November 8). A Treaty. https://example.org/a",
                "The Times. “A Treaty.” 8 Nov. 2019, https://example.org/a. Archived at https://example.net/1.",
            ],
        ),
    ],
)
def test_a_work_in_each_style(work: Work, expected: list[str]) -> None:
    assert cited(work) == expected


def test_many_authors_are_cut_as_each_style_cuts_them() -> None:
    seven, twenty, more = (replace(ROE, authors=people(MANY[:size])) for size in (7, 20, 22))
    assert words(chicago.bibliography(seven)).startswith("Aolt, Ann, Bnn Bolt, Cnn Colt, et al. “")
    assert words(apa.reference(twenty)).startswith("Aolt, A., Bolt, B., Colt, C.,")
    assert "Solt, S., & Tolt, T. (2019" in words(apa.reference(twenty))
    assert "Solt, S., … Volt, V. (2019" in words(apa.reference(more))
    assert words(mla.entry(more)).startswith("Aolt, Ann, et al. “")


def test_a_periodical_is_set_in_italics_and_its_article_upright() -> None:
    newspaper = replace(ROE, kind=kind("Newspaper article"))
    assert [run.text for run in chicago.bibliography(newspaper) if run.kind == "italic"] == ["The Times"]
    assert [run.text for run in apa.reference(newspaper) if run.kind == "italic"] == ["The Times"]
    assert [run.text for run in apa.reference(ROE) if run.kind == "italic"] == ["A Treaty"]
    assert kind("a sermon") == "webpage"


def test_a_page_is_cited_as_what_it_is_and_tells_where_its_text_is_from() -> None:
    here = "https://site.example/r/sources/roe/"
    first = "The Times, November 8, 2019"
    assert cited(page(ROE, Site(url="https://site.example/r/"), "sources/roe/")) == [
        f"Roe, Jane. “A Treaty.” Annotated text. Dossier, n.d. {here}. Originally published in {first}.",
        f"Jane Roe, “A Treaty,” annotated text, Dossier, n.d., {here}; originally published in {first}.",
        f"Roe, J. (n.d.). A Treaty [Annotated text]. Dossier. {here} (Original work published 2019)",
        f"Roe, Jane. “A Treaty.” Dossier, {here}. Annotated text, originally published in The Times, 8 Nov. 2019.",
    ]


def test_a_page_of_a_site_without_an_address_leaves_a_place_for_the_readers() -> None:
    here = page(ROE, Site(), "sources/roe/")
    assert not [text for text in cited(here) if "http" in text]
    for line in (chicago.bibliography(here), chicago.note(here), apa.reference(here), mla.entry(here)):
        assert [run.kind for run in line if run.kind == "address"] == ["address"]
        assert all(run.text.count("%s") == 1 for run in line if run.filled_later)


def test_records_for_reference_managers() -> None:
    work = replace(ROE, authors=people(["Martin Luther King Jr.", "Agence France-Presse"]), title="100% {A} & B")
    assert bibtex(work) == (
        "@online{roe,\n  title = {100\\% \\{A\\} \\& B},\n  author = {King, Jr., Martin Luther and "
        "{Agence France-Presse}},\n  organization = {The Times},\n  date = {2019-11-08},\n"
        "  url = {https://example.org/a},\n}"
    )
    assert ris(work).split("\r\n")[:6] == [
        *("TY  - ELEC", "ID  - roe", "TI  - 100% {A} & B"),
        *("AU  - King, Martin Luther, Jr.", "AU  - Agence France-Presse", "PB  - The Times"),
    ]
    assert csl(work)["author"] == [
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        {"literal": "Agence France-Presse"},
    ]
    assert csl(replace(ROE, issued="2018-05-24/2018-05-25"))["issued"] == {"date-parts": [[2018, 5, 24], [2018, 5, 25]]}
    assert csl(replace(ROE, issued="2018~"))["issued"] == {"date-parts": [[2018]], "circa": True}
    assert csl(replace(ROE, issued="2018-22"))["issued"] == {"date-parts": [[2018]], "season": 2}
    assert "issued" not in csl(replace(ROE, issued="201X"))


def test_an_inferred_interval_is_a_note_and_never_a_date() -> None:
    work = replace(ROE, issued="", between="2017-05-29/2018-05")
    said = "Undated; by its own words between May 29, 2017, and May 2018"
    assert csl(work)["note"] == said
    assert "issued" not in csl(work)
    assert f"note = {{{said}}}" in bibtex(work)
    assert "date =" not in bibtex(work)
    assert f"N1  - {said}\r\n" in ris(work)
    assert "PY  -" not in ris(work)


@pytest.mark.parametrize(
    "hostile", ["</code></pre><script>x</script>", "*a* [b](c) `d`", "} , x = {", "\r\nER  - ", "%s"]
)
def test_hostile_words_stay_words(hostile: str) -> None:
    source = Everything(hostile).source("one")
    for block in blocks(source, Site(), "sources/one/"):
        for form in block.forms:
            assert "<script" not in form.html
            assert "\n\n" not in form.html
    work = replace(ROE, title=hostile, authors=people([hostile]))
    assert json.loads(json.dumps(csl(work)))["title"] == hostile
    assert ris(work).count("\r\nER  - ") == 1
    assert bibtex(work).endswith("\n}")


@pytest.mark.parametrize("part", ["“", '"', "’", ".’", "x. ", "de la ", "J.", "a-", "A, "])
def test_citing_takes_time_in_proportion(part: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = part * size
        return lambda: cited(replace(ROE, title=text, authors=people([text])))

    assert_linear(work, 20_000)
