"""Questions to a terminal: what it is, how wide it draws, whether its clipboard can be read back.

Every question is followed by one that all terminals answer (primary device attributes), so that silence is noticed at
once instead of waited for.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTES = re.compile(rb"\x1b\[\?([\d;]*)c")


def ask(question: str, seconds: float = 1.5) -> bytes | None:
    """What the terminal of the process answers to `question`, up to its attributes; None where it stays silent."""
    with _raw_terminal() as terminal:
        if terminal is None:
            return None
        import select

        os.write(terminal, f"{question}\x1b[c".encode())
        answer, deadline = b"", time.monotonic() + seconds
        while not _ATTRIBUTES.search(answer):
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([terminal], [], [], left)[0]:
                return None
            answer += os.read(terminal, 65536)
        return answer


@contextmanager
def _raw_terminal() -> Iterator[int | None]:
    """The terminal that controls the process, neither echoing nor waiting for lines; None where there is none."""
    try:
        import termios
        import tty

        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        yield None
        return
    try:
        before = termios.tcgetattr(terminal)
        tty.setcbreak(terminal, termios.TCSANOW)
        try:
            yield terminal
        finally:
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
    except (termios.error, OSError):
        yield None
    finally:
        os.close(terminal)


def name_in(answer: bytes) -> str:
    """The terminal's own name for itself in an answer to XTVERSION, or ""."""
    match = re.search(rb"\x1bP>\|([^\x1b]*)\x1b\\", answer)
    return match[1].decode(errors="replace") if match else ""


def column_in(answer: bytes) -> int | None:
    """The cursor's column (from 1) in an answer to a cursor position report."""
    match = re.search(rb"\x1b\[\d+;(\d+)R", answer)
    return int(match[1]) if match else None


def clipboard_in(answer: bytes) -> str | None:
    """The text in an answer to OSC 52, or None where the terminal does not let its clipboard be read."""
    import base64
    import binascii

    match = re.search(rb"\x1b\]52;[^;]*;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", answer)
    try:
        return base64.b64decode(match[1]).decode() if match else None
    except (binascii.Error, UnicodeDecodeError):
        return None


def tells_clipboard_in(answer: bytes) -> bool:
    """Whether the attributes say that the terminal fills its clipboard (52, as newer terminals tell)."""
    match = _ATTRIBUTES.search(answer)
    return match is not None and b"52" in match[1].split(b";")
