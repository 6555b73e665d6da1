"""One label for each form of name, from the evidence of all its occurrences in the text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.candidates import SHIPS
from tui.analysis.definitions import said_of
from tui.analysis.evidence import TOWN, Evidence, acts, form_evidence, place_evidence
from tui.analysis.founders import before_noun, firm_words, stands_for_firm, sure_bearers
from tui.analysis.short_forms import firms, is_placed
from tui.analysis.siblings import settle_siblings
from tui.analysis.surnames import called_by, family_first, surname
from tui.analysis.surroundings import surroundings
from tui.analysis.words import is_hyphen

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.words import Words

_KINDS = frozenset(
    "Hurricane Storm Typhoon Cyclone Mount Lake River Operation Project Comet Planet Fort Camp Cape".split()
)
_DIRECTIONS = frozenset(
    "North South East West Upper Lower Great Little Old New Northern Southern Eastern Western".split()
)
_SEQUELS = frozenset("2 3 4 5 6 7 8 9 II III IV V VI VII VIII IX X".split())
_TRUST = {"person": 0.35, "organisation": 0.9, "other": 0.75}
"""What the model's word is worth about a single word that is no first name: it takes villages for people."""


_FAMILIES = frozenset(["family", "families", "brothers", "sisters", "siblings", "clan", "couple", "household"])
_SURNAMES = frozenset(
    "Jones Davis Harris Lewis Hughes Collins Morris Rogers Watkins Jenkins Perkins Reynolds Brooks Hayes Barnes Burns "
    "Wells Hawkins Hopkins Simmons Parsons Higgins Atkins Dawkins Cross Ross Moss Burgess Hess Gates Rhodes".split()
)
"""Surnames that end like plurals."""
_PLACED = 1.5
"""How much it says of one word that it stands behind "in" or "near" and nowhere else."""
_PEOPLES = frozenset(
    "Dane Swede Finn Pole Scot Spaniard Briton Serb Croat Kurd Walloon Fleming Yank Aussie Kiwi".split()
)
"""One of a people, where the word is a name as well or stands in no list of adjectives."""
_ADDRESSED = 3.0
"""How much it says of one word that people call one another by it: "Mum", "Darling"."""
_CHRISTENED = 0.7
"""What the model's word is worth that a first name and a word that ends no organisation's name is one."""


def label_forms(words: Words, names: list[Name], acronyms: dict[str, tuple[str, ...]], told: set[int]) -> None:
    """Give every occurrence of a form the label that the evidence of all of them speaks for.

    `told` are the first words of names that the text says are somebody's.
    """
    forms: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        if name.sure < 4:
            forms[name.words].append(name)
    common = _lower_case_words(words)
    families = {words.text[i] for i, lower in enumerate(words.lower[1:]) if lower in _FAMILIES}
    given: set[str] = set()
    tails: set[tuple[str, ...]] = set()
    totals: dict[tuple[str, ...], Evidence] = {}
    contexts: dict[tuple[str, ...], list[float]] = defaultdict(list)
    lost: dict[tuple[str, ...], float] = defaultdict(float)
    for form, group in forms.items():
        total = form_evidence(form)
        # the model says the same of the same word again and again: its tenth vote is not worth its first
        weight = (1 + 0.35 * min(len(group) - 1, 3)) / len(group)
        known = len(form) > 1 or form[0] in lexicon.words("first_names")
        christened = _CHRISTENED if _like_a_person(form) else 1.0
        for name in group:
            place = place_evidence(words, name.first, name.last)
            modifies = len(form) == 1 and before_noun(words, name.first, name.last)
            contexts[form].append(0.0 if modifies else place.organisation - place.person)
            lost[form] += max(0.0, -place.person) if modifies else 0.0
            total.add(place)
            total.add(said_of(words, name.first, name.last))
            total.add(surroundings(words, name.first, name.last))
            total.person += 6 if name.first in told else 0
            # one word alone and no first name: the model takes villages and products for people
            trust = _TRUST[name.label] if not known else christened if name.label == "organisation" else 1.0
            total.vote(name.label, name.sure * weight * trust)
            if len(form) == 1 and _starts_sentence(words, name.first) and form[0].lower() in common:
                total.other += 2.5
        totals[form] = total
    called = firms(form for form, total in totals.items() if total.label() == "organisation")
    called = {f for f in called if f in forms and not any(is_placed(words, name.first) for name in forms[f])}
    bearers: dict[tuple[str, ...], str] = {}
    for form in totals:
        if len(form) > 1 and form not in called and totals[form].label() == "person":
            bearers[form] = form[0] if family_first(form) else surname(form)
            given.add(form[0])
            tails.update(called_by(form))
    surnames, sure, own = set(bearers.values()), sure_bearers(totals, bearers), firm_words(totals)
    for form, group in forms.items():
        if form in called and not {form[0], form[-1]} & (surnames | given):
            totals[form].organisation += 3.0 * min(2, len(group))
            if " ".join(form) in lexicon.words("towns"):
                totals[form].other -= TOWN  # that a town has the name too says nothing: it is the firm's short name
        if len(form) == 1 and form[0] not in surnames and _one_of(form[0]) in surnames | families:
            totals[form].other += 6  # "the Clintons"
        if len(form) == 3 and is_hyphen(form[1]) and {form[0], form[2]} <= surnames and form not in tails:
            totals[form].other += 6.0 * len(group)  # "the Ruiz-Hale debate" is between two people
        if len(form) > 1 and form in tails:
            totals[form].person += 2.5 * min(2, len(group))  # "Van der Meulen", "Nwosu-Clarke"
        if len(form) == 1 and form[0] in surnames:
            firm = len(group) > 2 and sum(contexts[form]) > 0.5 and 0.7 * sum(n.label == "organisation" for n in group)
            if form[0] in sure and not stands_for_firm(form, contexts[form], own):
                firm = 0
                totals[form].person += lost[form]  # "the Biden administration" says nothing against him
                totals[form].organisation = min(totals[form].organisation, max(0.0, totals[form].person))
            totals[form].person += 2.5 * min(2, len(group)) * (1 - firm / len(group))  # firms bear founders' names
        elif len(form) == 1 and form[0] not in given and _only_placed(words, group):
            totals[form].other += _PLACED  # "in Lorne", and nobody of that name
        elif len(form) == 1 and form[0] in given and form[0] not in lexicon.words("common_words"):
            totals[form].person += 1.5
        if len(form) == 1 and form[0] in lexicon.words("address_words") and form[0] not in surnames | given:
            totals[form].person = min(totals[form].person, 0.0)  # "Mum put the kettle on": no name
            totals[form].other += _ADDRESSED
        if len(form) == 1 and form[0] not in surnames | given and _is_one_of_a_people(words, group):
            totals[form].person = min(totals[form].person, 0.0)  # "the Dane won the stage", and nobody is called so
            totals[form].other += 5.0
        if len(form) == 1 and form[0].isupper() and len(form[0]) > 3 and _labels(words, group[0]):
            totals[form].vote("person" if form[0].title() in surnames else "other", 4.0)
        if len(form) == 1 and form[0] in acronyms and acronyms[form[0]] in totals:
            full = totals[acronyms[form[0]]].label()
            totals[form].vote(full, 3.0 * len(group))
    for form, sign in _parts_of_things(names).items():
        if form in totals:
            totals[form].other += sign
    alone = {form[0] for form in totals if len(form) == 1 and totals[form].label() == "person"}
    for form, total in totals.items():
        if len(form) == 2 and form[1] in alone and totals[form[1:]].lead() >= 2.5 and total.label() == "other":
            total.person += 2.5  # "Bukayo Adeyemi" a place, but "Adeyemi, 22," is none
        if _is_called(form, alone) and totals[form[1:]].lead() >= 2.5 and total.label() == "organisation":
            total.person += 2.5
        if len(form) > 1 and form[:-1] in totals and form[-1] in _SEQUELS:
            total.other += 4 if totals[form[:-1]].label() == "other" else 0  # "Ashen Crown II"
    settle_siblings(words, names, totals)
    for form, group in forms.items():
        label = totals[form].label()
        for name in group:
            name.label = label
            if " ".join(form) in lexicon.words("seats"):
                name.label = "organisation" if acts(words, name.first, name.last) else "other"


def _one_of(plural: str) -> str:
    """The surname that a plural is of: "Clinton" of "Clintons", "Brandis" of "Brandises"; "" where it is none."""
    if plural.endswith(("ses", "zes", "xes", "ches", "shes")):
        return plural[:-2]
    return plural[:-1] if plural.endswith("s") else ""


def _only_placed(words: Words, group: list[Name]) -> bool:
    """Whether a name stands behind "in" or "near" and nowhere else, is no owner there and no body to the model."""
    for name in group:
        owner = name.last < len(words) and words.tag[name.last] == "POS"
        if owner or name.label == "organisation" or not is_placed(words, name.first):
            return False
    return True


def _is_one_of_a_people(words: Words, group: list[Name]) -> bool:
    """Whether a word for one of a people stands behind an article wherever it stands."""
    word = group[0].words[0]
    if word not in _PEOPLES and (
        word not in lexicon.words("demonyms") or word.endswith("s")
    ):  # "the Democrats" may act
        return False
    return all(name.first > 0 and words.lower[name.first - 1] in ("the", "a", "an") for name in group)


def _like_a_person(form: tuple[str, ...]) -> bool:
    """Whether a form of two words is a first name of one gender and a word that says nothing else."""
    if len(form) != 2 or form[0] not in lexicon.genders("first_names") or form in lexicon.known_organisations():
        return False
    lists = ("organisation_heads", "company_suffixes", "company_heads", "place_words", "other_words", "places")
    plain = form[1][1:].replace("'", "").replace("’", "").isalpha() and form[1].lower() not in lexicon.noun_kinds()
    return (
        plain
        and not form[1].isupper()
        and not any(form[1] in lexicon.words(name) for name in lists)
        and not (
            form[1].endswith("s") and form[1] not in _SURNAMES and form[1][:-1] not in lexicon.words("first_names")
        )
    )


def _is_called(form: tuple[str, ...], alone: set[str]) -> bool:
    """Whether a form is a first name and a word that is somebody's name by itself."""
    if len(form) != 2 or form[1] not in alone or form[0] not in lexicon.words("first_names"):
        return False
    return form not in lexicon.known_organisations() and form[1] not in lexicon.words("organisation_heads")


def _parts_of_things(names: list[Name]) -> dict[tuple[str, ...], float]:
    """What ships, storms and places are called for short: "Wren" of HMS Wren, "Orrdale" of North Orrdale."""
    found: dict[tuple[str, ...], float] = {}
    for name in names:
        if len(name.words) < 2 or name.label != "other":
            continue
        if name.words[0] in SHIPS or name.words[-2] in _KINDS:
            found[name.words[1:] if name.words[0] in SHIPS else name.words[-1:]] = 4.0
        elif name.words[0] in _DIRECTIONS:
            found[name.words[1:]] = 1.5
    return found


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
