"""Any value the extractor can emit, written out in any form it supports, is read back as the same value."""

from __future__ import annotations

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.extract.dates.kinds import months
from dossier.extract.dates.points import Point, Stretch, easter, month_length, nth_weekday, read_point, shift, week_of
from tests.test_dates import values

NAMES = {
    number: name.capitalize()
    for name, number in reversed(months().items())
    if len(name) > 4 or name in ("may", "june", "july")
}
SEASONS = {21: ("spring",), 22: ("summer",), 23: ("autumn", "fall"), 24: ("winter",)}
ORDINALS = {33: "first", 34: "second", 35: "third", 36: "fourth", 40: "first", 41: "second"}


def nth(number: int) -> str:
    """1st, 2nd, 3rd, 11th, 21st."""
    end = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def year_forms(year: int) -> list[str]:
    """A year as text writes it: with an era where it needs one."""
    if year < 1:
        return [f"{1 - year} BC", f"{1 - year} B.C.", f"{1 - year} BCE"]
    return [str(year)] if year >= 1000 else [f"{year} AD", f"AD {year}", f"{year} CE"]


def forms(point: Point) -> list[str]:
    """Every way to write a point that the rules support."""
    found = []
    for year in year_forms(point.year):
        if point.day:
            month = NAMES[point.month]
            found += [
                f"{point.day} {month} {year}",
                f"{month} {point.day}, {year}",
                f"{month} {nth(point.day)}, {year}",
                f"the {nth(point.day)} of {month} {year}",
                f"{month.lower()} {point.day}, {year}",
                f"{point.day} {month.upper()} {year}",
                f"Friday, {point.day} {month} {year}",
            ]
        elif point.month in NAMES:
            month = NAMES[point.month]
            found += [
                f"{month} {year}",
                f"{month} of {year}",
                f"{month}, {year}",
                f"early {month} {year}",
                f"the end of {month} {year}",
            ]
        elif point.month in SEASONS:
            found += [
                form
                for name in SEASONS[point.month]
                for form in (f"the {name} of {year}", f"{name} {year}", f"late {name} {year}")
            ]
        elif point.month:
            part = "quarter" if point.month < 40 else "half"
            code = f"Q{point.month - 32}" if point.month < 40 else f"H{point.month - 39}"
            found += [f"the {ORDINALS[point.month]} {part} of {year}", f"{code} {year}"]
        else:
            found += [year, f"the year {year}", f"early {year}", f"the end of {year}"]
    if point.day and point.year >= 1000:
        found += [f"{point.year}-{point.month:02}-{point.day:02}", f"{point.year}/{point.month:02}/{point.day:02}"]
        found += [f"{point.day}.{point.month}.{point.year}"]
    return found


def long_forms(point: Point) -> list[str]:
    """Every way to write a decade or a century."""
    if point.reach == 10:
        return [f"the {point.year}s", f"the {point.year}\u2019s", f"the early {point.year}s"]
    number = (1 - point.year) // 100 if point.year < 0 else point.year // 100 + 1
    era = " BC" if point.year < 0 else ""
    return [f"the {nth(number)} century{era}", f"the late {nth(number)} century{era}"]


YEARS = st.integers(1001, 2199) | st.integers(-998, -9) | st.integers(100, 999)
PARTS = st.sampled_from([0, *range(1, 13), *range(21, 25), *range(33, 37), 40, 41])


@st.composite
def points(draw: st.DrawFn, *, fine: bool = False) -> Point:
    """Years, parts of years and days."""
    year = draw(st.integers(1001, 2199) if fine else YEARS)
    month = draw(st.integers(1, 12)) if fine else draw(PARTS)
    day = draw(st.integers(1, month_length(year, month))) if fine or (1 <= month <= 12 and draw(st.booleans())) else 0
    return Point(year, month, day)


@given(points(), st.data())
@settings(max_examples=200, deadline=None)
def test_a_point_is_read_back(point: Point, data: st.DataObject) -> None:
    """Days, months, seasons, quarters, halves and years, before and after Christ."""
    form = data.draw(st.sampled_from(forms(point)))
    assert values(f"It is told of {form} in books.") == [Stretch(point).edtf()], form
    assert parse_edtf(Stretch(point).edtf())


@given(st.integers(101, 218).filter(lambda n: n % 10 or n >= 180), st.data())
@settings(max_examples=100, deadline=None)
def test_a_decade_is_read_back(number: int, data: st.DataObject) -> None:
    """The 1900s are ten years, the 1600s a hundred."""
    point = Point(number * 10, reach=10)
    form = data.draw(st.sampled_from(long_forms(point)))
    assert values(f"It is told of {form} in books.") == [Stretch(point).edtf()], form


@given(st.integers(1, 21), st.booleans(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_century_is_read_back(number: int, before: bool, data: st.DataObject) -> None:  # noqa: FBT001
    """Centuries before and after Christ."""
    point = Point(1 - 100 * number if before else 100 * (number - 1), reach=100)
    form = data.draw(st.sampled_from(long_forms(point)))
    assert values(f"It is told of {form} in books.") == [Stretch(point).edtf()], form
    assert parse_edtf(Stretch(point).edtf())


@given(
    points(fine=True),
    points(fine=True),
    st.sampled_from(["from {} to {}", "between {} and {}", "{} - {}", "{} to {}", "{} \u2013 {}"]),
    st.data(),
)
@settings(max_examples=200, deadline=None)
def test_a_range_of_days_is_read_back(one: Point, two: Point, frame: str, data: st.DataObject) -> None:
    """Any form of one day with any form of a later one."""
    one, two = sorted((one, two), key=lambda p: p.first_day())
    if one == two:
        return
    texts = [data.draw(st.sampled_from([f for f in forms(p) if "the " not in f])) for p in (one, two)]
    text = frame.format(*texts)
    assert values(f"It is told, {text}, in books.") == [Stretch(one, two).edtf()], text
    assert parse_edtf(Stretch(one, two).edtf())


@given(st.integers(1001, 2100), st.integers(1, 99), st.data())
@settings(max_examples=100, deadline=None)
def test_a_range_of_years_is_read_back(start: int, length: int, data: st.DataObject) -> None:
    """In full and in two digits."""
    frames = ["from {} to {}", "between {} and {}", "{}-{}", "{}\u2013{}", "{} - {}", "{} to {}"]
    text = data.draw(st.sampled_from(frames)).format(start, start + length)
    if start // 100 == (start + length) // 100 and data.draw(st.booleans()):
        text = f"{start}\u2013{(start + length) % 100:02}"
    assert values(f"It is told of the league, {text}, in books.") == [f"{start}/{start + length}"], text


@given(points(fine=True), st.integers(1, 31))
@settings(max_examples=100, deadline=None)
def test_days_of_one_month_are_read_back(point: Point, end: int) -> None:
    """12-14 July 1789, July 12-14, 1789."""
    if not point.day < end <= month_length(point.year, point.month):
        return
    month = NAMES[point.month]
    expected = [Stretch(point, Point(point.year, point.month, end)).edtf()]
    for text in (
        f"{point.day}-{end} {month} {point.year}",
        f"{month} {point.day}\u2013{end}, {point.year}",
        f"from {point.day} to {end} {month} {point.year}",
    ):
        assert values(f"It is told, {text}, in books.") == expected, text


@given(points(), st.sampled_from(["since", "until"]))
@settings(max_examples=150, deadline=None)
def test_an_open_end_is_read_back(point: Point, word: str) -> None:
    """Since and until; a quarter gives its first or last month."""
    value = Stretch(point, since=word == "since", before=word == "until").edtf()
    assert values(f"It has lasted {word} {forms(point)[0]}.") == [value]
    assert parse_edtf(value)


@given(st.integers(1001, 2199), st.sampled_from(["about", "around", "c.", "ca.", "circa"]))
@settings(max_examples=50, deadline=None)
def test_about_is_read_back(year: int, word: str) -> None:
    """About 1947 is 1947~."""
    assert values(f"It was built {word} {year}.") == [f"{year}~"]


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Nothing crashes, and whatever comes out is EDTF."""
    for value in values(text):
        assert value == "-" or parse_edtf(value)


WORDS = """
the of in May 24 2018 , - to and last next this year week Monday summer first quarter century 19th BC AD 1930s '71 ago
later two a few years months days since until between early end before after yesterday today Christmas Day that same
fiscal ( ) . / 0 99 999 31 30 February 29 second half period decade decades weekend now from ended year-earlier
"""
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=25).map(" ".join), st.sampled_from(["", "2018-09-06", "2018-09", "2018", "-0489"]))
@settings(max_examples=250, deadline=None)
def test_any_pieces_of_dates_are_read_without_an_error(text: str, published: str) -> None:
    """Nonsense made of the words that dates are made of."""
    for value in values(text, published):
        assert value == "-" or parse_edtf(value), value


@pytest.mark.parametrize(
    ("year", "day"), [(1916, (4, 23)), (2000, (4, 23)), (2019, (4, 21)), (2024, (3, 31)), (2038, (4, 25))]
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    """Known Easter Sundays."""
    assert easter(year) == Point(year, *day)


def test_arithmetic_at_the_edges() -> None:
    """Leap days, turns of years, last Mondays, weeks over New Year, years BC."""
    assert shift(Point(2020, 2, 28), 1, "day") == Point(2020, 2, 29)
    assert shift(Point(2018, 12), 1, "month") == Point(2019, 1)
    assert shift(Point(-489), 10, "year") == Point(-479)
    assert shift(Point(2018), 1, "day") is None
    assert nth_weekday(2018, 5, -1, 1) == Point(2018, 5, 28)
    assert week_of(Point(2019, 1, 1)) == Stretch(Point(2018, 12, 31), Point(2019, 1, 6))
    assert read_point("2018-02-30") is None
    assert read_point("-0489") == Point(-489)
    assert read_point("spring") is None
