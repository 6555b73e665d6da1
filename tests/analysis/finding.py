"""Small helpers for tests of who is in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.marks import find_marked
from tui.analysis.model import parse
from tui.analysis.people import find_entities
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.entities import Entities, Entity
    from tui.analysis.pipeline import Analyser


def entities_of(analyser: Analyser, text: str) -> Entities:
    """The table of people and organisations of a text."""
    document = make_document(text)
    *_, (_, reading) = parse(analyser._nlp, document)
    assert reading is not None
    return find_entities(reading, find_marked(document))


def one(entities: list[Entity], name: str) -> Entity:
    """The one entity of that name."""
    found = [e for e in entities if e.name == name]
    assert len(found) == 1, f"{name!r} is not there once: {[e.name for e in entities]}"
    return found[0]


def places(entity: Entity, text: str, kind: str = "name") -> list[str]:
    """The words of its mentions of one kind, in the order of the text."""
    return [text[m.span.start : m.span.end] for m in entity.mentions if m.kind == kind]
