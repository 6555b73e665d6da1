"""Figures that cannot both hold are marked, and no others: what is said of two things, days, parts or plans is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.domain.disagreeing import disagreements
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser


def at_odds(analyser: Analyser, text: str) -> list[list[object]]:
    document = make_document(text, "article.txt")
    return [[n.value for n in group] for group in disagreements(analyser.analyse(document).numbers, document)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The wave killed 71 people, police said. Doctors counted 58 people dead.", [71, 58]),
        (
            "Twelve people were killed when the ferry sank off Ostby, police said.\n\n"
            "The owner of the ferry said that 15 people were killed.",
            [12, 15],
        ),
        (
            "The firm has 340 full-time employees, its website says.\n\nThe union counts 290 full-time employees.",
            [340, 290],
        ),
        (
            "Mayor Ines Tallow said the fire destroyed 14 family homes.\n\n"
            "A fire chief, Paul Venn, said 22 family homes were destroyed.",
            [14, 22],
        ),
        ("Jane Tallow, 34, has run the mill since May.\n\nThe owner, Jane Tallow, 35, lives beside it.", [34, 35]),
        (
            "The town signed a $4.2 million drainage contract with Venn Brothers.\n\n"
            "Venn Brothers built nothing for its $4.8 million drainage contract.",
            [4_200_000, 4_800_000],
        ),
        ("Police said 12 people died in the fire, while the hospital said 14 people died.", [12, 14]),
        (
            "30 people killed in Ostby storm\n\nThe storm killed 41 people in the harbour town on Friday.",
            [30, 41],
        ),
        (
            "The quarry path is 12 kilometers long.\n\nA sign says that the quarry path is 15 kilometers long.",
            [12, 15],
        ),
    ],
)  # fmt: skip
def test_figures_of_one_thing_that_exclude_each_other_are_found(
    analyser: Analyser, text: str, values: list[object]
) -> None:
    assert at_odds(analyser, text) == [values]


@pytest.mark.parametrize(
    "text",
    [
        "A raid killed 14 people on Saturday.\n\nAnother 10 people were killed on Sunday.",
        "A raid killed 14 people on Saturday.\n\nA bomb killed 10 people on Monday.",
        "Two people were killed in the Ostby floods.\n\nThe floods killed 9 people in Tarn and Wexley.",
        "He won six of the ten mountain stages. Each of the ten mountain stages was new.",
        "He won in eight of the nation's ten biggest ports.",
        "The floods left 100 villagers dead. The first night of rain left 40 villagers dead.",
        "The mill had previously employed 300 skilled weavers. It employs 120 skilled weavers.",
        "The mill employs 120 skilled weavers. It is expected to employ 200 skilled weavers.",
        "The mill employs 120 skilled weavers. That is up from 90 skilled weavers.",
        "The number of skilled weavers rose to 120 skilled weavers. Tarn has 90 skilled weavers.",
        "More than 50 rescue workers came. About 60 rescue workers were there at noon.",
        "It was one test drive out of three, or six test drives.",
        "Tarn Mill employs 120 skilled weavers. Venn Brothers employ 300 skilled weavers.",
        "The group bought 33 percent of the voting rights. Investors hold 49 percent of the voting rights.",
        "Jane Tallow, 34, and her son Piet Tallow, 12, were there. Tallow, 34, sang.",
        "The bay has 12 fishing boats. In 1990 it had 48 fishing boats. In 1970 it had 96 fishing boats.",
        "The judge read four new charges, two of which were dropped. Two new charges were kept.",
        "The team won by 12 penalty points. It had 300 penalty points in all.",
    ],
)
def test_figures_that_something_tells_apart_are_not(analyser: Analyser, text: str) -> None:
    assert at_odds(analyser, text) == []
