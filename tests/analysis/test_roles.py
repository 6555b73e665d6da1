"""What the text says people are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Analysis

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Finnish Prime Minister Aino Koskela resigned.", "Aino Koskela", "Finnish Prime Minister"),
        ("Aino Koskela, director of the Polar Institute, resigned.", "Aino Koskela", "director of the Polar Institute"),
        ("Activist and fisherman Ole Brandt was arrested.", "Ole Brandt", "Activist and fisherman"),
        ("The U.S. Ambassador to Norway Paul Reiner left.", "Paul Reiner", "U.S. Ambassador to Norway"),
        ("Ole Brandt, 54, a ferry captain from Molde, was arrested.", "Ole Brandt", "ferry captain from Molde"),
        ("Ole Brandt is a lawyer. He lives in Molde.", "Ole Brandt", "lawyer"),
        ("Her predecessor Ole Brandt had refused to sign.", "Ole Brandt", "predecessor"),
        ("Managing Director Ole Brandt said so.", "Ole Brandt", "Managing Director"),
        ("Ole Brandt, a retired butcher, died on Friday.", "Ole Brandt", "retired butcher"),
        ("Retired butcher Ole Brandt died on Friday.", "Ole Brandt", "Retired butcher"),
        ("The king named Ole Brandt as interior minister on Monday.", "Ole Brandt", "interior minister"),
        ("Ole Brandt was appointed ambassador to Norway in May.", "Ole Brandt", "ambassador to Norway"),
        ("Aino Koskela, a vegetable seller in Molde, agreed.", "Aino Koskela", "vegetable seller in Molde"),
        ("His South Korean counterpart, Ole Brandt, agreed.", "Ole Brandt", "South Korean counterpart"),
        ("Her barrister, Aino Koskela KC, agreed.", "Aino Koskela", "barrister"),
        ("Det Insp Ole Brandt praised the witnesses.", "Ole Brandt", "Detective Inspector"),
    ],
)
def test_a_role_is_read_where_it_stands(analyser: Analyser, text: str, name: str, role: str) -> None:
    assert role in one(entities_of(analyser, text).people, name).roles


def test_who_speaks_for_somebody_is_not_that_somebody(analyser: Analyser) -> None:
    text = "A spokeswoman for Ole Brandt refused to comment. Ole Brandt left."
    assert one(entities_of(analyser, text).people, "Ole Brandt").roles == []


def test_what_an_organisation_is(analyser: Analyser) -> None:
    text = "Brantwell Ltd., a maker of fishing nets, closed its mill. Nordbank is a bank in Bergen."
    found = entities_of(analyser, text)
    assert one(found.organisations, "Brantwell Ltd.").roles == ["maker of fishing nets"]


def test_an_honorific_is_no_role(analyser: Analyser) -> None:
    assert one(entities_of(analyser, "Mr. Ole Brandt paid. Dr. Ole Brandt slept.").people, "Ole Brandt").roles == []


def test_the_most_specific_role_comes_first(analyser: Analyser) -> None:
    text = "Minister Aino Koskela spoke. Aino Koskela, minister of fisheries and coastal affairs, spoke again."
    assert one(entities_of(analyser, text).people, "Aino Koskela").roles[0].startswith("minister of fisheries")


def test_a_description_that_stands_for_somebody_is_one_of_their_roles(seed_analysis: Analysis) -> None:
    (obrador,) = [p for p in seed_analysis.people if p.name == "Andres Manuel Lopez Obrador"]
    assert obrador.roles == ("Mexican President", "left-wing leader")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ole Brandt, a dock worker for 22 years and no relation to the owner, was angry.", "dock worker"),
        ("Ole Brandt, a teacher of more than a decade, quit.", "teacher"),
        ("Ole Brandt, a nurse at Ullevaal Hospital since 2004 and not a doctor, wept.", "nurse at Ullevaal Hospital"),
        ("The fisherman, who had lost his boat, Ole Brandt, wept.", None),
    ],
)
def test_a_role_ends_where_something_else_is_said(analyser: Analyser, text: str, role: str | None) -> None:
    roles = one(entities_of(analyser, text).people, "Ole Brandt").roles
    assert roles == [role] if role else all("who" not in r for r in roles)


def test_what_is_said_of_somebody_in_a_quote_is_no_role(analyser: Analyser) -> None:
    text = "Keith Moe left. “Keith Moe is a good man,” said Nora Berg."
    assert one(entities_of(analyser, text).people, "Keith Moe").roles == []


def test_the_former_director_is_not_the_director(analyser: Analyser) -> None:
    text = (
        "Nora Berg, the director of the museum, apologised on Monday. She has run it since May. The former director "
        "said that the roof had been known to leak."
    )
    found = entities_of(analyser, text)
    assert one(found.people, "Nora Berg").roles == ["director of the museum"]
    assert [e.name for e in found.unnamed] == ["former director"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Gov. Ruth Abbot signed the law.", "Ruth Abbot", "Governor"),
        ("Lt. Gov. Dan Price waved.", "Dan Price", "Lieutenant Governor"),
        ("Sen. Paul Reiner refused.", "Paul Reiner", "Senator"),
        ("It was led by Sgt. Kim Osgood.", "Kim Osgood", "Sergeant"),
        ("Lt. Kim Osgood of the Dunmore Police Department said so.", "Kim Osgood", "Lieutenant"),
    ],
)
def test_an_abbreviated_title_is_written_out(analyser: Analyser, text: str, name: str, role: str) -> None:
    assert one(entities_of(analyser, text).people, name).roles == [role]


def test_the_title_of_several_is_the_role_of_none(analyser: Analyser) -> None:
    text = "Sens. Ruth Abbot and Paul Reiner met."
    assert all(person.roles == [] for person in entities_of(analyser, text).people)
