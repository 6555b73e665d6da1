"""What a figure is of, what befell the people it counts, and how a height is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.domain.figures import counted, figure
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Number

pytestmark = pytest.mark.model


def figures(analyser: Analyser, text: str) -> list[Number]:
    return list(analyser.analyse(make_document(text)).numbers)


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("The court set a fine of £2,500.", "money", "fine"),
        ("The firm bought a 30-acre depot.", "quantity", "depot"),
        ("She signed a $96 million deal.", "money", "deal"),
        ("The bay is 90 feet deep.", "quantity", "bay"),
        ("The mayor built a wall on 12 acres.", "quantity", None),
        ("At least 63 people died.", "count", "dead"),
        ("The wave killed 71 people.", "count", "dead"),
        ("The wave could kill 71 people.", "count", None),
        ("The wave of 1952 killed 71 people. Since 2010 it is calm.", "count", None),
        ("The crash left 14 people injured.", "count", "injured"),
        ("The council voted to raise the fare by 2 dollars.", "money", "fare"),
        ("The mint cut its levy by 3 dollars to a low of 9 dollars.", "money", "levy"),
        ("The company cut costs by 12 percent.", "percent", "costs"),
        ("Profits rose 12 percent.", "percent", "Profits"),
        ("The storm has killed 2,145 in the valley.", "count", "dead"),
        ("The storm could kill 3,338 in the valley.", "count", None),
        ("She left a fortune valued at $30 million.", "money", "fortune"),
        ("The state sent a 3,000-strong force.", "count", "force"),
        ("Divers found a 900 kilogram bomb.", "quantity", "bomb"),
        ("The number of rebel soldiers killed is now three.", "count", "dead"),
        ("The airline said on-time performance rose 5 percent.", "percent", "on-time performance"),
        ("They came home from a two-month-long expedition.", "duration", "expedition"),
        ("The firm improved its after-tax earnings by 5 percent.", "percent", "after-tax earnings"),
        ("Driver Reed was among six of the 15 on board.", "count", None),
        ("Eleven guards killed a rebel.", "count", None),
        ("A tremor registering 4.3 on the Richter scale woke the town.", "count", "magnitude"),
        ("A 5.2-magnitude tremor woke the town.", "count", "magnitude"),
        ("Norrland is raising its lowest fare to $9 per trip.", "money", "lowest fare"),
        ("The council voted to raise it by 2 dollars.", "money", None),
        ("Brae regrets the decision to downgrade its embassy staff by 50 percent.", "percent", "embassy staff"),
        ("The guild set official prices averaging 18 dollars a barrel.", "money", "official prices"),
        ("The survey of the board says there is a 40 per cent risk of a flood.", "percent", None),
        ("The Orr group, which holds a 17 percent share of it, agreed.", "percent", "Orr group"),
        ("They play in a hall of the town, which seats 2,000 when full.", "count", None),
    ],
)
def test_a_figure_is_of_what_the_words_beside_it_say(
    analyser: Analyser, text: str, kind: str, about: str | None
) -> None:
    number = next(n for n in figures(analyser, text) if n.kind == kind)
    assert number.about == about


@pytest.mark.parametrize(
    "text",
    ["They won the best of three series.", "They lost the best-of-five series.", "It made the top 10 of her list."],
)
def test_a_noun_that_is_not_counted_is_not_given(analyser: Analyser, text: str) -> None:
    assert [n.counts for n in figures(analyser, text)] == [None]


def test_a_conversion_in_brackets_is_of_the_same_thing(analyser: Analyser) -> None:
    found = figures(analyser, "The court set a fine of 7,500 francs (about $8,800).")
    assert [n.about for n in found] == ["fine", "fine"]


def test_two_tolls_of_one_event_say_what_befell_whom(analyser: Analyser) -> None:
    found = figures(
        analyser, "The wave killed 71 people, police said. Doctors counted 58 people dead. About 300 people were hurt."
    )
    assert [counted(n) for n in found] == ["people dead", "people dead", "people injured"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 20 people and wounded 18.", ["people dead", "people injured"]),
        ("Eight people were killed and around 120 injured.", ["people dead", "people injured"]),
        ("The shelling left 70 civilians dead and 130 wounded.", ["civilians dead", "civilians injured"]),
        ("In the raid, 30 were killed and dozens injured.", ["dead", "injured"]),
        ("The storm left nine dead and many families homeless.", ["dead"]),
        ("The fire ruined 30 barns and killed 12.", ["barns", "dead"]),
        ("Twelve died in Tarn and nine in Wexley.", ["dead", "dead"]),
        ("Eight people drowned in the bay, two in the river.", ["people dead", "people dead"]),
        ("Two died and three in Tarn were hurt.", ["dead", ""]),
        ("Thirty are dead.", ["dead"]),
        ("Twelve could die in Tarn and nine in Wexley.", ["", ""]),
    ],
)
def test_each_toll_of_a_sentence_keeps_its_own_fate(analyser: Analyser, text: str, expected: list[str]) -> None:
    assert [counted(n) for n in figures(analyser, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The barge carried 12 clerks. Ada was among seven of the 12 aboard.", ["clerks", "clerks", "clerks"]),
        ("Four weavers were held. The four denied it.", ["weavers", "weavers"]),
        ("It rained for three hours. The three went home.", [None, None]),
        ("The mayor bought two bags and met Lowe and Orr. The two shook hands.", ["bags", None]),
    ],
)
def test_those_so_many_are_what_so_many_were_shortly_before(
    analyser: Analyser, text: str, expected: list[str | None]
) -> None:
    assert [n.counts for n in figures(analyser, text)] == expected


def test_a_height_is_shown_as_it_was_said(analyser: Analyser) -> None:
    (number,) = figures(analyser, "The guard is 6 feet 8 inches tall.")
    assert (number.value, figure(number)) == (pytest.approx(6.666667), "6 feet 8 inches")
