"""Finding words in an article: as they are typed and as they are meant.

Case counts once the query has a capital letter. Accents, curly quotes, dashes and line breaks never do: "Lopez" finds
"López", `"no deal"` finds “no deal” at the end of a line. Offsets are those of the text.
"""

from __future__ import annotations

import re
import time
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tui.domain.text import Span
from tui.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.domain.text import Document

MOST = 20_000
"""Matches that are looked for: nobody steps through more."""
PATIENCE = 1.0
"""Seconds that a regular expression is given."""
_LOOSE = "\u0300-\u036f\xad\u200b\u2060"
"""What may stand within a word without being typed: combining accents, soft hyphens, characters without width."""
_LOOSE_ONES = re.compile(f"[{_LOOSE}]")
_SAME = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "′": "'",
         "″": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
         "đ": "d", "Đ": "D", "ı": "i"}  # fmt: skip


class _Folding(dict[int, int]):
    """A table for `str.translate` that finds out about a character when it first meets it."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        plain = character
        if code > 0x7F:
            plain = _SAME.get(character) or next(
                (c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)), character
            )
        self[code] = ord(plain)
        return ord(plain)


_FOLDING = _Folding()


@lru_cache(maxsize=4)
def fold(text: str) -> str:
    """`text` without accents and with straight quotes and hyphens; the same length, character for character."""
    return text if text.isascii() else text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Matches:
    """Where a query stands in the text."""

    spans: tuple[Span, ...]
    """In the order of the text."""
    cut: bool = False
    """Whether there may be more: the search was ended early."""


def find_words(document: Document, query: str) -> Matches:
    """Where the words of `query` stand, white space in it standing for any. A query without words is found nowhere."""
    words = fold(query).split()
    if not words:
        return Matches(())
    between = f"[{_LOOSE}]*" if _LOOSE_ONES.search(document.text) else ""
    parts = [between.join(map(re.escape, word)) for word in words]
    pattern = re.compile(rf"{between}\s+".join(parts) + between, _flags(query))
    return _collect(_spans(pattern, fold(document.text)))


def find_pattern(document: Document, query: str, patience: float = PATIENCE) -> Matches:
    """Where the regular expression `query` matches, paragraph by paragraph, for as long as `patience` seconds.

    Raises ReaderError that says what is wrong with the expression.
    """
    if not query:
        return Matches(())
    import regex  # unlike the standard library's, it gives up in time on an expression that would take for ever

    smart = regex.IGNORECASE if _flags(re.sub(r"\\.", "", query)) else 0
    try:
        pattern = regex.compile(query, smart)
    except (regex.error, OverflowError, RecursionError) as error:
        raise ReaderError(f"No regular expression: {error}.", "Find") from None
    return _collect(_by_paragraph(pattern, document, time.monotonic() + patience))


def _flags(query: str) -> re.RegexFlag:
    return re.NOFLAG if any(map(str.isupper, query)) else re.IGNORECASE


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[Span | None]:
    for match in pattern.finditer(text):
        yield Span(*match.span())


def _by_paragraph(pattern: Any, document: Document, until: float) -> Iterator[Span | None]:
    """The matches; None where time has run out."""
    for paragraph in document.paragraphs:
        left = until - time.monotonic()
        if left <= 0:
            yield None
            return
        try:
            for match in pattern.finditer(document.text, paragraph.span.start, paragraph.span.end, timeout=left):
                if match.end() > match.start():
                    yield Span(*match.span())
        except TimeoutError:
            yield None
            return


def _collect(found: Iterator[Span | None]) -> Matches:
    spans: list[Span] = []
    for span in found:
        if span is None or len(spans) == MOST:
            return Matches(tuple(spans), cut=True)
        spans.append(span)
    return Matches(tuple(spans))


def fuzzy(query: str, words: str) -> bool:
    """Whether every word of `query` is in `words`, or nearly: its letters in order, close together.

    Case and accents do not count.
    """
    there = fold(words).casefold()
    return all(term in there or _nearly(term, there) for term in fold(query).casefold().split())


@lru_cache(maxsize=64)
def _letters(term: str) -> re.Pattern[str]:
    return re.compile(r"(?=\b" + r"[^\W_]{0,3}?".join(map(re.escape, term)) + ")")


def _nearly(term: str, there: str) -> bool:
    return len(term) > 1 and _letters(term).search(there) is not None
