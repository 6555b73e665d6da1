"""The column beside the article shows what is in view and where what is chosen occurs, and a click goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import harbour
import pytest

from tui.ui.occurrences import spark
from tui.ui.widgets.minimap import Minimap
from tui.ui.wrapping import VIEW

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot


def column(pilot: Pilot[None]) -> str:
    """The signs of the column from the top."""
    minimap = pilot.app.screen.query_one(Minimap)
    return "".join(minimap.render_line(y).text for y in range(minimap.size.height))


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (40, 15)])
async def test_the_part_in_view_goes_down_with_the_article(reading: Reading, size: tuple[int, int]) -> None:
    async with reading(*size) as pilot:
        await pilot.pause()
        at_first = column(pilot)
        assert at_first == VIEW * at_first.count(VIEW) + " " * at_first.count(" ")
        assert 0 < at_first.count(VIEW) < len(at_first)
        await pilot.press("G")
        await pilot.pause()
        at_last = column(pilot)
        assert at_last.endswith(VIEW)
        assert at_last.startswith(" ")


async def test_places_of_what_is_chosen_are_shown_and_the_one_the_reader_is_at(reading: Reading) -> None:
    async with reading(120, 40) as pilot:
        await pilot.press("1")
        lines = [harbour.span("Whitlock", nth).start * 38 // len(harbour.TEXT) for nth in (0, 1, 2)]
        shown = column(pilot)
        assert shown[lines[0]] == "█"
        assert shown[lines[1]] == shown[lines[2]] == "━"
        await pilot.press("n")
        assert column(pilot)[lines[1]] == "█"
        await pilot.press("escape", "escape")
        assert "█" not in column(pilot)
        await pilot.press("slash", *"boats", "enter")
        assert column(pilot).count("━") >= 5


async def test_what_is_marked_is_shown_as_a_bookmark(reading: Reading) -> None:
    async with reading(120, 40) as pilot:
        await pilot.press("3", "G", "m", "g")
        line = harbour.span("“It is a beginning").start * 38 // len(harbour.TEXT)
        assert column(pilot)[line] == "•"
        await pilot.press("M")
        assert "•" not in column(pilot)


async def test_click_on_the_column_goes_there_and_back_comes_back(reading: Reading) -> None:
    async with reading(120, 20) as pilot:
        article = pilot.app.screen.query_one("#article")
        await pilot.press("j")
        place = article.place()  # type: ignore[attr-defined]
        await pilot.click(Minimap, offset=(0, 14))
        await pilot.pause()
        start, end = article.visible_text  # type: ignore[attr-defined]
        assert start < 14 * len(harbour.TEXT) // 18 < end
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert article.place() == place  # type: ignore[attr-defined]


async def test_pointer_held_on_the_column_drags_the_article_and_back_undoes_the_whole_drag(reading: Reading) -> None:
    async with reading(120, 20) as pilot:
        article = pilot.app.screen.query_one("#article")
        await pilot.press("j")
        place = article.place()  # type: ignore[attr-defined]
        await pilot.mouse_down(Minimap, offset=(0, 4))
        places = []
        for line in (8, 12, 14):
            await pilot.hover(Minimap, offset=(0, line))
            start, end = article.visible_text  # type: ignore[attr-defined]
            assert start < line * len(harbour.TEXT) // 18 < end
            places.append(start)
        assert places == sorted(set(places))
        await pilot.mouse_up(Minimap, offset=(0, 14))
        await pilot.hover(Minimap, offset=(0, 2))
        assert article.visible_text[0] == places[-1]  # type: ignore[attr-defined]
        assert not pilot.app.screen.get_selected_text()
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert article.place() == place  # type: ignore[attr-defined]


def test_spark_shows_how_places_spread() -> None:
    assert spark([0, 1, 2, 3, 99], 100, 4) == "█  ▂"
    assert spark([], 100, 4) == "    "
    assert spark([50], 100, 4) == "  ▂ "
