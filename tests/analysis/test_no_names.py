"""Capitalised words that name nobody: what people call one another by, peoples, directions, offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one, places

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

pytestmark = pytest.mark.model


def who(analyser: Analyser, text: str) -> tuple[list[str], list[str]]:
    """The names of the people and of the organisations of a text."""
    found = entities_of(analyser, text)
    return [p.name for p in found.people], [o.name for o in found.organisations]


def test_what_people_call_one_another_by_names_nobody(analyser: Analyser) -> None:
    text = (
        "“You never told me,” Mum said. Mum put the kettle on and Dad looked away.\n\n"
        "“Steady on, Gaffer,” said Colin Dray, the striker. The Gaffer laughed.\n\n"
        "“Where is Baba?” the girl asked. Mama wept. My Nana kept bees, and Grandad Ted Farrow kept pigeons.\n\n"
        "“Come here, Darling,” she said. Darling did not come."
    )
    assert who(analyser, text) == (["Colin Dray", "Ted Farrow"], [])


def test_a_word_of_address_that_is_somebodys_surname_is_theirs(analyser: Analyser) -> None:
    text = "Rupert Darling told the committee that he had known. Darling was treasurer then."
    darling = one(entities_of(analyser, text).people, "Rupert Darling")
    assert places(darling, text) == ["Rupert Darling", "Darling"]
