"""Descriptions of people and organisations: "a senior administration official", "the official", "the company"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.origins import nations_in
from tui.analysis.salience import SAID

if TYPE_CHECKING:
    from tui.analysis.entities import Entity
    from tui.analysis.words import Words

_DEFINITE = frozenset(["the", "this", "that"])
_INDEFINITE = frozenset(["a", "an", "another", "one"])
_LEADERS = frozenset(
    "president premier minister chancellor king queen chairman chairwoman governor mayor chief secretary head".split()
)
NEW = frozenset(
    "spokesman spokeswoman spokesperson source official officer expert analyst witness resident neighbor neighbour "
    "lawyer attorney judge doctor researcher reporter journalist prosecutor worker man woman person member aide child "
    "owner driver victim suspect student teacher boy girl parent mother father adviser advisor moderator host critic "
    "friend colleague customer patient author critic".split()
)
"""Nouns that, with no such person before, bring in somebody new rather than stand for the one just talked about."""
_BY_TITLE = frozenset(["peer", "baroness", "knight", "substitute"])
"""Nouns of those whom a title before their name, or what they did, shows to be so."""
_PARTISANS = frozenset(["republican", "democrat", "conservative", "socialist", "tory", "liberal", "labourite"])
MANY = frozenset("dozen hundred thousand million few couple handful score lot bunch".split())
"""What makes several of "a": "a dozen analysts"."""
_PEOPLES = frozenset(word.lower() for word in lexicon.words("demonyms"))
_NATIVES = frozenset("dane swede finn pole turk scot spaniard briton serb croat slovak slovene czech greek".split())
_PLACES = frozenset(word.lower() for place in lexicon.words("places") for word in place.split())
TELLERS = frozenset("newspaper paper website magazine journal correspondent reporter writer columnist".split())
"""What "this" makes the one that tells the story."""
_GENERAL = frozenset("organisation organization group charity foundation association nonprofit non-profit".split())
_OTHERS = frozenset("rival other new another second third same local nearby neighbouring neighboring opposing".split())
"""What says that a description is of somebody else."""
_CENTRES = frozenset(["centre", "center"])
_RANKS = ("prime", "vice", "deputy", "former", "ex", "late", "acting", "interim")
_COMPANY = frozenset(
    "company firm business maker retailer manufacturer carmaker automaker giant operator chain".split()
)
_PUBLIC = frozenset(
    "ministry department party police court university college school government council committee parliament congress "
    "senate army agency union church administration authority commission".split()
)


_SAME = (
    _COMPANY
    | {"brewer", "publisher", "developer", "supplier", "airline", "automaker", "drugmaker", "insurer", "broker"},
    frozenset("band group duo trio quartet quintet outfit ensemble".split()),
    frozenset("club team side franchise".split()),
    frozenset("newspaper paper daily tabloid weekly magazine publication".split()),
    _GENERAL | {"non-governmental", "body"},
    frozenset("university college school institution academy".split()),
    frozenset("agency regulator watchdog authority body".split()),
)
"""Nouns for organisations that stand for one another: what is a manufacturer may go on as "the company"."""


@dataclass(eq=False, slots=True)
class Description:
    """A noun phrase for a person, people or an organisation, without a name."""

    first: int
    """Its first word, after the article."""
    last: int
    """One past its head."""
    head: int
    """The noun."""
    noun: str
    """The noun, lower case and singular."""
    definite: bool
    """Whether it points back ("the official")."""
    plural: bool
    """Whether it is of several people."""
    speaks: bool
    """Whether it is the subject of a verb of saying."""
    body: bool = False
    """Whether it is of an organisation."""
    said: frozenset[str] = frozenset()
    """Its words, lower case."""
    kinds: frozenset[str] = frozenset()
    """The nouns that qualify its own ("video" in "the video referee")."""
    peoples: frozenset[str] = frozenset()
    """The nations and parties in it, lower case."""
    places: frozenset[str] = frozenset()
    """The words of names of places in it, lower case ("florida" in "the Florida senator")."""
    nations: frozenset[int] = frozenset()
    """The nations in it, as `origins` numbers them."""
    plain: bool = False
    """Whether no name is part of it ("the security firm", not "the Oslo firm")."""


UNPLACED = 1.5
"""How well "the Florida senator" fits a senator of whom the text has not said where from."""


def singular(word: str) -> str:
    """The noun for one person that a plural is of; the word itself where it is none."""
    nouns = lexicon.person_nouns()
    for end, put in (("men", "man"), ("ies", "y"), ("es", ""), ("s", ""), ("ves", "fe")):
        if word.endswith(end) and word[: -len(end)] + put in nouns:
            return word[: -len(end)] + put
    return "person" if word == "people" else word


def find_descriptions(words: Words, covered: set[int]) -> list[Description]:
    """The descriptions outside of names: `covered` are the words inside names."""
    people, bodies = lexicon.person_nouns() | _PARTISANS, lexicon.words("organisation_nouns") | _CENTRES
    found = []
    for head, lower in enumerate(words.lower):
        if head in covered or words.pos[head] not in ("NOUN", "PROPN", "ADJ"):
            continue
        plural = words.tag[head] in ("NNS", "NNPS")
        noun = singular(lower) if plural else lower
        body = noun in bodies and noun not in people
        native = not body and noun not in people and lower in natives() and _is_a_native(words, head)
        if (noun not in people and not body and not native) or words.dep[head] in (
            "compound",
            "appos",
            "attr",
            "nmod",
            "amod",
        ):
            continue
        if head + 1 in covered and words.sentence[head + 1] == words.sentence[head]:
            continue  # a title of the name that follows
        if not body and _explained(words, head, covered):
            continue  # "the party leader, Ann Other,": she is who is meant
        if words.pos[head] == "ADJ" and noun not in _PARTISANS and not native:
            continue
        first = head
        while first and words.sentence[first - 1] == words.sentence[head] and head - first < 8:
            if words.pos[first - 1] in ("ADJ", "NOUN", "PROPN") or words.text[first - 1] == "-":
                first -= 1
            else:
                break
        before = words.lower[first - 1] if first and words.sentence[first - 1] == words.sentence[head] else ""
        if plural and before in ("a", "an") and head - first == 1 and words.tag[first] == "NN":
            first = head if words.lower[first] not in MANY else first  # "a move | analysts said would help"
        if before == "this" and noun in TELLERS:
            continue
        definite = before in _DEFINITE
        if definite and head + 1 < len(words) and words.lower[head + 1] in ("who", "whose", "that", "which", "of"):
            continue  # "the member who left": explained here, not known from before
        if (body and (plural or not definite)) or (not definite and not plural and before not in _INDEFINITE):
            continue
        speaks = words.dep[head] == "nsubj" and (words.lower[words.head[head]] in SAID or _goes_on(words, head))
        if plural and not speaks:
            continue
        plain = not native and all(text.islower() or text == "-" for text in words.text[first : head + 1])
        peoples = _PEOPLES.intersection(words.lower[first:head])
        kinds = frozenset(words.lower[i] for i in range(first, head) if words.pos[i] == "NOUN")
        said = frozenset(words.lower[first : head + 1])
        places = frozenset(words.lower[i] for i in range(first, head) if words.pos[i] == "PROPN") & _PLACES
        nations = frozenset[int]() if plain else nations_in(words.lower[first : head + 1])
        one = Description(first, head + 1, head, noun, definite, plural, speaks, body, said, kinds)
        one.peoples, one.places, one.nations, one.plain = peoples, places, nations, plain
        found.append(one)
    return found


@cache
def natives() -> frozenset[str]:
    """Nouns for somebody of a nation, lower case: "dane", "frenchman", "brazilian"."""
    words = {word.lower() for row in lexicon.rows("nations") for word in row if " " not in word}
    return frozenset(word for word in words if word in _NATIVES or word.endswith(("an", "woman")))


def _is_a_native(words: Words, head: int) -> bool:
    """Whether a noun for somebody of a nation is who says something: "the Dane said"."""
    one = words.tag[head] in ("NN", "NNP", "JJ") and words.dep[head] == "nsubj" and words.text[head][0].isupper()
    return one and words.lower[head - 1] == "the" and words.lower[words.head[head]] in SAID


def _goes_on(words: Words, subject: int) -> bool:
    """Whether somebody goes on speaking: "the former shepherd went on: “…”"."""
    verb = words.head[subject]
    goes = words.lower[verb] in ("went", "goes") and words.lower[verb + 1 : verb + 2] == ["on"]
    return goes and words.text[verb + 2 : verb + 3] in ([":"], [","], ["."], ["to"])


def _explained(words: Words, head: int, covered: set[int]) -> bool:
    """Whether a name between commas or before a full stop says who a description before it is of."""
    if words.text[head + 1 : head + 2] != [","] or head + 2 not in covered:
        return False
    last = head + 2
    while last in covered:
        last += 1
    closed = words.text[last : last + 1] in ([","], ["."]) and words.sentence[last] == words.sentence[head]
    return closed and words.dep[last - 1] == "appos"


def stands_alone(description: Description) -> bool:
    """Whether a definite description may stand for the person just talked about without a role that says so."""
    if not description.speaks or description.plural or description.noun in NEW | _BY_TITLE:
        return False
    return not description.body or description.noun in _COMPANY | _PUBLIC | _GENERAL


def may_be(description: Description, entity: Entity) -> bool:
    """Whether "the company" or "the organisation" may be a body that nothing in its name or roles speaks against."""
    if not description.plain or description.noun not in _COMPANY | _GENERAL - {"group", "maker", "chain", "giant"}:
        return False
    words = {american(word) for word in entity.name.lower().split()}
    return not (_PUBLIC & words) and (description.noun in _COMPANY or not entity.roles)


def outranks(description: Description, entity: Entity) -> bool:
    """Whether somebody has the role of a description in another rank: "the prime minister" is no other minister."""
    roles = [role.lower().split() for role in entity.roles]
    same = [role for role in roles if description.noun in role]
    return any((rank in role) != (rank in description.said) for role in same for rank in _RANKS)


def fits(description: Description, entity: Entity, brought_in: Description | None) -> float:
    """How well a definite description fits somebody known: 0 where it does not."""
    noun = description.noun
    if description.body:
        if description.peoples and not description.peoples.intersection(entity.name.lower().split()):
            return 0.0  # "the Canadian government" is not the Australian one
        roles = {word for role in entity.roles for word in role.lower().split()}
        about = roles | {american(word) for word in entity.name.lower().split()}
        if _OTHERS & description.said:
            return 0.0  # "the rival school"
        if american(noun) in about and description.kinds - about and not description.speaks:
            return 0.0  # "the nursery school" need not be the school named before
        if noun in roles:
            return 3.0
        if any(noun in same and roles & same for same in _SAME):
            return 2.5
        return _fits_body(noun, entity.name, description.speaks and description.plain)
    gender = lexicon.person_noun_genders().get(noun)
    if gender and entity.gender and gender != entity.gender:
        return 0.0
    if brought_in is not None:
        nations = brought_in.nations & description.nations
        foreign = bool(brought_in.nations and description.nations) and not nations
        return 3.0 if brought_in.noun == noun and not foreign else 0.0
    best = 0.0
    for role in entity.roles:
        words = role.lower().replace("-", " ").split()
        peoples = _PEOPLES.intersection(words)
        if peoples and description.peoples and not peoples & description.peoples:
            continue  # "the Democratic candidate" is not the Republican one
        links = [place for place, word in enumerate(words) if word in ("of", "for", "under", "at", "to", "in", "with")]
        own = words[: links[0]] if links else words
        if any((rank in own) != (rank in description.said) for rank in _RANKS):
            continue  # "the prime minister" is not the minister of education
        if noun in own:
            others = set(own[: own.index(noun)])
            places = _PLACES.intersection(words)
            if description.kinds and others and not description.kinds & others:
                continue
            if places and description.places and not places & description.places:
                continue  # "the Florida senator" is not the one from Texas
            best = max(best, UNPLACED if description.places and not places else 3.0)
        elif (noun == "leader" and _LEADERS.intersection(own)) or _may_be_called(description, own):
            best = max(best, 2.0)
    return best


def _may_be_called(description: Description, role: list[str]) -> bool:
    """Whether a noun is another word for who has a role: "the parliamentarian" for a "Green MP"."""
    if description.kinds or not description.speaks:
        return False
    return any(role[-len(called.split()) :] == called.split() for called in _callings().get(description.noun, ()))


@cache
def _callings() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in lexicon.rows("callings")}


def american(word: str) -> str:
    """A lower-case word as it is spelt in America: "the centre" may be the Wilson Center."""
    return {"centre": "center", "organisation": "organization", "defence": "defense", "theatre": "theater"}.get(
        word, word
    )


def _fits_body(noun: str, name: str, plain: bool) -> float:
    """How well a noun for an organisation fits the name of one; by its kind only where it is `plain` and speaks."""
    words = [american(word) for word in name.lower().split()]
    if american(noun) in words:
        return 3.0
    if not plain or noun in ("government", "team", "panel", "board", "newspaper", "network", "station", "office"):
        return 0.0
    public = bool(_PUBLIC.intersection(words))
    if noun in _COMPANY:
        return 0.0 if public else 2.0
    if noun == "agency":
        return 2.0 if {"department", "bureau", "administration", "service"}.intersection(words) else 1.0
    if noun in _PUBLIC:
        return 0.0
    return 1.5 if noun in _GENERAL else 0.0
