"""Pronouns and descriptions of the reporter's text, resolved to whom they stand for.

One pass from the first word to the last over what is being talked about: names, descriptions ("a senior official",
"the minister") and pronouns, each resolved from what has been said before it. The choice follows the salience of
Lappin and Leass (1994): recency, grammatical role, parallelism, number and gender, with the binding constraints as
filters, and only where one candidate is clearly ahead.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.entities import Entity
from tui.analysis.nominals import Description, find_descriptions, fits
from tui.analysis.roles import phrase, root_of
from tui.domain.findings import Mention

if TYPE_CHECKING:
    from tui.analysis.entities import Entities
    from tui.analysis.names import Name
    from tui.analysis.words import Words
    from tui.domain.findings import MentionKind

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_REACH = 4
"""Sentences back that a pronoun looks."""
_AHEAD = 0.3
"""How far the best candidate must be ahead of the next."""
SAYING = frozenset(
    "say tell add write tweet ask reply note explain argue insist warn claim state declare announce acknowledge admit "
    "recall stress suggest comment remark describe call continue conclude respond".split()
)


@dataclass(eq=False)
class _Topic:
    """Somebody talked about, with the places so far."""

    entity: Entity
    heads: list[int] = field(default_factory=list)
    """The head words of its mentions so far."""
    description: Description | None = None
    """The description it was brought in by."""


def add_references(words: Words, entities: Entities, named: list[tuple[Entity, list[Name]]]) -> None:
    """Add pronoun and nominal mentions to the entities, and the sources without a name to `entities.unnamed`."""
    _Reading(words, entities, named).read()


class _Reading:
    def __init__(self, words: Words, entities: Entities, named: list[tuple[Entity, list[Name]]]) -> None:
        self._words = words
        self._entities = entities
        self._topics: dict[Entity, _Topic] = {}
        self._names = {n.first: (entity, n) for entity, names in named for n in names}
        covered = {i for _, names in named for n in names for i in range(n.first, n.last)}
        self._descriptions = {d.first: d for d in find_descriptions(words, covered)}
        self._unnamed: list[_Topic] = []

    def read(self) -> None:
        words = self._words
        for index, lower in enumerate(words.lower):
            if index in self._names:
                entity, name = self._names[index]
                self._seen(entity, root_of(words, name.first, name.last))
            elif index in self._descriptions:
                self._describe(self._descriptions[index])
            elif lower in _HE or lower in _SHE:
                self._pronoun(index, "m" if lower in _HE else "f")
        for topic in self._unnamed:
            kept = topic.description is not None and (len(topic.heads) > 1 or topic.description.speaks)
            if kept:
                self._entities.unnamed.append(topic.entity)

    def _seen(self, entity: Entity, head: int) -> None:
        topic = self._topics.get(entity)
        if topic is None:
            topic = self._topics[entity] = _Topic(entity)
        topic.heads.append(head)

    def _add(self, entity: Entity, first: int, last: int, head: int, kind: MentionKind) -> None:
        mention = Mention(self._words.span(first, last), self._words.sentence[first], kind)
        entity.mentions.append(mention)
        self._seen(entity, head)

    def _describe(self, description: Description) -> None:
        words = self._words
        if description.definite:
            found = self._described(description)
            if found is not None:
                self._add(found, description.first, description.last, description.head, "nominal")
                return
            if not description.speaks:
                return
        entity = Entity("unnamed", phrase(words, description.first, description.last), plural=description.plural)
        entity.gender = lexicon.person_noun_genders().get(words.lower[description.head])
        self._add(entity, description.first, description.last, description.head, "nominal")
        topic = self._topics[entity]
        topic.description = description
        self._unnamed.append(topic)

    def _described(self, description: Description) -> Entity | None:
        """Who a definite description stands for: the one last mentioned whom its noun fits."""
        words = self._words
        best: tuple[float, Entity] | None = None
        for entity, topic in self._topics.items():
            if entity.plural != description.plural or entity.kind == "organisation":
                continue
            weight = fits(words, description, entity, topic.description)
            if not weight:
                continue
            distance = words.sentence[description.head] - words.sentence[topic.heads[-1]]
            if distance > 12 or topic.heads[-1] >= description.first:
                continue
            if distance == 0 and self._bound(topic.heads[-1], description.head):
                continue
            score = weight - 0.25 * distance + self._role(topic.heads[-1])
            if best is None or score > best[0]:
                best = score, entity
        return best[1] if best else None

    def _role(self, head: int) -> float:
        dep = self._words.dep[head]
        return {"nsubj": 1.0, "nsubjpass": 0.8, "poss": -0.4, "pobj": -0.3, "compound": -1.0}.get(dep, 0.0)

    def _bound(self, head: int, pronoun: int) -> bool:
        """Whether the two are arguments of one verb, so that they cannot be the same (but for a reflexive)."""
        words = self._words
        verb, other = words.head[head], words.head[pronoun]
        if words.dep[pronoun] == "poss":
            return words.head[pronoun] == head
        if words.dep[pronoun] == "pobj":
            other = words.head[other]
        if words.dep[head] == "pobj":
            verb = words.head[verb]
        return verb == other

    def _pronoun(self, index: int, gender: lexicon.Gender) -> None:
        words = self._words
        if words.pos[index] not in ("PRON", "DET"):
            return
        reflexive = words.lower[index].endswith("self")
        scores: list[tuple[float, Entity]] = []
        for entity, topic in self._topics.items():
            if entity.kind == "organisation" or entity.plural or (entity.gender and entity.gender != gender):
                continue
            head = topic.heads[-1]
            distance = words.sentence[index] - words.sentence[head]
            if distance > _REACH:
                continue
            if distance == 0 and not reflexive and self._bound(head, index):
                if len(topic.heads) < 2:
                    continue
                head = topic.heads[-2]
                distance = words.sentence[index] - words.sentence[head]
                if self._bound(head, index):
                    continue
            score = -1.0 * distance + self._role(head) + min(1.0, 0.15 * len(topic.heads))
            score += 1.0 if entity.gender else 0.0
            score += 0.5 if words.dep[head] == words.dep[index] else 0.0
            if words.marked[index] < 0 <= words.marked[head]:
                score -= 2.0
            if words.marked[index] >= 0 and words.marked[head] != words.marked[index]:
                score -= 0.5
            if entity.kind == "unnamed":
                score -= 0.5
            score -= 0.002 * (index - head)
            scores.append((score, entity))
        if not scores:
            return
        scores.sort(key=lambda row: -row[0])
        if len(scores) > 1 and scores[0][0] - scores[1][0] < _AHEAD:
            return
        entity = scores[0][1]
        if entity.gender is None:
            entity.gender = gender
        self._add(entity, index, index + 1, index, "pronoun")
