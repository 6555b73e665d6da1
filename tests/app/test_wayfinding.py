"""Finding words, walking from sentence to sentence and from the text to the panes, and the way back and forth."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import harbour
import pytest

from tui.ui.widgets.ask import Ask
from tui.ui.widgets.bars import KeyHints, StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Reading
    from textual.pilot import Pilot

    from tui.ui.screens.reader import ReaderScreen


def reader(pilot: Pilot[None]) -> ReaderScreen:
    return pilot.app.reader  # type: ignore[attr-defined, no-any-return]


def words(pilot: Pilot[None]) -> list[str]:
    """What stands out in the article: the words, or the sentence."""
    target = reader(pilot).article.target
    if target is None:
        return []
    return [harbour.TEXT[span.start : span.end] for span in target.words or (target.sentence,)]


def status(pilot: Pilot[None]) -> str:
    """The status line without the place."""
    line = reader(pilot).query_one(StatusLine)
    return " · ".join(filter(None, ("".join(words for words, _ in line.pieces), line.rank)))


def focus(pilot: Pilot[None]) -> str | None:
    return pilot.app.focused.id if pilot.app.focused else None


def chosen(pilot: Pilot[None], kind: str) -> str:
    finding = reader(pilot).pane(kind).chosen
    return getattr(finding, "name", "") or harbour.TEXT[finding.span.start : finding.span.end]  # type: ignore[union-attr]


async def find(pilot: Pilot[None], query: str) -> None:
    await pilot.press("slash", *("space" if c == " " else c for c in query))


async def test_words_are_found_as_they_are_typed_and_counted(reading: Reading) -> None:
    async with reading() as pilot:
        await find(pilot, "boat")
        assert words(pilot) == ["boat"]
        assert status(pilot).startswith("1/")
        await pilot.press("s")
        assert words(pilot) == ["boats"]
        assert reader(pilot).article.target.sentence.start > harbour.TEXT.index("Count")
        await pilot.press("backspace")
        assert words(pilot) == ["boat"]


async def test_matches_are_stepped_through_and_round(reading: Reading) -> None:
    async with reading() as pilot:
        await find(pilot, "whitlock")
        await pilot.press("enter")
        assert focus(pilot) == "article"
        assert not reader(pilot).query(Ask)
        assert reader(pilot).query_one(KeyHints).display
        assert status(pilot) == "1/3 “whitlock”"
        await pilot.press("n")
        assert status(pilot).startswith("2/3")
        assert reader(pilot).article.target.words == (harbour.span("Whitlock", 1),)
        await pilot.press("N", "N")
        assert status(pilot).startswith("3/3")


async def test_choosing_an_item_ends_the_search(reading: Reading) -> None:
    async with reading() as pilot:
        await find(pilot, "whitlock")
        await pilot.press("enter", "1", "n")
        assert "mention 2 of 4" in status(pilot)
        assert reader(pilot).article.overlay is None


async def test_escape_from_finding_goes_back_to_the_line(reading: Reading) -> None:
    async with reading(rows=20) as pilot:
        await pilot.press("j", "j", "j")
        place = reader(pilot).article.place()
        await find(pilot, "nine to four")
        await pilot.pause()
        assert reader(pilot).article.place() > place
        await pilot.press("escape")
        await pilot.pause()
        assert reader(pilot).article.place() == place
        assert words(pilot) == []
        assert focus(pilot) == "article"
        await find(pilot, "nine to four")
        await pilot.press("enter", "n", "escape")
        await pilot.pause()
        assert reader(pilot).article.place() == place
        assert reader(pilot).article.overlay is None


async def test_what_is_not_there_is_said_and_moves_nothing(reading: Reading) -> None:
    async with reading() as pilot:
        await find(pilot, "zebra")
        assert status(pilot) == "“zebra” is not in the article."
        assert reader(pilot).article.place() == 0
        await pilot.press("enter")
        assert words(pilot) == []


async def test_regular_expressions_are_used_on_demand(reading: Reading) -> None:
    async with reading() as pilot:
        await find(pilot, "boats?\\b")
        assert "is not in the article" in status(pilot)
        await pilot.press("ctrl+r")
        assert status(pilot).startswith("1/")
        await pilot.press("(")
        assert status(pilot).startswith("No regular expression")


async def test_last_search_is_offered_again(reading: Reading) -> None:
    async with reading() as pilot:
        await find(pilot, "quay")
        await pilot.press("enter", "1", "slash")
        assert reader(pilot).query_one(Ask).value == "quay"
        await pilot.press("f", "e", "r", "r", "y")
        assert words(pilot) == ["ferry"]


async def test_a_click_elsewhere_ends_the_typing_and_not_the_search(reading: Reading) -> None:
    async with reading() as pilot:
        await find(pilot, "quay")
        await pilot.click("#article", offset=(4, 1))
        await pilot.pause()
        assert not reader(pilot).query(Ask)
        assert reader(pilot).query_one(KeyHints).display
        await find(pilot, "x")
        assert reader(pilot).query_one(Ask).value == "x"
        await pilot.click("#people", offset=(4, 2))
        await pilot.pause()
        assert not reader(pilot).query(Ask)
        assert focus(pilot) == "people"


async def test_sentence_cursor_shows_in_the_panes_what_is_in_the_sentence(reading: Reading) -> None:
    async with reading() as pilot:
        for _ in range(4):
            await pilot.press("right_square_bracket")
        assert words(pilot) == ["“We heard you,” Mayor Dana Whitlock told a crowd on the quay."]
        here = {kind: reader(pilot).pane(kind).here for kind in ("people", "organisations", "quotes", "numbers")}
        assert here == {
            "people": frozenset({0}), "organisations": frozenset(), "quotes": frozenset({0}), "numbers": frozenset()
        }  # fmt: skip
        assert status(pilot) == "sentence 4 of 30 · 1 person, 1 quote"
        assert "•Dana Whitlock" in reader(pilot).pane("people").render_line(0).text
        await pilot.press("left_square_bracket")
        assert words(pilot)[0].startswith("PORT ELLERY")
        await pilot.press("1")
        assert reader(pilot).pane("people").here == frozenset()


async def test_paragraph_cursor_goes_to_first_sentences(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("right_curly_bracket", "right_curly_bracket", "right_curly_bracket", "right_curly_bracket")
        assert words(pilot)[0].startswith("“We heard you,”")
        await pilot.press("right_square_bracket", "left_curly_bracket")
        assert words(pilot)[0].startswith("“We heard you,”")
        await pilot.press("left_curly_bracket")
        assert words(pilot)[0].startswith("PORT ELLERY")


async def test_enter_goes_from_the_sentence_to_its_item_and_back_to_the_line(reading: Reading) -> None:
    async with reading(rows=20) as pilot:
        for _ in range(8):
            await pilot.press("right_square_bracket")
        sentence, place = words(pilot), reader(pilot).article.place()
        assert sentence[0].startswith("The harbour board, which runs the ferry")
        await pilot.press("enter")
        assert focus(pilot) == "organisations"
        assert chosen(pilot, "organisations") == "Harbour Board"
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert (focus(pilot), words(pilot), reader(pilot).article.place()) == ("article", sentence, place)


async def test_arrows_go_through_everything_found_in_the_order_of_the_text(reading: Reading) -> None:
    async with reading() as pilot:
        went = []
        for _ in range(6):
            await pilot.press("right")
            went += words(pilot)
        assert went == [
            "Ines Okafor", "two years", "more than 4,000 people", "We heard you,", "Dana Whitlock", "The boat stays."
        ]  # fmt: skip
        assert focus(pilot) == "article"
        await pilot.press("left", "enter")
        assert focus(pilot) == "people"
        assert chosen(pilot, "people") == "Dana Whitlock"


@pytest.mark.parametrize(
    ("word", "nth", "pane"), [("Brandt", 0, "people"), ("$2.5", 0, "numbers"), ("heard", 0, "quotes")]
)
async def test_click_on_a_word_goes_to_its_item(reading: Reading, word: str, nth: int, pane: str) -> None:
    async with reading() as pilot:
        article = reader(pilot).article
        for y in range(article.size.height):
            if (x := article.render_line(y).text.find(word)) >= 0:
                await pilot.click(article, offset=(x, y))
                break
        assert focus(pilot) == pane
        assert word in words(pilot)[0]


async def test_everything_found_can_be_marked_at_once_and_not_by_colour_alone(reading: Reading) -> None:
    async with reading() as pilot:
        article = reader(pilot).article

        def look(of: str) -> tuple[bool, bool, bool, bool]:
            for y in range(article.size.height):
                for segment in article.render_line(y):
                    if of in segment.text:
                        style = segment.style
                        return bool(style.underline), bool(style.underline2), bool(style.italic), bool(style.bold)
            raise AssertionError(of)

        bare = look("The harbour board")
        await pilot.press("a")
        looks = [look("Tomas Brandt"), look("harbour board"), look("a luxury"), look("$2.5 million")]
        assert looks == [
            (True, False, False, False), (False, True, False, False), (False, False, True, False),
            (False, False, False, True),
        ]  # fmt: skip
        await pilot.press("a")
        assert look("The harbour board") == bare


async def test_jumps_go_back_and_forward_to_the_very_line(reading: Reading) -> None:
    async with reading(rows=20) as pilot:
        await pilot.press("j", "j")
        first = reader(pilot).article.place()
        await pilot.press("G")
        end = reader(pilot).article.place()
        await pilot.press("1", "j")
        person = words(pilot)
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert (reader(pilot).article.place(), focus(pilot)) == (end, "article")
        await pilot.press("backspace")
        await pilot.pause()
        assert reader(pilot).article.place() == first
        await pilot.press("backspace")
        assert status(pilot) == "Nowhere to go back to."
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert reader(pilot).article.place() == end
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert (focus(pilot), words(pilot)) == ("people", person)
        await pilot.press("greater_than_sign")
        assert status(pilot) == "Nowhere to go forward to."


@pytest.mark.parametrize(
    ("typed", "done"),
    [
        ("next sentence", lambda screen: screen.choice is not None and screen.choice.kind == "sentence"),
        ("find in the article", lambda screen: bool(screen.query(Ask))),
        ("list the headings", lambda screen: type(screen.app.screen).__name__ == "HeadingsScreen"),
    ],
)
async def test_commands_can_be_given_from_the_palette(reading: Reading, typed: str, done: Callable[..., bool]) -> None:
    async with reading() as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*("space" if c == " " else c for c in typed))
        palette = pilot.app.screen.query_one("CommandList")
        async with asyncio.timeout(60):  # the palette looks for commands at its leisure
            while not palette.option_count:  # type: ignore[attr-defined]
                await pilot.pause(0.02)
            await pilot.press("enter")
            while not done(reader(pilot)):
                await pilot.pause(0.02)


async def test_forward_to_words_that_were_found_tells_what_is_in_their_sentence(reading: Reading) -> None:
    async with reading() as pilot:
        await find(pilot, "whitlock")
        await pilot.press("enter", "escape", "greater_than_sign")
        assert status(pilot).startswith("sentence ")
        assert "nothing found here" not in status(pilot)
        assert reader(pilot).pane("people").here
