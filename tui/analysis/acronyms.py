"""Acronyms and what they stand for: "Patriotic Union of Kurdistan (PUK)", "CEI (Conferenza Episcopale Italiana)".

The words of the expansion are found backwards from the bracket by their first letters (Schwartz and Hearst 2003, "A
Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text", keeps to single letters; names are
matched word by word here, which is stricter).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Candidate

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.words import Words

_SMALL = frozenset("of the and for on in de du des del della di la le der die und y e & to a".split())
_FARTHEST = 12
"""Words before a bracket that are looked at for the expansion."""


def initials(form: tuple[str, ...]) -> set[str]:
    """The acronyms that a name can have, in capitals."""
    kept = [w for w in form if w[0].isalnum()]
    plain = [w for w in kept if not w.islower()]
    return {"".join(w[0] for w in group).upper() for group in (kept, plain) if len(group) > 1}


def _letters(text: str) -> str:
    """An acronym without stops and ampersands; "" where the word is none."""
    letters = text.strip('“”"').replace(".", "").replace("&", "")
    if not (letters[:1].isupper() and 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= 2):
        return ""
    return letters


def find_expanded(words: Words) -> list[Candidate]:
    """The expansions of acronyms in brackets, from their first to their last word, whatever the model makes of them."""
    found = []
    for bracket in range(2, len(words) - 2):
        if words.text[bracket] != "(" or words.text[bracket + 2] != ")":
            continue
        letters = _letters(words.text[bracket + 1])
        first = _expansion(words, bracket, letters.upper()) if len(letters) > 2 else -1
        if first >= 0 and words.text[bracket + 1] not in lexicon.words("things"):
            last = words.text[bracket - 1]
            if last in lexicon.words("other_words") or last in lexicon.words("place_words"):
                found.append(Candidate(2.4, first, bracket, "other"))
            elif _is_body(words, first, bracket):
                found.append(Candidate(2.4, first, bracket, "organisation"))
    return found


def _is_body(words: Words, first: int, bracket: int) -> bool:
    """Whether an expansion is an organisation's name: by its head, or because the model has one in it."""
    if words.text[bracket - 1] in lexicon.words("organisation_heads"):
        return True
    if words.text[first] in lexicon.words("organisation_openers") | lexicon.words("foreign_heads"):
        return True
    return any(words.entity_of.get(i, (0, 0, ""))[2] == "ORG" for i in range(first, bracket))


def _expansion(words: Words, bracket: int, letters: str) -> int:
    """The first of the words before a bracket whose first letters are the acronym's; -1 where they are not."""
    index, left = bracket - 1, len(letters)
    capital = 0
    while left and index >= 0 and bracket - index <= _FARTHEST:
        text = words.text[index]
        if words.sentence[index] != words.sentence[bracket]:
            return -1
        if text[0].upper() == letters[left - 1] and (text[0].isupper() or text[0].isdigit() or text in _SMALL):
            left -= 1
            capital = index if text not in _SMALL else capital
            if not left:
                break
        elif words.lower[index] not in _SMALL and text not in ("-", ",", "’s", "'s"):
            return -1
        index -= 1
    return capital if not left and capital == index and bracket - index > 1 else -1


def bind_acronyms(words: Words, names: list[Name]) -> dict[str, tuple[str, ...]]:
    """The names that acronyms stand for: in brackets behind one, or one whose first letters they alone can be."""
    bound: dict[str, tuple[str, ...]] = {}
    for name in names:
        last = name.last
        if last + 2 < len(words) and words.text[last] == "(" and words.text[last + 2] == ")" and len(name.words) > 1:
            letters = _letters(words.text[last + 1])
            if not letters:
                continue
            short, whole = words.text[last + 1].strip('“”"'), letters.upper()
            if name.label == "organisation" and whole == letters and short not in lexicon.words("places"):
                bound.setdefault(short, name.words)
            if any(i == whole or (len(whole) > 2 and i.endswith(whole)) for i in initials(name.words)):
                bound.setdefault(short, name.words)
    _bind_loose(names, bound)
    return bound


def _bind_loose(names: list[Name], bound: dict[str, tuple[str, ...]]) -> None:
    """Bind the acronyms that stand alone to the only name of the text that has their letters."""
    full: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if len(name.words) > 2 and name.label != "person":
            for letters in initials(name.words):
                full.setdefault(letters, set()).add(name.words)
    for name in names:
        short = name.words[0]
        letters = _letters(short) if len(name.words) == 1 else ""
        if len(letters) < 3 or not letters.isupper() or short in bound or short in lexicon.words("things"):
            continue
        forms = full.get(letters, set())
        if len(forms) == 1 and (short,) not in lexicon.known_organisations():
            bound[short] = next(iter(forms))
