"""From a parsed document to its findings: the finders in the order in which they stand on one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.marks import find_marked
from tui.analysis.model import load_model, parse
from tui.analysis.numbers import find_numbers
from tui.analysis.people import find_entities, resolve_direct_speech
from tui.analysis.quotes import find_speech
from tui.domain.findings import Analysis, Organisation, Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.model import Parsed
    from tui.domain.text import Document


def analyse(parsed: Parsed) -> Analysis:
    """Everything found in the part of the document that has been parsed."""
    marked = [mark for mark in find_marked(parsed.document) if mark.outer.end <= parsed.end]
    entities = find_entities(parsed, marked)
    quotes, others = find_speech(parsed, marked, entities)
    resolve_direct_speech(parsed, entities, quotes)
    return Analysis(
        people=tuple(Person(e.name, tuple(e.roles), tuple(e.mentions)) for e in entities.people),
        organisations=tuple(Organisation(e.name, tuple(e.roles), tuple(e.mentions)) for e in entities.organisations),
        quotes=tuple(quotes),
        numbers=tuple(find_numbers(parsed)),
        other_marked=tuple(others),
    )


class Analyser:
    """The model, loaded once, and what it finds in one document after another."""

    def __init__(self, model: str | None = None) -> None:
        """Load `model` (a package name or a path) or the bundled one; ReaderError where there is none."""
        self._nlp = load_model(model)

    def stream(self, document: Document) -> Iterator[tuple[float, Analysis | None]]:
        """Yield (share of the text read, findings so far or None) as the document is read; the last is complete."""
        for share, reading in parse(self._nlp, document):
            yield share, analyse(reading) if reading else None

    def analyse(self, document: Document) -> Analysis:
        """Everything found in `document`."""
        *_, reading = (reading for _, reading in parse(self._nlp, document))
        assert reading is not None  # the last piece always comes with one
        return analyse(reading)
