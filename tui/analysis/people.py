"""Who is in a document: people, organisations and unnamed sources, with every mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.aliases import find_aliases, merge_aliases
from tui.analysis.candidates import renamed
from tui.analysis.direct_speech import add_direct_speech
from tui.analysis.edges import PARTICLES, SUFFIXES, Name
from tui.analysis.entities import Entities, Entity
from tui.analysis.genders import pronoun_gender
from tui.analysis.merging import Cluster, merge_organisations, merge_people, merge_renamed
from tui.analysis.names import find_names
from tui.analysis.references import add_references
from tui.analysis.roles import add_body_roles, add_role, add_roles, described
from tui.analysis.self_named import find_self_named
from tui.analysis.words import Words, read_words
from tui.domain.findings import Mention

if TYPE_CHECKING:
    from tui.analysis.marks import Marked
    from tui.analysis.model import Parsed
    from tui.domain.findings import Quote


_PART = re.compile(r"[^\W\d_]+")
_MAC = re.compile(r"^Mc([a-z])")


def find_entities(parsed: Parsed, marked: list[Marked]) -> Entities:
    """Names, roles, and the pronouns and descriptions of the reporter's own text that stand for them."""
    words = read_words(parsed, marked)
    names = find_names(words)
    entities = Entities(words=words)
    named: list[tuple[Entity, list[Name]]] = []
    persons = [n for n in names if n.label == "person"]
    people = merge_aliases(merge_people(words, persons), find_aliases(words, persons))
    for cluster in people:
        entity = _entity(words, cluster, "person")
        add_roles(words, entity, cluster.names)
        entities.people.append(entity)
        named.append((entity, cluster.names))
    _settle_shared_surnames(people, named)
    bodies = merge_organisations([n for n in names if n.label == "organisation"])
    for cluster in merge_renamed(bodies, renamed(words)):
        entity = _entity(words, cluster, "organisation")
        add_body_roles(words, entity, cluster.names)
        entities.organisations.append(entity)
        named.append((entity, cluster.names))
    told = _give_descriptions(words, named)
    _learn_genders(words, named)
    add_references(words, entities, named, told)
    for entity in entities.all():
        entity.mentions.sort(key=lambda m: m.span)
    entities.reindex()
    return entities


def _settle_shared_surnames(people: list[Cluster], named: list[tuple[Entity, list[Name]]]) -> None:
    """A bare surname that several people bear has their gender, where it is one."""
    entities = {id(cluster): entity for cluster, (entity, _) in zip(people, named, strict=True)}
    for cluster in people:
        genders = {entities[id(bearer)].gender for bearer in cluster.open_to}
        entity = entities[id(cluster)]
        if len(genders) == 1 and entity.gender is None:
            entity.gender = genders.pop()


def _give_descriptions(words: Words, named: list[tuple[Entity, list[Name]]]) -> dict[int, Entity]:
    """Give those who are described and then named their description as a role; who they are, by its noun."""
    at = {name.first: entity for entity, names in named if entity.kind == "person" for name in names}
    told = {}
    for one in find_self_named(words):
        entity = at.get(one.first)
        if entity is not None:
            told[one.head] = entity
            first, last = described(words, one.head)
            add_role(words, entity, first, last)
            entity.gender = one.gender or entity.gender
    return told


def _learn_genders(words: Words, named: list[tuple[Entity, list[Name]]]) -> None:
    """Where titles and first names leave it open, the pronouns after a name tell the gender."""
    people = {name.first for entity, names in named if entity.kind == "person" for name in names}
    for entity, names in named:
        if entity.kind == "person" and entity.gender is None:
            entity.gender = pronoun_gender(words, names, people)
        elif entity.kind == "person" and not any(name.titled for name in names):
            # a first name misleads where it is of another country
            entity.gender = pronoun_gender(words, names, people, least=2) or entity.gender


def _entity(words: Words, cluster: Cluster, kind: str) -> Entity:
    best = max(cluster.names, key=lambda n: (not n.former, len(n.words), not _shouts(n), -n.first))
    name = written(words, best)
    if kind == "person" and len(best.words) > 1 and _shouts(best):
        name = in_small_letters(name)  # "MARK BANNERMAN:" in a transcript
    entity = Entity("person" if kind == "person" else "organisation", name)
    entity.mentions = [Mention(words.span(n.first, n.last), words.sentence[n.first]) for n in cluster.names]
    return entity


def _shouts(name: Name) -> bool:
    """Whether a name is in capitals: in small letters, where the text has it so too, it reads better."""
    return all(word.isupper() for word in name.words)


def in_small_letters(name: str) -> str:
    """A name of several words set in capitals as names are written: "Ann O'Brien", "Jo van der Berg III"."""
    return " ".join(
        word.lower()
        if number and word.lower() in PARTICLES
        else _PART.sub(lambda part: _MAC.sub(lambda mac: "Mc" + mac[1].upper(), part[0].capitalize()), word)
        if len(word.rstrip(".")) > 2 and "." not in word.rstrip(".") and not (number and word in SUFFIXES)
        else word
        for number, word in enumerate(name.split(" "))
    )


def written(words: Words, name: Name) -> str:
    """A name as the text writes it, with single spaces."""
    out = words.text[name.first]
    for index in range(name.first + 1, name.last):
        out += ("" if words.glued(index) else " ") + words.text[index]
    return out


def resolve_direct_speech(parsed: Parsed, entities: Entities, quotes: list[Quote]) -> None:
    """Add what only the speakers tell: "I" in a quote is its speaker, "you" its addressee."""
    add_direct_speech(entities.words or read_words(parsed, []), entities, quotes)
