"""How the reader looks: the measure, the rail's width and side, one pane alone, the theme. It is remembered."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from textual import on

from tui.errors import ReaderError
from tui.ui.screens.going import NARROW
from tui.ui.screens.listing import ListScreen
from tui.ui.themes import OWN, register
from tui.ui.widgets.line_list import LineList, ListLine
from tui.ui.wrapping import column

if TYPE_CHECKING:
    from tui.ui.screens.shape import Shape

_SAVING = Lock()
_STEP = 4
"""Cells by which a key changes a width."""
MEASURES = range(30, 201)
"""Cells of a line that the settings allow."""
RAILS = range(24, 121)
"""Cells of the rail that the settings allow."""


def remember(screen: Shape, **changes: Any) -> None:
    """Use the changed settings now, and keep them in the file, on a thread: a slow disk must not be felt."""
    screen.settings = replace(screen.settings, **changes)
    if hasattr(screen.app, "settings"):
        screen.app.settings = screen.settings  # the next article's screen begins with them

    def work() -> None:
        from tui import settings

        try:
            with _SAVING:  # what holds when its turn comes, or an older width could be written last
                settings.save(**{name: getattr(screen.settings, name) for name in changes})
        except ReaderError as error:
            screen.app.call_from_thread(screen.say, error.message)
            return
        screen.app.call_from_thread(getattr(screen.app, "at_leisure", lambda: None))

    screen.run_worker(work, thread=True, exclusive=False, group="settings")


def change_measure(screen: Shape, step: int) -> None:
    """Make lines longer (1) or shorter (-1), as far as there is room."""
    article = screen.article
    widest = column(article.size.width, MEASURES[-1])[1]
    measure = min(article.measure, widest) + step * _STEP
    measure = max(MEASURES[0], min(measure, widest))
    if measure == min(article.measure, widest):
        screen.note = "Lines are as long as there is room for." if step > 0 else "Lines get no shorter than this."
        return
    article.set_measure(measure)
    screen._tell_place()
    screen.note = f"Lines of up to {measure} characters."
    remember(screen, measure=measure)


def _has_rail(screen: Shape) -> bool:
    """Whether there is a rail to be changed; if not, that is said."""
    if screen.size.width < NARROW:
        screen.note = f"Beside the article there is a rail from {NARROW} columns on."
        return False
    if screen.zoomed:
        screen.note = "The rail comes back with z."
        return False
    return True


def change_rail(screen: Shape, step: int) -> None:
    """Make the rail wider (1) or narrower (-1)."""
    if not _has_rail(screen):
        return
    widest = min(RAILS[-1], screen.size.width // 2)
    width = max(RAILS[0], min(min(screen.settings.rail_width, widest) + step * _STEP, widest))
    screen.note = f"The rail is {width} columns wide."
    remember(screen, rail_width=width)
    screen.share_rail(screen.size)


def change_side(screen: Shape) -> None:
    """Put the rail on the other side."""
    if not _has_rail(screen):
        return
    side = "left" if screen.settings.rail_side == "right" else "right"
    screen.set_class(side == "right", "-rail-right")
    screen.note = f"The rail is on the {side}."
    remember(screen, rail_side=side)


def zoom(screen: Shape, what: str) -> None:
    """Show `what`, "article" or a kind of findings, alone; "" shows everything again."""
    screen.zoomed = what
    pane = what if what not in ("", "article") else ""
    screen.query_one("#page").display = not pane
    wide = screen.size.width >= NARROW
    screen.rail.display = not (what == "article" and wide)
    screen.set_class(bool(pane), "-zoomed")
    for other in screen.panes:
        other.display = not pane or other.kind == pane
        if not pane or not wide:
            other.styles.clear_rule("display")
    screen.rail.styles.clear_rule("display") if screen.rail.display else None
    screen.share_rail(screen.size)


class ThemesScreen(ListScreen):
    """The themes; the one under the cursor is shown on the screen behind the list."""

    DEFAULT_CSS = """
    ThemesScreen { align: right middle; background: $background 0%; }
    ThemesScreen LineList { width: 46; }
    """
    BINDINGS = [("T", "leave", "Close")]  # noqa: RUF012 - declared by Textual

    def __init__(self, before: str, names: list[str]) -> None:
        """`before` is the theme that leaving comes back to."""
        super().__init__("Themes", cursor=names.index(before), subtitle="Enter keeps · Esc as before")
        self._before, self._names = before, names

    def lines(self, width: int) -> list[ListLine]:
        """A line each."""
        themes = self.app.available_themes
        longest = max(map(len, self._names))
        ours = "  of our own" if longest + len("  light  of our own") <= min(width, 42) else ""
        return [
            ListLine(
                (
                    (name.ljust(longest), "name" if name in OWN else "text"),
                    (f"  {'dark' if themes[name].dark else 'light'}", "detail"),
                    (ours if name in OWN else "", "detail"),
                ),
                name,
            )
            for name in self._names
        ]

    @on(LineList.Moved)
    def _preview(self, event: LineList.Moved) -> None:
        if self.is_current:  # word of a move may come after Esc
            self.app.theme = event.value

    def action_leave(self) -> None:
        """Back to the theme as it was."""
        self.app.theme = self._before
        super().action_leave()


def choose_theme(screen: Shape) -> None:
    """List the themes; what is chosen is remembered."""
    app = screen.app
    register(app)
    names = [*OWN, *sorted(name for name in app.available_themes if name not in OWN)]

    def keep(name: str | None) -> None:
        if name is not None:
            app.theme = name
            screen.note = f"The theme is {name}."
            remember(screen, theme=name)

    app.push_screen(ThemesScreen(app.theme, names), keep)
