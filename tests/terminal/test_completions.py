"""What zsh and fish make of `pullquote completions`: asked of the shells themselves."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal.places import need
from tests.terminal.session import ROOT, Session, environment

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    ("pullquote ana", "analyze"),
    ("pullquote art", "article.txt"),
    ("pullquote --cli", "--clipboard"),
    ("pullquote article.txt --pl", "--plain"),
    ("pullquote read --pl", "--plain"),
    ("pullquote cite --style csl", "csl-json"),
]
"""A line up to where Tab is pressed, and the word that it then ends with."""


def script(shell: str) -> str:
    command = [sys.executable, "-m", "tui", "completions", shell]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text("A sentence.", encoding="utf-8")
    return tmp_path


def test_fish_completes_commands_options_and_what_is_to_be_read(folder: Path) -> None:
    need("fish")
    (folder / "pullquote.fish").write_text(script("fish"), encoding="utf-8")
    asked = "; ".join(f"echo (complete -C '{line}')" for line, _ in LINES)
    variables = environment({"HOME": str(folder)})
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source pullquote.fish; {asked}; complete -C 'pullquote cite article.txt --pl'"],
        capture_output=True, text=True, check=True, cwd=folder, env=variables,
    )  # fmt: skip
    assert [answer.split("\t")[0] for answer in done.stdout.splitlines()] == [word for _, word in LINES]


def test_zsh_completes_commands_options_and_what_is_to_be_read(folder: Path) -> None:
    need("zsh")
    (folder / "_pullquote").write_text(script("zsh"), encoding="utf-8")
    start = "fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; PS1='ready> '; clear\r"
    with Session(["zsh", "-f", "-i"], changes={"HOME": str(folder), "ZDOTDIR": str(folder)}, cwd=folder) as zsh:
        zsh.send(start.encode())
        zsh.until(lambda: zsh.screen.display[0].startswith("ready>"))
        for number, (line, word) in enumerate(LINES):
            completed = f"ready> {line.rpartition(' ')[0]} {word}"
            zsh.send(f"{line}\t".encode())
            zsh.until(lambda number=number, whole=completed: zsh.screen.display[number].rstrip() == whole)
            zsh.send(b"\x03")
            zsh.until(lambda number=number: zsh.screen.display[number + 1].startswith("ready>"))
