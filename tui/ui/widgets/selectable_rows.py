"""Rows of text that can be marked with the mouse, and say what stands under it.

Textual counts a selection in rows and in characters of a row; here it is turned into offsets of the text, so that what
is copied is the article's own, without the breaks of wrapping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.domain.text import Span
from tui.ui.widgets.row_view import RowView
from tui.ui.wrapping import cells, drawn, indent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.geometry import Offset
    from textual.selection import Selection


class SelectableRows(RowView):
    """A row view whose strips carry the places of their characters."""

    def _left_of(self, offset: int) -> int:
        """Cells before the row that starts at `offset`."""
        return self._left + indent(self.document.paragraphs[self.document.paragraph_at(offset)].kind)

    def offset_at(self, x: int, y: int) -> int | None:
        """Offset of the text at the cell (x, y) of the view; None where there is none."""
        row = self.scroll_offset.y + y
        if not 0 <= y < self.size.height or row >= len(self._rows):
            return None
        start, end = self._rows.span(row)
        line, cell = drawn(self.document.text[start:end]), x - self._left_of(start)
        if start == end or not 0 <= cell < cells(line):
            return None
        return next(start + i for i in range(len(line)) if cells(line[: i + 1]) > cell)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it stands in the article, without the breaks of wrapping, safe to paste."""
        text, span = self.document.text, self._span_of(selection)
        start, end = span.start, span.end
        parts = []
        for paragraph in self.document.paragraphs[self.document.paragraph_at(start) :]:
            if paragraph.span.start >= end:
                break
            words = text[max(start, paragraph.span.start) : min(end, paragraph.span.end)]
            if words:
                parts.append(drawn(words).replace("\u200b", ""))
        return ("\n\n".join(parts), "\n") if parts else None

    @property
    def selected(self) -> Span | None:
        """What is selected with the mouse, or None."""
        selection = self.text_selection
        span = self._span_of(selection) if selection is not None else None
        return span if span and self.document.slice(span).strip() else None

    def _span_of(self, selection: Selection) -> Span:
        """Where a selection stands in the text."""
        start = 0 if selection.start is None else self._offset_of(selection.start)
        end = len(self.document.text) if selection.end is None else self._offset_of(selection.end)
        return Span(start, max(start, end))

    def _offset_of(self, place: Offset) -> int:
        """The offset in the text of a place in a selection: (character of the row, row)."""
        if place.y >= len(self._rows):
            return len(self.document.text)
        start, end = self._rows.span(max(0, place.y))
        return min(end, start + max(0, place.x))

    marked: Selection | None = None
    """The present selection: Textual looks for it through all ancestors, which is too dear to do for every row."""

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.marked = selection
        self.refresh()


def cut_selection(start: int, end: int, selected: tuple[int, int] | None) -> Iterator[tuple[int, int, bool]]:
    """The characters `start`…`end` of a row cut where the selection begins and ends: (start, end, selected)."""
    if selected is None:
        yield start, end, False
        return
    first = min(max(selected[0], start), end)
    last = end if selected[1] == -1 else min(max(selected[1], first), end)
    for begin, stop, inside in ((start, first, False), (first, last, True), (last, end, False)):
        if begin < stop:
            yield begin, stop, inside
