"""From a parsed document to its findings: the finders in the order in which they stand on one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.marks import find_marked
from tui.analysis.mixed_quotes import fold_fragments
from tui.analysis.model import load_model, parse
from tui.analysis.numbers import find_numbers
from tui.analysis.other_languages import find_named, language_of, model_for
from tui.analysis.people import find_entities, resolve_direct_speech
from tui.analysis.quotes import find_speech
from tui.analysis.tables import tell_by_tables
from tui.domain.findings import Analysis, Organisation, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language

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
        quotes=fold_fragments(parsed.document, quotes),
        numbers=tuple(tell_by_tables(parsed.document, find_numbers(parsed))),
        other_marked=tuple(others),
    )


class Analyser:
    """The model, loaded once, and what it finds in one document after another."""

    def __init__(self, model: str | None = None) -> None:
        """Load `model` (a package name or a path) or the bundled one; ReaderError where there is none."""
        self._nlp = load_model(model)
        self._others: dict[str, Language] = {}
        """Models of other languages, by name, once an article has needed them."""

    def stream(self, document: Document) -> Iterator[tuple[float, Analysis | None]]:
        """Yield (share of the text read, findings so far or None) as the document is read; the last is complete."""
        nlp, find = self._means(document)
        if nlp is None:
            yield 1.0, Analysis()
            return
        for share, reading in parse(nlp, document):
            yield share, find(reading) if reading else None

    def analyse(self, document: Document) -> Analysis:
        """Everything found in `document`."""
        nlp, find = self._means(document)
        if nlp is None:
            return Analysis()
        *_, reading = (reading for _, reading in parse(nlp, document))
        assert reading is not None  # the last piece always comes with one
        return find(reading)

    def _means(self, document: Document) -> tuple[Language | None, Callable[[Parsed], Analysis]]:
        """The model for the document's language, or None where there is none, and what finds with it."""
        language = language_of(document)
        if language is None:
            return self._nlp, analyse
        name = model_for(language)
        if name is not None and name not in self._others:
            self._others[name] = load_model(name)
        return self._others[name] if name else None, find_named
