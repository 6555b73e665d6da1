"""The two lines below the article: they offer the keys that are of use, and say all of what has just happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from test_reader_keys import reader, status

from tui.domain.findings import Analysis
from tui.ui import look_saver
from tui.ui.widgets.bars import KeyHints, StatusLine, in_two

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot


def hints(pilot: Pilot[None]) -> str:
    """The keys and what they do, three spaces between two, however many there are."""
    return "   ".join(re.split(r"\s{2,}", reader(pilot).query_one(KeyHints).render_line(0).text.strip()))


def said(pilot: Pilot[None]) -> str:
    """What the two lines say together."""
    return f"{reader(pilot).query_one(StatusLine).render_line(0).text.strip()} {hints(pilot)}"


@pytest.mark.parametrize(
    ("size", "keys", "expected"),
    [
        ((80, 24), ["3"], "Enter read   n next   Esc back   s theirs   / find   c cite   y copy   ? help   q quit"),
        ((60, 20), ["3"], "Enter read   n their next   Esc back   c cite   ? help   q quit"),
        ((60, 20), ["3", "enter"], "1–4 panes   n next   Esc back   c cite   ? help   q quit"),
        ((40, 15), ["3"], "Esc back   c cite   ? help   q quit"),
        ((80, 24), ["4"], "Enter read   f filter   S sort   Esc back   F kind   c cite   y copy   ? help   q quit"),
        ((80, 24), ["1"], "Enter read   n next   Esc back   s theirs   / find   c cite   y copy   ? help   q quit"),
        (
            (160, 40),
            ["4"],
            "1–4 panes   Enter read   f filter   S sort by size   Esc back   F only counts   / find   "
            "a highlight all   c cite   y copy   m mark   ? help   q quit",
        ),
    ],
)
async def test_how_to_go_on_and_how_to_leave_stay_where_there_is_little_room(
    reading: Reading, size: tuple[int, int], keys: list[str], expected: str
) -> None:
    async with reading(*size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert hints(pilot) == expected


async def test_a_switch_says_what_it_does_next(reading: Reading) -> None:
    async with reading(200, 40) as pilot:
        await pilot.press("3")
        assert "r show reported   x show other marks" in hints(pilot)
        await pilot.press("r", "x", "a")
        assert "r hide reported   x hide marks" in hints(pilot)
        assert "a no highlights" in hints(pilot)
        await pilot.press("r", "x", "a")
        assert "r show reported   x show other marks" in hints(pilot)
        assert "s only theirs" in hints(pilot)
        await pilot.press("s")
        assert "Esc list all" in hints(pilot)
        assert "s all quotes" in hints(pilot)


async def test_marking_says_how_many_are_copied_and_how_to_unmark(reading: Reading) -> None:
    async with reading(160, 40) as pilot:
        await pilot.press("4", "m")
        assert "c cite 1   y copy 1   m unmark" in hints(pilot)
        await pilot.press("j")
        assert "c cite 1   y copy 1   m mark" in hints(pilot)


async def test_the_key_of_a_citation_stays_on_every_size_and_what_is_left_of_the_line_tells_more(
    reading: Reading,
) -> None:
    for width in (40, 60, 80, 100, 120):
        async with reading(width, 24) as pilot:
            for pane in "1234":
                await pilot.press(pane)
                assert "c cite" in hints(pilot)
                assert "q quit" in hints(pilot)


async def test_nothing_is_offered_for_an_item_where_there_is_none(reading: Reading) -> None:
    async with reading(analysis=Analysis()) as pilot:
        await pilot.press("3")
        assert hints(pilot) == "1–4 panes   Esc back   / find   a highlight all   c cite   y copy   ? help   q quit"


async def test_what_is_of_use_is_offered_once_something_comes_in(reading: Reading, findings: Analysis) -> None:
    async with reading(analysis=Analysis()) as pilot:
        await pilot.press("3")
        reader(pilot).analysis = findings
        await pilot.pause()
        assert hints(pilot).startswith("1–4 panes   Enter read   f filter")
        assert status(pilot).startswith("Dana Whitlock"), "the first row is chosen"


async def test_a_filter_that_leaves_nothing_can_still_be_changed(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1", "f", *"zzz", "enter")
        await pilot.pause()
        assert "f filter" in hints(pilot)
        assert "Enter" not in hints(pilot)


async def test_numbers_have_no_speaker_whose_quotes_could_be_listed(reading: Reading) -> None:
    async with reading(160, 40) as pilot:
        await pilot.press("4")
        assert "theirs" not in hints(pilot)
        await pilot.press("s")
        assert status(pilot).startswith("Quotes are by a person")
        await pilot.press("3")
        assert "s theirs" in hints(pilot)


async def test_next_is_offered_only_where_there_is_one(reading: Reading) -> None:
    async with reading(160, 40) as pilot:
        await pilot.press("4")
        assert "n next" not in hints(pilot)  # every figure is given once
        await pilot.press("3")
        assert "n their next" in hints(pilot)
        await pilot.press("j", "j", "j")
        assert status(pilot).startswith("nobody is named")
        assert "next" not in hints(pilot)
        await pilot.press("1", "g")
        assert "n next" in hints(pilot)
        await pilot.press("G")
        assert reader(pilot).choice.entity.name == "Ines Okafor"
        assert "n next" not in hints(pilot)
        assert "theirs" not in hints(pilot)  # she says nothing


async def test_keys_of_one_pane_are_offered_there_alone_and_where_they_do_something(reading: Reading) -> None:
    async with reading(160, 40) as pilot:
        assert "reported" not in hints(pilot)
        await pilot.press("3")
        assert "r reported   x marks" in hints(pilot)
        assert "kind" not in hints(pilot)
        await pilot.press("s")
        assert "s all quotes" in hints(pilot)
        await pilot.press("4")
        assert "F only counts" in hints(pilot)
        for nothing in ("d dates", "u other units", "r show reported", "o dossier"):  # there is nothing they could show
            assert nothing not in hints(pilot)


async def test_first_row_is_chosen_when_a_switch_fills_an_empty_pane(reading: Reading, findings: Analysis) -> None:
    reported = tuple(quote for quote in findings.quotes if not quote.holds_own_words)
    async with reading(analysis=Analysis(quotes=reported)) as pilot:
        await pilot.press("3")
        assert reader(pilot).choice is None
        await pilot.press("r")
        assert reader(pilot).choice.finding is reader(pilot).pane("quotes").items[0]
        assert status(pilot).startswith("Reported speech")


async def test_hints_are_those_of_a_choice_again_after_a_search_was_left(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("slash", *"boat", "enter")
        assert "n next match" in hints(pilot)
        await pilot.press("escape")
        assert "n next" not in hints(pilot)
        await pilot.press("right_square_bracket")
        assert "Enter to the item" in hints(pilot)
        await pilot.press("1")
        assert "n next " in hints(pilot)


async def test_what_is_too_long_for_the_status_line_goes_on_in_the_footer(reading: Reading) -> None:
    async with reading(40, 15) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert said(pilot) == "People are underlined, organisations twice, quotes italic, numbers bold."
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "twice, quotes italic, numbers bold." in reader(pilot).query_one(StatusLine).render_line(0).text
        assert hints(pilot).startswith("1–4 panes")
        await pilot.resize_terminal(40, 15)
        await pilot.press("j")
        await pilot.press("right_square_bracket")
        assert hints(pilot).startswith("1–4 panes")


async def test_first_page_of_the_next_start_does_not_wear_a_message(reading: Reading) -> None:
    async with reading(40, 15) as pilot:
        await pilot.pause()
        assert look_saver.look_of(pilot.app, reader(pilot)).hints
        await pilot.press("a")
        await pilot.pause()
        assert not look_saver.look_of(pilot.app, reader(pilot)).hints


async def test_first_page_of_the_next_start_does_not_offer_what_only_a_pane_does(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3", "j")
        assert not look_saver.look_of(pilot.app, reader(pilot)).hints


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("short", ("short", "")),
        ("one two three", ("one two", "three")),
        ("one twothree four", ("one", "twothree…")),
        ("abcdefghijklmn", ("abcdefghij", "klmn")),
        ("日本語日本語日本語", ("日本語日本", "語日本語")),
    ],
)
def test_a_note_is_cut_between_words_and_by_cells(note: str, lines: tuple[str, str]) -> None:
    assert in_two(note, 10, 10) == lines


async def test_nothing_to_show_or_hide_is_said_so_and_changes_nothing(reading: Reading) -> None:
    async with reading(analysis=Analysis()) as pilot:
        await pilot.press("x")
        assert status(pilot) == "Nothing in quotation marks here that is not speech."
        assert not reader(pilot).pane("quotes").others
        await pilot.press("r")
        assert status(pilot) == "No reported speech was found."
        assert not reader(pilot).reported


async def test_an_article_without_a_title_is_called_by_the_name_of_its_file(reading: Reading) -> None:
    from tui.ingest.plain import make_document

    document = make_document("It rained all day on the quay, and nobody came.\n", "/srv/texts/2024/rain.txt")
    async with reading(document=document, analysis=Analysis()) as pilot:
        assert status(pilot) == "rain.txt"
