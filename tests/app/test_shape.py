"""Measure, rail, zoom and theme: changed by keys, kept in the settings, the place never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from tui import settings
from tui.settings import Settings
from tui.ui.shaping import ThemesScreen
from tui.ui.themes import OWN

if TYPE_CHECKING:
    from conftest import Reading
    from textual.color import Color
    from textual.pilot import Pilot

    from tui.ui.screens.reader import ReaderScreen


def reader(pilot: Pilot[None]) -> ReaderScreen:
    return pilot.app.reader  # type: ignore[attr-defined, no-any-return]


async def settled(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_lines_get_longer_and_shorter_and_the_place_stays(reading: Reading) -> None:
    async with reading(160, 20) as pilot:
        article = reader(pilot).article
        await pilot.press("d")
        place = article.place()
        await pilot.press("plus", "plus", "minus")
        await settled(pilot)
        assert article.rows.width == 76
        start, end = article.rows.span(article.scroll_offset.y)
        assert start <= place < end
        assert settings.load().measure == 76
        await pilot.press(*["plus"] * 40)
        assert reader(pilot).note == "Lines are as long as there is room for."
        await pilot.press(*["minus"] * 40)
        assert article.rows.width == 30


async def test_rail_changes_its_width_and_side(reading: Reading) -> None:
    async with reading(160, 30) as pilot:
        screen = reader(pilot)
        await pilot.press("right_parenthesis", "right_parenthesis", "left_parenthesis")
        await settled(pilot)
        assert screen.rail.size.width == 48
        assert screen.rail.region.x == 0
        await pilot.press("vertical_line")
        await settled(pilot)
        assert screen.rail.region.right == 160
        assert screen.article.region.x == 0
        kept = settings.load()
        assert (kept.rail_width, kept.rail_side) == (48, "right")


@pytest.mark.parametrize("size", [(160, 30), (80, 24)])
async def test_zoom_shows_one_pane_alone_until_the_keys_go_elsewhere(reading: Reading, size: tuple[int, int]) -> None:
    async with reading(*size) as pilot:
        screen = reader(pilot)

        def seen() -> list[str]:
            shown = [pane.kind for pane in screen.panes if pane.region]
            return shown + (["article"] if screen.article.region else [])

        at_first = seen()
        await pilot.press("3", "z")
        await pilot.pause()
        assert seen() == ["quotes"]
        assert screen.pane("quotes").size.height > size[1] - 8
        await pilot.press("enter")
        await pilot.pause()
        assert seen() == at_first
        await pilot.press("1", "z", "z")
        await pilot.pause()
        assert "article" in seen()


async def test_article_can_be_zoomed(reading: Reading) -> None:
    async with reading(160, 30) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert reader(pilot).article.size.width == 159
        await pilot.press("1")
        await pilot.pause()
        assert reader(pilot).pane("people").region


async def test_themes_are_seen_at_once_and_kept_or_left(reading: Reading) -> None:
    async with reading() as pilot:
        before = pilot.app.theme
        await pilot.press("T", "g")
        assert isinstance(pilot.app.screen, ThemesScreen)
        assert pilot.app.theme == "ink"
        await pilot.press("j")
        assert pilot.app.theme == "paper"
        await pilot.press("escape")
        assert pilot.app.theme == before
        await pilot.press("T", "g", "j", "enter")
        await settled(pilot)
        assert pilot.app.theme == "paper"
        assert settings.load().theme == "paper"


async def test_every_theme_can_be_shown(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1", "j", "a", "T", "g")
        seen = [pilot.app.theme]
        for _ in range(len(pilot.app.available_themes) - 1):
            await pilot.press("j")
            seen.append(pilot.app.theme)
            await pilot.pause()
        assert sorted(seen) == sorted(pilot.app.available_themes)


async def test_theme_is_as_before_however_fast_the_list_is_left(reading: Reading) -> None:
    async with reading() as pilot:
        before = pilot.app.theme
        await pilot.press("T")
        for key in ("j", "escape"):  # as they come in one piece from a slow line
            pilot.app.post_message(Key(key, None))
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen is reader(pilot)
        assert pilot.app.theme == before


@pytest.mark.parametrize(("size", "keys"), [((80, 24), []), ((160, 30), ["z"])])
async def test_rail_that_is_not_there_is_not_changed(reading: Reading, size: tuple[int, int], keys: list[str]) -> None:
    async with reading(*size) as pilot:
        await pilot.press(*keys)
        for key in ("vertical_line", "right_parenthesis"):
            await pilot.press(key)
            assert "rail" in reader(pilot).note
            assert reader(pilot).settings == Settings()


async def test_theme_of_the_settings_is_used_and_an_unknown_one_is_named(reading: Reading) -> None:
    async with reading(settings=Settings(theme="paper")) as pilot:
        assert pilot.app.theme == "paper"
    async with reading(settings=Settings(theme="[b]neon")) as pilot:
        assert reader(pilot).note == "There is no theme “[b]neon”; T lists them."


async def test_words_stand_out_and_cursors_can_be_read_in_the_terminals_own_colours(reading: Reading) -> None:
    async with reading(settings=Settings(theme="ansi-dark")) as pilot:
        await pilot.press("3", "enter")
        article, pane = reader(pilot).article, reader(pilot).pane("quotes")
        grounds = [article.get_component_rich_style(f"article--{part}").bgcolor for part in ("sentence", "speaker")]
        assert all(ground is None or ground.is_default for ground in grounds)
        assert article.get_component_rich_style("article--words").reverse
        row = [segment.style for segment in pane.render_line(0) if segment.text.strip() and segment.style]
        assert all(style.bgcolor is None or style.bgcolor.is_default for style in row)
        assert all(style.bold for style in row)


def contrast(first: Color, second: Color) -> float:
    """The ratio of the web's accessibility guidelines (WCAG 2), from 1 to 21."""

    def luminance(color: Color) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, light = sorted([luminance(first), luminance(second)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", sorted(OWN))
def test_our_themes_can_be_read(name: str) -> None:
    from textual.color import Color

    theme = OWN[name]
    colours = theme.to_color_system().generate()
    for part in ("foreground", "primary", "secondary", "success", "warning", "error"):
        for ground in ("background", "surface"):
            assert contrast(Color.parse(colours[part]), Color.parse(colours[ground])) >= 4.5, (part, ground)
    letters = "background" if theme.dark else "foreground"  # of what stands out in the chosen sentence
    assert contrast(Color.parse(colours[letters]), Color.parse(colours["accent"])) >= 4.5
    quiet = Color.parse(colours["background"]).blend(Color.parse(colours["foreground"]), 0.62)
    assert contrast(quiet, Color.parse(colours["background"])) >= 4.5
