"""Where a reader left an article, so that it can be gone on with there: over a lost connection too.

A SQLite file in the platform's cache folder, keyed by a hash of the text. Whatever is wrong with it, reading goes on
without it.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from tui.library.store import article_key, open_store

if TYPE_CHECKING:
    from pathlib import Path

_WAIT = 0.1
"""Seconds to wait for another reader that is writing: to leave at once is worth more."""
_KEPT = 2_000
"""Articles that are remembered; the ones longest unread go first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader was."""

    top: int
    """Offset of the text at the top line."""
    pane: str = ""
    """The pane that had the keys; "" for the article."""
    kind: str = ""
    """The kind of what was chosen, as the panes are called; "sentence"; or "" for nothing."""
    start: int = 0
    """Offset at which that begins in the text, where it is mentioned first."""
    mention: int = 0
    """Which of its mentions was in view."""


def store_path() -> Path:
    """Where the store is, whether or not it exists."""
    from platformdirs import user_cache_path

    return user_cache_path("pullquote", appauthor=False) / "places.sqlite"


def remember(text: str, place: Place) -> None:
    """Keep the place at which the article with this text was left. Never raises: it is only a convenience."""
    file = store_path()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(_open(file)) as store, store:
            row = article_key(text), time.time(), *astuple(place)
            store.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            longest_unread = "SELECT article FROM places ORDER BY moment DESC LIMIT -1 OFFSET ?"
            store.execute(f"DELETE FROM places WHERE article IN ({longest_unread})", (_KEPT,))
    except (sqlite3.OperationalError, OSError):
        return
    except sqlite3.DatabaseError:
        with suppress(OSError):  # damaged: the next that is kept makes it anew
            file.unlink(missing_ok=True)


def recall(text: str) -> Place | None:
    """The place at which the article with this text was left; None for one that was not read, or a damaged store."""
    file = store_path()
    try:
        if not file.exists():
            return None
        with closing(_open(file)) as store:
            row = store.execute(
                "SELECT top, pane, kind, start, mention FROM places WHERE article = ?", (article_key(text),)
            ).fetchone()
    except (sqlite3.Error, OSError):
        return None
    if row is None or not all(isinstance(value, int) for value in (row[0], *row[3:])) or not 0 <= row[0] <= len(text):
        return None
    return Place(row[0], str(row[1]), str(row[2]), row[3], row[4])


def _open(file: Path) -> sqlite3.Connection:
    return open_store(
        file,
        _WAIT,
        "PRAGMA synchronous = OFF",
        "CREATE TABLE IF NOT EXISTS places (article BLOB PRIMARY KEY, moment REAL NOT NULL, top INTEGER NOT NULL, "
        "pane TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, mention INTEGER NOT NULL)",
    )
