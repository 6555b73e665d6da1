"""The organisations in a run of capitalised words: by their head, their "of", what stands before and behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import NEVER_INSIDE, Candidate, behind_seat, is_capital, trim

if TYPE_CHECKING:
    from tui.analysis.words import Words

_WIDE = frozenset("Department Ministry Office Committee Bureau Commission Secretary Centers Board Council".split())
RANKS = frozenset("Chief Deputy Vice Assistant Associate Senior Managing Lead".split())
_ON = frozenset(["Committee", "Subcommittee", "Commission", "Council", "Conference"])
_WAYS = frozenset(["Railway", "Railroad", "Canal", "Tramway"])
_OFFICES = frozenset(["Office", "Department", "Bureau"])
_OFFICE_HOLDERS = frozenset(
    "Attorney Sheriff Governor Mayor Minister President Prosecutor Defender Coroner Examiner Auditor General King "
    "Queen Comptroller Chancellor Ombudsman Assessor Clerk Trustee Marshal Commissioner Solicitor".split()
)
"""Whose office is called after what they are: "the U.S. Attorney's Office"."""
_GROUPS = frozenset("women men children people workers veterans".split())


def organisations_in_run(words: Words, first: int, last: int) -> list[Candidate]:
    """A run that ends with a head ("… Institute"), or that goes on with "of" ("Ministry of …")."""
    if words.text[last - 1] in lexicon.words("organisation_openers"):
        end = _after_of(words, last) if last + 1 < len(words) and _links(words, last) else 0
        if end:
            return [Candidate(3.0, first, end, "organisation")]
    if words.text[first] in lexicon.words("foreign_heads") and last - first > 1:
        return [Candidate(2.2, first, last, "organisation")]
    ending = words.text[last - 1]
    if ending == "District" and last - first > 2 and words.text[last - 2] in ("School", "Transit", "Hospital"):
        return [Candidate(2.5, first + (words.text[first] == "The"), last, "organisation")]
    if ending in _WAYS and last - first > 1:
        return [Candidate(2.4, _first_of_pair(words, first + (words.text[first] == "The")), last, "other")]
    if ending in lexicon.words("organisation_heads") or ending in lexicon.words("company_suffixes"):
        start = _behind_possessive(words, behind_seat(words, first + (words.text[first] == "The"), last))
        if last - start >= 2 and not _is_office(words, start, last):
            weight = 1.9 if _goes_on(words, start, last) else 2.5
            return [Candidate(weight, _first_of_pair(words, start), last, "organisation")]
    return []


def _behind_possessive(words: Words, first: int) -> int:
    """Where a name begins that goes on behind a group of people: "the Farmers' Trust", not "the Joneses' Trust"."""
    if first < 2 or words.tag[first - 1] != "POS" or words.sentence[first - 2] != words.sentence[first]:
        return first
    if words.text[first] in _OFFICES and words.text[first - 2] in _OFFICE_HOLDERS:
        return _run_start(words, first - 2)
    group = words.lower[first - 2]
    plural = group.endswith("s") and group[:-1] in lexicon.person_nouns()
    if not is_capital(words, first - 2) or not (plural or group in _GROUPS):
        return first
    return _run_start(words, first - 2)


def _run_start(words: Words, start: int) -> int:
    """The first of the capitalised words that end at `start`."""
    sentence = words.sentence[start]
    while start and words.sentence[start - 1] == sentence and is_capital(words, start - 1):
        if words.pos[start - 1] in NEVER_INSIDE or words.tag[start - 1] == "POS":
            break
        start -= 1
    return start


def _is_office(words: Words, first: int, last: int) -> bool:
    """Whether a run with a head at its end begins a title: "Chief Executive", "Chief Financial Officer"."""
    return words.text[first] in RANKS and (last - first == 2 or words.text[last : last + 1] == ["Officer"])


def _links(words: Words, index: int) -> bool:
    """Whether a name can go on at a word: "Ministry of …", "Society for …", "Committee on …"."""
    return words.lower[index] in ("of", "for") or (words.lower[index] == "on" and words.text[index - 1] in _ON)


def _goes_on(words: Words, first: int, last: int) -> bool:
    """Whether the model has a run in a longer name that goes on with "of" or "for"."""
    begins, ends, kind = words.entity_of.get(first, (0, 0, ""))
    begins, ends = trim(words, begins, ends, "organisation")
    return kind == "ORG" and begins <= first and ends > last and _links(words, last)


def _first_of_pair(words: Words, first: int) -> int:
    """Where a name begins that goes on behind "and": "the Food and Drug Administration", not "the Senate and …"."""
    start = first - 1
    if start < 1 or words.lower[start] != "and" or words.sentence[start] != words.sentence[first]:
        return first
    if words.tag[start - 1] == "POS" and words.lower[start - 2] in _GROUPS and words.tag[first + 1] == "POS":
        return _run_start(words, start - 2)  # "the Women's and Children's Hospital"
    while start and is_capital(words, start - 1) and words.pos[start - 1] not in NEVER_INSIDE and first - start < 4:
        start -= 1
    whole = {words.entity_of[i] for i in range(start, first - 1) if i in words.entity_of}
    named = {"PERSON", "GPE"} if _is_half(words.text[first - 2]) else {"PERSON", "ORG", "GPE"}
    alone = any(kind in named and ends < first for _, ends, kind in whole)
    known = tuple(words.text[start : first - 1]) in lexicon.known_organisations()
    if words.text[start - 1] == "," and is_capital(words, start - 2) and words.lower[start - 3] == "the":
        start -= 2  # "the London, Midland and Scottish Railway"
    if start == first - 1 or alone or known or not start or not _is_of_one(words, start, first):
        return first
    return start


def _is_of_one(words: Words, start: int, first: int) -> bool:
    """Whether what stands before two names with "and" belongs to both: "the", "a massive", "yesterday's"."""
    if words.lower[start - 1] == "the":
        return True
    begins, ends, kind = words.entity_of.get(start, (0, 0, ""))
    if kind == "ORG" and begins == start and ends > first:
        return True  # the model has it whole
    before = start - 1
    while before and words.pos[before] == "ADJ" and words.text[before].islower():
        before -= 1
    return before < start - 1 and words.lower[before] in ("the", "a", "an", "this", "its", "his", "her", "their")


def _is_half(word: str) -> bool:
    """Whether a word that the model takes for an organisation may be the half of a longer name: "Driver and …"."""
    lists = ("seats", "organisation_heads", "organisation_openers", "first_names", "places")
    alone = any(word in lexicon.words(name) for name in lists) or word.lower() in lexicon.words("organisation_nouns")
    return not (alone or word.isupper() or (word,) in lexicon.known_organisations())


def _after_of(words: Words, of: int) -> int:
    """One past the last word of "of Foreign Affairs", "for the Protection of Birds"; 0 where no capital follows."""
    size, index, sentence = len(words), of + 1, words.sentence[of]
    if index < size and words.lower[index] in ("the", "a"):
        index += 1
    if index >= size or not is_capital(words, index) or words.sentence[index] != sentence:
        return 0
    last = index + 1
    openers, titles = lexicon.words("organisation_openers"), lexicon.words("titles")
    while last < size and words.sentence[last] == sentence:
        begins, ends, kind = words.entity_of.get(last, (0, 0, ""))
        if begins == last and kind == "PERSON" and ends - begins > 1 and words.text[last - 1] not in ("of", "and"):
            return _without_office(words, of, last)
        if is_capital(words, last) and words.pos[last] not in NEVER_INSIDE:
            last += 1
        elif (
            last + 1 < size
            and words.lower[last] in ("and", "&", "of", "-", "for")
            and is_capital(words, last + 1)
            and words.pos[last + 1] not in NEVER_INSIDE
            and words.sentence[last + 1] == sentence
            and words.text[last + 1] not in openers
            and words.text[last + 1] not in titles
            and (words.lower[last] != "and" or not _next_begins_anew(words, of, last))
        ):
            last += 2
        elif words.text[of - 1] in _WIDE and (ahead := _behind_list(words, of, last)):
            last = ahead
        else:
            break
    return last


def _behind_list(words: Words, of: int, comma: int) -> int:
    """Where a list of subjects ends: "Bureau of Alcohol, Tobacco and Firearms"; 0 where none goes on at the comma."""
    index, joined = comma, False
    while index + 1 < len(words) and words.sentence[index] == words.sentence[of] and not joined:
        if words.text[index] == ",":
            index += 1
        if words.lower[index] in ("and", "&"):
            joined = True
            index += 1
        start = index
        while index < len(words) and _is_subject(words, index):
            index += 1
        if index == start or index - start > 3:
            return 0
    return index if joined else 0


def _is_subject(words: Words, index: int) -> bool:
    """Whether a word can be what a department is "of": capitalised, and no place, person or other organisation."""
    text = words.text[index]
    if not is_capital(words, index) or words.pos[index] in NEVER_INSIDE or (text.isupper() and len(text) > 1):
        return False
    lists = ("places", "demonyms", "titles", "organisation_openers", "organisation_heads", "company_suffixes")
    known = any(text in lexicon.words(name) for name in lists) or (text,) in lexicon.known_organisations()
    return not known and words.entity_of.get(index, (0, 0, ""))[2] not in ("PERSON", "GPE")


def _without_office(words: Words, of: int, last: int) -> int:
    """Where a name ends before somebody's title and name: "Council on Mills National Executive Director Ann Other"."""
    end = last
    while end > of + 2 and (words.text[end - 1] in lexicon.words("titles") or (end < last and _ranks(words, end - 1))):
        end -= 1
    return end


def _ranks(words: Words, index: int) -> bool:
    return words.text[index] in RANKS or words.text[index] in ("Executive", "National", "General", "State")


def _next_begins_anew(words: Words, of: int, link: int) -> bool:
    """Whether "and" goes on to another organisation: "University of X and Y College", not "Ministry of X and Y"."""
    if words.text[link - 1] in lexicon.words("places"):
        return True
    behind = words.text[link + 1]
    if (behind,) in lexicon.known_organisations() or (behind.isupper() and len(behind) > 2):
        return True
    if words.text[of - 1] in _WIDE:
        return False
    last = link + 1
    while last < len(words) and is_capital(words, last) and words.sentence[last] == words.sentence[link]:
        last += 1
    first = of - 1
    while first and is_capital(words, first - 1) and words.sentence[first - 1] == words.sentence[of]:
        first -= 1
    if first and "both" in words.lower[max(0, first - 2) : first]:
        return True
    ending = words.text[last - 1]
    if (ending.isupper() and len(ending) > 1) or ending in lexicon.words("places"):
        return words.lower[of] == "of"  # "Institute of Directors and Make UK", not "Campaign for X and Y in Z"
    lists = ("organisation_heads", "company_suffixes")
    return any(ending in lexicon.words(name) for name in lists) or (ending,) in lexicon.known_organisations()
