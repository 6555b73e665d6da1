"""Places that are teams: in the report of a match, "England beat Sweden 2–0" names two teams, "in England" a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import Candidate

if TYPE_CHECKING:
    from tui.analysis.words import Words

_SCORE = re.compile(r"^\d{1,3}(?:[-–]\d{1,3})?$")
_LOCAL = frozenset(["in", "at", "from", "near", "of", "through", "outside", "around"])
_RIVAL = frozenset(["against", "over", "past", "beat", "versus", "v", "vs", "vs."])
_CLUBS = frozenset(["City", "Town", "County", "Villa", "Forest", "Park", "Vale"])
"""What the names of clubs share with those of places."""
_CAREER = frozenset(
    "played plays playing signed drafted traded debut debuted released loaned transferred "
    "signing signs sign loan stint spell transfer appearances appearance".split()
)
_STAFF = frozenset(
    "coach captain manager goalkeeper striker defender midfielder quarterback pitcher forward winger".split()
)


def find_teams(words: Words) -> list[Candidate]:
    """The names of places that stand for teams, where the text is the report of a match; none elsewhere."""
    sports = lexicon.words("sports")
    count = sum(lower in sports for lower in words.lower)
    if count < 2:
        return []
    places = [p for p in _place_mentions(words) if _career(words, *p) or not _locates(words, *p)]
    if count < 4 or count * 60 < len(words):  # the life of a player, not the report of a match
        joined = [p for p in places if _career(words, *p)]
        return [Candidate(4.5, first, last, "organisation") for first, last in joined]
    plays: dict[str, int] = {}
    strong = set()
    for first, last in places:
        if _plays(words, first, last):
            form = " ".join(words.text[first:last])
            plays[form] = plays.get(form, 0) + 1
            strong.add((first, last))
    found = _plural_teams(words)
    for first, last in places:
        count = plays.get(" ".join(words.text[first:last]), 0)
        acts = words.dep[last - 1] in ("nsubj", "nsubjpass")
        if (first, last) in strong or count >= 2 or (count and acts):
            found.append(Candidate(4.5, first, last, "organisation"))
    return found


def _plural_teams(words: Words) -> list[Candidate]:
    """ "The Herons", with or without the town before them."""
    found = []
    demonyms, places = lexicon.words("demonyms"), lexicon.words("places")
    for index in range(1, len(words)):
        if words.tag[index] != "NNPS" or not words.text[index][0].isupper() or words.text[index] in demonyms:
            continue
        first = index
        while first and words.pos[first - 1] == "PROPN" and words.sentence[first - 1] == words.sentence[index]:
            first -= 1
        if index - first > 2 or (words.lower[first - 1] != "the" and words.text[first] not in places):
            continue
        if index + 1 < len(words) and words.pos[index + 1] in ("PROPN", "NOUN"):
            continue
        found.append(Candidate(2.4, first, index + 1, "organisation"))
    return found


def _place_mentions(words: Words) -> list[tuple[int, int]]:
    """Places as the list or the model knows them, with a "State" that belongs to a college's name."""
    places = lexicon.words("places")
    found: dict[int, int] = {}
    for first, last, kind in words.entities:
        if kind in ("GPE", "LOC"):
            first += words.lower[first] == "the"
            while last > first + 1 and (words.tag[last - 1] == "POS" or words.text[last - 1][0].isdigit()):
                last -= 1
            if (
                last + 1 < len(words)
                and words.text[last] == "-"
                and words.pos[last + 1] == "PROPN"
                and words.glued(last)
            ):
                last += 2  # "Waasland-Beveren"
            if first < last <= first + 3 and all(
                words.text[i][0].isupper() or words.text[i] == "-" for i in range(first, last)
            ):
                found[first] = last
    for index, text in enumerate(words.text):
        if (
            index not in found
            and text in places
            and not any(f < index < found[f] for f in (index - 1, index - 2) if f in found)
        ):
            found[index] = index + 1
    for first, last in list(found.items()):
        if last < len(words) and words.text[last] == "State":
            found[first] = last + 1
    return sorted(found.items())


def _locates(words: Words, first: int, last: int) -> bool:
    """Whether a name says where something is."""
    before = words.lower[first - 1] if first else ""
    if before in _LOCAL or (before == "the" and first > 1 and words.lower[first - 2] in _LOCAL):
        return True
    if last + 1 < len(words) and words.text[last] == "," and words.text[last + 1] in lexicon.words("places"):
        return not _SCORE.match(words.text[last + 1])
    if (
        before == ","
        and first > 1
        and words.pos[first - 2] == "PROPN"
        and last < len(words)
        and words.text[last] == ","
    ):
        return True
    return last < len(words) and words.pos[last] == "PROPN"


def _career(words: Words, first: int, last: int) -> bool:
    """Whether a name is what somebody "played for", "signed with", "joined", or goes on with "and" after one such."""
    before = words.lower[first - 1] if first else ""
    if before in ("for", "with", "by", "to", "at", "from", "against") and first > 1:
        return words.lower[first - 2] in _CAREER
    if before in ("and", ",") and first > 3:
        start = first - 1
        while start > 1 and first - start < 16 and words.sentence[start - 1] == words.sentence[first]:
            if not (words.text[start - 1][0].isupper() or words.lower[start - 1] in (",", "and", "-", "fc")):
                break
            start -= 1
        listed = words.text[start][0].isupper() and start < first - 1
        return listed and words.lower[start - 1] in ("for", "with") and words.lower[start - 2] in _CAREER
    return before in ("joined", "join", "joining", "rejoined", "captained", "coached")


def _plays(words: Words, first: int, last: int) -> bool:
    """Whether a name does what only a team does."""
    size = len(words)
    verbs = lexicon.words("team_verbs")
    head = last - 1
    before = words.lower[first - 1] if first else ""
    after = words.text[last] if last < size else ""
    if _SCORE.match(after) and words.sentence[last] == words.sentence[head]:
        return True
    if after == "(" and last + 1 < size and _SCORE.match(words.text[last + 1]):
        return True
    if _career(words, first, last):
        return True
    if words.text[head] in _CLUBS and last - first > 1 and words.dep[head] in ("nsubj", "nsubjpass", "dobj", "conj"):
        return True
    if after == "," and last + 2 < size and words.lower[last + 1] in ("which", "who"):
        if _stem(words.lower[last + 2]) in verbs:
            return True
    if before and words.pos[first - 1] == "VERB" and _stem(before) in verbs:
        return True
    if before in _RIVAL or (_SCORE.match(before) and words.sentence[first - 1] == words.sentence[first]):
        return True
    if words.tag[last if last < size else head] == "POS" and last + 1 < size:
        if words.lower[last + 1] in _STAFF or words.entity_of.get(last + 1, (0, 0, ""))[2] == "PERSON":
            return True
    if before == "with" and first > 1 and words.lower[first - 2] in ("drew", "draw", "draws", "level", "tied"):
        return True
    if words.dep[head] in ("nsubj", "nsubjpass", "dobj"):
        return _stem(words.lower[words.head[head]]) in verbs
    return False


def _stem(verb: str) -> str:
    """A form of a regular or strong verb of matches, as the list has it."""
    strong = {
        "won": "win",
        "lost": "lose",
        "led": "lead",
        "fell": "fall",
        "drew": "draw",
        "met": "meet",
        "sank": "sink",
        "sunk": "sink",
        "held": "hold",
        "went": "go",
        "shut": "shut",
    }
    if verb in strong:
        return strong[verb]
    for end, put in (
        ("ies", "y"),
        ("ied", "y"),
        ("es", "e"),
        ("ed", "e"),
        ("ing", "e"),
        ("s", ""),
        ("ed", ""),
        ("ing", ""),
    ):
        if verb.endswith(end) and verb[: -len(end)] + put in lexicon.words("team_verbs"):
            return verb[: -len(end)] + put
    if verb.endswith("ning"):
        return verb[:-4]
    return verb
