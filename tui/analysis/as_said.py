"""What an aside with "as" vouches for: "As Smith pointed out, the pumps were old"; "The pumps, as she said, failed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.cues import is_speech, negated
from tui.analysis.subjects import lemma, verbs
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_TOLD = frozenset("dobj dative".split())


def vouched_for(reading: Reading, cue: Cue) -> list[Span] | None:
    """The clauses around an aside with "as" and a cue that says nothing more; None where a cue is no such aside."""
    opening = _as(cue)
    if opening is None or cue.source is None or not {"q", "c"} <= set(cue.frames) or not is_speech(cue.frames):
        return None
    if negated(cue) or not reading.outside(opening) or _says_more(cue, opening):
        return None
    sentence = reading.sentence(cue.span.start)
    last = _last(reading, cue, sentence)
    if last is None:
        return None
    before, after = reading.words(Span(sentence.start, opening.idx)), reading.words(Span(last, sentence.end))
    if after and after[0].text == ",":
        after = after[1:]
    says_something = any(word.pos_ in ("VERB", "AUX") for word in after)
    if not _speaks(before):
        return [Span(after[0].idx, _bracket(reading, sentence, opening))] if after and says_something else None
    if any(says_so_itself(word) for word in before):
        return []  # "Smith denied that she had met them, as a paper reported": it is Smith who is reported
    if before[-1].text not in (",", "—", "–", "-", "("):
        return None
    start = sentence.start
    return [Span(start, sentence.end if says_something else before[-1].idx)]


def _as(cue: Cue) -> Token | None:
    """The "as" of a cue's clause, before its speaker."""
    assert cue.source is not None
    for child in cue.token.lefts:
        if child.lower_ == "as" and child.dep_ in ("mark", "advmod") and child.idx < cue.source.span.start:
            return child
    return None


def _says_more(cue: Cue, opening: Token) -> bool:
    """Whether the clause has words of its own to say, or only tells when: "As Smith said he would", "As she spoke"."""
    told = "r" in cue.frames
    for child in cue.token.rights:
        if child.dep_ in ("ccomp", "xcomp", "oprd", "advcl", "conj") or (child.dep_ in _TOLD and not told):
            return True
        if child.dep_ == "prep" and child.lower_ in ("to", "with", "of"):
            return True  # "as voters responded to the plan"
    return any(child.i < opening.i for child in cue.token.lefts)


def _last(reading: Reading, cue: Cue, sentence: Span) -> int | None:
    """Where the aside ends: at the comma behind it, or with its sentence."""
    for word in reading.words(Span(cue.end(), sentence.end)):
        if word.text == "," or not reading.outside(word):
            return word.idx
        if word.text in (".", ":", ")", "—", "–", "!", "?"):
            return word.idx
        if word.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return sentence.end


def says_so_itself(verb: Token) -> bool:
    """Whether a verb has a speaker and a clause of its own behind it that it says."""
    if verb.tag_ not in FINITE or not {"q", "c"} <= set(verbs().get(lemma(verb), "")):
        return False
    return any(child.dep_ == "nsubj" for child in verb.lefts) and any(child.dep_ == "ccomp" for child in verb.rights)


def _speaks(before: list[Token]) -> bool:
    """Whether what stands before an aside is part of a clause: more than "But", "Of course," or "In Ohio,"."""
    return any(word.pos_ in ("VERB", "AUX") or word.dep_ in ("nsubj", "nsubjpass", "expl") for word in before)


def _bracket(reading: Reading, sentence: Span, opening: Token) -> int:
    """Where what is said ends: with its sentence, or where the bracket closes that the aside opens."""
    text = reading.text
    closing = text.find(")", opening.idx, sentence.end) if "(" in text[sentence.start : opening.idx] else -1
    return closing if closing >= 0 else sentence.end
