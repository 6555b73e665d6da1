"""Subjects that an insertion parts from their verb, found by where they stand where the parser has lost them.

"Asked if he was sorry, Bell, in a grey suit and without a tie, replied": the clause is cut at its commas, and the
first piece that is a noun phrase for somebody is the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.reading import Source
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_PHRASE = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"])
_OPENS = frozenset(["DET", "ADJ", "NOUN", "PROPN"])
_NOT_SOMEBODY = frozenset(["GPE", "LOC", "DATE", "TIME", "FAC", "EVENT", "CARDINAL"])
_REACH = 60
"""Words back that a subject may stand."""


def far_subject(reading: Reading, verb: Token) -> Source | None:
    """Who does what a finite `verb` behind a comma says, over an insertion; None where nobody stands there."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or not _behind_comma(reading, verb):
        return None
    for piece in _pieces(reading, verb):
        found = somebody(reading, piece)
        if found is not None:
            return found
    return None


def after_comma(reading: Reading, verb: Token) -> Source | None:
    """The noun phrase that fills the place between the last comma and `verb`; None where something else does."""
    words = _back_to_comma(reading, verb.i)
    while words and words[-1].pos_ in ("ADV", "AUX", "PART"):
        words.pop()
    before = words[0].i - 1 if words else -1
    if before < 0 or not (reading.tokens[before].text == "," or _ends_in_comma(reading, before)):
        return None
    return somebody(reading, words)


def _ends_in_comma(reading: Reading, index: int) -> bool:
    """Whether token `index` is in marks that end with a comma: Holding a sign that read “No,” the men said."""
    number = reading.inside[index]
    return 0 <= number < len(reading.marked) and reading.text[reading.marked[number].inner.end - 1] == ","


def _behind_comma(reading: Reading, verb: Token) -> bool:
    index = verb.i - 1
    while index >= 0 and reading.tokens[index].pos_ == "ADV" and reading.inside[index] < 0:
        index -= 1
    return index >= 0 and reading.inside[index] < 0 and reading.tokens[index].text in (",", "—", "–")


def _back_to_comma(reading: Reading, index: int) -> list[Token]:
    """The words before token `index` back to a comma, a mark or the start of the sentence."""
    words: list[Token] = []
    while index > 0 and not reading.tokens[index].is_sent_start:
        index -= 1
        token = reading.tokens[index]
        if token.text in (",", "—", "–") or reading.inside[index] >= 0:
            break
        words.insert(0, token)
    return words


def _pieces(reading: Reading, verb: Token) -> list[list[Token]]:
    """The clause before `verb` cut at its commas, in order; it starts behind a quote that ends like one."""
    pieces: list[list[Token]] = [[]]
    index = verb.i
    while index > max(0, verb.i - _REACH) and not reading.tokens[index].is_sent_start:
        index -= 1
        token = reading.tokens[index]
        if reading.inside[index] >= 0:
            mark = reading.marked[reading.inside[index]] if reading.inside[index] < len(reading.marked) else None
            if mark is None or reading.text[mark.inner.start : mark.inner.end].rstrip()[-1:] in ",?!.—–":
                break
        if token.text in (",", "—", "–"):
            pieces.insert(0, [])
        else:
            pieces[0].insert(0, token)
    return [piece for piece in pieces if piece]


def somebody(reading: Reading, words: list[Token]) -> Source | None:
    """The words as a speaker, where they are a noun phrase for a person or a body."""
    while words and words[0].pos_ in ("CCONJ", "ADV"):
        words = words[1:]
    if not words or words[0].pos_ not in _OPENS or words[0].tag_ in ("WDT", "WP$", "PRP$", "CD"):
        return None
    end = next((n for n, w in enumerate(words) if w.pos_ == "ADP" and n), len(words))
    fused = next((n for n, w in enumerate(words[:-1]) if w.text == "-" and n > 1 and words[n + 1].pos_ == "VERB"), None)
    if fused is not None and fused <= end:
        # "A letter e-mailed to the club by Ann Lee, who left, said": the participle was parted at its hyphen
        end, words = fused - 1, [*words[:fused], *words[fused + 2 :]]
    core = words[:end]
    if any(not (w.pos_ in _PHRASE or w.text in "-.") or not reading.outside(w) for w in core):
        return None
    if any(w.pos_ in ("VERB", "AUX") for w in words[end:]):
        return None
    head = next((w for w in reversed(core) if w.pos_ in ("NOUN", "PROPN")), None)
    if head is None or head.ent_type_ in _NOT_SOMEBODY or not reading.can_speak(head):
        return None
    return Source(head, Span(core[0].idx, core[-1].idx + len(core[-1])))
