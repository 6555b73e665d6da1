"""Keys from the settings: which of them can be used, and what is wrong with the others, in one sentence each."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tui.ui.commands import BY_ID, COMMANDS, Command, key_sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})


def usable(keys: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """(what of `keys` can be used, what is to be said of the rest), both by command id; "" if there is no rest."""
    complaints: list[str] = []
    good: dict[str, str] = {}
    for command_id, wanted in keys.items():
        if command_id not in BY_ID:
            near = _nearest(command_id)
            complaints.append(f"there is no command “{command_id}”" + (f" (do you mean “{near}”?)" if near else ""))
            continue
        names = [normal(key) for key in wanted.split(",") if key.strip()] or [None]
        if None in names:
            complaints.append(f"“{wanted}” for “{command_id}” is no key")
            continue
        good[command_id] = ",".join(name for name in names if name)
    for command_id in list(good):
        taken = _taken(BY_ID[command_id], good)
        if taken is not None:
            key, other = taken
            complaints.append(f"{key_sign(key)} for “{command_id}” is the key of “{other.id}”")
            del good[command_id]
    return good, f"Keys in the settings: {'; '.join(complaints)}." if complaints else ""


def _taken(command: Command, keys: Mapping[str, str]) -> tuple[str, Command] | None:
    """A key of `command` that another command has where both apply."""
    own = _split(keys.get(command.id, command.keys))
    for other in COMMANDS:
        if other is not command and {command.where, other.where} != {"panes", "article"}:
            shared = own & _split(keys.get(other.id, other.keys))
            if shared:
                return min(shared), other
    return None


def _split(keys: str) -> set[str]:
    return {name for key in keys.split(",") if (name := normal(key))}


def normal(key: str) -> str | None:
    """A key as Textual names it: "/" is "slash", "Ctrl+Y" is "ctrl+y"; None for what is no key."""
    key = key.strip()
    if len(key) == 1:
        return _character(key)
    *modifiers, name = key.split("+")
    if name == "" and modifiers:  # "ctrl++"
        modifiers, name = modifiers[:-1], "plus"
    modifiers = [modifier.lower() for modifier in modifiers]
    if not set(modifiers) <= _MODIFIERS:
        return None
    known = _character(name.lower() if modifiers else name) if len(name) == 1 else _named(name)
    return "+".join([*modifiers, known]) if known else None


def _character(character: str) -> str | None:
    if character.isalnum():
        return character
    if not character.isprintable() or character == " ":
        return "space" if character == " " else None
    from textual.keys import _character_to_key

    return _character_to_key(character)


def _named(name: str) -> str | None:
    from textual.keys import Keys

    name = name.lower()
    if name in {key.value for key in Keys} or (name[:1] == "f" and name[1:].isdigit() and 1 <= int(name[1:]) <= 24):
        return name
    if name in {"plus", "minus", "slash", "less_than_sign", "greater_than_sign", "question_mark", "full_stop"}:
        return name
    try:
        character = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return None
    return name if character < "\u0250" else None  # there is a character called banana


def _nearest(command_id: str, among: Iterable[str] = BY_ID) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(command_id.replace("_", "."), list(among), 1, 0.6)), "")
