"""A line to type on, in the place of the key hints: for finding and for filtering."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.ui.quiet_start import QuietScreen


_KEYS = 64
"""Keys that may be on their way at once."""
_ROOM = 18
"""Cells to type in that a hint has to leave."""


class _Line(Input):
    """The line itself; the keys that are not for typing go to the bar around it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "ask('cancel')", "Cancel", show=False),
        Binding("up", "ask('previous')", "Previous", show=False),
        Binding("down", "ask('next')", "Next", show=False),
        Binding("ctrl+r", "ask('switch')", "Switch", show=False),
    ]

    def __init__(self, value: str) -> None:
        super().__init__(value, compact=True, select_on_focus=True)
        self.seen: deque[Key] = deque(maxlen=_KEYS)
        """The keys that came here last: what it leaves alone goes on to the app."""

    def action_ask(self, what: str) -> None:
        """Tell the bar."""
        self.post_message(Ask.Pressed(what))

    def on_key(self, event: Key) -> None:
        """Remember that it came here."""
        self.seen.append(event)


class Ask(Horizontal):
    """A label, a line to type on, and a hint at the right."""

    DEFAULT_CSS = """
    Ask { height: 1; padding: 0 1; background: $panel; }
    Ask Static { width: auto; color: $primary; text-style: bold; }
    Ask Input { width: 1fr; background: $panel; color: $foreground; }
    Ask Input:focus { background-tint: $foreground 0%; }
    Ask .ask--hint { color: $foreground 62%; text-style: none; }
    """

    @dataclass
    class Changed(Message):
        """Something has been typed."""

        value: str

    @dataclass
    class Pressed(Message):
        """A key not for typing: "enter", "cancel", "previous", "next", "switch"; "left" if the keys went elsewhere."""

        what: str

    def __init__(self, label: str, value: str = "", hint: str = "") -> None:
        """`label` stands before the line, `hint` behind it; `value` is what is on the line, ready to be typed over."""
        super().__init__()
        self._label, self._value, self._hint = label, value, hint
        self._opened_on: QuietScreen | None = None
        self._early: list[Key] = []
        self._late: list[Key] = []
        self._has_keys = self._over = False

    def open(self, screen: QuietScreen) -> None:
        """Show it, and have what is typed from now on."""
        self._opened_on = screen
        screen.asked = self
        screen.mount(self)

    def take(self, key: Key) -> bool:
        """Take a key that was typed for the line but came to another widget, which had the keys still; whether it was.

        Keys come faster than a widget is mounted, over a slow line or where somebody types fast: each would be a
        command, and "q" the end. What follows Enter or Esc waits until the line is away.
        """
        if self._has_keys and any(key is seen for seen in self.query_one(_Line).seen):
            return False
        if self._over:
            self._late.append(key)
        elif self._has_keys:
            self._type(key)
        else:
            self._early.append(key)
        return True

    def _type(self, key: Key) -> None:
        self._over = key.key in ("enter", "escape")
        again = Key(key.key, key.character)
        again.set_sender(self.app)  # as if it came in: one of this bar's own would not go on to the app
        self.query_one(_Line)._forward_event(again)

    def compose(self) -> ComposeResult:
        """Label, line, hint."""
        yield Static(Content(f"{self._label} "), markup=False, id="ask-label")
        yield _Line(self._value)
        yield Static(Content(self._hint), markup=False, classes="ask--hint")

    def on_mount(self) -> None:
        """Take the keys."""
        line = self.query_one(_Line)
        line.cursor_blink = False  # over a slow line every blink is sent
        self.screen.set_focus(line, scroll_visible=False)
        self._has_keys = True
        early, self._early = self._early, []
        for key in early:
            if self._over:
                self._late.append(key)
            else:
                self._type(key)

    def on_unmount(self) -> None:
        """Leave the keys, and those that waited, to whoever has them now."""
        if self._opened_on is not None and self._opened_on.asked is self:
            self._opened_on.asked = None
        for key in self._late:
            self.app.post_message(Key(key.key, key.character))

    def on_descendant_blur(self) -> None:
        """Something else has been clicked; but the terminal may come back."""
        if self.app.app_focus and self.is_attached:
            self.post_message(self.Pressed("left"))

    def on_ask_pressed(self, event: Pressed) -> None:
        """What comes after one of these waits until the line is away."""
        self._over = event.what in ("enter", "cancel", "left")

    def on_resize(self) -> None:
        """Leave the hint out where it would take the room to type."""
        taken = sum(cell_len(words) for words in (self._label, self._hint))
        self.query_one(".ask--hint").display = self.size.width >= taken + _ROOM

    @property
    def value(self) -> str:
        """What is on the line."""
        return self.query_one(_Line).value

    def relabel(self, label: str) -> None:
        """Change what stands before the line."""
        self.query_one("#ask-label", Static).update(Content(f"{label} "))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of what is typed."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell of Enter."""
        event.stop()
        self.post_message(self.Pressed("enter"))
