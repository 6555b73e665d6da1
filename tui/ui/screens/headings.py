"""The headings of the article, or where it has none its paragraphs, as a list to go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.ingest.display import plain
from tui.ui.excerpts import fit
from tui.ui.screens.listing import ListScreen
from tui.ui.widgets.line_list import ListLine

if TYPE_CHECKING:
    from tui.domain.text import Document
    from tui.ui.screens.wayfinding import Wayfinding


class HeadingsScreen(ListScreen):
    """The list of headings."""

    BINDINGS = [("t", "leave", "Close")]  # noqa: RUF012 - declared by Textual

    def __init__(self, document: Document, paragraph: int) -> None:
        """`paragraph` is the index of the one that the reader is at."""
        self._document = document
        kinds = ("title", "heading")
        self.paragraphs = [
            number
            for number, p in enumerate(document.paragraphs)
            if p.kind in kinds and (p.duplicate_of is None or p.kind == "heading")
        ]
        """Indices of the paragraphs that are listed."""
        self._headings = any(document.paragraphs[number].kind == "heading" for number in self.paragraphs)
        if not self._headings:
            self.paragraphs = [n for n, p in enumerate(document.paragraphs) if p.kind not in ("byline", "boilerplate")]
        before = [index for index, number in enumerate(self.paragraphs) if number <= paragraph]
        title = f"Headings · {len(self.paragraphs):,}" if self._headings else "No headings: the paragraphs"
        super().__init__(title, cursor=before[-1] if before else None)

    def lines(self, width: int) -> list[ListLine]:
        """A line each."""
        return [self._line(number, width) for number in self.paragraphs]

    def _line(self, number: int, width: int) -> ListLine:
        paragraph = self._document.paragraphs[number]
        share = f"{100 * paragraph.span.start // max(1, len(self._document.text)):>3} %  "
        room = width - cell_len(share)
        start = paragraph.span.start
        words = plain(self._document.text[start : min(paragraph.span.end, start + 4 * room)])
        part = "name" if paragraph.kind == "title" else "text"
        return ListLine(((share, "detail"), (fit(words, room), part)), start)


def open_headings(screen: Wayfinding) -> None:
    """List the headings, and go to the one that is chosen."""

    def go(offset: int | None) -> None:
        if offset is not None:
            screen.leave()
            screen._to_article()
            screen.article.go_to(offset)

    screen.app.push_screen(HeadingsScreen(screen.document, screen.article.current_paragraph), go)
