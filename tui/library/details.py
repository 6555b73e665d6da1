"""What a reader has said about an article: title, author, publication, date, address. Kept with it for the next time.

A SQLite file in the platform's data folder, keyed by a hash of the text, so that the article may move or be piped in.
Unlike kept analyses these were typed by a person: a damaged file is told of and never thrown away, and of two readers
who change different details of one article at once, both are heard.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from tui.domain.text import Document, Facts, Found
from tui.errors import ReaderError
from tui.library.store import article_key, open_store

if TYPE_CHECKING:
    from pathlib import Path

_WAIT = 5.0
"""Seconds to wait for another reader that is writing: it writes one row."""


@dataclass(frozen=True, slots=True)
class Details:
    """Facts that a reader has set. None: not set, so the text decides; "": the reader says that there is none."""

    title: str | None = None
    """Headline."""
    byline: str | None = None
    """Author or authors: "Grace Okafor and Per Lindqvist"."""
    publication: str | None = None
    """Newspaper or site."""
    published: str | None = None
    """Date of publication as ISO 8601, whole or cut after year or month."""
    url: str | None = None
    """Address, http or https."""

    def checked(self) -> Details:
        """The same without surrounding white space. Raises ReaderError for a date or an address that is none."""
        stripped = {name: value.strip() if value is not None else None for name, value in asdict(self).items()}
        if stripped["published"] and not _is_date(stripped["published"]):
            raise ReaderError(f"{stripped['published']!r} is no date: write 2024-03-15, 2024-03 or 2024.", "Date")
        address = stripped["url"]
        if address and (not address.lower().startswith(("http://", "https://")) or len(address.split()) > 1):
            raise ReaderError(f"{address!r} is no address: it has to begin with http:// or https://.", "Address")
        return Details(**stripped)

    def over(self, facts: Facts) -> Facts:
        """`facts` with what the reader has set in their place."""
        own = {name: value for name, value in asdict(self).items() if value is not None}
        found = [entry for entry in facts.found if entry.fact not in own]
        found += [Found(name, "set by you") for name, value in own.items() if value]
        return replace(facts, **{name: value or None for name, value in own.items()}, found=tuple(found))


def _is_date(text: str) -> bool:
    import re
    from datetime import date

    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    try:
        return match is not None and bool(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False


def store_path() -> Path:
    """Where the store is, whether or not it exists."""
    from platformdirs import user_data_path

    return user_data_path("pullquote", appauthor=False) / "articles.sqlite"


def details_of(text: str) -> Details:
    """What has been set for the article with this text. Raises ReaderError where the store cannot be read."""
    file = store_path()
    if not file.exists():
        return Details()
    try:
        with closing(_open(file)) as store:
            row = store.execute(
                "SELECT title, byline, publication, published, url FROM details WHERE article = ?", (article_key(text),)
            ).fetchone()
    except (sqlite3.Error, OSError) as error:
        raise ReaderError(f"The details kept in {file} cannot be read: {error}.", "Article details") from None
    return Details(*row) if row else Details()


def keep_details(text: str, details: Details) -> None:
    """Keep what `details` sets (what is None stays as it was). Raises ReaderError where that cannot be done."""
    details = details.checked()
    changes = {name: value for name, value in asdict(details).items() if value is not None}
    if not changes:
        return
    file = store_path()
    names = ", ".join(changes)
    updates = ", ".join(f"{name} = excluded.{name}" for name in changes)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(_open(file)) as store, store:
            store.execute(
                f"INSERT INTO details (article, changed, {names}) VALUES (?, ?{', ?' * len(changes)}) "
                f"ON CONFLICT (article) DO UPDATE SET changed = excluded.changed, {updates}",
                (article_key(text), time.time(), *changes.values()),
            )
    except (sqlite3.Error, OSError) as error:
        raise ReaderError(f"The details cannot be kept in {file}: {error}.", "Article details") from None


def with_details(document: Document) -> Document:
    """`document` with what has been set for it. Raises ReaderError where the store cannot be read."""
    details = details_of(document.text)
    return document if details == Details() else document.with_facts(details.over(document.facts))


def _open(file: Path) -> sqlite3.Connection:
    return open_store(
        file,
        _WAIT,
        "CREATE TABLE IF NOT EXISTS details (article BLOB PRIMARY KEY, changed REAL NOT NULL, "
        "title TEXT, byline TEXT, publication TEXT, published TEXT, url TEXT)",
    )
