"""A pane of findings: a list whose rows are made when they are drawn, so that ten thousand cost what ten do.

Its messages cannot be frozen dataclasses, because Textual keeps its own notes on them; what they carry is frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.domain.findings import Analysis, Number
from tui.ingest.display import plain
from tui.ui import figures, rows
from tui.ui.arranging import Arrangement, arranged, matching, order_words
from tui.ui.commands import bindings
from tui.ui.excerpts import fit
from tui.ui.held_back import empty_words, held_back, in_border
from tui.ui.stage import Stage
from tui.ui.widgets.pieces import part_style, strip_of
from tui.ui.widgets.quiet_focus import QuietFocus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.binding import BindingType
    from textual.events import Click, MouseDown

    from tui.domain.text import Document


class FindingPane(QuietFocus, ScrollView, can_focus=True, inherit_bindings=False):
    """One kind of finding, a row each, with a cursor.

    It is handed the analysis and the stage that the analysis has reached, and says what the reader chose. When a fuller
    analysis comes, the cursor stays on its finding, and the finding stays on its line.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pane--cursor",
        "pane--name",
        "pane--speaker",
        "pane--detail",
        "pane--count",
        "pane--quote",
        "pane--reported",
        "pane--figure",
        "pane--doubt",
        "pane--mark",
        "pane--gap",
        "pane--spark",
    }
    """The parts of a row, the row of the cursor, and the mark before it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("panes")

    analysis: var[Analysis] = var(Analysis, init=False)
    """Everything found so far."""
    stage: var[Stage] = var(Stage, init=False)
    """How far the analysis is."""
    reported: var[bool] = var(False, init=False)
    """Whether reported speech is listed among the quotes."""
    others: var[bool] = var(False, init=False)
    """Whether words in quotation marks that nobody says are listed among the quotes."""
    speaker: var[rows.Item | None] = var(None, init=False)
    """Whose quotes alone are listed; None for all."""
    view: var[figures.View] = var(figures.View, init=False)
    """Which figures the numbers pane lists, and in which order."""
    arrangement: var[Arrangement] = var(Arrangement, init=False)
    """What is filtered out, and in which order the rest is listed."""
    cursor: var[int] = var(-1, init=False)
    """Index of the row chosen last, or -1."""
    here: var[frozenset[int]] = var(frozenset, init=False)
    """Indices of the rows of what stands in the sentence that the reader is at."""
    marked: var[tuple[rows.Item, ...]] = var((), init=False)
    """What is marked for copying, of this kind."""

    @dataclass
    class Chosen(Message):
        """A row has been clicked. Keys move the cursor through the screen, which needs no telling."""

        pane: FindingPane
        finding: rows.Item

        @property
        def control(self) -> FindingPane:
            return self.pane

    @dataclass
    class Opened(Message):
        """A finding has been clicked twice: the reader wants to read on there."""

        pane: FindingPane

        @property
        def control(self) -> FindingPane:
            return self.pane

    def __init__(self, kind: str, document: Document, keys: Mapping[str, str] | None = None) -> None:
        """`kind` is one of `rows.KINDS` and becomes the widget's id; `keys` are those that the settings changed."""
        super().__init__(id=kind)
        self.kind = kind
        self.items: tuple[rows.Item, ...] = ()
        """What is listed, a row each."""
        self.figures = figures.Listed()
        """The rows of the numbers pane, with all their mentions."""
        self.offers = frozenset[str]()
        """Ids of the commands of this pane alone that do something with what has been found."""
        self.hidden: tuple[str, ...] = ()
        """What is found but not listed, and the keys that list it, from the most words to the fewest."""
        self._at_odds: figures.Odds = {}
        self._keys = keys
        self.document = document
        self._lines = rows.LINES[kind]

    @property
    def chosen(self) -> rows.Item | None:
        """The finding under the cursor."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def on_mount(self) -> None:
        """Show what there is already."""
        self.watch_analysis()

    def move_to(self, index: int) -> None:
        """Put the cursor on a row; an index outside goes to the nearest row."""
        if self.items:
            self.cursor = max(0, min(index, len(self.items) - 1))

    def move_by(self, rows_down: int) -> None:
        """Move the cursor by so many rows."""
        self.move_to(self.cursor + rows_down if self.cursor >= 0 else 0)

    def held(self) -> Iterator[tuple[int, rows.Item]]:
        """Yield (row, finding) for all that the rows stand for: a figure's row for each of its mentions."""
        return self.figures.held() if self.kind == "numbers" else enumerate(self.items)

    def holds(self, finding: object) -> bool:
        """Whether the row of the cursor stands for `finding`."""
        if self.kind == "numbers" and 0 <= self.cursor < len(self.items):
            return any(mention is finding for mention in self.figures.groups[self.cursor])
        return finding is self.chosen

    @property
    def height_of_all(self) -> int:
        """Lines that the pane would take with all its rows and its border."""
        return max(1, len(self.items) * self._lines) + 2

    @property
    def page(self) -> int:
        """Rows that a page holds."""
        return max(1, self.scrollable_content_region.height // self._lines)

    def watch_analysis(self) -> None:
        if self.kind == "numbers":
            self._at_odds = figures.odds(self.analysis.numbers, self.document)
            self.offers = figures.offers(self.analysis.numbers)
        elif self.kind == "quotes":
            self.offers = rows.offers(self.analysis)
        self._list()

    def watch_reported(self) -> None:
        self._list()

    def watch_others(self) -> None:
        self._list()

    def watch_speaker(self) -> None:
        self._list()

    def watch_view(self) -> None:
        self._list()

    def watch_arrangement(self) -> None:
        self._list()

    def watch_stage(self) -> None:
        if not self.items:
            self.refresh()
        self._entitle()

    def watch_marked(self) -> None:
        self.refresh()

    def watch_cursor(self, before: int, now: int) -> None:
        self._refresh_row(before)
        self._refresh_row(now)
        self._reveal()

    def watch_here(self, before: frozenset[int], now: frozenset[int]) -> None:
        for index in before ^ now:
            self._refresh_row(index)
        if now:
            self._reveal(min(now))

    def _list(self) -> None:
        """List anew; the cursor stays on its finding, and the finding on its line of the screen.

        Where the finding is listed no more, the cursor goes to the one nearest to it in the text.
        """
        before = self.chosen
        if self.kind == "numbers":
            numbers = self.analysis.numbers
            if self.arrangement.query:
                found = matching(numbers, self.arrangement.query, self.document)
                numbers = tuple(item for item in found if isinstance(item, Number))
            self.figures = figures.listed(numbers, self.view, self._at_odds)
            self.items = self.figures.items
        else:
            self.items = rows.findings_of(self.kind, self.analysis, self.reported, self.speaker, self.others)
            self.items = arranged(self.items, self.arrangement, self.document, self.analysis)
        self.hidden = held_back(self, self._keys)
        self.here = frozenset()
        top = self.scroll_offset.y
        if before is not None:
            again = rows.find_again(before, self.items, self.cursor)
            now = rows.nearest(before, self.items) if again is None else again
            top += (now - self.cursor) * self._lines
            self.set_reactive(FindingPane.cursor, now)
        self._resize()
        if top != self.scroll_offset.y:
            self.scroll_to(y=max(0, top), animate=False, force=True)
        self._entitle()
        self.refresh()

    def _resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.items) * self._lines)

    def on_resize(self) -> None:
        """Keep the rows as wide as the pane, and the cursor's row in it."""
        self._resize()
        self._entitle()
        self._reveal()

    @property
    def manner(self) -> str:
        """What is listed where that is not everything: "of one speaker with “quay”"; for numbers their order too."""
        query = plain(self.arrangement.query)
        said = (
            "of one speaker" if self.kind == "quotes" and self.speaker is not None else self.view.words,
            f"with “{query}”" if query else "",
        )
        return " ".join(filter(None, said))

    def _entitle(self) -> None:
        title, note = rows.TITLES[self.kind], self.stage.note
        count = " ".join(filter(None, (f"{len(self.items):,}", self.manner)))
        new = f"{title} · {count}" if self.items or (self.stage.over and not self.stage.failed) else title
        # a title is drawn with the whole pane: only when it says something else
        if self._border_title is None or self._border_title.plain != new:
            self.border_title = Content(new)
        if not note:
            order = order_words(self.kind, self.arrangement.order) if len(self.items) > 1 else ""
            note = in_border(order, self.hidden, self.outer_size.width)
        if (self._border_subtitle.plain if self._border_subtitle else "") != note:
            self.border_subtitle = Content(note) if note else None

    def _reveal(self, index: int | None = None) -> None:
        """Scroll no further than it takes to have the cursor's row and one more to either side in view."""
        height = self.scrollable_content_region.height
        row = self.cursor if index is None else index
        if row < 0 or height <= 0:
            return
        spare = self._lines if height >= 3 * self._lines else 0
        top, bottom = row * self._lines - spare, (row + 1) * self._lines + spare
        at = self.scroll_offset.y
        wanted = max(bottom - height, min(at, top))
        wanted = max(0, min(wanted, len(self.items) * self._lines - height))
        if wanted != at:
            self.scroll_to(y=wanted, animate=False, force=True)

    def _refresh_row(self, index: int) -> None:
        if index >= 0:
            top = index * self._lines - self.scroll_offset.y
            self.refresh(Region(0, top, self.scrollable_content_region.width, self._lines))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Choose the row under the pointer."""
        at = event.get_content_offset(self)
        if at is None or event.button != 1:
            return
        index = (at.y + self.scroll_offset.y) // self._lines
        if index < len(self.items):
            self.move_to(index)
            self.post_message(self.Chosen(self, self.items[index]))

    def on_click(self, event: Click) -> None:
        """A second click reads on there."""
        if event.chain == 2 and self.chosen is not None and event.get_content_offset(self) is not None:
            self.post_message(self.Opened(self))

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        width = self.scrollable_content_region.width
        index, line = divmod(y + self.scroll_offset.y, self._lines)
        if index >= len(self.items):
            return self._message_line(y, width)
        on = index == self.cursor
        if self.kind == "numbers":
            pieces = figures.line(index, self.document, width - 2, self.figures, self.view)
        else:
            pieces = rows.row(self.items[index], self.document, width - 2)[line]
        base = part_style(self, "pane--cursor", self.rich_style) if on else self.rich_style
        return strip_of(self, "pane", [(self._mark(index, on, line), "mark"), *pieces], width, base)

    def _mark(self, index: int, on: bool, line: int) -> str:
        """What stands before a line of a row: that it is marked for copying, or has the cursor."""
        if not line and self.items[index] in self.marked:
            return "✓"
        return "▌" if on else "•" if index in self.here else " "

    def _message_line(self, y: int, width: int) -> Strip:
        said = [] if self.items else wrap(plain(empty_words(self, self._keys)), max(1, width - 2))
        last = y == self.scrollable_content_region.height - 1
        words = fit(" ".join(said[y:] if last else said[y : y + 1]), width - 2)
        return strip_of(self, "pane", [(f" {words}", "detail")], width, self.rich_style)
