"""What was fetched, kept as it came, so that a citation can be checked after the page has changed or gone.

A SQLite file in the platform's data folder: it is the reader's, not a cache. A page that is fetched again unchanged is
kept once. Whatever is wrong with the file, a fetch goes on without it, and nothing in it is thrown away.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

from tui.ingest.fetch import Fetched
from tui.library.store import open_store, shrink

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 512 * 1024 * 1024
"""Size of all that is kept, packed; what was fetched longest ago goes first."""
_WAIT = 1.0
"""Seconds to wait for another reader that is writing."""


def store_path() -> Path:
    """Where the store is, whether or not it exists."""
    from platformdirs import user_data_path

    return user_data_path("pullquote", appauthor=False) / "fetched.sqlite"


def keep(fetched: Fetched) -> bool:
    """Keep what an address answered; returns whether it is kept now."""
    file = store_path()
    digest = sha256(fetched.data).hexdigest()
    packed = zlib.compress(fetched.data, 6)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(_open(file)) as store, store:
            newest = store.execute(
                "SELECT digest FROM fetched WHERE url = ? ORDER BY moment DESC, rowid DESC LIMIT 1", (fetched.url,)
            ).fetchone()
            if newest is None or newest[0] != digest:
                store.execute(
                    "INSERT INTO fetched VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        fetched.url,
                        fetched.moment,
                        fetched.final_url,
                        fetched.content_type,
                        fetched.charset,
                        digest,
                        len(packed),
                        packed,
                    ),
                )
                shrink(store, "fetched", "moment, rowid", MAX_BYTES)
        return True
    except (sqlite3.Error, OSError):
        return False


def versions(url: str) -> list[Fetched]:
    """All that is kept of `url`, the newest first; nothing where the store is missing or cannot be read."""
    file = store_path()
    if not file.exists():
        return []
    try:
        with closing(_open(file)) as store:
            rows = store.execute(
                "SELECT url, final_url, data, content_type, charset, moment FROM fetched "
                "WHERE url = ? OR final_url = ? ORDER BY moment DESC, rowid DESC",
                (url, url),
            ).fetchall()
        return [Fetched(row[0], row[1], zlib.decompress(row[2]), row[3], row[4], row[5]) for row in rows]
    except (sqlite3.Error, zlib.error):
        return []


def _open(file: Path) -> sqlite3.Connection:
    return open_store(
        file,
        _WAIT,
        "CREATE TABLE IF NOT EXISTS fetched (url TEXT NOT NULL, moment TEXT NOT NULL, final_url TEXT NOT NULL, "
        "content_type TEXT NOT NULL, charset TEXT, digest TEXT NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL)",
        "CREATE INDEX IF NOT EXISTS by_url ON fetched (url, moment)",
    )
