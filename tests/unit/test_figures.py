"""How figures are worded, sorted, converted, grouped and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.growth import growth
from tui.domain.comparing import merge_same
from tui.domain.contract import findings_from_dict, findings_to_dict
from tui.domain.dates import worded_date
from tui.domain.disagreeing import disagreements
from tui.domain.figures import amount, convert, figure, is_position, plural, sort_key
from tui.domain.findings import Analysis, Number
from tui.domain.text import Span
from tui.domain.wording import says_more
from tui.export.analysis import as_markdown
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.domain.text import Document


def number(kind: Any = "count", value: float | str | None = None, at: int = 0, **fields: Any) -> Number:
    return Number(span=Span(at, at + 1), sentence=at // 3, kind=kind, value=value, **fields)


def in_sentences(count: int) -> Document:
    """An article of so many sentences of three characters, with nothing in them that tells figures apart."""
    return make_document("x\n\n" * count, "article.txt")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (number("rate", 10000, approximate=True, per="day", counts="migrants"), "≈ 10,000 / day"),
        (number("duration", 2, unit="hour", bound="more than"), "> 2 hours"),
        (number("duration", 1, unit="century"), "1 century"),
        (number("money", None, low=1e9, vague=True, unit="dollar", words="several billion"), "$ several billion"),
        (number("percent", None, low=2, high=3), "2–3 %"),
        (number("percent", 0.3, bound="up"), "↑ 0.3 %"),
        (number("percent", 3, unit="percentage point"), "3 percentage points"),
        (number("money", 58.24, unit="dollar", per="barrel"), "$58.24 / barrel"),
        (number("money", 8.7, unit="dollar"), "$8.70"),
        (number("money", 35.125, unit="dollar"), "$35.125"),
        (number("money", 1.5, unit="euro", per="day"), "€1.50 / day"),
        (number("money", 2_700_000, unit="euro"), "€2.7 million"),
        (number("money", 8.5, unit="cent"), "8.5 cents"),
        (number("money", None, low=8.5, high=9, unit="dollar"), "$8.50–9.00"),
        (number("quantity", 8.7, unit="mile"), "8.7 miles"),
        (number("money", 3_200_000, unit="danish krone", bound="more than"), "> 3.2 million Danish kroner"),
        (number("money", None, low=3e9, high=5e9, unit="euro"), "€3–5 billion"),
        (number("count", 5835), "5,835"),
        (number("count", 1_234_567), "1,234,567"),
        (number("count", 4_200_000_000), "4.2 billion"),
        (number("count", None, low=100, vague=True, words="hundreds"), "hundreds"),
        (number("count", None, low=-5, high=-2), "-5 to -2"),
        (number("age", 2, unit="year", approximate=True), "≈ 2 years old"),
        (number("age", 1, unit="month"), "1 month old"),
        (number("ordinal", 12), "12th"),
        (number("ordinal", 23), "23rd"),
        (number("ratio", 2, approximate=True), "≈ × 2"),
        (number("ratio", None, words="52–48"), "52–48"),
        (number("fraction", 2 / 3), "2/3"),
        (number("fraction", 1.5), "1 1/2"),
        (number("temperature", -3, unit="celsius"), "-3 °C"),
        (number("quantity", 60, unit="mile per hour"), "60 miles per hour"),
        (number("quantity", 6, unit="foot"), "6 feet"),
        (number("quantity", 0.5, unit="mile"), "0.5 mile"),
        (number("date", "2023-12-27"), "27 December 2023"),
        (number("date", None, words="last week"), "last week"),
    ],
)
def test_a_figure_is_worded_short_with_its_bound_and_unit(found: Number, words: str) -> None:
    assert figure(found) == words


@pytest.mark.parametrize(
    ("words", "found", "more"),
    [
        ("65 km", number("quantity", 65, unit="kilometer"), False),
        ("4 metres", number("quantity", 4, unit="meter"), False),
        ("3,000 lbs", number("quantity", 3000, unit="pound"), False),
        ("60 mph", number("quantity", 60, unit="mile per hour"), False),
        ("12 sq ft", number("quantity", 12, unit="square foot"), False),
        ("about 100 per cent", number("percent", 100, approximate=True), False),
        ("12.4 mln dlrs", number("money", 12_400_000, unit="dollar"), False),
        ("Twenty-five", number("count", 25), False),
        ("two thirds", number("fraction", 2 / 3), False),
        ("one in five", number("fraction", 0.2), True),
        ("nearly twice", number("ratio", 2, approximate=True), True),
        ("6-4", number("ratio", None, words="6–4"), False),
        ("Dec. 27", number("date", "2023-12-27"), False),
        ("on Tuesday", number("date", "2023-12-27"), True),
        ("20 working days", number("duration", 20, unit="day"), True),
        ("twice", number("date", None), True),
    ],
)
def test_words_that_only_say_the_value_again_are_told_from_those_that_say_more(
    words: str, found: Number, more: bool
) -> None:
    assert says_more(words, found) is more


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024", "2024"),
        ("2019-10", "October 2019"),
        ("1990/1999", "1990s"),
        ("1801/1900", "19th century"),
        ("2019-07/2019-09", "Q3 2019"),
        ("2019-01/2019-06", "first half of 2019"),
        ("2014/2015", "2014 – 2015"),
        ("--05-04", "4 May"),
        ("T11:30", "11:30"),
        ("2019-09-01T22:27-04:00", "1 September 2019, 22:27 UTC-04:00"),
        ("2019-13-45", "2019-13-45"),
        ("2021/..", "since 2021"),
    ],
)
def test_iso_dates_are_worded_for_people(iso: str, words: str) -> None:
    assert worded_date(iso) == words


def test_amounts_keep_their_digits() -> None:
    assert [amount(x) for x in (0.1, 1271.2, 3.14159, 2.998e-8, 1e30)] == [
        "0.1",
        "1,271.2",
        "3.14159",
        "2.998e-08",
        "1e+30",
    ]


def test_units_take_their_plural_at_the_head() -> None:
    assert [plural(u) for u in ("mile per hour", "barrel of oil", "square foot", "inch", "city")] == [
        "miles per hour", "barrels of oil", "square feet", "inches", "cities",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("found", "converted"),
    [
        (number("quantity", 62, unit="mile"), "≈ 100 kilometers"),
        (number("quantity", 10, unit="kilometer"), "≈ 6.2 miles"),
        (number("temperature", 212, unit="fahrenheit"), "≈ 100 °C"),
        (number("temperature", None, low=20, high=25, unit="celsius"), "≈ 68–77 °F"),
        (number("quantity", 5000, unit="acre"), "≈ 2,000 hectares"),
        (number("quantity", None, low=150, high=200, unit="pound"), "≈ 68–91 kilograms"),
        (number("quantity", 60, unit="mile per hour"), "≈ 97 kilometers per hour"),
        (number("quantity", 74 / 12, unit="foot"), "≈ 1.88 meters"),
        (number("quantity", 1 / 3, unit="mile"), "≈ 0.536 kilometers"),
        (number("quantity", 26.2188, unit="mile"), "≈ 42.1951 kilometers"),
        (number("duration", 3, unit="hour"), None),
        (number("money", 3, unit="dollar"), None),
        (number("count", 3), None),
    ],
)
def test_measures_convert_to_the_other_system(found: Number, converted: str | None) -> None:
    assert convert(found) == converted


def test_figures_sort_by_size_within_their_kind_whatever_their_unit() -> None:
    mile, kilometre, hour = (number("quantity", v, unit=u) for v, u in ((1, "mile"), (1.5, "kilometer"), (2, "foot")))
    people, money = number("count", 1300), number("money", 5, unit="dollar")
    vague = number("count", None, low=100, vague=True)
    assert sorted([mile, money, kilometre, people, hour, vague], key=sort_key) == [
        vague, people, money, hour, kilometre, mile,
    ]  # fmt: skip
    early, late = number("date", "2019-05"), number("date", "2023-12-27")
    assert sorted([late, number("date", None), early], key=sort_key)[1:] == [early, late]


def test_a_figure_said_twice_is_one_group() -> None:
    first = number("count", 1300, 0, counts="additional Border Patrol agents")
    again = number("count", 1300, 50, counts="agents")
    buses = number("count", 1300, 90, counts="buses")
    assert merge_same([first, again, buses]) == [(first, again), (buses,)]


def test_small_figures_of_unknown_things_are_not_taken_for_one() -> None:
    assert len(merge_same([number("count", 2, 0), number("count", 2, 9)])) == 2
    assert len(merge_same([number("money", 4_250, 0, unit="dollar"), number("money", 4_250, 9, unit="dollar")])) == 1
    up, level = number("percent", 2.75, 0, bound="up"), number("percent", 2.75, 9)
    assert len(merge_same([up, level])) == 2


def test_one_sentence_says_no_figure_twice() -> None:
    first, second = (
        number("ratio", None, 0, words="6–4", about="Roe"),
        number("ratio", None, 2, words="6–4", about="Roe"),
    )
    assert len(merge_same([first, second])) == 2
    again = number("ratio", None, 9, words="6–4", about="Roe")
    assert merge_same([first, again]) == [(first, again)]


@pytest.mark.parametrize(
    ("one", "other", "groups"),
    [
        (number(value=2, counts="gunmen"), number(value=2, at=9, counts="injured gunmen"), 2),
        (number(value=2, counts="gunmen"), number(value=2, at=9, counts="gunmen"), 1),
        (number(value=40, counts="people"), number(value=40, at=9, counts="people seeking work"), 1),
        (number(value=40, counts="teams"), number(value=40, at=9, counts="team fights"), 2),
        (number(value=40, counts="boats"), number(value=40, at=9, counts="boats", bound="more than"), 2),
        (number(value=40, counts="boats"), number(value=40, at=9, counts="boats", approximate=True), 1),
    ],
)
def test_a_figure_is_said_again_only_where_it_counts_the_same(one: Number, other: Number, groups: int) -> None:
    assert len(merge_same([one, other])) == groups


def test_different_figures_for_one_thing_disagree() -> None:
    twelve, fourteen = number(value=12, counts="people killed"), number(value=14, at=9, counts="people killed")
    assert disagreements([twelve, fourteen], in_sentences(9)) == [(twelve, fourteen)]


@pytest.mark.parametrize(
    "other",
    [
        number(value=14, at=9, counts="people injured"),
        number(value=10, at=9, counts="people killed", bound="more than"),
        number(value=11.5, at=9, counts="people killed", approximate=True),
        number(value=None, at=9, low=10, high=15, counts="people killed"),
        number(value=14, at=9, counts="people killed", bound="up"),
        number(value=14, at=9, counts="people killed", about="Peru"),
        number(value=14, at=9),
    ],
)
def test_figures_that_can_both_hold_do_not_disagree(other: Number) -> None:
    assert disagreements([number(value=12, counts="people killed", about="Chile"), other], in_sentences(9)) == []


def test_two_ages_of_one_person_disagree() -> None:
    one, two = number("age", 34, unit="year", about="Jane Roe"), number("age", 35, at=9, unit="year", about="Roe")
    assert disagreements([one, two], in_sentences(9)) == [(one, two)]


def test_a_figure_survives_the_data_format() -> None:
    full = number(
        "money", None, low=1e9, vague=True, unit="dollar", per="year", counts="aid", about="Ukraine",
        words="several billion", year=2010, bound="more than", approximate=True,
    )  # fmt: skip
    assert findings_from_dict(findings_to_dict(Analysis(numbers=(full,)))).numbers == (full,)


def test_many_figures_are_grouped_and_compared_without_comparing_each_with_each() -> None:
    def work(size: int) -> Callable[[], object]:
        document = in_sentences(size)
        many = [number(value=i % 7, at=3 * i, counts=f"boats of kind {i % (size // 10)}") for i in range(size)]
        return lambda: (merge_same(many), disagreements(many, document))

    assert growth(work, 2000) < 9


def test_dates_and_places_in_a_row_are_positions() -> None:
    assert is_position(number("date", "2024"))
    assert is_position(number("ordinal", "end-1"))


def test_low_ranks_are_positions_and_high_ones_figures() -> None:
    assert is_position(number("ordinal", 1))
    assert is_position(number("ordinal", None, low=2, high=3))
    assert not is_position(number("ordinal", 17))
    assert not is_position(number("count", 1))


def test_a_report_leaves_out_places_that_are_counted_from_another() -> None:
    document = make_document("The last of 40 boats left.\n")
    numbers = (
        number("ordinal", "end+0", 4, words="last"), number("ordinal", 1, 4, words="first"),
        number("count", 40, 12, counts="boats"), number("date", "2027-05", 12),
    )  # fmt: skip
    report = as_markdown(document, Analysis(numbers=numbers), "boats")
    assert report.index("boats") < report.index("## Dates and times") < report.index("May 2027")
    assert "last" not in report
    assert "1st" not in report
