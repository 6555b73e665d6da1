"""Facts about an article, each with where it was found: what a file or a page states, and what the text itself says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.domain.text import Facts, Found
from tui.ingest.structure import DATELINE, is_date_line

if TYPE_CHECKING:
    from tui.domain.text import Paragraph

AGENCIES = {
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "upi": "UPI",
    "united press international": "UPI",
    "efe": "EFE",
    "ansa": "ANSA",
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "pti": "PTI",
    "press trust of india": "PTI",
    "tass": "TASS",
    "xinhua": "Xinhua",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "cp": "CP",
    "the canadian press": "CP",
    "pa": "PA",
    "pa media": "PA",
    "press association": "PA",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
}
"""News agencies by the names they sign with, in lower case."""

_MONTHS = "january february march april may june july august september october november december".split()
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_WORDS = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<day2>\d{1,2})(?:st|nd|rd|th)?\.? (?P<month2>[A-Za-z]{3,9})\.?,? (?P<year2>(?:19|20)\d\d)\b"
)


_AFTER_NAMES = re.compile(r"\s+[|·•]|,?\s+(?:published|updated|posted)\b", re.IGNORECASE)
"""What ends the names of a byline that goes on to the paper or the date."""
_BEFORE_DATE = re.compile(
    r"(?:[,\s]+(?:on|at))?(?:[,\s]+(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[,\s]*$", re.IGNORECASE
)
"""What leads from the names to the date."""
_BY = re.compile(r"(?:by|written by|reporting by|story by)\s+", re.IGNORECASE)


class Gathered:
    """Facts as they are found: the first source that states one keeps it."""

    def __init__(self, given: Facts | None = None) -> None:
        self._values: dict[str, str] = {}
        self._found: dict[str, Found] = {}
        for name in ("title", "byline", "published", "agency", "publication", "place", "url", "language", "accessed"):
            value = getattr(given, name) if given else None
            if value is not None:
                self._values[name] = value
        for found in given.found if given else ():
            self._found[found.fact] = found

    def add(self, fact: str, value: str | None, where: str, sure: bool = True) -> None:
        """Take `value` for `fact`, found in `where`, unless something is known already or there is nothing in it."""
        value = " ".join(value.split()) if value else ""
        if value and fact not in self._values:
            self._values[fact] = value
            self._found[fact] = Found(fact, where, sure)

    def replace(self, fact: str, value: str, where: str) -> None:
        """Take `value` for `fact` whatever is known already."""
        self._values.pop(fact, None)
        self.add(fact, value, where)

    def get(self, fact: str) -> str | None:
        """What is known of `fact` so far."""
        return self._values.get(fact)

    def facts(self) -> Facts:
        """All that was found."""
        found = tuple(self._found[name] for name in sorted(self._found) if name in self._values)
        return Facts(**self._values, found=found)


def facts_of_text(text: str, paragraphs: tuple[Paragraph, ...], given: Facts) -> Facts:
    """`given` with what it leaves open taken from the text where it says so: title, byline, date line, dateline."""
    facts = Gathered(given)
    for paragraph in paragraphs[:20]:
        words = text[paragraph.span.start : paragraph.span.end]
        if paragraph.kind == "title":
            facts.add("title", words, "the headline")
        elif paragraph.kind == "byline":
            byline = " ".join(words.split())
            facts.add("byline", _author(byline), "the byline")
            facts.add("published", iso_date(byline), "the byline")
        elif paragraph.kind == "dateline" and is_date_line(words):
            facts.add("published", iso_date(words), "the line with the date")
        elif paragraph.kind == "body" and (found := DATELINE.match(words)):
            signed = found.group("agency")
            place = found.group("place").strip()
            if signed is None and "," not in place and len(place) < 4:
                continue
            facts.add("published", iso_date(found.group()), "the dateline")
            if facts.get("place") is None:
                facts.add("place", place, "the dateline")
                if signed and signed.lower() in AGENCIES:
                    facts.add("agency", AGENCIES[signed.lower()], "the dateline")
    stated = given.language is not None and given.where("language") is None  # by whoever calls, who knows
    if not stated:
        from tui.ingest.language import guess_language

        language = guess_language(text)
        if language is not None and language != facts.get("language"):  # metadata often has its template's
            facts.replace("language", language, "the words of the text")
    return facts.facts()


def _author(byline: str) -> str | None:
    """Who a byline names: what follows its "By", or all of it where it is short and no sentence."""
    if match := _BY.match(byline):
        names = byline[match.end() :]
        date = _ISO.search(names) or _WORDS.search(names)
        if date:
            names = _BEFORE_DATE.sub("", names[: date.start()])
        return _AFTER_NAMES.split(names)[0].strip(" ,;–—-") or None
    return byline if len(byline) <= 60 and not byline.endswith((".", "!", "?", ":")) else None


def iso_date(words: str | None) -> str | None:
    """The date in `words` as ISO 8601 (YYYY-MM-DD), or None; all-figure dates such as 3/4/2023 are left alone, because
    nobody can tell their month."""
    if not words:
        return None
    if match := _ISO.search(words):
        return _valid(*map(int, match.groups()))
    if match := _WORDS.search(words):
        month, day, year = (
            match.group("month", "day", "year") if match["month"] else match.group("month2", "day2", "year2")
        )
        for number, name in enumerate(_MONTHS, 1):
            if (
                name == month.lower()
                or (len(month) >= 3 and name[: max(3, len(month))] == month.lower())
                or (name == "september" and month.lower() == "sept")
            ):
                return _valid(int(year), number, int(day))
    return None


def _valid(year: int, month: int, day: int) -> str | None:
    """The date as ISO 8601, or None where the calendar has no such day."""
    from datetime import date

    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
