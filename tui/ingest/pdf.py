"""PDF to a `Document`, by PDFium (through pypdfium2, BSD/Apache) in a process of its own: `pdf_child` says why.

What is a paragraph is decided in `pdf_layout`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import ReaderError
from tui.ingest.blocks import build, folded, with_title
from tui.ingest.facts import Gathered, iso_date
from tui.ingest.pdf_child import DAMAGED, LARGE, MAX_PAGES, MAX_TOTAL, PASSWORD, SECONDS
from tui.ingest.pdf_layout import Line, blocks_of_pages

if TYPE_CHECKING:
    from tui.domain.text import Document

_CHILD = Path(__file__).with_name("pdf_child.py")
_NOBODY = frozenset("anonymous unknown author admin administrator user owner root default guest".split())
"""Names of authors that programs write into files."""
_FAULTS = {
    PASSWORD: ("is encrypted with a password: take it off before (`qpdf --decrypt`)", "Encrypted"),
    DAMAGED: ("is damaged or cut off: no page in it can be read", "Damaged"),
    LARGE: (
        f"has more than {MAX_PAGES:,} pages or {MAX_TOTAL:,} characters: too large for an article; cut out what you "
        "want (`qpdf --pages`)",
        "Too large",
    ),
}
"""What is said of a file that could not be read, and its title."""


def open_pdf(data: bytes, source: str) -> Document:
    """The text of a PDF. Raises ReaderError where it is encrypted, damaged or has no text."""
    pages, metadata = _read(data, source)
    facts = Gathered()
    where = "the file's metadata"
    blocks, biggest = blocks_of_pages(pages)
    if not any(any(map(str.isalpha, block.text)) for block in blocks):
        raise ReaderError(
            f"There is no text in {source!r}: its pages are pictures. Run a text recognition over it first.",
            "Nothing to read",
        )
    title = metadata.get("Title", "").strip()
    start = folded(" ".join(block.text for block in blocks[:12]))
    if title and len(title) > 3 and folded(title) in start:
        facts.add("title", title, where)
    elif biggest:
        facts.add("title", biggest, "the largest type on the first page", sure=False)
    author = metadata.get("Author", "").strip()
    facts.add("byline", author if author.strip("()").lower() not in _NOBODY else None, where, sure=False)
    facts.add("published", iso_date(metadata.get("CreationDate", "").removeprefix("D:")[:8]), where, sure=False)
    return build(with_title(blocks, facts.get("title")), facts.facts(), source)


def _read(data: bytes, source: str) -> tuple[list[list[Line]], dict[str, str]]:
    """The lines of each page, and what the file says of itself."""
    if find_spec("pypdfium2") is None:
        raise ModuleNotFoundError(name="pypdfium2")
    answer = _answer(data)
    if answer is None:
        raise ReaderError(
            f"The PDF {source!r} is damaged, or takes more memory or time to read than any article.", "Too large"
        )
    if "fault" in answer:
        says, title = _FAULTS[answer["fault"]]
        raise ReaderError(f"The PDF {source!r} {says}.", title)
    return [[Line(*line) for line in page] for page in answer["pages"]], answer["metadata"]


def _answer(data: bytes) -> dict[str, Any] | None:
    """What the child process answers; None where it has ended without an answer."""
    command = [sys.executable, "-P", str(_CHILD)]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=2 * SECONDS, check=False)
        answer: dict[str, Any] | None = json.loads(child.stdout) if child.returncode == 0 else None
    except (subprocess.TimeoutExpired, OSError, ValueError):
        return None
    return answer
