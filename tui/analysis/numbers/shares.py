"""Shares of a group told by two numbers: "one in five", "one person in ten", "four of five dentists"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_nouns
from tui.analysis.numbers.ranges import value_of

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

_SHARE = re.compile(r"-(?:of|for)-|\s+(?:in|out\s+of(?:\s+every)?|in\s+every|of\s+every)\s+|\s+over\s+|-in-(?:an?-)?")
_NOUN_BETWEEN = re.compile(r"\s(?P<who>[a-z]+)\s(?:in|out\sof)\s(?:every\s)?")
"""What stands between the two numbers where the noun is said first: "one person in ten"."""
_ANYONE = frozenset("person people adult child children man men woman women household home voter student".split())
_ROUND = frozenset((*range(2, 11), 12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000))
"""Of how many a share is told when the noun is said first."""
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:!?)”\"]|$)|\s(?:is|are|was|were|has|have|had|will|would|can|could|does|do|did|says?|said"
    r"|thinks?|\w+ed|never"
    r"|who|now|still|in|on|at|and|or|but|may|might|lives?|wants?|gets?|knows?|needs?|suffers?)\b"
)
_TIME = (
    r"second|minute|hour|day|week|month|year|yr|decade|minutes|hours|days|weeks|months|years"
    r"|innings|games|matches|appearances|starts|overs|balls"
)
PERIOD_FOLLOWS = re.compile(
    rf"[\s-](?:(?:league|straight|consecutive|previous|career|international)\s)?(?:{_TIME})\b", re.IGNORECASE
)
_OF_ALL = frozenset(
    "people adults children men women voters households homes families workers employees patients users"
    " customers drivers"
    " students pupils teachers parents doctors dentists nurses farmers shoppers renters homeowners smokers"
    " consumers readers"
    " viewers businesses firms companies employers pensioners teenagers graduates taxpayers residents"
    " respondents americans"
    " britons canadians australians europeans germans drivers commuters travellers travelers owners"
    " marriages pregnancies"
    .split()
)  # fmt: skip
"""Those of whom a share is told where no number of them is known."""
_AS_A_RULE = re.compile(
    r"\s(?P<who>[A-Za-z]+)\s(?:(?:now|still|already|also|never|always|often|regularly|currently)\s)?(?:say"
    r"|think|believe|want"
    r"|prefer|back|support|oppose|agree|disagree|favou?r|recommend|trust|own|use|live|work|feel|fear|expect"
    r"|hope|plan|rate|drive"
    r"|smoke|drink|have|are|do|cannot|would|can|will|know|like|need|suffer|earn|pay|rent|vote|read|watch|eat"
    r"|buy|lack|rely"
    r"|surveyed|polled|asked|questioned|end|fail|survive)\b(?!\s(?:been|among|the\swinners)\b)"
)
"""What many do as a rule, or are asked about: "four of five dentists recommend it"."""
_ROUND_OF = frozenset((3, 4, 5, 10, 20, 100))


def share(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """The share that two bare numbers tell together, or None where they are two figures."""
    return (
        _share(text, one, other, between)
        or _share_of(text, one, other, between)
        or _share_of_all(text, one, other, between)
    )


def _share_of_all(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "four of five dentists prefer it": of dentists altogether, and of no five who were named."""
    top, bottom = value_of(one), value_of(other)
    if between != " of " or not (one.bare and other.bare) or not top or bottom not in _ROUND_OF or not 0 < top < bottom:
        return None
    told = _AS_A_RULE.match(text, other.end)
    if not told or told["who"].lower() not in _OF_ALL:
        return None
    one.kind, one.value, one.end, one.core = "fraction", top / bottom, other.end, (one.core[0], other.core[1])
    return one


def _share(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "one in five", "2 out of 500", "one over three": a fraction below one of two bare numbers."""
    match = _SHARE.fullmatch(between)
    top, bottom = value_of(one), value_of(other)
    if not match or not (one.bare and other.bare) or top is None or bottom is None:
        return None
    word = between.strip().lower()
    made = word in ("-of-", "-for-")
    if not 0 < abs(top) < bottom + made:
        return None
    if not top.is_integer() or not bottom.is_integer() or PERIOD_FOLLOWS.match(text, other.end):
        return None
    if word == "in" and (1500 <= bottom <= 2100 or (bottom > 100 and bottom % 100)):
        return None
    if word == "over" and (
        not _spoken_over(text, one, top, bottom) or re.match(r"\s+\w", text[other.end : other.end + 3])
    ):
        return None
    if made:  # "12-of-20 shooting", "a 4-for-4 night"
        one.words = f"{top:g} {word.strip('-')} {bottom:g}"
    one.kind, one.value, one.end, one.core = "fraction", top / bottom, other.end, (one.core[0], other.core[1])
    return one


def _share_of(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "one person in ten", "three in every 100" with its noun between: a fraction of those people."""
    noun = _NOUN_BETWEEN.fullmatch(between)
    top, bottom = value_of(one), value_of(other)
    if (
        not noun
        or not (one.bare and other.bare)
        or not top
        or not bottom
        or bottom not in _ROUND
        or not 0 < top < bottom
    ):
        return None
    who = noun["who"].removesuffix("s")
    if not (who in person_nouns() or who in _ANYONE) or not _NO_NOUN.match(text, other.end):
        return None
    one.kind, one.value, one.end, one.core = "fraction", top / bottom, other.end, (one.core[0], other.core[1])
    one.counts = noun["who"]
    return one


def _spoken_over(text: str, one: Draft, top: float, bottom: float) -> bool:
    """Whether "over" divides: "one over three", "five over six"; "won 5 over 6" may be more than six."""
    opens = re.search(
        r"(?:^|[.:]\s|\b(?:is|equals|fraction|ratio)\s(?:of\s)?)$", text[max(0, one.start - 14) : one.start]
    )
    return abs(top) == 1 or (not one.digits and bottom <= 12) or opens is not None
