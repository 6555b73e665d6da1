"""Interviews without labels: the questions stand alone, and who is interviewed answers in the first person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

_INTERVIEW = """Ann Lee painted for ten years before anybody looked. Lee met us in her studio in Porto.

When did you start painting?

I was eleven. My father gave me his old brushes, and I never stopped.

Why did you leave Porto?

I left because there was no work. My sister had gone before me.

She wrote to me every week, and every letter had a drawing in it.

What comes next?

I am going to paint the sea. It is what I know best.

The new pictures are on show from May."""
_EXPLAINER = """Ann Lee, the mayor, wants a toll on the bridge. Here is what we know.

What will it cost?

The toll will be two dollars for cars and five for lorries.

Who has to pay?

Everybody who crosses the bridge between six and ten has to pay.

When does it begin?

The council has set the first of May. My own street is free of it."""


def test_answers_without_labels_go_to_who_is_interviewed(analyser: Analyser) -> None:
    document = make_document(_INTERVIEW)
    answers = [quote for quote in analyser.analyse(document).quotes if quote.kind == "indirect"]
    assert [document.slice(answer.span).split()[:3] for answer in answers] == [
        ["I", "was", "eleven."],
        ["I", "left", "because"],
        ["She", "wrote", "to"],
        ["I", "am", "going"],
    ]
    assert {answer.speaker.name if answer.speaker else None for answer in answers} == {"Ann Lee"}


def test_an_explainer_with_questions_for_headings_is_no_interview(analyser: Analyser) -> None:
    document = make_document(_EXPLAINER)
    said = [document.slice(quote.span) for quote in analyser.analyse(document).quotes]
    assert not [words for words in said if words.startswith(("The toll", "Everybody", "The council"))]


def test_a_line_in_marks_without_a_stop_is_a_heading(analyser: Analyser) -> None:
    text = (
        "Ann Lee said the night was long.\n\n“Hard to sleep in such a room”\n\n"
        "“We did not sleep,” Lee said. “There was no room.”"
    )
    kinds = [quote.kind for quote in analyser.analyse(make_document(text)).quotes if quote.kind != "indirect"]
    assert kinds == ["heading", "direct", "direct"]


def test_adding_behind_a_verb_in_marks_is_of_who_reports(analyser: Analyser) -> None:
    text = "Paul Orton said the plan “is mad,” adding that it would cost the town a million dollars."
    document = make_document(text)
    quotes = analyser.analyse(document).quotes
    added = [q for q in quotes if document.slice(q.span).startswith("that it would cost")]
    assert [q.speaker.name if q.speaker else None for q in added] == ["Paul Orton"]


def test_a_name_for_an_account_is_no_speech(analyser: Analyser) -> None:
    text = "Ann Lee said it was over. She erased all of the data but for the username, “PlayerNine.” She left."
    assert not [q for q in analyser.analyse(make_document(text)).quotes if q.kind in ("direct", "partial")]
