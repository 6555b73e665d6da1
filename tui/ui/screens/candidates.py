"""Who may have said a quote whose speaker stays open: each with the nearest place that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.domain.text import Span
from tui.ingest.display import plain
from tui.ui.excerpts import around, fit, quote_line
from tui.ui.screens.dossier import go_to, place_of
from tui.ui.screens.listing import ListScreen
from tui.ui.targets import Choice
from tui.ui.widgets.line_list import ListLine

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Candidate, Mention, Organisation, Person, Quote
    from tui.domain.text import Document
    from tui.ui.excerpts import Line, Piece
    from tui.ui.screens.wayfinding import Wayfinding

_LEAST = 8
"""Cells below which a role is not worth beginning."""


class CandidatesScreen(ListScreen):
    """The possible speakers of one quote, likeliest first."""

    BINDINGS = [("o", "leave", "Close")]  # noqa: RUF012 - declared by Textual

    def __init__(self, quote: Quote, analysis: Analysis, document: Document) -> None:
        """`quote` is one without a speaker, and with candidates."""
        super().__init__("Who may have said it")
        self.quote = quote
        self._analysis, self._document = analysis, document

    def lines(self, width: int) -> list[ListLine]:
        """The quote, and of each candidate the name, the likelihood, and the nearest place that names them."""
        words = quote_line(self.quote, self._document, width)
        lines = [ListLine(tuple((said, "text") for said, _ in words)), ListLine(())]
        if not any(quote is self.quote for quote in self._analysis.quotes):
            return lines  # of an earlier analysis: its candidates are counted otherwise
        for candidate in self.quote.candidates:
            lines += self._candidate(candidate, width)
        return lines

    def _candidate(self, candidate: Candidate, width: int) -> list[ListLine]:
        likely = f"  {candidate.confidence:.0%}" if candidate.confidence else ""
        entity = self._analysis.entity_of(candidate)
        place = self._place(candidate, entity)
        room = width - cell_len(likely)
        name = fit(plain(candidate.name), room)
        role = f", {plain(entity.roles[0])}" if entity is not None and entity.roles else ""
        left = room - cell_len(name)
        role = fit(role, left) if left >= min(_LEAST, cell_len(role)) else ""
        found = [ListLine(((name, "name"), (role, "detail"), (likely, "detail")), place)]
        if place is not None:
            span = place.finding if isinstance(place.finding, Span) else _span(place)
            found.append(ListLine(self._in_its_sentence(span, width)))
        return found

    def _in_its_sentence(self, span: Span, width: int) -> tuple[tuple[str, str], ...]:
        """The paragraph, and the name with what stands around it in its sentence."""
        document = self._document
        sentence = document.sentences[document.sentence_at(span.start)].span
        place = place_of(span, document)
        begun = document.text[max(sentence.start, span.start - 4 * width) : span.start]
        before = plain(begun) + (" " if begun[-1:].isspace() else "")
        after = plain(document.text[span.end : min(sentence.end, span.end + 4 * width)])
        gap = " " if document.text[span.end : span.end + 1].isspace() else ""
        lead: Line = [(before, "detail")] if before else []
        name: Piece = (plain(document.slice(span)), "name")
        return place, *around(lead, name, [(gap + after, "detail")], width - cell_len(place[0]))

    def _place(self, candidate: Candidate, entity: Person | Organisation | None) -> Choice | None:
        """Where the text names a candidate nearest before the quote, or else behind it."""
        at = self.quote.span.start
        if entity is not None and entity.mentions:
            index = _nearest(entity.mentions, at)
            return Choice("people" if candidate.person is not None else "organisations", entity, index)
        text, name = self._document.text, candidate.name
        start = text.rfind(name, 0, at)
        start = text.find(name, at) if start < 0 else start
        return Choice("match", Span(start, start + len(name))) if name and start >= 0 else None


def _span(place: Choice) -> Span:
    entity = place.entity
    assert entity is not None
    return entity.mentions[place.mention].span


def _nearest(mentions: tuple[Mention, ...], at: int) -> int:
    """Index of the last of `mentions` before `at`, or else of the first; one by name, if there is one."""
    named = [index for index, mention in enumerate(mentions) if mention.kind == "name"] or list(range(len(mentions)))
    before = [index for index in named if mentions[index].span.start < at]
    return before[-1] if before else named[0]


def open_candidates(screen: Wayfinding, quote: Quote) -> None:
    """List who may have said `quote`; a line leads to where they are named, and Esc there back to the quote."""

    def go(choice: Choice | None) -> None:
        if choice is not None:
            go_to(screen, choice)

    screen.app.push_screen(CandidatesScreen(quote, screen.analysis, screen.document), go)
