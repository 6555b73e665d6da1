"""Reported speech that its own cue breaks in two: "The mill, its owner said, will reopen in May".

The words between are the reporter's, so that each half is a stretch of its own; the second one goes on the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.extents import trimmed
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_BREAKS = frozenset([",", "—", "–", "--", "-", "(", ")"])
"""What stands before and behind words put into the midst of a clause."""
_BEFORE_SPEAKER = frozenset("as so or at to in".split())
"""What may stand between the comma and who speaks: ", as she said,"."""
_LINKS = frozenset("CCONJ SCONJ ADV INTJ PUNCT SPACE".split())
_LONGEST = 30
"""Words that such an aside may take at most."""


def halves(reading: Reading, cue: Cue, span: Span) -> list[Span]:
    """The parts of `span` before and behind the aside in which its cue stands; `span` alone where none breaks it."""
    if not span.start < cue.start() <= cue.end() < span.end:
        return [span]
    begin, end = _opening(reading, cue, span), _closing(reading, cue, span)
    if begin is None or end is None:
        return [span]
    first, second = trimmed(reading, Span(span.start, begin)), trimmed(reading, Span(end, span.end))
    if not _has_words(reading, first) or not _has_words(reading, second):
        return [span]
    if only_links(reading.words(first)):
        return [second]
    return [first, second]


def only_links(words: Sequence[Token]) -> bool:
    """Whether words only link a sentence to the one before: "But,", "So then,"."""
    return all(word.pos_ in _LINKS for word in words)


def _has_words(reading: Reading, span: Span) -> bool:
    return span.end > span.start and any(not word.is_punct for word in reading.outside_words(span))


def _opening(reading: Reading, cue: Cue, span: Span) -> int | None:
    """Where the aside begins, at the comma or dash before it; None if there is none."""
    words = reading.words(Span(span.start, cue.start()))
    for word in reversed(words[-3:]):
        if word.text in _BREAKS and reading.outside(word):
            return word.idx
        if word.lower_ not in _BEFORE_SPEAKER and word.pos_ != "ADV":
            return None
    return None


def _closing(reading: Reading, cue: Cue, span: Span) -> int | None:
    """Where the aside ends, behind the comma or dash that closes it; None if the clause goes on without one."""
    words = reading.words(Span(cue.end(), span.end))[:_LONGEST]
    speaker = cue.source.head if cue.source is not None else cue.token
    for number, word in enumerate(words):
        if not reading.outside(word) or word.tag_ in FINITE:
            return None
        if word.text in _BREAKS:
            behind = words[number + 1] if number + 1 < len(words) else None
            says_who = behind is not None and _says_who(behind, speaker)
            return _behind_apposition(words[number + 1 :], word) if says_who else word.idx + len(word)
    return None


def _says_who(word: Token, speaker: Token) -> bool:
    """Whether a word opens what only tells who speaks: "said Ann Lee, the mayor of Orley, who"."""
    while word.head.i != word.i and word.i != speaker.i:
        if word.dep_ in ("appos", "relcl", "acl") and word.head.i == speaker.i:
            return True
        word = word.head
    return False


def _behind_apposition(words: list[Token], comma: Token) -> int | None:
    closing = next((word for word in words if word.text == comma.text), None)
    return closing.idx + 1 if closing is not None else None
