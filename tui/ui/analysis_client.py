"""The other end of the analysis process: starts it, hands it an article, passes on what it finds, ends it.

Imports the standard library alone, so that the process can be started before Textual is imported. What is heard comes
on a thread of its own; who listens has to pass it on to theirs.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.domain.findings import Analysis

NICENESS = 10
"""The analysis yields to the reader's keys."""
_SECONDS_BEFORE_ESTIMATE = 3.0
"""An estimate made of less is worth nothing, and what ends sooner needs none."""
_START = (
    "import sys; home = sys.argv[1]; home in sys.path or sys.path.insert(0, home); "
    "from tui.analysis.worker import main; main()"
)
"""Not `-m`, which would look for modules in the folder that the reader happens to stand in."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded; reading begins."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """A piece of the article has been read."""

    share: float
    """How much of the text has been read, from 0 to 1."""
    analysis: Analysis | None
    """Everything found so far, or None where it is as before."""
    done: bool
    """Whether `analysis` is complete."""
    seconds_left: float | None = None
    """Estimate; None in the first seconds."""
    job: int = 0
    """Which of the articles handed over it is of, counted from 1."""


@dataclass(frozen=True, slots=True)
class Restarted:
    """The process died and has been started anew, from the beginning of the article."""

    message: str
    """What to tell the reader."""


@dataclass(frozen=True, slots=True)
class Failed:
    """There will be no analysis."""

    message: str
    """Why, and what to do about it."""


Event = Ready | Progressed | Restarted | Failed


def command() -> list[str]:
    """The command line of the analysis process."""
    home = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    # -P: no module is taken from the working folder, which may be anybody's download
    return [sys.executable, "-P", "-c", _START, home]


class AnalysisClient:
    """One analysis process, started anew if it dies: once for each article."""

    def __init__(self, model: str | None = None, run: Sequence[str] | None = None) -> None:
        """`model` is the package name or path of a model other than the bundled one; `run` another command line."""
        self._model = model
        self._run = list(run) if run else command()
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._text: str | None = None
        self._tags: dict[str, Any] = {}
        self._job = 0
        self._began: float | None = None
        self._restarts = 1
        self._closed = False
        self._waiting = False
        """Whether an article's last word is still to come: a death afterwards is no matter."""
        self._hear: Callable[[Event], None] | None = None
        self._unheard: list[Event] = []

    @property
    def job(self) -> int:
        """The number of the article handed over last."""
        return self._job

    @property
    def pid(self) -> int | None:
        """The running process's number, or None."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def start(self) -> None:
        """Start the process, if it is not running yet. Failure is an event, not an exception."""
        with self._lock:
            if self._closed or (self._process is not None and self._process.poll() is None):
                return
            environment = dict(os.environ)
            if self._model:
                environment["PULLQUOTE_MODEL"] = self._model
            pipe = subprocess.PIPE
            try:
                # a session of its own: what the terminal sends to the reader's group is not for it
                process = subprocess.Popen(
                    self._run, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, start_new_session=True
                )
            except OSError as error:
                self._tell(Failed(f"The analysis cannot be started: {error.strerror or error}."))
                return
            with contextlib.suppress(OSError, AttributeError):
                os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
            self._process = process
            complaints: deque[bytes] = deque(maxlen=20)
            errors = threading.Thread(target=_collect, args=(process, complaints), daemon=True)
            errors.start()
            threading.Thread(target=self._listen, args=(process, complaints, errors), daemon=True).start()

    def analyse(self, text: str, tags: dict[str, Any] | None = None) -> None:
        """Have `text` analysed, instead of whatever is being analysed. Starts the process if need be.

        `tags` is what `document_to_dict` says of it, where the text alone does not tell its structure.
        """
        with self._lock:
            self.start()
            self._text = text
            self._restarts = 1
            self._tags = tags or {}
            self._job += 1
            self._send()

    def listen(self, hear: Callable[[Event], None]) -> None:
        """Hand every event to `hear`, those before it was there first. `hear` is called on another thread."""
        with self._lock:
            self._hear = hear
            unheard, self._unheard = self._unheard, []
            for event in unheard:
                hear(event)

    def close(self) -> None:
        """End the process at once."""
        with self._lock:
            self._closed = True
            self._hear = None
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()

    def _tell(self, event: Event) -> None:
        with self._lock:
            if self._closed:
                return
            if self._hear is None:
                self._unheard.append(event)
            else:
                self._hear(event)

    def _send(self) -> None:
        process = self._process
        if process is None or self._text is None:
            return
        line = json.dumps({**self._tags, "job": self._job, "text": self._text}).encode() + b"\n"
        self._began = None
        self._waiting = True
        # a pipe holds 64 KB and the child is still starting: on a thread, or the first page would wait for it
        threading.Thread(target=_write, args=(process, line), daemon=True).start()

    def _listen(self, process: subprocess.Popen[bytes], complaints: deque[bytes], errors: threading.Thread) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            try:
                self._understand(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                self._waiting = False
                self._tell(Failed(f"The analysis sent what cannot be read ({error}). Install pullquote anew."))
        process.wait()
        errors.join(1)
        if self._waiting:
            self._died(process, complaints)

    def _understand(self, message: dict[str, Any]) -> None:
        if "fatal" in message or "error" in message:
            if message.get("job", self._job) == self._job:
                self._waiting = False
                self._tell(Failed(str(message.get("fatal") or message["error"])))
        elif "ready" in message:
            self._began = time.monotonic()
            self._tell(Ready())
        elif message["job"] == self._job:
            from tui.domain.contract import findings_from_dict

            found, share = message["findings"], float(message["share"])
            analysis = findings_from_dict(found) if found else None
            self._waiting = not message["done"]
            self._tell(Progressed(share, analysis, message["done"], self._seconds_left(share), self._job))

    def _seconds_left(self, share: float) -> float | None:
        if self._began is None:
            self._began = time.monotonic()
        spent = time.monotonic() - self._began
        if spent < _SECONDS_BEFORE_ESTIMATE or not 0 < share < 1:
            return None
        return spent * (1 - share) / share

    def _died(self, process: subprocess.Popen[bytes], complaints: deque[bytes]) -> None:
        with self._lock:
            if self._closed or self._process is not process:
                return
            self._process = None
            words = complaints[-1].decode("utf-8", "replace").strip() if complaints else ""
            status = process.returncode
            how = f"signal {-status}" if status < 0 else f"status {status}"
            reason = f"{how}: {words}" if words else how
            if not self._restarts:
                self._tell(Failed(f"The analysis stopped again ({reason}); the article can still be read."))
                return
            self._restarts -= 1
            self._tell(Restarted(f"The analysis stopped ({reason}) and has been started anew."))
            self.start()
            self._send()


def _write(process: subprocess.Popen[bytes], line: bytes) -> None:
    assert process.stdin is not None
    with contextlib.suppress(OSError, ValueError):  # it died or was closed: the listening thread sees to that
        process.stdin.write(line)
        process.stdin.flush()


def _collect(process: subprocess.Popen[bytes], complaints: deque[bytes]) -> None:
    assert process.stderr is not None
    complaints.extend(line for line in process.stderr if line.strip())
