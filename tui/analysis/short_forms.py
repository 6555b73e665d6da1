"""What a firm is called for short: "Halden" in an article about Halden Motors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.words import Words

_STAKES = frozenset(
    "stake stakes share shares stock investor investors shareholder shareholders interest investment investments "
    "holding confidence faith trust invest invests invested".split()
)
"""What is "in" a firm rather than in a place."""


SCHOOLS = frozenset(
    "High Middle Elementary Secondary Primary Grammar School College University Academy Hospital".split()
)
"""What ends the names of schools and hospitals, which are called by what stands before."""
_LOOSE = frozenset(["Group", "Company", "Corporation", "International", "Worldwide"])
"""What ends the names of others than firms too: dropped where two words or more stand before."""


def short_forms(form: tuple[str, ...], first_names: bool = False) -> list[tuple[str, ...]]:
    """The names that a firm of this name can go by, the longest first: none where its first word is a general one.

    `first_names` says whether a first name may stand for it, as "Morgan" for Morgan Steel.
    """
    kept = form
    while len(kept) > 1 and kept[-1] in lexicon.words("company_suffixes"):
        kept = kept[:-1]
    headed = len(kept) > 1 and (kept[-1] in lexicon.words("company_heads") or (len(kept) > 2 and kept[-1] in _LOOSE))
    if not headed and len(kept) == len(form):
        return []
    before = kept[:-1] if headed else kept
    found = [part for part in dict.fromkeys((before, before[:1])) if len(part) < len(form) <= 3]
    if len(before) == 2 and "." in before[0] and before[0].replace(".", "").isupper():
        found.append(before[1:])  # "Hadley" of R.J. Hadley Group
    capitals = [part for part in found if all(word[0].isupper() for word in part)]
    return [part for part in capitals if len(part) > 1 or _names(part[0], first_names)]


def school_form(form: tuple[str, ...]) -> tuple[str, ...]:
    """What a school or hospital is called for short: "Harlow Ridge" of Harlow Ridge High School; () where none."""
    kept = form
    while len(kept) > 1 and kept[-1] in SCHOOLS:
        kept = kept[:-1]
    joined = " ".join(kept)
    placed = joined in lexicon.words("places") or joined in lexicon.words("towns")
    if len(kept) == len(form) or placed or "of" in kept or not all(word[0].isupper() for word in kept):
        return ()
    return kept if len(kept) > 1 or _names(kept[0], first_names=False) else ()


def _names(word: str, first_names: bool) -> bool:
    """Whether one word alone can name a firm: no place, no people, nothing general."""
    lists = ("places", "demonyms", "titles", "generic_openers", "organisation_heads", "place_words")
    if not first_names and word in lexicon.words("first_names"):
        return False
    general = any(word in lexicon.words(name) for name in lists) or word.lower() in lexicon.words("common_words")
    return len(word) > 2 and not general and word.lower() not in lexicon.person_nouns()


def is_placed(words: Words, first: int) -> bool:
    """Whether a name stands where a place does: "in Halden", but not "a stake in Halden"."""
    if first < 1 or words.sentence[first - 1] != words.sentence[first] or words.lower[first - 1] not in ("in", "near"):
        return False
    return first < 2 or words.lower[first - 2] not in _STAKES


def stands_alone(words: Words, first: int, last: int) -> bool:
    """Whether words are a name of their own: no part of a longer one, and no place."""
    for beside, glued in ((first - 1, first), (last, last)):
        if 0 <= beside < len(words) and words.sentence[beside] == words.sentence[first]:
            if words.pos[beside] == "PROPN" and words.text[beside][0].isupper() and not words.glued(glued):
                return False
    return all(words.pos[index] == "PROPN" for index in range(first, last)) and not is_placed(words, first)


def firms(forms: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """What all the organisations of a text can be called for short, first names and all."""
    known = list(forms)
    found = {short for form in known for short in short_forms(form, first_names=True)}
    return found | {short for form in known if (short := school_form(form))}
