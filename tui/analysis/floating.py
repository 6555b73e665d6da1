"""Who says a quote beside which no words say so: whoever spoke last, unless its place or its words tell of another.

Thirty per cent of the quotes of news float so. Most go on what the speaker before has said; the rest answer it, are of
somebody whom the sentence between has brought on, or can be nobody's of whom the text says enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.address import speaks_as_one
from tui.analysis.brought_on import (
    answers_to,
    differs,
    from_elsewhere,
    narrated_question,
    reached_last,
    told_of_afterwards,
)
from tui.analysis.exchanges import (
    asked_by,
    begun,
    is_short,
    line_at,
    lines_before,
    opening,
    puts_to_you,
    row,
    turn_over,
    two_who_talk,
)
from tui.analysis.lexicon import person_nouns
from tui.analysis.may_speak import issued, not_the_asker, speaks_of, told_of, who_may_speak
from tui.analysis.nominals import singular
from tui.analysis.ranking import Ranked, Who, key_of, more, put_ahead, ranked, same_one
from tui.analysis.scene import actor_before
from tui.analysis.takes_the_word import asked_whether, comes_forward, is_told_again, issuer_before
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entities import Entity
    from tui.analysis.reading import Reading
    from tui.analysis.turns import Turn, Turns

_SOME = frozenset("most some many few several both two three each all".split())
_GENDER = {"he": "m", "she": "f"}
_BODY = 3.0
"""What it weighs against a body that a quote says "I"."""
_ASKED, _REACHED, _QUESTION = 4.5, 5.0, 2.0
"""What it weighs that somebody was asked, or reached, just before; that the reporter asked on."""
_OVER, _DOUBT, _SURE = 0.6, 0.45, 0.85
"""From which signs of a change another speaks, from which nobody is named, from which it is as good as certain."""
_GONE = 2.0
"""What it weighs against who spoke last that a new paragraph is of somebody else, just before the quote in it."""
_BY_TURNS = 0.3
"""What it adds that the two lines before were of two."""
_TO = 0.35
"""What it adds that the line before calls somebody by name."""
_LEAD = 0.5
"""How far ahead of the next the other one must be."""
_UNSURE = 0.45
"""What is left of the confidence where who of several speaks is open."""

Scores = list[tuple[float, Who]]


def carried_on(turns: Turns, at: int, asks: bool = False) -> Ranked:
    """Who speaks at `at` where no words there say so: by the turns before, and whom the text is about.

    `asks`: the quote ends in a question mark.
    """
    scores = who_may_speak(turns, at, _by_turns(turns, at, asks))
    if speaks_as_one(turns.reading, at):
        scores = [(score - (_BODY if _is_body(who) else 0.0), who) for score, who in scores]
    scores = _brought_on(turns, at, scores)
    scores.sort(key=lambda row: -row[0])
    found = _by_lines(turns, at, scores)
    if found is None:
        found = ranked(scores)
        return _less_sure(found) if found and _doubtful(turns, at, found[0][0]) else found
    return found


def _doubtful(turns: Turns, at: int, first: Who) -> bool:
    """Whether something in the place or in the words speaks against `first`, and nothing for anybody else."""
    reading = turns.reading
    if _is_body(first) and speaks_as_one(reading, at):
        return True
    if first.entity is not None and all(not same_one(turn.who, first) for turn in turns.all):
        return told_of(turns, at, first.entity)
    if not turns.all or not same_one(turns.all[-1].who, first):
        return False
    return (
        _left(turns, at, first)
        or _unknown_before(turns, at)
        or told_of_afterwards(reading, at)
        or turns.tells_of(first, at)
    )


def _unknown_before(turns: Turns, at: int) -> bool:
    """Whether somebody who was not found has spoken in the same paragraph since the last who was."""
    reading = turns.reading
    number = reading.mark_before(at)
    if number < 1:
        return False
    before = reading.marked[begun(reading, number - 1)]
    document = reading.document
    if document.paragraph_at(before.outer.start) != document.paragraph_at(at) or turns.all[-1].at >= before.outer.start:
        return False
    said = reading.text[before.inner.start : before.inner.end]
    opens = _opens(reading, before.inner.start)
    return opens and said.count(" ") > 1 and said.rstrip()[-1:] in ".,?!"


def _left(turns: Turns, at: int, first: Who) -> bool:
    """Whether the reporter has gone on from who spoke last to somebody else, and `first` is not that one."""
    reading = turns.reading
    last = turns.all[-1] if turns.all else None
    if last is None or not same_one(last.who, first) or not _opens(reading, at):
        return False
    actor = actor_before(reading, at, last.at)
    if actor is None or actor.owns or actor.head.idx < last.at:
        return False
    start = reading.sentence(actor.head.idx).start
    if start <= last.at or not _somebody(reading, actor.head):
        return False
    if is_told_again(actor.head) or speaks_of(reading, at, actor.head):
        return False
    who = turns.stands_for(actor.head)
    if who is None and actor.head.lower_ in ("he", "she"):
        return first.entity is None or _GENDER[actor.head.lower_] != first.entity.gender
    return who is None or not same_one(who, first)


def _is_here(turns: Turns, at: int) -> bool:
    """Whether the one of whom the sentence before a quote is stands in its paragraph, and is one who may speak."""
    actor = actor_before(turns.reading, at, turns.all[-1].at)
    here = actor is not None and actor.head.tag_ != "PRP" and actor.paragraph == turns.reading.document.paragraph_at(at)
    return here and actor is not None and actor.head.tag_ not in ("NNS", "NNPS") and comes_forward(actor.head)


def _somebody(reading: Reading, head: Token) -> bool:
    """Whether a subject is a person or people, who may speak."""
    if head.lower_ in _SOME:
        return any(word.lower_ == "them" or word.lower_ in _SOME for of in head.rights for word in of.rights)
    if head.tag_ == "NNS":
        return singular(head.lower_) in person_nouns()
    if head.lower_ in ("he", "she", "others"):
        return True
    if any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in head.rights):
        return True  # "his eldest, Karl"
    return (head.pos_ != "PROPN" or head.ent_type_ == "PERSON") and reading.is_person(head)


def _less_sure(ranking: Ranked) -> Ranked:
    return tuple((who, confidence * _UNSURE) for who, confidence in ranking)


def _is_body(who: Who) -> bool:
    return who.entity is not None and who.entity.kind == "organisation"


def _brought_on(turns: Turns, at: int, scores: Scores) -> Scores:
    """The scores with a bonus for whom the reporter's words just before give the word."""
    reading = turns.reading
    if not _opens(reading, at):
        return scores
    since = turns.all[-1].at if turns.all else 0
    asked, reached, other = answers_to(reading, at, since), reached_last(reading, at), differs(reading, at)
    whether = asked_whether(reading, at) if asked is None else None
    for found, bonus in ((asked, _ASKED), (whether, _ASKED), (reached, _REACHED), (other, _ASKED)):
        who = turns.stands_for(found) if found is not None else None
        if found is not None and found is whether:
            who = not_the_asker(turns, found, who)
        if who is not None:
            return put_ahead(scores, who, bonus)
    issuer = issuer_before(reading, at)
    if issuer is not None:
        return issued(turns, at, scores, issuer)
    question = narrated_question(reading, at)
    if question is not None and turns.all:
        last = turns.all[-1]
        if reading.document.paragraph_at(at) - last.paragraph <= 2:
            return more(scores, last.who, _QUESTION)
    return scores


def _opens(reading: Reading, at: int) -> bool:
    """Whether what is said at `at` begins a sentence: no fragment of the reporter's own."""
    sentence = reading.sentence(at)
    return not reading.text[sentence.start : at].strip(" “”\"‘’'«»")


# ------------------------------------------------------------------- exchanges


def _by_lines(turns: Turns, at: int, scores: Scores) -> Ranked | None:
    """Who speaks at a line of a talk by turns; None where it is no such line, or goes on the one before."""
    reading = turns.reading
    number = reading.mark_before(at)
    if number < 0 or not scores:
        return None
    line = line_at(reading, number)
    if line is None:
        return _first_line(turns, at, number, scores)
    last = turns.all[-1] if turns.all else None
    change = turn_over(reading, line)
    before = Span(reading.marked[begun(reading, number - 1)].outer.start, reading.marked[number - 1].outer.end)
    if last is None or not before.start <= last.at < before.end:
        return _less_sure(ranked(scores)) if line.alone and change >= _OVER else None
    if len(turns.all) > 1 and not same_one(turns.all[-2].who, last.who):
        by_turns = line.alone and turns.all[-2].paragraph in (last.paragraph, last.paragraph - 1)
        by_turns = by_turns and lines_before(reading, number)
        change += (_BY_TURNS if change else _DOUBT) * (by_turns and is_short(reading, number))
    if line.alone and is_short(reading, number) and asked_by(reading, last.at):
        change += _OVER  # who asked goes on asking
    if last.to is not None and last.to is not last.who.entity:
        change += _TO * line.alone
    if change < (_DOUBT if same_one(scores[0][1], last.who) else _OVER):
        return None  # whoever speaks is another already, or goes on
    return _another(turns, at, scores, last, change)


def _first_line(turns: Turns, at: int, number: int, scores: Scores) -> Ranked | None:
    """Who begins a talk of which the sentence before tells who talks."""
    reading = turns.reading
    if from_elsewhere(reading, at) and turns.all:
        return _another(turns, at, scores, turns.all[-1], _OVER)
    if row(reading, number) < 2:
        return None
    mark = reading.marked[number]
    words = reading.text[mark.inner.start : mark.inner.end]
    pair = two_who_talk(reading, mark.outer.start)
    both = [turns.stands_for(word) for word in pair[:2]] if pair is not None else []
    if pair is not None and pair.leads and len(both) == 2 and both[0] is not None and both[1] is not None:
        return ((both[0], 0.75), (both[1], 0.15))
    if turns.all and puts_to_you(words):
        return _another(turns, at, scores, turns.all[-1], _OVER)
    if not (is_short(reading, number) and is_short(reading, number + 1)):
        return None
    goes_on = not turns.all or same_one(scores[0][1], turns.all[-1].who)
    return _less_sure(ranked(scores)) if goes_on else None


def _another(turns: Turns, at: int, scores: Scores, last: Turn, change: float) -> Ranked | None:
    """A ranking for a line that another says than spoke last, as far as the signs of a change go."""
    if change < _DOUBT:
        return None
    if change < _OVER:
        return _less_sure(ranked(scores))
    reading = turns.reading
    number = reading.mark_before(at)
    pair = two_who_talk(reading, reading.marked[opening(reading, number)].outer.start)
    words = (pair or ())[:2]
    both = [who for word in words if (who := turns.stands_for(word)) is not None]
    known = len(both) == 2 or any(word.lower_ in _GENDER for word in words)  # "he" is who spoke last, or the other
    other = next((who for who in both if known and not same_one(who, last.who)), None)
    if other is not None:
        return ((other, 0.8), (last.who, 0.1))
    called = _called_next(turns, number)
    if called is not None and called is not last.who.entity:
        return ((Who(called.name, called), 0.85), (last.who, 0.05))
    spoke = {key_of(turn.who) for turn in turns.all} | {id(last.to)}
    others = [
        (score, who) for score, who in scores if key_of(who) in spoke and not (same_one(who, last.who) or _is_body(who))
    ]
    if not others:
        return _less_sure(ranked(scores))
    if last.to is not None:
        others.sort(key=lambda found: found[1].entity is not last.to)
    lead = others[0][0] - others[1][0] if len(others) > 1 and others[0][1].entity is not last.to else 2.0
    confidence = (0.9 if change >= _SURE else 0.8) * (1.0 if lead >= _LEAD else _UNSURE)
    rest = tuple((who, (1 - confidence) / (place + 2)) for place, (_, who) in enumerate(others[1:3]))
    return ((others[0][1], confidence), (last.who, min(0.1, 1 - confidence)), *rest)


def _called_next(turns: Turns, number: int) -> Entity | None:
    """Whom the next line of a talk calls by name, who thus has said this one: “She did not.” “I did, Ann.”"""
    reading = turns.reading
    line = line_at(reading, number + 1) if number + 1 < len(reading.marked) else None
    return turns.addressed(reading.marked[line.number].inner.start) if line is not None else None


def _by_turns(turns: Turns, at: int, asks: bool) -> Scores:
    """Everybody there, by how they stand in the text before and when they spoke last."""
    document = turns.reading.document
    paragraph, sentence = document.paragraph_at(at), document.sentence_at(at)
    scores = turns.present(at, None, False, None)
    known = {key_of(who) for _, who in scores}
    asker = turns.asked(paragraph, asks)
    left = bool(turns.all) and _left(turns, at, turns.all[-1].who)
    bonus: dict[int, float] = {}
    answered = False
    for place, turn in enumerate(reversed(turns.all[-5:])):
        distance = paragraph - turn.paragraph
        if distance > 4:
            break
        worth = (3.0 if place == 0 else 1.0) - 0.7 * distance
        if place == 0 and distance == 0 and not left:
            worth += 1.5
        elif place == 0 and left and _is_here(turns, at):
            worth -= _GONE
        if asker is not None and same_one(turn.who, asker):
            worth = -4.0
        elif asker is not None and not answered:
            worth, answered = 3.5 - 0.3 * distance, True
        if place == 0 and turn.to is not None and asker is not None:
            bonus[id(turn.to)], answered = 4.0, True
        elif place == 0 and distance == 1 and any(turn.to is t.who.entity for t in turns.all[-3:-1] if turn.to):
            bonus[id(turn.to)] = 4.0  # “You know it, Vince.” in a dialogue is likely to be answered by him
        key = key_of(turn.who)
        bonus[key] = max(bonus.get(key, -9.0), worth)
        if key not in known:
            known.add(key)
            scores.append((-0.5 * (sentence - turn.sentence), turn.who))
    return [(score + bonus.get(key_of(who), 0.0), who) for score, who in scores]
