"""Plain text: the words, and under them who said them and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document


def plain(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """The words, then a line with speaker, role, article, paragraph; for several, the article once at the end."""
    if len(passages) == 1:
        return f"{passages[0].words}\n— {_line(passages[0], _article(source))}"
    parts = [f"{passage.words}\n— {_line(passage, [])}" for passage in passages]
    article = ", ".join([*_article(source), *_address(source)])
    return "\n\n".join([*parts, article] if article else parts)


def credit(passage: Passage) -> str:
    """Who speaks or is spoken of, so that reported words are never taken for spoken ones."""
    if not passage.who:
        return ""
    return {"about": f"on {passage.who}", "reported": f"{passage.who}, as reported"}.get(passage.manner, passage.who)


def _line(passage: Passage, article: list[str]) -> str:
    who = credit(passage)
    place = f"¶ {passage.paragraph}" if passage.paragraph else ""
    if not article:
        return ", ".join(part for part in (who, place) if part)
    if who:
        article = [f"{who}{'' if passage.manner == 'reported' else ','} in {article[0]}", *article[1:]]
    return ", ".join(part for part in (*article, place) if part)


def _article(source: Source) -> list[str]:
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


def _address(source: Source) -> list[str]:
    return [f"accessed {source.accessed.day_first}"] if source.accessed else []
