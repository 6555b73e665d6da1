"""Writes down what the reader looks like in this terminal, for the first page of the next start (see `look`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.ui import look as looks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual.app import App
    from textual.widget import Widget

_BORDERS = {"╭": "border", " reading ": "border-note", " People ": "border-title", " looking…": "pane"}
"""Words of a pane that has found nothing yet, and the names of their styles."""


def look_of(app: App[None], article: Widget, pane: Widget, status: Widget, hints: Widget, rail: int, measure: int) -> looks.Look:
    """The look of the reader as it is on screen now, before anything has been found."""

    def code(style: Style | None) -> str:
        strip = Strip([Segment("x", style)])
        for line_filter in app._filters:
            strip = strip.apply_filter(line_filter, app.screen.background_colors[1])
        return strip.render(app.console).partition("x")[0]

    styles = {"text": code(article.rich_style), "status": code(status.rich_style), "hints": code(hints.rich_style)}
    for name in looks.STYLES:
        if name.startswith("article--"):
            styles[name] = code(article.get_component_rich_style(name))
    for segment in _segments(pane):
        for words, name in _BORDERS.items():
            if segment.text.startswith(words):
                styles.setdefault(name, code(segment.style))
    line = hints.render_lines(hints.size.region)[0].render(app.console)
    return looks.Look(styles, measure, rail, {hints.size.width: line})


def _segments(widget: Widget) -> Iterable[Segment]:
    for strip in widget.render_lines(widget.outer_size.region):
        yield from strip
