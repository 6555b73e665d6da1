"""The analysis process answers document after document and is gone when nobody listens."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.model


@pytest.fixture
def worker() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tui.analysis.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process
        process.kill()


def ask(worker: subprocess.Popen[bytes], job: int, text: str) -> None:
    assert worker.stdin
    worker.stdin.write(json.dumps({"job": job, "text": text}).encode() + b"\n")
    worker.stdin.flush()


def answer(worker: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert worker.stdout
    message: dict[str, Any] = json.loads(worker.stdout.readline())
    return message


def test_worker_serves_documents_in_pieces_and_ends_with_its_input(worker: subprocess.Popen[bytes]) -> None:
    assert answer(worker) == {"ready": True}
    ask(worker, 1, "“It is late,” said Ann Lee. She waited 3 hours.")
    first = answer(worker)
    assert (first["job"], first["share"], first["done"]) == (1, 1.0, True)
    assert set(first["findings"]) >= {"people", "organisations", "quotes", "numbers"}

    ask(worker, 2, "\n".join(f"Line {number} has a few words in it and then a few more." for number in range(1500)))
    shares = []
    while not shares or shares[-1] < 1:
        message = answer(worker)
        assert (message["job"], message["done"]) == (2, message["share"] == 1)
        shares.append(message["share"])
    assert len(shares) > 2
    assert shares == sorted(shares)

    assert worker.stdin
    worker.stdin.close()
    assert worker.wait(timeout=30) == 0
