"""The measure of extraction counts what it says: runs of words, both ways, and facts given exactly."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
from benchmarks import extraction

GOOD = Path(__file__).parents[1] / "corpus" / "good"
PAGES = Path(__file__).parents[1] / "corpus" / "pages"
"""Six invented papers: a blog engine's, an app's, tables of 2003, a wire's, a magazine's, a German one."""


def test_whole_text_is_all_and_half_a_text_is_half() -> None:
    gold = " ".join(f"w{n}" for n in range(203))
    whole, half, padded = extraction.Tally(), extraction.Tally(), extraction.Tally()
    whole.score(gold, gold)
    half.score(" ".join(gold.split()[:103]), gold)
    padded.score(gold + " " + " ".join(f"x{n}" for n in range(200)), gold)
    assert whole.f1 == 1
    assert half.precisions == [1] and half.recalls == [0.5]
    assert padded.recalls == [1] and padded.precisions == [0.5]


def test_folder_with_gold_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "one.html.gz").write_bytes(gzip.compress((GOOD / "news.html").read_bytes()))
    body = extraction.body_of(extraction.opened((GOOD / "news.html").read_bytes(), "", None))  # type: ignore[arg-type]
    truth = {"articleBody": body, "headline": "River breaks its banks", "author": ["Ann Lee", "Tomas Reyes"],
             "datePublished": "2024-03-05T10:00:00"}  # fmt: skip
    (tmp_path / "ground-truth.json").write_text(json.dumps({"one": truth}), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["extraction.py", str(tmp_path)])
    extraction.main()
    ours = capsys.readouterr().out.splitlines()[1].split()
    assert ours[:5] == ["pullquote", "1", "1.000", "1.000", "1.000"]
    assert ours[6:] == ["1/1", "1/1", "1/1"]


def test_pages_of_six_layouts_are_extracted_better_than_by_trafilatura_alone() -> None:
    measured = extraction.measure(PAGES)
    ours, bare = measured["pullquote"], measured["trafilatura"]
    assert ours.f1 >= 0.97 and ours.f1 > bare.f1
    assert min(ours.precisions) >= 0.9 and min(ours.recalls) >= 0.9
    assert ours.right == ours.asked
