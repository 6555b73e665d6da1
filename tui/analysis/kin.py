"""Whom a word of family stands for where the text names them: "her brother said" below "with her brother, Otto".

What somebody is to somebody holds the other way round as well: the sister of one sister is the other.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import lexicon
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading, Source
    from tui.analysis.turns import Turn

_INVERSE = (
    ("brother sister sibling half-brother half-sister twin", "brother sister sibling half-brother half-sister twin"),
    ("father mother dad mum mom parent stepfather stepmother", "son daughter child stepson stepdaughter"),
    ("son daughter child stepson stepdaughter", "father mother dad mum mom parent stepfather stepmother"),
    ("husband wife spouse partner", "husband wife spouse partner"),
    ("uncle aunt", "nephew niece"),
    ("nephew niece", "uncle aunt"),
    ("grandfather grandmother grandpa grandma", "grandson granddaughter"),
    ("grandson granddaughter", "grandfather grandmother grandpa grandma"),
    ("cousin", "cousin"),
)
_SAME = (
    "father dad daddy",
    "mother mum mom mummy mommy",
    "grandfather grandpa grandad granddad",
    "grandmother grandma",
)
"""Words for the same relative."""
_GENDERS = {"his": "m", "her": "f"}
_GOING_ON = frozenset(["add", "continue", "go"])
_NAME_REACH = 3
"""Words before "whose" among which its name stands."""


class Kin(NamedTuple):
    """One person who is another's relative."""

    owner: Entity | None
    """None where "his" or "her" stands for nobody who was found."""
    word: str
    """What the relative is to them."""
    relative: Entity
    pronoun: str = ""
    """The "his" or "her" that owns them, where it stands for nobody who was found."""


@cache
def _inverse() -> dict[str, frozenset[str]]:
    return {word: frozenset(back.split()) for words, back in _INVERSE for word in words.split()}


@cache
def _alike(word: str) -> frozenset[str]:
    return next((frozenset(row.split()) for row in _SAME if word in row.split()), frozenset([word]))


def relative_of(
    reading: Reading, source: Source, entities: Entities, turns: list[Turn], known: Callable[[], list[Kin]]
) -> Entity | None:
    """The one person for whom "her brother" stands; None for other words, and where the text names none or several.

    `known` gives the relatives of the text, as `relations` finds them; it is called for words of family only.
    """
    noun = source.head.lower_
    owner = next((child for child in source.head.lefts if child.dep_ == "poss"), None)
    if owner is None or noun not in lexicon.words("kinship") or reading.words(source.span)[-1].i != source.head.i:
        return None
    found = [kin for kin in known() if kin.relative is not kin.owner]
    owned = [kin for kin in found if kin.owner is None and kin.word in _alike(noun)]
    pairs = [(kin.owner, kin.relative) for kin in found if kin.owner and kin.word in _alike(noun)]
    if not pairs and len({id(kin.relative) for kin in owned}) == 1 and owned[0].pronoun == owner.lower_:
        return owned[0].relative  # the one "his mother" of the text, though nobody knows whose she is
    pairs += [(kin.relative, kin.owner) for kin in found if kin.owner and noun in _inverse().get(kin.word, ())]
    gender, own = lexicon.person_noun_genders().get(noun), _GENDERS.get(owner.lower_)
    pairs = [
        (side, answer)
        for side, answer in pairs
        if _may_be(answer, gender) and _may_be(side, own) and answer is not side
    ]
    who = entities.at(Span(owner.idx, owner.idx + len(owner)))
    here = reading.document.paragraph_at(source.span.start)
    last = turns[-1] if turns and here - turns[-1].paragraph <= 1 and owner.tag_ == "PRP$" else None
    sides = [last.who.entity] if last is not None else []
    if last is not None and any(answer is last.who.entity for _, answer in pairs):
        if last.paragraph == here or source.head.head.lemma_ in _GOING_ON:
            return last.who.entity  # “He was kind,” Lee said. “We miss him,” his brother added.
        spoke = [turn.who.entity for turn in turns]
        pairs = [(side, answer) for side, answer in pairs if side is not last.who.entity or answer in spoke]
    for side in (*sides, who):
        answers = {id(answer): answer for one, answer in pairs if one is side}
        if answers:
            return next(iter(answers.values())) if len(answers) == 1 else None
    if who is not None and not (last is not None and last.who.entity is who):
        return None  # of somebody else, whose relative has no name here
    answers = {id(answer): answer for _, answer in pairs}
    return next(iter(answers.values())) if len(answers) == 1 and who is None and not sides else None


def _may_be(entity: Entity, gender: str | None) -> bool:
    return gender is None or entity.gender in (None, gender)


def relations(reading: Reading, entities: Entities) -> list[Kin]:
    """The relatives whom the reporter's own words name."""
    found = []
    for token in reading.tokens:
        if token.lower_ not in lexicon.words("kinship") or not reading.outside(token):
            continue
        owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
        relative = _name_behind(reading, token, entities)
        whose = _owner(reading, owner, entities) if owner is not None else None
        if relative is not None and whose is not None:
            found.append(Kin(whose, token.lower_, relative))
        elif relative is not None and owner is not None and owner.lower_ in _GENDERS:
            found.append(Kin(None, token.lower_, relative, owner.lower_))
    return found


def _owner(reading: Reading, owner: Token, entities: Entities) -> Entity | None:
    """Whose relative somebody is: of "her", "Lee's" or "whose" behind a name."""
    token: Token | None = owner
    if owner.lower_ == "whose":
        before = [reading.tokens[i] for i in range(max(0, owner.i - _NAME_REACH), owner.i)]
        token = next((word for word in reversed(before) if word.pos_ == "PROPN"), None)
    found = entities.at(Span(token.idx, token.idx + len(token))) if token is not None else None
    return found if found is not None and found.kind == "person" else None


def _name_behind(reading: Reading, noun: Token, entities: Entities) -> Entity | None:
    """The person whose name stands straight behind a word of family, or behind a comma after it."""
    at = noun.i + 1
    comma = at < len(reading.tokens) and reading.tokens[at].text == ","
    at += comma
    if at >= len(reading.tokens) or reading.tokens[at].pos_ != "PROPN" or not reading.outside(reading.tokens[at]):
        return None
    name = reading.tokens[at]
    found = entities.at(Span(name.idx, name.idx + len(name)))
    if found is None or found.kind != "person":
        return None
    end = max(m.span.end for m in found.mentions if m.span.start <= name.idx < m.span.end)
    closed = not comma or reading.text[end : end + 1] in (",", ".", ";", ")", "")
    return found if closed else None
