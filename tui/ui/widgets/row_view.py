"""A view of a document in rows: wrapping, place and paging. What a row looks like is left to the view derived from it.

A million words cost no more than a page: only what is on screen is rendered, and of a long text no more is wrapped
before the first frame than the frame needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView

from tui.ui.commands import bindings
from tui.ui.typography import folds
from tui.ui.widgets.quiet_focus import QuietFocus
from tui.ui.wrapping import MEASURE, Rows, column

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.domain.text import Document

_WHOLE_AT_ONCE = 400_000
"""Code points that are wrapped before the first frame (5 ms); of a longer text, as much as the frame needs."""
_ROWS_A_STEP = 20_000
"""Rows found between two keys while a long text is wrapped to its end (10 ms)."""
CONTEXT = 2
"""Rows that stay on screen when a page is turned, and that a sentence in comfortable view keeps to the edges."""


class RowView(QuietFocus, ScrollView, can_focus=True, inherit_bindings=False):
    """A document wrapped at a readable measure and scrolled by rows, without scroll bars and without animation."""

    DEFAULT_CSS = """
    RowView {
        width: 1fr;
        height: 1fr;
        overflow: hidden hidden;
        scrollbar-size: 0 0;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("article", own=True)

    def __init__(self, document: Document, measure: int = MEASURE, *, id: str | None = None) -> None:
        """Show `document`, its lines no wider than `measure` cells."""
        super().__init__(id=id)
        self.document = document
        self.measure = measure
        """Cells of the widest line."""
        self._rows = Rows(document.text, (), measure)
        self._folded = {p.span.start for p in document.paragraphs if folds(p.kind, p.duplicate_of is not None)}
        """Where the paragraphs begin that take one row."""
        self._left = 0
        self._anchor = 0
        """Offset that stays in the top row when the width changes."""

    # --- size and place

    @property
    def rows(self) -> Rows:
        """The rows at the present width, as far as they are known."""
        return self._rows

    @property
    def allow_vertical_scroll(self) -> bool:
        """Always: there is no scroll bar, but there are keys and the wheel."""
        return True

    @property
    def max_scroll_y(self) -> int:
        """The last row that can be the first on screen.

        Not a matter of `virtual_size`, whose change would cost a layout.
        """
        return max(0, len(self._rows) - self.size.height)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Wrap anew before the frame of the new size is drawn: the event comes after it and would cost another."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        left, width = column(size.width, self.measure)
        if size.width and (width != self._rows.width or not len(self._rows)):
            self._wrap(width)
        self._left = left
        if changed and size.height:
            self._set_top(self._row_at(self._anchor))
            self.placed()
        return changed

    def placed(self) -> None:
        """Called when the view has got a size and a place, before it is drawn: the place may still be changed."""

    def _wrap(self, width: int) -> None:
        paragraphs = ((p.span.start, p.span.end, p.kind) for p in self.document.paragraphs)
        whole = len(self.document.text) <= _WHOLE_AT_ONCE
        self._rows = Rows(self.document.text, paragraphs, width, None if whole else 2 * self.size.height, self._folded)
        self._rows.reach(self._anchor)
        if self.screen.get_selected_text() is not None:
            self.screen.clear_selection()  # it is counted in rows
        if not self._rows.complete:
            self._rows.grow(len(self._rows) + 2 * self.size.height)
            self.call_after_refresh(self._wrap_on, self._rows)

    def _wrap_on(self, rows: Rows) -> None:
        """Find the rest of the rows, with room for keys in between."""
        if rows is self._rows and not rows.complete:
            rows.grow(len(rows) + _ROWS_A_STEP)
            self.call_later(self._wrap_on, rows)

    def set_measure(self, measure: int) -> None:
        """Make lines no wider than `measure` cells; the top line stays."""
        self.measure = measure
        if self.size.height:
            place = self.place()
            self._left, width = column(self.size.width, measure)
            self._wrap(width)
            self._set_top(self._row_at(place))
            self._anchor = place
            self.refresh()

    @property
    def folded(self) -> bool:
        """Whether what is repeated, and what is not the article, takes one row a paragraph."""
        return bool(self._folded)

    @property
    def foldable(self) -> bool:
        """Whether there is anything to fold."""
        return any(folds(p.kind, p.duplicate_of is not None) for p in self.document.paragraphs)

    def fold(self, fold: bool) -> None:
        """Fold all such paragraphs, or show them in full; the top line stays."""
        paragraphs = self.document.paragraphs
        self._refold({p.span.start for p in paragraphs if fold and folds(p.kind, p.duplicate_of is not None)})

    def unfold_at(self, offset: int) -> None:
        """Show in full the paragraph that holds `offset`, where folding hides what stands there."""
        self._rows.reach(offset)
        if self._rows.hides(offset):
            paragraph = self.document.paragraphs[self.document.paragraph_at(offset)]
            self._refold(self._folded - {paragraph.span.start})

    def _refold(self, folded: set[int]) -> None:
        if folded == self._folded:
            return
        place = self.place()
        self._folded = folded
        if self.size.height:
            self._wrap(self._rows.width)
            self._set_top(self._row_at(place))
            self.refresh()

    def _row_at(self, offset: int) -> int:
        """The row that holds `offset`; the blank one above the first paragraph for the beginning."""
        self._rows.reach(offset)
        row = self._rows.row_of(offset)
        return 0 if row <= 1 else row

    def _set_top(self, row: int) -> None:
        """Place `row` at the top without an event: for a frame that is being drawn anyway."""
        top = max(0, min(row, self.max_scroll_y))
        self.set_reactive(RowView.scroll_target_y, top)
        self.set_reactive(RowView.scroll_y, top)

    def _scroll_to_row(self, row: int) -> bool:
        return self._scroll_to(y=max(0, min(row, self.max_scroll_y)), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint, and keep the new place."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._anchor = self.place()
            self.scrolled()

    def scrolled(self) -> None:
        """Called when another row has come to the top."""

    def place(self) -> int:
        """Offset of the first text in view."""
        top = self.scroll_offset.y
        return self._rows.span(top)[0] if top < len(self._rows) else self._anchor

    def go_to(self, offset: int) -> None:
        """Bring the text at `offset` to the top row, or as near to it as the end of the text allows."""
        self._anchor = offset
        if self.size.height:
            self._rows.reach(offset)
            self._rows.grow(self._rows.row_of(offset) + 2 * self.size.height)
            self._scroll_to_row(self._row_at(offset))
            self._anchor = offset

    @property
    def _visible(self) -> range:
        """The rows on screen."""
        top = self.scroll_offset.y
        return range(top, min(top + self.size.height, len(self._rows)))

    @property
    def percent(self) -> int:
        """How much of the text has been on screen when one reads from its beginning, 0 to 100."""
        visible = self._visible
        if not visible or (self._rows.complete and visible.stop == len(self._rows)):
            return 100
        return round(100 * self._rows.span(visible.stop - 1)[1] / max(1, len(self.document.text)))

    @property
    def visible_text(self) -> tuple[int, int]:
        """Where the text that is on screen begins and ends."""
        visible = self._visible
        return (self._first_text(), self._rows.span(visible.stop - 1)[1]) if visible else (0, 0)

    @property
    def current_paragraph(self) -> int:
        """Index of the paragraph in the top row."""
        return self.document.paragraph_at(self._first_text())

    @property
    def visible_sentences(self) -> range:
        """Indices of the sentences that are on screen, in part or whole."""
        visible = self._visible
        if not visible:
            return range(0)
        last = max(self._rows.span(visible.stop - 1)[1] - 1, 0)
        return range(self.document.sentence_at(self._first_text()), self.document.sentence_at(last) + 1)

    def _first_text(self) -> int:
        return next((start for start, end in map(self._rows.span, self._visible) if end > start), self.place())

    # --- keys

    def action_line(self, lines: int) -> None:
        """Scroll by `lines` rows."""
        self._scroll_to_row(self.scroll_offset.y + lines)

    def action_page(self, pages: int) -> None:
        """Turn `pages` pages; two rows stay in view."""
        self._scroll_to_row(self.scroll_offset.y + pages * max(1, self.size.height - CONTEXT))

    def action_half_page(self, halves: int) -> None:
        """Scroll by `halves` half pages."""
        self._scroll_to_row(self.scroll_offset.y + halves * max(1, self.size.height // 2))

    def action_top(self) -> None:
        """Go to the beginning."""
        self._scroll_to_row(0)

    def action_end(self) -> None:
        """Go to the end."""
        self._rows.grow()
        self._scroll_to_row(len(self._rows))
