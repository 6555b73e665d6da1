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
    rail_side: str = "left"
    """The side of the rail: "left" or "right"."""
    theme: str = ""
    """Name of a theme; empty: the app's own."""
    model: str = ""
    """A spaCy model to use instead of the bundled one: a package name or a path."""
    citation_style: str = "plain"
    """The style that `c` copies in."""
    clipboard: str = "auto"
    """The way to the clipboard, or "auto"."""
    mouse: bool = True
    """Whether the mouse is used; the terminal's own marking of text then needs Shift."""
    marks: str = "auto"
    """Signs and lines: "unicode", "ascii", or "auto" by the terminal and the locale."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys by command id: {"copy_citation": "ctrl+y"}."""


_RANGES = {"measure": (30, 200), "rail_width": (24, 120)}
_CHOICES = {"rail_side": ("left", "right"), "marks": ("auto", "unicode", "ascii")}


_WANTED = {int: "a whole number", bool: "true or false", str: "a text in quotes", dict: "a table of texts"}


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
    for name in data:
        if name not in known:
            _refuse_misspelt(file, name, known)
    return Settings(**{name: _checked(file, name, value) for name, value in data.items() if name in known})


def _refuse_misspelt(file: Path, name: str, known: set[str]) -> None:
    """Raise ReaderError for a name that is nearly one of ours; others may be a newer version's and are left alone."""
    from difflib import get_close_matches

    if meant := get_close_matches(name, known, 1, 0.75):
        raise ReaderError(f"There is no setting {name!r} in {file}: is {meant[0]} meant?", "Settings")


def _checked(file: Path, name: str, value: Any) -> Any:
    default = getattr(Settings(), name)
    if type(value) is not type(default) or (name == "keys" and not all(isinstance(v, str) for v in value.values())):
        wanted = _WANTED[type(default)]
        raise ReaderError(f"{name} in {file} has to be {wanted}.", "Settings")
    if value not in _CHOICES.get(name, (value,)):
        raise ReaderError(f"{name} in {file} has to be one of {', '.join(_CHOICES[name])}.", "Settings")
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
