"""`n` and `N` go on from what is chosen, also where the pane does not list it any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_reader_keys import reader, status, words

if TYPE_CHECKING:
    from conftest import Reading


@pytest.mark.parametrize(("key", "there"), [("n", "Count the empty seats,"), ("N", "Then count the money.")])
async def test_next_of_reported_speech_that_was_hidden_meanwhile(reading: Reading, key: str, there: str) -> None:
    async with reading() as pilot:
        await pilot.press("r", "3", "j", "j", "j", "j")
        assert words(pilot) == ["the boat was half empty on most nights"]
        await pilot.press("enter", "r", key)
        assert words(pilot) == [there]
        assert reader(pilot).pane("quotes").chosen is reader(pilot).choice.finding


async def test_ends_of_the_text_are_told_in_the_unit_that_was_stepped_by(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("G", "left_square_bracket", "right_square_bracket", "right_square_bracket")
        assert status(pilot) == "This is the last sentence."
        await pilot.press("right_curly_bracket")
        assert status(pilot) == "This is the last paragraph."
        await pilot.press("g", "right_square_bracket", "left_curly_bracket")
        assert status(pilot) == "This is the first paragraph."


async def test_leaving_for_the_article_leaves_the_note_behind(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3", "r", "enter")
        assert status(pilot).startswith("Dana Whitlock")


async def test_cursors_row_is_chosen_once_the_chosen_one_is_hidden(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("r", "3", "j", "j", "j", "j", "r")
        assert words(pilot) == ["Count the empty seats,"], "the nearest in the text"
        await pilot.press("y")
        assert copies == ["“Count the empty seats,”"]
