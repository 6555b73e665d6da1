"""Who is in a document: people, organisations and unnamed sources, with every mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.entities import Entities

if TYPE_CHECKING:
    from tui.analysis.marks import Marked
    from tui.analysis.model import Parsed
    from tui.domain.findings import Quote


def find_entities(parsed: Parsed, marked: list[Marked]) -> Entities:
    """Names, roles, and the pronouns and descriptions of the reporter's own text that stand for them."""
    return Entities()


def resolve_direct_speech(parsed: Parsed, entities: Entities, quotes: list[Quote]) -> None:
    """Add what only the speakers tell: "I" in a quote is its speaker, "you" its addressee."""
