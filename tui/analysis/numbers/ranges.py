"""Ranges: "from 21 to 23", "between 5 and 10%", "three or four years", "more than 10 and less than 20"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

_DASH = re.compile(r"\s?[-–—~‑]\s?")
_TO = re.compile(
    r"(?:(?:\s+|-)to(?:\s+|-)|\s+(?:through|thru|up\s+to)\s+)"
    r"(?:about\s+|around\s+|nearly\s+|almost\s+|just\s+|only\s+|roughly\s+|as\s+(?:much|many|high)\s+as\s+)?(?:an?\s+|\+)?"
)
_FAR_TO = re.compile(
    r"(?:\s+(?!(?:to|and|or|but|while)\b)[\w.:'’-]+){0,6}?\s+to\s+(?:about\s+|around\s+|nearly\s+)?(?:an?\s+)?"
)
_COUNTED_BETWEEN = re.compile(r"\s(?P<noun>(?:[a-z-]+\s)?[a-z-]+s)\sto\s(?:just\s|only\s|about\s)?")
_AND = re.compile(r"\s+(?:and|to)\s+(?:about\s+|nearly\s+)?(?:the\s+|\+)?")
_OR = re.compile(r"\s+or\s+(?:even\s+|maybe\s+|perhaps\s+)?(?:an?\s+)?")
_FROM = re.compile(
    r"\bfrom\s+(?:about\s+|around\s+|just\s+|as\s+(?:little|low|few|much|high)\s+as\s+|nearly\s+|roughly\s+"
    r"|(?:an?\s+)?(?:estimated\s+|average\s+of\s+|low\s+of\s+|high\s+of\s+))?(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:(?:the\s+)?ages?\s+(?:of\s+)?)?"
    r"(?:just\s+|only\s+|roughly\s+|an\s+estimated\s+|nearly\s+|about\s+|around\s+|the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|risen|rise|rises|increased?|increases|gain(?:ed|s)?|grew|grown|grow|jump(?:ed|s)?"
    r"|climb(?:ed|s)?|surged?|soared"
    r"|added|adds|up|advanced|fell|fallen|falls?|dropp?(?:ed|s)?|declin(?:ed?|es)|decreas(?:ed?|es)"
    r"|los[et]s?|down|slid|slipped|sank"
    r"|tumbled|plunged|plummeted|shed|cut|reduced|dipped|eased|slumped|by|lower|higher|raised|hiked"
    r"|boosted|narrowed|widened|shrank)"
    r"(?:\s+(?:about|around|nearly|just|only|by|another|(?:more|less)\s+than|at\s+least|up\s+to|over|under|roughly"
    r"|almost"
    r"|a\s+further|as\s+much\s+as|some))*\s*$",
    re.IGNORECASE,
)


PARTS = {
    ("foot", "inch"): 12, ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
    ("minute", "second"): 60,
}  # fmt: skip
"""How many of the smaller unit make the larger, where both are said together or a range goes from one to the other."""
_PARTS = {
    **PARTS, ("decade", "year"): 10, ("century", "decade"): 10, ("kilometer", "meter"): 1000,
    ("kilogram", "gram"): 1000,
}  # fmt: skip
"""The same with units that no figure says together, but between which ranges may lie."""
_TO_ONE = re.compile(
    r"(?:\s+to|(?P<and>\s+and))\s+(?:about\s+|over\s+|more\s+than\s+)?(?:an?|one)\s+"
    r"(?P<unit>minute|hour|day|week|year|decade|century|foot|kilomet(?:er|re)|kilogram|kilo)"
    r"(?=\s*(?:[.,;:!?)”\"]|$)|\s(?!and\sa\b|old\b|later\b|earlier\b|ago\b|long\b|after\b|before\b)[a-z])"
)
"""The upper end of "40 minutes to an hour"."""


def up_to_one(text: str, draft: Draft) -> None:
    """Make a range of a measure that goes on to one of a larger unit: "40 minutes to an hour"."""
    value = value_of(draft)
    if value is None or draft.kind not in ("duration", "quantity") or draft.adjectival or draft.per:
        return
    match = _TO_ONE.match(text, draft.end)
    if not match:
        return
    larger = match["unit"].replace("metre", "meter")
    factor = _PARTS.get(("kilogram" if larger == "kilo" else larger, draft.unit or ""))
    before = text[max(0, draft.start - 40) : draft.start]
    opened = _BETWEEN.search(before) if match["and"] else _FROM.search(before)
    if factor is None or value >= factor or (match["and"] and not opened) or _CHANGE_BEFORE.search(before):
        return
    draft.value, draft.low, draft.high, draft.end = None, value, float(factor), match.end()
    draft.start -= len(opened.group()) if opened else 0


def _alike(one: Draft, other: Draft) -> None:
    """Give the second of two measures the unit of the first where that is a smaller one: "45 minutes to two hours"."""
    factor = _PARTS.get((other.unit or "", one.unit or "")) if one.kind == other.kind else None
    first, second = value_of(one), value_of(other)
    if factor and first is not None and second is not None and first < second * factor:
        other.value, other.unit = second * factor, one.unit


def range_of(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "from 21 to 23", "between 5 and 10%", "$3 billion to $5 billion", "15-22 miles", "three or four years"."""
    if one.kind in ("duration", "quantity") and (_TO.fullmatch(between) or _DASH.fullmatch(between)):
        _alike(one, other)
    low, high = value_of(one), value_of(other)
    if low is None or high is None or not _compatible(one, other):
        return None
    stepped = (
        one.bare and one.digits and one.scale == other.scale == 1 and re.fullmatch(r"\d+,000", text[slice(*other.core)])
    )
    if stepped and 3 <= low < 1000 and low < high / 1000 <= 2 * low and (_TO.fullmatch(between) or between in "-–"):
        other.scale = 1000.0  # "13 to 14,000 feet"
    lead = one.core[0] if one.kind == "age" else one.start  # "aged between 20" begins before its number
    before = text[max(0, lead - 40) : lead]
    opened = _FROM.search(before)
    between_word = _BETWEEN.search(before)
    start = lead
    if opened and (_TO.fullmatch(between) or (_FAR_TO.fullmatch(between) and _same_unit(one, other))):
        start -= len(opened.group()) if _TO.fullmatch(between) else 0
    elif between_word and _AND.fullmatch(between):
        start -= len(between_word.group())
    elif _DASH.fullmatch(between):
        if one.kind == "ordinal" or (one.adjectival and not one.unit) or (" " in between and between.strip() == "—"):
            return None
        if low >= high and not (one.unit and other.unit):
            return None
    elif _TO.fullmatch(between):
        if not _plain_to(one, other, before):
            return None
    elif between == "/" and one.kind == other.kind == "money":
        pass
    elif _OR.fullmatch(between):
        if not neighbours(one, other):
            return None
    else:
        return None
    joined = ranged(one, other, min(start, one.start), falls=bool(opened))
    noun = _COUNTED_BETWEEN.fullmatch(between) if one.bare and other.bare else None
    if noun:  # "from nine points to four"
        joined.counts = noun["noun"]
    return joined


def _compatible(one: Draft, other: Draft) -> bool:
    """Whether two figures can be the ends of one range."""
    if "ordinal" in (one.kind, other.kind) and one.kind != other.kind:
        return False
    if {one.kind, other.kind} == {"age", "duration"}:
        return one.unit == other.unit
    if one.per and other.per and one.per != other.per:
        return False
    if one.bare or (one.kind == "fraction" and not one.unit):
        return True
    if other.bare:
        return (one.kind in ("money", "percent") and one.unit_start <= one.core[0]) or one.kind in (
            "percent",
            "age",
            "quantity",
            "temperature",
        )
    return one.kind == other.kind and (
        one.unit == other.unit or {one.unit, other.unit} <= {"dollar", "canadian dollar", "australian dollar"}
    )


def _same_unit(one: Draft, other: Draft) -> bool:
    return (
        (one.kind, one.unit) == (other.kind, other.unit)
        or (one.kind == "quantity" and other.bare)
        or (one.bare and not other.bare)
    )


def _plain_to(one: Draft, other: Draft, before: str) -> bool:
    """Whether "A to B" without "from" is a range, and not a change by A to a level of B."""
    low, high = value_of(one) or 0.0, value_of(other) or 0.0
    spelt = not one.bare and other.bare and one.unit_start > one.core[0]  # "0.4 per cent to 8,315"
    if one.kind == "ordinal" or spelt:
        return False
    if _CHANGE_BEFORE.search(before) and not one.bare:
        by = one.kind == other.kind == "percent" and low < high < 3 * low and re.search(r"\bby\s*$", before)
        return bool(by or re.search(r"\bbetween\b|\bof\s*$", before))
    if one.bare and other.bare:
        low *= other.scale if one.scale == 1 and low < high / other.scale * 1.0001 else 1
        return low < high and not (_CHANGE_BEFORE.search(before) and high >= 5 * low) and high <= 1000 * max(low, 1)
    if one.bare:
        return low < high or (low < 1000 and low < high / other.scale)
    return low < high or (low != high and one.kind not in ("percent", "money"))


def neighbours(one: Draft, other: Draft) -> bool:
    """Whether "A or B" is one vague amount: "three or four thousand", "10 or 15"; never two named amounts."""
    low = (value_of(one) or 0.0) / one.scale
    high = (value_of(other) or 0.0) / (other.scale if one.scale in (1, other.scale) else one.scale)
    scaled = one.scale == other.scale >= 1000 and one.unit_start == one.end  # "3 or 4 million barrels"
    signed = one.kind == other.kind == "money" and one.scale == 1 < other.scale and one.unit == other.unit
    shared = (one.unit_start == one.end or signed) and other.bound is None and high - low == 1  # "3 or 4 miles"
    if not (one.bare or scaled or shared) or one.adjectival:
        return False
    even = high - low == 2 and low in (8, 10, 12)  # "ten or twelve"; "four or six cylinders" are two things
    return (
        0 < low < high
        and (high - low == 1 or even or (high <= 2 * low and low % 5 == 0 and high % 5 == 0))
        and high < 1000
    )


def close_bounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join two bounds on one thing into a range: "more than 10 and less than 20", "at most 90 and no fewer than 40"."""
    done: list[Draft] = []
    for draft in drafts:
        last = done[-1] if done else None
        if (
            last is not None
            and re.fullmatch(r"\s*,?\s*(?:and|but)\s+|\s?,\s", text[last.end : draft.start])
            and _closes(last, draft)
        ):
            ends = sorted((last.value, draft.value), key=float)  # type: ignore[arg-type]
            last.low, last.high, last.value, last.bound = float(ends[0] or 0), float(ends[1] or 0), None, None
            last.end, last.core, last.counts = draft.end, (last.core[0], draft.core[1]), draft.counts
            last.unit, last.kind = draft.unit or last.unit, draft.kind if draft.unit else last.kind
            continue
        done.append(draft)
    return done


def _closes(one: Draft, other: Draft) -> bool:
    first, second = value_of(one), value_of(other)
    if first is None or second is None or one.low is not None or other.low is not None:
        return False
    if not (one.bare or (one.kind, one.unit) == (other.kind, other.unit)):
        return False
    lower, upper = ("more than", "at least"), ("less than", "at most")
    return (one.bound in lower and other.bound in upper and first < second) or (
        one.bound in upper and other.bound in lower and second < first
    )


def ranged(one: Draft, other: Draft, start: int, falls: bool) -> Draft:
    """The range from `one` to `other`; a bare first end takes scale and unit of the second.

    `falls`: whether a second end below the first is a change and no mere order of saying.
    """
    low, high = value_of(one) or 0.0, value_of(other) or 0.0
    signed = one.kind == "money" and one.unit_start <= one.core[0]  # "$1-2 million", "$3.5 to $4 million"
    if (
        (one.bare or signed)
        and one.scale == 1
        and other.scale > 1
        and 0 < low < 1000
        and (low < high / other.scale * 1.0001 or (falls and low < 10 * high / other.scale))
    ):
        low *= other.scale
    kept, base = (other, one) if other.kind != "count" or one.kind == "count" else (one, other)
    joined = type(one)(
        start, max(one.end, other.end), kind=kept.kind, low=min(low, high), high=max(low, high),
        unit=kept.unit or base.unit, per=kept.per or base.per,
        digits=one.digits, core=(one.core[0], other.core[1]), adjectival=other.adjectival, unit_start=kept.unit_start,
    )  # fmt: skip
    if "age" in (one.kind, other.kind):
        joined.kind = "age"
    if joined.kind == "ordinal":
        joined.kind = "count"
    if low > high and falls:
        joined.bound = "down"
    return joined


def value_of(draft: Draft) -> float | None:
    """The value of a figure where it is one number."""
    return draft.value if isinstance(draft.value, (int, float)) else None
