"""`pullquote cite`: what is named, listed, overridden and copied without the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from articles import TEXT, article, findings

from tui import settings
from tui.cli import main
from tui.clipboard import kept
from tui.domain.findings import Analysis, Mention, Number, Person
from tui.domain.text import Document, Span
from tui.ingest import open_source
from tui.ingest.plain import make_document
from tui.library.details import Details, keep_details
from tui.library.kept import keep

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The article in a file, with its analysis kept, so that no model is loaded."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    keep(TEXT, findings(article()))
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["cite", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_a_quote_is_cited_by_its_number(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, file, "--quote", "1", "--style", "mla")
    assert (status, err) == (0, "")
    assert out == (
        "Ines Okoro, mayor of Low Haven: “The old ferry is finished” (Associated Press, par. 3).\n\n"
        "Associated Press. “Harbour Town Votes on New Bridge.”\n"
    )


def test_what_is_a_guess_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<title>A ferry for all</title><p>{TEXT}</p>", encoding="utf-8")
    document = open_source(str(page))
    assert isinstance(document, Document)
    keep(document.text, Analysis())
    status, _, err = run(capsys, str(page), "--sentence", "1", "--style", "mla")
    assert status == 0
    assert err == "pullquote: Please check the title, 'A ferry for all' (the page's title).\n"
    _, _, err = run(capsys, str(page), "--sentence", "1", "--style", "mla", "--title", "A ferry for all")
    assert err == ""


def test_person_is_named_without_accents_and_capitals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(article())
    keep(TEXT, replace(found, people=(replace(found.people[0], name="Inès O’Kóro"),)))
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    status, out, _ = run(capsys, str(path), "--person", "ines o'koro")
    assert status == 0 and "Inès O’Kóro" in out


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (["--person", "1"], "— on Ines Okoro, mayor of Low Haven"),
        (["--person", "okoro"], "— on Ines Okoro, mayor of Low Haven"),
        (["--organisation", "1"], "— on harbour council"),
        (["--number", "1"], "a bridge of 340 metres"),
        (["--reported", "1"], "— Ines Okoro, mayor of Low Haven, as reported in"),
        (["--sentence", "1"], "Harbour town votes on new bridge\n"),
    ],
)
def test_every_kind_is_cited(file: str, option: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, file, *option)
    assert status == 0
    assert words in out


def test_several_are_cited_together(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, file, "--quote", "3", "--quote", "1", "--number", "1", "--style", "ris")
    assert out.count("N1  - ") == 3
    assert out.count("TY  - ") == 1


def test_the_list_gives_the_numbers_that_the_options_take(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, file, "--list")
    lines = out.splitlines()
    assert "  1  “The old ferry is finished,” — Ines Okoro, mayor of Low Haven  ¶ 3" in lines
    assert "  1  Ines Okoro, mayor of Low Haven  ¶ 3" in lines
    assert "  1  340 metres  ¶ 2" in lines
    assert lines.index("Quotes") < lines.index("People") < lines.index("Sentences")


def test_numbers_are_those_of_the_report_and_of_the_rows_of_the_panes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "It is May. 4,120 boats came in May.\n\nFirst came Bo Lin. Ana Orr and Orr saw 4,120 boats, and 80 cars.\n"
    document = make_document(text, "quay.txt")

    def at(words: str, nth: int = 0) -> tuple[Span, int]:
        start = text.index(words) if not nth else text.rindex(words)
        return Span(start, start + len(words)), document.sentence_at(start)

    found = Analysis(
        people=tuple(
            Person(name, (), tuple(Mention(*at(words, nth)) for words, nth in where))
            for name, where in (("Bo Lin", [("Bo Lin", 0)]), ("Ana Orr", [("Ana Orr", 0), ("Orr", 1)]))
        ),
        numbers=(
            Number(*at("May"), "date", "May"),
            Number(*at("4,120"), "count", 4120, counts="boats"),
            Number(*at("May", 1), "date", "May"),
            Number(*at("First"), "ordinal", 1),
            Number(*at("4,120", 1), "count", 4120, counts="boats"),
            Number(*at("80"), "count", 80, counts="cars"),
        ),
    )
    keep(document.text, found)
    path = tmp_path / "quay.txt"
    path.write_text(text, encoding="utf-8")
    _, out, _ = run(capsys, str(path), "--list")
    listed = [line for line in out.splitlines() if line]
    assert listed[listed.index("People") :][:3] == ["People", "  1  Ana Orr  ¶ 2", "  2  Bo Lin  ¶ 2"]
    assert listed[listed.index("Numbers") :][:5] == [
        "Numbers", "  1  4,120  ¶ 1", "  2  80  ¶ 2", "Dates and times", "  1  May  ¶ 1",
    ]  # fmt: skip
    assert main(["--plain", str(path)]) == 0
    told = capsys.readouterr().out.splitlines()
    for numbered in ("1. Ana Orr", "2. Bo Lin", "1. 4,120", "2. 80", "Dates and times: 1", "1. May"):
        assert numbered in told
    assert run(capsys, str(path), "--number", "3")[2] == "pullquote: There is no figure 3: there are 2; see --list.\n"
    assert "It is May." in run(capsys, str(path), "--when", "1")[1]


def test_what_is_reported_is_listed_by_its_own_words(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, file, "--list")
    reported = "  1  the ferry had “no future” at all — Ines Okoro, mayor of Low Haven, as reported  ¶ 3"
    assert reported in out.splitlines()  # two of one sentence would look alike


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--quote", "9"], "There is no quote 9: there are 3"),
        (["--quote", "0"], "There is no quote 0"),
        (["--quote", "x"], "--quote wants a number"),
        (["--person", "nobody"], "There is no person called 'nobody'"),
        (["--quote", "1", "--date", "last week"], "'last week' is no date"),
        (["--quote", "1", "--date", "2023-02-30"], "'2023-02-30' is no date"),
        (["--quote", "1", "--url", "javascript:x"], "'javascript:x' is no address"),
        (["--quote", "1", "--accessed", "today"], "'today' is no date"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    file: str, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, file, *arguments)
    assert (status, out) == (1, "")
    assert err.startswith(f"pullquote: {message}")


def test_nothing_named_is_wrong_usage(file: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["cite", file])


def test_facts_of_the_command_line_win_for_once(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    facts = ["--title", "New title", "--author", "Grace Okafor", "--author", "Bo Lin", "--date", "2024-03"]
    facts += ["--publication", "The Ledger", "--url", "https://x.org/a"]
    _, out, _ = run(capsys, file, "--quote", "1", "--style", "apa", *facts)
    assert "Okafor, G., & Lin, B. (2024, March). New title. The Ledger. https://x.org/a" in out
    _, out, _ = run(capsys, file, "--quote", "1", "--style", "apa")
    assert "Harbour town votes on new bridge" in out


def test_details_kept_with_the_article_are_used(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    keep_details(TEXT, Details(byline="Grace Okafor"))
    _, out, _ = run(capsys, file, "--quote", "1")
    assert "Grace Okafor, AP" in out


def test_the_day_of_access_is_given_where_the_style_asks(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--quote", "1", "--style", "harvard", "--url", "https://x.org/a", "--accessed", "2026-11-24"]
    _, out, _ = run(capsys, file, *arguments)
    assert out.endswith("Available at: https://x.org/a (Accessed: 24 November 2026).\n")


def test_the_style_of_the_settings_is_the_default(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings.save(citation_style="link")
    _, out, _ = run(capsys, file, "--quote", "1")
    assert out == "#:~:text=The%20old%20ferry%20is%20finished\n"


def test_a_copy_goes_the_way_of_the_settings_and_is_told_on_standard_error(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.save(clipboard="file")
    _, out, err = run(capsys, file, "--quote", "1", "--copy")
    assert kept.read() == out.removesuffix("\n")
    assert err.startswith("pullquote: Not on a clipboard; kept in ")


def test_doctor_reports_without_touching_the_clipboard_and_tells_no_secret(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "203.0.113.9 50000 198.51.100.7 22")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    kept.keep("the last copy")
    assert main(["doctor", "--no-copy"]) == 0
    out = capsys.readouterr().out
    assert "203.0.113.9" not in out
    assert "198.51.100.7" not in out
    for line in ("  TERM          xterm-256color", "  ssh           yes", "  ways here     osc52"):
        assert line in out.splitlines()
    assert "16.7 million" in out
    assert kept.read() == "the last copy"


def test_doctor_tests_each_way_and_gives_the_last_copy_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tried: list[str] = []

    def try_way(way: str, text: str, around: object, *_: object) -> tuple[str, bool]:
        tried.append(way)
        return ("xclip: no display", False) if way == "desktop" else ("", True)

    monkeypatch.setattr("tui.clipboard.try_way", try_way)
    for name, value in {"DISPLAY": ":4091", "TERM": "xterm", "WAYLAND_DISPLAY": "", "TMUX": "", "STY": ""}.items():
        monkeypatch.setenv(name, value)
    kept.keep("the last copy")
    main(["doctor"])
    out = capsys.readouterr().out
    assert tried == ["desktop", "osc52"]
    assert "  desktop       does not work: xclip: no display" in out
    assert "  tmux          not tried: not in tmux" in out
    assert kept.read() == "the last copy"


def test_the_day_an_article_was_fetched_is_the_day_of_access() -> None:
    from datetime import date

    from tui.citation import cite
    from tui.domain.text import Facts

    fetched = article(Facts(url="https://x.org/a", accessed="2024-02-03"))
    shown = cite(fetched, findings(fetched), findings(fetched).quotes[0], "harvard", date(2026, 11, 24))
    assert "(Accessed: 3 February 2024)" in shown


def test_details_for_several_inputs_are_refused(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--plain", "--title", "One", file, file]) == 1
    assert "describe one article" in capsys.readouterr().err


def test_copy_that_is_nowhere_is_no_success(
    file: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/proc/nowhere")
    settings.save(clipboard="file")
    status, out, err = run(capsys, file, "--quote", "1", "--copy")
    assert status == 1
    assert out.startswith("“The old ferry") and "no file could be written" in err
