"""Names of people and organisations in the text: the model's, corrected by what the words and the document say.

Three steps: candidates (the model's entities with their edges put right, and runs of capitalised words that rules know
to be a person or an organisation), then one label for each form of name from the evidence of all its occurrences,
then the repeats of known forms that nobody marked. Mikheev, Moens and Grover (1999, "Named Entity Recognition without
Gazetteers") describe the approach: sure rules first, then what the document itself has taught.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.analysis import lexicon
from tui.analysis.evidence import Evidence, form_evidence, place_evidence
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

Label = Literal["person", "organisation", "other"]

_LABELS: dict[str, Label] = {"PERSON": "person", "ORG": "organisation"}
_NAMELIKE = frozenset(
    ["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"]
)
PARTICLES = frozenset(
    "van von der den de del della di da dos du la le al el bin ibn bint abu ben y ter ten af zu zum ul ur".split()
)
"""Small words inside names of people."""
_NEVER_INSIDE = frozenset(["DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PUNCT", "NUM", "SYM", "PART", "INTJ"])
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar apr jul aug "
    "sept oct nov dec".split()
)
_SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
_PORTFOLIOS = frozenset(
    "State Defense Defence Energy Education Labor Labour Commerce Agriculture Transportation Transport Health Interior "
    "Justice Finance War Culture Tourism Information Foreign Home Affairs Exchequer Trade Industry".split()
)
_ACRONYM = re.compile(r"^[A-Z][A-Z&.\-]{1,6}[A-Zs]?$")


@dataclass(eq=False, slots=True)
class Name:
    """One occurrence of a name."""

    first: int
    """Its first word."""
    last: int
    """One past its last word."""
    label: Label
    """What it names; "other" is kept until the end so that nothing else is made of its words."""
    words: tuple[str, ...]
    """Its words as written."""
    sure: float = 1.0
    """How strong the sign was that brought it in."""
    titled: str = ""
    """The title straight before it."""


@dataclass(eq=False, slots=True)
class _Candidate:
    weight: float
    first: int
    last: int
    label: Label
    model: bool = field(default=False)


def find_names(words: Words) -> list[Name]:
    """All names of the text in order, without overlaps, labelled the same wherever the form is the same."""
    shouting = _capitalised_sentences(words)
    candidates = [*_model_candidates(words), *_rule_candidates(words, shouting)]
    names = [
        Name(c.first, c.last, c.label, tuple(words.text[c.first : c.last]), c.weight, title_before(words, c.first))
        for c in _without_overlaps(candidates)
    ]
    _label_forms(words, names)
    names = _add_repeats(words, names)
    return sorted((n for n in names if n.label != "other"), key=lambda n: n.first)


def title_before(words: Words, first: int) -> str:
    """The title straight before a word, or ""."""
    if (
        first
        and words.text[first - 1] in lexicon.words("titles")
        and words.sentence[first - 1] == words.sentence[first]
    ):
        return words.text[first - 1]
    return ""


def _capitalised_sentences(words: Words) -> set[int]:
    """Sentences in which capitals say nothing: headlines in title case or in capitals."""
    long: dict[int, int] = defaultdict(int)
    upper: dict[int, int] = defaultdict(int)
    for index, text in enumerate(words.text):
        if len(text) > 3 and text[0].isalpha():
            long[words.sentence[index]] += 1
            upper[words.sentence[index]] += text[0].isupper()
    return {number for number, count in long.items() if count >= 4 and upper[number] >= 0.7 * count}


def is_capital(words: Words, index: int) -> bool:
    """Whether a word can be part of a name."""
    text = words.text[index]
    return text[0].isupper() and words.lower[index] not in _CALENDAR


def _model_candidates(words: Words) -> list[_Candidate]:
    found = []
    for first, last, kind in words.entities:
        if kind not in _NAMELIKE:
            continue
        while first < last:
            end = first + 1
            while end < last and words.sentence[end] == words.sentence[first]:
                end += 1
            label = _LABELS.get(kind, "other")
            a, b = trim(words, first, end, label)
            if a < b and (kind in ("PERSON", "ORG") or any(is_capital(words, i) for i in range(a, b))):
                if label == "other" or any(
                    words.text[i][0].isupper() or words.text[i][0].isdigit() for i in range(a, b)
                ):
                    found.append(_Candidate(2.0, a, b, label, True))
            first = end
    return found


def trim(words: Words, first: int, last: int, label: Label) -> tuple[int, int]:
    """The edges of a name put right: no article, title, possessive or punctuation."""
    titles = lexicon.words("titles")
    while first < last and (
        (words.pos[first] in ("DET", "PUNCT", "ADP") and words.lower[first] not in PARTICLES)
        or words.lower[first] in ("the", "a", "an", "'s", "’s")
        or (
            label == "person"
            and last - first > 1
            and (
                words.text[first] in titles or (words.text[first][0].islower() and words.lower[first] not in PARTICLES)
            )
        )
    ):
        first += 1
    while last > first and (
        words.tag[last - 1] == "POS"
        or words.lower[last - 1] in ("'s", "’s", "'", "’", "and", "of", "the", "&", "for")
        or (words.pos[last - 1] == "PUNCT" and words.text[last - 1] != ")")
        or (words.text[last - 1] == ")" and "(" not in words.text[first:last])
        or (label == "person" and last - first > 1 and words.text[last - 1][0].islower())
    ):
        last -= 1
    if label == "person" and "(" in words.text[first:last]:
        last = first + words.text[first:last].index("(")
    return first, last


def _runs(words: Words, shouting: set[int]) -> list[tuple[int, int]]:
    """Runs of capitalised words, with hyphens, ampersands and particles inside."""
    runs, index, size = [], 0, len(words)
    while index < size:
        if (
            words.sentence[index] in shouting
            or not is_capital(words, index)
            or (words.pos[index] in _NEVER_INSIDE and words.text[index] not in lexicon.words("titles"))
        ):
            index += 1
            continue
        first, last = index, index + 1
        while last < size and words.sentence[last] == words.sentence[first]:
            step = 0
            if is_capital(words, last) and (words.pos[last] not in _NEVER_INSIDE or words.text[last] in _SUFFIXES):
                step = 1
            elif last + 1 < size and words.sentence[last + 1] == words.sentence[first]:
                joined = is_hyphen(words.text[last]) and words.glued(last) and words.glued(last + 1)
                if (joined or words.text[last] == "&") and is_capital(words, last + 1):
                    step = 2
                elif words.lower[last] in PARTICLES and words.text[last].islower():
                    ahead = last + 1
                    while ahead < size and (words.lower[ahead] in PARTICLES or is_hyphen(words.text[ahead])):
                        ahead += 1
                    if ahead < size and is_capital(words, ahead) and ahead - last <= 4:
                        step = ahead + 1 - last
            if not step:
                break
            last += step
        runs.append((first, last))
        index = last
    return runs


def _rule_candidates(words: Words, shouting: set[int]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for first, last in _runs(words, shouting):
        found += _people_in_run(words, first, last)
        found += _organisations_in_run(words, first, last)
    found += _known_forms(words)
    found += _credits(words)
    found += _renamed(words)
    found += _offices(words)
    return found


def _renamed(words: Words) -> list[_Candidate]:
    """Both names in "X, formerly known as Twitter", "Myanmar, formerly Burma": only where the old one is a body's."""
    found = []
    for index, lower in enumerate(words.lower):
        if lower not in ("formerly", "previously") or index < 2 or index + 3 >= len(words):
            continue
        old = index + 3 if words.lower[index + 1 : index + 3] in (["known", "as"], ["called", "the"]) else index + 1
        old += words.lower[old] == "the"
        if old >= len(words) or words.text[index - 1] not in (",", "("):
            continue
        if (words.text[old],) in lexicon.known_organisations() and is_capital(words, index - 2):
            found.append(_Candidate(2.6, index - 2, index - 1, "organisation"))
            found.append(_Candidate(2.6, old, old + 1, "organisation"))
    return found


def _offices(words: Words) -> list[_Candidate]:
    """What an office is "of" is no organisation: "Secretary of State", "Minister of Defence"."""
    found = []
    for index in range(1, len(words) - 1):
        if words.lower[index] == "of" and words.text[index - 1] in (
            "Secretary",
            "Minister",
            "Chancellor",
            "Secretaries",
        ):
            last = index + 1
            while last < len(words) and is_capital(words, last) and words.text[last] in _PORTFOLIOS:
                last += 1
            if last > index + 1:
                found.append(_Candidate(4.0, index + 1, last, "other"))
    return found


def _ends_as_something_else(words: Words, last: int) -> bool:
    word = words.text[last - 1]
    return (
        word in lexicon.words("organisation_heads")
        or word in lexicon.words("place_words")
        or word in lexicon.words("other_words")
        or word in lexicon.words("company_suffixes")
        or word in lexicon.words("demonyms")
    )


def _plain(word: str) -> bool:
    """Whether a word looks like a part of a person's name: no acronym."""
    return (word[0].isupper() and not word.isupper()) or len(word) <= 2 or word in PARTICLES


def _people_in_run(words: Words, first: int, last: int) -> list[_Candidate]:
    titles, names = lexicon.words("titles"), lexicon.words("first_names")
    for index in range(last - 1, first, -1):
        if words.text[index - 1] in titles:
            if words.text[index] in titles or _ends_as_something_else(words, last):
                return []
            if last - index > 4 or words.text[index] in lexicon.words("places"):
                return []
            return [_Candidate(3.0 if words.pos[index] == "PROPN" else 1.0, index, last, "person")]
    start = first
    if last - start >= 2 and words.text[start] in lexicon.words("demonyms"):
        start += 1
    plain = all(_plain(word) for word in words.text[start + 1 : last])
    if 2 <= last - start <= 5 and words.text[start] in names and plain and not _ends_as_something_else(words, last):
        if words.text[start] not in lexicon.words("places") and words.text[last - 1] not in lexicon.words("places"):
            return [_Candidate(1.6, start, last, "person")]
    return []


def _organisations_in_run(words: Words, first: int, last: int) -> list[_Candidate]:
    heads, openers = lexicon.words("organisation_heads"), lexicon.words("organisation_openers")
    found = []
    size = len(words)
    for index in range(first, last):
        if (
            index == last - 1
            and words.text[index] in openers
            and last + 1 < size
            and words.lower[last] in ("of", "for")
        ):
            end = _after_of(words, last)
            if end:
                found.append(_Candidate(3.0, first, end, "organisation"))
                return found
    ending = words.text[last - 1]
    if last - first >= 2 and (ending in heads or ending in lexicon.words("company_suffixes")):
        start = first
        if words.text[start] in ("The",):
            start += 1
        if last - start >= 2:
            found.append(_Candidate(2.5, start, last, "organisation"))
    return found


def _after_of(words: Words, of: int) -> int:
    """One past the last word of "of Foreign Affairs", "for the Protection of Birds"; 0 where no capital follows."""
    size, index = len(words), of + 1
    sentence = words.sentence[of]
    if index < size and words.lower[index] in ("the", "a"):
        index += 1
    if index >= size or not is_capital(words, index) or words.sentence[index] != sentence:
        return 0
    last = index + 1
    while last < size and words.sentence[last] == sentence:
        if is_capital(words, last) and words.pos[last] not in _NEVER_INSIDE:
            last += 1
        elif (
            last + 1 < size
            and words.lower[last] in ("and", "&", "of", "-", "for", "the")
            and words.lower[last + 1] not in ("the",)
            and is_capital(words, last + 1)
            and words.sentence[last + 1] == sentence
            and words.text[last + 1] not in lexicon.words("organisation_openers")
            and words.text[last + 1] not in lexicon.words("titles")
            and (words.lower[last] != "and" or words.text[last - 1] not in lexicon.words("places"))
        ):
            last += 2
        else:
            break
    return last


def _known_forms(words: Words) -> list[_Candidate]:
    known = lexicon.known_organisations()
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in known:
        starts[form[0]].append(form)
    ambiguous = lexicon.words("common_words")
    found = []
    for index, text in enumerate(words.text):
        for form in starts.get(text, ()):
            if tuple(words.text[index : index + len(form)]) == form:
                weight = 0.5 if len(form) == 1 and text in ambiguous else 2.2
                found.append(_Candidate(weight, index, index + len(form), "organisation"))
    return found


_AGENCIES = frozenset("reuters ap afp epa upi efe ansa dpa pa getty xinhua tass ani pti anp ntb cp".split())


def _credits(words: Words) -> list[_Candidate]:
    """Photo credits: "REUTERS/Ann Other", "(AP Photo/Ann Other)"."""
    found = []
    size = len(words)
    for index, lower in enumerate(words.lower):
        if lower not in _AGENCIES or not words.text[index][0].isupper():
            continue
        slash = index + 1
        while slash < size and slash - index <= 3 and words.lower[slash] in ("photo", "images", "tv", "via", "pool"):
            slash += 1
        if slash + 1 >= size or words.text[slash] != "/":
            continue
        found.append(_Candidate(3.5, index, index + 1, "organisation"))
        last = slash + 1
        while last < size and last - slash <= 4 and (is_capital(words, last) or is_hyphen(words.text[last])):
            if words.sentence[last] != words.sentence[index] or words.lower[last] in ("file", "pool", "handout"):
                break
            last += 1
        if words.text[last - 1].isupper() and last - slash > 3 and len(words.text[last - 1]) > 2:
            last -= 1  # the dateline that follows without a stop
        if last - slash > 1:
            found.append(_Candidate(3.2, slash + 1, last, "person"))
    return found


def _without_overlaps(candidates: list[_Candidate]) -> list[_Candidate]:
    """The strongest candidates, longer before shorter."""
    taken: set[int] = set()
    kept = []
    for c in sorted(candidates, key=lambda c: (-c.weight, c.first - c.last, c.first)):
        if not any(index in taken for index in range(c.first, c.last)):
            taken.update(range(c.first, c.last))
            kept.append(c)
    return kept


def _label_forms(words: Words, names: list[Name]) -> None:
    """Give every occurrence of a form the label that the evidence of all of them speaks for."""
    forms: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        forms[name.words].append(name)
    surnames: set[str] = set()
    totals: dict[tuple[str, ...], Evidence] = {}
    for form, group in forms.items():
        total = form_evidence(form)
        for name in group:
            total.add(place_evidence(words, name.first, name.last))
            total.vote(name.label, name.sure)
        totals[form] = total
        if len(form) > 1 and total.label() == "person":
            surnames.add([w for w in form if w not in _SUFFIXES][-1])
    for form, group in forms.items():
        group = [name for name in group if name.sure < 4]
        if len(form) == 1 and form[0] in surnames:
            totals[form].person += 2.5 * min(2, len(group))
        label = totals[form].label()
        for name in group:
            name.label = label


def _add_repeats(words: Words, names: list[Name]) -> list[Name]:
    """Find the occurrences of known forms, and of the surnames of known people, that nothing has marked."""
    taken: set[int] = set()
    for name in names:
        taken.update(range(name.first, name.last))
    forms: dict[str, list[tuple[tuple[str, ...], Label]]] = defaultdict(list)
    known: set[tuple[str, ...]] = set()
    for name in names:
        for form in _repeat_forms(name):
            if form not in known:
                known.add(form)
                forms[form[0]].append((form, name.label))
    for rows in forms.values():
        rows.sort(key=lambda row: -len(row[0]))
    found = list(names)
    for index, text in enumerate(words.text):
        if index in taken or text not in forms:
            continue
        for form, label in forms[text]:
            last = index + len(form)
            if tuple(words.text[index:last]) == form and not any(i in taken for i in range(index, last)):
                if label == "person" and _part_of_larger(words, index, last):
                    continue
                found.append(Name(index, last, label, form, 0.5, title_before(words, index)))
                taken.update(range(index, last))
                break
    return found


def _part_of_larger(words: Words, first: int, last: int) -> bool:
    """Whether a surname found again is the first part of another name ("Clinton Foundation")."""
    return last < len(words) and is_capital(words, last) and words.pos[last] == "PROPN" and not words.glued(last)


def _repeat_forms(name: Name) -> list[tuple[str, ...]]:
    if name.label == "other":
        return []
    forms = [name.words]
    if name.label == "person" and len(name.words) > 1:
        kept = [w for w in name.words if w not in _SUFFIXES]
        surname = kept[-1]
        if len(surname) > 2 and surname[0].isupper() and surname.lower() not in lexicon.words("common_words"):
            forms.append((surname,))
    if len(name.words) == 1:
        word = name.words[0]
        if not word[0].isupper() or len(word) < 2 or word.lower() in lexicon.words("common_words"):
            return []
    return forms
