"""What the text says people and organisations are: titles before the name, appositions, "X is the director of Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.apposed import apposed, led_up_to, who_is
from tui.analysis.edges import HONOURS, SUFFIXES, is_cut_title
from tui.analysis.role_phrases import (
    HONORIFICS,
    LINKS,
    STOPS,
    is_agent_noun,
    is_body_noun,
    is_person_noun,
    role_phrase,
    root_of,
)
from tui.analysis.words import is_hyphen, whole_from

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.entities import Entity
    from tui.analysis.role_phrases import IsNoun
    from tui.analysis.words import Words

_BE = frozenset(["is", "was", "became", "remains", "been", "be", "'s", "’s"])
_ANYBODY = frozenset("man woman boy girl person people lady gentleman guy men women male female figure one".split())
_MEASURES = frozenset(["metres", "metre", "meters", "meter", "m", "km", "miles", "mile", "kilometres", "yards"])
_SOMEBODY = frozenset(["man", "woman", "boy", "girl", "person", "men", "women"])
_APPOINTED = frozenset(
    "named appointed elected nominated chosen picked tapped selected confirmed hired installed reappointed promoted "
    "replaced succeeded elevated designated crowned inaugurated served serves serving reelected unveiled".split()
)
"""Verbs that give somebody an office or say that they have it, in the forms with one who has it."""
_APPOINTS = frozenset("name appoint elect nominate choose pick tap select confirm hire install promote".split())
_STANDING = frozenset(
    "managing acting commanding presiding founding visiting sitting incoming outgoing retired retiring leading ruling "
    "elected suspended defending reigning returning decorated accused "
    "convicted suspected alleged disgraced ousted exiled jailed deposed self-styled so-called".split()
)
"""Participles that belong to a role: "Managing Director", "retired butcher"."""
_OF_SEVERAL = frozenset(["Sens.", "Sens", "Reps.", "Reps", "Govs.", "Govs", "Justices", "Ministers", "Presidents"])


def add_roles(words: Words, entity: Entity, names: list[Name]) -> None:
    """Collect the roles that stand at the names of a person, most specific first, and the gender that they tell."""
    found = list(dict.fromkeys(role for name in names for role in role_spans(words, name)))
    _keep(words, entity, found)
    if entity.gender is None:
        entity.gender = _gender(words, names, found)


def role_spans(words: Words, name: Name) -> list[tuple[int, int]]:
    """The roles that stand at one name, each as its first word and one past its last."""
    found = (
        led_up_to(words, name) or _before(words, name),
        _after(words, name),
        apposed(words, name),
        who_is(words, name),
        _copula(words, name),
        _appointed(words, name),
    )
    return [role for role in found if role is not None]


def add_role(words: Words, entity: Entity, first: int, last: int) -> None:
    """Give an entity one more role, where none says the same."""
    said = in_full(phrase(words, first, last))
    if not any(said.lower() in known.lower() for known in entity.roles):
        entity.roles.append(said)


def described(words: Words, head: int) -> tuple[int, int]:
    """The noun at `head` with the adjectives and nouns before it."""
    first = head
    while first and words.sentence[first - 1] == words.sentence[head] and head - first < 6:
        if words.pos[first - 1] not in ("ADJ", "NOUN", "PROPN") and words.text[first - 1] != "-":
            break
        first -= 1
    while first < head and words.lower[first] in ("-", "year", "old"):
        first += 1  # "34-year-old teacher"
    return first, head + 1


def add_body_roles(words: Words, entity: Entity, names: list[Name]) -> None:
    """Collect what the text says an organisation is: "X, a maker of nets", "X is a bank"."""
    found: list[tuple[int, int]] = []
    for name in names:
        after = name.last + 1
        if after < len(words) and words.lower[after] in ("a", "an"):
            found += [role] if (role := _after(words, name, is_body_noun)) else []
        found += [role] if (role := _copula(words, name, is_body_noun)) else []
    _keep(words, entity, found)


def _keep(words: Words, entity: Entity, found: list[tuple[int, int]]) -> None:
    """Give an entity the roles found, the longest first, each once."""
    texts: dict[str, tuple[int, str]] = {}
    for first, last in found:
        text = in_full(phrase(words, whole_from(words, first), last))
        if not _says_little(text):
            texts.setdefault(text.lower(), (last - first, text))
    ordered = [text for _, text in sorted(texts.values(), key=lambda row: -row[0])]
    for text in ordered:
        if not any(text.lower() in longer.lower() for longer in entity.roles):
            entity.roles.append(text)


def _says_little(role: str) -> bool:
    """Whether a role says no more than that it is a person: "third man", "first Black woman"."""
    said = role.lower().split()
    link = next((index for index, word in enumerate(said) if index and word in LINKS), len(said))
    award = said[link : link + 1] == ["of"]  # "man of the match"
    return said[-1] in _ANYBODY or (said[link - 1] in _SOMEBODY and not award)


def phrase(words: Words, first: int, last: int) -> str:
    """Words joined as the text has them, with single spaces."""
    out = words.text[first]
    for index in range(first + 1, last):
        out += ("" if words.glued(index) else " ") + words.text[index]
    return out


def in_full(role: str) -> str:
    """A role with the abbreviated titles in it written out: "Lt. Gov." reads "Lieutenant Governor"."""
    full = lexicon.abbreviated_titles()
    return " ".join(full.get(word, word) for word in role.split(" "))


def _gender(words: Words, names: list[Name], roles: list[tuple[int, int]]) -> lexicon.Gender | None:
    titles, nouns, firsts = lexicon.genders("titles"), lexicon.person_noun_genders(), lexicon.genders("first_names")
    for name in names:
        if name.titled in titles:
            return titles[name.titled]
    for first, last in roles:
        for index in range(first, last):
            if words.lower[index] in nouns:
                return nouns[words.lower[index]]
            if words.lower[index] in LINKS:
                break
    inner = max((name.words for name in names), key=len)[1:]  # the "Al" of "Abir Al Basha" is nobody's first name
    opening = [(len(name.words) == 1, name.words[0]) for name in names if name.words[0] not in inner]
    return next((firsts[word] for _, word in sorted(opening, key=lambda row: row[0]) if word in firsts), None)


def _before(words: Words, name: Name) -> tuple[int, int] | None:
    """The role straight before a name: "U.S. Ambassador to Mexico", "activist and caravan organizer"."""
    sentence, last = words.sentence[name.first], name.first
    root = root_of(words, name.first, name.last)
    if words.dep[root] == "compound" and words.head[root] >= name.last and words.pos[words.head[root]] == "NOUN":
        return None  # "the artist Ann Other exhibition": the words before are about what follows
    while last and words.lower[last - 1] in HONORIFICS and words.lower[last - 2 : last - 1] != ["first"]:
        last -= 1
    first = last
    while first and words.sentence[first - 1] == sentence and last - first < 10:
        index = first - 1
        if not _within_role(words, index):
            break
        if first < last and words.lower[index] in LINKS and is_person_noun(words, last - 1):
            break  # "father of the painter Ann Other"
        if words.pos[index] == "NOUN" and words.text[index].islower() and words.text[first][0].isupper():
            if first < last and not is_person_noun(words, index):
                break  # "possible cuts Premier Ann Other could make"
        first = index
        begins, ends, kind = words.entity_of.get(index, (index, 0, ""))
        if kind == "ORG" and begins < index < ends <= last and last - begins < 10:
            first = begins + (words.lower[begins] == "the")  # "Bank of Canada governor"
    if words.lower[last - 1] in LINKS or words.lower[last - 1] in ("and", "'s", "’s"):
        return None  # "a spokeswoman for Ann Other"
    if words.text[first] in ("D", "R", "I") and is_hyphen(words.text[first + 1]):
        first += 3  # "…, D-Ohio. Minority Leader Ann Other"
    while first < last and words.text[first] in ("-", "&", "’s", "'s", "of", "to", "for", "and", "the"):
        first += 1
    return (first, last) if first < last and _is_role(words, first, last) else None


def _within_role(words: Words, index: int) -> bool:
    """Whether a word to the left still belongs to the role."""
    lower = words.lower[index]
    if words.text[index] == "-":
        return words.glued(index) and words.glued(index + 1)
    if words.text[index] == ".":
        return is_cut_title(words, index)  # "Sgt" and "."
    if lower in _STANDING and words.tag[index] in ("VBG", "VBN", "VBD", "JJ", "NNP", "NN"):
        return is_person_noun(words, index + 1) or words.pos[index + 1] in ("NOUN", "PROPN", "ADJ")
    if words.pos[index] in ("NOUN", "PROPN", "ADJ") or lower in ("&", "’s", "'s", "former", "acting", "late"):
        return True
    if words.pos[index] == "NUM" and words.lower[index + 1] in _MEASURES:
        return True  # "Olympic 400 metres champion"
    if index and lower in ("of", "to", "for", "and"):
        return is_person_noun(words, index - 1)
    if index and lower == "the":
        return words.lower[index - 1] in LINKS
    return words.text[index] in lexicon.words("titles")


def _is_role(words: Words, first: int, last: int) -> bool:
    """Whether a phrase has a noun for a person as its head."""
    if _OF_SEVERAL.intersection(words.text[max(first, last - 2) : last]):
        return False  # "Sens. Ann Other and Sam Other": a title of them all, which "the senator" does not point to
    if is_person_noun(words, last - 1) or (last - first > 1 and is_cut_title(words, last - 1)):
        return True
    return any(words.lower[index + 1] in LINKS and is_person_noun(words, index) for index in range(first, last - 1))


def _after(words: Words, name: Name, is_noun: IsNoun = is_person_noun) -> tuple[int, int] | None:
    """The apposition after a name and a comma: "director of the institute"; an age before it is passed over."""
    size, sentence = len(words), words.sentence[name.first]
    index = name.last
    if index >= size or words.text[index] not in (",", "(", "—", "–"):
        return None
    index += 1
    while index < size and words.text[index] in HONOURS | SUFFIXES | {","}:
        index += 1
    if index + 1 < size and words.lower[index] in lexicon.words("kinship") and words.lower[index + 1] not in LINKS:
        return None  # "Senator Other, wife win case": one more person, not what the first one is
    if index + 1 < size and words.text[index].isdigit() and words.text[index + 1] == ",":
        index += 2
    start = index
    if start >= size or words.lower[start] in STOPS:
        return None  # "X, whose mother, Y, …"
    while (
        index < size
        and (words.pos[index] in ("DET", "ADV") or words.tag[index] == "PRP$")
        and (words.sentence[index] == sentence)
    ):
        index += 1
    if is_noun is is_person_noun and words.lower[start] in ("a", "an"):
        is_noun = is_agent_noun
    return role_phrase(words, index, sentence, is_noun)


def _appointed(words: Words, name: Name) -> tuple[int, int] | None:
    """The office that a name is given: "named Ann Other as interior minister", "Other was appointed ambassador"."""
    sentence, size, index = words.sentence[name.first], len(words), name.last
    root = root_of(words, name.first, name.last)
    verb = words.head[root]
    if words.dep[root] in ("nsubj", "nsubjpass") and words.lower[verb] in _APPOINTED and verb >= name.last:
        passive = words.dep[root] == "nsubjpass"
        if not passive and not words.lower[verb].startswith("serv"):
            return None
        index = verb + 1
    elif words.dep[root] not in ("dobj", "conj", "nsubj", "oprd", "obj") or (
        words.dep[root] == "dobj" and words.lower[verb].rstrip("s") not in _APPOINTED | _APPOINTS
    ):
        return None
    if index < size and words.lower[index] == "as":
        index += 1
        if index < size and words.lower[index] in ("the", "its", "his", "her", "their"):
            index += 1
    elif words.dep[root] in ("conj", "nsubj", "oprd"):
        return None
    if index >= size or words.sentence[index] != sentence or words.pos[index] not in ("NOUN", "PROPN", "ADJ"):
        return None
    return role_phrase(words, index, sentence, is_person_noun)


def _copula(words: Words, name: Name, is_noun: IsNoun = is_person_noun) -> tuple[int, int] | None:
    """What a name "is": "X is a lawyer from Y"."""
    root = root_of(words, name.first, name.last)
    verb = words.head[root]
    if words.dep[root] != "nsubj" or words.lower[verb] not in _BE or verb < root:
        return None
    if words.lower[name.last : name.last + 2] == [",", "whose"]:
        return None  # "X, whose mother was a nurse"
    if words.marked[verb] >= 0:
        return None  # what somebody says of somebody is praise or blame more often than a role
    index = verb + 1
    while index < len(words) and words.pos[index] in ("ADV",) and words.head[index] == verb:
        index += 1
    if index >= len(words) or words.lower[index] not in ("a", "an", "the"):
        return None
    return role_phrase(words, index + 1, words.sentence[verb], is_noun)
