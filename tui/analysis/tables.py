"""What the figures of a table are of: the heading of their column and the name of their row.

A row of cells is no sentence, so nothing that is read from its grammar says what a figure in it counts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.domain.findings import Number
    from tui.domain.text import Document

_BETWEEN = " | "
"""What stands between two cells, as tables are written down."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]+")


def tell_by_tables(document: Document, numbers: list[Number]) -> list[Number]:
    """`numbers` with what those in rows of tables count told by column and row, or by nothing."""
    if all(paragraph.kind != "table" for paragraph in document.paragraphs):
        return numbers
    headings = _headings(document)
    return [_told(document, number, headings) for number in numbers]


def _headings(document: Document) -> dict[int, list[str]]:
    """For each row, by its paragraph's number, the cells of the first row of its table where these are headings."""
    found: dict[int, list[str]] = {}
    first: list[str] = []
    before = ""
    for number, paragraph in enumerate(document.paragraphs):
        if paragraph.kind == "table":
            if before != "table":
                cells = [document.slice(cell) for cell in _cells(document, paragraph.span)]
                first = cells if all(_is_heading(cell) for cell in cells[1:]) else []
                found[number] = []
            else:
                found[number] = first
        before = paragraph.kind
    return found


def _is_heading(cell: str) -> bool:
    return not _DIGIT.search(cell) or _YEAR.fullmatch(cell.strip()) is not None


def _cells(document: Document, row: Span) -> list[Span]:
    cells, start = [], row.start
    while (end := document.text.find(_BETWEEN, start, row.end)) >= 0:
        cells.append(Span(start, end))
        start = end + len(_BETWEEN)
    return [*cells, Span(start, row.end)]


def _told(document: Document, number: Number, headings: dict[int, list[str]]) -> Number:
    place = document.paragraph_at(number.span.start)
    if place not in headings:
        return number
    cells = _cells(document, document.paragraphs[place].span)
    column = next((n for n, cell in enumerate(cells) if cell.contains(number.span)), None)
    if len(cells) < 2 or column is None:
        return number
    if len(_WORDS.findall(_rest(document, cells[column], number.span))) > 1:  # a sentence, and read as one
        beyond = [_BETWEEN.strip() in (words or "") for words in (number.counts, number.about)]
        return replace(number, counts=None, about=None) if any(beyond) else number
    heading = headings[place][column].strip() if len(headings[place]) == len(cells) else ""
    name = document.slice(cells[0]).strip() if column else ""
    told = ", ".join(part for part in (heading, name) if _WORDS.search(part) or (part == heading and name))
    return replace(number, counts=told or None, about=None)


def _rest(document: Document, cell: Span, figure: Span) -> str:
    return document.text[cell.start : figure.start] + document.text[figure.end : cell.end]
