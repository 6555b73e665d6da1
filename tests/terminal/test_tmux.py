"""The program inside tmux: opened, a quote jumped to and copied, and read back from tmux's buffer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tui
from tui.citation import cite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.domain.findings import Analysis
    from tui.domain.text import Document

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="NOT TESTED: copying inside tmux, because tmux is not installed here"
)

PATIENCE = 60
"""Seconds after which what has not come on screen never will; the model is loaded within."""
ROOT = Path(tui.__file__).parent.parent


class Tmux:
    """A tmux server of its own with one window of 120 by 40."""

    def __init__(self, folder: Path) -> None:
        self._socket = str(folder / "tmux")
        self._folder = folder

    def __call__(self, *arguments: str) -> str:
        command = ["tmux", "-f", "/dev/null", "-S", self._socket, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def open(self, *arguments: str) -> None:
        environment = [f"{name}={self._folder / name.lower()}" for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME")]
        environment += [f"XDG_STATE_HOME={self._folder / 'state'}", f"XDG_DATA_HOME={self._folder / 'data'}"]
        environment += [f"PYTHONPATH={ROOT}", "LANG=C.UTF-8"]
        program = ["env", "-u", "COLUMNS", "-u", "LINES", *environment, sys.executable, "-m", "tui", *arguments]
        self("new-session", "-d", "-x", "120", "-y", "40", *program)

    def screen(self) -> str:
        return self("capture-pane", "-p")

    def wait_for(self, test: Callable[[str], bool]) -> str:
        """The screen once `test` holds of it."""
        until = time.monotonic() + PATIENCE
        while not test(screen := self.screen()):
            assert time.monotonic() < until, screen
            # nothing but the screen tells: look at it again, without keeping a processor busy
            self("wait-for", "-S", "look")
            self("run-shell", "-d", "0.05", "")
        return screen

    def close(self) -> None:
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def tmux(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tmux]:
    monkeypatch.delenv("TMUX", raising=False)
    server = Tmux(tmp_path_factory.mktemp("t"))
    yield server
    server.close()


@pytest.mark.model
def test_quote_is_jumped_to_copied_and_read_back(tmux: Tmux, seed: Document, seed_analysis: Analysis) -> None:
    verbatim = [quote for quote in seed_analysis.quotes if quote.holds_own_words]
    last = verbatim[-1]
    tmux.open()
    tmux.wait_for(lambda screen: f"Quotes · {len(verbatim)} " in screen)
    tmux("send-keys", "3", "G")
    tmux.wait_for(lambda screen: f"▌“{seed.slice(last.span)[:20]}" in screen)  # the cursor is on its row
    tmux("send-keys", "c")
    tmux.wait_for(lambda screen: screen.splitlines()[-2].startswith(" Citation, Plain text: "))
    assert tmux("show-buffer") == cite(seed, seed_analysis, last)


@pytest.mark.model
def test_quitting_leaves_no_process_behind(tmux: Tmux, seed: Document) -> None:
    tmux("new-session", "-d", "-x", "20", "-y", "5", "sh")  # keeps the server when the reader has gone
    tmux.open()
    tmux.wait_for(lambda screen: "q quit" in screen)
    pid = int(tmux("display-message", "-p", "#{pane_pid}"))
    children = Path(f"/proc/{pid}/task/{pid}/children")
    if not children.exists():
        pytest.skip("NOT TESTED: what is left running, because /proc does not tell children here")
    child = int(children.read_text().split()[0])
    tmux("send-keys", "q")
    tmux.wait_for(lambda _: not Path(f"/proc/{pid}").exists())
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
