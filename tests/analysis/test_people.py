"""People: found, merged and never confused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one, places

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Analysis

pytestmark = pytest.mark.model


def test_a_surname_and_a_title_belong_to_the_full_name(analyser: Analyser) -> None:
    text = (
        "Harbour Minister Ingrid Solberg opened the new pier on Monday. Solberg said the pier had cost too much. "
        "Mrs. Solberg, 61, will leave office in May."
    )
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Ingrid Solberg"]
    assert places(found.people[0], text) == ["Ingrid Solberg", "Solberg", "Solberg"]


def test_two_people_of_one_surname_stay_two(analyser: Analyser) -> None:
    text = (
        "Peter Lindqvist and his sister Karin Lindqvist run the ferry. The county wrote to both in June. "
        "Nothing has come of it so far, and the ferry runs twice a day in the summer. People on the island have "
        "got used to waiting for it, and so have their guests from the town. The letter was sent to Lindqvist."
    )
    names = [p.name for p in entities_of(analyser, text).people]
    assert "Peter Lindqvist" in names
    assert "Karin Lindqvist" in names
    assert "Lindqvist" in names  # open rather than guessed


def test_a_shared_surname_is_whose_full_name_stands_just_before(analyser: Analyser) -> None:
    filler = "The harbour was closed for the whole of the winter and no boat went out of it to fish. " * 4
    text = f"Peter Lindqvist runs the ferry. {filler}Karin Lindqvist owns the mill. Lindqvist bought it in May."
    found = entities_of(analyser, text)
    assert places(one(found.people, "Karin Lindqvist"), text) == ["Karin Lindqvist", "Lindqvist"]


def test_accents_initials_and_short_names_are_one_person(analyser: Analyser) -> None:
    text = (
        "José Quiroga met the press. Jose Quiroga looked tired. Thomas R. Ashworth asked first; Tom Ashworth asked "
        "again. Thomas Ashworth then left."
    )
    names = [p.name for p in entities_of(analyser, text).people]
    assert len(names) == 2
    assert names[1] == "Thomas R. Ashworth"


def test_a_title_of_office_is_no_organisation_and_no_part_of_the_name(analyser: Analyser) -> None:
    text = "Secretary of State Maria Okonjo flew to Lisbon. Defence Secretary Alan Pryce stayed at home."
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Maria Okonjo", "Alan Pryce"]
    assert "State" not in [o.name for o in found.organisations]


def test_possessives_and_hyphens_and_particles(analyser: Analyser) -> None:
    text = "Anne-Marie van der Velde's plan failed. Van der Velde blamed Abdul al-Rashid’s brother."
    found = entities_of(analyser, text)
    velde = one(found.people, "Anne-Marie van der Velde")
    assert places(velde, text)[0] == "Anne-Marie van der Velde"
    assert "al-Rashid" in " ".join(p.name for p in found.people)
    assert all("’" not in p.name and "'" not in p.name for p in found.people)


def test_a_given_name_with_a_hyphen_is_whole(analyser: Analyser) -> None:
    text = "The vote went to Chan Siu-ming of the harbour board. Chan Siu-ming thanked the voters."
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Chan Siu-ming"]


def test_party_and_state_behind_a_name_are_no_names(analyser: Analyser) -> None:
    text = "Sen. Paula Whitcombe, R-Ohio, voted against it. Rep. Dan Oakes (D-Va.) voted for it."
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Paula Whitcombe", "Dan Oakes"]
    assert found.organisations == []


def test_hashtags_and_handles_are_no_names(analyser: Analyser) -> None:
    text = "Paula Whitcombe wrote on Monday that #SaveThePier was trending, and thanked @HarbourWatch for it."
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Paula Whitcombe"]
    assert found.organisations == []


def test_a_family_is_no_person_and_no_organisation(analyser: Analyser) -> None:
    text = "Paula Whitcombe sold the mill. The Whitcombes had owned it for a century."
    found = entities_of(analyser, text)
    assert [e.name for e in found.all()] == ["Paula Whitcombe"]


def test_a_nickname_in_marks_is_part_of_the_name(analyser: Analyser) -> None:
    text = "Robert “Buster” Halloran won the race. Robert Halloran is 24."
    assert [p.name for p in entities_of(analyser, text).people] == ["Robert “Buster” Halloran"]


def test_the_photographer_and_the_agency_of_a_credit(analyser: Analyser) -> None:
    text = "A trawler leaves the port of Esbjerg, May 3, 2021. REUTERS/Birgit Holm\n\nThe fleet is shrinking."
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Birgit Holm"]
    assert [o.name for o in found.organisations] == ["REUTERS"]


def test_the_people_of_the_bundled_article_are_each_there_once(seed_analysis: Analysis) -> None:
    assert sorted(p.name for p in seed_analysis.people) == [
        "Adolf Hitler", "Alejandro Mayorkas", "Alicia Barcena", "Andres Manuel Lopez Obrador", "Andrew Rudman",
        "Antony Blinken", "Donald Trump", "Joe Biden", "Ken Salazar", "Luis Garcia Villagran",
    ]  # fmt: skip


@pytest.mark.parametrize("headline", ["Peter Brandt Won Big Among Mill Workers.", "Brandt Mill Jet Found In Molde."])
def test_a_headline_in_title_case_names_who_the_text_names(analyser: Analyser, headline: str) -> None:
    text = f"{headline}\n\nPeter Brandt sold the mill in Molde on Monday. Brandt is 60 years old and lives in town.\n"
    found = entities_of(analyser, text)
    assert [e.name for e in found.all()] == ["Peter Brandt"]


def test_a_headline_in_capitals_names_who_the_text_names(analyser: Analyser) -> None:
    text = (
        "WHITCOMBE WINS HARBOUR RACE\n\n"
        "Paula Whitcombe won the race for the harbour board on Tuesday. Whitcombe thanked her voters.\n"
    )
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Paula Whitcombe"]
    assert places(found.people[0], text) == ["WHITCOMBE", "Paula Whitcombe", "Whitcombe"]
    assert found.organisations == []


def test_a_title_decides_between_two_of_one_surname(analyser: Analyser) -> None:
    text = (
        "Mayor Rask vows to rebuild pier\n\n"
        "Mayor Helen Rask toured the ruined pier on Tuesday with her husband, Carl Rask, a retired fisherman. "
        "“We will rebuild it,” Mayor Rask said. Residents cheered. Rask promised more money. Mr Rask held the umbrella."
    )
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Helen Rask", "Carl Rask"]
    assert places(found.people[0], text) == ["Rask", "Helen Rask", "Rask", "Rask"]
    assert places(found.people[1], text) == ["Carl Rask", "Rask"]


def test_an_abbreviated_title_and_an_office_named_behind_the_name_decide_as_well(analyser: Analyser) -> None:
    text = (
        "Anne Keller, a professor of law, and her brother, Jonas Keller, a dentist, bought the farm in May. The county "
        "wrote to both of them in the autumn, and nobody answered for a month. Prof. Keller then paid the tax."
    )
    found = entities_of(analyser, text)
    assert places(one(found.people, "Anne Keller"), text) == ["Anne Keller", "Keller"]


def test_a_title_that_neither_has_been_given_leaves_the_surname_open(analyser: Analyser) -> None:
    text = "Thomas Lowe, a miller, and Anna Lowe, a teacher, met on Friday. Judge Lowe sent them home."
    found = entities_of(analyser, text)
    assert places(one(found.people, "Thomas Lowe"), text) == ["Thomas Lowe"]
    assert places(one(found.people, "Anna Lowe"), text) == ["Anna Lowe"]
    assert places(one(found.people, "Lowe"), text) == ["Lowe"]


def test_gender_decides_between_two_of_one_surname(analyser: Analyser) -> None:
    text = (
        "Thomas Lowe and Anna Lowe ran the mill. The county wrote to both. Mrs Lowe refused to sell. Mr Lowe signed. "
        "The sale was over by noon, and the two left. Lowe said she would never come back."
    )
    found = entities_of(analyser, text)
    assert places(one(found.people, "Thomas Lowe"), text) == ["Thomas Lowe", "Lowe"]
    assert places(one(found.people, "Anna Lowe"), text) == ["Anna Lowe", "Lowe", "Lowe"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("“It shook,” said one resident, who gave only her first name, Petra. Petra left.", "Petra", "resident"),
        ("A driver identified only as Marko was hurt. Marko left.", "Marko", "driver"),
        ("A 34-year-old teacher who asked to be called Bix sang.", "Bix", "teacher"),
        ("A retired miner (who gave his name as Tom Harrow) stood by.", "Tom Harrow", "retired miner"),
        (
            "A fisherman, who asked to be identified only by his first name, Ola, said that the boat was lost.",
            "Ola",
            "fisherman",
        ),
    ],
)
def test_who_is_described_and_then_named_is_one_person(analyser: Analyser, text: str, name: str, role: str) -> None:
    found = entities_of(analyser, text)
    assert one(found.people, name).roles == [role]
    assert found.unnamed == []


def test_a_name_that_is_given_to_nobody_names_nobody(analyser: Analyser) -> None:
    text = "The man asked to be called as a witness on Monday. A woman who declined to give her name told Reuters so."
    assert entities_of(analyser, text).people == []


def test_dean_behind_a_title_is_a_first_name(analyser: Analyser) -> None:
    text = "Senator Dean Whitlock won the case. Rep. Earl Tandy lost."
    assert [p.name for p in entities_of(analyser, text).people] == ["Dean Whitlock", "Earl Tandy"]


def test_a_knight_is_not_called_mr(analyser: Analyser) -> None:
    text = (
        "Business Secretary Tom Reeve met the dockers. Sir Alan Reeve, a former banker, told him to stay out of it. "
        "Mr Reeve told the committee that he was sorry."
    )
    assert places(one(entities_of(analyser, text).people, "Tom Reeve"), text) == ["Tom Reeve", "Reeve"]


def test_a_relative_in_a_headline_is_one_more_person(analyser: Analyser) -> None:
    text = "Senator Whitlock, wife win court case over farm\n\nSenator Ian Whitlock won a court case on Friday."
    assert one(entities_of(analyser, text).people, "Ian Whitlock").roles == ["Senator"]
