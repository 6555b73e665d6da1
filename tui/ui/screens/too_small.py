"""What is shown where the terminal is too small for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.ui.screens.page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.geometry import Size

COLUMNS, LINES = 30, 8
"""The least in which one can read."""


def too_small(size: Size) -> bool:
    """Whether nobody could read in a terminal of `size`."""
    return size.width < COLUMNS or size.height < LINES


class TooSmallScreen(Page[None]):
    """One line, until there is room again."""

    DEFAULT_CSS = """
    TooSmallScreen { align: center middle; background: $background; }
    TooSmallScreen Static { width: 1fr; height: auto; text-align: center; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,ctrl+q", "app.quit", show=False)]

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(Content(""), markup=False)

    def on_resize(self, event: Resize) -> None:
        """Say how much is wanted; go once it is there."""
        if not too_small(event.size):
            self.dismiss()
            return
        have = f"{event.size.width}×{event.size.height}"
        self.query_one(Static).update(Content(f"Too small: {have}. pullquote needs {COLUMNS}×{LINES}."))
