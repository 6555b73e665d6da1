"""Terminals that have few colours or signs, or little room, get what they can show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from session import PULLQUOTE, Session

if TYPE_CHECKING:
    from pathlib import Path

FRAME = b"\x1b[?2026l"
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


def opened(
    tmp_path: Path, changes: dict[str, str | None], keys: bytes = b"", size: tuple[int, int] = (100, 20)
) -> Session:
    session = Session([*PULLQUOTE], *size, {"PULLQUOTE_MODEL": str(tmp_path / "none"), **changes})
    session.until(lambda: FRAME in session.raw)
    if keys:
        session.send(keys)
        session.settle(0.3)
    return session


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_locale_without_unicode_gets_ascii_alone(tmp_path: Path, locale: str) -> None:
    with opened(tmp_path, {"LC_ALL": locale}, b"1") as session:
        assert max(session.raw) < 0x80
        session.until("+- People -")


def test_no_color_means_none_not_even_grey(tmp_path: Path) -> None:
    with opened(tmp_path, {"NO_COLOR": "1"}, b"1") as session:
        assert COLOUR.search(session.raw) is None
        session.until("┏━ People")
    with opened(tmp_path, {}) as session:
        assert COLOUR.search(session.raw) is not None


def test_console_of_linux_gets_lines_that_its_fonts_have(tmp_path: Path) -> None:
    with opened(tmp_path, {"TERM": "linux", "COLORTERM": None}, b"1") as session:
        session.until("┌─ People")
        assert b"38;2;" not in session.raw


def test_first_start_says_what_to_begin_with_and_no_later_one(tmp_path: Path) -> None:
    with opened(tmp_path, {}) as session:
        session.until("Welcome.")
        session.send(b"j")
        session.until(lambda: not session.shows("Welcome."))
        look = tmp_path / "xdg_cache_home" / "pullquote" / "first-page"
        session.until(look.exists)
    with opened(tmp_path, {}) as session:
        session.settle(0.3)
        assert not session.shows("Welcome.")
