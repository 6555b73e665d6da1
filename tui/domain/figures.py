"""How a figure is worded, sorted, converted, grouped and compared: pure functions of `Number`."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from tui.domain.dates import worded_date
from tui.domain.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.domain.findings import Number

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SIGNS = {"more than": ">", "less than": "<", "at least": "≥", "at most": "≤", "up": "↑", "down": "↓"}
_CURRENCY_SIGNS = {
    "dollar": "$", "euro": "€", "pound sterling": "£", "japanese yen": "¥", "indian rupee": "₹", "chinese yuan": "CN¥",
    "canadian dollar": "CA$", "australian dollar": "A$", "new zealand dollar": "NZ$", "hong kong dollar": "HK$",
    "singapore dollar": "S$", "south korean won": "₩", "israeli shekel": "₪", "turkish lira": "₺",
    "russian ruble": "₽", "brazilian real": "R$", "ukrainian hryvnia": "₴", "vietnamese dong": "₫",
    "nigerian naira": "₦", "philippine peso": "₱", "mexican peso": "MX$", "new taiwan dollar": "NT$",
}  # fmt: skip
_TEMPERATURE_SIGNS = {"celsius": "°C", "fahrenheit": "°F", "kelvin": "K", "degree": "°"}
_IRREGULAR = {
    "foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia", "hertz": "hertz",
    "horsepower": "horsepower", "japanese yen": "Japanese yen", "chinese yuan": "Chinese yuan",
    "south korean won": "South Korean won", "basis point": "basis points", "penny": "pence", "knot": "knots",
    "celsius": "celsius", "fahrenheit": "fahrenheit",
}  # fmt: skip
_INVARIABLE = ("hertz", "yen", "yuan", "won", "baht", "rand", "renminbi", "percentage", "rpm", "dong", "real")
KIND_ORDER = (
    "count", "money", "percent", "fraction", "ratio", "rate", "quantity", "temperature", "duration", "age", "ordinal",
    "date", "time",
)  # fmt: skip
"""The kinds in the order in which a list by size sets them."""


def figure(number: Number) -> str:
    """The short normalised value: "≈ 10,000 / day", "> 2 hours", "$ several billion", "2–3 %", "27 December 2023".

    Empty for a figure that carries neither value nor words.
    """
    if number.kind in ("date", "time"):
        return number.words or (worded_date(number.value) if isinstance(number.value, str) else "")
    sign = _SIGNS.get(number.bound or "", "")
    if number.approximate and sign not in (">", "<", "≥", "≤"):
        sign = f"≈ {sign}" if sign else "≈"
    body = _with_unit(number, _core(number))
    if number.per:
        body = f"{body} / {number.per}"
    return f"{sign} {body}".strip()


def counted(number: Number) -> str:
    """What the figure counts, as the row says it; whom it is about where nothing is counted; or ""."""
    return number.counts or number.about or ""


def _core(number: Number) -> str:
    """The bare value: words, a range, or one amount."""
    if number.words:
        return number.words
    if isinstance(number.value, str):
        return number.value
    if number.value is not None:
        return _amount_as(number.kind, number.value)
    if number.low is not None and number.high is not None:
        return _range(number.kind, number.low, number.high)
    if number.low is not None:
        return f"{amount(number.low)} or more"
    return f"up to {amount(number.high)}" if number.high is not None else ""


def amount(value: float) -> str:
    """A plain number for people: "1,300", "0.25", "4.2 billion"; as digits where a scale word would not shorten it."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            short = value / scale
            if abs(short) < 1000 and math.isclose(short, round(short, 3), rel_tol=1e-12):
                return f"{_digits(round(short, 3))} {name}"
            break
    return _digits(value)


def _digits(value: float) -> str:
    if math.isfinite(value) and value == int(value) and abs(value) < 1e21:
        return f"{int(value):,}"
    if 0 < abs(value) < 1e-4:
        return f"{value:.6g}"
    whole = f"{value:,.10f}".rstrip("0").rstrip(".")
    return whole if len(whole.split(".")[-1]) < 10 else f"{value:,.4g}"


def _amount_as(kind: str, value: float) -> str:
    if kind == "ordinal":
        return f"{_digits(value)}{_ending(int(value))}"
    if kind == "fraction" and value > 0:
        part = Fraction(value).limit_denominator(1000)
        if math.isclose(part, value, rel_tol=1e-6) and part.denominator > 1:
            whole, rest = divmod(part.numerator, part.denominator)
            return f"{whole} {rest}/{part.denominator}" if whole else f"{rest}/{part.denominator}"
    if kind == "ratio":
        return f"× {_digits(round(value, 4))}"
    return amount(value)


def _ending(value: int) -> str:
    return "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _range(kind: str, low: float, high: float) -> str:
    if kind == "ratio":
        return f"× {_digits(low)}–{_digits(high)}"
    left, right = amount(low), amount(high)
    scale = right.rpartition(" ")[2]
    if scale.isalpha() and left.endswith(f" {scale}"):
        left = left.removesuffix(f" {scale}")
    return f"{left}–{right}" if low >= 0 and " " not in left else f"{left} to {right}"


def _with_unit(number: Number, core: str) -> str:
    unit = number.unit
    if number.kind == "percent":
        return f"{core} %" if unit in (None, "percentage") else f"{core} {plural(unit)}"
    if not unit:
        return core
    if unit in _CURRENCY_SIGNS:
        return f"{_CURRENCY_SIGNS[unit]}{core}" if core[:1].isdigit() else f"{_CURRENCY_SIGNS[unit]} {core}"
    if unit in _TEMPERATURE_SIGNS:
        return f"{core} {_TEMPERATURE_SIGNS[unit]}"
    single = number.value == 1 or (isinstance(number.value, float) and 0 < number.value < 1)
    worded = unit if single and not number.words else plural(unit)
    if number.kind == "age":
        return f"{core} {worded} old"
    return f"{core} {worded}"


def plural(unit: str) -> str:
    """A unit's name in the plural: its head, which stands before "per" or "of", takes the ending."""
    head, joint, rest = unit, "", ""
    for word in (" per ", " of "):
        if word in unit:
            head, joint, rest = unit.partition(word)
            break
    first, space, last = head.rpartition(" ")
    if head in _IRREGULAR:
        many = _IRREGULAR[head]
    elif last in _IRREGULAR:
        many = f"{first}{space}{_IRREGULAR[last]}"
    elif last in _INVARIABLE or last.endswith("s"):
        many = head
    elif last.endswith(("ch", "sh", "x")):
        many = f"{head}es"
    elif re.search(r"[^aeiou]y$", last):
        many = f"{head[:-1]}ies"
    else:
        many = f"{head}s"
    return f"{many}{joint}{rest}"


def size(number: Number) -> float:
    """How large the figure is, in its own unit: its value, the middle of its range, or the side that is known."""
    if isinstance(number.value, (int, float)):
        return float(number.value)
    ends = [end for end in (number.low, number.high) if end is not None]
    return sum(ends) / len(ends) if ends else -math.inf


def sort_key(number: Number) -> tuple[int, str, float, str]:
    """Sorts figures by size within a kind, measures by what they measure first; dates in the order of time."""
    unit = UNITS.get(number.unit or "")
    group = unit.dimension if unit else (number.unit or "")
    value = size(number) * (unit.factor if unit else 1)
    stamp = number.value if isinstance(number.value, str) else ""
    return (KIND_ORDER.index(number.kind), group, value, stamp)


def convert(number: Number) -> str | None:
    """The figure in the other system of measures ("62 miles" → "≈ 100 kilometers"), or None where there is none.

    Rounded to as many significant digits as the figure has, two at the least.
    """
    values = [number.value] if isinstance(number.value, (int, float)) else [number.low, number.high]
    known = [float(value) for value in values if value is not None]
    if not known or not number.unit or number.vague:
        return None
    if number.unit in ("celsius", "fahrenheit"):
        to_fahrenheit = number.unit == "celsius"
        turned = [value * 9 / 5 + 32 if to_fahrenheit else (value - 32) * 5 / 9 for value in known]
        ends = [_digits(round(value, 1 if any(k != int(k) for k in known) else 0)) for value in turned]
        return f"≈ {'–'.join(ends)} {'°F' if to_fahrenheit else '°C'}"
    unit = UNITS.get(number.unit)
    if unit is None or unit.partner is None:
        return None
    partner = UNITS[unit.partner]
    places = max(2, *(_significant(value) for value in known))
    turned = [_rounded(value * unit.factor / partner.factor, places) for value in known]
    name = unit.partner if turned == [1.0] else plural(unit.partner)
    per = f" / {number.per}" if number.per else ""
    return f"≈ {'–'.join(amount(value) for value in turned)} {name}{per}"


def _significant(value: float) -> int:
    return len(f"{abs(value):.10g}".replace(".", "").strip("0"))


def _rounded(value: float, places: int) -> float:
    return float(f"{value:.{places}g}")


_SMALL = frozenset(
    "a an the of in to for from with by on at and or other additional more new their its his her".split()
)


def _things(words: str | None) -> tuple[str, ...]:
    """The words of what is counted that tell it from other things, in the singular."""
    found = re.findall(r"[\w'’-]+", (words or "").lower())
    return tuple(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found if word not in _SMALL)


def _same_thing(one: Number, other: Number) -> bool:
    """Whether two figures may be of the same thing: one description is contained in the other."""
    if one.about and other.about and not _contained(one.about, other.about):
        return False
    return bool(one.counts and other.counts) and _contained(one.counts, other.counts)


def _contained(one: str | None, other: str | None) -> bool:
    few, many = sorted((set(_things(one)), set(_things(other))), key=len)
    return bool(few) and few <= many


def _specific(number: Number) -> bool:
    """Whether the value itself tells that two mentions are one figure: dates, and values with three digits to them."""
    if isinstance(number.value, str):
        return True
    return isinstance(number.value, (int, float)) and _significant(number.value) >= 3


def _says_the_same(one: Number, other: Number) -> bool:
    same = (one.kind, one.value, one.low, one.high, one.unit, one.per) == (
        other.kind, other.value, other.low, other.high, other.unit, other.per,
    )  # fmt: skip
    if not same or (one.bound in ("up", "down")) != (other.bound in ("up", "down")):
        return False
    if one.value is None and one.words != other.words:
        return False
    if one.kind in ("date", "time"):
        return True
    if one.counts and other.counts:
        return _same_thing(one, other)
    return (one.counts == other.counts and _contained(one.about, other.about)) or _specific(one)


def merge_same(numbers: Iterable[Number]) -> list[tuple[Number, ...]]:
    """Figures grouped so that one said twice is one group of two mentions, in the order of their first mention."""
    groups: list[list[Number]] = []
    for number in numbers:
        home = next((group for group in groups if _says_the_same(group[0], number)), None)
        if home is None:
            groups.append([number])
        else:
            home.append(number)
    return [tuple(group) for group in groups]


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


_COMPARED = frozenset({"count", "money", "percent", "rate", "quantity", "temperature", "age", "fraction"})


def _disagree(one: Number, other: Number) -> bool:
    if one.kind != other.kind or one.kind not in _COMPARED or (one.unit, one.per) != (other.unit, other.per):
        return False
    if one.bound in ("up", "down") or other.bound in ("up", "down"):
        return False
    if one.kind == "age":
        named = bool(one.about and other.about) and _contained(one.about, other.about)
    else:
        things, others = set(_things(one.counts)), set(_things(other.counts))
        named = things == others and len(things) >= 2 and (not one.about or not other.about or one.about == other.about)
    (low, high), (bottom, top) = _interval(one), _interval(other)
    return named and (high < bottom or top < low)


def disagreements(numbers: Sequence[Number]) -> list[tuple[Number, Number]]:
    """Pairs of figures that cannot both hold, for one counted thing (or one person's age), in the order of the text.

    Only descriptions of two words or more count as the same thing: "12 people" and "300 people" are mostly two things,
    "12 people killed" and "14 people killed" are not. Bounds and "about" are allowed for.
    """
    return [(one, other) for one, other in combinations(numbers, 2) if _disagree(one, other)]
