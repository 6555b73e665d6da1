"""The words of a law are the law's, not those of who speaks near it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

ORR = "“The docks were closed to them,” said Ann Orr, a historian. “It was cruel.”\n\n"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "The Harbour Labour Act of 1911, prohibited work by “any person held unfit for the docks.”",
            "Act",
        ),
        ("The bylaw bars ships from “any port of the eastern quarter.”", "bylaw"),
        ("The constitution guarantees “the right of every citizen to be heard.”", "constitution"),
    ],
)
def test_a_law_says_its_own_words(analyser: Analyser, sentence: str, speaker: str) -> None:
    quotes = analyser.analyse(make_document(ORR + sentence + " Orr points out how few were heard.")).quotes
    quote = next(quote for quote in quotes if quote.kind == "partial")
    assert quote.speaker is not None
    assert speaker in quote.speaker.name


def test_rules_at_large_say_nothing(analyser: Analyser) -> None:
    quotes = analyser.analyse(
        make_document(ORR + "She understood that rules required “giving the best of care at all times.”")
    ).quotes
    assert all(quote.speaker is None or "rule" not in quote.speaker.name for quote in quotes)


def test_a_fragment_nobody_says_in_its_sentence_is_the_last_speakers_less_surely(analyser: Analyser) -> None:
    quotes = analyser.analyse(
        make_document(ORR + "Orr says much was lost. The reform would only “paper over the cracks of the past”.")
    ).quotes
    spoken, fragment = quotes[1], quotes[-1]
    assert spoken.speaker is not None
    assert fragment.speaker is not None
    assert fragment.speaker.how == "carried"
    assert fragment.speaker.confidence < 0.8 < spoken.speaker.confidence
