"""An article and what is found in it as a report to read from top to bottom: for pipes, plain terminals and ears.

No boxes, no columns, no sign that is not spelt out somewhere: a screen reader reads it line by line, and each line
says where in the article it belongs. Colours and bold type are only added where the terminal has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from tui.analysis.other_languages import note_for
from tui.domain.comparing import amounts, times
from tui.domain.cue_words import telling
from tui.domain.disagreeing import at_odds
from tui.domain.figures import counted, figure
from tui.domain.importance import by_importance
from tui.domain.once import counted_once
from tui.domain.wording import alike
from tui.ingest.display import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import IO

    from tui.domain.findings import Analysis, Number, Organisation, Person, Quote
    from tui.domain.text import Document, Facts, Span

WIDTH = 80
"""Columns where the output is no terminal and COLUMNS says nothing."""
_MEASURE = 100
"""Columns beyond which lines get hard to read."""


def write_report(document: Document, analysis: Analysis, out: IO[str], *, width: int | None = None) -> None:
    """Write the report to `out`: the article's facts, people, organisations, quotes, numbers, and then its text.

    `width` is the number of columns; by default the terminal's, or COLUMNS, or 80. Paragraphs are numbered from 1, and
    the findings name them.
    """
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False, legacy_windows=False)
    if width is None and console.width > _MEASURE:
        console.width = _MEASURE
    report = _Report(document, analysis, console)
    report.write()


def _to_check(facts: Facts, name: str) -> str:
    """What is said after a fact that was guessed."""
    found = facts.where(name)
    return f" ({found.where}: please check)" if found is not None and not found.sure else ""


class _Report:
    """The parts of one report, written one after the other."""

    def __init__(self, document: Document, analysis: Analysis, console: Console) -> None:
        self.document = document
        self.analysis = counted_once(document, analysis)
        self.console = console
        self._odds = at_odds(self.analysis.numbers, document)

    def write(self) -> None:
        self._facts()
        self._entities("People", by_importance(self.analysis.people, self.analysis, self.document))
        self._entities("Organisations", by_importance(self.analysis.organisations, self.analysis, self.document))
        self._quotes()
        self._section("Numbers", map(self._number, amounts(self.analysis.numbers)))
        if dates := times(self.analysis.numbers):
            self._section("Dates and times", map(self._number, dates))
        self._article()

    def _line(self, text: Text | str, indent: int = 0) -> None:
        words = text if isinstance(text, Text) else Text(text)
        for line in words.wrap(self.console, self.console.width - indent) or [words]:
            line.rstrip()
            self.console.print(Text.assemble(" " * indent if line else "", line), soft_wrap=True)

    def _heading(self, title: str) -> None:
        self._line("")
        self._line(Text(title, "bold underline"))

    def _section(self, title: str, entries: Iterable[tuple[Text, str]]) -> None:
        """A heading with a count, and numbered entries: what it is, and below it what is to be said of it."""
        entries = list(entries)
        self._heading(f"{title}: {len(entries):,}" if entries else f"{title}: none found")
        digits = len(str(len(entries)))
        for number, (what, detail) in enumerate(entries, 1):
            self._line(Text.assemble((f"{number:>{digits}}. ", "dim"), what))
            if detail:
                self._line(Text(detail), digits + 2)

    def _facts(self) -> None:
        facts = self.document.facts
        check = _to_check(facts, "title") if facts.title else ""
        self._line(Text.assemble((plain(self.document.heading), "bold"), check))
        for label, name in (
            ("By", "byline"), ("Agency", "agency"), ("Publication", "publication"), ("Published", "published"),
            ("Place", "place"), ("Address", "url"), ("Fetched", "accessed"),
        ):  # fmt: skip
            if value := getattr(facts, name):
                self._line(f"{label}: {plain(value)}{_to_check(facts, name)}")
        if note := note_for(self.document):
            self._line(note)

    def _paragraph(self, span: Span) -> int:
        return self.document.paragraph_at(span.start) + 1

    def _where(self, spans: Iterable[Span]) -> str:
        """ "paragraph 3" or "paragraphs 3, 5 and 9"."""
        numbers = [str(number) for number in dict.fromkeys(map(self._paragraph, spans))]
        if len(numbers) == 1:
            return f"paragraph {numbers[0]}"
        return f"paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}" if numbers else "no paragraph"

    def _entities(self, title: str, entities: Iterable[Person | Organisation]) -> None:
        entries = []
        for entity in entities:
            count = len(entity.mentions)
            mentions = f"{count} mention{'' if count == 1 else 's'}, {self._where(m.span for m in entity.mentions)}"
            roles = "; ".join(map(plain, entity.roles))
            entries.append((Text(plain(entity.name), "bold"), ". ".join(p for p in (roles, _capital(mentions)) if p)))
        self._section(title, entries)

    def _quotes(self) -> None:
        verbatim = [quote for quote in self.analysis.quotes if quote.holds_own_words]
        reported = [quote for quote in self.analysis.quotes if not quote.holds_own_words]
        self._section("Quotes", map(self._quote, verbatim))
        if reported:
            self._section("Reported speech, in the article's words", map(self._quote, reported))

    def _quote(self, quote: Quote) -> tuple[Text, str]:
        words = plain(telling(quote, self.document) + self.document.slice(quote.span))
        return Text(words if quote.reported else f"“{words}”"), f"{self._speaker(quote)}, {self._at(quote)}."

    def _at(self, quote: Quote) -> str:
        where = "in part, " if quote.in_part else "in a heading, " if quote.kind == "heading" else ""
        where = f"{quote.unmarked} without marks, " if quote.unmarked else where
        return where + self._where([quote.span])

    def _speaker(self, quote: Quote) -> str:
        speaker = quote.speaker
        if speaker is None:
            names = " or ".join(plain(candidate.name) for candidate in quote.candidates)
            return f"Unattributed, perhaps {names}" if names else "Nobody is named"
        name = plain(speaker.name)
        if speaker.how == "carried":
            return f"{name}, carried over from before"
        if speaker.named_there:
            return name
        return f"{name}, by “{plain(speaker.text)}”"

    def _number(self, mentions: tuple[Number, ...]) -> tuple[Text, str]:
        """A figure with all places that give it."""
        number = mentions[0]
        words, value, what = plain(self.document.slice(number.span)), plain(figure(number)), plain(counted(number))
        detail = ", ".join(part for part in ("" if alike(value, words) else value, what) if part)
        times = f"{len(mentions)} times, " if len(mentions) > 1 else ""
        where = times + self._where(mention.span for mention in mentions)
        told = f"{detail}, {where}" if detail else _capital(where)
        return Text(words, "bold"), f"{told}{self._at_odds(mentions)}."

    def _at_odds(self, mentions: tuple[Number, ...]) -> str:
        """ "; differs from 14 in paragraph 4", or "" for a figure that nothing contradicts."""
        others = [
            f"{plain(figure(other))} in paragraph {self._paragraph(other.span)}"
            for mention in mentions
            for other in self._odds.get(id(mention), ())
        ]
        return f"; differs from {' and '.join(dict.fromkeys(others))}" if others else ""

    def _article(self) -> None:
        self._heading("Article")
        for number, paragraph in enumerate(self.document.paragraphs, 1):
            words = plain(self.document.slice(paragraph.span))
            again = paragraph.duplicate_of
            note = f"same as {again + 1}: " if again is not None else _KINDS.get(paragraph.kind, "")
            self._line("")
            self._line(Text.assemble((f"{number}. {note}", "dim"), (words, "bold" if note == "heading: " else "")))


_KINDS = {
    "title": "title: ", "heading": "heading: ", "caption": "caption: ", "byline": "byline: ",
    "standfirst": "standfirst: ", "boilerplate": "not part of the article: ",
}  # fmt: skip


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
