"""Reported speech that its own cue breaks in two: "The mill, its owner said, will reopen in May".

The words between are the reporter's, so that each half is a stretch of its own; the second one goes on the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.extents import trimmed
from tui.analysis.subjects import lemma, verbs
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
_SPEAKERS = frozenset("he she they we i who".split())
"""Who may be the speaker, of whom the reporter goes on to tell: "It was over, she said, and she left"."""
_LINKS = frozenset("CCONJ SCONJ ADV INTJ PUNCT SPACE".split())
_PREDICATES = FINITE | {"VB", "VBN", "VBG"}
_LONGEST = 30
"""Words that such an aside may take at most."""


def halves(reading: Reading, cue: Cue, span: Span) -> list[Span]:
    """The parts of `span` before and behind the aside in which its cue stands; `span` alone where none breaks it."""
    if not span.start < cue.start() <= cue.end() < span.end:
        return [span]
    begin, end = _opening(reading, cue, span), closing(reading, cue, span.end)
    if begin is None or end is None or (reading.text[begin] == "(") != (reading.text[end - 1] == ")"):
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


def completed_behind(before: list[Token], after: list[Token]) -> bool:
    """Whether what stands before a cue between commas is the beginning of a clause that goes on behind it.

    "The pumps that failed, she said, were old"; "The idea was, she said, less frightening".
    """
    last, behind = next((w for w in reversed(before) if not w.is_punct), before[-1]), after[0].i
    if last.pos_ in ("AUX", "ADP", "SCONJ", "DET") or (len(after) > 1 and after[1].tag_ in FINITE):
        return True  # "The trouble, she said, is that it rains"
    if (
        before[0].lower_ == "it"
        and len(after) > 1
        and after[1].tag_ in ("VBG", "TO", "WP", "WRB")
        and last.pos_ == "ADJ"
    ):
        return lemma(after[1]) not in verbs()  # "It was hard, she said, walking into the hall"
    for word in before:
        if word.dep_ in ("nsubj", "nsubjpass", "advcl") and word.head.i > behind and word.head.tag_ in _PREDICATES:
            return True
    return False


def adds_a_clause(before: list[Token], after: list[Token]) -> bool:
    """Whether a second clause is said behind a cue: "The ferry is full, she said, and the road is closed".

    `before`, `after`: the words before the cue and from the comma behind it on.
    """
    if len(after) < 3 or after[1].lower_ not in ("and", "but"):
        return False
    verb = next((word for word in after if word.dep_ == "conj" and before[0].i <= word.head.i <= before[-1].i), None)
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return False
    subject = next((left for left in verb.lefts if left.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    return subject is not None and subject.i > after[1].i and subject.lower_ not in _SPEAKERS


def _opening(reading: Reading, cue: Cue, span: Span) -> int | None:
    """Where the aside begins, at the comma or dash before it; None if there is none."""
    words = reading.words(Span(span.start, cue.start()))
    for word in reversed(words[-3:]):
        if word.text in _BREAKS and reading.outside(word):
            return word.idx
        if word.lower_ not in _BEFORE_SPEAKER and word.pos_ != "ADV":
            return None
    return None


def closing(reading: Reading, cue: Cue, stop: int) -> int | None:
    """Where the aside of a cue ends, behind the comma or dash that closes it before `stop`; None if none does."""
    words = reading.words(Span(cue.end(), stop))[:_LONGEST]
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
