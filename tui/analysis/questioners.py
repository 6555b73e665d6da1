"""Who puts a question without a cue: not the one who answers it in the paragraph that follows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.announced import Link
    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading
    from tui.analysis.speakers import Found, Speakers
    from tui.domain.text import Span

_TO_YOU = re.compile(r"(?<!how )\b(?:did|do|are|were|have|had|will|would)(?:n[’']t)? you\b", re.IGNORECASE)
"""What asks somebody of themselves, not of people at large ("how do you tell a child")."""
_ASIDE = 0.1
"""The confidence left to whoever answers a question that it is their own."""
_BY_TURNS = 0.8
"""The confidence in the other of two who talk by turns."""
_TURNS = 4
"""Turns of talk before it that show whether there are two who talk."""


def put_to_them(reading: Reading, speakers: Speakers, asked: Span, found: Found, answer: Link | None) -> Found:
    """Who puts the question `asked`, without the one to whom it is put; `answer` ties the words behind it to somebody.

    “When you joined, did you ask her?” is nobody's whom the text names where “Never,” Lee said, is the next paragraph
    and Lee alone has talked so far; of two who talk, it is the other's.
    """
    if (
        answer is None
        or answer.source is None
        or not found.ranked
        or not _TO_YOU.search(reading.text, asked.start, asked.end)
    ):
        return found
    first = found.ranked[0][0]
    if answer.source.is_pronoun:
        recent = speakers.turns.all[-_TURNS:]
        answers = answer.source.head.lower_ in ("he", "she") and all(turn.who == first for turn in recent)
    else:
        replies = speakers.resolve(answer.source).ranked
        answers = bool(replies) and replies[0][0] == first
    if not answers:
        return found
    here = reading.document.paragraph_at(asked.start)
    earlier = [turn.who for turn in speakers.turns.all[-_TURNS:] if here - turn.paragraph <= _TURNS]
    other = next((who for who in reversed(earlier) if who != first and who.entity is not None), None)
    if other is not None:
        return replace(found, ranked=((other, _BY_TURNS), (first, _ASIDE)))
    rest = tuple((who, confidence) for who, confidence in found.ranked if who != first)
    return replace(found, ranked=(*rest, (first, _ASIDE)))


def answers_in_next_paragraph(reading: Reading, asked: Marked, answer: Marked) -> bool:
    """Whether two stretches in marks open paragraphs of their own, one straight behind the other."""
    document = reading.document
    here, there = document.paragraph_at(asked.outer.start), document.paragraph_at(answer.outer.start)
    opens = all(reading.paragraph(mark.outer.start).start == mark.outer.start for mark in (asked, answer))
    return there == here + 1 and opens
