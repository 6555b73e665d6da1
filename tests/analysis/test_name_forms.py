"""Names in less usual forms: nicknames in marks, firms with commas and owners, offices, parts of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one, places

if TYPE_CHECKING:
    from tui.analysis.entities import Entities
    from tui.analysis.pipeline import Analyser

pytestmark = pytest.mark.model

PEOPLE = (
    "Police named the victim as Dwayne (“Stretch”) Coker, 31. Dwayne Coker lived nearby.\n\n"
    "Elizabeth (Liz) Farrow-Cole, a nurse from Hull, said the ward was full.\n\n"
    "Yoon “Quill” Ji-hoon won the final. Quill was glad of the prize.\n\n"
    "Assistant Commissioner (Crime) Paula Deakin said two men were held.\n\n"
    "Sisters Ada and Ruth Pemberley founded the school. Brothers Luis and Diego Marchena were jailed.\n\n"
    "José María Peñalver Ruiz spoke. The guests met at Marcus Quennell's house. Judith Calloway came too."
)
FIRMS = (
    "Brandt, Mosley & Pike, a law firm, hired Lucy Tran from Ernhart & Co.\n\n"
    "Wilmot, Inc., said it bought Pell & Gray LLP and Duncan, Fisk and Company.\n\n"
    "Ben & Dot's Bakery and Ostrow's Hardware Inc settled. The talks were held in Harlow, near Weston & Ashby.\n\n"
    "Mayor Nora Brandt, Otto Fisk and Lucy Tran met. The Queensland Treasurer and the Press Secretary did not come.\n\n"
    "The Centre for Fair Trials wrote it. The Tarn Convention on Marsh Birds was signed."
)


@pytest.fixture(scope="module")
def people(analyser: Analyser) -> Entities:
    return entities_of(analyser, PEOPLE)


@pytest.fixture(scope="module")
def firms(analyser: Analyser) -> Entities:
    return entities_of(analyser, FIRMS)


@pytest.mark.parametrize(
    ("name", "mentions"),
    [
        ("Dwayne (“Stretch”) Coker", ["Dwayne (“Stretch”) Coker", "Dwayne Coker"]),
        ("Elizabeth (Liz) Farrow-Cole", ["Elizabeth (Liz) Farrow-Cole"]),
        ("Yoon “Quill” Ji-hoon", ["Yoon “Quill” Ji-hoon", "Quill"]),
        ("Paula Deakin", ["Paula Deakin"]),
        ("Diego Marchena", ["Diego Marchena"]),
        ("José María Peñalver Ruiz", ["José María Peñalver Ruiz"]),
        ("Marcus Quennell", ["Marcus Quennell"]),
        ("Judith Calloway", ["Judith Calloway"]),
    ],
)
def test_a_person_is_found_whole(people: Entities, name: str, mentions: list[str]) -> None:
    assert places(one(people.people, name), PEOPLE) == mentions


def test_brothers_and_sisters_are_no_names(people: Entities) -> None:
    assert not any(p.name.startswith(("Brothers", "Sisters")) for p in people.people)


@pytest.mark.parametrize(
    "name",
    [
        "Brandt, Mosley & Pike",
        "Ernhart & Co.",
        "Pell & Gray LLP",
        "Duncan, Fisk and Company",
        "Ben & Dot's Bakery",
        "Ostrow's Hardware Inc",
        "Centre for Fair Trials",
    ],
)
def test_a_firm_is_found_whole(firms: Entities, name: str) -> None:
    assert one(firms.organisations, name)


def test_people_in_a_list_are_no_firm_and_offices_and_treaties_no_organisations(firms: Entities) -> None:
    assert {"Nora Brandt", "Otto Fisk", "Lucy Tran"} <= {p.name for p in firms.people}
    names = {o.name for o in firms.organisations}
    assert not names & {"Queensland Treasurer", "Press", "Press Secretary", "Tarn Convention on Marsh Birds"}


SHORT = (
    "By KATHERINE LOWELL\n\n"
    "The Tarn River Times broke the story. The Times had the papers in May.\n\n"
    "R.J. Hadley Group Inc cut its rates. A week later Hadley raised them again.\n\n"
    "John Marsh Sr. started the shop and John Marsh Jr. sold it. Samuel Bright, Jr., a banker, bought it.\n\n"
    "Bishop of Ludford Ruth Amberley and the Archbishop of Tarn, Leo Carrick, prayed. Kyntor's Megan Dale did not.\n\n"
    "“I will not go,” MARIA STAVROU told the court. Professor Emeritus Karl Ostermann heard her.\n\n"
    "A friend of the Brandis family said the Brandises were safe. Mother Teresa Street is shut.\n\n"
    "Opposition spokesman on roads, rail and ports Lachlan Wirth and defending champion Tomoko Hara came."
)


@pytest.fixture(scope="module")
def short(analyser: Analyser) -> Entities:
    return entities_of(analyser, SHORT)


def test_newspapers_and_firms_of_initials_are_known_by_one_word(short: Entities) -> None:
    assert places(one(short.organisations, "Tarn River Times"), SHORT)[-1] == "Times"
    assert places(one(short.organisations, "R.J. Hadley Group Inc"), SHORT)[-1] == "Hadley"


def test_father_and_son_are_two_and_a_suffix_alone_is_nobody(short: Entities) -> None:
    names = [p.name for p in short.people]
    assert [name.rstrip(".") for name in names if "Marsh" in name] == ["John Marsh Sr", "John Marsh Jr"]
    assert not {"Jr.", "Jr"} & set(names)
    assert "banker" in one(short.people, "Samuel Bright").roles


def test_a_byline_in_capitals_names_its_author(short: Entities) -> None:
    assert one(short.people, "Katherine Lowell")


def test_a_role_is_of_the_person_whose_name_follows_it(short: Entities) -> None:
    assert one(short.people, "Leo Carrick").roles == ["Archbishop of Tarn"]
    assert one(short.people, "Ruth Amberley").roles == ["Bishop of Ludford"]


def test_who_somebody_is_of_is_an_organisation(short: Entities) -> None:
    assert one(short.organisations, "Kyntor")


def test_a_name_in_capitals_amid_a_sentence_is_a_person(short: Entities) -> None:
    assert one(short.people, "Maria Stavrou")


def test_titles_behind_titles_families_and_streets_are_no_people(short: Entities) -> None:
    assert one(short.people, "Karl Ostermann")
    assert not {"Brandises", "Teresa Street"} & {e.name for e in short.all()}


def test_what_an_office_is_for_is_no_noun_of_the_name(short: Entities) -> None:
    assert one(short.people, "Lachlan Wirth").roles == ["Opposition spokesman on roads, rail and ports"]
    assert one(short.people, "Tomoko Hara").roles == ["defending champion"]


def test_peoples_are_surnames_behind_a_first_name_and_portfolios_no_bodies(analyser: Analyser) -> None:
    text = (
        "World champion Ida Welsh beat Olympic 200 metres champion Rhona Perkins. Danish Defence Secretary Ole Brandt "
        "saw it.\n\nSheikh Adil Noor, the clan leader, spoke to the Tarn leader, Pia Holm, on Monday."
    )
    found = entities_of(analyser, text)
    assert one(found.people, "Ida Welsh").roles == ["World champion"]
    assert one(found.people, "Rhona Perkins").roles == ["Olympic 200 metres champion"]
    assert not {"Danish Defence", "Defence"} & {o.name for o in found.organisations}
    assert "Tarn leader" not in one(found.people, "Adil Noor").roles
