"""What is said in a noun phrase: whom somebody criticises, what they warn of, call for and talk about.

Verbs and where the phrase stands are data (`vocabulary/communication_objects.txt`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.extents import whole_marks
from tui.analysis.lexicon import rows
from tui.analysis.subjects import lemma, verbs
from tui.analysis.unsaid import held_back
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_GOES_ON = frozenset("prep oprd xcomp dative".split())
"""Relations by which words behind an object belong to what is said of it: praised them for coming."""
_WHEN_OR_WHERE = frozenset("on in at during after before since until within by from over under near outside".split())


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """For each verb, where its phrase may stand."""
    found: dict[str, tuple[str, ...]] = {}
    for verb, place in rows("communication_objects"):
        found[verb] = (*found.get(verb, ()), place)
    return found


def said_of(reading: Reading, cue: Cue) -> list[Span]:
    """The noun phrase that a cue says something of, if it is one of those verbs; empty where nothing was said."""
    places = _places().get(lemma(cue.token), ())
    if not places or held_back(cue):
        return []
    whom: Token | None = None
    for child in cue.token.rights:
        if child.dep_ == "dobj" and "object" in places:
            return _phrase(reading, child, _end_of_object(child))
        if child.dep_ == "dobj" and reading.outside(child):
            whom = child.left_edge
        # "accused the firm of hiding it", where the parser hangs "of" on the firm
        for word in (child, *child.rights) if child.dep_ == "dobj" else (child,):
            if word.dep_ in ("prep", "agent") and word.lower_ in places and reading.outside(word):
                noun = next((c for c in word.rights if c.dep_ in ("pobj", "pcomp")), None)
                if noun is not None and not _own_words(noun):
                    # with all that hangs on the preposition: the parser may take "anti-farm" for several objects
                    return _phrase(reading, noun, word.right_edge, whom)
    return []


def _own_words(clause: Token) -> bool:
    """Whether a clause says itself that it is said: "wrote of what she said were shabby rooms"."""
    first = clause.left_edge
    within = clause.doc[first.i + 1 : first.i + 4]
    return first.lower_ == "what" and any(lemma(word) in verbs() for word in within if word.tag_ in FINITE)


def _end_of_object(noun: Token) -> Token:
    """The last word of an object and of what its verb says of it."""
    last = noun.right_edge
    for child in noun.head.rights:
        if child.i < noun.i or child.is_punct:
            continue
        if child.i > noun.i and (child.dep_ not in _GOES_ON or child.lower_ in _WHEN_OR_WHERE):
            break
        last = child.right_edge if child.i > noun.i else last
    return last


def _phrase(reading: Reading, noun: Token, last: Token, first: Token | None = None) -> list[Span]:
    first = first or noun.left_edge
    if noun.pos_ == "PRON" and noun.right_edge.i == last.i == noun.i:
        return []  # "criticised him" says nothing
    if first.is_sent_start:
        return []
    return [Span(first.idx, whole_marks(reading, first.idx, last.idx + len(last)))]
