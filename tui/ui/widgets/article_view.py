"""The article: a view of its rows (see `row_view`), with the chosen sentence and its words standing out.

Where a jump stays within the page, only the cells whose style changed are painted again: over a slow line that is what
is felt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.domain.text import Span
from tui.ui.typography import dateline_end, difference, part_names, pieces
from tui.ui.widgets.row_view import CONTEXT
from tui.ui.widgets.selectable_rows import SelectableRows, cut_selection
from tui.ui.wrapping import FOLDED, MEASURE, cells, drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import Click

    from tui.domain.text import Document
    from tui.ui.overlay import Overlay
    from tui.ui.typography import Layer, Piece

_SEQUENCE = re.compile(
    "(?s:.)[\ufe0f\U0001f3fb-\U0001f3ff]?(?:\u200d(?s:.)[\ufe0f\U0001f3fb-\U0001f3ff]?)+|(?s:.)\ufe0f"
)
"""Emoji whose width is not the sum of their characters."""

_BELOW_WORDS = frozenset(["article--clause", "article--cue", "article--speaker"])
"""Styles that do not show through the exact words."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the view puts before the reader."""

    sentence: Span
    """The sentence, highlighted as a whole."""
    words: tuple[Span, ...] = ()
    """The exact words, which stand out in it: a name, a quotation, a figure."""
    cue: Span | None = None
    """The verb of saying."""
    speaker: Span | None = None
    """The words that stand for the speaker."""
    reported: Span | None = None
    """What is reported in the article's own words, around the exact ones if any of it is verbatim."""

    @property
    def chosen(self) -> tuple[Span, ...]:
        """What was chosen in the sentence: the exact words, or else what is reported."""
        return self.words or (() if self.reported is None else (self.reported,))

    def layers(self) -> Iterator[Layer]:
        """(start, end, name of the style) of everything highlighted; what comes later lies above."""
        yield self.sentence.start, self.sentence.end, "article--sentence"
        parts = (self.reported, "article--clause"), (self.cue, "article--cue"), (self.speaker, "article--speaker")
        for span, name in parts:
            if span is not None:
                yield span.start, span.end, name
        for span in self.words:
            yield span.start, span.end, "article--words"


class ArticleView(SelectableRows):
    """A document, wrapped at a readable measure, scrolled by rows, with one target highlighted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title",
        "article--standfirst",
        "article--byline",
        "article--dateline",
        "article--heading",
        "article--caption",
        "article--boilerplate",
        "article--sentence",
        "article--clause",
        "article--cue",
        "article--speaker",
        "article--words",
        "article--match",
        "article--person",
        "article--organisation",
        "article--quote",
        "article--reported",
        "article--number",
    }
    """
    | Class | Part |
    | :- | :- |
    | `article--title` … `article--caption` | Paragraphs of that kind; `article--dateline` is the opening of one. |
    | `article--boilerplate` | What is not the article, and paragraphs that repeat an earlier one. |
    | `article--sentence`, `article--words` | The chosen sentence, and the exact words in it. |
    | `article--cue`, `article--speaker` | The verb of saying and the speaker of the chosen quote. |
    | `article--clause` | What the chosen quote tells in the reporter's words. |
    | `article--match` … `article--number` | What a search found, and marks of all findings at once. |
    """

    DEFAULT_CSS = """
    ArticleView {
        .article--title { text-style: bold; }
        .article--standfirst { text-style: italic; }
        .article--byline { color: $text-muted; text-style: italic; }
        .article--dateline { text-style: bold; }
        .article--heading { text-style: bold; }
        .article--caption { color: $text-muted; text-style: italic; }
        .article--boilerplate { color: $text-disabled; }
        .article--match { color: $text-warning; text-style: underline; }
        .article--person { color: $text-success; text-style: underline; }
        .article--organisation { color: $text-secondary; text-style: uu; }
        .article--quote { color: $text-accent; text-style: italic; }
        .article--reported { color: $text-muted; text-style: italic; }
        .article--number { color: $text-warning; text-style: bold; }
        .article--sentence { background: $accent 18%; text-style: bold; }
        .article--clause { background: $accent 18%; color: $text-accent; text-style: italic; }
        .article--cue { background: $accent 18%; color: $text-warning; text-style: bold italic; }
        .article--speaker { background: $accent 18%; color: $text-success; text-style: bold underline; }
        .article--words { background: $background; color: $accent; text-style: bold reverse; }
    }
    """

    @dataclass
    class Moved(Message):
        """The text has been scrolled."""

        place: int
        """Offset of the first text in view."""

    @dataclass
    class Left(Message):
        """The reader jumps away: to the beginning or to the end."""

        place: int
        """Offset of the first text that was in view."""

    @dataclass
    class Pointed(Message):
        """The text has been clicked."""

        offset: int
        """Offset of the character under the pointer."""

    def __init__(self, document: Document, measure: int = MEASURE, *, id: str | None = None) -> None:
        """Show `document`, its lines no wider than `measure` cells."""
        super().__init__(document, measure, id=id)
        self._target: Target | None = None
        self._to_reveal = False
        self._was_in_view = False
        self._height = 0
        """Lines at the last size that was drawn."""
        self._overlay: Overlay | None = None

    @property
    def overlay(self) -> Overlay | None:
        """What is marked throughout the article, below what is highlighted."""
        return self._overlay

    @overlay.setter
    def overlay(self, overlay: Overlay | None) -> None:
        if overlay is not self._overlay:
            self._overlay = overlay
            self.refresh()

    _plain: Style | None = None

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """A pane that opens takes room from the article: what was chosen in it and was in view stays in view."""
        self._was_in_view = self._in_view(self._height)
        return super()._size_updated(size, virtual_size, container_size, layout)

    def placed(self) -> None:
        """Bring into view what was to be shown before there was a size, or was in view in the last one."""
        self._height = self.size.height
        if (self._to_reveal or self._was_in_view) and self._target is not None and not self._in_view(self._height):
            self._set_top(self._top_for(self._target))
        self._to_reveal = False

    def _in_view(self, height: int) -> bool:
        """Whether the whole target is on a screen of so many lines."""
        if self._target is None or not height:
            return False
        self._rows.reach(self._target.sentence.end)
        first, last = self._span_rows(self._focus(self._target))
        return 0 <= first - self.scroll_offset.y <= last - self.scroll_offset.y < height

    def scrolled(self) -> None:
        """Tell of the new place."""
        self.post_message(self.Moved(self.place()))

    def action_top(self) -> None:
        """Go to the beginning, and tell where from."""
        self.post_message(self.Left(self.place()))
        super().action_top()

    def action_end(self) -> None:
        """Go to the end, and tell where from."""
        self.post_message(self.Left(self.place()))
        super().action_end()

    def centre(self, offset: int) -> None:
        """Bring the text at `offset` to the middle of the view."""
        self._rows.reach(offset)
        self._rows.grow(self._rows.row_of(offset) + 2 * self.size.height)
        self._scroll_to_row(self._rows.row_of(offset) - self.size.height // 2)

    # --- the target

    @property
    def target(self) -> Target | None:
        """What is highlighted."""
        return self._target

    def show(self, target: Target | None, *, reveal: bool = True) -> None:
        """Highlight `target` in place of the last one; scroll only if `reveal` and it is not comfortably in view."""
        old, self._target = self._target, target
        if not self.size.height:
            self._to_reveal = reveal and target is not None
            return
        if reveal and target is not None:
            self.unfold_at(target.sentence.end - 1)
            for words in target.chosen:
                self.unfold_at(words.end - 1)
        if reveal and target is not None and self._reveal(target):
            return  # scrolling has marked the whole view for painting
        self._repaint_changes(old, target)

    def _reveal(self, target: Target) -> bool:
        """Scroll to `target` unless it is comfortably in view; whether that moved the text."""
        self._rows.reach(target.sentence.end)
        self._rows.grow(self._rows.row_of(target.sentence.end) + 2 * self.size.height)
        first, last = self._span_rows(self._focus(target))
        visible, room = self._visible, min(CONTEXT, self.size.height // 8)
        above = visible.start == 0 or first >= visible.start + room
        below = visible.stop == len(self._rows) or last < visible.stop - room
        if above and below and first >= visible.start and last < visible.stop:
            return False
        return self._scroll_to_row(self._top_for(target))

    def _focus(self, target: Target) -> Span:
        """What has to be in view: the sentence, or where that is too long its words."""
        first, last = self._span_rows(target.sentence)
        if last - first < max(1, self.size.height * 2 // 3) or not target.chosen:
            return target.sentence
        return target.chosen[0]

    def _top_for(self, target: Target) -> int:
        """The top row that puts the target about a third down, and higher up if it would not end in view."""
        self._rows.reach(target.sentence.end)
        self._rows.grow(self._rows.row_of(target.sentence.end) + 2 * self.size.height)
        first, last = self._span_rows(self._focus(target))
        height = self.size.height
        return min(first, max(first - height // 3, last - height + 1 + min(CONTEXT, height // 8)))

    def _span_rows(self, span: Span) -> tuple[int, int]:
        """First and last row that `span` stands in."""
        return self._rows.row_of(span.start), self._rows.row_of(max(span.start, span.end - 1))

    def _repaint_changes(self, old: Target | None, new: Target | None) -> None:
        """Mark for painting those cells in view whose style is another with `new` than with `old`."""
        visible = self._visible
        touched: set[int] = set()
        for target in (old, new):
            for start, end, _ in target.layers() if target else ():
                first, last = self._span_rows(Span(start, end))
                touched.update(range(max(first, visible.start), min(last + 1, visible.stop)))
        regions = []
        for row in touched:
            changed = difference(self._pieces(row, old), self._pieces(row, new))
            if changed is not None:
                start, _ = self._rows.span(row)
                line = drawn(self.document.text[start : changed[1]])
                before = cells(line[: changed[0] - start])
                x = self._left_of(start) + before
                regions.append(Region(x, row - visible.start, cells(line) - before, 1))
        if regions:
            self.refresh(*regions)

    # --- drawing

    def _pieces(self, row: int, target: Target | None) -> list[Piece]:
        """The row cut where its style changes."""
        start, end = self._rows.span(row)
        if start == end:
            return []
        paragraph = self.document.paragraphs[self.document.paragraph_at(start)]
        layers: list[Layer] = []
        if start < paragraph.span.start + 2 * self._rows.width:
            stop = dateline_end(self.document.text, paragraph.span.start, paragraph.span.end, paragraph.kind)
            layers.append((paragraph.span.start, stop, "article--dateline"))
        if self._overlay is not None:
            layers.extend(self._overlay.between(start, end))
        if target is not None:
            layers.extend(target.layers())
        return pieces(start, end, part_names(paragraph.kind, paragraph.duplicate_of is not None), layers)

    def render_line(self, y: int) -> Strip:
        """The strip of line `y` of the view."""
        row, width = self.scroll_offset.y + y, self.size.width
        base = self._base
        if row >= len(self._rows):
            return Strip.blank(width, base)
        selection = self.marked
        selected = selection.get_span(row) if selection is not None else None
        start, end = self._rows.span(row)
        left = min(width, self._left_of(start)) if end > start else width
        # in the margin the offset is negative: it counts as the beginning of the row
        segments = [Segment(" " * left, base + Style.from_meta({"offset": (-left, row)}))]
        for begin, stop, names in self._pieces(row, self._target):
            style = self._style(names)
            for first, last, is_selected in cut_selection(begin - start, stop - start, selected):
                look = style + self.screen.get_component_rich_style("screen--selection") if is_selected else style
                segments.extend(self._segments(start, first, last, row, look))
        if end > start and self._rows.is_folded(row):
            segments.append(Segment(FOLDED, self._style(("article--boilerplate",))))
        return Strip(segments).adjust_cell_length(width, base)

    def _segments(self, start: int, first: int, last: int, row: int, style: Style) -> Iterator[Segment]:
        """Segments of the characters `first`…`last` of the row that starts at `start`, each knowing its offset."""
        text = drawn(self.document.text[start + first : start + last])
        cuts = {0, len(text)}
        if not text.isascii():
            for match in _SEQUENCE.finditer(text):
                cuts.update(match.span())
            for position, character in enumerate(text):
                if character == "\u200b":
                    cuts.update((position, position + 1))
        ordered = sorted(cuts)
        for begin, stop in zip(ordered, ordered[1:], strict=False):
            if text[begin:stop] != "\u200b":  # some terminals draw it
                yield Segment(text[begin:stop], style + Style.from_meta({"offset": (first + begin, row)}))

    @property
    def _base(self) -> Style:
        """The style of plain text; Textual works it out through all ancestors each time it is asked."""
        if self._plain is None:
            self._plain = self.rich_style
        return self._plain

    def notify_style_update(self) -> None:
        """Styles have changed."""
        super().notify_style_update()
        self._plain = None

    def _style(self, names: tuple[str, ...]) -> Style:
        """The style of a piece: its part of the article, and what is highlighted above that."""
        if not names:
            return self._base
        if "article--words" in names:  # nothing is laid over the exact words
            names = tuple(name for name in names if name not in _BELOW_WORDS)
        style = self.get_component_rich_style(*names)
        if "article--sentence" in names and names[0] in ("article--title", "article--heading"):
            return style + Style(underline=True)  # bold already, so without colours nothing would show
        return style

    def on_click(self, event: Click) -> None:
        """Tell where, unless it was the end of marking text."""
        offset = self.offset_at(event.x, event.y)
        if offset is not None and not self.screen.get_selected_text():
            self.post_message(self.Pointed(offset))
