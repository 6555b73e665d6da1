"""What the article is: title, author, publication, date, address, each to be set where it is missing or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tui.errors import ReaderError
from tui.ingest.display import safe
from tui.library.details import Details
from tui.resources import bundled
from tui.ui.screens.page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.domain.text import Facts

_FIELDS = (
    ("title", "Title", "headline"),
    ("byline", "Author", "Grace Okafor and Per Lindqvist"),
    ("publication", "Publication", "newspaper or site"),
    ("published", "Date", "2024-03-15, 2024-03 or 2024"),
    ("url", "Address", "https://…"),
)
"""Field of the details, its label, what is written in it."""


class ArticleDetails(Page[Details | None]):
    """Answers with what was changed; None where it is left."""

    CSS_PATH: ClassVar = f"{bundled('styles')}/citing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Leave"),
        Binding("ctrl+s", "save", "Save"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, facts: Facts) -> None:
        """`facts`: what is known so far, and where it was found."""
        super().__init__()
        self._facts = facts
        self._before = {name: safe(getattr(facts, name) or "").strip() for name, _, _ in _FIELDS}

    def compose(self) -> ComposeResult:
        """A line for each detail, and where what stands in it was found."""
        form = VerticalScroll(id="details", can_focus=False)
        form.border_title = "The article"
        form.border_subtitle = "Enter saves · Tab on · Esc leaves"
        with form:
            for name, label, example in _FIELDS:
                yield Static(Content.assemble((label, "bold"), (f"  {self._where(name)}", "dim")), classes="label")
                yield Input(self._before[name], placeholder=example, id=f"detail-{name}", compact=True)
            yield Static("", id="fault", markup=False)

    def _where(self, name: str) -> str:
        found = self._facts.where(name)
        if not self._before[name]:
            return "not known"
        return safe(found.where) + ("" if found.sure else ": please check") if found else ""

    def on_mount(self) -> None:
        """Begin at the first detail that is missing."""
        first = next((name for name, _, _ in _FIELDS if not self._before[name]), "title")
        self.query_one(f"#detail-{first}", Input).focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Answer with what was changed, or say what is wrong with it."""
        now = {name: self.query_one(f"#detail-{name}", Input).value.strip() for name in self._before}
        changed = {name: value for name, value in now.items() if value != self._before[name]}
        try:
            details = Details(**changed).checked()
        except ReaderError as error:
            self.query_one("#fault", Static).update(Content(error.message))
            return
        self.dismiss(details if changed else None)
