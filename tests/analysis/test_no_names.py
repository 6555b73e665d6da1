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


def test_one_of_a_people_behind_an_article_is_no_organisation(analyser: Analyser) -> None:
    text = (
        "The Dane won the stage ahead of a Swede. “I am happy,” the Dane said. The Norwegian fell, and the Finn, "
        "a former skater, was third."
    )
    assert who(analyser, text) == ([], [])


def test_a_surname_that_is_also_a_people_is_its_bearers(analyser: Analyser) -> None:
    text = "Ruben Finn is a cook. The Finn restaurant opened in May. Finn said that it was full."
    assert places(one(entities_of(analyser, text).people, "Ruben Finn"), text)[-1] == "Finn"


def test_which_behind_a_name_says_that_it_is_nobody(analyser: Analyser) -> None:
    text = (
        "Brannoch, which supplies the yards with rope, will cut 40 jobs. Kelder Wire, which makes fencing, will not. "
        "Kelder Wire was founded in 1903. They flew to Ostmere, which sold its harbour."
    )
    assert who(analyser, text) == ([], ["Brannoch", "Kelder Wire"])


def test_which_behind_a_sentence_says_nothing_of_the_name_before_it(analyser: Analyser) -> None:
    text = "Nora Penhallow lost to Ada Lisk, which surprised everybody. Lisk had never won. She smiled at Penhallow."
    assert who(analyser, text) == (["Nora Penhallow", "Ada Lisk"], [])
