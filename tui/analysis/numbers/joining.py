"""Figures that belong together: ranges, "one in five", "3-to-1", scores, "5 ft 2 in", lists that share a unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

_DASH = re.compile(r"\s?[-–—~‑]\s?")
_TO = re.compile(r"(?:\s+|-)to(?:\s+|-)(?:about\s+|around\s+|nearly\s+|as\s+(?:much|many|high)\s+as\s+)?(?:an?\s+)?")
_FAR_TO = re.compile(
    r"(?:\s+(?!(?:to|and|or|but|while)\b)[\w.:'’-]+){0,6}?\s+to\s+(?:about\s+|around\s+|nearly\s+)?(?:an?\s+)?"
)
_AND = re.compile(r"\s+(?:and|to)\s+(?:about\s+|nearly\s+)?(?:the\s+)?")
_OR = re.compile(r"\s+or\s+(?:even\s+|maybe\s+|perhaps\s+)?(?:an?\s+)?")
_SHARE = re.compile(r"\s+(?:in|out\s+of(?:\s+every)?|in\s+every)\s+|\s+over\s+|-in-(?:an?-)?")
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|just\s+|as\s+(?:little|low|few|much|high)\s+as\s+"
r"|nearly\s+|roughly\s+|(?:an?\s+)?(?:estimated\s+|average\s+of\s+|low\s+of\s+"
r"|high\s+of\s+))?(?:the\s+|an?\s+)?$",
                   re.IGNORECASE)  # fmt: skip
_BETWEEN = re.compile(
    r"\bbetween\s+(?:just\s+|only\s+|roughly\s+|an\s+estimated\s+|nearly\s+|about\s+|around\s+|the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_SCORE_WORDS = re.compile(
    r"\b(?:win|wins|won|winning|winner|loss|losses|lost|lose|losing|victory|victories|defeat|defeated"
    r"|defeats|draw|drew|drawn|tie|tied|vote|voted"
    r"|votes|score|scored|beat|beats|beaten|beating|lead|leads|leading|led|trail|trailing|record"
    r"|thrash|thrashed|edged|triumph|hammered|ahead"
    r"|behind|comeback|set|sets|goals?|halftime|half-time|game|match|aggregate|penalties|shootout"
    r"|decision|majority|ruling|ruled|approved|passed"
    r"|rejected|series|season|start|run|finish|thriller|favou?rites?|odds|odds-on|shots?|overtime"
    r"|stalemate|deadlock|equali[sz]\w+)\b",
    re.IGNORECASE,
)
_TALLY = re.compile(r"\b(?:by|vote of|margin of|score of|voted|won|lost|beat|defeat\w*)\s$")
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|risen|rise|rises|increased?|increases|gain(?:ed|s)?|grew|grown|grow|jump(?:ed|s)?"
    r"|climb(?:ed|s)?|surged?|soared"
    r"|added|adds|up|advanced|fell|fallen|falls?|dropp?(?:ed|s)?|declin(?:ed?|es)|decreas(?:ed?|es)"
    r"|los[et]s?|down|slid|slipped|sank"
    r"|tumbled|plunged|plummeted|shed|cut|reduced|dipped|eased|slumped|by|lower|higher|raised|hiked"
    r"|boosted|narrowed|widened|shrank)"
    r"(?:\s+(?:about|around|nearly|just|by|another|more\s+than|a\s+further|as\s+much\s+as|some))*\s*$",
    re.IGNORECASE,
)
_TIME = (
    r"second|minute|hour|day|week|month|year|yr|decade|minutes|hours|days|weeks|months|years"
    r"|innings|games|matches|appearances|starts|overs|balls"
)
_PERIOD_FOLLOWS = re.compile(
    rf"[\s-](?:(?:league|straight|consecutive|previous|career|international)\s)?(?:{_TIME})\b", re.IGNORECASE
)


def join(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join what belongs together; the result is in the order of the text."""
    drafts = _compounds(text, drafts)
    _share_units(text, drafts)
    done: list[Draft] = []
    at = 0
    while at < len(drafts):
        one = drafts[at]
        other = drafts[at + 1] if at + 1 < len(drafts) else None
        joined = _joined(text, one, other) if other else None
        if joined is None:
            done.append(one)
            at += 1
            continue
        done.append(joined)
        at += 2
        chained = drafts[at] if at < len(drafts) else None
        while other and chained and joined.low is not None and _chain(text, other, chained):
            done.append(_ranged(other, chained, other.start))
            other, at = chained, at + 1
            chained = drafts[at] if at < len(drafts) else None
    return done


def _value(draft: Draft) -> float | None:
    return draft.value if isinstance(draft.value, (int, float)) else None


def _joined(text: str, one: Draft, other: Draft) -> Draft | None:
    """One figure out of two neighbours, or None where they are two."""
    between = text[one.end : other.start]
    low, high = _value(one), _value(other)
    if low is None or high is None or len(between) > 48 or "\n" in between:
        return None
    return (
        _share(text, one, other, between)
        or _odds(text, one, other, between)
        or _score(text, one, other, between)
        or _range(text, one, other, between)
    )


def _share(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "one in five", "2 out of 500", "one over three": a fraction below one of two bare numbers."""
    match = _SHARE.fullmatch(between)
    top, bottom = _value(one), _value(other)
    if not match or not (one.bare and other.bare) or top is None or bottom is None or not 0 < abs(top) < bottom:
        return None
    word = between.strip().lower()
    if not top.is_integer() or not bottom.is_integer() or _PERIOD_FOLLOWS.match(text, other.end):
        return None
    if word == "in" and (1500 <= bottom <= 2100 or (bottom > 100 and bottom % 100)):
        return None
    if word == "over" and (abs(top) != 1 or re.match(r"\s+\w", text[other.end : other.end + 3])):
        return None
    one.kind, one.value, one.end, one.core = "fraction", top / bottom, other.end, (one.core[0], other.core[1])
    return one


def _odds(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "3-to-1", "10:1", "5 to 1 odds": a ratio."""
    top, bottom = _value(one), _value(other)
    if not (one.bare and other.bare) or not top or not bottom or between not in ("-to-", ":", " to ", "-1"):
        return None
    follows = re.match(
        r"\s?(?:odds|ratio|margin|vote|advantage|majority|favou?rite|shot|outsider|lead|split)\b",
        text[other.end : other.end + 12],
    )
    single = bottom == 1 or top == 1
    if (between == ":" and (single or follows) and top < 1000 and bottom < 1000) or (
        between == "-to-" and (follows or (single and not _PERIOD_FOLLOWS.match(text, other.end)))
    ):
        pass
    elif not (
        between == " to "
        and single
        and top > bottom
        and (follows or re.search(r"\b(?:ratio|odds|margin|outnumber\w*)\b", text[max(0, one.start - 40) : one.start]))
    ):
        return None
    one.kind, one.value, one.words = "ratio", top / bottom, f"{top:g} : {bottom:g}"
    one.end = other.end
    return one


def _score(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "52-48", "2-1": a score or a vote, where the words around it or the falling order say so."""
    left, right = _value(one), _value(other)
    if left is None or right is None or not (one.bare and other.bare and one.digits and other.digits):
        return None
    spoken = between == " to " and left > right and _TALLY.search(text, max(0, one.start - 40), one.start)
    spaced = between in (" - ", " – ") and max(left, right) < 30
    if between not in ("-", "–") and not spoken and not spaced:
        return None
    if not (left.is_integer() and right.is_integer() and max(left, right) < 1000):
        return None
    around = text[max(0, one.start - 40) : one.start] + " " + text[other.end : other.end + 16]
    if left < right and not _SCORE_WORDS.search(around):
        return None
    if re.match(r"[-–\s]?(?:year|month|week|day|inch|mile|foot|point\b|%|percent)", text[other.end : other.end + 9]):
        return None
    one.kind, one.value, one.words, one.end = "ratio", None, f"{left:g}–{right:g}", other.end
    one.core = (one.core[0], other.core[1])
    return one


def _range(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "from 21 to 23", "between 5 and 10%", "$3 billion to $5 billion", "15-22 miles", "three or four years"."""
    low, high = _value(one), _value(other)
    if low is None or high is None or not _compatible(one, other):
        return None
    before = text[max(0, one.start - 40) : one.start]
    opened = _FROM.search(before)
    between_word = _BETWEEN.search(before)
    start = one.start
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
        if not _neighbours(one, other):
            return None
    else:
        return None
    return _ranged(one, other, start)


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
    low, high = _value(one) or 0.0, _value(other) or 0.0
    if one.kind == "ordinal":
        return False
    if _CHANGE_BEFORE.search(before) and not one.bare:
        by = one.kind == other.kind == "percent" and high < 3 * low and re.search(r"\bby\s*$", before)
        return bool(by or re.search(r"\bbetween\b|\bof\s*$", before))
    if one.bare and other.bare:
        low *= other.scale if one.scale == 1 and low < high / other.scale * 1.0001 else 1
        return low < high and not (_CHANGE_BEFORE.search(before) and high >= 5 * low) and high <= 1000 * max(low, 1)
    if one.bare:
        return low < high or (low < 1000 and low < high / other.scale)
    return low < high or (low != high and one.kind not in ("percent", "money"))


def _neighbours(one: Draft, other: Draft) -> bool:
    """Whether "A or B" is one vague amount: "three or four", "10 or 15"; never two named amounts."""
    low, high = _value(one) or 0.0, _value(other) or 0.0
    if not one.bare or one.adjectival:
        return False
    return 0 < low < high and (high - low == 1 or (high <= 2 * low and low % 5 == 0 and high % 5 == 0)) and high < 1000


def close_bounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join two bounds on one thing into a range: "more than 10 and less than 20", "at most 100 and at least 20"."""
    done: list[Draft] = []
    for draft in drafts:
        last = done[-1] if done else None
        if (
            last is not None
            and re.fullmatch(r"\s*,?\s*(?:and|but)\s+", text[last.end : draft.start])
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
    first, second = _value(one), _value(other)
    if first is None or second is None or one.low is not None or other.low is not None:
        return False
    if not (one.bare or (one.kind, one.unit) == (other.kind, other.unit)):
        return False
    lower, upper = ("more than", "at least"), ("less than", "at most")
    return (one.bound in lower and other.bound in upper and first < second) or (
        one.bound in upper and other.bound in lower and second < first
    )


def _chain(text: str, last: Draft, following: Draft) -> bool:
    """Whether a range goes on: "from $160 to $180 to $200"."""
    return text[last.end : following.start].strip() == "to" and (last.kind, last.unit) == (
        following.kind,
        following.unit,
    )


def _ranged(one: Draft, other: Draft, start: int) -> Draft:
    """The range from `one` to `other`; a bare first end takes scale and unit of the second."""
    low, high = _value(one) or 0.0, _value(other) or 0.0
    if one.bare and one.scale == 1 and other.scale > 1 and 0 < low < 1000 and low < high / other.scale * 1.0001:
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
    if low > high:
        joined.bound = "down"
    return joined


def _compounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """ "5 feet 2 inches", "3 dollars 50 cents", "24 hours, 39 minutes" (kept apart), "15 dollars and 15"."""
    done: list[Draft] = []
    for draft in drafts:
        last = done[-1] if done else None
        if last is None or not _absorb(text, last, draft):
            done.append(draft)
    return done


_SMALLER = {
    ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("dollar", "cent"): 100,
    ("euro", "cent"): 100,
    ("pound sterling", "pence"): 100, ("pound", "pence"): 100, ("australian dollar", "cent"): 100,
    ("canadian dollar", "cent"): 100, ("meter", "centimeter"): 100,
}  # fmt: skip
"""How many of the smaller unit make the larger one, where the two are said together."""


def _absorb(text: str, last: Draft, draft: Draft) -> bool:
    """Whether `draft` is the smaller part of `last`, which then takes it in."""
    between = text[last.end : draft.start]
    whole, part = _value(last), _value(draft)
    if whole is None or part is None or not re.fullmatch(r"[ ,-]{0,2}(?:and )?", between) or not last.unit:
        return False
    per = _SMALLER.get((last.unit, draft.unit or ""))
    end = draft.end
    if last.unit == "foot" and draft.bare and "," not in between and part < 12:
        inches = re.compile(r"\s?(?:in\b\.?|inches|\"|″)|(?=[\s,.;)])(?!\s\w)").match(text, draft.end)
        per, end = (12, inches.end()) if inches else (None, end)
    if (
        last.kind == "money"
        and draft.bare
        and per is None
        and 0 < part < 100
        and part.is_integer()
        and "," not in between
    ):
        tail = re.match(r"\s*(?:$|[.,;!?)]|more\b|and\b)", text[draft.end : draft.end + 6])
        fits = whole.is_integer() and whole < 1e6 and bool(tail) and not re.search(r"[-/]", between)
        per = 100 if fits and (last.unit_start > last.core[0] or between.strip() == "and") else None
    if per is None or not 0 <= part < per:
        return False
    last.value, last.end, last.core = whole + part / per, end, (last.core[0], draft.core[1])
    if (last.kind, last.unit) == ("money", "pound"):
        last.unit = "pound sterling"
    return True


def _share_units(text: str, drafts: list[Draft]) -> None:
    """Bare numbers of a list take the unit of the one that has it: "a 7- or 8-inch screen", "two and three percent"."""
    for at in range(len(drafts) - 2, -1, -1):
        one, other = drafts[at], drafts[at + 1]
        if (
            not one.bare
            or one.kind == "ordinal"
            or other.kind == "ordinal"
            or (other.unit is None and other.kind != "percent")
        ):
            continue
        between = text[one.end : other.start]
        suspended = re.fullmatch(r"-,?\s(?:(?:and|or|to)\s)?", between)
        listed = re.fullmatch(r"(?:,|\s(?:and|or|&)|,\s(?:and|or))\s", between)
        unit_after = other.unit_start > other.core[0]
        if suspended or (
            listed
            and unit_after
            and other.kind in ("percent", "quantity", "temperature", "age")
            and not _amid(text, one)
        ):
            one.kind, one.unit, one.adjectival = other.kind, other.unit, other.adjectival
            one.end = one.end + 1 if suspended else one.end
            one.unit_start = one.end


def _amid(text: str, draft: Draft) -> bool:
    """Whether a bare number is a level of its own ("in 2019, 5 percent")."""
    return (
        bool(re.search(r"\b(?:in|at|to|since|by|no\.?)\s$", text[max(0, draft.start - 6) : draft.start], re.IGNORECASE))
        or not draft.digits
    )
