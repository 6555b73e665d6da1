"""What a figure is per: "10,000 a day", "$15 an hour", "60 miles per hour", "2.98 euros/kg"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.numbers.lexicon import number_words, table
from tui.domain.figures import plural

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

_NO_RATE = frozenset("cent se the this that or and".split())
_AGO = re.compile(
    r"\s+(?:ago|earlier|later|(?:before|after)(?!\s+(?:tax|bonus|deduction|interest|expense|cost|rent))"
    r"|since(?!\s+[A-Z\d])|old)"
)
_MANY = (
    r"\d{1,3}|other|second|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty"
    r"|forty-five|fifty"
    r"|sixty|ninety|hundred"
)
_STRETCH = "second|minute|hour|day|night|week|fortnight|month|year|decade|mile|kilomet(?:er|re)|met(?:er|re)|yard"
"""What "every" may lay between one and the next: "40 drops every 30 seconds"."""
_IN_FULL = {"km": "kilometers", "kilometres": "kilometers", "g": "grams", "ml": "milliliters"}
SPEEDS = frozenset(
    {
        "mile per hour",
        "kilometer per hour",
        "meter per second",
        "foot per second",
        "kilometer per second",
        "mile per second",
        "mile per gallon",
        "kilometer per liter",
        "pound per square inch",
        "foot per minute",
    }
)
"""Rates that are units of their own."""


@cache
def _pattern() -> re.Pattern[str]:
    nouns = [form for form in table("numbers_rates.txt") if len(form) > 2 and not form.endswith("ly")]
    choice = "|".join(re.escape(noun).replace(r"\ ", r"\s") for noun in sorted(nouns, key=len, reverse=True))
    return re.compile(
        r"(?:\s(?:cash|net|gross|pre-?tax|in\scash|before\stax|after\stax)(?=\s(?:per|an?)\s))?"
        r"(?:\s+|-)?(?:per\s(?P<each>[1-9]\d{0,2}(?:,?000)+(?:\s(?:people|residents|inhabitants|population|births"
        r"|adults))?|1(?:00|,?000)\s?(?:km|kilomet(?:er|re)s|miles|grams|g|ml))"
        rf"|per\s-?(?P<any>(?:square\s|cubic\s)?[A-Za-z]+[23²³]?)|/\s?(?P<slashed>1(?:00|,?000)\s?(?:km|miles"
        rf"|g|ml))|/\s?(?P<slash>[A-Za-z]+[23²³]?)"
        rf"|every\s(?P<many>{_MANY})\s(?P<stretch>{_STRETCH})s?"
        rf"|(?:an?|each|every)[\s-](?P<noun>{choice})|(?P<ly>annually|yearly|monthly|weekly|daily|hourly"
        rf"|nightly))(?!\w)",
        re.IGNORECASE,
    )


def _per_hundred(word: str) -> str:
    """What a figure is per where it is so many: "100 kilometers" out of "100km", "100,000 people" as it is."""
    number, unit = re.match(r"([\d,]+)\s?(.*)", word).groups()  # type: ignore[union-attr]
    return f"{number} {_IN_FULL.get(unit, unit)}".rstrip()


def rate(text: str, draft: Draft, at: int) -> bool:
    """Set what the figure is per, from the words at `at`, and take them in; whether there are any."""
    if draft.kind in ("ordinal", "age", "date", "time") or draft.per:
        return False
    match = _pattern().match(text, at)
    if not match:
        return False
    if match["many"]:
        return _spaced(draft, match)
    short = table("numbers_rates.txt")
    each = match["each"] or match["slashed"]
    word = " ".join((each or match["any"] or match["slash"] or match["noun"] or match["ly"]).lower().split())
    if word in _NO_RATE or (match["slash"] and word not in short) or (match["noun"] and _AGO.match(text, match.end())):
        return False
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") and not each else word
    draft.per = _per_hundred(word) if each else short.get(word, single)
    draft.end = match.end()
    if draft.kind == "count":
        draft.kind = "rate"
    elif draft.kind == "quantity" and f"{draft.unit} per {draft.per}" in SPEEDS:
        draft.unit, draft.per = f"{draft.unit} per {draft.per}", None
    return True


def _spaced(draft: Draft, match: re.Match[str]) -> bool:
    """Set what lies between one and the next: "10 minutes" of "5 litres every ten minutes"."""
    if draft.kind == "duration":  # "one hour every two days" is told of whatever lasts that long
        return False
    many, stretch = match["many"].lower(), match["stretch"].lower().replace("metre", "meter")
    number = int(many) if many.isdigit() else 2 if many in ("other", "second") else int(number_words()[many][1])
    draft.per = stretch if number == 1 else f"{number} {plural(stretch)}"
    draft.end = match.end()
    if draft.kind == "count":
        draft.kind = "rate"
    return True
