"""Signs and colours for terminals that have few: filters over what is about to be written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from tui.ingest.stand_ins import plain_marks

if TYPE_CHECKING:
    from textual.color import Color

_CONSOLE = str.maketrans(
    {"╭": "┌", "╮": "┐", "╰": "└", "╯": "┘", "━": "─", "┏": "┌", "┓": "┐", "┗": "└", "┛": "┘", "┃": "│", "▁": "▄",
     "▂": "▄", "▃": "▄", "▅": "█", "▆": "█", "▇": "█", "▔": "▀", "▎": "▌", "▍": "▌", "▊": "█", "◷": "t", "↔": "m",
     "●": "•", "◆": "•"}
)  # fmt: skip
"""What the console of Linux lacks, by what it has."""


class ConsoleMarks(LineFilter):
    """For the console of Linux: lines and blocks that its fonts have."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with other signs of the same width."""
        return [Segment(text.translate(_CONSOLE), style, control) for text, style, control in segments]


class AsciiMarks(LineFilter):
    """Lines, blocks, arrows and quotation marks in ASCII; letters stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with other signs of the same width."""
        return [Segment(plain_marks(text), style, control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def _bare(style: Style) -> Style:
    return Style(
        bold=style.bold, dim=style.dim, italic=style.italic, underline=style.underline, underline2=style.underline2,
        reverse=style.reverse, strike=style.strike, meta=style.meta or None,
    )  # fmt: skip


class NoColours(LineFilter):
    """No colour at all, not even grey: what the variable NO_COLOR asks for."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with nothing but bold, italic, underline and reverse."""
        return [Segment(text, _bare(style) if style else None, control) for text, style, control in segments]
