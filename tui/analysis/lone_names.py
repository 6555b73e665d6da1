"""A lone surname that nothing introduces and that was taken for a firm: "Marlow rang his agent. “…,” he said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.genders import HE, SHE
from tui.analysis.ranking import Who, headed
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.ranking import Ranked
    from tui.analysis.reading import Reading

_DONE_BY_ONE = frozenset(
    "tell ring phone text score miss walk sit stand smile laugh nod shrug weep cry sleep wake marry hug kiss limp swim "
    "climb retire resign drink eat drive cycle run jump".split()
)
"""What people do, and firms seldom."""
_TORN = 0.4
"""What is left of the confidence where a name that may be a firm's may be who "he" is."""
_LIKE_NAMES = 2
"""Letters of a name at least."""


def with_lone_name(reading: Reading, pronoun: Token, entities: Entities, ranking: Ranked) -> Ranked:
    """A ranking for "he" with such a name in it: first where it is certain, and nobody certain where others may be."""
    lone = _lone_subject(reading, pronoun, entities)
    if lone is None or (ranking and ranking[0][0].name == lone[0].name):
        return ranking
    if lone[1] or not ranking:
        return headed(lone[0], ranking)
    return (*((other, confidence * _TORN) for other, confidence in ranking), (lone[0], _TORN))


def _lone_subject(reading: Reading, pronoun: Token, entities: Entities) -> tuple[Who, bool] | None:
    """Who may be meant by "he" though they are taken for a firm, and whether that is as good as certain.

    The subject of the last sentence of the reporter's own, where it has one word, nothing says that it is a body, and
    it does what people do; certain where "his" goes with it and nobody has been named before.
    """
    span = reading.own_sentence_before(pronoun.idx)
    if span is None:
        return None
    words = list(reading.outside_words(span))
    subject = next((w for w in words if w.dep_ == "nsubj" and w.head.dep_ == "ROOT" and w.pos_ == "PROPN"), None)
    entity = entities.at(Span(subject.idx, subject.idx + len(subject))) if subject is not None else None
    if subject is None or not _is_surname(subject.text) or (entity is not None and not _may_be_one(reading, entity)):
        return None
    own = HE if pronoun.lower_ == "he" else SHE
    his = next((w for w in words if w.lower_ in own and w.dep_ == "poss" and w.i > subject.i), None)
    goes = his is not None and his.head.dep_ == "dobj" and his.head.head.i == subject.head.i
    goes = goes and not any(w.ent_type_ == "PERSON" and subject.i < w.i < his.i for w in words if his is not None)
    if not goes and subject.head.lemma_.lower() not in _DONE_BY_ONE:
        return None
    earlier = any(m.kind == "name" and m.span.start < span.start for p in entities.people for m in p.mentions)
    name = entity.name if entity is not None else subject.text
    return Who(name, entity), goes and not earlier


def _is_surname(name: str) -> bool:
    """Whether a word looks like a name, and no list knows it for anything else."""
    if not name.isalpha() or not name[0].isupper() or not name[1:].islower() or len(name) <= _LIKE_NAMES:
        return False
    lists = ("places", "towns", "demonyms", "common_words", "first_names")
    return (name,) not in lexicon.known_organisations() and not any(name in lexicon.words(one) for one in lists)


def _may_be_one(reading: Reading, entity: Entity) -> bool:
    """Whether nothing says of an organisation with a name of one word that it is one."""
    if entity.kind != "organisation" or entity.roles or entity.name.endswith("s") or not _is_surname(entity.name):
        return False
    for mention in entity.mentions:
        first = reading.range(mention.span).start
        before = reading.tokens[first - 1].lower_ if first else ""
        if mention.kind != "name" or before in ("the", "at", "for"):
            return False
    return True
