"""Where the program runs, as far as that decides how a text gets to a clipboard. Read from the environment alone."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEAF = frozenset(["", "dumb", "unknown", "linux", "eterm", "eterm-color", "vt52", "vt100", "vt220"])
"""Values of TERM whose terminals do not know OSC 52, some of which would print it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands between the program and the clipboard of the person who reads."""

    tmux: bool = False
    """Inside a tmux session."""
    screen: bool = False
    """Inside a session of GNU screen."""
    ssh: bool = False
    """At the far end of an SSH connection: a clipboard tool would fill the wrong machine's clipboard."""
    wayland: bool = False
    """A Wayland display is named."""
    x11: bool = False
    """An X display is named; it may be dead."""
    macos: bool = False
    """The system is macOS."""
    windows: bool = False
    """The system is Windows or Cygwin."""
    wsl: bool = False
    """Linux inside Windows."""
    term: str = ""
    """TERM: at the far end of an SSH connection it tells of a tmux or a screen at the near end."""
    takes_osc52: bool = True
    """Nothing says that the terminal cannot take OSC 52."""

    @property
    def desktop(self) -> bool:
        """Whether there can be a desktop's clipboard on this machine that the reader also sits at."""
        return not self.ssh and (self.wayland or self.x11 or self.macos or self.windows or self.wsl)


def look_around(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Surroundings:
    """The surroundings that `environ` (the process's own by default) and `platform` tell of."""
    env = os.environ if environ is None else environ
    return Surroundings(
        tmux=bool(env.get("TMUX")),
        screen=bool(env.get("STY")),
        ssh=bool(env.get("SSH_TTY") or env.get("SSH_CONNECTION")),
        wayland=bool(env.get("WAYLAND_DISPLAY")),
        x11=bool(env.get("DISPLAY")),
        macos=platform == "darwin",
        windows=platform in ("win32", "cygwin"),
        wsl=platform == "linux" and _kernel_is_microsofts(),
        term=env.get("TERM", ""),
        takes_osc52=platform == "win32"
        or (env.get("TERM", "") not in _DEAF and env.get("TERM_PROGRAM") != "Apple_Terminal"),
    )


def _kernel_is_microsofts() -> bool:
    try:
        return "microsoft" in Path("/proc/version").read_text(encoding="utf-8", errors="replace").lower()
    except OSError:
        return False
