"""A list of chapters, entries or files can be chosen from, left and come back to; what fails is said in it."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from tui.domain.findings import Analysis, Mention, Person
from tui.domain.text import Span
from tui.errors import ReaderError
from tui.ingest.choices import Choice, Choices
from tui.ingest.plain import make_document
from tui.ui.analysis_client import Failed, Progressed
from tui.ui.app import ReaderApp
from tui.ui.screens.chooser import ChooserScreen
from tui.ui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.pilot import Pilot

    from tui.domain.text import Document
    from tui.ui.analysis_client import Event


class Client:
    """An analysis process that notes what it was handed."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.tags: list[dict[str, Any]] = []
        self.hear: Callable[[Event], None] = lambda event: None

    @property
    def job(self) -> int:
        return len(self.texts)

    def analyse(self, text: str, tags: dict[str, Any]) -> None:
        self.texts.append(text)
        self.tags.append(tags)

    def listen(self, hear: Callable[[Event], None]) -> None:
        self.hear = hear

    def close(self) -> None: ...


def article(number: int) -> Document:
    return make_document(f"Title {number}\n\nThe ferry number {number} ran on Monday.")


def failing() -> Document:
    raise ReaderError("The third one is [b]damaged[/b].")


@pytest.fixture
def choices() -> Choices:
    """Two articles, one that fails, a further list, and a hostile title."""
    further = Choices("Inside", "entries", (Choice("Four", "", lambda: article(4)),))
    return Choices(
        "A [red]book[/red]",
        "chapters",
        (
            Choice("One", "1 KB", lambda: article(1)),
            Choice("Two \x1b]52;c;x\x07[/b] of \u202e them", "2 KB", lambda: article(2)),
            Choice("Three", "", failing),
            Choice("More", "", lambda: further),
        ),
    )


def app_on(choices: Choices, client: Client) -> ReaderApp:
    return ReaderApp(choices, None, client)  # type: ignore[arg-type]


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def note(app: ReaderApp) -> str:
    return str(app.screen.query_one("#chooser-note", Static).render())


async def test_entry_is_opened_analysed_with_its_structure_and_left_again(choices: Choices) -> None:
    client = Client()
    app = app_on(choices, client)
    async with app.run_test() as pilot:
        assert client.texts == []
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.document.text == article(2).text
        assert client.texts == [article(2).text]
        assert [p["kind"] for p in client.tags[0]["paragraphs"]] == ["title", "body"]
        await pilot.press("O")
        assert isinstance(app.screen, ChooserScreen)
        assert app.screen.query_one(OptionList).highlighted == 1
        await pilot.press("k", "enter")
        await settle(pilot)
        assert app.reader.document.text == article(1).text


async def test_word_of_the_article_before_does_not_reach_the_next(choices: Choices) -> None:
    client = Client()
    app = app_on(choices, client)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("O", "j", "enter")
        await settle(pilot)
        client.hear(Progressed(1.0, Analysis(), True, None, job=1))
        await pilot.pause()
        assert not app.reader.stage.over
        client.hear(Progressed(1.0, Analysis(), True, None, job=2))
        await pilot.pause()
        assert app.reader.stage.over


async def test_what_cannot_be_opened_is_said_as_it_stands(choices: Choices) -> None:
    app = app_on(choices, Client())
    async with app.run_test() as pilot:
        await pilot.press("j", "j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ChooserScreen)
        assert "The third one is [b]damaged[/b]." in note(app)


async def test_list_in_a_list_can_be_left(choices: Choices) -> None:
    app = app_on(choices, Client())
    async with app.run_test() as pilot:
        await pilot.press("G", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ChooserScreen)
        assert app.screen.choices.title == "Inside"
        await pilot.press("enter")
        await settle(pilot)
        assert app.reader.document.text == article(4).text
        await pilot.press("O", "escape")
        assert isinstance(app.screen, ChooserScreen)
        assert app.screen.choices is choices
        await pilot.press("escape")
        assert app.is_running


async def test_slow_entry_holds_nobody_up_and_is_dropped_for_another(choices: Choices) -> None:
    gate = threading.Event()

    def slow() -> Document:
        gate.wait(10)
        return article(9)

    entries = (Choice("Slow", "", slow), *choices.entries)
    app = app_on(Choices("A feed", "entries", entries), Client())
    async with app.run_test() as pilot:
        await pilot.press("enter", "j")
        await pilot.pause()
        assert "Opening Slow" in note(app)
        await pilot.press("enter")
        while not isinstance(app.screen, ReaderScreen):
            await pilot.pause()
        gate.set()
        await settle(pilot)
        assert app.reader.document.text == article(1).text


async def test_titles_are_shown_and_never_obeyed(choices: Choices) -> None:
    app = app_on(choices, Client())
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        shown = "\n".join("".join(s.text for s in strip) for strip in app.screen._compositor.render_strips())
        assert "A [red]book[/red]  4 chapters" in shown
        assert "[/b] of" in shown
        assert not any(character in shown for character in "\x1b\x07\u202e")


async def test_one_article_has_no_list_to_go_back_to() -> None:
    app = ReaderApp(article(1), Analysis())
    async with app.run_test() as pilot:
        await pilot.press("O")
        assert isinstance(app.screen, ReaderScreen)
        assert app.reader.note == "No other article was opened with this one."


async def test_kept_analysis_of_a_chosen_article_is_shown_at_once(choices: Choices) -> None:
    client = Client()
    app = ReaderApp(choices, None, client, lookup=lambda document: Analysis())  # type: ignore[arg-type]
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert app.reader.stage.over
        assert client.texts == []


async def test_word_of_the_article_before_does_not_reach_one_whose_analysis_was_kept(choices: Choices) -> None:
    client, kept = Client(), []
    app = ReaderApp(
        choices,
        None,
        client,  # type: ignore[arg-type]
        lookup=lambda document: Analysis() if "number 2" in document.text else None,
        keep=lambda document, found: kept.append(document.text),
    )
    found = Analysis((Person("Somebody Else", (), (Mention(Span(0, 5), 0, "name"),)),))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("O", "j", "enter")
        await settle(pilot)
        assert "number 2" in app.reader.document.text
        client.hear(Progressed(1.0, found, True, None, job=1))
        client.hear(Failed("The analysis of the first one failed."))
        await settle(pilot)
        assert app.reader.analysis == Analysis()
        assert app.reader.note == ""
        assert kept == []
        await pilot.press("O", "k", "enter")
        await settle(pilot)
        client.hear(Progressed(1.0, found, True, None, job=2))
        await settle(pilot)
        assert app.reader.analysis == found
        assert kept == [article(1).text]


def test_program_ends_at_once_while_an_entry_is_being_opened() -> None:
    """In a process of its own: it is the end of the process that must not wait."""
    script = """
import asyncio, threading
from tui.ingest.choices import Choice, Choices
from tui.ui.app import ReaderApp

class Client:
    job = 0
    def listen(self, hear): ...
    def close(self): ...

never, begun = threading.Event(), threading.Event()
slow = Choice("Slow", "", lambda: (begun.set(), never.wait()))

async def main():
    app = ReaderApp(Choices("A feed", "entries", (slow,)), None, Client())
    async with app.run_test() as pilot:
        await pilot.press("enter")
        while not begun.is_set():
            await pilot.pause()
        await pilot.press("q")

asyncio.run(main())
print("ended")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout == "ended\n", done.stderr


async def test_several_articles_are_counted_once_in_the_heading() -> None:
    entries = (Choice("One", "", lambda: article(1)), Choice("Two", "", lambda: article(2)))
    async with app_on(Choices("2 articles", "articles", entries), Client()).run_test() as pilot:
        heading = pilot.app.screen.query_one("#chooser-title", Static)
        assert str(heading.render()) == "2 articles"


async def test_list_is_narrowed_to_words_and_widened_again(choices: Choices) -> None:
    app = app_on(choices, Client())
    async with app.run_test() as pilot:
        await pilot.press("slash", *"two 2")
        await pilot.pause()
        assert app.screen.query_one(OptionList).option_count == 1
        assert "1 of 4 chapters" in note(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one(OptionList).option_count == 4
        await pilot.press("slash", *"kb", "enter")
        await pilot.pause()
        assert "2 of 4 chapters · Enter opens" in note(app)
        await pilot.press("escape", "slash", *"two", "enter")
        await settle(pilot)
        assert app.reader.document.text == article(2).text


async def test_nothing_found_is_no_fault(choices: Choices) -> None:
    app = app_on(choices, Client())
    async with app.run_test() as pilot:
        await pilot.press("slash", *"zzz", "enter", "enter", "j")
        await pilot.pause()
        assert "0 of 4 chapters" in note(app)
        assert isinstance(app.screen, ChooserScreen)


async def test_list_suits_the_width_that_the_terminal_got_while_an_article_was_read(choices: Choices) -> None:
    app = app_on(choices, Client())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        await pilot.press("O")
        await pilot.pause()
        row = app.screen.query_one(OptionList).render_line(0).text
        assert row.rstrip().endswith("1 KB")
        assert len(row) <= 50


async def test_long_list_is_laid_out_in_part_and_found_in_as_a_whole() -> None:
    entries = tuple(Choice(f"story {number}", "", lambda: article(1)) for number in range(20_000))
    app = ReaderApp(Choices("Archive", "files", entries))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        options = app.screen.query_one(OptionList)
        note = app.screen.query_one("#chooser-note", Static)
        assert options.option_count == 1000  # all would take seconds at every key
        assert "finds among all; 1,000 are listed" in str(note.render())
        await pilot.press("slash", *"19999")
        await pilot.pause()
        assert options.option_count == 1
        assert "1 of 20,000 files" in str(note.render())
