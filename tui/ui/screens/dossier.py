"""The dossier of a person or an organisation: all that the article tells of them, each line a way to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.domain.dossier import Dossier, dossier_of
from tui.domain.findings import Person, Quote
from tui.domain.text import Span
from tui.ingest.display import plain
from tui.ui.excerpts import fit, fit_end, quote_line
from tui.ui.rows import number_line
from tui.ui.screens.listing import ListScreen
from tui.ui.targets import Choice, renewed
from tui.ui.widgets.line_list import ListLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.domain.findings import Analysis, Organisation
    from tui.domain.text import Document
    from tui.ui.screens.wayfinding import Wayfinding

Piece = tuple[str, str]
_LEAST = 8
"""Cells of a quote below which what sort of quote it is makes way for its words."""


class DossierScreen(ListScreen):
    """One dossier."""

    BINDINGS = [("o", "leave", "Close")]  # noqa: RUF012 - declared by Textual

    def __init__(
        self, entity: Person | Organisation, analysis: Analysis, document: Document, cursor: int | None
    ) -> None:
        """The dossier of `entity`; `cursor` is the line to begin at."""
        super().__init__(plain(entity.name), cursor=cursor)
        self.dossier: Dossier = dossier_of(entity, analysis)
        self._document = document

    def lines(self, width: int) -> list[ListLine]:
        """The dossier in sections."""
        found, lines = self.dossier, list[ListLine]()
        roles = "; ".join(map(plain, found.entity.roles))
        lines += [ListLine(((fit(roles or "no role given", width), "detail"),)), ListLine(())]
        self._section(lines, "Mentions", self._mentions(width))
        self._section(lines, "What they said", (self._quote(quote, width) for quote in found.said))
        self._section(lines, "What they may have said", (self._quote(quote, width) for quote in found.perhaps))
        self._section(lines, "What was said of them", (self._quote(q, width, by=True) for q in found.said_of_them))
        self._section(lines, "Figures in their sentences", self._numbers(width))
        self._section(lines, "Named with them", self._company(width))
        return lines[:-1]

    def _section(self, lines: list[ListLine], title: str, entries: Iterable[ListLine]) -> None:
        listed = list(entries)
        if listed:
            lines += [ListLine(((f"{title} · {len(listed):,}", "heading"),)), *listed, ListLine(())]

    def _where(self, span: Span) -> Piece:
        return place_of(span, self._document)

    def _mentions(self, width: int) -> Iterable[ListLine]:
        kind = _kind(self.dossier.entity)
        for number, mention in enumerate(self.dossier.mentions):
            line = concordance(mention.span, self._document, width)
            yield ListLine(line, Choice(kind, self.dossier.entity, number))

    def _quote(self, quote: Quote, width: int, *, by: bool = False) -> ListLine:
        where = self._where(quote.span)
        who = f"{plain(quote.speaker.name)}: " if by and quote.speaker else "" if not by else "unattributed: "
        who = fit(who, width // 3) if cell_len(who) > width // 3 else who
        room = width - cell_len(where[0]) - cell_len(who)
        note = f" · {quote.sort}" if quote.sort else ""
        quiet = "reported" if quote.mixed else ""
        if room - cell_len(note) < _LEAST:
            note = ""
        line = quote_line(quote, self._document, room - cell_len(note))
        shown = [(words, "detail" if part in ("detail", quiet) else "text") for words, part in line]
        shown.append((note, "detail"))
        return ListLine((where, (who, "name"), *shown), Choice("quotes", quote))

    def _numbers(self, width: int) -> Iterable[ListLine]:
        for number in self.dossier.numbers:
            where = self._where(number.span)
            line = number_line(number, self._document, width - cell_len(where[0]))
            shown = [(words, "name" if part == "figure" else "detail") for words, part in line]
            yield ListLine((where, *shown), Choice("numbers", number))

    def _company(self, width: int) -> Iterable[ListLine]:
        for company in self.dossier.company:
            where = self._where(company.entity.mentions[company.mention].span)
            times = f"  in {company.sentences} sentence{'' if company.sentences == 1 else 's'}"
            name = fit(plain(company.entity.name), max(8, width - cell_len(where[0]) - cell_len(times)))
            choice = Choice(_kind(company.entity), company.entity, company.mention)
            yield ListLine((where, (name, "name"), (times, "detail")), choice)


def place_of(span: Span, document: Document) -> Piece:
    """The paragraph of a line of a list, in a column."""
    digits = len(str(len(document.paragraphs)))
    return f"¶ {document.paragraph_at(span.start) + 1:>{digits}}  ", "detail"


def concordance(span: Span, document: Document, width: int) -> tuple[Piece, ...]:
    """A concordance line: the words in the middle, what stands before and after them at either side."""
    place = place_of(span, document)
    words = fit(plain(document.slice(span)), max(8, width // 3))
    left = (width - cell_len(place[0])) * 2 // 5  # of every line the same, so that the words stand in a column
    room = width - cell_len(place[0]) - cell_len(words)
    paragraph = document.paragraphs[document.paragraph_at(span.start)].span
    text = document.text
    begun = text[max(paragraph.start, span.start - 3 * left) : span.start]
    space = " " if not begun or begun[-1].isspace() else ""  # there is none behind a mark that opens
    before = fit_end(plain(begun), left - len(space)) + space
    after = plain(text[span.end : min(paragraph.end, span.end + 3 * room)])
    padding = " " * max(0, left - cell_len(before))
    gap = " " if text[span.end : span.end + 1].isspace() else ""
    return place, (f"{padding}{before}", "text"), (words, "name"), (fit(gap + after, room - left), "text")


def _kind(entity: Person | Organisation) -> str:
    return "people" if isinstance(entity, Person) else "organisations"


def open_dossier(screen: Wayfinding) -> None:
    """Open the dossier of who is chosen, or of the speaker of the chosen quote; of an open one list who it may be."""
    entity = _entity(screen)
    if entity is None:
        quote = screen.choice.finding if screen.choice is not None else None
        if isinstance(quote, Quote) and quote.speaker is None and quote.candidates:
            from tui.ui.screens.candidates import open_candidates

            open_candidates(screen, quote)
            return
        nobody = isinstance(quote, Quote)
        screen.note = (
            "Nobody who is named says this: there is no dossier."
            if nobody
            else "A dossier is of a person, an organisation, or the speaker of a quote: choose one first."
        )
        return
    before = screen.last_dossier
    page = DossierScreen(
        entity, screen.analysis, screen.document, before[1] if before and before[0] == entity.name else None
    )

    def go(choice: Choice | None) -> None:
        screen.last_dossier = (entity.name, page.list.cursor)
        if choice is not None:
            go_to(screen, choice)

    screen.app.push_screen(page, go)


def _entity(screen: Wayfinding) -> Person | Organisation | None:
    choice = screen.choice
    if choice is None:
        return None
    if choice.entity is not None:
        return choice.entity
    speaker = choice.finding.speaker if isinstance(choice.finding, Quote) else None
    return screen.analysis.entity_of(speaker) if speaker is not None else None


def go_to(screen: Wayfinding, choice: Choice) -> None:
    """Show what is chosen in the article, which takes the keys; the way back leads to where the reader was."""
    screen.leave()
    screen.search = None
    screen.note = ""
    choice = renewed(choice, screen.analysis)  # more may have been found while the dossier lay open
    if choice.listed is not None:
        items = screen.pane(choice.kind).items
        pane = screen.pane(choice.kind)
        pane.cursor = next((index for index, item in enumerate(items) if item is choice.finding), pane.cursor)
    screen.choice = choice
    screen._to_article()
