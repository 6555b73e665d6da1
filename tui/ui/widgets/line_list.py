"""A list of lines of which some can be chosen: for dossiers, headings and other lists that lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView

from tui.ui.widgets.pieces import part_style, strip_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click
    from textual.strip import Strip


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line."""

    pieces: tuple[tuple[str, str], ...]
    """Words, made safe, and the part that each piece is: "heading", "name", "detail", "text" or "gap"."""
    value: Any = None
    """What choosing the line gives; None for a line that cannot be chosen."""


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines with a cursor that stops at those that can be chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor", "list--heading", "list--name", "list--detail", "list--text", "list--gap", "list--mark",
    }  # fmt: skip
    """The line of the cursor, and the parts of a line."""

    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .list--cursor { background: $primary 22%; }
        & > .list--heading { color: $primary; text-style: bold; }
        & > .list--name { text-style: bold; }
        & > .list--detail { color: $foreground 62%; }
        & > .list--text { text-style: none; }
        & > .list--gap { text-style: none; }
        & > .list--mark { color: $primary; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,pagedown,ctrl+f", "page(1)", show=False),
        Binding("b,pageup,ctrl+b", "page(-1)", show=False),
        Binding("g,home", "end(0)", show=False),
        Binding("G,end", "end(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    cursor: var[int] = var(-1, init=False)
    """Index of the line that Enter chooses, or -1."""

    @dataclass
    class Moved(Message):
        """The cursor is on another line."""

        value: Any

    @dataclass
    class Chosen(Message):
        """A line has been chosen."""

        value: Any

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: tuple[ListLine, ...] = ()
        """What is listed."""

    def show(self, lines: Sequence[ListLine], cursor: int | None = None) -> None:
        """List `lines`, with the cursor on `cursor`, or where it is, or on the first that can be chosen."""
        self.lines = tuple(lines)
        self.virtual_size = Size(self.size.width, len(self.lines))
        at = self.cursor if cursor is None else cursor
        if not (0 <= at < len(self.lines) and self.lines[at].value is not None):
            at = next((index for index, line in enumerate(self.lines) if line.value is not None), -1)
        self.cursor = at
        self._reveal()
        self.refresh()

    @property
    def value(self) -> Any:
        """What the line of the cursor gives."""
        return self.lines[self.cursor].value if 0 <= self.cursor < len(self.lines) else None

    def watch_cursor(self, before: int, now: int) -> None:
        for index in (before, now):
            if index >= 0:
                self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))
        self._reveal()
        if self.value is not None:
            self.post_message(self.Moved(self.value))

    def action_move(self, step: int) -> None:
        """Move to the next (1) or previous (-1) line that can be chosen."""
        index = self.cursor + step
        while 0 <= index < len(self.lines):
            if self.lines[index].value is not None:
                self.cursor = index
                return
            index += step
        self.scroll_relative(y=step, animate=False)  # to what stands before the first or after the last

    def action_page(self, step: int) -> None:
        """Move by a page."""
        self._near(self.cursor + step * max(1, self.size.height - 1), step)

    def action_end(self, end: int) -> None:
        """Move to the first (0) or last (1) line that can be chosen."""
        self._near((len(self.lines) - 1) * end, -1 if end else 1)
        if not end:
            self.scroll_to(y=0, animate=False)

    def _near(self, index: int, step: int) -> None:
        index = max(0, min(index, len(self.lines) - 1))
        for order in (range(index, len(self.lines)), range(index, -1, -1))[:: 1 if step > 0 else -1]:
            for line in order:
                if self.lines[line].value is not None:
                    self.cursor = line
                    return

    def action_choose(self) -> None:
        """Choose the line of the cursor."""
        if self.value is not None:
            self.post_message(self.Chosen(self.value))

    def on_click(self, event: Click) -> None:
        """Choose the line under the pointer."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self.lines) and self.lines[index].value is not None:
            self.cursor = index
            self.action_choose()

    def _reveal(self) -> None:
        height, top = self.size.height, self.scroll_offset.y
        if self.cursor < 0 or not height:
            return
        spare = 1 if height > 3 else 0
        wanted = max(self.cursor + 1 + spare - height, min(top, self.cursor - spare))
        if self.cursor <= height // 2 and not any(line.value is not None for line in self.lines[: self.cursor]):
            wanted = 0  # with the heading above the first
        if wanted != top:
            self.scroll_to(y=max(0, wanted), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line."""
        width = self.size.width
        index = y + self.scroll_offset.y
        if index >= len(self.lines):
            return strip_of(self, "list", [], width, self.rich_style)
        on = index == self.cursor
        base = part_style(self, "list--cursor", self.rich_style) if on else self.rich_style
        return strip_of(self, "list", [("▌" if on else " ", "mark"), *self.lines[index].pieces], width, base)
