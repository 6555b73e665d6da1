"""The version of the analysis, by which kept analyses are known to be of today's rules.

It is taken from the rules' own files rather than from a number that somebody has to raise: a kept analysis made by
older rules must never be shown as today's.
"""

from __future__ import annotations

import os
from functools import cache

from tui import __version__
from tui.domain.digest import blake2b

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - at every start


@cache
def analysis_version() -> str:
    """A digest of name, size and time of every file that decides what is found: code and word lists. About 2 ms."""
    digest = blake2b(__version__.encode(), digest_size=12)
    folders = [f"{_PACKAGE}/{name}" for name in ("analysis", "domain", "ingest")]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                elif entry.name.endswith((".py", ".txt", ".tsv", ".json")):
                    status = entry.stat()
                    digest.update(f"{entry.name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
