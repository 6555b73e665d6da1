"""How often pronouns and descriptions are linked to the right person or organisation.

    python tests/benchmarks/score_references.py FOLDER [--errors N]

FOLDER holds `entities-*.jsonl` files, a document a line: `{"id", "text", "mentions": [{"start", "end", "label",
"entity_id", "mtype": "named|nominal|pronoun"}]}`; files whose mentions have no ids are passed over. A predicted entity
is the gold one that most of its names overlap. A link is right where the gold mention at the same place has that
entity; it is wrong where the gold has another entity there, or no mention at all. Recall is over the gold pronouns
(descriptions) of entities that also have a name, since the lists show nobody else.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Counts = collections.Counter[str]


def link_score(gold: Json, analysis: Json, errors: list[tuple[str, str, str, str]] | None = None) -> Counts:
    """Counts for one document: right, wrong, missed, of each kind of mention ("pronoun right")."""
    counts: Counts = collections.Counter()
    text, mentions = gold["text"], gold["mentions"]
    names = [m for m in mentions if m.get("mtype", "named") == "named"]
    named = {m["entity_id"] for m in names}
    label = {m["entity_id"]: text[m["start"] : m["end"]] for m in reversed(names)}
    found: dict[tuple[int, int], set[Any]] = collections.defaultdict(set)
    for m in mentions:
        found[m["start"], m["end"]].add(m["entity_id"])
    linked: set[tuple[int, int]] = set()
    for entity in [*analysis["people"], *analysis["organisations"]]:
        votes: collections.Counter[Any] = collections.Counter()
        for m in entity["mentions"]:
            if m["kind"] == "name":
                over = [n["entity_id"] for n in names if n["start"] < m["end"] and m["start"] < n["end"]]
                votes.update(dict.fromkeys(over, 1))  # in the order of the text, so that ties fall the same way
        if not votes:  # the gold may have the name only inside a description ("spokesman X", which it calls nominal)
            for m in entity["mentions"]:
                around = [n for n in mentions if n["start"] <= m["start"] and m["end"] <= n["end"]]
                if m["kind"] == "name" and around:
                    votes[min(around, key=lambda n: int(n["end"]) - int(n["start"]))["entity_id"]] += 1
        identity = votes.most_common(1)[0][0] if votes else None
        for m in entity["mentions"]:
            if m["kind"] == "name":
                continue
            place = (m["start"], m["end"])
            if m["kind"] == "pronoun":
                at = found.get(place, set())
            else:  # the gold span has the article and what follows the head; a description ends with its head or before
                at = {n["entity_id"] for n in mentions if n["start"] <= m["start"] <= m["end"] <= n["end"]}
            right = identity is not None and identity in at
            counts[f"{m['kind']} {'right' if right else 'wrong'}"] += 1
            linked.add(place)
            if errors is not None and not right:
                context = text[max(0, place[0] - 90) : place[0]] + "[" + text[place[0] : place[1]] + "]"
                meant = ", ".join(str(label.get(i, "unnamed" if i in named else "nobody named")) for i in at)
                errors.append((m["kind"], entity["name"], meant, context + text[place[1] : place[1] + 30]))
    for m in mentions:
        kind = m.get("mtype")
        if kind not in ("pronoun", "nominal") or m["entity_id"] not in named:
            continue
        counts[f"{kind} gold"] += 1
        if errors is not None and kind == "pronoun" and (m["start"], m["end"]) not in linked:
            context = text[max(0, m["start"] - 90) : m["start"]] + "[" + text[m["start"] : m["end"]] + "]"
            errors.append(("missed", "", str(label[m["entity_id"]]), context + text[m["end"] : m["end"] + 30]))
    return counts


def summary(counts: Counts) -> str:
    """Precision, recall and counts by kind of mention."""
    lines = []
    for kind in ("pronoun", "nominal"):
        right, wrong, gold = counts[f"{kind} right"], counts[f"{kind} wrong"], counts[f"{kind} gold"]
        precision, recall = right / max(1, right + wrong), right / max(1, gold)
        figures = f"precision {precision:.3f}, recall {recall:.3f}"
        lines.append(f"{kind}: {figures} ({right} right, {wrong} wrong, {gold} gold)")
    return "; ".join(lines)


def main() -> None:
    """Analyse and score every set of the folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    from tui.analysis.pipeline import Analyser
    from tui.domain.contract import findings_to_dict
    from tui.ingest.plain import make_document

    analyser = Analyser()
    for path in sorted(arguments.folder.glob("entities-*.jsonl")):
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        documents = [d for d in documents if any(m.get("entity_id") is not None for m in d["mentions"])]
        if not documents:
            continue
        counts: Counts = collections.Counter()
        errors: list[tuple[str, str, str, str]] = []
        for document in documents:
            analysis = findings_to_dict(analyser.analyse(make_document(document["text"])))
            counts += link_score(document, analysis, errors)
        print(path.stem, summary(counts))
        for error in errors[: arguments.errors]:
            print("   ", " | ".join(error).replace("\n", " "))


if __name__ == "__main__":
    main()
