"""Who said what: quotes, their speakers and cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.entities import Entities
    from tui.analysis.marks import Marked
    from tui.analysis.model import Parsed
    from tui.domain.findings import Quote


def find_quotes(parsed: Parsed, marked: list[Marked], entities: Entities) -> list[Quote]:
    """All quotes in the order of the text. Speakers point into `entities.people` and `entities.organisations`."""
    return []
