"""Citing from the reader: styles with their preview, words, links, marks, text selected, the article's details."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import harbour
import pytest
from test_reader_keys import reader, status
from test_untrusted import screen_text
from textual.app import App
from textual.events import Key
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Input, OptionList

from tui import settings
from tui.domain.findings import Analysis
from tui.domain.text import Facts
from tui.library.details import Details, details_of, store_path
from tui.settings import Settings
from tui.ui.screens.article_details import ArticleDetails
from tui.ui.screens.style_picker import StylePicker

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot
    from textual.screen import Screen


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def picker(pilot: Pilot[None]) -> StylePicker:
    assert isinstance(pilot.app.screen, StylePicker)
    return pilot.app.screen


async def test_the_preview_shows_each_style_on_what_is_chosen(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3", "C")
        assert picker(pilot).preview.startswith("“We heard you,”\n— Dana Whitlock, Mayor, in “Harbour town")
        assert "Reuters, ¶ 4" in screen_text(pilot), "the whole of it is seen at once"
        await pilot.press("j")
        assert picker(pilot).preview.startswith("Dana Whitlock, Mayor: “We heard you” (Okafor, n.d., para. 4).")
        assert "Okafor, I. (n.d.). Harbour town votes to keep its ferry." in screen_text(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is reader(pilot)
        assert settings.load().citation_style == "plain"


async def test_the_style_under_the_cursor_is_taken_however_fast_the_keys_come(
    reading: Reading, copies: list[str]
) -> None:
    async with reading() as pilot:
        await pilot.press("3", "C")
        for key in ("j", "j", "c"):  # as they come in one piece from a slow line
            pilot.app.post_message(Key(key, key))
        await pilot.pause()
        await settle(pilot)
        assert settings.load().citation_style == "mla"
        assert copies[0].startswith("Dana Whitlock, Mayor: “We heard you” (Okafor, par. 4).")


async def test_copies_reach_the_clipboard_one_after_the_other(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.ui import clipboard

    begun, go_on, held, most = threading.Event(), threading.Event(), [0], [0]

    def copy(text: str, write: object = None, way: str | None = None) -> clipboard.Copied:
        held[0] += 1
        most[0] = max(most[0], held[0])
        begun.set()
        go_on.wait(30)
        held[0] -= 1
        return clipboard.Copied(f"Took “{text[:12]}”.", True, "file", None)

    monkeypatch.setattr(clipboard, "copy", copy)
    async with reading() as pilot:
        await pilot.press("3", "y")
        while not begun.is_set():
            await pilot.pause()
        await pilot.press("j", "y", "j", "y")
        go_on.set()
        await settle(pilot)
        await settle(pilot)
        assert most == [1]
        assert status(pilot) == "Words: Took ““a luxury””."


async def test_a_chosen_style_is_used_and_remembered(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("3", "C", "j", "j", "enter", "c")
        await settle(pilot)
        assert copies[0].startswith("Dana Whitlock, Mayor: “We heard you” (Okafor, par. 4).")
        assert settings.load().citation_style == "mla"
        await pilot.press("C")
        assert picker(pilot).query_one(OptionList).highlighted == 2


async def test_a_style_can_be_chosen_and_copied_in_one_go(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("3", "C", "G", "end", "c")
        await settle(pilot)
        assert copies == ["#:~:text=We%20heard%20you"]


async def test_the_picker_has_an_example_before_anything_is_chosen(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("C")
        assert "We heard you" in picker(pilot).preview


async def test_a_style_that_does_not_exist_is_told(reading: Reading, copies: list[str]) -> None:
    async with reading(200, settings=Settings(citation_style="vancouver")) as pilot:
        await pilot.press("3", "c")
        await settle(pilot)
        assert copies == []
        assert status(pilot).startswith("There is no citation style 'vancouver'; there are plain, apa")


async def test_words_and_link_are_copied_alone(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("3", "y")
        await settle(pilot)
        await pilot.press("Y")
        await settle(pilot)
        assert copies == ["“We heard you,”", "#:~:text=We%20heard%20you"]
        assert status(pilot).startswith("Link, no address yet, i sets it: ")


async def test_marked_items_are_copied_together_in_the_articles_order(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("3", "j", "m", "k", "m")
        assert "2 are marked" in status(pilot)
        assert screen_text(pilot).count("✓") == 2
        await pilot.press("4", "y")
        await settle(pilot)
        assert copies == ["“We heard you,”\n\n“The boat stays.”"]
        assert status(pilot).startswith("Words of 2: ")


async def test_a_mark_is_taken_away_by_the_same_key_and_all_by_another(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("3", "m", "j", "m", "m")
        assert "1 is marked" in status(pilot)
        await pilot.press("M", "y")
        await settle(pilot)
        assert copies == ["“The boat stays.”"]
        assert "✓" not in screen_text(pilot)


async def test_marks_stay_on_their_items_when_a_fuller_analysis_comes(reading: Reading, findings: Analysis) -> None:
    half = replace(findings, quotes=findings.quotes[3:], people=())
    async with reading(analysis=half) as pilot:
        await pilot.press("3", "j", "m")
        name = reader(pilot).marked[0].finding
        reader(pilot).analysis = harbour.analysis(harbour.document())
        await pilot.pause()
        assert reader(pilot).marked[0].finding == name
        assert reader(pilot).marked[0].finding in reader(pilot).analysis.quotes
        assert screen_text(pilot).count("✓") == 1


async def test_text_selected_with_the_mouse_is_cited_and_then_let_go(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("3")
        view = reader(pilot).article
        reader(pilot).selections = {view: Selection(Offset(0, 1), Offset(12, 1))}
        selected = view.selected
        assert selected is not None
        words = view.document.slice(selected)
        assert words == harbour.TEXT[selected.start : selected.start + 12]
        await pilot.press("c")
        await settle(pilot)
        assert copies[0].startswith(f"{words}\n— “Harbour town")
        assert view.selected is None


@pytest.mark.parametrize("key", ["Y", "m", "c"])
async def test_without_a_choice_nothing_is_copied_or_marked(reading: Reading, copies: list[str], key: str) -> None:
    async with reading() as pilot:
        await pilot.press(key)
        await settle(pilot)
        assert copies == []
        assert status(pilot).startswith("Nothing is chosen yet")


async def test_details_are_set_used_and_kept_with_the_article(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("3", "i")
        assert isinstance(pilot.app.screen, ArticleDetails)
        assert pilot.app.screen.focused is pilot.app.screen.query_one(
            "#detail-publication"
        )  # the first that is missing
        await pilot.press(*"The Gazette", "tab", *"2024-03-05", "enter")
        await pilot.press("c")
        await settle(pilot)
        assert "Reuters, The Gazette, 5 March 2024" in copies[0]
        assert details_of(harbour.TEXT) == Details(publication="The Gazette", published="2024-03-05")
    async with reading() as pilot:
        await pilot.press("3", "c")
        await settle(pilot)
        assert "The Gazette, 5 March 2024" in copies[1]


async def test_a_fact_of_the_text_can_be_taken_away(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("i")
        pilot.app.screen.query_one("#detail-byline", Input).value = ""
        await pilot.press("enter", "3", "c")
        await settle(pilot)
        assert "Okafor" not in copies[0]


async def test_what_is_no_date_is_said_and_nothing_is_lost(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("i")
        pilot.app.screen.query_one("#detail-published", Input).value = "last week"
        pilot.app.screen.query_one("#detail-url", Input).value = "https://example.org"
        await pilot.press("enter")
        assert "'last week' is no date" in screen_text(pilot)
        assert pilot.app.screen.query_one("#detail-url", Input).value == "https://example.org"
        await pilot.press("escape")
        assert details_of(harbour.TEXT) == Details()


async def test_details_leave_the_article_alone_when_nothing_changed(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("i", "enter")
        assert pilot.app.screen is reader(pilot)
        assert not store_path().exists()


async def test_a_damaged_store_of_details_is_told_and_the_reader_opens(reading: Reading) -> None:
    store_path().parent.mkdir(parents=True)
    store_path().write_bytes(b"no database" * 100)
    async with reading(200) as pilot:
        assert "cannot be read" in status(pilot)


async def test_hostile_facts_are_shown_literally_in_the_details_and_the_picker(reading: Reading) -> None:
    hostile = "[/b][@click=app.quit]x[/] \x1b]52;c;QUJD\x07\u202e"
    article = harbour.document().with_facts(Facts(title=hostile, byline=hostile, publication=hostile, url=hostile))
    async with reading(200, 50, document=article) as pilot:
        for key in ("i", "C"):
            await pilot.press("3", key)
            shown = screen_text(pilot)
            assert "[/b][@click=app.quit]x" in shown
            assert not {"\x1b", "\x07", "\u202e"} & set(shown)
            await pilot.press("escape")


class Alone(App[None]):
    """One screen over nothing, so that its picture changes with it alone."""

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        self._screen = screen

    def on_mount(self) -> None:
        self.push_screen(self._screen)


def test_the_style_picker_looks_as_it_did(snap_compare: object) -> None:
    article = harbour.document()
    findings = harbour.analysis(article)
    app = Alone(StylePicker(article, findings, findings.quotes[0], "apa"))
    assert snap_compare(app, terminal_size=(110, 28), press=["j"])  # type: ignore[operator]


def test_the_article_details_look_as_they_did(snap_compare: object) -> None:
    facts = Details(published="2024-03-05").over(harbour.document().facts)
    assert snap_compare(Alone(ArticleDetails(facts)), terminal_size=(90, 28))  # type: ignore[operator]


async def test_ctrl_c_with_nothing_selected_copies_nothing_and_says_how_to_quit(
    reading: Reading, copies: list[str]
) -> None:
    async with reading() as pilot:
        await pilot.press("3", "ctrl+c")
        await settle(pilot)
        assert copies == []
        assert "q quits" in status(pilot)
