"""The words that stand for a speaker begin and end where words do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A statement e-mailed to the paper by Paul Reyes, who joined last month, said “we obey.”", "A statement"),
        ("Three notes:\n\n-Susan Ferman explains why Orland is “weird.”", "Susan Ferman"),
        ("Rep. Jim Orton (D-N.Y.) said: “It is over for us.”", "Rep. Jim Orton"),
        ("“It was all over for us by then, and we knew it well.” [The Echo.]", "The Echo"),
    ],
)
def test_a_source_is_whole_words_without_bullets(analyser: Analyser, text: str, words: str) -> None:
    speaker = analyser.analyse(make_document(text)).quotes[-1].speaker
    assert speaker is not None
    assert speaker.text == words
