"""Whether a description that fits somebody is of them: "the trucker", "the Dane", "the mayor" of another town.

What stands around it speaks for or against: who acts in the sentence before, whose map it is, who is told of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.genders import HE, SHE
from tui.analysis.words import SUBJECTS

if TYPE_CHECKING:
    from tui.analysis.entities import Entity
    from tui.analysis.nominals import Description
    from tui.analysis.words import Words

_OWN_REACH = 8
"""Words behind a description among which a "his" is likely to be its own."""
_ME = frozenset("i me my mine we us our myself i'm i’m".split())
_LOCAL = frozenset(
    "mayor judge magistrate governor coroner sheriff bishop archbishop councillor prosecutor headteacher headmaster "
    "headmistress principal chairman chairwoman vicar priest president minister commissioner".split()
)
"""Those of whom each place has its own."""
_PLACED = frozenset(["of", "in", "for", "from"])
_WHERE = frozenset(["GPE", "LOC", "FAC", "ORG", "PERSON"])
"""What the model may take a place for."""


def acts_before(words: Words, heads: list[int], last: int) -> bool:
    """Whether somebody is the subject of the sentence in which they are mentioned last, with the mentions `heads`."""
    return any(words.dep[head] == "nsubj" for head in heads if words.sentence[head] == words.sentence[last])


def is_one_of_two(words: Words, head: int) -> bool:
    """Whether a subject is joined to another: "Ann Lee and Bob Orr oppose it"."""
    if words.dep[head] == "conj":
        return True
    first, last = words.sentence_bounds(head)
    return any(words.dep[i] == "conj" and words.head[i] == head for i in range(first, last))


def is_other_gender(words: Words, description: Description, entity: Entity) -> bool:
    """Whether the verb behind a description has a "his" or "her" that `entity` cannot be: "noted in his book"."""
    other = {"m": SHE, "f": HE}.get(entity.gender or "")
    verb = words.head[description.head]
    for index in range(description.last, min(description.last + _OWN_REACH, len(words))):
        if words.sentence[index] != words.sentence[description.head] or words.marked[index] >= 0 or not other:
            return False
        if words.pos[index] == "PROPN":
            return False  # "the chair said, handing Ann her coat"
        if words.lower[index] not in other:
            continue
        noun = words.head[index]
        if words.dep[index] == "poss":
            if words.pos[index - 1] == "ADP" and words.head[index - 1] == verb:
                return True
            while words.dep[noun] in ("pobj", "prep") and words.head[noun] != noun:
                noun = words.head[noun]
            doing = words.head[noun] if words.dep[noun] == "dobj" else noun
            return words.tag[doing] == "VBG" and words.dep[doing] == "advcl" and words.head[doing] == verb
        return words.dep[index] == "nsubj" and words.dep[noun] == "advcl" and words.head[noun] == verb
    return False


def is_told_of(words: Words, description: Description, entity: Entity) -> bool:
    """Whether the quote of a description tells of `entity`: "Lucy Orr lost her dog. “She wept,” the grandmother said".

    A word of family, "the grandmother", has to speak of itself as well.
    """
    first, last = words.sentence_bounds(description.head)
    said = [words.lower[i] for i in range(first, last) if words.marked[i] >= 0]
    own = not _ME.isdisjoint(said)
    same = HE if entity.gender == "m" else SHE if entity.gender == "f" else HE | SHE
    opens = next((word for word in said if word.isalpha()), "")
    return (opens in same and opens in ("he", "she")) or (
        description.noun in lexicon.words("kinship") and not own and bool(said)
    )


def is_of_elsewhere(words: Words, description: Description, entity: Entity, heads: list[int]) -> bool:
    """Whether a description is of the one in another place: "The mayor of Wick did not. “…,” the mayor said".

    `heads` are the mentions of `entity` so far.
    """
    noun = description.noun
    if noun not in _LOCAL or description.body or description.plural:
        return False
    known = {word.lower() for role in entity.roles for word in role.split()}
    for head in heads:
        first, last = words.sentence_bounds(head)
        known.update(words.lower[first:last])
    before = range(heads[-1] + 1, description.first)
    others = [index for index in before if words.lower[index] == noun and words.dep[index] in SUBJECTS]
    return any(_is_away(words, index, known) for index in (*others, description.head) if words.marked[index] < 0)


def _is_away(words: Words, noun: int, known: set[str]) -> bool:
    """Whether the subject `noun` is of a place that none of the `known` words, in lower case, names."""
    if words.lower[noun + 1 : noun + 2] and words.lower[noun + 1] in _PLACED and noun + 2 < len(words):
        return words.pos[noun + 2] == "PROPN" and words.lower[noun + 2] not in known
    start, _ = words.sentence_bounds(noun)
    own = (i for i in range(start, noun - 1) if words.marked[i] < 0 and words.lower[i] == "in")
    places = [i + 1 for i in own if words.entity_of.get(i + 1, (0, 0, ""))[2] in _WHERE]
    leads = words.dep[words.head[noun]] == "ROOT"  # "Across the river in Wick the mayor was angry."
    return leads and any(words.dep[i] == "pobj" and words.lower[i] not in known for i in places)
