"""Leaving the terminal usable when the process is told to end, whoever has it at that moment."""

from __future__ import annotations

import os
import signal
import termios
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

wish: Callable[[], None] | None = None
"""What is to be done before the process ends by a signal."""
_LEAVE = b"".join(
    b"\x1b[" + code for code in b"?1000l ?1003l ?1015l ?1006l ?1004l ?2004l ?2048l <u ?7h ?25h ?1049l".split()
)
"""Takes back everything that the first page and the app ask of a terminal."""


def leave_in_order(attributes: list[Any] | None = None) -> None:
    """End at once, with the terminal set back, when a signal says so: Ctrl-C too, until the app takes it for a key.

    An exception would be lost where Python calls back into itself, as it does while it imports, and the program would
    go on. `attributes` are those that the terminal was found with; None asks it for them.
    """
    try:
        found = attributes or termios.tcgetattr(0)
    except termios.error:
        return

    def leave(number: int, frame: FrameType | None) -> None:
        try:
            os.write(1, _LEAVE)
            if number == signal.SIGINT:  # what was typed for the reader is not for the shell
                termios.tcflush(0, termios.TCIFLUSH)
            termios.tcsetattr(0, termios.TCSANOW, found)
        except (OSError, termios.error):  # the terminal has gone, which is what the signal tells
            pass
        finally:
            try:
                if wish is not None:
                    wish()
            finally:
                os._exit(128 + number)  # the analysis process ends with its standard input

    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, leave)
