"""Roles are told whole, with what they are "of" and "for", wherever they stand; one parse for all of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one

if TYPE_CHECKING:
    from tui.analysis.entities import Entities
    from tui.analysis.pipeline import Analyser

pytestmark = pytest.mark.model

ROLES = (
    ("Labor's Member for Mirrabong, Denise Tulley, said the road was unsafe.", "Denise Tulley", "Member for Mirrabong"),
    (
        "Shadow minister for housing, water and the arts Colin Baines said the plan had failed.",
        "Colin Baines",
        "Shadow minister for housing, water and the arts",
    ),
    (
        "Rita Osgood, shadow minister for mines, ports and fishing, walked out.",
        "Rita Osgood",
        "shadow minister for mines, ports and fishing",
    ),
    (
        "The federal member for Corangar, Liberal MP Vera Stubbs, said she would vote against it.",
        "Vera Stubbs",
        "federal member for Corangar",
    ),
    ("The UN special rapporteur on torture, Nils Aaberg, visited.", "Nils Aaberg", "UN special rapporteur on torture"),
    (
        "Head gardener with the Tellbury Parks Trust Ian Rickard told us of the frost.",
        "Ian Rickard",
        "Head gardener with the Tellbury Parks Trust",
    ),
    (
        "The press aide to regional commissioner Haji Amin, Karim Shah, blamed the tide.",
        "Karim Shah",
        "press aide to regional commissioner Haji Amin",
    ),
    ("The New Caldonia Premier, Dana Kirkby, and her treasurer were there.", "Dana Kirkby", "New Caldonia Premier"),
    (
        "Tom Ellwood, who is vice-president for research at Thornbury University, was not told.",
        "Tom Ellwood",
        "vice-president for research at Thornbury University",
    ),
    (
        "Senator Olive Prentice, chair of the Senate committee on banking, spoke first.",
        "Olive Prentice",
        "chair of the Senate committee on banking",
    ),
    ("Two-time winner Petra Novotna and fourth seed Mika Salonen withdrew.", "Mika Salonen", "fourth seed"),
    ("The players shook hands with umpire Col Rudd.", "Col Rudd", "umpire"),
)


@pytest.fixture(scope="module")
def found(analyser: Analyser) -> Entities:
    return entities_of(analyser, "\n\n".join(text for text, _, _ in ROLES))


@pytest.mark.parametrize(("name", "role"), [row[1:] for row in ROLES], ids=[row[1] for row in ROLES])
def test_a_role_is_told_whole(found: Entities, name: str, role: str) -> None:
    assert role in one(found.people, name).roles


def test_a_name_is_nobodys_role(found: Entities) -> None:
    assert one(found.people, "Haji Amin").roles == ["regional commissioner"]


def test_the_nearer_office_is_the_one_of_the_name(analyser: Analyser) -> None:
    text = (
        "An adviser to Mr Belling said so. A spokesman for the mayor Ida Belling did not answer.\n\n"
        "She met the president, Otto Weir said. A farmer, two clerks and a nurse, Bea Yarrow, came too."
    )
    people = entities_of(analyser, text).people
    assert one(people, "Ida Belling").roles == ["mayor"]
    assert one(people, "Otto Weir").roles == []
