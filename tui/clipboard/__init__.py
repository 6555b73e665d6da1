"""The clipboard where readers work: tmux, screen, SSH, Wayland, X11, macOS, Windows; and a file always.

Every text is made safe first. What is said afterwards is what is known: "copied" only where the text was read back,
"sent" where a terminal was asked and gives no answer.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.clipboard import desktop, kept, osc52, tmux
from tui.clipboard.surroundings import Surroundings, look_around
from tui.ingest.display import safe_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str], object]

WAYS = ("auto", "desktop", "tmux", "screen", "osc52", "file")
"""What the setting `clipboard` can be: the best ways for the place, or one way alone."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a copy."""

    message: str
    """One or two sentences for the person: which way it went and how sure that is."""
    confirmed: bool
    """Whether it was read back from a clipboard."""
    way: str
    """The ways that took it, joined by "+": "desktop", "tmux", "osc52", "screen", or "file" where none did."""
    path: Path | None
    """The file that keeps it; None where that could not be written."""


def copy(text: str, write: Write | None = None, way: str = "auto", around: Surroundings | None = None) -> Copied:
    """Copy `text`, made safe, by `way`, and say what became of it. Never raises for a clipboard that fails.

    `write` hands a control sequence to the terminal; a program that draws on the screen has to give it, so that the
    sequence never lands inside something else being written. Without it the terminal is written to directly. May take
    some seconds where a tool hangs: call it from a thread.
    """
    text = safe_lines(text.replace("\r\n", "\n"))
    around = around or look_around()
    path = kept.keep(text)
    ways, faults, confirmed = [], [], []
    for name in _ways(way, around):
        fault, sure = try_way(name, text, around, write, forced=way != "auto")
        if fault:
            faults.append(fault)
            continue
        ways.append(name)
        if sure:
            confirmed.append(name)
            if name == "desktop":
                break  # the reader's own clipboard, read back: nothing is left to be done
    if way not in WAYS:
        faults.append(f"the setting clipboard = {way!r} is none of {', '.join(WAYS)}")
    if way == "auto" and not ways and not faults:
        faults.append("none can be reached from here")
    message = _message(ways, confirmed, faults, path)
    return Copied(message, bool(confirmed), "+".join(ways) or "file", path)


def _ways(way: str, around: Surroundings) -> list[str]:
    """The ways to go, in order."""
    if way == "auto":
        return ways_here(around)
    return [way] if way in WAYS and way != "file" else []


def ways_here(around: Surroundings) -> list[str]:
    """The ways that "auto" takes, in order."""
    ways = ["tmux"] if around.tmux else []
    if around.desktop:
        ways.append("desktop")
    if around.takes_osc52:
        ways.append("screen" if around.screen and not _tmux_is_inside() else "osc52")
    return ways


def _tmux_is_inside() -> bool:
    """Whether the terminal we write to is a tmux pane, where both tmux and screen are around."""
    if not os.environ.get("TMUX"):
        return False
    status, out, _ = tmux.run(
        ["display-message", "-p", "-t", os.environ.get("TMUX_PANE", ""), "#{pane_tty}"], os.environ
    )
    for descriptor in (1, 2, 0):
        try:
            return status == 0 and os.ttyname(descriptor) == out.decode(errors="replace").strip()
        except OSError:
            continue
    return False


def unfit(way: str, around: Surroundings) -> str:
    """Why `way` cannot lead to the reader's clipboard here, or ""."""
    if way == "tmux" and not around.tmux:
        return "not in tmux"
    if way == "screen" and not around.screen:
        return "not in screen"
    if way == "desktop" and not around.desktop:
        return "over SSH it would fill the clipboard of the wrong machine" if around.ssh else "no display is named"
    if way == "osc52" and around.screen and not around.tmux:
        return "screen would keep it to itself"
    if way in ("osc52", "screen") and not around.takes_osc52:
        return "the terminal is not one that knows OSC 52"
    return ""


def try_way(
    way: str, text: str, around: Surroundings, write: Write | None = None, forced: bool = False
) -> tuple[str, bool]:
    """Go one way with a text that is safe: (what went wrong or "", whether it was confirmed)."""
    if way == "desktop":
        fault = desktop.put(text)
        return fault and f"desktop clipboard: {fault}", True
    if way == "tmux":
        loaded = tmux.load(text)
        return "" if loaded.buffer else f"tmux: {loaded.fault or 'its buffer holds something else'}", loaded.buffer
    size = len(text.encode())
    if size > osc52.LIMIT and not forced:
        return f"{size // 1000} KB is too large for a terminal", False
    for sequence in _sequences(way, osc52.sequence(text), around):
        if write is not None:
            write(sequence)
        elif not osc52.write_to_terminal(sequence):
            return "no terminal to send it to", False
    return "", False


def _sequences(way: str, sequence: str, around: Surroundings) -> list[str]:
    """The sequence in the forms in which it can get to the terminal.

    At the far end of an SSH connection, or under another user, only TERM is left to tell of a tmux or a screen at the
    near end. A tmux takes it as it is or handed through, by its options; what is not for it, each of them swallows.
    """
    if way == "screen":
        return [osc52.through_screen(sequence)]
    if around.tmux or around.screen:
        return [sequence]
    if around.term.startswith("tmux"):
        return [sequence, osc52.through_tmux(sequence)]
    if around.term.startswith("screen"):
        return [sequence, osc52.through_screen(sequence)]
    return [sequence]


def _message(ways: list[str], confirmed: list[str], faults: list[str], path: Path | None) -> str:
    why = f" ({'; '.join(faults)})" if faults else ""
    kept_in = f"; kept in {kept.shown(path)}" if path else ""
    sent = "osc52" in ways or "screen" in ways
    if "desktop" in confirmed:
        return "Copied to the clipboard."
    if "tmux" in confirmed and sent:
        return "Copied to tmux (prefix ] pastes); sent on to the terminal, unconfirmed."
    if "tmux" in confirmed:
        return f"Copied to tmux (prefix ] pastes){why}{kept_in}."
    if sent:
        return f"Sent to the terminal, unconfirmed{kept_in}."
    if path:
        return f"Not on a clipboard{why}{kept_in}."
    return f"Not copied{why}, and no file could be written."
