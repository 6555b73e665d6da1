"""Numerals in words and digits, read without a model; dates relative to the day of publication."""

from __future__ import annotations

import time
from datetime import date

import pytest

from tui.analysis.numbers.dates import find_dates
from tui.analysis.numbers.noise import no_figures
from tui.analysis.numbers.reading import numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-five", [25]),
        ("two hundred and two thousand", [202_000]),
        ("three and a half million", [3_500_000]),
        ("half a million", [500_000]),
        ("one million four thousand six hundred seven fifths", [200_921.4]),
        ("two hundred and eleven fifths", [42.2]),
        ("four hundred and nine and two thirds", [409 + 2 / 3]),
        ("one hundred and six", [106]),
        ("6 thousand 2 hundred and 14", [6214]),
        ("3 hundred and 2 hundred", [300, 200]),
        ("one million and a half", [1_500_000]),
        ("three billion and a quarter million", [3_000_250_000]),
        ("three lakh crore", [3e12]),
        ("nought point nought three", [0.03]),
        ("minus five point five", [-5.5]),
        ("12,34,567.89", [1_234_567.89]),
        ("1.111,11", [1111.11]),
        ("1 234 567.89", [1_234_567.89]),
        ("2  1/4", [2.25]),
        ("2½", [2.5]),
        ("-2500^-1", [-0.0004]),
        ("6.23x10^-4", [0.000623]),
        ("1.3e6", [1_300_000]),
        ("a twenty-first", [1 / 21]),
        ("three twenty firsts", [3 / 21]),
        ("one hundred twenty fifth", [125]),
        ("a hundred trillionth", [1e14]),
        ("22,24,26,31", [22, 24, 26, 31]),
        ("million", []),
        ("9" * 400, []),
        ("10^99999", []),
    ],
)
def test_numerals_are_read(text: str, values: list[float]) -> None:
    assert [numeral.value for numeral in numerals(text)] == [pytest.approx(value) for value in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Wednesday", "2023-12-27"),
        ("on Monday", "2023-12-25"),
        ("yesterday", "2023-12-26"),
        ("last week", "2023-12-18/2023-12-24"),
        ("this month", "2023-12"),
        ("next year", "2024"),
        ("next November", "2024-11"),
        ("last January", "2023-01"),
        ("on March 7", "2024-03-07"),
        ("from Sept. 20-24", "2023-09-20/2023-09-24"),
        ("the first half of the year", "2023-01/2023-06"),
    ],
)
def test_relative_dates_count_from_the_day_of_publication(text: str, value: str) -> None:
    assert [found.value for found in find_dates(text, date(2023, 12, 27))] == [value]


def test_dates_that_do_not_exist_are_no_dates() -> None:
    assert [found.value for found in find_dates("on 13/45/2020", None)] == []


@pytest.mark.parametrize("text", ["one " * 20_000, "1-" * 30_000, "one fifths " * 8_000, "a." * 30_000, "1," * 30_000])
def test_hostile_repetition_takes_no_time_by_its_square(text: str) -> None:
    begin = time.process_time()
    list(numerals(text))
    no_figures(text)
    assert time.process_time() - begin < 10  # by the square it takes minutes
