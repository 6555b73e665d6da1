"""What a figure counts and whom it is about, from the model's reading of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_nouns
from tui.analysis.numbers.groups import two_names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tui.analysis.numbers.draft import Draft

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})
_LONGEST = 6
"""Words a description of what is counted may have; beyond, it is cut where a phrase ends."""
_FAR = 24
"""Words on either side of a head that are looked at: in a sentence without an end a phrase has thousands."""
_NEVER_COUNTED = frozenset(
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday thanks am pm "
    "a.m. p.m. etc overall up down ahead behind".split()
)
_NO_NAME = frozenset("its their his her at least most more than about nearly almost some up to over around".split())
_ACTING = frozenset("adults people children voters pupils patients workers residents drivers households".split())
"""People whose verb is easily taken for a noun."""
_PLURALS = frozenset("twos threes fours fives sixes sevens eights nines tens".split())
"""Number words that are things themselves: runs, cards, cogs."""
_SKIPPED = frozenset("of the those these its their his her our my all own".split())


class Context:
    """The tokens of a document, found by offset."""

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
        while at < head.sent.end and (doc[at].pos_ in _INSIDE or doc[at].text in ("-", "‑")) and at - first < _LONGEST:
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
            ends = [token.i + 1 for token in (inner, thing) if token is not None and token.i - verb.i < _LONGEST]
            end = max(ends, default=end)
        return self.text(list(self.doc[verb.i : end]))

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
        return (self.phrase(inner), True) if inner is not None else (self.phrase(subject), False)

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
        if cut > _LONGEST:
            stops = [
                at
                for at, token in enumerate(tokens[: cut + 1])
                if token.i > head.i and token.pos_ in ("ADP", "SCONJ") and at <= _LONGEST
            ]
            cut = max(
                (at for at in stops if at > 0),
                default=max(_LONGEST, next((n for n, t in enumerate(tokens) if t.i == head.i), 0) + 1),
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
        if apart and self.doc[at].pos_ == "NOUN" and self.doc[at].lower_ in person_nouns():
            closed = self._text[draft.core[1] : draft.core[1] + 2].strip()[:1] in (",", ")")
            return self.doc[at] if closed else None
        if apart and self.doc[at].pos_ == "PROPN" and self.doc[at].ent_type_ in ("ORG", "GPE", ""):  # "Marsh, 47,"
            commas = self._text[self.doc[at + 1].idx] == "," == self._text[draft.core[1] : draft.core[1] + 1]
            return self.doc[at] if commas and isinstance(draft.value, float) and draft.value >= 10 else None
        return self.doc[at] if self.doc[at].ent_type_ == "PERSON" and self.doc[at].pos_ == "PROPN" else None
