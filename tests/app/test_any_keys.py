"""Whatever keys come, in bursts and at any size: nothing fails, and the reader still answers.

`PULLQUOTE_KEYS=1500` presses so many for each text and size, `PULLQUOTE_SEED` chooses which.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import harbour
import pytest
from textual.events import Key

from tui.domain.findings import Analysis
from tui.ingest.plain import make_document
from tui.ui.analysis_client import Progressed
from tui.ui.app import ReaderApp
from tui.ui.commands import COMMANDS

if TYPE_CHECKING:
    from textual.pilot import Pilot

KEYS = int(os.environ.get("PULLQUOTE_KEYS", "60"))
SEED = int(os.environ.get("PULLQUOTE_SEED", "7"))
_LEAVING = {"q", "ctrl+q", "ctrl+p"}
"""Not pressed: what ends it, and the palette, which is Textual's own and fails by itself on an early PgDn."""
_OTHERS = ["a", "w", "2", "comma", "delete", "ctrl+a", "ctrl+r", "ctrl+s", "ctrl+c", *["escape"] * 6, *"1234", "enter"]
SIZES = [(120, 40), (80, 24), (60, 20), (40, 15), (30, 8), (99, 12), (20, 6)]


class Teller:
    """A client whose process tells what the test says."""

    job = 1

    def listen(self, hear: object) -> None:
        """Nothing comes by itself."""

    def close(self) -> None:
        """Nothing to end."""


def key_of(name: str) -> Key:
    return Key(name, name if len(name) == 1 else None)


async def press(pilot: Pilot[None], chance: random.Random, findings: Analysis) -> None:
    """A burst of keys, as from a slow line; at times another size, or word from the analysis."""
    names = [key for command in COMMANDS for key in command.keys.split(",") if key not in _LEAVING]
    for name in chance.choices([*names, *_OTHERS], k=chance.randint(1, 6)):
        pilot.app.post_message(key_of(name))
    if chance.random() < 0.1:
        await pilot.resize_terminal(*chance.choice(SIZES))
    if chance.random() < 0.15:
        share, few = chance.random(), chance.randint(0, 6)
        everybody = few > 3  # quotes name their speakers by their places among the people
        people, quotes = (findings.people, findings.quotes[few:]) if everybody else (findings.people[:few], ())
        found = Analysis(people, findings.organisations[few // 2 :], quotes, findings.numbers[few:])
        pilot.app.post_message(ReaderApp.Heard(Progressed(share, found, share > 0.9, job=1)))  # type: ignore[arg-type]
    await pilot.pause()


@pytest.mark.parametrize("opened", ["o", "t", "T", "C", "i", "question_mark"])
@pytest.mark.parametrize("leaving", ["escape", "enter"])
async def test_a_page_is_left_once_however_often_it_is_asked_for(copies: list[str], opened: str, leaving: str) -> None:
    app = ReaderApp(harbour.document(), harbour.analysis(harbour.document()))
    async with app.run_test() as pilot:
        await pilot.press("3", opened)
        assert app.screen is not app.reader
        for name in (leaving, leaving):
            app.post_message(key_of(name))
        await pilot.pause()
        await pilot.pause()
        assert app.is_running
        assert app.screen is app.reader


async def test_styles_can_be_paged_through_before_they_have_been_drawn() -> None:
    app = ReaderApp(harbour.document(), harbour.analysis(harbour.document()))
    async with app.run_test() as pilot:
        for name in ("3", "C", "pagedown", "pagedown", "pageup", "escape"):
            app.post_message(key_of(name))
        await pilot.pause()
        await pilot.pause()
        assert app.is_running


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
@pytest.mark.parametrize("text", ["article", "two lines"])
async def test_nothing_fails_whatever_keys_come(
    monkeypatch: pytest.MonkeyPatch, copies: list[str], size: tuple[int, int], text: str
) -> None:
    monkeypatch.setattr(ReaderApp, "is_headless", False)  # its painting is held back as in a terminal
    document, findings = harbour.document(), harbour.analysis(harbour.document())
    if text == "two lines":
        document, findings = make_document("It rained on the quay.\nNobody came.\n", "rain.txt"), Analysis()
    chance = random.Random(f"{SEED} {text} {size}")
    app = ReaderApp(document, None, Teller())  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        for _ in range(KEYS // 3):
            await press(pilot, chance, findings)
            assert app.is_running
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        for _ in range(8):  # out of whatever is open
            await pilot.press("escape")
        assert app.screen is app.reader
        await pilot.press("3")
        assert app.focused is app.reader.pane("quotes")
        await pilot.press("g", "tab", "escape", "q")
        await pilot.pause()
        assert app._exit
