"""The citation styles in a list, and beside it what the one under the cursor makes of what is to be cited."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.citation import STYLES, cite
from tui.resources import bundled
from tui.ui.screens.page import Page
from tui.ui.widgets.options import Options

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.citation.passage import Citable
    from tui.domain.findings import Analysis
    from tui.domain.text import Document


class StylePicker(Page[tuple[str, bool] | None]):
    """Answers with the style and whether to copy in it at once; None where it is left."""

    CSS_PATH: ClassVar = f"{bundled('styles')}/citing.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012 - declared by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,C", "dismiss", "Leave"),
        Binding("c", "take(True)", "Choose and copy"),
        Binding("j", "list('cursor_down')", show=False),
        Binding("k", "list('cursor_up')", show=False),
        Binding("space", "preview(5)", show=False),
        Binding("b", "preview(-5)", show=False),
    ]

    def __init__(self, document: Document, analysis: Analysis, example: Citable | list[Citable], style: str) -> None:
        """`example` is what the styles are shown on; `style` has the cursor first."""
        super().__init__()
        self._document = document
        self._analysis = analysis
        self._example = example
        self._style = style if style in STYLES else next(iter(STYLES))
        self.preview = ""
        """The citation that is shown."""

    def compose(self) -> ComposeResult:
        """The list and the preview."""
        with Horizontal(id="citing"):
            styles = Options(*(Option(Content(title), id=name) for name, title in STYLES.items()), id="styles")
            styles.border_title = "Citation style"
            styles.border_subtitle = "Enter chooses · c copies too"
            yield styles
            # Filled from the first layout on: an update before it would keep the height of an empty preview.
            words = Static(self._set(), id="preview-text", markup=False)
            preview = VerticalScroll(words, id="preview", can_focus=False)
            preview.border_subtitle = "Space, b scroll · Esc leaves"
            yield preview

    def on_mount(self) -> None:
        """Put the cursor on the style in use."""
        styles = self.query_one("#styles", OptionList)
        styles.highlighted = list(STYLES).index(self._style)
        styles.focus()

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        self._style = str(event.option_id)
        self.query_one("#preview-text", Static).update(self._set())
        scroll = self.query_one("#preview", VerticalScroll)
        scroll.border_title = Content(STYLES[self._style])
        scroll.scroll_home(animate=False)

    def _set(self) -> Content:
        self.preview = cite(self._document, self._analysis, self._example, self._style, date.today())
        return Content(self.preview)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss((str(event.option_id), False))

    def action_take(self, and_copy: bool) -> None:
        """Answer with the style under the cursor."""
        at = self.query_one("#styles", OptionList).highlighted  # word of its last move may still be on the way
        self.dismiss((list(STYLES)[at or 0], and_copy))

    async def action_list(self, action: str) -> None:
        """Move the cursor of the list."""
        await self.query_one("#styles", OptionList).run_action(action)

    def action_preview(self, lines: int) -> None:
        """Scroll the preview."""
        self.query_one("#preview", VerticalScroll).scroll_relative(y=lines, animate=False)
