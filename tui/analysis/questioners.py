"""Who puts a question without a cue: not the one who answers it in the paragraph that follows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.analysis.announced import Link
    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading, Source
    from tui.analysis.speakers import Found, Speakers

_TO_YOU = re.compile(r"(?<!how )\b(?:did|do|are|were|have|had|will|would)(?:n[’']t)? you\b", re.IGNORECASE)
"""What asks somebody of themselves, not of people at large ("how do you tell a child")."""
_NEAR = 4
"""Words from "question" to whom it comes from."""
_ASIDE = 0.1
"""The confidence left to whoever answers a question that it is their own."""
_BY_TURNS = 0.8
"""The confidence in the other of two who talk by turns."""
_TURNS = 4
"""Turns of talk before it that show whether there are two who talk."""


def who_asks(
    reading: Reading, speakers: Speakers, group: list[int], found: Found, links: dict[int, Link | None]
) -> Found:
    """Who puts the question of the stretches `group`, for which `found` is who would speak there.

    `links` are those of all stretches by the first of each quote.
    """
    mark, number = reading.marked[group[0]], group[-1] + 1
    source = question_from(reading, mark)
    if source is not None:
        return replace(speakers.resolve(source), how="carried")
    if number in links and answers_in_next_paragraph(reading, mark, reading.marked[number]):
        asked = Span(mark.inner.start, reading.marked[group[-1]].inner.end)
        return put_to_them(reading, speakers, asked, found, links[number])
    return found


def question_from(reading: Reading, mark: Marked) -> Source | None:
    """Whose question the sentence before announces: "The first question came from a reporter." “Why now?”"""
    document = reading.document
    number = document.sentence_at(mark.outer.start) - 1
    if number < 0 or mark.outer.start != reading.sentence(mark.outer.start).start:
        return None
    before = document.sentences[number]
    if document.paragraph_at(mark.outer.start) - before.paragraph > 1:
        return None
    words = list(reading.outside_words(before.span))
    place = next((n for n, word in enumerate(words) if word.lemma_.lower() == "question"), None)
    if place is None:
        return None
    source = next((word for word in words[place:] if word.lower_ in ("from", "by")), None)
    noun = next((child for child in source.rights if child.dep_ == "pobj"), None) if source is not None else None
    near = source is not None and source.i - words[place].i <= _NEAR
    return reading.phrase(noun) if noun is not None and near and reading.is_person(noun) else None


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
