"""From the lines of printed pages to paragraphs: running heads dropped, hyphens at line ends undone, headings told by
their type.

Positions are shares of the page (0 left and bottom, 1 right and top), sizes are points.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.ingest.blocks import Block

if TYPE_CHECKING:
    from tui.domain.text import ParagraphKind

_MARGIN = 0.1
"""Share of the page at its top and bottom in which running heads and page numbers stand."""
_NUMBER = re.compile(
    r"^\W*(?:(?:page|p\.|seite)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von)\s*\d{1,4})?\W*$", re.IGNORECASE
)
_STOP = re.compile(r"[.!?:;][\"”’»)\]]*$")
_ITEM = re.compile(r"^(?:[•▪◦‣·*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_CAPTION = re.compile(r"^(?:fig(?:ure|\.)|table|chart|photo|map|box)\s*\d+(?:\.\d+)*\s*[.:|–—-]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    text: str
    left: float
    right: float
    base: float
    """Height of its baseline above the page's lower edge."""
    size: float
    """Type size in points."""
    bold: bool = False
    hyphen: bool = False
    """Whether a hyphen ended it, which `text` leaves out."""


def blocks_of_pages(pages: list[list[Line]]) -> tuple[list[Block], str | None]:
    """The paragraphs of `pages` in reading order, and the words in the largest type of the first page, if there are."""
    pages = _without_running_heads(pages)
    lines = [line for page in pages for line in page]
    if not lines:
        return [], None
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0]
    leading = _leading(pages, body)
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    blocks: list[Block] = []
    paragraph: list[Line] = []

    def close() -> None:
        if paragraph:
            blocks.append(Block(_text(paragraph, words), _kind(paragraph, body)))
            paragraph.clear()

    for page in pages:
        edges = _edges(page)
        for number, line in enumerate(page):
            if paragraph and _begins(line, paragraph, number == 0, edges, leading, body):
                close()
            paragraph.append(line)
    close()
    return blocks, _largest(pages, body)


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without page numbers and without what stands at the same end of several pages but for its figures."""
    seen: Counter[tuple[str, bool]] = Counter()
    keys: list[dict[int, tuple[str, bool]]] = []
    for page in pages:
        mine: dict[int, tuple[str, bool]] = {}
        for number, line in enumerate(page):
            if line.base > 1 - _MARGIN or line.base < _MARGIN:
                mine[number] = re.sub(r"\d+", "#", line.text.lower()), line.base > 0.5
        seen.update(set(mine.values()))
        keys.append(mine)
    enough = max(2, len(pages) // 5)
    kept = []
    for page, mine in zip(pages, keys, strict=True):
        drop = {
            n
            for n, key in mine.items()
            if _NUMBER.match(page[n].text) or seen[key] > enough or seen[key] == len(pages) > 1
        }
        kept.append([line for number, line in enumerate(page) if number not in drop])
    return kept


def _leading(pages: list[list[Line]], body: float) -> float:
    """The usual distance of two lines of the body, as a share of the page."""
    steps = Counter[float]()
    for page in pages:
        for above, below in zip(page, page[1:], strict=False):
            if abs(above.size - body) < 0.3 and abs(below.size - body) < 0.3 and 0 < above.base - below.base < 0.06:
                steps[round(above.base - below.base, 3)] += 1
    return steps.most_common(1)[0][0] if steps else 0.02


def _edges(page: list[Line]) -> dict[float, tuple[float, float]]:
    """Left and right edge of the column that each line stands in, by the line's left position.

    Columns are told by where many lines begin.
    """
    starts = Counter(round(line.left, 2) for line in page)
    columns = sorted(left for left, count in starts.items() if count >= max(3, len(page) // 12)) or [
        min(starts, default=0.0)
    ]
    edges: dict[float, tuple[float, float]] = {}
    for line in page:
        left = max((column for column in columns if column <= line.left + 0.012), default=columns[0])
        right = max((other.right for other in page if left - 0.012 <= other.left < left + 0.1), default=line.right)
        edges[line.left] = left, right
    return edges


def _begins(
    line: Line,
    paragraph: list[Line],
    turned: bool,
    edges: dict[float, tuple[float, float]],
    leading: float,
    body: float,
) -> bool:
    """Whether `line` begins a new paragraph after the lines of `paragraph`; `turned`: it is the first of its page."""
    before = paragraph[-1]
    if abs(line.size - before.size) > max(0.6, 0.06 * body) or (line.bold != before.bold and not before.hyphen):
        same_line = not turned and abs(line.base - before.base) < leading / 3 and line.left > before.left
        return not same_line
    if _ITEM.match(line.text) and not before.hyphen:
        return True
    step = before.base - line.base
    left, right = edges.get(line.left, (line.left, line.right))
    if 0 <= step < leading / 3 and not turned:
        return False
    if (
        turned or not 0 < step < 3 * leading
    ):  # another column or page: the paragraph goes on unless it had come to its end
        if before.hyphen:
            return False
        return (
            bool(_STOP.search(before.text))
            or line.size > body + 0.6
            or not (line.text[:1].islower() or line.left <= left + 0.01)
        )
    if before.hyphen:
        return False
    pitch = leading * max(line.size, body) / body
    if step > 1.3 * pitch:  # a line with type of another kind in it may stand a little lower
        return step > 1.7 * pitch or not line.text[:1].islower() or bool(_STOP.search(before.text))
    hanging = len(paragraph) == 1 or _ITEM.match(paragraph[0].text) or paragraph[0].left < before.left - 0.012
    if line.left > left + 0.012 and line.left > before.left + 0.012 and not hanging:
        return bool(_STOP.search(before.text)) or line.text[:1].isupper()
    short = before.right < right - 0.12 * (right - left)
    return short and bool(_STOP.search(before.text)) and not line.text[:1].islower()


def _text(paragraph: list[Line], words: Counter[str]) -> str:
    parts: list[str] = []
    for number, line in enumerate(paragraph):
        parts.append(line.text)
        if number + 1 == len(paragraph):
            parts.append("-" if line.hyphen else "")
        elif line.hyphen:
            parts.append("-" if _keeps_hyphen(line.text, paragraph[number + 1].text, words) else "")
        elif line.text.endswith("-") and len(line.text) > 1 and line.text[-2].isalpha():
            following = paragraph[number + 1].text
            if not _keeps_hyphen(line.text[:-1], following, words):
                parts[-1] = line.text[:-1]
        else:
            parts.append(" ")
    return "".join(parts).strip()


def _keeps_hyphen(before: str, after: str, words: Counter[str]) -> bool:
    """Whether a hyphen at the end of a line belongs to the word ("forty-two") or only broke it ("embank-ment").

    By how the document writes the word elsewhere; where it does not, capitals and figures keep it.
    """
    first = re.search(r"[\w-]+$", before)
    second = re.match(r"[\w-]+", after)
    if not first or not second:
        return True
    head, tail = first.group(), second.group()
    whole, hyphened = words[(head + tail).lower()], words[f"{head}-{tail}".lower()]
    if whole != hyphened:
        return hyphened > whole
    if tail[:1].isupper() or head[-1:].isdigit() or tail[:1].isdigit():
        return True
    numerals = "twenty thirty forty fifty sixty seventy eighty ninety self ex non well vice co anti pro".split()
    return head.lower() in numerals or ("-" in head and head.lower().rpartition("-")[2] in numerals)


def _kind(paragraph: list[Line], body: float) -> ParagraphKind | None:
    text = " ".join(line.text for line in paragraph)
    if _CAPTION.match(text):
        return "caption"
    in_margin = all(not _MARGIN < line.base < 1 - _MARGIN for line in paragraph)
    if in_margin and all(line.size < 0.92 * body for line in paragraph):
        return "boilerplate"  # a running head that stands once, on the only page
    larger = all(line.size > body * 1.12 for line in paragraph)
    bold = all(line.bold for line in paragraph)
    if (larger or bold) and len(text) <= 160 and len(paragraph) <= 3 and not text.endswith((".", ",", ";")):
        return "heading"
    return "list" if _ITEM.match(text) else None


def _largest(pages: list[list[Line]], body: float) -> str | None:
    """The words in the largest type on the first page with text, where that is larger than the body's."""
    page = next((page for page in pages if page), [])
    if not page:
        return None
    top = max(line.size for line in page if len(line.text) > 3) if any(len(line.text) > 3 for line in page) else 0.0
    if top < body * 1.15:
        return None
    lines = [line.text for line in page if line.size > top - 0.3][:4]
    return " ".join(lines)
