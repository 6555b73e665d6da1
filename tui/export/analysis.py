"""An analysis as JSON, JSON Lines, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from tui.domain.contract import to_dict
from tui.domain.cue_words import telling
from tui.domain.disagreeing import at_odds
from tui.domain.figures import counted, figure, is_place
from tui.domain.importance import by_importance
from tui.ingest.display import safe, safe_lines

if TYPE_CHECKING:
    from tui.domain.findings import Analysis
    from tui.domain.text import Document


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


def as_csv(document: Document, analysis: Analysis, identity: str) -> str:
    """A row a finding: document, pane, start, end, sentence, words, name or value, kind, detail."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["id", "finding", "start", "end", "sentence", "words", "name", "kind", "detail"])

    name_of_it = _no_formula(safe(identity))

    def row(finding: str, start: int, end: int, sentence: int, name: str, kind: str, detail: str) -> None:
        words = " ".join(document.text[start:end].split())
        cells = [safe(cell) for cell in (words, name, kind, detail)]
        rows.writerow([name_of_it, finding, start, end, sentence, *(_no_formula(cell) for cell in cells)])

    for pane, entities in (("person", analysis.people), ("organisation", analysis.organisations)):
        for entity in entities:
            for m in entity.mentions:
                row(pane, m.span.start, m.span.end, m.sentence, entity.name, m.kind, "; ".join(entity.roles))
    for q in analysis.quotes:
        own = "in marks: " + " ".join(f"“{document.slice(words)}”" for words in q.own_words) if q.mixed else ""
        cue = f"cue: {words}" if (words := " ".join(telling(q, document).split())) else ""
        parts = (q.unmarked or "", q.speaker.how if q.speaker else "", cue, " ".join(own.split()))
        detail = "; ".join(filter(None, parts))
        row("quote", q.span.start, q.span.end, q.sentence, q.speaker.name if q.speaker else "", q.kind, detail)
    for n in analysis.numbers:
        row("number", n.span.start, n.span.end, n.sentence, figure(n), n.kind, counted(n))
    return out.getvalue()


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
    for q in analysis.quotes:
        who = escape(q.speaker.name) if q.speaker else "unattributed"
        marks = ("“", "”") if not q.reported else ("", "")
        sort = "in part" if q.mixed else q.unmarked
        place = f"{sort}, {paragraph(q.span.start)}" if sort else paragraph(q.span.start)
        told = telling(q, document) + document.slice(q.span)
        lines.append(f"- {marks[0]}{escape(told)}{marks[1]} — {who} ({place})")
    lines += ["", "## Numbers", ""]
    odds = at_odds(analysis.numbers, document)
    for n in (number for number in analysis.numbers if not is_place(number)):
        counts = f", {escape(counted(n))}" if counted(n) else ""
        others = [f"{escape(figure(o))} in {paragraph(o.span.start)}" for o in odds.get(id(n), ())]
        differs = f"; differs from {' and '.join(dict.fromkeys(others))}" if others else ""
        value = f"{escape(figure(n))}{counts}{differs}"
        lines.append(f"- {escape(document.slice(n.span))}: {value} ({paragraph(n.span.start)})")
    return "\n".join(lines) + "\n"


WRITERS = {"json": as_json, "jsonl": as_jsonl, "csv": as_csv, "md": as_markdown}
"""The formats of `pullquote analyze --format`."""
