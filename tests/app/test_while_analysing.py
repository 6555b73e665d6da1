"""While the analysis runs the article can be read; its findings come without moving what the reader looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from test_reader_keys import focus, reader, status, words

from tui.domain.findings import Analysis, Person
from tui.ui.analysis_client import Failed, Progressed, Ready, Restarted
from tui.ui.stage import Stage, duration
from tui.ui.widgets.bars import PaneTabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Reading
    from textual.pilot import Pilot

    from tui.ui.analysis_client import Event


class Told:
    """Stands in for the client: the test says what the process tells."""

    def __init__(self) -> None:
        self.closed = False

    def listen(self, hear: Callable[[Event], None]) -> None:
        self._hear = hear

    def close(self) -> None:
        self.closed = True

    async def tell(self, pilot: Pilot[None], *events: Event) -> None:
        for event in events:
            self._hear(event)
        await pilot.pause()


def borders(pilot: Pilot[None], kind: str) -> tuple[str, str]:
    pane = reader(pilot).pane(kind)
    return str(pane.border_title), str(pane.border_subtitle or "")


def line(pilot: Pilot[None], kind: str, y: int) -> str:
    return reader(pilot).pane(kind).render_line(y).text.rstrip()


def part(findings: Analysis, people: int, quotes: int) -> Analysis:
    return Analysis(findings.people[:people], (), findings.quotes[:quotes], ())


async def test_panes_say_that_the_article_is_being_read(reading: Reading, findings: Analysis) -> None:
    client = Told()
    async with reading(analysis=None, client=client) as pilot:
        assert borders(pilot, "people") == ("People", "reading")
        assert line(pilot, "people", 0) == " looking…"
        await client.tell(pilot, Ready(), Progressed(0.25, part(findings, 1, 1), False, 12.0))
        assert borders(pilot, "people") == ("People · 1", "reading 25% · 10 s left")
        assert borders(pilot, "numbers") == ("Numbers", "reading 25% · 10 s left")
        await client.tell(pilot, Progressed(1, findings, True))
        assert borders(pilot, "people") == ("People · 3", "by importance")
        assert borders(pilot, "numbers") == ("Numbers · 6", "")


async def test_article_can_be_scrolled_meanwhile_and_stays_where_it_is(reading: Reading, findings: Analysis) -> None:
    client = Told()
    async with reading(rows=20, analysis=None, client=client) as pilot:
        await pilot.press("space", "j")
        place = reader(pilot).article.place()
        assert place > 0
        await client.tell(pilot, Progressed(0.5, part(findings, 2, 3), False), Progressed(1, findings, True))
        assert reader(pilot).article.place() == place
        assert focus(pilot) == "article"
        assert words(pilot) == []


async def test_choice_stays_when_more_is_found_before_it(reading: Reading, findings: Analysis) -> None:
    client = Told()
    first = Analysis(findings.people, (), findings.quotes[5:], ())
    async with reading(rows=24, analysis=None, client=client) as pilot:
        await client.tell(pilot, Progressed(0.5, first, False))
        await pilot.press("3", "j")
        pane = reader(pilot).pane("quotes")
        chosen, place = pane.chosen, reader(pilot).article.place()
        on_line = pane.cursor * 2 - pane.scroll_offset.y
        shown = words(pilot)
        await client.tell(pilot, Progressed(1, findings, True))
        assert pane.chosen == chosen
        assert pane.cursor > 1
        assert pane.cursor * 2 - pane.scroll_offset.y == on_line
        assert words(pilot) == shown
        assert reader(pilot).article.place() == place


async def test_chosen_person_keeps_its_mention_when_it_gets_a_fuller_name(reading: Reading, findings: Analysis) -> None:
    client = Told()
    whole = findings.people[1]
    early = Person("Whitlock", (), whole.mentions[:2])
    async with reading(analysis=None, client=client) as pilot:
        await client.tell(pilot, Progressed(0.5, Analysis((early,)), False))
        await pilot.press("1", "n")
        assert "Whitlock · mention 2 of 2" in status(pilot)
        await client.tell(pilot, Progressed(1, findings, True))
        assert "Dana Whitlock, Mayor · mention 2 of 4" in status(pilot)
        await pilot.press("j")
        assert words(pilot) == ["Tomas Brandt"]


async def test_only_one_speakers_quotes_stay_so(reading: Reading, findings: Analysis) -> None:
    client = Told()
    async with reading(analysis=None, client=client) as pilot:
        await client.tell(pilot, Progressed(0.5, part(findings, 3, 2), False))
        await pilot.press("1", "s")
        pane = reader(pilot).pane("quotes")
        assert len(pane.items) == 2
        await client.tell(pilot, Progressed(1, findings, True))
        assert len(pane.items) == 3


async def test_failure_is_said_in_the_panes_and_the_article_stays(reading: Reading) -> None:
    client = Told()
    async with reading(analysis=None, client=client) as pilot:
        await client.tell(pilot, Restarted("The analysis stopped (signal 9) and has been started anew."))
        assert status(pilot) == "The analysis stopped (signal 9) and has been started anew."
        assert borders(pilot, "people") == ("People", "reading")
        await client.tell(pilot, Failed("The model is missing."))
        assert borders(pilot, "people")[1] == "stopped"
        assert line(pilot, "people", 0) == " The model is missing."
        assert status(pilot) == "The model is missing."
        await pilot.press("j")
        assert focus(pilot) == "article"


async def test_process_started_anew_takes_nothing_away(reading: Reading, findings: Analysis) -> None:
    client = Told()
    async with reading(analysis=None, client=client) as pilot:
        await client.tell(pilot, Progressed(0.5, findings, False))
        await pilot.press("3", "G")
        await client.tell(pilot, Restarted("Started anew."), Progressed(0.1, part(findings, 1, 1), False))
        assert borders(pilot, "people") == ("People · 3", "reading 10%")
        assert words(pilot) == ["It is a beginning,"]
        await client.tell(pilot, Progressed(1, part(findings, 2, 4), True))
        assert borders(pilot, "people") == ("People · 2", "by importance")


async def test_process_is_ended_with_the_app(reading: Reading) -> None:
    client = Told()
    async with reading(analysis=None, client=client) as pilot:
        await pilot.press("q")
    assert client.closed


async def test_finished_analysis_is_handed_on_to_be_kept(reading: Reading, findings: Analysis) -> None:
    client, kept = Told(), []
    async with reading(analysis=None, client=client, keep=lambda _, found: kept.append(found)) as pilot:
        await client.tell(pilot, Progressed(0.5, part(findings, 1, 1), False))
        assert kept == []
        await client.tell(pilot, Progressed(1, findings, True))
        await pilot.app.workers.wait_for_complete()
        assert kept == [findings]


async def test_known_analysis_is_there_at_once_and_no_process_is_started(reading: Reading, findings: Analysis) -> None:
    async with reading() as pilot:
        assert borders(pilot, "people") == ("People · 3", "by importance")
        assert pilot.app._client is None  # type: ignore[attr-defined]


async def test_tabs_say_how_far_it_is(reading: Reading, findings: Analysis) -> None:
    client = Told()
    async with reading(80, 24, analysis=None, client=client) as pilot:
        await client.tell(pilot, Progressed(0.5, part(findings, 2, 1), False))
        tabs = reader(pilot).query_one(PaneTabs)
        assert tabs.note == "reading 50%"
        assert dict(tabs.tabs)["people"][0] == "1 People 2"


def test_time_left_is_no_finer_than_an_estimate() -> None:
    assert [duration(seconds) for seconds in (0.2, 4.4, 12, 61, 89, 150)] == [
        "1 s",
        "4 s",
        "10 s",
        "60 s",
        "90 s",
        "2 min",
    ]
    assert Stage(0.5, 20.0).note == "reading 50% · 20 s left"
    assert Stage(1, over=True).note == ""


async def test_why_the_analysis_failed_can_be_read_to_its_end(reading: Reading) -> None:
    client = Told()
    async with reading(100, 40, analysis=None, client=client) as pilot:
        await client.tell(pilot, Failed("The model of your settings cannot be loaded: install it, or take it out."))
        assert borders(pilot, "numbers") == ("Numbers", "stopped"), "not that there are none"
        said = " ".join(line(pilot, "numbers", y).strip() for y in range(4))
        assert said.strip() == "The model of your settings cannot be loaded: install it, or take it out."
