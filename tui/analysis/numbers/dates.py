"""Dates and times, read to ISO 8601: absolute ones as they stand, relative ones from the date of the article.

News convention (AP Stylebook, "days of the week"): a weekday by itself is the one within seven days of publication,
before it in the past tense; without a date of publication a relative date keeps its words and has no value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|Mar(?=\s\d))"
)
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_YEAR = r"(?:1[5-9]|20)\d\d"
_ZONE = "GMT|UTC|BST|CET|CEST|[ECMP][SD]?T|A[EC][SD]T|AWST|NZ[SD]T"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"


class Dated(NamedTuple):
    """One date or time."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    kind: str
    """date or time."""
    value: str | None
    """ISO 8601, or None where it stays relative."""
    words: str | None
    """The words of one that stays relative."""


_PATTERN = re.compile(
    rf"""
    (?<![\w$£€¥])(?:
      (?P<stamp>\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\w)
    | (?P<dmy>{_DAY}(?:st|nd|rd|th)?(?:\s?[-–]\s?{_DAY}(?:st|nd|rd|th)?)?(?:\s+of)?\s+{_MONTH.format("m1")}
        (?:,?\s+(?P<y1>{_YEAR}))?)(?![\w%])
    | (?P<mdy>{_MONTH.format("m2")}\s+(?:the\s+)?(?P<d2>{_DAY})(?:st|nd|rd|th)?
        (?:\s?[-–]\s?(?:(?P<d3>{_DAY})|{_MONTH.format("m3")}\s+(?P<d4>{_DAY})))?
        (?:,?\s+(?P<y2>{_YEAR}))?)(?!\w|[.,]\d|\s?(?:%|per\s?cent|million|billion)|:\d)
    | (?P<my>{_MONTH.format("m4")},?\s+(?:of\s+)?(?P<y4>{_YEAR}))(?!\w|[.,]\d)
    | (?P<slashed>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)|\d\d[-.]\d\d[-.](?:19|20)\d\d)(?![\w/-]|\.\d)
    | (?P<quarter>(?:Q(?P<q1>[1-4])|(?P<q2>first|second|third|fourth|1st|2nd|3rd|4th)[-\s]quarter)
        (?:[\s,-]+(?:of\s+)?(?:fiscal\s+|FY\s?)?(?P<yq>{_YEAR}))?)(?!\w)
    | (?P<half>(?:(?P<h1>first|second)\shalf\sof\s(?:the\s(?P<hy>year)|(?:fiscal\s)?(?P<yh>{_YEAR}))))(?!\w)
    | (?P<decade>(?P<s1>(?:early|mid|late)[-\s])?(?:(?P<yd>(?:1[5-9]|20)\d0)[’']?s|[’'](?P<yd2>[2-9]0)s))(?!\w)
    | (?P<century>(?P<c1>\d\d?)(?:st|nd|rd|th)[-\s]century)(?!\w)
    | (?P<years>
        (?:(?:[Ff]rom|[Dd]uring)\s(?P<y5>{_YEAR})\s(?:to|until|till|through)\s|[Bb]etween\s(?P<y6>{_YEAR})\sand\s)
        (?P<y7>{_YEAR}))(?!\w|[.,]\d|-|\s?[%°€]|\s(?!(?:was|is|as|has|its|this)\b)[a-z]+s\b
            |\s(?:people|men|women|children|per|feet)\b)
    | (?P<yy>(?P<ya>{_YEAR})\s?[-–/]\s?(?P<yb>{_YEAR}|\d\d))
        (?![\w%]|[-–/]\d|\s?(?:calories|words|people|units|points|feet|miles))
    | (?P<clock>(?P<hh>[01]?\d|2[0-4])(?:[:.]\s?(?P<mm>[0-5]\d))?(?::[0-5]\d)?\s?
        (?P<ap>[ap](?:\.\s?m\b\.?|\s?m\b)|[AP](?:\.M\b\.?|M\b))
        (?:\s(?:(?P<tz1>{_ZONE})\b|\((?:{_ZONE})\)))?)
    | (?P<noon>12\s(?:noon|midnight))(?!\w)
    | (?P<clock24>(?<![\d:])(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)
        (?:\s(?:(?P<tz2>{_ZONE})\b|\((?:{_ZONE})\)))?)
        (?![\w:.]\d|\w|\s(?:left|remaining|to\s(?:play|go|spare)|into)\b)
    | (?P<military>(?P<h4>[01]\d|2[0-3])(?P<m5>[0-5]\d)\s(?P<tz3>GMT|UTC|BST))(?!\w)
    | (?P<oclock>(?P<ho>1[0-2]|[1-9])\so[’']clock)(?!\w)
    | (?P<zone>\d\d:\d\d)(?=\s?(?:GMT|UTC))
    | (?P<relative>(?:[Tt]he\s)?[Dd]ay\s(?:after\stomorrow|before\syesterday)
        |[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow
        |(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he\s(?:following|previous|coming))\s(?:week|month|year|quarter|decade
            |century|weekend
        |night|morning|afternoon|evening|spring|summer|autumn|fall|winter|{"|".join(day.title() for day in DAYS)}
        |(?:{"|".join(month.title() for month in MONTHS)})
            (?!\s{_DAY}(?:st|nd|rd|th)?(?!\w|[.,]\d|\s?(?:%|per\s?cent|million|billion)|:\d|\s[a-z]))))(?!\w|[-’']\w)
    | (?P<day_of>(?:{_DAY})(?:st|nd|rd|th)\sof\s(?:th(?:is|at)|the\s(?:same|following|next|previous))\smonth)(?!\w)
    | (?P<weekday>(?:{"|".join(day.title() for day in DAYS)}))(?!\w|[’']s\s\w+s\b)
    | (?P<month>(?<=\b[Ii]n\ )(?:{"|".join(m.title() for m in MONTHS)})
        |(?:January|February|April|June|July|August|September|October|November|December))(?!\w)
    | (?P<spoken>(?:(?<=\b(?:[Ii]n|[Oo]f|[Bb]y)\ )|(?<=\b[Ff]rom\ )|(?<=\b[Ss]ince\ ))
        (?P<hundreds>(?i:sixteen|seventeen|eighteen|nineteen|twenty))[\s-]
        (?P<rest>(?i:(?:oh|o)[\s-](?:{_UNITS})|(?:{_TENS})(?:[\s-](?:{_UNITS}))?|{_TEENS})))(?![\w-]|\s(?:percent
            |per|million|thousand))
    | (?P<ad>(?:(?:AD|A\.D\.)\s\d{{1,4}}|\d{{1,4}}\s(?:AD|BC|BCE|CE|B\.C\.|A\.D\.)))(?!\w)
    )
    """,
    re.VERBOSE,
)  # fmt: skip
_YEAR_ALONE = re.compile(
    rf"(?:(?<![\w$£€¥.,#/+-])|(?<=\b[Mm]id-)|(?<=\bearly-)|(?<=\blate-)|(?<=\b[Pp]re-)|(?<=\bpost-))(?:{_YEAR}|(?:(?<=[Bb]y\s)|(?<=[Ii]n\s)|(?<=ntil\s))21\d\d)(?!\w|[.,]\d|\s?[%°€]|[-–/]\d|[’']s\s\d)"
)
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|between|from|early|late|mid|fiscal|year|of"
    r"|for|and|to|than|as|circa"
    r"|summer|winter|spring|autumn|fall|on|back|the|through|around|class|model|calendar|January"
    r"|February|March|April|May|June"
    r"|July|August|September|October|November|December)[\s-]|[(,]\s?)$",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(
    r"\s(?:levels?|figures|prices|elections?|standards|rates|results|seasons?|sales|budgets?|earnings|revenues?"
    r"|profits)\b"
)
_AMOUNT_CUE = re.compile(
    r"\b(?:about|over|under|than|nearly|almost|some|to|least|most|approximately|roughly|average of|total of|up to"
    r"|worth|only|just|by|another|additional|these|those|all|with|of)\s$",
    re.IGNORECASE,
)


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def find_dates(text: str, published: date | None, inferred: bool = False) -> list[Dated]:
    """Dates and times of `text` in their order, years by themselves left out.

    Where the day of publication is only `inferred` from a caption, a weekday is the one nearest to it.
    """
    shifted = published + timedelta(3) if published and inferred else published
    return [
        found
        for match in _PATTERN.finditer(text)
        if (found := _read(match, shifted if match["weekday"] else published))
    ]


def find_years(text: str) -> Iterator[tuple[int, int]]:
    """Yield where four digits may be a year."""
    for match in _YEAR_ALONE.finditer(text):
        yield match.span()


def year_likely(text: str, start: int, end: int, counted: bool) -> bool:
    """Whether four digits are a year: the words before decide, and whether something counted follows."""
    before = text[max(0, start - 16) : start]
    year = int(text[start:end])
    if before.endswith("-") and 1500 <= year < 2200:  # "pre-1949 bonds": nothing else is tied to such a prefix
        return True
    if counted:
        if 1950 <= year <= 2050 and _OF_A_YEAR.match(text, end):
            return True
        named = re.search(
            r"\b(?:in|since|by|during|the|their|his|her|our|my|its|an?|[A-Z]\w*|\w+s|\w+[’']s|year|fiscal)\s$", before
        )
        return bool(named) and 1950 <= year <= 2050 and not _AMOUNT_CUE.search(before)
    if 1900 <= year < 2200:
        return not re.search(r"\b(?:average of|total of|worth|nearly|almost|some|than|least)\s$", before)
    return bool(_YEAR_CUE.search(before)) and not re.search(r"\b(?:average of|total of|than|as)\s$", before)


def _read(match: re.Match[str], published: date | None) -> Dated | None:
    kind = next(name for name in _KINDS if match[name] is not None)
    value = _READERS[kind](match, published)
    if value == "":
        return None
    clock = kind in ("clock", "clock24", "noon", "military", "oclock", "zone")
    words = " ".join(match.group().split()) if value is None else None
    return Dated(match.start(), match.end(), "time" if clock else "date", value, words)


def day_of_month(year: str | None, month: int, day: str, published: date | None) -> str | None:
    """A day in ISO 8601; without a year it is the one nearest to the day of publication, if that is known."""
    number = int(day)
    if year:
        return f"{year}-{month:02}-{number:02}"
    if published is None:
        return f"--{month:02}-{number:02}"
    return f"{_nearest_year(published, month, number)}-{month:02}-{number:02}"


def _nearest_year(published: date, month: int, day: int) -> int:
    """The year that brings a date without one closest to the day of publication."""

    def away(year: int) -> int:
        return abs((date(year, month, min(day, 28)) - published).days)

    return min((published.year - 1, published.year, published.year + 1), key=away)


def _dmy(match: re.Match[str], published: date | None) -> str | None:
    days = re.findall(r"\d+", match["dmy"].split(match["m1"])[0])
    month = month_number(match["m1"])
    values = [day_of_month(match["y1"], month, day, published) for day in days]
    return "/".join(value for value in values if value)


def _mdy(match: re.Match[str], published: date | None) -> str | None:
    month, year = month_number(match["m2"]), match["y2"]
    first = day_of_month(year, month, match["d2"], published)
    if match["d3"]:
        return f"{first}/{day_of_month(year, month, match['d3'], published)}"
    if match["d4"]:
        return f"{first}/{day_of_month(year, month_number(match['m3']), match['d4'], published)}"
    return first


def _slashed(match: re.Match[str], published: date | None) -> str | None:
    first, second, year = (int(part) for part in re.split("[/.-]", match["slashed"]))
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    month, day = (first, second) if first <= 12 and "/" in match["slashed"] else (second, first)
    return f"{year}-{month:02}-{day:02}" if month <= 12 and 1 <= day <= 31 and month else ""


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarter(match: re.Match[str], published: date | None) -> str | None:
    name = match["q1"] or match["q2"]
    number = int(name[0]) if name[0].isdigit() else _QUARTERS[name]
    if not match["yq"]:
        return None if match["q1"] or match.group().lower().endswith("quarter") else ""
    return f"{match['yq']}-{3 * number - 2:02}/{match['yq']}-{3 * number:02}"


def _half(match: re.Match[str], published: date | None) -> str | None:
    year = match["yh"] or (str(published.year) if published else None)
    if year is None:
        return None
    return f"{year}-01/{year}-06" if match["h1"] == "first" else f"{year}-07/{year}-12"


def _decade(match: re.Match[str], published: date | None) -> str | None:
    first = int(match["yd"] or f"19{match['yd2']}")
    return f"{first}/{first + 9}"


def _century(match: re.Match[str], published: date | None) -> str | None:
    number = int(match["c1"])
    return f"{100 * number - 99:04}/{100 * number:04}" if 1 <= number <= 30 else ""


def _years(match: re.Match[str], published: date | None) -> str | None:
    first, last = match["ya"], match["yb"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if int(first) < int(last) else ""


def _from_year(first: str, last: str) -> str:
    """ "from 2004 to 2009": an interval of years; "" where the second is not the later one."""
    return f"{first}/{last}" if int(first) < int(last) else ""


def _clock(match: re.Match[str], published: date | None) -> str | None:
    hour, minute = int(match["hh"]), match["mm"]
    half = match["ap"][0].lower()
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"T{hour % 24:02}:{minute or '00'}"


def _relative(match: re.Match[str], published: date | None) -> str | None:
    """A relative date as ISO 8601 from the day of publication: a day, a month, a year, or an interval."""
    if published is None:
        return None
    words = match["relative"].lower().split()
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    if words[-1] in days and len(words) == 1:
        return (published + timedelta(days[words[-1]])).isoformat()
    step = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1, "this": 0}.get(words[-2])
    unit = words[-1]
    if step is None:
        return (published + timedelta(2 if "after" in words else -2)).isoformat()
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * step)
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    if unit == "year":
        return str(published.year + step)
    if unit in DAYS:
        away = (DAYS.index(unit) - published.weekday()) % 7
        return (published + timedelta(away + (0 if step >= 0 else -7))).isoformat()
    if unit in MONTHS:
        month = MONTHS.index(unit) + 1
        if step < 0:
            year = published.year if month < published.month else published.year - 1
        else:
            year = (
                published.year
                if month > published.month or (step == 0 and month == published.month)
                else published.year + 1
            )
        return f"{year}-{month:02}"
    return None


def _weekday(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    back = (published.weekday() - DAYS.index(match["weekday"].lower())) % 7
    return (published - timedelta(back)).isoformat()


def _month_alone(match: re.Match[str], published: date | None) -> str | None:
    month = month_number(match["month"])
    return f"{_nearest_year(published, month, 15)}-{month:02}" if published else f"--{month:02}"


def _clock24(match: re.Match[str], published: date | None) -> str | None:
    return f"T{int(match['h24']):02}:{match['m24']}"


_READERS: dict[str, Callable[[re.Match[str], date | None], str | None]] = {
    "stamp": lambda match, published: match["stamp"].replace(" ", "T"),
    "dmy": _dmy,
    "mdy": _mdy,
    "my": lambda match, published: f"{match['y4']}-{month_number(match['m4']):02}",
    "slashed": _slashed,
    "quarter": _quarter,
    "half": _half,
    "decade": _decade,
    "century": _century,
    "years": lambda match, published: _from_year(match["y5"] or match["y6"], match["y7"]),
    "yy": _years,
    "clock": _clock,
    "clock24": _clock24,
    "noon": lambda match, published: "T12:00" if match["noon"].endswith("noon") else "T24:00",
    "military": lambda match, published: f"T{match['h4']}:{match['m5']}",
    "oclock": lambda match, published: f"T{int(match['ho']):02}:00",
    "zone": lambda match, published: f"T{match['zone']}",
    "relative": _relative,
    "day_of": lambda match, published: None,
    "weekday": _weekday,
    "month": _month_alone,
    "spoken": lambda match, published: _spoken_year(match["hundreds"], match["rest"]),
    "ad": lambda match, published: _era(match["ad"]),
}
_KINDS = tuple(_READERS)


def _spoken_year(hundreds: str, rest: str) -> str:
    """A year said in two halves: "nineteen eighty-four", "twenty oh six"."""
    teens, tens, units = _TEENS.split("|"), _TENS.split("|"), _UNITS.split("|")
    values = {word: 10 + at for at, word in enumerate(teens)} | {word: 20 + 10 * at for at, word in enumerate(tens)}
    values |= {word: 1 + at for at, word in enumerate(units)}
    return str(100 * values[hundreds.lower()] + sum(values.get(word, 0) for word in re.split(r"[\s-]", rest.lower())))


def _era(text: str) -> str:
    """A year before or after Christ in ISO 8601's count, where 1 BC is the year 0."""
    number = int(re.sub(r"\D", "", text))
    return f"-{number - 1:04}" if "B" in text else f"{number:04}"


def publication_date(published: str | None, text: str) -> date | None:
    """The day of publication: as given, or the latest full date of the article's first lines and captions."""
    for candidate in (published or "", text):
        found = re.search(r"(\d{4})-(\d\d)-(\d\d)", candidate)
        if found:
            try:
                return date(*(int(part) for part in found.groups()))
            except ValueError:
                continue
    return None
