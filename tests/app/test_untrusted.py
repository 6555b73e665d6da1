"""An article is shown literally: never as markup, and no control of its own ever reaches the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import harbour
import pytest
from test_reader_keys import reader, status
from test_while_analysing import Told

from tui.domain.findings import Analysis, Organisation, Person
from tui.domain.text import Facts
from tui.ui.analysis_client import Failed

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot

HOSTILE = "[/b][@click=app.quit]x\x1b]52;c;QUJD\x07\u202ey\n\x9bz"


def screen_text(pilot: Pilot[None]) -> str:
    """Everything on screen, as it is handed to the terminal."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip if not segment.control) for strip in lines)


def hostile(findings: Analysis) -> Analysis:
    quote = findings.quotes[0]
    assert quote.speaker
    quotes = (replace(quote, speaker=replace(quote.speaker, name=HOSTILE, person=0, text=HOSTILE, how="nominal")),)
    mentions = findings.people[0].mentions
    return Analysis(
        (Person(HOSTILE, (HOSTILE,), mentions),),
        (Organisation(HOSTILE, (HOSTILE,), mentions),),
        quotes,
        (replace(findings.numbers[1], counts=HOSTILE, unit=HOSTILE),),
    )


@pytest.mark.parametrize("keys", ["1", "2", "3", "4", "1sn", "?", "1o", "2o", "1/", "1fb", "1jjt"])
async def test_hostile_findings_are_shown_literally(reading: Reading, findings: Analysis, keys: str) -> None:
    article = replace(harbour.document(), facts=Facts(title=HOSTILE))
    async with reading(200, 40, document=article, analysis=hostile(findings)) as pilot:
        await pilot.press(*({"?": "question_mark", "/": "slash"}.get(key, key) for key in keys))
        shown = screen_text(pilot)
        assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in shown)
        if keys != "?":
            assert "[/b][@click=app.quit]x" in status(pilot) or "[/b][@click=app.quit]x" in shown
        assert pilot.app.is_running


async def test_markup_and_escapes_of_the_text_are_shown_as_text(reading: Reading) -> None:
    async with reading(120, 60) as pilot:
        shown = screen_text(pilot)
        assert "words [/b] and [bold red]on it" in shown
        assert "\x1b" not in shown
        assert "␛]52;c;QUJD␇" in shown


async def test_what_is_searched_and_filtered_for_is_shown_literally(reading: Reading) -> None:
    async with reading(160, 40) as pilot:
        await pilot.press("slash", *"[b]")
        assert "“[b]” is not in the article" in screen_text(pilot)
        await pilot.press("escape", "1", "f", *"[b]", "enter")
        assert "with “[b]”" in screen_text(pilot)
        await pilot.press("escape", "slash", *"[/b]", "enter")
        assert "1/1 “[/b]”" in screen_text(pilot)


async def test_what_the_analysis_process_says_is_shown_literally(reading: Reading) -> None:
    client = Told()
    async with reading(200, 40, analysis=None, client=client) as pilot:
        await client.tell(pilot, Failed(HOSTILE))
        shown = screen_text(pilot)
        assert "[/b][@click=app.quit]x" in shown
        assert "\x1b" not in shown
        assert "\x9b" not in shown
        assert reader(pilot).stage.failed


async def test_copied_words_are_safe(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        place = harbour.span("a leaflet read")
        index = reader(pilot).document.sentence_at(place.start)
        mention = replace(reader(pilot).analysis.people[0].mentions[0], span=place, sentence=index)
        reader(pilot).analysis = Analysis((Person("Somebody", (), (mention,)),))
        await pilot.press("1", "y")
        await pilot.app.workers.wait_for_complete()
        assert "\x1b" not in copies[0]
        assert "[/b]" in copies[0]
