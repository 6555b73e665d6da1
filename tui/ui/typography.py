"""How the parts of an article are told apart, as names of styles: for the first page and for the article view alike.

The first page is drawn with this before anything else is loaded: nothing may be imported here but `re`.
"""

from __future__ import annotations

from tui.ingest.structure import DATELINE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.domain.text import ParagraphKind

    Layer = tuple[int, int, str]
    Piece = tuple[int, int, tuple[str, ...]]

_SET_APART = frozenset(["title", "standfirst", "byline", "caption", "heading", "boilerplate"])


def part_names(kind: ParagraphKind, duplicate: bool) -> tuple[str, ...]:
    """Names of the styles of a whole paragraph. One that repeats an earlier one is dimmed as boilerplate is."""
    if folds(kind, duplicate):
        return ("article--boilerplate",)
    return (f"article--{kind}",) if kind in _SET_APART else ()


def folds(kind: ParagraphKind, duplicate: bool) -> bool:
    """Whether a paragraph is folded to one row until the reader wants it: it repeats another, or is not the article."""
    return duplicate or kind == "boilerplate"


def dateline_end(text: str, start: int, end: int, kind: ParagraphKind) -> int:
    """End of the dateline that opens the paragraph `text[start:end]`, without its dash; `start` if there is none."""
    if kind == "dateline":
        return end
    if kind != "body" or not (found := DATELINE.match(text, start, end)):
        return start
    place = found.group("place").strip()
    if found.group("agency") is None and "," not in place and len(place) < 4:
        return start
    return start + len(text[start : found.end()].rstrip("—– -"))


def pieces(start: int, end: int, base: tuple[str, ...], layers: Iterable[Layer]) -> list[Piece]:
    """The row `start`…`end` cut where `layers` begin and end, each piece with the names of all styles that cover it."""
    covering = [
        (max(start, first), min(end, last), name) for first, last, name in layers if first < end and last > start
    ]
    if not covering:
        return [(start, end, base)] if start < end else []
    cuts = sorted({start, end, *(first for first, _, _ in covering), *(last for _, last, _ in covering)})
    return [
        (begin, stop, base + tuple(name for first, last, name in covering if first <= begin and stop <= last))
        for begin, stop in zip(cuts, cuts[1:], strict=False)
    ]


def difference(old: list[Piece], new: list[Piece]) -> tuple[int, int] | None:
    """(start, end) of the text between the first and the last change of style, or None if there is none."""
    if old == new:
        return None
    cuts = sorted({offset for start, end, _ in (*old, *new) for offset in (start, end)})
    changed = [
        (begin, stop)
        for begin, stop in zip(cuts, cuts[1:], strict=False)
        if _names_at(old, begin) != _names_at(new, begin)
    ]
    return (changed[0][0], changed[-1][1]) if changed else None


def _names_at(row: list[Piece], offset: int) -> tuple[str, ...]:
    return next((names for start, end, names in row if start <= offset < end), ())
