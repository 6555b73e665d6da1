"""How likely somebody talked about is who a pronoun stands for, after Lappin and Leass (1994).

Weights for recency (in sentences of the reporter's own text), grammatical role, parallelism, who was speaking, gender
known or not, and number of mentions; the binding constraints are filters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.words import Words

SAID = frozenset(
    "said says say saying told tells tell telling added adds adding wrote writes asked asks replied noted notes "
    "explained argued argues insisted insists warned warns claimed claims stated states declared announced "
    "acknowledged admitted admits recalled recalls stressed suggested commented remarked called continued concluded "
    "responded tweeted believes believed thinks thought hopes hoped knew knows denied denies promised vowed pledged "
    "testified joked predicted".split()
)
"""Verbs with a speaker or thinker as their subject, in the forms that reports have."""
_ROLES = {"nsubj": 1.0, "nsubjpass": 0.8, "poss": -0.4, "pobj": -0.3, "compound": -1.0, "appos": -0.2}


_FADE = 0.4
"""What a sentence of distance leaves of a weight."""
_SPEAKER = 0.4
_PARALLEL = 0.3


def role(words: Words, head: int) -> float:
    """The weight of the grammatical role of a word."""
    return _ROLES.get(words.dep[place(words, head)], 0.0)


def place(words: Words, head: int) -> int:
    """The word whose role a name has: its own, or that of the noun straight before it, "her friend Ann Other"."""
    first = head
    while first and words.dep[first - 1] == "compound" and words.head[first - 1] == head:
        first -= 1
    straight = words.dep[head] == "appos" and words.head[head] == first - 1
    return words.head[head] if straight else head


def depths(words: Words) -> dict[int, int]:
    """For each sentence how many sentences with words of the reporter's own stand before it.

    A quote of five sentences is no distance: "he said" after it reaches back over it.
    """
    own = {
        sentence
        for sentence, mark, pos in zip(words.sentence, words.marked, words.pos, strict=True)
        if mark < 0 and pos != "PUNCT"
    }
    found, count = {}, 0
    for sentence in dict.fromkeys(words.sentence):
        found[sentence] = count
        count += sentence in own
    return found


def clause(words: Words, index: int) -> int:
    """The verb that a word is an argument of, through prepositions and possessors."""
    head = words.head[index]
    steps = 0
    while steps < 6 and words.head[head] != head and words.pos[head] not in ("VERB", "AUX"):
        head = words.head[head]
        steps += 1
    return head


def bound(words: Words, head: int, pronoun: int) -> bool:
    """Whether the two are arguments of one verb, so that they cannot be the same (but for a reflexive)."""
    if words.dep[pronoun] == "poss":
        return words.head[pronoun] == head or head in _chain(words, words.head[pronoun])
    verb, other = words.head[head], words.head[pronoun]
    if words.dep[pronoun] == "pobj":
        other = words.head[other]
    if words.dep[head] == "pobj":
        verb = words.head[verb]
    return verb == other or other == head


def _chain(words: Words, noun: int) -> list[int]:
    """What a noun is in apposition to, or has in apposition: "his father, X" is not X's."""
    return [words.head[noun]] if words.dep[noun] == "appos" else []


def speaks(words: Words, head: int) -> bool:
    """Whether a word is the subject of a verb of saying or thinking."""
    return words.dep[head] == "nsubj" and words.lower[words.head[head]] in SAID


def reported_by(words: Words, pronoun: int, head: int) -> bool:
    """Whether a pronoun is the subject of what `head` says: "Reyes said she would"."""
    if words.dep[pronoun] not in ("nsubj", "nsubjpass") or not speaks(words, head):
        return False
    verb = words.head[pronoun]
    while words.dep[verb] in ("conj", "aux", "auxpass") and words.head[verb] != verb:
        verb = words.head[verb]
    return words.dep[verb] == "ccomp" and words.head[verb] == words.head[head]


def salience(words: Words, pronoun: int, heads: list[tuple[int, int]]) -> float:
    """The weight for a pronoun of somebody mentioned at `heads`, each with its distance in sentences, latest first.

    The weights of the mentions add up, the best one of each sentence, and fade with each sentence.
    """
    score = 0.0
    best: dict[int, float] = {}
    for head, distance in heads:
        weight = 1.0 + role(words, head)
        if speaks(words, head):
            weight += _SPEAKER * (2 if words.marked[pronoun] < 0 and speaks(words, pronoun) else 1)
        if words.marked[pronoun] < 0 <= words.marked[head]:
            weight *= 0.3
        elif words.marked[pronoun] >= 0 and words.marked[head] != words.marked[pronoun]:
            weight *= 0.7
        if words.dep[place(words, head)] == words.dep[pronoun]:
            weight += _PARALLEL
        weight -= 0.004 * min(pronoun - head, 100)
        best[distance] = max(best.get(distance, 0.0), weight)
    for distance, weight in best.items():
        score += weight * _FADE**distance
    return score
