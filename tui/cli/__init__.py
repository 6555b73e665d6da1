"""The command line: one module a command, and the parser that joins them."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tui import __version__
from tui.cli import analyze, read
from tui.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("read", "analyze")
"""The commands by name; anything else as the first argument is a file to read."""


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="pullquote",
        description="Read an article in the terminal and see who is in it, who said what, and which figures it gives.",
        epilog="Without a command, pullquote opens FILE in the reader ('-' reads standard input); without a FILE, the "
        "bundled article. Exit status: 0 done, 1 something could not be read or analysed, 2 wrong usage.",
    )
    parser.add_argument("--version", action="version", version=f"pullquote {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in (read, analyze):
        module.add_parser(commands)
    return parser


def main(argv: Sequence[str]) -> int:
    """Run the command line and return the exit status."""
    arguments = list(argv)
    if not arguments or (arguments[0] not in COMMANDS and arguments[0] not in ("-h", "--help", "--version")):
        arguments.insert(0, "read")
    options = build_parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except ReaderError as error:
        print(f"pullquote: {error.message}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing left to say, and no traceback about it
        return 1
    return status
