"""The list of what an input holds: chapters of a book, entries of a feed, files of a folder. Choosing one opens it.

What is chosen may take as long as a network does, so it is opened on a thread; meanwhile the list can be left or
another entry chosen. Titles come from the input and are untrusted like its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.errors import ReaderError
from tui.ingest.choices import Choices
from tui.ingest.display import plain
from tui.resources import bundled
from tui.ui.aside import aside
from tui.ui.excerpts import fit
from tui.ui.widgets.options import Options

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize

    from tui.domain.text import Document
    from tui.ingest.choices import Choice

_MOST_LISTED = 1000
"""Entries laid out at once: a list of twenty thousand takes seconds at every key typed; / finds among them all."""
_WIDEST = 100
"""Cells of the list: beyond that the eye loses the line."""


class ChooserScreen(Screen[None]):
    """One list to choose from."""

    CSS_PATH: ClassVar = f"{bundled('styles')}/chooser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor('cursor_down')", show=False),
        Binding("k", "cursor('cursor_up')", show=False),
        Binding("g", "cursor('first')", show=False),
        Binding("G", "cursor('last')", show=False),
        Binding("space", "cursor('page_down')", show=False),
        Binding("b", "cursor('page_up')", show=False),
        Binding("slash", "find", "Find"),
        Binding("escape", "leave", "Back"),
        Binding("q,ctrl+q", "app.quit", "Quit"),
    ]

    class Opened(Message):
        """An entry has been opened: here is what it holds."""

        def __init__(self, opened: Document | Choices, choices: Choices) -> None:
            """`opened` was chosen from `choices`."""
            super().__init__()
            self.opened = opened
            self.choices = choices

    def __init__(self, choices: Choices) -> None:
        """Offer `choices`."""
        super().__init__()
        self.choices = choices
        self._listed = choices.entries
        """What is listed: all, or what was asked for."""
        self._opening: Choice | None = None
        """What is being opened now: only the last one chosen is shown."""

    def compose(self) -> ComposeResult:
        """A title, the list, and a line for what happens."""
        yield Static(self._heading(), id="chooser-title", markup=False)
        yield Options(id="chooser-list", markup=False)
        yield Input(id="chooser-find", placeholder="words of the title", compact=True)
        yield Static(Text(self._help()), id="chooser-note", markup=False)

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self._list(self.app.size.width)
        self.query_one(OptionList).focus()

    def on_resize(self, event: Resize) -> None:
        """Cut the rows anew for the width there is."""
        self._list(event.size.width)

    def on_screen_resume(self) -> None:
        """Back from an article: nothing is being opened any more."""
        self._opening = None
        self._say("")

    def _heading(self) -> Text:
        title, count = plain(self.choices.title), f"{len(self.choices.entries):,} {self.choices.noun}"
        return Text.assemble((title, "bold"), "" if title == count else f"  {count}")

    def _help(self) -> str:
        back = " · Esc goes back" if len(self.app.screen_stack) > 1 else ""
        found = f" among all; {_MOST_LISTED:,} are listed" if len(self._listed) > _MOST_LISTED else ""
        return f"Enter opens · / finds{found}{back} · q quits"

    def _list(self, width: int) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted
        room = min(_WIDEST, width) - 6
        options.clear_options()
        options.add_options([Option(_row(entry, room)) for entry in self._listed[:_MOST_LISTED]])
        if self._listed:
            options.highlighted = min(at or 0, len(self._listed) - 1, _MOST_LISTED - 1)

    def _say(self, words: str) -> None:
        self.query_one("#chooser-note", Static).update(Text(plain(words) if words else self._help()))

    def action_cursor(self, where: str) -> None:
        """Move the cursor as the list's own keys do."""
        getattr(self.query_one(OptionList), f"action_{where}")()

    def action_find(self) -> None:
        """Ask for words that what is listed has to have."""
        self.add_class("-finding")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        wanted = ((entry, f"{entry.title} {entry.detail}".casefold()) for entry in self.choices.entries)
        self._listed = tuple(entry for entry, text in wanted if all(word in text for word in words))
        self.query_one(OptionList).highlighted = None
        self._list(self.app.size.width)
        self._say(self._counted() if words else "")

    def _counted(self) -> str:
        return f"{len(self._listed):,} of {len(self.choices.entries):,} {self.choices.noun}"

    @on(Input.Submitted)
    def _found(self) -> None:
        """Give the keys to what was found; open it where it is the only one."""
        options = self.query_one(OptionList)
        options.focus()
        if len(self._listed) == 1:
            options.action_select()
        elif self._listed:
            self._say(f"{self._counted()} · Enter opens · Esc lists all")

    def action_leave(self) -> None:
        """List everything again; or back to what this list was opened from, if there is such a thing."""
        if self.has_class("-finding"):
            self.remove_class("-finding")
            self.query_one(Input).clear()
            self.query_one(OptionList).focus()
        elif self.app.screen is self and len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        entry = self._listed[event.option_index]
        self._opening = entry
        self._say(f"Opening {entry.title} …")
        self._open(entry)

    @work(group="open")
    async def _open(self, entry: Choice) -> None:
        try:
            opened = await aside(entry.open)
        except ReaderError as error:
            self._failed(entry, error.message)
            return
        self._show(entry, opened)

    def _failed(self, entry: Choice, message: str) -> None:
        if self._opening is entry:
            self._opening = None
            self._say(message)

    def _show(self, entry: Choice, opened: Document | Choices) -> None:
        if self._opening is not entry or not self.is_current:
            return
        self.post_message(self.Opened(opened, self.choices))


def _row(entry: Choice, width: int) -> Text:
    """Title at the left, what else is known at the right, in `width` cells."""
    detail = fit(plain(entry.detail), max(0, width // 3))
    title = fit(plain(entry.title), max(8, width - cell_len(detail) - 2))
    gap = " " * max(1, width - cell_len(title) - cell_len(detail))
    return Text.assemble(title, gap, (detail, "dim"), no_wrap=True)
