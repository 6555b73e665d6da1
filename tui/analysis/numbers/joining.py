"""Figures that belong together: ranges, "one in five", "3-to-1", scores, "5 ft 2 in", lists that share a unit."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.analysis.numbers.ages import family_ages
from tui.analysis.numbers.cricket import wickets
from tui.analysis.numbers.ranges import PARTS, neighbours, range_of, ranged, value_of
from tui.analysis.numbers.shares import PERIOD_FOLLOWS, share
from tui.domain.figures import plural

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

_SCORE_WORDS = re.compile(
    r"\b(?:win|wins|won|winning|winner|loss|losses|lost|lose|losing|victory|victories|defeat|defeated"
    r"|defeats|draw|drew|drawn|tie|tied|vote|voted"
    r"|votes|score|scored|beat|beats|beaten|beating|lead|leads|leading|led|trail|trails|trailed|trailing|record"
    r"|thrash|thrashed|edged|triumph|hammered|ahead"
    r"|behind|comeback|set|sets|goals?|halftime|half-time|game|match|aggregate|penalties|shootout"
    r"|decision|majority|ruling|ruled|approved|passed"
    r"|rejected|series|season|start|run|finish|thriller|favou?rites?|odds|odds-on|shots?|overtime"
    r"|stalemate|deadlock|equali[sz]\w+)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?!(?:Age|Page|Chapter|Figure|Year|Grade|Verse|Section|Part|Table|Item|Day|Week)s?\s)[A-Z][a-z]+\s\($"
)
"""A team before what it won and lost in brackets: "the Lions (1-5)"."""
_OF_A_PART = re.compile(
    r"\s+(?:in|at|by|after|through|midway\sthrough)\s+(?:the\s+|her\s+|his\s+|their\s+|its\s+)?(?:\w+\s+){0,2}"
    r"(?:set|half|half-time|halftime|break|interval|period|leg|tie-?break|frame|round|match|final|tie|innings)\b"
    r"(?!\s+of\s+(?:the\s+)?(?:year|decade|century|month|season|\d))"
)
"""The part of a match in which a score stood: "1-4 in her second set"."""
_TALLIED = re.compile(r"vote|majority|margin|lead|split|advantage")
_TALLY = re.compile(
    r"\b(?:passed|approved|rejected|adopted|cleared)\s(?:\w+\s){0,4}$"
    r"|\b(?:by|vote of|margin of|score of|voted,?|won|lost|beat|defeat\w*)\s$"
)


def join(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join what belongs together; the result is in the order of the text."""
    drafts = _compounds(text, drafts)
    _share_units(text, drafts)
    _share_sides(text, drafts)
    _share_ages(text, drafts)
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
            done.append(ranged(other, chained, other.start, falls=True))
            other, at = chained, at + 1
            chained = drafts[at] if at < len(drafts) else None
    return done


def _joined(text: str, one: Draft, other: Draft) -> Draft | None:
    """One figure out of two neighbours, or None where they are two."""
    between = text[one.end : other.start]
    low, high = value_of(one), value_of(other)
    if low is None or high is None or len(between) > 48 or "\n" in between:
        return None
    return (
        share(text, one, other, between)
        or _odds(text, one, other, between)
        or _score(text, one, other, between)
        or wickets(text, one, other, between)
        or range_of(text, one, other, between)
    )


_BACKED = re.compile(r"\s(?:to\swin|odds|ratio|shot|outsider|favou?rite|chance|underdog|longshot)\b")


def _odds(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "3-to-1", "10:1", "5 to 1 odds": a ratio."""
    top, bottom = value_of(one), value_of(other)
    if not (one.bare and other.bare) or not top or not bottom or between not in ("-to-", ":", " to ", "-"):
        return None
    follows = re.match(
        r"\s?(?:odds|ratio|margin|vote|advantage|majority|favou?rite|shot|outsider|lead|split)\b",
        text[other.end : other.end + 12],
    )
    single = bottom == 1 or top == 1
    backed = between == "-" and bottom == 1 and top > 3 and _BACKED.match(text, other.end) is not None
    if backed and _SCORE_WORDS.search(text, max(0, one.start - 40), one.start):  # "beat them 5-1 to win"
        return None
    if (
        backed
        or (between == ":" and (single or follows) and top < 1000 and bottom < 1000)
        or (between == "-to-" and (follows or (single and not PERIOD_FOLLOWS.match(text, other.end))))
    ):
        pass
    elif not (
        between == " to "
        and single
        and (top > bottom or re.search(r"\bratio\s+of\s$", text[max(0, one.start - 12) : one.start]))
        and (follows or re.search(r"\b(?:ratio|odds|margin|outnumber\w*)\b", text[max(0, one.start - 40) : one.start]))
    ):
        return None
    tally = follows and not single and _TALLIED.match(follows.group().strip())  # "a nine-to-four vote"
    one.kind, one.value = "ratio", None if tally else top / bottom
    one.words = f"{top:g}–{bottom:g}" if tally else f"{top:g} : {bottom:g}"
    one.end = other.end
    return one


def _score(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "52-48", "2-1": a score or a vote, where the words around it or the falling order say so."""
    left, right = value_of(one), value_of(other)
    spelt = between == " to " and not one.digits and not other.digits  # "voted nine to four"
    if left is None or right is None or not (one.bare and other.bare and (spelt or (one.digits and other.digits))):
        return None
    spoken = between == " to " and left > right and _TALLY.search(text, max(0, one.start - 40), one.start)
    spaced = between in (" - ", " – ") and max(left, right) < 30
    if (spelt and not spoken) or (between not in ("-", "–") and not spoken and not spaced):
        return None
    if not (left.is_integer() and right.is_integer() and max(left, right) < 1000):
        return None
    around = text[max(0, one.start - 40) : one.start] + " " + text[other.end : other.end + 16]
    record = _RECORD.search(text, max(0, one.start - 16), one.start) and text.startswith(")", other.end)
    if left < right and not (record or _SCORE_WORDS.search(around) or _OF_A_PART.match(text, other.end)):
        return None
    if re.match(r"[-–\s]?(?:year|month|week|day|inch|mile|foot|point\b|%|percent)", text[other.end : other.end + 9]):
        return None
    one.kind, one.value, one.words, one.end = "ratio", None, f"{left:g}–{right:g}", other.end
    one.core = (one.core[0], other.core[1])
    return one


def _chain(text: str, last: Draft, following: Draft) -> bool:
    """Whether a range goes on: "from $110 to $130 to $150"."""
    return text[last.end : following.start].strip() == "to" and (last.kind, last.unit) == (
        following.kind,
        following.unit,
    )


def _compounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """ "5 feet 2 inches", "3 dollars 50 cents", "24 hours, 39 minutes" (kept apart), "15 dollars and 15"."""
    done: list[Draft] = []
    for draft in drafts:
        last = done[-1] if done else None
        if last is None or not _absorb(text, last, draft):
            done.append(draft)
    return done


_SMALLER = {
    **PARTS, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("dollar", "cent"): 100,
    ("euro", "cent"): 100,
    ("pound sterling", "pence"): 100, ("pound", "pence"): 100, ("australian dollar", "cent"): 100,
    ("canadian dollar", "cent"): 100, ("meter", "centimeter"): 100,
}  # fmt: skip
"""How many of the smaller unit make the larger one, where the two are said together."""


_SMALLEST: dict[tuple[str, ...], int] = {
    ("hour", "minute", "second"): 3600, ("day", "hour", "minute"): 1440, ("year", "month", "day"): 365,
}  # fmt: skip
"""The same for the third of three."""
_DIFFERENCE = re.compile(
    r"\s(?:more|less|higher|lower|up|down|above|below|a|an|per|off|short|shy|longer|shorter|taller|wider"
    r"|deeper|further|farther|ahead|behind)\b"
)


def _absorb(text: str, last: Draft, draft: Draft) -> bool:
    """Whether `draft` is the smaller part of `last`, which then takes it in."""
    between = text[last.end : draft.start]
    whole, part = value_of(last), value_of(draft)
    if whole is None or part is None or not re.fullmatch(r"[ ,-]{0,2}(?:and )?", between) or not last.unit:
        return False
    if last.unit == "hour" and draft.unit == "meter" and between in ("", " ") and text[draft.unit_start] == "m":
        draft.kind, draft.unit = "duration", "minute"  # "3h 12m"
    per = _SMALLER.get((last.unit, draft.unit or ""))
    if last.kind == "duration" and last.words and draft.unit:  # "2 hours 15 minutes and 30 seconds"
        units = (word.removesuffix("s") for word in last.words.split()[1::2])
        per = _SMALLEST.get((*units, draft.unit))
    grown = (last.kind, last.unit, draft.kind, draft.unit) == ("duration", "year", "age", "month")
    per = 12 if grown else per  # "5 years and 3 months old"
    end = draft.end
    if last.unit == "foot" and draft.bare and "," not in between and part < 12:
        tied = text[last.unit_start : draft.start].lower() == "foot-"  # "a 5-foot-8 guard"
        inches = re.compile(
            r"(?:[\s-]inch)?(?![\w.]*\d)"
            if tied
            else r"\s?(?:in\b\.?|ins\b\.?|inches|\"|″)|(?=[\s,.;)]|$)(?!\s(?!(?:tall|and|but|who|or)\b)\w)"
        ).match(text, draft.end)
        per, end = (12, inches.end()) if inches else (None, end)
    if (
        last.kind == "money"
        and draft.bare
        and per is None
        and 0 < part < 100
        and part.is_integer()
        and "," not in between
    ):
        tail = re.match(r"\s*(?:$|[.,;!?)]|(?:more|and|an?|per|each|for)\b)", text[draft.end : draft.end + 6])
        fits = whole.is_integer() and whole < 1e6 and bool(tail) and not re.search(r"[-/]", between)
        per = 100 if fits and (last.unit_start > last.core[0] or between.strip() == "and") else None
    if last.kind == "duration" and ("," in between or last.low is not None):
        return False
    broken = last.kind in ("money", "quantity") and not whole.is_integer()
    if per is None or not 0 <= part < per or broken:
        return False
    if "," in between and _DIFFERENCE.match(text, draft.end):
        return False  # "costs 2 euros, 12 cents more than in July"
    last.value, last.end, last.core = whole + part / per, end, (last.core[0], draft.core[1])
    last.kind = draft.kind if grown else last.kind
    if (last.kind, last.unit) == ("money", "pound"):
        last.unit = "pound sterling"
    if last.kind in ("quantity", "duration") and draft.unit != "centimeter" and part:
        small = draft.unit or "inch"
        larger, smaller = (last.unit if whole == 1 else plural(last.unit)), (small if part == 1 else plural(small))
        said = last.words if last.kind == "duration" and last.words else f"{whole:g} {larger}"
        last.words = f"{said} {part:g} {smaller}"
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
        across = other.kind == "quantity" and re.fullmatch(r"-by-|\sby\s|\s?[x×]\s?", between)
        if (one.vague or across) and (across or re.fullmatch(r"\s(?:or(?:\seven)?|and|to)\s", between)):
            one.kind, one.unit, one.adjectival, one.unit_start = other.kind, other.unit, other.adjectival, one.end
            continue
        if between == " or " and neighbours(one, other) and (value_of(other) or 0) - (value_of(one) or 0) == 1:
            continue  # "4 or 5 percent" is one vague share
        if other.kind == "percent" and (value_of(one) or 0) >= 1000 > (value_of(other) or 0):
            continue  # "310,000 or 14.6 percent": an amount, and the share that it is
        suspended = re.fullmatch(r"-,?\s(?:(?:and|or|to)\s)?", between)
        listed = re.fullmatch(r"(?:,|\s(?:and|or|&)|,\s(?:and|or))\s", between)
        unit_after = other.unit_start > other.core[0]
        falls = between == " to " and other.kind == "percent" and unit_after  # "44 to 19 percent"
        if falls and one.digits and (value_of(one) or 0) > (value_of(other) or 0):
            one.kind, one.unit, one.unit_start = "percent", other.unit, one.end
            continue
        if suspended or (
            listed
            and unit_after
            and (other.kind in ("percent", "quantity", "temperature", "age") or _served(text, one, other))
            and not _amid(text, one)
        ):
            one.kind, one.unit, one.adjectival = other.kind, other.unit, other.adjectival
            one.end = one.end + 1 if suspended else one.end
            one.unit_start = one.end
            _share_scale(one, other)


def _share_scale(one: Draft, other: Draft) -> None:
    """A number that took the unit of the next takes its scale word too: "3 or 4 million barrels"."""
    first, second = value_of(one), value_of(other)
    if first is None or second is None or one.scale != 1 or other.scale < 1000 or one.kind == "percent":
        return
    if 0 < first < 1000 and 0.1 <= first * other.scale / second <= 10:
        one.value, one.scale = first * other.scale, other.scale


def _served(text: str, one: Draft, other: Draft) -> bool:
    """Whether two stretches of time share their unit: "jailed for 16 and 14 years"."""
    return other.kind == "duration" and text[max(0, one.start - 4) : one.start] == "for "


def _share_sides(text: str, drafts: list[Draft]) -> None:
    """ "three metres by four": the second side takes the unit of the first."""
    for one, other in pairwise(drafts):
        if one.kind == "quantity" and other.bare and text[one.end : other.start] == " by ":
            if re.match(r"\s*(?:[.,;:)]|$)|\s(?:and|with|in)\b", text[other.end : other.end + 6]):
                other.kind, other.unit = one.kind, one.unit


def _share_ages(text: str, drafts: list[Draft]) -> None:
    """ "aged 28 and 31": each is an age."""
    for one, other in pairwise(drafts):
        listed = re.fullmatch(r"(?:,|\sand|\sor|,\sand)\s", text[one.end : other.start])
        if listed and family_ages(text, one, other):
            one.kind = other.kind = "age"
            one.unit = other.unit = "year"
            continue
        told = re.match(r"age[ds]?\b", text[one.start : one.end], re.IGNORECASE) or re.search(
            r"\b(?:aged?|ages)\s(?:[\w-]+,?\s(?:and\s)?){0,4}$", text[max(0, one.start - 40) : one.start], re.IGNORECASE
        )
        whole = other.bare and other.digits and 0 < (value_of(other) or 0) < 120
        if listed and told and whole and one.kind == "age" and re.match(r"\W", text[other.end : other.end + 1] or "."):
            if not re.match(r"\s[a-z]+s\b(?<!was)(?<!years)", text[other.end : other.end + 16]):
                other.kind, other.unit = "age", one.unit


def _amid(text: str, draft: Draft) -> bool:
    """Whether a bare number is a level of its own ("in 2019, 5 percent")."""
    return (
        bool(re.search(r"\b(?:in|at|to|since|by|no\.?)\s$", text[max(0, draft.start - 6) : draft.start], re.IGNORECASE))
        or not draft.digits
    )
