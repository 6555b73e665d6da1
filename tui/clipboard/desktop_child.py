"""Run as a program by `desktop.put`: standard input onto the desktop's clipboard, read back, told by exit status.

Run by its path and with nothing of the project imported, so that it starts quickly and from anywhere.
"""

from __future__ import annotations

import os
import sys
import time

COPIED, NO_TOOL, FAILED, DIFFERS = 0, 3, 4, 5
"""Exit statuses."""
_SECONDS = 1.5
"""Until the new text has to be there: xclip and wl-copy return before they own the selection."""


def main() -> int:
    """Copy, read back, compare; returns the exit status."""
    import pyperclip

    text = sys.stdin.buffer.read().decode()
    copy, paste = pyperclip.determine_clipboard()
    name = getattr(copy, "__name__", "")
    if not name or name == "copy_qt":  # a selection that Qt serves ends with this process
        return NO_TOOL
    deadline = time.monotonic() + _SECONDS
    try:
        copy(text)
        while not _same(paste(), text):
            if _complained():
                return FAILED
            if time.monotonic() > deadline:
                return DIFFERS
            time.sleep(0.02)
    except (pyperclip.PyperclipException, OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    return COPIED


def _same(back: str, text: str) -> bool:
    """Windows changes line breaks, and what reads its clipboard back may add or drop the last one."""
    return back.replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n")


def _complained() -> bool:
    """Whether the tool has written to standard error, which is a file: pyperclip does not look at how a tool ends."""
    return os.fstat(2).st_size > 0


if __name__ == "__main__":
    sys.exit(main())
