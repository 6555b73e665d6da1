"""`pullquote man`: the manual page, made from the parser of the command line and the list of the reader's keys."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tui import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

STATUSES = (
    ("0", "Done."),
    ("1", "Something could not be read, analysed or written; standard error says what, in one sentence."),
    ("2", "The command line is wrong."),
    ("130", "Interrupted by Ctrl+C."),
)
"""The exit statuses and what they mean."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "man",
        help="show the manual page",
        description="Show the manual page; written elsewhere than to a terminal, it is the page's source: "
        "`pullquote man > pullquote.1`.",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show the page, or write it; returns the exit status."""
    page = manual_page()
    if sys.stdout.isatty() and (program := shutil.which("man")) and os.name == "posix":
        shown = subprocess.run([program, "--local-file", "-"], input=page.encode(), check=False)
        if shown.returncode == 0:
            return 0
    sys.stdout.write(_all_help() if sys.stdout.isatty() else page)
    return 0


def _all_help() -> str:
    """The help of every command, for a terminal without `man`."""
    from tui.cli import build_parser

    parser = build_parser()
    return "\n\n".join(p.format_help() for p in (parser, *_subparsers(parser).choices.values()))


def manual_page() -> str:
    """The page in the man macros."""
    from tui.cli import build_parser

    parser = build_parser()
    commands = _subparsers(parser).choices
    lines = [
        f'.TH PULLQUOTE 1 "" "pullquote {__version__}" "User Commands"',
        ".SH NAME",
        r"pullquote \- who is in an article, who said what, and which figures it gives",
        ".SH SYNOPSIS",
        ".B pullquote",
        r"[\fIINPUT\fR ...]",
        ".br",
        ".B pullquote",
        r"\fICOMMAND\fR [\fIargument\fR ...]",
        ".SH DESCRIPTION",
        _roff(parser.description or ""),
        ".PP",
        "Without a command, INPUT is opened in the reader: a text, Markdown, HTML, PDF, EPUB, mail, feed or WARC file,",
        "a folder, an http or https address, or '\\-' for standard input. Several are listed to choose from.",
        "Without an INPUT, the bundled article is opened.",
        "Where the output is no terminal, a plain report is written instead.",
        ".SH COMMANDS",
    ]
    helps = {action.dest: action.help or "" for action in _subparsers(parser)._choices_actions}
    for name, command in commands.items():
        lines += [f".SS {_roff(name)}", _roff(_sentence(command.description or helps.get(name, "")))]
        lines += _arguments(command)
    lines.append(".SH KEYS OF THE READER")
    lines += _keys()
    lines.append(".SH EXIT STATUS")
    for status, meaning in STATUSES:
        lines += [".TP", f".B {status}", _roff(meaning)]
    lines += [".SH FILES", ".TP", r".I ~/.config/pullquote/settings.toml", "The settings: width, theme, keys and more."]
    return "\n".join(lines) + "\n"


def _subparsers(parser: argparse.ArgumentParser) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    return next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))


def _arguments(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        if isinstance(action, argparse._HelpAction) or action.help == argparse.SUPPRESS:
            continue
        value = action.metavar or (
            f"{{{','.join(map(str, action.choices))}}}" if action.choices else action.dest.upper()
        )
        value = value if isinstance(value, str) else " ".join(value)
        takes = rf" \fI{_roff(value)}\fR" if action.nargs != 0 else ""
        yield ".TP"
        if action.option_strings:
            yield ", ".join(rf"\fB{_roff(option)}\fR{takes}" for option in action.option_strings)
        else:
            yield rf"\fI{_roff(value)}\fR"
        yield _roff(_sentence((action.help or "").replace("%(default)s", str(action.default))))


def _keys() -> Iterator[str]:
    from tui.ui.commands import COMMANDS, keys_of

    for command in COMMANDS:
        if keys := keys_of(command):
            yield ".TP"
            yield rf"\fB{_roff('  '.join(keys))}\fR"
            yield _roff(f"{command.title}. {command.help}".strip())


def _sentence(words: str) -> str:
    words = words.strip()
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?", ")")) or not words else f"{words}."


def _roff(words: str) -> str:
    """`words` as roff takes them literally."""
    flat = " ".join(words.split()).replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("^", r"\(ha")
    flat = flat.replace("~", r"\(ti").replace("`", r"\(ga")
    flat = "".join(c if c.isascii() else rf"\[u{ord(c):04X}]" for c in flat)
    return rf"\&{flat}" if flat.startswith(".") else flat
