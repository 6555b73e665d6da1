"""Citations for reference managers: BibTeX, RIS, CSL-JSON. One entry for the article; the words go into its notes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tui.citation.keys import key_of
from tui.citation.source import MONTHS

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Day, Name, Source
    from tui.domain.text import Document

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # an escaped brace would still count for BibTeX, which wants them in pairs
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    **{mark: f"\\{mark}" for mark in "$&#_%"},
}


def latex(text: str) -> str:
    """`text` as LaTeX prints it literally, on one line, its braces in pairs."""
    escaped = re.sub(r"[\\{}~^<>|`$&#_%]", lambda match: _LATEX[match.group()], " ".join(text.split()))
    return re.sub(r"-(?=-)", "-{}", escaped)  # two hyphens would become a dash


def bibtex(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """An `@article` (`@misc` without a publication) that BibTeX and BibLaTeX read."""
    day = source.published
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in source.creators),
        "title": f"{{{latex(source.title)}}}" if source.title else "",  # the inner braces keep its capitals
        "journal": latex(source.container or ""),
        "year": str(day.year) if day else "",
        "month": MONTHS[day.month - 1][:3].lower() if day and day.month else "",
        "date": day.iso if day else "",
        "url": source.url or "",
        "urldate": source.accessed.iso if source.accessed else "",
        "annote": latex(" / ".join(passage.remark for passage in passages)),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    kind = "article" if source.container else "misc"
    return "\n".join([f"@{kind}{{{key_of(source)},", *lines, "}"])


def _bibtex_name(name: Name) -> str:
    if not name.given:
        return f"{{{latex(name.family)}}}"
    return ", ".join(_guarded(latex(part)) for part in (name.family, name.suffix, name.given) if part)


def _guarded(part: str) -> str:
    return f"{{{part}}}" if re.search(r",|\band\b", part) else part


def ris(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """A record of type NEWS."""
    day, seen = source.published, source.accessed
    fields = [
        ("TY", "NEWS"),
        ("ID", key_of(source)),
        *(("AU", ", ".join(part for part in (n.family, n.given, n.suffix) if part)) for n in source.creators),
        ("TI", source.title),
        ("T2", source.container),
        ("PY", str(day.year) if day else None),
        ("DA", _ris_date(day) if day else None),
        ("UR", source.url),
        ("Y2", _ris_date(seen) if seen else None),
        *(("N1", passage.remark) for passage in passages),
    ]
    # each value stands on one line, so that nothing in it can begin a field or end the record
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - "])


def _ris_date(day: Day) -> str:
    return f"{day.year}/{f'{day.month:02}' if day.month else ''}/{f'{day.day:02}' if day.day else ''}/"


def csl_json(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """A list with one item of Citation Style Language 1.0.2; the words are its annotation."""
    item: dict[str, Any] = {
        "id": key_of(source),
        "type": "article-newspaper",
        "title": source.title,
        "author": [_csl_name(name) for name in source.creators],
        "container-title": source.container,
        "issued": _csl_date(source.published),
        "accessed": _csl_date(source.accessed),
        "URL": source.url,
        "annote": "\n".join(passage.remark for passage in passages),
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=2)


def _csl_name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def _csl_date(day: Day | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[part for part in (day.year, day.month, day.day) if part]]} if day else None
