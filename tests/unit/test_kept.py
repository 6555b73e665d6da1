"""A finished analysis is found again, and a store in any state never stands in the reader's way."""

from __future__ import annotations

import json
import sqlite3
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from articles import article, findings

from tui.analysis import version
from tui.domain.contract import findings_to_dict
from tui.domain.findings import Analysis, Candidate, Mention, Number, Organisation, Person, Quote, Speaker
from tui.domain.text import Span
from tui.library import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

TEXT = "Ann Lee said: “Go on.” It took 3 hours."
ANALYSIS = Analysis(
    people=(Person("Ann Lee", ("mayor",), (Mention(Span(0, 7), 0),)),),
    organisations=(Organisation("Acme", (), (Mention(Span(1, 2), 0, "nominal"),)),),
    quotes=(
        Quote(
            Span(15, 21), "direct", 0, (Span(15, 21),),
            Speaker("Ann Lee", 0, None, "Ann Lee", Span(0, 7), "named", 0.9), Span(8, 12),
        ),
        Quote(Span(15, 21), "partial", 0, (Span(15, 21),), None, None, (Candidate("Ann Lee", 0, None, 0.4),)),
    ),
    numbers=(
        Number(Span(31, 38), 1, "duration", 3, unit="hour"),
        Number(Span(31, 38), 1, "count", None, low=1, high=2),
    ),
)  # fmt: skip


def test_kept_analysis_is_found_again() -> None:
    assert kept.lookup(TEXT) is None
    assert kept.keep(TEXT, ANALYSIS)
    assert kept.lookup(TEXT) == ANALYSIS


def test_other_text_model_or_version_is_another_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep(TEXT, ANALYSIS)
    assert kept.lookup(TEXT + " ") is None
    assert kept.lookup(TEXT, "en_core_web_trf") is None
    monkeypatch.setattr(kept, "analysis_version", lambda: "of other rules")
    assert kept.lookup(TEXT) is None


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_damaged_store_is_thrown_away_and_rebuilt(damage: bytes) -> None:
    kept.keep(TEXT, ANALYSIS)
    kept.store_path().write_bytes(damage)
    assert kept.lookup(TEXT) is None
    assert kept.keep(TEXT, ANALYSIS)
    assert kept.lookup(TEXT) == ANALYSIS


def test_row_that_cannot_be_read_is_no_analysis() -> None:
    kept.keep(TEXT, ANALYSIS)
    with sqlite3.connect(kept.store_path()) as store:
        store.execute("UPDATE analyses SET findings = x'00'")
    assert kept.lookup(TEXT) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found["quotes"][0].update(end=10**9),
        lambda found: found["quotes"][0].update(start=-5),
        lambda found: found["quotes"][0].update(start="a"),
        lambda found: found["quotes"][0].update(start=1.5),
        lambda found: found["quotes"][0]["speaker"].update(person=99),
        lambda found: found["people"][0]["mentions"][0].update(end=10**9),
    ],
    ids=["beyond the text", "before it", "a word", "half a letter", "nobody", "a mention beyond the text"],
)
def test_analysis_that_cannot_be_of_its_text_is_none(change: Callable[[dict[str, Any]], None]) -> None:
    document = article()
    kept.keep(document.text, findings(document))
    assert kept.lookup(document.text) == findings(document)
    found = findings_to_dict(findings(document))
    change(found)
    with sqlite3.connect(kept.store_path()) as store:
        store.execute("UPDATE analyses SET findings = ?", (zlib.compress(json.dumps(found).encode()),))
    assert kept.lookup(document.text) is None


def test_store_stays_bounded_and_drops_the_longest_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MAX_BYTES", 4000)
    for number in range(30):
        kept.keep(f"{TEXT} {number}", ANALYSIS)
    found = [number for number in range(30) if kept.lookup(f"{TEXT} {number}")]
    assert found
    assert found == list(range(found[0], 30))
    assert found[0] > 0


def test_readers_at_once_neither_damage_the_store_nor_read_half_of_it() -> None:
    kept.keep(f"{TEXT} Read long ago.", ANALYSIS)

    def read_and_keep(number: int) -> Analysis | None:
        kept.keep(f"{TEXT} {number % 7}", ANALYSIS)  # False where another reader was writing for too long
        return kept.lookup(f"{TEXT} {number % 7}")

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(read_and_keep, range(40))) <= {ANALYSIS, None}
    assert kept.lookup(f"{TEXT} Read long ago.") == ANALYSIS


def test_locked_store_does_not_hold_the_reader_up() -> None:
    kept.keep(TEXT, ANALYSIS)
    store = sqlite3.connect(kept.store_path(), isolation_level=None)
    store.execute("BEGIN EXCLUSIVE")
    assert kept.lookup(TEXT) is None
    assert not kept.keep(TEXT, ANALYSIS)
    store.close()
    assert kept.lookup(TEXT) == ANALYSIS


def test_changed_rules_are_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("analysis/vocabulary", "domain", "ingest"):
        (tmp_path / folder).mkdir(parents=True)
    words = tmp_path / "analysis" / "vocabulary" / "words.txt"
    words.write_text("one\n", encoding="utf-8")
    monkeypatch.setattr(version, "_PACKAGE", str(tmp_path))
    before = version.analysis_version.__wrapped__()
    assert before == version.analysis_version.__wrapped__()
    words.write_text("one\ntwo\n", encoding="utf-8")
    assert before != version.analysis_version.__wrapped__()
