"""Clauses that say again, without its noun, what the one before counted: "six remain", "up nine on May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

_NEW_CLAUSE = re.compile(r";\s(?:(?:about|some|only|just|another|a\sfurther|at\sleast|almost|nearly|but|and)\s)*$")
_DOES = re.compile(
    r"\s(?:(?:now|still|also|later|have|had|has)\s)?(?:remain(?:s|ed)?|have|had|were|are|was|is|did|said|say|live[sd]?|survived?"
    r"|got|lost|died|would|will|could|can|may|might|gave|took|came|went|left|won|failed|passed|refused|declined|abstained|stayed"
    r"|returned|recovered|needed|need|suffered|escaped|fled|voted|want|backed|opposed|joined|finished|dropped)\b"
)
"""What those do who were counted before a semicolon: "14 patients fell ill; six remain in hospital"."""
_DONE = re.compile(
    r"\s(?:[a-z]{3,}ed|sold|built|lost|sent|made|held|kept|bought|shut|won|taken|given|found|left)(?=\s*(?:[.;,]|$))"
)
"""A second deed of a list, its verb "be" left out: "ten trees will be felled, 60 planted"."""
_BE = re.compile(r"\b(?:were|was|are|is|be|been)\s[a-z]+(?:ed|n|t|ld|de|ht)\b")
_HAS_NOW = re.compile(
    r";\s(?:it|they|he|she|there)\s(?:now\s|already\s|still\s)?(?:has|have|had|got|won|are|were)\s(?:only\s|just\s)?$"
)
_THEY_WANT = re.compile(
    r";\s(?:the\s|its\s|their\s)?(?:[\w’'-]+\s){1,2}(?:wants?|needs?|gained|lost|won|has|have|had|got|sold|made|built|sent|plans?"
    r"|expects?|took|employs?)\s(?:only\s|just\s|about\s|some\s)?$|\bshort\sof\sthe\s$"
)
_CLOSES = re.compile(r"\s*(?:[.,;:!?)”\"](?!\d)|$|\n)|\s(?:it|they|he|she)\s(?:needs?|wants?|sought|needed|wanted)\b")
_THERE = re.compile(
    r"\b(?:(?:now|today|this\s(?:time|year|week|month|season))\s(?:there\s(?:are|were)|it\s(?:is|has)|they\shave)|put(?:s|ting)?\s(?:it|them"
    r"|the\s(?:figure|number|total|toll|crowd))\s(?:at|closer\sto|nearer))\s(?:about\s|around\s|only\s|just\s)?$"
)
_ENDS = re.compile(r"\s*(?:[.,;:!?)”\"](?!\d)|$|\n)|\s(?:and|but|in|on|for|with|after|by|this|last)\b")
_NAME_NEXT = re.compile(r",?\s(?:and\s|while\s|with\s)?(?:the\s)?(?:[A-Z][\w’'-]+\s){1,3}$")
_GAPPED = re.compile(
    r"(?:,\s|\sand\s)(?:the\s)?(?:rest|others|remainder|remaining\sparties|independents|smaller\sparties)\s$"
)
_GOT = re.compile(
    r"\b(?:won|wins?|has|have|had|takes?|took|gets?|got|scored|polled|received|holds?|held|gained|lost|secured|gave|sold|opened"
    r"|employs?|made|built)\s(?:(?:[A-Z][\w’'-]+\s){1,3})?(?:about\s|only\s|just\s)?$"
)
"""What a list of who got how many begins with: "Labour won 214 seats, the Greens 38 and the rest nine"."""
_LIST_GOES_ON = re.compile(r"\s*(?:[.,;)]|$)|\s(?:and|while|but)\b")


def goes_on(text: str, source: Draft, draft: Draft) -> bool:
    """Whether a bare number counts what `source` counts, because its clause runs beside that of `source`."""
    between = text[source.end : draft.start]
    if source.kind != "count" or not source.counts:
        return False
    if _NEW_CLAUSE.search(between) and _DOES.match(text, draft.end):
        return True
    if between.endswith(", ") and _DONE.match(text, draft.end) and _BE.search(between):
        return True
    if _HAS_NOW.search(between) and _ENDS.match(text, draft.end):
        return True
    if _THEY_WANT.search(between) and _CLOSES.match(text, draft.end):
        return True
    return listed(text, source, draft)


def listed(text: str, source: Draft, draft: Draft) -> bool:
    """Whether a number behind a name goes on a list of who got how many."""
    start = max(source.end, draft.start - 40)
    between = text[start : draft.start]
    named = _NAME_NEXT.search(between) or _GAPPED.search(between)
    if not named or not _LIST_GOES_ON.match(text, draft.end):
        return False
    first = max(0, source.start - 60)
    if _GOT.search(text, first, source.start):
        return True
    return source.named  # the list goes on: "the Greens 38 and the Rural Party 12"


def looks_back(text: str, draft: Draft) -> bool:
    """Whether a bare number's words look to what was told before: "police put it at 15,000", "now there are nine"."""
    return bool(_THERE.search(text, max(0, draft.start - 50), draft.start) and _ENDS.match(text, draft.end))


_UP = re.compile(r",\s(?P<way>up|down)\s(?:about\s|just\s|only\s|some\s)?$")
_ON_BEFORE = re.compile(r"\s(?:on|from|over|against)\s(?:last|the|a|an|\d{4}|[A-Z]|its|their|that)")
_RISE_OF = re.compile(
    r"\b(?P<noun>rise|increase|jump|surge|fall|drop|decline|decrease|reduction)\sof\s(?:about\s|nearly\s|just\s|only\s|some"
    r"|almost\s|around\s|more\sthan\s|over\s)?$"
)
_POINTS = re.compile(r"\s(?:percentage\s)?points?\b")
_BY_POINTS = re.compile(
    r"\b(?P<way>up|down|rose|fell|rising|falling|gained|lost|dropped|slipped|climbed|increased?|decreased?|higher|lower)\s"
    r"(?:by\s|about\s|nearly\s|just\s|only\s|almost\s){0,2}$"
)
_FALLS = frozenset(
    "down fell falling lost dropped slipped decrease decreased lower fall drop decline reduction".split()
)


def _of_a_share(text: str, last: Draft, draft: Draft, points: re.Match[str]) -> bool:
    """Whether points behind a percentage are points of it: none of an index, and none of a match."""
    if "percentage" in points.group():
        return True
    start = max(text.rfind(stop, 0, last.start) + 1 for stop in ("\n", ". "))
    end = min(at if at >= 0 else len(text) for at in (text.find(stop, points.end()) for stop in ("\n", ". ")))
    value = draft.value if isinstance(draft.value, float) else 0.0
    start, end = max(start, last.start - _NEAR), min(end, points.end() + _NEAR)
    return value < _MOST_POINTS and not _OTHER_POINTS.search(text, start, end)


_MOST_POINTS, _NEAR = 50, 80
"""What no share moves by, and how many code points away the same sentence may tell whose points they are."""
_OTHER_POINTS = re.compile(
    r"\b(?:[Ii]ndex|[Ii]ndices|[Ss]hares?|[Ss]tocks?|[Ff]utures|Dow|Nasdaq|S&P|FTSE|DAX|Dax|CAC|Nikkei|Hang\sSeng|Sensex|Nifty"
    r"|Composite|ASX|TSX|Kospi|gainers|basis|shot|shooting|scor(?:ed|ing)|games?|match|league|standings|season|lost\sby"
    r"|rebounds|free\sthrows?|three-pointers|behind)\b"
)
"""What has points that are none of a percentage."""


def moved(text: str, last: Draft | None, draft: Draft) -> None:
    """Give a direction to counts that tell how much changed, and their unit to points of a percentage.

    "47 days, up nine on last year", "a rise of 120,000", "61.3%, up 4.2 points on 2027".
    """
    if not draft.bare or draft.low is not None or draft.bound not in (None, "up", "down"):
        return
    before = text[max(0, draft.start - 40) : draft.start]
    points = _POINTS.match(text, draft.end)
    near = last is not None and draft.start - last.end < 60 and not re.search(r"[.!?]\s", text[last.end : draft.start])
    by = _BY_POINTS.search(before) if points else None
    if by and near and last and last.kind == "percent" and points and _of_a_share(text, last, draft, points):
        draft.kind, draft.unit, draft.counts = "percent", "percentage point", None
        draft.bound, draft.end, draft.about = "down" if by["way"] in _FALLS else "up", points.end(), last.about
        return
    up = _UP.search(before) if near else None
    if up and _ON_BEFORE.match(text, draft.end) and last is not None:
        draft.bound = "up" if up["way"] == "up" else "down"
        if last.kind == "duration":
            draft.kind, draft.unit, draft.about = last.kind, last.unit, last.about
        elif last.kind == "count" and last.counts and draft.counts is None:
            draft.counts = last.counts
        return
    rise = _RISE_OF.search(before)
    if rise:
        draft.bound = "down" if rise["noun"] in _FALLS else "up"
