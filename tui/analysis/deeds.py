"""What whoever spoke did next, joined to what they said: "said the harbour was safe | and lifted the ban".

The parser joins the second verb to either of the first two. What is said of a thing does not lift bans, and a team
names nobody "her" eleven; where nothing tells whose deed it is, it is left with what was said.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.lexicon import rows, words
from tui.analysis.subjects import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_LINKS = frozenset(["and", "but", ",", "then"])
_RULES = frozenset("rule law act bill order ban contract treaty deal agreement plan pact ruling policy scheme".split())
"""What lifts, bans and imposes by itself."""
_LIFTED = frozenset(
    "ban curb curfew order warning restriction alert lockdown sanction suspension embargo freeze blockade siege".split()
)
_DECIDING = frozenset("decide choose agree resolve vow pledge promise".split())
_OBJECTS = frozenset(["dobj", "dative", "oprd"])
_ONES = frozenset(["his", "her"])
_GOING = frozenset("go drive ride fly walk return head".split())
_PLACES_LEFT = frozenset("room hall court courtroom stage building meeting house office chamber podium scene".split())


@cache
def _deeds() -> dict[str, bool]:
    """Verbs of what is done on purpose, and whether they need no object."""
    return {row[0]: len(row) > 1 for row in rows("deeds")}


def deed_of_speaker(reading: Reading, verb: Token, root: Token, stop: int) -> Token | None:
    """The verb, before the token `stop`, of what whoever says something did then; None where all may be said.

    `verb`: the one of saying, `root`: the one of what is said.
    """
    if verb.tag_ not in ("VBD", "VBN"):
        return None
    subject = _subject(root)
    if subject is None or subject.i < verb.i:
        return None
    for word in root.doc[root.i + 1 : stop]:
        if word.tag_ not in ("VBD", "VBN") or word.dep_ not in ("conj", "dep") or not reading.outside(word):
            continue
        if word.nbor(-1).lower_ not in _LINKS or not _joined_to(word, root, verb) or _subject(word) is not None:
            continue
        if any(left.dep_ in ("aux", "auxpass") for left in word.lefts) or _in_passive(word):
            continue
        if _is_speakers(reading, word, subject):
            return word
    return None


def _joined_to(word: Token, root: Token, verb: Token) -> bool:
    while word.dep_ in ("conj", "dep") and word.head.i < word.i:
        word = word.head
    return word.i in (root.i, verb.i)


def is_thing(reading: Reading, noun: Token) -> bool:
    """Whether a noun stands for no living being and for no body that acts."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or reading.can_speak(noun):
        return False
    return noun.lemma_.lower() not in words("beings")


def _in_passive(word: Token) -> bool:
    """Whether a participle may go on a passive, or take no object: "were stolen and driven home"."""
    if word.tag_ != "VBN":
        return False
    passive = any(left.dep_ == "auxpass" or left.lemma_ == "be" for left in word.head.lefts)
    return passive or word.head.lemma_ == "be" or not any(child.dep_ == "dobj" for child in word.rights)


def _subject(verb: Token) -> Token | None:
    return next((left for left in verb.lefts if left.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")), None)


def _is_speakers(reading: Reading, word: Token, subject: Token) -> bool:
    thing = is_thing(reading, subject)
    objects = [child for child in word.rights if child.dep_ in ("dobj", "dative")]
    base = lemma(word)
    if thing and base == "leave" and any(child.lemma_.lower() in _PLACES_LEFT for child in objects):
        return True
    if thing and base in _GOING and any(child.lower_ == "home" for child in word.rights):
        return True
    if base == "lift" and not any(child.lemma_.lower() in _LIFTED for child in objects):
        return False
    alone = _deeds().get(base)
    wants = next((child for child in word.rights if child.dep_ == "xcomp" and child.tag_ == "VB"), None)
    if thing and wants is not None and (base in _DECIDING or (base == "refuse" and lemma(wants) in _deeds())):
        return True
    if thing and alone is not None and subject.lemma_.lower() not in _RULES and (alone or objects):
        return True
    if subject.pos_ != "NOUN" or subject.ent_type_ or reading.is_person(subject):
        return False
    if any(before.pos_ in ("NOUN", "PROPN", "PRON") for before in word.doc[subject.i + 1 : word.i]):
        return False  # "the flood had hit the town and drowned its cows": its may be anybody's
    owners = {left.lower_ for c in word.rights if c.dep_ in _OBJECTS for left in c.lefts if left.dep_ == "poss"}
    return bool(owners & _ONES) or ("its" in owners and subject.tag_ == "NNS")
