"""Places where people read, made for a test: a terminal that remembers its clipboard, tmux, screen, sshd, X."""

from __future__ import annotations

import base64
import fcntl
import os
import pty
import re
import select
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 30.0
"""Seconds until something that should happen has failed to: ten times what a slow machine needs."""


def need(*programs: str) -> None:
    """Skip the test, and say why, where a program is missing."""
    missing = [name for name in programs if not shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}: install them with .ci/debian-packages")


def until(condition: Callable[[], object], what: str) -> None:
    """Wait until `condition` holds; fail with `what` past the deadline."""
    end = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"waited {DEADLINE:.0f} seconds for {what}")
        threading.Event().wait(0.02)


class Terminal:
    """A terminal of 100 × 30 in which `command` runs. It keeps what OSC 52 puts on its clipboard, as xterm does."""

    def __init__(self, command: list[str], environ: Mapping[str, str]) -> None:
        self.output = b""
        self.status: int | None = None
        self.pid, self._master = pty.fork()
        if not self.pid:
            os.execvpe(command[0], command, dict(environ))
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._master, 65536)
            except OSError:
                return
            if not data:
                return
            self.output += data

    @property
    def clipboard(self) -> str | None:
        """What the last whole OSC 52 sequence put on the clipboard."""
        found = re.findall(rb"\x1b\]52;[^;]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", self.output)
        return base64.b64decode(found[-1]).decode() if found else None

    def type(self, keys: str) -> None:
        """Type `keys`."""
        data = keys.encode()
        while data:
            select.select([], [self._master], [])
            data = data[os.write(self._master, data) :]

    def ended(self) -> bool:
        """Whether the command has ended."""
        if self.status is None:
            with suppress(ChildProcessError):
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def close(self) -> None:
        """Hang up."""
        if not self.ended():
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGHUP)
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(self.pid, 0)
        os.close(self._master)


class Place:
    """A folder with a home of its own, the article to cite, and everything that has to be ended afterwards."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pq-"))  # a socket's path may not be long
        self._ends: list[Callable[[], object]] = []
        self.environ = {
            "PATH": f"{os.environ.get('PATH', '/usr/bin:/bin')}:/usr/sbin",
            "HOME": str(self.folder),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "SHELL": "/bin/sh",
            "PS1": "$ ",
            "PYTHONPATH": str(ROOT),
            **{f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")},
        }

    def end_with(self, end: Callable[[], object]) -> None:
        """Call `end` when the test is over, the last one first."""
        self._ends.append(end)

    def close(self) -> None:
        """End everything that was started."""
        for end in reversed(self._ends):
            end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def terminal(self, command: list[str], **environ: str) -> Terminal:
        """A terminal in which `command` runs, hung up when the test is over."""
        terminal = Terminal(command, self.environ | environ)
        self.end_with(terminal.close)
        return terminal

    def article(self, words: str) -> None:
        """Write the article whose second sentence is `words`; its analysis is kept already, so no model is loaded."""
        text = f"A title of our own\n\n{words}\n"
        (self.folder / "article.txt").write_bytes(text.encode())
        keep = "import sys; from tui.library.kept import keep; from tui.domain.findings import Analysis; " + (
            "keep(open(sys.argv[1], encoding='utf-8', newline='').read(), Analysis())"
        )
        subprocess.run(
            [sys.executable, "-c", keep, str(self.folder / "article.txt")], env=self.environ, check=True, timeout=60
        )

    @property
    def cite(self) -> str:
        """The shell command that cites and copies; what it prints, says and ends with go to files."""
        at = shlex.quote(str(self.folder))
        variables = " ".join(
            f"{name}={shlex.quote(value)}" for name, value in self.environ.items() if name.startswith(("XDG", "PYTHON"))
        )
        return (
            f"cd {at}; {variables} {shlex.quote(sys.executable)} -m tui cite article.txt --sentence 2 --copy "
            f">out 2>err; echo $? >done"
        )

    def done(self) -> bool:
        """Whether the command has ended."""
        return (self.folder / "done").exists() and (self.folder / "done").read_text().endswith("\n")

    def result(self) -> tuple[str, str]:
        """Wait for the command: (the citation it printed, what it said)."""
        until(self.done, "the command to end")
        said = (self.folder / "err").read_text(encoding="utf-8")
        assert (self.folder / "done").read_text() == "0\n", said
        return (self.folder / "out").read_bytes().decode().removesuffix("\n"), said


class Tmux:
    """A tmux server of the test's own, with one session; it starts when its first terminal is attached."""

    def __init__(self, place: Place, name: str = "t") -> None:
        self.socket = place.folder / name
        self._environ = place.environ
        self.config = place.folder / f"{name}.conf"
        self.config.write_text("set -g default-shell /bin/sh\n")
        place.end_with(lambda: self.run("kill-server"))

    def command(self, *arguments: str) -> list[str]:
        """The command line of a tmux command."""
        return ["tmux", "-S", str(self.socket), "-f", str(self.config), *arguments]

    def run(self, *arguments: str) -> bytes:
        """Run a tmux command; its output."""
        done = subprocess.run(self.command(*arguments), env=self._environ, capture_output=True, timeout=DEADLINE)
        return done.stdout

    def set(self, line: str) -> None:
        """Add a line to the configuration that the server starts with."""
        with self.config.open("a") as file:
            file.write(f"{line}\n")

    def buffer(self) -> str:
        """The newest buffer."""
        return self.run("save-buffer", "-").decode()

    def screen(self) -> str:
        """What the pane shows."""
        return self.run("capture-pane", "-p").decode()
