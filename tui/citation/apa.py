"""APA style, seventh edition: author–date, for a newspaper article read online (Publication Manual 10.1, 16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.citation.wording import curled, ended, inverted, joined, sentences, single_marks, title_case

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document


def write(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """Each quotation with its citation in the text, and the entry of the reference list."""
    return f"{sentences(passages, lambda paragraph: in_text(source, paragraph))}\n\n{entry(source)}".strip()


def in_text(source: Source, paragraph: int) -> str:
    """ "(Okafor & Lindqvist, 2023, para. 4)"."""
    names = [name.family for name in source.creators]
    if len(names) > 2:
        who = f"{names[0]} et al."
    elif names:
        who = joined(names, "&", comma=False)
    else:
        who = f"“{ended(single_marks(title_case(source.title)), ',')}”" if source.title else source.publication or ""
    year = str(source.published.year) if source.published else "n.d."
    head = f"{who}{' ' if who.endswith('”') else ', '}{year}" if who else year
    return f"({head}{f', para. {paragraph}' if paragraph else ''})"


def entry(source: Source) -> str:
    """The entry of the reference list."""
    if not source.named:
        return ""
    people = [inverted(name, name.initials) for name in source.creators]
    if len(people) > 20:
        people = [*people[:19], f". . . {people[-1]}"]
        who = ", ".join(people)
    else:
        who = joined(people, "&", comma=True)
    when = source.published
    if when is None:
        date = "n.d."
    else:
        rest = f"{when.month_name}{f' {when.day}' if when.day else ''}"
        date = f"{when.year}, {rest}" if rest else str(when.year)
    title = ended(curled(source.title), ".") if source.title else ""
    if who:
        parts = [ended(who, "."), f"({date}).", title]
    else:
        parts = [title, f"({date})."]
    parts.append(ended(source.container, ".") if source.container else "")
    if source.url:
        retrieved = f"Retrieved {source.accessed.month_first}, from " if source.accessed and when is None else ""
        parts.append(f"{retrieved}{source.url}")
    return " ".join(part for part in parts if part)
