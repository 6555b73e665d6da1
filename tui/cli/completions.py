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
    sys.stdout.write(shtab.complete(parser, options.shell) + "\n")
    if options.shell == "bash":
        from tui.cli import command_names

        known = [*sorted(command_names()), "-h", "--help", "--version"]
        sys.stdout.write(_BASH_READS.replace("COMMANDS", " ".join(known)))
    return 0


def _complete_files(parser: argparse.ArgumentParser, files: object) -> None:
    """Have every argument that names a file, and has no choices, completed by file names."""
    for action in parser._actions:
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                _complete_files(command, files)
        elif action.choices is None and str(action.metavar) in ("FILE", "INPUT"):
            action.complete = files  # type: ignore[attr-defined]
