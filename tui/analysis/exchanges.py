"""Talk by turns: short lines without cues that two people say one after the other.

“Who paid for it?” “The club, sir.” In a row of paragraphs that are nothing but words in closed marks, a question is
answered, a reply contradicts, and "you" is whoever spoke before. Where the signs are weak nobody is given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading

_SHORT, _LINE = 12, 30
"""Words of a short line, and of the longest that counts as one of a talk."""
_REPLIES = re.compile(
    r"(?:no|nope|yes|yeah|yep|aye|nonsense|rubbish|never|really|exactly|correct|sure|certainly|of course(?: not)?"
    r"|absolutely(?: not)?|not at all|quite|true|wrong|liar|and|i (?:did|do|would|have|was|am|will)(?:n[’']t| not)?"
    r"|(?:he|she|it|you|they) (?:did|do|does|would|has|have|was|were|is|are|will)(?:n[’']t| not)?)[.,!?—–…]",
    re.IGNORECASE,
)
_TALKING = frozenset(
    "clash spar argue tangle quarrel row squabble bicker spat debate talk speak chat trade exchange joust".split()
)
_ASKING = frozenset(
    "question grill quiz ask interrogate challenge confront interview press examine cross-examine".split()
)
_ROW = 12
"""Lines of a row that are counted at most."""
_YOU = re.compile(r"\byou(?:r|rs|[’'](?:ve|re|d|ll))?\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:I|[Mm]e|[Mm]y|I[’'](?:m|ve|d|ll))\b(?!\.)")
_WORD = re.compile(r"[A-Za-z][A-Za-z’']{3,}")
_COMMON = frozenset(
    "that this there they them their have been were with what when where which will would could should your from just "
    "about because like know think going people really very some more into then than only over even well it’s it's "
    "that’s that's don’t don't".split()
)


class Line(NamedTuple):
    """A stretch in marks with the one that it follows in a talk."""

    number: int
    """Of the stretch in the reading."""
    alone: bool
    """Whether it has its paragraph to itself, or shares it with other lines only."""
    beside: bool
    """Whether the one before stands in the same paragraph, with nothing but a space between."""


def line_at(reading: Reading, number: int) -> Line | None:
    """The stretch `number` as a line of a talk with another straight before it; None where something stands between."""
    if number == 0:
        return None
    before, mark = reading.marked[number - 1], reading.marked[number]
    if not before.closed or mark.continues:
        return None
    text, document = reading.text, reading.document
    between = text[before.outer.end : mark.outer.start]
    if between.strip():
        return None
    here, there = document.paragraph_at(mark.outer.start), document.paragraph_at(before.outer.start)
    if here == there:
        ended = text[before.inner.start : before.inner.end].rstrip()[-1:] in ".?!…—–"
        capital = text[mark.inner.start : mark.inner.start + 1].isupper()
        return Line(number, is_alone(reading, mark), beside=True) if between and ended and capital else None
    return Line(number, is_alone(reading, mark), beside=False) if here == there + 1 else None


def begun(reading: Reading, number: int) -> int:
    """The first stretch of the quote, over several paragraphs, of which the stretch `number` is one."""
    while number and reading.marked[number].continues:
        number -= 1
    return number


def is_alone(reading: Reading, mark: Marked) -> bool:
    """Whether a paragraph holds nothing but a stretch in marks, or several of them."""
    paragraph = reading.paragraph(mark.outer.start)
    words = sum(1 for word in reading.outside_words(paragraph) if word.text.isalnum())
    return mark.closed and not words


def turn_over(reading: Reading, line: Line) -> float:
    """How likely somebody else speaks at a line than at the one before it, from 0 to 1, by what the two say."""
    before, mark = reading.marked[line.number - 1], reading.marked[line.number]
    first = reading.text[before.inner.start : before.inner.end].strip()
    second = reading.text[mark.inner.start : mark.inner.end].strip()
    lengths = len(first.split()), len(second.split())
    if not line.alone or max(lengths) > _LINE:
        return 0.0
    alone = is_alone(reading, before)
    short = max(lengths) <= _SHORT
    signs = 0.9 * (line.beside and alone)
    signs += (0.6 if short else 0.3) * alone
    if not alone and short and row(reading, line.number) > 1:
        signs += 0.6
    asks = first.endswith("?") and not second.endswith("?")
    signs += (0.45 if alone and lengths[0] <= 20 else 0.2) * asks
    signs += 0.3 * bool(_REPLIES.match(second))
    crossed = (_YOU.search(second) and _ONE.search(first)) or (_ONE.search(second) and _YOU.search(first))
    signs += 0.15 * bool(crossed) + 0.25 * (bool(crossed) and bool(_content(first) & _content(second)))
    return min(signs, 1.0)


def puts_to_you(words: str) -> bool:
    """Whether words ask something of the one to whom they are said: “Did you go?”"""
    return words.rstrip().endswith("?") and bool(_YOU.search(words)) and len(words.split()) <= _SHORT


def _content(words: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(words)} - _COMMON


def row(reading: Reading, number: int) -> int:
    """How many lines stand in a row from the stretch `number` on, each alone and right behind the other."""
    last = number
    while last + 1 < len(reading.marked) and is_alone(reading, reading.marked[last]) and last - number < _ROW:
        line = line_at(reading, last + 1)
        if line is None or not line.alone:
            break
        last += 1
    return last + 1 - number


def opening(reading: Reading, number: int) -> int:
    """The first line of the row in which the line `number` stands."""
    while is_alone(reading, reading.marked[number]):
        line = line_at(reading, number)
        if line is None or not is_alone(reading, reading.marked[number - 1]):
            break
        number -= 1
    return number


def _by_name(word: Token) -> Token:
    """The name behind a description: "the treasurer, Ann Orr"; behind "chairwoman of the panel" it is the panel's."""
    of = [noun for child in word.rights if child.dep_ == "prep" for noun in child.rights if noun.pos_ == "NOUN"]
    near = [child for noun in (word, *of) for child in noun.rights]
    return next((child for child in near if child.dep_ == "appos" and child.ent_type_ == "PERSON"), word)


def two_who_talk(reading: Reading, at: int) -> tuple[Token, Token] | None:
    """Who speaks first and who answers, by the sentence before `at`: "Lee clashed with the treasurer, Ann Orr."."""
    document = reading.document
    number = document.sentence_at(at) - 1
    if number < 0 or document.paragraph_at(at) - document.sentences[number].paragraph > 1:
        return None
    words = list(reading.outside_words(document.sentences[number].span))
    verb = next((word for word in words if word.dep_ == "ROOT" and word.lemma_.lower() in _TALKING | _ASKING), None)
    if verb is None:
        return None
    asks = verb.lemma_.lower() in _ASKING
    subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    other = next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
    if not asks or other is None:
        wanted = ("by",) if asks else ("with", "against")
        preps = [word for word in words if word.lower_ in wanted and word.i > verb.i and verb.is_ancestor(word)]
        other = next((child for prep in preps for child in prep.rights if child.dep_ == "pobj"), None)
    if subject is None or other is None or not (reading.is_person(subject) and reading.is_person(other)):
        return None
    subject_dep, subject, other = subject.dep_, _by_name(subject), _by_name(other)
    return (other, subject) if subject_dep == "nsubjpass" and asks else (subject, other)
