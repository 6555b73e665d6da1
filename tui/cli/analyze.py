"""`pullquote analyze`: the findings as data, for one document, several, or a stream of them."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from typing import IO, TYPE_CHECKING, Any

from tui.cli.inputs import add_inputs, documents, sources
from tui.errors import ReaderError
from tui.export.analysis import WRITERS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from tui.analysis.pipeline import Analyser


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "analyze",
        help="write people, organisations, quotes and numbers as JSON, CSV or Markdown",
        description="Write what the panes show as data. Offsets are code points into the text as it was read.",
    )
    add_inputs(parser)
    parser.add_argument("--format", choices=sorted(WRITERS), default="json", help="default: %(default)s")
    parser.add_argument(
        "--batch",
        metavar="FILE",
        help='read one {"id": …, "text": …} object a line from FILE ("-": standard input), write one analysis a line',
    )
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    """Analyse what the options name; returns the exit status."""
    if options.batch is not None:
        if options.files or options.clipboard:
            options.parser.error("give either --batch FILE or inputs, not both")
        return _batch(options.batch)
    named = sources(options)
    if not named:
        options.parser.error("name a file to analyse, or '-' for standard input")
    return _inputs(named, options.format, options.kept)


def _inputs(named: list[str], form: str, kept: bool) -> int:
    from tui.analysis.other_languages import note_for
    from tui.analysis.pipeline import Analyser

    status, parts = 0, []
    analyser = None
    for document in documents(named, kept):
        if isinstance(document, ReaderError):
            print(f"pullquote: {document.message}", file=sys.stderr)  # noqa: T201
            status = 1
            continue
        if note := note_for(document):
            print(f"pullquote: {document.source}: {note}", file=sys.stderr)  # noqa: T201
        analyser = analyser or Analyser()
        part = WRITERS[form](document, analyser.analyse(document), document.source)
        if form == "jsonl":
            sys.stdout.write(part)
            sys.stdout.flush()
        else:
            parts.append(part)
    if form == "json" and (len(parts) > 1 or len(named) > 1):
        sys.stdout.write("[\n" + ",\n".join(part.rstrip("\n") for part in parts) + "\n]\n")
    elif form == "csv":  # one header for all
        sys.stdout.write("".join(part if not i else part.split("\n", 1)[1] for i, part in enumerate(parts)))
    else:
        sys.stdout.write("\n".join(parts) if form == "md" else "".join(parts))
    return status


def _batch(source: str) -> int:
    from tui.analysis.pipeline import Analyser

    try:
        stream = nullcontext(sys.stdin.buffer) if source == "-" else open(source, "rb")  # noqa: SIM115, PTH123
    except OSError as error:
        raise ReaderError(f"{source!r} cannot be read: {error.strerror or error}.") from None
    analyser = Analyser()
    status = 0
    with stream as lines:
        for line in _with_progress(lines):
            if not line.strip():
                continue
            result = _batch_line(analyser, line)
            status = status or int("error" in result)
            sys.stdout.write(json.dumps(result, ensure_ascii=True) + "\n")
            sys.stdout.flush()
    return status


def _batch_line(analyser: Analyser, line: bytes) -> dict[str, Any]:
    from tui.domain.contract import to_dict
    from tui.ingest.plain import make_document

    identity: object = None
    try:
        entry = json.loads(line)
        identity = entry["id"]
        text = entry["text"]
        if not isinstance(text, str):
            raise TypeError
        text.encode()
    except UnicodeEncodeError:
        return {"id": identity, "error": "The text holds half of a surrogate pair, which is no character."}
    except ValueError:
        return {"id": None, "error": "The line is not JSON."}
    except (KeyError, TypeError):
        return {"id": identity, "error": 'The line needs to be an object with "id" and a string "text".'}
    if not text.strip():
        return {"id": identity, "error": "The text is empty."}
    document = make_document(text)
    return {**to_dict(document, analyser.analyse(document), "", with_text=False), "id": identity}


def _with_progress(lines: IO[bytes]) -> Iterator[bytes]:
    """The lines, with a progress bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from lines
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("analysing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        total = None
        if lines.seekable():
            total = sum(1 for line in lines if line.strip())
            lines.seek(0)
        task = progress.add_task("", total=total)
        for line in lines:
            yield line
            progress.advance(task)
