"""How often a quote's speaker is right, at several levels of confidence.

    python tests/benchmarks/score_speakers.py FOLDER [--levels 0.45 0.8 0.9]

FOLDER holds `quotes-*.jsonl` files, a document a line: `{"id", "text", "quotes": [{"start", "end", "speaker_name"}]}`;
`start` and `end` hold the quotation marks and `speaker_name` is null where nobody is named. A quote is found where the
prediction shares four fifths of its stretch. At each level: `precision`, the share of the speakers given with that
confidence or more that are right; `coverage`, the share of the gold quotes with a name that get such a speaker. The
same is told for each way in which speakers are found. Names agree where one holds the words of the other, but titles.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Row = tuple[str, float, bool]

_TITLES = frozenset(
    "mr mrs ms miss dr sir lady lord dame sen rep gov president prof professor minister premier mayor senator "
    "secretary judge justice chief capt gen lt sheriff the a an jr sr former prime".split()
)
_EDGE = " \t\n\u00a0\"'“”„«»‘’.,;:–—-…"


def words_of(name: str) -> set[str]:
    """The words of a name in lower case, without titles and possessive endings."""
    plain = re.sub(r"[’']s\b", "", name.lower()).replace("’", "'")
    return {w for w in re.findall(r"[\w'-]+", plain) if w not in _TITLES}


def agree(first: str, second: str) -> bool:
    """Whether two names can be of one person: the words of one hold those of the other."""
    one, other = words_of(first), words_of(second)
    return bool(one and other) and (one <= other or other <= one)


def tight(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without marks and stops at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Shared length by joint length."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def rows_of(gold: Json, analysis: Json) -> tuple[int, list[Row]]:
    """How many gold quotes have a name, and (how, confidence, whether right) for each that gets a speaker."""
    text = gold["text"]
    spoken = [
        (tight(text, s["start"], s["end"]), q["speaker"])
        for q in analysis["quotes"]
        if q["kind"] != "indirect" and q["speaker"]
        for s in q["segments"]
    ]
    named, rows = 0, []
    for quote in gold["quotes"]:
        if not quote.get("speaker_name"):
            continue
        named += 1
        place = tight(text, quote["start"], quote["end"])
        best = max(spoken, key=lambda row: overlap(row[0], place), default=None)
        if best is not None and overlap(best[0], place) >= 0.8 and best[1]["name"].lower() not in ("he", "she", "they"):
            speaker = best[1]
            rows.append((speaker["how"], speaker["confidence"], agree(speaker["name"], quote["speaker_name"])))
    return named, rows


def report(named: int, rows: list[Row], levels: list[float]) -> list[str]:
    """The table, a line each."""
    lines = []
    for level in levels:
        kept = [row for row in rows if row[1] >= level]
        right = sum(row[2] for row in kept)
        precision = right / len(kept) if kept else 0.0
        lines.append(
            f"  confidence >= {level:.2f}: precision {precision:.3f}  coverage {len(kept) / max(1, named):.3f}"
        )
    hows: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for how, _, right in rows:
        hows[how]["right" if right else "wrong"] += 1
    lines += [f"  {how}: {counts['right']} of {counts.total()} right" for how, counts in sorted(hows.items())]
    return lines


def main() -> None:
    """Print the tables of every file."""
    from tui.analysis.pipeline import Analyser
    from tui.domain.contract import findings_to_dict
    from tui.ingest.plain import make_document

    parser = argparse.ArgumentParser(description="Score speakers by confidence.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--levels", type=float, nargs="+", default=[0.45, 0.8, 0.9])
    options = parser.parse_args()
    analyser = Analyser()
    for path in sorted(options.folder.glob("quotes-*.jsonl")):
        named, rows = 0, []
        for line in path.read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            count, more = rows_of(gold, findings_to_dict(analyser.analyse(make_document(gold["text"]))))
            named += count
            rows += more
        print(f"{path.name}: {named} quotes with a named speaker")
        print("\n".join(report(named, rows, options.levels)))


if __name__ == "__main__":
    main()
