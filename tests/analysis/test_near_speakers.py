"""Short texts in which somebody or something stands nearer to a quote than who says it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

_KINDS = Path(__file__).with_name("near_speakers.txt").read_text(encoding="utf-8").split("\n=====\n")
"""A heading, then texts of one kind, a paragraph a line, each ended by "@@" and the speakers of what is in marks."""


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.split("\n")[0].lstrip("# ").replace(" ", "-"))
def test_who_says_it_is_not_who_stands_nearest(analyser: Analyser, kind: str) -> None:
    assert not wrong_speakers(analyser, kind)


def wrong_speakers(analyser: Analyser, kind: str) -> list[tuple[list[str], list[str], list[str]]]:
    """The texts of a kind with other speakers than they should have: their lines, who was found, who was wanted."""
    wrong = []
    for entry in kind.strip().partition("\n")[2].split("\n\n"):
        *lines, speakers = entry.strip().split("\n")
        text = "\n\n".join(lines)
        quotes = analyser.analyse(make_document(text)).quotes
        found = [quote.speaker.name if quote.speaker else "-" for quote in quotes if quote.holds_own_words]
        wanted = [name.strip() for name in speakers.removeprefix("@@").split("|") if name.strip()]
        if found != wanted:
            wrong.append((lines, found, wanted))
    return wrong
