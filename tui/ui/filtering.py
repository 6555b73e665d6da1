"""What happens on `f` and `S` in a pane: the pane lists what matches, or in another order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.ui import rows
from tui.ui.arranging import next_order
from tui.ui.widgets.ask import Ask

if TYPE_CHECKING:
    from tui.ui.screens.shape import Shape
    from tui.ui.widgets.finding_pane import FindingPane


class FilterBar(Ask):
    """The line on which the words are typed that a pane is to list."""

    def __init__(self, screen: Shape, pane: FindingPane) -> None:
        """`pane` is the one that is filtered."""
        label = f"{rows.TITLES[pane.kind].lower()} with:"
        super().__init__(label, pane.arrangement.query, " Enter keeps  Esc lists all")
        self._reader, self.pane = screen, pane
        self._before = pane.chosen

    def on_ask_changed(self, event: Ask.Changed) -> None:
        """List what matches while it is typed."""
        event.stop()
        self._list(event.value)

    def on_ask_pressed(self, event: Ask.Pressed) -> None:
        """Keep what is listed, list all again, or move the cursor."""
        event.stop()
        if event.what in ("next", "previous"):
            self.pane.move_by(1 if event.what == "next" else -1)
            self._reader._choose(self.pane)
        elif event.what in ("enter", "cancel", "left"):
            if event.what == "cancel":
                self._list("")
                self._return()
            self.remove()
            self._reader.query_one("KeyHints").display = True
            if event.what != "left":
                self._reader.action_pane(self.pane.kind)

    def _return(self) -> None:
        """Put the cursor on what it was on before anything was typed: what was typed may not have matched it."""
        if self._before is not None and (at := rows.find_again(self._before, self.pane.items)) is not None:
            self.pane.move_to(at)

    def _list(self, query: str) -> None:
        self.pane.arrangement = replace(self.pane.arrangement, query=query)
        self._reader._tell_tabs()


def ask(screen: Shape) -> None:
    """Open the line to type on, for the pane that has the keys."""
    pane = screen.pane_in_use
    if pane is None or screen.asked is not None:
        return
    screen.query_one("KeyHints").display = False
    FilterBar(screen, pane).open(screen)


def list_all(screen: Shape) -> bool:
    """List everything in the pane that has the keys; whether it was filtered."""
    pane = screen.pane_in_use
    if pane is None or not pane.arrangement.query:
        return False
    pane.arrangement = replace(pane.arrangement, query="")
    screen._tell_tabs()
    screen.note = "Everything is listed again."
    return True


def sort(screen: Shape) -> None:
    """List in the next order."""
    pane = screen.pane_in_use
    if pane is None:
        return
    if pane.kind == "numbers":
        screen.action_figures_order()
        return
    order = next_order(pane.kind, pane.arrangement.order)
    pane.arrangement = replace(pane.arrangement, order=order)
    screen.note = f"{rows.TITLES[pane.kind]} {order}."
    screen._tell_tabs()
