"""The reader is of use at every size, says so plainly where there is too little room, and keeps its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ui.app import ReaderApp
from tui.ui.screens.too_small import TooSmallScreen
from tui.ui.widgets.bars import KeyHints, StatusLine

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot

    from tui.ui.screens.reader import ReaderScreen

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 15)]


def reader(pilot: Pilot[None]) -> ReaderScreen:
    return pilot.app.reader  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_shows_its_item_and_the_sentence_of_it(reading: Reading, size: tuple[int, int]) -> None:
    async with reading(*size) as pilot:
        screen = reader(pilot)
        for key, kind in zip("1234", ("people", "organisations", "quotes", "numbers"), strict=True):
            await pilot.press(key)
            await pilot.pause()
            pane = screen.pane(kind)
            assert pane.region.height >= 3
            assert "▌" in "".join(pane.render_line(y).text for y in range(pane.size.height))
            assert screen.article.size.height >= 5
            target = screen.article.target
            assert target is not None
            assert screen.document.sentence_at(target.sentence.start) in screen.article.visible_sentences
        for widget in (StatusLine, KeyHints):
            assert screen.query_one(widget).region.height == 1


@pytest.mark.parametrize("size", SIZES)
async def test_hints_always_name_help_and_quit(reading: Reading, size: tuple[int, int]) -> None:
    async with reading(*size) as pilot:
        line = reader(pilot).query_one(KeyHints).render_line(0).text
        assert "? help" in line
        assert "q quit" in line


async def test_too_small_a_terminal_is_told_so_and_the_place_is_kept(reading: Reading) -> None:
    async with reading(80, 24) as pilot:
        await pilot.press("d")
        place = reader(pilot).article.place()
        await pilot.resize_terminal(20, 6)
        await pilot.pause()
        assert isinstance(pilot.app.screen, TooSmallScreen)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.screen is reader(pilot)
        assert reader(pilot).article.place() == place


async def test_resize_keeps_the_place_through_every_size(reading: Reading) -> None:
    async with reading(120, 20) as pilot:
        article = reader(pilot).article
        await pilot.press("d", "d")
        place = article.place()
        for size in (*SIZES, (120, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            start, end = article.visible_text
            assert start <= place + 80
            assert end > place
        assert article.place() == place


@pytest.mark.parametrize("opened", ["o", "question_mark", "C", "i", "t", "T", "ctrl+p"])
async def test_what_lies_below_a_list_or_page_suits_a_size_that_it_got_meanwhile(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, opened: str
) -> None:
    monkeypatch.setattr(ReaderApp, "is_headless", False)  # its painting is held back as in a terminal
    async with reading(120, 40) as pilot:
        screen = reader(pilot)
        await pilot.press("3", opened)
        await pilot.pause()
        assert pilot.app.screen is not screen
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert [pane.kind for pane in screen.panes if pane.region] == ["quotes"]
        assert screen.rail.size.width == 60
        await pilot.press(opened)
        await pilot.resize_terminal(120, 40)
        await pilot.press("escape")
        await pilot.pause()
        assert len([pane for pane in screen.panes if pane.region]) == 4
        assert screen.rail.size.width == 44


async def test_too_small_a_terminal_is_told_of_also_after_something_lay_over_the_reader(reading: Reading) -> None:
    async with reading(80, 24) as pilot:
        await pilot.press("question_mark")
        await pilot.resize_terminal(20, 6)
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TooSmallScreen)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.screen is reader(pilot)
