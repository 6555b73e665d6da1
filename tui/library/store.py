"""Opening the SQLite files of the library."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tui.domain.digest import blake2b

if TYPE_CHECKING:
    from pathlib import Path


def open_store(file: Path, wait: float, *schema: str) -> sqlite3.Connection:
    """A connection to `file` that waits `wait` seconds for another writer, with what `schema` makes if it is missing.

    Raises sqlite3.Error, with nothing left open, where the file is locked, damaged or cannot be written.
    """
    store = sqlite3.connect(file, timeout=wait)
    try:
        for statement in schema:
            store.execute(statement)
    except sqlite3.Error:
        store.close()
        raise
    return store


def article_key(text: str) -> bytes:
    """The key under which something is kept of the article with this text: 20 bytes."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).digest()


def shrink(store: sqlite3.Connection, table: str, first_to_go: str, limit: int) -> None:
    """Drop rows of `table`, in the order of the columns `first_to_go`, until their sizes add up to `limit` at most."""
    total = store.execute(f"SELECT coalesce(sum(size), 0) FROM {table}").fetchone()[0]
    for row, size in store.execute(f"SELECT rowid, size FROM {table} ORDER BY {first_to_go}").fetchall():
        if total <= limit:
            return
        store.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        total -= size
