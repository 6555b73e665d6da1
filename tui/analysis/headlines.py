"""Names in headlines, where every word has a capital: what the text below knows decides where a name ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.surnames import surname

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.words import Words


def capitalised_sentences(words: Words) -> set[int]:
    """Sentences in which capitals say nothing: headlines in title case or in capitals.

    They have four long words or more with a capital and none of their nouns, verbs and adjectives without one, or
    no small letter at all.
    """
    upper: dict[int, int] = defaultdict(int)
    lower: dict[int, int] = defaultdict(int)
    plain: dict[int, int] = defaultdict(int)
    for index, text in enumerate(words.text):
        plain[words.sentence[index]] += text.isalpha() and not text.isupper()
        if text[0].isupper():
            upper[words.sentence[index]] += len(text) > 3
        elif words.pos[index] in ("NOUN", "VERB", "ADJ", "ADV"):
            lower[words.sentence[index]] += 1
    found = {
        number
        for number, count in upper.items()
        if (count >= 4 and lower[number] * 8 < count) or (count >= 2 and not plain[number])
    }
    # a text that is all like that has nothing else to go by
    return found if 2 * len(found) <= len(set(words.sentence)) else set()


def settle_headlines(words: Words, names: list[Name], shouting: set[int]) -> None:
    """Cut the names of headlines down to those that the text knows; drop what it does not and nothing speaks for."""
    known: dict[str, set[tuple[str, ...]]] = {"person": set(), "organisation": set(), "other": set()}
    inside = []
    sizes = Counter(dict(zip(words.sentence, words.paragraph, strict=True)).values())
    for name in names:
        # a headline is a paragraph of its own; a list of names inside a text is none
        if words.sentence[name.first] in shouting and sizes[words.paragraph[name.first]] == 1:
            inside.append(name)
        else:
            known[name.label].add(name.words)
            if name.label == "person":
                known["person"].add((surname(name.words),))
    for name in inside:
        if name.label == "other" or name.words in known[name.label]:
            continue
        part = _known_part(name, known[name.label])
        if part is not None:
            name.first, name.last = name.first + part[0], name.first + part[1]
            name.words = name.words[part[0] : part[1]]
        elif not _speaks_for_itself(name):
            name.label = "other"


def _known_part(name: Name, known: set[tuple[str, ...]]) -> tuple[int, int] | None:
    """The longest part of a name that the text knows, as places among its words."""
    size = len(name.words)
    for length in range(size - 1, 0, -1):
        for first in range(size - length + 1):
            if name.words[first : first + length] in known:
                return first, first + length
    return None


def _speaks_for_itself(name: Name) -> bool:
    if name.label == "person":
        return bool(name.titled) or (len(name.words) == 2 and name.words[0].title() in lexicon.words("first_names"))
    last = name.words[-1]
    heads = last in lexicon.words("organisation_heads") or last in lexicon.words("company_suffixes")
    return name.words in lexicon.known_organisations() or (heads and len(name.words) > 1) or last.isupper()
