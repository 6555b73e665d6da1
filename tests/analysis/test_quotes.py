"""Quotes: each whole, of the right kind, with its cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Quote

    Find = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.fixture
def find(analyser: Analyser) -> Find:
    """Words, kind and speaker's name of every quote in marks."""

    def found(text: str) -> list[tuple[str, str, str | None]]:
        document = make_document(text)
        return [
            (document.slice(q.span), q.kind, q.speaker.name if q.speaker else None)
            for q in analyser.analyse(document).quotes
            if q.kind != "indirect"
        ]

    return found


def test_whole_utterances_and_fragments_are_told_apart(find: Find) -> None:
    text = "“We will rebuild the harbour,” said Anna Kowalska. She called the storm “a monster” on Monday."
    assert [(words, kind) for words, kind, _ in find(text)] == [
        ("We will rebuild the harbour,", "direct"),
        ("a monster", "partial"),
    ]


def test_the_quotes_of_the_seed_have_their_speakers(seed_quotes: list[Quote]) -> None:
    assert all(q.speaker is not None for q in seed_quotes if q.kind != "heading")


@pytest.fixture
def seed_quotes(analyser: Analyser) -> list[Quote]:
    """Quotes in marks of the bundled article."""
    from tui.ingest.plain import open_document
    from tui.resources import bundled_article

    return [q for q in analyser.analyse(open_document(bundled_article())).quotes if q.kind != "indirect"]
