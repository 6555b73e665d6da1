"""What the numbers pane lists and in which order, and the row of a figure.

One figure said twice is one row of two mentions; figures that cannot both hold are marked; dates and positions stay
out unless they are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.domain.comparing import merge_same
from tui.domain.figures import KIND_ORDER, convert, figure, is_position, sort_key
from tui.ingest.display import plain
from tui.ui.rows import number_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.domain.findings import Number
    from tui.domain.text import Document
    from tui.ui.excerpts import Line

    Odds = Mapping[int, tuple[Number, ...]]

MARKS = {
    "count": "#", "money": "$", "percent": "%", "fraction": "½", "ratio": "×", "rate": "/", "quantity": "↔",
    "temperature": "°", "duration": "◷", "age": "y", "ordinal": "º", "date": "d", "time": "h",
}  # fmt: skip
"""One cell at the end of a row that says of which kind its figure is."""
NAMES = {
    "count": "counts", "money": "money", "percent": "percentages", "fraction": "fractions", "ratio": "ratios",
    "rate": "rates", "quantity": "measures", "temperature": "temperatures", "duration": "durations", "age": "ages",
    "ordinal": "ordinals", "date": "dates", "time": "times",
}  # fmt: skip
"""The kinds in words, as the title of the pane has them."""
COMPARED = 2_000
"""Figures up to which rows are merged and compared: beyond, each is a row, so that the keys never wait."""


@dataclass(frozen=True, slots=True)
class View:
    """How the numbers pane lists."""

    by_size: bool = False
    """By size within each kind, not in the order of the text."""
    kind: str = ""
    """The one kind that is listed; all of them if empty."""
    dates: bool = False
    """Whether dates, times and positions are listed."""
    converted: bool = False
    """Whether measures are shown in the other system as well."""

    @property
    def words(self) -> str:
        """What the pane's title says of it."""
        said = [
            NAMES[self.kind] if self.kind else "with dates" if self.dates else "",
            "by size" if self.by_size else "",
        ]
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of the numbers pane."""

    groups: tuple[tuple[Number, ...], ...] = ()
    """A row each: the mentions of one figure, in the order of the text."""
    at_odds: Odds = field(default_factory=dict)
    """By the identity of a figure: those that cannot hold together with it."""
    dates: int = 0
    """Rows that dates and times would have, and are left out."""
    places: int = 0
    """The same of positions in a row."""

    @property
    def items(self) -> tuple[Number, ...]:
        """What stands for each row: the first mention."""
        return tuple(group[0] for group in self.groups)

    def held(self) -> Iterator[tuple[int, Number]]:
        """Yield (row, mention) for all mentions."""
        for row, group in enumerate(self.groups):
            for number in group:
                yield row, number


def odds(numbers: Sequence[Number], document: Document) -> Odds:
    """Which of all figures of `document` cannot hold together with others."""
    if not 1 < len(numbers) <= COMPARED:  # nothing has been found yet when the app starts: no module is read for that
        return {}
    from tui.domain.disagreeing import at_odds

    return at_odds(numbers, document)


def listed(numbers: Sequence[Number], view: View, at_odds: Odds) -> Listed:
    """The rows for `numbers` under `view`; `at_odds` are those of all figures, listed or not."""
    few = len(numbers) <= COMPARED
    if view.kind:
        kept, hidden = [number for number in numbers if number.kind == view.kind], []
    else:
        hidden = [] if view.dates else [number for number in numbers if is_position(number)]
        kept = [number for number in numbers if view.dates or not is_position(number)]
    groups, others = ([*merge_same(some)] if few else [(number,) for number in some] for some in (kept, hidden))
    if view.by_size:
        groups.sort(key=lambda group: sort_key(group[0]))
    places = sum(group[0].kind == "ordinal" for group in others)
    return Listed(tuple(groups), at_odds, len(others) - places, places)


def offers(numbers: Sequence[Number]) -> frozenset[str]:
    """The ids of the commands of the numbers pane that do something with `numbers`."""
    found = {
        "numbers.kind": len(kinds_of(numbers)) > 1,
        "numbers.dates": any(map(is_position, numbers)),
        "numbers.convert": any(number.unit and convert(number) for number in numbers),
    }
    return frozenset(command for command, of_use in found.items() if of_use)


def kinds_of(numbers: Sequence[Number]) -> list[str]:
    """The kinds there are among `numbers`, in the order in which a list by size sets them."""
    there = {number.kind for number in numbers}
    return [kind for kind in KIND_ORDER if kind in there]


def next_kind(kind: str, numbers: Sequence[Number]) -> str:
    """The kind after `kind` among those there are; "" (all of them) after the last."""
    stops = ["", *kinds_of(numbers)]
    return stops[(stops.index(kind) + 1) % len(stops)] if kind in stops else ""


def line(row: int, document: Document, width: int, listed: Listed, view: View) -> Line:
    """A row's line: value, what it counts, and at the end "≠" if at odds, how often it is said, and its kind."""
    group = listed.groups[row]
    number = group[0]
    ending: Line = [("≠ ", "doubt")] if any(id(mention) in listed.at_odds for mention in group) else []
    if len(group) > 1:
        ending.append((f"{len(group)}× ", "count"))
    ending.append((MARKS[number.kind], "count"))
    room = max(1, width - _cells(ending) - 1)
    pieces = number_line(number, document, room, (convert(number) or "") if view.converted else "", width)
    return [*pieces, (" " * max(0, width - _cells(pieces) - _cells(ending)), "gap"), *ending]


def _cells(pieces: Line) -> int:
    return sum(cell_len(words) for words, _ in pieces)


def note(number: Number, listed: Listed, document: Document) -> str:
    """What the status line adds: what the figure is at odds with and where that stands, its kind, and other units."""
    said = []
    if others := listed.at_odds.get(id(number)):
        places = dict.fromkeys(
            f"{plain(figure(other))} in ¶ {document.paragraph_at(other.span.start) + 1}" for other in others
        )
        said.append(f"≠ {', '.join(list(places)[:_TOLD])}")
    scored = number.kind == "ratio" and number.words  # "6–4", "52–48"
    said.append("score or vote" if scored else NAMES[number.kind].removesuffix("s"))
    if other_units := convert(number):
        said.append(plain(other_units))
    return " · ".join(said)


_TOLD = 3
"""Figures at odds with one that the status line has room for."""
