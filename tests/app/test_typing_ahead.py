"""Keys that come faster than a line to type on can be mounted: over a slow connection, or pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_reader_keys import focus, reader, status
from textual.events import Key

from tui.ui.widgets.ask import Ask

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot

_NAMES = {"/": "slash", "\r": "enter", "\x1b": "escape", " ": "space", "\x7f": "backspace"}


async def burst(pilot: Pilot[None], keys: str) -> None:
    """All of `keys` before anything answers."""
    for key in keys:
        pilot.app.post_message(Key(_NAMES.get(key, key), key if key.isprintable() else None))
    for _ in range(6):
        await pilot.pause()


@pytest.mark.parametrize("before", ["escape", "3"])
async def test_letters_behind_the_key_that_asks_are_searched_for_and_no_commands(reading: Reading, before: str) -> None:
    async with reading() as pilot:
        await pilot.press(before)
        await burst(pilot, "/quayq\x7f")
        assert reader(pilot).query_one(Ask).value == "quay"
        assert status(pilot).startswith("1/2 “quay”")
        await pilot.press("enter")
        assert not reader(pilot).query(Ask)
        assert focus(pilot) == "article"


async def test_what_follows_enter_is_a_command_again(reading: Reading) -> None:
    async with reading() as pilot:
        await burst(pilot, "/quay\rn")
        assert not reader(pilot).query(Ask)
        assert status(pilot).startswith("2/2 “quay”")


async def test_a_filter_typed_at_once_leaves_the_keys_to_the_pane(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3")
        await burst(pilot, "fquay\rj")
        assert reader(pilot).pane("quotes").arrangement.query == "quay"
        assert focus(pilot) == "quotes"
        await burst(pilot, "/q\x1b/dana\r")
        assert status(pilot).startswith("1/")
