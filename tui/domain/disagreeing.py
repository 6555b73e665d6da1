"""Which figures of an article cannot both hold: what a fact-checker looks for.

Most figures of one sort of thing are figures of several things: other people, another day, a part, a forecast. A mark
that is wrong teaches its reader to overlook it, so a pair is marked only where nothing in the two sentences explains
why the figures differ. It takes time that grows with the number of figures, not with its square.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from tui.domain.comparing import contained, things
from tui.domain.tolls import FATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.domain.findings import Number
    from tui.domain.text import Document

_COMPARED = frozenset({"count", "money", "percent", "rate", "quantity", "temperature", "age", "fraction"})
_SHARES = frozenset({"percent", "fraction"})
"""Kinds that say nothing without whose share it is."""
_OF_SOMETHING = frozenset({"money", "quantity"})
"""Kinds that may say of what they are as `about` alone."""
_MOST = 40
"""Figures of one thing that are compared with one another: more of them are a table or a list."""
_APART = 10
"""How many times one figure may be the other: beyond, they are hardly said of one thing."""
_NEAR = 45
"""Code points before a figure that may say it is a part, or one end of a change."""

_PART = r"\b(?:an?other|others?|more|additional|further|extra|remaining|rest|each|every|apiece|out)\b"
"""Words of what comes on top of something, or is part of it."""
_PART_BEFORE = (
    r"\b(?:an?other|others?|further|extra|additional|remaining|each|every|(?:first|next|last|final|other|only) *(?:of)?"
    r"|(?:just|only) one|from|to|than|by|not|versus|against|out of|of (?:the|his|her|its|their|these|those|our|my)"
    r"|of [\w.]+(?: [\w.-]+)?['’]s?)\s*$"
)
"""What stands right before a figure that is a part, a limit, or one end of a change; or the whole that parts are of."""
_PART_AFTER = (
    r"^\s*(?:(?:other|more|additional|further|extra|[\w-]+)\s+){0,2}"
    r"(?:each|apiece|out of|of (?:whom|which|the(?:m|se|ir)?|those|our|his|her|its)\b)"
)
"""What stands right after one: "eight of the ten", "two of whom"."""
_STAGE = (
    r"\b(?:first|second|third|fourth|fifth|last|final|next|latest|previous|single|other|separate|each|every|one) "
    r"(?:\w+ )?(?:nights?|days?|weeks?|months?|quarters?|half|halves|season|raids?|attacks?|blasts?|strikes?|waves?"
    r"|rounds?|phases?|stages?|incidents?|cases?|crash(?:es)?|shifts?|legs?|games?|match(?:es)?|tests?)\b"
)
"""What makes a figure that of one stage or one incident among several."""
_BEFORE_NOW = (
    r"\b(?:[Pp]revious(?:ly)?|[Ff]ormer(?:ly)?|[Oo]riginally|[Ii]nitial(?:ly)?|[Aa]t first|at the time|used to|once|ago"
    r"|[Ee]arlier|by then|(?:had|has|have) (?:risen|grown|fallen|dropped|climbed|shrunk)|[Cc]ompared|revised"
    r"|[Ll]ast (?:year|month|week|season|quarter)"
    r"|(?:rose|fell|grew|climbed|dropped|jumped|shrank|sank|increased|decreased|declined) (?:by|to|from)) "
)
"""Words that tell the reader that the figure was, or has become, another."""
_NOT_YET = (
    r"\b(?:will|would|could|may|might|[Ii]f|should|expect\w*|plan(?:s|ned|ning)|forecast\w*|predict\w*"
    r"|project(?:s|ed)|target\w*|goal|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|likely|unlikely|capacity|limit\w*|propos\w*"
    r"|promis\w*|wants?|wanted|seek\w*|budget\w*)\b"
)
"""Words of what is not so, or not yet."""
_SAYING = (
    r"said|says|say|told|reported|reports|put|puts|added|counted|counts|announced|confirmed|estimated|claimed|wrote"
)
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Sgt)\. )?[A-Z][\w’'.-]*(?: (?:de |van |von |of |the )?[A-Z][\w’'.-]*)*"
_SOURCE = (
    rf"(?:\b(?:{_SAYING}|according to)\s+(?:the\s+|a\s+|an\s+)?(?:[a-z-]+\s+){{0,3}}{_NAME}"
    rf"|{_NAME}(?:, [^,]+,)?\s+(?:[a-z-]+\s+){{0,2}}(?:{_SAYING})\b)"
)
"""Who is given as the source: two sources that differ are what is looked for, not an explanation of it."""
_EITHER = r"\b(?:while|whereas|but|although|though|yet|however)\b"
"""What sets two figures of one sentence against each other."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A figure with what its sentence says of when, where and how sure."""

    number: Number
    low: float
    high: float
    times: frozenset[object]
    """The dates in its sentence."""
    names: frozenset[str]
    """Words that are part of names in its sentence, without those of its source."""
    words: frozenset[str]
    """All words of its sentence and of those next to it."""


def disagreements(numbers: Sequence[Number], document: Document) -> list[tuple[Number, ...]]:
    """Groups of figures that cannot all hold, each for one counted thing or one person's age, in the text's order.

    `numbers` are those of `document`, dates among them if they are to count. Only descriptions of two words or more
    count as the same thing: "12 people" and "300 people" are mostly two things, "12 injured passengers" and "14 injured
    passengers" are not. Bounds and "about" are allowed for, and so is what makes them figures of two things: a part and
    the whole, another day, other names, what was before and what is expected.
    """
    of_one_thing: dict[tuple[object, ...], list[Number]] = defaultdict(list)
    for number in numbers:
        key = _thing_key(number)
        if key is not None:
            of_one_thing[key].append(number)
    doubtful = [group[:_MOST] for group in of_one_thing.values() if _may_differ(group[:_MOST])]
    if not doubtful:
        return []
    times: dict[int, set[object]] = defaultdict(set)
    for number in numbers:
        if number.kind in ("date", "time"):
            times[number.sentence].add(number.value or number.words)
    found = []
    for group in doubtful:
        claims = [_claim(number, document, times) for number in _named_apart(group) if _is_whole(number, document)]
        at_odds = {
            id(claim.number)
            for one, other in combinations(claims, 2)
            if _differ(one, other, document)
            for claim in (one, other)
        }
        if at_odds:
            found.append(tuple(number for number in group if id(number) in at_odds))
    return found


def at_odds(numbers: Sequence[Number], document: Document) -> dict[int, tuple[Number, ...]]:
    """By the identity of each figure that cannot hold: those that exclude it and say another value."""
    found: dict[int, tuple[Number, ...]] = {}
    for group in disagreements(numbers, document):
        for number in group:
            ends = _interval(number)
            found[id(number)] = tuple(other for other in group if _interval(other) != ends)
    return found


def _thing_key(number: Number) -> tuple[object, ...] | None:
    """What a figure is of, where it is said well enough to compare: two words or more, a toll, or somebody's age."""
    if number.kind not in _COMPARED or number.bound in ("up", "down"):
        return None
    if number.kind == "age":
        who = things(number.about)
        return ("age", number.unit, who[-1]) if who and (number.about or "")[:1].isupper() else None
    counts = number.counts
    if not counts and number.kind in _OF_SOMETHING and (number.about or "").rpartition(" ")[2].islower():
        counts = number.about  # a price or a measure counts nothing: it is of a deal, a path
    what = things(counts)
    if not what or re.search(_PART, counts or "") or (number.kind in _SHARES and not number.about):
        return None
    kept = frozenset((*what, number.about)) if number.about in FATES else frozenset(what)
    return (number.kind, number.unit, number.per, kept, what[-1]) if len(kept) >= 2 else None


def _may_differ(group: Sequence[Number]) -> bool:
    """Whether any two figures exclude each other: the cheap test that comes before any word is looked at."""
    ends = [_interval(number) for number in group]
    return min(high for _, high in ends) < max(low for low, _ in ends)


def _named_apart(group: Sequence[Number]) -> Iterable[Number]:
    """The figures, without ages of a bare surname where two people of the article have it."""
    if group[0].kind != "age":
        return group
    full = [number.about for number in group if len(things(number.about)) > 1]
    several = any(not contained(one, other) for one, other in combinations(full, 2))
    return [number for number in group if not several or len(things(number.about)) > 1]


def _interval(number: Number) -> tuple[float, float]:
    """The values that the figure leaves possible."""
    if not isinstance(number.value, (int, float)):
        low = -math.inf if number.low is None else number.low
        return low, math.inf if number.high is None or number.vague else number.high
    value = float(number.value)
    slack = abs(value) * 0.1 if number.approximate else abs(value) * 1e-9
    if number.bound in ("more than", "at least"):
        return value - slack, math.inf
    if number.bound in ("less than", "at most"):
        return -math.inf, value + slack
    return value - slack, value + slack


def _is_whole(number: Number, document: Document) -> bool:
    """Whether nothing around the figure makes it a part of another, or says that it was or will be another."""
    sentence = document.sentences[number.sentence].span
    before = document.text[max(sentence.start, number.span.start - _NEAR) : number.span.start]
    after = document.text[number.span.end : min(sentence.end, number.span.end + _NEAR)]
    if re.search(_PART_BEFORE, before, re.IGNORECASE) or re.search(_PART_AFTER, after, re.IGNORECASE):
        return False
    around = document.slice(sentence)
    return not (re.search(_STAGE, around, re.IGNORECASE) or re.search(f"{_BEFORE_NOW}|{_NOT_YET}", around))


def _claim(number: Number, document: Document, times: dict[int, set[object]]) -> _Claim:
    sentence = document.slice(document.sentences[number.sentence].span)
    place = document.paragraphs[document.sentences[number.sentence].paragraph]
    told = re.sub(_SOURCE, " ", sentence)
    names = re.findall(r"(?<=[\w,;’'”\")] )[A-Z][\w’'-]+", told) if place.kind not in ("title", "heading") else []
    low, high = _interval(number)
    return _Claim(
        number,
        low,
        high,
        frozenset(times.get(number.sentence, ())),
        frozenset(_bare(name) for name in names),
        frozenset(_bare(word) for word in re.findall(r"[\w’'-]+", sentence)),
    )


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).casefold()


def _differ(one: _Claim, other: _Claim, document: Document) -> bool:
    """Whether two figures of one sort of thing exclude each other, and nothing tells why they differ."""
    if one.low <= other.high and other.low <= one.high:
        return False
    if not _of_one_size(one.number, other.number):
        return False
    if one.number.sentence == other.number.sentence:
        between = document.text[one.number.span.end : other.number.span.start]
        return bool(re.search(_EITHER, between))
    if _at_other_times(one, other):
        return False
    if one.names and other.names and not (one.names & other.words or other.names & one.words):
        return False
    if one.number.kind == "age":
        return contained(one.number.about, other.number.about)
    about, another = one.number.about, other.number.about
    return not (about and another) or contained(about, another)


def _at_other_times(one: _Claim, other: _Claim) -> bool:
    """Whether the two are of different days; a year that only one sentence gives sets it apart as well."""
    if one.times and other.times:
        return not one.times & other.times
    return any(re.match(r"\d{4}(?:/|$)", str(time)) for time in one.times | other.times)


def _of_one_size(one: Number, other: Number) -> bool:
    ends = [
        abs(end) for number in (one, other) for end in (number.value, number.low, number.high)
        if isinstance(end, int | float)
    ]  # fmt: skip
    return max(ends) <= _APART * min(ends)
