"""How a figure is worded, sorted and converted: pure functions of `Number`."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import TYPE_CHECKING

from tui.domain.dates import worded_date
from tui.domain.tolls import FATES
from tui.domain.units import UNITS

if TYPE_CHECKING:
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
_CENTS = ("cent", "pence", "eurocent")
_TEMPERATURE_SIGNS = {"celsius": "°C", "fahrenheit": "°F", "kelvin": "K", "degree": "°"}
_IRREGULAR = {
    "foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia", "hertz": "hertz",
    "horsepower": "horsepower", "japanese yen": "Japanese yen", "chinese yuan": "Chinese yuan",
    "south korean won": "South Korean won", "basis point": "basis points", "penny": "pence", "knot": "knots",
    "celsius": "celsius", "fahrenheit": "fahrenheit", "krone": "kroner", "krona": "kronor", "paisa": "paise",
}  # fmt: skip
_INVARIABLE = ("pence", "hertz", "yen", "yuan", "won", "baht", "rand", "renminbi", "percentage", "rpm", "dong", "real")
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
    if number.year:
        body = f"{body} in {number.year} money"
    return f"{sign} {body}".strip()


def counted(number: Number) -> str:
    """What the figure counts, as the row says it; whom it is about where nothing is counted; or ""."""
    if number.counts and number.about in FATES and number.about not in number.counts:
        return f"{number.counts} {number.about}"
    return number.counts or number.about or ""


def _core(number: Number) -> str:
    """The bare value: words, a range, or one amount."""
    if number.words:
        return number.words
    if isinstance(number.value, str):
        return number.value
    if number.value is not None:
        return _priced(_amount_as(number.kind, number.value), number)
    if number.low is not None and number.high is not None:
        return _range(number, number.low, number.high)
    if number.low is not None:
        return f"{_priced(amount(number.low), number)} or more"
    return f"up to {_priced(amount(number.high), number)}" if number.high is not None else ""


def _in_money(number: Number) -> bool:
    """Whether it is an amount in a currency, and not in its cents."""
    return (number.kind == "money" or number.unit in _CURRENCY_SIGNS) and number.unit not in _CENTS


def _priced(words: str, number: Number) -> str:
    """An amount of money with two decimals where it has one ("8.70"); millions ("4.2 million") and cents keep it."""
    return f"{words}0" if words[-2:-1] == "." and words[-1].isdigit() and _in_money(number) else words


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


def _range(number: Number, low: float, high: float) -> str:
    if number.kind == "ratio":
        return f"× {_digits(low)}–{_digits(high)}"
    left, right = _priced(amount(low), number), _priced(amount(high), number)
    if _in_money(number) and (("." in left) != ("." in right)) and " " not in left + right:
        left, right = (words if "." in words else f"{words}.00" for words in (left, right))
    scale = right.rpartition(" ")[2]
    if scale.isalpha() and left.endswith(f" {scale}"):
        left = left.removesuffix(f" {scale}")
    return f"{left}–{right}" if low >= 0 and " " not in left else f"{left} to {right}"


def _with_unit(number: Number, core: str) -> str:
    unit = number.unit
    told = number.words and (number.kind == "age" or ":" in number.words or (unit and plural(unit) in number.words))
    if told:  # "30s", "2:14:04", "6 feet 8 inches"
        return core
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
    if number.kind == "money" and " " in worded:  # "Danish kroner"
        worded = worded[:1].upper() + worded[1:]
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

    Rounded to as many significant digits as the figure has, two at the least; three where it was made of parts
    ("6 feet 2 inches", "a third of a mile").
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
    places = max(2, *(significant(value) if _in_digits(value) else _OF_PARTS for value in known))
    turned = [_rounded(value * unit.factor / partner.factor, places) for value in known]
    name = unit.partner if turned == [1.0] else plural(unit.partner)
    per = f" / {number.per}" if number.per else ""
    return f"≈ {'–'.join(amount(value) for value in turned)} {name}{per}"


def significant(value: float) -> int:
    """How many significant digits a value is given with."""
    return len(f"{abs(value):.10g}".replace(".", "").strip("0"))


_OF_PARTS = 3
"""Significant digits to which a figure is converted that was made of parts."""


def _in_digits(value: float) -> bool:
    """Whether a text may give the value in digits; what has more than four decimals was reckoned from parts."""
    return abs(value - round(value, 4)) <= 1e-9 * abs(value)


def _rounded(value: float, places: int) -> float:
    return float(f"{value:.{places}g}")


def is_position(number: Number) -> bool:
    """Whether it places something, in time or in a row ("last week", "the next", "first"), and says not how much."""
    return number.kind in ("date", "time") or is_place(number)


def is_place(number: Number) -> bool:
    """Whether it is a place in a row ("the next", "penultimate", "first"): read, but no figure for a report.

    A rank from the tenth on ("its 12th quarter of growth") is a figure: so high nobody counts in passing.
    """
    return number.kind == "ordinal" and (isinstance(number.value, str) or _is_low(number))


def _is_low(rank: Number) -> bool:
    ends = [value for value in (rank.value, rank.low, rank.high) if isinstance(value, int | float)]
    return bool(ends) and max(ends) < 10
