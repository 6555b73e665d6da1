"""The help says all there is to say of every command, at any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_untrusted import screen_text

from tui.ui.commands import COMMANDS, by_context
from tui.ui.screens.help import help_text

if TYPE_CHECKING:
    from conftest import Reading


@pytest.mark.parametrize("width", [31, 45, 69, 89, 105])
def test_help_says_all_of_every_command(width: int) -> None:
    text = help_text({}, width).plain
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    there = set(text.split())
    for command in COMMANDS:
        assert set(f"{command.title} {command.help}".split()) <= there, command.id


async def test_help_turns_pages_as_the_article_does(reading: Reading) -> None:
    async with reading(80, 24) as pilot:
        await pilot.press("question_mark")
        page = pilot.app.screen.query_one("#help")
        height = page.scrollable_content_region.height
        seen = 0
        while page.scroll_offset.y < page.max_scroll_y:
            assert page.scroll_offset.y <= seen, "no line is skipped"
            seen = page.scroll_offset.y + height
            await pilot.press("space")
        await pilot.press("b")
        assert page.max_scroll_y - page.scroll_offset.y == height - 2
        await pilot.press("g")
        assert page.scroll_offset.y == 0
        await pilot.press("G")
        assert page.scroll_offset.y == page.max_scroll_y


def test_both_ends_of_the_article_stand_together() -> None:
    here = [command.id for command in by_context("article")[0][1]]
    assert here.index("article.bottom") == here.index("article.top") + 1


async def test_palette_tells_the_keys_and_opens_over_the_reader_alone(reading: Reading) -> None:
    async with reading() as pilot:
        commands = {command.title: command.help for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert commands["Go to quotes"].startswith("3 · ")
        assert commands["Back to where you were"].startswith("<  Backspace · ")
        await pilot.press("t", "ctrl+p")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "HeadingsScreen"
        await pilot.press("escape", "ctrl+p")
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "CommandPalette"
        assert "Search" in screen_text(pilot)
