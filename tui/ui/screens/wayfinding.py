"""Finding one's way in the reader: what `/`, `[`, `]`, `<`, `>` and the like do.

Each action fetches its code when it is first used: nothing of it is needed for the first page.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.reactive import var

from tui.ui.screens.going import Going
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.minimap import Minimap

if TYPE_CHECKING:
    from tui.domain.text import Sentence, Span
    from tui.library.places import Place
    from tui.ui.finding import Search
    from tui.ui.screens.going import Spot
    from tui.ui.targets import Choice
    from tui.ui.walking import Listing
    from tui.ui.widgets.finding_pane import FindingPane


class Wayfinding(Going):
    """The part of the reader screen that finds: words, sentences, and the way back and forth."""

    search: var[Search | None] = var(None, init=False)
    """What has been searched for, as long as `n` steps through it."""
    marking: var[bool] = var(False, init=False)
    """Whether everything found is marked in the article."""

    def __init__(self) -> None:
        """Nothing searched for yet."""
        super().__init__()
        self.last_query = ("", False)
        """What was searched for last, and whether as a regular expression."""
        self.last_dossier: tuple[str, int] | None = None
        """Whose dossier was open last, and the line of its cursor: opened again it goes on there."""
        self.left_at: Place | None = None
        """Where the article was left the last time, as long as nobody has gone back there."""
        self.listing: Listing | None = None
        """Where in the text is what the panes list, as long as that holds."""

    # Words

    def action_find(self) -> None:
        """Ask for words to find."""
        from tui.ui import finding

        finding.ask(self)

    def watch_search(self) -> None:
        self._tell_overlay()
        self._tell_map()

    def action_mention(self, step: int) -> None:
        """Go to the next or previous match of a search; else to the next or previous mention."""
        if self.search is None:
            super().action_mention(step)
            return
        from tui.ui import finding

        finding.step(self, step)

    def _choose(self, pane: FindingPane) -> None:
        """A choice in a pane ends the search: `n` is for its mentions now."""
        self.search = None
        super()._choose(pane)

    def action_back(self) -> None:
        """Go back; a search is over with that."""
        self.search = None
        super().action_back()

    # Lists over the reader

    def action_dossier(self) -> None:
        """Open the dossier of who is chosen."""
        from tui.ui.screens.dossier import open_dossier

        open_dossier(self)

    def action_headings(self) -> None:
        """List the headings."""
        from tui.ui.screens.headings import open_headings

        open_headings(self)

    # Marks

    def action_marks(self) -> None:
        """Mark everything found in the article, or no more."""
        self.marking = not self.marking
        self.note = (
            "People are underlined, organisations twice, quotes italic, numbers bold."
            if self.marking
            else "Only what is chosen is highlighted."
        )

    def watch_marking(self) -> None:
        self._tell_overlay()

    def _tell_overlay(self) -> None:
        if self.search is not None or self.marking:
            from tui.ui import finding

            self.article.overlay = finding.overlay_of(self)
        else:
            self.article.overlay = None

    # Sentences, and what is in them

    def action_sentence(self, step: int) -> None:
        """Put the cursor on the next (1) or previous (-1) sentence."""
        from tui.ui import walking

        walking.step_sentence(self, step)

    def action_paragraph(self, step: int) -> None:
        """Put the cursor on the first sentence of the next (1) or previous (-1) paragraph."""
        from tui.ui import walking

        walking.step_paragraph(self, step)

    def action_found(self, step: int) -> None:
        """Choose the next (1) or previous (-1) finding in the order of the text."""
        from tui.ui import walking

        walking.step_found(self, step)

    def action_to_item(self) -> None:
        """Go from the text to the item in its pane."""
        from tui.ui import walking

        walking.to_item(self)

    @on(ArticleView.Pointed)
    def _point(self, event: ArticleView.Pointed) -> None:
        from tui.ui import walking

        walking.point(self, event.offset)

    def watch_choice(self, choice: Choice | None) -> None:
        """Show in the panes what is in a chosen sentence."""
        super().watch_choice(choice)
        self._show_sentence(choice)
        self._tell_map()

    def _tell_map(self) -> None:
        """Show beside the article where what is chosen occurs."""
        column = self.query_one(Minimap)
        if self.choice is None and self.search is None:
            column.show_marks((), None)
            return
        from tui.ui.occurrences import occurrences

        column.show_marks(*occurrences(self))

    @on(Minimap.Pointed)
    def _point_at_map(self, event: Minimap.Pointed) -> None:
        if event.begins:
            self.leave()
        self.article.centre(event.offset)

    def _show_sentence(self, choice: Choice | None) -> None:
        found_before = choice is not None and choice.kind == "match" and self.search is None
        if self._shows_sentence or found_before or (choice is not None and choice.kind == "sentence"):
            from tui.ui import walking

            self._shows_sentence = walking.show_items(self)
            self._tell_status()

    def renew_marks(self) -> None:
        """Once more has been found: mark that too."""
        if self.marking:
            self._tell_overlay()
        if self._shows_sentence:
            self._show_sentence(self.choice)
        self._tell_map()

    _shows_sentence = False
    """Whether the panes show what is in a sentence."""

    def _of_passage(self, passage: Sentence | Span) -> tuple[tuple[str, str], ...]:
        from tui.ui import finding, walking

        if self.search is not None and self.choice is not None and self.choice.kind == "match":
            return finding.status(self.search)
        return (*super()._of_passage(passage), *walking.status(self))

    # Back and forth

    def action_jump(self, step: int) -> None:
        """Go back (-1) to where the reader was before, to the very line, or forward (1) again."""
        there = self._back if step < 0 else self._ahead
        if not there and step < 0 and self.left_at is not None:
            from tui.ui import returning

            place, self.left_at, self.search = self.left_at, None, None
            self.note = ""
            self._ahead.append(self.spot)
            returning.go_on(self, place)
            return
        if not there:
            self.note = "Nowhere to go back to." if step < 0 else "Nowhere to go forward to."
            return
        self.note = ""
        self.search = None
        (self._ahead if step < 0 else self._back).append(self.spot)
        self._return_to(there.pop())

    def _return_to(self, spot: Spot, *, focus: bool = True) -> None:
        super()._return_to(spot, focus=focus)
        self._tell_map()
        self._show_sentence(self.choice)

    def leave(self) -> None:
        """Remember where the reader is: a jump follows."""
        self._push(self.spot)

    @on(ArticleView.Left)
    def _leave_place(self, event: ArticleView.Left) -> None:
        self._push(replace(self.spot, place=event.place))
