"""What the reader says and does about where its article came from, and about what in it is not the article."""

from __future__ import annotations

from tui.analysis.other_languages import note_for
from tui.ingest.choices import Choices
from tui.ui.screens.parts import ReaderParts

_CALLED = {
    "title": "title",
    "byline": "author",
    "published": "date",
    "agency": "agency",
    "publication": "publication",
    "place": "place",
    "url": "address",
    "language": "language",
}
"""What a line of the screen calls the facts."""


class Origin(ReaderParts):
    """The part of the reader screen that knows the article's input."""

    choices: Choices | None = None
    """The list that the article was chosen from."""

    def tell_origin(self) -> None:
        """Say in one line what the reader has to know before reading."""
        self.note = self.note or note_for(self.document) or ""

    @property
    def doubts(self) -> str:
        """Which facts about the article were guessed: "please check the author and the date"; "" for none."""
        names = [_CALLED[found.fact] for found in self.document.facts.found if not found.sure and found.fact in _CALLED]
        if not names:
            return ""
        *first, last = names
        return f"please check the {', '.join(first)} and the {last}" if first else f"please check the {last}"

    def action_choose_another(self) -> None:
        """Back to the list that this article was chosen from."""
        if self.choices is None:
            self.note = "No other article was opened with this one."
        elif self.app.screen is self:  # a second press may have been on its way
            from tui.ui.returning import keep_place

            keep_place(self)
            self.app.pop_screen()

    def action_fold(self) -> None:
        """Show in full what is repeated or not the article, or fold it again."""
        article = self.article
        if not article.foldable:
            self.note = "Nothing in this article is repeated or foreign to it."
            return
        article.fold(not article.folded)
        repeats = "What is repeated, and what is not the article, is"
        self.note = f"{repeats} folded." if article.folded else f"{repeats} shown in full."
