"""Descriptions that stand before a name with what they are "of": "the member for Corran, Ann Other"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import HONOURS, is_cut_title
from tui.analysis.role_phrases import LINKS, LONGEST, STOPS, is_person_noun, list_start, role_phrase, root_of
from tui.analysis.words import FINITE

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.words import Words

_MODIFIERS = ("amod", "compound", "nmod")
_OPEN_TO = frozenset(["appos", "conj", "nsubj", "npadvmod", "dobj"])
"""How the parser may take a name that explains a description."""
_CERTAIN = frozenset(["the", "its", "their", "his", "her", "our", "’s", "'s"])
_AFTER = frozenset([",", ".", ")", ";", "—", "–", "and"])
"""What closes a name that explains a description."""


def apposed(words: Words, name: Name) -> tuple[int, int] | None:
    """The description that a name explains: "the director of the institute, Ann Other"."""
    comma = _comma_before(words, name)
    if comma < 1:
        return None
    last = name.last
    while last < len(words) and words.text[last] in HONOURS:
        last += 1
    root = root_of(words, name.first, last)
    head = words.head[root] if words.dep[root] == "appos" else len(words)
    if head >= comma or not is_person_noun(words, head) or not _may_head(words, head):
        head = _only_head(words, comma, root)
        closed = last >= len(words) or words.text[last] in _AFTER
        if head < 0 or not closed or words.dep[root] not in _OPEN_TO:
            return None
    head = _nearer(words, head, comma)
    first, end = _first(words, head), head + 1
    while end < comma and words.text[end] not in (",", "(") and words.lower[end] not in STOPS:
        end += 1
    return (first, end) if end - first <= LONGEST else None


def _nearer(words: Words, head: int, comma: int) -> int:
    """The noun that a name explains: behind the name of somebody else, the one that follows it."""
    named = False
    for index in range(head + 1, comma - 1):
        begins, ends, kind = words.entity_of.get(index, (0, 0, ""))
        named = named or (kind == "PERSON" and ends - begins > 1)
        if named and words.lower[index + 1] in LINKS and is_person_noun(words, index):
            return index
    return head


def _comma_before(words: Words, name: Name) -> int:
    """The comma before a name and the title or role that stands straight before it; -1 where none is there."""
    comma = name.first - 1
    while comma > 0 and (words.text[comma] in lexicon.words("titles") or is_cut_title(words, comma)):
        comma -= 1
    if comma > 0 and (comma < name.first - 1 or is_person_noun(words, comma)):
        while comma > 0 and name.first - comma < 6 and words.pos[comma] in ("PROPN", "NOUN", "ADJ"):
            comma -= 1
    if comma < 1 or words.text[comma] != "," or words.sentence[comma] != words.sentence[name.first]:
        return -1
    return comma


def _only_head(words: Words, comma: int, root: int) -> int:
    """The one noun for a person before a comma that a name behind it may explain; -1 where none or several are.

    It is somebody certain ("the premier"), has a capital and is of something, or the parser ties the name to it.
    """
    found: list[int] = []
    index = comma - 1
    while index >= 0 and words.sentence[index] == words.sentence[comma] and comma - index <= LONGEST:
        if words.tag[index] in FINITE or words.pos[index] in ("AUX", "SCONJ") or words.lower[index] in STOPS:
            break
        if words.pos[index] == "PUNCT" and not words.glued(index):
            break
        if words.text[index] == "," or words.tag[index] == "PRP":
            break
        followed = index + 1 == comma or words.lower[index + 1] in LINKS or words.lower[index + 1] == "with"
        if followed and is_person_noun(words, index) and _may_head(words, index):
            found.append(index)
        index -= 1
    if len(found) != 1:
        return -1
    first, bare = _first(words, found[0]), found[0] + 1 == comma
    certain = first > 0 and words.lower[first - 1] in _CERTAIN
    capital = words.text[first][0].isupper()
    return found[0] if certain or (not bare and (capital or words.dep[root] == "appos")) else -1


def _may_head(words: Words, index: int) -> bool:
    """Whether a noun for a person is no part of a name: with a capital a title or the office of something alone."""
    if words.pos[index] != "PROPN" or words.text[index] in lexicon.words("titles"):
        return True
    return words.lower[index + 1] in LINKS and words.entity_of.get(index, (0, 0, ""))[2] not in ("PERSON", "ORG")


def _first(words: Words, head: int) -> int:
    """The first word of the adjectives and nouns before a noun."""
    first = head
    while first and words.dep[first - 1] in _MODIFIERS and first <= words.head[first - 1] <= head:
        first -= 1
    return first


def led_up_to(words: Words, name: Name) -> tuple[int, int] | None:
    """The description straight before a name whose complement stands between: "a forecaster with the Weather Office X".

    Read where the parser takes the name for the end of the complement.
    """
    last = name.first
    between = list_start(words, last)
    link = between - 1
    while link > 0 and words.lower[link] in ("the", "a", "an"):
        link -= 1
    if between == last or link < 1 or not (words.lower[link] in LINKS or words.lower[link] == "with"):
        return None
    head = link - 1
    if not is_person_noun(words, head) or words.lower[head] in lexicon.words("kinship"):
        return None
    if any(_of_somebody(words, index) for index in range(link + 1, last)):
        return None  # "a spokesman for the mayor Ann Other": hers is the nearer one
    return (_first(words, head), last) if last - head <= LONGEST else None


def who_is(words: Words, name: Name) -> tuple[int, int] | None:
    """What a clause behind a name says its bearer is: "Ann Other, who is vice-president for research"."""
    index = name.last + (words.text[name.last : name.last + 1] == [","])
    if words.lower[index : index + 1] != ["who"] or words.lower[index + 1 : index + 2] not in (["is"], ["was"]):
        return None
    first = index + 2
    while first < len(words) and words.pos[first] == "ADV":
        first += 1
    article = words.lower[first : first + 1] in (["a"], ["an"], ["the"])
    first += article
    if first >= len(words) or words.pos[first] not in ("NOUN", "PROPN", "ADJ") or words.marked[first] >= 0:
        return None
    found = role_phrase(words, first, words.sentence[name.first], is_person_noun)
    return found if found and (article or found[1] - found[0] > 1) else None


def _of_somebody(words: Words, index: int) -> bool:
    return is_person_noun(words, index) or words.text[index] in lexicon.words("titles")
