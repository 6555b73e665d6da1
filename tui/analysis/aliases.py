"""Two names that the text says are one's: "Lil Cobra, whose real name is Terrence Mayhew", "Mayhew, known as Cobra"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.edges import Name
    from tui.analysis.merging import Cluster
    from tui.analysis.words import Words

_KNOWN = (
    r"(?:(?:also|better|best|professionally|popularly|commonly|simply|formerly|widely|often|then) )*known (?:\w+ )?as"
)
_UNDER = r"(?: the (?:stage |pen )?name(?: of)?)?"
_SAME = re.compile(
    r"(?:(?:, |\( )(?:who (?:is|was) |and )?|who (?:is|was) )(?:"
    + _KNOWN
    + r"|whose (?:real|birth|legal|given|full|original|stage) name (?:is|was)|real name|stage name|birth name|n[ée]e?"
    r"|a\.?k\.?a\.?|alias|(?:also|sometimes|often) called|born(?: as)?"
    r"|who (?:goes|went|performs|performed|records|recorded|writes|wrote|raps|rapped) (?:by|as|under)"
    + _UNDER
    + r"|performing (?:as|under)"
    + _UNDER
    + r") (?:the )?(?:[“\"'‘] )?"
)
_FARTHEST = 9
"""Words between the two names."""


def find_aliases(words: Words, names: list[Name]) -> list[tuple[Name, Name]]:
    """Pairs of names of people that stand for one, in the order of the text."""
    found = []
    for one, other in zip(names, names[1:], strict=False):
        between = words.lower[one.last : other.first]
        if not 1 <= len(between) <= _FARTHEST or words.sentence[one.first] != words.sentence[other.first]:
            continue
        if _SAME.fullmatch(" ".join(between) + " "):
            found.append((one, other))
    return found


def merge_aliases(clusters: list[Cluster], pairs: list[tuple[Name, Name]]) -> list[Cluster]:
    """The clusters with those joined that bear two names of a pair."""
    for one, other in pairs:
        first = next(c for c in clusters if any(n is one for n in c.names))
        second = next(c for c in clusters if any(n is other for n in c.names))
        if first is second:
            continue
        first.names = sorted([*first.names, *second.names], key=lambda n: n.first)
        first.forms += second.forms
        for cluster in clusters:
            cluster.open_to = [first if c is second else c for c in cluster.open_to]
        clusters = [c for c in clusters if c is not second]
    return clusters
