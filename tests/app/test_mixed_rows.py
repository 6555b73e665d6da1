"""Mixed quotes in the reader: rows and text tell the speaker's own words from the reporter's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import mixed
import pytest
from rich.cells import cell_len
from test_reader_keys import reader, status

from tui.ui import excerpts, overlay, rows
from tui.ui.excerpts import around
from tui.ui.screens.dossier import DossierScreen

if TYPE_CHECKING:
    from conftest import Reading

    from tui.domain.findings import Analysis, Quote
    from tui.ui.excerpts import Line


def quote(number: int) -> Quote:
    return mixed.analysis(mixed.document()).quotes[number]


def line(number: int, width: int) -> Line:
    return rows.row(quote(number), mixed.document(), width)[0]


def text(pieces: Line, *parts: str) -> str:
    """The words of the pieces, or of those that are one of `parts`."""
    return "".join(words for words, part in pieces if part in parts or not parts)


def test_a_row_tells_what_is_verbatim_from_what_is_the_reporters() -> None:
    pieces = line(0, 120)
    assert text(pieces) == mixed.MIXED
    assert text(pieces, "quote") == "“absurd”"
    assert text(pieces, "reported") == mixed.MIXED.replace("“absurd”", "")
    assert text(rows.row(quote(0), mixed.document(), 60)[1]).strip() == "Dana Whitlock · in part"


@pytest.mark.parametrize("width", range(10, 80, 3))
def test_a_row_shows_the_fragment_however_far_it_stands_from_the_beginning(width: int) -> None:
    pieces = line(0, width)
    assert text(pieces, "quote") == "“absurd”"
    assert text(pieces).startswith("…") == (width < 67)
    assert cell_len(text(pieces)) <= width


async def test_who_is_only_reported_is_said_to_be(reading: Reading) -> None:
    article = mixed.document()
    analysis = mixed.analysis(article)
    only = replace(analysis, quotes=analysis.quotes[2:3])
    async with reading(document=article, analysis=only) as pilot:
        await pilot.press("1", "s")
        assert status(pilot) == "No words of theirs verbatim; r lists what is reported (1)."
        await pilot.press("r", "s")
        assert status(pilot) == "1 by Dana Whitlock; s or Esc lists all."


def test_a_row_begins_in_no_fragment_for_the_sake_of_a_shorter_one() -> None:
    two = (mixed.span("sell the night ferry and its"), mixed.span("absurd"))
    pieces = excerpts.quote_line(replace(quote(0), segments=two), mixed.document(), 40)
    assert text(pieces).startswith("…")
    assert text(pieces, "quote").startswith("sell the night ferry and its")


async def test_an_empty_pane_names_every_key_that_would_fill_it(reading: Reading, findings: Analysis) -> None:
    reported = tuple(quote for quote in findings.quotes if quote.kind == "indirect")
    async with reading(80, 24, analysis=replace(findings, quotes=reported)) as pilot:
        await pilot.press("3")
        said = "".join(reader(pilot).pane("quotes").render_line(y).text.strip() + " " for y in range(2)).strip()
        assert said == "none verbatim; r shows reported speech, x words in marks that nobody says"


def test_words_before_and_after_a_fragment_are_cut_at_their_borders() -> None:
    assert text(line(0, 40)) == "… and its two pontoons was “absurd” and…"


def test_a_fragment_longer_than_the_row_is_cut_at_its_end() -> None:
    pieces = around([("he called it ", "reported")], ("“a very long insult”", "quote"), [(" then", "reported")], 12)
    assert text(pieces) == "…“a very…"


def test_a_cue_that_says_more_than_said_stands_before_what_is_reported() -> None:
    assert text(line(1, 80)) == "denied that the boat was “half empty” on most nights"
    assert text(line(1, 80), "detail") == "denied "
    assert text(line(2, 80)) == mixed.REPORTED


def test_a_short_fragment_without_a_clause_has_what_leads_to_it_before_it() -> None:
    pieces = line(3, 80)
    assert (text(pieces, "detail"), text(pieces, "quote")) == ("called the vote ", "“a farce”")
    assert text(rows.row(quote(3), mixed.document(), 60)[1]).strip() == "Dana Whitlock · in part"


async def test_mixed_quotes_are_listed_without_reported_speech(reading: Reading) -> None:
    article = mixed.document()
    async with reading(document=article, analysis=mixed.analysis(article)) as pilot:
        pane = reader(pilot).pane("quotes")
        assert [article.slice(q.span) for q in pane.items] == [mixed.MIXED, mixed.DENIED, mixed.PARTIAL]
        await pilot.press("r")
        assert len(pane.items) == 4
        assert "Reported speech (1)" in status(pilot)
        await pilot.press("3", "g", "s")
        assert len(pane.items) == 4


async def test_the_text_shows_fragment_clause_cue_and_speaker_apart(reading: Reading) -> None:
    article = mixed.document()
    async with reading(document=article, analysis=mixed.analysis(article)) as pilot:
        await pilot.press("3", "g")
        target = reader(pilot).article.target
        assert target is not None
        assert target.words == (mixed.span("absurd"),)
        assert target.reported == mixed.span(mixed.MIXED)
        layers = {name: mixed.TEXT[start:end] for start, end, name in target.layers()}
        assert layers["article--clause"] == mixed.MIXED
        assert layers["article--words"] == "absurd"
        assert layers["article--cue"] == "said"
        assert layers["article--speaker"] == "Dana Whitlock"
        view = reader(pilot).article
        assert view._style(("article--sentence", "article--clause", "article--words")).reverse
        assert not view._style(("article--sentence", "article--clause")).reverse


async def test_words_of_the_clause_and_of_the_fragment_both_lead_to_the_quote(reading: Reading) -> None:
    article = mixed.document()
    async with reading(document=article, analysis=mixed.analysis(article)) as pilot:
        from tui.ui import walking

        screen = reader(pilot)
        for words in ("absurd", "pontoons"):
            walking.point(screen, mixed.span(words).start)
            await pilot.pause()
            assert screen.choice is not None
            assert screen.choice.finding is screen.analysis.quotes[0]


async def test_a_dossier_shows_the_fragment_too(reading: Reading) -> None:
    article = mixed.document()
    async with reading(document=article, analysis=mixed.analysis(article)) as pilot:
        await pilot.press("1", "g", "o")
        assert isinstance(pilot.app.screen, DossierScreen)
        told = ["".join(words for words, _ in entry.pieces) for entry in pilot.app.screen.lines(90)]
        assert any("“absurd”" in entry for entry in told)
        assert any(entry.endswith("“half empty” on most nights · in part") for entry in told)
        assert any(entry.endswith("called the vote “a farce” · in part") for entry in told)


def test_everything_marked_marks_the_clause_as_reported_and_the_fragment_as_quoted() -> None:
    article = mixed.document()
    analysis = mixed.analysis(article)
    layers = overlay.of_findings(analysis, reported=False).between(0, len(mixed.TEXT))
    marked = [(mixed.TEXT[start:end], name) for start, end, name in layers]
    assert marked.index((mixed.MIXED, "article--reported")) < marked.index(("absurd", "article--quote"))
    assert (mixed.REPORTED, "article--reported") not in marked
