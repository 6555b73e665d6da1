"""A citation copied where people read, and read back from the clipboard to the byte: tmux, screen, SSH, X."""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from places import DEADLINE, Place, Tmux, need, until

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT = "“Déjà vu,” said Zoë – ‘naïve’ 🎉 👩‍🚒 at the harbour of Łódź."
LONG = " ".join([SHORT.removesuffix(".")] * 820) + "."
"""60 KB in one sentence."""


@pytest.fixture(params=[SHORT, LONG], ids=["short", "60 KB"])
def words(request: pytest.FixtureRequest, place: Place) -> str:
    """The words to cite, in the place's article."""
    place.article(request.param)
    return str(request.param)


def test_a_terminal_gets_it_and_the_message_claims_no_more(place: Place, words: str) -> None:
    terminal = place.terminal(["sh", "-c", place.cite])
    citation, said = place.result()
    assert citation.startswith(words)
    until(lambda: terminal.clipboard == citation, "the terminal's clipboard")
    assert "Sent to the terminal, unconfirmed" in said
    assert (place.folder / "state/pullquote/last-copy.txt").read_text(encoding="utf-8") == citation


def test_the_reader_sends_it_between_its_frames(place: Place, words: str) -> None:
    terminal = place.terminal([sys.executable, "-m", "tui", str(place.folder / "article.txt")], COLORTERM="truecolor")
    until(lambda: b"nobody is named" in terminal.output, "the panes")
    terminal.type("]]c")
    until(lambda: terminal.clipboard, "the terminal's clipboard")
    citation = terminal.clipboard or ""
    assert citation.startswith(words)
    assert citation == (place.folder / "state/pullquote/last-copy.txt").read_text(encoding="utf-8")
    until(lambda: b"Sent to the terminal" in terminal.output, "the note")
    whole = re.sub(rb"\x1b\]52;c;[A-Za-z0-9+/=]+\x07", b"", terminal.output)
    assert b"52;c" not in whole  # no sequence was cut by something else being written
    terminal.type("q")
    until(terminal.ended, "the reader to end")


@pytest.mark.parametrize("setting", ["on", "external", "off"])
def test_tmux_has_it_in_its_buffer_and_hands_it_to_its_terminal(place: Place, words: str, setting: str) -> None:
    need("tmux")
    tmux = Tmux(place)
    tmux.set(f"set -s set-clipboard {setting}")
    terminal = place.terminal(tmux.command("new-session", place.cite + "; cat"))
    citation, said = place.result()
    assert citation.startswith(words)
    assert tmux.buffer() == citation
    until(lambda: terminal.clipboard == citation, "the clipboard of tmux's terminal")
    assert "Copied to tmux" in said


def test_a_tmux_inside_a_tmux_fills_both_and_the_terminal(place: Place, words: str) -> None:
    need("tmux")
    outer, inner = Tmux(place, "o"), Tmux(place, "i")
    nested = shlex.join(["env", "-u", "TMUX", *inner.command("new-session", place.cite + "; cat")])
    terminal = place.terminal(outer.command("new-session", nested))
    citation, _ = place.result()
    assert inner.buffer() == citation
    assert outer.buffer() == citation
    until(lambda: terminal.clipboard == citation, "the terminal's clipboard")


def test_screen_hands_it_on_in_pieces(place: Place, words: str) -> None:
    need("screen")
    folder = place.folder / "screens"
    folder.mkdir(mode=0o700)
    script = place.folder / "run.sh"
    script.write_text(place.cite)
    terminal = place.terminal(["screen", "-U", "-c", "/dev/null", "-S", "pq", "sh", str(script)], SCREENDIR=str(folder))
    citation, _ = place.result()
    assert citation.startswith(words)
    until(lambda: terminal.clipboard == citation, "the clipboard of screen's terminal")


class Server:
    """An sshd on 127.0.0.1 with keys made for the test."""

    def __init__(self, place: Place) -> None:
        need("sshd", "ssh", "ssh-keygen")
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # sshd will not start as root without it
        self._folder = place.folder
        for name in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(place.folder / name)], check=True)
        (place.folder / "known").write_text("")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        config = place.folder / "sshd_config"
        config.write_text(
            f"ListenAddress 127.0.0.1:{self.port}\nHostKey {place.folder}/host\nPidFile none\nUsePAM no\n"
            f"AuthorizedKeysFile {place.folder}/user.pub\nStrictModes no\nPermitRootLogin yes\n"
            "PasswordAuthentication no\nAcceptEnv LANG\nX11Forwarding no\n"
        )
        sshd = next(p for p in ("/usr/sbin/sshd", "/usr/bin/sshd", "/sbin/sshd") if Path(p).exists())
        log = (place.folder / "sshd.log").open("wb")
        server = subprocess.Popen([sshd, "-D", "-e", "-f", str(config)], stdout=log, stderr=log)
        place.end_with(lambda: (server.terminate(), server.wait(), log.close()))
        until(self._answers, "sshd to answer")

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def command(self, remote: str) -> list[str]:
        """The command line that runs `remote` at the far end."""
        options = (
            f"-F none -tt -p {self.port} -i {self._folder}/user -o IdentitiesOnly=yes -o IdentityAgent=none "
            f"-o StrictHostKeyChecking=no -o UserKnownHostsFile={self._folder}/known -o LogLevel=ERROR -o SendEnv=LANG"
        )
        return ["ssh", *options.split(), "127.0.0.1", remote]


@pytest.fixture
def server(place: Place) -> Server:
    """An sshd of the test's own."""
    return Server(place)


def test_over_ssh_the_near_terminal_gets_it_and_the_session_ends(place: Place, words: str, server: Server) -> None:
    terminal = place.terminal(server.command(place.cite))
    citation, said = place.result()
    assert citation.startswith(words)
    until(lambda: terminal.clipboard == citation, "the near terminal's clipboard")
    assert "Sent to the terminal" in said
    until(terminal.ended, "the SSH session to end")  # no helper may hold it


def test_over_ssh_with_tmux_at_the_far_end_the_near_terminal_gets_it(place: Place, words: str, server: Server) -> None:
    need("tmux")
    tmux = Tmux(place)
    terminal = place.terminal(server.command(shlex.join(tmux.command("new-session", place.cite + "; cat"))))
    citation, said = place.result()
    assert tmux.buffer() == citation
    until(lambda: terminal.clipboard == citation, "the near terminal's clipboard")
    assert "Copied to tmux" in said
    tmux.run("kill-server")
    until(terminal.ended, "the SSH session to end")


@pytest.mark.parametrize("option", ["set -s set-clipboard on", "set -g allow-passthrough on"])
def test_over_ssh_from_a_tmux_at_the_near_end_it_gets_through(place: Place, server: Server, option: str) -> None:
    need("tmux")
    place.article(SHORT)
    tmux = Tmux(place)
    tmux.set(option)
    tmux.set("set -g default-terminal tmux-256color")
    terminal = place.terminal(tmux.command("new-session", shlex.join(server.command(place.cite)) + "; cat"))
    citation, _ = place.result()
    until(lambda: terminal.clipboard == citation, "the terminal around tmux")


@pytest.fixture
def display(place: Place) -> Iterator[str]:
    """An X server without a screen."""
    need("Xvfb", "xclip")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "64x64x8", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    try:
        yield name
    finally:
        server.terminate()
        server.wait()


def pasted(display: str) -> str:
    """What is on an X display's clipboard."""
    done = subprocess.run(
        ["xclip", "-selection", "clipboard", "-o"],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        timeout=DEADLINE,
    )
    return done.stdout.decode()


def test_on_x_it_is_copied_and_confirmed_and_no_sequence_is_sent(place: Place, words: str, display: str) -> None:
    terminal = place.terminal(["sh", "-c", place.cite], DISPLAY=display)
    citation, said = place.result()
    assert citation.startswith(words)
    assert pasted(display) == citation
    assert said == "pullquote: Copied to the clipboard.\n"
    until(terminal.ended, "the shell to end")  # the tool that serves the selection holds no terminal
    assert terminal.clipboard is None


def test_a_dead_display_is_no_success_and_nothing_of_it_is_on_the_screen(place: Place, words: str) -> None:
    need("xclip")
    terminal = place.terminal(["sh", "-c", place.cite], DISPLAY=":4091")
    citation, said = place.result()
    until(lambda: terminal.clipboard == citation, "the terminal's clipboard")
    assert said.startswith("pullquote: Sent to the terminal, unconfirmed; kept in ")
    assert "display" not in said
    until(terminal.ended, "the shell to end")
    assert b"display" not in terminal.output


def test_over_ssh_a_forwarded_display_is_left_alone(
    place: Place, server: Server, display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.article(SHORT)
    subprocess.run(
        ["xclip", "-selection", "clipboard"], input=b"mine", env={**os.environ, "DISPLAY": display}, check=True
    )
    terminal = place.terminal(server.command(f"DISPLAY={display}; export DISPLAY; {place.cite}"))
    citation, _ = place.result()
    until(lambda: terminal.clipboard == citation, "the near terminal's clipboard")
    assert pasted(display) == "mine"
    until(terminal.ended, "the SSH session to end")


def test_above_a_terminals_limit_the_file_is_named(place: Place) -> None:
    place.article("word " * 16_000 + "end.")
    terminal = place.terminal(["sh", "-c", place.cite])
    citation, said = place.result()
    assert "too large for a terminal" in said
    assert "last-copy.txt" in said
    assert (place.folder / "state/pullquote/last-copy.txt").read_text(encoding="utf-8") == citation
    until(terminal.ended, "the shell to end")
    assert terminal.clipboard is None
