"""Names by what the text says of them: definitions, lists, phrases around them, in articles and encyclopaedias."""

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


def test_what_an_encyclopaedia_calls_a_band_is_one_whatever_its_words(analyser: Analyser) -> None:
    text = (
        "Glass Harbour are a Norwegian indie rock band formed in 2004. The band consists of Siri Nordahl (vocals), "
        "Per-Arne Moe (bass) and Kaja Thue (drums). They signed to Tellus Records. Nordahl left Glass Harbour in 2013."
    )
    people, organisations = who(analyser, text)
    assert people == ["Siri Nordahl", "Per-Arne Moe", "Kaja Thue"]
    assert organisations == ["Glass Harbour", "Tellus Records"]


@pytest.mark.parametrize(
    "text",
    [
        "Ostrava Hey (also Ostravabower) is a suburb of Blackmoor. Whitebarrow lies north of Hyndfell.",
        "HMS Peregrine was a frigate launched in 1786. Peregrine sailed until 1799 and was wrecked near Torbrek.",
        "A storm, named Freya, came ashore on Sunday. Freya weakened at night. Freya would move on, forecasters said.",
        "Their third album, Wardances, came out in 2009. It was followed by the romance Cleomandra.",
        "The typhoons Mawara and Zeta were stronger. It rained in Pleszewo, Karminek and Lipsko.",
        "The tale (Croatian Klinicka bajka) is old. Its title in Hungary was longer.",
    ],
)
def test_places_ships_storms_and_works_are_nobody(analyser: Analyser, text: str) -> None:
    assert who(analyser, text) == ([], [])


def test_the_clubs_of_a_players_life_are_organisations(analyser: Analyser) -> None:
    text = (
        "Emeka Obi-Clarke is a former footballer who played as a striker. He joined Lokeren and spent a season on loan "
        "at Waasland-Beveren. He scored 14 goals for Trabzonspor and later played for Al-Wakrah, Busan IPark and Ross "
        "County. Obi-Clarke retired in 2020."
    )
    people, organisations = who(analyser, text)
    assert people == ["Emeka Obi-Clarke"]
    assert organisations == [
        *("Lokeren", "Waasland-Beveren", "Trabzonspor", "Al-Wakrah", "Busan IPark", "Ross County"),
    ]


def test_who_is_employed_somewhere_tells_an_organisation(analyser: Analyser) -> None:
    text = (
        "Analysts at Liberin said they had expected worse. The Unitas union's officer agreed. "
        "The Zollwacht, the customs authority, took a former Harrowby consultant on."
    )
    assert who(analyser, text)[1] == ["Liberin", "Unitas", "Zollwacht", "Harrowby"]


def test_a_department_is_of_several_things(analyser: Analyser) -> None:
    text = "Agents of the Bureau of Alcohol, Tobacco and Firearms searched the house. The Board of Trade and FIFA met."
    assert who(analyser, text)[1] == ["Bureau of Alcohol, Tobacco and Firearms", "Board of Trade", "FIFA"]


def test_an_institute_and_another_body_are_two(analyser: Analyser) -> None:
    text = "The Institute of Directors and Make UK both called for calm. The U.S. Attorney's Office did not."
    assert who(analyser, text)[1] == ["Institute of Directors", "Make UK", "U.S. Attorney's Office"]


def test_an_acronym_without_brackets_is_what_has_its_letters(analyser: Analyser) -> None:
    text = "The Asset Purchase Programme ends in May. Critics say APP was too small, and APP cost too much."
    assert who(analyser, text)[1] == []


def test_surnames_have_particles_and_hyphens(analyser: Analyser) -> None:
    text = (
        "Prime Minister Anneke de Vries met Nabil abd el-Rahman on Monday. De Vries smiled. María Ruiz-Galán spoke. "
        "Abd el-Rahman and Ruiz-Galán left early, and de Vries stayed."
    )
    found = entities_of(analyser, text)
    assert [p.name for p in found.people] == ["Anneke de Vries", "Nabil abd el-Rahman", "María Ruiz-Galán"]
    assert places(one(found.people, "Anneke de Vries"), text) == ["Anneke de Vries", "De Vries", "de Vries"]
    assert "Ruiz-Galán" in places(one(found.people, "María Ruiz-Galán"), text)


def test_the_family_name_stands_first_in_east_asia(analyser: Analyser) -> None:
    text = (
        "Commerce minister Wang Wenhao met Ahn Duk-su in Shanghai. Wang said trade should be stable. "
        "Ahn agreed, and Wang thanked him."
    )
    found = entities_of(analyser, text)
    assert places(one(found.people, "Wang Wenhao"), text) == ["Wang Wenhao", "Wang", "Wang"]
    assert places(one(found.people, "Ahn Duk-su"), text) == ["Ahn Duk-su", "Ahn"]


def test_icelanders_go_by_their_first_names(analyser: Analyser) -> None:
    text = "Katla Jónsdóttir promised a vote. Katla, who leads the party, spoke in Akureyri."
    assert places(one(entities_of(analyser, text).people, "Katla Jónsdóttir"), text) == ["Katla Jónsdóttir", "Katla"]


def test_two_names_that_the_text_says_are_ones_are_one_entry(analyser: Analyser) -> None:
    text = (
        "The rapper Lil Cobra, whose real name is Terrence Mayhew, was arrested on Friday. Mayhew said nothing. "
        "His friend Tom Hassel called Mayhew a genius."
    )
    found = entities_of(analyser, text)
    assert len(found.people) == 2
    assert places(one(found.people, "Lil Cobra"), text) == ["Lil Cobra", "Terrence Mayhew", "Mayhew", "Mayhew"]


def test_a_lady_is_not_the_man_of_her_surname(analyser: Analyser) -> None:
    text = "Edmund Hargreave spoke for an hour. Lady Hargreave was in the gallery. Mr Hargreave sat down."
    found = entities_of(analyser, text)
    assert places(one(found.people, "Edmund Hargreave"), text) == ["Edmund Hargreave", "Hargreave"]


def test_rulers_initials_and_titles_before_first_names(analyser: Analyser) -> None:
    text = (
        "Frederick the Great praised his brother. Justice S S Deshmal agreed. Crown Prince Christian "
        "stayed at home. The saxophonist James Earl Hollis played on."
    )
    assert who(analyser, text)[0] == [
        *("Frederick the Great", "S S Deshmal", "Christian", "James Earl Hollis"),
    ]


def test_a_school_district_is_a_body_and_its_teams_are_too(analyser: Analyser) -> None:
    text = "The school belongs to the Northside Independent School District. Its teams are called the Rattlers."
    assert who(analyser, text)[1] == ["Northside Independent School District", "Rattlers"]


def test_who_opens_the_article_has_the_bare_surname(analyser: Analyser) -> None:
    text = (
        "Elisabeth von Brunn was a German composer. She was born in Weimar to the musician Friedrich von Brunn. Robert "
        "Sandmann praised her. Years passed, and many of her songs were lost in a fire in the old theatre by the river "
        "before anybody had thought of printing them. Von Brunn's pupils went far."
    )
    elisabeth = one(entities_of(analyser, text).people, "Elisabeth von Brunn")
    assert places(elisabeth, text) == ["Elisabeth von Brunn", "Von Brunn"]


def test_nobodys_role_is_to_be_a_man(analyser: Analyser) -> None:
    text = "A third man, Karim Zahar, was in hospital. Amara Eze, whose mother, Ngozi, was a nurse, treated him."
    found = entities_of(analyser, text)
    assert one(found.people, "Karim Zahar").roles == []
    assert one(found.people, "Amara Eze").roles == []
