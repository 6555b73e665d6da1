"""Harvard style, as in *Cite Them Right*: author–date with the day of access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.citation.wording import double_marks, inverted, joined, sentences

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document


def write(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """Each quotation with its citation in the text, and the entry of the reference list."""
    return f"{sentences(passages, lambda paragraph: in_text(source, paragraph))}\n\n{entry(source)}".strip()


def in_text(source: Source, paragraph: int) -> str:
    """ "(Okafor and Lindqvist, 2023, para. 4)"."""
    names = [name.family for name in source.creators]
    if len(names) > 3:
        who = f"{names[0]} et al."
    else:
        who = joined(names, "and", comma=False) or source.publication or _marked(source.title)
    year = str(source.published.year) if source.published else "no date"
    place = f"para. {paragraph}" if paragraph else ""
    return f"({', '.join(part for part in (who, year, place) if part)})"


def entry(source: Source) -> str:
    """The entry of the reference list."""
    if not source.named:
        return ""
    names = [inverted(name, name.initials.replace(" ", "")) for name in source.creators]
    who = f"{names[0]} et al." if len(names) > 3 else joined(names, "and", comma=False)
    title, container = _marked(source.title), source.container or ""
    if not who:
        who, container = container or title, ""
        title = "" if who == title else title
    when = source.published
    year = str(when.year) if when else "no date"
    day = " ".join(part for part in (str(when.day or ""), when.month_name) if part) if when else ""
    rest = ", ".join(part for part in (title, container, day) if part)
    head = " ".join(part for part in (who, f"({year})", rest) if part)
    address = ""
    if source.url:
        accessed = f" (Accessed: {source.accessed.day_first})" if source.accessed else ""
        address = f" Available at: {source.url}{accessed}."
    return f"{head}.{address}"


def _marked(title: str | None) -> str:
    """The title in single marks; its own marks become double ones."""
    if not title:
        return ""
    return f"‘{double_marks(title)}’"
