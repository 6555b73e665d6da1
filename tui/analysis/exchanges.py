"""Talk by turns: short lines without cues that two people say one after the other.

“Who paid for it?” “The club, sir.” In a row of paragraphs that are nothing but words in closed marks, a question is
answered, a reply contradicts, and "you" is whoever spoke before. Where the signs are weak nobody is given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.reading import agent_of

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
_MEETING = frozenset("meet visit see face join host receive".split())
_BEFORE = 3
"""Sentences of the reporter's own between a talk and the one that says who talks."""
_CUE = 60
"""Characters of the words that say who says something, as short as they are in a talk."""
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
    here, there = document.paragraph_at(mark.outer.start), document.paragraph_at(before.outer.start)
    if between.strip() and not (here == there + 1 and _only_cue(between)):
        return None
    if here == there:
        ended = text[before.inner.start : before.inner.end].rstrip()[-1:] in ".?!…—–"
        capital = text[mark.inner.start : mark.inner.start + 1].isupper()
        return Line(number, is_alone(reading, mark), beside=True) if between and ended and capital else None
    return Line(number, is_alone(reading, mark), beside=False) if here == there + 1 else None


def _only_cue(between: str) -> bool:
    """Whether a paragraph ends with one stretch in marks and no more than who says it: “I heard it,” said Lee."""
    stops = between.strip().rstrip(".")
    return len(between) <= _CUE and not any(stop in stops for stop in "?!:;\n") and ". " not in stops


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


def is_short(reading: Reading, number: int) -> bool:
    """Whether a stretch is as short as the lines of a talk are."""
    return len(reading.document.slice(reading.marked[number].inner).split()) <= _SHORT


def lines_before(reading: Reading, number: int) -> bool:
    """Whether the two stretches before `number` open their paragraphs too, or are lines of a talk."""
    marks = [reading.marked[begun(reading, other)] for other in (number - 1, number - 2) if other >= 0]
    opens = (
        line_at(reading, n) or reading.paragraph(m.outer.start).start == m.outer.start
        for n, m in zip((number - 1, number - 2), marks, strict=False)
    )
    return len(marks) == 2 and all(opens)


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
    echo = bool(crossed) and bool(_content(first) & _content(second))
    signs += (0.15 * bool(crossed) + 0.25 * echo) * (1.0 if alone else 0.75)
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


class Pair(NamedTuple):
    """Two of whom the reporter says that they talk."""

    first: Token
    """Who does so, or asks."""
    second: Token
    """With whom, or who is asked."""
    leads: bool
    """Whether the first one is likely to speak first."""


def two_who_talk(reading: Reading, at: int) -> Pair | None:
    """The two of the last sentences of the reporter's own before `at`: "Lee clashed with the treasurer, Ann Orr."."""
    document = reading.document
    here = document.sentence_at(at)
    seen = 0
    for number in range(here - 1, max(-1, here - 9), -1):
        if document.paragraph_at(at) - document.sentences[number].paragraph > 3:
            return None
        words = [word for word in reading.outside_words(document.sentences[number].span) if not word.is_punct]
        pair = _pair(reading, words)
        if pair is not None:
            return pair if not seen else pair._replace(leads=False)
        seen += bool(words)
        if seen > _BEFORE:
            return None
    return None


def _pair(reading: Reading, words: list[Token]) -> Pair | None:
    put = _asked_by(words)
    if put is not None:
        asker, answers = _by_name(put[0]), put[1]
        return Pair(asker, answers, leads=True) if _may_talk(reading, asker) and _may_talk(reading, answers) else None
    known = _TALKING | _ASKING | _MEETING
    verb = next((word for word in words if word.dep_ == "ROOT" and word.lemma_.lower() in known), None)
    if verb is None:
        return None
    base = verb.lemma_.lower()
    asks = base in _ASKING
    subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    other = next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
    if other is None or base in _TALKING:
        wanted = ("by",) if asks else ("with", "against")
        preps = [word for word in words if word.lower_ in wanted and word.i > verb.i and verb.is_ancestor(word)]
        other = next((child for prep in preps for child in prep.rights if child.dep_ == "pobj"), None)
    if subject is None or other is None:
        return None
    passive = subject.dep_ == "nsubjpass" and asks
    subject, other = _by_name(subject), _by_name(other)
    if not (_may_talk(reading, subject) and _may_talk(reading, other)):
        return None
    return Pair(other, subject, asks) if passive else Pair(subject, other, base not in _MEETING)


def _asked_by(words: list[Token]) -> tuple[Token, Token] | None:
    """Who asks and who answers in a sentence that opens so: "Asked by the coroner, Ann Orr, if it was, he said"."""
    asked = next((w for w in words[:2] if w.tag_ == "VBN" and w.lemma_.lower() in _ASKING and w.head.i > w.i), None)
    if asked is None:
        return None
    asker = agent_of(asked)
    answers = next((child for child in asked.head.lefts if child.dep_ == "nsubj"), None)
    return (asker, answers) if asker is not None and answers is not None else None


def asked_by(reading: Reading, at: int) -> bool:
    """Whether the sentence at `at`, or the one before it in its paragraph, opens with by whom somebody was asked."""
    document = reading.document
    here = document.sentence_at(at)
    for number in (here, here - 1):
        if number < 0 or document.sentences[number].paragraph != document.sentences[here].paragraph:
            return False
        words = [word for word in reading.outside_words(document.sentences[number].span) if not word.is_punct]
        put = _asked_by(words)
        if put is not None:
            return _may_talk(reading, put[0])
    return False


def _may_talk(reading: Reading, word: Token) -> bool:
    return reading.is_person(word) or word.lower_ in ("he", "she", "him", "her")
