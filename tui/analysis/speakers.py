"""From the words that stand for a speaker to the person, organisation or unnamed source."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.address import words_said
from tui.analysis.clause_names import name_over_clause
from tui.analysis.documents import RUNNING, Documents
from tui.analysis.edges import HONOURS
from tui.analysis.floating import carried_on
from tui.analysis.genders import gender_of
from tui.analysis.its_author import spoken_of
from tui.analysis.kin import relations, relative_of
from tui.analysis.known_by import known_by
from tui.analysis.lexicon import words as word_list
from tui.analysis.lone_names import with_lone_name
from tui.analysis.members import body_of, owned_name
from tui.analysis.named_next import named_behind, speaks_first
from tui.analysis.names_behind import name_behind, name_beside, name_within
from tui.analysis.one_of import one_of
from tui.analysis.pairs import many_before, names_joined, pair_before
from tui.analysis.ranking import PAIR, Ranked, Who, headed
from tui.analysis.reading import Source, communicates, communication_nouns, is_age, is_body, is_one
from tui.analysis.scene import actor_before
from tui.analysis.sole_bearer import sole_bearer
from tui.analysis.substitutes import player_called
from tui.analysis.turns import Turns
from tui.analysis.voices import whole
from tui.analysis.writers import speaks_within, writers
from tui.analysis.writers_before import writer_before
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading
    from tui.domain.findings import How

_ARTICLE = re.compile(
    r"^(?:(?:the|a|an|one(?! of\b)|another|some|this|that)\s+(?=\S)|(?:yesterday|today|tonight)\s+(?-i:(?=[A-Z])))",
    re.IGNORECASE,
)
_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_BUSINESSES = (
    "utility", "airline", "carrier", "retailer", "supermarket", "chain", "manufacturer", "carmaker", "developer",
    "insurer", "lender", "broadcaster", "publisher", "supplier", "brewer",
)  # fmt: skip
_BARE_BODY = re.compile(
    r"[Tt]he (?:department|agency|ministry|commission|authority|bureau|regulator|watchdog|board|union|society|company"
    r"|firm|group|organi[sz]ation|charity|association|institute|council|committee|foundation|network|"
    rf"{'|'.join(_BUSINESSES)})"
)
_PARENT = re.compile(r"[Tt]he (?:proud )?(?:mum|mom|mother|dad|father|grand(?:mother|father)|parent)[- ]of[- ]\w+")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
_OF_DOCUMENTS = RUNNING | frozenset(["read", "say", "state"])
"""What a document called "it" does with its words."""
_REPLIES = frozenset(["reply", "answer", "response", "retort", "rejoinder", "voice", "shout", "cry"])
"""What comes from somebody whom the text does not name."""
_NOT_TOLD = 0.4
"""What is left of the confidence in whoever may have spoken there."""
_BODY_REACH = 4
"""Sentences back that a body counts as named."""
_NEXT = 0.75
"""The same of whom the sentence behind a quote is, where nobody is named before it."""
_SEVERAL = frozenset(["they", "them", "their", "it", "its"])
"""Pronouns that stand for bodies and groups."""


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker as far as it is known."""

    ranked: Ranked
    """Candidates with confidence from 0 to 1, likeliest first."""
    how: How
    """By name, pronoun, description, or carried over."""
    source: Source | None
    """The words that stand for the speaker, if there are any."""


class Speakers:
    """Resolves speakers in the order of the text."""

    def __init__(self, reading: Reading, entities: Entities) -> None:
        """Of one document."""
        self.reading = reading
        self.entities = entities
        self._documents = Documents(reading)
        self.turns = Turns(reading, entities, self._who)
        self._bearers = Counter(word for person in entities.people for word in set(person.name.split()))
        self._bodies: dict[str, list[Entity]] = {}
        for body in entities.organisations:
            self._bodies.setdefault(body.name.partition(" ")[0], []).append(body)
        self._relatives = cache(lambda: relations(reading, entities))
        self._introduced: dict[int, Entity] = {}
        """Who somebody without a name is whose name has stood beside the description: "the coroner, Ann Lee, said"."""

    def resolve(self, source: Source) -> Found:
        """Whom the words of `source` stand for."""
        source = whole(self.reading, source)
        if source.head.lower_ in _REPLIES and source.head.head.lemma_ == "come":
            # “Did it?” came the reply: somebody's, and nobody says whose
            last = self.turns.all[-1].who if self.turns.all else None
            others = [row for row in carried_on(self.turns, source.span.start) if row[0] != last]
            return Found(tuple((who, confidence * _NOT_TOLD) for who, confidence in others), "carried", None)
        if source.is_pronoun:
            return self._pronoun(source)
        plain = self._entity(source.head)
        named = self._named(source.head)
        if (named is None or named.kind == "unnamed") and communicates(source.head):
            author = self._author(source)
            if author is not None:
                return author
        if named is None or named.kind == "unnamed":
            named = name_within(self.reading, source, self._entity) or named
        if named is None or named.kind == "unnamed":
            named = name_beside(self.reading, source, self._entity) or named
        elif named.kind == "organisation" and source.head.pos_ == "NOUN":
            named = self._last_body(self._not_only_quoted(named, source), source)
        elif named.kind == "organisation":
            named = owned_name(self.reading, source, self._entity) or named
        if plain is not None and plain.kind == "unnamed" and not plain.plural and named is not None:
            if named.kind == "person":
                self._introduced[id(plain)] = named
            else:
                named = self._introduced.get(id(plain), named)
        if named is None and is_age(source.head):
            aged = self._aged(source)
            if aged is not None:
                return aged
        if _PARENT.fullmatch(self.reading.document.slice(source.span)):
            return self._parent(source)
        if named is None or named.kind == "unnamed":
            behind = name_behind(self.reading, source, self.entities)
            if behind is not None:
                return Found(((Who(behind[1].name, behind[1]), 0.95),), "named", behind[0])
            members = body_of(self.reading, source, self.entities, self.turns.all)
            if members is not None:
                return Found(((Who(*members), 0.85),), "nominal", source)
            itself = named is not None and (bool(named.one_of) or named.apart)
            known = known_by(self.reading, source, named, self.entities) if not itself else None
            if known is not None:
                return Found(((Who(known.name, known), 0.8),), "nominal", source)
            person = name_over_clause(self.reading, source, self._entity)
            person = person or relative_of(self.reading, source, self.entities, self.turns.all, self._relatives)
            person = person or player_called(self.reading, source, self.entities)
            if person is None and not itself:
                person = sole_bearer(self.reading, source, named, self.entities, self.turns.all)
            if person is not None:
                return Found(((Who(person.name, person), 0.85),), "nominal", source)
            of_it = spoken_of(self.reading, source, self.entities)
            if of_it is not None:
                return Found(((Who(*of_it), 0.85),), "nominal", source)
            among = one_of(self.reading, source)
            if among is not None:
                return Found(((Who(among, None), 0.85),), "nominal", source)
            again = self._body_again(source)
            if again is not None:
                return again
        proper = source.head.pos_ == "PROPN" or source.head.ent_type_ in ("PERSON", "ORG")
        several = self._together(source) if named is not None and named.kind != "unnamed" else None
        if several is None and named is not None and named.kind == "organisation" and self._with_others(source):
            several = self.describe(source)
        if several is not None:
            return Found(((Who(several, None), 0.9),), "named", source)
        if named is not None:
            return Found(
                ((Who(named.name, named), 0.95 if proper else 0.85),), "named" if proper else "nominal", source
            )
        return Found(((Who(self.describe(source), None), 0.85),), "named" if proper else "nominal", source)

    def carried(self, at: int, asks: bool = False) -> Found:
        """Who speaks at `at` where no words there say so; `asks`: the quote is a question."""
        ranking = carried_on(self.turns, at, asks)
        first = speaks_first(self.reading, at, self.entities) if not ranking else None
        return Found(ranking if first is None else ((Who(first.name, first), _NEXT),), "carried", None)

    def describe(self, source: Source) -> str:
        """The description that stands for a source without a name, without its article."""
        words = " ".join(self.reading.text[source.span.start : source.span.end].split())
        return _ARTICLE.sub("", words) or words

    def _who(self, head: Token) -> Who | None:
        """Who a subject in the reporter's own words is."""
        named = self._named(head)
        if named is not None:
            if named.kind != "organisation":
                return Who(named.name, named)
            return Who(named.name, None) if is_one(head) else None  # "one of them, Ann Lee, thinks" is no body
        if not self.reading.is_person(head) or (head.pos_ in ("PRON", "PROPN") and head.lower_ != "another"):
            return None
        phrase = self.reading.phrase(head)
        beside = name_beside(self.reading, phrase, self._entity)  # "the coroner, Ann Lee,"
        person = beside is not None and beside.kind == "person"
        return Who(beside.name, beside) if beside and person else Who(self.describe(phrase), None)

    def _pronoun(self, source: Source) -> Found:
        word = source.head.lower_
        if word == "it" and source.head.head.lemma_ in _OF_DOCUMENTS:
            writer = self._documents.author(source.head)
            if writer is not None:
                return Found(self.resolve(writer).ranked, "pronoun", source)
            document = self._document_before(source)
            if document is not None:
                return document
        if word in _GENDER or word in _SEVERAL:
            ranking = self.turns.for_pronoun(source, _GENDER.get(word), word in _SEVERAL)
            if word == "it" and not ranking:
                body = self._document_before(source, of_body=True)
                if body is not None:
                    return body
            if word == "they":
                ranking = self._pair_first(source, ranking)
            elif word in _GENDER:
                ranking = self._owner_first(source, ranking)
                first = None if ranking else named_behind(self.reading, source.span.end, self.entities, _GENDER[word])
                ranking = ranking if first is None else ((Who(first.name, first), PAIR),)
                ranking = with_lone_name(self.reading, source.head, self.entities, ranking)
            return Found(ranking, "pronoun", source)
        entity = self.entities.at(source.span)
        name = entity.name if entity else self.reading.text[source.span.start : source.span.end]
        return Found(((Who(name, entity), 0.7 if entity else 0.6),), "pronoun", source)

    def _together(self, source: Source) -> str | None:
        return names_joined(self.reading.words(source.span), self._entity)

    def _with_others(self, source: Source) -> bool:
        """Whether a body speaks together with others that have no name: "the Teachers' Union and parents said"."""
        joined = (child for child in source.head.rights if child.dep_ == "conj" and child.idx < source.span.end)
        others = (child for child in joined if child.tag_ == "NNS" and self.reading.can_speak(child))
        return any(self._entity(child) is None for child in others)

    def _pair_first(self, source: Source, ranking: Ranked) -> Ranked:
        """Who "they" may be, headed by the two people that the sentence before is about."""
        noun = many_before(self.reading, source.head)
        if noun is not None:
            entity = self._entity(noun)
            return headed(Who(entity.name if entity else self.describe(self.reading.phrase(noun)), entity), ranking)
        names = pair_before(self.reading, source.span.start, self._entity)
        return headed(Who(names, None), ranking) if names is not None else ranking

    def _owner_first(self, source: Source, ranking: Ranked) -> Ranked:
        """Who "he" may be, headed by whose address it is in which he speaks."""
        owner = speaks_within(self.reading, source.head)
        entity = self._named(owner) if owner is not None else None
        gender = _GENDER[source.head.lower_]
        if entity is None or entity.kind == "organisation" or entity.gender not in (None, gender):
            return ranking
        return headed(Who(entity.name, entity), ranking)

    def _document_before(self, source: Source, of_body: bool = False) -> Found | None:
        """The document that the sentence before was about: "The report blames the town. “…,” it said".

        `of_body`: or the body without a name: "The commission sat for a year. It called the fire “…”".
        """
        actor = actor_before(self.reading, source.span.start, 0)
        if actor is None or actor.owns:
            return None
        if not communication_nouns().get(actor.head.lemma_.lower()) and not (of_body and is_body(actor.head)):
            return None
        if actor.head.pos_ != "NOUN" or actor.head.tag_ != "NN":
            return None
        return Found(self.resolve(self.reading.phrase(actor.head)).ranked, "pronoun", source)

    def _named(self, head: Token) -> Entity | None:
        while head.text in HONOURS and head.i and self.reading.outside(head.nbor(-1)):
            head = head.nbor(-1)  # "Helen Marsh QC"
        found = self._entity(head)
        if found is not None and found.kind == "person":
            found = self._body_of(found) or found
        if found is not None and found.kind != "unnamed" and head.pos_ == "PROPN":
            return found
        for child in head.children:
            # "the mayor, Ann Smith", "activist Luis Garcia": the name beside the description
            if child.dep_ in ("appos", "flat") and child.pos_ == "PROPN" and self.reading.outside(child):
                beside = self._entity(child)
                if beside is not None and (beside.kind == "person" or (child.dep_ == "appos" and found is None)):
                    return beside
            if child.dep_ == "appos" and child.pos_ == "NOUN" and self.reading.outside(child):
                told = self._entity(child)  # "her uncle, a dentist named Lee"
                if told is not None and told.kind == "person":
                    return told
        return found

    def _body_of(self, person: Entity) -> Entity | None:
        """The one organisation whose name begins with what was taken for a person's: "Halden" of "Halden Motors"."""
        if " " in person.name or person.gender is not None or person.roles:
            return None
        if self._bearers[person.name] > 1:
            return None
        found = self._bodies.get(person.name, [])
        return found[0] if len(found) == 1 and " " in found[0].name else None

    def _not_only_quoted(self, body: Entity, source: Source) -> Entity | None:
        """Who "the company" is where the body it was taken for is named in its quote alone: “We work with Orr”.

        Then it is the body that the reporter named last; so too where its quote says "we" and only does something with
        the body it names.
        """
        reading = self.reading
        said = words_said(reading, source.span.start)
        named = [m.span for m in body.mentions if m.kind == "name" and said is not None and said.contains(m.span)]
        if said is None or not named:
            return body
        roles = {word.dep_ for span in named for word in reading.words(span)[-1:]}
        partner = bool(_WE.search(reading.text, said.start, said.end)) and roles <= {"pobj", "dobj"}
        partner = partner and not any(
            reading.text[max(0, span.start - 3) : span.start].lower() == "at " for span in named
        )
        latest: tuple[int, Entity] | None = None
        sentence = reading.document.sentence_at(said.start)
        for other in self.entities.organisations:
            for mention in other.mentions:
                recent = mention.span.start < said.start and 0 <= sentence - mention.sentence <= _BODY_REACH
                if recent and reading.inside[reading.range(mention.span).start] < 0:
                    if other is body and (mention.kind != "name" or partner):
                        continue
                    if other is body:
                        return body
                    if latest is None or latest[0] < mention.span.start:
                        latest = mention.span.start, other
        return latest[1] if latest is not None else None

    def _last_body(self, body: Entity | None, source: Source) -> Entity | None:
        """The body that spoke last for a bare "the company" that is taken for one that has said nothing."""
        turns = self.turns.all
        last = turns[-1] if turns else None
        here = self.reading.document.paragraph_at(source.span.start)
        if body is None or last is None or here - last.paragraph > 1 or last.who.entity is None:
            return body
        spoke = last.who.entity.kind == "organisation" and not any(turn.who.entity is body for turn in turns)
        bare = _BARE_BODY.fullmatch(self.reading.document.slice(source.span)) is not None
        return last.who.entity if spoke and bare else body

    def _aged(self, source: Source) -> Found | None:
        """Who "the 43-year-old" is: the one person of that age, or the one the text is about just there."""
        head = source.head
        if head.i < 5 or head.nbor(-5).lower_ != "the":
            return None
        age, text = head.nbor(-4).text, self.reading.text
        of_age = re.compile(rf",? (?:who is |is |was )?{re.escape(age)}\b(?!-)")
        people = [
            person
            for person in self.entities.people
            if any(m.kind == "name" and of_age.match(text, m.span.end) for m in person.mentions)
        ]
        if len(people) == 1:
            return Found(((Who(people[0].name, people[0]), 0.9),), "nominal", source)
        ranking = carried_on(self.turns, source.span.start)
        return Found(ranking, "nominal", source) if ranking and ranking[0][1] >= 0.8 else None

    def _parent(self, source: Source) -> Found:
        """Who "the father-of-two" is: whoever the text is about just there, if that is sure, or the description."""
        ranking = carried_on(self.turns, source.span.start)
        who = ranking[0][0].entity if ranking and ranking[0][1] >= PAIR else None
        gender = gender_of(self.describe(source).partition("-")[0])
        if who is not None and who.kind == "person" and who.gender in (None, gender):
            return Found(ranking, "nominal", source)
        return Found(((Who(self.describe(source), None), 0.85),), "nominal", source)

    def _body_again(self, source: Source) -> Found | None:
        """The body that spoke last, for a bare "the department" that nothing else resolves."""
        last = self.turns.all[-1] if self.turns.all else None
        here = self.reading.document.paragraph_at(source.span.start)
        if (
            last is None
            or here - last.paragraph > 2
            or not _BARE_BODY.fullmatch(self.reading.document.slice(source.span))
        ):
            return None
        body = last.who.entity.kind == "organisation" if last.who.entity else last.who.name.isupper()
        if source.head.lower_ in _BUSINESSES and last.who.name.split()[-1] in word_list("organisation_heads"):
            return None  # "the airline" is no Pilots' Union
        return Found(((last.who, 0.85),), "nominal", source) if body else None

    def _author(self, source: Source) -> Found | None:
        """Whose a document is that speaks: "her statement said", "a letter signed by Ann Smith says"."""
        for writer in writers(self.reading, source):
            entity = self._named(writer.source.head)
            if entity is not None and entity.kind != "unnamed":
                return Found(((Who(entity.name, entity), 0.8),), "nominal", source)
            if writer.sure:
                owner = self.resolve(writer.source)
                return Found(owner.ranked, "nominal", source) if owner.ranked else None
        again = self._documents.author(source.head) or writer_before(self.reading, source)
        ranking = self.resolve(again).ranked if again is not None else ()
        return Found(ranking, "nominal", source) if ranking else None

    def _entity(self, token: Token) -> Entity | None:
        return self.entities.at(Span(token.idx, token.idx + len(token)))
