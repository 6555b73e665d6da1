"""A start without flicker: the app takes over the screen from the first page, and paints once instead of four times.

Textual lays out and paints a new screen when it resumes, when the terminal's size comes in, for what its widgets then
ask for, and once more for good measure: 16 KB each time. Here all of that is kept off the screen until it has settled.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from textual._compositor import LayoutUpdate
from textual.app import App

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen

    from tui.ui.first_page import Terminal


_UNHURRIED = 0.5
"""Seconds after the first frame in which the reader's first keys come."""


class QuietStart(App[None]):
    """An app that takes over a screen that is already drawn, and holds its painting until the first frame is whole."""

    terminal: Terminal | None = None
    """The terminal with the first page on it, if there is one; to be set before the app runs."""
    _settled = False
    """Whether the layout is what it will be."""
    _painted = False
    """Whether the first frame has been painted."""

    def get_driver_class(self) -> type[Driver]:
        """The driver of the platform, made to go on where the first page left off."""
        return _continuing(super().get_driver_class())

    def on_ready(self) -> None:
        """Once what the widgets ask for at the start is done, paint."""
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        self._settled = True
        self.screen.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Paint, but nothing before the first whole frame. There is no public way to hold back the partial ones."""
        if not self._painted and not self.is_headless:
            if not self._settled or not isinstance(renderable, LayoutUpdate):
                return
            self._painted = True
            self.call_later(self._first_frame)
        super()._display(screen, renderable)

    def _first_frame(self) -> None:
        gc.freeze()
        gc.enable()
        self.set_timer(_UNHURRIED, self.at_leisure)

    def at_leisure(self) -> None:
        """Called a moment after the first frame, for what can wait."""


def _continuing(driver: type[Driver]) -> type[Driver]:
    """`driver`, but for entering the alternate screen anew: xterm would blank it, and the first page with it."""

    class Continuing(driver):  # type: ignore[misc, valid-type]
        """Goes on where the first page left off."""

        _keeps_screen = False

        def start_application_mode(self) -> None:
            """Keep what is on the alternate screen; the terminal is left as it was before the first page."""
            terminal, self._app.terminal = self._app.terminal, None
            self._keeps_screen = terminal is not None and terminal.shown
            super().start_application_mode()
            if terminal is not None:
                terminal.shown = False
                self.attrs_before = terminal.attributes

        def write(self, data: str) -> None:
            """Write, but not the first order to change to the alternate screen."""
            if self._keeps_screen and data == "\x1b[?1049h":
                self._keeps_screen = False
                return
            super().write(data)

    return Continuing
