"""The pane of numbers: what it lists, in which order, and what it says of each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tui.domain.findings import Analysis, Number
from tui.domain.text import Span
from tui.ingest.plain import make_document
from tui.ingest.stand_ins import plain_text
from tui.ui.figures import MARKS
from tui.ui.widgets.bars import StatusLine

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot

    from tui.ui.screens.reader import ReaderScreen

TEXT = (
    "The quarry is 62 miles from Ostby.\n\n"
    "It sold for $4.2 million on May 4.\n\n"
    "The blast hurt 12 quarry workers, the firm said.\n\n"
    "A nurse counted 14 quarry workers.\n\n"
    "The firm paid $4.2 million, it said again.\n\n"
    "A path of 5 kilometers leads there.\n"
)


@pytest.fixture
def article() -> Any:
    return make_document(TEXT, "quarry.txt")


@pytest.fixture
def findings(article: Any) -> Analysis:
    def number(words: str, kind: Any, value: Any, nth: int = 0, **more: Any) -> Number:
        start = -1
        for _ in range(nth + 1):
            start = TEXT.index(words, start + 1)
        return Number(Span(start, start + len(words)), article.sentence_at(start), kind, value, **more)

    return Analysis(
        numbers=(
            number("62 miles", "quantity", 62, unit="mile"),
            number("$4.2 million", "money", 4_200_000, unit="dollar"),
            number("May 4", "date", "--05-04"),
            number("12", "count", 12, counts="quarry workers"),
            number("14", "count", 14, counts="quarry workers"),
            number("$4.2 million", "money", 4_200_000, 1, unit="dollar"),
            number("5 kilometers", "quantity", 5, unit="kilometer"),
        )
    )


def reader(pilot: Pilot[None]) -> ReaderScreen:
    return pilot.app.reader  # type: ignore[attr-defined, no-any-return]


def lines(pilot: Pilot[None]) -> list[str]:
    """The rows as they are on the screen, white space made single."""
    pane = reader(pilot).pane("numbers")
    drawn = ("".join(segment.text for segment in pane.render_line(y)) for y in range(len(pane.items)))
    return [" ".join(line.strip("▌• ").split()) for line in drawn]


def title(pilot: Pilot[None]) -> str:
    return reader(pilot).pane("numbers").border_title or ""


def status(pilot: Pilot[None]) -> str:
    line = reader(pilot).query_one(StatusLine)
    return " · ".join(filter(None, ("".join(words for words, _ in line.pieces), line.rank)))


def words(pilot: Pilot[None]) -> list[str]:
    target = reader(pilot).article.target
    return [f"{span.start}:{TEXT[span.start : span.end]}" for span in target.words] if target else []


async def test_a_row_says_value_thing_and_kind_and_a_figure_said_twice_is_one_row(reading: Reading) -> None:
    async with reading() as pilot:
        assert lines(pilot) == [
            "62 miles is … from Ostby ↔", "$4.2 million for … on May 4 2× $", "12 quarry workers ≠ #",
            "14 quarry workers ≠ #", "5 kilometers A path of … leads ↔",
        ]  # fmt: skip
        assert title(pilot) == "Numbers · 5"


async def test_n_goes_to_the_other_mention_and_the_cursor_stays_on_the_row(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "j")
        first = words(pilot)
        assert "mention 1 of 2" in status(pilot)
        await pilot.press("n")
        assert words(pilot) != first
        assert words(pilot)[0].endswith(":$4.2 million")
        assert "mention 2 of 2" in status(pilot)
        assert reader(pilot).pane("numbers").cursor == 1
        await pilot.press("enter")
        assert words(pilot) != first  # reading on stays at the mention that was reached


async def test_v_sorts_by_size_within_each_kind_whatever_the_unit(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "S")
        assert [line.split()[0] for line in lines(pilot)] == ["12", "14", "$4.2", "5", "62"]
        assert title(pilot) == "Numbers · 5 by size"
        await pilot.press("S")
        assert lines(pilot)[0].startswith("62 miles")


async def test_the_cursor_stays_on_its_figure_when_the_order_changes(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "S")
        assert reader(pilot).pane("numbers").cursor == 4
        assert reader(pilot).pane("numbers").chosen.unit == "mile"


async def test_f_lists_one_kind_after_the_other_and_then_all(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "F")
        assert lines(pilot) == ["12 quarry workers ≠ #", "14 quarry workers ≠ #"]
        assert title(pilot) == "Numbers · 2 counts"
        await pilot.press("F")
        assert lines(pilot) == ["$4.2 million for … on May 4 2× $"]
        await pilot.press("F", "F")
        assert lines(pilot) == ["4 May $4.2 million on … d"]
        await pilot.press("F")
        assert title(pilot) == "Numbers · 5"
        await pilot.press("F")
        assert status(pilot).startswith("Only counts; F goes to the next kind, Esc lists all.")
        await pilot.press("escape")
        assert title(pilot) == "Numbers · 5"
        assert reader(pilot).pane_in_use is reader(pilot).pane("numbers")


async def test_the_figure_nearest_to_one_that_is_listed_no_more_is_chosen(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("4", "G", "F")
        assert reader(pilot).pane("numbers").cursor == 1
        assert [line.split(":")[1] for line in words(pilot)] == ["14"]
        assert status(pilot).startswith("Only counts")
        await pilot.press("y")
        assert copies == ["A nurse counted 14 quarry workers."]
        await pilot.press("F", "F", "F", "F", "d", "g", "j", "j", "d")
        assert [line.split(":")[1] for line in words(pilot)] == ["$4.2 million"], "May 4 is hidden again"


async def test_d_lists_dates_too(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "d")
        assert lines(pilot)[2] == "4 May $4.2 million on … d"
        assert title(pilot) == "Numbers · 6 with dates"
        await pilot.press("d")
        assert title(pilot) == "Numbers · 5"


async def test_the_border_says_how_many_dates_are_hidden_and_the_key_that_lists_them(reading: Reading) -> None:
    async with reading() as pilot:
        pane = reader(pilot).pane("numbers")
        assert pane.border_subtitle == "d: 1 date hidden"
        assert {"numbers.kind", "numbers.dates", "numbers.convert"} <= pane.offers
        await pilot.press("4", "d")
        assert not pane.border_subtitle
        await pilot.press("d", "f", *"quarry", "enter")
        assert not pane.border_subtitle  # no date has that word
        await pilot.press("escape", "F")
        assert not pane.border_subtitle  # one kind is wanted


async def test_u_shows_measures_in_the_other_system(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "u")
        assert [line for line in lines(pilot) if "↔" in line] == [
            "62 miles ≈ 100 kilometers quarry is … ↔", "5 kilometers ≈ 3.1 miles of … leads ↔",
        ]  # fmt: skip


async def test_the_status_line_says_what_a_figure_is_at_odds_with_and_n_goes_there(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "j", "j")
        assert "12 quarry workers · ≠ 14 in ¶ 4 · count" in status(pilot)
        await pilot.press("n")
        assert words(pilot)[0].endswith(":14")
        assert reader(pilot).pane("numbers").cursor == 3
        assert "14 quarry workers · ≠ 12 in ¶ 3 · count" in status(pilot)
        await pilot.press("g")
        assert "≈ 100 kilometers" in status(pilot)


async def test_a_filter_takes_no_mark_off_what_stays_listed(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "f", *"14", "enter")
        assert lines(pilot) == ["14 quarry workers ≠ #"]


async def test_walking_through_the_text_stops_at_every_mention_that_is_listed(reading: Reading) -> None:
    async with reading() as pilot:
        seen = []
        for _ in range(6):
            await pilot.press("l")
            seen.append(words(pilot)[0].split(":")[1])
        assert seen == ["62 miles", "$4.2 million", "12", "14", "$4.2 million", "5 kilometers"]


async def test_a_note_too_long_for_the_line_takes_the_room_of_the_place(reading: Reading) -> None:
    async with reading(60, 20) as pilot:
        screen = reader(pilot)
        line = screen.query_one(StatusLine)
        screen.note = "Short."
        await pilot.pause()
        assert "¶ 1/6" in line.render_line(0).text
        screen.note = "A note of fifty letters and more, up to its end: here."
        await pilot.pause()
        assert line.render_line(0).text.strip() == screen.note


def test_the_signs_of_measures_and_durations_have_stand_ins() -> None:
    assert plain_text(MARKS["duration"] + MARKS["quantity"]) == "tm"


async def test_the_place_is_that_of_what_is_chosen_as_long_as_it_is_seen(reading: Reading) -> None:
    async with reading() as pilot:
        line = reader(pilot).query_one(StatusLine)
        assert line.place.startswith("¶ 1/6")
        await pilot.press("4", "j", "j")
        assert line.place.startswith("¶ 3/6")
        await pilot.press("escape")
        assert line.place.startswith("¶ 1/6")


async def test_other_units_can_be_asked_for_before_anything_is_found(reading: Reading) -> None:
    from tui.ui.stage import Stage

    async with reading(analysis=Analysis()) as pilot:
        reader(pilot).stage = Stage(share=0.1)
        await pilot.press("4", "u")
        assert status(pilot) == "Measures are shown in both systems."
        await pilot.press("u")
        reader(pilot).stage = Stage(share=1, over=True)
        await pilot.press("u")
        assert status(pilot) == "No measure in the article has another unit to be shown in."
