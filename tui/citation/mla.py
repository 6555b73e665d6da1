"""MLA style, ninth edition: author–locator in the text, the work cited with its container (MLA Handbook, chapter 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.citation.wording import ended, inverted, sentences, single_marks, title_case

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Day, Source
    from tui.domain.text import Document

_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def write(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """Each quotation with its citation in the text, and the entry of the works cited."""
    return f"{sentences(passages, lambda paragraph: in_text(source, paragraph))}\n\n{entry(source)}".strip()


def in_text(source: Source, paragraph: int) -> str:
    """ "(Okafor and Lindqvist, par. 4)"."""
    names = [name.family for name in source.creators]
    place = f"par. {paragraph}" if paragraph else ""
    if names:
        who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    elif source.title:
        title = single_marks(title_case(source.title))
        return f"(“{ended(title, ',')}” {place})" if place else f"(“{title}”)"
    else:
        who = source.publication or ""
    inside = ", ".join(part for part in (who, place) if part)
    return f"({inside})" if inside else ""


def entry(source: Source) -> str:
    """The entry of the works cited."""
    names = source.creators
    who = ""
    if names:
        who = inverted(names[0], names[0].given)
        if len(names) == 2:
            who = f"{who}, and {names[1].straight}"
        elif len(names) > 2:
            who = f"{who}, et al."
    container = [
        source.container or "",
        _date(source.published) if source.published else "",
        source.url or "",
    ]
    rest = ", ".join(part for part in container if part)
    accessed = f"Accessed {_date(source.accessed)}." if source.accessed and not source.published else ""
    title = f"“{ended(single_marks(title_case(source.title)), '.')}”" if source.title else ""
    parts = [who and ended(who, "."), title, rest and ended(rest, "."), accessed]
    return " ".join(part for part in parts if part)


def _date(day: Day) -> str:
    """ "27 Dec. 2023", with what is known of it."""
    month = _MONTHS[day.month - 1] if day.month else ""
    return " ".join(part for part in (str(day.day or ""), month, str(day.year)) if part)
