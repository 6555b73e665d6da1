"""The article as one column beside it: where what is chosen occurs, and which part is in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from tui.ui.widgets.pieces import strip_of
from tui.ui.wrapping import VIEW, map_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import MouseDown, MouseMove
    from textual.strip import Strip

_SIGNS = {"view": VIEW, "bookmark": "•", "mark": "━", "current": "█", "none": " "}


class Minimap(Widget):
    """One cell wide. A cell stands for as many characters as the text has for each line of the column."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"map--view", "map--bookmark", "map--mark", "map--current", "map--none"}
    """The part in view, what is marked, where what is chosen occurs, and which of the places it is."""

    ALLOW_SELECT = False

    @dataclass
    class Pointed(Message):
        """A line of the column has been pressed, or dragged to."""

        offset: int
        """Offset of the text that it stands for."""
        begins: bool = True
        """Whether it has been pressed; what is dragged to afterwards belongs to that."""

    def __init__(self, length: int) -> None:
        """`length`: code points of the text."""
        super().__init__()
        self._length = max(1, length)
        self._view = (0, 0)
        self._marks: tuple[int, ...] = ()
        self._current: int | None = None
        self._bookmarks: tuple[int, ...] = ()
        self._cells: list[str] = []

    def show_view(self, start: int, end: int) -> None:
        """Show which part of the text is in view."""
        if (start, end) != self._view:
            self._view = (start, end)
            self._update()

    def show_marks(self, marks: Iterable[int], current: int | None) -> None:
        """Show where what is chosen occurs, as offsets, and the place of them that the reader is at."""
        self._marks, self._current = tuple(marks), current
        self._update()

    def show_bookmarks(self, bookmarks: Iterable[int]) -> None:
        """Show what the reader has marked, as offsets."""
        self._bookmarks = tuple(bookmarks)
        self._update()

    def line_of(self, offset: int) -> int:
        """The line that stands for the text at `offset`."""
        return map_line(offset, self._length, self.size.height)

    def _update(self) -> None:
        """Draw anew the cells that have changed."""
        height = self.size.height
        if not height:
            return
        cells = ["none"] * height
        start, end = self._view
        if end > start:
            for line in range(self.line_of(start), self.line_of(end - 1) + 1):
                cells[line] = "view"
        for offset in self._bookmarks:
            cells[self.line_of(offset)] = "bookmark"
        for offset in self._marks:
            cells[self.line_of(offset)] = "mark"
        if self._current is not None:
            cells[self.line_of(self._current)] = "current"
        before, self._cells = self._cells, cells
        changed = [y for y in range(height) if y >= len(before) or before[y] != cells[y]]
        if changed:
            self.refresh(*(Region(0, y, 1, 1) for y in changed))

    def on_resize(self) -> None:
        """Share the text out anew."""
        self._cells = []
        self._update()

    def render_line(self, y: int) -> Strip:
        """One line of the column."""
        cell = self._cells[y] if y < len(self._cells) else "none"
        return strip_of(self, "map", [(_SIGNS[cell], cell)], self.size.width, self.rich_style)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Tell which part of the text is meant, and follow the pointer until the button is let go."""
        if event.button == 1:
            self.capture_mouse()
            self._pointed = None
            self._point(event)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Tell where it has been dragged to."""
        if self.app.mouse_captured is self:
            self._point(event)

    def on_mouse_up(self) -> None:
        """Follow no longer."""
        self.release_mouse()

    _pointed: int | None = None
    """The line told of last while the button is held."""

    def _point(self, event: MouseDown | MouseMove) -> None:
        line = max(0, min(event.y, self.size.height - 1))  # it may be dragged beyond either end
        if line != self._pointed:
            offset = line * self._length // max(1, self.size.height)
            self.post_message(self.Pointed(offset, begins=self._pointed is None))
            self._pointed = line
