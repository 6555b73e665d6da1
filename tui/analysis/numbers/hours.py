"""Hours and days that no date pattern gives: "open 9-5", "shut at nine", "at noon", "April one", "the first of May"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis.numbers.dates import Dated, day_of_month, month_number
from tui.analysis.numbers.lexicon import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOUR = rf"(?:1[0-2]|[1-9]|{_WORDS})"
_DAYS = r"(?:weekdays|weekends|daily|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)"
_ENDS = r"\s*(?:[.,;:!?)”\"](?!\d)|$)"
_OPENING = re.compile(
    rf"(?<![\w.,$£€-])(?P<one>{_HOUR})(?:[-–]|\s(?:to|until|till)\s)(?P<two>{_HOUR})(?={_ENDS}"
    rf"|\s(?:on|daily|every|each|and|but|from|in|at|for|except|seven\sdays|six\sdays|five\sdays|{_DAYS})\b)"
)
_OPEN = re.compile(
    rf"\b(?:open(?:s|ing)?|hours(?:\sare|:)?|staffed|works?|worked|{_DAYS},?)\s(?:from\s)?"
    rf"(?:{_DAYS}(?:\s(?:to|and|through)\s{_DAYS})?,?\s)?(?:from\s)?$",
    re.IGNORECASE,
)
"""What is told before the hours between which something is open: "opens 9-5 on weekdays"."""
_AT = re.compile(
    rf"\sat(?P<at>\s)(?:about\s|around\s|just\s(?:before|after)\s)?"
    rf"(?P<hour>(?:half[\s-]past\s|(?:a\s)?quarter\s(?:past|to)\s)?{_HOUR})(?={_ENDS}"
    r"|\s(?:on|in\sthe|at\snight|and|or|but|every|each|when|for|today|tonight|tomorrow|sharp|that|this|next|after|as|with|daily"
    r"|instead|while|because|until|she|he|they|we|the|last\s(?:night|week))\b)"
)
_BEGINS = re.compile(
    r"\b(?:open(?:s|ed|ing)?|shut(?:s|ting)?|clos(?:e|es|ed|ing)|start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|end(?:s|ed|ing)?"
    r"|finish(?:es|ed|ing)?|kick(?:s|ed|ing)?\soff|arriv(?:e|es|ed|ing)|lea(?:ve|ves|ving)|left|set(?:s|ting)?\s(?:off|out)"
    r"|depart(?:s|ed)?|w[ao]kes?(?:\sup)?|g[eo]ts?\sup|(?:went|goes|go)\sto\sbed|(?:came|went|got)\shome|me[et]ts?|convenes?"
    r"|dinner|lunch|breakfast|supper|mass|curfew|ferry|train|bus|boat|flight|last\sorders|kick-off|reopens?|resumes?)\s"
    rf"(?:is\s|was\s|(?:on\s)?{_DAYS}\s|today\s|tonight\s|again\s|promptly\s|work\s|only\s)?at$",
    re.IGNORECASE,
)
"""What begins or ends at an hour: "shut at nine"."""
_PRICED = re.compile(
    r"[$£€¥%]|\b(?:shares?|stocks?|index|prices?|priced|points?|pence|cents?|bids?|bidding|auction|par|odds|age[sd]?"
    r"|score[sd]?|million|billion|school|degrees?)\b",
    re.IGNORECASE,
)
"""What makes "closed at nine" no time of day."""
_OCLOCK = re.compile(rf"\b(?P<hour>{_WORDS})\so[’']clock(?!\w)", re.IGNORECASE)
_PAST = re.compile(
    rf"\b(?P<minutes>five|ten|twenty|twenty[\s-]five|(?:a\s)?quarter|half)\s(?P<side>past|to)\s(?P<hour>{_WORDS})(?={_ENDS}"
    r"|\s(?:in\sthe|at\snight|on|and|when|this|last|that|today|tonight|he|she|it|they|we|I)\b)",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    rf"(?<![\w.,$£€-])(?P<hour>{_HOUR})\sin\sthe\s(?=(?:early\s)?(?:morning|afternoon|evening)\b)|(?<![\w.,$£€-])(?P<night>{_HOUR})\sat\snight\b"
)
_TO_AN_HOUR = re.compile(
    r"\b(?:at|by|until|till|before|after|since|around|about|from|to|and|or|is|was|past|nearly|almost|it[’']s)\s$",
    re.IGNORECASE,
)
_SHARP = re.compile(r"\b(?:at|by|until|till|before|after|since)\s$", re.IGNORECASE)
_MORNING_AT = re.compile(r"\b(?:morning|afternoon|evening|night)\sat\s$")
_NOON = re.compile(r"\b(?:noon|midnight|midday)(?![\w-])")
_TO_NOON = re.compile(r"\b(?:at|by|to|until|till|before|after|since|around|from|past|between|and)\s$", re.IGNORECASE)
_PART_OF_DAY = re.compile(r"\s(?:in\sthe\s(?:early\s)?(?P<part>morning|afternoon|evening)|at\s(?P<night>night))\b")
_MONTHS = "(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_NTH = (
    rf"(?:(?:twenty|thirty)[\s-](?:{_UNITS})|{_UNITS}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_YEAR = r"(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)(?!\w|[.,]\d))?"


_ON = re.compile(
    r"\b(?:on|from|by|until|till|since|before|after|of|for|starts?|started|begins?|began|ends?|ended|next|last|this|and|to"
    r"|through)\s$",
    re.IGNORECASE,
)
"""What leads to a day whose number stands as a word behind its month."""


@cache
def _days() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Days of a month in words, before it and behind it."""
    cardinal = "one|two|three|four|five|six|seven|eight|nine|ten"
    return (
        re.compile(rf"\b(?P<day>{_NTH})\sof\s{_MONTHS}{_YEAR}(?!\w|[’']s)"),
        re.compile(
            rf"{_MONTHS}\s(?:the\s)?(?P<day>{_NTH}|{cardinal}){_YEAR}(?={_ENDS}|\s(?:and|to|when|as|at|for|in|by|is|was|will"
            r"|but|or|that|with|this|last|next|until|after|before|if|because|it|he|she|they|we|the)\b)"
        ),
    )


def spoken_dates(text: str, published: date | None) -> Iterator[Dated]:
    """Yield the hours and days that only their wording gives; an hour of neither half of the day has no value."""
    yield from _hours(text)
    before, behind = _days()
    for match in before.finditer(text):
        if text[max(0, match.start() - 4) : match.start()].lower() == "the ":
            yield _day(match, match.start(), published)
    for match in behind.finditer(text):
        if _ON.search(text, max(0, match.start() - 10), match.start()):
            yield _day(match, match.start(), published)


def _hours(text: str) -> Iterator[Dated]:
    for match in _OPENING.finditer(text):
        if _OPEN.search(text, max(0, match.start() - 50), match.start()):
            first, last = _number(match["one"]), _number(match["two"])
            last += 12 if last <= first else 0
            yield Dated(*match.span(), "time", f"T{first:02}:00/T{last % 24:02}:00", None)
    for match in _AT.finditer(text):
        start = max(0, text.rfind("\n", 0, match.start()) + 1, match.start() - 60)
        led = _BEGINS.search(text, start, match.start("at")) or _MORNING_AT.search(text, start, match.end("at"))
        if led and not _PRICED.search(text, start, match.end() + 40):
            yield _hour(text, match)
    yield from _told_by_the_day(text)
    for match in _OCLOCK.finditer(text) if "clock" in text else ():
        yield _hour(text, match)
    for match in _NOON.finditer(text):
        if _TO_NOON.search(text, max(0, match.start() - 8), match.start()):
            yield Dated(*match.span(), "time", "T24:00" if match.group() == "midnight" else "T12:00", None)


def _told_by_the_day(text: str) -> Iterator[Dated]:
    """ "ten past two", "at about three in the morning", "on Friday morning at 7"."""
    for match in _PAST.finditer(text):
        if match["side"].lower() == "past" or _SHARP.search(text, max(0, match.start() - 8), match.start()):
            yield _hour(text, match, match.start())
    for match in _IN_PART.finditer(text):
        if _TO_AN_HOUR.search(text, max(0, match.start() - 10), match.start()):
            yield _hour(text, match, match.start())


def _day(match: re.Match[str], start: int, published: date | None) -> Dated:
    tens, _, unit = match["day"].lower().replace("-", " ").partition(" ")
    day = _number(tens) + (_number(unit) if unit else 0)
    value = day_of_month(match["year"], month_number(match["month"]), str(day), published)
    return Dated(start, match.end(), "date", value, None)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(number_words()[word.lower()][1])


_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty five": 25, "half": 30}


def _hour(text: str, match: re.Match[str], start: int = -1) -> Dated:
    """An hour with the part of the day behind it; without one it stays as it is said, for nobody says which half."""
    named = match["hour"] or match["night"]
    start = match.start("hour") if start < 0 else start
    end = match.start("hour") + len(named) if match["hour"] else match.start() + len(named)
    part = _PART_OF_DAY.match(text, end)
    if part is None:
        return Dated(start, end, "time", None, " ".join(text[start:end].split()))
    said = text[start:end].lower().replace("-", " ")
    hour, minute = _number(re.split(r"\s", said)[-1]) % 12, 0
    if part["part"] != "morning" and not (part["night"] and hour < 5):
        hour += 12
    told = _BEHIND_THE_HOUR.match(said)
    if told:
        minutes = _MINUTES[told["minutes"]]
        hour, minute = (hour, minutes) if told["side"] == "past" else ((hour - 1) % 24, 60 - minutes)
    return Dated(start, part.end(), "time", f"T{hour:02}:{minute:02}", None)


_BEHIND_THE_HOUR = re.compile(r"(?:a )?(?P<minutes>five|ten|quarter|twenty(?: five)?|half) (?P<side>past|to) ")
