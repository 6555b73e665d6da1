"""An analysis as JSON, JSON Lines, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from tui.domain.comparing import amounts, times
from tui.domain.contract import to_dict
from tui.domain.cue_words import telling
from tui.domain.disagreeing import at_odds
from tui.domain.figures import counted, figure
from tui.domain.importance import by_importance
from tui.domain.once import told_once
from tui.domain.wording import alike
from tui.ingest.display import safe, safe_lines

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Number
    from tui.domain.text import Document, Span


_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]")
"""What steers a terminal or cannot be encoded, and JSON leaves as it is."""


def escaped(data: str) -> str:
    """JSON that says the same, with nothing in it that a terminal would obey: the text in it is verbatim."""
    return _STEERING.sub(lambda match: f"\\u{ord(match.group()):04x}", data)


def as_json(document: Document, analysis: Analysis, identity: str) -> str:
    """One indented JSON object."""
    return escaped(json.dumps(to_dict(document, analysis, identity), ensure_ascii=False, indent=1)) + "\n"


def as_jsonl(document: Document, analysis: Analysis, identity: str) -> str:
    """One JSON object on one line."""
    return escaped(json.dumps(to_dict(document, analysis, identity), ensure_ascii=False)) + "\n"


_COLUMNS = (
    "id", "finding", "start", "end", "sentence", "words", "name", "kind", "detail",
    "value", "low", "high", "unit", "per", "bound", "own_words", "candidates",
)  # fmt: skip
"""Of the CSV. A new one goes to the end: readers may count."""


def as_csv(document: Document, analysis: Analysis, identity: str) -> str:
    """A row a finding: document, pane, start, end, sentence, words, name or value, kind, detail.

    Then, of a figure, its value as a plain number (ISO 8601 text for dates and times), the ends of its range, unit,
    "per" and bound; of a quote, what is verbatim in it where that is not all of it, and who may have said it, likeliest
    first, where nobody is sure. Columns that do not apply are empty.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(_COLUMNS)

    name_of_it = _no_formula(safe(identity))

    def row(finding: str, span: Span, sentence: int, name: str, kind: str, detail: str, *more: float | str) -> None:
        cells: list[float | str] = [_flat(document.slice(span)), name, kind, detail, *more]
        cells += [""] * (len(_COLUMNS) - 5 - len(cells))
        told = [_no_formula(safe(cell)) if isinstance(cell, str) else _plain_number(cell) for cell in cells]
        rows.writerow([name_of_it, finding, span.start, span.end, sentence, *told])

    for pane, entities in (("person", analysis.people), ("organisation", analysis.organisations)):
        for entity in entities:
            for m in entity.mentions:
                row(pane, m.span, m.sentence, entity.name, m.kind, "; ".join(entity.roles))
    for q in analysis.quotes:
        own = " ".join(f"“{_flat(document.slice(words))}”" for words in q.own_words) if q.reported else ""
        cue = f"cue: {words}" if (words := _flat(telling(q, document))) else ""
        parts = (q.unmarked or "", q.speaker.how if q.speaker else "", cue, f"in marks: {own}" if q.mixed else "")
        detail = "; ".join(filter(None, parts))
        perhaps = "; ".join(candidate.name for candidate in q.candidates)
        speaker = q.speaker.name if q.speaker else ""
        row("quote", q.span, q.sentence, speaker, q.kind, detail, *[""] * 6, own, perhaps)
    for n in analysis.numbers:
        ends = ("" if end is None else end for end in (n.value, n.low, n.high))
        exact = (*ends, n.unit or "", n.per or "", n.bound or "")
        row("number", n.span, n.sentence, figure(n), n.kind, counted(n), *exact)
    return out.getvalue()


def _flat(words: str) -> str:
    return " ".join(words.split())


def _plain_number(value: float) -> str:
    """Digits alone, as a spreadsheet reads them: "4200000", "0.25"."""
    return str(int(value)) if value == int(value) and abs(value) < _EXACT else repr(value)


_EXACT = 2**53
"""Up to which every whole number is told exactly."""


def _no_formula(cell: str) -> str:
    """A cell that a spreadsheet will not run: article text is untrusted there as well."""
    return f"'{cell}" if cell.lstrip()[:1] in ("=", "+", "-", "@", "＝", "＋", "－", "＠") else cell


def as_markdown(document: Document, analysis: Analysis, identity: str) -> str:
    """A report to read: the four lists, each item with its paragraph."""

    def escape(words: str) -> str:
        flat = " ".join(safe_lines(words).split())
        return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in flat)

    def paragraph(offset: int) -> str:
        return f"¶ {document.paragraph_at(offset) + 1}"

    people = by_importance(analysis.people, analysis, document)
    organisations = by_importance(analysis.organisations, analysis, document)
    lines = [f"# {escape(document.facts.title or identity)}", ""]
    for heading, entities in (("People", people), ("Organisations", organisations)):
        lines += [f"## {heading}", ""]
        for entity in entities:
            roles = f" — {escape('; '.join(entity.roles))}" if entity.roles else ""
            places = ", ".join(dict.fromkeys(paragraph(m.span.start) for m in entity.mentions if m.kind == "name"))
            lines.append(f"- **{escape(entity.name)}**{roles} ({places})")
        lines.append("")
    lines += ["## Quotes", ""]
    for q in told_once(analysis.quotes):
        perhaps = escape(" or ".join(candidate.name for candidate in q.candidates))
        nobody = f"unattributed? Perhaps {perhaps}" if perhaps else "unattributed"
        who = escape(q.speaker.name) if q.speaker else nobody
        marks = ("“", "”") if not q.reported else ("", "")
        place = f"{q.sort}, {paragraph(q.span.start)}" if q.sort else paragraph(q.span.start)
        told = telling(q, document) + document.slice(q.span)
        lines.append(f"- {marks[0]}{escape(told)}{marks[1]} — {who} ({place})")
    odds = at_odds(analysis.numbers, document)

    def listed(group: tuple[Number, ...]) -> str:
        n = group[0]
        words, value = escape(document.slice(n.span)), escape(figure(n))
        said = ", ".join(filter(None, ("" if alike(value, words) else value, escape(counted(n)))))
        others = [f"{escape(figure(o))} in {paragraph(o.span.start)}" for m in group for o in odds.get(id(m), ())]
        differs = f"; differs from {' and '.join(dict.fromkeys(others))}" if others else ""
        places = ", ".join(dict.fromkeys(paragraph(mention.span.start) for mention in group))
        again = f"{len(group)}×, " if len(group) > 1 else ""
        return f"- {words}{': ' if said else ''}{said}{differs} ({again}{places})"

    lines += ["", "## Numbers", "", *map(listed, amounts(analysis.numbers))]
    if dates := times(analysis.numbers):
        lines += ["", "## Dates and times", "", *map(listed, dates)]
    return "\n".join(lines) + "\n"


WRITERS = {"json": as_json, "jsonl": as_jsonl, "csv": as_csv, "md": as_markdown}
"""The formats of `pullquote analyze --format`."""
