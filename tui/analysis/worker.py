"""The analysis process: reads documents on standard input, writes findings on standard output, a JSON object a line.

It is a process of its own because the model keeps the interpreter busy: in a thread, keys wait up to half a second.
In:  {"job": 1, "text": …}, with the facts and paragraphs of `document_to_dict` where the text alone does not tell them
Out: {"ready": true} once the model is loaded;
     {"job": 1, "share": 0.4, "findings": {…}|null, "done": false} after each piece;
     {"job": 1, "error": …} or {"fatal": …} for what a person has to be told.
When standard input closes, the process ends at once, in the middle of a document too.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from typing import Any


def _read(jobs: queue.SimpleQueue[dict[str, Any]]) -> None:
    for line in sys.stdin.buffer:
        jobs.put(json.loads(line))
    os._exit(0)


def main() -> None:
    """Serve until standard input closes."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get into the protocol
    jobs: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(jobs,), daemon=True).start()

    def send(message: dict[str, Any]) -> None:
        out.write(json.dumps(message, ensure_ascii=True).encode() + b"\n")
        out.flush()

    from tui.errors import ReaderError

    try:
        import tui.analysis.lean_spacy  # noqa: F401 - before any other module imports spaCy
        from tui.analysis.pipeline import Analyser

        analyser = Analyser(os.environ.get("PULLQUOTE_MODEL") or None)
    except ReaderError as error:
        send({"fatal": error.message})
        return
    except ImportError as error:
        send({"fatal": f"The analysis cannot start: {error}. Install pullquote anew."})
        return
    from tui.domain.contract import document_from_dict, findings_to_dict
    from tui.ingest.plain import make_document

    send({"ready": True})
    while True:
        request = jobs.get()
        while not jobs.empty():  # the reader has moved on to another article: only the last one matters
            request = jobs.get()
        document = document_from_dict(request) if "paragraphs" in request else make_document(request["text"])
        for share, findings in analyser.stream(document):
            if not jobs.empty():
                break
            data = findings_to_dict(findings) if findings else None
            send({"job": request["job"], "share": share, "findings": data, "done": share >= 1})


if __name__ == "__main__":
    main()
