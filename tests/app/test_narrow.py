"""Below a hundred columns the panes are one pane with tabs, which opens under the article and goes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_reader_keys import focus, reader, walk_all, words

from tui.settings import Settings
from tui.ui.widgets.bars import PaneTabs

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot


def shown(pilot: Pilot[None]) -> list[str]:
    """The panes that are on screen."""
    return [pane.id for pane in reader(pilot).query("FindingPane") if pane.region and pane.is_on_screen]  # type: ignore[attr-defined,misc]


async def test_article_has_the_whole_screen_until_a_pane_is_opened(reading: Reading) -> None:
    async with reading(80, 24) as pilot:
        assert shown(pilot) == []
        assert reader(pilot).article.size.width == 79  # and the column beside it
        await pilot.press("3")
        await pilot.pause()
        assert shown(pilot) == ["quotes"]
        assert focus(pilot) == "quotes"
        await pilot.press("1")
        await pilot.pause()
        assert shown(pilot) == ["people"]


async def test_enter_and_escape_close_it(reading: Reading) -> None:
    async with reading(80, 24) as pilot:
        await pilot.press("4", "enter")
        await pilot.pause()
        assert shown(pilot) == []
        assert words(pilot) == ["two years"]
        await pilot.press("escape")
        await pilot.pause()
        assert shown(pilot) == ["numbers"]
        await pilot.press("escape")
        await pilot.pause()
        assert shown(pilot) == []


async def test_text_stays_where_it_is_when_a_pane_opens(reading: Reading) -> None:
    async with reading(80, 30) as pilot:
        await pilot.press("j", "j")
        place = reader(pilot).article.place()
        await pilot.press("4", "j")  # both figures are in view already
        await pilot.pause()
        assert words(pilot) == ["more than 4,000 people"]
        assert reader(pilot).article.place() == place


async def test_tabs_are_clicked(reading: Reading) -> None:
    async with reading(80, 24) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.click(PaneTabs, offset=(14, 0))
        await pilot.pause()
        assert shown(pilot) == ["organisations"]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 15)])
async def test_every_item_comes_into_view_on_a_small_screen(reading: Reading, size: tuple[int, int]) -> None:
    async with reading(*size) as pilot:
        await walk_all(pilot)


async def test_pane_in_use_stays_open_when_the_screen_gets_narrow_and_wide_again(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("2")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert shown(pilot) == ["organisations"]
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert shown(pilot) == ["people", "organisations", "quotes", "numbers"]
        assert focus(pilot) == "organisations"


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark"])
@pytest.mark.parametrize("colours", [True, False])
async def test_tabs_are_the_only_title_of_the_open_pane(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, theme: str, colours: bool
) -> None:
    if not colours:
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(80, 24, settings=Settings(theme=theme)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        pane = reader(pilot).pane("quotes")
        assert pane.size == pane.outer_size


async def test_open_tab_keeps_its_count_and_says_what_it_lists(reading: Reading) -> None:
    async with reading(40, 15) as pilot:
        tabs = reader(pilot).query_one(PaneTabs)
        await pilot.press("3")
        assert tabs.render_line(0).text.rstrip() == " 1 Peo  2 Org  3 Quotes 9  4 Num"
        await pilot.press("1")
        assert tabs.render_line(0).text.rstrip() == " 1 People 3  2 Org  3 Quo  4 Num"
        await pilot.resize_terminal(90, 24)
        await pilot.press("f", *"dana", "enter")
        assert tabs.render_line(0).text.rstrip().endswith("with “dana”")
        await pilot.press("escape", "j", "s")
        assert tabs.render_line(0).text.rstrip().endswith("of one speaker · r: 1 reported")


async def test_open_tab_says_what_is_hidden_as_far_as_there_is_room(reading: Reading) -> None:
    async with reading(100, 24) as pilot:
        pane, tabs = reader(pilot).pane("quotes"), reader(pilot).query_one(PaneTabs)
        assert pane.border_subtitle == "r: 1 reported · x: 1 other mark hidden"
        await pilot.press("3")
        for width, told in (
            (99, " r: 1 reported · x: 1 other mark hidden"),
            (79, " r: 1 reported · x: 1"),
            (74, " r: 1 · x: 1"),
            (40, "4 Num"),
        ):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            assert tabs.render_line(0).text.rstrip().endswith(told)
        await pilot.press("x")
        assert pane.hidden[0] == "r: 1 reported hidden"
        await pilot.press("r")
        assert pane.hidden == ()


async def test_keys_that_the_settings_changed_are_named(reading: Reading) -> None:
    async with reading(settings=Settings(keys={"quotes.reported": "R"})) as pilot:
        assert reader(pilot).pane("quotes").hidden[-1] == "R: 1 · x: 1"
