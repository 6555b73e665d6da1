"""How a pane lists what it lists: only what matches, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.domain.findings import Number, Organisation, Person, Quote
from tui.domain.importance import by_importance
from tui.ui.rows import told_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.findings import Analysis
    from tui.domain.text import Document
    from tui.ui.rows import Item

ORDERS = {
    "people": ("by importance", "by first mention", "by name", "by number of mentions"),
    "organisations": ("by importance", "by first mention", "by name", "by number of mentions"),
    "quotes": ("in the order of the text", "by speaker"),
}
"""The orders of each pane in words, the first being the usual one."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is listed, and how."""

    query: str = ""
    """Only what has these words, or nearly."""
    order: str = ""
    """One of `ORDERS`, or "" for the usual one."""


def next_order(kind: str, order: str) -> str:
    """The order after `order` (or after the usual one, which "" stands for); after the last, the first."""
    orders = ORDERS[kind]
    return orders[(orders.index(order or orders[0]) + 1) % len(orders)]


def order_words(kind: str, order: str) -> str:
    """What the border of a pane says of its order; nothing where the findings come as the text has them."""
    if kind not in ORDERS or (kind == "quotes" and order in ("", ORDERS["quotes"][0])):
        return ""
    return order or ORDERS[kind][0]


def arranged(
    items: Sequence[Item], arrangement: Arrangement, document: Document, analysis: Analysis
) -> tuple[Item, ...]:
    """The items that match, in order; `analysis` is what they are part of."""
    kept = matching(items, arrangement.query, document)
    if kept and isinstance(kept[0], Person | Organisation) and arrangement.order in ("", "by importance"):
        return by_importance(kept, analysis, document)  # type: ignore[type-var]
    if arrangement.order == "by name":
        from tui.ui.search import fold

        return tuple(sorted(kept, key=lambda item: fold(getattr(item, "name", "")).casefold().split()[::-1]))
    if arrangement.order == "by first mention":
        return tuple(sorted(kept, key=_first))
    if arrangement.order == "by number of mentions":
        return tuple(sorted(kept, key=lambda item: -len(getattr(item, "mentions", ()))))
    if arrangement.order == "by speaker":
        return _by_speaker(kept)
    return tuple(kept)


def matching(items: Sequence[Item], query: str, document: Document) -> Sequence[Item]:
    """The items that have the words of `query`, or nearly."""
    if not query.strip():
        return items
    from tui.ui.search import fuzzy

    return tuple(item for item in items if fuzzy(query, _words(item, document)))


def _words(item: Item, document: Document) -> str:
    """What a filter looks into: what the row says, and all of it."""
    if isinstance(item, Person | Organisation):
        return " ".join((item.name, *item.roles))
    said = document.slice(item.span)
    if isinstance(item, Quote):
        return f"{said} {told_of(item)} {item.speaker.text if item.speaker else ''}"
    if isinstance(item, Number):
        from tui.domain.figures import counted, figure

        return f"{said} {figure(item)} {counted(item)} {item.kind}"
    return f"{said} {told_of(item)}"


def _first(item: Item) -> int:
    if isinstance(item, Person | Organisation):
        return item.mentions[0].span.start if item.mentions else 0
    return item.span.start


def _by_speaker(items: Sequence[Item]) -> tuple[Item, ...]:
    """Speaker after speaker in the order of their first quotes; who is not named comes last."""
    order: dict[str, int] = {}
    for item in items:
        speaker = getattr(item, "speaker", None)
        if speaker is not None:
            order.setdefault(speaker.name, len(order))

    def key(item: Item) -> int:
        speaker = getattr(item, "speaker", None)
        return order[speaker.name] if speaker is not None else len(order)

    return tuple(sorted(items, key=key))
