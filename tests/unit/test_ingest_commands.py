"""Every kind of input goes through the commands: one analysis for each document in it, and the faults told apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpus.make import GOOD, make

from tui.cli import main
from tui.domain.findings import Analysis


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands without the model: what is found is another test's matter."""

    class Blank:
        def __init__(self, model: str | None = None) -> None: ...

        def analyse(self, document: object) -> Analysis:
            return Analysis()

    monkeypatch.setattr("tui.analysis.pipeline.Analyser", Blank)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole corpus, good and broken, in one folder."""
    folder = tmp_path_factory.mktemp("corpus")
    make(folder)
    for file in GOOD.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "feed.xml").unlink()  # one of its entries would be fetched
    return folder


def analysed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, object]], str]:
    status = main(["analyze", *arguments, "--format", "jsonl"])
    printed = capsys.readouterr()
    return status, [json.loads(line) for line in printed.out.splitlines()], printed.err


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("news.html", ["River breaks its banks"]),
        ("notes.md", ["Ferry to run all year"]),
        ("letter.eml", ["Ferry to run all year – what it means"]),
        ("feed.atom", ["Lights on the pier"]),
        ("report.pdf", ["River breaks its banks"]),
        ("book.epub", ["1. The rain", "2. The wall"]),
        ("pages.warc", ["River breaks its banks", "A note on the ferry"]),
        ("pages.warc.gz", ["River breaks its banks"]),
        ("saved.mht", ["River breaks its banks"]),
        ("wrapped.txt", ["River breaks its banks"]),
    ],
)
def test_every_kind_is_analysed(folder: Path, name: str, titles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    status, found, said = analysed(capsys, str(folder / name))
    assert (status, said) == (0, "")
    assert [entry["title"] for entry in found] == titles
    assert all(entry["language"] in ("en", None) and entry["found"] for entry in found)
    assert len({entry["id"] for entry in found}) == len(titles)


def test_folder_is_analysed_whole_and_each_fault_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found, said = analysed(capsys, str(folder))
    assert status == 1
    assert len(found) >= 16
    faults = [line for line in said.splitlines() if "In French" not in line]
    assert len(faults) == len(list(folder.glob("broken*"))) - 1  # a Word file is not even tried
    assert all(line.startswith("pullquote: ") for line in faults)


def test_several_chapters_as_json_are_one_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(folder / "book.epub")]) == 0
    assert [entry["publication"] for entry in json.loads(capsys.readouterr().out)] == ["The Wall at Weir Lane"] * 2


def test_clipboard_is_an_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("tui.ingest.clipboard._desktop", lambda: "River rises\n\nThe bridge is closed.")
    status, found, _ = analysed(capsys, "--clipboard")
    assert status == 0
    assert [entry["title"] for entry in found] == ["River rises"]


def test_clipboard_out_of_reach_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("tui.ingest.clipboard._desktop", lambda: None)
    assert main(["analyze", "--clipboard"]) == 1
    assert "The clipboard cannot be read here" in capsys.readouterr().err


def test_markup_reaches_the_data_as_kinds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, found, _ = analysed(capsys, str(folder / "news.html"))
    paragraphs = found[0]["paragraphs"]
    assert isinstance(paragraphs, list)
    assert {"list", "table", "pullquote", "caption"} <= {paragraph["kind"] for paragraph in paragraphs}
