"""How far what is reported reaches: where the reporter takes the word again, and what is no part of it at its edges."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.analysis.cues import Cue, is_speech
from tui.analysis.deeds import deed_of_speaker
from tui.analysis.reporters_turn import turns
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_HEARD = re.compile(
    r",\s(?!(?:and|or|but|that)\b)(?=[^,“”\"]{3,60}$)(?:[\w’'.-]+\s){1,6}"
    r"(?:(?:has|had|have)\s)?(?:heard|emerged|learned|learnt|understands|was told|were told)(?:\s[\w ]{2,30})?$"
)
"""Where a court, a hearing or a paper has it from, at the end of a sentence."""
_ASIDES = frozenset("advcl relcl acl nsubj nsubjpass csubj pobj prep npadvmod appos".split())
_NEAR = 40
"""Characters behind a cue within which what it says begins, if that stands in marks."""
_ASIDE_WORDS = frozenset("as while after before without in at on during with according".split())
_WHILE = frozenset("while although though when as after if because since whereas even".split())
"""Words with which a sentence opens whose main clause is still to come."""
_WHEREAS = frozenset("while whereas although though".split())
_CLAUSE = 40
"""Words behind a complement among which the main clause begins."""
_DASHES = frozenset(["—", "–", "―", "--", "-"])
_THEN = frozenset("then also later even again soon once".split())
LINKS = frozenset("and but or while although though as yet so after before when because since until".split())


def goes_on(reading: Reading, end: int, stop: int) -> bool:
    """Whether what the parser leaves between a complement and the reporter's next words is still said."""
    words = reading.words(Span(end, stop))
    while words and words[0].is_punct:
        words = words[1:]
    if len(words) > 1 and words[0].lower_ in _THEN and words[1].tag_ == "VBD" and words[1].dep_ in ("dep", "conj"):
        return False  # "said it was over, then left"
    return bool(words) and (words[0].lower_ in LINKS or words[0].pos_ not in ("VERB",))


def next_voice(reading: Reading, cues: list[Cue], number: int, root: Token, limit: int) -> int:
    """Where, after the cue's complement, the reporter takes the word again, with the "and" before it."""
    if root.head.i == cues[number].token.i:
        limit = _before_statement(reading, root, _main_clause(reading, cues[number], root, limit))
        stop = reading.range(Span(root.idx, limit)).stop
        turn = turns(root, stop) or deed_of_speaker(reading, cues[number].token, root, stop)
        if turn is not None:
            limit = _before_links(reading, turn.idx)
    inside = {token.i for token in root.subtree}
    for cue in cues[number + 1 : number + 40]:
        at = cue.voice()
        if at >= limit:
            break
        if cue.source is None or not is_speech(cue.frames) or "m" in cue.frames or at <= root.idx:
            continue
        if _only_might(cue.token):
            continue
        if cue.token.i in inside and not _new_voice(reading, cue, root):
            continue
        return _before_links(reading, at)
    return limit


def _only_might(verb: Token) -> bool:
    """Whether nobody says anything yet: "they should tell", "he would sit down and tell"."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB":
        verb = verb.head
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts)


def _before_links(reading: Reading, at: int) -> int:
    """`at`, moved before an "and" or a comma that stands there."""
    before = reading.words(Span(max(0, at - 20), at))
    if len(before) > 1 and before[-1].lower_ in _THEN and before[-2].lower_ in (*LINKS, ","):
        before.pop()
    while before and (before[-1].lower_ in LINKS or before[-1].text == ","):
        at = before.pop().idx
    return at


def _new_voice(reading: Reading, cue: Cue, root: Token) -> bool:
    """Whether a cue that the parser puts inside what is said is the reporter's: ", noting that", "and he said"."""
    if cue.token.tag_ == "VBG":
        return reading.text[max(0, cue.span.start - 4) : cue.span.start].rstrip(" ”\"’'")[-1:] == ","
    if cue.token.tag_ in ("VB", "VBN"):
        return False  # "he would sit down and tell him", "has never run and never called"
    if cue.token.dep_ == "advcl" and cue.form == "subject" and cue.token.head.i == root.i and "q" in cue.frames:
        return any(child.lower_ in _WHEREAS and child.dep_ == "mark" for child in cue.token.lefts)
    if cue.token.dep_ != "conj" or cue.token.head.i != root.i or "q" not in cue.frames:
        return False
    near = Span(cue.end(), min(cue.end() + _NEAR, reading.sentence(cue.span.start).end))
    if any(not reading.outside(word) for word in reading.words(near)):
        return True
    return any(child.dep_ == "nsubj" or child.dep_ in ("ccomp", "xcomp") for child in cue.token.children)


def _before_statement(reading: Reading, root: Token, limit: int) -> int:
    """Where a clause of the reporter's follows behind a semicolon: "said it was late; the last boat is at ten".

    What stands in the tense of reported speech, with "would" or "had", is still said.
    """
    stop = reading.text.find(";", root.idx, limit)
    if stop < 0 or len(behind := reading.words(Span(stop + 1, limit))) < 3 or not reading.outside(behind[0]):
        return limit
    subject = next((word for word in behind if word.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or subject.left_edge.i != behind[0].i or subject.head.dep_ in ("relcl", "acl"):
        return limit
    verb = subject.head
    finite = [verb, *(left for left in verb.lefts if left.dep_ in ("aux", "auxpass"))]
    backshifted = any(word.tag_ == "MD" or (word.lower_ == "had" and word.i != verb.i) for word in finite)
    return limit if backshifted or not any(word.tag_ in FINITE for word in finite) else stop


def _main_clause(reading: Reading, cue: Cue, root: Token, limit: int) -> int:
    """Where the clause goes on in which a cue is only an aside: "While she said it was late, they stayed"."""
    token, edge = cue.token, root.right_edge
    if any(child.is_sent_start and child.lower_ in _WHILE for child in token.lefts):
        for word in edge.doc[root.i + 1 : edge.i + _CLAUSE]:
            if word.idx >= limit:
                break
            main = word.head.tag_ in FINITE or word.head.i == token.head.i
            subject = word.dep_ == "nsubj" and main and word.head.i > word.i
            if subject and word.left_edge.i and word.left_edge.nbor(-1).text == "," and word.left_edge.i > root.i:
                return _before_links(reading, word.left_edge.idx)
    while token.head.i != token.i and token.dep_ not in ("ccomp", "parataxis", "dep", "ROOT"):
        aside = token.dep_ in _ASIDES
        token = token.head
        if aside and token.i > root.i and token.pos_ in ("VERB", "AUX") and edge.i < token.i and token.idx < limit:
            first = next((left.left_edge for left in token.lefts if left.left_edge.i > edge.i), token)
            return _before_links(reading, first.idx)
    return limit


def whole_marks(reading: Reading, start: int, end: int) -> int:
    """`end`, moved behind a stretch in marks that begins inside and reaches beyond it."""
    number = bisect_left(reading.marked, end, key=lambda m: m.outer.start) - 1
    if number >= 0:
        outer = reading.marked[number].outer
        if start <= outer.start and outer.end > end:
            return outer.end
    return end


def before_tail(reading: Reading, span: Span) -> int:
    """Where what is said ends, if the sentence closes with where that was heard: ", a court heard yesterday"."""
    end = reading.sentence(span.start).end
    if reading.document.paragraphs[reading.document.paragraph_at(span.start)].kind in ("title", "heading"):
        return _before_headline_tail(reading, span)
    rest = reading.text[span.end : end].strip(" .\n”\"’'")
    found = None if rest else _HEARD.search(reading.text, span.start, span.end)
    return found.start() if found else span.end


def _before_headline_tail(reading: Reading, span: Span) -> int:
    """Where what is said ends in a headline that goes on to what happens meanwhile: "as flood toll hits 41"."""
    words = reading.words(span)
    for number, word in enumerate(words[1:], 1):
        clause = word.lower_ in ("as", "after", "while") and word.dep_ == "mark" and word.head.dep_ == "advcl"
        if clause and reading.outside(word) and words[number - 1].pos_ not in ("ADV", "SCONJ"):
            return word.idx
    return span.end


def before_aside(reading: Reading, span: Span, follows: bool) -> int:
    """Where what is said ends, if a quote in it closes with a comma and the reporter goes on: “…,” alluding to.

    `follows`: the span comes after its cue. One before it may end with who speaks: “…,” another friend, Ann Smith said.
    """
    for number in reading.marks_in(span):
        mark = reading.marked[number]
        if reading.text[mark.inner.end - 1] not in ",?!" or mark.outer.end >= span.end:
            continue
        rest = reading.words(Span(mark.outer.end, span.end))
        if not rest or (rest[0].lower_ == "as" and rest[0].dep_ != "mark"):
            continue
        if not follows and mark.outer.start <= span.start and not any(word.tag_ in FINITE for word in rest):
            return mark.outer.end
        if follows and (rest[0].tag_ in ("VBG", "WRB") or rest[0].lower_ in _ASIDE_WORDS):
            return mark.outer.end
    return span.end


def before_comment(reading: Reading, span: Span) -> int:
    """Where what is said ends, if the reporter ends with a comment: "(naturally)", "— a plan that she had praised"."""
    text, end = reading.text, span.end
    opening = text.rfind("(", span.start, end)
    if opening > span.start and text[opening + 1].islower() and text.find(")", opening, end - 1) < 0:
        return opening if reading.outside(reading.tokens[reading.range(Span(opening, end)).start]) else end
    dashes = [word for word in reading.words(span) if word.text in _DASHES and reading.outside(word)]
    if len(dashes) != 1:
        return end
    rest = reading.words(Span(dashes[0].idx + len(dashes[0]), end))
    if len(rest) < 4 or rest[0].pos_ != "DET":
        return end
    noun = rest[0].head
    inside = {word.i for word in noun.subtree} if noun.pos_ in ("NOUN", "PROPN") and noun.i > rest[0].i else set()
    finite = [word for word in rest if word.tag_ in FINITE]
    said_of_it = any(word.dep_ == "relcl" and word.i in inside for word in rest)
    return dashes[0].idx if said_of_it and all(word.i in inside for word in finite) else end


def trimmed(reading: Reading, span: Span) -> Span:
    """Without commas, stops and half a pair of brackets at the edges; marks that open or close inside stay whole."""
    text = reading.text
    start, end = span.start, span.end
    while start < end and text[start] in " ,;:–—-\n\t\u00a0":
        start += 1
    while end > start and (
        text[end - 1] in " ,;:.–—-\n\t\u00a0" or (text[end - 1] == ")" and "(" not in text[start:end])
    ):
        end -= 1
    return Span(start, end)
