"""Run as a program by `pdf`: a PDF on standard input, the lines of its pages as JSON on standard output.

A process of its own, because PDFium is a large library in C++ and a PDF may be anybody's: what makes it crash, or take
more memory or time than any article, ends here and not with the reader. Nothing of the project is imported.

Measured against pypdf 7.1 and pdfminer.six on the same files: PDFium is ten to twenty times faster, and its words are
whole where the others print "ri ver" and "W ednesday" for kerned type. Words that even it runs together are parted here
by the gap between their letters.
"""

from __future__ import annotations

import ctypes
import json
import statistics
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

MAX_PAGES = 3000
"""Pages of one file: what has more is refused rather than cut off without a word."""
MAX_LETTERS = 200_000
"""Characters read of one page: a newspaper's has 30,000."""
MAX_TOTAL = 4_000_000
"""Characters of one file: a book has 1,000,000, which takes 15 s."""
MEMORY = 1 << 30
"""Bytes that may be taken beyond those of the file."""
SECONDS = 120
"""Processor time."""
PASSWORD, DAMAGED, LARGE = "password", "damaged", "large"
"""Why nothing is given, in place of pages."""
_HYPHENS = "\x02\xad\ufffe"
"""What PDFium gives for a hyphen at the end of a line."""
_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""

Line = tuple[str, float, float, float, float, bool, bool]
"""The fields of `pdf_layout.Line` in their order."""


def main() -> None:
    """Read, and write the answer."""
    data = sys.stdin.buffer.read()
    _limit(len(data))
    json.dump(read(data), sys.stdout)


def _limit(size: int) -> None:
    """Bound what the process may take, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY + 2 * size, MEMORY + 2 * size))


def read(data: bytes) -> dict[str, Any]:
    """{"pages": lines of each page, "metadata": {name: value}}, or {"fault": PASSWORD, DAMAGED or LARGE}."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        return {"fault": PASSWORD if locked else DAMAGED}
    if len(document) > MAX_PAGES:
        return {"fault": LARGE}
    pages: list[list[Line]] = []
    letters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:  # one damaged page does not cost the others
            continue
        pages.append(_lines(text, raw, page.get_size()))
        letters += text.count_chars()
        text.close()
        page.close()
        if letters > MAX_TOTAL:
            return {"fault": LARGE}
    return {"pages": pages, "metadata": document.get_metadata_dict()} if pages else {"fault": DAMAGED}


@dataclass(frozen=True, slots=True)
class _Letter:
    character: str
    left: float
    right: float
    base: float
    index: int


def _lines(text: Any, raw: Any, size: tuple[float, float]) -> list[Line]:
    """The lines of a page in the order in which they were written, with where they stand in shares of the page."""
    width, height = size[0] or 1.0, size[1] or 1.0
    box = raw.FS_RECTF()
    lines: list[Line] = []
    letters: list[_Letter] = []

    def close(hyphen: bool = False) -> None:
        if letters:
            samples = [letters[0].index, letters[len(letters) // 2].index, letters[-1].index]
            em = statistics.median(abs(raw.FPDFText_GetFontSize(text, index)) or 1.0 for index in samples)
            bold = all(_bold(text, raw, index) for index in samples)
            base = statistics.median(letter.base for letter in letters)
            words = _joined(letters, em)
            if words:
                lines.append(
                    (words, letters[0].left / width, letters[-1].right / width, base / height, em, bold, hyphen)
                )
        letters.clear()

    for index in range(min(text.count_chars(), MAX_LETTERS)):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character in "\r\n":
            close()
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, box) or (not letters and character.isspace()):
            continue
        if character in _HYPHENS:
            close(hyphen=True)
            continue
        if letters and box.left < letters[-1].right - 4 * abs(box.top - box.bottom) and not character.isspace():
            close()  # back to the left without a break: the next line all the same
        letters.append(_Letter(character, box.left, box.right, box.bottom, index))
    close()
    return lines


def _joined(letters: list[_Letter], em: float) -> str:
    """The words of a line; a gap of a fifth of the type's size, and wide among the line's gaps, is a space."""
    pairs = list(zip(letters, letters[1:], strict=False))
    gaps = [after.left - before.right for before, after in pairs]
    wide = max(0.18 * em, (statistics.median(gaps) if gaps else 0.0) + 0.15 * em)
    parts = [letters[0].character]
    for (before, after), gap in zip(pairs, gaps, strict=True):
        if gap > wide and not before.character.isspace() and not after.character.isspace():
            parts.append(" ")
        parts.append(after.character)
    return " ".join("".join(parts).split())


def _bold(text: Any, raw: Any, index: int) -> bool:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, 128, flags)
    return (
        b"bold" in name.value.lower()
        or b"black" in name.value.lower()
        or raw.FPDFText_GetFontWeight(text, index) >= 600
    )


if __name__ == "__main__":
    main()
