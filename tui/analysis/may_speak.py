"""Who may say a quote that no cue is near, and who may not: who issues a statement, is asked, or is only told of.

What the sentence before the quote tells of somebody, and what the quote tells of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.address import speaks_as_one, words_said
from tui.analysis.brought_on import tells_of_one
from tui.analysis.genders import HE, SHE
from tui.analysis.ranking import Who, put_ahead, same_one
from tui.analysis.scene import actor_before
from tui.analysis.takes_the_word import comes_forward, is_any, is_silent
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entities import Entity
    from tui.analysis.reading import Reading
    from tui.analysis.turns import Turns

    Scores = list[tuple[float, Who]]

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_GENDER = {"he": "m", "she": "f"}
_ISSUES = 5.0
"""What it weighs that somebody has issued a statement just before."""


def issued(turns: Turns, at: int, scores: Scores, issuer: Token) -> Scores:
    """The scores headed by who issues a statement; nobody's where a body does and the quote says "I"."""
    reading = turns.reading
    entity = turns.entities.at(Span(issuer.idx, issuer.idx + len(issuer)))
    who = turns.stands_for(issuer)
    if who is None and entity is not None:
        who = Who(entity.name, entity)
    if who is None:
        words = reading.document.slice(reading.phrase(issuer).span)
        who = Who(_ARTICLE.sub("", " ".join(words.split())), None)
    person = who.entity is not None and who.entity.kind == "person"
    if not person and speaks_as_one(reading, at):
        return []
    return put_ahead(scores, who, _ISSUES)


def not_the_asker(turns: Turns, asked: Token, who: Who | None) -> Who | None:
    """Who is asked whether "he" is sorry: whoever had the word before, where "he" seems to be who asks."""
    if asked.lower_ not in _GENDER:
        return who
    asker = next((child for child in asked.head.head.lefts if child.dep_ == "nsubj"), None)
    asks = turns.who(asker) if asker is not None else None
    if who is not None and (asks is None or not same_one(who, asks)):
        return who
    before = next((turn.who for turn in reversed(turns.all) if asks is None or not same_one(turn.who, asks)), None)
    entity = before.entity if before is not None else None
    fits = entity is not None and entity.kind == "person" and entity.gender in (None, _GENDER[asked.lower_])
    return before if fits else None


def told_of(turns: Turns, at: int, first: Entity) -> bool:
    """Whether a quote opens with "he" or "she", and `first` who has said nothing may be the one: “He must be found.”"""
    gender = tells_of_one(turns.reading, at)
    if gender is None or first.kind != "person" or first.gender not in (None, gender):
        return False
    actor = actor_before(turns.reading, at, 0)
    who = turns.stands_for(actor.head) if actor is not None else None
    acts = actor is not None and actor.head.dep_ == "nsubj" and not actor.owns
    return not (acts and who is not None and who.entity is first)


def who_may_speak(turns: Turns, at: int, scores: Scores) -> Scores:
    """The scores without who gives no answer, and without who is nameless, has said nothing, and is only told of."""
    actor = actor_before(turns.reading, at, 0)
    if actor is not None and is_silent(actor.head):
        who = turns.stands_for(actor.head)
        scores = [row for row in scores if who is None or not same_one(row[1], who)]
    if all(who.entity is not None and who.entity.kind != "unnamed" for _, who in scores):
        return scores
    forward = turns.stands_for(actor.head) if actor is not None and comes_forward(actor.head) else None
    spoke = [turn.who for turn in turns.all if not is_any(turn.text)]
    return [
        (score, who)
        for score, who in scores
        if (who.entity is not None and who.entity.kind != "unnamed")
        or (forward is not None and same_one(who, forward))
        or any(same_one(who, other) for other in spoke)
    ]


def speaks_of(reading: Reading, at: int, actor: Token) -> bool:
    """Whether a quote tells of "he" or "she" of whom the sentence before is: "She cooked. “I can smell her hands.”"."""
    said = words_said(reading, at)
    own = HE if actor.lower_ == "he" else SHE if actor.lower_ == "she" else None
    return said is not None and own is not None and any(word.lower_ in own for word in reading.words(said))
