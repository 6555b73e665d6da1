"""Places counted from an end or from where one stands: "third from last", "the 2nd to last", "the next"."""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.numbers.draft import Draft
from tui.analysis.numbers.lexicon import number_words, table

_NEXT_TO = re.compile(r"\s+(?:to|door)\b|,")
"""What follows a "next" that is no place: "next to the bank", "next door", "Next, she left"."""
_DATE_NOUN = re.compile(
    r"\s+(?:few\s+|several\s+|couple\s+|(?:\w+\s+){0,2}?)(?:seconds?|minutes?|hours?|days?|weeks?"
r"|weekends?|months?|years?|decades?|century|centuries|quarters?|nights?|mornings?|evenings?"
r"|summers?|winters?|springs?"
    r"|autumns?|seasons?|semesters?|terms?|time|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon"
r"|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)  # fmt: skip
_LOWEST = 10
"""Places counted from an end in words; digits may say more."""


@cache
def _from_end() -> re.Pattern[str]:
    words = "|".join(
        word for word, (kind, value) in number_words().items() if kind == "ordinal" and 1 < value <= _LOWEST
    )
    return re.compile(
        rf"(?<![\w-])(?:the\s)?(?:(?P<word>{words})|(?P<digits>\d{{1,3}})(?:nd|rd|th))"
        r"(?:[\s-]to[\s-](?:the[\s-])?last|[\s-]from[\s-](?:the[\s-])?(?:last|end|bottom)|[\s-](?P<last>last))(?![\w-])",
        re.IGNORECASE,
    )


@cache
def _relative() -> re.Pattern[str]:
    words = "|".join(
        sorted(
            (re.escape(word).replace(r"\ ", r"\s+") for word in table("numbers_relative_ordinals.txt")),
            key=len,
            reverse=True,
        )
    )
    return re.compile(rf"(?<![\w-])(?P<word>{words})(?![\w]|-\w|\s+(?:names?|but|but\s+not\s+least)\b)", re.IGNORECASE)


def relative_places(text: str) -> list[Draft]:
    """The places of `text`, in no order; their values tell the end and how far from it ("end-2", "current+1")."""
    found: list[Draft] = []
    for match in _from_end().finditer(text):
        if match["last"] and _DATE_NOUN.match(text, match.end()):  # "she came second last year"
            continue
        place = int(match["digits"]) if match["digits"] else int(number_words()[match["word"].lower()][1])
        found.append(_place(match, f"end-{place - 1}"))
    ends = {draft.end for draft in found}
    for match in _relative().finditer(text):
        word = " ".join(match["word"].lower().split())
        if match.end() in ends or (word == "next" and _NEXT_TO.match(text, match.end())):
            continue
        if word in ("last", "next", "previous", "current") and _DATE_NOUN.match(text, match.end()):
            continue
        found.append(_place(match, table("numbers_relative_ordinals.txt")[word]))
    return found


def _place(match: re.Match[str], place: str) -> Draft:
    words = " ".join(match.group().lower().split()).removeprefix("the ")
    return Draft(*match.span(), kind="ordinal", value=place, words=words, core=match.span())
