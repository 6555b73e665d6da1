"""Quotes: each whole, of the right kind, and nothing among them that nobody said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.domain.contract import findings_from_dict, findings_to_dict
from tui.ingest.plain import make_document, open_document
from tui.resources import bundled_article

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Quote
    from tui.domain.text import Document


def quotes_in(analyser: Analyser, text: str) -> tuple[Document, list[Quote]]:
    """The quotes in marks of `text`."""
    document = make_document(text)
    return document, [q for q in analyser.analyse(document).quotes if q.holds_own_words]


def words_in(analyser: Analyser, text: str) -> list[str]:
    """The words of those quotes."""
    document, quotes = quotes_in(analyser, text)
    return [document.slice(q.span) for q in quotes]


def others_in(analyser: Analyser, text: str) -> list[tuple[str, str]]:
    """What else stands in marks, and why it is no quote."""
    document = make_document(text)
    return [(o.why, document.slice(o.span)) for o in analyser.analyse(document).other_marked]


def test_whole_utterances_and_fragments_are_told_apart(analyser: Analyser) -> None:
    text = (
        "“We will rebuild the harbour,” said Anna Kowalska. She called the storm “a monster from the north” on Monday."
    )
    assert [q.kind for q in quotes_in(analyser, text)[1]] == ["direct", "partial"]


def test_a_quote_over_several_paragraphs_is_one_with_a_segment_for_each(analyser: Analyser) -> None:
    text = (
        "“We knew,” said Anna Kowalska, 54. “Nobody listened.\n\n“Then the water came.\n\n“And that was it.”\n\n"
        "The council meets on Monday."
    )
    document, quotes = quotes_in(analyser, text)
    assert [document.slice(segment) for segment in quotes[1].segments] == [
        "Nobody listened.", "Then the water came.", "And that was it.",
    ]  # fmt: skip
    assert document.slice(quotes[1].span).startswith("Nobody listened.")
    assert document.slice(quotes[1].span).endswith("And that was it.")
    assert [q.speaker and q.speaker.name for q in quotes] == ["Anna Kowalska", "Anna Kowalska"]


def test_the_second_half_of_a_sentence_broken_by_its_cue_continues_the_first(analyser: Analyser) -> None:
    text = "“If the river rises,” Anna Kowalska told reporters, “we leave at once.” She smiled. “We are proud.”"
    quotes = quotes_in(analyser, text)[1]
    assert [q.continues for q in quotes] == [False, True, False]
    assert [q.kind for q in quotes] == ["direct", "direct", "direct"]
    assert {q.speaker.name for q in quotes if q.speaker} == {"Anna Kowalska"}


def test_a_doubled_mark_does_not_split_a_quote_nor_an_unclosed_one_reach_into_the_next_paragraph(
    analyser: Analyser,
) -> None:
    text = (
        "“The fund is empty. “No money will come before spring,” Anna Kowalska told callers.\n\n"
        "“Nobody will get a penny.\n\nThe council meets on Monday. “We will see,” she said."
    )
    assert words_in(analyser, text) == [
        "The fund is empty. “No money will come before spring,", "Nobody will get a penny.", "We will see,",
    ]  # fmt: skip


def test_a_subheading_in_marks_is_a_heading_without_a_speaker(analyser: Analyser) -> None:
    text = "Anna Kowalska left on Monday after ten years.\n\n“Nobody listened”\n\nShe said she was tired of waiting."
    (heading,) = quotes_in(analyser, text)[1]
    assert (heading.kind, heading.speaker) == ("heading", None)


@pytest.mark.parametrize(
    ("text", "why", "words"),
    [
        ("She sang “Yesterday Was Long” in the harbour.", "title", "Yesterday Was Long"),
        ("Moss appeared on “The Late Harbour Show” in May.", "title", "The Late Harbour Show"),
        ("Its newest novel, “The Long River,” sold well.", "title", "The Long River,"),
        ("READ MORE: ‘It was a nightmare’: how the bridge fell", "title", "It was a nightmare"),
        ("The fisherman Robert “Bob” Moss left the town in May.", "nickname", "Bob"),
        ("Marchers held signs that read “Save our pier” on Monday.", "sign", "Save our pier"),
        ("She wore a T-shirt saying “I love boats.”", "sign", "I love boats."),
        ("The so-called “river plan” is dead.", "term", "river plan"),
        ("Whether “smart growth” is smart is another matter.", "term", "smart growth"),
        ("The motto of the school is “Learn and serve.”", "term", "Learn and serve."),
        ("The school’s motto, “Strength through learning every day,” hangs there.", "term",
         "Strength through learning every day,"),
        ("He ended “welfare as we know it” and cut taxes.", "term", "welfare as we know it"),
        ("Whole books turn on the phrase “out of the blue.”", "term", "out of the blue."),
        ("Ask yourself: “What would my mother do?”", "imagined", "What would my mother do?"),
        ("You might think “this will never happen to me.”", "imagined", "this will never happen to me."),
        ("No one is like, “My roof leaks and I like it.”", "imagined", "My roof leaks and I like it."),
        ("Maybe his clown act—“My boat is the best boat!”—is wearing thin.", "term", "My boat is the best boat!"),
        ("“THE OTHER SIDE OF THE HARBOUR” The quay is long and old.", "title", "THE OTHER SIDE OF THE HARBOUR"),
        ("Nobody says “my roof leaks and I like it that way.”", "imagined", "my roof leaks and I like it that way."),
        ("Friday on Channel 9’s “Morning Talk,” Anna Kowalska said it was late.", "title", "Morning Talk,"),
        ("Moss told of his boat in order to prove there was “no clash of duties” at all.", "term",
         "no clash of duties"),
    ],
)  # fmt: skip
def test_what_nobody_said_is_kept_apart_with_the_reason(analyser: Analyser, text: str, why: str, words: str) -> None:
    assert others_in(analyser, text) == [(why, words)]
    assert words_in(analyser, text) == []


def test_every_item_of_a_list_is_like_its_first(analyser: Analyser) -> None:
    assert words_in(analyser, "With signs reading “Save our pier,” “No more” and “Boats first” they marched.") == []
    quotes = quotes_in(analyser, "Anna Kowalska called it “mad,” “cruel” and “a waste of money.”")[1]
    assert [q.speaker and q.speaker.name for q in quotes] == ["Anna Kowalska"] * 2
    assert len(quotes[0].segments) == 3


def test_words_that_speak_of_themselves_are_speech_though_no_verb_says_so(analyser: Analyser) -> None:
    assert words_in(analyser, "Peter Moss (“I am not a quitter”) left in May.") == ["I am not a quitter"]


def test_the_second_analysis_of_the_data_is_the_first(analyser: Analyser) -> None:
    text = (
        "“If so,” Anna Kowalska said, “we go.” The so-called “river plan” is dead. “Who knows?” she asked.\n\n"
        "“They do.”"
    )
    analysis = analyser.analyse(make_document(text))
    assert analysis.other_marked
    assert any(q.continues for q in analysis.quotes)
    data = findings_to_dict(analysis)
    assert findings_to_dict(findings_from_dict(data)) == data


def test_the_seed_has_every_quote_with_its_speaker(analyser: Analyser) -> None:
    document = open_document(bundled_article())
    quotes = [q for q in analyser.analyse(document).quotes if q.holds_own_words]
    assert [(document.slice(q.own_words[0])[:16], q.speaker.name if q.speaker else None) for q in quotes] == [
        ("important agreem", "Andres Manuel Lopez Obrador"),
        ("We’ve been reall", "senior Biden administration official"),
        ("never draw concl", "senior Biden administration official"),
        ("Nobody will stop", None),
        ("very helpful", "Andres Manuel Lopez Obrador"),
        ("People are leavi", "Andres Manuel Lopez Obrador"),
        ("Nobody is going ", "Luis Garcia Villagran"),
        ("currency", "Luis Garcia Villagran"),
        ("A budget of seve", "Luis Garcia Villagran"),
        ("a priority for u", "Alicia Barcena"),
        ("excellent.", "Alicia Barcena"),
        ("poisoning the bl", "Donald Trump"),
        ("short-term solut", "Andrew Rudman"),
        ("The Biden admini", "Andrew Rudman"),
        ("There is no magi", "Andrew Rudman"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Asked if the wall is “strong enough to hold the river,” 72 percent of residents said yes.",
        "The motto of the town is Latin for “we shall never sink again.”",
    ],
)
def test_the_question_of_a_survey_and_a_translation_are_nobodys_words(analyser: Analyser, text: str) -> None:
    analysis = analyser.analyse(make_document(text))
    assert [q for q in analysis.quotes if q.holds_own_words] == []
    assert [other.why for other in analysis.other_marked] == ["term"]


def test_a_curly_quote_inside_straight_marks_does_not_end_the_quote(analyser: Analyser) -> None:
    text = 'Peter Moss said: "They sued the town over its “Bathroom Bill,” which lets owners decide for themselves."'
    assert words_in(analyser, text) == [
        "They sued the town over its “Bathroom Bill,” which lets owners decide for themselves."
    ]


def test_a_headline_that_quotes_what_the_article_quotes_is_reported_speech(analyser: Analyser) -> None:
    text = (
        "Kowalska: ‘I’m the Worst Luck This Bridge Has Had’\n\n"
        "Mayor Anna Kowalska spoke on Monday in the hall of the town.\n\n"
        "“I’m perhaps the worst luck this bridge has had,” she said. “But I am here to stay.”"
    )
    document = make_document(text)
    quotes = analyser.analyse(document).quotes
    assert [(q.kind, document.slice(q.span)[:16], q.speaker and q.speaker.name) for q in quotes] == [
        ("indirect", "I’m the Worst Lu", "Anna Kowalska"),
        ("direct", "I’m perhaps the ", "Anna Kowalska"),
        ("direct", "But I am here to", "Anna Kowalska"),
    ]


def test_the_headline_alone_is_the_quote_where_the_article_has_no_other(analyser: Analyser) -> None:
    text = "Kowalska: ‘We will never sell the bridge’\n\nMayor Anna Kowalska spoke in the hall.\n\nIt rained on Monday."
    assert words_in(analyser, text) == ["We will never sell the bridge"]


def test_a_line_lifted_out_of_a_quote_is_no_second_quote(analyser: Analyser) -> None:
    whole = "“Nobody told us. They never ask those who fish here,” Anna Kowalska said."
    text = f"The storm came at night.\n\n“They never ask those who fish here”\n\n{whole}\n\n“Who will ask them now”"
    assert words_in(analyser, text)[:1] == ["Nobody told us. They never ask those who fish here,"]
    assert others_in(analyser, text) == [("repeat", "They never ask those who fish here")]
    kinds = [quote.kind for quote in analyser.analyse(make_document(text)).quotes]
    assert kinds == ["direct", "heading"]


def test_a_pull_quote_signed_inside_its_marks_is_told_where_its_cue_stands(analyser: Analyser) -> None:
    words = "Nobody told us that the water would come up to the roof"
    pulled = f"“{words}.\n\nAnna Kowalska.”"
    text = f"The storm came at night.\n\n{pulled}\n\n“{words},” said Anna Kowalska of the quay.\n\nThe end."
    assert words_in(analyser, text) == [f"{words},"]
    assert others_in(analyser, text) == [("repeat", f"{words}.")]


def test_a_pull_quote_is_no_second_quote(analyser: Analyser) -> None:
    pulled = "“Nobody told us that the water would come up to the roof.”"
    text = f"The storm came at night.\n\n{pulled}\n\nAnna Kowalska lost her house.\n\n{pulled}\n\nThe council meets."
    assert words_in(analyser, text) == [pulled[1:-1]]
    assert others_in(analyser, text) == [("repeat", pulled[1:-1])]
