"""The desktop's own clipboard, through pyperclip in a child process that reads back what it wrote.

A child, because pyperclip lets its tools write their complaints on the screen, takes a dead display for success, and
never gives up waiting. The child's output goes nowhere, its complaints to a file, and it is a session of its own: the
tool that stays behind to serve the selection holds neither our terminal nor a pipe of ours.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from tui.clipboard.desktop_child import COPIED, DIFFERS, NO_TOOL

_SECONDS = 6.0
"""PowerShell, which reads the clipboard back on Windows' Linux, can take two."""


def put(text: str, seconds: float = _SECONDS) -> str:
    """Put `text` on the desktop's clipboard: "" when it was read back from there, else what went wrong."""
    with tempfile.TemporaryFile() as complaints:
        try:
            child = subprocess.Popen(
                [sys.executable, "-P", str(Path(__file__).with_name("desktop_child.py"))],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
                env={**os.environ, "LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else None,  # pbcopy reads it
            )
        except OSError as error:
            return error.strerror or str(error)
        try:
            child.communicate(text.encode(), timeout=seconds)
        except subprocess.TimeoutExpired:
            _stop(child)
            return f"the clipboard tool gave no answer in {seconds:.0f} seconds"
        if child.returncode == COPIED:
            return ""
        if child.returncode == NO_TOOL:
            return "no clipboard tool is installed (wl-clipboard for Wayland, xclip or xsel for X11)"
        if child.returncode == DIFFERS:
            return "the clipboard holds something else after copying"
        complaints.seek(0)
        lines = complaints.read(4000).decode(errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "the clipboard tool failed")


def _stop(child: subprocess.Popen[bytes]) -> None:
    """End the child and the tools it started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
    child.wait()
