"""Subjects that a relative clause owns: "the port, whose head of works, Ann Orr, said": not the port, but its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.reading import Source
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_REACH = 16
"""Words back from the verb that "whose" may stand."""


def owned(reading: Reading, verb: Token) -> Source | None:
    """Who does what a finite `verb` behind a name in commas says, where "whose" opens the clause; None elsewhere."""
    before = reading.tokens[verb.i - 1] if verb.i else verb
    if before.text != "," or verb.tag_ not in ("VBD", "VBZ", "VBP") or not reading.outside(before):
        return None
    index = verb.i - 2
    while index >= max(0, verb.i - _REACH):
        word = reading.tokens[index]
        if word.tag_ == "WP$":
            break
        if not reading.outside(word) or word.tag_ in ("VBD", "VBZ", "VBP", "MD") or word.tag_ in ("WP", "WDT"):
            return None
        index -= 1
    else:
        return None
    if index < max(0, verb.i - _REACH):
        return None
    words = reading.tokens[index + 1 : verb.i - 1]
    stop = next((n for n, word in enumerate(words) if word.text == "," or word.pos_ == "ADP"), len(words))
    head = next((word for word in reversed(words[:stop]) if word.pos_ in ("NOUN", "PROPN")), None)
    if head is None or not any(word.text == "," for word in words):
        return None
    last = next(n for n, word in enumerate(words) if word.text == ",") - 1
    return Source(head, Span(words[0].idx, words[last].idx + len(words[last])))
