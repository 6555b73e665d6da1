"""The styles by name: what writes each. Kept apart so that the names cost the command line no import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.citation import annotation, apa, chicago, fragment, harvard, markup, mla, plain, references

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document

    Writer = Callable[[tuple[Passage, ...], Source, Document], str]

WRITERS: dict[str, Writer] = {
    "plain": plain.write,
    "apa": apa.write,
    "mla": mla.write,
    "chicago": chicago.write_author_date,
    "chicago-notes": chicago.write_notes,
    "harvard": harvard.write,
    "markdown": markup.markdown,
    "org": markup.org,
    "html": markup.html,
    "pandoc": markup.pandoc,
    "bibtex": references.bibtex,
    "ris": references.ris,
    "csl-json": references.csl_json,
    "annotation": annotation.write,
    "link": fragment.write_link,
}
