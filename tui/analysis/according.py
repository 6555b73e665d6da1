"""What is said "according to" somebody, whatever part of the sentence that stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.extents import whole_marks
from tui.analysis.interrupted import closing, completed_behind, only_links
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading


def according(reading: Reading, cue: Cue) -> list[Span]:
    """The clause that "according to Smith", with Smith as the source of `cue`, is put before, behind or into."""
    sentence = _bracket(reading, cue, reading.sentence(cue.span.start))
    before = [word for word in reading.words(Span(sentence.start, cue.span.start)) if not word.is_space]
    if only_links(before):
        # "According to Smith, it rained"
        return [_behind(reading, cue, sentence)]
    end = closing(reading, cue, sentence.end)
    after = reading.words(Span(end, sentence.end)) if end is not None else []
    finite = any(word.tag_ in FINITE for word in after)
    if any(word.pos_ in ("VERB", "AUX") or not reading.outside(word) for word in before):
        goes_on = bool(after) and before[-1].text == "," and _goes_on(before[:-1], after)
        return [sentence if goes_on else Span(sentence.start, cue.span.start)]
    # "the mayor, according to Smith, resigned", but "two children of, according to Smith"
    broken = finite and before[-1].text == ","
    return [sentence if broken else _behind(reading, cue, sentence)]


def _bracket(reading: Reading, cue: Cue, sentence: Span) -> Span:
    """The words in the brackets in which a cue stands; the sentence where it stands in none."""
    text = reading.text
    opening = text.rfind("(", sentence.start, cue.span.start)
    if opening < 0 or text.find(")", opening, cue.span.start) >= 0:
        return sentence
    end = text.find(")", cue.span.end, sentence.end)
    return Span(opening + 1, end) if end >= 0 else sentence


def _behind(reading: Reading, cue: Cue, sentence: Span) -> Span:
    edge = cue.token.right_edge
    start = max(cue.end(), edge.idx + len(edge))
    if start >= sentence.end:
        start = reading.text.find(",", cue.end(), sentence.end) + 1 or sentence.end
    return Span(start, whole_marks(reading, start, sentence.end))


def _goes_on(before: list[Token], after: list[Token]) -> bool:
    """Whether the clause before the cue goes on behind it: "failed, according to Smith, and will be rebuilt"."""
    comma = after[0].nbor(-1)
    if completed_behind(before, [comma, *after]):
        return True
    link = after[0].pos_ == "CCONJ" and len(after) > 1
    verb = after[1] if link else after[0]
    while verb.pos_ == "AUX" and verb.dep_ in ("aux", "auxpass") and verb.head.i > verb.i:
        verb = verb.head
    own = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.lefts)
    return link and verb.dep_ == "conj" and before[0].i <= verb.head.i <= before[-1].i and not own
