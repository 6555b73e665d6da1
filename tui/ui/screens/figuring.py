"""What the numbers pane lists, and how: order, kind, dates, converted measures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.domain.figures import convert
from tui.ui import figures
from tui.ui.screens.parts import ReaderParts

if TYPE_CHECKING:
    from typing import Any


class Figuring(ReaderParts):
    """The part of the reader screen that lists figures."""

    def action_figures_order(self) -> None:
        """List by size within each kind, or in the order of the text again."""
        self._list_figures(by_size=not self.pane("numbers").view.by_size)
        by_size = self.pane("numbers").view.by_size
        self.note = "Numbers by size, kind by kind." if by_size else "Numbers in the order of the text."

    def action_figures_kind(self) -> None:
        """List only the next kind there is; after the last, all of them."""
        view = self.pane("numbers").view
        kind = figures.next_kind(view.kind, self.analysis.numbers)
        self._list_figures(kind=kind)
        self.note = (
            f"Only {figures.NAMES[kind]}; F goes to the next kind, Esc lists all." if kind else "Numbers of every kind."
        )

    def action_back(self) -> None:
        """Go back; but from one kind of figures to all of them first."""
        pane = self.pane_in_use
        if pane is not None and pane.kind == "numbers" and pane.view.kind and not pane.arrangement.query:
            self._list_figures(kind="")
            self.note = "Numbers of every kind."
            return
        super().action_back()  # type: ignore[misc]

    def action_figures_dates(self) -> None:
        """List dates, times and places in a row as well, or hide them again."""
        self._list_figures(dates=not self.pane("numbers").view.dates, kind="")
        shown = self.pane("numbers").view.dates
        self.note = (
            "Dates, times and places in a row are listed too."
            if shown
            else "Dates, times and places in a row are hidden."
        )

    def action_figures_convert(self) -> None:
        """Show measures in the other system as well, or no more."""
        pane = self.pane("numbers")
        nothing = not any(convert(number) for number in self.analysis.numbers)
        if nothing and self.stage.over and not pane.view.converted:
            self.note = "No measure in the article has another unit to be shown in."
            return
        self._list_figures(converted=not pane.view.converted)
        self.note = "Measures are shown in both systems." if pane.view.converted else "Measures are shown as given."

    def _list_figures(self, **changed: Any) -> None:
        pane = self.pane("numbers")
        pane.view = replace(pane.view, **changed)
        self._tell_tabs()

    if TYPE_CHECKING:

        def _tell_tabs(self) -> None: ...
