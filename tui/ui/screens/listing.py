"""A page over the reader that lists lines which lead somewhere: the dossier, the headings, the themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.ui.screens.page import Page
from tui.ui.widgets.line_list import LineList, ListLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ListScreen(Page[Any]):
    """A list over the reader; it ends with what was chosen, or None."""

    DEFAULT_CSS = """
    ListScreen { align: center middle; background: $background 60%; }
    ListScreen LineList {
        width: 110; max-width: 96%; height: auto; max-height: 92%;
        padding: 0 1; border: round $primary; background: $surface;
        border-title-style: bold; border-subtitle-color: $foreground 62%;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close"),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    keys: str = ""
    """Further keys that close it: those that opened it."""

    def __init__(
        self, title: str, *, cursor: int | None = None, subtitle: str = "Enter goes there · Esc closes"
    ) -> None:
        """`title` and `subtitle` stand in the border; `cursor` is the line to begin at."""
        super().__init__()
        self._title, self._subtitle, self._cursor = title, subtitle, cursor

    def lines(self, width: int) -> list[ListLine]:
        """What to list in `width` cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The list."""
        listed = LineList(id="list")
        listed.border_title = Content(self._title)
        listed.border_subtitle = Content(self._subtitle)
        yield listed

    @property
    def list(self) -> LineList:
        """The list."""
        return self.query_one(LineList)

    def on_mount(self) -> None:
        """Give it the keys."""
        self.list.focus(scroll_visible=False)

    def on_resize(self) -> None:
        """Set the lines anew in the width there is."""
        width = min(110, self.app.size.width * 96 // 100) - 6
        self.list.show(self.lines(width), self._cursor)
        self._cursor = None

    @on(LineList.Chosen)
    def _choose(self, event: LineList.Chosen) -> None:
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Close it; nothing has been chosen."""
        self.dismiss(None)
