"""A pane lists what one asks for, in the order one asks for, and everything again on Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ui.widgets.ask import Ask
from tui.ui.widgets.bars import KeyHints

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot

    from tui.ui.screens.reader import ReaderScreen


def reader(pilot: Pilot[None]) -> ReaderScreen:
    return pilot.app.reader  # type: ignore[attr-defined, no-any-return]


def names(pilot: Pilot[None], kind: str) -> list[str]:
    screen = reader(pilot)
    return [getattr(item, "name", "") or screen.document.slice(item.span) for item in screen.pane(kind).items]  # type: ignore[union-attr]


async def test_pane_lists_what_matches_while_it_is_typed(reading: Reading) -> None:
    async with reading() as pilot:
        everyone = [await pilot.press("1"), names(pilot, "people")][1]
        await pilot.press("f", *"whitl")
        assert names(pilot, "people") == ["Dana Whitlock"]
        await pilot.press("enter")
        assert not reader(pilot).query(Ask)
        assert reader(pilot).query_one(KeyHints).display
        assert pilot.app.focused is reader(pilot).pane("people")
        assert reader(pilot).choice.finding.name == "Dana Whitlock"  # type: ignore[union-attr]
        assert "with “whitl”" in str(reader(pilot).pane("people").border_title)
        await pilot.press("escape")
        assert names(pilot, "people") == everyone
        assert reader(pilot).pane("people").chosen.name == "Dana Whitlock"  # type: ignore[union-attr]


async def test_escape_while_typing_lists_all(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1", "f", *"zzz")
        assert names(pilot, "people") == []
        assert "nothing like this" in reader(pilot).pane("people").render_line(0).text
        await pilot.press("escape")
        assert len(names(pilot, "people")) == 3


@pytest.mark.parametrize(
    ("key", "kind", "query", "left"),
    [
        ("2", "organisations", "newspaper", ["Ellery Gazette"]),
        ("3", "quotes", "nurse", ["My shift ends at eleven,", "How else do I get home?"]),
        ("3", "quotes", "empty", ["Count the empty seats,"]),
        ("3", "quotes", "unattributed", ["It is a beginning,"]),
        ("3", "quotes", "brandt carried", ["Then count the money."]),
        ("x3", "quotes", "written on", ["[/b]"]),
        ("4", "numbers", "people", ["more than 4,000 people", "About 300 people a day", "180"]),
        ("4", "numbers", "[b]", []),
    ],
)
async def test_every_pane_can_be_filtered_by_what_its_rows_say(
    reading: Reading, key: str, kind: str, query: str, left: list[str]
) -> None:
    async with reading() as pilot:
        await pilot.press(*key, "f", *query)
        assert names(pilot, kind) == left


async def test_orders_go_round_and_the_cursor_stays_on_its_finding(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1")
        first = names(pilot, "people")
        assert first == ["Dana Whitlock", "Tomas Brandt", "Ines Okafor"]
        assert reader(pilot).pane("people").border_subtitle == "by importance"
        seen = []
        for _ in range(4):
            await pilot.press("S")
            seen.append(names(pilot, "people"))
            assert reader(pilot).pane("people").chosen.name == "Dana Whitlock"  # type: ignore[union-attr]
            assert reader(pilot).note == f"People {reader(pilot).pane('people').border_subtitle}."
        assert seen[0] == ["Ines Okafor", "Dana Whitlock", "Tomas Brandt"]
        assert seen[1] == ["Tomas Brandt", "Ines Okafor", "Dana Whitlock"]
        assert seen[2] == ["Dana Whitlock", "Tomas Brandt", "Ines Okafor"]
        assert seen[3] == first
        assert reader(pilot).note == "People by importance."


async def test_quotes_can_be_listed_speaker_by_speaker(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3", "S")
        speakers = [q.speaker.name if q.speaker else "" for q in reader(pilot).pane("quotes").items]  # type: ignore[union-attr]
        assert (
            speakers == ["Dana Whitlock"] * 3 + ["Tomas Brandt"] * 2 + ["nurse at the island’s hospital"] * 2 + [""] * 2
        )


async def test_escape_while_typing_returns_to_what_was_chosen_before(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3", "j", "j")
        before = reader(pilot).pane("quotes").chosen
        await pilot.press("f", *"hear", "z", "z", "escape")
        assert reader(pilot).pane("quotes").chosen is before
        assert reader(pilot).choice.finding is before  # type: ignore[union-attr]
