"""What the parts of the reader screen share: its state, and its widgets by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from textual.reactive import Reactive, var

from tui.domain.findings import Analysis, Number, Quote
from tui.domain.text import Sentence, Span
from tui.ingest.display import plain
from tui.ui import figures, rows
from tui.ui.quiet_start import QuietScreen
from tui.ui.stage import Stage
from tui.ui.targets import Choice, relatives
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.bars import KeyHints, StatusLine, in_two
from tui.ui.widgets.finding_pane import FindingPane
from tui.ui.widgets.minimap import Minimap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.text import Document
    from tui.settings import Settings


def called(document: Document) -> str:
    """What the status line calls an article: its title, else its address, or the name of its file without the way."""
    name = document.heading
    return name if document.facts.title or "://" in name else name.rstrip("/").rpartition("/")[2] or name


class ReaderParts(QuietScreen):
    """State and widgets of the reader screen."""

    focused = Reactive(None, repaint=False)
    """The widget that has the keys. Textual would paint the whole screen when it changes."""

    document: Document
    """The article."""
    settings: Settings
    """The user's settings."""

    analysis: var[Analysis] = var(Analysis, init=False)
    """Everything found so far."""
    stage: var[Stage] = var(Stage, init=False)
    """How far the analysis is."""
    choice: var[Choice | None] = var(None, init=False)
    """What is highlighted in the article."""
    reported: var[bool] = var(False, init=False)
    """Whether reported speech is listed among the quotes."""
    speaker: var[Choice | None] = var(None, init=False)
    """Whose quotes alone are listed."""
    note: var[str] = var("", init=False)
    """What has just happened, until something else is chosen."""

    @property
    def doubts(self) -> str:
        """Which facts about the article were guessed, in words; "" for none."""
        return ""

    @property
    def article(self) -> ArticleView:
        """The article."""
        return self.query_one("#article", ArticleView)

    @property
    def rail(self) -> Container:
        """What holds the panes."""
        return self.query_one("#rail", Container)

    def pane(self, kind: str) -> FindingPane:
        """The pane of a kind."""
        return self.query_one(f"#{kind}", FindingPane)

    @property
    def pane_in_use(self) -> FindingPane | None:
        """The pane that has the keys."""
        return self.focused if isinstance(self.focused, FindingPane) else None

    def kin(self, choice: Choice) -> Sequence[rows.Item]:
        """Where else a quote's speaker speaks, or a figure is given, the choice among them, in the order of the text.

        The last answer is remembered: the status line, the footer and the column beside the article all ask.
        """
        asked = choice.finding, self.analysis, self.pane(choice.kind).items
        if self._kin is None or any(one is not other for one, other in zip(self._kin[0], asked, strict=True)):
            self._kin = asked, relatives(choice, self.analysis, asked[2])
        return self._kin[1]

    _kin: tuple[tuple[object, ...], Sequence[rows.Item]] | None = None

    @on(ArticleView.Moved)
    def _tell_place(self) -> None:
        article = self.article
        begin, end = article.visible_text
        at = article.current_paragraph
        if article.target is not None and begin <= article.target.sentence.start < end:
            at = self.document.paragraph_at(article.target.sentence.start)  # as a citation of it says
        paragraph = f"¶ {at + 1}/{len(self.document.paragraphs)}"
        self.query_one(StatusLine).place = f"{paragraph}  {article.percent:3.0f} %"
        self.query_one(Minimap).show_view(*article.visible_text)

    def _tell_status(self) -> None:
        status, hints = self.query_one(StatusLine), self.query_one(KeyHints)
        room = self.app.size.width - 2  # of either line, once there is a layout
        note, hints.note = in_two(plain(self.note), room, room if hints.display else 0)
        if self.note:
            status.tell([(note, "note")])
        elif self.choice is None:
            title = plain(called(self.document))
            status.tell([(title, "detail"), *([(f" · {self.doubts}", "doubt")] if self.doubts else [])])
        elif isinstance(self.choice.finding, Sentence | Span):
            status.tell(self._of_passage(self.choice.finding))
        else:
            line = rows.matter(self.choice.finding, self.document, self.analysis)
            if (entity := self.choice.entity) and (
                manner := rows.mention_note(entity.mentions[self.choice.mention], self.document)
            ):
                line.append((f" · {manner}", "detail"))
            if isinstance(self.choice.finding, Number):
                said = figures.note(self.choice.finding, self.pane("numbers").figures, self.document)
                line.append((f" · {said}", "detail"))
            status.tell(line, self._rank(self.choice))

    def _of_passage(self, passage: Sentence | Span) -> tuple[tuple[str, str], ...]:
        """What the status line says of a sentence or of words that are no finding."""
        span = passage.span if isinstance(passage, Sentence) else passage
        number = self.document.sentence_at(span.start) + 1
        return ((f"sentence {number:,} of {len(self.document.sentences):,}", "detail"),)

    def _rank(self, choice: Choice) -> str:
        """The place of a choice among its mentions."""
        if choice.entity is not None:
            return f"mention {choice.mention + 1} of {len(choice.entity.mentions)}"
        others = self.kin(choice)
        if len(others) < 2:
            return ""
        at = next((index for index, other in enumerate(others) if other is choice.finding), 0) + 1
        return f"{'quote' if isinstance(choice.finding, Quote) else 'mention'} {at} of {len(others)}"
