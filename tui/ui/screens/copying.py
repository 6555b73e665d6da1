"""Copying from the reader: what goes to the clipboard, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from textual.reactive import var
from textual.worker import get_current_worker

from tui.domain.findings import Organisation, OtherMarked, Person
from tui.domain.text import Span
from tui.errors import ReaderError
from tui.ui import rows
from tui.ui.screens.parts import ReaderParts
from tui.ui.targets import Choice, renewed, target_of
from tui.ui.widgets.minimap import Minimap

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.citation.passage import Citable
    from tui.domain.findings import Analysis
    from tui.library.details import Details

_COPYING = Lock()
_NOTHING = "Nothing is chosen yet: go to a pane with 1, 2, 3 or 4, or select text with the mouse."


class Copying(ReaderParts):
    """The part of the reader screen that copies, and that knows what is marked to be copied together."""

    marked: var[tuple[Choice, ...]] = var((), init=False)
    """What is marked to be copied together, in the order in which it was marked."""

    def action_copy_citation(self) -> None:
        """Copy a citation in the style of the settings."""
        citable = self.citable()
        if citable is None:
            self.note = _NOTHING
        else:
            self._copy_cited(citable, self.settings.citation_style)

    def action_copy_link(self) -> None:
        """Copy a link that opens the article at the words."""
        citable = self.citable()
        if citable is None:
            self.note = _NOTHING
        else:
            self._copy_cited(citable, "link")

    def _copy_cited(self, citable: Citable | list[Citable], style: str) -> None:
        from datetime import date

        from tui.citation import STYLES, cite

        what = self._counted("Link" if style == "link" else "Citation", citable)
        if style == "link":
            detail = "" if self.document.facts.url else ", no address yet, i sets it"
        else:
            detail = f", {STYLES.get(style, style).split(',')[0]}"
        document, analysis = self.document, self.analysis
        self.copy(lambda: cite(document, analysis, citable, style, date.today()), f"{what}{detail}")
        self.clear_selection()

    def action_copy_words(self) -> None:
        """Copy the verbatim words alone."""
        citable = self.citable()
        if citable is None:
            self.note = _NOTHING
            return
        from tui.citation import words

        self.copy(words(self.document, self.analysis, citable), self._counted("Words", citable))
        self.clear_selection()

    def action_copy_text(self) -> None:
        """Textual's own key for selected text, by our way to the clipboard; else it is taken for a wish to leave."""
        if self.article.selected is None:
            self.note = "Ctrl+C copies text selected with the mouse; q quits."
        else:
            self.action_copy_words()

    @staticmethod
    def _counted(what: str, citable: Citable | list[Citable]) -> str:
        return f"{what} of {len(citable)}" if isinstance(citable, list) and len(citable) > 1 else what

    def citable(self) -> Citable | list[Citable] | None:
        """What would be copied: the text selected with the mouse, else all that is marked, else what is chosen."""
        if (selected := self.article.selected) is not None:
            return selected
        if self.marked:
            return [self._cited(choice) for choice in self.marked]
        return self._cited(self.choice) if self.choice is not None else None

    def _cited(self, choice: Choice) -> Citable:
        """A choice as something to cite: of a person's mentions the one in view, of words found their sentence."""
        finding = choice.finding
        if isinstance(finding, Person | Organisation) and finding.mentions:
            return replace(finding, mentions=(finding.mentions[choice.mention],))
        if isinstance(finding, OtherMarked):
            from tui.citation.passage import with_marks

            return with_marks(self.document, finding.span)
        if isinstance(finding, Span):
            target = target_of(choice, self.document)
            return target.sentence if target else finding
        return finding

    # Marks

    def action_mark(self) -> None:
        """Mark what is chosen to be copied with others, or take the mark away."""
        choice = self.choice
        if choice is None:
            self.note = _NOTHING
            return
        others = tuple(mark for mark in self.marked if mark.finding != choice.finding)
        again = len(others) < len(self.marked)
        self.marked = others if again else (*others, choice)
        count = len(self.marked)
        if not count:
            self.note = "Nothing is marked any more."
        else:
            done = "Unmarked" if again else "Marked"
            self.note = f"{done}; {count} {'is' if count == 1 else 'are'} marked: c cites them together, M unmarks all."

    def action_unmark(self) -> None:
        """Take all marks away."""
        self.note = "Nothing is marked any more." if self.marked else "Nothing is marked: m marks what is chosen."
        self.marked = ()

    def watch_marked(self) -> None:
        """Show the marks in the panes and beside the article."""
        for kind in rows.KINDS:
            listed = [mark.listed for mark in self.marked if mark.kind == kind]
            self.pane(kind).marked = tuple(finding for finding in listed if finding is not None)
        targets = [target_of(mark, self.document) for mark in self.marked]
        self.query_one(Minimap).show_bookmarks(target.sentence.start for target in targets if target is not None)

    def renew_marked(self, analysis: Analysis) -> None:
        """Keep the marks on the same findings of a fuller analysis."""
        if self.marked:
            self.marked = tuple(renewed(mark, analysis) for mark in self.marked)

    # The style, and the article's details

    def action_choose_style(self) -> None:
        """Choose the citation style from a list that shows each one on what is chosen."""
        from tui.ui.screens.style_picker import StylePicker

        example = self.citable() or next(iter(self.analysis.quotes), None) or next(iter(self.document.sentences), None)
        if example is None:
            self.note = "There is nothing to cite."
            return
        picker = StylePicker(self.document, self.analysis, example, self.settings.citation_style)
        self.app.push_screen(picker, self._take_style)

    def _take_style(self, picked: tuple[str, bool] | None) -> None:
        if picked is None:
            return
        from tui import settings
        from tui.citation import STYLES

        style, and_copy = picked
        self.settings = replace(self.settings, citation_style=style)
        self.note = f"Citations are in {STYLES[style]} from now on."
        try:
            settings.save(citation_style=style)
        except ReaderError as error:
            self.note = error.message
        if and_copy:
            self.action_copy_citation()

    def action_details(self) -> None:
        """Set the article's title, author, publication, date and address."""
        from tui.ui.screens.article_details import ArticleDetails

        self.app.push_screen(ArticleDetails(self.document.facts), self._take_details)

    def _take_details(self, details: Details | None) -> None:
        if details is None:
            return
        from tui.library.details import keep_details

        self.document = self.document.with_facts(details.over(self.document.facts))
        self.note = "The article's details are set, and kept with it."
        try:
            keep_details(self.document.text, details)
        except ReaderError as error:
            self.note = error.message

    # The clipboard

    def copy(self, text: str | Callable[[], str], what: str) -> None:
        """Copy `text`, called `what` in the note, on a thread: a clipboard's tool may keep one waiting.

        `text` may be what makes it: finding the words for a link in a long book takes a second.
        """
        driver = self.app._driver
        write = driver.write if driver is not None else None

        def work() -> None:
            from tui.ui.clipboard import copy

            with _COPYING:  # one after the other, or what was copied first could be what stays
                if get_current_worker().is_cancelled:
                    return
                try:
                    note = f"{what}: {copy(text if isinstance(text, str) else text(), write).message}"
                except ReaderError as error:
                    note = error.message
            self.app.call_from_thread(self._say, note)

        self.run_worker(work, thread=True, exclusive=True, group="copy")

    def _say(self, note: str) -> None:
        self.note = note
