"""A start without flicker: the app takes over the screen from the first page, and paints once instead of four times.

Textual lays out and paints a new screen when it resumes, when the terminal's size comes in, for what its widgets then
ask for, and once more for good measure: 16 KB each time. Here all of that is kept off the screen until it has settled.
"""

from __future__ import annotations

import asyncio
import gc
import os
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from tui.ui.thrift import thrifty

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.events import Key, Resize
    from textual.geometry import Size

    from tui.ui.first_page import Terminal
    from tui.ui.widgets.ask import Ask


_STALE = frozenset(["*"])
_TURNS = 100
"""Turns of the event loop within which the widgets have done what the start asks of them."""
_SHORT = 40
"""Code points of what is not worth making shorter."""
_UNHURRIED = 0.5
"""Seconds after the first frame in which the reader's first keys come."""


class QuietStart(App[None]):
    """An app that takes over a screen that is already drawn, and holds its painting until the first frame is whole."""

    terminal: Terminal | None = None
    """The terminal with the first page on it, if there is one; to be set before the app runs."""
    _settled = False
    """Whether the layout is what it will be."""
    _started = False
    """Whether the first frame has been painted."""

    def get_driver_class(self) -> type[Driver]:
        """The driver of the platform, made to go on where the first page left off."""
        return _continuing(super().get_driver_class())

    @property
    def holds_paint(self) -> bool:
        """Whether nothing is to be painted yet."""
        return not self._settled and not self.is_headless

    def on_ready(self) -> None:
        """Once what has been asked for so far is done, paint."""
        if self.holds_paint:
            self.call_later(self._settle)

    def hold_paint(self) -> None:
        """Hold painting again, until the widgets have found their places at another size."""
        if self._started and self._settled and not self.is_headless:
            self._settled = False
            self.call_later(self._settle)

    async def _settle(self) -> None:
        screen = self.screen
        try:
            for _ in range(2):  # a layout brings work that may ask for another
                await _let_work(screen)
                for held in self.screen_stack:
                    if isinstance(held, QuietScreen):
                        held.lay_out()
        finally:
            self._settled = True
        if isinstance(screen, QuietScreen):
            screen.paint()
        else:
            screen.refresh()
        if not self._started:
            self._started = True
            self.call_later(self._first_frame)

    def _first_frame(self) -> None:
        gc.freeze()
        gc.enable()
        self.set_timer(_UNHURRIED, self.at_leisure)

    async def on_key(self, event: Key) -> None:
        """A letter that was typed before the line to type on had the keys is for that line, and no command."""
        screen = self.screen
        if isinstance(screen, QuietScreen) and screen.asked is not None and screen.asked.take(event):
            event.prevent_default()

    def at_leisure(self) -> None:
        """Called a moment after the first frame, for what can wait."""


async def _let_work(screen: Screen[Any]) -> None:
    """Let the widgets do what they have been asked for."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)
        if not any(widget.message_queue_size for widget in screen.walk_children(with_self=True)):
            return


class QuietScreen(Screen[None]):
    """A screen that is neither rendered nor painted while its app holds that back.

    Textual has no public way to say so: what is overridden and called here is its own, of the versions that
    `pyproject.toml` allows.
    """

    _styled_for: frozenset[str] | None = None
    """The classes for which the start's styles have been worked out, once it asks for them again."""

    _size_before: Size | None = None

    asked: Ask | None = None
    """The line to type on, from when it is asked for until it is away."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        """A screen that has its class for the terminal's width from the beginning, not only once it is laid out."""
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 0
        fitting = [fit for least, fit in self.HORIZONTAL_BREAKPOINTS or () if least <= columns]
        super().__init__(name, id, " ".join([classes or "", *fitting[-1:]]).strip() or None)

    @property
    def _held(self) -> bool:
        return isinstance(self.app, QuietStart) and self.app.holds_paint

    def on_resize(self, event: Resize) -> None:
        """Paint once what the new size brings, not each step of the way there."""
        before, self._size_before = self._size_before, event.size
        # not `is_current`, which is true of what lies below a page or a list as well
        if isinstance(self.app, QuietStart) and self.app.screen is self and event.size != before:
            self.app.hold_paint()

    def _compositor_refresh(self) -> None:
        if not self._held:
            super()._compositor_refresh()

    def update_node_styles(self, animate: bool = True) -> None:
        """Work out the styles of everything here anew; at the start, once for all that asks for it."""
        if not self._held:
            super().update_node_styles(animate)
        elif self._styled_for is None:
            self._styled_for = frozenset(self.classes)  # just mounted, and so styled
        else:
            self._styled_for = _STALE

    def lay_out(self) -> None:
        """Do the layout that has been asked for, with the styles that hold by now, and what waits for a layout."""
        if self._styled_for is not None and self._styled_for != self.classes:
            self._styled_for = frozenset(self.classes)
            super().update_node_styles(animate=False)
            self._layout_required = True
        self._on_timer_update()

    def paint(self) -> None:
        """Paint everything now, rather than with the next tick of a clock."""
        self.refresh()
        self._on_timer_update()


def _continuing(driver: type[Driver]) -> type[Driver]:
    """`driver`, made thrifty; nor does it enter the alternate screen anew: xterm would blank it, and the first page."""

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
            """Write, in as few bytes as will do; but not the first order to change to the alternate screen."""
            if self._keeps_screen and data == "\x1b[?1049h":
                self._keeps_screen = False
                return
            super().write(thrifty(data) if len(data) > _SHORT else data)

    return Continuing
