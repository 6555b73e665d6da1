"""Plain text: the words, and under them who said them and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document


def write(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """The words, then a line with speaker, role, article, paragraph; for several, the article once at the end."""
    if len(passages) == 1:
        return f"{passages[0].words}\n{_dashed(line(passages[0], article(source)))}"
    parts = [f"{passage.words}\n{_dashed(line(passage, []))}" for passage in passages]
    return "\n\n".join([*parts, *filter(None, [", ".join(article(source))])])


def _dashed(text: str) -> str:
    return f"— {text}" if text else ""


def line(passage: Passage, article: list[str]) -> str:
    """Credit, article and paragraph in a row."""
    who = passage.credit
    place = f"¶ {passage.paragraph}" if passage.paragraph else ""
    if not article:
        return ", ".join(part for part in (who, place) if part)
    if who:
        article = [
            f"{who}{',' if passage.manner in ('spoken', 'about') else ''} in {article[0]}",
            *article[1:],
        ]
    return ", ".join(part for part in (*article, place) if part)


def article(source: Source) -> list[str]:
    """Title, author, agency, publication, date, address: what is known of them."""
    authors = " and ".join(", ".join(name.straight for name in source.authors).rsplit(", ", 1))
    facts = (
        f"“{source.title}”" if source.title else "",
        authors,
        source.agency or "",
        source.publication or "",
        source.published.day_first if source.published else "",
        source.url or "",
    )
    return list(dict.fromkeys(fact for fact in facts if fact))
