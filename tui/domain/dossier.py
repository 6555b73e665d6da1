"""Everything that an article tells of one person or organisation, gathered from its findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.domain.findings import Organisation, Person

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Mention, Number, Quote

Entity = Person | Organisation


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody who is named in the same sentences."""

    entity: Entity
    """Who."""
    mention: int
    """Index of their first mention in a shared sentence."""
    sentences: int
    """How many sentences name both."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What there is about one person or organisation. Everything in the order of the text, but for the company."""

    entity: Entity
    """Who it is about."""
    mentions: tuple[Mention, ...]
    """All mentions."""
    said: tuple[Quote, ...]
    """What they said, reported speech included."""
    perhaps: tuple[Quote, ...]
    """What they may have said: quotes whose speaker stays open, and whose candidates they are among."""
    said_of_them: tuple[Quote, ...]
    """What others said in which they are mentioned."""
    numbers: tuple[Number, ...]
    """The figures in their sentences."""
    company: tuple[Company, ...]
    """Who is named in the same sentences, most often first."""


def dossier_of(entity: Entity, analysis: Analysis) -> Dossier:
    """The dossier of `entity`, one of the people or organisations of `analysis`."""
    people = isinstance(entity, Person)
    index = _index(analysis.people if people else analysis.organisations, entity)
    said, perhaps, of_them = [], [], []
    starts = [mention.span.start for mention in entity.mentions]
    for quote in analysis.quotes:
        speaker = quote.speaker
        if speaker is not None and index is not None and (speaker.person if people else speaker.organisation) == index:
            said.append(quote)
        elif speaker is None and any((c.person if people else c.organisation) == index for c in quote.candidates):
            perhaps.append(quote)
        elif bisect_left(starts, quote.span.start) < bisect_right(starts, quote.span.end - 1):
            of_them.append(quote)
    sentences = {mention.sentence for mention in entity.mentions}
    return Dossier(
        entity,
        entity.mentions,
        tuple(said),
        tuple(perhaps),
        tuple(of_them),
        tuple(number for number in analysis.numbers if number.sentence in sentences),
        _company(entity, analysis, sentences),
    )


def _index(entities: tuple[Entity, ...], entity: Entity) -> int | None:
    return next((index for index, other in enumerate(entities) if other is entity), None)


def _company(entity: Entity, analysis: Analysis, sentences: set[int]) -> tuple[Company, ...]:
    found = []
    others: tuple[Entity, ...] = (*analysis.people, *analysis.organisations)
    for other in others:
        if other is entity:
            continue
        shared = [index for index, mention in enumerate(other.mentions) if mention.sentence in sentences]
        if shared:
            found.append(Company(other, shared[0], len({other.mentions[index].sentence for index in shared})))
    return tuple(sorted(found, key=lambda company: -company.sentences))
