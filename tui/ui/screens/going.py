"""Going about in the reader: from pane to pane, to the article, by rows and pages, and back to the very line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on

from tui.domain.findings import Quote
from tui.ui import rows
from tui.ui.screens.parts import ReaderParts
from tui.ui.targets import Choice, renewed, target_of
from tui.ui.widgets.bars import PaneTabs
from tui.ui.widgets.finding_pane import FindingPane

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.events import Resize
    from textual.geometry import Size

NARROW = 100
"""Columns below which one pane is shown at a time, below the article."""
_ONLY = {
    "people": "This is the only mention.",
    "organisations": "This is the only mention.",
    "quotes": "No other quote of this speaker is listed.",
    "numbers": "The article gives this figure once.",
}
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


class Going(ReaderParts):
    """The part of the reader screen that moves the keys, the cursors and the place."""

    def __init__(self) -> None:
        """Nowhere to go back to yet."""
        super().__init__()
        self._back: list[Spot] = []
        self._ahead: list[Spot] = []
        """Where the reader has come back from."""
        self._in_article = True
        """Whether going to a pane now leaves a place in the article to come back to."""

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
        self.note = ""
        self._push(Spot(self.article.place(), pane.kind, self.choice))
        if self.choice is None or not pane.holds(self.choice.finding):
            self.choice = Choice(pane.kind, pane.chosen)
        self._to_article()

    def watch_choice(self, choice: Choice | None) -> None:
        """Highlight it, and bring it into view."""
        self.article.show(target_of(choice, self.document, self.analysis) if choice else None)
        self._tell_status()
        self._tell_place()

    def watch_note(self) -> None:
        self._tell_status()

    def action_mention(self, step: int) -> None:
        """Go to the next (1) or previous (-1) mention of what is chosen, and round."""
        choice = self.choice
        if choice is None:
            self.note = "Nothing is chosen yet: go to a pane with 1, 2, 3 or 4."
            return
        self.note = ""
        if choice.listed is None:
            self.note = "A sentence has no further mentions: [ and ] go to others."
            return
        if choice.entity is not None and len(choice.entity.mentions) > 1:
            self.choice = replace(choice, mention=(choice.mention + step) % len(choice.entity.mentions))
            return
        pane, others = self.pane(choice.kind), self.steps(choice)
        if not others:
            quote = choice.finding if isinstance(choice.finding, Quote) and choice.finding.speaker is None else None
            self.note = _ONLY[choice.kind] if quote is None else rows.nobody(quote)
            return
        finding = _beside(choice.listed, others, step)
        pane.cursor = next((index for index, item in pane.held() if item is finding), pane.cursor)
        self.choice = Choice(choice.kind, finding)

    def steps(self, choice: Choice) -> Sequence[rows.Item]:
        """Where the next mention of a quote's speaker or of a figure can be; nothing if there is only the choice."""
        others = self.kin(choice)
        if len(others) < 2 and choice.kind == "numbers":  # said once: what it is at odds with, if anything
            others = [*others, *self.pane("numbers").figures.at_odds.get(id(choice.finding), ())]
        return () if all(other is choice.finding for other in others) else others

    # Where the keys go

    def action_pane(self, kind: str) -> None:
        """Go to a pane and show what its cursor is on."""
        self._leave_article()
        self._open_rail(kind)
        pane = self.pane(kind)
        self.set_focus(pane, scroll_visible=False)
        pane.move_to(max(0, pane.cursor))
        if self.choice is None or not pane.holds(self.choice.finding):
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
        if self._back:
            self._ahead.append(self.spot)
            self._return_to(self._back.pop())
        else:
            self.choice = None
            self._to_article()

    def _return_to(self, spot: Spot, *, focus: bool = True) -> None:
        self.set_reactive(ReaderParts.choice, renewed(spot.choice, self.analysis) if spot.choice else None)
        if not focus:
            pass  # something is being typed
        elif spot.pane is None:
            self._to_article()
        else:
            self._in_article = False
            self._open_rail(spot.pane)
            self.set_focus(self.pane(spot.pane), scroll_visible=False)
        target = target_of(self.choice, self.document, self.analysis) if self.choice else None
        self.article.show(target, reveal=False)
        # once the article has its height again, or the line could be out of reach
        self.call_after_refresh(self.article.go_to, spot.place)
        self._tell_status()

    @property
    def spot(self) -> Spot:
        """Where the reader is."""
        return Spot(self.article.place(), self.pane_in_use.kind if self.pane_in_use else None, self.choice)

    def _push(self, spot: Spot) -> None:
        self._ahead.clear()
        if self._back[-1:] != [spot]:
            self._back.append(spot)
        del self._back[:-_DEPTH]

    def _leave_article(self) -> None:
        if self._in_article:
            self._push(Spot(self.article.place(), None, self.choice))
            self._in_article = False

    def _to_article(self) -> None:
        self._in_article = True
        if self.rail.has_class("-open"):
            self.rail.remove_class("-open")
            self.call_after_refresh(self._tell_place)
        self.set_focus(self.article, scroll_visible=False)

    def _open_rail(self, kind: str) -> None:
        for other in rows.KINDS:
            self.pane(other).set_class(other == kind, "-active")
        self.rail.add_class("-open")
        self.query_one(PaneTabs).active = kind
        self.call_after_refresh(self._tell_place)

    @on(PaneTabs.Clicked)
    def _open_tab(self, event: PaneTabs.Clicked) -> None:
        self.action_pane(event.kind)

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

    def on_resize(self, event: Resize) -> None:
        """Give the rail its place; where panes have just got too little room, keep open the one that is in use."""
        self.share_rail(event.size)
        if self.pane_in_use is not None:
            self._open_rail(self.pane_in_use.kind)

    def share_rail(self, size: Size) -> None:
        """Share the rail among the panes: a short list takes what it needs, the long ones share what is left."""
        if size.width < NARROW or self.has_class("-zoomed"):
            self.rail.styles.width = "1fr"
            heights = dict.fromkeys(rows.KINDS, "1fr")
        else:
            self.rail.styles.width = min(self.settings.rail_width, size.width // 2)
            # until all is known, nothing is short
            needs = {kind: self.pane(kind).height_of_all if self.stage.over else size.height for kind in rows.KINDS}
            heights = shares(size.height - 2, needs, rows.LINES)
        for kind, height in heights.items():
            self.pane(kind).styles.height = height


def _beside(finding: rows.Item, others: Sequence[rows.Item], step: int) -> rows.Item:
    """Of `others`, in the order of the text, the one after (1) or before (-1) `finding`, and round.

    `finding` need not be among them: what the pane lists may have been changed since it was chosen.
    """
    place = rows.first_place(finding).start
    after = [other for other in others if other is not finding and rows.first_place(other).start >= place]
    before = [other for other in others if other is not finding and rows.first_place(other).start < place]
    return [*after, *before][0 if step > 0 else -1]


def shares(room: int, needs: Mapping[str, int], weights: Mapping[str, int]) -> dict[str, str]:
    """Heights as Textual reads them: in cells for what needs no more than its share of `room` lines, else in fractions.

    Where everything fits, the last one takes the rest as well.
    """
    heights: dict[str, str] = {}
    open_ones = list(needs)
    while open_ones:
        share = (room - sum(needs[kind] for kind in heights)) / sum(weights[kind] for kind in open_ones)
        small = [kind for kind in open_ones if needs[kind] <= share * weights[kind]]
        if not small:
            break
        heights |= {kind: str(needs[kind]) for kind in small}
        open_ones = [kind for kind in open_ones if kind not in small]
    if not open_ones:
        open_ones = [list(needs)[-1]]
    return heights | {kind: f"{weights[kind]}fr" for kind in open_ones}
