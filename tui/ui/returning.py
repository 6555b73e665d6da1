"""Back to where an article was left the last time: noted when the reader ends, offered once it has started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.places import Place, recall, remember
from tui.ui import rows
from tui.ui.screens.going import Spot
from tui.ui.targets import Choice

if TYPE_CHECKING:
    from tui.ui.screens.parts import ReaderParts
    from tui.ui.screens.wayfinding import Wayfinding


def keep_place(screen: ReaderParts) -> None:
    """Note where the reader is, for the next time; where nothing has been read yet, what was noted before stays."""
    choice, top = screen.choice, screen.article.place()
    if not top and choice is None:
        return
    if choice is None or choice.kind == "match":
        kind, start, mention = "", 0, 0
    else:
        listed = choice.listed
        start = rows.first_place(listed).start if listed is not None else choice.finding.span.start  # type: ignore[union-attr]
        kind, mention = choice.kind, choice.mention
    pane = screen.pane_in_use
    remember(screen.document.text, Place(top, pane.kind if pane is not None else "", kind, start, mention))


def offer(screen: Wayfinding) -> None:
    """Say where the article was left, unless the reader has begun with something."""
    screen.left_at = recall(screen.document.text)
    if screen.left_at is not None and screen.choice is None and not (screen.note or screen.article.place()):
        paragraph = screen.document.paragraph_at(_reading_at(screen.left_at)) + 1
        screen.note = f"You were at ¶ {paragraph} of {len(screen.document.paragraphs)} the last time: < goes on there."


def _reading_at(place: Place) -> int:
    return place.start if place.kind and place.start >= place.top else place.top


def go_on(screen: Wayfinding, place: Place) -> None:
    """Go to where the article was left: the line, what was chosen, the pane that had the keys."""
    choice = _choice(screen, place)
    if choice is not None and choice.listed is not None:
        pane = screen.pane(choice.kind)
        pane.cursor = next((index for index, item in pane.held() if item is choice.finding), pane.cursor)
    screen._return_to(Spot(place.top, place.pane if place.pane in rows.KINDS else None, choice))


def _choice(screen: Wayfinding, place: Place) -> Choice | None:
    if place.kind == "sentence":
        sentence = screen.document.sentences[screen.document.sentence_at(place.start)]
        return Choice("sentence", sentence)
    if place.kind not in rows.KINDS:
        return None
    findings = rows.findings_of(place.kind, screen.analysis, reported=True, others=True)
    finding = next((finding for finding in findings if rows.first_place(finding).start == place.start), None)
    if finding is None:
        return None
    mentions = len(getattr(finding, "mentions", ())) or 1
    return Choice(place.kind, finding, place.mention if 0 <= place.mention < mentions else 0)
