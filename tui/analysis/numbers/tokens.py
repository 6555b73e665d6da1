"""The tokens of numerals: digits in every notation and number words, grouped into runs that may be one numeral."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.numbers.lexicon import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """One piece of a numeral."""

    kind: str
    """digits, ratio (a slashed fraction), vulgar, ordinal-digits, or a class of number word."""
    value: float
    """Its value by itself."""
    start: int
    """First code point."""
    end: int
    """One past the last."""
    glue: str
    """What ties it to the token before: " ", "-", "and", "and a", "a", "of a", "point", "" (nothing between)."""
    text: str
    """As written."""


VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
CODES = (
    "USD EUR GBP AUD CAD NZD HKD SGD JPY CNY RMB INR CHF SEK NOK DKK ZAR BRL MXN MYR THB IDR PHP KRW TWD RUB PLN CZK "
    "HUF TRY ILS AED SAR QAR EGP NGN KES GHS PKR LKR BDT VND CDN RM PS Rs Rp NIS KSh Ksh TSh USh Shs Sh Dh Dhs Tk "
    "Kr DKr SKr NKr $US $A $AU $NZ $CA $C $HK $S"
).split()
"""What may stand straight before digits: codes and short forms of currencies."""
RAND = r"(?=\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d\d(?!\d)|\d+(?:\.\d+)?(?:\s?(?:m|bn|k)\b|\s(?:million|billion|trillion)\b))"
"""What must follow an "R" that is South African money and no model's or road's number: "R500 million", "R1,200"."""
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
DIGITS = r"""
    [1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d,]?\d)           # 1,234,567.8
  | [1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)               # 12,34,567.89, as in India
  | [1-9]\d{0,2}(?:\.\d{3})+,\d+(?!\d)                      # 1.111,11, as on the Continent
  | [1-9]\d{0,2}(?:\.\d{3}){2,}(?!\d|[.,]\d)               # 1.250.000
  | [1-9]\d{0,2}(?:[’'\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?(?!\d)
  | [1-9]\d{0,2}(?:\ \d{3}){2,}(?:\.\d+)?(?!\d)             # 1 234 567
  | \d+\ \.\ \d+(?=\ ?(?:%|per\ ?cent|million|billion|trillion|cents|yen|pence|points|marks))   # spaced by a tokeniser
  | (?<=[$£€]\ )\d+\ \.\ \d\d?(?!\d)
  | (?<![\d,])\d+,\d\d(?![\d,]|\.\d)                        # 5,00
  | (?<![\d,.])\d+,\d(?=\ (?:million|billion|trillion|per\ ?cent)\b|\ ?%)   # 1,5 million, as on the Continent
  | \d+\.\d+ | (?<!Rs)(?<!Rp)\.\d+                       # "Rs.120" is no fraction
  | \d+
"""


@cache
def pattern() -> re.Pattern[str]:
    """Finds the tokens."""
    words = "|".join(sorted(number_words(), key=len, reverse=True))
    codes = "|".join(f"(?<={re.escape(code)})" for code in CODES)
    return re.compile(
        rf"""
        (?:(?<![^\W_])|{codes}|(?<=(?<!\w)R){RAND})(?:
            (?P<power>\d+(?:\.\d+)?(?:[eE][+-]?\d+(?!\w)|\^[+-]*\d+|\s?[x×]\s?10(?:\^?\s?[-−+]?\d+|[⁻⁰¹²³⁴-⁹]+)))
          | (?P<nth>\d+(?:,\d{{3}})*(?:th|(?<=(?<!1)1)st|(?<=(?<!1)2)nd|(?<=(?<!1)3)rd)(?!\w))
          | (?P<ratio>(?<![\d/.,])\d{{1,4}}[/⁄]\d{{1,4}}(?![\d/]|[.,]\d))
          | (?P<digits>{DIGITS})
        )
        | (?P<vulgar>[{"".join(VULGAR)}])
        | (?<![\w’'])(?P<word>(?i:{words}))(?!\w|[’']\w)
        """,
        re.VERBOSE,
    )


_GLUE = re.compile(
    r"(?P<space>[ \t\u00a0]{1,3})|(?P<hyphen>[ ]?[-‑–][ ]?)|(?P<and>[\s-]+and[\s-]+(?P<article>an?[\s-]+)?)"
    r"|(?P<point>\s+point\s+)|(?P<a>[\s-]+an?[\s-]+)|(?P<ofa>\s+of\s+an?\s+)|(?P<none>)"
)


def _glue(between: str) -> str | None:
    match = _GLUE.fullmatch(between) if len(between) < 12 else None
    if not match:
        return None
    if match["and"]:
        return "and a" if match["article"] else "and"
    kind = match.lastgroup or "none"
    return {"space": " ", "hyphen": "-", "point": "point", "a": "a", "ofa": "of a", "none": ""}[kind]


def read_digits(text: str) -> float:
    """The value of digits in any of the notations."""
    text = re.sub(r"[\s’'\u00a0\u202f\u2009]", "", text)
    if re.fullmatch(r"\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})|\d+,\d\d?", text):
        text = text.replace(".", "").replace(",", ".")
    return float(text.replace(",", ""))


def _power(text: str) -> float:
    """The value of "1.3e6", "1.3x10^6" and "2.5^-1"; the sign before a power is not part of its base."""
    text = text.translate(SUPERSCRIPTS).replace("−", "-").replace("×", "x").replace(" ", "")
    base, found, exponent = text.partition("x10")
    if found:
        return float(base) * float(f"1e{int(exponent.lstrip('^'))}")
    base, found, exponent = text.partition("^")
    if not found:
        return float(text)
    power = float(exponent.lstrip("+-")) * (-1 if exponent.count("-") % 2 else 1)
    try:
        return math.pow(float(base), power)
    except (OverflowError, ValueError):
        return math.inf


def _token(match: re.Match[str], glue: str) -> Token:
    kind, text = match.lastgroup or "", match.group()
    if kind == "word":
        kind, value = number_words()[text.lower()]
    elif kind == "digits":
        value = read_digits(text)
    elif kind == "vulgar":
        value = VULGAR[text]
    elif kind == "nth":
        value = float(re.sub(r"\D", "", text))
    elif kind == "ratio":
        top, bottom = re.split("[/⁄]", text)
        value = float(top) / float(bottom) if float(bottom) else 0.0
    else:
        value = _power(text)
    return Token(kind, value, match.start(), match.end(), glue, text)


LONGEST = 24
"""Tokens a run may have: longer ones are no numerals, and would take time by the square of their length."""


def runs(text: str) -> Iterator[list[Token]]:
    """Yield the runs: tokens with nothing between them but what may join the parts of one numeral."""
    run: list[Token] = []
    for match in pattern().finditer(text):
        glue = _glue(text[run[-1].end : match.start()]) if 0 < len(run) < LONGEST else None
        if glue is None:
            if run:
                yield run
            run = []
        run.append(_token(match, glue or ""))
    if run:
        yield run
