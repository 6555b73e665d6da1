"""Copying from the reader: what goes to the clipboard, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.domain.findings import Organisation, OtherMarked, Person
from tui.domain.text import Span
from tui.ui.screens.parts import ReaderParts
from tui.ui.targets import target_of

if TYPE_CHECKING:
    from tui.citation.passage import Citable


class Copying(ReaderParts):
    """The part of the reader screen that copies."""

    def action_copy_citation(self) -> None:
        """Copy a citation of what is chosen, in the style of the settings."""
        finding = self._citable()
        if finding is None:
            self.note = "Nothing is chosen yet: go to a pane with 1, 2, 3 or 4."
            return
        from tui.citation import cite
        from tui.errors import ReaderError

        try:
            text = cite(self.document, self.analysis, finding, self.settings.citation_style)
        except ReaderError as error:
            self.note = error.message
            return
        self.copy(text, "Citation")

    def action_copy_words(self) -> None:
        """Copy the text marked with the mouse, or else the sentence of what is chosen."""
        marked = self.get_selected_text()
        if marked:
            self.copy(marked, "Marked text")
            return
        span = self._sentence()
        if span is None:
            self.note = "Nothing is chosen yet: go to a pane with 1, 2, 3 or 4, or mark text with the mouse."
            return
        from tui.citation import words

        self.copy(words(self.document, self.analysis, span), "Sentence")

    def action_copy_text(self) -> None:
        """Textual's own key for marked text, by our way to the clipboard."""
        self.action_copy_words()

    def _citable(self) -> Citable | None:
        """What is chosen as something to cite: of a person's mentions, the one in view."""
        if self.choice is None:
            return None
        finding = self.choice.finding
        if isinstance(finding, Person | Organisation) and finding.mentions:
            return replace(finding, mentions=(finding.mentions[self.choice.mention],))
        if isinstance(finding, OtherMarked):
            return finding.span
        if isinstance(finding, Span):  # found words are too little to stand alone
            return self._sentence()
        return finding

    def _sentence(self) -> Span | None:
        target = target_of(self.choice, self.document) if self.choice else None
        return target.sentence if target else None

    def copy(self, text: str, what: str) -> None:
        """Copy `text`, called `what` in the note, on a thread: a clipboard's tool may keep one waiting."""
        driver = self.app._driver
        write = driver.write if driver is not None else None

        def work() -> None:
            from tui.ui.clipboard import copy

            copied = copy(text, write)
            self.app.call_from_thread(self._say, f"{what}: {copied.message}")

        self.run_worker(work, thread=True, exclusive=True, group="copy")

    def _say(self, note: str) -> None:
        self.note = note
