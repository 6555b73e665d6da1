"""Citations of findings: the verbatim words, who said them, and where they stand, in the styles that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import ReaderError

if TYPE_CHECKING:
    from datetime import date

    from tui.citation.passage import Citable, Passage
    from tui.domain.findings import Analysis
    from tui.domain.text import Document

STYLES: dict[str, str] = {
    "plain": "Plain text",
    "apa": "APA, 7th edition",
    "mla": "MLA, 9th edition",
    "chicago": "Chicago, 18th edition, author–date",
    "chicago-notes": "Chicago, 18th edition, notes",
    "harvard": "Harvard (Cite Them Right)",
    "markdown": "Markdown quotation with footnote",
    "org": "Org quotation",
    "html": "HTML blockquote",
    "pandoc": "Pandoc citation key",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
    "annotation": "W3C Web Annotation",
    "link": "Link to the words",
}
"""The styles by name, with the title a person reads, in the order of the picker."""


def cite(
    document: Document,
    analysis: Analysis,
    finding: Citable | list[Citable],
    style: str = "plain",
    accessed: date | None = None,
) -> str:
    """The citation of one finding, or of several in the order of the article; without a line break at its end.

    `accessed` is the date of access, used where the style asks for it and the article has an address, unless the
    article knows when it was fetched. Everything that comes from the article is safe to show. Raises ReaderError for a
    style that does not exist.
    """
    if style not in STYLES:
        raise ReaderError(f"There is no citation style {style!r}; there are {', '.join(STYLES)}.", "Citation style")
    from tui.citation.passage import passages_of
    from tui.citation.source import source_of
    from tui.citation.styles import WRITERS

    return WRITERS[style](passages_of(document, analysis, finding), source_of(document, accessed), document)


def words(document: Document, analysis: Analysis, finding: Citable | list[Citable]) -> str:
    """The verbatim words alone, with their marks; several stand apart by an empty line."""
    from tui.citation.passage import passages_of

    return "\n\n".join(passage.words for passage in passages_of(document, analysis, finding))


def passage_of(document: Document, analysis: Analysis, finding: Citable) -> Passage:
    """What a citation of `finding` says of it: the words, who speaks, where they stand."""
    from tui.citation import passage

    return passage.passage_of(document, analysis, finding)
