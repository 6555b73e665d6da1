"""The reader: four panes of findings beside the article, and what happens between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container
from textual.reactive import var
from textual.screen import Screen

from tui.domain.findings import Analysis, Number, Quote
from tui.ui import rows
from tui.ui.commands import applying, bindings, keys_of
from tui.ui.screens.copying import Copying
from tui.ui.stage import Stage
from tui.ui.targets import Choice, relatives, renewed, target_of
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.bars import Hint, KeyHints, PaneTabs, StatusLine
from tui.ui.widgets.finding_pane import FindingPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import DescendantFocus, Resize

    from tui.domain.text import Document
    from tui.settings import Settings

NARROW = 100
"""Columns below which one pane is shown at a time, below the article."""
_DEPTH = 100
"""Places that Esc can go back to."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the reader was: Esc goes back there."""

    place: int
    """Offset of the text at the top line."""
    pane: str | None
    """The pane that had the keys, or None for the article."""
    choice: Choice | None
    """What was highlighted."""


class ReaderScreen(Copying, Screen[None]):
    """One article with its panes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("anywhere", "article")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - declared by Textual

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

    def __init__(self, document: Document, settings: Settings, analysis: Analysis | None = None) -> None:
        """`analysis`: a finished one, if it is known already."""
        super().__init__()
        self.document = document
        self.settings = settings
        self._back: list[Spot] = []
        self._in_article = True
        """Whether going to a pane now leaves a place in the article to come back to."""
        if analysis is not None:
            self.set_reactive(ReaderScreen.analysis, analysis)
            self.set_reactive(ReaderScreen.stage, Stage(share=1, over=True))

    def compose(self) -> ComposeResult:
        """The rail with its panes, the article, the two lines."""
        with Container(id="desk"):
            with Container(id="rail"):
                yield PaneTabs()
                for kind in rows.KINDS:
                    pane = FindingPane(kind, self.document)
                    pane.set_reactive(FindingPane.analysis, self.analysis)
                    pane.set_reactive(FindingPane.stage, self.stage)
                    yield pane
            yield ArticleView(self.document, self.settings.measure, id="article")
        yield StatusLine()
        yield KeyHints()

    def on_mount(self) -> None:
        """Give the keys to the article."""
        self.rail.styles.width = self.settings.rail_width
        self.set_focus(self.article)
        self._tell_tabs()
        self._tell_status()
        self._tell_hints()
        self.call_after_refresh(self._tell_place)

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

    # What comes from the analysis

    def watch_analysis(self, analysis: Analysis) -> None:
        """Hand the findings on; what is highlighted stays what and where it is."""
        if self.speaker is not None:
            self.set_reactive(ReaderScreen.speaker, renewed(self.speaker, analysis))
        for kind in rows.KINDS:
            self.pane(kind).analysis = analysis
        if self.speaker is not None:
            self.pane("quotes").speaker = self.speaker.finding
        if self.choice is not None:
            self.set_reactive(ReaderScreen.choice, renewed(self.choice, analysis))
            self._tell_status()
        self._tell_tabs()

    def watch_stage(self, stage: Stage) -> None:
        """Hand it on."""
        for kind in rows.KINDS:
            self.pane(kind).stage = stage
        self._tell_tabs()
        if stage.failed:
            self.note = stage.failed

    # What is chosen

    @on(FindingPane.Chosen)
    def _choose_clicked(self, event: FindingPane.Chosen) -> None:
        self._leave_article()
        self._choose(event.pane)

    def _choose(self, pane: FindingPane) -> None:
        """Choose what the cursor of a pane is on."""
        self.note = ""
        if pane.chosen is not None:
            self.choice = Choice(pane.kind, pane.chosen)

    @on(FindingPane.Opened)
    def action_open(self) -> None:
        """Give the keys to the article, at the sentence of what is chosen."""
        pane = self.pane_in_use
        if pane is None or pane.chosen is None:
            return
        self._push(Spot(self.article.place(), pane.kind, self.choice))
        if self.choice is None or self.choice.finding is not pane.chosen:
            self.choice = Choice(pane.kind, pane.chosen)
        self._to_article()

    def watch_choice(self, choice: Choice | None) -> None:
        """Highlight it, and bring it into view."""
        self.article.show(target_of(choice, self.document) if choice else None)
        self._tell_status()

    def watch_note(self) -> None:
        self._tell_status()

    def action_mention(self, step: int) -> None:
        """Go to the next (1) or previous (-1) mention of what is chosen, and round."""
        choice = self.choice
        if choice is None:
            self.note = "Nothing is chosen yet: go to a pane with 1, 2, 3 or 4."
            return
        self.note = ""
        if choice.entity is not None:
            self.choice = replace(choice, mention=(choice.mention + step) % len(choice.entity.mentions))
            return
        pane = self.pane(choice.kind)
        others = relatives(choice, self.analysis, pane.items)
        if len(others) < 2:
            self.note = (
                "No other quote of this speaker is listed."
                if isinstance(choice.finding, Quote)
                else "The article gives this figure once."
            )
            return
        at = next(index for index, other in enumerate(others) if other is choice.finding)
        finding = others[(at + step) % len(others)]
        pane.cursor = next(index for index, item in enumerate(pane.items) if item is finding)
        self.choice = Choice(choice.kind, finding)

    # Where the keys go

    def action_pane(self, kind: str) -> None:
        """Go to a pane and show what its cursor is on."""
        self._leave_article()
        self._open_rail(kind)
        pane = self.pane(kind)
        self.set_focus(pane, scroll_visible=False)
        pane.move_to(max(0, pane.cursor))
        if self.choice is None or self.choice.finding is not pane.chosen:
            self._choose(pane)

    def action_next_pane(self, step: int) -> None:
        """Go through the panes and the article, forwards (1) or backwards (-1)."""
        stops = [*rows.KINDS, "article"]
        at = stops.index(self.pane_in_use.kind if self.pane_in_use else "article")
        stop = stops[(at + step) % len(stops)]
        if stop == "article":
            self._to_article()
        else:
            self.action_pane(stop)

    def action_back(self) -> None:
        """Go back to where the reader was; with nowhere to go, take the highlight away."""
        self.note = ""
        if self.speaker is not None and self.pane_in_use is self.pane("quotes"):
            self.action_only_speaker()
        elif self._back:
            self._return_to(self._back.pop())
        else:
            self.choice = None
            self._to_article()

    def _return_to(self, spot: Spot) -> None:
        self.set_reactive(ReaderScreen.choice, renewed(spot.choice, self.analysis) if spot.choice else None)
        if spot.pane is None:
            self._to_article()
        else:
            self._in_article = False
            self._open_rail(spot.pane)
            self.set_focus(self.pane(spot.pane), scroll_visible=False)
        self.article.show(target_of(self.choice, self.document) if self.choice else None, reveal=False)
        # once the article has its height again, or the line could be out of reach
        self.call_after_refresh(self.article.go_to, spot.place)
        self._tell_status()

    def _push(self, spot: Spot) -> None:
        self._back.append(spot)
        del self._back[:-_DEPTH]

    def _leave_article(self) -> None:
        if self._in_article:
            self._push(Spot(self.article.place(), None, self.choice))
            self._in_article = False

    def _to_article(self) -> None:
        self._in_article = True
        self.rail.remove_class("-open")
        self.set_focus(self.article, scroll_visible=False)

    def _open_rail(self, kind: str) -> None:
        for other in rows.KINDS:
            self.pane(other).set_class(other == kind, "-active")
        self.rail.add_class("-open")
        self.query_one(PaneTabs).active = kind

    @on(PaneTabs.Clicked)
    def _open_tab(self, event: PaneTabs.Clicked) -> None:
        self.action_pane(event.kind)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say which keys apply now."""
        if isinstance(event.widget, ArticleView):
            self._in_article = True
        self._tell_hints()

    def on_resize(self, event: Resize) -> None:
        """Where panes have just got too little room, keep open the one that is in use."""
        if event.size.width < NARROW and self.pane_in_use is not None:
            self._open_rail(self.pane_in_use.kind)

    # Keys that scroll: a pane has its own for its rows

    def action_item(self, step: int) -> None:
        """Move the cursor of the pane in use by a row."""
        if pane := self.pane_in_use:
            pane.move_by(step)
            self._choose(pane)

    def action_item_page(self, step: int) -> None:
        """Move the cursor of the pane in use by a page."""
        if pane := self.pane_in_use:
            pane.move_by(step * pane.page)
            self._choose(pane)

    def action_item_end(self, end: int) -> None:
        """Move the cursor of the pane in use to its first (0) or last (-1) row."""
        if pane := self.pane_in_use:
            pane.move_to(0 if end == 0 else len(pane.items) - 1)
            self._choose(pane)

    def action_line(self, lines: int) -> None:
        """Scroll the article by lines."""
        self.article.action_line(lines)

    def action_page(self, pages: int) -> None:
        """Turn pages of the article."""
        self.article.action_page(pages)

    def action_half_page(self, halves: int) -> None:
        """Scroll the article by half pages."""
        self.article.action_half_page(halves)

    def action_top(self) -> None:
        """Go to the beginning of the article."""
        self.article.action_top()

    def action_end(self) -> None:
        """Go to the end of the article."""
        self.article.action_end()

    # What the quotes pane lists

    def action_reported(self) -> None:
        """Show reported speech in the quotes pane, or hide it again."""
        self.reported = not self.reported
        self.pane("quotes").reported = self.reported
        count = sum(quote.kind == "indirect" for quote in self.analysis.quotes)
        shown = "shown among the quotes, in the reporter's words" if self.reported else "hidden"
        self.note = f"Reported speech ({count}) is {shown}."
        self._tell_tabs()

    def action_only_speaker(self) -> None:
        """List only the quotes of who is chosen, or all again."""
        quotes = self.pane("quotes")
        if self.speaker is not None:
            self.speaker = quotes.speaker = None
            self.note = "All quotes are listed."
            self._tell_tabs()
            return
        choice = self.choice
        if choice is None or isinstance(choice.finding, Number):
            return
        finding = choice.finding
        theirs = rows.findings_of("quotes", self.analysis, self.reported, finding)
        if not theirs:
            self.note = (
                "Nobody is named for this quote." if isinstance(finding, Quote) else "No quote of theirs is listed."
            )
            return
        self.speaker = choice
        quotes.speaker = finding
        self._tell_tabs()
        self.action_pane("quotes")
        self.note = f"{len(theirs)} by this speaker; s or Esc lists all."

    def action_help(self) -> None:
        """Show all keys."""
        from tui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keys))

    # The two lines, and the tabs

    @on(ArticleView.Moved)
    def _tell_place(self) -> None:
        article = self.article
        paragraph = f"¶ {article.current_paragraph + 1}/{len(self.document.paragraphs)}"
        self.query_one(StatusLine).place = f"{paragraph}  {article.percent:3.0f} %"

    def _tell_status(self) -> None:
        status = self.query_one(StatusLine)
        if self.note:
            status.pieces = ((rows.plain(self.note), "note"),)
        elif self.choice is None:
            status.pieces = ((rows.plain(self.document.facts.title or self.document.source), "detail"),)
        else:
            line = rows.matter(self.choice.finding, self.document)
            status.pieces = (*line, (self._rank(self.choice), "detail"))

    def _rank(self, choice: Choice) -> str:
        """The place of a choice among its mentions."""
        if choice.entity is not None:
            mentions = choice.entity.mentions
            kind = rows.mention_note(mentions[choice.mention], self.document)
            return f" · mention {choice.mention + 1} of {len(mentions)}" + (f", {kind}" if kind else "")
        others = relatives(choice, self.analysis, self.pane(choice.kind).items)
        if len(others) < 2:
            return ""
        at = next((index for index, other in enumerate(others) if other is choice.finding), 0) + 1
        if isinstance(choice.finding, Quote):
            return f" · quote {at} of {len(others)}"
        return f" · mention {at} of {len(others)}"

    def _tell_tabs(self) -> None:
        tabs = self.query_one(PaneTabs)
        tabs.tabs = tuple(
            (kind, f"{number} {rows.TITLES[kind]} {len(self.pane(kind).items):,}")
            for number, kind in enumerate(rows.KINDS, 1)
        )
        tabs.note = self.stage.note

    def _tell_hints(self) -> None:
        changed = self.settings.keys
        commands = list(applying(in_pane=self.pane_in_use is not None))
        panes = [keys_of(command, changed)[0] for command in commands if command.action.startswith("pane(")]
        label = f"{panes[0]}–{panes[-1]}" if panes == ["1", "2", "3", "4"] else "/".join(panes)
        hints = [Hint(label, "panes", "pane('people')", 3)]
        for command in commands:
            if command.hint and (keys := keys_of(command, changed)):
                weight = 4 if command.group == "Program" else 2 if command.group == "Copy" else 1
                hints.append(Hint(keys[0], command.hint, command.action, weight))
        self.query_one(KeyHints).hints = tuple(hints)

    @on(KeyHints.Clicked)
    async def _do_hint(self, event: KeyHints.Clicked) -> None:
        await self.run_action(event.action)
