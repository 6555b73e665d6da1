"""Terminals that have few colours or signs, or little room, get what they can show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from session import ASKING, PULLQUOTE, WITHOUT_ANALYSIS, Session

if TYPE_CHECKING:
    from pathlib import Path

COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


def opened(changes: dict[str, str | None], keys: bytes = b"", size: tuple[int, int] = (100, 20)) -> Session:
    session = Session([*PULLQUOTE], *size, {**WITHOUT_ANALYSIS, **changes})
    session.until(lambda: b"People" in session.raw.partition(ASKING)[2])
    if keys:
        session.send(keys)
        session.settle(0.3)
    return session


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_locale_without_unicode_gets_ascii_alone(locale: str) -> None:
    with opened({"LC_ALL": locale}, b"1") as session:
        assert max(session.raw) < 0x80
        session.until("+- People -")


def test_no_color_means_none_not_even_grey() -> None:
    with opened({"NO_COLOR": "1"}, b"1") as session:
        assert COLOUR.search(session.raw) is None
        session.until("┏━ People")
    with opened({}) as session:
        assert COLOUR.search(session.raw) is not None


def test_console_of_linux_gets_lines_that_its_fonts_have() -> None:
    with opened({"TERM": "linux", "COLORTERM": None}, b"1") as session:
        session.until("┌─ People")
        assert b"38;2;" not in session.raw


def test_first_start_says_what_to_begin_with_and_no_later_one(tmp_path: Path) -> None:
    with opened({}) as session:
        session.until("Welcome.")
        session.send(b"j")
        session.until(lambda: not session.shows("Welcome."))
        look = tmp_path / "xdg_cache_home" / "pullquote" / "first-page"
        session.until(look.exists)
    with opened({}) as session:
        session.settle(0.3)
        assert not session.shows("Welcome.")
