"""Who is likeliest to be speaking: by turns of talk, and by who is being talked about.

References of names and pronouns come from the entities. At quotes more is known: whoever spoke last goes on speaking,
who is asked answers, and whom the sentence before is about speaks next. So a pronoun at a quote, and a quote with no
cue, are ranked by a salience of their own (after Lappin and Leass 1994) that adds the turns to recency, grammatical
role, number and gender. The weights were set by hand and are plain numbers, about one for each sentence of distance.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.address import SPOKEN_TO, introduced, speaks_as_one, spoken_to_or_of, words_said
from tui.analysis.brought_on import answers_to
from tui.analysis.centres import asked_of, in_passing, kept, led_up_to
from tui.analysis.genders import gender_of
from tui.analysis.ranking import Who, more, ranked, same_one
from tui.analysis.reading import is_body, is_teller
from tui.analysis.scene import actor_before, credit, is_byline, is_caption
from tui.analysis.takes_the_word import is_told_again, not_speaking
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.ranking import Ranked
    from tui.analysis.reading import Reading, Source
    from tui.domain.findings import Mention

_REACH = 9
"""Sentences back that a mention counts."""
_ACTOR_BEFORE_PRONOUN, _ACTOR_IN_PARAGRAPH, _ACTOR = 3.0, 4.0, 1.5
"""What it weighs that the sentence before is about somebody: before a pronoun; before a quote without words for its
speaker, in its paragraph or in the one before."""
_BREAKS_IN = 7.0
"""What it weighs that somebody cuts short who spoke until then."""
_ALONE = 1.0
"""What it weighs that somebody is the only one there whose gender is known to be a pronoun's."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody speaking at a place, in the reporter's words or their own."""

    at: int
    """Offset of the cue or the quote."""
    sentence: int
    """Index of its sentence."""
    paragraph: int
    """Index of its paragraph."""
    who: Who
    """The speaker."""
    text: str
    """The words that stood for the speaker."""
    plural: bool = False
    """Whether they are several."""
    person: bool = False
    """Whether they can be one person."""
    body: bool = False
    """Whether they are a body: "the panel"."""
    asks: bool = False
    """Whether it is a question put to somebody."""
    answers: bool = False
    """Whether it answers the turn before."""
    to: Entity | None = None
    """To whom a question is put."""


@dataclass
class Turns:
    """Ranks possible speakers at a place; remembers the turns of talk."""

    reading: Reading
    entities: Entities
    who: Callable[[Token], Who | None]
    """Who somebody is that a noun, a name or a pronoun of the reporter's stands for."""
    all: list[Turn] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list, repr=False)
    _rows: list[tuple[Entity, Mention, int]] = field(default_factory=list, repr=False)
    _captions: dict[int, Span | None] = field(default_factory=dict, repr=False)
    _bylines: set[int] = field(default_factory=set, repr=False)
    _depths: list[int] = field(default_factory=list, repr=False)
    _passing: set[int] = field(default_factory=set, repr=False)

    def __post_init__(self) -> None:
        """Put the mentions of everybody into one list, in the order of the text, each with its number."""
        depth = 0
        for sentence in self.reading.document.sentences:
            # a quote of five sentences is no distance: "he said" after it reaches back over it
            own = any(not word.is_punct for word in self.reading.outside_words(sentence.span))
            passing = own and in_passing(self.reading, sentence.span)
            depth += own and not passing
            if passing:
                self._passing.add(len(self._depths))
            self._depths.append(depth)
        rows = [(m.span.start, e, m, n) for e in self.entities.all() for n, m in enumerate(e.mentions)]
        rows.sort(key=lambda row: row[0])
        self._starts = [row[0] for row in rows]
        self._rows = [(entity, mention, number) for _, entity, mention, number in rows]
        document = self.reading.document
        numbers = range(len(document.paragraphs))
        # with the words that say whose the picture is
        self._captions = {n: credit(document, n) for n in numbers if is_caption(document, n)}
        self._bylines = {n for n in numbers if is_byline(document, n)}

    def remember(
        self,
        at: int,
        who: Who,
        text: str,
        source: Source | None,
        put: bool = False,
        asks: bool = False,
    ) -> None:
        """Note that `who`, for whom `source` stands, speaks at `at`.

        `put`: a cue says that it is a question put to somebody; `asks`: it ends in a question mark.
        """
        document = self.reading.document
        paragraph = document.paragraph_at(at)
        answers = self.asked(paragraph) is not None
        asked = self._told(source.head) if put and source else {}
        put = put or (asks and bool(self.all) and self.all[-1].answers)
        to = next(iter(asked.values()), None) or self.addressed(at)
        plural = source is not None and source.head.tag_ in ("NNS", "NNPS")
        person = source is not None and self.reading.is_person(source.head)
        body = source is not None and not plural and is_body(source.head) and not is_teller(source.head)
        self.all.append(
            Turn(at, document.sentence_at(at), paragraph, who, text, plural, person, body, put, answers, to)
        )

    # --------------------------------------------------------------- pronouns

    def for_pronoun(self, source: Source, gender: str | None, plural: bool) -> Ranked:
        """Whom a pronoun at a quote may stand for; `gender` "m" or "f" or None."""
        return ranked(self.present(source.span.start, gender, plural, source))

    def present(self, at: int, gender: str | None, plural: bool, source: Source | None) -> list[tuple[float, Who]]:
        paragraph = self.reading.document.paragraph_at(at)
        general = self.entities.at(source.span) if source is not None else None
        recent = self._recent(paragraph)
        told = self._told(source.head) if source is not None else {}
        asked = asked_of(self.reading, source.head) if source is not None else None
        weights = self._weights(at, source is not None and self._aside(at), asked)
        if general is not None and id(general) not in weights:
            weights[id(general)] = (general, -4.0)
        scores: list[tuple[float, Who]] = []
        it = source is not None and source.head.lower_ == "it"
        for key, (entity, weight) in weights.items():
            if (gender and entity.gender and entity.gender != gender) or key in told:
                continue
            if (entity.kind == "organisation") != plural and not (entity.kind == "unnamed" and entity.plural == plural):
                continue
            if entity.plural and (gender or (it and entity.kind == "unnamed")):
                continue
            score = weight + recent.get(key, 0.0) + (1.2 if entity is general and asked is None else 0.0)
            if score > -3.5:
                scores.append((score - (0.4 if gender and entity.gender is None else 0.0), Who(entity.name, entity)))
        alone = source is not None and source.head.lower_ == "they" and speaks_as_one(self.reading, at)
        if alone:  # “I was there,” they said: no body, and it may be one
            scores = [row for row in scores if row[1].entity is None or row[1].entity.kind != "organisation"]
        for turn in reversed(self.all[-3:]):
            fits = turn.person if gender else turn.body if it else turn.plural == plural or alone
            nobody = turn.who.entity is None or (alone and turn.who.entity.kind == "unnamed")
            if nobody and paragraph - turn.paragraph <= 1 and fits and self._may_be(turn.who, gender):
                key = id(turn.who.entity) if turn.who.entity else -1
                scores.append((recent.get(key, 0.0) - (0.0 if alone or it else 1.5), turn.who))
                break
        if it:
            scores = self._with_body(scores, at)
        if gender:
            sure = [n for n, (_, who) in enumerate(scores) if who.entity is not None and who.entity.gender == gender]
            if len(sure) == 1:  # nobody else whom "she" fits for certain
                scores[sure[0]] = (scores[sure[0]][0] + _ALONE, scores[sure[0]][1])
        if not plural:
            led = led_up_to(self.reading, source.head) if gender and source is not None else None
            who = self.who(led[0]) if led is not None else None
            if led is not None and who is not None and self._may_be(who, gender):
                scores = more(scores, who, led[1])
            else:
                scores = self._with_actor(scores, at, source.head if source is not None and gender else None, gender)
        silent = not_speaking(self.reading, at, source.head) if gender and source is not None else None
        if silent is not None and (other := self.who(silent)) is not None:
            scores = [row for row in scores if not same_one(row[1], other)]
        scores = self._less_addressed(scores, at)
        scores.sort(key=lambda row: -row[0])
        return scores

    def _with_body(self, scores: list[tuple[float, Who]], at: int) -> list[tuple[float, Who]]:
        """The scores with a bonus for the organisation of which the sentence before is, in the same paragraph."""
        actor = actor_before(self.reading, at, self.all[-1].at if self.all else 0)
        if actor is None or actor.owns or actor.paragraph != self.reading.document.paragraph_at(at):
            return scores
        entity = self.entities.at(Span(actor.head.idx, actor.head.idx + len(actor.head)))
        if entity is None or entity.kind != "organisation":
            return scores
        return more(scores, Who(entity.name, entity), _ACTOR_BEFORE_PRONOUN)

    def _may_be(self, who: Who, gender: str | None) -> bool:
        entity = who.entity
        if entity is None:
            return gender is None or gender_of(who.name) in (None, gender)  # "his daughter" is no "he"
        return gender is None or (entity.gender in (None, gender) and not entity.plural)

    def _with_actor(
        self, scores: list[tuple[float, Who]], at: int, pronoun: Token | None, gender: str | None
    ) -> list[tuple[float, Who]]:
        """The scores with a bonus for whom the last sentence of the reporter's own is about."""
        since = self.all[-1].at if self.all else 0
        actor = actor_before(self.reading, at, since)
        if actor is None or (actor.owns and not gender):
            return scores
        who = self.stands_for(actor.head)
        if who is None or not self._may_be(who, gender):
            return scores
        if actor.breaks_in:
            return more(scores, who, _BREAKS_IN)
        other = kept(self.reading, actor.head.head, pronoun) if pronoun is not None else None
        if other is not None:
            entity = self.entities.at(Span(other.idx, other.idx + len(other)))
            if entity is None or entity is who.entity:
                return scores
            return more(scores, Who(entity.name, entity), _ACTOR_BEFORE_PRONOUN)
        same = actor.paragraph == self.reading.document.paragraph_at(at)
        weak = (actor.owns and actor.head.pos_ == "PROPN") or not (gender or same)
        bonus = _ACTOR if weak else _ACTOR_BEFORE_PRONOUN if gender else _ACTOR_IN_PARAGRAPH
        if gender and self.all and not same_one(self.all[-1].who, who):
            bonus += 1.5 * (answers_to(self.reading, at, since) is not None)
            bonus += 0.5 * (who.entity is not None and who.entity.gender == gender)
        return more(scores, who, bonus)

    def stands_for(self, head: Token) -> Who | None:
        """Who a subject in the reporter's own words is, a pronoun as at the last quote."""
        last = self.all[-1] if self.all else None
        if last is not None and head.tag_ == "NN" and self.reading.phrase(head).span.start == last.at:
            return last.who  # "The sergeant told them so": whom that was taken for there
        return self._spoke(head) or (self.who(head) if not is_told_again(head) else None)

    def _spoke(self, pronoun: Token) -> Who | None:
        """Whom a pronoun was taken for at the last quote; None for other words."""
        last = self.all[-1] if self.all else None
        named = last is not None and last.who.entity is not None and last.who.entity.kind == "person"
        if last is None or not named or pronoun.tag_ != "PRP" or last.text.lower() != pronoun.lower_:
            return None
        stood = self.entities.at(Span(pronoun.idx, pronoun.idx + len(pronoun)))
        if stood is not None and stood is not last.who.entity:
            if any(m.kind == "name" and last.at < m.span.start < pronoun.idx for m in stood.mentions):
                return None  # somebody new has been brought in by name since
        return last.who if -2 <= last.sentence - self.reading.document.sentence_at(pronoun.idx) <= 1 else None

    def _less_addressed(self, scores: list[tuple[float, Who]], at: int) -> list[tuple[float, Who]]:
        """The scores, less for those to whom or of whom the quote at `at` speaks."""
        said = words_said(self.reading, at)
        if said is None:
            return scores
        first, last = bisect_left(self._starts, said.start), bisect_left(self._starts, said.end)
        mentions = [(entity, mention) for entity, mention, _ in self._rows[first:last]]
        against = spoken_to_or_of(
            self.reading, said, mentions, [who.entity for _, who in scores if who.entity is not None]
        )
        return [(score - against.get(id(who.entity), 0.0), who) for score, who in scores]

    def tells_of(self, who: Who, at: int) -> bool:
        """Whether the quote at `at` tells, by their name and as the subject of a sentence, of somebody."""
        said = words_said(self.reading, at)
        if said is None or who.entity is None or who.entity.kind != "person":
            return False
        first, last = bisect_left(self._starts, said.start), bisect_left(self._starts, said.end)
        for entity, mention, _ in self._rows[first:last]:
            head = self._head(mention.span) if entity is who.entity and mention.kind == "name" else None
            if head is not None and head.dep_ == "nsubj" and head.head.pos_ in ("VERB", "AUX"):
                return not introduced(self.reading.text, said, mention.span)
        return False

    def addressed(self, at: int) -> Entity | None:
        """To whom a quote at `at` is spoken, where it has their name or title for that: “And you know it, Ann.”"""
        said = words_said(self.reading, at)
        if said is None or not said.start <= at < said.end:
            return None
        first, last = bisect_left(self._starts, said.start), bisect_left(self._starts, said.end)
        mentions = [(entity, mention) for entity, mention, _ in self._rows[first:last]]
        present = [turn.who.entity for turn in self.all[-4:] if turn.who.entity is not None]
        against = spoken_to_or_of(self.reading, said, mentions, present)
        return next((e for e in [*present, *(e for e, _ in mentions)] if against.get(id(e)) == SPOKEN_TO), None)

    def _recent(self, paragraph: int) -> dict[int, float]:
        """A bonus for those who spoke last."""
        bonus: dict[int, float] = {}
        for place, turn in enumerate(reversed(self.all[-4:])):
            distance = paragraph - turn.paragraph
            if distance > 3:
                break
            worth = (2.0 if place == 0 else 0.8) - 0.5 * distance
            key = id(turn.who.entity) if turn.who.entity else -1
            bonus.setdefault(key, max(worth, 0.0))
        return bonus

    def _told(self, head: Token) -> dict[int, Entity]:
        """Those who are told, and so do not speak: objects of the verb whose subject `head` is."""
        told: dict[int, Entity] = {}
        if head.dep_ == "nsubj":
            for child in head.head.children:
                if child.dep_ in ("dobj", "dative") and self.reading.outside(child):
                    # "asked the keeper, Joe Platt": the name beside a description
                    named = next(
                        (name for name in child.rights if name.dep_ == "appos" and name.pos_ == "PROPN"), child
                    )
                    entity = self.entities.at(Span(named.idx, named.idx + len(named)))
                    if entity is not None:
                        told[id(entity)] = entity
        return told

    def _aside(self, at: int) -> bool:
        """Whether the words at `at` come after what is said, so that whom that names is not who says it."""
        before = self.reading.text[max(0, at - 3) : at].rstrip()
        return before[-1:] in ",”\"’'»?!—–" if before else False

    def _weights(self, at: int, aside: bool, asked: Span | None) -> dict[int, tuple[Entity, float]]:
        """How present everybody is at `at`, by their mentions in the sentences before it, and how many there were.

        `asked`: the words that say what somebody is asked about just there, which are not about who answers.
        """
        document = self.reading.document
        sentence = document.sentence_at(at)
        found: dict[int, tuple[Entity, float]] = {}
        for row in range(bisect_left(self._starts, at) - 1, -1, -1):
            entity, mention, number = self._rows[row]
            distance = self._depths[sentence] - self._depths[mention.sentence]
            if distance > _REACH:
                break
            worth = -0.5 * distance + min(0.6, 0.08 * (number + 1))
            paragraph = document.sentences[mention.sentence].paragraph
            if aside and not distance:
                worth -= 1.5
            if entity.kind == "unnamed" and document.paragraphs[paragraph].kind == "title":
                continue  # a headline says "Candidate" of who is named below it
            if paragraph in self._bylines or (asked is not None and asked.contains(mention.span)):
                continue
            taken_by = self._captions.get(paragraph)
            if taken_by is not None and taken_by.contains(mention.span):
                continue
            if paragraph in self._captions or mention.sentence in self._passing:
                worth -= 1.5
            token = self._head(mention.span)
            if token is not None:
                if not self.reading.outside(token):
                    worth -= 1.5
                elif token.dep_ in ("nsubj", "nsubjpass"):
                    worth += 0.8
                elif token.dep_ in ("poss", "compound", "pobj"):
                    worth -= 0.3
            if id(entity) not in found or worth > found[id(entity)][1]:
                found[id(entity)] = (entity, worth)
        return found

    def _head(self, span: Span) -> Token | None:
        """The head word of a mention."""
        words = self.reading.words(span)
        for word in words:
            if not span.start <= word.head.idx < span.end or word.head.i == word.i:
                return word
        return words[-1] if words else None

    def asked(self, paragraph: int, asks: bool = False) -> Who | None:
        """Whose words a quote opening this paragraph answers, or follows up after an answer; None if nobody's."""
        last = self.all[-1] if self.all else None
        if last is None or last.paragraph != paragraph - 1:
            return None
        return last.who if last.asks or (last.answers and asks) or self._waits(last) else None

    def _waits(self, last: Turn) -> bool:
        """Whether a paragraph ends with a question of one of two who talk by turns, so that the other answers next."""
        span = self.reading.document.paragraphs[last.paragraph].span
        if self.reading.text[span.start : span.end].rstrip()[-2:] not in ("?”", '?"', "?’", "?»"):
            return False
        before = [turn for turn in self.all[-8:] if turn.paragraph == last.paragraph - 1]
        own = all(same_one(turn.who, last.who) for turn in self.all[-4:] if turn.paragraph == last.paragraph)
        return own and bool(before) and all(not same_one(turn.who, last.who) for turn in before)
