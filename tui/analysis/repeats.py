"""The occurrences of known names, and of the surnames and short forms of who is known, that nothing has marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Name, is_capital, title_before
from tui.analysis.short_forms import short_forms, stands_alone
from tui.analysis.surnames import called_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.edges import Label
    from tui.analysis.words import Words

_AS_NAME = 2
"""Times that an ordinary word must stand as a surname alone, to be one wherever it has a capital."""
_NOT_BEFORE = frozenset("a an the this that each every no see on".split())
"""Words before a capital that names a thing, not a person: "the Page", "see Page"."""


def add_repeats(
    words: Words, names: list[Name], acronyms: dict[str, tuple[str, ...]], shouting: set[int]
) -> list[Name]:
    """Find the occurrences of known forms, and of the surnames of known people, that nothing has marked."""
    taken: set[int] = set()
    for name in names:
        taken.update(range(name.first, name.last))
    forms: dict[str, list[tuple[tuple[str, ...], Label]]] = defaultdict(list)
    known: set[tuple[str, ...]] = set()
    ordinary = {word for name in names for word in _ordinary_surname(name)}
    common = lexicon.words("common_words")
    if ordinary:
        common = common - _used_as_names(words, ordinary)
    for name in names:
        for form in _repeat_forms(name, common):
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
                if last < len(words) and words.text[last][0].isdigit() and form[-1] in ordinary:
                    continue  # "Page 3"
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


def _ordinary_surname(name: Name) -> Iterator[str]:
    """The surname of a full name, if it is an ordinary word too: "Page", "Cook"."""
    last = name.words[-1]
    person = name.label == "person" and len(name.words) > 1 and last.istitle()
    if person and last.lower() in lexicon.words("common_words"):
        yield last


def _used_as_names(words: Words, ordinary: set[str]) -> set[str]:
    """Which of these surnames stand alone and with a capital amid sentences, and far more often than without one.

    In lower case, as the list of ordinary words has them.
    """
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    lowered = {word.lower(): word for word in ordinary}
    for index, text in enumerate(words.text):
        if text in ordinary:
            before = words.lower[index - 1] if index else ""
            if not index or words.sentence[index - 1] != words.sentence[index] or before in _NOT_BEFORE:
                continue
            if is_capital(words, index - 1) or _goes_on(words, index + 1):
                continue
            capital[text] += 1
        elif text in lowered:
            small[lowered[text]] += 1
    return {word.lower() for word in ordinary if capital[word] >= _AS_NAME and capital[word] > 2 * small[word]}


def _goes_on(words: Words, index: int) -> bool:
    return index < len(words) and (is_capital(words, index) or words.text[index][:1].isdigit())


def _repeat_forms(name: Name, common: frozenset[str]) -> list[tuple[str, ...]]:
    """The forms of a name to look for: not those that are ordinary words."""
    if name.label == "other":
        return []
    forms = [name.words]
    if name.label == "person" and len(name.words) > 1:
        for short in called_by(name.words):
            capital = short[0][0].isupper() or len(short) > 1
            if capital and (len(short) > 1 or (len(short[0]) > 1 and short[0].lower() not in common)):
                forms.append(short)
    if len(name.words) == 1:
        word = name.words[0]
        if not word[0].isupper() or len(word) < 2 or word.lower() in common:
            return []
    return forms
