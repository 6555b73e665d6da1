"""Interviews without labels: each question a paragraph of its own, what follows it the answer, in the first person."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.analysis.labels import FIRST_PERSON, Labelled
from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading

_QUESTIONS = 3
"""Questions from which on a text may be an interview."""
_LONGEST = 500
"""Characters of a question."""
_SHARE = 0.6
"""Share of the answers that have to be in the first person: explainers and lists of questions are not."""
_PASSED = frozenset(["title", "caption", "boilerplate", "byline"])


def find_answers(reading: Reading, entities: Entities) -> list[Labelled]:
    """The answers, a paragraph each, given to whom the lines before the first question are about; none without one."""
    document, text = reading.document, reading.text
    groups: list[list[Span]] = []
    first = 0
    for paragraph in document.paragraphs:
        words = text[paragraph.span.start : paragraph.span.end].strip(" *_")
        if paragraph.duplicate_of is not None or paragraph.kind in _PASSED or not words:
            continue
        if words[-1] == "?" and len(words) < _LONGEST and words[0] not in "“\"‘'«(":
            groups.append([])
            first = first or paragraph.span.start
        elif groups and (paragraph.kind != "heading" or not groups[-1]):
            groups[-1].append(paragraph.span)
    answers = [group for group in groups if group]
    if len(answers) < _QUESTIONS or not _in_first_person(reading, answers):
        return []
    who = interviewed(entities, first)
    if who is None:
        return []
    while len(answers[-1]) > 1 and not FIRST_PERSON.search(text, answers[-1][-1].start, answers[-1][-1].end):
        answers[-1].pop()  # what the reporter adds at the end
    return [Labelled(span, who=who, sort="answer") for group in answers for span in group]


def _in_first_person(reading: Reading, answers: list[list[Span]]) -> bool:
    own = 0
    for group in answers:
        opening = group[0]
        words = reading.words(opening)
        marked = sum(not reading.outside(word) for word in words)
        found = FIRST_PERSON.search(reading.text, opening.start, opening.end)
        own += found is not None and marked < 0.3 * len(words)
    return own >= _SHARE * len(answers)


def interviewed(entities: Entities, first: int) -> Entity | None:
    """Who is named most often before the first question, and more often than anybody else."""
    counts = sorted(
        ((bisect_left([m.span.start for m in person.mentions], first), person) for person in entities.people),
        key=lambda row: -row[0],
    )
    if not counts or not counts[0][0] or (len(counts) > 1 and counts[1][0] == counts[0][0]):
        return None
    return counts[0][1]
