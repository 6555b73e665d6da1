"""Who "the substitute" or "the goalscorer" of a match report is: who was sent on, or has just scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading, Source

_SUBSTITUTES = frozenset(["substitute", "replacement", "debutant"])
_ATTACKERS = frozenset("striker forward winger midfielder scorer goalscorer matchwinner".split()) | _SUBSTITUTES
_GOALS = frozenset("goal header winner equaliser equalizer strike shot volley try brace penalty tap-in".split())
_SCORING = frozenset("score head volley equalise equalize".split())
_SENDS_ON = ("send", "bring", "throw")
_BEFORE = 3
"""Sentences back in which who scored may be named."""


def player_called(reading: Reading, source: Source, entities: Entities) -> Entity | None:
    """The one player for whom "the substitute" or "the striker" stands; None for other words, or where two may."""
    words = [word.lower_ for word in reading.words(source.span)]
    if len(words) != 2 or words[0] != "the" or words[1] not in _ATTACKERS:
        return None
    if words[1] in _SUBSTITUTES:
        sent_on = {id(person): person for person in entities.people if any(_comes_on(reading, person))}
        if sent_on:
            return next(iter(sent_on.values())) if len(sent_on) == 1 else None
        return None
    here = reading.document.sentence_at(source.span.start)
    scored = [person for person in entities.people if any(0 < here - at <= _BEFORE for at in _scores(reading, person))]
    roles = [p for p in entities.people if any(words[1] in role.lower().split() for role in p.roles)]
    if len(scored) != 1 or roles or _another_so_called(reading, source, words[1]):
        return None
    return scored[0]


def _another_so_called(reading: Reading, source: Source, noun: str) -> bool:
    """Whether the words before tell of somebody else whom the noun is of: "Lee scored. Their own striker missed."."""
    sentences = reading.document.sentences
    here = reading.document.sentence_at(source.span.start)
    back = Span(sentences[max(0, here - _BEFORE)].span.start, source.span.start)
    told = (word for word in reading.outside_words(back) if word.lower_ == noun)
    return any(
        word.left_edge.lower_ != "the" or any(c.dep_ in ("poss", "prep") for c in word.children) for word in told
    )


def _names(reading: Reading, person: Entity) -> Iterator[tuple[Token, int]]:
    """The last words of somebody's names in the reporter's own words, with their sentences."""
    for mention in person.mentions:
        token = reading.words(mention.span)[-1]
        if mention.kind == "name" and reading.outside(token):
            yield token, mention.sentence


def _comes_on(reading: Reading, person: Entity) -> Iterator[bool]:
    """Whether somebody is sent on, or comes on or off the bench, at each of their names."""
    for token, _ in _names(reading, person):
        before = [word.lower_ for word in reading.tokens[max(0, token.i - 5) : token.i]]
        verbs = [w.lemma_.lower() for w in reading.tokens[max(0, token.i - 5) : token.i]]
        if "on" in before and any(verb in _SENDS_ON for verb in verbs[: before.index("on")]):
            yield True
        after = [word.lower_ for word in reading.tokens[token.i + 1 : token.i + 7]]
        if after[:1] == ["on"] and any(verb in _SENDS_ON for verb in verbs[-3:]):
            yield True
        came = after[:1] == ["came"] and (after[1:2] == ["on"] or after[1:4] == ["off", "the", "bench"])
        yield came or after[:4] == [",", "on", "as", "a"]


def _scores(reading: Reading, person: Entity) -> Iterator[int]:
    """The sentences in which somebody has a goal: "Lee's late header", "Lee scored"."""
    for token, sentence in _names(reading, person):
        deeds = {"poss": _GOALS, "nsubj": _SCORING}.get(token.dep_, frozenset[str]())
        if token.head.lemma_.lower() in deeds:
            yield sentence
