"""Where an article was left is offered the next time it is opened, and `<` goes on there."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import harbour
import pytest
from test_reader_keys import reader, status

from tui.library.places import Place, recall, remember, store_path
from tui.ui import returning

if TYPE_CHECKING:
    from conftest import Reading


@pytest.mark.parametrize(
    ("keys", "pane", "words"),
    [
        (["3", "G"], "quotes", "It is a beginning,"),
        (["1", "n", "enter"], "", "Whitlock"),
        (["G", "right_square_bracket"], "", ""),
        (["space", "space"], "", None),
    ],
)
async def test_article_is_gone_on_with_where_it_was_left(
    reading: Reading, keys: list[str], pane: str, words: str | None
) -> None:
    async with reading(80, 24) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        left, top = reader(pilot).choice, reader(pilot).article.place()
        await pilot.press("q")
    async with reading(80, 24) as pilot:
        screen = reader(pilot)
        returning.offer(screen)
        assert status(pilot).startswith("You were at ¶ ")
        assert status(pilot).endswith(" the last time: < goes on there.")
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert screen.article.place() == top
        assert screen.choice == left
        assert (screen.pane_in_use.kind if screen.pane_in_use else "") == pane
        if pane:
            assert screen.pane(pane).holds(screen.choice.finding)  # type: ignore[union-attr]
        if words:
            assert harbour.TEXT[screen.article.target.words[0].start :].startswith(words)  # type: ignore[union-attr]
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert screen.article.place() == 0
        await pilot.press("less_than_sign")
        assert screen.article.place() == top


async def test_places_of_this_time_come_before_the_one_of_the_last(reading: Reading) -> None:
    remember(harbour.TEXT, Place(harbour.span("The report of year six").start))
    async with reading(80, 24) as pilot:
        screen = reader(pilot)
        returning.offer(screen)
        await pilot.press("1", "enter", "less_than_sign", "less_than_sign")
        assert screen.article.place() == 0
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert "The report of year six" in harbour.TEXT[screen.article.place() :][:200]


async def test_nothing_is_offered_of_an_article_that_was_only_glanced_at(reading: Reading) -> None:
    async with reading(80, 24) as pilot:
        await pilot.press("q")
    assert recall(harbour.TEXT) is None
    async with reading(80, 24) as pilot:
        returning.offer(reader(pilot))
        assert reader(pilot).note == ""
        await pilot.press("less_than_sign")
        assert reader(pilot).note == "Nowhere to go back to."


async def test_who_has_begun_to_read_is_not_told(reading: Reading) -> None:
    remember(harbour.TEXT, Place(900))
    async with reading(80, 24) as pilot:
        await pilot.press("3")
        returning.offer(reader(pilot))
        assert reader(pilot).note == ""


def test_damaged_places_are_none() -> None:
    assert recall("text") is None
    remember("text", Place(2, "quotes", "quotes", 1))
    assert recall("text") == Place(2, "quotes", "quotes", 1)
    with sqlite3.connect(store_path()) as store:
        store.execute("UPDATE places SET top = 99")
    assert recall("text") is None
    store_path().write_bytes(b"no database" * 200)
    remember("text", Place(2))
    assert recall("text") is None
    remember("text", Place(2))
    assert recall("text") == Place(2)
