"""Stretches that may be names: the model's entities with their edges put right, and what rules know for sure.

Where two overlap, the one with the greater weight stays: 2.0 is the model's own, more is a rule that is surer than it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.analysis import lexicon
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

Label = Literal["person", "organisation", "other"]

_LABELS: dict[str, Label] = {"PERSON": "person", "ORG": "organisation"}
_NAMELIKE = frozenset("PERSON ORG GPE LOC NORP FAC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE".split())
PARTICLES = frozenset(
    "van von der den de del della di da dos du la le al el bin ibn bint abu ben y ter ten af zu zum ul ur".split()
)
"""Small words inside names of people."""
_INSIDE = frozenset(["of", "the", "and", "for", "&", "in", "on", "at", "to", "de", "du", "des", "d'", "und", "e", "et"])
"""Lower-case words that the name of an organisation may hold."""
_NEVER_INSIDE = frozenset(["DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PUNCT", "NUM", "SYM", "PART", "INTJ"])
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar apr jul aug "
    "sept oct nov dec".split()
)
"""Days and months: capitalised, but no part of a name."""
SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
"""What stands after a surname."""
_PORTFOLIOS = frozenset(
    "State Defense Defence Energy Education Labor Labour Commerce Agriculture Transportation Transport Health Interior "
    "Justice Finance War Culture Tourism Information Foreign Home Affairs Exchequer Trade Industry".split()
)
_ACRONYM = re.compile(r"^[A-Z](?:[A-Z]|&(?=[A-Z])|-(?=[A-Z])){2,6}s?$")


@dataclass(eq=False, slots=True)
class Candidate:
    """A stretch of words that may be a name."""

    weight: float
    """How sure the sign is."""
    first: int
    """Its first word."""
    last: int
    """One past its last word."""
    label: Label
    """What it would be; "other" keeps the words from being anything else."""


def find_candidates(words: Words) -> list[Candidate]:
    """All candidates, overlaps and all."""
    shouting = _capitalised_sentences(words)
    found = _model_candidates(words)
    for first, last in _runs(words, shouting):
        found += _people_in_run(words, first, last)
        found += _organisations_in_run(words, first, last)
        found += _acronym(words, first, last)
    found += _known_forms(words)
    for new, old in renamed(words):
        found.append(Candidate(2.6, new, new + 1, "organisation"))
        found.append(Candidate(2.6, old, old + 1, "organisation"))
    found += _offices(words)
    return found


def strongest(found: list[Candidate]) -> list[Candidate]:
    """The strongest candidates, longer before shorter, without overlaps."""
    taken: set[int] = set()
    kept = []
    for c in sorted(found, key=lambda c: (-c.weight, c.first - c.last, c.first)):
        if not any(index in taken for index in range(c.first, c.last)):
            taken.update(range(c.first, c.last))
            kept.append(c)
    return kept


def is_capital(words: Words, index: int) -> bool:
    """Whether a word can be part of a name."""
    return words.text[index][0].isupper() and words.lower[index] not in CALENDAR


def _capitalised_sentences(words: Words) -> set[int]:
    """Sentences in which capitals say nothing: headlines in title case or in capitals."""
    long: dict[int, int] = defaultdict(int)
    upper: dict[int, int] = defaultdict(int)
    for index, text in enumerate(words.text):
        if len(text) > 3 and text[0].isalpha():
            long[words.sentence[index]] += 1
            upper[words.sentence[index]] += text[0].isupper()
    return {number for number, count in long.items() if count >= 4 and upper[number] >= 0.7 * count}


def _model_candidates(words: Words) -> list[Candidate]:
    found = []
    for first, last, kind in words.entities:
        if kind not in _NAMELIKE:
            continue
        label = _LABELS.get(kind, "other")
        for start, end in _pieces(words, first, last, kind):
            a, b = trim(words, start, end, label)
            if a >= b or not any(words.text[i][0].isupper() or words.text[i][0].isdigit() for i in range(a, b)):
                continue
            if label != "other" and _shouted(words, a, b):
                continue
            found.append(Candidate(2.0, a, b, label))
    return found


def _pieces(words: Words, first: int, last: int, kind: str) -> list[tuple[int, int]]:
    """A model entity cut where no name goes on: at the end of a sentence, at a word that names do not hold."""
    pieces = []
    start = first
    for index in range(first + 1, last):
        lower, text = words.lower[index], words.text[index]
        cut = words.sentence[index] != words.sentence[index - 1]
        if kind in ("PERSON", "ORG") and not cut and text.islower() and lower not in PARTICLES:
            if kind == "PERSON" or lower not in _INSIDE:
                cut = words.pos[index] in ("ADP", "CCONJ", "VERB", "AUX", "DET", "SCONJ", "ADV", "NOUN") and (
                    kind == "PERSON" or words.pos[index] != "NOUN"
                )
            elif lower == "the":
                cut = words.lower[index - 1] not in ("of", "for", "on", "in", "and", "to")
            elif lower == "to":
                cut = True
        if cut:
            pieces.append((start, index))
            start = index
    pieces.append((start, last))
    return pieces


def _shouted(words: Words, first: int, last: int) -> bool:
    """Whether a name is written in capitals like the words beside it, so that nothing can be told from them."""
    if not all(w.isupper() and len(w) > 1 for w in words.text[first:last]):
        return False
    for index in (first - 1, last):
        if 0 <= index < len(words) and words.sentence[index] == words.sentence[first]:
            text = words.text[index]
            if len(text) > 3 and text.isupper() and text.isalpha() and words.pos[index] not in ("PROPN",):
                return True
    return last - first == 1 and len(words.text[first]) > 6 and words.text[first].isalpha()


def trim(words: Words, first: int, last: int, label: Label) -> tuple[int, int]:
    """The edges of a name put right: no article, title, possessive or punctuation."""
    titles = lexicon.words("titles")
    while first < last:
        lower = words.lower[first]
        edge = words.pos[first] in ("DET", "PUNCT", "ADP") and lower not in PARTICLES
        edge = edge or lower in ("the", "a", "an", "and", "or", "'s", "’s", "of", "to")
        if label == "person" and last - first > 1:
            edge = edge or words.text[first] in titles or (words.text[first].islower() and lower not in PARTICLES)
        if not edge:
            break
        first += 1
    while last > first:
        lower, text = words.lower[last - 1], words.text[last - 1]
        edge = words.tag[last - 1] == "POS" or lower in ("'s", "’s", "'", "’", "and", "or", "of", "the", "&", "for")
        edge = edge or (words.pos[last - 1] == "PUNCT" and text != ")")
        edge = edge or (text == ")" and "(" not in words.text[first:last])
        edge = edge or (label == "person" and last - first > 1 and text[0].islower())
        if not edge:
            break
        last -= 1
    if "(" in words.text[first:last]:
        last = first + words.text[first:last].index("(")
    return first, last


def _runs(words: Words, shouting: set[int]) -> list[tuple[int, int]]:
    """Runs of capitalised words, with hyphens, ampersands and particles inside."""
    runs, index, size = [], 0, len(words)
    titles = lexicon.words("titles")
    while index < size:
        if (
            words.sentence[index] in shouting
            or not is_capital(words, index)
            or (words.pos[index] in _NEVER_INSIDE and words.text[index] not in titles)
        ):
            index += 1
            continue
        first, last = index, index + 1
        while last < size and words.sentence[last] == words.sentence[first]:
            step = _step(words, last)
            if not step:
                break
            last += step
        runs.append((first, last))
        index = last
    return runs


def _step(words: Words, last: int) -> int:
    """How many words a run of capitals goes on by at `last`; 0 where it ends."""
    size = len(words)
    if is_capital(words, last) and (words.pos[last] not in _NEVER_INSIDE or words.text[last] in SUFFIXES):
        return 1
    if last + 1 >= size or words.sentence[last + 1] != words.sentence[last]:
        return 0
    joined = is_hyphen(words.text[last]) and words.glued(last) and words.glued(last + 1)
    if joined and words.text[last + 1][0].isalpha():
        return 2
    if words.text[last] == "&" and is_capital(words, last + 1):
        return 2
    if words.text[last] in PARTICLES:
        ahead = last + 1
        while ahead < size and (words.text[ahead] in PARTICLES or is_hyphen(words.text[ahead])):
            ahead += 1
        if ahead < size and is_capital(words, ahead) and words.sentence[ahead] == words.sentence[last]:
            return ahead + 1 - last if ahead - last <= 4 else 0
    return 0


def _is_something_else(words: Words, last: int) -> bool:
    """Whether the last word of a run says that it is no person."""
    word = words.text[last - 1]
    lists = ("organisation_heads", "place_words", "other_words", "company_suffixes", "demonyms")
    return any(word in lexicon.words(name) for name in lists)


def _plain(word: str) -> bool:
    """Whether a word looks like a part of a person's name: no acronym."""
    return (word[0].isupper() and not word.isupper()) or len(word) <= 2 or word in PARTICLES


def _people_in_run(words: Words, first: int, last: int) -> list[Candidate]:
    """The person after a title, or behind a first name."""
    titles, names, places = lexicon.words("titles"), lexicon.words("first_names"), lexicon.words("places")
    for index in range(last - 1, first, -1):
        if words.text[index - 1] in titles:
            if words.text[index] in titles or _is_something_else(words, last):
                return []
            if last - index > 4 or words.text[index] in places:
                return []
            return [Candidate(3.0 if words.pos[index] == "PROPN" else 1.0, index, last, "person")]
    start = first
    if last - start >= 2 and words.text[start] in lexicon.words("demonyms"):
        start += 1
    plain = all(_plain(word) for word in words.text[start + 1 : last])
    if 2 <= last - start <= 5 and words.text[start] in names and plain and not _is_something_else(words, last):
        if words.text[start] not in places and words.text[last - 1] not in places:
            return [Candidate(1.6, start, last, "person")]
    return []


def _organisations_in_run(words: Words, first: int, last: int) -> list[Candidate]:
    """A run that ends with a head ("… Institute"), or that goes on with "of" ("Ministry of …")."""
    if words.text[last - 1] in lexicon.words("organisation_openers"):
        end = _after_of(words, last) if last + 1 < len(words) and words.lower[last] in ("of", "for") else 0
        if end:
            return [Candidate(3.0, first, end, "organisation")]
    ending = words.text[last - 1]
    if ending in lexicon.words("organisation_heads") or ending in lexicon.words("company_suffixes"):
        start = first + (words.text[first] == "The")
        if last - start >= 2:
            return [Candidate(2.5, start, last, "organisation")]
    return []


def _acronym(words: Words, first: int, last: int) -> list[Candidate]:
    """Capital letters that act like an organisation: they say, own, or follow a noun for one."""
    text = words.text[first]
    if last - first != 1 or not _ACRONYM.match(text) or text in lexicon.words("things"):
        return []
    after = words.lower[last] if last < len(words) else ""
    before = words.lower[first - 1] if first else ""
    acts = words.dep[first] in ("nsubj", "nsubjpass") or after in ("'s", "’s")
    return (
        [Candidate(1.2, first, last, "organisation")] if acts or before in lexicon.words("organisation_nouns") else []
    )


def _after_of(words: Words, of: int) -> int:
    """One past the last word of "of Foreign Affairs", "for the Protection of Birds"; 0 where no capital follows."""
    size, index, sentence = len(words), of + 1, words.sentence[of]
    if index < size and words.lower[index] in ("the", "a"):
        index += 1
    if index >= size or not is_capital(words, index) or words.sentence[index] != sentence:
        return 0
    last = index + 1
    openers, titles, places = (lexicon.words(name) for name in ("organisation_openers", "titles", "places"))
    while last < size and words.sentence[last] == sentence:
        if is_capital(words, last) and words.pos[last] not in _NEVER_INSIDE:
            last += 1
        elif (
            last + 1 < size
            and words.lower[last] in ("and", "&", "of", "-", "for")
            and is_capital(words, last + 1)
            and words.pos[last + 1] not in _NEVER_INSIDE
            and words.sentence[last + 1] == sentence
            and words.text[last + 1] not in openers
            and words.text[last + 1] not in titles
            and (words.lower[last] != "and" or words.text[last - 1] not in places)
        ):
            last += 2
        else:
            break
    return last


def _known_forms(words: Words) -> list[Candidate]:
    """Organisations of the list, and the abbreviations that are none."""
    found = []
    ambiguous = lexicon.words("common_words")
    for index, text in enumerate(words.text):
        for form in lexicon.organisations_by_first_word().get(text, ()):
            if tuple(words.text[index : index + len(form)]) == form:
                weight = 0.5 if len(form) == 1 and text in ambiguous else 2.2
                found.append(Candidate(weight, index, index + len(form), "organisation"))
        found += [
            Candidate(2.3, index, index + len(form), "other")
            for form in lexicon.things_by_first_word().get(text, ())
            if tuple(words.text[index : index + len(form)]) == form
        ]
    return found


def renamed(words: Words) -> list[tuple[int, int]]:
    """The last word of the new and the first of the old name in "X, formerly known as Twitter"."""
    found = []
    for index, lower in enumerate(words.lower):
        if lower not in ("formerly", "previously") or index < 2 or index + 3 >= len(words):
            continue
        old = index + 3 if words.lower[index + 1 : index + 3] in (["known", "as"], ["called", "the"]) else index + 1
        old += words.lower[old] == "the"
        if old >= len(words) or words.text[index - 1] not in (",", "("):
            continue
        if (words.text[old],) in lexicon.known_organisations() and is_capital(words, index - 2):
            found.append((index - 2, old))
    return found


def _offices(words: Words) -> list[Candidate]:
    """What an office is "of" is no organisation: "Secretary of State", "Minister of Defence"."""
    found = []
    for index in range(1, len(words) - 1):
        if words.lower[index] == "of" and words.text[index - 1] in ("Secretary", "Minister", "Chancellor"):
            last = index + 1
            while last < len(words) and is_capital(words, last) and words.text[last] in _PORTFOLIOS:
                last += 1
            if last > index + 1:
                found.append(Candidate(4.0, index + 1, last, "other"))
    return found
