"""Citations of findings: the verbatim words, who said them, and where they stand, in the styles that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.citation import annotation, apa, chicago, fragment, harvard, markup, mla, plain, references
from tui.citation.passage import passage_of, passages_of
from tui.citation.source import source_of
from tui.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tui.citation.passage import Citable, Passage
    from tui.citation.source import Source
    from tui.domain.findings import Analysis
    from tui.domain.text import Document

    Writer = Callable[[tuple[Passage, ...], Source, Document], str]

_STYLES: dict[str, tuple[str, Writer]] = {
    "plain": ("Plain text", plain.write),
    "apa": ("APA, 7th edition", apa.write),
    "mla": ("MLA, 9th edition", mla.write),
    "chicago": ("Chicago, 18th edition, author–date", chicago.write_author_date),
    "chicago-notes": ("Chicago, 18th edition, notes", chicago.write_notes),
    "harvard": ("Harvard (Cite Them Right)", harvard.write),
    "markdown": ("Markdown quotation with footnote", markup.markdown),
    "org": ("Org quotation", markup.org),
    "html": ("HTML blockquote", markup.html),
    "pandoc": ("Pandoc citation key", markup.pandoc),
    "bibtex": ("BibTeX", references.bibtex),
    "ris": ("RIS", references.ris),
    "csl-json": ("CSL-JSON", references.csl_json),
    "annotation": ("W3C Web Annotation", annotation.write),
    "link": ("Link to the words", fragment.write_link),
}

STYLES: dict[str, str] = {name: title for name, (title, _) in _STYLES.items()}
"""The styles by name, with the title a person reads, in the order of the picker."""


def cite(
    document: Document,
    analysis: Analysis,
    finding: Citable | list[Citable],
    style: str = "plain",
    accessed: date | None = None,
) -> str:
    """The citation of one finding, or of several in the order of the article; without a line break at its end.

    `accessed` is the date of access, used where the style asks for it and the article has an address. Everything that
    comes from the article is safe to show. Raises ReaderError for a style that does not exist.
    """
    if style not in _STYLES:
        raise ReaderError(f"There is no citation style {style!r}; there are {', '.join(STYLES)}.", "Citation style")
    return _STYLES[style][1](passages_of(document, analysis, finding), source_of(document, accessed), document)


def words(document: Document, analysis: Analysis, finding: Citable | list[Citable]) -> str:
    """The verbatim words alone, with their marks; several stand apart by an empty line."""
    return "\n\n".join(passage.words for passage in passages_of(document, analysis, finding))


__all__ = ["STYLES", "cite", "passage_of", "words"]
