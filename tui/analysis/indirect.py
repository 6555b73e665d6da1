"""Reported speech without marks: what a verb of saying, or "according to", says was said.

What is said begins after the cue and whom it tells; it ends with its clause, and goes on over what the parser hangs
elsewhere up to where the reporter speaks again. Fragments in marks inside it are its segments.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.cues import Cue, is_speech, negated
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_WH = frozenset("how why what when where whether who which if".split())
_NOT_SAYING = frozenset("decline refuse fail need want plan require intend prefer expect".split())
_LINKS = frozenset("and but or while although though as yet so".split())


@dataclass(frozen=True, slots=True)
class Reported:
    """One stretch of reported speech."""

    span: Span
    """What is said, with "that" where it is written, without the cue."""
    cue: Cue
    """The words of saying."""


def find_reported(reading: Reading, cues: list[Cue]) -> list[Reported]:
    """All reported speech in the order of the text; none where the whole of it stands in marks."""
    found: list[Reported] = []
    for number, cue in enumerate(cues):
        if cue.source is None or not reading.outside(cue.token):
            continue
        span = _according(reading, cue) if "p" in cue.frames else _content(reading, cues, number)
        if span is None:
            continue
        span = _trimmed(reading, span)
        if len(reading.words(span)) < 3 or _mostly_marked(reading, span):
            continue
        found.append(Reported(span, cue))
    found.sort(key=lambda r: (r.span.start, -r.span.end))
    return _without_repeats(found)


def _without_repeats(found: list[Reported]) -> list[Reported]:
    """Without what is inside another stretch by a weaker cue ("they say they want to come": only the saying)."""
    kept: list[Reported] = []
    for reported in found:
        if any(k.span.contains(reported.span) and "q" not in reported.cue.frames for k in kept):
            continue
        if any(k.span == reported.span for k in kept):
            continue
        kept.append(reported)
    return kept


def _content(reading: Reading, cues: list[Cue], number: int) -> Span | None:
    cue = cues[number]
    verb = cue.token
    if not is_speech(cue.frames):
        return None
    for child in verb.children:
        if child.i < verb.i:
            continue
        if (child.dep_ == "ccomp" and ("c" in cue.frames or ("w" in cue.frames and _opens_with_wh(child)))) or (
            child.dep_ == "xcomp"
            and child.tag_ == "VB"
            and "i" in cue.frames
            and not negated(cue)
            and verb.lemma_ not in _NOT_SAYING
        ):
            return _clause(reading, cues, number, child)
    if "q" in cue.frames and _closes(reading, cue):
        return Span(reading.sentence(cue.span.start).start, cue.start())
    return None


def _opens_with_wh(clause: Token) -> bool:
    return clause.left_edge.lower_ in _WH


def _clause(reading: Reading, cues: list[Cue], number: int, root: Token) -> Span | None:
    """The complement, from after the cue (and whom it tells, and when) to where the reporter speaks again."""
    cue = cues[number]
    sentence = reading.sentence(cue.span.start)
    start, right = max(root.left_edge.idx, cue.end()), root.right_edge
    end = min(right.idx + len(right), sentence.end)
    stop = _next_voice(reading, cues, number, root, sentence.end)
    rest = reading.text[end:stop].strip()
    if stop > end and not rest.strip(".?!”\"’' ").startswith(", ") and _goes_on(reading, end, stop):
        end = stop
    end = min(end, stop)
    return Span(start, _whole_marks(reading, start, end)) if end > start else None


def _goes_on(reading: Reading, end: int, stop: int) -> bool:
    """Whether what the parser leaves between a complement and the reporter's next words is still said."""
    words = reading.words(Span(end, stop))
    while words and words[0].is_punct:
        words = words[1:]
    return bool(words) and (words[0].lower_ in _LINKS or words[0].pos_ not in ("VERB",))


def _next_voice(reading: Reading, cues: list[Cue], number: int, root: Token, limit: int) -> int:
    """Where, after the cue's complement, the next cue of the sentence begins, with the "and" before it."""
    inside = {token.i for token in root.subtree}
    for cue in cues[number + 1 :]:
        if cue.start() >= limit:
            break
        if cue.token.i in inside or not is_speech(cue.frames) or cue.start() <= root.idx:
            continue
        at = cue.start()
        before = reading.words(Span(max(0, at - 12), at))
        while before and (before[-1].lower_ in _LINKS or before[-1].text == ","):
            at = before.pop().idx
        return at
    return limit


def _whole_marks(reading: Reading, start: int, end: int) -> int:
    """`end`, moved behind a stretch in marks that begins inside and reaches beyond it."""
    for mark in reading.marked:
        if mark.outer.start >= end:
            break
        if start <= mark.outer.start and mark.outer.end > end:
            return mark.outer.end
    return end


def _closes(reading: Reading, cue: Cue) -> bool:
    """Whether a clause like ", Smith said on Monday." comes after what is said, within the sentence."""
    if cue.form not in ("subject", "position"):
        return False
    start = cue.start()
    before = reading.text[reading.sentence(start).start : start].rstrip()
    if not before:
        return False
    if any(child.dep_ in ("ccomp", "xcomp", "dobj") and child.i > cue.token.i for child in cue.token.children):
        return False
    return before[-1] in ",”\"’'" and (before[-1] == "," or before[-2:-1] in (",", "?", "!"))


def _according(reading: Reading, cue: Cue) -> Span | None:
    sentence = reading.sentence(cue.span.start)
    before = reading.text[sentence.start : cue.span.start].strip(" ,–—-")
    if not before or before.lower() in ("and", "but", "now", "also", "so"):
        comma = reading.text.find(",", cue.end(), sentence.end)
        return Span(comma + 1, _whole_marks(reading, comma + 1, sentence.end)) if comma >= 0 else None
    return Span(sentence.start, cue.span.start)


def _trimmed(reading: Reading, span: Span) -> Span:
    """Without commas and stops at the edges; marks that open or close inside stay whole."""
    text = reading.text
    start, end = span.start, span.end
    while start < end and text[start] in " ,;:–—-\n\t\u00a0":
        start += 1
    while end > start and text[end - 1] in " ,;:.–—-\n\t\u00a0":
        end -= 1
    return Span(start, end)


def _mostly_marked(reading: Reading, span: Span) -> bool:
    words = reading.words(span)
    marked = sum(not reading.outside(word) for word in words)
    return marked >= 0.85 * len(words)
