"""ISO 8601 dates, times and intervals, worded for people."""

from __future__ import annotations

import re

_MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_NO_YEAR = re.compile(r"--(\d\d)(?:-(\d\d))?$")
_TIME = re.compile(r"(.*)T(\d\d)(?::(\d\d)(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$")
_DURATION = re.compile(r"P(?=.)(?:\d+[YMWD])*(?:T.*)?$")


def worded_date(iso: str) -> str:
    """An ISO 8601 date, time or interval for people: "27 December 2023", "October 2019", "1990s", "Q3 2019", "11:30".

    What it cannot read it gives back as it stands.
    """
    start, slash, end = iso.partition("/")
    if slash:
        return _worded_interval(start, end)
    time = _TIME.match(iso)
    if time:
        day, hour, minute, zone = time.groups()
        clock = f"{hour}:{minute or '00'}{'' if not zone else ' UTC' if zone == 'Z' else f' UTC{zone}'}"
        return f"{worded_date(day)}, {clock}" if day else clock
    date = _DATE.match(iso)
    if date:
        year, month, day = date.groups()
        if month is None:
            return year
        if not 1 <= int(month) <= 12:
            return iso
        return " ".join(part for part in (str(int(day)) if day else "", _MONTHS[int(month) - 1], year) if part)
    yearless = _NO_YEAR.match(iso)
    if yearless and 1 <= int(yearless[1]) <= 12:
        return " ".join(
            part for part in (str(int(yearless[2])) if yearless[2] else "", _MONTHS[int(yearless[1]) - 1]) if part
        )
    return iso


def _worded_interval(start: str, end: str) -> str:
    """A decade, a century, a quarter or a half year by its name, anything else by its two ends."""
    if not end or end == "..":
        return f"since {worded_date(start)}"
    if not start or start == "..":
        return f"until {worded_date(end)}"
    if re.fullmatch(r"\d{4}", start) and re.fullmatch(r"\d{4}", end):
        length = int(end) - int(start)
        if length == 9 and start.endswith("0"):
            return f"{start}s"
        if length == 99 and start.endswith("01"):
            return f"{_ordinal(int(end) // 100)} century"
    if re.fullmatch(r"\d{4}-\d\d", start) and re.fullmatch(r"\d{4}-\d\d", end) and start[:4] == end[:4]:
        first, last = int(start[5:]), int(end[5:])
        if last - first == 2 and first % 3 == 1:
            return f"Q{(first + 2) // 3} {start[:4]}"
        if last - first == 5 and first in (1, 7):
            return f"{'first' if first == 1 else 'second'} half of {start[:4]}"
    return f"{worded_date(start)} – {worded_date(end)}"


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
