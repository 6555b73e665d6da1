"""The phrases that say what somebody is: nouns for people, and how far what they are "of" goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.words import Words

    IsNoun = Callable[[Words, int], bool]

HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss mx mx. dr dr. sir dame lord lady st. saint madam madame monsieur herr frau don doña "
    "señor señora hon. mister".split()
)
_DEALING = frozenset(
    "committee subcommittee commission council panel inquiry conference taskforce rapporteur expert adviser advisor "
    "authority spokesman spokeswoman spokesperson lecturer envoy specialist commentator counsel lead".split()
)
"""What is "on" something."""
LINKS = frozenset(["of", "to", "for", "at", "in", "on"])
STOPS = frozenset(["who", "which", "that", "whose", "whom", "where", "when", "as", "while", "but", "because", "after"])
_TIMES = frozenset("year years decade decades month months week weeks season seasons".split())
_NOT = frozenset(["no", "not", "never", "neither", "nor", "has", "had", "is", "was"])
_AGENTS = ("er", "or", "ist", "ian", "eer", "man", "woman")
_NO_AGENTS = frozenset(
    "number matter factor manner letter chapter answer former latter another cluster disaster master monster mixture "
    "picture shelter shoulder register reminder remainder offer buffer slaughter laughter murder disorder quarter "
    "counter barrier carrier frontier terror horror favor honor humor tenor error mirror tractor sector vector reactor "
    "order corner border center theater meter liter fiber computer printer".split()
)
"""Words that end like nouns for those who do something and are none."""
LONGEST = 16


def is_person_noun(words: Words, index: int) -> bool:
    """Whether a word is a noun for one person, by its own form or that of a title."""
    if words.pos[index] == "ADJ":
        return False  # "a major exhibition"
    if words.lower[index] == "seed":  # "fourth seed Ann Other", no seed of a plant
        return index > 0 and (words.tag[index - 1] in ("JJ", "CD") or words.lower[index - 1] in ("top", "number"))
    return words.lower[index] in lexicon.person_nouns() or (
        words.text[index] in lexicon.words("titles") and words.lower[index] not in HONORIFICS
    )


def is_agent_noun(words: Words, index: int) -> bool:
    """Whether a word is a noun for one person, or is formed like one: "a vegetable peeler", but no "number"."""
    if is_person_noun(words, index):
        return True
    lower = words.lower[index]
    formed = words.tag[index] == "NN" and len(lower) > 5 and lower.endswith(_AGENTS)
    return formed and lower not in _NO_AGENTS and lower not in lexicon.noun_kinds()


def is_body_noun(words: Words, index: int) -> bool:
    """Whether a word is a noun for an organisation."""
    return words.pos[index] == "NOUN" and words.lower[index] in lexicon.words("organisation_nouns")


def role_phrase(words: Words, first: int, sentence: int, is_noun: IsNoun) -> tuple[int, int] | None:
    """The noun phrase that begins at `first`, with what it is "of", where a noun of the kind asked for is its head."""
    size, head = len(words), -1
    index = first
    while index < size and words.sentence[index] == sentence and index - first < 9:
        if words.pos[index] in ("NOUN", "PROPN", "ADJ", "NUM") or words.text[index] in ("-", "’s", "'s", "&", "and"):
            if is_noun(words, index) and not _in_name(words, index):
                head = index
        elif words.pos[index] not in ("VERB",) or words.tag[index] not in ("VBG", "VBN"):
            break
        index += 1
    if head < 0:
        return None
    last = head + 1
    if last < index and words.text[last] not in ("and", "&"):
        return None  # "captain Smith's house": the phrase is about something else
    while last < size and words.sentence[last] == sentence and last - first < LONGEST:
        lower = words.lower[last]
        if words.text[last] == "," and (listed := list_end(words, last)):
            last = listed
            break
        if words.pos[last] in ("PUNCT", "AUX", "PRON") and not (lower == "-" and words.glued(last)):
            break
        if lower in STOPS or (words.pos[last] == "VERB" and words.tag[last] != "VBG"):
            break
        if lower in ("in", "on", "since", "during") and last + 1 < size and words.pos[last + 1] in ("NUM", "NOUN"):
            if lower != "on" or words.lower[last - 1] not in _DEALING:
                break
        if lower in ("in", "on", "from", "until", "by") and last + 1 < size and _is_calendar(words, last + 1):
            break
        if lower in ("and", "&") and words.entity_of.get(last + 1, (0, 0, ""))[2] == "PERSON":
            break  # "named X as minister and Y as judge"
        if lower == "since" or (lower in ("for", "of") and _is_duration(words, last + 1)):
            break
        if lower in ("and", "but", "or") and last + 1 < size and words.lower[last + 1] in _NOT:
            break
        last += 1
    while last > head + 1 and (
        words.pos[last - 1] in ("ADP", "CCONJ", "DET", "ADV", "VERB", "PART", "PUNCT")
        or words.lower[last - 1] in ("self", "co", "ex", "former")
    ):
        last -= 1
    return first, last


def _in_name(words: Words, index: int) -> bool:
    """Whether a word is a part of somebody's name behind its first: the "Shah" of "Karim Shah"."""
    begins, ends, kind = words.entity_of.get(index, (index, 0, ""))
    return kind == "PERSON" and index > begins and index == ends - 1


def list_end(words: Words, comma: int) -> int:
    """Where a list of what an office is for ends that goes on at a comma: "for housing, water and the arts"; 0 if none.

    Nothing with an article but "the" is taken, no person, no verb: those begin something new.
    """
    index, joined = comma, False
    if words.lower[comma - 2] not in LINKS and not (words.lower[comma - 2] == "the" or words.pos[comma - 2] == "ADJ"):
        if words.pos[comma - 2] != "NOUN":
            return 0
    while index + 1 < len(words) and words.sentence[index] == words.sentence[comma] and not joined:
        if words.text[index] == ",":
            index += 1
        if words.lower[index] in ("and", "&"):
            joined = True
            index += 1
        item = index + (words.lower[index] == "the" and joined)
        index = item
        while index < len(words) and _in_list(words, index):
            index += 1
        if index == item or index - item > 3:
            return 0
        if (
            not joined
            and words.text[index : index + 1] != [","]
            and words.lower[index : index + 1] not in (["and"], ["&"])
        ):
            return 0
    ended = index >= len(words) or words.pos[index] == "PUNCT" or words.sentence[index] != words.sentence[comma]
    return index if joined and ended else 0


def _in_list(words: Words, index: int) -> bool:
    """Whether a word can be what an office is for: a noun or adjective that stands for nobody."""
    if words.pos[index] not in ("NOUN", "ADJ", "PROPN") or is_person_noun(words, index):
        return False
    return words.entity_of.get(index, (0, 0, ""))[2] not in ("PERSON", "GPE", "NORP")


def list_start(words: Words, last: int) -> int:
    """The first word of what an office is for or at, which ends before `last`: "water" of "for water and the arts"."""
    index = last
    while index and words.sentence[index - 1] == words.sentence[last - 1] and last - index < LONGEST:
        before = index - 1
        named = words.entity_of.get(before, (0, 0, ""))[2]
        part = words.pos[before] in ("NOUN", "ADJ", "PROPN") and named not in ("PERSON", "NORP")
        joint = words.lower[before] in (",", "and", "&", "the", "of", "’s", "'s") or named == "ORG"
        if not part and not (joint and index < last and before):
            break
        index = before
    while index < last and words.pos[index] in ("PUNCT", "CCONJ", "DET", "ADP"):
        index += 1
    return index


def _is_calendar(words: Words, index: int) -> bool:
    """Whether a word is a day, a month or a year."""
    year = words.text[index].isdigit() and len(words.text[index]) == 4
    return year or words.lower[index] in CALENDAR or words.text[index] == "May"


def _is_duration(words: Words, first: int) -> bool:
    """Whether a stretch of time begins at a word: "22 years", "almost two decades", "more than a year"."""
    for index in range(first, min(first + 5, len(words))):
        if words.lower[index] in _TIMES:
            return index > first
        if words.pos[index] not in ("NUM", "ADJ", "ADV", "DET", "ADP", "SCONJ"):
            return False
    return False


def root_of(words: Words, first: int, last: int) -> int:
    """The word of a phrase whose head lies outside it."""
    for index in range(last - 1, first - 1, -1):
        if not first <= words.head[index] < last or words.head[index] == index:
            return index
    return last - 1
