"""Firms whose names hold commas, "&" or an owner: "Brandt, Mosley & Pike", "Duncan, Fisk and Company"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Candidate, is_capital

if TYPE_CHECKING:
    from tui.analysis.words import Words

_CLOSERS = frozenset("Company Co Co. Partners Associates Sons Brothers Bros Bros. Daughters".split())
"""What ends the names of partnerships behind "and"."""
_SHOPS = frozenset(
    "Bakery Bakeries Nursery Nurseries Restaurant Restaurants Diner Pizza Pizzeria Grill Kitchen Deli Tavern "
    "Brewery Breweries Distillery Creamery Dairy Supermarket Supermarkets Stores Pharmacy Pharmacies Garage Bookshop "
    "Bookstore Books Foods Funeral Furniture Hardware Auctions Coffee Tearooms Butchers Confectionery Cannery".split()
)
"""What somebody's business is called."""
_MOST = 4
"""Names with commas before the last one."""


def find_partnerships(words: Words) -> list[Candidate]:
    """The firms named so, whatever the model makes of their parts."""
    found = []
    for index in range(1, len(words) - 1):
        text = words.text[index]
        if text in ("&", "and"):
            found += _listed(words, index)
        elif text in ("'s", "’s") and words.tag[index] == "POS":
            found += _owned(words, index)
    return found


def _listed(words: Words, link: int) -> list[Candidate]:
    """A firm of surnames with commas, the last one behind "&", or behind "and" with what ends a firm's name."""
    if not (is_capital(words, link + 1) and _surname(words, link - 1)):
        return []
    last = link + 2
    closed = words.text[link + 1] in _CLOSERS
    if words.text[last : last + 1] and words.text[last] in lexicon.words("company_suffixes") | _CLOSERS:
        last, closed = last + 1, True
    if words.text[link] == "and" and not closed:
        return []
    first = link - 1
    while first > 1 and link - first < 2 * _MOST and words.text[first - 1] == "," and _surname(words, first - 2):
        first -= 2
    if first == link - 1 or words.sentence[first] != words.sentence[link + 1]:
        return []
    if first and is_capital(words, first - 1) and words.sentence[first - 1] == words.sentence[first]:
        return []  # "Ann Brandt, Mosley & Pike": the first is somebody
    return [Candidate(3.3, first, last, "organisation")]


def _surname(words: Words, index: int) -> bool:
    """Whether a word can be one of the surnames in a firm's name: no place, no known organisation, no first name."""
    text = words.text[index]
    if not is_capital(words, index) or words.pos[index] != "PROPN" or not text[1:].islower():
        return False
    known = any(text in lexicon.words(name) for name in ("places", "demonyms", "titles", "organisation_heads"))
    return not (known or (text,) in lexicon.known_organisations() or words.entity_of.get(index, ("",) * 3)[2] == "GPE")


def _owned(words: Words, owner: int) -> list[Candidate]:
    """A business with its owner's name: one surname or two with "&" before "'s", and what businesses are behind it."""
    first = owner - 1
    if first > 1 and words.text[first - 1] == "&" and is_capital(words, first - 2):
        first -= 2
    last = owner + 1
    while last < len(words) and last - owner < 4 and is_capital(words, last) and words.pos[last] == "PROPN":
        last += 1
    alone = first == 0 or not is_capital(words, first - 1) or words.sentence[first - 1] != words.sentence[first]
    if last == owner + 1 or not is_capital(words, first) or words.pos[first] != "PROPN" or not alone:
        return []
    ending = words.text[last - 1]
    suffixed = ending in lexicon.words("company_suffixes") and last - owner > 2
    place = any(words.text[first] in lexicon.words(name) for name in ("places", "demonyms"))
    return [Candidate(4.0, first, last, "organisation")] if (suffixed or ending in _SHOPS) and not place else []
