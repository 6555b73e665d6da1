"""What a figure counts where it stands with a group: "a crew of four", "a 3,000-strong force", "a 15 man crew"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tui.analysis.numbers.draft import Draft

_OF_MEMBERS = frozenset("crew cast staff crowd audience workforce personnel".split())
"""Groups that stand for their members: "a crew of four" is four crew, "a team of four" is no four teams."""
_MEMBER = frozenset("man woman person member".split())
_STRONG = re.compile(r"[-\s]strong\b")
_BEST_OF = re.compile(r"\bbest[-\s]of[-\s]$", re.IGNORECASE)
_TOP = re.compile(r"\b(?:top|bottom)\s$", re.IGNORECASE)
_PEOPLES = ("NORP", "GPE", "ORG", "PERSON")


def uncounted(text: str, draft: Draft) -> bool:
    """Whether the noun after a figure is not what it counts: "best of three series", "3,000-strong", "top 10 of"."""
    before = text[max(0, draft.core[0] - 9) : draft.core[0]]
    strong = draft.kind == "count" and _STRONG.match(text, draft.end)
    ranked = text.startswith(" of ", draft.end) and _TOP.search(before)
    return bool(strong or ranked or _BEST_OF.search(before))


_MAGNITUDE = re.compile(r"\bmagnitude(?:\sof)?[\s-]$", re.IGNORECASE)
_OF_A_QUAKE = re.compile(r"[\s-]magnitude\b|\s(?:on|by)\sthe\s(?:open-ended\s)?Richter\sscale\b")


def magnitude(text: str, draft: Draft) -> bool:
    """Whether a figure is the magnitude of an earthquake: "a 6.1-magnitude quake", "4.3 on the Richter scale"."""
    small = isinstance(draft.value, float) and 0 < draft.value < 10
    before = max(0, draft.start - 14)
    return small and bool(_OF_A_QUAKE.match(text, draft.end) or _MAGNITUDE.search(text, before, draft.start))


def strong(text: str, draft: Draft) -> int:
    """Where the noun begins that a figure tells the strength of ("a 3,000-strong force"); 0 where it tells none."""
    match = _STRONG.match(text, draft.end) if draft.kind == "count" else None
    return match.end() if match and text[match.end() : match.end() + 1] == " " else 0


def of_members(group: str) -> bool:
    """Whether a group stands for its members."""
    return group.rpartition(" ")[2].lower() in _OF_MEMBERS


def of_one_member(words: list[Token], draft: Draft) -> bool:
    """Whether more than one of a member stands before a group: "a 15 man crew"."""
    several = isinstance(draft.value, float) and draft.value > 1
    return several and len(words) > 1 and words[0].lower_ in _MEMBER and words[1].pos_ == "NOUN"


def two_names(doc: Doc, left: Token, at: int, sentence: int) -> bool:
    """Whether the names on both sides of "and" describe what is counted: "US and Russian astronauts"."""
    if left.ent_type_ not in _PEOPLES:
        return False
    while at + 1 < sentence and doc[at].ent_type_ in _PEOPLES:
        at += 1
        if doc[at].tag_ == "NNS" and doc[at].text.islower():
            return True
    return False
