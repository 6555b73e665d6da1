"""A program in a pseudo-terminal: what is on its screen, when it came there, in how many bytes, and what keys do.

For the tests of the terminal and for the benchmarks. The screen is kept by pyte; times are seconds since just before
the fork, taken when the bytes arrived.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pyte.screens import Char

ROOT = Path(__file__).resolve().parents[2]
PULLQUOTE = (sys.executable, "-m", "tui")
WITHOUT_ANALYSIS = {"PYTHONPATH": f"{Path(__file__).parent / 'idle_analysis'}{os.pathsep}{ROOT}"}
"""Variables with which the analysis says nothing: for what is about the screen."""
ASKING = b"\x1b[?2026$p"
"""What the app asks the terminal before it draws: all that came before is the first page."""

# sequences that pyte takes for text
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=?][0-9;]*[mr]|\x1b\[[<>=?][0-9;]*(?:u|\$p)|\x1b\](?:22|52|8|10|11);[^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b\[>[0-9;]*[a-z]|\x1b\[=[0-9;]*u"
)
_WHOLE = re.compile(rb"\x1b(?:\[[0-9;<>=?$ ]*[@-~]|[^\[\]P])")


def environment(changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """The variables of a truecolor terminal, with `changes`; None takes one away."""
    variables = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TMUX", "STY", "COLUMNS", "LINES")}
    variables.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
    variables["PYTHONPATH"] = str(ROOT)
    for name, value in (changes or {}).items():
        if value is None:
            variables.pop(name, None)
        else:
            variables[name] = value
    return variables


class Session:
    """One program in one terminal."""

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 120,
        lines: int = 40,
        changes: Mapping[str, str | None] | None = None,
        typed: bytes = b"",
        cwd: Path | None = None,
    ) -> None:
        """Start `command`; `typed` is in the keyboard's buffer before it runs."""
        self.columns, self.lines = columns, lines
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._rest = b""
        self.raw = bytearray()
        self.arrivals: list[tuple[float, int]] = []
        """(time, bytes so far) of every read."""
        self.alive = True
        self.status: int | None = None
        variables = environment(changes)
        size = struct.pack("HHHH", lines, columns, 0, 0)
        self._began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the program's own process
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests run in the background have it ignored
                if cwd is not None:
                    os.chdir(cwd)
                os.execvpe(command[0], list(command), variables)
            finally:
                os._exit(127)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, size)
        if typed:
            self.send(typed)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._began

    def read(self, timeout: float) -> int:
        """Read once, within `timeout` seconds; returns the number of bytes."""
        if not self.alive or not select.select([self.fd], [], [], timeout)[0]:
            return 0
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.alive = False
            return 0
        at = self.now
        self.raw += data
        self.arrivals.append((at, len(self.raw)))
        if b"\x1b[?2026$p" in data:  # as a terminal does that has synchronised output
            self.send(b"\x1b[?2026;2$y")
        data = self._rest + data
        cut = data.rfind(b"\x1b", max(0, len(data) - 64))
        if cut >= 0 and not _WHOLE.match(data, cut) and b"\x07" not in data[cut:]:
            self._rest, data = data[cut:], data[:cut]
        else:
            self._rest = b""
        self._stream.feed(_UNKNOWN.sub(b"", data))
        return len(data) or 1

    def until(self, reached: str | Callable[[], bool], timeout: float = 30) -> float:
        """Wait until a text is on screen, or a condition holds; returns the time of the bytes that brought it.

        Raises AssertionError, with the screen, after `timeout` seconds.
        """
        holds = (lambda: self.shows(reached)) if isinstance(reached, str) else reached
        end = self.now + timeout
        while not holds():
            if self.now > end or not self.alive:
                raise AssertionError(f"{reached!r} did not come in {timeout} s:\n{self.text}")
            self.read(0.05)
        return self.arrivals[-1][0] if self.arrivals else self.now

    def settle(self, quiet: float = 0.3, limit: float = 30) -> None:
        """Read until nothing has come for `quiet` seconds."""
        end = self.now + limit
        while self.alive and self.now < end and self.read(quiet):
            pass

    def send(self, keys: bytes) -> None:
        """Type."""
        os.write(self.fd, keys)

    def latency(self, keys: bytes, quiet: float = 0.05, timeout: float = 10) -> tuple[float, float, int]:
        """(seconds to the first byte, to the last byte, bytes) of the answer to `keys`, which ends after `quiet`."""
        before, reads, at = len(self.raw), len(self.arrivals), self.now
        self.send(keys)
        end = at + timeout
        while self.alive and len(self.raw) == before and self.now < end:
            self.read(0.01)
        self.settle(quiet, timeout)
        if len(self.arrivals) == reads:
            raise AssertionError(f"No answer to {keys!r}:\n{self.text}")
        return self.arrivals[reads][0] - at, self.arrivals[-1][0] - at, len(self.raw) - before

    def frame(self, keys: bytes, quiet: float = 0.1, timeout: float = 10) -> float:
        """Seconds from `keys` to the end of the first frame that answers them; waits for `quiet` seconds of rest."""
        before, at = len(self.raw), self.now
        self.send(keys)
        shown = self.until(lambda: b"\x1b[?2026l" in self.raw[before:], timeout)
        self.settle(quiet, timeout)
        return shown - at

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self.columns, self.lines = columns, lines
        self.screen.resize(lines, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def shows(self, text: str) -> bool:
        """Whether `text` is on a line of the screen."""
        return any(text in line for line in self.screen.display)

    def cells_after(self, length: int) -> dict[tuple[int, int], Char]:
        """Every cell as it was after the first `length` bytes, however they were read. The size has not changed."""
        screen = pyte.Screen(self.columns, self.lines)
        pyte.ByteStream(screen).feed(_UNKNOWN.sub(b"", bytes(self.raw[:length])))
        return {(y, x): screen.buffer[y][x] for y in range(self.lines) for x in range(self.columns)}

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def cells(self) -> dict[tuple[int, int], Char]:
        """Every cell with its colours and attributes, by (line, column)."""
        return {(y, x): self.screen.buffer[y][x] for y in range(self.lines) for x in range(self.columns)}

    def memory(self, pid: int | None = None) -> float:
        """Resident memory of the program alone, without its children, in MB."""
        status = Path(f"/proc/{pid or self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found.group(1)) / 1024 if found else 0.0

    def processor(self) -> float:
        """Processor time that the program has used, without its children, in ms, to the nearest tick of 10."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def children(self) -> list[int]:
        """Numbers of the processes that the program has started."""
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away, as a lost connection or an ended tmux server does."""
        os.close(self.fd)
        self.alive = False

    def attributes(self) -> list[object]:
        """How the terminal is set: echo, line by line, and so on."""
        return list(termios.tcgetattr(self.fd))

    def wait(self, timeout: float = 10) -> int:
        """Read to the end of the program; returns its exit status."""
        end = self.now + timeout
        while self.status is None:
            self.read(0.05)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
            elif self.now > end:
                raise AssertionError(f"The program did not end:\n{self.text}")
        while self.read(0.05):
            pass
        return self.status

    def close(self) -> None:
        """End the program, if it has not ended, and close the terminal."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.status is not None:
                break
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)
            with contextlib.suppress(AssertionError, ChildProcessError):
                self.wait(1)
        with contextlib.suppress(OSError):
            os.close(self.fd)
