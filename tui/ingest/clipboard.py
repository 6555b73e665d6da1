"""The clipboard as an input: the desktop's, or the buffer of tmux where there is no desktop."""

from __future__ import annotations

import os
import subprocess

from tui.errors import ReaderError

_SECONDS = 5


def read_clipboard() -> str:
    """The text in the clipboard. Raises ReaderError where it is empty or cannot be reached."""
    reached = False
    for read in (_desktop, _tmux):
        text = read()
        reached = reached or text is not None
        if text and text.strip():
            return text
    if reached:
        raise ReaderError("The clipboard has no text in it.", "Nothing to read")
    raise ReaderError(
        "The clipboard cannot be read here: install xclip or wl-clipboard, or paste into `pullquote -`.", "No clipboard"
    )


def _desktop() -> str | None:
    """The desktop's clipboard, or None where there is none: over ssh the other end's is not reachable."""
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return None
    import pyperclip

    try:
        return str(pyperclip.paste())
    except (pyperclip.PyperclipException, OSError, UnicodeDecodeError, subprocess.SubprocessError):
        return None


def _tmux() -> str | None:
    if not os.environ.get("TMUX"):
        return None
    try:
        done = subprocess.run(["tmux", "save-buffer", "-"], capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
