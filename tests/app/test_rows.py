"""A row says at a glance what a reader needs, in the cells there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import harbour
import pytest
from rich.cells import cell_len

from tui.domain.findings import Number, Person, Quote, Speaker
from tui.domain.text import Span
from tui.ingest.plain import make_document
from tui.ui import rows
from tui.ui.excerpts import fit
from tui.ui.in_context import in_context

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Finding, How
    from tui.domain.text import Document


def lines(finding: Finding, article: Document, width: int = 40) -> list[str]:
    return ["".join(words for words, _ in line).rstrip() for line in rows.row(finding, article, width)]


@pytest.mark.parametrize(
    ("words", "width", "fitted"),
    [
        ("a short one", 20, "a short one"),
        ("cut after a whole word here", 20, "cut after a whole…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("between, two clauses", 10, "between…"),
        ("日本語の長い題名です", 9, "日本語の…"),
        ("x", 1, "x"),
        ("xy", 1, "…"),
        ("xy", 0, ""),
    ],
)
def test_words_are_cut_with_care(words: str, width: int, fitted: str) -> None:
    assert fit(words, width) == fitted
    assert cell_len(fitted) <= width


def test_person_has_role_and_mentions(article: Document, findings: Analysis) -> None:
    assert lines(findings.people[1], article) == ["Dana Whitlock  Mayor         ▄▂     ▂  4"]
    assert lines(findings.people[2], article) == ["Tomas Brandt  chair of the Harbour…    2"]


def test_role_gives_way_to_the_name(article: Document, findings: Analysis) -> None:
    assert lines(findings.people[2], article, 20) == ["Tomas Brandt       2"]
    long = Person("Maria Magdalena von und zu Hohenzollern", ("countess",), findings.people[0].mentions)
    assert lines(long, article, 24) == ["Maria Magdalena von…   1"]


def test_quote_has_its_beginning_its_speaker_and_how_that_was_found(article: Document, findings: Analysis) -> None:
    quotes = findings.quotes
    assert lines(quotes[0], article) == ["“We heard you,”", "  Dana Whitlock"]
    assert lines(quotes[1], article) == ["“The boat stays.”", "  Dana Whitlock · carried over"]
    assert lines(quotes[5], article) == ["“Count the empty seats,”", "  Tomas Brandt · “he”"]
    assert lines(quotes[0], article, 12) == ["“We heard…", "  Dana Whit…"]


@pytest.mark.parametrize(
    ("name", "person", "how", "text", "width", "shown"),
    [
        ("Maria Elena Torres Villanueva", 0, "carried", "", 40, "… Torres Villanueva · carried over"),
        ("Maria Elena Torres Villanueva", 0, "carried", "", 30, "… Villanueva · carried over"),
        ("Maria Elena Torres Villanueva", 0, "carried", "", 60, "Maria Elena Torres Villanueva · carried over"),
        ("Maria Elena Torres Villanueva", 0, "pronoun", "she", 38, "… Elena Torres Villanueva · “she”"),
        ("senior member of the harbour board", None, "carried", "", 40, "senior member of the… · carried over"),
        ("Dana Whitlock", 0, "nominal", "the newly elected mayor of Ostby", 40, "Dana Whitlock · “the newly electe…”"),
        ("Maria Elena Torres Villanueva", 0, "carried", "", 20, "Maria Elena…"),
        ("police officer", None, "nominal", "A police officer", 40, "police officer"),
    ],
)
def test_a_long_name_leaves_room_for_how_the_speaker_was_found(
    article: Document, findings: Analysis, name: str, person: int | None, how: How, text: str, width: int, shown: str
) -> None:
    speaker = Speaker(name, person, None, text, None, how)
    quote = replace(findings.quotes[0], speaker=speaker)
    assert lines(quote, article, width)[1] == f"  {shown}"


def test_a_long_name_still_leaves_room_for_what_sort_of_quote_it_is(article: Document, findings: Analysis) -> None:
    speaker = Speaker("Maria Elena Torres Villanueva", 0, None, "she", None, "pronoun")
    reported = replace(next(quote for quote in findings.quotes if quote.kind == "indirect"), speaker=speaker)
    assert lines(reported, article, 40)[1] == "  … Torres Villanueva · reported · “she”"
    assert lines(reported, article, 26)[1] == "  … Villanueva · reported"


def test_a_description_that_would_be_cut_to_a_word_is_told_without_its_wording(
    article: Document, findings: Analysis
) -> None:
    speaker = Speaker("senior member of the harbour board", None, None, "the official", None, "nominal")
    fragment = replace(next(quote for quote in findings.quotes if quote.kind == "partial"), speaker=speaker)
    assert lines(fragment, article, 40)[1] == "  senior member of the… · in part"


def test_the_status_line_says_first_what_must_not_be_cut(article: Document, findings: Analysis) -> None:
    def said(quote: Quote) -> str:
        return "".join(words for words, _ in rows.matter(quote, article))

    reported = next(quote for quote in findings.quotes if quote.kind == "indirect")
    assert said(reported) == "Tomas Brandt · reported, not verbatim · named at the quote"
    assert said(replace(findings.quotes[-1], kind="partial")).startswith("unattributed? · in part · perhaps Dana")
    long = replace(findings.quotes[0], span=harbour.span("We heard you,", of="We heard you,"))
    two = Span(long.span.start, harbour.span("Whitlock, who was elected").end)
    assert said(replace(long, span=two)) == "Dana Whitlock · 2 paragraphs · named at the quote"


def test_quote_without_a_sure_speaker_shows_the_candidates(article: Document, findings: Analysis) -> None:
    assert lines(findings.quotes[-1], article)[1] == "  unattributed? Dana Whitlock, Tomas…"
    nobody = replace(findings.quotes[-1], candidates=())
    assert lines(nobody, article)[1] == "  nobody named"


def test_reported_speech_never_looks_verbatim(article: Document, findings: Analysis) -> None:
    reported = next(quote for quote in findings.quotes if quote.kind == "indirect")
    first, second = lines(reported, article)
    assert "“" not in first
    assert "reported" in second
    assert rows.row(reported, article, 40)[0][0][1] == "reported"


def test_number_has_its_value_and_what_it_counts(article: Document, findings: Analysis) -> None:
    shown = [lines(number, article)[0] for number in findings.numbers]
    assert shown[1] == "> 4,000           people"
    assert shown[3] == "≈ 300 / day       people"


def test_number_that_counts_nothing_is_told_by_what_it_stands_among(article: Document, findings: Analysis) -> None:
    assert lines(findings.numbers[5], article) == [
        "× 2.25            was “nine to four”"
    ]  # the value does not say that
    assert lines(findings.numbers[0], article) == ["2 years           ferry for another …"]


@pytest.mark.parametrize(
    ("text", "words", "width", "shown"),
    [
        ("Orla Byrne won the match in 62 minutes.", "62 minutes", 40, "Orla Byrne won the match in …"),
        ("Orla Byrne won the match in 62 minutes.", "62 minutes", 20, "won the match in …"),
        ("Orla Byrne won, 6-4 in 62 minutes.", "62 minutes", 40, "Orla Byrne won, 6-4 in …"),
        ("Nobody at the club in 62 minutes and its unforeseeable ends.", "62 minutes", 24, "Nobody at the club in …"),
        ("After 62 minutes of rain, play stopped.", "62 minutes", 40, "After … of rain"),
        ("The seeds, sown 62 minutes before, grew.", "62 minutes", 40, "The seeds, sown … before, grew"),
        ("It is due in 62 minutes' time.", "62 minutes", 40, "It is due in …' time"),
        (
            "It lasted “62 minutes” (or so the club of the old town by the river says).",
            "62 minutes",
            24,
            "It lasted … or so",
        ),
        ("62 minutes.", "62 minutes", 40, ""),
        ("They rest for 20 working days there.", "20 working days", 40, "They rest for “20 working days” there"),
        ("They rest for 20 working days there.", "20 working days", 20, "“20 working days”"),
    ],
)
def test_what_a_figure_stands_among_is_its_clause_in_whole_words(text: str, words: str, width: int, shown: str) -> None:
    start = text.index(words)
    unit = words.split()[-1].removesuffix("s")
    number = Number(Span(start, start + len(words)), 0, "duration", int(words[:2]), unit=unit)
    assert in_context(number, make_document(text), width) == shown


@pytest.mark.parametrize("width", [10, 17, 24, 40, 80])
def test_no_row_is_wider_than_its_pane(article: Document, findings: Analysis, width: int) -> None:
    for kind in rows.KINDS:
        for finding in rows.findings_of(kind, findings, reported=True, others=True):
            for line in rows.row(finding, article, width):
                assert sum(cell_len(words) for words, _ in line) <= width
            assert len(rows.row(finding, article, width)) == rows.LINES[kind]


def test_person_is_found_again_under_a_fuller_name_and_after_a_merge(findings: Analysis) -> None:
    whole = findings.people[1]
    early = Person("Whitlock", (), whole.mentions[1:3])
    assert rows.find_again(early, findings.people) == 1
    assert rows.find_again(whole, findings.people, 7) == 1
    assert rows.find_again(Person("Nobody", (), ()), findings.people) is None
