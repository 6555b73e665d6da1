"""The words around a short fragment that say what it is about: «called for an end to “shadow fees”», not «shadow fees».

A word or two in marks in the midst of what somebody asks for, claims or proposes tell a reader nothing alone; where no
rule of reported speech has the clause, the object or complement of the verb that the fragment hangs on is told with it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.analysis.cues import negated_verb
from tui.analysis.extents import trimmed, whole_marks
from tui.analysis.indirect import Reported
from tui.analysis.subjects import lemma, verbs
from tui.domain.findings import FRAGMENT_WORDS
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.announced import Link
    from tui.analysis.cues import Cue
    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading
    from tui.domain.findings import Quote

_OVERLAPPING = 4
"""Clauses of reported speech that may begin before a stretch and still hold it."""
_COMPLEMENTS = frozenset("dobj prep ccomp xcomp oprd pcomp dative".split())
"""Relations in which what is said hangs on its verb."""
_EMPTY = frozenset("DET ADP SCONJ PART PUNCT PRON ADV AUX CCONJ SPACE".split())
"""Parts of speech that say nothing of what a fragment is about."""


def around_fragments(
    reading: Reading, quotes: list[Quote], links: dict[int, Link | None], cues: dict[int, Cue]
) -> list[Reported]:
    """The words around those short fragments among `quotes` that no reported speech among them tells.

    `links` by number of the marked stretch, `cues` by index of their word.
    """
    clauses = sorted(quote.span for quote in quotes if quote.kind == "indirect")
    short = sorted(
        quote.span.start
        for quote in quotes
        if quote.kind == "partial" and len(reading.document.slice(quote.span).split()) <= FRAGMENT_WORDS
    )
    found: list[Reported] = []
    for number, link in links.items():
        inner = reading.marked[number].inner
        cue = cues.get(link.token.i) if link is not None and link.token is not None else None
        place = bisect_left(short, inner.start)
        if cue is None or cue.source is None or place == len(short) or short[place] >= inner.end:
            continue
        span = None if held(clauses, inner) else _clause_around(reading, number, cue.token)
        if span is not None:
            found.append(Reported(trimmed(reading, span), cue))
    return found


def held(clauses: list[Span], span: Span) -> bool:
    """Whether one of `clauses`, which are in the order of the text, holds `span`."""
    last = bisect_right(clauses, span.start, key=lambda clause: clause.start)
    return any(clause.contains(span) for clause in clauses[max(0, last - _OVERLAPPING) : last])


def _clause_around(reading: Reading, number: int, verb: Token) -> Span | None:
    """The complement of `verb` that holds the fragment and words of its own; None where the fragment is all of it."""
    mark = reading.marked[number]
    first = next((reading.tokens[index] for index in reading.range(mark.inner)), None)
    if first is None or verb.i >= first.i or not reading.outside(verb) or negated_verb(verb):
        return None
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.lefts):
        return None
    whole = next((child for child in verb.rights if child.left_edge.i <= first.i <= child.right_edge.i), None)
    if whole is None or whole.dep_ not in _COMPLEMENTS:
        return None
    start = _opening(reading, verb, whole, first)
    if start is None or start.i <= verb.i or start.i >= first.i or not reading.outside(start):
        return None
    span = Span(start.idx, _end(reading, mark, whole))
    own = [word for word in reading.outside_words(span) if word.pos_ not in _EMPTY]
    return span if own else None


def _opening(reading: Reading, verb: Token, whole: Token, first: Token) -> Token | None:
    """Where it begins: behind a preposition, and with those who are to do it: "invited the firm to share “scraps”"."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj" and reading.outside(child)), None)
    if "r" in verbs().get(lemma(verb), ""):
        # who is told stands as the object: what is said opens with "that"
        opens = [word for word in verb.doc[verb.i + 1 : first.i] if word.lower_ == "that" and word.pos_ == "SCONJ"]
        if opens or whole.dep_ == "dobj":
            return opens[-1] if opens else None
        thing = None
    if thing is not None and thing.i < whole.i and (whole.dep_ == "prep" or whole.tag_ == "VB"):
        return thing.left_edge
    if whole.dep_ == "prep":
        noun = next((child for child in whole.rights if child.dep_ in ("pobj", "pcomp")), None)
        return noun.left_edge if noun is not None else None
    return whole.left_edge


def _end(reading: Reading, mark: Marked, whole: Token) -> int:
    """Where it ends: with the complement, or with the fragment if only when, where or how comes behind it."""
    last = whole.right_edge
    end = whole_marks(reading, mark.outer.start, last.idx + len(last))
    behind = reading.words(Span(mark.outer.end, end))
    adjunct = bool(behind) and behind[0].pos_ == "ADP" and behind[0].lower_ != "of"
    return mark.outer.end if adjunct or reading.text[mark.inner.end - 1] in ",.?!" else end
