"""`pullquote completions`: what a shell needs to complete the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.errors import ReaderError

if TYPE_CHECKING:
    import argparse

SHELLS = ("bash", "zsh", "fish")
"""Those that shtab writes for, and people use."""

_INSTALL = """\
where to put it:
  bash   pullquote completions bash > ~/.local/share/bash-completion/completions/pullquote
  zsh    pullquote completions zsh > ~/.zfunc/_pullquote   (with ~/.zfunc in $fpath, before compinit)
  fish   pullquote completions fish > ~/.config/fish/completions/pullquote.fish
"""

_BASH_READS = """
# What follows no command is something to read: complete it as `pullquote read` is completed.
_pullquote_or_read() {
  local known=" COMMANDS "
  if [[ $COMP_CWORD -gt 1 && $known == *" ${COMP_WORDS[1]} "* ]]; then
    _shtab_pullquote "$@"
    return
  fi
  local -a commands=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    _shtab_pullquote "$@"
    commands=("${COMPREPLY[@]}")
  fi
  COMP_WORDS=("${COMP_WORDS[0]}" read "${COMP_WORDS[@]:1}")
  COMP_CWORD=$((COMP_CWORD + 1))
  _shtab_pullquote "$@"
  COMPREPLY=("${commands[@]}" "${COMPREPLY[@]}")
}
complete -o bashdefault -o default -F _pullquote_or_read pullquote
"""

_ZSH_READS = """
# What follows no command is something to read: complete it as `pullquote read` is completed.
_pullquote_or_read() {
  local -a known=(COMMANDS)
  if (( CURRENT > 2 )) && (( ${known[(Ie)$words[2]]} )); then
    _shtab_pullquote "$@"
    return
  fi
  local found=1
  if (( CURRENT == 2 )); then
    local -a typed=("${words[@]}")
    _shtab_pullquote "$@" && found=0
    words=("${typed[@]}")
    CURRENT=2
  fi
  words=("$words[1]" read "${(@)words[2,-1]}")
  (( CURRENT += 1 ))
  _shtab_pullquote "$@" && found=0
  return found
}
"""
_FISH_COMMAND = "_shtab_pullquote_using"
"""What shtab's script for fish asks of a line, with the name of a command or, outside all of them, without."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    import argparse

    parser = commands.add_parser(
        "completions",
        help="print completions for bash, zsh or fish",
        description="Print a script that lets a shell complete commands, options and file names.",
        epilog=_INSTALL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("shell", choices=SHELLS, help="the shell to write for")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the script; returns the exit status."""
    try:
        import shtab
    except ImportError:
        raise ReaderError("Completions are written by shtab, which is missing: pip install shtab.") from None
    from tui.cli import build_parser

    parser = build_parser()
    _complete_files(parser, shtab.FILE)
    script = shtab.complete(parser, options.shell)
    sys.stdout.write(_READS[options.shell](script) + "\n")
    return 0


def _bash(script: str) -> str:
    return script + "\n" + _BASH_READS.replace("COMMANDS", _commands())


def _zsh(script: str) -> str:
    head, register, tail = script.rpartition("typeset -A opt_args")
    # the registering lines at the end name the function that completes
    return head + _ZSH_READS.replace("COMMANDS", _commands()) + register + tail.replace(_SHTAB, "_pullquote_or_read")


def _fish(script: str) -> str:
    """The script, with what completes `pullquote read` once more for a line without a command."""
    lines = script.splitlines()
    reading = f"{_FISH_COMMAND} read"
    return "\n".join([*lines, *(line.replace(reading, _FISH_COMMAND) for line in lines if reading in line)])


_SHTAB = "_shtab_pullquote"
_READS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
"""By shell, what has a line without a command completed as one with `read`."""


def _commands() -> str:
    from tui.cli import command_names

    return " ".join([*sorted(command_names()), "-h", "--help", "--version"])


def _complete_files(parser: argparse.ArgumentParser, files: object) -> None:
    """Have every argument that names a file, and has no choices, completed by file names."""
    for action in parser._actions:
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                _complete_files(command, files)
        elif action.choices is None and str(action.metavar) in ("FILE", "INPUT"):
            action.complete = files  # type: ignore[attr-defined]
