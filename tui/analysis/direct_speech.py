"""What only the speakers tell: "I" in a quote is its speaker, "you" is who it is said to, "he" is not its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.domain.findings import Mention

if TYPE_CHECKING:
    from tui.analysis.entities import Entities, Entity
    from tui.analysis.words import Words
    from tui.domain.findings import Quote
    from tui.domain.text import Span

_SPEAKER = frozenset(["i", "me", "my", "mine", "myself"])
_BODY = frozenset(["we", "us", "our", "ours", "ourselves"])
_ADDRESSEE = frozenset(["you", "your", "yours", "yourself"])


def add_direct_speech(words: Words, entities: Entities, quotes: list[Quote]) -> None:
    """Add the pronouns of first and second person in quotes to their speakers and addressees.

    "We" is given to an organisation that speaks, to no single person. A pronoun of the third person that had been taken
    for the speaker of the quote it stands in is taken back.
    """
    for quote in quotes:
        if quote.kind in ("indirect", "heading"):
            continue
        speaker = _speaker(entities, quote)
        if speaker is None:
            continue
        own = _BODY if speaker.kind == "organisation" or speaker.plural else _SPEAKER
        addressee = _addressee(words, entities, quote, speaker)
        for segment in quote.segments or (quote.span,):
            _third_person_is_somebody_else(entities, speaker, segment)
            for index in range(words.at(segment.start), words.at(segment.end)):
                lower = words.lower[index]
                entity = speaker if lower in own else addressee if lower in _ADDRESSEE else None
                if entity is None or (lower == "i" and words.text[index] != "I"):
                    continue
                span = words.span(index, index + 1)
                if all(m.span != span for m in entity.mentions):
                    entity.mentions.append(Mention(span, words.sentence[index], "pronoun"))
    for entity in entities.all():
        entity.mentions.sort(key=lambda m: m.span)
    entities.reindex()


def _speaker(entities: Entities, quote: Quote) -> Entity | None:
    speaker = quote.speaker
    if speaker is None:
        return None
    if speaker.person is not None:
        return entities.people[speaker.person]
    if speaker.organisation is not None:
        return entities.organisations[speaker.organisation]
    found = entities.at(speaker.span) if speaker.span is not None else None
    return found if found is not None and found.kind == "unnamed" else None


def _addressee(words: Words, entities: Entities, quote: Quote, speaker: Entity) -> Entity | None:
    """The person that the words are said to ("told Ms Reyes"), if one is named by the cue."""
    if quote.cue is None:
        return None
    first = words.at(quote.cue.start)
    for index in range(first, min(first + 6, len(words))):
        if words.dep[index] in ("dobj", "dative") and first <= words.head[index] < words.at(quote.cue.end):
            found = entities.at(words.span(index, index + 1))
            if found is not None and found.kind == "person" and found is not speaker:
                return found
    return None


def _third_person_is_somebody_else(entities: Entities, speaker: Entity, segment: Span) -> None:
    speaker.mentions = [m for m in speaker.mentions if m.kind != "pronoun" or not segment.contains(m.span)]
