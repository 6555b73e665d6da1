"""What is written for other programs says what the article says, and steers neither a terminal nor a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tui.domain.findings import Analysis, Mention, Person
from tui.domain.text import Span
from tui.export.analysis import as_csv, as_json, as_jsonl
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
