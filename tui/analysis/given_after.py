"""Who says a quote that no cue is near.

The sentence behind it may tell, “No.” That was Ann Lee, or the deed it goes with: shared by Lee with the words “No.”
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.announced import Link
from tui.analysis.cues import possessor
from tui.analysis.reading import communication_nouns
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading

_WAS = re.compile(
    r"\s*(?:(?P<it>That|This)(?: is| was|[’']s)|So (?:says|said)|(?:Those|These) (?:are|were)"
    r"|The (?:speaker|voice|words?|writer|caller|question|answer|reply|remark)s?"
    r" (?:is|was|were|are|belongs? to|belonged to"
    r"|came from|comes from)) (?!not\b|n[’']t\b)"
)
_SOLVED = re.compile(r"\b(?:answer|question|words?)s? (?:is|was|were|are)\b")
"""What says what the answer is, and not who gave it: "“Who will pay?” The answer is Ann Lee."."""
_WORDS = frozenset("word voice view opinion verdict judgment judgement assessment cry lament motto".split())
"""What is somebody's and is no noun of communication."""
_PLACED = re.compile(
    r"\bwith (?:the|a|an|this|these|her|his|one) (?:\w+ )?(?P<noun>remark|words?|comment|caption|message|observation"
    r"|note|line|question|reply|quip|warning|cry|shout|joke|toast|advice)[,:]?\s*$"
)
_CLIMB = 6
"""Words that are climbed at most from the preposition to whoever acts."""


def given(reading: Reading, mark: Marked) -> Link | None:
    """What gives a quote to somebody that no cue in its own sentence does."""
    return placed_with(reading, mark) or told_behind(reading, mark) or text_given(reading, mark)


def told_behind(reading: Reading, mark: Marked) -> Link | None:
    """Who said a quote that opens its paragraph, by the next sentence, there or in the paragraph below."""
    start = reading.paragraph(mark.outer.start).start
    document, text = reading.document, reading.text
    said = text[mark.inner.start : mark.inner.end]
    if start != mark.outer.start or not mark.closed or said.count(" ") < 2 or said.rstrip()[-1:] not in ".?!…":
        return None
    found = _WAS.match(text, mark.outer.end)
    if found is None or document.paragraph_at(found.end() - 1) - document.paragraph_at(start) > 1:
        return None
    sentence = reading.sentence(found.end() - 1)
    for word in reading.outside_words(Span(found.end(), sentence.end)):
        if word.dep_ in ("attr", "pobj", "nsubj") and word.head.idx < found.end():
            who = _owner(reading, word)
            named = word.pos_ == "PROPN" and reading.is_person(word) and word.ent_type_ in ("PERSON", "")
            named = named and not _SOLVED.search(found.group())
            if who is None and (named or (found.group("it") and _introduced(reading, word))):
                who = word
            source = reading.phrase(who) if who is not None else None
            return Link("announced", source, None, "subject") if source is not None else None
    return None


def _owner(reading: Reading, noun: Token) -> Token | None:
    """Whose word, voice or question a noun is; None for other nouns."""
    base = noun.lemma_.lower()
    if _that_of(noun):
        return next((child for of in noun.rights for child in of.rights if child.dep_ == "pobj"), None)
    if base not in _WORDS and base not in communication_nouns():
        return None
    owner = possessor(reading, noun)
    if owner is None:
        of = next((child for child in noun.rights if child.lower_ == "of"), None)
        owner = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
    return owner if owner is not None and reading.can_speak(owner) and owner.tag_ != "PRP$" else None


def _that_of(noun: Token) -> bool:
    """Whether a word is the "that" of "the voice was that of Ann Lee"."""
    return noun.lower_ in ("that", "those") and any(child.lower_ == "of" for child in noun.rights)


def _introduced(reading: Reading, noun: Token) -> bool:
    """Whether a description with more than an article brings somebody on: "That was the club's secretary"."""
    if noun.pos_ != "NOUN" or not reading.is_person(noun):
        return False
    return any(child.dep_ in ("poss", "compound", "appos") for child in noun.children)


def placed_with(reading: Reading, mark: Marked) -> Link | None:
    """Who does something with words: "The picture was shared by Lee, her cousin, with the remark, “…”"."""
    sentence = reading.sentence(mark.outer.start)
    found = _PLACED.search(reading.text, sentence.start, mark.outer.start)
    words = reading.words(Span(*found.span("noun"))) if found is not None else []
    if found is None or not words or not reading.outside(words[0]):
        return None
    verb = words[0].head.head
    for _ in range(_CLIMB):
        agent = next((c for c in verb.rights if c.dep_ == "agent"), None)
        who = next((c for c in agent.rights if c.dep_ == "pobj"), None) if agent is not None else None
        who = who or next((c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT")), None)
        if verb.dep_ == "relcl" and verb.head.pos_ in ("PROPN", "NOUN"):
            who = verb.head
        if who is not None and reading.outside(who) and sentence.start <= who.idx < mark.outer.start:
            speaks = reading.can_speak(who) or agent is not None  # "shared by thousands with the caption"
            return (
                Link("announced", reading.phrase(who), Span(*found.span("noun")), "noun", words[0]) if speaks else None
            )
        if verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


_WRITTEN = frozenset(
    "letter mail email message note post tweet card memo entry statement reply answer response inscription postcard "
    "telegram text".split()
)
_GIVEN = frozenset(
    "reproduce quote print pin read tape scrawl scribble sign address begin end open close run go".split()
)
"""What is done to a text, or what it does, before its words are given."""
_TERSE = frozenset("brief short terse curt blunt plain simple polite angry long typical".split())


def text_given(reading: Reading, mark: Marked) -> Link | None:
    """The text of which the sentence before says how it runs or where it stands: "The reply was short. “No.”"."""
    document = reading.document
    number = document.sentence_at(mark.outer.start)
    if number == 0 or reading.sentence(mark.outer.start).start != mark.outer.start:
        return None
    before = document.sentences[number - 1]
    if before.paragraph != document.sentences[number].paragraph:
        return None
    for word in reading.outside_words(before.span):
        if word.dep_ not in ("nsubj", "nsubjpass") or word.head.dep_ != "ROOT":
            continue
        verb = word.head
        runs_to = verb.lemma_.lower() == "run" and _so_long(verb)
        if word.lemma_.lower() not in _WRITTEN and not (runs_to and communication_nouns().get(word.lemma_.lower())):
            continue
        terse = verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in _TERSE for c in verb.rights)
        if word.pos_ == "NOUN" and word.tag_ == "NN" and (terse or verb.lemma_.lower() in _GIVEN):
            writer = next((c for f in word.rights if f.lower_ == "from" for c in f.rights if c.dep_ == "pobj"), None)
            writer = writer or possessor(reading, word)
            source = reading.phrase(writer if writer is not None and reading.can_speak(writer) else word)
            return Link("announced", source, Span(word.idx, word.idx + len(word)), "noun", word)
        return None
    return None


def _so_long(verb: Token) -> bool:
    """Whether a verb says how long a text is: "ran to nine words"."""
    measured = (noun for to in verb.rights if to.lower_ == "to" for noun in to.rights)
    return any(noun.lemma_.lower() in ("word", "line", "sentence", "syllable") for noun in measured)
