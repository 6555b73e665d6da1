"""What stands beside a name where somebody speaks, and is no part of it: "Said Miner Other:", "said Other Tuesday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon

if TYPE_CHECKING:
    from tui.analysis.words import Words

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""On which somebody speaks, with their name straight before: "said Harlow Tuesday"."""
SAID_BEFORE = frozenset(
    "said says asked asks added adds wrote writes replied replies recalled recalls explained explains noted notes "
    "insisted insists concluded concludes declared declares warned warns answered answers quipped quips countered "
    "counters argued argues continued continues admitted admits".split()
)
"""Verbs that open a sentence before who speaks: "Said Ann Other: “…”"."""
_CITING = frozenset("quoting citing quoted paraphrasing echoing thanking".split())


def behind_verb(words: Words, first: int, last: int) -> int:
    """Where a name begins behind the verb that opens its sentence: "Said Ann Other: “…”"."""
    opens = first == 0 or words.sentence[first - 1] != words.sentence[first]
    if opens and last - first > 2 and words.lower[first] in _CITING:
        return first + 1
    if not opens or last - first < 2 or words.lower[first] not in SAID_BEFORE:
        return first
    verb = words.tag[first][:2] == "VB" and first <= words.head[last - 1] < last
    announces = last - first > 2 and words.text[last : last + 1] == [":"]  # where "Said" is no first name
    return first + 1 if verb or announces else first


def before_weekday(words: Words, first: int, last: int) -> int:
    """Where a person's name ends before a day: "said Harlow Tuesday", but "Joe Friday" who is nowhere just "Joe"."""
    if last - first < 2 or words.lower[last - 1] not in WEEKDAYS:
        return last
    name = words.text[first]
    if last - first > 2 or name not in lexicon.words("first_names"):
        return last - 1
    places = (index for index, text in enumerate(words.text) if text == name and index not in (0, first))
    surname = any(words.text[i - 1][0].isupper() and words.pos[i - 1] == "PROPN" for i in places)
    return last - 1 if surname else last


def behind_role(words: Words, first: int, last: int) -> int:
    """Where a name begins behind the verb's own "Machinist" or "Mayor": "Said Machinist Other: “…”"."""
    behind = first > 0 and words.lower[first - 1] in SAID_BEFORE and words.sentence[first - 1] == words.sentence[first]
    firsts = lexicon.words("first_names")
    while behind and last - first > 1 and _names_work(words.lower[first]) and words.text[first] not in firsts:
        first += 1
    return first


def _names_work(word: str) -> bool:
    return word in lexicon.person_nouns() or (word.endswith(("ist", "smith", "keeper", "woman")) and len(word) > 6)
