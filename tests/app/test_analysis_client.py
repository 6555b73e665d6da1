"""The line to the analysis process: what is heard, and what becomes of a process that dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import harbour
import pytest

from tui.domain.contract import findings_to_dict
from tui.ui.analysis_client import AnalysisClient, Failed, Progressed, Ready, Restarted, command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.ui.analysis_client import Event

_PREAMBLE = """
import json, os, sys
def send(message):
    sys.stdout.write(json.dumps(message) + "\\n"); sys.stdout.flush()
"""
PATIENCE = 20
"""Seconds after which something that should have been heard never will be."""


class Ear:
    """Collects events, and waits for one of a kind."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._more = threading.Condition()

    def __call__(self, event: Event) -> None:
        with self._more:
            self.events.append(event)
            self._more.notify_all()

    def wait_for(self, test: Callable[[Event], bool]) -> Event:
        with self._more:
            assert self._more.wait_for(lambda: any(map(test, self.events)), PATIENCE), self.events
            return next(filter(test, self.events))


@pytest.fixture
def client_of() -> Iterator[Callable[[str], AnalysisClient]]:
    """Makes a client whose process runs the given lines of Python."""
    clients: list[AnalysisClient] = []

    def make(script: str) -> AnalysisClient:
        clients.append(AnalysisClient(run=[sys.executable, "-c", _PREAMBLE + script]))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_findings_are_heard_as_they_come(client_of: Callable[[str], AnalysisClient]) -> None:
    found = findings_to_dict(harbour.analysis(harbour.document()))
    client = client_of(
        "send({'ready': True}); job = json.loads(sys.stdin.readline())\n"
        "assert job['text'] == 'words “so”'\n"
        "send({'job': job['job'], 'share': 0.5, 'findings': None, 'done': False})\n"
        f"found = json.loads({json.dumps(json.dumps(found))})\n"
        "send({'job': job['job'], 'share': 1, 'findings': found, 'done': True})\n"
        "sys.stdin.read()"
    )
    ear = Ear()
    client.analyse("words “so”")
    client.listen(ear)
    last = ear.wait_for(lambda event: isinstance(event, Progressed) and event.done)
    assert [type(event) for event in ear.events] == [Ready, Progressed, Progressed]
    assert isinstance(last, Progressed)
    assert last.analysis == harbour.analysis(harbour.document())
    assert last.seconds_left is None


def test_what_came_before_anybody_listened_is_heard(client_of: Callable[[str], AnalysisClient]) -> None:
    client = client_of("send({'ready': True}); sys.stdin.readline(); os.write(2, b'x'); sys.stdin.read()")
    client.start()
    process = client._process
    assert process is not None
    client.analyse("words")
    ear = Ear()
    client.listen(ear)
    ear.wait_for(lambda event: isinstance(event, Ready))


def test_process_that_dies_is_reported_and_started_anew_once(
    client_of: Callable[[str], AnalysisClient], tmp_path: Path
) -> None:
    runs = tmp_path / "runs"
    client = client_of(
        f"open({str(runs)!r}, 'a').write('x'); send({{'ready': True}}); sys.stdin.readline()\n"
        "sys.stderr.write('MemoryError: too long\\n'); sys.exit(3)"
    )
    ear = Ear()
    client.listen(ear)
    client.analyse("words")
    failed = ear.wait_for(lambda event: isinstance(event, Failed))
    restarted = next(event for event in ear.events if isinstance(event, Restarted))
    assert "MemoryError: too long" in restarted.message
    assert isinstance(failed, Failed)
    assert "again" in failed.message
    assert runs.read_text() == "xx"


def test_article_is_sent_again_to_the_process_started_anew(
    client_of: Callable[[str], AnalysisClient], tmp_path: Path
) -> None:
    runs = tmp_path / "runs"
    client = client_of(
        f"first = not os.path.exists({str(runs)!r}); open({str(runs)!r}, 'a').close()\n"
        "job = json.loads(sys.stdin.readline())\n"
        "if first: os.kill(os.getpid(), 9)\n"
        "send({'job': job['job'], 'share': 1, 'done': True, 'findings': None}); sys.stdin.read()"
    )
    ear = Ear()
    client.listen(ear)
    client.analyse("words")
    ear.wait_for(lambda event: isinstance(event, Progressed) and event.done)
    assert any(isinstance(event, Restarted) and "signal 9" in event.message for event in ear.events)


def test_death_after_the_last_word_is_no_matter(client_of: Callable[[str], AnalysisClient]) -> None:
    client = client_of(
        "job = json.loads(sys.stdin.readline())\nsend({'job': job['job'], 'share': 1, 'done': True, 'findings': None})"
    )
    ear = Ear()
    client.listen(ear)
    client.analyse("words")
    ear.wait_for(lambda event: isinstance(event, Progressed) and event.done)
    assert client._process is not None
    client._process.wait()
    assert [type(event) for event in ear.events] == [Progressed]


def test_next_article_is_read_though_the_process_died_after_the_last_word(
    client_of: Callable[[str], AnalysisClient],
) -> None:
    client = client_of(
        "job = json.loads(sys.stdin.readline())\nsend({'job': job['job'], 'share': 1, 'done': True, 'findings': None})"
    )
    ear = Ear()
    client.listen(ear)
    others = set(threading.enumerate())
    client.analyse("one")
    ear.wait_for(lambda event: isinstance(event, Progressed) and event.job == 1)
    for listening in set(threading.enumerate()) - others:
        listening.join(PATIENCE)
    client.analyse("two")
    ear.wait_for(lambda event: isinstance(event, Progressed) and event.job == 2)


def test_process_is_started_anew_once_for_each_article(client_of: Callable[[str], AnalysisClient]) -> None:
    client = client_of("sys.stdin.readline(); sys.exit('no memory')")
    for article in ("one", "two"):
        ear = Ear()
        client.listen(ear)
        client.analyse(article)
        ear.wait_for(lambda event: isinstance(event, Failed))
        assert [type(event) for event in ear.events] == [Restarted, Failed]


def test_fatal_message_is_told_and_not_tried_again(client_of: Callable[[str], AnalysisClient]) -> None:
    client = client_of("send({'fatal': 'The model is missing.'})")
    ear = Ear()
    client.listen(ear)
    client.analyse("words")
    assert ear.wait_for(lambda event: isinstance(event, Failed)) == Failed("The model is missing.")


def test_unreadable_output_is_told(client_of: Callable[[str], AnalysisClient]) -> None:
    client = client_of("print('no JSON', flush=True); sys.stdin.read()")
    ear = Ear()
    client.listen(ear)
    client.analyse("words")
    ear.wait_for(lambda event: isinstance(event, Failed) and "cannot be read" in event.message)


def test_missing_program_is_an_event() -> None:
    client = AnalysisClient(run=["/nowhere/python"])
    ear = Ear()
    client.listen(ear)
    client.analyse("words")
    ear.wait_for(lambda event: isinstance(event, Failed) and "cannot be started" in event.message)


def test_close_ends_a_busy_process_at_once(client_of: Callable[[str], AnalysisClient]) -> None:
    client = client_of("send({'ready': True})\nwhile True: pass")
    ear = Ear()
    client.listen(ear)
    client.analyse("words " * 100_000)
    ear.wait_for(lambda event: isinstance(event, Ready))
    pid = client.pid
    assert pid is not None
    client.close()
    assert is_gone(pid)
    assert client.pid is None


def test_time_left_is_told_after_some_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.ui import analysis_client

    now = [100.0]
    monkeypatch.setattr(analysis_client.time, "monotonic", lambda: now[0])
    client = AnalysisClient()
    ear = Ear()
    client.listen(ear)
    client._job = 1
    client._understand({"ready": True})
    for seconds, share in ((1, 0.1), (10, 0.5)):
        now[0] = 100 + seconds
        client._understand({"job": 1, "share": share, "findings": None, "done": False})
    assert [event.seconds_left for event in ear.events if isinstance(event, Progressed)] == [None, 10]


def test_client_imports_the_standard_library_alone() -> None:
    script = (
        "import sys, tui.ui.analysis_client; print([m for m in sys.modules if m.split('.')[0] in ('rich', 'textual')])"
    )
    heard = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert heard.stdout.strip() == "[]"


def test_no_module_is_taken_from_the_folder_one_stands_in(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken from the folder')")
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "__init__.py").write_text("raise SystemExit('taken from the folder')")
    environment = {**os.environ, "PULLQUOTE_MODEL": "no_such_model"}
    heard = subprocess.run(
        command(), cwd=tmp_path, input="", capture_output=True, text=True, check=False, env=environment
    )
    assert "taken from the folder" not in heard.stderr
