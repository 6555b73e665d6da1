"""A parsed document as the finders of quotes walk over it: its words, and which of them stand in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.datelines import dateline_end
from tui.analysis.lexicon import person_nouns, rows
from tui.analysis.lexicon import words as word_list
from tui.analysis.nominals import TELLERS, singular
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from tui.analysis.marks import Marked
    from tui.analysis.model import Parsed
    from tui.domain.text import Document

PRONOUNS = frozenset(
    "he she they i we you it who him her them me us this these those that which one his hers their its my our".split()
)
QUOTATION_SIGNS = frozenset("\"“”„‟«»＂'‘’`‚‹›") | {"''", "``"}


class Source(NamedTuple):
    """The words that stand for a speaker."""

    head: Token
    """The noun or pronoun."""
    span: Span
    """All of them, with article and what follows without a comma."""

    @property
    def is_pronoun(self) -> bool:
        """Whether they are a pronoun alone."""
        return self.head.lower_ in PRONOUNS and self.head.tag_ in ("PRP", "WP", "WDT", "DT", "PRP$", "WP$")


class Reading:
    """Words by sentence, and the stretches in marks, of one document."""

    def __init__(self, parsed: Parsed, marked: list[Marked]) -> None:
        """`marked` in the order of the text, none overlapping another."""
        self.document: Document = parsed.document
        self.text = parsed.document.text
        self.marked = marked
        self.tokens: list[Token] = list(parsed.doc)
        self.starts = [token.idx for token in self.tokens]
        self.inside = [-1] * len(self.tokens)
        for number, mark in enumerate(marked):
            for index in self.range(mark.outer):
                self.inside[index] = number
        self._openings: dict[int, int] = {}
        for paragraph in self.document.paragraphs:
            # "RIVERTON, Ohio (AP) —" is no part of its sentence
            opening = dateline_end(self.text, paragraph.span)
            if opening > paragraph.span.start:
                for index in self.range(Span(paragraph.span.start, opening)):
                    self.inside[index] = len(marked)
                self._openings[self.document.sentence_at(opening)] = opening

    def range(self, span: Span) -> range:
        """Indices of the tokens that start in `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def words(self, span: Span) -> list[Token]:
        """The tokens in `span`, without white space."""
        return [self.tokens[i] for i in self.range(span) if not self.tokens[i].is_space]

    def outside(self, token: Token) -> bool:
        """Whether a token stands outside quotation marks."""
        return self.inside[token.i] < 0

    def sentence(self, offset: int) -> Span:
        """The sentence that holds `offset`, without the dateline that opens it."""
        number = self.document.sentence_at(offset)
        span = self.document.sentences[number].span
        opening = self._openings.get(number, 0)
        return Span(opening, span.end) if span.start < opening <= offset else span

    def paragraph(self, offset: int) -> Span:
        """The paragraph that holds `offset`."""
        return self.document.paragraphs[self.document.paragraph_at(offset)].span

    def around(self, mark: Marked) -> Span:
        """From the start of the sentence in which a marked stretch begins to the end of the one in which it ends."""
        first = self.sentence(mark.outer.start)
        last = self.sentence(max(mark.outer.start, mark.outer.end - 1))
        return Span(first.start, max(last.end, first.end))

    def marks_in(self, span: Span) -> list[int]:
        """Numbers of the marked stretches that lie in `span`."""
        first = bisect_left(self.marked, span.start, key=lambda m: m.outer.start)
        last = bisect_right(self.marked, span.end, key=lambda m: m.outer.start)
        return [n for n in range(first, last) if self.marked[n].outer.end <= span.end + 1]

    def phrase(self, head: Token) -> Source:
        """The noun phrase of `head`: article to noun, what hangs on it without a comma, and what is joined by "and"."""
        if head.lower_ in PRONOUNS and not any(True for _ in head.rights):
            return Source(head, Span(head.idx, head.idx + len(head)))
        limit_left, limit_right = self._limits(head)
        first = last = head
        for child in head.lefts:  # the outermost comes first
            if child.dep_ in _BEFORE_NOUN and child.i >= limit_left:
                edge = child.left_edge
                edge = edge if edge.i >= limit_left else child  # “…,” convenor Ann Lee said: it may hold the quote
                first = edge if edge.i < first.i else first
                break
        for child in head.rights:
            if child.i >= limit_right or child.is_punct or child.dep_ not in _AFTER_NOUN:
                break
            edge = child.right_edge
            if child.dep_ in ("cc", "preconj"):
                continue
            if child.dep_ == "case" or child.lower_ in ("’s", "'s"):
                break
            last = self._before_comma(child, edge, limit_right)
            if last.i != edge.i:
                break
        while first.is_punct and first.i < head.i:
            first = first.nbor(1)
        return Source(head, Span(first.idx, last.idx + len(last)))

    def _limits(self, head: Token) -> tuple[int, int]:
        """Between which tokens a phrase may reach: the stretch of its sentence outside the marks that holds it."""
        inside, tokens = self.inside, self.tokens
        here = inside[head.i]
        left, right = head.i, head.i + 1
        first, last = max(0, head.i - _REACH), min(len(tokens), head.i + _REACH)
        while left > first and inside[left - 1] == here and not tokens[left].is_sent_start:
            left -= 1
        while right < last and inside[right] == here and not tokens[right].is_sent_start:
            right += 1
        return left, right

    def _before_comma(self, first: Token, edge: Token, limit: int) -> Token:
        """The last token from `first` to `edge` before a comma, a relative clause or the limit."""
        last = first
        for index in range(first.i, min(edge.i + 1, limit)):
            token = self.tokens[index]
            if token.text in _PHRASE_ENDS or token.dep_ in ("relcl", "acl"):
                break
            last = token
        return last

    def own_sentence_before(self, at: int) -> Span | None:
        """The last sentence before that of the offset `at` in which the reporter speaks, if it is near.

        That is, in the same paragraph or the one before.
        """
        document = self.document
        number = document.sentence_at(at) - 1
        while number >= 0 and all(w.is_punct for w in self.outside_words(document.sentences[number].span)):
            number -= 1
        if number < 0 or document.paragraph_at(at) - document.sentences[number].paragraph > 1:
            return None
        return document.sentences[number].span

    def mark_before(self, at: int) -> int:
        """Index of the last marked stretch that begins at the offset `at` or before it; -1 where there is none."""
        return bisect_right(self.marked, at, key=lambda mark: mark.outer.start) - 1

    def can_speak(self, head: Token) -> bool:
        """Whether the words with this head can stand for a speaker: people, bodies, documents, but not "that"."""
        word = head.lower_
        if word in PRONOUNS:
            return word in ("he", "she", "they", "who", "i", "we")
        if head.ent_type_ in ("PERSON", "ORG", "NORP") or head.pos_ == "PROPN":
            return True
        noun = head.lemma_.lower()
        return (
            is_age(head)
            or singular(word) in person_nouns()
            or noun in person_nouns()
            or noun in word_list("organisation_nouns")
            or noun in _GROUPS
            or communicates(head) is not None
        )

    def is_person(self, head: Token) -> bool:
        """Whether the words with this head can stand for one person."""
        if head.lower_ in PRONOUNS or head.tag_ in ("NNS", "NNPS") or head.ent_type_ in ("ORG", "NORP", "GPE"):
            return False
        if head.lower_ in ("another", "one"):
            return True
        return head.pos_ == "PROPN" or head.lower_ in person_nouns() or head.ent_type_ == "PERSON" or is_age(head)

    def outside_words(self, span: Span) -> Iterator[Token]:
        """The tokens in `span` that stand outside marks, without white space."""
        for index in self.range(span):
            if self.inside[index] < 0 and not self.tokens[index].is_space:
                yield self.tokens[index]


def agent_of(verb: Token) -> Token | None:
    """By whom something is done, behind a passive verb or a participle: "asked by the chair"; None where not told."""
    by = next((child for child in verb.rights if child.dep_ == "agent"), None)
    return next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else None


def is_body(head: Token) -> bool:
    """Whether a word is a noun for what may be "it" and speak: an organisation, an inquiry, a document."""
    if head.pos_ != "NOUN":
        return False
    noun = head.lemma_.lower()
    return noun == "inquiry" or noun in word_list("organisation_nouns") or bool(communicates(head))


def is_one(head: Token) -> bool:
    """Whether a word is "one" or "another" of several people: not "one, which closed"."""
    return head.lower_ in ("one", "another") and not any(
        child.dep_ == "relcl" and any(word.tag_ == "WDT" for word in child.lefts) for child in head.rights
    )


def is_teller(head: Token) -> bool:
    """Whether words with this head are of whoever tells the story: "this newspaper"."""
    return head.lower_ in TELLERS and any(child.lower_ == "this" for child in head.lefts)


def is_age(head: Token) -> bool:
    """Whether a word ends "the 43-year-old"."""
    return head.lower_ == "old" and head.i > 2 and head.nbor(-1).text == "-" and head.nbor(-2).lower_ == "year"


_REACH = 80
"""Words that a noun phrase may have on either side of its head."""


@cache
def communication_nouns() -> dict[str, bool]:
    """Nouns of communication, and whether they are documents that can be a source themselves."""
    return {row[0]: len(row) > 1 for row in rows("communication_nouns")}


def communicates(noun: Token) -> bool | None:
    """Whether a noun of communication is a document; None for other nouns. Of "e-mail" either half will do."""
    word = noun.lemma_.lower()
    if word in _HALVES and 0 < noun.i < len(noun.doc) - 2:
        before, after = noun.nbor(-1), noun.nbor(1)
        if word == "release":
            word = f"{before.lower_} release" if before.lower_ != "news" else "press release"
        elif (after.text if word == "e" else before.text) == "-":
            word = "e-mail"
    return communication_nouns().get(word)


_HALVES = frozenset(["e", "mail", "release"])
_GROUPS = frozenset(
    "people person man woman child family group team crowd audience public other source witness critic supporter "
    "another opponent resident voter expert analyst observer colleague friend neighbor neighbour fan user".split()
)
_BEFORE_NOUN = frozenset(
    "det amod compound poss nummod nmod quantmod advmod predet prep preconj npadvmod neg punct case".split()
)
_AFTER_NOUN = frozenset("prep cc conj compound nmod nummod amod preconj case flat appos".split())
_PHRASE_ENDS = frozenset(",;:()—–") | QUOTATION_SIGNS - {"'", "’"}
