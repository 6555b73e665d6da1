"""Whole articles of many kinds: whom each quote is given to. The texts and their speakers are in `who_said_it.txt`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

_TEXTS = Path(__file__).with_name("who_said_it.txt").read_text(encoding="utf-8").split("\n=====\n")
"""Articles, wrapped, each followed by "@@" and a part of the name of who says each of its quotes; "-" for nobody."""


@pytest.mark.parametrize("entry", _TEXTS, ids=lambda entry: "-".join(entry.split()[:5]))
def test_every_quote_of_an_article_has_its_speaker(analyser: Analyser, entry: str) -> None:
    body, _, line = entry.strip().rpartition("\n@@ ")
    text = "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in body.split("\n\n"))
    found = [
        (text[quote.span.start : quote.span.end], quote.speaker.name if quote.speaker else "-")
        for quote in analyser.analyse(make_document(text)).quotes
        if quote.holds_own_words
    ]
    wanted = [name.strip() for name in " ".join(line.split("\n")).split("|")]
    assert len(found) == len(wanted)
    wrong = [(words, name, want) for (words, name), want in zip(found, wanted, strict=True) if want not in name]
    assert not wrong
