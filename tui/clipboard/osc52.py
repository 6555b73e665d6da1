"""OSC 52, the escape sequence that asks a terminal to fill its clipboard. The terminal gives no answer.

Source: XTerm Control Sequences, "Operating System Commands", Ps = 5 2.
"""

from __future__ import annotations

import base64
import os
from contextlib import suppress

LIMIT = 74_994
"""Bytes of UTF-8 above which terminals drop the sequence: 100,000 bytes of Base64 less its frame (xterm, hterm)."""
_SCREEN_PIECE = 240
"""Characters in one device control string; GNU screen cuts them off at 256 in old versions, at 768 in new ones."""


def sequence(text: str) -> str:
    """The sequence that puts `text` on the clipboard."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"


def through_screen(sequence: str) -> str:
    """`sequence` as GNU screen hands it on untouched: in pieces, each in a device control string."""
    pieces = (sequence[at : at + _SCREEN_PIECE] for at in range(0, len(sequence), _SCREEN_PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def through_tmux(sequence: str) -> str:
    """`sequence` as a tmux with `allow-passthrough` hands it on; without, it swallows it whole."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def write_to_terminal(sequence: str) -> bool:
    """Write `sequence` to the terminal that controls the process, wherever its output goes; False if there is none."""
    flags = os.O_WRONLY | getattr(os, "O_NOCTTY", 0)
    try:
        terminal = os.open("/dev/tty" if os.name == "posix" else "CONOUT$", flags)
    except OSError:
        return False
    try:
        data = memoryview(sequence.encode("ascii"))
        while data:
            data = data[os.write(terminal, data) :]
    except OSError:
        return False
    finally:
        with suppress(OSError):
            os.close(terminal)
    return True
