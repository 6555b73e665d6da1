"""Words of a law set into a sentence about it: "The Act prohibited work by “anyone held unfit”". The law says them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.analysis.announced import Link
from tui.analysis.cues import climb
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading

_LAWS = frozenset(
    "act law bylaw by-law statute constitution charter treaty code ordinance decree edict amendment clause article "
    "regulation rule bill covenant convention directive provision section contract licence license".split()
)
_RULING = frozenset(
    "prohibit ban bar forbid outlaw allow permit authorise authorize require oblige bind demand guarantee grant "
    "protect define describe limit restrict exempt exclude provide entitle punish criminalise criminalize declare say "
    "state stipulate specify mandate establish refer promise let enable empower instruct cover apply".split()
)
"""What laws do with their words."""
_REACH = 8
"""Words up from a fragment at which the verb that rules may stand."""


def law_that_says(reading: Reading, mark: Marked) -> Link | None:
    """What ties a fragment to the law whose words it gives; None where its sentence is about something else.

    The nearest verb above the fragment that has a subject of its own rules, outside of marks, and that is a law.
    """
    opening = reading.range(mark.outer).start
    words = reading.words(mark.inner)
    if not words or opening == 0:
        return None
    heads = [head for head in islice(climb(words[0]), _REACH) if reading.outside(head) and head.pos_ == "VERB"]
    for verb in heads:
        if verb.i >= opening:
            continue
        subject = next((child for child in verb.lefts if child.dep_ == "nsubj" and reading.outside(child)), None)
        if subject is not None and subject.tag_ not in ("WDT", "WP"):
            return _rules(reading, verb, subject)
    return None


def _rules(reading: Reading, verb: Token, subject: Token) -> Link | None:
    """The link to a law that is the subject of a verb of ruling."""
    if verb.lemma_.lower() not in _RULING or subject.lemma_.lower() not in _LAWS:
        return None
    if subject.pos_ != "PROPN" and not any(child.dep_ in ("det", "poss") for child in subject.lefts):
        return None  # "regulations require": rules at large, in somebody's words
    return Link("governed", reading.phrase(subject), Span(verb.idx, verb.idx + len(verb)), "subject", verb)
