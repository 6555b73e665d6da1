"""Pronouns and descriptions of the reporter's text, resolved to whom they stand for.

One pass from the first word to the last over what is being talked about: names, descriptions ("a senior official",
"the minister") and pronouns, each resolved from what has been said before it, and only where one candidate is clearly
ahead of the next (`salience.py` says by how much).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import lexicon
from tui.analysis.ages import find_aged, told_ages
from tui.analysis.entities import Entity
from tui.analysis.genders import HE, SHE
from tui.analysis.nominals import (
    NEW,
    UNPLACED,
    Description,
    find_descriptions,
    fits,
    may_be,
    natives,
    outranks,
    stands_alone,
)
from tui.analysis.origins import Origins
from tui.analysis.role_phrases import root_of
from tui.analysis.roles import add_role, phrase
from tui.analysis.salience import bound, clause, depths, reported_by, role, salience, speaks
from tui.analysis.signatures import signs
from tui.analysis.stand_ins import acts_before, is_of_elsewhere, is_one_of_two, is_other_gender, is_told_of
from tui.domain.findings import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.edges import Name
    from tui.analysis.entities import Entities
    from tui.analysis.words import Words
    from tui.domain.findings import MentionKind

_IT = frozenset(["it", "its", "itself"])
_REACH = 4
"""Sentences of the reporter's own that a pronoun looks back."""
_AHEAD = 1.15
"""How many times the weight of the next the best candidate must have."""
_BY_ROLE = 2.0
"""The weight from which a description fits somebody by what the text says they are."""
_LEAST = 0.1
"""The least weight that is worth a link."""


class _Fitting(NamedTuple):
    """Somebody for whom a description may stand."""

    score: float
    weight: float
    """How well its words fit them."""
    distance: int
    """Sentences back to their last mention."""
    tells: bool
    """Whether they say something there."""
    entity: Entity


@dataclass(eq=False)
class _Topic:
    """Somebody talked about, with the places so far."""

    entity: Entity
    heads: list[int] = field(default_factory=list)
    """The head words of its mentions so far."""
    description: Description | None = None
    """The description it was brought in by."""


def add_references(
    words: Words, entities: Entities, named: list[tuple[Entity, list[Name]]], told: dict[int, Entity]
) -> None:
    """Add pronoun and nominal mentions to the entities, and the sources without a name to `entities.unnamed`.

    `told` has the nouns of descriptions of whom the text goes on to say the name.
    """
    _Reading(words, entities, named, told).read()


class _Reading:
    def __init__(
        self, words: Words, entities: Entities, named: list[tuple[Entity, list[Name]]], told: dict[int, Entity]
    ) -> None:
        self._told = told
        self._words = words
        self._entities = entities
        self._topics: dict[Entity, _Topic] = {}
        self._names = {n.first: (entity, n) for entity, names in named for n in names}
        covered = {i for _, names in named for n in names for i in range(n.first, n.last)}
        self._descriptions = {d.first: d for d in find_descriptions(words, covered)}
        plain = {d.head for d in self._descriptions.values()}
        self._owned = {head for head in told if head not in plain}  # "the rebels' envoy"
        self._aged = find_aged(words)
        self._ages = told_ages(words, named)
        self._origins = Origins(words, named)
        self._unnamed: list[_Topic] = []
        self._apart: set[int] = set()
        self._depths = depths(words)

    def read(self) -> None:
        """Go through the words once."""
        words = self._words
        for index, lower in enumerate(words.lower):
            if index in self._names:
                entity, name = self._names[index]
                if signs(words, name):
                    continue
                self._seen(entity, root_of(words, name.first, name.last))
                if index in self._descriptions:  # "the Harrow manager"
                    self._describe(self._descriptions[index])
            elif index in self._aged:
                self._by_age(index, self._aged[index])
            elif index in self._descriptions:
                self._describe(self._descriptions[index])
            elif index in self._owned:
                self._add(self._told[index], index, index + 1, index, "nominal")
            elif lower in HE or lower in SHE:
                self._pronoun(index, "m" if lower in HE else "f")
            elif lower in _IT:
                self._it(index)
        for topic in self._unnamed:
            if topic.description is not None and (len(topic.heads) > 1 or topic.description.speaks):
                self._entities.unnamed.append(topic.entity)

    def _seen(self, entity: Entity, head: int) -> None:
        topic = self._topics.pop(entity, None) or _Topic(entity)
        topic.heads.append(head)
        self._topics[entity] = topic  # the last mentioned stands last

    def _lately(self, index: int, reach: int) -> Iterator[tuple[Entity, _Topic]]:
        """Who has been mentioned within `reach` sentences, the last mentioned first."""
        for entity in reversed(self._topics):
            topic = self._topics[entity]
            if self._distance(topic.heads[-1], index) > reach:
                return
            yield entity, topic

    def _add(self, entity: Entity, first: int, last: int, head: int, kind: MentionKind) -> None:
        mention = Mention(self._words.span(first, last), self._words.sentence[first], kind)
        entity.mentions.append(mention)
        self._seen(entity, head)

    def _distance(self, head: int, later: int) -> int:
        return self._depths[self._words.sentence[later]] - self._depths[self._words.sentence[head]]

    def _describe(self, description: Description) -> None:
        words = self._words
        if description.head in self._told:
            owner = self._told[description.head]
            self._add(owner, description.first, description.last, description.head, "nominal")
            return
        rivals: tuple[Entity, ...] = ()
        if description.definite:
            found, rivals = self._described(description)
            if found is not None:
                self._add(found, description.first, description.last, description.head, "nominal")
                if fits(description, found, None):
                    self._describes(found, description)
                self._origins.tell(found, description.nations)
                return
            if description.body or not (description.speaks or self._brings_on(description)):
                return
        elif description.body:
            return
        entity = Entity("unnamed", phrase(words, description.first, description.last), plural=description.plural)
        entity.one_of, entity.apart = rivals, description.head in self._apart
        entity.gender = lexicon.person_noun_genders().get(description.noun)
        self._add(entity, description.first, description.last, description.head, "nominal")
        topic = self._topics[entity]
        topic.description = description
        self._unnamed.append(topic)

    def _brings_on(self, description: Description) -> bool:
        """Whether the sentence is about somebody new whom no name stands for: "The victim read her statement"."""
        words = self._words
        subject = words.dep[description.head] in ("nsubj", "nsubjpass") and words.marked[description.head] < 0
        return subject and not description.plural and description.noun in NEW

    def _describes(self, entity: Entity, description: Description) -> None:
        """Keep what a description says of somebody with a name as one of their roles."""
        if entity.kind == "person" and description.last - description.first > 1:
            add_role(self._words, entity, description.first, description.last)

    def _described(self, description: Description) -> tuple[Entity | None, tuple[Entity, ...]]:
        """Who a definite description stands for: the one last mentioned whom its noun fits.

        Nobody where it fits several as well; then they come second.
        """
        words = self._words
        fitting: list[_Fitting] = []
        for entity, topic in self._lately(description.head, 12):
            if entity.plural != description.plural or (entity.kind == "organisation") != description.body:
                continue
            # what is said in a quote is not what the reporter is talking about
            own = [h for h in topic.heads[-6:] if words.marked[h] < 0 or words.marked[description.head] >= 0]
            head = own[-1] if own else topic.heads[-1]
            distance = self._distance(head, description.head)
            weight = fits(description, entity, topic.description)
            if description.noun in natives():
                weight = 3.0 if self._origins.nations(entity) & description.nations else 0.0
            if not weight and distance <= 1 and stands_alone(description) and entity.kind != "unnamed":
                acts = acts_before(words, own, head) if entity.kind == "person" else speaks(words, head)
                weight = 1.0 if acts and not outranks(description, entity) and words.marked[head] < 0 else 0.0
                if weight and entity.kind == "person" and self._is_another(description, entity, own):
                    weight = 0.0
            if not weight or head >= description.first or is_other_gender(words, description, entity):
                continue
            if entity.kind == "person" and is_of_elsewhere(words, description, entity, topic.heads):
                self._apart.add(description.head)
                continue
            if distance == 0 and bound(words, head, description.head):
                continue
            if entity.kind == "person" and self._origins.speak_against(entity, description):
                continue
            tells = any(speaks(words, h) for h in own if words.sentence[h] == words.sentence[head])
            score = weight - 0.25 * distance + role(words, head) + (0.5 if tells else 0.0)
            fitting.append(_Fitting(score, weight, distance, tells, entity))
        fitting.sort(key=lambda row: -row.score)
        if not fitting:
            return self._only_body(description) if description.body else None, ()
        best = fitting[0]
        rivals = self._rivals(description, fitting)
        if rivals or (len(fitting) > 1 and best.score - fitting[1].score < 0.2):
            return None, rivals
        if description.places and sum(fits(description, row.entity, None) == UNPLACED for row in fitting) > 1:
            return None, ()  # two senators, and nothing said of where either is from
        return best.entity, ()

    def _is_another(self, description: Description, entity: Entity, heads: list[int]) -> bool:
        """Whether a noun that no role of `entity`, mentioned at `heads`, explains must be of somebody else."""
        gender = lexicon.person_noun_genders().get(description.noun)
        if gender and entity.gender not in (None, gender):
            return True
        sentence = self._words.sentence[heads[-1]]
        bare = description.last - description.first == 1
        others = bare and any(
            self._words.sentence[head] == sentence and self._words.marked[head] < 0
            for other, topic in self._lately(description.head, 1)
            for head in topic.heads[-3:]
            if other.kind == "person" and other is not entity and not (gender and other.gender not in (None, gender))
        )
        joined = is_one_of_two(self._words, heads[-1])
        return others or joined or is_told_of(self._words, description, entity)

    def _rivals(self, description: Description, fitting: list[_Fitting]) -> tuple[Entity, ...]:
        """The people whom a description fits as well as the likeliest, who are as present as they are.

        "The sergeant" of two; but where only one of them speaks in the sentence before, it is that one.
        """
        best = fitting[0]
        if description.body or description.plural or best.entity.kind != "person" or best.weight < _BY_ROLE:
            return ()
        told = best.distance <= 1 and best.tells
        rivals = [
            row.entity
            for row in fitting[1:]
            if row.entity.kind == "person"
            and row.weight >= best.weight
            and (row.distance == best.distance or (row.distance == best.distance + 1 and not told))
        ]
        return (best.entity, *rivals) if rivals else ()

    def _by_age(self, first: int, last: int) -> None:
        """Link "the 47-year-old" to who is 47, or to the only person of these sentences whose age is not told."""
        people = self._ages.get(self._words.text[first], [])
        if not people:
            told = [entity for ones in self._ages.values() for entity in ones]
            sentence = self._words.sentence[first]
            near = [
                entity
                for entity, topic in self._lately(first, 1)
                if entity.kind != "organisation"
                and not (self._words.sentence[topic.heads[-1]] == sentence and speaks(self._words, topic.heads[-1]))
            ]  # who says something of "the 47-year-old" is somebody else
            people = near if len(near) == 1 and near[0].kind == "person" else []
            people = [entity for entity in people if all(entity is not other for other in told)]
        if len(people) == 1 and people[0] in self._topics:
            self._add(people[0], first, last, last - 1, "nominal")

    def _only_body(self, description: Description) -> Entity | None:
        """The only organisation of this sentence and the one before, for "the company" that no role explains."""
        near = [(entity, topic) for entity, topic in self._lately(description.head, 1) if entity.kind == "organisation"]
        if len(near) != 1 or not may_be(description, near[0][0]):
            return None
        entity, topic = near[0]
        head = topic.heads[-1]
        acts = self._words.dep[head] in ("nsubj", "nsubjpass", "poss")
        free = self._distance(head, description.head) or not bound(self._words, head, description.head)
        return entity if acts and free and self._words.marked[head] == self._words.marked[description.head] else None

    def _pronoun(self, index: int, gender: lexicon.Gender) -> None:
        words = self._words
        if words.pos[index] not in ("PRON", "DET"):
            return
        reflexive = words.lower[index].endswith("self")
        scores: list[tuple[float, Entity]] = []
        for entity, topic in self._lately(index, _REACH):
            if entity.kind == "organisation" or entity.plural or (entity.gender and entity.gender != gender):
                continue
            heads = [(h, d) for h in reversed(topic.heads[-6:]) if (d := self._distance(h, index)) <= _REACH]
            if not reflexive:
                heads = [(h, d) for h, d in heads if d or not bound(words, h, index)]
            if not heads:
                continue
            score = salience(words, index, heads) * (1.0 if entity.gender else 0.7)
            scores.append((score * (0.8 if entity.kind == "unnamed" else 1.0), entity))
        if not scores:
            return
        scores.sort(key=lambda row: -row[0])
        best, entity = scores[0]
        second = scores[1][0] if len(scores) > 1 else 0.0
        if best < second * _AHEAD or best < _LEAST:
            return
        if entity.gender is None and best > 2 * second:
            entity.gender = gender
        self._add(entity, index, index + 1, index, "pronoun")

    def _it(self, index: int) -> None:
        """ "It" is resolved only to an organisation that is the subject of the same clause or of what is reported."""
        words = self._words
        verb = words.head[index]
        if words.dep[verb] == "appos":
            return  # "X, its rival"
        if words.dep[index] == "nsubj" and words.lower[verb] in ("is", "was", "'s", "’s"):
            return  # "it is time"
        found: list[Entity] = []
        for entity, topic in self._lately(index, 1):
            head = topic.heads[-1]
            if entity.kind != "organisation" or words.dep[head] not in ("nsubj", "nsubjpass"):
                continue
            if words.sentence[head] == words.sentence[index]:
                same = words.dep[index] == "poss" and clause(words, index) == words.head[head]
                if same or reported_by(words, index, head):
                    found.append(entity)
            elif self._distance(head, index) == 1 and speaks(words, head) and speaks(words, index):
                found.append(entity)
        if len(found) == 1:
            self._add(found[0], index, index + 1, index, "pronoun")
