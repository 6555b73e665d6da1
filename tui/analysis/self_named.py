"""Sources that give a part of their name: "one resident, who gave only her first name, Petra", "known as Marko"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import is_capital

if TYPE_CHECKING:
    from tui.analysis.lexicon import Gender
    from tui.analysis.words import Words

_OWN = r"(?:his|her|their|a|an|the)"
_NAME = (
    rf"(?:{_OWN} )?(?:first |given |last |middle |family |full |real )?(?:name|names|surname|nickname|pseudonym|alias)"
)
_MERELY = r"(?:(?:only|just|merely|simply|also) )?"
_GIVEN = re.compile(
    r" (?:(?:at|in|of|from|with|for|near|on) (?:[^ ,;:()]+ ){1,9}(?=, (?:who|using|giving|identified) ))?"
    r"(?:, |\( )?(?:who |and )?(?:(?:would|could|was|is|has|had|also|who) )*" + _MERELY + r"(?:"
    rf"(?:gave|giving|gives|give|given|provided|offered|using|used|uses|use|shared) "
    rf"{_MERELY}{_NAME}(?: only)?(?: as| of| ,)?"
    rf"|(?:identified|named|known|introduced|identifying|introducing)(?: (?:himself|herself|themselves))? {_MERELY}"
    rf"(?:as|by {_NAME}(?: only)?(?: ,| as| of)?)"
    rf"|(?:asked|asking|wanted|wanting|wished|preferred|insisted|agreed|chose)(?: on)? {_MERELY}to be "
    rf"{_MERELY}(?:called|named|known|identified|quoted|referred to)"
    rf"(?: {_MERELY}(?:as|by {_NAME}(?: only)?(?: ,| as)?))?"
    rf"|(?:asked|insisted|requested) (?:that )?(?:he|she|they) (?:only )?be {_MERELY}(?:called|named|identified|known) "
    rf"{_MERELY}(?:as|by {_NAME}(?: only)?(?: ,| as)?)"
    rf"|(?:goes|went|going) by(?: {_NAME})?(?: ,| of)?"
    r"|(?:calls|called|calling) (?:himself|herself|themselves)"
    r") $"
)
_LONGEST = 18
"""Words between who somebody is and their name."""


@dataclass(frozen=True, slots=True)
class SelfNamed:
    """Somebody described and then named, in words that say that the name is theirs."""

    head: int
    """The noun that says who they are."""
    first: int
    """The first word of the name."""
    last: int
    """One past the last word of the name."""
    gender: Gender | None
    """What "his" or "her" between the two says."""


def find_self_named(words: Words) -> list[SelfNamed]:
    """All of them in the order of the text."""
    found = []
    for first in range(3, len(words)):
        if not is_capital(words, first) or words.pos[first] not in ("PROPN", "NOUN", "ADJ", "X"):
            continue
        before = first
        while before > 1 and words.text[before - 1] in lexicon.words("titles"):
            before -= 1  # "uses the name Captain Rook"
        if words.sentence[before - 1] != words.sentence[first] or not _introduces(words.lower[before - 1]):
            continue
        if any(words.text[first] in lexicon.words(name) for name in ("places", "demonyms", "titles")):
            continue
        head = _described(words, before)
        head = _so_named(words, before) if head < 0 else head
        if head >= 0:
            last = first + 1
            while last < len(words) and last - first < 3 and is_capital(words, last) and words.pos[last] == "PROPN":
                last += 1
            between = {words.lower[index] for index in range(head, first)}
            gender: Gender | None = "f" if between & {"her", "herself", "she"} else None
            found.append(SelfNamed(head, first, last, "m" if between & {"his", "himself", "he"} else gender))
    return found


def _so_named(words: Words, first: int) -> int:
    """The noun of "a dentist named Lee", whose name begins at `first`; -1 for other words."""
    noun, verb = first - 2, first - 1
    if noun < 1 or words.lower[verb] != "named" or words.tag[verb] != "VBN" or words.head[verb] != noun:
        return -1
    if words.lower[noun] not in lexicon.person_nouns() or words.pos[noun] != "NOUN":
        return -1
    return noun if any(words.lower[index] in ("a", "an") for index in range(max(0, noun - 3), noun)) else -1


def _introduces(word: str) -> bool:
    """Whether a name can follow straight on a word in such a phrase."""
    return word in (
        *(",", "as", "by", "of", "called", "named", "himself", "herself", "themselves", "name", "only", "surname"),
        *("nickname", "pseudonym", "alias"),
    )


def _described(words: Words, first: int) -> int:
    """The noun for a person of whom the words up to `first` say the name; -1 where they do not."""
    sentence = words.sentence[first]
    tail = ""
    for index in range(first - 1, max(first - _LONGEST, -1), -1):
        if words.sentence[index] != sentence:
            break
        person = words.lower[index] in lexicon.person_nouns() and words.pos[index] in ("NOUN", "PROPN")
        if person and tail and _GIVEN.fullmatch(f" {tail}"):
            return index
        tail = f"{words.lower[index]} {tail}"
    return -1
