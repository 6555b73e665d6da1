"""Whose voice a verb inside somebody's report is in, and where the words that stand for a speaker begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.nominals import MANY
from tui.analysis.reading import Source, communication_nouns
from tui.analysis.spoken_edges import WEEKDAYS
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.reading import Reading

_GOING_ON = frozenset(
    "add note stress insist emphasise emphasize explain cite argue continue conclude clarify reiterate".split()
)
"""What whoever is being reported does with more words: "said the town was full, adding “…”"."""
_NOT_YET = frozenset(["will", "would", "’ll", "'ll", "should", "could", "might", "may", "must", "’d", "'d"])
_EXPECTING = frozenset("expect hope think believe predict fear bet imagine assume doubt suspect guess reckon".split())
_BULLETS = "-–—•*·~ "
_STRAY = frozenset(["ADP", "CCONJ", "PUNCT", "SCONJ"])


def outer_verb(reading: Reading, verb: Token, head: Token, verbs: dict[str, str]) -> Token:
    """The verb whose subject a participle behind a comma shares; `head` is the one that the parser hangs it on.

    "Lee said the plan was “messy,” adding", "she repeated claims that he slept, calling him": who reports goes on, not
    whom or what is reported. Where that is somebody, only a participle that goes on with words is taken for the
    reporter's.
    """
    behind = reading.tokens[verb.i - 1] if verb.i else verb
    if verb.tag_ != "VBG" or (behind.text != "," and reading.outside(behind)):
        return head
    outer = head.head
    if outer.i == head.i or not reading.outside(outer) or head.tag_ == "VBG":
        return head
    if head.dep_ == "acl" and outer.pos_ == "NOUN" and outer.lemma_.lower() in communication_nouns():
        said = outer.head
        return said if said.pos_ == "VERB" and reading.outside(said) and outer.dep_ == "dobj" else head
    if head.dep_ != "ccomp" or "c" not in verbs.get(outer.lemma_.lower(), ""):
        return head
    subject = next((child for child in head.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.lemma_.lower() in _GOING_ON or (subject is not None and _no_speaker(reading, subject)):
        return outer
    return head


def said_outside(reading: Reading, verb: Token, verbs: dict[str, str]) -> Token:
    """The verb of saying outside marks that a participle goes on whose head is a word in marks: “is mad,” adding that.

    Its head in marks where there is none.
    """
    behind = reading.tokens[verb.i - 1] if verb.i else verb
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in _GOING_ON or reading.outside(behind):
        return verb.head
    token = verb.head
    for _ in range(4):
        token = token.head
        if reading.outside(token) and token.pos_ == "VERB":
            return token if "q" in verbs.get(token.lemma_.lower(), "") else verb.head
    return verb.head


def _no_speaker(reading: Reading, subject: Token) -> bool:
    return subject.pos_ == "NOUN" and not reading.can_speak(subject)


def giver(reading: Reading, noun: Token) -> Source | None:
    """Who stands before "in his speech", where the parser hangs the verb on the speech: "Lee in his speech called"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.head.pos_ not in ("NOUN", "PROPN") or not reading.outside(prep.head):
        return None
    if noun.lemma_.lower() not in communication_nouns() or not any(c.tag_ == "PRP$" for c in noun.lefts):
        return None
    who = prep.head
    if who.i != prep.i - 1 or not reading.can_speak(who):
        return None
    return Source(who, Span(reading.phrase(who).span.start, who.idx + len(who)))


def _of_another_noun(reading: Reading, source: Source) -> bool:
    """Whether a plural noun has taken a noun with "a" for its own, of which it says something: "a move analysts"."""
    first, *rest = reading.words(Span(source.span.start, source.head.idx + len(source.head)))
    return first.lower_ in ("a", "an") and len(rest) == 2 and rest[0].tag_ == "NN" and rest[0].lower_ not in MANY


def expecting(cue: Cue, by_token: dict[int, Cue]) -> Cue | None:
    """The cue of who only expects that others will say something: "Lee said he expected that voters will say “no”"."""
    token = cue.token
    if not any(child.dep_ == "aux" and child.lower_ in _NOT_YET for child in token.lefts):
        return None
    found: Cue | None = None
    while token.dep_ == "ccomp" and token.head.i < token.i:
        token = token.head
        outer = by_token.get(token.i)
        if found is None and token.lemma_.lower() not in _EXPECTING:
            return None
        if outer is not None and outer.source is not None:
            found = outer
            if "q" in outer.frames:
                break
    return found


def _before_weekday(reading: Reading, source: Source) -> Source:
    """The source without the day that the parser takes for its head: "said Harlow Tuesday"."""
    head = source.head
    if head.lower_ not in WEEKDAYS or head.idx == source.span.start:
        return source
    before = head.nbor(-1)
    if before.pos_ != "PROPN" or before.idx < source.span.start or head.ent_type_ not in ("DATE", "TIME", ""):
        return source
    return Source(before, Span(source.span.start, before.idx + len(before)))


def whole(reading: Reading, source: Source) -> Source:
    """The source without bullets before it and stray words behind it, and with no word cut at a hyphen."""
    text, source = reading.text, _before_weekday(reading, source)
    if source.head.tag_ == "NNS" and _of_another_noun(reading, source):
        source = Source(source.head, Span(source.head.idx, source.span.end))  # "a move | analysts said would help"
    head, start, end = source.head, source.span.start, source.span.end
    while start < head.idx and text[start] in _BULLETS:
        start += 1
    if start and text[start - 1].isalnum() and text[start].isalnum():
        space = text.find(" ", start, head.idx)  # "n't" of "doesn't"
        start = space + 1 if space >= 0 else head.idx
    dash = max(text.rfind(" - ", start, head.idx), text.rfind(" – ", start, head.idx))
    start = dash + 3 if dash >= 0 else start
    opening = reading.words(Span(start, head.idx))
    while opening and opening[0].tag_ == "WRB":
        start = opening.pop(0).nbor(1).idx  # "when Lee in his speech called"
    if start > 1 and text[start - 1] in "-‑" and text[start - 2].isalnum():
        while start and not text[start - 1].isspace() and text[start - 1] not in '“"(‘':
            start -= 1
    floor = head.idx + len(head)
    if end + 1 < len(text) and text[end] in "-‑" and text[end - 1].isalnum() and text[end + 1].isalnum():
        cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        if cut >= floor:
            end = cut
        else:
            while end < len(text) and (text[end].isalnum() or text[end] in "-‑’'"):
                end += 1
    bracket = text.rfind("(", floor, end)
    if bracket >= 0 and ")" not in text[bracket:end]:
        end = max(floor, len(text[:bracket].rstrip()))
    words = reading.words(Span(start, end))
    while words and words[-1].i > head.i and words[-1].pos_ in _STRAY and words[-1].text not in ")].’'":
        words.pop()
    if words and words[-1].i >= head.i:
        end = min(end, words[-1].idx + len(words[-1]))
    return source if Span(start, end) == source.span else Source(head, Span(start, end))
