"""The clauses that figures stand in: their subjects, and noun phrases in the article's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tui.analysis.numbers.draft import Draft

LONGEST = 6
"""Words a description of what is counted may have; beyond, it is cut where a phrase ends."""
_FAR = 24
"""Words on either side of a head that are looked at: in a sentence without an end a phrase has thousands."""
_NUMBERED = frozenset("number numbered numbers total totalled totaled".split())
"""Verbs whose subject is what a figure behind them counts: "spoilt papers numbered 418"."""
_NO_NAME = frozenset("its their his her at least most more than about nearly almost some up to over around".split())


class Clauses:
    """The tokens of a document, found by offset, and the subjects of their clauses."""

    def __init__(self, doc: Doc, text: str) -> None:
        """Read `doc`, whose offsets are those of `text`."""
        self.doc = doc
        self._text = text
        self._starts = [token.idx for token in doc]
        self._subjects: dict[int, Token | None] = {}
        self._places: dict[int, bool] = {}
        self._objects: dict[int, Token | None] = {}

    def at(self, offset: int) -> int:
        """Index of the first token that ends after `offset`; the number of tokens beyond the last."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        while index < len(self.doc) and self.doc[index].idx + len(self.doc[index]) <= offset:
            index += 1
        return index

    def subject_phrase(self, draft: Draft) -> tuple[str, bool] | None:
        """The subject of the clause the figure stands in, and whether it is "the number of …" what is counted."""
        token = self.doc[min(self.at(draft.core[0]), len(self.doc) - 1)]
        verb = token
        for _ in range(8):
            if verb.pos_ in ("VERB", "AUX") and self._subject(verb) is not None:
                break
            if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ in ("NOUN", "PROPN"):
                return self.phrase(verb.head, verb.i), False  # "prices averaging $18", "a plan costing $3 million"
            if verb.head is verb or verb.dep_ == "ccomp" or self._there(verb):
                break  # who says so is not who it is about; "there is" is about nobody
            verb = verb.head
        subject = self._subject(verb)
        tallied = self._counted_object(verb)
        if tallied is not None and tallied.i < token.i:  # "put the number of jobs lost at 1,500"
            return self.phrase(tallied), True
        if subject is not None and subject.lower_ in ("that", "which", "who") and verb.dep_ == "relcl":
            # ", which" behind a preposition may be of any noun before it
            loose = subject.lower_ == "which" and verb.head.dep_ == "pobj" and self.doc[subject.i - 1].text == ","
            return None if loose else (self.phrase(verb.head, subject.i), False)
        if subject is None or subject.pos_ in ("PRON", "DET") or subject.left_edge.i <= token.i <= subject.right_edge.i:
            return None
        inner = self._tallied(subject)
        numbered = verb.lower_ in _NUMBERED and subject.tag_ in ("NNS", "NNPS")
        return (self.phrase(inner), True) if inner is not None else (self.phrase(subject), numbered)

    def subject_of(self, draft: Draft) -> Token | None:
        """The subject of the verb that has the figure itself for what it says: "her sister is 19"."""
        token = self.doc[min(self.at(draft.core[0]), len(self.doc) - 1)]
        return self._subject(token.head) if token.head.pos_ == "AUX" and token.dep_ in ("attr", "acomp") else None

    def _counted_object(self, verb: Token) -> Token | None:
        """What a verb with "the number of …" as its object counts, looked for once."""
        if verb.i not in self._objects:
            things = (self._tallied(child) for child in verb.children if child.dep_ == "dobj")
            self._objects[verb.i] = next((thing for thing in things if thing is not None), None)
        return self._objects[verb.i]

    def _tallied(self, noun: Token) -> Token | None:
        """What "the number of …" is of."""
        if noun.lemma_.lower() not in ("number", "total", "amount", "count", "toll", "figure", "tally"):
            return None
        of = next((child for child in noun.children if child.lower_ == "of"), None)
        return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None

    def _subject(self, verb: Token) -> Token | None:
        """The subject of a verb, looked for once: a verb of a sentence without an end has thousands of children."""
        if verb.i not in self._subjects:
            found = (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
            self._subjects[verb.i] = next(found, None)
        return self._subjects[verb.i]

    def _there(self, verb: Token) -> bool:
        """Whether a verb has "there" in its subject's place, looked for once."""
        if verb.i not in self._places:
            self._places[verb.i] = any(child.dep_ == "expl" for child in verb.children)
        return self._places[verb.i]

    def phrase(self, head: Token, before: int | None = None) -> str:
        """The noun phrase of `head` without its article, up to the token `before`, cut where it gets long."""
        first, last = max(head.left_edge.i, head.i - _FAR), min(head.right_edge.i, head.i + _FAR)
        last = last if before is None else min(last, before - 1)
        tokens = [token for token in self.doc[first : last + 1] if not token.is_space]
        while (
            tokens
            and tokens[0] is not head
            and (tokens[0].pos_ in ("DET", "PUNCT", "PRON", "NUM", "SYM", "ADP") or tokens[0].lower_ in _NO_NAME)
            and not (tokens[0].pos_ in ("NUM", "ADP") and not tokens[0].whitespace_)  # "30-year mortgage", "on-time"
        ):
            tokens.pop(0)
        cut = len(tokens)
        for at, token in enumerate(tokens):
            ends = (token.pos_ == "PUNCT" and token.text not in ("-", "%")) or token.dep_ in ("relcl", "appos")
            if token.i > head.i and (ends or token.lower_ in ("who", "which", "that", "and")):
                cut = at
                break
        if cut > LONGEST:
            stops = [
                at
                for at, token in enumerate(tokens[: cut + 1])
                if token.i > head.i and token.pos_ in ("ADP", "SCONJ") and at <= LONGEST
            ]
            cut = max(
                (at for at in stops if at > 0),
                default=max(LONGEST, next((n for n, t in enumerate(tokens) if t.i == head.i), 0) + 1),
            )
        kept = tokens[:cut]
        while kept and kept[-1].i > head.i and kept[-1].pos_ in ("ADP", "DET", "PUNCT", "CCONJ", "PART"):
            kept.pop()
        words = self.text(kept)
        return "" if words.isupper() and len(words) > 5 else words  # a place of the dateline, a heading

    def text(self, tokens: list[Token]) -> str:
        """The words of consecutive tokens as the text has them, white space made single."""
        if not tokens:
            return ""
        raw = self._text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
        return re.sub(r"\s+", " ", raw).strip()
