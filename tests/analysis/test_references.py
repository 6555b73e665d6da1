"""Pronouns and descriptions: linked to the right person, or to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.finding import entities_of, one, places
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Analysis

pytestmark = pytest.mark.model


def test_a_pronoun_agrees_in_gender(analyser: Analyser) -> None:
    text = "Michael Brandt met Susan Koskela in Molde. She refused to sign. He signed at once."
    found = entities_of(analyser, text)
    assert places(one(found.people, "Susan Koskela"), text, "pronoun") == ["She"]
    assert places(one(found.people, "Michael Brandt"), text, "pronoun") == ["He"]


def test_the_subject_of_a_report_is_who_it_reports_on(analyser: Analyser) -> None:
    text = "Peter Brandt beat Paul Reiner last year. Reiner said he would run again."
    assert places(one(entities_of(analyser, text).people, "Paul Reiner"), text, "pronoun") == ["he"]


def test_an_object_is_not_the_subject_of_its_own_verb(analyser: Analyser) -> None:
    text = "Peter Brandt came late. Paul Reiner thanked him."
    found = entities_of(analyser, text)
    assert places(one(found.people, "Peter Brandt"), text, "pronoun") == ["him"]
    assert places(one(found.people, "Paul Reiner"), text, "pronoun") == []


def test_a_pronoun_after_a_long_quote_reaches_back_over_it(analyser: Analyser) -> None:
    text = (
        "Susan Koskela closed the mill.\n\n“It lost money. It lost a lot of it. We tried. We sold the boats. "
        "We sold the land. Nothing helped,” she said."
    )
    assert places(one(entities_of(analyser, text).people, "Susan Koskela"), text, "pronoun") == ["she"]


def test_nobody_named_of_that_gender_is_nobody(analyser: Analyser) -> None:
    text = "Susan Koskela closed the mill on Monday. He was not told."
    assert places(one(entities_of(analyser, text).people, "Susan Koskela"), text, "pronoun") == []


def test_a_source_without_a_name_is_kept_with_what_points_to_it(analyser: Analyser) -> None:
    text = "A senior harbour official said the pier was unsafe. The official told reporters it would be closed."
    (official,) = entities_of(analyser, text).unnamed
    assert official.name == "senior harbour official"
    assert places(official, text, "nominal") == ["senior harbour official", "official"]


def test_a_description_finds_the_person_with_that_role(analyser: Analyser) -> None:
    text = "Finnish President Aino Koskela met Ole Brandt, a fisherman. The president promised him a boat."
    found = entities_of(analyser, text)
    assert places(one(found.people, "Aino Koskela"), text, "nominal") == ["president"]


def test_the_company_is_the_company(analyser: Analyser) -> None:
    text = "Brantwell Ltd. closed its mill in Molde on Monday. The company said it had lost money for years."
    found = entities_of(analyser, text)
    assert "company" in places(one(found.organisations, "Brantwell Ltd."), text, "nominal")


def test_the_centre_is_the_center(analyser: Analyser) -> None:
    text = "The Harbour Research Center closed on Monday. The centre said it had no money left."
    found = entities_of(analyser, text)
    assert places(one(found.organisations, "Harbour Research Center"), text, "nominal") == ["centre"]


def test_a_prime_minister_is_no_other_minister(analyser: Analyser) -> None:
    text = "Fisheries Minister Ole Brandt resigned on Monday. The prime minister said nothing."
    assert places(one(entities_of(analyser, text).people, "Ole Brandt"), text, "nominal") == []


def test_i_is_the_speaker_and_you_is_who_is_spoken_to(analyser: Analyser) -> None:
    text = "“I told you that the pier was unsafe,” Susan Koskela told Peter Brandt on Monday."
    analysis: Analysis = analyser.analyse(make_document(text))
    pronouns = {
        p.name: [text[m.span.start : m.span.end] for m in p.mentions if m.kind == "pronoun"] for p in analysis.people
    }
    assert pronouns == {"Susan Koskela": ["I"], "Peter Brandt": ["you"]}


def test_he_in_a_quote_is_not_who_speaks(analyser: Analyser) -> None:
    text = "Peter Brandt was angry. “He must pay,” Brandt said."
    analysis = analyser.analyse(make_document(text))
    (brandt,) = analysis.people
    assert [m.kind for m in brandt.mentions] == ["name", "name"]


def test_the_senator_of_one_state_is_not_that_of_another(analyser: Analyser) -> None:
    text = (
        "Florida Sen. Marta Reyes met Texas Sen. Cal Dodd on Friday. Dodd left early. The Florida senator said that "
        "she had hoped for more."
    )
    found = entities_of(analyser, text)
    assert places(one(found.people, "Marta Reyes"), text, "nominal") == ["Florida senator"]
    assert places(one(found.people, "Cal Dodd"), text, "nominal") == []


def test_a_senator_of_a_state_that_nobody_was_given_is_neither_of_two(analyser: Analyser) -> None:
    text = "Sen. Marta Reyes met Sen. Cal Dodd on Friday. Dodd left early. The Florida senator said little."
    found = entities_of(analyser, text)
    assert all(places(person, text, "nominal") == [] for person in found.people)


def test_the_company_is_the_manufacturer_the_text_is_about(analyser: Analyser) -> None:
    text = (
        "Vantor Corporation is an American manufacturer of small satellites. It was founded by Ruth Engel as Blue Labs."
        " In 2016 the company went public. Engel left in 2019. She told a paper that the rival company was slow."
    )
    vantor = one(entities_of(analyser, text).organisations, "Vantor Corporation")
    assert places(vantor, text, "nominal") == ["company"]


def test_the_firm_is_the_only_organisation_there(analyser: Analyser) -> None:
    text = "Brantwell makes fishing nets in Molde. Prices have fallen. The firm will close its mill."
    assert places(one(entities_of(analyser, text).organisations, "Brantwell"), text, "nominal") == []
    text = "Brantwell Ltd. cut its prices on Monday. Customers were pleased with the firm."
    assert places(one(entities_of(analyser, text).organisations, "Brantwell Ltd."), text, "nominal") == ["firm"]


def test_an_age_tells_who_is_meant(analyser: Analyser) -> None:
    text = (
        "Eleanor Tran, 47, won the vote, and Rick Dahl, 61, lost it. It was a long night. The 47-year-old thanked her "
        "party. The 30-year-old beside her was silent."
    )
    found = entities_of(analyser, text)
    assert places(one(found.people, "Eleanor Tran"), text, "nominal") == ["47-year-old"]
    assert places(one(found.people, "Rick Dahl"), text, "nominal") == []
