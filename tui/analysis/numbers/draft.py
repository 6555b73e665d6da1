"""A figure while it is being read: what is known grows step by step, then it becomes a `Number`."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from tui.domain.findings import Number
from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.domain.findings import Bound, NumberKind


_SHARED = tuple(known.name for known in fields(Number) if known.name not in ("span", "sentence"))
"""The fields of a `Number` that a draft collects under the same names, which say there what they mean."""


@dataclass(slots=True)
class Draft:
    """One figure being read: the fields of a `Number`, which may still change, and what only the reading needs.

    `start` and `end` grow over unit and qualifiers; the core stays the bare numeral.
    """

    start: int
    end: int
    kind: NumberKind = "count"
    value: float | str | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    approximate: bool = False
    vague: bool = False
    unit: str | None = None
    per: str | None = None
    counts: str | None = None
    about: str | None = None
    words: str | None = None
    year: int | None = None
    digits: bool = False
    """Whether the numeral is written in digits."""
    core: tuple[int, int] = field(default=(0, 0))
    """Where the bare numeral stands."""
    adjectival: bool = False
    """Whether a hyphen ties it to what follows ("three-year deal")."""
    scale: float = 1.0
    """What its scale word or letter stands for ("4.2 billion": a thousand million)."""
    named: bool = False
    """Whether it stands behind the name of who has so many, in a list whose noun is said once."""
    unit_start: int = -1
    """Where the unit's words begin, -1 without one."""

    @property
    def bare(self) -> bool:
        """Whether neither unit nor kind has been found for it yet."""
        return self.kind == "count" and self.unit is None

    def number(self, sentence: int) -> Number:
        """The finished figure."""
        found = {name: plain(getattr(self, name)) for name in _SHARED}
        return Number(span=Span(self.start, self.end), sentence=sentence, **found)


def plain(value: Any) -> Any:
    """`value`, as an integer where it is one (1300, not 1300.0), without the noise of binary fractions."""
    if isinstance(value, float):
        value = float(f"{value:.15g}")
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value
