"""Quotation marks are paired whatever their style, and a bad one spoils nothing beyond it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.growth import growth
from tui.analysis.marks import find_marked
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from collections.abc import Callable


def inner(text: str) -> list[str]:
    document = make_document(text)
    return [document.slice(marked.inner) for marked in find_marked(document)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said, “We are ready,” on Monday.",
        'The mayor said, "We are ready," on Monday.',
        "The mayor said, ‘We are ready,’ on Monday.",
        "The mayor said, 'We are ready,' on Monday.",
        "The mayor said, «We are ready,» on Monday.",
        "The mayor said, »We are ready,« on Monday.",
        "The mayor said, „We are ready,“ on Monday.",
        "The mayor said, „We are ready,” on Monday.",
        "The mayor said, ``We are ready,'' on Monday.",
        "The mayor said, ''We are ready,'' on Monday.",
        "The mayor said, “We are ready,“ on Monday.",
        "The mayor said, ”We are ready,” on Monday.",
        'The mayor said, ""We are ready,"" on Monday.',
        'The mayor said, “We are ready," on Monday.',
    ],
)
def test_every_style_of_marks_is_paired(text: str) -> None:
    assert inner(text) == ["We are ready,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“She told me ‘no’ twice,” he said.", ["She told me ‘no’ twice,"]),
        ("“She told me “no” twice,” he said.", ["She told me “no” twice,"]),
        ('"She told me "no" twice," he said.', ['She told me "no" twice,']),
        ("‘She told me “no” twice,’ he said.", ["She told me “no” twice,"]),
        ("'She told me \"no\" twice,' he said.", ['She told me "no" twice,']),
        ("“‘No,’ she said, and left,” he recalled. “Yes.”", ["‘No,’ she said, and left,", "Yes."]),
    ],
)
def test_nested_marks_belong_to_the_outer_quote(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers' tools and the farmers’ ploughs were left in the rain.",
        "In the '90s and the ’80s rock 'n' roll wasn't dead; 'tis true, and we were goin' home.",
        "He is 6'2\" tall and his brother 5' 11\".",
        'A 40" screen stood beside a 60" screen.',
        "James's dog and the boss's dog don't get on.",
    ],
)
def test_apostrophes_elisions_feet_and_inches_are_no_quotes(text: str) -> None:
    assert inner(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It is the workers’ fault,’ said Ann. ‘They don’t care.’", ["It is the workers’ fault,", "They don’t care."]),
        ("'It is the workers' fault,' said Ann. 'They don't care.'", ["It is the workers' fault,", "They don't care."]),
        ('"He is 6\'2" tall and weighs nothing," she said.', ["He is 6'2\" tall and weighs nothing,"]),
        ('"We had none in 2020" and "plenty in 2021" were her words.', ["We had none in 2020", "plenty in 2021"]),
        ("Smith: 'No deal' in the '90s", ["No deal"]),
        ('Ann Lee"s boat sank. "It"s a shame," she said.', ['It"s a shame,']),
    ],
)
def test_apostrophes_and_inches_inside_a_quote_do_not_end_it(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_doubled_opening_mark_inside_a_quote_is_part_of_it() -> None:
    text = "“The fund is empty. “No money will come before spring,” she told callers."
    assert inner(text) == ["The fund is empty. “No money will come before spring,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # paragraphs of one quote that were run together
        ('"The dam held. "It will hold again," Mr Orr said.', ['The dam held. "It will hold again,']),
        (
            'He left. "The dam held. "That is luck. I know it. "But we need more," Mr Orr said. Rain fell.',
            ['The dam held. "That is luck. I know it. "But we need more,'],
        ),
        # behind the reporter's words the first mark was lost, or a stray one
        ('"The dam held, Mr Orr said. "It will hold," he said.', ["The dam held,", "It will hold,"]),
        ('"Mr Orr said the dam held. "It will hold," he said.', ["It will hold,"]),
        ('The "dam of the year, as it is called. "It will hold," he said.', ["It will hold,"]),
        # a closing mark on the wrong side of its space
        ('"It was luck. "Orr, in his boots, went to the dam and looked. He left.', ["It was luck."]),
    ],
)
def test_a_straight_mark_opens_a_quote_again_only_where_speech_goes_on(text: str, expected: list[str]) -> None:
    assert [words.strip() for words in inner(text)] == expected


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "“We were never asked about it.\n\nThe council met on Tuesday.\n\n“Nobody came,” she said."
    assert inner(text) == ["We were never asked about it.", "Nobody came,"]


def test_an_unclosed_quote_ends_where_the_reporter_speaks() -> None:
    assert inner('"We were never asked, Smith said. "Nobody came."') == ["We were never asked,", "Nobody came."]
    assert inner("“We were never asked, he said on Monday.") == ["We were never asked,"]


def test_a_stray_mark_spoils_nothing_after_it() -> None:
    text = 'The "north road is closed. Residents called it "a scandal" on Monday.\n\n"It is," said Ann.'
    assert inner(text) == ["a scandal", "It is,"]
    assert inner("The road is closed.” Residents called it “a scandal” on Monday.") == ["a scandal"]


def test_each_paragraph_of_a_long_quote_is_opened_and_the_last_closed() -> None:
    text = "He said: “First things first.\n\n“Second things second.\n\n“And that is all.”\n\n“Good,” she said."
    marked = find_marked(make_document(text))
    assert [(m.closed, m.continues) for m in marked] == [(False, False), (False, True), (True, True), (True, False)]


def test_a_quote_broken_over_lines_goes_on_until_its_closing_mark() -> None:
    text = "The sign on the door reads: “Dear neighbours,\nwe are closed for good.\nThank you all.”\nNobody came."
    document = make_document(text)
    marked = find_marked(document)
    assert [document.slice(m.inner) for m in marked] == [
        "Dear neighbours,", "we are closed for good.", "Thank you all.",
    ]  # fmt: skip
    assert [m.continues for m in marked] == [False, True, True]


def test_single_marks_may_run_over_paragraphs_too() -> None:
    text = "He said: ‘First things first.\n\n‘Second things second.’\n\nThe farmers’ union agreed."
    assert inner(text) == ["First things first.", "Second things second."]


def test_the_name_under_a_quote_is_not_part_of_it() -> None:
    assert inner('"We shall see.\nMaria Lopez, Mayor of Riverton."\nThe vote is in May.') == ["We shall see."]


def test_spaces_inside_the_marks_of_a_scraped_text_do_no_harm() -> None:
    assert inner('" We are ready , " the mayor said . " Come . "') == [" We are ready , ", " Come . "]


def test_outer_spans_hold_the_marks_and_inner_spans_do_not() -> None:
    document = make_document("Then “yes” came.")
    (marked,) = find_marked(document)
    assert (document.slice(marked.outer), document.slice(marked.inner)) == ("“yes”", "yes")


@pytest.mark.parametrize("words", ['"a" ', "“word word. ", "it's o' the workers' 'twas ", "a,” "])
def test_a_hostile_text_full_of_marks_takes_no_longer_than_its_length(words: str) -> None:
    assert growth(lambda size: partial(find_marked, make_document(words * size)), 4000) < 9


@pytest.mark.parametrize("words", ["A", "A. ", "Of the "])
def test_a_line_that_almost_is_a_signature_takes_no_longer_than_its_length(words: str) -> None:
    def work(size: int) -> Callable[[], object]:
        return partial(find_marked, make_document(f"“We shall see.\n{words * size}!”\nThe end."))

    assert growth(work, 1000) < 9


def test_a_mark_too_many_before_a_term_takes_nothing_of_the_sentence() -> None:
    assert inner("It is what skippers say: “They grumble about “trippers” blocking a lane that nobody marked.") == [
        "trippers"
    ]
    text = "“He called it “amateur” hour and left without a word.\n\n“We stayed,” she said."
    assert inner(text) == ["He called it “amateur” hour and left without a word.", "We stayed,"]


def test_a_line_that_signs_a_quote_is_no_part_of_it() -> None:
    document = make_document("“We will hold the line, whatever it costs.\n\nFormer union president Bob Dale.”")
    (marked,) = find_marked(document)
    assert document.slice(marked.inner) == "We will hold the line, whatever it costs."
    assert marked.signed is not None
    assert document.slice(marked.signed) == "Former union president Bob Dale."


@pytest.mark.parametrize("opening", ["We told", "You said", "Nobody told", "Marsh said", "My father told"])
def test_a_quote_over_paragraphs_may_begin_with_what_somebody_said(opening: str) -> None:
    text = f"Orr spoke.\n\n“{opening} them it would fail.\n\n“They did not listen,” she said."
    assert inner(text) == [f"{opening} them it would fail.", "They did not listen,"]
