"""Parties and offices that are called by plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Labour promised to scrap the levy; the Conservatives said they would keep it. The Greens walked out, and "
            "the New Democrats followed the Liberals.",
            ["Labour", "Conservatives", "Greens", "New Democrats", "Liberals"],
        ),
        ("She left Labour for the Greens in 2019. Labour has not replied.", ["Labour", "Greens"]),
        ("Labour is scarce in the valley, and liberals pay more for labour every year. He ate his greens.", []),
        ("The Greens, who own the mill, said Maud Green had sold it.", []),
        ("The Ministry of Labour was shut on Labour Day.", ["Ministry of Labour"]),
    ],
)
def test_a_party_is_called_by_a_plain_word_with_a_capital(analyser: Analyser, text: str, bodies: list[str]) -> None:
    assert [o.name for o in entities_of(analyser, text).organisations] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The Comptroller and Auditor General (CAG) found that nothing was spent. The Director of Public "
            "Prosecutions gave no reason, and No 10 told the minister so. The CAG has not replied.",
            ["Comptroller and Auditor General", "Director of Public Prosecutions", "No 10"],
        ),
        ("The Controller of Budget, Wanjiru Orme, said so. The Controller of Budget reports to parliament.", []),
        ("Helen Marsh, the Information Commissioner, left. The Information Commissioner reports in June.", []),
        ("The shop at No 10 Marsh Lane sells rope; the No 10 bus stops there, the minister said.", []),
        ("The world No 10 beat a friend. No 10 was the number on his door.", []),
    ],
)
def test_an_office_is_a_body_where_nobody_is_named_in_it(analyser: Analyser, text: str, bodies: list[str]) -> None:
    assert [o.name for o in entities_of(analyser, text).organisations] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Staff at the Hare and Plover pub in Selby wept. The landlady of the Dozy Heron said so, and two nurses at "
            "Rosemount House care home were held. Rosemount House said it was helping.",
            ["Hare and Plover", "Dozy Heron", "Rosemount House"],
        ),
        (
            "They met in a Baker Street pub, a New York restaurant and the Ann Marsh bakery, a French nursery school.",
            [],
        ),
        (
            "Marlbeck Analytics, which sells data, fell. Orme Drinks will buy Tarn Inns. Orme said it was cheap.",
            ["Marlbeck Analytics", "Orme Drinks", "Tarn Inns"],
        ),
        ("Farmers of the Kisan Sevak Samiti marched, and Macy's fell.", ["Kisan Sevak Samiti", "Macy's"]),
        ("Bill Macy's book is out. Macy's wife wept; Macy smiled.", []),
    ],
)
def test_a_house_or_firm_is_named_by_the_word_for_its_kind(analyser: Analyser, text: str, bodies: list[str]) -> None:
    assert [o.name for o in entities_of(analyser, text).organisations] == bodies


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Nora Quist said no. “Yes,” Quist said. Nora Quist Slams Mayor, said the paper. Nora Quist left.",
            ["Nora Quist"],
        ),
        ("Ann Mary Orme sings. Ann Mary was born in Leeds; Ann Mary left it. Ann Mary is loved.", ["Ann Mary Orme"]),
        (
            "Largest Ferry Network in the North Opens\n\nThe ferries run to Ostmere. Marlbeck Central voted on Friday. "
            "The MP for Marlbeck Central, Oliver North, did not. North lives in Tolby.",
            ["Oliver North"],
        ),
    ],
)
def test_a_name_ends_where_the_text_ends_it(analyser: Analyser, text: str, people: list[str]) -> None:
    assert [p.name for p in entities_of(analyser, text).people] == people
