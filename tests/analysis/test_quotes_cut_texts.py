"""Texts cut off anywhere: marks left open, sentences without an end, words torn in two."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

ARTICLE = (
    "Mayor Kowalska vows to rebuild as flood toll hits 41\n\n"
    "RIVERTON, Ohio (AP) — “We will rebuild the wall,” Mayor Anna Kowalska said outside court. “All of it.”\n\n"
    "Asked whether she would resign, she told ‘Riverton Today’ that “nobody” had asked — and added: «Jamais!»\n\n"
    "“The pumps failed twice. “They failed again in May.\n\n"
    "“Then the wall went,” said Dr Peter Moss MD, who’d left.\n\n"
    "Q: Did you know?\n\nA: I was told to “keep quiet”, a court heard. — Maria Lopez\n\n"
    'According to the report titled "Living With Rain," the ’90s pumps were 6\' 2" wide [sic], '
    "(Moss: “no comment”).\n\n"
    "She warned of „more floods“, saying that 'it's not over' "
    "\u201d \u2018 \u00ab and 'em... Brandt’s “so-called” fix?!\n"
)


@pytest.mark.parametrize("seed", range(3))
def test_a_text_cut_anywhere_is_analysed_and_quotes_lie_inside_it(analyser: Analyser, seed: int) -> None:
    choose = random.Random(seed)
    for _ in range(5):
        start, end = sorted(choose.sample(range(len(ARTICLE) + 1), 2))
        for text in (ARTICLE[:end], ARTICLE[start:], ARTICLE[start:end]):
            analysis = analyser.analyse(make_document(text))
            for quote in analysis.quotes:
                assert 0 <= quote.span.start < quote.span.end <= len(text)
                assert text[quote.span.start : quote.span.end].strip()
                assert all(quote.span.contains(segment) for segment in quote.segments)
                if quote.speaker is not None:
                    assert quote.speaker.name.strip()


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "“", "”", "’", "—", ":", "“”", "said", "said:", "“No,” she", "According to"]
)
def test_next_to_no_text_is_analysed(analyser: Analyser, text: str) -> None:
    analysis = analyser.analyse(make_document(text))
    assert all(quote.speaker is None or quote.speaker.text.strip() for quote in analysis.quotes)
