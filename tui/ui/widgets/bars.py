"""The two lines below the article: what is chosen and where one is, and the keys that apply now."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.excerpts import fit
from tui.ui.widgets.pieces import strip_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Click


def in_two(note: str, first: int, second: int) -> tuple[str, str]:
    """`note` on a line of `first` cells and, where that is not enough, what is left of it on one of `second` cells."""
    if cell_len(note) <= first or min(first, second) < _LEAST:
        return note, ""
    begun = note[:first]
    while cell_len(begun) > first:
        begun = begun[:-1]
    if not note[len(begun)].isspace():
        begun = begun[: begun.rfind(" ") + 1] or begun
    return begun.rstrip(), fit(note[len(begun) :].lstrip(), second)


_LEAST = 8
"""Cells below which a line is not worth beginning."""


class StatusLine(Widget):
    """What is chosen, or what has just happened; at the right, the place in the article."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--name",
        "status--detail",
        "status--figure",
        "status--doubt",
        "status--note",
        "status--place",
        "status--gap",
    }
    """The parts of the line; they are those of a row, the note of what happened, and the place."""

    place: var[str] = var("", init=False)
    """Place in the article."""

    def __init__(self) -> None:
        """Nothing to say yet."""
        super().__init__()
        self.pieces: tuple[tuple[str, str], ...] = ()
        """Words and their parts, from the left."""
        self.rank = ""
        """Which of its mentions is chosen: "mention 3 of 10"."""
        self._drawn: list[tuple[str, str]] = []

    def tell(self, pieces: Iterable[tuple[str, str]], rank: str = "") -> None:
        """Say something, and the rank of what is chosen."""
        self.pieces, self.rank = tuple(pieces), rank
        self._renew()

    def watch_place(self) -> None:
        self._renew()

    def _renew(self) -> None:
        """Paint, of the cells that are others now, the first to the last: two regions of a line are painted whole."""
        before, self._drawn = self._drawn, self._line(self.size.width)
        old, new = _cells(before), _cells(self._drawn)
        changed = [x for x, pair in enumerate(zip_longest(old, new)) if pair[0] != pair[1]]
        if changed:
            self.refresh(Region(changed[0], 0, changed[-1] - changed[0] + 1, 1))

    def _line(self, width: int) -> list[tuple[str, str]]:
        """The line; what is at the right is never cut, but makes way for a note that would be."""
        right = "   ".join(filter(None, (self.rank, self.place)))
        if self.pieces and self.pieces[0][1] == "note" and cell_len(self.pieces[0][0]) > width - cell_len(right) - 2:
            right = ""
        if self.rank and cell_len(right) > width // 2:
            right = self.rank
        room = width - cell_len(right) - 2 if right else width
        line: list[tuple[str, str]] = []
        for words, part in self.pieces:
            if room <= 0:
                break
            shown = fit(words, room)
            line.append((shown, part))
            room -= cell_len(shown)
            if shown != words:
                break
        used = sum(cell_len(words) for words, _ in line)
        return [*line, (" " * max(0, width - used - cell_len(right)), "gap"), (right, "place")]

    def render_line(self, y: int) -> Strip:
        """The one line there is."""
        self._drawn = self._line(self.size.width)
        return strip_of(self, "status", self._drawn, self.size.width, self.rich_style)


def _cells(line: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A line as one entry a cell: what stands there, and in which style; spaces look alike in all."""
    cells: list[tuple[str, str]] = []
    for words, part in line:
        for character in words:
            cells += [(character, part if character != " " else "")] * max(1, cell_len(character))
    return cells


@dataclass(frozen=True, slots=True)
class Hint:
    """One key of the footer."""

    key: str
    """As a reader knows it."""
    words: str
    """What it does next, in a few words."""
    action: str
    """What a click on it does."""
    weight: int = 0
    """The higher, the longer it stays when there is little room."""
    short: str = ""
    """The same in one word; empty where `words` are as short as that."""


_GAP = 3
"""Cells between two hints."""
_NARROW_GAP = 2
"""The same where there is no room for all."""


class KeyHints(Widget):
    """The keys that apply now; a click does what the key does."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hints--key", "hints--words", "hints--note"}
    """The key and what it does; what the status line had no room for."""

    hints: var[tuple[Hint, ...]] = var((), init=False)
    """In the order in which they stand."""
    note: var[str] = var("", init=False)
    """The rest of what the status line says; it stands in place of the hints."""

    @dataclass
    class Clicked(Message):
        """A hint has been clicked."""

        action: str

    def watch_hints(self) -> None:
        self.refresh()

    def watch_note(self) -> None:
        self.refresh()

    def _fitting(self) -> tuple[list[tuple[Hint, str]], int]:
        """(hint, its words) for as many as there is room for, and the cells between two.

        The weightiest are the first to stay, and then the first to be told in full.
        """
        full = [(hint, hint.words) for hint in self.hints]
        room = self.size.width - sum(_width(*told) for told in full) - _GAP * (len(full) - 1)
        if room >= 0:
            return full, _GAP
        room = self.size.width + _NARROW_GAP  # the last one needs none behind it
        kept: dict[int, str] = {}
        by_weight = sorted(range(len(full)), key=lambda index: (-full[index][0].weight, index))
        for index in by_weight:
            hint = self.hints[index]
            width = _width(hint, hint.short or hint.words) + _NARROW_GAP
            if width <= room:
                room -= width
                kept[index] = hint.short or hint.words
        for index in by_weight:
            more = cell_len(self.hints[index].words) - cell_len(kept.get(index, ""))
            if index in kept and more <= room:
                room -= more
                kept[index] = self.hints[index].words
        gap = _GAP if room >= len(kept) - 1 else _NARROW_GAP
        return [(hint, kept[index]) for index, hint in enumerate(self.hints) if index in kept], gap

    def render_line(self, y: int) -> Strip:
        """The line."""
        if self.note:
            return strip_of(self, "hints", [(self.note, "note")], self.size.width, self.rich_style)
        told, gap = self._fitting()
        pieces = [piece for hint, words in told for piece in ((hint.key, "key"), (f" {words}{' ' * gap}", "words"))]
        return strip_of(self, "hints", pieces, self.size.width, self.rich_style)

    def on_click(self, event: Click) -> None:
        """Do what the key under the pointer does."""
        at = event.get_content_offset(self)
        if at is None or self.note:
            return
        told, gap = self._fitting()
        left = 0
        for hint, words in told:
            if left <= at.x < left + _width(hint, words):
                self.post_message(self.Clicked(hint.action))
                return
            left += _width(hint, words) + gap


def _width(hint: Hint, words: str) -> int:
    return cell_len(hint.key) + 1 + cell_len(words)


class PaneTabs(Widget):
    """The names and counts of the panes on one line, where there is room for one pane only."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--tab", "tabs--active", "tabs--note"}
    """A tab, the open one, and what is said at the right."""

    tabs: var[tuple[tuple[str, tuple[str, ...]], ...]] = var((), init=False)
    """(id of the pane, its label at every length from the longest) of each."""
    active: var[str] = var("", init=False)
    """Id of the open one."""
    note: var[str] = var("", init=False)
    """How far the analysis is."""
    manners: var[tuple[tuple[str, tuple[str, ...]], ...]] = var((), init=False)
    """(id of the pane, what of its findings it lists, and how, from the most words to the fewest) of each."""

    @dataclass
    class Clicked(Message):
        """A tab has been clicked."""

        kind: str

    def watch_tabs(self) -> None:
        self.refresh()

    def watch_active(self) -> None:
        self.refresh()

    def watch_note(self) -> None:
        self.refresh()

    def watch_manners(self) -> None:
        self.refresh()

    def _labels(self) -> list[tuple[str, str]]:
        """(id, label), with the longest labels that all have room; the open one keeps its name and count longest."""
        lengths = range(len(self.tabs[0][1])) if self.tabs else range(0)
        for open_one, length in [*((0, length) for length in lengths[:-1]), *((length, length) for length in lengths)]:
            shown = [(kind, labels[open_one if kind == self.active else length]) for kind, labels in self.tabs]
            if sum(cell_len(label) + 2 for _, label in shown) <= self.size.width:
                return [(kind, f" {label} ") for kind, label in shown]
        return [(kind, labels[-1]) for kind, labels in self.tabs]

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        pieces = [(label, "active" if kind == self.active else "tab") for kind, label in self._labels()]
        room = width - sum(cell_len(label) for label, _ in pieces)
        notes = (self.note,) if self.note else dict(self.manners).get(self.active, ())
        note = next((words for words in notes if cell_len(words) + 2 <= room), "")
        if note:
            pieces.append((" " * (room - 1 - cell_len(note)) + note, "note"))
        return strip_of(self, "tabs", pieces, width, self.rich_style)

    def on_click(self, event: Click) -> None:
        """Open the pane under the pointer."""
        at = event.get_content_offset(self)
        left = 0
        for kind, label in self._labels():
            if at is not None and left <= at.x < left + cell_len(label):
                self.post_message(self.Clicked(kind))
                return
            left += cell_len(label)
