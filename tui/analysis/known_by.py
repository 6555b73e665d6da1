"""Whom a description stands for that no role explains: by their title, what they did, or how they stand there.

"The former judge said" two paragraphs below "Ann Lee, who left the bench": a person is taken only where the words
around the name speak for the description, and for nobody else's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_noun_genders, person_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading, Source
    from tui.domain.findings import Mention

_TITLES = {
    "dr": "doctor physician surgeon scientist", "prof": "professor academic scholar", "professor": "professor academic",
    "det": "detective investigator", "detective": "detective investigator", "const": "constable officer",
    "insp": "inspector officer", "sgt": "sergeant officer", "rev": "minister pastor reverend clergyman preacher",
    "fr": "priest", "sen": "senator lawmaker", "rep": "congressman congresswoman lawmaker", "capt": "captain",
    "lt": "lieutenant officer", "cpl": "corporal", "col": "colonel", "gen": "general", "cllr": "councillor",
    "coun": "councillor", "judge": "judge jurist", "justice": "judge justice", "coach": "coach", "chief": "chief",
    "mayor": "mayor", "rabbi": "rabbi", "imam": "imam", "supt": "superintendent", "lord": "peer", "baroness": "peer",
}  # fmt: skip
"""Who has a title that stands before a name."""
_PLACES_OF = {
    "judge": "bench court", "lawmaker": "legislature congress parliament assembly senate", "soldier": "army",
    "politician": "legislature congress parliament assembly senate politics", "sailor": "navy", "pilot": "cockpit",
    "minister": "cabinet", "officer": "force police army", "priest": "priesthood parish", "firefighter": "brigade",
    "player": "team", "journalist": "newspaper newsroom", "lawyer": "law", "actor": "stage", "actress": "stage",
    "doctor": "medicine", "nurse": "ward", "cop": "force police", "farmer": "farm", "miner": "pit mine",
}  # fmt: skip
"""Where people of a calling are, or what they practise."""
_WORKING = frozenset(
    "run lead head manage work teach coach command own serve direct operate captain quit leave join retire resign sell "
    "practise practice open close found start step spend cook write fly drive fish farm patrol preside".split()
)
"""What people do of which a description may speak."""
_LEAVING = frozenset("quit leave retire resign step sell close".split())
_FORMER = frozenset(["former", "retired", "ex", "onetime", "then"])
_MANNER = frozenset(
    "smiling grinning beaming tearful bearded lanky burly jovial affable feisty bespectacled exhausted exhilarated "
    "jubilant dejected weary ebullient chatty soft-spoken gravelly charismatic energetic excited proud".split()
)
"""How somebody stands there who is in view."""
_ENDS = ("master", "keeper", "woman", "man", "ist", "ian", "er", "or")
_REACH, _VIEW = 14, 4
"""Sentences back that somebody may have been named, and that they are in view."""


def known_by(reading: Reading, source: Source, found: Entity | None, entities: Entities) -> Entity | None:
    """The one person for whom "the former judge" stands; None where nothing, or too much, speaks for it.

    `found` is the description's own entity: where that was brought in before, it stands for itself.
    """
    head = source.head
    opening = reading.words(source.span)
    if head.tag_ not in ("NN", "NNP") or len(opening) < 2 or opening[0].lower_ != "the" or not reading.is_person(head):
        return None
    if opening[-1].i != head.i or (found is not None and any(m.span.start < opening[0].idx for m in found.mentions)):
        return None
    words = [word for word in opening[1:] if word.text != "-"]
    gender, noun = person_noun_genders().get(head.lower_), head.lower_
    near = [person for person in entities.people if not (gender and person.gender and person.gender != gender)]
    fitting = [
        person for person in near if any(_speaks_for(reading, m, words) for m in _named(reading, person, source))
    ]
    if len(fitting) == 1:
        return fitting[0]
    if fitting or not any(word.lower_ in _MANNER for word in words if word.lower_ != noun):
        return None
    seen = [person for person in entities.people if any(True for _ in _named(reading, person, source, _VIEW))]
    return seen[0] if len(seen) == 1 and seen[0] in near else None


def _named(reading: Reading, person: Entity, source: Source, reach: int = _REACH) -> Iterator[Mention]:
    """Where somebody is named in the reporter's own words not long before."""
    here = reading.document.sentence_at(source.span.start)
    for mention in person.mentions:
        near = mention.span.end <= source.span.start and here - mention.sentence <= reach
        if near and mention.kind == "name" and reading.inside[reading.range(mention.span).start] < 0:
            yield mention


def _speaks_for(reading: Reading, mention: Mention, words: list[Token]) -> bool:
    """Whether the title or the clause of a name says that a description is of who bears it."""
    first, noun = reading.range(mention.span).start, words[-1].lower_
    for index in range(first - 1, max(-1, first - 5), -1):  # "Det. Const. Ian Orr"
        title = reading.tokens[index]
        if not (title.is_title or title.text == "."):
            break
        if noun in _TITLES.get(title.lower_.rstrip("."), "").split():
            return True
    sentence = reading.document.sentences[mention.sentence].span
    said = [word for word in reading.outside_words(sentence) if word.idx >= mention.span.end]
    subject = reading.words(mention.span)[-1]
    if subject.dep_ not in ("nsubj", "nsubjpass") and not any(word.dep_ == "nsubj" for word in subject.subtree):
        return False
    deeds = [word for word in said if word.pos_ == "VERB" and word.lemma_.lower() in _WORKING and _by(word, subject)]
    if not deeds:
        return False
    former = any(word.lower_ in _FORMER for word in words)
    return any(_names(said, deed, words, former) for deed in deeds)


def _by(deed: Token, subject: Token) -> bool:
    """Whether somebody does a deed: they are its subject, or that of the clause it hangs on or belongs to."""
    for token in (deed, *list(deed.ancestors)[:3]):
        if token.i in (subject.head.i, subject.i):
            return not any(c.dep_ == "nsubj" and c.i != subject.i and c.lower_ != "who" for c in deed.lefts)
    return False


def _names(said: list[Token], deed: Token, words: list[Token], former: bool) -> bool:
    """Whether what somebody did is what a description calls them by: "retired from teaching", the retired teacher."""
    noun = words[-1].lower_
    roots = {word.lower_ for word in words[:-1] if word.pos_ in ("NOUN", "PROPN") and len(word) > 2}
    end = next((end for end in _ENDS if noun.endswith(end) and len(noun) - len(end) >= 4), None)
    stem = noun[: -len(end)] if end else noun
    places = _PLACES_OF.get(noun, "").split()
    if former and deed.lemma_.lower() not in _LEAVING and not any(w.lower_ in ("until", "retirement") for w in said):
        return False
    for word in said:
        if word.pos_ not in ("NOUN", "VERB", "PROPN") or not (word.i == deed.i or deed in word.ancestors):
            continue
        base = word.lemma_.lower()
        if base in person_nouns():
            continue  # "left with her lawyer": somebody else
        if base in roots if roots else base in places or (len(stem) > 3 and word.lower_.startswith(stem)):
            return True
    return False
