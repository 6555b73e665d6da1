"""The user's settings: a TOML file in the platform's configuration folder, read once, written only when they change.

Nothing heavy is imported at the top: settings are read before the app's first frame.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tui.errors import ReaderError


@dataclass(frozen=True)
class Settings:
    """What a user can set. Every field has a default; a file names only what differs."""

    measure: int = 72
    """Width of the article's text in columns, from 30 to 200."""
    rail_width: int = 44
    """Width of the rail of panes in columns, from 24 to 120."""
    theme: str = ""
    """Name of a theme; empty: the app's own."""
    model: str = ""
    """A spaCy model to use instead of the bundled one: a package name or a path."""
    citation_style: str = "plain"
    """The style that `c` copies in."""
    clipboard: str = "auto"
    """The way to the clipboard, or "auto"."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by command id: {"copy_citation": "ctrl+y"}."""


_RANGES = {"measure": (30, 200), "rail_width": (24, 120)}


def path() -> Path:
    """Where the settings file is, whether or not it exists."""
    from platformdirs import user_config_path

    return user_config_path("pullquote", appauthor=False) / "settings.toml"


def load() -> Settings:
    """The settings in the file, or the defaults where there is none.

    Raises ReaderError that names the file and the fault: a setting silently ignored would mislead.
    """
    file = path()
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ReaderError(f"The settings in {file} cannot be read: {error}.", "Settings") from None
    import tomllib  # most have no such file, and start 10 ms earlier without

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReaderError(f"The settings in {file} are not valid TOML: {error}.", "Settings") from None
    known = {f.name for f in fields(Settings)}
    return Settings(**{name: _checked(file, name, value) for name, value in data.items() if name in known})


def _checked(file: Path, name: str, value: Any) -> Any:
    default = getattr(Settings(), name)
    if type(value) is not type(default) or (name == "keys" and not all(isinstance(v, str) for v in value.values())):
        wanted = {int: "a whole number", str: "a text in quotes", dict: "a table of texts"}[type(default)]
        raise ReaderError(f"{name} in {file} has to be {wanted}.", "Settings")
    low, high = _RANGES.get(name, (value, value))
    if name in _RANGES and not low <= value <= high:
        raise ReaderError(f"{name} in {file} has to be from {low} to {high}.", "Settings")
    return value


def save(**changes: Any) -> None:
    """Change the named settings in the file, keeping everything else in it, comments too.

    The file is replaced in one step, so that a second reader never sees half of it. Raises ReaderError where it cannot
    be written.
    """
    import os

    import tomlkit

    file = path()
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        data = tomlkit.parse(text)
        data.update(changes)
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.write_text(tomlkit.dumps(data), encoding="utf-8")
        fresh.replace(file)
    except (OSError, ValueError) as error:
        raise ReaderError(f"The settings cannot be saved in {file}: {error}.", "Settings") from None
