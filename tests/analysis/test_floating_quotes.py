"""Quotes beside which no words say who speaks: who goes on, who answers, and where nobody can be named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

_KINDS = Path(__file__).with_name("floating_quotes.txt").read_text(encoding="utf-8").split("\n=====\n")
"""A heading, then texts of one kind, each ended by "@@" and the speakers of what is in marks; "-" for nobody."""


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.split("\n")[0].lstrip("# ").replace(" ", "-"))
def test_a_quote_without_a_cue_has_its_speaker_or_nobody(analyser: Analyser, kind: str) -> None:
    wrong = []
    for text, speakers in re.findall(r"\s*(.+?)\n@@ ([^\n]+)", kind.partition("\n")[2], re.DOTALL):
        quotes = analyser.analyse(make_document(text)).quotes
        found = [quote.speaker.name if quote.speaker else "-" for quote in quotes if quote.holds_own_words]
        wanted = [name.strip() for name in speakers.split("|")]
        if found != wanted:
            wrong.append((text, found, wanted))
    assert not wrong
