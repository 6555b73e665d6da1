"""From the words that stand for a speaker to the person, organisation or unnamed source, and who speaks without any.

References come from the entities. At quotes more is known: whoever spoke last goes on speaking, and the person that the
sentence before is about speaks next. So a pronoun at a quote, and a quote with no cue, are resolved by a salience of
their own (after Lappin and Leass 1994) that adds the turns of talk to recency, role, number and gender.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.reading import communication_nouns
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading, Source
    from tui.domain.findings import How

_ARTICLE = re.compile(r"^(?:the|a|an|one|another|some|this|that)\s+(?=\S)", re.IGNORECASE)
_HE = frozenset(["he", "him", "his"])
_SHE = frozenset(["she", "her", "hers"])
_THEY = frozenset(["they", "them", "their"])


@dataclass(frozen=True, slots=True)
class Who:
    """A possible speaker."""

    name: str
    """Name or description."""
    entity: Entity | None
    """Who that is, if it is one of the entities."""


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker as far as it is known."""

    ranked: tuple[tuple[Who, float], ...]
    """Candidates with confidence from 0 to 1, likeliest first."""
    how: How
    """By name, pronoun, description, or carried over."""
    source: Source | None
    """The words that stand for the speaker, if there are any."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody speaking at a place, in the reporter's words or their own."""

    at: int
    """Offset of the cue or the quote."""
    sentence: int
    paragraph: int
    who: Who
    text: str
    """The words that stood for the speaker."""
    plural: bool = False
    """Whether they are several."""


@dataclass
class Speakers:
    """Resolves speakers in the order of the text and remembers the turns of talk."""

    reading: Reading
    entities: Entities
    turns: list[Turn] = field(default_factory=list)
    _places: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _subjects: dict[tuple[int, int], bool] = field(default_factory=dict, repr=False)

    def remember(self, at: int, who: Who, text: str, plural: bool = False) -> None:
        """Note that `who` speaks at `at`."""
        document = self.reading.document
        self.turns.append(Turn(at, document.sentence_at(at), document.paragraph_at(at), who, text, plural))

    # ---------------------------------------------------------------- sources

    def resolve(self, source: Source) -> Found:
        """Whom the words of `source` stand for."""
        head = source.head
        if source.is_pronoun:
            return self._pronoun(source)
        named = self._named(head)
        if (named is None or named.kind == "unnamed") and communication_nouns().get(head.lemma_.lower()):
            author = self._author(source)
            if author is not None:
                return author
        if named is not None:
            how: How = "named" if self._is_name(head) else "nominal"
            return Found(((Who(named.name, named), 0.95 if how == "named" else 0.85),), how, source)
        name = self.describe(source)
        proper = head.pos_ == "PROPN"
        return Found(((Who(name, None), 0.85),), "named" if proper else "nominal", source)

    def _author(self, source: Source) -> Found | None:
        """Whose a document is that speaks: "her statement said", "a letter signed by Ann Smith says"."""
        for child in source.head.children:
            if child.dep_ == "poss":
                owner = self.resolve(self.reading.phrase(child))
                return Found(owner.ranked, "nominal", source) if owner.ranked else None
        end = self.reading.sentence(source.span.start).end
        for word in self.reading.outside_words(Span(source.span.start, min(end, source.span.end + 60))):
            if word.lower_ in ("by", "from") and word.i > source.head.i:
                for child in word.children:
                    entity = self.entities.at(Span(child.idx, child.idx + len(child)))
                    if child.dep_ == "pobj" and entity is not None and entity.kind != "unnamed":
                        return Found(((Who(entity.name, entity), 0.8),), "nominal", source)
            if word.pos_ == "VERB" and word.i > source.head.i and word.dep_ != "acl":
                break
        return None

    def describe(self, source: Source) -> str:
        """The description that stands for a source without a name, without its article."""
        words = " ".join(self.reading.text[source.span.start : source.span.end].split())
        return _ARTICLE.sub("", words) or words

    def _is_name(self, head: Token) -> bool:
        return head.pos_ == "PROPN" or head.ent_type_ in ("PERSON", "ORG")

    def _named(self, head: Token) -> Entity | None:
        entities = self.entities
        found = entities.at(Span(head.idx, head.idx + len(head)))
        if found is not None and found.kind != "unnamed":
            return found
        for child in head.children:
            # "the mayor, Ann Smith", "activist Luis Garcia": the name beside the description
            if child.dep_ in ("appos", "flat") and child.pos_ == "PROPN" and self.reading.outside(child):
                beside = entities.at(Span(child.idx, child.idx + len(child)))
                if beside is not None and beside.kind == "person":
                    return beside
        return found

    # --------------------------------------------------------------- pronouns

    def _pronoun(self, source: Source) -> Found:
        word = source.head.lower_
        at = source.span.start
        if word == "its":
            return Found(_ranked(self._salience(at, None, True, source)), "pronoun", source)
        if word not in _HE | _SHE | _THEY:
            entity = self.entities.at(source.span)
            name = entity.name if entity else self.reading.text[source.span.start : source.span.end]
            return Found(((Who(name, entity), 0.7 if entity else 0.5),), "pronoun", source)
        scores = self._salience(at, "m" if word in _HE else "f" if word in _SHE else None, word in _THEY, source)
        return Found(_ranked(scores), "pronoun", source)

    def _salience(self, at: int, gender: str | None, plural: bool, source: Source | None) -> list[tuple[float, Who]]:
        document = self.reading.document
        sentence, paragraph = document.sentence_at(at), document.paragraph_at(at)
        general = self.entities.at(source.span) if source is not None else None
        recent = self._recent(paragraph)
        told = self._told(source.head) if source is not None else set()
        aside = source is not None and self._aside(at)
        pools = [self.entities.organisations if plural else self.entities.people, self.entities.unnamed]
        scores: list[tuple[float, Who]] = []
        for pool in pools:
            for entity in pool:
                if gender and entity.gender and entity.gender != gender:
                    continue
                if entity.kind == "unnamed" and entity.plural != plural:
                    continue
                if id(entity) in told:
                    continue
                score = self._weight(entity, at, sentence, aside)
                score += recent.get(id(entity), 0.0)
                if entity is general:
                    score += 1.2
                if score <= -3.5:
                    continue
                if gender and entity.gender is None:
                    score -= 0.4
                scores.append((score, Who(entity.name, entity)))
        for turn in reversed(self.turns[-3:]):
            if turn.who.entity is None and paragraph - turn.paragraph <= 1 and turn.plural == plural:
                scores.append((recent.get(-1, 0.0) - 1.5, turn.who))
                break
        scores.sort(key=lambda row: -row[0])
        return scores

    def _recent(self, paragraph: int) -> dict[int, float]:
        """A bonus for those who spoke last."""
        bonus: dict[int, float] = {}
        for place, turn in enumerate(reversed(self.turns[-4:])):
            distance = paragraph - turn.paragraph
            if distance > 3:
                break
            worth = (2.0 if place == 0 else 0.8) - 0.5 * distance
            key = id(turn.who.entity) if turn.who.entity else -1
            bonus.setdefault(key, max(worth, 0.0))
        return bonus

    def _told(self, head: Token) -> set[int]:
        """Those who are told, and so do not speak: objects of the verb whose subject `head` is."""
        told: set[int] = set()
        if head.dep_ == "nsubj":
            for child in head.head.children:
                if child.dep_ in ("dobj", "dative") and self.reading.outside(child):
                    entity = self.entities.at(Span(child.idx, child.idx + len(child)))
                    if entity is not None:
                        told.add(id(entity))
        return told

    def _aside(self, at: int) -> bool:
        """Whether the words at `at` come after what is said, so that whom that names is not who says it."""
        before = self.reading.text[max(0, at - 3) : at].rstrip()
        return before[-1:] in ",”\"’'»?!—–" if before else False

    def _weight(self, entity: Entity, at: int, sentence: int, aside: bool) -> float:
        """How present somebody is at `at`, by the last mention before it and how often there were any."""
        starts = self._places.get(id(entity))
        if starts is None:
            starts = self._places[id(entity)] = [m.span.start for m in entity.mentions]
        count = bisect_left(starts, at)
        best = -9.0
        for mention in reversed(entity.mentions[max(0, count - 4) : count]):
            distance = sentence - mention.sentence
            worth = -0.5 * distance
            if aside and not distance:
                worth -= 1.5
            token = self._head(mention.span)
            if token is not None:
                if not self.reading.outside(token):
                    worth -= 1.5
                elif token.dep_ in ("nsubj", "nsubjpass"):
                    worth += 0.8
                elif token.dep_ in ("poss", "compound", "pobj"):
                    worth -= 0.3
            best = max(best, worth)
        return best + min(0.6, 0.08 * count) if count else -9.0

    def _head(self, span: Span) -> Token | None:
        """The head word of a mention."""
        words = self.reading.words(span)
        for word in words:
            if not span.start <= word.head.idx < span.end or word.head.i == word.i:
                return word
        return words[-1] if words else None

    # --------------------------------------------------------------- floating

    def carried(self, at: int) -> Found:
        """Who speaks at `at` where no words there say so: by the turns before, and whom the text is about."""
        document = self.reading.document
        paragraph, sentence = document.paragraph_at(at), document.sentence_at(at)
        scores: list[tuple[float, Who]] = self._salience(at, None, False, None)
        bonus: dict[int, float] = {}
        known = {id(who.entity) for _, who in scores if who.entity}
        for place, turn in enumerate(reversed(self.turns[-5:])):
            distance = paragraph - turn.paragraph
            if distance > 4:
                break
            worth = (3.0 if place == 0 else 1.0) - 0.7 * distance
            if place == 0 and distance == 0:
                worth += 1.5
            key = id(turn.who.entity) if turn.who.entity else id(turn.who)
            bonus[key] = max(bonus.get(key, 0.0), worth)
            if turn.who.entity is None or id(turn.who.entity) not in known:
                known.add(id(turn.who.entity) if turn.who.entity else -1)
                scores.append((worth - 0.5 * (sentence - turn.sentence), turn.who))
        scores = [(score + bonus.get(id(who.entity), 0.0), who) for score, who in scores]
        scores.sort(key=lambda row: -row[0])
        return Found(_ranked(scores), "carried", None)


def _ranked(scores: list[tuple[float, Who]]) -> tuple[tuple[Who, float], ...]:
    """Scores, best first, turned into confidences: a softmax over what was found and an unknown somebody."""
    best = scores[:5]
    if not best:
        return ()
    from math import exp

    weights = [exp(1.1 * score) for score, _ in best]
    total = sum(weights) + exp(1.1 * -1.5)
    return tuple((who, weight / total) for (_, who), weight in zip(best, weights, strict=True))
