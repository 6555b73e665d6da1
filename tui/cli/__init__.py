"""The command line: one module a command, and the parser that joins them."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import TYPE_CHECKING

from tui import __version__
from tui.cli import analyze, cite, completions, doctor, man, read, serve
from tui.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Sequence

_MODULES = (
    read,
    analyze,
    cite,
    doctor,
    serve,
    completions,
    man,
)
"""One a command, in the order of the help."""

_USAGE = """\
pullquote [INPUT ...]
       pullquote COMMAND [argument ...]
       pullquote COMMAND --help"""

_EPILOG = """\
examples:
  pullquote                            open the bundled article
  pullquote article.txt                open an article; ? shows the keys
  pullquote https://example.org/story  open a page; --kept reads it as it was fetched last
  pullquote report.pdf book.epub feed  choose among several, or in a folder
  pullquote --clipboard                the text, or the address, that was copied
  curl -s URL | pullquote -            read it from standard input
  pullquote --plain article.txt        a report to read from top to bottom, for screen readers and plain terminals
  pullquote article.txt | grep Biden   the same, wherever the output is no terminal
  pullquote analyze article.txt        everything found, as JSON
  pullquote cite article.txt --list    what can be cited, by number
  pullquote cite --quote 3 --style apa

exit status:
  0    done
  1    something could not be read, analysed or written; one sentence says what
  2    the command line is wrong
  130  interrupted by Ctrl+C
"""


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="pullquote",
        usage=_USAGE,
        description="Read an article in the terminal and see who is in it, who said what, and which figures it gives,\n"
        "each tied to its sentence.",
        epilog=_EPILOG,
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, max_help_position=16),
    )
    parser.add_argument("--version", action="version", version=f"pullquote {__version__}")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title="commands", prog="pullquote"
    )
    for module in _MODULES:
        module.add_parser(commands)
    return parser


def command_names() -> frozenset[str]:
    """The commands by name; anything else as the first argument is something to read."""
    parser = build_parser()
    return frozenset(
        name for action in parser._actions if isinstance(action, argparse._SubParsersAction) for name in action.choices
    )


def main(argv: Sequence[str]) -> int:
    """Run the command line and return the exit status."""
    arguments = list(argv)
    if not arguments or (arguments[0] not in ("-h", "--help", "--version") and arguments[0] not in command_names()):
        arguments.insert(0, "read")
    options = build_parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except ReaderError as error:
        print(f"pullquote: {error.message}", file=sys.stderr)  # noqa: T201
        return 1
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "tui":
            raise  # a fault of ours, not of the installation
        print(f"pullquote: The package {error.name!r} is missing; install pullquote anew.", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing left to say, and no traceback about it
        return 1
    return status
