"""Stretches that may be names: the model's entities, and what rules know for sure.

Where two overlap, the one with the greater weight stays: 2.0 is the model's own, more is a rule that is surer than it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.bodies import organisations_in_run
from tui.analysis.edges import (
    HONOURS,
    NEVER_INSIDE,
    PARTICLES,
    PORTFOLIOS,
    SUFFIXES,
    Candidate,
    is_capital,
    is_title,
    model_candidates,
    trim,
)
from tui.analysis.nicknames import find_nicknamed
from tui.analysis.role_openers import opening_roles
from tui.analysis.surnames import is_family
from tui.analysis.unmarked import find_unmarked
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

SHIPS = frozenset("HMS HMAS HMCS HMNZS USS USNS USAT RMS SS MV MS MT INS ARA RV RRS USCGC SMS HNoMS HDMS HSwMS".split())
_NUMERAL = re.compile(r"^(?:X{0,2}(?:IX|IV|V?I{2,3}|VI|XI{1,3}))$")
_BYNAMES = frozenset(
    "Great Terrible Bald Younger Elder Conqueror Magnificent Wise Bold Fair Pious Short Lionheart Confessor Good Bad "
    "Cruel Impaler Fat Lame Blind Red Black Simple Stammerer Navigator Unready Baptist Apostle Evangelist Peaceful "
    "Lawgiver".split()
)
"""What follows "the" in the by-names of rulers and saints."""
_GOVERNING = frozenset(["Government", "Party", "Office", "Cabinet", "Treasury", "Opposition"])
"""What ends the names of bodies whose ministers are called by them: other words before "Minister" are portfolios."""
_ACRONYM = re.compile(r"^[A-Z](?:[A-Z]|&(?=[A-Z])|-(?=[A-Z])){2,6}s?$")


def find_candidates(words: Words, shouting: set[int]) -> list[Candidate]:
    """All candidates, overlaps and all; `shouting` are the sentences in which capitals say nothing."""
    found = model_candidates(words)
    found += find_nicknamed(words)
    runs = _runs(words, shouting)
    found += find_unmarked(words, runs)
    found += opening_roles(words, runs)
    for first, last in runs:
        found += _people_in_run(words, first, last)
        found += organisations_in_run(words, first, last)
        found += _acronym(words, first, last)
        found += _with_article(words, first, last)
    found += _known_forms(words)
    found += _party_tags(words)
    for new, old in renamed(words):
        found.append(Candidate(2.6, new, new + 1, "organisation"))
        found.append(Candidate(2.6, old, old + 1, "organisation"))
    found += _offices(words)
    found += _ships(words)
    found += _rulers(words)
    return [c for c in found if not (_only_honours(words, c.first, c.last) or SUFFIXES.issuperset(_of(words, c)))]


def _of(words: Words, candidate: Candidate) -> list[str]:
    return words.text[candidate.first : candidate.last]


def _only_honours(words: Words, first: int, last: int) -> bool:
    """Whether a stretch is nothing but what stands after a name: "KC" of "Mary Orr KC", "Jr." behind a comma."""
    if first > 1 and words.text[first - 1] == "," and all(w in SUFFIXES for w in words.text[first:last]):
        return words.text[first - 2][0].isupper()
    return first > 0 and words.text[first - 1][0].isupper() and all(w in HONOURS for w in words.text[first:last])


def strongest(found: list[Candidate]) -> list[Candidate]:
    """The strongest candidates, longer before shorter, without overlaps."""
    taken: set[int] = set()
    kept = []
    for c in sorted(found, key=lambda c: (-c.weight, c.first - c.last, c.first)):
        if not any(index in taken for index in range(c.first, c.last)):
            taken.update(range(c.first, c.last))
            kept.append(c)
    return kept


def _runs(words: Words, shouting: set[int]) -> list[tuple[int, int]]:
    """Runs of capitalised words, with hyphens, ampersands and particles inside."""
    runs, index, size = [], 0, len(words)
    titles = lexicon.words("titles")
    while index < size:
        if (
            words.sentence[index] in shouting
            or not is_capital(words, index)
            or (words.pos[index] in NEVER_INSIDE and words.text[index] not in titles)
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
    return [run for run in runs if not _only_honours(words, *run)]


def _step(words: Words, last: int) -> int:
    """How many words a run of capitals goes on by at `last`; 0 where it ends."""
    size = len(words)
    if words.text[last] in HONOURS:
        return 0
    if is_capital(words, last) and (words.pos[last] not in NEVER_INSIDE or words.text[last] in SUFFIXES):
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
    names, places = lexicon.words("first_names"), lexicon.words("places")
    heads = lexicon.words("organisation_heads")
    for index in range(last - 1, first, -1):
        if is_title(words, index - 1):
            christened = last - index == 1 and words.text[index] in names  # "Prince Christian"
            if is_title(words, index) or (_is_something_else(words, last) and not christened):
                return []
            if last - index > 4 or any(w in places or w in heads for w in words.text[index:last]):
                return []
            if any(lower in lexicon.person_nouns() for lower in words.lower[index:last]):
                return []  # "Chief Market Strategist"
            weight = 3.0 if words.pos[index] == "PROPN" or christened else 1.0
            office = words.text[index - 2] if index - 2 >= first else ""
            portfolio = words.text[index - 1] == "Minister" and office not in _GOVERNING
            portfolio = portfolio or (office in PORTFOLIOS and words.text[index - 1] == "Secretary")
            whole = index - 1 > first and not portfolio  # "Defence Minister" has no organisation in it
            before = organisations_in_run(words, first, index - 1) if whole else []
            return [Candidate(weight, index, last, "person"), *before]
    start = first
    if last - start >= 2 and words.text[start] in lexicon.words("demonyms"):
        start += 1
    if _in_capitals(words, start, last):
        return [Candidate(2.1, start, last, "person")]
    plain = all(_plain(word) for word in words.text[start + 1 : last])
    known = words.text[start] in names or (last - start < 4 and is_family(words.text[last - 1]))
    if 2 <= last - start <= 5 and known and plain and not _is_something_else(words, last):
        if words.text[start] not in places and words.text[last - 1] not in places:
            return [Candidate(2.1 if _no_other_name(words, start, last) else 1.6, start, last, "person")]
    return []


def _in_capitals(words: Words, first: int, last: int) -> bool:
    """Whether two or three words in capitals, amid others that are not, are a first name and a surname."""
    if not 2 <= last - first <= 3 or not all(
        w.isupper() and len(w) > 2 and w.isalpha() for w in words.text[first:last]
    ):
        return False
    if any(
        w.title() in lexicon.words("places") or (w,) in lexicon.known_organisations() for w in words.text[first:last]
    ):
        return False
    heads = frozenset().union(
        *map(lexicon.words, ("organisation_heads", "company_suffixes", "place_words", "other_words"))
    )
    christened = words.text[first].title() in lexicon.genders("first_names")
    return christened and words.text[last - 1].title() not in heads and words.pos[last - 1] == "PROPN"


def _no_other_name(words: Words, first: int, last: int) -> bool:
    """Whether the model takes a run for nothing, or for places, and so may have missed a person."""
    kinds = {words.entity_of[i][2] for i in range(first, last) if i in words.entity_of}
    if kinds == {"PERSON"}:  # "Ann Mary" and "Other Poe", both of one
        known = lexicon.words("first_names")
        begins = {words.entity_of[i][0] for i in range(first, last) if i in words.entity_of} - {first}
        whole = words.entity_of.get(first, (0, 0, ""))[:2] == (first, last)
        return not whole and all(first <= i < last and words.text[i] not in known for i in begins)
    return last - first <= 3 and kinds <= {"GPE", "LOC", "FAC", "NORP", "PRODUCT", "DATE"}


def _with_article(words: Words, first: int, last: int) -> list[Candidate]:
    """A plural behind a "The" that keeps its capital inside a sentence: a band, a newspaper, a team."""
    if first < 2 or last - first > 2 or words.text[first - 1] != "The" or not words.text[last - 1].endswith("s"):
        return []
    opening = words.sentence[first - 2] != words.sentence[first] or words.pos[first - 2] == "PUNCT"
    name = " ".join(words.text[first:last])
    if opening or name in lexicon.words("places") or name in lexicon.words("demonyms"):
        return []
    return [Candidate(2.1, first, last, "organisation")]


def _acronym(words: Words, first: int, last: int) -> list[Candidate]:
    """Capital letters that act like an organisation: they say, own, or follow a noun for one."""
    text = words.text[first]
    if last - first != 1 or not _ACRONYM.match(text) or text in lexicon.words("things"):
        return []
    after = words.lower[last] if last < len(words) else ""
    before = words.lower[first - 1] if first else ""
    acts = words.dep[first] in ("nsubj", "nsubjpass") or after in ("'s", "’s")
    acts = acts or (words.dep[first] == "pobj" and words.dep[words.head[first]] == "agent")
    return (
        [Candidate(1.2, first, last, "organisation")] if acts or before in lexicon.words("organisation_nouns") else []
    )


def _party_tags(words: Words) -> list[Candidate]:
    """The party and state behind the name of a member of Congress, "D-Va." or "R-Ohio", which are no names."""
    return [
        Candidate(4.0, index, index + 3, "other")
        for index in range(1, len(words) - 2)
        if words.text[index] in ("D", "R", "I") and is_hyphen(words.text[index + 1]) and words.text[index - 1] in ",("
    ]


def _known_forms(words: Words) -> list[Candidate]:
    """Organisations of the list, and the abbreviations that are none."""
    found = []
    ambiguous = lexicon.words("common_words")
    for index, text in enumerate(words.text):
        for form in lexicon.organisations_by_first_word().get(text, ()):
            if tuple(words.text[index : index + len(form)]) == form and not _is_owner(words, form):
                weight = 0.5 if len(form) == 1 and text in ambiguous else 2.2
                begins, ends, kind = words.entity_of.get(index, (0, 0, ""))
                begins, ends = trim(words, begins, ends, "organisation")
                if kind == "ORG" and begins <= index and index + len(form) <= ends and ends - begins > len(form):
                    weight = 1.9  # "Fox News Channel", "British Red Cross": the model has the whole
                found.append(Candidate(weight, index, index + len(form), "organisation"))
        for form in lexicon.things_by_first_word().get(text, ()):
            last = index + len(form)
            if tuple(words.text[index:last]) == form:
                begins, ends, kind = words.entity_of.get(index, (0, 0, ""))
                inside = kind == "PERSON" and ends - begins > len(form) and text in lexicon.words("first_names")
                found.append(Candidate(1.9 if inside else 2.3, index, last, "other"))
    return found


def _is_owner(words: Words, form: tuple[str, ...]) -> bool:
    """Whether a form that ends in "'s" is of somebody whom the text has without it: "Macy's" of Bill Macy."""
    if len(form) != 2 or form[1] not in ("'s", "’s"):
        return False
    behind = (words.text[i + 1 : i + 2] for i, text in enumerate(words.text) if text == form[0])
    return any(after not in (["'s"], ["’s"]) for after in behind)


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
    """Offices are no organisations, nor is what they are "of": "Chief Executive Officer", "Secretary of State"."""
    found = []
    for index in range(len(words) - 1):
        if words.text[index] == "Chief" and words.sentence[index] == words.sentence[index + 1]:
            last = index + 1
            while last < len(words) and last - index < 4 and is_capital(words, last) and words.text[last] != "Officer":
                last += 1
            officer = last - index > 1 and words.text[last : last + 1] == ["Officer"]
            if officer or words.text[index + 1] == "Executive":
                found.append(Candidate(4.0, index, last + 1 if officer else index + 2, "other"))
    for index in range(1, len(words)):
        if words.text[index] in ("Minister", "Ministers") and words.text[index - 1] not in _GOVERNING:
            found += _portfolio(words, index)
    for index in range(1, len(words) - 1):
        if words.lower[index] == "of" and words.text[index - 1] in ("Secretary", "Minister", "Chancellor"):
            last = index + 1
            while last < len(words) and is_capital(words, last) and words.text[last] in PORTFOLIOS:
                last += 1
            if last > index + 1:
                found.append(Candidate(4.0, index + 1, last, "other"))
    return found


def _portfolio(words: Words, minister: int) -> list[Candidate]:
    """What a minister is called by: "Federal Science" and "Emergency Services" are no bodies before "Minister"."""
    first = minister
    while first and words.sentence[first - 1] == words.sentence[minister] and is_capital(words, first - 1):
        if words.pos[first - 1] in NEVER_INSIDE:
            break
        first -= 1
    known = (tuple(words.text[start:minister]) in lexicon.known_organisations() for start in range(first, minister))
    return [] if first == minister or any(known) else [Candidate(4.0, first, minister, "other")]


def _ships(words: Words) -> list[Candidate]:
    """Ships behind the letters of their navy or kind: "HMS Peregrine", "USS Tolland"."""
    found = []
    for index, text in enumerate(words.text[:-1]):
        last = index + 1
        if text not in SHIPS or words.sentence[last] != words.sentence[index]:
            continue
        while last < len(words) and last - index < 4 and is_capital(words, last) and words.pos[last] == "PROPN":
            if words.sentence[last] != words.sentence[index] or words.text[last].isupper():
                break
            last += 1
        if last - index > 1:
            found.append(Candidate(4.2, index, last, "other"))
    return found


def _rulers(words: Words) -> list[Candidate]:
    """Rulers by number or by-name: "Louis XIV", "Frederick the Great"."""
    found = []
    for index in range(len(words) - 1):
        if words.text[index] not in lexicon.words("first_names") or words.sentence[index] != words.sentence[index + 1]:
            continue
        if _NUMERAL.match(words.text[index + 1]):
            behind = index > 0 and words.pos[index - 1] == "PROPN" and not is_title(words, index - 1)
            if not behind:  # "the prison Coleman II"
                found.append(Candidate(1.7, index, index + 2, "person"))
        elif (
            words.lower[index + 1] == "the" and words.text[index + 2 : index + 3] and words.text[index + 2] in _BYNAMES
        ):
            found.append(Candidate(2.8, index, index + 3, "person"))
    return found
