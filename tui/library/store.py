"""Opening the SQLite files of the library."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

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
