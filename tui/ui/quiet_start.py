"""A start without flicker: the app takes over the screen from the first page, and paints once instead of four times.

Textual lays out and paints a new screen when it resumes, when the terminal's size comes in, for what its widgets then
ask for, and once more for good measure: 16 KB each time. Here all of that is kept off the screen until it has settled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._compositor import LayoutUpdate
from textual.app import App

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen


class QuietStart(App[None]):
    """An app that takes over a screen that is already drawn, and holds its painting until the first frame is whole."""

    terminal_attributes: list[Any] | None = None
    """How the terminal was set before the first page was put on its alternate screen; None if there is no first page.

    To be set before the app runs.
    """
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
            self.call_later(self.on_first_frame)
        super()._display(screen, renderable)

    def on_first_frame(self) -> None:
        """Called when the first frame has been painted."""


def _continuing(driver: type[Driver]) -> type[Driver]:
    """`driver`, but for entering the alternate screen anew: xterm would blank it, and the first page with it."""

    class Continuing(driver):  # type: ignore[misc, valid-type]
        """Goes on where the first page left off."""

        _keeps_screen = False

        def start_application_mode(self) -> None:
            """Keep what is on the alternate screen the first time; the terminal is left as it was before the first page."""
            attributes, self._app.terminal_attributes = self._app.terminal_attributes, None
            self._keeps_screen = attributes is not None
            super().start_application_mode()
            if attributes is not None and getattr(self, "attrs_before", None) is not None:
                self.attrs_before = attributes

        def write(self, data: str) -> None:
            """Write, but not the first order to change to the alternate screen."""
            if self._keeps_screen and data == "\x1b[?1049h":
                self._keeps_screen = False
                return
            super().write(data)

    return Continuing
