"""A screen over the reader that is left once, however fast its keys come."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Page(ModalScreen[ScreenResultType]):
    """A page or a list over the reader.

    Over a slow line keys come in bursts: a second Esc or Enter may still be meant for a page that is gone already.
    Textual would take away the screen below it instead, or end the app where there is none.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave, unless that has been done."""
        if self.app.screen is self:
            return super().dismiss(result)
        gone: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]
        return gone
