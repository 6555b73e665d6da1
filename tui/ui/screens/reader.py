"""The reader: four panes of findings beside the article, and what happens between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container

from tui.domain.findings import Analysis, Number, Organisation, OtherMarked, Person, Quote
from tui.domain.text import Sentence, Span
from tui.ingest.display import plain
from tui.ui import figures, rows
from tui.ui.arranging import ORDERS, next_order
from tui.ui.commands import applying, bindings, keys_of
from tui.ui.held_back import shown_of
from tui.ui.screens.copying import Copying
from tui.ui.screens.figuring import Figuring
from tui.ui.screens.going import NARROW
from tui.ui.screens.origin import Origin
from tui.ui.screens.shape import Shape
from tui.ui.stage import Stage
from tui.ui.targets import Choice, renewed
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.bars import Hint, KeyHints, PaneTabs, StatusLine
from tui.ui.widgets.finding_pane import FindingPane
from tui.ui.widgets.minimap import Minimap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import DescendantFocus

    from tui.domain.text import Document
    from tui.ingest.choices import Choices
    from tui.settings import Settings
    from tui.ui.commands import Command


_OWN = ("quotes", "numbers")
"""Panes that have commands of their own."""
_WEIGHTS = {
    "quit": 9, "help": 9, "back": 9, "copy.citation": 8, "mention.next": 7, "copy.words": 6, "item.open": 6,
    "quotes.of_person": 5, "numbers.kind": 5, "numbers.dates": 5, "quotes.reported": 4, "quotes.others": 4,
    "numbers.convert": 4, "found.open": 4, "item.filter": 3, "find": 2, "dossier": 2,
}  # fmt: skip
"""How long the footer keeps a command where there is little room: how to leave it, what the reader is for (to cite),
how to go on; then what the pane alone has, and what leads to other places. Others weigh 1."""
_BY_PANE = {"people": {"dossier": 4}, "organisations": {"dossier": 4}, "numbers": {"item.sort": 4}}
"""Of those that weigh otherwise in some panes."""
_SWITCHED_ON = 6
"""The same of a switch that is on: the pane's border says how what is hidden can be shown, not how it is hidden."""
_OF_A_CHOICE = ("back", "dossier", "found.open", "copy.mark")
"""Commands that are of no use before anything is chosen."""
_OF_AN_ITEM = ("item.open", "item.filter", "quotes.of_person")
"""Commands that are of no use in a pane that lists nothing."""


class ReaderScreen(Copying, Figuring, Origin, Shape):
    """One article with its panes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("anywhere", "article")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - declared by Textual

    def __init__(
        self,
        document: Document,
        settings: Settings,
        analysis: Analysis | None = None,
        choices: Choices | None = None,
    ) -> None:
        """`analysis`: a finished one, if it is known already; `choices`: the list that the article was chosen from."""
        super().__init__()
        self.choices = choices
        self.document = document
        self.share_shown = 0.0
        """Share of the text that the findings shown are of."""
        self.settings = settings
        self.set_class(settings.rail_side == "right", "-rail-right", update=False)
        if analysis is not None:
            self.set_reactive(ReaderScreen.analysis, analysis)
            self.set_reactive(ReaderScreen.stage, Stage(share=1, over=True))

    def compose(self) -> ComposeResult:
        """The rail with its panes, the article, the two lines."""
        with Container(id="desk"):
            with Container(id="rail"):
                yield PaneTabs()
                for kind in rows.KINDS:
                    pane = FindingPane(kind, self.document, self.settings.keys)
                    pane.set_reactive(FindingPane.analysis, self.analysis)
                    pane.set_reactive(FindingPane.stage, self.stage)
                    yield pane
            with Container(id="page"):
                yield ArticleView(self.document, self.settings.measure, id="article")
                yield Minimap(len(self.document.text))
        yield StatusLine()
        yield KeyHints()

    def on_mount(self) -> None:
        """Give the keys to the article."""
        self.set_focus(self.article)
        self.share_rail(self.app.size)
        self._tell_tabs()
        self.tell_origin()
        self._tell_status()
        self.call_after_refresh(self._tell_place)

    # What comes from the analysis

    def watch_analysis(self, analysis: Analysis) -> None:
        """Hand the findings on; what is highlighted stays what and where it is."""
        if self.speaker is not None:
            self.set_reactive(ReaderScreen.speaker, renewed(self.speaker, analysis))
        for kind in rows.KINDS:
            self.pane(kind).analysis = analysis
        if self.speaker is not None:
            self.pane("quotes").speaker = self.speaker.listed
        if self.choice is not None:
            self.set_reactive(ReaderScreen.choice, renewed(self.choice, analysis))
            self._tell_status()
        self.renew_marks()
        self.renew_marked(analysis)
        self._tell_tabs()

    def watch_stage(self, stage: Stage) -> None:
        """Hand it on."""
        for kind in rows.KINDS:
            self.pane(kind).stage = stage
        self._tell_tabs()
        if stage.over and (self.pane_in_use is None or self.choice is None):
            self.share_rail(self.size)  # else its rows would move under the reader's eyes
        if stage.failed:
            self.note = stage.failed

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say which keys apply now."""
        if isinstance(event.widget, ArticleView):
            self._in_article = True
        self._tell_hints()

    # What the quotes pane lists

    def action_reported(self) -> None:
        """Show reported speech in the quotes pane, or hide it again."""
        count = sum(not quote.holds_own_words for quote in self.analysis.quotes)
        if not count and self.stage.over:
            self.note = "No reported speech was found."
            return
        self.reported = not self.reported
        self.pane("quotes").reported = self.reported
        shown = "shown among the quotes, in the reporter's words" if self.reported else "hidden"
        self.note = f"Reported speech ({shown_of(self.pane('quotes'), count)}) is {shown}."
        self._tell_tabs()

    def action_others(self) -> None:
        """Show words in quotation marks that nobody says in the quotes pane, or hide them again."""
        quotes, count = self.pane("quotes"), len(self.analysis.other_marked)
        if not count and self.stage.over:
            self.note = "Nothing in quotation marks here that is not speech."
            return
        quotes.others = not quotes.others
        shown = "listed among the quotes" if quotes.others else "hidden"
        self.note = f"Words in marks that nobody says ({shown_of(quotes, count, others=True)}) are {shown}."
        self._tell_tabs()

    def action_back(self) -> None:
        """Go back to where the reader was, but list all quotes first."""
        if self.speaker is not None and self.pane_in_use is self.pane("quotes"):
            self.action_only_speaker()
        else:
            super().action_back()

    def action_only_speaker(self) -> None:
        """List only the quotes of who is chosen, or all again."""
        quotes = self.pane("quotes")
        if self.speaker is not None and _another_than_listed(self) is None:
            self.speaker = quotes.speaker = None
            self.note = "All quotes are listed."
            self._tell_tabs()
            return
        choice = self.choice
        if choice is None or isinstance(choice.finding, Number | OtherMarked | Sentence | Span):
            self.note = "Quotes are by a person, an organisation, or the speaker of a quote: choose one first."
            return
        finding = choice.finding
        theirs = rows.findings_of("quotes", self.analysis, self.reported, finding)
        if not theirs:
            self.note = rows.none_by(finding, self.analysis)
            return
        self.speaker = choice
        quotes.speaker = finding
        self._tell_tabs()
        self.action_pane("quotes")
        speaker = finding.speaker if isinstance(finding, Quote) else finding
        name = plain(speaker.name) if speaker is not None else ""
        self.note = f"{len(theirs)} by {name}; s or Esc lists all."

    def action_help(self) -> None:
        """Show all keys."""
        from tui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keys, self.pane_in_use.kind if self.pane_in_use else "article"))

    def watch_marked(self) -> None:
        """Show the marks, and say how many are copied now."""
        super().watch_marked()
        self._tell_hints()

    # The two lines, and the tabs

    def _tell_tabs(self) -> None:
        tabs = self.query_one(PaneTabs)
        tabs.tabs = tuple(
            (kind, _tab_labels(number, kind, len(self.pane(kind).items), self.stage.over and not self.stage.failed))
            for number, kind in enumerate(rows.KINDS, 1)
        )
        tabs.manners = tuple((kind, _said_of(self.pane(kind))) for kind in rows.KINDS)
        tabs.note = self.stage.note
        self._begin()
        self._tell_hints()

    def _begin(self) -> None:
        """Choose a row of the pane in use where none of those it lists is chosen: what is copied is what one sees.

        That is the first one of a pane that was empty, and the cursor's where the chosen one is listed no more.
        """
        pane, choice = self.pane_in_use, self.choice
        if pane is None or not pane.items:
            return
        if pane.cursor < 0:
            pane.move_to(0)
        elif choice is None or choice.kind != pane.kind or any(item is choice.finding for _, item in pane.held()):
            return
        if pane.chosen is not None and (choice is None or not pane.holds(choice.finding)):
            self.search = None
            self.choice = Choice(pane.kind, pane.chosen)

    def _tell_hints(self) -> None:
        changed = self.settings.keys
        commands = list(applying(in_pane=self.pane_in_use is not None))
        panes = [keys_of(command, changed)[0] for command in commands if command.action.startswith("pane(")]
        label = f"{panes[0]}–{panes[-1]}" if panes == ["1", "2", "3", "4"] else "/".join(panes)
        named = self.pane_in_use is not None and self.size.width < NARROW and not self.zoomed  # by the tabs
        undoing = self._undoing()
        hints = [Hint(label, "panes", "pane('people')", 1 if named else 8)]
        for command in commands:
            if command.hint and self._is_of_use(command) and (keys := keys_of(command, changed)):
                words, short, weight = self._hint(command, undoing)
                hints.append(Hint(keys[0], words, command.action, weight, short))
        self.query_one(KeyHints).hints = tuple(hints)

    def _hint(self, command: Command, undoing: Mapping[str, str]) -> tuple[str, str, int]:
        """What the footer says that a command does next as things are, at length and in short, and its weight."""
        pane = self.pane_in_use
        kind = pane.kind if pane is not None else ""
        weight = _BY_PANE.get(kind, {}).get(command.id, _WEIGHTS.get(command.id, 1))
        if command.id in undoing:
            return undoing[command.id], "", max(weight, _SWITCHED_ON)
        words, short = command.hint, command.short
        finding = self.choice.finding if self.choice is not None else None
        if command.id == "mention.next" and self.search is not None:
            words = "next match"
        elif command.id == "mention.next" and kind == "quotes":
            words = "their next"
        elif command.id == "mention.next" and kind == "numbers":
            words = "next mention" if self.choice is not None and len(self.kin(self.choice)) > 1 else "next ≠"
        elif command.id == "dossier" and isinstance(finding, Quote) and finding.speaker is None:
            words, short, weight = "who it may be", "who?", 6
        elif command.id == "item.sort" and pane is not None:
            words = f"sort {_order_after(pane)}"
        elif command.id == "numbers.kind":
            words = f"only {figures.NAMES[figures.next_kind(self.pane('numbers').view.kind, self.analysis.numbers)]}"
        elif command.id in ("copy.citation", "copy.words") and self.marked:
            words = f"{command.hint} {len(self.marked)}"
        return words, short, weight

    def _undoing(self) -> dict[str, str]:
        """By the ids of the switches that are on: what they do when they are pressed again."""
        chosen = self.choice.finding if self.choice is not None else None
        on = {
            "marks": self.marking and "no highlights",
            "copy.mark": chosen is not None and any(mark.finding == chosen for mark in self.marked) and "unmark",
        }
        if (pane := self.pane_in_use) is not None:
            view = self.pane("numbers").view
            own = {"quotes": self.speaker is not None, "numbers": bool(view.kind)}.get(pane.kind, False)
            on |= {
                "quotes.of_person": self.speaker is not None and _another_than_listed(self) is None and "all quotes",
                "quotes.reported": self.reported and "hide reported",
                "quotes.others": self.pane("quotes").others and "hide marks",
                "numbers.dates": view.dates and "hide dates",
                "numbers.convert": view.converted and "own units",
                "numbers.kind": not figures.next_kind(view.kind, self.analysis.numbers) and "all kinds",
                "back": (own or bool(pane.arrangement.query)) and "list all",
            }
        return {command: words for command, words in on.items() if words}

    def _is_of_use(self, command: Command) -> bool:
        """Whether the footer has to offer a command as things are."""
        if command.id == "article.others":
            return self.choices is not None
        if command.id == "mention.next":
            return self.search is not None or self._goes_on()
        if (command.id == "dossier" and not self._has_dossier()) or (
            command.id == "quotes.of_person" and not self._speaks()
        ):
            return False
        choice, pane = self.choice, self.pane_in_use
        if command.group.lower() in _OWN and command.id != "quotes.of_person":
            return pane is not None and command.id in pane.offers
        if pane is None:
            return choice is not None or command.id not in _OF_A_CHOICE
        if command.id == "item.sort":
            return len(pane.items) > 1
        if not pane.items and command.id in _OF_AN_ITEM:
            return command.id == "item.filter" and bool(pane.arrangement.query)
        return choice is not None or command.id == "back" or command.id not in _OF_A_CHOICE

    def _has_dossier(self) -> bool:
        """Whether what is chosen is somebody, or said by somebody, of whom more is known."""
        choice = self.choice
        if choice is None or not isinstance(choice.finding, Quote):
            return choice is not None and choice.entity is not None
        speaker = choice.finding.speaker
        if speaker is None:
            return bool(choice.finding.candidates)
        return (speaker.person, speaker.organisation) != (None, None)

    def _speaks(self) -> bool:
        """Whether `s` lists other quotes than now: those of who is chosen, or, if one speaker's are listed, all."""
        choice, quotes = self.choice, self.pane("quotes").items
        if (other := _another_than_listed(self)) is not None:
            return bool(rows.findings_of("quotes", self.analysis, self.reported, other))
        if self.speaker is not None or choice is None:
            return self.speaker is not None
        if isinstance(choice.finding, Quote):
            return 1 < len(self.kin(choice)) < len(quotes)
        entity = choice.entity
        return entity is not None and any(
            isinstance(quote, Quote) and rows.said_by(quote, entity, self.analysis) for quote in quotes
        )

    def _goes_on(self) -> bool:
        """Whether what is chosen is mentioned elsewhere too."""
        choice = self.choice
        if choice is None or choice.listed is None:
            return False
        return len(choice.entity.mentions) > 1 if choice.entity is not None else bool(self.steps(choice))

    @on(KeyHints.Clicked)
    async def _do_hint(self, event: KeyHints.Clicked) -> None:
        await self.run_action(event.action)


def _another_than_listed(reader: ReaderScreen) -> Person | Organisation | None:
    """Who is chosen in their own pane while somebody else's quotes are listed."""
    choice, pane = reader.choice, reader.pane_in_use
    if reader.speaker is None or choice is None or pane is None or pane.kind not in ("people", "organisations"):
        return None
    entity, listed = choice.entity, reader.speaker.finding
    if entity is None or (isinstance(listed, Quote) and rows.said_by(listed, entity, reader.analysis)):
        return None
    return entity if listed != entity else None


def _order_after(pane: FindingPane) -> str:
    """The order in which the next press of the key lists."""
    if pane.kind == "numbers":
        return "as in the text" if pane.view.by_size else "by size"
    order = next_order(pane.kind, pane.arrangement.order)
    return "as in the text" if order == ORDERS["quotes"][0] else order


def _said_of(pane: FindingPane) -> tuple[str, ...]:
    """What a pane lists, and in which order, where that is not everything in its usual order; and what is hidden."""
    usual = ORDERS.get(pane.kind, ("",))[0]
    said = " ".join(filter(None, (pane.manner, pane.arrangement.order.removeprefix(usual))))
    hidden = [f"{said} · {words}" if said else words for words in pane.hidden]
    return (*hidden, said) if said else tuple(hidden)


_SHORT_TITLES = {"organisations": "Orgs"}


def _tab_labels(number: int, kind: str, count: int, over: bool) -> tuple[str, ...]:
    """A tab's label, from the longest to the shortest; "0" only once it is sure."""
    title, short = rows.TITLES[kind], _SHORT_TITLES.get(kind, rows.TITLES[kind])
    longest = f"{number} {title} {count:,}" if count or over else f"{number} {title}"
    return longest, f"{number} {title}", f"{number} {short}", f"{number} {title[:3]}", f"{number}"
