"""`pullquote [INPUT…]`: open an article in the reader."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.cli import details
from tui.cli.inputs import add_inputs, documents, open_inputs, sources
from tui.errors import ReaderError
from tui.resources import bundled_article

if TYPE_CHECKING:
    import argparse


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("read", help="open an article in the reader (the default command)")
    add_inputs(parser)
    parser.add_argument("--plain", action="store_true", help="print a report instead of opening the reader")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    details.add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Open the reader; returns the exit status."""
    from tui.cli.plain import wanted
    from tui.ingest.choices import Choices

    named = sources(options) or [bundled_article()]
    details.refuse_for_several(options, len(named))
    if wanted(options.plain):
        return _print_reports(named, options)
    document = open_inputs(named, options.kept)
    if isinstance(document, Choices):
        details.refuse_for_several(options, len(document.entries))
    else:
        details.keep_given(document, options)
    take_keyboard()
    from tui.settings import load
    from tui.ui.opening import run_reader

    return run_reader(document, load(), mouse=not options.no_mouse)


def _print_reports(named: list[str], options: argparse.Namespace) -> int:
    """Print the report of every document in the inputs; returns the exit status."""
    from tui.cli.plain import print_report

    status = 0
    for document in documents(named, options.kept):
        if isinstance(document, ReaderError):
            print(f"pullquote: {document.message}", file=sys.stderr)  # noqa: T201
            status = 1
        else:
            details.keep_given(document, options)
            status = print_report(details.with_kept(document)) or status
    return status


def take_keyboard() -> None:
    """Read keys from the terminal where standard input was the article."""
    if (sys.stdin is not None and sys.stdin.isatty()) or os.environ.get("TEXTUAL_DRIVER"):  # a browser has keys
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        raise ReaderError("There is no terminal to read keys from; `pullquote analyze -` needs none.") from None
    os.dup2(terminal, 0)
    os.close(terminal)
