"""The dossier and the headings: what they list, and that every line leads to its place and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import harbour
import pytest

from tui.domain.dossier import dossier_of
from tui.domain.findings import Analysis, Candidate
from tui.domain.text import Span
from tui.ingest.plain import make_document
from tui.ui.excerpts import fit_end
from tui.ui.screens.candidates import CandidatesScreen
from tui.ui.screens.dossier import DossierScreen, concordance
from tui.ui.screens.headings import HeadingsScreen
from tui.ui.screens.listing import ListScreen
from tui.ui.targets import target_of

if TYPE_CHECKING:
    from conftest import Reading
    from textual.pilot import Pilot

    from tui.domain.text import Document
    from tui.ui.screens.reader import ReaderScreen


def reader(pilot: Pilot[None]) -> ReaderScreen:
    return pilot.app.reader  # type: ignore[attr-defined, no-any-return]


def listed(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, ListScreen)
    return ["".join(words for words, _ in line.pieces).rstrip() for line in screen.list.lines]


def test_a_dossier_gathers_what_is_told_of_a_person(article: Document, findings: Analysis) -> None:
    whitlock = findings.people[1]
    dossier = dossier_of(whitlock, findings)
    assert dossier.mentions == whitlock.mentions
    assert [article.slice(quote.span) for quote in dossier.said] == ["We heard you,", "The boat stays.", "a luxury"]
    assert dossier.said_of_them == ()
    board = dossier_of(findings.organisations[0], findings)
    assert [article.slice(number.span) for number in board.numbers] == ["$2.5 million"]
    assert [(company.entity.name, company.sentences) for company in board.company] == [("Tomas Brandt", 1)]


def test_what_others_said_of_somebody_is_told_apart(article: Document, findings: Analysis) -> None:
    quote = replace(findings.quotes[5], span=harbour.span("Whitlock left by the last boat."))
    more = replace(findings, quotes=(*findings.quotes, quote))
    assert dossier_of(more.people[1], more).said_of_them == (quote,)


async def test_dossier_opens_on_who_is_chosen_and_every_line_leads_to_its_place(reading: Reading) -> None:
    async with reading(rows=50) as pilot:
        await pilot.press("1", "o")
        assert isinstance(pilot.app.screen, DossierScreen)
        shown = listed(pilot)
        assert shown[0].strip() == "Mayor"
        assert "Mentions · 4" in shown
        assert "What they said · 3" in shown
        values = [line.value for line in pilot.app.screen.list.lines if line.value is not None]
        await pilot.press("escape")
        for index, value in enumerate(values):
            await pilot.press("o", "g", *["j"] * index, "enter")
            screen = reader(pilot)
            assert pilot.app.screen is screen
            assert screen.article.target == target_of(value, screen.document, screen.analysis)
            assert pilot.app.focused is screen.article
            await pilot.press("less_than_sign")
            await pilot.pause()
            assert screen.choice is not None
            assert screen.choice.finding.name == "Dana Whitlock"  # type: ignore[union-attr]


async def test_dossier_opened_again_goes_on_where_it_was(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("1", "o", "j", "j", "enter", "o")
        screen = pilot.app.screen
        assert isinstance(screen, DossierScreen)
        assert screen.list.value.mention == 2


async def test_dossier_of_a_quote_is_its_speakers_and_without_one_it_says_so(reading: Reading) -> None:
    async with reading() as pilot:
        await pilot.press("o")
        assert reader(pilot).note.startswith("A dossier is of")
        await pilot.press("3", "o")
        assert isinstance(pilot.app.screen, DossierScreen)
        assert pilot.app.screen.dossier.entity.name == "Dana Whitlock"
        await pilot.press("o", "4", "o")
        assert reader(pilot).note.startswith("A dossier is of")
        await pilot.press("3", *"jjj", "o")
        assert reader(pilot).note.startswith("Nobody who is named says this")


async def test_who_may_have_said_it_is_listed_and_led_to_likeliest_first(reading: Reading, article: Document) -> None:
    async with reading() as pilot:
        await pilot.press("3", "G", "o")
        assert isinstance(pilot.app.screen, CandidatesScreen)
        quote, _, *candidates = listed(pilot)
        assert quote == "“It is a beginning,”"
        assert candidates[0].split("  ") == ["Dana Whitlock, Mayor", "40%"]
        assert candidates[1].split()[:6] == "¶ 5 Whitlock, who was elected".split()
        assert candidates[2].split("  ") == ["Tomas Brandt, chair of the Harbour Board", "20%"]
        assert "Tomas Brandt, chair of" in candidates[3]
        await pilot.press("j", "enter")
        screen = reader(pilot)
        assert screen.choice is not None
        assert screen.choice.finding is screen.analysis.people[2]
        assert screen.pane_in_use is None
        await pilot.press("escape")
        assert screen.choice.finding is screen.analysis.quotes[-1]
        assert screen.pane_in_use is screen.pane("quotes")


async def test_a_possible_speaker_without_a_name_is_where_the_words_stand(reading: Reading, findings: Analysis) -> None:
    nameless = (Candidate("A nurse", None, None, 0.3), Candidate("somebody unseen"))
    quotes = (*findings.quotes[:-1], replace(findings.quotes[-1], candidates=nameless))
    async with reading(analysis=replace(findings, quotes=quotes)) as pilot:
        await pilot.press("3", "G", "o")
        assert [line.value is not None for line in pilot.app.screen.list.lines[2:]] == [True, False, False]  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert reader(pilot).article.target.words == (harbour.span("A nurse"),)  # type: ignore[union-attr]


async def test_what_somebody_may_have_said_is_told_where_it_is_asked_for(reading: Reading, findings: Analysis) -> None:
    only = replace(findings, quotes=findings.quotes[-1:])
    async with reading(analysis=only) as pilot:
        await pilot.press("3", "n")
        assert reader(pilot).note == "Who said this is not sure; o lists who it may be."
        await pilot.press("1", "s")
        assert reader(pilot).note == "No quote is theirs for sure; o lists what they may have said (1)."
        await pilot.press("o")
        shown = listed(pilot)
        assert "“It is a beginning,”" in shown[shown.index("What they may have said · 1") + 1]
        await pilot.press("o", "3", "f", *"brandt")
        assert len(reader(pilot).pane("quotes").items) == 1


@pytest.mark.parametrize("width", [40, 60, 120])
async def test_lines_of_a_dossier_fit_any_width(reading: Reading, width: int) -> None:
    async with reading(width, 20) as pilot:
        await pilot.press("2", "o")
        room = pilot.app.screen.list.size.width  # type: ignore[attr-defined]
        assert max(map(len, listed(pilot))) + 1 <= room


async def test_concordance_of_wide_characters_keeps_its_column(reading: Reading) -> None:
    from rich.cells import cell_len

    from tui.domain.findings import Mention, Person

    text = "港の市長である田中花子は船を残すと述べた。「夜の船は残る」と田中は言った。\n"
    document = make_document(text)
    places = [index for index in range(len(text)) if text.startswith("田中", index)]
    mentions = tuple(Mention(Span(at, at + 2), document.sentence_at(at)) for at in places)
    async with reading(60, 20, document=document, analysis=Analysis((Person("田中花子", (), mentions),))) as pilot:
        await pilot.press("1", "o")
        lines = [line for line in listed(pilot) if line.startswith("¶")]
        assert len({cell_len(line[: line.index("田中")]) for line in lines}) == 1
        assert max(map(cell_len, lines)) + 1 <= pilot.app.screen.list.size.width  # type: ignore[attr-defined]


def test_a_mark_stands_at_the_name_that_it_opens_before() -> None:
    text = "The baker (Ann Lee) met Ann Lee’s aunt, “Ann Lee” too"
    article = make_document(text)
    places = [index for index in range(len(text)) if text.startswith("Ann Lee", index)]
    lines = [concordance(Span(at, at + 7), article, 100) for at in places]
    assert [line[1][0].lstrip() for line in lines] == [
        "The baker (",
        "The baker (Ann Lee) met ",
        "… (Ann Lee) met Ann Lee’s aunt, “",
    ]
    assert len({len(line[1][0]) for line in lines}) == 1


async def test_names_of_any_length_stand_in_one_column(reading: Reading) -> None:
    async with reading(80, 24) as pilot:
        await pilot.press("1", "o")
        names = ("Dana Whitlock", "Whitlock", "She", "Whitlock")
        lines = [line for line in listed(pilot) if line.startswith("¶")][: len(names)]
        assert len({line.index(name) for line, name in zip(lines, names, strict=True)}) == 1


async def test_reported_speech_is_told_as_such_however_long_it_is(reading: Reading) -> None:
    async with reading(columns=50) as pilot:
        await pilot.press("r", "3", *"jjjj", "o")
        assert any("the boat was" in line and line.endswith("… · reported") for line in listed(pilot))


async def test_a_line_leads_to_what_is_known_by_then(reading: Reading, findings: Analysis) -> None:
    async with reading() as pilot:
        await pilot.press("1", "o", "j", "j", "j", "j")
        assert pilot.app.screen.list.value.finding is findings.quotes[0]  # type: ignore[attr-defined]
        fuller = replace(findings, quotes=tuple(replace(quote) for quote in findings.quotes), numbers=())
        reader(pilot).analysis = fuller
        await pilot.press("enter", "n")
        assert reader(pilot).choice.finding is fuller.quotes[1]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "width", "tail"),
    [
        ("all of it", 9, "all of it"),
        ("some of it", 8, "… of it"),
        ("not of the beginning", 11, "… beginning"),
        ("unbroken", 5, "…ken"),
        ("two words", 1, ""),
    ],
)
def test_what_stands_before_is_cut_between_words_where_one_has_room(words: str, width: int, tail: str) -> None:
    assert fit_end(words, width) == tail


async def test_headings_are_listed_and_lead_there_and_back(reading: Reading) -> None:
    async with reading(rows=15) as pilot:
        await pilot.press("t")
        assert isinstance(pilot.app.screen, HeadingsScreen)
        assert [line.split("%")[1].strip() for line in listed(pilot)] == [
            "Harbour town votes to keep its ferry", "“Nobody sails at night any more”"
        ]  # fmt: skip
        await pilot.press("j", "enter")
        await pilot.pause()
        article = reader(pilot).article
        assert article.place() == harbour.TEXT.index("“Nobody sails")
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert article.place() == 0


async def test_article_without_headings_lists_its_paragraphs(reading: Reading) -> None:
    from tui.ingest.plain import make_document

    document = make_document(
        "One thing happened on the quay, and it was told.\n\nThen another happened, and was not.\n"
    )
    async with reading(document=document, analysis=Analysis()) as pilot:
        await pilot.press("t")
        assert len(listed(pilot)) == 2
        await pilot.press("t")
        assert pilot.app.screen is reader(pilot)
