"""Turns, questions and answers without marks: shown, cited and exported as verbatim, and told apart by their sort."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
import talk

from tui.citation import cite, words
from tui.domain.contract import findings_from_dict, findings_to_dict
from tui.domain.findings import Speaker
from tui.export.analysis import as_csv, as_json, as_markdown
from tui.export.report import write_report
from tui.ui import rows
from tui.ui.overlay import of_findings
from tui.ui.targets import Choice, target_of

ARTICLE = talk.document()
FOUND = talk.analysis(ARTICLE)
REPORTED, QUESTION, TURN = FOUND.quotes


def test_all_of_a_turn_is_verbatim_whatever_is_in_marks_in_it() -> None:
    assert not TURN.reported
    assert TURN.own_words == (talk.span(talk.TURN),)
    assert REPORTED.reported
    assert REPORTED.own_words == ()


def test_the_pane_lists_turns_without_being_asked_for_reported_speech() -> None:
    assert rows.findings_of("quotes", FOUND) == (QUESTION, TURN)
    assert rows.findings_of("quotes", FOUND, reported=True) == FOUND.quotes


def test_rows_and_the_status_line_tell_their_sort() -> None:
    def text(line: rows.Line) -> str:
        return "".join(piece for piece, _ in line).strip()

    assert [text(line) for line in rows.row(TURN, ARTICLE, 80)] == [f"“{talk.TURN}”", "Alan Trew · turn"]
    assert text(rows.row(QUESTION, ARTICLE, 80)[1]) == "question, nobody named"
    assert text(rows.row(REPORTED, ARTICLE, 80)[1]) == "Alan Trew · reported"
    assert text(rows.matter(TURN, ARTICLE)) == "Alan Trew · a turn, without marks · named at the quote"
    assert text(rows.matter(QUESTION, ARTICLE)) == "nobody is named · a question, without marks"


def test_the_text_shows_a_turn_as_words_and_its_label_as_the_speaker() -> None:
    target = target_of(Choice("quotes", TURN), ARTICLE)
    assert target is not None
    assert (target.words, target.reported, target.speaker) == ((TURN.span,), None, talk.span("TREW"))
    marks = of_findings(FOUND, reported=False).between(TURN.span.start, TURN.span.end)
    assert marks == [(TURN.span.start, TURN.span.end, "article--quote")]


@pytest.mark.parametrize("style", ["plain", "apa", "mla", "chicago", "chicago-notes", "harvard", "markdown"])
def test_citations_give_the_turn_alone_and_never_as_reported(style: str) -> None:
    text = cite(ARTICLE, FOUND, TURN, style)
    assert "We never saw it. They called it “an act of God" in text
    assert "TREW:" not in text
    assert "as reported" not in text
    assert words(ARTICLE, FOUND, TURN) == talk.TURN


def test_the_data_says_why_it_is_verbatim_and_is_read_again() -> None:
    data = findings_to_dict(FOUND)
    told = [(quote["kind"], quote["unmarked"]) for quote in data["quotes"]]
    assert told == [("indirect", None), ("indirect", "question"), ("indirect", "turn")]
    assert findings_from_dict(data) == FOUND
    for quote in data["quotes"]:
        del quote["unmarked"]
    assert all(quote.reported for quote in findings_from_dict(data).quotes)
    assert json.loads(as_json(ARTICLE, FOUND, "a"))["quotes"][2]["unmarked"] == "turn"


def test_exports_and_the_report_set_it_in_marks_with_its_sort() -> None:
    cells = [
        row["detail"] for row in csv.DictReader(io.StringIO(as_csv(ARTICLE, FOUND, "a"))) if row["kind"] == "indirect"
    ]
    assert cells == ["named", "question", "turn; named"]
    assert "“When did you see it?” — unattributed (question, ¶ 3)" in as_markdown(ARTICLE, FOUND, "a")
    out = io.StringIO()
    write_report(ARTICLE, FOUND, out, width=100)
    quotes, reported = out.getvalue().split("Quotes: 2")[1].split("Reported speech, in the article's words: 1")
    assert f"2. “{talk.TURN}”" in quotes
    assert "Alan Trew, turn without marks, paragraph 4." in quotes
    assert talk.REPORTED in reported


@pytest.mark.parametrize(
    ("name", "person", "words", "named"),
    [
        ("Piet Moss", 0, "Her neighbour Piet Moss", True),
        ("Tess Orwin", 0, "Ms Orwin, the owner", True),
        ("Lena Brandt", 0, "the engineer", False),
        ("Border Patrol", None, "the patrol", False),
        ("Border Patrol", None, "the once feared Border Patrol", True),
    ],
)
def test_a_description_with_the_name_in_it_names_who_speaks(
    name: str, person: int | None, words: str, named: bool
) -> None:
    speaker = Speaker(name, person, None, words, None, "nominal")
    assert speaker.named_there == named
    line = rows.row(replace(TURN, unmarked=None, speaker=speaker), ARTICLE, 80)[1]
    assert (f"“{words}”" in "".join(piece for piece, _ in line)) != named
