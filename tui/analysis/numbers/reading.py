"""Numerals read: "three and a half million", "two hundred eleven fifths", "1,234.5", "two hundred thousand".

A recursive descent over the tokens of a run. Descending scale words add up ("two thousand three hundred"), a numeral
before a denominator divides ("three fifths"), and what does not fit starts a numeral of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.numbers.cardinals import CLOSE, Cardinals
from tui.analysis.numbers.tokens import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.numbers.tokens import Token


class Numeral(NamedTuple):
    """One numeral and its value."""

    start: int
    """First code point, a sign or "minus" and the article of "a hundred" included."""
    end: int
    """One past the last."""
    value: float
    """What it says."""
    form: str
    """cardinal, ordinal or fraction."""
    digits: bool
    """Whether it begins with digits."""
    scaled: bool
    """Whether a scale word belongs to it."""


LARGEST = 1e33
"""Beyond, digits are no figure but noise (a nonillion has thirty noughts)."""
_NEGATIVE = re.compile(
    r"(?:(?<!plus or )\b(?:minus|negative)[\s-]+|(?:(?<=[\s(\[<=])|^)[-−–]|(?:^|(?<=\())[-−]\s)$", re.IGNORECASE
)
_POINT = re.compile(
    r"(?:^|\b(?:was|is|of|by|about|only|just|than|minus|equals|around|nearly)\s|[(]\s?)(?P<word>point\s+)$",
    re.IGNORECASE,
)
"""A decimal point spoken with nothing before it."""
_ARTICLE = re.compile(r"(?<!\w)an?\s+$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:than|nearly|about|almost|over|by|roughly|under|least|up|down|rose|fell|risen|fallen)\s+an?\s+$",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r"\s+of\s+an?\s")
_PART_OF_NAME = re.compile(r"[-‑]\w|\s+(?:to|past|after|before|final|back|century|ago|earlier|later|marked)\b")
"""What makes a quarter a time or a name, and no share: "by a quarter past nine"."""
_PEOPLE_DO = re.compile(
    r"\s(?:own|say|said|think|believe|want|live|agree|disagree|back|oppose|favou?r|work|have\sno|do\snot)\b"
)
_IN_A = re.compile(r"\b(?:for|in|during|over|after|by)\san?\s$", re.IGNORECASE)
_PART_FOLLOWS = re.compile(r"\s+of\b|[\s-](?:mile|pound|inch|hour|century|point|acre|ounce|tonne?|cup|pint|gallon)\b")
_FRACTION_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:)!?”\"]|of\b|or\b|and\b|more\b|less\b|larger\b|smaller\b|higher\b|lower\b|cheaper\b"
    r"|(?:above|below)\s(?:its|their|last|what|that\sof|levels?|(?:the|an?)\s(?:\w+\s)?(?:average|level|peak|norm|price|rate|target))\b)"
)


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numerals of `text` in their order."""
    for run in runs(text):
        at = 0
        while at < len(run):
            numeral, at = _Reader(text, run).numeral(at)
            if numeral and abs(numeral.value) <= LARGEST:
                yield numeral


class _Reader(Cardinals):
    """Reads the numerals of one run of tokens."""

    def numeral(self, at: int) -> tuple[Numeral | None, int]:
        """The longest numeral that begins at `at`, and where the next may begin."""
        first = self.run[at]
        before = self.text[max(0, first.start - 12) : first.start]
        point = _POINT.search(self.text, max(0, first.start - 20), first.start) if at == 0 else None
        if point and first.kind in ("unit", "tens"):  # "point five"
            value, end = self._decimals(0.0, at)
            return Numeral(
                point.end() - len(point["word"]), self.run[end - 1].end, value, "cardinal", False, False
            ), end
        article = _ARTICLE.search(before) if first.kind not in ("digits", "unit", "tens") else None
        start = first.start - len(before) + article.start() if article else first.start
        for attempt in (self._ordinal, self._fraction, self._mixed):
            found = attempt(at, bool(article))
            if found:
                value, end, form = found
                break
        else:
            return None, at + 1
        if first.kind in ("hundred", "scale", "dozen") and form == "cardinal" and not article and end == at + 1:
            if not re.match(r"\s?(?:%|per\s?cent)", self.text[first.end : first.end + 9]):
                return None, at + 1
        kept = (form == "fraction" and first.kind in ("ordinal", "part")) or first.kind in ("hundred", "scale", "dozen")
        if not kept:
            start = first.start
        sign = _NEGATIVE.search(self.text[max(0, start - 18) : start])
        if sign and (first.kind in ("digits", "power", "ratio", "vulgar") or sign.group()[0].isalpha()):
            start, value = start - len(sign.group()), -value
        scaled = any(token.kind in ("hundred", "scale", "dozen") for token in self.run[at:end])
        if form == "fraction" and scaled and abs(value) >= 1:  # "half a million" is a plain amount
            form = "cardinal"
        digits = first.kind in ("digits", "power", "ratio", "vulgar", "nth")
        return Numeral(start, self.run[end - 1].end, value, form, digits, scaled), end

    def _mixed(self, at: int, article: bool) -> tuple[float, int, str] | None:
        """A cardinal with its decimals, a fraction added ("three and a half"), and a scale over both ("million")."""
        found = self._cardinal(at)
        if found is None:
            return None
        value, end = found
        if self.glue(end) == "point" and self.kind(end) in ("unit", "tens", "digits", "nought"):
            value, end = self._decimals(value, end)
            return (*self._scaled(value, end), "cardinal")
        last = self.run[end - 1]
        part = self._added_fraction(end)
        if part:
            share, after = part
            if self.kind(after) == "scale" and self.glue(after) in CLOSE:
                if last.kind == "scale":
                    return value + share * self.run[after].value, after + 1, "fraction"
                return (*self._scaled(value + share, after), "cardinal")
            if last.kind == "scale" and last.value >= 1e6:
                return value + share * last.value, after, "fraction"
            return value + share, after, "fraction"
        if self.run[at].kind in ("vulgar", "ratio") and value < 1 and end == at + 1:
            return value, end, "fraction"
        return value, end, "cardinal"

    def _added_fraction(self, at: int) -> tuple[float, int] | None:
        """The fraction after "and": "a half", "two thirds", "half", "one half"; below one."""
        if self.glue(at) == "and a":
            if self.kind(at) == "part" or (self.kind(at) == "ordinal" and self.run[at].value > 2):
                token = self.run[at]
                return (token.value if token.kind == "part" else 1 / token.value), at + 1
            return None
        if self.glue(at) != "and":
            return None
        whole = self.run[at - 1].kind in ("digits", "unit", "tens")
        if self.kind(at) in ("ratio", "vulgar") and self.run[at].value < 1 and whole:
            return self.run[at].value, at + 1  # "1 and 3/4"
        if self.kind(at) == "part" and self.run[at].value == 0.5 and self.run[at].text.lower() == "half":
            return 0.5, at + 1
        found = self._cardinal(at)
        over = self._denominator(found[1], found[0] == 1) if found else None
        if not found or not over or over[1] == 0 or found[0] >= over[1]:
            return None
        return found[0] / over[1], over[0]

    def _denominator(self, at: int, single: bool) -> tuple[int, float] | None:
        """Where a denominator that begins at `at` ends, and its value: "fifths", "twenty firsts"."""
        if at >= len(self.run) or self.glue(at) not in CLOSE:
            return None
        token = self.run[at]
        if token.kind == "part":
            tied = self.kind(at + 1) == "scale" or self.glue(at) == "-"  # "three quarter million", "three-quarter inch"
            return (at + 1, 1 / token.value) if single or tied or token.text.lower().endswith("s") else None
        base, here = 0.0, at
        if token.kind not in ("ordinal", "ordinals"):
            whole = self._compound(at)
            if whole is None:
                return None
            base, here = whole
        last = self.run[here]
        if last.kind == "ordinal" and not (single and (last.value > 2 or base)):
            return None
        if last.kind == "unit" or last.kind not in ("ordinal", "ordinals"):
            return None
        return here + 1, _joined(base, last.value)

    def _compound(self, at: int) -> tuple[float, int] | None:
        """The cardinal part of a compound denominator ("twenty" of "twenty firsts"), and where its ordinal stands."""
        here = at
        while here < len(self.run) and self.kind(here) in ("unit", "tens", "hundred", "scale"):
            here += 1
        if here >= len(self.run) or self.kind(here) not in ("ordinal", "ordinals"):
            return None
        if here == at + 1 and self.kind(at) == "unit" and self.run[here].value < 100:
            return None
        found = self._cardinal_until(at, here)
        last = self.run[here]
        fits = found is not None and (
            (self.kind(here - 1) == "tens" and last.value < 10)
            or self.kind(here - 1) in ("hundred", "scale")
            or last.value >= 100
        )
        return (found, here) if fits and found is not None else None

    def _fraction(self, at: int, article: bool) -> tuple[float, int, str] | None:
        """A numerator over a denominator, or half and quarter by themselves."""
        token = self.run[at]
        if token.kind == "part":
            return self._part(at, article)
        if token.kind == "ordinal":
            compared = _COMPARED.search(self.text, max(0, token.start - 20), token.start)
            alone = article and token.value > 2 and (compared or _FRACTION_FOLLOWS.match(self.text, token.end))
            if alone and self.kind(at + 1) not in ("unit", "tens", "scale", "digits"):
                return 1 / token.value, at + 1, "fraction"
            return None
        if token.kind == "tens" and self.kind(at + 1) == "ordinal":
            return self._one_over(at)
        for end in range(len(self.run), at, -1):
            if self.kind(end - 1) in ("ordinal", "ordinals", "part"):
                found = self._divided(at, end)
                if found:
                    return found
        return None

    def _one_over(self, at: int) -> tuple[float, int, str] | None:
        """ "a twenty-first" with nothing counted after it."""
        ordinal = self.run[at + 1]
        fits = ordinal.value < 10 and self.glue(at + 1) in CLOSE
        before = self.text[max(0, self.run[at].start - 4) : self.run[at].start]
        if fits and _ARTICLE.search(before) and _FRACTION_FOLLOWS.match(self.text, ordinal.end):
            return 1 / (self.run[at].value + ordinal.value), at + 2, "fraction"
        return None

    def _divided(self, at: int, end: int) -> tuple[float, int, str] | None:
        """Numerator and denominator that fill `at` to `end`.

        The denominator begins where the numerator can go on no further, or with the tens right before its last word.
        """
        whole = self._cardinal(at)
        cuts = [end - 2] if end - 2 > at and self.kind(end - 2) == "tens" and self.run[end - 1].value < 10 else []
        for cut in (*cuts, whole[1] if whole else at):
            if cut <= at or cut >= end or self.glue(cut) not in CLOSE:
                continue
            if self.glue(cut) == "-" and self.run[cut].kind in ("unit", "tens"):
                continue
            top = self._cardinal_until(at, cut)
            if top is None:
                continue
            over = self._denominator(cut, top == 1 and self.run[at].kind in ("unit", "digits"))
            if over and over[0] == end and over[1]:
                mixed = self._mixed_before(at, cut, over[1])
                value = mixed if mixed is not None else top / over[1]
                return (*self._of_scale(value, end), "fraction")
        return None

    def _mixed_before(self, at: int, cut: int, over: float) -> float | None:
        """ "three hundred and seventeen hundredths" is 300 and 17/100: a proper fraction after "and" is added."""
        for here in range(cut - 1, at, -1):
            if self.glue(here) == "and":
                top, whole = self._cardinal_until(here, cut), self._cardinal_until(at, here)
                if top is not None and whole is not None and top < over:
                    last = self.run[here - 1]
                    return whole + top / over * (last.value if last.kind == "scale" and last.value >= 1e6 else 1)
                return None
        return None

    def _of_scale(self, value: float, end: int) -> tuple[float, int]:
        if self.kind(end) in ("hundred", "scale", "dozen") and self.glue(end) in (" ", "-", "of a", "a"):
            return value * self.run[end].value, end + 1
        return value, end

    def _part(self, at: int, article: bool) -> tuple[float, int, str] | None:
        token = self.run[at]
        if token.text.lower().endswith("s"):
            return None
        scaled = self._of_scale(token.value, at + 1)
        if token.value == 0.25 and scaled[1] == at + 1:  # else a part of a town or of a year
            shared = _PART_FOLLOWS.match(self.text, token.end) or self._part_of_people(token)
            if not article or not (shared or self._compared_part(token)):
                return None
        if scaled[1] > at + 1:
            return (*scaled, "fraction")
        return token.value, at + 1, "fraction"

    def _part_of_people(self, token: Token) -> bool:
        """Whether a quarter does what people do: "a quarter own a cat"."""
        timed = _IN_A.search(self.text, max(0, token.start - 12), token.start)
        return _PEOPLE_DO.match(self.text, token.end) is not None and timed is None

    def _compared_part(self, token: Token) -> bool:
        """Whether something changed by, or is compared with, a quarter: "cut by a quarter in May"."""
        before = _COMPARED.search(self.text, max(0, token.start - 20), token.start)
        return bool(before) and not _PART_OF_NAME.match(self.text, token.end)

    def _ordinal(self, at: int, article: bool) -> tuple[float, int, str] | None:
        """An ordinal, of one word or of several ("one hundred twenty fifth", "a hundred trillionth")."""
        token = self.run[at]
        if token.kind == "nth":
            return token.value, at + 1, "ordinal"
        if token.kind == "ordinal":
            if article and self._fraction(at, article):
                return None
            return token.value, at + 1, "ordinal"
        if token.kind in ("unit", "tens", "hundred", "scale"):
            compound = self._compound(at)
            single = token.kind == "unit" and token.value == 1  # "one hundredth of a second"
            if single and compound and _OF_ONE.match(self.text, self.run[compound[1]].end):
                return None
            if compound and self.kind(compound[1]) == "ordinal":
                if token.kind == "tens" and self._one_over(at):
                    return None
                if token.kind == "unit" and token.value == 1 and self.kind(at + 1) in ("unit", "tens"):
                    return None
                return _joined(compound[0], self.run[compound[1]].value), compound[1] + 1, "ordinal"
        return None


def _joined(base: float, last: float) -> float:
    """An ordinal's last word over what stands before it: twenty + first, two × hundredth, a hundred × trillionth."""
    return base * last if base and last >= 100 else base + last
