"""`pullquote [FILE]`: open an article in the reader."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.errors import ReaderError
from tui.resources import bundled_article

if TYPE_CHECKING:
    import argparse


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("read", help="open an article in the reader (the default command)")
    parser.add_argument("file", nargs="?", metavar="FILE", help="a text file, or '-' for standard input")
    parser.add_argument("--plain", action="store_true", help="print a report instead of opening the reader")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Open the reader; returns the exit status."""
    from tui.cli.plain import print_report, wanted
    from tui.ingest.plain import open_document

    document = open_document(options.file or bundled_article())
    if wanted(options.plain):
        return print_report(document)
    take_keyboard()
    from tui.ui.app import ReaderApp

    app = ReaderApp(document)
    app.run(mouse=not options.no_mouse)
    return app.return_code or 0


def take_keyboard() -> None:
    """Read keys from the terminal where standard input was the article."""
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        raise ReaderError("There is no terminal to read keys from; `pullquote analyze -` needs none.") from None
    os.dup2(terminal, 0)
    os.close(terminal)
