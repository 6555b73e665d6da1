"""Reported speech that its own cue breaks in two: two halves in the data, one finding for a reader."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.domain.once import told_once
from tui.domain.text import Span
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

BROKEN = {
    "The mill, its owner said, will reopen in May.": ["The mill", "will reopen in May"],
    "The growers, an agent said, want rain in May.": ["The growers", "want rain in May"],
    "In a wet year, many growers say, the fruit spoils.": ["In a wet year", "the fruit spoils"],
    "But, Nils Aker added, the plums were late.": ["the plums were late"],
    "Dora Quist, according to the ledger, sold both orchards.": ["Dora Quist", "sold both orchards"],
    "At noon, according to Nils Aker, the hail began.": ["At noon", "the hail began"],
    "The barn burned down, according to Nils Aker, the owner, and will be rebuilt.": [
        "The barn burned down",
        "and will be rebuilt",
    ],
    "The barn will, according to Nils Aker, be rebuilt.": ["The barn will", "be rebuilt"],
    "Most growers (they were tired, according to Nils Aker) went home.": ["they were tired"],
    "But according to Nils Aker, the barn was empty.": ["the barn was empty"],
    "The barn was empty, according to Nils Aker, who owns it.": ["The barn was empty"],
    "The barn, as Nils Aker pointed out in May, was empty.": ["The barn", "was empty"],
    "Dora Quist denied that she had sold it, as a paper had reported.": [
        "that she had sold it, as a paper had reported",
    ],
    "It was late, Nils Aker said, that the frost came.": ["It was late", "that the frost came"],
}
"""A sentence, and the parts of it that are said."""


def test_the_reporters_words_are_left_out_of_the_midst_of_a_clause(analyser: Analyser) -> None:
    document = make_document("\n\n".join(BROKEN))
    quotes = analyser.analyse(document).quotes
    found: dict[str, list[str]] = {}
    for quote in quotes:
        paragraph = document.paragraphs[document.paragraph_at(quote.span.start)]
        found.setdefault(document.slice(paragraph.span), []).append(document.slice(quote.span))
    assert found == BROKEN


def test_a_fragment_in_a_broken_clause_is_of_who_breaks_it(analyser: Analyser) -> None:
    document = make_document("The plums, Nils Aker said, were “sweet and small” this year.")
    (once,) = told_once(analyser.analyse(document).quotes)
    assert [document.slice(words) for words in once.own_words] == ["sweet and small"]
    assert once.speaker is not None
    assert once.speaker.name == "Nils Aker"


def test_the_second_half_goes_on_the_first_and_a_reader_sees_both_as_one(analyser: Analyser) -> None:
    document = make_document("Buyers, Nils Aker said, want sweet plums. The mill, he said, will reopen.")
    quotes = analyser.analyse(document).quotes
    assert [quote.continues for quote in quotes] == [False, True, False, True]
    once = told_once(quotes)
    assert [document.slice(quote.span) for quote in once] == [
        "Buyers, Nils Aker said, want sweet plums",
        "The mill, he said, will reopen",
    ]
    assert not any(quote.continues for quote in once)
    assert told_once(once) is once


def test_a_joined_clause_has_the_own_words_of_both_halves(analyser: Analyser) -> None:
    document = make_document("Buyers, Nils Aker said, want sweet plums.")
    first, second = analyser.analyse(document).quotes
    own = Span(document.text.index("sweet"), document.text.index(" plums"))
    (whole,) = told_once((first, replace(second, segments=(own,), mixed=True)))
    assert whole.mixed
    assert whole.own_words == (own,)
