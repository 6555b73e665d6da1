"""Whose words those are that somebody reports of others: "Lee said that the records would show it was “a lie”".

Where whoever or whatever is reported only shows, promises or agrees, the words in marks are of who reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.announced import Link
from tui.analysis.cues import climb, is_speech
from tui.analysis.reading import communicates
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.cues import Cue
    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading

_SHOWING = frozenset(
    "show prove demonstrate confirm reveal indicate suggest mean establish illustrate attest find imply signal".split()
)
"""What figures, films and records do."""
_PROVING = frozenset("show prove demonstrate mean imply signal illustrate".split())
"""What documents too do only in the eyes of who tells it."""
_COMMITTING = frozenset("agree promise pledge vow undertake decide consent resolve accept".split())
"""What several do together or one to another, which a third then tells in words of their own."""
_WORDLESS = frozenset("video footage film photo photograph picture image x-ray scan".split())
"""What shows without words, though it can be a source."""
_GIVING = frozenset("mention cite name give list raise voice express describe offer note report quote share".split())
"""What is done to a reason or complaint by whose words it is told in."""
_BEING = frozenset(["is", "are", "was", "were", "being", "include", "includes", "included"])
_MODALS = frozenset(["will", "would", "’ll", "'ll", "can", "could", "may", "might", "should", "must", "’d", "'d"])


def told_by(reading: Reading, cue: Cue, by_token: dict[int, Cue]) -> Cue | None:
    """The cue of who reports the clause of `cue` and so puts it into words; None where `cue` speaks for itself."""
    if cue.source is None or cue.form not in ("subject", "position", "shared"):
        return None
    subject = cue.source.head
    if subject.tag_ in ("PRP", "WP") or subject.ent_type_ == "PERSON":
        return None
    base = cue.token.lemma_.lower()
    shows = base in _SHOWING and _only_shows(reading, cue, subject)
    if not shows and base not in _COMMITTING:
        return None
    return _outer(reading, cue.token, by_token)


def _only_shows(reading: Reading, cue: Cue, subject: Token) -> bool:
    """Whether a subject has no words of its own, or has yet to say them: "the video confirmed", "it will show"."""
    if any(child.dep_ == "aux" and child.lower_ in _MODALS for child in cue.token.lefts):
        return True
    if subject.lemma_.lower() in _WORDLESS:
        return True
    if communicates(subject) is not None:
        return cue.token.lemma_.lower() in _PROVING
    return not reading.can_speak(subject)


def _outer(reading: Reading, token: Token, by_token: dict[int, Cue]) -> Cue | None:
    """The nearest cue of speech with somebody for its speaker in whose clause `token` stands."""
    relation = token.dep_
    for head in climb(token):
        if not reading.outside(head) or relation not in ("ccomp", "conj", "xcomp"):
            return None
        outer = by_token.get(head.i)
        if relation == "ccomp" and outer is not None and "q" in outer.frames and is_speech(outer.frames):
            speaks = outer.source is not None and reading.can_speak(outer.source.head)
            return outer if speaks else None
        relation = head.dep_
    return None


def with_words(noun: Token) -> Token | None:
    """The verb of who does something with words: "opened her tour with a pledge “to …”"; None for other nouns."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ != "with" or any(c.dep_ == "poss" for c in noun.lefts):
        return None
    verb = preposition.head
    return verb if verb.pos_ == "VERB" and verb.i < preposition.i else None


def given_by(reading: Reading, mark: Marked) -> Link | None:
    """Who gave what is told in their words: "Other reasons mentioned by a third of the growers were “…”"."""
    opening = reading.range(mark.outer).start
    be = reading.tokens[opening - 1] if opening else None
    if be is None or be.lower_ not in _BEING or not reading.outside(be):
        return None
    for word in reading.outside_words(Span(reading.sentence(mark.outer.start).start, be.idx)):
        agent = next((c for c in word.children if c.dep_ == "agent"), None)
        if word.tag_ != "VBN" or word.dep_ != "acl" or word.lemma_.lower() not in _GIVING or agent is None:
            continue
        subject = word.head if word.head.dep_ != "pobj" else word.head.head
        who = next((c for c in agent.children if c.dep_ == "pobj"), None)
        of = next((g for c in (who.rights if who else ()) if c.lower_ == "of" for g in c.rights), who)
        speaks = of is not None and (reading.can_speak(of) or of.tag_ == "NNS")
        if who is not None and speaks and subject.dep_ in ("nsubj", "prep") and subject.head.i >= be.i:
            return Link("governed", reading.phrase(who), Span(word.idx, word.idx + len(word)), "agent", word)
    return None
