"""Chicago style, eighteenth edition: author–date, and notes with a bibliography (Chicago Manual of Style 13, 14.87)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.citation.source import Name
from tui.citation.wording import ended, inverted, joined, quoted, sentences, single_marks, title_case

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LISTED = 6
"""Up to so many authors are all listed; of more, three are."""


def write_author_date(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """Each quotation with its citation in the text, and the entry of the reference list."""
    return f"{sentences(passages, lambda paragraph: in_text(source, paragraph))}\n\n{entry(source)}".strip()


def write_notes(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """Each quotation with the number of its note, the notes, and the entry of the bibliography."""
    texts, notes = [], []
    for number, passage in enumerate(passages, 1):
        raised = str(number).translate(_SUPERSCRIPT)
        texts.append(_with_note(passage, raised))
        notes.append(f"{number}. {note(source, passage.paragraph)}")
    return "\n\n".join([*texts, "\n".join(notes), bibliography(source)]).strip()


def _with_note(passage: Passage, raised: str) -> str:
    text = quoted(passage, "", ".")
    return f"{text.removesuffix('”.')}.”{raised}" if text.endswith("”.") else f"{text}{raised}"


def in_text(source: Source, paragraph: int) -> str:
    """ "(Okafor and Lindqvist 2023, para. 4)"."""
    names = [name.family for name in source.creators]
    if names:
        who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    else:
        who = source.publication or (f"“{single_marks(title_case(source.title))}”" if source.title else "")
    if source.published:
        head = f"{who} {source.published.year}".strip()
    elif who.endswith("”"):
        head = f"{ended(who[:-1], ',')}” n.d."
    else:
        head = ", ".join(part for part in (who, "n.d.") if part)
    return f"({head}{f', para. {paragraph}' if paragraph else ''})"


def entry(source: Source) -> str:
    """The entry of the reference list."""
    if not source.named:
        return ""
    who, title, container = _head(source)
    when = source.published
    year = f"{when.year}." if when else "n.d."
    day = " ".join(part for part in (when.month_name, str(when.day or "")) if part) if when else ""
    rest = ", ".join(part for part in (container, day) if part)
    parts = [who, year, title] if who else [title, year]
    return " ".join(part for part in (*parts, rest and ended(rest, "."), *_address(source)) if part)


def bibliography(source: Source) -> str:
    """The entry of the bibliography that goes with the notes."""
    if not source.named:
        return ""
    who, title, container = _head(source)
    rest = ", ".join(part for part in (container, source.published.month_first if source.published else "n.d.") if part)
    return " ".join(part for part in (who, title, ended(rest, "."), *_address(source)) if part)


def note(source: Source, paragraph: int) -> str:
    """The note: "Grace Okafor, “Harbour Town Votes on New Bridge,” The Daily Ledger, December 27, 2023, para. 4, …"."""
    names = [name.straight for name in source.creators]
    who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    title = f"“{ended(single_marks(title_case(source.title)), ',')}”" if source.title else ""
    rest = [
        source.container or "",
        source.published.month_first if source.published else "n.d.",
        f"para. {paragraph}" if paragraph else "",
        f"accessed {source.accessed.month_first}" if source.accessed and not source.published else "",
        source.url or "",
    ]
    tail = ", ".join(part for part in rest if part)
    return f"{who + ', ' if who else ''}{title + ' ' if title else ''}{ended(tail, '.')}"


def _head(source: Source) -> tuple[str, str, str]:
    """Author with a full stop (the publication where no author is known), title in marks, container."""
    names, container = source.creators, source.container or ""
    if not names and source.publication:
        names, container = (Name(source.publication),), ""
    shown = [_demoted(names[0]), *(name.straight for name in names[1:])] if names else []
    if len(shown) > _LISTED:
        who = f"{', '.join(shown[:3])}, et al."
    else:
        who = joined(shown, "and", comma=True)
    title = f"“{ended(single_marks(title_case(source.title)), '.')}”" if source.title else ""
    return who and ended(who, "."), title, container


def _demoted(name: Name) -> str:
    """The name inverted, its particles after the given names: "Heide, Anna von der"."""
    words = name.family.split()
    first = next((number for number, word in enumerate(words) if not word.islower()), 0) if name.given else 0
    family = Name(" ".join(words[first:]), " ".join([name.given, *words[:first]]).strip(), name.suffix)
    return inverted(family, family.given)


def _address(source: Source) -> list[str]:
    if not source.url:
        return []
    accessed = [f"Accessed {source.accessed.month_first}."] if source.accessed and not source.published else []
    return [*accessed, f"{source.url}."]
