"""Organisations: told from places, people and things, and merged with their short forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one, places

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Analysis

pytestmark = pytest.mark.model


def organisations(analyser: Analyser, text: str) -> list[str]:
    return [o.name for o in entities_of(analyser, text).organisations]


def test_an_acronym_in_brackets_is_bound_to_its_expansion(analyser: Analyser) -> None:
    text = "The Northern Association of Lighthouse Keepers (NALK) met on Friday. NALK wants more pay."
    found = entities_of(analyser, text)
    union = one(found.organisations, "Northern Association of Lighthouse Keepers")
    assert places(union, text)[-1] == "NALK"


def test_an_acronym_of_a_programme_is_no_organisation(analyser: Analyser) -> None:
    text = "The bank may widen its Harbour Purchase Programme (HPP). The HPP was meant to end in May."
    assert "HPP" not in organisations(analyser, text)


def test_places_are_no_organisations(analyser: Analyser) -> None:
    text = "The US and Mexico agreed in Vienna. The talks between Norway and the United States went on in Cape Town."
    assert organisations(analyser, text) == []


def test_a_place_is_a_team_in_the_report_of_a_match_only(analyser: Analyser) -> None:
    match = (
        "Norway beat Iceland 3-1 in the second match of the season. The striker scored two goals before halftime, and "
        "the goalkeeper saved a penalty. Norway lead the league. The coach praised his defenders. The match was played "
        "in Sweden."
    )
    found = organisations(analyser, match)
    assert "Norway" in found
    assert "Iceland" in found
    assert "Sweden" not in found
    assert organisations(analyser, "Norway and Iceland signed the treaty. Norway will pay for it.") == []


def test_and_joins_what_only_together_is_an_organisation(analyser: Analyser) -> None:
    text = "The Fish and Wildlife Commission met on Monday. The Senate and Wildlife Commission members disagreed."
    assert "Fish and Wildlife Commission" in organisations(analyser, text)


def test_a_head_alone_points_to_the_organisation_named_before(analyser: Analyser) -> None:
    text = "The Polar Research Institute closed on Monday. The institute said it had no money."
    found = entities_of(analyser, text)
    assert [o.name for o in found.organisations] == ["Polar Research Institute"]
    assert "institute" in places(found.organisations[0], text, "nominal")


def test_a_place_before_a_dash_opens_the_text_and_is_no_organisation(analyser: Analyser) -> None:
    assert organisations(analyser, "TROMSO — The harbour froze over on Monday for the first time in a decade.") == []


def test_a_seat_of_power_is_an_organisation_where_it_acts(analyser: Analyser) -> None:
    assert organisations(analyser, "The White House denied the report on Monday.") == ["White House"]
    assert organisations(analyser, "The letter was sent to the White House on Monday.") == []


def test_illnesses_storms_and_indices_are_no_organisations(analyser: Analyser) -> None:
    text = "COVID-19 closed the port in March. The Dow fell 2%. Hurricane Olga was worse, and the GDP shrank."
    assert organisations(analyser, text) == []


def test_of_and_and_belong_to_the_name_of_a_ministry(analyser: Analyser) -> None:
    text = "The Ministry of Fisheries and Coastal Affairs paid. So did the University of Tromso and Molde College."
    found = organisations(analyser, text)
    assert "Ministry of Fisheries and Coastal Affairs" in found
    assert "University of Tromso" in found
    assert "Molde College" in found


def test_the_legal_form_does_not_make_a_second_company(analyser: Analyser) -> None:
    text = "Brantwell Holdings Inc. lost money. Brantwell Holdings said so on Tuesday."
    assert len(organisations(analyser, text)) == 1


def test_the_former_name_belongs_to_the_new_one(analyser: Analyser) -> None:
    found = entities_of(analyser, "She wrote on X, formerly known as Twitter, that the ferry had sunk.")
    assert [o.name for o in found.organisations] == ["X"]


def test_a_dateline_names_a_place_and_an_agency(analyser: Analyser) -> None:
    text = "BERGEN, Norway (AP) — The harbour froze over on Monday for the first time in a decade."
    assert organisations(analyser, text) == ["AP"]


def test_the_organisations_of_the_bundled_article(seed_analysis: Analysis) -> None:
    assert [o.name for o in seed_analysis.organisations] == [
        "Republican Party", "Congress", "AFP", "AP", "Homeland Security", "X", "Border Patrol", "Mexico Institute",
        "Wilson Center",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Army Corps of Engineers closed the lock.", "Army Corps of Engineers"),
        (
            "Learners were told by the Driver and Vehicle Standards Agency to wait.",
            "Driver and Vehicle Standards Agency",
        ),
        ("The strike was called by the Workers' Docks Union.", "Workers' Docks Union"),
        ("She sits on the Senate Committee on Inland Waters.", "Senate Committee on Inland Waters"),
        ("It is owned by Singapore-based Lim Holdings, a trader.", "Lim Holdings"),
        ("He wrote to the Campaign for Clean Rivers and the Friends of the River Tarn.", "Campaign for Clean Rivers"),
        ("He wrote to the Campaign for Clean Rivers and the Friends of the River Tarn.", "Friends of the River Tarn"),
    ],
)
def test_a_body_has_its_whole_name_and_no_more(analyser: Analyser, text: str, name: str) -> None:
    assert one(entities_of(analyser, text).organisations, name)


def test_an_officer_is_no_organisation(analyser: Analyser) -> None:
    text = "Chief Executive Officer Ingrid Solberg resigned. Chief Financial Officer Tom Reed follows in May."
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Ingrid Solberg", "Tom Reed"]
    assert found.organisations == []


def test_where_somebody_works_is_no_person(analyser: Analyser) -> None:
    text = "Lena Moberg, a fund manager at Carnegie who sold her stake, was sceptical. So was an analyst with Brenner."
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Lena Moberg"]
    assert [o.name for o in found.organisations] == ["Carnegie", "Brenner"]


def test_a_firm_is_called_by_the_first_word_of_its_name(analyser: Analyser) -> None:
    text = (
        "Halden Motors will close its plant in Kolding.\n\nHalden, which employs 3,200 people in the region, said in a "
        "statement that it had no choice. Investors in Halden were not surprised."
    )
    found = entities_of(analyser, text)
    assert found.people == []
    assert places(one(found.organisations, "Halden Motors"), text) == ["Halden Motors", "Halden", "Halden"]


def test_a_group_is_called_by_what_stands_before(analyser: Analyser) -> None:
    text = "Hallam Ports Group refused to meet. A spokesperson for Hallam Ports said its door was open."
    found = entities_of(analyser, text)
    assert found.people == []
    assert places(one(found.organisations, "Hallam Ports Group"), text) == ["Hallam Ports Group", "Hallam Ports"]


def test_the_first_word_of_a_firm_may_be_a_place_or_somebody(analyser: Analyser) -> None:
    text = "Varden Energy opened a plant. People in Varden cheered. Nordby Steel closed. Olav Nordby wept. Nordby left."
    found = entities_of(analyser, text)
    assert places(one(found.organisations, "Varden Energy"), text) == ["Varden Energy"]
    assert places(one(found.organisations, "Nordby Steel"), text) == ["Nordby Steel"]
    assert places(one(found.people, "Olav Nordby"), text) == ["Olav Nordby", "Nordby"]


def test_a_title_behind_the_name_of_a_body_is_no_part_of_it(analyser: Analyser) -> None:
    text = "The Council on Coastal Fisheries National Executive Director Nils Aune resigned."
    found = entities_of(analyser, text)
    assert [o.name for o in found.organisations] == ["Council on Coastal Fisheries"]
    assert [p.name for p in found.people] == ["Nils Aune"]


def test_the_short_name_of_a_firm_is_no_town_of_that_name(analyser: Analyser) -> None:
    text = (
        "Halden Motors cut jobs.\n\nHalden, which employs 3,200 people, said in a statement: “Safety is our first "
        "priority. We cannot comment.” Its shares fell."
    )
    found = entities_of(analyser, text)
    assert [o.name for o in found.organisations] == ["Halden Motors"]
    assert places(found.organisations[0], text)[1] == "Halden"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "She won a prize at yesterday's Civil Rights and Equal Pay Commission dinner.",
            "Civil Rights and Equal Pay Commission",
        ),
        ("Head of the Norwegian Timber and Paper Council, Jon Moe, said so.", "Norwegian Timber and Paper Council"),
        (
            "The firm was caught in a huge Farms and Fisheries Commission inquiry.",
            "Farms and Fisheries Commission",
        ),
        ("He is a surgeon at the Women's and Children's Hospital, she said.", "Women's and Children's Hospital"),
    ],
)
def test_a_name_goes_on_behind_its_and(analyser: Analyser, text: str, name: str) -> None:
    assert organisations(analyser, text) == [name]


def test_two_bodies_joined_by_and_stay_two(analyser: Analyser) -> None:
    text = (
        "The Sailing Club and the Harbour Council met on Friday. They wrote to Parliament and Timber Council members."
    )
    assert organisations(analyser, text) == ["Sailing Club", "Harbour Council", "Parliament", "Timber Council"]


@pytest.mark.parametrize("office", ["Federal Science", "Emergency Services", "Rural Health Services", "Shadow Water"])
def test_what_a_minister_is_called_by_is_no_organisation(analyser: Analyser, office: str) -> None:
    text = f"{office} Minister Peter Garrow says he is confident. The {office} Minister, Mr Garrow, left at noon."
    found = entities_of(analyser, text)
    assert [o.name for o in found.organisations] == []
    assert [p.name for p in found.people] == ["Peter Garrow"]
