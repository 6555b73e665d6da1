"""Which way a copy goes, what is said about it, and what is never sent."""

from __future__ import annotations

import base64

import pytest

from tui.clipboard import copy, osc52
from tui.clipboard.surroundings import Surroundings, look_around

NOWHERE = Surroundings(takes_osc52=False)
TERMINAL = Surroundings()


def sent(text: str) -> str:
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"


def test_a_terminal_is_sent_the_text_and_success_is_not_claimed() -> None:
    written: list[str] = []
    copied = copy("“Déjà vu” 🎉", written.append, around=TERMINAL)
    assert written == [sent("“Déjà vu” 🎉")]
    assert not copied.confirmed
    assert copied.way == "osc52"
    assert copied.message.startswith("Sent to the terminal")


def test_the_last_copy_is_kept_in_a_file_that_others_cannot_read() -> None:
    copied = copy("first", lambda _: None, around=TERMINAL)
    copied = copy("“second”", lambda _: None, around=TERMINAL)
    assert copied.path is not None
    assert copied.path.read_bytes() == "“second”".encode()
    assert copied.path.stat().st_mode & 0o077 == 0


def test_controls_never_reach_the_clipboard() -> None:
    written: list[str] = []
    copy("a\x1b]52;c;ZXZpbA==\x07b\u202ec\r\nd", written.append, around=TERMINAL)
    assert written == [sent("a␛]52;c;ZXZpbA==␇b�c\nd")]


def test_above_a_terminals_limit_the_file_is_offered_instead() -> None:
    written: list[str] = []
    copied = copy("x" * (osc52.LIMIT + 1), written.append, around=TERMINAL)
    assert written == []
    assert copied.way == "file"
    assert "too large" in copied.message
    assert "last-copy.txt" in copied.message


def test_screen_gets_pieces_that_join_to_the_same_sequence() -> None:
    written: list[str] = []
    copy("“é” " * 500, written.append, around=Surroundings(screen=True))
    assert written[0].startswith("\x1bP")
    pieces = written[0].removesuffix("\x1b\\").split("\x1b\\")
    assert all(piece.startswith("\x1bP") and len(piece) < 256 for piece in pieces)
    assert "".join(piece.removeprefix("\x1bP") for piece in pieces) == sent("“é” " * 500)


def test_over_ssh_no_desktop_tool_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise AssertionError

    monkeypatch.setattr("tui.clipboard.desktop.put", fail)
    around = look_around({"SSH_TTY": "/dev/pts/1", "DISPLAY": "localhost:10.0", "TERM": "xterm-256color"}, "linux")
    assert copy("words", lambda _: None, around=around).way == "osc52"


@pytest.mark.parametrize("term", ["dumb", "linux", ""])
def test_a_terminal_that_would_print_the_sequence_is_not_sent_it(term: str) -> None:
    written: list[str] = []
    copied = copy("words", written.append, around=look_around({"TERM": term}, "linux"))
    assert written == []
    assert copied.way == "file"
    assert copied.message.startswith("Not on a clipboard (none can be reached from here); kept in ")


def test_a_forced_way_is_the_only_one_tried() -> None:
    written: list[str] = []
    assert copy("words", written.append, "osc52", NOWHERE).way == "osc52"
    assert copy("words", written.append, "file", TERMINAL).way == "file"
    assert written == [sent("words")]


def test_an_unknown_setting_is_told_and_the_text_is_kept() -> None:
    copied = copy("words", None, "carrier pigeon", TERMINAL)
    assert copied.way == "file"
    assert "carrier pigeon" in copied.message


def test_a_file_that_cannot_be_written_is_admitted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/proc/nowhere")
    copied = copy("words", None, around=NOWHERE)
    assert copied.path is None
    assert "no file could be written" in copied.message
