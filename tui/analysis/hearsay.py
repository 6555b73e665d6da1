"""What is told without a word of who says it: "staff were told that", "it has emerged that", "the jury heard that"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.cues import Cue, is_speech, negated
from tui.analysis.subjects import lemma
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_EMERGING = ("emerged", "transpired", "emerges", "transpires")
_UNDERSTOOD = frozenset(["understand"])
"""What a paper puts for sources that it does not tell of."""
_TELLING = frozenset("tell warn inform assure advise remind notify".split())
"""Verbs of which whoever hears it is the subject in the passive."""
_COURTS = frozenset("court jury juror hearing inquiry inquest tribunal commission panel trial".split())


def with_emerging(reading: Reading, cues: list[Cue]) -> list[Cue]:
    """`cues` and the verbs by which something comes to light, all in the order of the text."""
    found: list[Cue] = []
    for form in _EMERGING:
        at = reading.text.find(form)
        while at >= 0:
            places = reading.range(Span(at, at + len(form)))
            if places and (verb := reading.tokens[places.start]).text == form and reading.outside(verb):
                subject = next((left for left in verb.lefts if left.dep_ in ("nsubj", "expl")), None)
                if subject is not None and subject.lower_ == "it":
                    found.append(Cue(verb, Span(at, at + len(form)), "c", None, "subject"))
            at = reading.text.find(form, at + 1)
    return sorted([*cues, *found], key=lambda cue: cue.span.start) if found else cues


def unnamed(reading: Reading, cue: Cue) -> Cue | None:
    """The cue without its speaker, where it is one by which nobody named says something; else None."""
    verb = cue.token
    if lemma(verb) == "hear":
        heard = cue.form == "subject" and cue.source is not None and cue.source.head.lemma_.lower() in _COURTS
        return replace(cue, source=None) if heard and verb.tag_ in ("VBD", "VBN") and not _unreal(cue) else None
    if cue.source is not None or cue.form == "agent" or "c" not in cue.frames or _unreal(cue):
        return None
    if lemma(verb) + "d" in _EMERGING or verb.text in _EMERGING:
        return cue
    if not is_speech(cue.frames) and lemma(verb) not in _UNDERSTOOD:
        return None
    passive = any(left.dep_ == "auxpass" for left in verb.lefts)
    subject = next((left for left in verb.lefts if left.dep_ == "nsubjpass"), None)
    if not passive or subject is None or not reading.outside(subject):
        return None
    return cue if subject.lower_ == "it" or lemma(verb) in _TELLING else None


def _unreal(cue: Cue) -> bool:
    """Whether nobody has said it yet, or did not: "should be told that", "was not told that", "wants to be told"."""
    if negated(cue):
        return True
    return any(left.tag_ in ("MD", "TO") or left.dep_ == "mark" for left in cue.token.lefts)


def clause_of(cue: Cue) -> Token | None:
    """The verb of what is told behind a cue without a speaker."""
    for child in cue.token.rights:
        if child.dep_ != "ccomp" or not _is_finite(child):
            continue
        that = any(left.lower_ == "that" for left in child.lefts)
        return child if that or lemma(cue.token) in _TELLING else None
    return None


def before_it(reading: Reading, cue: Cue) -> list[Span]:
    """What stands before an aside without a speaker: "They had trained together | , it emerged, in Utrecht"."""
    first = cue.token.left_edge
    said = next((left for left in cue.token.lefts if left.dep_ == "ccomp" and _is_finite(left)), None)
    opening = next((left for left in cue.token.lefts if left.lower_ == "it"), None)
    start = reading.sentence(cue.span.start).start
    if said is None or opening is None or not reading.outside(first) or first.idx < start or opening.i <= said.i:
        return []
    comma = opening.nbor(-1)
    behind = reading.text[cue.span.end : cue.span.end + 1]
    return [Span(start, comma.idx)] if comma.text == "," and behind in (",", ".") else []


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(left.tag_ in FINITE for left in verb.lefts if left.dep_ in ("aux", "auxpass"))
