"""Speech that no marks show: headlines with a name and a colon, turns of transcripts, answers of interviews, posts.

All but the headlines are verbatim, and say so by their sort.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.interviews import find_answers, interviewed
from tui.analysis.labels import FIRST_PERSON, Labelled, find_labelled, untitled
from tui.analysis.people import in_small_letters
from tui.analysis.ranking import Who
from tui.analysis.signed import find_signed
from tui.analysis.speakers import Found

if TYPE_CHECKING:
    from tui.analysis.entities import Entities
    from tui.analysis.reading import Reading
    from tui.domain.text import Span

_ASIDE = re.compile(r"\s*[\[(][^\n]*[\])]\s*", re.ASCII)
"""A paragraph in brackets: "[Laughter]"."""
_SHARE = 0.5
"""Share of the paragraphs from the first label to the last that have one, below which a text is no transcript."""


def find_unmarked_speech(reading: Reading, entities: Entities) -> list[Labelled]:
    """All of it in the order of the text."""
    labelled = find_labelled(reading, entities)
    labelled = _with_the_rest(reading, labelled) if labelled else find_answers(reading, entities)
    return sorted([*labelled, *find_signed(reading, entities)], key=lambda one: one.span)


def _with_the_rest(reading: Reading, labelled: list[Labelled]) -> list[Labelled]:
    """`labelled`, and the paragraphs without a label in which its turns go on: all of a transcript is somebody's."""
    paragraphs = reading.document.paragraphs
    turns = {reading.document.paragraph_at(one.span.start): one for one in labelled if one.sort is not None}
    if not turns:
        return labelled
    first, last = min(turns), max(turns)
    within = sum(paragraphs[number].kind == "body" for number in range(first, last + 1))
    if len(turns) < _SHARE * within:
        return labelled
    rest: list[Labelled] = []
    turn: Labelled | None = None
    for number in range(first, len(paragraphs)):
        paragraph = paragraphs[number]
        if number in turns:
            turn = turns[number]
        elif _ASIDE.fullmatch(reading.text, paragraph.span.start, paragraph.span.end):
            continue
        elif turn is None or paragraph.kind != "body" or _is_about(turn, paragraph.span):
            turn = None  # the reporter has taken over, until the next label
        elif number < last or FIRST_PERSON.search(reading.text, paragraph.span.start, paragraph.span.end):
            rest.append(replace(turn, span=paragraph.span, goes_on=True))
        else:
            break
    return [*labelled, *rest]


def _is_about(turn: Labelled, paragraph: Span) -> bool:
    """Whether a paragraph names who has the turn, as speakers do not name themselves."""
    return turn.who is not None and any(m.kind == "name" and paragraph.contains(m.span) for m in turn.who.mentions)


def speaker_of(labelled: Labelled, reading: Reading, entities: Entities, first: int) -> Found | None:
    """Who says it; None where nobody is named. `first` is where the first question or turn of the text begins."""
    source = labelled.source
    if labelled.who is not None and (labelled.sort == "answer" or labelled.goes_on):
        return Found(((Who(labelled.who.name, labelled.who), 0.8),), "carried", None)
    if labelled.who is not None:
        return Found(((Who(labelled.who.name, labelled.who), 0.95),), "named", source)
    if source is not None:
        label = reading.text[source.span.start : source.span.end]
        first_name, _, surname = label.partition(" ")
        if untitled(label) != label:
            label = in_small_letters(untitled(label))
        elif surname and label.isupper() and first_name.title() in lexicon.words("first_names"):
            label = in_small_letters(label)
        who = Who(label, None)
        return Found(((who, 0.9),), "carried" if labelled.goes_on else "named", source)
    if labelled.sort != "answer" or not entities.people:
        return None
    # the one interviewed is introduced before the first question, or is the one whom the article is about
    main = interviewed(entities, first)
    if main is not None:
        return Found(((Who(main.name, main), 0.8),), "carried", None)
    main = max(entities.people, key=lambda person: len(person.mentions))
    return Found(((Who(main.name, main), 0.6),), "carried", None)
