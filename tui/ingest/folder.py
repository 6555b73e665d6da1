"""A folder to the files in and below it that may be articles, by their names; what they are, they show when opened."""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import ReaderError
from tui.ingest.choices import Choice, Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.domain.text import Document

ENDINGS = frozenset(
    ".txt .text .md .markdown .mdown .html .htm .xhtml .mht .mhtml .pdf .epub .eml .xml .rss .atom .rdf .warc .gz "
    ".asc".split()
)
"""Endings of names that articles have; so do files without any."""
MOST = 50_000
"""Files listed; a folder with more is said to be cut off."""
_FIGURES = re.compile(r"(\d+)")


def open_folder(folder: Path, opener: Callable[[str], Document | Choices]) -> Choices:
    """The files to choose from, opened by `opener`; "page 2" stands before "page 10". Raises ReaderError where the
    folder cannot be read or holds none."""
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise ReaderError(
            f"The folder {str(folder)!r} cannot be read: {error.strerror or error}.", "Cannot read"
        ) from None
    files = sorted(_files(folder), key=_order)
    if not files:
        raise ReaderError(
            f"There is no file in the folder {str(folder)!r} that could be an article.", "Nothing to read"
        )
    entries = tuple(
        Choice(inside, size_of(path), partial(opener, path), path)
        for inside, path in ((file, os.path.join(folder, file)) for file in files[:MOST])  # noqa: PTH118
    )
    cut = f" (the first {MOST:,} of {len(files):,})" if len(files) > MOST else ""
    return Choices(f"{folder}{cut}", "files", entries, str(folder))


def _files(folder: Path) -> Iterator[str]:
    """Paths below the folder; what is hidden or cannot be looked into is left out, and no link to a folder is followed,
    which could lead round in a circle."""
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = os.path.relpath(path, folder)
        for name in names:
            ending = os.path.splitext(name)[1].lower()  # noqa: PTH122
            if not name.startswith(".") and (not ending or ending in ENDINGS):
                if os.path.isfile(os.path.join(path, name)):  # noqa: PTH113, PTH118 - no pipe or device
                    yield name if inside == "." else os.path.join(inside, name)  # noqa: PTH118


def _order(path: str) -> list[tuple[str, int, str]]:
    parts = _FIGURES.split(path.lower().replace(os.sep, "\x00"))
    return [("", int(part), "") if number % 2 else (part, 0, "") for number, part in enumerate(parts)]


def size_of(path: str) -> str:
    """A file's size in words, or "" for what is no file."""
    try:
        size = Path(path).stat().st_size
    except OSError:
        return ""
    return f"{size} B" if size < 1024 else f"{size / 1024:.0f} KB" if size < 1 << 20 else f"{size / (1 << 20):.1f} MB"
