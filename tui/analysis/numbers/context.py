"""What a figure counts and whom it is about, from the model's reading of its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_nouns
from tui.analysis.numbers.clauses import LONGEST, Clauses
from tui.analysis.numbers.groups import two_names

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.numbers.draft import Draft

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})
_NEVER_COUNTED = frozenset(
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday thanks am pm "
    "a.m. p.m. etc overall up down ahead behind".split()
)
_ACTING = frozenset("adults people children voters pupils patients workers residents drivers households".split())
"""People whose verb is easily taken for a noun."""
_DEEDS = frozenset("work need use want plan back own face fear smoke drink vote support cost live hope".split())
"""What the many do, where a reader could take it for a thing of theirs."""
_PLURALS = frozenset("twos threes fours fives sixes sevens eights nines tens".split())
"""Number words that are things themselves: runs, cards, cogs."""
_SKIPPED = frozenset("of the those these its their his her our my all own".split())


class Context(Clauses):
    """The noun phrases that the figures of a document count, found by offset."""

    def noun_after(self, draft: Draft, end: int) -> tuple[list[Token], Token] | None:
        """The words of the noun phrase that `draft` counts, which goes on at offset `end`, and its head."""
        doc, at = self.doc, self.at(end)
        at += at < len(doc) and doc[at].idx < end and doc[at].text[-1] == "."  # the "m." of "from 1.9m."
        if at >= len(doc):
            return None
        first = at
        sentence = doc[first].sent.end
        part = False  # of something named: "two dozen of the mayor's supporters"
        if doc[at].lower_ == "of" and at + 1 < sentence:
            part = True
            at += 1
            while at < sentence and (doc[at].lower_ in _SKIPPED or doc[at].pos_ == "NUM" or self._before_number(at)):
                at += 1
            at += at < sentence and doc[at].lower_ in ("them", "whom")  # "three of them children"
        else:
            halved = draft.kind == "fraction" and doc[at].lower_ in _SKIPPED  # "half the boats"
            part = halved
            at += halved or doc[at].text in ("-", "‑") or doc[at].lower_ in ("more", "fewer")
        if at >= sentence:
            return None
        if doc[at].lower_ in ("last", "this", "next", "each", "every") and doc[at].text.islower():
            return None
        if at < sentence and doc[at].tag_ in ("``", "''"):
            at += 1
        words: list[Token] = []
        if doc[at].lower_ in _PLURALS and doc[at].text.islower():  # "hit nine fours"
            return [doc[at]], doc[at]
        while at < sentence:
            chain = self._hyphened(at, sentence)  # "one-on-one surveys"
            if chain > at and (doc[chain].pos_ in _INSIDE or doc[chain - 1].tag_ == "NNS"):
                words += doc[at:chain]
                at = chain
                continue
            if not (self._inside(at, words, sentence) or (words and doc[at].tag_ == "POS")):
                break
            possessive = doc[at].tag_ == "POS" and (part or not words or words[-1].text.islower())
            words = [] if possessive else [*words, doc[at]]  # "two dozen of the mayor's supporters"
            at += 1
            while possessive and at < sentence and doc[at].pos_ == "NUM":  # "half of the town's 200 shops"
                at += 1
            if at < sentence and doc[at].tag_ in ("``", "''") and at + 1 < sentence and doc[at + 1].pos_ in _INSIDE:
                at += 1
        while words and words[-1].pos_ not in ("NOUN", "PROPN"):
            if words[-1].tag_ == "JJ" and words[-1].dep_ == "pobj":  # "60% of the dead"
                break
            words.pop()
        words = self._cut(draft, words)
        if not words or words[-1].lower_ in _NEVER_COUNTED:
            return None
        return words, words[-1]

    def _hyphened(self, at: int, sentence: int) -> int:
        """Where a compound of three words, or with a number ("three-pointers"), ends that begins at `at`, else `at`."""
        doc, end, hyphens = self.doc, at, 0
        while end + 2 < sentence and not doc[end].whitespace_ and doc[end + 1].text in ("-", "‑"):
            if doc[end + 1].whitespace_:
                break
            end, hyphens = end + 2, hyphens + 1
        fewest = 1 if doc[at].pos_ == "NUM" else 2
        return end + 1 if fewest <= hyphens <= 4 and end + 1 < sentence else at

    def _before_number(self, at: int) -> bool:
        """Whether the token only places a number that follows: the "last" of "seven of their last eight games"."""
        doc = self.doc
        return (
            doc[at].lower_ in ("last", "past", "first", "previous", "next")
            and at + 1 < len(doc)
            and doc[at + 1].pos_ == "NUM"
        )

    def _inside(self, at: int, words: list[Token], sentence: int) -> bool:
        """Whether the token at `at` goes on the noun phrase that `words` begins."""
        doc, token = self.doc, self.doc[at]
        if words and token.ent_type_ in ("DATE", "TIME") and token.ent_iob_ == "B":
            return False
        if token.pos_ in _INSIDE and not token.is_space and token.lower_ not in _NEVER_COUNTED:
            if words and words[-1].tag_ == "NNS" and token.pos_ == "PROPN":
                return False
            if (
                words and words[-1].tag_ == token.tag_ == "NNS" and words[-1].lower_ in _ACTING
            ):  # "one in four adults smokes"
                return False
            if words and words[-1].pos_ in ("NOUN", "PROPN") and token.pos_ == "ADJ":
                return at + 1 < sentence and doc[at + 1].pos_ in ("NOUN", "PROPN") and token.head.i > at
            return True
        following = doc[at + 1] if at + 1 < sentence else None
        if words and token.text[0] in "-‑" and token.text[1:].isdigit():  # "COVID -19 tests"
            return following is not None and following.pos_ in _INSIDE
        if token.text in ("-", "‑"):
            return (
                bool(words)
                and not words[-1].whitespace_
                and following is not None
                and (following.pos_ in (*_INSIDE, "VERB", "ADV") or following.tag_ == "RP")
            )
        if token.tag_ == "RP" and words and words[-1].text == "-":  # "follow-up talks"
            return following is not None and following.pos_ in _INSIDE
        if token.lower_ == "later" and words:  # "two balls later Reed was out"
            return False
        if token.pos_ in ("VERB", "ADV") and token.tag_ in ("VBN", "VBG", "RB", "RBR", "RBS", "VBD", "JJR", "VB"):
            joined = bool(words) and words[-1].text in ("-", "‑")
            reaches = following is not None and (
                following.pos_ in _INSIDE or following.tag_ in ("VBN", "VBG") or following.text in ("-", "‑")
            )
            if (
                token.tag_ in ("VBN", "VBG")
                and not joined
                and words
                and words[-1].pos_ in ("NOUN", "PROPN")
                and (token.dep_ not in ("amod", "compound") or words[-1].tag_ == "NNS")  # "shares changed hands"
            ):
                return False
            return joined or (reaches and token.dep_ in ("amod", "advmod", "compound", "nmod") and token.head.i > at)
        if token.lower_ in ("and", "&") and words and following is not None and following.pos_ in _INSIDE:
            left = words[-1]
            last = doc[following.i + 1] if following.i + 1 < sentence else None
            if left.pos_ == "PROPN":
                named = following.pos_ == "PROPN" and last is not None and last.pos_ == "NOUN"
                return named or two_names(doc, left, following.i, sentence)
            alike = left.pos_ == following.pos_ == "ADJ"
            pair = left.tag_ == following.tag_ == "NNS" and following.dep_ == "conj" and following.head.i == left.i
            if pair and (last is None or last.pos_ not in _INSIDE):  # "homes and businesses"
                return True
            return alike or (left.tag_ == "NN" and following.pos_ == "ADJ" and last is not None and last.tag_ == "NNS")
        if token.text in ("'s", "’s") and words:
            return False
        return (
            token.text == ","
            and bool(words)
            and words[-1].pos_ == "ADJ"
            and following is not None
            and following.pos_ == "ADJ"
        )

    def _cut(self, draft: Draft, words: list[Token]) -> list[Token]:
        """Drop what the parser knows to be no part of the phrase: "20 people today", "300 residents Monday"."""
        if len(words) < 2:
            return words
        if words[-1].lower_ in _DEEDS and words[-2].tag_ in ("NNS", "NNPS") and draft.value != 1:
            return words[:-1]  # "four in ten nurses work fewer than three days"
        core = self.doc[min(self.at(draft.core[0]), len(self.doc) - 1)]
        head = core.head
        if core.dep_ == "nummod" and head in words and head.pos_ in ("NOUN", "PROPN"):
            rest = words[words.index(head) + 1 :]
            if (
                rest
                and rest[0].text not in ("-", "‑")  # "four ex-partners"
                and not any(token.dep_ in ("compound", "nmod") for token in (head, *rest[:-1]))
                and rest[-1].dep_ not in ("nsubj", "dobj", "pobj", "nsubjpass", "attr", "conj")
            ):
                return words[: words.index(head) + 1]
        return words

    def complement(self, head: Token) -> str:
        """The "of" phrase that belongs to the counted noun ("categories of products"), or ""."""
        doc = self.doc
        if head.i + 2 >= len(doc) or doc[head.i + 1].lower_ != "of":
            return ""
        if doc[head.i + 2].tag_ == "VBG" and doc[head.i + 2].pos_ == "VERB":
            return f" of {self._deed(doc[head.i + 2])}"
        if doc[head.i + 2].pos_ not in ("NOUN", "ADJ"):
            return ""
        words: list[str] = []
        at = head.i + 2
        first = at
        while at < head.sent.end and (doc[at].pos_ in _INSIDE or doc[at].text in ("-", "‑")) and at - first < LONGEST:
            words.append(doc[at].text_with_ws)
            at += 1
        return f" of {' '.join(''.join(words).split())}"

    def _deed(self, verb: Token) -> str:
        """A gerund with its object: "perverting the course of justice"; by itself where the object is long."""
        end = verb.i + 1
        thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
        if thing is not None:
            of = next((child for child in thing.children if child.lower_ == "of" and child.i == thing.i + 1), None)
            inner = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
            ends = [token.i + 1 for token in (inner, thing) if token is not None and token.i - verb.i < LONGEST]
            end = max(ends, default=end)
        return self.text(list(self.doc[verb.i : end]))

    def _named_at_start(self, draft: Draft, at: int) -> bool:
        """Whether a sentence opens with a surname that is a word, set off with an age before what they did."""
        name, after = self.doc[at], self.at(draft.core[1])
        grown = isinstance(draft.value, float) and 16 <= draft.value < 100 and draft.digits
        worded = name.tag_ in ("NNS", "NNP", "NNPS") and name.ent_type_ not in ("DATE", "TIME")
        if not grown or not worded or not name.is_title or len(name) < 3 or self.doc[at + 1].text != ",":
            return False
        if after + 1 >= len(self.doc) or self.doc[after].text != ",":
            return False
        following = self.doc[after + 1]
        return following.tag_ in ("VBD", "VBZ", "MD") or following.lower_ in ("who", "whose", "of", "from")

    def _described(self, draft: Draft, at: int) -> bool:
        """Whether a noun with its article, set off with a grown person's age, does something right behind it."""
        doc, after = self.doc, self.at(draft.core[1])
        grown = isinstance(draft.value, float) and 16 <= draft.value < 106 and draft.digits
        if not grown or at < 1 or after + 1 >= len(doc) or doc[at].tag_ != "NN" or doc[after].text != ",":
            return False
        return doc[at - 1].lower_ == "the" and doc[at + 1].text == "," and doc[after + 1].tag_ in ("VBD", "VBZ")

    def person_before(self, draft: Draft) -> Token | None:
        """The last word of a person's name or description right before the figure.

        "Jamie Armstrong, 25,", "Nick Hague 44", "a woman, 34,": a description must be set off on both sides.
        """
        at = self.at(draft.core[0]) - 1
        apart = at >= 0 and self.doc[at].text in (",", "(")
        at -= apart
        if at < 0:
            return None
        if apart and self.doc[at].is_sent_start and self._named_at_start(draft, at):  # "Rivers, 47, won"
            return self.doc[at]
        if apart and self._described(draft, at):  # "The peer, 79, added"
            return self.doc[at]
        if apart and self.doc[at].pos_ == "NOUN" and self.doc[at].lower_ in person_nouns():
            closed = self._text[draft.core[1] : draft.core[1] + 2].strip()[:1] in (",", ")")
            return self.doc[at] if closed else None
        if apart and self.doc[at].pos_ == "PROPN" and self.doc[at].ent_type_ in ("ORG", "GPE", ""):  # "Marsh, 47,"
            commas = self._text[self.doc[at + 1].idx] == "," == self._text[draft.core[1] : draft.core[1] + 1]
            return self.doc[at] if commas and isinstance(draft.value, float) and draft.value >= 10 else None
        return self.doc[at] if self.doc[at].ent_type_ == "PERSON" and self.doc[at].pos_ == "PROPN" else None
