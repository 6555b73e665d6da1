"""Finished analyses, kept so that an article opened again has its panes filled at once.

A SQLite file in the platform's cache folder. The key is a hash of the text with the model and the version of the
analysis, so a better analysis is never hidden by an old one. It is a cache: whatever is wrong with it, it is thrown
away and made anew, and the reader goes on without it.
"""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from tui.analysis.version import analysis_version
from tui.domain.contract import SCHEMA, findings_from_dict, findings_to_dict
from tui.domain.digest import blake2b
from tui.library.store import open_store, shrink

if TYPE_CHECKING:
    from pathlib import Path

    from tui.domain.findings import Analysis

MAX_BYTES = 64 * 1024 * 1024
"""Size of all kept analyses together; the ones longest unread go first."""
_WAIT = 0.25
"""Seconds to wait for another reader that is writing: past that, not keeping is better than not answering."""


def store_path() -> Path:
    """Where the store is, whether or not it exists."""
    from platformdirs import user_cache_path

    return user_cache_path("pullquote", appauthor=False) / "analyses.sqlite"


def key_of(text: str, model: str = "") -> bytes:
    """The key of a text under a model and this version of the analysis and of the data format."""
    digest = blake2b(f"{SCHEMA}\0{analysis_version()}\0{model}\0".encode(), digest_size=20)
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()


def lookup(text: str, model: str = "") -> Analysis | None:
    """The kept analysis of `text`, or None. Never raises for a store that is missing, locked or damaged."""
    file = store_path()
    if not file.exists():
        return None
    try:
        with closing(_open(file)) as store:
            row = store.execute("SELECT findings FROM analyses WHERE key = ?", (key_of(text, model),)).fetchone()
            if row is None:
                return None
            analysis = findings_from_dict(json.loads(zlib.decompress(row[0])))
            if not _fits(analysis, len(text)):
                return None  # the next that is kept takes its place
            with suppress(sqlite3.OperationalError), store:  # a locked store: its age is not worth a wait
                store.execute("UPDATE analyses SET read = ? WHERE key = ?", (time.time(), key_of(text, model)))
            return analysis
    except sqlite3.OperationalError:
        return None
    except (sqlite3.DatabaseError, zlib.error, ValueError, KeyError, TypeError):
        _discard(file)
        return None


def _fits(analysis: Analysis, length: int) -> bool:
    """Whether an analysis can be one of a text with so many code points: what it points at is there.

    The file is the reader's own, but it may be damaged, or written by another version that was tried for once.
    """
    spans = [m.span for person in analysis.people for m in person.mentions]
    spans += [m.span for organisation in analysis.organisations for m in organisation.mentions]
    for quote in analysis.quotes:
        spans += [quote.span, *quote.segments]
        spans += [quote.cue] if quote.cue else []
        speaker = quote.speaker
        if speaker is not None:
            spans += [speaker.span] if speaker.span else []
            for index, entities in ((speaker.person, analysis.people), (speaker.organisation, analysis.organisations)):
                if index is not None and not (type(index) is int and 0 <= index < len(entities)):
                    return False
    spans += [number.span for number in analysis.numbers] + [marked.span for marked in analysis.other_marked]
    return all(
        type(span.start) is int and type(span.end) is int and 0 <= span.start <= span.end <= length for span in spans
    )


def keep(text: str, analysis: Analysis, model: str = "") -> bool:
    """Keep a finished analysis; returns whether it was kept. Never raises for a store that cannot be written."""
    file = store_path()
    data = zlib.compress(json.dumps(findings_to_dict(analysis), separators=(",", ":")).encode(), 6)
    if len(data) > MAX_BYTES // 4:
        return False
    for attempt in (1, 2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with closing(_open(file)) as store, store:
                store.execute(
                    "INSERT OR REPLACE INTO analyses VALUES (?, ?, ?, ?)",
                    (key_of(text, model), time.time(), len(data), data),
                )
                shrink(store, "analyses", "read", MAX_BYTES)
            return True
        except sqlite3.OperationalError:
            return False
        except sqlite3.DatabaseError:
            _discard(file)
            if attempt == 2:
                return False
        except OSError:
            return False
    return False


def _open(file: Path) -> sqlite3.Connection:
    return open_store(
        file,
        _WAIT,
        "CREATE TABLE IF NOT EXISTS analyses "
        "(key BLOB PRIMARY KEY, read REAL NOT NULL, size INTEGER NOT NULL, findings BLOB NOT NULL)",
    )


def _discard(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
