"""tmux's paste buffers, and through them the clipboard of the terminal that tmux is attached to.

tmux's default, `set-clipboard external`, drops in silence what programs write as OSC 52, but `load-buffer -w` has tmux
write it itself. A tmux inside a tmux is dropped by the outer one in the same way, so the outer one is told as well
where it can be found.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SECONDS = 5.0
"""A tmux server answers in milliseconds; one that takes longer is stopped or stuck."""
_DEPTH = 3
"""Servers around each other; more is a loop."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the tmux servers did with a text."""

    buffer: bool
    """It is in the inner server's newest buffer, read back and compared."""
    sent: bool
    """tmux was asked to hand it to its terminal, and took the request."""
    fault: str = ""
    """What tmux said where the buffer was not filled."""


def load(text: str, environ: Mapping[str, str] | None = None) -> Loaded:
    """Put `text` into a new buffer of the tmux around the process, and of the ones around that."""
    env = dict(os.environ if environ is None else environ)
    inner: Loaded | None = None
    for server in _servers(env):
        result = _load_one(text, server)
        inner = inner or result
    return inner or Loaded(False, False, "no tmux")


def _load_one(text: str, env: dict[str, str]) -> Loaded:
    data = text.encode()
    status, _, fault = run(["load-buffer", "-w", "-"], env, data)
    sent = status == 0
    if not sent:  # tmux before 3.2 has no -w
        status, _, fault = run(["load-buffer", "-"], env, data)
    if status != 0:
        return Loaded(False, False, fault)
    status, back, fault = run(["save-buffer", "-"], env)
    return Loaded(status == 0 and back == data, sent, fault)


def run(arguments: list[str], env: Mapping[str, str], data: bytes = b"") -> tuple[int, bytes, str]:
    """Run one tmux command: (exit status, its output, what it complained of). -1 where it cannot be run."""
    try:
        done = subprocess.run(["tmux", *arguments], input=data, capture_output=True, env=env, timeout=_SECONDS)
    except FileNotFoundError:
        return -1, b"", "tmux is not on the PATH"
    except subprocess.TimeoutExpired:
        return -1, b"", f"tmux gave no answer in {_SECONDS:.0f} seconds"
    except OSError as error:
        return -1, b"", error.strerror or str(error)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace").strip()


def _servers(env: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environments that reach the server around us, then the one around its client, and so on."""
    seen: set[str] = set()
    for _ in range(_DEPTH):
        socket = env.get("TMUX", "").partition(",")[0]
        if not socket or socket in seen:
            return
        seen.add(socket)
        yield env
        status, out, _ = run(["display-message", "-p", "#{client_pid}"], env)
        client = out.decode(errors="replace").strip()
        outer = _tmux_around(int(client), socket) if status == 0 and client.isdigit() else None
        if outer is None:
            return
        env = {**env, **outer}


def _tmux_around(process: int, inner_socket: str) -> dict[str, str] | None:
    """TMUX and TMUX_PANE of the nearest ancestor of a tmux client that runs in another tmux, where /proc tells.

    The client itself has mostly lost them: tmux starts inside another only with TMUX unset.
    """
    for _ in range(16):
        try:
            block = Path(f"/proc/{process}/environ").read_bytes()
            stat = Path(f"/proc/{process}/stat").read_text(errors="replace")
        except OSError:
            return None
        pairs = (entry.partition("=") for entry in os.fsdecode(block).split("\0"))
        found = {key: value for key, _, value in pairs if key in ("TMUX", "TMUX_PANE")}
        if found.get("TMUX", "").partition(",")[0] not in ("", inner_socket):
            return found
        process = int(stat.rpartition(")")[2].split()[1])  # the parent; the name before may hold anything
        if process <= 1:
            return None
    return None
