"""Parties called by a plain word, which only a capital and its place tell from the word itself: "Labour", "the Greens".

The model takes them for peoples, or passes them over.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Candidate
from tui.analysis.words import FINITE, is_hyphen

if TYPE_CHECKING:
    from tui.analysis.words import Words

_LABOUR = frozenset(["Labour", "Labor"])
_OF_PARTIES = frozenset(
    "mp mps msp msps ms am ams mep meps mla mlas td tds peer peers lord lords councillor councillors leader leaders "
    "leadership candidate candidates minister ministers chancellor frontbench frontbencher frontbenchers backbench "
    "backbencher backbenchers whip whips manifesto voter voters voting activist activists member members membership "
    "politician politicians government governments conference supporter supporters spokesman spokeswoman "
    "spokesperson source sources insider insiders majority donor donors grandee grandees stronghold vote votes seat "
    "seats campaign campaigners opposition administration group heartland heartlands rebel rebels landslide".split()
)
"""What is a party's."""
_OFFICES = frozenset("MP MPs MSP MSPs MS AM AMs MEP MEPs MLA MLAs TD TDs Senator Senators Cllr".split())
"""Whose party stands before what they are, with a capital."""
_TO_PARTIES = frozenset(
    "vote votes voted voting for by against with to from under beat joined join left quit defeat defeated backed "
    "back accused accuse urged told called pressed than of and or but that if when while as says said while although "
    "whether because".split()
)
"""What stands before a party that somebody votes for, joins or hears: elsewhere the word may be another name's."""
_DOES = frozenset(
    "said says promised promises accused accuses pledged pledges insisted insists warned warns denied denies claimed "
    "claims criticised criticises called calls urged urges won lost gained hopes hoped wants wanted opposes opposed "
    "supports supported backed backs voted".split()
)
"""What a party does and work, the other labour, does not."""
_WEIGHT = 4.2
"""Surer than what the model says, and than what the word says elsewhere."""


def find_parties(words: Words) -> list[Candidate]:
    """The places where such a word names a party."""
    found = [*_plurals(words)]
    if not _LABOUR.isdisjoint(words.text):
        found += _labour(words)
    return found


def _plurals(words: Words) -> list[Candidate]:
    """ "The Liberals" that nothing goes on, but "the Greens" only where nobody of the text is called Green."""
    known = lexicon.words("parties")
    found = []
    for index in range(1, len(words)):
        text = words.text[index]
        if text not in _endings() or not text[0].isupper():
            continue
        two = f"{words.text[index - 1]} {text}"
        first = index - 1 if two in known else index
        if (first == index and text not in known) or not first or words.lower[first - 1] != "the":
            continue
        if words.sentence[first - 1] != words.sentence[index] or _goes_on(words, index + 1):
            continue
        if first == index and _is_family(words, text):
            continue
        found.append(Candidate(_WEIGHT, first, index + 1, "organisation"))
    return found


@cache
def _endings() -> frozenset[str]:
    return frozenset(form.rpartition(" ")[2] for form in lexicon.words("parties"))


def _is_family(words: Words, plural: str) -> bool:
    """Whether somebody of the text has the word for a surname, so that the plural may be a family."""
    one = plural.removesuffix("s")
    named = (index for index, text in enumerate(words.text) if index and text == one)
    return any(words.entity_of.get(i, (0, 0, ""))[2] == "PERSON" and words.text[i - 1][0].isupper() for i in named)


def _goes_on(words: Words, index: int) -> bool:
    """Whether a longer name goes on at a word: "the Greens Creek mine", "the Liberals-led"."""
    if index >= len(words) or words.sentence[index] != words.sentence[index - 1]:
        return False
    if is_hyphen(words.text[index]) and words.glued(index):
        return True
    return words.text[index][0].isupper() and words.pos[index] == "PROPN"


def _labour(words: Words) -> list[Candidate]:
    """ "Labour" with a capital amid a sentence, and what it does at the start of one once it is known for a party."""
    amid, opening = [], []
    for index, text in enumerate(words.text):
        if text not in _LABOUR or _goes_on_labour(words, index):
            continue
        opens = not index or words.sentence[index - 1] != words.sentence[index] or words.pos[index - 1] == "PUNCT"
        if opens and (not index or words.text[index - 1] not in (",", ";", "–", "—", ":")):
            opening.append(index)
        elif _is_party(words, index):
            amid.append(index)
    small = "labour" in words.text or "labor" in words.text
    kept = amid + [i for i in opening if _is_done(words, i) and (amid or (not small and _speaks(words, i)))]
    return [Candidate(_WEIGHT, index, index + 1, "organisation") for index in kept]


def _goes_on_labour(words: Words, index: int) -> bool:
    """Whether "Labour" belongs to a longer name: "Labour Day", "Ministry of Labour", "Health and Labour"."""
    after = index + 1
    following = after < len(words) and words.sentence[after] == words.sentence[index]
    if following and words.text[after][0].isupper() and words.text[after] not in _OFFICES:
        return True
    if following and (words.text[after] == "&" or (is_hyphen(words.text[after]) and words.glued(after))):
        return True
    if following and words.text[after] in (",", "and") and words.text[after + 1 : after + 2] == ["Welfare"]:
        return True
    before = index - 1
    if index < 1 or words.sentence[before] != words.sentence[index]:
        return False
    if is_hyphen(words.text[before]) and words.glued(index):
        return True
    amid = before > 0 and words.sentence[before - 1] == words.sentence[before]
    if words.text[before][0].isupper() and (amid or words.pos[before] in ("PROPN", "ADJ")):
        return True  # "New Labour", "Scottish Labour": names of their own
    linked = words.lower[before] in ("of", "for", "and", ",", "&")
    return linked and before > 0 and words.text[before - 1][0].isupper()


def _is_party(words: Words, index: int) -> bool:
    before, after = words.lower[index - 1], words.lower[index + 1] if index + 1 < len(words) else ""
    if after in _OF_PARTIES or after in ("'s", "’s"):
        return True
    return before in _TO_PARTIES or _is_done(words, index) or words.dep[index] in ("pobj", "dobj")


def _is_done(words: Words, index: int) -> bool:
    """Whether a word is what does something, or is something's owner: the finite verb has it for its subject."""
    after = words.lower[index + 1] if index + 1 < len(words) else ""
    if after in ("'s", "’s") or after in _OF_PARTIES:
        return True
    return words.dep[index] in ("nsubj", "nsubjpass") and words.pos[words.head[index]] in ("VERB", "AUX")


def _speaks(words: Words, index: int) -> bool:
    """Whether a word at the start of a sentence says something, as the noun does not."""
    head = words.head[index]
    return words.dep[index] == "nsubj" and words.tag[head] in FINITE and words.lower[head] in _DOES
