"""Taking and giving up the keys without painting what looks the same with and without them.

Textual paints a widget whole when it gets or loses the focus, which over a slow line is felt: 8 KB for the article.
What does look different, a border's colour, is painted because its style changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.events import Blur, Focus


class QuietFocus(Widget):
    """For a widget whose focus shows in its style sheet alone."""

    def _on_focus(self, event: Focus) -> None:
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def _on_blur(self, event: Blur) -> None:
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))
