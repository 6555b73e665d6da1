"""From the text to the panes: a cursor that goes by sentence, by paragraph and by finding, and shows what is there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.domain.text import Sentence, Span
from tui.ui import rows
from tui.ui.overlay import places
from tui.ui.targets import Choice, target_of

if TYPE_CHECKING:
    from tui.ui.screens.wayfinding import Wayfinding

Place = tuple[Span, Choice]


class Listing:
    """Every place in the text of something that a pane lists, in the order of the text."""

    def __init__(self, screen: Wayfinding) -> None:
        self.key = _key(screen)
        self._rows = {(kind, id(item)): index for kind in rows.KINDS for index, item in screen.pane(kind).held()}
        found = places(screen.analysis, reported=screen.reported, others=screen.pane("quotes").others)
        listed = (place for place in found if self.row(place[1]) is not None)
        self.places: tuple[Place, ...] = tuple(sorted(listed, key=lambda place: (place[0].start, -place[0].end)))
        """Of those that begin together the longest comes first."""
        self.starts = [place[0].start for place in self.places]
        self._reach = list(accumulate((place[0].end for place in self.places), max))
        self._at = {(id(choice.finding), choice.mention): index for index, (_, choice) in enumerate(self.places)}

    def row(self, choice: Choice) -> int | None:
        """The row of a finding in its pane, if that lists it."""
        return self._rows.get((choice.kind, id(choice.finding)))

    def at(self, choice: Choice | None) -> int | None:
        """Index of what is chosen among the places."""
        return self._at.get((id(choice.finding), choice.mention)) if choice is not None else None

    def within(self, span: Span) -> list[Place]:
        """The places that `span` holds or touches."""
        found = []
        index = bisect_left(self.starts, span.end) - 1
        while index >= 0 and self._reach[index] > span.start:
            if self.places[index][0].end > span.start:
                found.append(self.places[index])
            index -= 1
        return found[::-1]


def _key(screen: Wayfinding) -> tuple[int, ...]:
    """What a listing depends on. By identity: to compare whole analyses would take longer than to make it anew."""
    return id(screen.analysis), int(screen.reported), *(id(screen.pane(kind).items) for kind in rows.KINDS)


def listing(screen: Wayfinding) -> Listing:
    """The places of what the panes list now."""
    known = screen.listing
    if known is None or known.key != _key(screen):
        known = screen.listing = Listing(screen)
    return known


def _cursor(screen: Wayfinding) -> Span | None:
    """The words, or else the sentence, that are highlighted; None if they are not in view."""
    target = screen.article.target
    if target is None:
        return None
    span = target.chosen[0] if target.chosen else target.sentence
    document = screen.document
    seen = screen.article.visible_sentences
    return span if document.sentence_at(span.start) in seen or document.sentence_at(span.end - 1) in seen else None


def step_sentence(screen: Wayfinding, step: int) -> None:
    """Go to the next (1) or previous (-1) sentence: from the highlighted one, or else into view."""
    document, cursor = screen.document, _cursor(screen)
    seen = screen.article.visible_sentences
    if not seen:
        return
    if cursor is None:
        index = seen.start if step > 0 else seen.stop - 1
    else:
        index = document.sentence_at(cursor.start) + step
    _go_to_sentence(screen, index)


def step_paragraph(screen: Wayfinding, step: int) -> None:
    """Go to the first sentence of the next (1) or previous (-1) paragraph; back within one first to its beginning."""
    document, cursor = screen.document, _cursor(screen)
    seen = screen.article.visible_sentences
    if not seen:
        return
    sentence = document.sentence_at(cursor.start) if cursor else seen.start
    paragraph = document.sentences[sentence].paragraph
    first = bisect_left(document.sentences, paragraph, key=lambda s: s.paragraph)
    if step > 0:
        sentence = bisect_right(document.sentences, paragraph, key=lambda s: s.paragraph) if cursor else sentence
    elif sentence > first or not (first or cursor):
        sentence = first
    else:
        before = document.sentences[max(0, first - 1)].paragraph
        sentence = bisect_left(document.sentences, before, key=lambda s: s.paragraph) if first else -1
    _go_to_sentence(screen, sentence, "paragraph")


def _go_to_sentence(screen: Wayfinding, index: int, unit: str = "sentence") -> None:
    sentences = screen.document.sentences
    if not 0 <= index < len(sentences):
        screen.note = f"This is the {'last' if index > 0 else 'first'} {unit}."
        return
    screen.note = ""
    screen.search = None
    screen.choice = Choice("sentence", sentences[index])


def step_found(screen: Wayfinding, step: int) -> None:
    """Choose the next (1) or previous (-1) finding in the order of the text, and put its pane's cursor on it."""
    listed = listing(screen)
    if not listed.places:
        screen.note = "Nothing was found in this article." if screen.stage.over else "Nothing has been found yet."
        return
    at = listed.at(screen.choice)
    if at is not None and _cursor(screen) is not None:
        at += step
    else:
        seen = screen.article.visible_sentences
        cursor = _cursor(screen)
        start = cursor.start if cursor else screen.document.sentences[seen.start].span.start if seen else 0
        at = bisect_left(listed.starts, start) - (step < 0)
    if not 0 <= at < len(listed.places):
        screen.note = "Nothing more was found in this direction."
        return
    screen.note = ""
    screen.search = None
    _choose(screen, listed.places[at][1])


def _choose(screen: Wayfinding, choice: Choice) -> None:
    """Choose a finding, with the cursor of its pane on it."""
    index = listing(screen).row(choice)
    if index is not None:
        screen.pane(choice.kind).cursor = index
    screen.choice = choice


def to_item(screen: Wayfinding) -> None:
    """Give the keys to the pane of what is chosen; of a sentence or found words, of the first finding there."""
    choice = screen.choice
    if choice is None:
        screen.note = "Choose a sentence with [ or ], or a finding with ← or →, and Enter goes to its pane."
        return
    if choice.listed is None:
        target = target_of(choice, screen.document)
        spans = [*target.chosen, target.sentence] if target else []
        found = next((other for span in spans for _, other in listing(screen).within(span)), None)
        if found is None:
            screen.note = "Nothing was found in this sentence."
            return
        choice = found
    _open(screen, choice)


def _open(screen: Wayfinding, choice: Choice) -> None:
    screen.search = None
    screen._leave_article()
    _choose(screen, choice)
    screen.action_pane(choice.kind)


def point(screen: Wayfinding, offset: int) -> None:
    """Go to the finding whose words have been clicked: the smallest there; else put the cursor on the sentence."""
    found = listing(screen).within(Span(offset, offset + 1))
    if found:
        _open(screen, min(found, key=lambda place: len(place[0]))[1])
    else:
        _go_to_sentence(screen, screen.document.sentence_at(offset))


def show_items(screen: Wayfinding) -> bool:
    """Show in each pane what is in the chosen sentence; whether a sentence is chosen.

    So is that of words that a search had found, once the reader comes back to them without searching.
    """
    choice = screen.choice
    sentence = choice.finding if choice is not None and isinstance(choice.finding, Sentence) else None
    if choice is not None and isinstance(choice.finding, Span) and screen.search is None:
        sentence = screen.document.sentences[screen.document.sentence_at(choice.finding.start)]
    listed = listing(screen)
    found = listed.within(sentence.span) if sentence is not None else []
    for kind in rows.KINDS:
        indices = {listed.row(other) for _, other in found if other.kind == kind}
        screen.pane(kind).here = frozenset(index for index in indices if index is not None)
    return sentence is not None


_NAMES = {
    "people": ("person", "people"),
    "organisations": ("organisation", "organisations"),
    "quotes": ("quote", "quotes"),
    "numbers": ("number", "numbers"),
}


def status(screen: Wayfinding) -> tuple[tuple[str, str], ...]:
    """What is in the chosen sentence, for the status line: " · 2 people, 1 quote"."""
    counts = [(kind, len(screen.pane(kind).here)) for kind in rows.KINDS]
    told = ", ".join(f"{count} {_NAMES[kind][count != 1]}" for kind, count in counts if count)
    nothing = "nothing found here" if screen.stage.over else "still being read"
    return ((f" · {told or nothing}", "detail"),)
