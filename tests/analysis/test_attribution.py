"""Speakers: names, pronouns, descriptions, and quotes that float without any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.analysis.quotes import ALONE_FROM, NAMED_FROM
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Quote

ANNA, PETER = "Anna Kowalska", "Peter Moss"


def spoken(analyser: Analyser, text: str) -> list[Quote]:
    """The quotes in marks."""
    return [q for q in analyser.analyse(make_document(text)).quotes if q.holds_own_words]


def names(analyser: Analyser, text: str) -> list[str | None]:
    """Who speaks each of them."""
    return [q.speaker.name if q.speaker else None for q in spoken(analyser, text)]


def hows(analyser: Analyser, text: str) -> list[str | None]:
    """How each speaker was found."""
    return [q.speaker.how if q.speaker else None for q in spoken(analyser, text)]


def test_a_pronoun_stands_for_the_person_of_its_gender(analyser: Analyser) -> None:
    text = (
        "Anna Kowalska has been mayor since 2010. Her deputy is Peter Moss. “I am tired of this,” she said.\n\n"
        "He said: “So am I, to tell the truth.”"
    )
    assert names(analyser, text) == [ANNA, PETER]
    assert hows(analyser, text) == ["pronoun", "pronoun"]


def test_a_pronoun_is_not_somebody_whom_the_quote_itself_names(analyser: Analyser) -> None:
    text = "John Reed met the crew on Monday. “Peter Moss told us nothing about the pumps,” he said."
    assert names(analyser, text) == ["John Reed"]


def test_a_pronoun_is_not_the_one_who_is_told(analyser: Analyser) -> None:
    text = "John Reed spoke at length about the flood. “It was a long night,” he told Peter Moss."
    assert names(analyser, text) == ["John Reed"]


def test_the_same_official_is_the_same_source_two_paragraphs_on(analyser: Analyser) -> None:
    text = (
        "A senior harbour official said the pumps had failed. “We knew for months,” the official said.\n\n"
        "The council met on Monday.\n\nOn Tuesday the official said that “nobody wanted to listen.”"
    )
    assert names(analyser, text) == ["senior harbour official"] * 2
    assert hows(analyser, text) == ["nominal", "nominal"]
    assert all(q.speaker and q.speaker.person is None for q in spoken(analyser, text))


def test_a_description_with_the_name_beside_it_is_that_person(analyser: Analyser) -> None:
    text = "Her lawyer, Tom Reed, said the case was “closed for good.” The mayor, Anna Kowalska, called it “a relief.”"
    assert names(analyser, text) == ["Tom Reed", ANNA]


def test_whose_a_document_is_speaks_through_it(analyser: Analyser) -> None:
    text = "“The case is closed,” said a statement issued by Anna Kowalska on Monday."
    assert names(analyser, text) == [ANNA]


def test_two_who_speak_together_are_both_named_and_neither_is_pointed_to(analyser: Analyser) -> None:
    (quote,) = spoken(analyser, "Mayor Anna Kowalska and engineer Peter Moss said the bridge was “safe for now.”")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.person) == ("Anna Kowalska and Peter Moss", None)


def test_an_organisation_that_speaks_is_pointed_to(analyser: Analyser) -> None:
    analysis = analyser.analyse(make_document("The Harbour Authority said the pumps “had never been tested.”"))
    quote = next(q for q in analysis.quotes if q.kind == "partial")
    assert quote.speaker is not None
    assert quote.speaker.organisation is not None
    assert analysis.organisations[quote.speaker.organisation].name == "Harbour Authority"


@pytest.mark.parametrize(
    "text",
    [
        # in the same paragraph, after its cue
        "“Never again,” says Anna Kowalska. She founded the club in 1999. “I was alone in those days.”",
        # opening the paragraph after reported speech
        "Anna Kowalska said the pumps had failed.\n\n“We knew for months. Nobody listened.”",
        # whom the sentence before is about
        "Anna Kowalska, a tall woman in boots, shook her head. “Not in my town.”",
        # the paragraph after a quote
        "“We knew for months,” Anna Kowalska said.\n\n“Nobody listened to us at the time.”",
    ],
)
def test_a_quote_without_a_cue_belongs_to_whoever_the_text_is_with(analyser: Analyser, text: str) -> None:
    last = spoken(analyser, text)[-1]
    assert last.speaker is not None
    assert (last.speaker.name, last.speaker.how, last.speaker.span) == (ANNA, "carried", None)


def test_question_and_answer_alternate(analyser: Analyser) -> None:
    text = (
        "“Did you know about the pumps?” asked Peter Moss.\n\n“Yes,” said Anna Kowalska.\n\n“For how long?”\n\n"
        "“For months.”"
    )
    assert names(analyser, text) == [PETER, ANNA, PETER, ANNA]


def test_whoever_is_asked_answers(analyser: Analyser) -> None:
    text = "“Did you know about the pumps?” Peter Moss asked Anna Kowalska.\n\n“For months. Nobody wanted to hear it.”"
    assert names(analyser, text) == [PETER, ANNA]


def test_a_pronoun_that_nothing_resolves_names_nobody(analyser: Analyser) -> None:
    (quote,) = spoken(analyser, "“I am tired of all this,” she said.")
    assert quote.speaker is None


def test_an_open_quote_lists_who_may_have_said_it_likeliest_first(analyser: Analyser) -> None:
    text = (
        "Anna Kowalska and Peter Moss and Maria Lopez sat in the hall. The doors closed at noon.\n\n"
        "The lights went out. The council had left long before.\n\n“Somebody should have told us about it.”"
    )
    (quote,) = spoken(analyser, text)
    assert quote.speaker is None
    confidences = [c.confidence for c in quote.candidates]
    assert len(confidences) >= 2
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 < c < 0.5 for c in confidences)


def test_nobody_is_named_where_the_text_names_nobody(analyser: Analyser) -> None:
    (quote,) = spoken(analyser, "The road was empty. “There is nothing here for anybody.”")
    assert quote.speaker is None
    assert quote.candidates == ()


def test_whoever_is_asked_does_not_ask(analyser: Analyser) -> None:
    analysis = analyser.analyse(make_document("“I cannot say,” Peter Moss said when asked whether he would run again."))
    assert [q.kind for q in analysis.quotes] == ["direct"]


def test_what_somebody_only_shows_is_the_word_of_whoever_says_so(analyser: Analyser) -> None:
    text = "The judge said Peter Moss had shown “no remorse whatsoever” at the trial."
    assert names(analyser, text) == ["judge"]


def test_who_speaks_inside_reported_speech_does_not_speak_next(analyser: Analyser) -> None:
    text = (
        "Anna Kowalska said that for years some critics had predicted the end of the pier.\n\n"
        "“The pier will stand for another century.”"
    )
    assert names(analyser, text) == [ANNA]


def test_a_cue_beside_the_quote_is_surer_than_one_it_only_hangs_on(analyser: Analyser) -> None:
    beside, hanging = spoken(
        analyser, "“It was hard,” said Anna Kowalska. Kowalska accused the council of “letting the harbour rot.”"
    )
    assert beside.speaker is not None
    assert hanging.speaker is not None
    assert beside.speaker.confidence > hanging.speaker.confidence


def test_whoever_is_quoted_or_recalled_saying_it_speaks(analyser: Analyser) -> None:
    text = "The Riverton Post reported that Peter Moss had resigned. “I am done with it,” it quoted him as saying."
    assert names(analyser, text) == [PETER]
    assert names(analyser, "“Mother, I am scared,” Anna Kowalska recalled her son saying.") == ["her son"]


def test_two_quotes_side_by_side_have_their_own_cues(analyser: Analyser) -> None:
    text = "After a talk with Anna Kowalska, Peter Moss said: “She was very kind.” “He was too,” she said later."
    assert names(analyser, text) == [PETER, ANNA]


def test_where_somebody_speaks_is_nobody_who_speaks(analyser: Analyser) -> None:
    text = (
        "Moss’s wife, Anna Kowalska, wept in the gallery.\n\n“Peter is a good man,” she said outside court. "
        "“It hurts,” Anna Kowalska said outside court."
    )
    assert [q.speaker.text for q in spoken(analyser, text) if q.speaker] == ["she", ANNA]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prosecutor Maria Lopez QC asked: “Did you believe him at all?”", "Maria Lopez"),
        ("Dr Peter Moss MD said: “He slept through the night.”", PETER),
        ("Brandt Motors recalled the vans. “We regret the fault deeply,” Brandt said in a statement.", "Brandt Motors"),
    ],
)
def test_a_speaker_has_the_name_that_the_people_and_bodies_have(analyser: Analyser, text: str, name: str) -> None:
    analysis = analyser.analyse(make_document(text))
    (speaker,) = [q.speaker for q in analysis.quotes]
    assert speaker is not None
    assert speaker.name == name
    found = analysis.people if speaker.person is not None else analysis.organisations
    assert found[speaker.person if speaker.person is not None else speaker.organisation or 0].name == name


def test_a_pronoun_with_one_candidate_alone_is_named_sooner_than_one_of_several(analyser: Analyser) -> None:
    opening = "Quill Moss sat in the hall. The doors closed at noon. The lights went out. It rained. Trains ran late. "
    (quote,) = spoken(analyser, opening + "“It was a very long night,” he said.")
    assert quote.speaker is not None
    assert quote.speaker.name == "Quill Moss"
    assert ALONE_FROM <= quote.speaker.confidence < NAMED_FROM


@pytest.mark.parametrize("words", ["Never.", "It didn’t.", "Not again!", "Sorry."])
def test_a_short_sentence_in_marks_after_a_quote_is_of_the_same_speaker(analyser: Analyser, words: str) -> None:
    text = f"“I have never seen anything like it,” Anna Kowalska told Peter Moss. “{words}”"
    assert names(analyser, text) == [ANNA, ANNA]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rain was heavy all week - Anna Kowalska: “We shall see how the wall will hold.”", ANNA),
        ("The result does not surprise the engineer Peter Moss: “People like a late runner in this town.”", PETER),
        ("Anna Kowalska sent out a note saying that her pumps “do not have the power to drain the town.”", ANNA),
    ],
)
def test_a_name_before_the_colon_and_whoever_issues_a_statement_speak(analyser: Analyser, text: str, name: str) -> None:
    assert names(analyser, text) == [name]
