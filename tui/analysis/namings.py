"""What somebody is called, whole: of «She called the plan “mad”» the plan and the word for it, not the word alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.cues import negated
from tui.analysis.extents import whole_marks
from tui.analysis.subjects import lemma
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_SELVES = frozenset("himself herself itself themselves myself yourself ourselves".split())
_OPENS = frozenset("dobj oprd ccomp dative prep".split())
"""Relations in which what is named hangs on its verb, or the word for it together with it."""
_TURNING_OUT = frozenset("find prove show see feel consider".split())
_STOPS = frozenset("advcl cc conj mark npadvmod dep parataxis agent".split())
"""Relations of what no longer belongs to a naming."""
_ELSEWHERE = frozenset("on at during after before since until by".split())
"""Prepositions that say when, where or how it was said."""


def whole_naming(reading: Reading, cue: Cue) -> Span | None:
    """From the one who is named to the last word of the name, where a verb like "call" has both behind it; else None.

    The name is in marks, behind "as", or what the parser takes for the object's predicate.
    """
    if "n" not in cue.frames or cue.form == "agent" or negated(cue):
        return None
    parts = _behind(reading, cue)
    if not parts:
        return None
    thing = parts[0]
    if thing.dep_ == "prep":  # "refers to the governor as"
        noun = next((child for child in thing.rights if child.dep_ == "pobj"), None)
        if noun is None or thing.lower_ not in ("to", "of"):
            return None
        thing = noun
    first = thing.left_edge
    if first.i <= cue.token.i or not reading.outside(first):
        return None
    start, last = first.idx, _last(reading, parts[-1])
    end = whole_marks(reading, start, last.idx + len(last))
    whole = thing.dep_ in ("oprd", "ccomp") and any(child.dep_ == "nsubj" for child in thing.lefts)
    named = any(part.dep_ == "oprd" or (part.dep_ == "prep" and part.lower_ == "as") for part in parts[1:])
    if not whole and not named and not _names_in_marks(reading, thing, Span(start, end)):
        return None
    return Span(start, end)


def names_itself(cue: Cue) -> bool:
    """Whether somebody only bears a name or turns out so: "calls herself the Countess", "proved himself a friend"."""
    verb = cue.token
    itself = next((word for word in verb.doc[verb.i + 1 : verb.i + 3] if word.lower_ in _SELVES), None)
    if itself is None:
        return False
    behind = (word for word in verb.doc[itself.i + 1 : itself.i + 4] if not word.is_punct and word.lower_ != "the")
    name = next(behind, None)
    if lemma(verb) in _TURNING_OUT:
        return True
    return "n" in cue.frames and (name is not None and name.is_title and name.lower_ not in ("a", "an"))


def _names_in_marks(reading: Reading, thing: Token, span: Span) -> bool:
    """Whether words in marks stand behind the thing, which has words of its own outside them."""
    if thing.pos_ not in ("NOUN", "PROPN", "PRON") or not reading.outside(thing):
        return False
    return any(not reading.outside(word) for word in reading.words(Span(thing.idx, span.end)))


def _behind(reading: Reading, cue: Cue) -> list[Token]:
    """What hangs on a verb straight behind it, in order, up to a comma, a dash or another clause."""
    parts: list[Token] = []
    for child in cue.token.rights:
        if child.is_punct:
            if reading.outside(child):
                break
            continue
        if child.dep_ in _STOPS or (not parts and child.dep_ not in _OPENS):
            break
        if parts and child.dep_ == "prep" and child.lower_ in _ELSEWHERE:
            break
        parts.append(child)
    return parts


def _last(reading: Reading, part: Token) -> Token:
    """The last word of a part, before a comma and what only says more of it: "a cheat, who"."""
    edge = part.right_edge
    for word in part.subtree:
        if word.i > part.i and word.text == "," and reading.outside(word):
            if word.nbor(1).tag_ in ("WDT", "WP", "WP$", "VBG"):
                return word.nbor(-1)
    return edge
