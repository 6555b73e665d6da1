"""The last copy, kept in a file: what is left where no clipboard can be reached or trusted."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def where() -> Path:
    """The file, whether or not it exists."""
    from platformdirs import user_state_path

    return user_state_path("pullquote", appauthor=False) / "last-copy.txt"


def read() -> str | None:
    """The last copy, or None where there is none."""
    try:
        return where().read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def keep(text: str) -> Path | None:
    """Write `text` to the file, readable by its owner alone; its path, or None where it cannot be written."""
    file = where()
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            fresh.unlink()
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(text.encode())
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        return None
    return file


def shown(file: Path) -> str:
    """The path as a person would write it: from the home folder on, where it lies there."""
    try:
        return f"~/{file.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(file)
