"""The article as a source: its facts taken apart as citation styles want them. What is not known stays None."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from tui.citation.names import AGENCIES, Name, parse_names
from tui.ingest.display import safe

if TYPE_CHECKING:
    from datetime import date

    from tui.domain.text import Document, Facts
__all__ = ["MONTHS", "Day", "Name", "Source", "parse_day", "parse_names", "source_of"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_UNSAFE_IN_URL = re.compile(r"[\s<>\"'`{}|\\^\[\]␀-␡�]")
"""What no address may hold as it is (RFC 3986): it would end it in the languages that citations are written in."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date that may lack its day or its month."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """As ISO 8601: "2023-12-27", "2023-12", "2023"."""
        return "-".join(
            part
            for part in (f"{self.year:04}", self.month and f"{self.month:02}", self.day and f"{self.day:02}")
            if part
        )

    @property
    def month_name(self) -> str:
        """ "December", or "" where the month is not known."""
        return MONTHS[self.month - 1] if self.month else ""

    @property
    def day_first(self) -> str:
        """ "27 December 2023", with what is known of it."""
        return " ".join(part for part in (str(self.day or ""), self.month_name, str(self.year)) if part)

    @property
    def month_first(self) -> str:
        """ "December 27, 2023", with what is known of it."""
        if not self.day:
            return self.day_first
        return f"{self.month_name} {self.day}, {self.year}"


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a citation needs it. Every text in it is safe to show."""

    title: str | None = None
    """Headline."""
    authors: tuple[Name, ...] = ()
    """Who wrote it."""
    agency: str | None = None
    """The news agency as it signs ("AP")."""
    publication: str | None = None
    """Newspaper or site."""
    published: Day | None = None
    """Date of publication."""
    url: str | None = None
    """Address; only http and https, so that nothing made from it can run."""
    accessed: Day | None = None
    """When it was read, where it has an address."""

    @property
    def named(self) -> bool:
        """Whether anything is known by which the article could be found; a date alone is nothing to cite."""
        return bool(self.title or self.creators or self.publication or self.url)

    @property
    def creators(self) -> tuple[Name, ...]:
        """The authors, or the agency where no author is named."""
        if self.authors or not self.agency:
            return self.authors
        return (Name(self.agency_name),)

    @property
    def agency_name(self) -> str:
        """The agency's full name, or ""."""
        return AGENCIES.get((self.agency or "").upper(), self.agency or "")

    @property
    def container(self) -> str | None:
        """The publication, where that is not the author itself."""
        names = {creator.straight.casefold() for creator in self.creators}
        return None if (self.publication or "").casefold() in names else self.publication


def source_of(document: Document, accessed: date | None = None) -> Source:
    """The source that `document`'s facts make; `accessed` is when its address was visited, where it does not know."""
    facts = document.facts
    url = _clean(facts.url)
    if url is not None and not re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        url = None
    return Source(
        title=_clean(facts.title),
        authors=parse_names(_clean(facts.byline) or ""),
        agency=_clean(facts.agency),
        publication=_clean(facts.publication),
        published=parse_day(facts.published or ""),
        url=url and _UNSAFE_IN_URL.sub(lambda match: quote(match.group(), safe=""), url),
        accessed=_accessed(facts, accessed) if url else None,
    )


def _accessed(facts: Facts, visited: date | None) -> Day | None:
    """The day the article was fetched, where that is known; else the day the caller says."""
    fetched = parse_day(facts.accessed or "")
    return fetched or (Day(visited.year, visited.month, visited.day) if visited else None)


def _clean(text: str | None) -> str | None:
    return re.sub(r"\s+", " ", safe(text)).strip() or None if text else None


def parse_day(text: str) -> Day | None:
    """A date of ISO 8601, whole or cut after year or month; anything else is None rather than a guess."""
    match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])", text.strip())
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not year or month > 12 or (match[2] and not month) or day > 31 or (match[3] and not day):
        return None
    return Day(year, month or None, day or None)
