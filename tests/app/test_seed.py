"""The bundled article in the app, as the analysis finds it: everybody, every quotation, the figures; each in view."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from test_reader_keys import reader, walk_all

from tui.ui import rows

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot

    from tui.domain.findings import Analysis
    from tui.domain.text import Document

pytestmark = pytest.mark.model

PEOPLE = (
    "Antony Blinken",
    "Joe Biden",
    "Ken Salazar",
    "Andres Manuel Lopez Obrador",
    "Alejandro Mayorkas",
    "Luis Garcia Villagran",
    "Alicia Barcena",
    "Donald Trump",
    "Adolf Hitler",
    "Andrew Rudman",
)
QUOTATIONS = (
    "important agreements have been reached",
    "We’ve been really impressed",
    "never draw conclusions",
    "Nobody will stop migration",
    "very helpful",
    "People are leaving their cities",
    "Nobody is going to stop migration",
    "currency",
    "A budget of several billion dollars",
    "a priority for us",
    "excellent",
    "poisoning the blood of our country",
    "short-term solution",
    "The Biden administration, for domestic",
    "There is no magic wand",
)


def shown(pilot: Pilot[None], kind: str) -> list[str]:
    """The rows of a pane, each as one text."""
    screen = reader(pilot)
    return [
        " ".join("".join(words for words, _ in line) for line in rows.row(item, screen.document, 80))
        for item in screen.pane(kind).items
    ]


async def test_all_ten_people_are_there_and_nobody_twice(
    reading: Reading, seed: Document, seed_analysis: Analysis
) -> None:
    async with reading(document=seed, analysis=seed_analysis) as pilot:
        found = shown(pilot, "people")
        assert {name: sum(row.startswith(name) for row in found) for name in PEOPLE} == dict.fromkeys(PEOPLE, 1)
        surnames = Counter(person.name.split()[-1] for person in seed_analysis.people)
        assert surnames.most_common(1)[0][1] == 1


async def test_every_quotation_is_there(reading: Reading, seed: Document, seed_analysis: Analysis) -> None:
    async with reading(document=seed, analysis=seed_analysis) as pilot:
        found = shown(pilot, "quotes")
        assert [words for words in QUOTATIONS if sum(f"“{words}" in row for row in found) != 1] == []


async def test_agents_and_people_a_day_are_there(reading: Reading, seed: Document, seed_analysis: Analysis) -> None:
    async with reading(document=seed, analysis=seed_analysis) as pilot:
        found = shown(pilot, "numbers")
        assert sum(row.startswith("1,300") and "agents" in row for row in found) == 1
        assert sum(row.startswith("≈ 10,000 / day") and "people" in row for row in found) == 1


@pytest.mark.parametrize("size", [(80, 24)])
async def test_every_item_of_every_pane_comes_into_view_highlighted(
    reading: Reading, seed: Document, seed_analysis: Analysis, size: tuple[int, int]
) -> None:
    async with reading(*size, document=seed, analysis=seed_analysis) as pilot:
        await pilot.press("r")
        await walk_all(pilot)
