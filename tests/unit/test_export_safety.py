"""What is written for other programs says what the article says, and steers neither a terminal nor a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tui.domain.findings import Analysis, Candidate, Mention, Number, Person, Quote
from tui.domain.text import Span
from tui.export.analysis import as_csv, as_json, as_jsonl, as_markdown
from tui.ingest.plain import make_document

TEXT = "Ann \x9b31mLee \u202espoke\u2066 \x1b[2J of \ud800 it \x7f."
NAME = "a\x9b\u202e\udcff\n=b.txt"


@pytest.mark.parametrize("write", [as_json, as_jsonl])
def test_json_holds_the_text_verbatim_and_no_control(write: object) -> None:
    out = write(make_document(TEXT), Analysis(), NAME)  # type: ignore[operator]
    assert not set("\x9b\x1b\u202e\u2066\x7f\ud800\udcff") & set(out)
    out.encode()
    read = json.loads(out)
    assert (read["text"], read["id"]) == (TEXT, NAME)


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", " =1+1", "@x", "＝1"])
def test_csv_names_its_document_without_a_formula_or_a_control(name: str) -> None:
    found = Analysis(people=(Person("Lee", (), (Mention(Span(0, 3), 0),)),))
    out = as_csv(make_document(TEXT), found, name + NAME)
    assert not set("\x9b\u202e\udcff") & set(out)
    row = list(csv.reader(io.StringIO(out)))[1]
    assert row[0].startswith("'") and "\n" not in row[0]


def test_csv_tells_figures_as_plain_numbers_after_the_columns_that_were_there_before() -> None:
    at = Span(0, 3)
    numbers = (
        Number(at, 0, "money", 4_200_000.0, unit="dollar", bound="more than", per="day"),
        Number(at, 0, "percent", None, low=-2.5, high=3),
        Number(at, 0, "date", "--05-04"),
    )
    rows = list(csv.DictReader(io.StringIO(as_csv(make_document(TEXT), Analysis(numbers=numbers), "a"))))
    assert list(rows[0])[:9] == ["id", "finding", "start", "end", "sentence", "words", "name", "kind", "detail"]
    told = ("value", "low", "high", "unit", "per", "bound")
    assert [[row[column] for column in told] for row in rows] == [
        ["4200000", "", "", "dollar", "day", "more than"], ["", "-2.5", "3", "", "", ""], ["'--05-04", *[""] * 5],
    ]  # fmt: skip


def test_who_may_have_said_an_unattributed_quote_is_told() -> None:
    perhaps = (Candidate("Lee", 0, None, 0.5), Candidate("=Orr", None, None, 0.3))
    found = Analysis(quotes=(Quote(Span(0, 3), "direct", 0, (Span(0, 3),), None, None, perhaps),))
    (row,) = csv.DictReader(io.StringIO(as_csv(make_document(TEXT), found, "a")))
    assert (row["name"], row["candidates"], row["own_words"], row["value"]) == ("", "Lee; =Orr", "", "")
    assert "- “Ann” — unattributed? Perhaps Lee or =Orr (¶ 1)" in as_markdown(make_document(TEXT), found, "a")
