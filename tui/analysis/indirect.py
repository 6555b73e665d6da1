"""Reported speech without marks: what a verb of saying, or "according to", says was said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_EDGES = re.compile(r"^[\s,;:–—-]+|[\s,;:.–—-]+$")
_WH = frozenset("how why what when where whether who which if".split())


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
    for cue in cues:
        if not set(cue.frames) & set("cwigp"):
            continue
        span = _according(reading, cue) if "p" in cue.frames else _content(reading, cue)
        if span is None:
            continue
        span = _trimmed(reading, span)
        if len(reading.words(span)) < 2 or _mostly_marked(reading, span):
            continue
        found.append(Reported(span, cue))
    found.sort(key=lambda r: (r.span.start, -r.span.end))
    return _without_nested(found)


def _without_nested(found: list[Reported]) -> list[Reported]:
    kept: list[Reported] = []
    for reported in found:
        if any(k.span.start == reported.span.start and k.span.end == reported.span.end for k in kept):
            continue
        kept.append(reported)
    return kept


def _content(reading: Reading, cue: Cue) -> Span | None:
    verb = cue.token
    for child in verb.children:
        dep = child.dep_
        if dep == "ccomp" and child.i > verb.i and "c" in cue.frames:
            return _clause(reading, cue, child)
        if dep == "ccomp" and child.i > verb.i and "w" in cue.frames and _opens_with_wh(child):
            return _clause(reading, cue, child)
        if dep == "xcomp" and child.i > verb.i and child.tag_ == "VB" and "i" in cue.frames:
            return _clause(reading, cue, child)
    if "q" in cue.frames and _closes_sentence(reading, cue):
        return _before(reading, cue)
    return None


def _opens_with_wh(clause: Token) -> bool:
    return clause.left_edge.lower_ in _WH


def _clause(reading: Reading, cue: Cue, root: Token) -> Span | None:
    """The complement from after the cue (and whom it tells, and when) to the end of its clause."""
    left, right = root.left_edge, root.right_edge
    start = max(left.idx, cue.end())
    sentence = reading.sentence(cue.span.start)
    end = min(right.idx + len(right), sentence.end)
    following = right.i + 1
    tokens = reading.tokens
    # what the parser hangs on the verb of saying but stands after what is said belongs to it, up to the next clause
    while following < len(tokens) and tokens[following].idx < sentence.end and reading.inside[following] < 0:
        token = tokens[following]
        if token.dep_ not in ("prep", "advmod", "npadvmod", "advcl", "punct") or token.head.i != cue.token.i:
            break
        if token.dep_ == "punct" or (token.dep_ == "advcl" and token.tag_ == "VBG"):
            break
        edge = token.right_edge
        end = min(edge.idx + len(edge), sentence.end)
        following = edge.i + 1
    return Span(start, end) if end > start else None


def _closes_sentence(reading: Reading, cue: Cue) -> bool:
    """Whether a clause like ", Smith said on Monday." ends its sentence, with what is said before it."""
    if cue.source is None or cue.form not in ("subject", "position"):
        return False
    start = cue.start()
    sentence = reading.sentence(start)
    before = reading.text[sentence.start : start].rstrip()
    if not before or before[-1] != "," or not reading.outside(cue.token):
        return False
    return any(child.dep_ == "ccomp" and child.i < cue.token.i for child in cue.token.children)


def _before(reading: Reading, cue: Cue) -> Span | None:
    sentence = reading.sentence(cue.span.start)
    return Span(sentence.start, cue.start()) if cue.start() > sentence.start else None


def _according(reading: Reading, cue: Cue) -> Span | None:
    sentence = reading.sentence(cue.span.start)
    before = reading.text[sentence.start : cue.span.start].strip(" ,–—-")
    if not before or before.lower() in ("and", "but", "now", "also", "so"):
        end = cue.end()
        comma = reading.text.find(",", end, sentence.end)
        return Span(comma + 1, sentence.end) if comma >= 0 else None
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
