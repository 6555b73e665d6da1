"""The thrifty writer paints the same picture in fewer bytes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pyte
import pytest

from tui.ui.thrift import thrifty

if TYPE_CHECKING:
    from pyte.screens import Char

INK, PAPER, TINT = "38;2;224;224;224", "48;2;18;18;18", "48;2;60;44;22"


def picture(data: str) -> list[list[object]]:
    screen = pyte.Screen(60, 12)
    pyte.Stream(screen).feed(data)
    return [[seen(screen.buffer[y][x]) for x in range(60)] for y in range(12)]


def seen(cell: Char) -> Char:
    """The cell, without what a space does not show."""
    if cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough):
        return cell._replace(fg="", bold=False, italics=False)
    return cell


def piece(words: str, *codes: str) -> str:
    return f"\x1b[{';'.join(codes)}m{words}\x1b[0m"


def test_pieces_of_one_style_are_written_as_one() -> None:
    data = piece("one ", INK, PAPER) + piece("two", INK, PAPER)
    assert thrifty(data) == f"\x1b[{INK};{PAPER}mone two\x1b[0m"


def test_only_what_differs_is_written() -> None:
    data = piece("plain ", INK, PAPER) + piece("bold", "1", INK, TINT) + piece(" plain", INK, PAPER)
    assert thrifty(data) == f"\x1b[{INK};{PAPER}mplain \x1b[1;{TINT}mbold\x1b[22;{PAPER}m plain\x1b[0m"


def test_nothing_is_written_for_a_place_that_gets_no_text() -> None:
    data = "\x1b[2;1H" + piece("a", INK) + "\r\n\x1b[3;5H\r\n\x1b[4;1H" + piece("b", INK) + "\r\n\x1b[1;1H"
    assert thrifty(data) == f"\x1b[2;1H\x1b[{INK}ma\x1b[4;1Hb\x1b[1;1H\x1b[0m"


@pytest.mark.parametrize(
    "other", ["\x1b[?2026h", "\x1b]52;c;QUJD\x07", "\x1b]8;id=1;https://a.example\x1b\\link\x1b]8;;\x1b\\", ""]
)
def test_what_is_no_rendition_passes_as_it_is(other: str) -> None:
    assert thrifty(other) == other
    assert other in thrifty(piece("a", "1") + other + piece("b", "1"))


def test_a_rendition_that_is_not_known_is_left_alone() -> None:
    data = piece("a", "1", INK) + "\x1b[58;5;1mb\x1b[0m" + piece("c", "1", INK)
    assert "\x1b[58;5;1mb" in thrifty(data)


@pytest.mark.parametrize("seed", range(40))
def test_the_picture_is_the_same(seed: int) -> None:
    chance = random.Random(seed)
    letters = ["", "38;2;1;2;3", "38;2;200;100;50", "38;5;245", "31", "97"]
    ground = ["", "48;2;9;9;9", "48;5;17", "44", "107"]
    data = ""
    for y in range(1, 13):
        data += f"\x1b[{y};{chance.randint(1, 9)}H"
        for _ in range(chance.randint(0, 5)):
            codes = [a for a in ("1", "2", "3", "4", "7", "9") if chance.random() < 0.3]
            codes += [c for c in (chance.choice(letters), chance.choice(ground)) if c]
            words = chance.choice(["word ", "é—", "   ", "x"])
            data += piece(words, *codes) if codes else words
        data += "\n" if y < 12 else ""
    data += "\x1b[1;1H"
    assert picture(thrifty(data)) == picture(data)
    assert len(thrifty(data)) < len(data)
