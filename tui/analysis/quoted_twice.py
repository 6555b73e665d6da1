"""What is quoted twice: by a headline or a pull quote, and in full further on.

Newspapers lift words out of their articles. The utterance is one all the same: it belongs to where it is told whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.reading import Reading

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("[’'‘]")
_HEADLINE = 200
"""Characters that a headline has at most, where no mark-up says that the first paragraph is one."""
_SAME = 0.6
"""Share of its pairs of words that a quote in a headline has in common with the one it is taken from.

Headlines shorten: "I’m the Worst Thing" of "I’m probably the worst thing".
"""
_LINE = 4
"""Words from which on a line is one lifted out of the article, and no phrase that it happens to share."""

_PULLED = 8
"""The same of a line that ends with a stop."""


def repeated_marks(reading: Reading) -> set[int]:
    """Numbers of the marked stretches in paragraphs that repeat another one word for word."""
    document = reading.document
    return {
        number
        for number, mark in enumerate(reading.marked)
        if document.paragraphs[document.paragraph_at(mark.outer.start)].duplicate_of is not None
    }


def lifted_lines(reading: Reading) -> set[int]:
    """Numbers of the marked stretches that are a line of their own without a stop and stand in a longer one elsewhere.

    A subheading or pull quote: the words are told where they are told whole. So are whole sentences set apart that the
    article has again with who says them.
    """
    document = reading.document
    lines = {}
    for number, mark in enumerate(reading.marked):
        inner = document.slice(mark.inner).strip()
        words = _words(inner)
        if mark.outer == reading.paragraph(mark.outer.start) and len(words) >= _LINE:
            lines[number] = (f" {' '.join(words)} ", inner[-1:].isalnum() or len(words) >= _PULLED)
    if not any(lifted for _, lifted in lines.values()):
        return set()
    said = [f" {' '.join(_words(document.slice(mark.inner)))} " for mark in reading.marked]
    return {
        number
        for number, (line, lifted) in lines.items()
        if lifted
        and any(line in other and (line != other or n not in lines) for n, other in enumerate(said) if n != number)
    }


def in_headline(reading: Reading) -> set[int]:
    """Numbers of the marked stretches in the headline whose words the article quotes again."""
    document = reading.document
    if not document.paragraphs or not reading.marked:
        return set()
    head = document.paragraphs[0]
    if head.kind not in ("title", "heading") and (len(head.span) > _HEADLINE or len(document.paragraphs) < 3):
        return set()
    first = next((n for n, mark in enumerate(reading.marked) if mark.outer.start >= head.span.end), 0)
    if not first:
        return set()
    later = [_pairs(document.slice(mark.inner)) for mark in reading.marked[first:]]
    found = set()
    for number in range(first):
        mine = _pairs(document.slice(reading.marked[number].inner))
        if mine and any(len(mine & other) >= _SAME * len(mine) for other in later):
            found.add(number)
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(_APOSTROPHES.sub("", text.lower()))


def _pairs(text: str) -> set[tuple[str, ...]]:
    """The pairs of neighbouring words, and the words of a text of one."""
    words = _words(text)
    return set(zip(words, words[1:], strict=False)) | ({(words[0],)} if len(words) == 1 else set())
