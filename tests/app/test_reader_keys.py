"""Every key of the reader does what the help says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import harbour
import pytest

from tui.domain.findings import Mention, OtherMarked
from tui.domain.text import Span
from tui.ui import walking
from tui.ui.carried import carried_from
from tui.ui.screens.help import HelpScreen
from tui.ui.widgets.bars import StatusLine

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot

    from tui.domain.findings import Analysis
    from tui.domain.text import Document
    from tui.ui.screens.reader import ReaderScreen


def reader(pilot: Pilot[None]) -> ReaderScreen:
    return pilot.app.reader  # type: ignore[attr-defined, no-any-return]


def words(pilot: Pilot[None]) -> list[str]:
    """What stands out in the article."""
    target = reader(pilot).article.target
    return [harbour.TEXT[span.start : span.end] for span in target.chosen] if target else []


def status(pilot: Pilot[None]) -> str:
    """The status line without the place."""
    line = reader(pilot).query_one(StatusLine)
    return " · ".join(filter(None, ("".join(words for words, _ in line.pieces), line.rank)))


def focus(pilot: Pilot[None]) -> str | None:
    return pilot.app.focused.id if pilot.app.focused else None


async def test_article_has_the_keys_at_first(reading: Reading) -> None:
    async with reading() as pilot:
        assert focus(pilot) == "article"
        assert words(pilot) == []


@pytest.mark.parametrize(
    ("key", "pane", "first"),
    [
        ("1", "people", "Dana Whitlock"),
        ("2", "organisations", "harbour board"),
        ("3", "quotes", "We heard you,"),
        ("4", "numbers", "two years"),
    ],
)
async def test_a_digit_goes_to_its_pane_and_shows_its_item(reading: Reading, key: str, pane: str, first: str) -> None:
    async with reading() as pilot:
        await pilot.press(key)
        assert focus(pilot) == pane
        assert words(pilot) == [first]


async def test_tab_goes_through_the_panes_to_the_article_and_round(reading: Reading) -> None:
    async with reading() as pilot:
        went = []
        for _ in range(6):
            await pilot.press("tab")
            went.append(focus(pilot))
        assert went == ["people", "organisations", "quotes", "numbers", "article", "people"]
        await pilot.press("shift+tab", "shift+tab")
        assert focus(pilot) == "numbers"


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_moving_previews_and_stops_at_the_ends(reading: Reading, down: str, up: str) -> None:
    async with reading() as pilot:
        await pilot.press("1", down)
        assert words(pilot) == ["Tomas Brandt"]
        await pilot.press(down, down, down)
        assert words(pilot) == ["Ines Okafor"]
        await pilot.press(up, up, up, up)
        assert words(pilot) == ["Dana Whitlock"]


async def test_ends_and_pages_of_a_pane(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("4", "G")
        assert words(pilot) == ["nine to four"]
        await pilot.press("g")
        assert words(pilot) == ["two years"]
        await pilot.press("pagedown")
        assert words(pilot) == ["nine to four"]
        await pilot.press("pageup")
        assert words(pilot) == ["two years"]


async def test_mentions_are_stepped_through_and_counted(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1")
        assert "mention 1 of 4" in status(pilot)
        await pilot.press("n", "n")
        assert words(pilot) == ["She"]
        assert "by “She” · mention 3 of 4" in status(pilot)
        await pilot.press("n", "n")
        assert "mention 1 of 4" in status(pilot)
        await pilot.press("N")
        assert reader(pilot).article.target.words == (harbour.span("Whitlock", 2),)


async def test_only_mention_says_so(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1", "G", "n")
        assert status(pilot) == "This is the only mention."
        assert words(pilot) == ["Ines Okafor"]
        await pilot.press("4", "n")
        assert status(pilot) == "The article gives this figure once."


async def test_sentence_has_no_further_mentions(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("right_square_bracket", "n")
        assert status(pilot).startswith("A sentence has no further mentions")


async def test_next_of_a_quote_is_the_speakers_next_quote(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3", "j", "n")
        assert words(pilot) == ["a luxury"]
        assert "quote 3 of 3" in status(pilot)
        assert reader(pilot).pane("quotes").chosen.span == harbour.span("a luxury")
        await pilot.press("n")
        assert words(pilot) == ["We heard you,"]


async def test_quote_shows_speaker_and_cue_with_its_words(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3")
        target = reader(pilot).article.target
        assert target.cue == harbour.span("told")
        assert target.speaker == harbour.span("Mayor Dana Whitlock")
        assert target.sentence.contains(harbour.span("We heard you,"))


async def test_who_is_carried_over_is_shown_where_the_text_mentions_them_last(
    reading: Reading, findings: Analysis, article: Document
) -> None:
    async with reading() as pilot:
        await pilot.press("3", "j")
        assert reader(pilot).article.target.speaker == harbour.span("Dana Whitlock")
        assert status(pilot).startswith("Dana Whitlock · carried over · mentioned last in ¶ 4")
        await pilot.press("j", "j", "j", "j")
        assert reader(pilot).article.target.speaker == harbour.span("he", of="he said. “Then")
        await pilot.press("j", "j")  # a description, which the quote before has
        assert reader(pilot).article.target.speaker == harbour.span("the nurse")
    here, carried = Mention(harbour.span("We", of="We heard you,"), 4, "pronoun"), findings.quotes[1]
    behind = Mention(harbour.span("Whitlock left"), 30)
    people = (findings.people[0], replace(findings.people[1], mentions=(here, behind)), findings.people[2])
    assert carried_from(carried, replace(findings, people=people), article) == behind.span  # “we” may be anybody
    her = Mention(harbour.span("her", of="her mind"), 6, "pronoun")
    people = (findings.people[0], replace(findings.people[1], mentions=(behind, her)), findings.people[2])
    later = replace(carried, span=harbour.span("Then count the money."))
    changed = replace(findings, people=people, quotes=(later,))
    assert carried_from(later, changed, article) == behind.span
    assert carried_from(carried, replace(changed, people=()), article) is None  # no longer one of these quotes
    assert carried_from(findings.quotes[0], findings, article) is None


async def test_enter_goes_to_the_article_and_escape_comes_back_to_the_line(reading: Reading) -> None:
    async with reading(rows=20) as pilot:
        await pilot.press("j", "j", "j")
        place = reader(pilot).article.place()
        await pilot.press("3", "G", "enter")
        assert focus(pilot) == "article"
        assert words(pilot) == ["It is a beginning,"]
        there = reader(pilot).article.place()
        assert there > place
        await pilot.press("pageup", "escape")
        await pilot.pause()
        assert focus(pilot) == "quotes"
        assert reader(pilot).article.place() == there
        await pilot.press("escape")
        await pilot.pause()
        assert focus(pilot) == "article"
        assert reader(pilot).article.place() == place


async def test_escape_with_nowhere_to_go_takes_the_highlight_away(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1", "escape", "escape")
        assert words(pilot) == []
        assert focus(pilot) == "article"


async def test_article_scrolls_by_the_pagers_keys(reading: Reading) -> None:
    async with reading(rows=20) as pilot:
        article = reader(pilot).article
        places = [article.place()]
        for key in ("space", "d", "j", "G"):
            await pilot.press(key)
            places.append(article.place())
        assert places == sorted(set(places))
        assert article.percent == 100
        await pilot.press("k", "u", "b", "g")
        assert article.place() == places[0]


async def test_page_keys_of_the_article_work_from_a_pane(reading: Reading) -> None:
    async with reading(rows=20) as pilot:
        await pilot.press("1")
        place = reader(pilot).article.place()
        await pilot.press("space")
        assert reader(pilot).article.place() > place
        assert focus(pilot) == "people"


async def test_citation_is_copied_and_the_status_says_what_became_of_it(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("3", "c")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert len(copies) == 1
        assert copies[0].startswith("“We heard you,”")
        assert "Dana Whitlock" in copies[0]
        assert "Harbour town votes to keep its ferry" in copies[0]
        assert status(pilot) == "Citation, Plain text: Kept by the test."
        await pilot.press("j")
        assert "Dana Whitlock" in status(pilot)


async def test_sentence_is_copied_alone(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("1", "n", "n", "y")
        await pilot.app.workers.wait_for_complete()
        assert copies == ["She did not explain what had changed her mind."]


async def test_a_persons_citation_is_of_the_mention_in_view(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        await pilot.press("1", "N", "c")
        await pilot.app.workers.wait_for_complete()
        assert copies[0].startswith("Whitlock left by the last boat.")


@pytest.mark.parametrize("key", ["c", "y", "n"])
async def test_keys_that_need_a_choice_say_so(reading: Reading, copies: list[str], key: str) -> None:
    async with reading() as pilot:
        await pilot.press(key)
        assert status(pilot).startswith("Nothing is chosen yet")
        assert copies == []


async def test_reported_speech_is_hidden_until_asked_for(reading: Reading) -> None:
    async with reading() as pilot:
        pane = reader(pilot).pane("quotes")
        reported = [quote for quote in reader(pilot).analysis.quotes if quote.kind == "indirect"]
        assert not set(reported) & set(pane.items)
        await pilot.press("r")
        assert set(reported) <= set(pane.items)
        await pilot.press("r")
        assert not set(reported) & set(pane.items)


@pytest.mark.parametrize(("keys", "theirs"), [(("1",), 3), (("3", "j", "j"), 3), (("1", "j"), 2)])
async def test_only_one_speakers_quotes(reading: Reading, keys: tuple[str, ...], theirs: int) -> None:
    async with reading() as pilot:
        pane = reader(pilot).pane("quotes")
        everything = len(pane.items)
        await pilot.press(*keys, "s")
        assert len(pane.items) == theirs
        assert focus(pilot) == "quotes"
        await pilot.press("escape")
        assert len(pane.items) == everything
        assert focus(pilot) == "quotes"


async def test_somebody_elses_quotes_take_the_place_of_one_speakers(reading: Reading) -> None:
    async with reading(160, 40) as pilot:
        pane = reader(pilot).pane("quotes")
        everything = len(pane.items)
        await pilot.press("1", "s")
        assert len(pane.items) == 3
        await pilot.press("1", "j")
        assert "s only theirs" in reader(pilot).query_one("KeyHints").render_line(0).text
        await pilot.press("s")
        assert len(pane.items) == 2
        assert focus(pilot) == "quotes"
        await pilot.press("1", "s")
        assert len(pane.items) == everything


async def test_a_switch_says_how_much_of_what_it_shows_is_listed(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3", "s", "r")
        assert status(pilot).startswith("Reported speech (0 of 1 here) is shown")
        await pilot.press("x")
        assert status(pilot) == "Words in marks that nobody says (0 of 1 here) are listed among the quotes."
        await pilot.press("x", "r")
        assert status(pilot) == "Reported speech (1) is hidden."
        await pilot.press("s", "r")
        assert status(pilot).startswith("Reported speech (1) is shown")


async def test_person_without_quotes_says_so(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1", "G", "s")
        assert status(pilot) == "No quote of theirs is listed."
        assert focus(pilot) == "people"


async def test_unattributed_quote_names_its_candidates(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("3", "G")
        assert status(pilot).startswith("unattributed? perhaps Dana Whitlock (40%) or Tomas Brandt (20%)")


async def test_help_lists_every_key_and_closes(reading: Reading) -> None:
    from tui.ui.commands import COMMANDS

    async with reading(120, 60) as pilot:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        shown = pilot.app.screen.text
        for command in COMMANDS:
            assert command.title in shown
        await pilot.press("escape")
        assert pilot.app.screen is reader(pilot)


@pytest.mark.parametrize(
    ("keys", "heading", "first"),
    [
        ((), "Here, in the article", "A line down"),
        (("3",), "Here, in the quotes pane", "Next item"),
        (("4",), "Here, in the numbers pane", "Next item"),
    ],
)
async def test_help_begins_with_what_applies_here(
    reading: Reading, keys: tuple[str, ...], heading: str, first: str
) -> None:
    async with reading(120, 60) as pilot:
        await pilot.press(*keys, "question_mark")
        lines = pilot.app.screen.text.splitlines()  # type: ignore[attr-defined]
        assert lines[0] == heading
        assert first in lines[1]
        here = "\n".join(lines[: lines.index("")])
        assert ("Only numbers of one kind" in here) == (keys == ("4",))
        assert ("Show or hide reported speech" in here) == (keys == ("3",))


async def test_q_quits(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app._exit


async def test_keys_can_be_changed_by_the_settings(reading: Reading) -> None:
    from tui.settings import Settings

    async with reading(settings=Settings(keys={"pane.quotes": "Q"})) as pilot:
        await pilot.press("3")
        assert focus(pilot) == "article"
        await pilot.press("Q")
        assert focus(pilot) == "quotes"


async def test_click_chooses_a_row_and_a_second_one_reads_there(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.click("#people", offset=(4, 2))
        assert words(pilot) == ["Tomas Brandt"]
        assert focus(pilot) == "people"
        await pilot.click("#people", offset=(4, 3), times=2)
        assert words(pilot) == ["Ines Okafor"]
        assert focus(pilot) == "article"


async def test_keys_that_need_a_choice_are_hinted_at_once_there_is_one(reading: Reading) -> None:
    async with reading() as pilot:
        line = reader(pilot).query_one("KeyHints")
        assert "n next" not in line.render_line(0).text
        assert "/ find" in line.render_line(0).text
        await pilot.press("1", "enter")
        assert "n next" in line.render_line(0).text


async def test_click_on_a_hint_does_what_its_key_does(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.click("KeyHints", offset=(3, 0))
        assert focus(pilot) == "people"


async def test_wheel_scrolls_a_pane_without_choosing(reading: Reading) -> None:
    async with reading(rows=24) as pilot:
        pane = reader(pilot).pane("quotes")
        await pilot._post_mouse_events([__import__("textual.events").events.MouseScrollDown], "#quotes", (4, 2), 0)
        await pilot.pause()
        assert pane.scroll_offset.y > 0
        assert words(pilot) == []


async def test_every_item_of_every_pane_comes_into_view_highlighted(reading: Reading) -> None:
    async with reading(rows=20) as pilot:
        await pilot.press("r")
        await walk_all(pilot)


async def walk_all(pilot: Pilot[None]) -> None:
    """Choose every item of every pane, and every mention of it, and look whether it is in view and highlighted."""
    screen = reader(pilot)
    article, sentences = screen.article, screen.document.sentences
    for key, kind in zip("1234", ("people", "organisations", "quotes", "numbers"), strict=True):
        await pilot.press(key, "g")
        pane = screen.pane(kind)
        for item in pane.items:
            assert pane.chosen is item
            mentions = getattr(item, "mentions", (item,))
            for mention in mentions:
                assert article.target.sentence.contains(sentences[mention.sentence].span) or isinstance(mention, Span)
                assert all(article.target.sentence.contains(span) for span in article.target.chosen)
                assert article.target.chosen[0].start >= mention.span.start
                assert mention.sentence in article.visible_sentences
                if len(mentions) > 1:
                    await pilot.press("n")
            await pilot.press("j")


async def test_words_nobody_says_are_shown_on_request(reading: Reading, copies: list[str]) -> None:
    async with reading() as pilot:
        pane = reader(pilot).pane("quotes")
        before = len(pane.items)
        await pilot.press("x")
        assert len(pane.items) == before + 1
        await pilot.press("3", "G", "k")
        assert words(pilot) == ["[/b]"]
        assert "not speech: written on something" in status(pilot)
        await pilot.press("c")
        await pilot.app.workers.wait_for_complete()
        assert copies[0].startswith("[/b]")
        walking.point(reader(pilot), harbour.span("[/b]").start)
        await pilot.pause()
        assert isinstance(reader(pilot).choice.finding, OtherMarked)  # type: ignore[union-attr]
        await pilot.press("x")
        assert len(pane.items) == before
        walking.point(reader(pilot), harbour.span("[/b]").start)
        await pilot.pause()
        assert reader(pilot).choice.kind == "sentence"  # type: ignore[union-attr]
