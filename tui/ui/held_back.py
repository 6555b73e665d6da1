"""What a pane has found but does not list, and the keys that list it; what it says where it lists nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.domain.findings import OtherMarked, Quote
from tui.ui import rows
from tui.ui.arranging import matching
from tui.ui.commands import BY_ID, keys_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.ui.widgets.finding_pane import FindingPane

    Counted = tuple[int, str]
    """How many, and what they are called: the noun, in the singular, or the adjective."""

_NOUNS = frozenset({"date", "ordinal", "other mark"})


def held_back(pane: FindingPane, keys: Mapping[str, str] | None) -> tuple[str, ...]:
    """What is said of it, from the most words to the fewest: "d: 5 dates, 1 ordinal hidden", "d: 6 hidden"; or nothing.

    `keys` are those that the settings changed.
    """
    if pane.kind == "numbers":
        figures = pane.figures
        return _told([("numbers.dates", [(figures.dates, "date"), (figures.places, "ordinal")])], keys)
    if pane.kind != "quotes":
        return ()
    query, document = pane.arrangement.query, pane.document
    quotes = () if pane.reported else rows.findings_of("quotes", pane.analysis, True, pane.speaker)
    reported = [quote for quote in quotes if isinstance(quote, Quote) and not quote.holds_own_words]
    others = () if pane.others or pane.speaker is not None else pane.analysis.other_marked
    return _told(
        [
            ("quotes.reported", [(len(matching(reported, query, document)), "reported")]),
            ("quotes.others", [(len(matching(others, query, document)), "other mark")]),
        ],
        keys,
    )


def shown_of(pane: FindingPane, count: int, *, others: bool = False) -> str:
    """How many there are, and how many of them the pane lists where something else keeps some back: "0 of 25 here".

    That is of reported speech, or of `others`, words in marks that nobody says.
    """
    if not (pane.others if others else pane.reported):
        return f"{count:,}"
    if others:
        here = sum(isinstance(item, OtherMarked) for item in pane.items)
    else:
        here = sum(isinstance(item, Quote) and not item.holds_own_words for item in pane.items)
    return f"{here:,} of {count:,} here" if here < count else f"{count:,}"


def in_border(order: str, hidden: Sequence[str], width: int) -> str:
    """The order of a pane, and as much of what is hidden as a border of `width` cells has room for beside it."""
    for words in hidden:
        told = f"{order} · {words}" if order else words
        if cell_len(told) <= width - _CORNERS or not width:
            return told
    return order


_CORNERS = 6
"""Cells of a border's line that its words cannot take."""


def _told(hidden: Sequence[tuple[str, Sequence[Counted]]], keys: Mapping[str, str] | None) -> tuple[str, ...]:
    long, short = [], []
    for command, counted in hidden:
        there = [(count, words) for count, words in counted if count]
        key = (keys_of(BY_ID[command], keys) or [""])[0]
        if there and key:
            long.append(f"{key}: {', '.join(f'{count:,} {_plural(words, count)}' for count, words in there)}")
            short.append(f"{key}: {sum(count for count, _ in there):,}")
    if not long:
        return ()
    first = " · ".join((long[0], *short[1:]))
    forms = (f"{' · '.join(long)} hidden", " · ".join(long), first, f"{' · '.join(short)} hidden", " · ".join(short))
    return tuple(dict.fromkeys(forms))


def _plural(words: str, count: int) -> str:
    return f"{words}s" if words in _NOUNS and count != 1 else words


_NONE = {
    "people": "nobody is named",
    "organisations": "no organisation is named",
    "quotes": "nobody is quoted",
    "numbers": "no figure is given",
}
"""What a pane says when the whole article has been read and there is nothing."""


def empty_words(pane: FindingPane, keys: Mapping[str, str] | None) -> str:
    """What an empty pane says; `keys` are those that the settings changed."""

    def key(command: str) -> str:
        return (keys_of(BY_ID[command], keys) or ["?"])[0]

    if pane.stage.failed:
        return pane.stage.failed
    if pane.arrangement.query:
        return "nothing like this; Esc lists all"
    if not pane.stage.over:
        return "looking…"
    if pane.kind == "numbers" and pane.analysis.numbers:
        dates = f"only dates and the like; {key('numbers.dates')} shows them"
        return "none of this kind; Esc lists all" if pane.view.kind else dates
    if pane.kind == "quotes" and any(not quote.holds_own_words for quote in pane.analysis.quotes):
        also = f", {key('quotes.others')} words in marks that nobody says" if pane.analysis.other_marked else ""
        return f"none verbatim; {key('quotes.reported')} shows reported speech{also}"
    if pane.kind == "quotes" and pane.analysis.other_marked:
        return f"only words in marks that nobody says; {key('quotes.others')} shows them"
    return _NONE[pane.kind]
