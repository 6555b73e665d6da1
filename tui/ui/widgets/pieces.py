"""Pieces of words drawn as one line of cells, each in the style of its part. Never markup."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


def strip_of(widget: Widget, prefix: str, pieces: Iterable[tuple[str, str]], width: int, base: Style) -> Strip:
    """A strip of exactly `width` cells from pieces of (words, part); a part has the component class `prefix--part`."""
    segments: list[Segment] = []
    for words, part in pieces:
        if not words:
            continue
        style = part_style(widget, f"{prefix}--{part}", base)
        last = segments[-1] if segments else None
        # every change of style is forty bytes on the line to the terminal, and spaces have no colour
        if last is not None and (last.style == style or (words.isspace() and _blank_alike(last.style, style))):
            segments[-1] = Segment(last.text + words, last.style)
        elif last is not None and last.text.isspace() and _blank_alike(style, last.style or style):
            segments[-1] = Segment(last.text + words, style)
        else:
            segments.append(Segment(words, style))
    used = sum(segment.cell_length for segment in segments)
    if segments and used < width and _blank_alike(segments[-1].style, base):
        segments[-1] = Segment(segments[-1].text + " " * (width - used), segments[-1].style)
    return Strip(segments).adjust_cell_length(width, base)


def _blank_alike(one: Style | None, other: Style) -> bool:
    """Whether spaces look the same in both styles."""
    return (
        one is not None
        and one.bgcolor == other.bgcolor
        and not any((one.underline, one.reverse, one.strike, one.underline2))
    )


def part_style(widget: Widget, component: str, base: Style) -> Style:
    """`base` with what the component class says of colours and text style, translucent colours laid over `base`."""
    styles = widget.get_component_styles(component)
    colour = styles.color if styles.has_rule("color") else None
    ground = styles.background if styles.has_rule("background") else None
    return _laid_over(base, colour, ground, styles.text_style)


@lru_cache(maxsize=512)
def _laid_over(base: Style, colour: Color | None, ground: Color | None, text: Style) -> Style:
    bottom = base.bgcolor
    below = Color.from_rich_color(bottom) if bottom is not None and not bottom.is_default else None
    if ground is not None and ground.a:
        below = ground if below is None else below + ground
    if colour is not None and below is not None:
        colour = below + colour
    return base + text + Style.from_color(colour.rich_color if colour else None, below.rich_color if below else None)
