"""All commands on one page, made from the one list of them."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.resources import bundled
from tui.ui.commands import by_context, keys_of
from tui.ui.screens.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.events import Resize

MAX_WIDTH = 112
"""Cells of the page, as in its style sheet."""
_EDGES = 7
"""Cells that border, padding and scroll bar take of them."""
_NOTE = 30
"""Cells below which there is no room for a sentence beside what is done: it stands below."""


class HelpScreen(Page[None]):
    """The help; any of its keys closes it."""

    CSS_PATH: ClassVar = f"{bundled('styles')}/help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close"),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown,ctrl+f", "page(1)", show=False),
        Binding("b,pageup,ctrl+b", "page(-1)", show=False),
        Binding("g,home", "end(0)", show=False),
        Binding("G,end", "end(1)", show=False),
    ]

    def __init__(self, changed: Mapping[str, str], here: str = "article") -> None:
        """`changed`: keys that the settings give to commands, by command id; `here`: what has the keys."""
        super().__init__()
        self._here = here
        self._changed = changed
        self._width = 0
        self.text = ""
        """What the page says."""

    def compose(self) -> ComposeResult:
        """The page."""
        page = VerticalScroll(id="help")
        page.border_title = "Keys"
        page.border_subtitle = "Space, b turn pages · Esc closes"
        with page:
            yield Static(self._set(self.app.size.width), id="help-text", markup=False)

    def on_resize(self, event: Resize) -> None:
        """Set the page anew where its width has changed."""
        if event.size.width != self._width:
            self.query_one("#help-text", Static).update(self._set(event.size.width))

    def _set(self, width: int) -> Content:
        self._width = width
        content = help_text(self._changed, min(MAX_WIDTH, width * 96 // 100) - _EDGES, self._here)
        self.text = content.plain
        return content

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#help", VerticalScroll)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._page.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by what is in view, but for two lines."""
        self.action_scroll(pages * max(1, self._page.scrollable_content_region.height - 2))

    def action_end(self, end: int) -> None:
        """Go to the beginning (0) or to the end (1)."""
        self._page.scroll_to(y=end * self._page.max_scroll_y, animate=False)


def help_text(changed: Mapping[str, str], width: int, here: str = "article") -> Content:
    """The commands: first those of `here`, "article" or a kind of findings, then the others by group.

    Keys, what is done, and a sentence about it: at the side where `width` cells leave room, else below.
    """
    listed = [
        (title, [(keys, command) for command in commands if (keys := keys_of(command, changed))])
        for title, commands in by_context(here)
    ]
    widest = max(cell_len("  ".join(keys)) for _, commands in listed for keys, _ in commands)
    key_width = min(widest, max(8, width // 3))
    title_width = max(cell_len(command.title) for _, commands in listed for _, command in commands)
    room = width - key_width - title_width - 6
    parts: list[Content | tuple[str, str]] = []
    for title, commands in listed:
        heading = "\n".join(wrap(title, max(8, width)))
        parts.append((f"{'' if not parts else chr(10)}{heading}\n", "bold $primary"))
        for keys, command in commands:
            signs = wrap("  ".join(keys), key_width)
            if room < _NOTE:
                rest = max(8, width - key_width - 4)
                done = [(words, "") for words in wrap(command.title, rest)]
                done += [(words, "dim") for words in wrap(command.help, rest)]
                told = [[part] for part in done]
            else:
                told = [
                    [(words.ljust(title_width), ""), (f"  {note}", "dim")]
                    for words, note in zip_longest([command.title], wrap(command.help, room) or [""], fillvalue="")
                ]
            for sign, line in zip_longest(signs, told):
                parts.append((f"  {(sign or '').ljust(key_width)}  ", "bold"))
                parts += [*(line or []), ("\n", "")]
    return Content.assemble(*parts)
