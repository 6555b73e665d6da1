"""Reported speech: what is said, without the cue, marked apart from what is verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.domain.once import told_once
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser


def reported(analyser: Analyser, text: str) -> list[str]:
    """The words of all reported speech."""
    document = make_document(text)
    return [document.slice(q.span) for q in analyser.analyse(document).quotes if q.kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Kowalska said that the pumps had failed.", "that the pumps had failed"),
        ("Anna Kowalska said the pumps had failed.", "the pumps had failed"),
        ("Anna Kowalska told reporters on Monday that the pumps had failed.", "that the pumps had failed"),
        ("Anna Kowalska said in a statement that the pumps had failed.", "that the pumps had failed"),
        ("The pumps had failed, Anna Kowalska said on Monday.", "The pumps had failed"),
        ("According to Anna Kowalska, the pumps had failed.", "the pumps had failed"),
        ("The pumps had failed twice, according to the report.", "The pumps had failed twice"),
        ("Anna Kowalska asked whether the pumps were safe.", "whether the pumps were safe"),
        ("Anna Kowalska explained how the pumps had been built.", "how the pumps had been built"),
        ("Anna Kowalska urged residents to stay calm.", "residents to stay calm"),
    ],
)
def test_what_is_said_is_found_without_its_cue(analyser: Analyser, text: str, content: str) -> None:
    assert reported(analyser, text) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalska believes the pumps are safe.",
        "Peter Moss declined to comment.",
        "The council ordered people to leave the pier.",
        "Anna Kowalska said: “The pumps are safe.”",
        "Asked about the bridge, Anna Kowalska said: “No comment.”",
    ],
)
def test_what_is_thought_ordered_or_verbatim_is_not_reported_speech(analyser: Analyser, text: str) -> None:
    assert reported(analyser, text) == []


def test_reported_speech_ends_where_the_reporter_speaks_again(analyser: Analyser) -> None:
    text = "Anna Kowalska said the pumps were old, adding that they had failed twice before."
    assert reported(analyser, text) == ["the pumps were old", "that they had failed twice before"]


def test_a_longer_fragment_in_marks_is_its_segment_and_a_quote_of_its_own(analyser: Analyser) -> None:
    document = make_document("Anna Kowalska said the council “had no choice at all” about the pumps.")
    whole, part = analyser.analyse(document).quotes
    assert (whole.kind, document.slice(whole.span)) == (
        "indirect",
        "the council “had no choice at all” about the pumps",
    )
    assert [document.slice(segment) for segment in whole.segments] == ["had no choice at all"]
    assert not whole.holds_own_words
    assert (part.kind, document.slice(part.span)) == ("partial", "had no choice at all")
    assert whole.speaker is not None
    assert part.speaker is not None
    assert whole.speaker.person == part.speaker.person == 0


def test_reported_speech_has_its_speaker_and_cue(analyser: Analyser) -> None:
    document = make_document("Peter Moss met the crew. He warned the pumps could fail again.")
    (quote,) = analyser.analyse(document).quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.how) == ("Peter Moss", "pronoun")
    assert quote.cue is not None
    assert document.slice(quote.cue) == "warned"


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("Kowalska: Bridge will stay shut until spring", "Bridge will stay shut until spring"),
        ("Bridge will stay shut until spring: Kowalska", "Bridge will stay shut until spring"),
    ],
)
def test_a_headline_behind_or_before_a_name_is_reported_speech(analyser: Analyser, headline: str, content: str) -> None:
    document = make_document(f"{headline}\n\nAnna Kowalska met the council on Monday.\n\nThe bridge is old.")
    (quote,) = analyser.analyse(document).quotes
    assert document.slice(quote.span) == content
    assert quote.speaker is not None
    assert quote.speaker.name == "Anna Kowalska"


def test_the_turns_of_a_transcript_have_their_speakers(analyser: Analyser) -> None:
    text = (
        "Anna Kowalska and Peter Moss met on the radio.\n\nMOSS: Why did you close the bridge last week?\n\n"
        "KOWALSKA: It was about to fall. We had no choice.\n\nMOSS: Who told you that?\n\nKOWALSKA: Our engineers did."
    )
    document = make_document(text)
    turns = [q for q in analyser.analyse(document).quotes if q.kind == "indirect"]
    assert [(document.slice(q.span), q.speaker and q.speaker.name) for q in turns] == [
        ("Why did you close the bridge last week?", "Peter Moss"),
        ("It was about to fall. We had no choice.", "Anna Kowalska"),
        ("Who told you that?", "Peter Moss"),
        ("Our engineers did.", "Anna Kowalska"),
    ]


def test_the_answers_of_an_interview_are_those_of_the_one_it_is_about(analyser: Analyser) -> None:
    text = (
        "Anna Kowalska has been mayor since 2010. Kowalska spoke to us on Monday.\n\n"
        "Q: Why did you close the bridge?\n\nA: It was about to fall.\n\nQ: Who told you that?\n\nA: Our engineers did."
    )
    document = make_document(text)
    turns = [q for q in analyser.analyse(document).quotes if q.kind == "indirect"]
    assert [q.speaker and q.speaker.name for q in turns] == [None, "Anna Kowalska", None, "Anna Kowalska"]


@pytest.mark.parametrize(("question", "answer"), [("Q.", "A."), ("Q –", "A –")])
def test_letters_of_an_interview_may_have_another_sign_behind_them(
    analyser: Analyser, question: str, answer: str
) -> None:
    text = (
        "Anna Kowalska has been mayor since 2010. Kowalska spoke to us on Monday.\n\n"
        f"{question} Why did you close the bridge?\n\n{answer} It was about to fall.\n\n"
        f"{question} Who told you that?\n\n{answer} Our engineers did."
    )
    turns = [q for q in analyser.analyse(make_document(text)).quotes if q.kind == "indirect"]
    assert [q.speaker and q.speaker.name for q in turns] == [None, "Anna Kowalska", None, "Anna Kowalska"]


def test_a_letter_that_asks_nothing_is_an_initial(analyser: Analyser) -> None:
    text = "A. Kowalska won the race on Monday.\n\nA. Brandt came second in it.\n\nA. Moss did not finish it at all."
    assert reported(analyser, text) == []


def test_whoever_a_transcript_names_by_a_label_alone_is_the_speaker(analyser: Analyser) -> None:
    text = (
        "The hearing went on for an hour on Monday.\n\n"
        "Interviewer: Did you close the bridge yourself?\n\nQUILLON: I did, and I would do it again.\n\n"
        "Interviewer: Who told you to close it?\n\nQUILLON: Nobody told me to do anything."
    )
    turns = [q for q in analyser.analyse(make_document(text)).quotes if q.kind == "indirect"]
    assert [q.speaker and q.speaker.name.lower() for q in turns] == ["interviewer", "quillon"] * 2


def test_a_label_that_is_nobody_is_no_speaker(analyser: Analyser) -> None:
    text = (
        "Markets fell on Monday.\n\nENERGY: Oil lost two dollars.\n\nCURRENCIES: The dollar rose.\n\nNOTE: Prices vary."
    )
    assert reported(analyser, text) == []


def test_a_dateline_is_nobody_who_speaks(analyser: Analyser) -> None:
    document = make_document("RIVERTON, Ohio (AP) — Harbour officials said the pumps had failed on Monday.")
    (quote,) = analyser.analyse(document).quotes
    assert quote.speaker is not None
    assert "officials" in quote.speaker.name
    assert "RIVERTON" not in quote.speaker.name


def test_who_says_one_thing_and_another_says_both(analyser: Analyser) -> None:
    document = make_document("Anna Kowalska said the town knows it is late and said the council will pay.")
    quotes = analyser.analyse(document).quotes
    assert [document.slice(q.span) for q in quotes] == ["the town knows it is late", "the council will pay"]
    assert [q.speaker.name for q in quotes if q.speaker] == ["Anna Kowalska"] * 2


def test_a_quote_introduced_by_that_is_not_reported_a_second_time(analyser: Analyser) -> None:
    text = "Anna Kowalska wrote that “the pumps have been repaired for good,” without saying by whom."
    assert reported(analyser, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In a report titled “Living With Rain,” the council warned of “grave and lasting weaknesses.”",
        "When asked whether she would go, Anna Kowalska said no.",
        "In a statement Thursday, council spokesman Peter Moss said, “We are sorry about the pumps.”",
    ],
)
def test_what_sets_the_scene_is_nothing_that_was_said(analyser: Analyser, text: str) -> None:
    assert reported(analyser, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("RIVERTON, Ohio (AP) - Two pumps have failed, officials said on Monday.", "Two pumps have failed"),
        ("RIVERTON — Two pumps have failed, according to the council.", "Two pumps have failed"),
        ("Peter Moss said he was told to “keep quiet” about the pumps, a court heard yesterday.",
         "he was told to “keep quiet” about the pumps"),
        ("The pumps will stop in June, a spokesman of the firm told the Post.", "The pumps will stop in June"),
    ],
)  # fmt: skip
def test_datelines_and_where_it_was_heard_are_left_out(analyser: Analyser, text: str, content: str) -> None:
    assert reported(analyser, text) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Kowalska warned of more floods in the spring.", "more floods in the spring"),
        ("The mayor argued against a second bridge.", "a second bridge"),
        ("Some suggested that the pumps had failed.", "that the pumps had failed"),
    ],
)
def test_what_somebody_warns_of_or_some_suggest_is_reported_speech(analyser: Analyser, text: str, content: str) -> None:
    assert reported(analyser, text) == [content]


def test_a_headline_says_what_is_said_and_then_what_goes_on(analyser: Analyser) -> None:
    text = (
        "Mayor Kowalska vows to rebuild as flood toll hits 41\n\n"
        "Mayor Anna Kowalska spoke on Monday to people in the hall. The doors closed at noon."
    )
    assert reported(analyser, text) == ["to rebuild"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("While Anna Kowalska said that nobody had told her, she left the hall before the vote was taken.",
         ["that nobody had told her"]),
        ("Voters who say the bridge matters most were evenly divided between the two parties.",
         ["the bridge matters most"]),
        ("Peter Moss says he would sit the crew down and tell them the pumps are old.",
         ["he would sit the crew down and tell them the pumps are old"]),
        ("Peter Moss said he was tired and then told the crew the pumps had failed.",
         ["he was tired", "the pumps had failed"]),
        ("Peter Moss said there was nobody in the hall to ask for help, adding that it’s why the town “lost a year.”",
         ["there was nobody in the hall to ask for help", "that it’s why the town “lost a year.”"]),
        ("He died of wounds that officials said did not come from the officers.",
         ["did not come from the officers"]),
        ("Anna Kowalska, the head of the harbour board, said the last round of repairs required the town to sell.",
         ["the last round of repairs required the town to sell"]),
        ("Anna Kowalska told a crowd of a hundred people gathered in the hall that the “whole town” would be watching.",
         ["that the “whole town” would be watching"]),
        ("Anna Kowalska wrote that the pumps “have been repaired for good,” alluding to a report from the north.",
         ["that the pumps “have been repaired for good,”"]),
    ],
)  # fmt: skip
def test_reported_speech_ends_with_its_clause(analyser: Analyser, text: str, content: list[str]) -> None:
    assert reported(analyser, text) == content


def test_what_is_said_inside_reported_speech_is_no_second_one(analyser: Analyser) -> None:
    text = "Anna Kowalska insisted that she never said she wanted to close the school by the sea."
    assert reported(analyser, text) == ["that she never said she wanted to close the school by the sea"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Kowalska denounced the cuts to the ferry.", "the cuts to the ferry"),
        ("Peter Moss praised the crew for saving the boats.", "the crew for saving the boats"),
        ("Anna Kowalska accused the firm of hiding two reports.", "the firm of hiding two reports"),
        ("Anna Kowalska spoke about the history of the harbour.", "the history of the harbour"),
    ],
)
def test_whom_and_what_somebody_judges_or_talks_of_is_reported_speech(
    analyser: Analyser, text: str, content: str
) -> None:
    assert reported(analyser, text) == [content]


@pytest.mark.parametrize(
    "text", ["Anna Kowalska did not criticise the new plan.", "The storm mocked the new wall.", "Moss criticised her."]
)
def test_what_is_denied_or_done_by_things_is_no_judgement(analyser: Analyser, text: str) -> None:
    assert reported(analyser, text) == []


def test_an_embedded_post_is_of_who_signs_it(analyser: Analyser) -> None:
    post = "The pumps failed again and nobody answers. https://t.co/a1b2c3 — Harbour Watch (@harbourwatch) May 4, 2020"
    text = f"The pumps stood still on Monday.\n\n{post}\n\nThe council meets in June."
    document = make_document(text)
    (quote,) = [q for q in analyser.analyse(document).quotes if q.kind == "indirect"]
    assert document.slice(quote.span) == "The pumps failed again and nobody answers."
    assert quote.speaker is not None
    assert quote.speaker.name == "Harbour Watch"


def test_a_paragraph_signed_with_a_name_is_of_somebody_in_the_article_only(analyser: Analyser) -> None:
    told = "The council’s failures to look after the pumps are an emergency."
    text = (
        "Anna Kowalska read her report on Monday. Kowalska has led the board for years.\n\n"
        f"{told} Anna Kowalska\n\nThe pumps stood still. Kowalska went home.\n\n"
        "Workers look at the pumps by the old bridge. Peter Moss\n\nThe council meets in June."
    )
    assert reported(analyser, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The council did not say why the ferry had stopped.",
        "Anna Kowalska won't say what she will do.",
        "Peter Moss declined to say whether the pier was safe.",
        "Neither Anna Kowalska nor Peter Moss would say how much the pumps cost.",
        "No one has explained why the pumps failed.",
        "Peter Moss would not reveal when they mean to leave the water.",
        "It was clear that the pier would not last.",
        "It is clear to them that the pier is old.",
        "The DNA could prove that Peter Moss was there.",
        "The gap leads one to wonder whether the pier was ever safe.",
        "My gut tells me that the pier will fall.",
        "The wall held. It showed that the pumps were needed.",
        "The board named Peter Moss director on Monday.",
        "“I heard a bang,” said Anna Kowalska, among the dozens of sailors on the coast sent running on Monday.",
        "Anna Kowalska owned two boats and a shed.",
    ],
)
def test_what_was_left_unsaid_or_nobody_says_is_not_reported_speech(analyser: Analyser, text: str) -> None:
    assert reported(analyser, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Kowalska did not say that the pumps were safe.", "that the pumps were safe"),
        ("Peter Moss read the report. It noted that the pumps had failed.", "that the pumps had failed"),
        ("A study reported that ferries are cleaner than lorries.", "that ferries are cleaner than lorries"),
        ("Court documents establish that the pumps were sold in May.", "that the pumps were sold in May"),
    ],
)
def test_what_documents_say_is_reported_speech(analyser: Analyser, text: str, content: str) -> None:
    assert reported(analyser, text) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The idea was, Anna Kowalska says, less frightening than the storm itself.",
        "It was tough, Anna Kowalska says, walking into the hall alone.",
        "It was not clear, Anna Kowalska said, who had sold the pumps.",
        "The pumps that failed, Anna Kowalska said, were forty years old.",
        "When the storm came, Anna Kowalska said, the pumps failed.",
        "To keep the pier open, Anna Kowalska said, the board would sell two boats.",
    ],
)
def test_a_clause_that_goes_on_behind_its_cue_is_whole_for_a_reader(analyser: Analyser, text: str) -> None:
    document = make_document(text)
    once = told_once(analyser.analyse(document).quotes)
    assert [document.slice(quote.span) for quote in once] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Being a councillor can be hard, Peter Moss said.", ["Being a councillor can be hard"]),
        ("It was late, Anna Kowalska said, and she left for the quay.", ["It was late"]),
        ("To save money, Anna Kowalska said the board would sell the pumps.", ["the board would sell the pumps"]),
        ("As the news began to spread, members complained.", []),
        ("“What about the pier,” Peter Moss interjected, homing in on the cost.", []),
    ],
)
def test_what_stands_before_a_cue_is_said_unless_it_sets_the_scene(
    analyser: Analyser, text: str, content: list[str]
) -> None:
    assert reported(analyser, text) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Kowalska said the pier would open in May, but she gave no details.", "the pier would open in May"),
        ("Peter Moss said the pumps were old and would not go beyond that.", "the pumps were old"),
        ("Peter Moss said the pumps were old but declined to comment further.", "the pumps were old"),
        ("The council said the pier was unsafe and put a repair plan in place.", "the pier was unsafe"),
        ("The council said the pier would be sold, which raised concerns among fishermen.", "the pier would be sold"),
        ("Peter Moss proposed selling the pier and even wrote to a buyer in Spain.", "selling the pier"),
        ("Peter Moss said the crew had slept, drawing a sharp rebuke from the union.", "the crew had slept"),
        ("Anna Kowalska said the pier was old and had no future.", "the pier was old and had no future"),
        (
            "Anna Kowalska said the pier was built in 1900, which made it the oldest.",
            "the pier was built in 1900, which made it the oldest",
        ),
        (
            "Anna Kowalska said that he is quick and that — despite his age — he is the best.",
            "that he is quick and that — despite his age — he is the best",
        ),
    ],
)
def test_reported_speech_ends_before_what_was_done_or_kept_back(analyser: Analyser, text: str, content: str) -> None:
    assert reported(analyser, text) == [content]
