"""A list of options whose pages can be turned before it has been drawn."""

from __future__ import annotations

from textual.widgets import OptionList


class Options(OptionList):
    """Textual's list looks up on which line an option was drawn, and fails where it was not yet or no more."""

    def action_page_down(self) -> None:
        """Go down by as many options as there are lines."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Go up by as many options as there are lines."""
        self._turn(-1)

    def _turn(self, pages: int) -> None:
        if self.option_count:
            at = (self.highlighted or 0) + pages * max(1, self.scrollable_content_region.height - 1)
            self.highlighted = max(0, min(at, self.option_count - 1))
