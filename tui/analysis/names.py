"""Names of people and organisations in the text: the model's, corrected by what the words and the document say.

Three steps: candidates (`candidates.py`), then one label for each form of name from the evidence of all its
occurrences, then the repeats of known forms that nobody marked. Mikheev, Moens and Grover (1999, "Named Entity
Recognition without Gazetteers") describe the approach: sure rules first, then what the document itself has taught.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.acronyms import bind_acronyms, find_expanded
from tui.analysis.candidates import find_candidates, strongest
from tui.analysis.definitions import said_of
from tui.analysis.edges import Candidate, is_capital, is_cut_title
from tui.analysis.evidence import Evidence, acts, form_evidence, place_evidence, surname
from tui.analysis.headlines import capitalised_sentences, settle_headlines
from tui.analysis.self_named import find_self_named
from tui.analysis.short_forms import firms, is_placed, short_forms, stands_alone
from tui.analysis.siblings import settle_siblings
from tui.analysis.signatures import find_credits, find_opening_places, find_signatures, find_tags
from tui.analysis.surroundings import surroundings
from tui.analysis.teams import find_teams

if TYPE_CHECKING:
    from tui.analysis.edges import Label
    from tui.analysis.words import Words


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
    former: bool = False
    """Whether it is what an organisation was called before."""


_TRUST = {"person": 0.35, "organisation": 0.9, "other": 0.75}
"""What the model's word is worth about a single word that is no first name: it takes villages for people."""


def find_names(words: Words) -> list[Name]:
    """All names of the text in order, without overlaps, labelled the same wherever the form is the same."""
    shouting = capitalised_sentences(words)
    found = [*find_candidates(words, shouting), *find_credits(words), *find_signatures(words), *find_teams(words)]
    found += [*find_opening_places(words), *find_tags(words), *find_expanded(words)]
    told = find_self_named(words)
    found += [Candidate(3.5, one.first, one.last, "person") for one in told]
    names = [
        Name(c.first, c.last, c.label, tuple(words.text[c.first : c.last]), c.weight, title_before(words, c.first))
        for c in strongest(found)
    ]
    names.sort(key=lambda name: name.first)
    acronyms = bind_acronyms(words, names)
    _label_forms(words, names, acronyms, {one.first for one in told})
    settle_headlines(words, names, shouting)
    names = _add_repeats(words, names, acronyms, shouting)
    return sorted((n for n in names if n.label != "other"), key=lambda n: n.first)


def title_before(words: Words, first: int) -> str:
    """The title straight before a word, or ""."""
    if (
        first
        and words.text[first - 1] in lexicon.words("titles")
        and words.sentence[first - 1] == words.sentence[first]
    ):
        return words.text[first - 1]
    if first > 1 and is_cut_title(words, first - 1):
        return words.text[first - 2] + "."
    return ""


def _label_forms(words: Words, names: list[Name], acronyms: dict[str, tuple[str, ...]], told: set[int]) -> None:
    """Give every occurrence of a form the label that the evidence of all of them speaks for.

    `told` are the first words of names that the text says are somebody's.
    """
    forms: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        if name.sure < 4:
            forms[name.words].append(name)
    common = _lower_case_words(words)
    surnames: set[str] = set()
    given: set[str] = set()
    totals: dict[tuple[str, ...], Evidence] = {}
    contexts: dict[tuple[str, ...], float] = defaultdict(float)
    for form, group in forms.items():
        total = form_evidence(form)
        # the model says the same of the same word again and again: its tenth vote is not worth its first
        weight = (1 + 0.35 * min(len(group) - 1, 3)) / len(group)
        known = len(form) > 1 or form[0] in lexicon.words("first_names")
        for name in group:
            place = place_evidence(words, name.first, name.last)
            contexts[form] += place.organisation - place.person
            total.add(place)
            total.add(said_of(words, name.first, name.last))
            total.add(surroundings(words, name.first, name.last))
            total.person += 6 if name.first in told else 0
            # one word alone and no first name: the model takes villages and products for people
            trust = _TRUST[name.label] if not known else 1.0
            total.vote(name.label, name.sure * weight * trust)
            if len(form) == 1 and _starts_sentence(words, name.first) and form[0].lower() in common:
                total.other += 2.5
        totals[form] = total
    called = firms(form for form, total in totals.items() if total.label() == "organisation")
    called = {f for f in called if f in forms and not any(is_placed(words, name.first) for name in forms[f])}
    for form in totals:
        if len(form) > 1 and form not in called and totals[form].label() == "person":
            surnames.add(surname(form))
            given.add(form[0])
    for form, group in forms.items():
        if form in called and not {form[0], form[-1]} & (surnames | given):
            totals[form].organisation += 3.0 * min(2, len(group))
        if len(form) == 1 and form[0].endswith("s") and form[0][:-1] in surnames and form[0] not in surnames:
            totals[form].other += 6  # "the Clintons"
        if len(form) == 1 and form[0] in surnames:
            firm = len(group) > 2 and contexts[form] > 0.5 and 0.7 * sum(n.label == "organisation" for n in group)
            totals[form].person += 2.5 * min(2, len(group)) * (1 - firm / len(group))  # firms bear founders' names
        elif len(form) == 1 and form[0] in given and form[0] not in lexicon.words("common_words"):
            totals[form].person += 1.5
        if len(form) == 1 and form[0].isupper() and len(form[0]) > 3 and _labels(words, group[0]):
            totals[form].vote("person" if form[0].title() in surnames else "other", 4.0)
        if len(form) == 1 and form[0] in acronyms and acronyms[form[0]] in totals:
            full = totals[acronyms[form[0]]].label()
            totals[form].vote(full, 3.0 * len(group))
    settle_siblings(words, names, totals)
    for form, group in forms.items():
        label = totals[form].label()
        for name in group:
            name.label = label
            if " ".join(form) in lexicon.words("seats"):
                name.label = "organisation" if acts(words, name.first, name.last) else "other"


def _labels(words: Words, name: Name) -> bool:
    """Whether a name is the label of its paragraph: "ENERGY: Oil fell", "WHITCOMBE: I won"."""
    alone = name.first == 0 or words.paragraph[name.first - 1] != words.paragraph[name.first]
    return alone and name.last < len(words) and words.text[name.last] == ":"


def _lower_case_words(words: Words) -> set[str]:
    """The nouns that the text writes without a capital: at the start of a sentence they are no names."""
    return {text for text, pos in zip(words.text, words.pos, strict=True) if pos in ("NOUN", "ADJ") and text.islower()}


def _starts_sentence(words: Words, index: int) -> bool:
    while index and words.pos[index - 1] == "PUNCT" and words.sentence[index - 1] == words.sentence[index]:
        index -= 1
    return index == 0 or words.sentence[index - 1] != words.sentence[index]


def _add_repeats(
    words: Words, names: list[Name], acronyms: dict[str, tuple[str, ...]], shouting: set[int]
) -> list[Name]:
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
    labels = {name.words: name.label for name in names}
    for short, full in acronyms.items():
        if labels.get(full) == "organisation" and (short,) not in known:
            known.add((short,))
            forms[short].append(((short,), "organisation"))
    short_names = _short_names(names, known)
    for short_name in short_names:
        forms[short_name[0]].append((short_name, "organisation"))
    for rows in forms.values():
        rows.sort(key=lambda row: -len(row[0]))
    found = [n for n in names if not _is_loud(words, n, shouting)]
    taken -= {i for n in names if _is_loud(words, n, shouting) for i in range(n.first, n.last)}
    found += _loud_repeats(words, forms, shouting, taken)
    for index, text in enumerate(words.text):
        if index in taken or text not in forms:
            continue
        for form, label in forms[text]:
            last = index + len(form)
            if tuple(words.text[index:last]) == form and not any(i in taken for i in range(index, last)):
                if label == "person" and _part_of_larger(words, index, last):
                    continue
                if form in short_names and not stands_alone(words, index, last):
                    continue
                found.append(Name(index, last, label, form, 0.5, title_before(words, index)))
                taken.update(range(index, last))
                break
    return found


def _short_names(names: list[Name], known: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """What the firms among the names may be called for short, where it is nobody's and no place's name."""
    people = {word for name in names if name.label == "person" for word in name.words}
    others = {name.words for name in names if name.label == "other"}
    found = {short for name in names if name.label == "organisation" for short in short_forms(name.words)}
    return {short for short in found - known - others if not people.intersection(short)}


def _is_loud(words: Words, name: Name, shouting: set[int]) -> bool:
    """Whether a name of several words is in capitals like all of its sentence, so that its edges are a guess."""
    return words.sentence[name.first] in shouting and all(w.isupper() for w in name.words) and len(name.words) > 1


def _loud_repeats(
    words: Words, forms: dict[str, list[tuple[tuple[str, ...], Label]]], shouting: set[int], taken: set[int]
) -> list[Name]:
    """The known forms in headlines that are all capitals: "WHITCOMBE QUITS"."""
    loud: dict[str, list[tuple[tuple[str, ...], Label]]] = defaultdict(list)
    for rows in forms.values():
        for form, label in rows:
            if len(form) > 1 or len(form[0]) > 3:
                loud[form[0].upper()].append((tuple(word.upper() for word in form), label))
    found = []
    for index, text in enumerate(words.text):
        if words.sentence[index] not in shouting or not text.isupper() or index in taken:
            continue
        for form, label in sorted(loud.get(text, ()), key=lambda row: -len(row[0])):
            last = index + len(form)
            if tuple(words.text[index:last]) == form and not any(i in taken for i in range(index, last)):
                found.append(Name(index, last, label, form, 0.5))
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
        last = surname(name.words)
        if len(last) > 2 and last[0].isupper() and last.lower() not in lexicon.words("common_words"):
            forms.append((last,))
    if len(name.words) == 1:
        word = name.words[0]
        if not word[0].isupper() or len(word) < 2 or word.lower() in lexicon.words("common_words"):
            return []
    return forms
