"""The part of the reader screen that changes how it looks. The code of each action is fetched when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.ui import rows
from tui.ui.screens.wayfinding import Wayfinding
from tui.ui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from textual.events import Resize
    from textual.geometry import Size

    from tui.ui.screens.going import Spot
    from tui.ui.targets import Choice
    from tui.ui.widgets.finding_pane import FindingPane


class Shape(Wayfinding):
    """Measure, rail, zoom and theme."""

    zoomed = ""
    """What is shown alone: "article", a kind of findings, or nothing."""

    @property
    def panes(self) -> list[FindingPane]:
        """All panes."""
        return [self.pane(kind) for kind in rows.KINDS]

    def say(self, note: str) -> None:
        """Say something in the status line."""
        self.note = note

    def on_resize(self, event: Resize) -> None:
        """A long note is cut anew, and with tabs other keys are named."""
        self._tell_status()
        self._tell_hints()
        self._look_for_room(event.size)

    def on_screen_resume(self) -> None:
        """The terminal may have got too small under a screen that did not mind."""
        self._look_for_room(self.app.size)

    def _look_for_room(self, size: Size) -> None:
        """Where there is too little room for anything, say so."""
        if size.width < 30 or size.height < 8:
            from tui.ui.screens.too_small import TooSmallScreen, too_small

            if too_small(size) and self.app.screen is self:
                self.app.push_screen(TooSmallScreen())

    @on(ArticleView.Moved)
    def _welcomed(self) -> None:
        if self.note.startswith(("Welcome.", "You were at")):
            self.note = ""

    def watch_choice(self, choice: Choice | None) -> None:
        """Once something is chosen, other keys are of use."""
        super().watch_choice(choice)
        self._tell_hints()

    def watch_search(self) -> None:
        super().watch_search()
        self._tell_hints()

    def watch_marking(self) -> None:
        super().watch_marking()
        self._tell_hints()

    def _return_to(self, spot: Spot, *, focus: bool = True) -> None:
        super()._return_to(spot, focus=focus)
        self._tell_hints()

    def action_measure(self, step: int) -> None:
        """Make lines longer (1) or shorter (-1)."""
        from tui.ui import shaping

        shaping.change_measure(self, step)

    def action_rail(self, step: int) -> None:
        """Make the rail wider (1) or narrower (-1)."""
        from tui.ui import shaping

        shaping.change_rail(self, step)

    def action_side(self) -> None:
        """Put the rail on the other side."""
        from tui.ui import shaping

        shaping.change_side(self)

    def action_zoom(self) -> None:
        """Show what has the keys alone, or everything again."""
        from tui.ui import shaping

        here = self.pane_in_use.kind if self.pane_in_use else "article"
        shaping.zoom(self, "" if self.zoomed else here)

    def action_filter(self) -> None:
        """Ask which words the pane in use is to list."""
        from tui.ui import filtering

        filtering.ask(self)

    def action_sort(self) -> None:
        """List in another order."""
        from tui.ui import filtering

        filtering.sort(self)

    def action_back(self) -> None:
        """Go back; but a filtered pane lists everything first."""
        if self.pane_in_use is not None and self.pane_in_use.arrangement.query:
            from tui.ui import filtering

            filtering.list_all(self)
            return
        super().action_back()

    if TYPE_CHECKING:

        def _tell_tabs(self) -> None: ...

        def _tell_hints(self) -> None: ...

        def action_figures_order(self) -> None: ...

    def action_theme(self) -> None:
        """Choose a theme."""
        from tui.ui import shaping

        shaping.choose_theme(self)

    def _unzoom(self, *, unless: str) -> None:
        """What gets the keys has to be seen."""
        if self.zoomed and self.zoomed != unless:
            from tui.ui import shaping

            shaping.zoom(self, "")

    def _to_article(self) -> None:
        self._unzoom(unless="article")
        super()._to_article()

    def _open_rail(self, kind: str) -> None:
        self._unzoom(unless=kind)
        super()._open_rail(kind)
