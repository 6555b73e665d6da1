"""Writes down what the reader looks like in this terminal, for the first page of the next start (see `look`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui import settings
from tui.ui import look as looks
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.bars import KeyHints, StatusLine
from tui.ui.widgets.finding_pane import FindingPane
from tui.ui.widgets.pieces import part_style

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import App
    from textual.widget import Widget

    from tui.ui.screens.reader import ReaderScreen

_WORDS = {"╭": "border", " People ": "border-title"}
"""How the segments begin that a pane's border is drawn with, and the names of their styles."""
_WIDTHS = 8
"""Terminals of so many widths are remembered."""


def save_look(app: App[None], reader: ReaderScreen) -> None:
    """Write the present look down, unless something lies over the reader."""
    if app.screen is reader and reader.article.size:
        file = str(settings.path())
        looks.save(_merged(looks.load(), look_of(app, reader)), file)


def look_of(app: App[None], reader: ReaderScreen) -> looks.Look:
    """What is on screen now; the styles of the panes' borders are left out where no pane is shown, or has the keys."""
    article, status, hints = reader.article, reader.query_one(StatusLine), reader.query_one(KeyHints)
    styles = {
        "text": _code(app, article, article.rich_style),
        "status": _code(app, status, status.rich_style),
        "status-title": _code(
            app, status, status.rich_style + status.get_component_rich_style("status--detail", partial=True)
        ),
        "hints": _code(app, hints, hints.rich_style),
    }
    for name in ArticleView.COMPONENT_CLASSES & set(looks.STYLES):
        styles[name] = _code(app, article, article.get_component_rich_style(name))
    pane = reader.query_one("#people", FindingPane)
    # what the panes say while they are empty: told by its class, for they may have been filled, or given up, by now
    styles["pane"] = styles["border-note"] = _code(app, pane, part_style(pane, "pane--detail", pane.rich_style))
    if pane.region and not pane.has_focus:
        for segment in (segment for strip in pane.render_lines(pane.outer_size.region) for segment in strip):
            for words, name in _WORDS.items():
                if segment.text.startswith(words):
                    styles.setdefault(name, Strip([Segment("x", segment.style)]).render(app.console).partition("x")[0])
    rail = reader.settings.rail_width * (-1 if reader.settings.rail_side == "right" else 1)
    line = hints.render_lines(hints.outer_size.region)[0].render(app.console)
    begun = hints.note or reader.choice is not None or reader.pane_in_use is not None or reader.marking
    # no start looks like that
    return looks.Look(styles, article.measure, rail, {} if begun else {hints.outer_size.width: line})


def _code(app: App[None], widget: Widget, style: Style) -> str:
    """The escape sequence that puts a terminal into `style`, after all that Textual makes of it for this one."""
    strip = Strip([Segment("x", style)])
    for line_filter in app._filters:
        strip = strip.apply_filter(line_filter, widget.background_colors[1])
    return strip.render(app.console).partition("x")[0]


def _merged(before: looks.Look, now: looks.Look) -> looks.Look:
    hints = (now.hints | before.hints) if len(before.hints) < _WIDTHS else now.hints
    return looks.Look(before.styles | now.styles, now.measure, now.rail, hints | now.hints)
