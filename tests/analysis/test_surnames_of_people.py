"""Surnames: whose they are where an article, a possessive or a hyphen makes them look like something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one, places

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

pytestmark = pytest.mark.model


def organisations(analyser: Analyser, text: str) -> list[str]:
    return [o.name for o in entities_of(analyser, text).organisations]


def test_an_administration_is_called_by_the_surname_of_a_person(analyser: Analyser) -> None:
    text = (
        "Critics of the Tarrow administration met on Monday. Two years ago President Helen Tarrow took office. "
        "The Tarrow spokesman did not answer, and a Tarrow vaccine rule was struck down. The Tarrow solicitor lost too."
    )
    found = entities_of(analyser, text)
    assert places(one(found.people, "Helen Tarrow"), text).count("Tarrow") == 4
    assert organisations(analyser, text) == []


def test_a_surname_is_a_firm_where_the_text_names_the_firm(analyser: Analyser) -> None:
    text = (
        "Brannock Motors is to close two plants. Tom Brannock founded the firm in 1931. The Brannock shares fell, a "
        "Brannock spokesman said, and Brannock's employees were sent home. Analysts at Brannock had warned of it."
    )
    assert organisations(analyser, text) == ["Brannock Motors"]
    assert places(one(entities_of(analyser, text).people, "Tom Brannock"), text) == ["Tom Brannock"]


def test_two_surnames_with_a_hyphen_are_no_third_person(analyser: Analyser) -> None:
    text = (
        "Justice Victor Marek asked first. Solicitor General Nora Delgado answered him at once. It was one more "
        "Marek-Delgado duel, and not all Marek-Delgado matchups end with divisions. Delgado said the law was clear."
    )
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Victor Marek", "Nora Delgado"]
    assert places(one(found.people, "Nora Delgado"), text) == ["Nora Delgado", "Delgado"]


def test_a_double_surname_of_one_person_stays_whole(analyser: Analyser) -> None:
    text = "Ann Halloway-Pryce met Victor Halloway and Nora Pryce on Friday. Halloway-Pryce said that she was pleased."
    found = entities_of(analyser, text)
    assert places(one(found.people, "Ann Halloway-Pryce"), text) == ["Ann Halloway-Pryce", "Halloway-Pryce"]


def test_differing_middle_initials_keep_people_apart(analyser: Analyser) -> None:
    text = (
        "President Edward H.W. Marlow signed the treaty. His son, President Edward W. Marlow, gave it up. "
        "A grandson, Edward Walter Marlow, wrote of Edward W. Marlow in a book."
    )
    names = [p.name for p in entities_of(analyser, text).people]
    assert "Edward H.W. Marlow" in names
    assert len(names) == 2


def test_peoples_are_no_organisations(analyser: Analyser) -> None:
    text = (
        "A Danish judge heard the case. The Danish prosecutor asked first, and a Danish lawyer answered. "
        "An Ecuadorian official was late; the Ecuadorian diplomats and the Ecuadorian officials went home. "
        "The Ecuadorian embassy was shut, said an Ecuadorian guard."
    )
    assert organisations(analyser, text) == []


def test_a_name_never_holds_a_bracket(analyser: Analyser) -> None:
    text = "Oscar Lindgren met the guard. “She meant to ask Oscar [Lindgren] about the key,” he said."
    found = entities_of(analyser, text)
    assert [p.name for p in found.people if "Oscar" in p.name] == ["Oscar Lindgren"]


def test_a_role_is_not_cut_at_its_hyphen(analyser: Analyser) -> None:
    text = "Once the guild's hand-picked mayoral candidate, Martin Oakes, had won, the tax was dropped."
    assert one(entities_of(analyser, text).people, "Martin Oakes").roles == ["hand-picked mayoral candidate"]


def test_what_somebody_owns_is_not_called_by_both_names(analyser: Analyser) -> None:
    text = (
        "Victor Delgado built Harrow Mills in 1990. A spokesman for Delgado's Mills said nothing. The contract between "
        "Delgado and Harrow Mills was signed in May, and the guards of Delgado's Harrow Mills were paid by it."
    )
    found = entities_of(analyser, text)
    assert places(one(found.people, "Victor Delgado"), text).count("Delgado") == 3
    assert not [o.name for o in found.organisations if "Delgado" in o.name]


def test_a_firm_of_two_founders_keeps_both_names(analyser: Analyser) -> None:
    text = "Victor Delgado and Nora Marek founded Delgado and Marek in 1990. Delgado and Marek shares rose by a tenth."
    assert [p.name for p in entities_of(analyser, text).people] == ["Victor Delgado", "Nora Marek"]
