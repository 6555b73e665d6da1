"""The table of people and organisations that the finders share while a document is analysed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.domain.findings import Mention

if TYPE_CHECKING:
    from tui.analysis.words import Words
    from tui.domain.text import Span


@dataclass(eq=False)
class Entity:
    """One person, organisation or unnamed source, growing while the text is read."""

    kind: Literal["person", "organisation", "unnamed"]
    """"unnamed": somebody known by a description alone ("senior Biden administration official")."""
    name: str
    """Fullest name, without title or article; the description for an unnamed one."""
    roles: list[str] = field(default_factory=list)
    """Most specific first."""
    mentions: list[Mention] = field(default_factory=list)
    """In the order of the text once the finders are done."""
    gender: Literal["m", "f"] | None = None
    """What titles, pronouns, roles and a first name say; None where they do not."""
    plural: bool = False
    """Whether "they" stands for it: bands, groups of people."""
    one_of: tuple[Entity, ...] = ()
    """Of an unnamed one: those of whom it is one, where the text does not say which ("the sergeant" of two)."""
    apart: bool = False
    """Of an unnamed one: whether it is somebody else than who has its description for a role ("the mayor" of Wick)."""


@dataclass
class Entities:
    """Who is in a document."""

    people: list[Entity] = field(default_factory=list)
    organisations: list[Entity] = field(default_factory=list)
    unnamed: list[Entity] = field(default_factory=list)
    words: Words | None = field(default=None, repr=False)
    """The words they were found in, for the finders that come later."""
    _index: list[tuple[int, int, Entity]] = field(default_factory=list, repr=False)

    def all(self) -> list[Entity]:
        """People, organisations and unnamed sources."""
        return [*self.people, *self.organisations, *self.unnamed]

    def reindex(self) -> None:
        """Make `at` see the mentions as they are now. Call it after mentions were added."""
        self._index = sorted(
            ((m.span.start, m.span.end, entity) for entity in self.all() for m in entity.mentions),
            key=lambda row: row[:2],
        )

    def at(self, span: Span) -> Entity | None:
        """The entity whose mention overlaps `span` most, the shorter mention first; None if none does."""
        best: tuple[int, int] | None = None
        found: Entity | None = None
        place = bisect_right(self._index, span.end, key=lambda row: row[0])
        for start, end, entity in reversed(self._index[max(0, place - 12) : place]):
            shared = min(end, span.end) - max(start, span.start)
            if shared > 0 and (best is None or (shared, start - end) > best):
                best, found = (shared, start - end), entity
        return found
