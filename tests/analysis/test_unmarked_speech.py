"""Words without marks that are verbatim: turns of transcripts, questions and answers, posts; and what is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

Told = list[tuple[str, str | None, str | None, str]]

_HEARING = """THE CHAIRMAN: Good morning. Shall we begin?

MS MARSH: We call the harbour master, Mr Alan Trew.

TREW: Good morning. I am the harbour master at Kelmore.

It is a post that I have held since 2009.

THE CHAIRMAN: Please be seated, Mr Trew.

[Mr Trew takes the oath]

[Laughter] MS MARSH: Did you call it “an accident” then?

TREW: My deputy said, “They will blame us for this,” and she was right.

Outside, Trew told reporters that he was tired."""
_INTERVIEW = """Tess Orwin has run the mill at Dunbrook for 31 years. She spoke to us about flour and her son Piet.

Q: When did you start?

A: In 1992, when my father broke his leg.

Nobody else wanted it, to be honest.

Q: Will young Piet Orwin take over?

A: Piet says no. Piet and I will see."""
_ROUND = """What the bakers say

We went to Dunbrook on Monday.

Tess Orwin, miller: I would pay it if the road were mended first.

Piet Moss, baker: It is too much for me. My shop cannot bear it.

Lena Brandt: I have stopped counting what the council wants from us."""
_LIST = """Who scored in the cup

Owen Arden, Lena Brandt and Piet Moss were the names of the week.

Owen Arden: 3 goals in the last 20 minutes.

Lena Brandt: A late winner from the halfway line.

Piet Moss: Sent off before the break for the second time.

Owen Arden: Voted man of the round by the readers."""
_POST = """Town laughs at bridge sign

The new sign says bridge to nowhere and I love it https://t.co/abc — Lena Brandt (@lenabrandt) May 4, 2020

Brandt took a picture."""


def told(analyser: Analyser, text: str) -> Told:
    """Sort, speaker, how, and the first words of each quote."""
    document = make_document(text)
    return [
        (q.unmarked or q.kind, q.speaker and q.speaker.name, q.speaker and q.speaker.how, words[:24])
        for q in analyser.analyse(document).quotes
        for words in [document.slice(q.span)]
    ]


def test_a_transcript_is_told_turn_by_turn_from_its_first_line_on(analyser: Analyser) -> None:
    assert told(analyser, _HEARING) == [
        ("turn", "CHAIRMAN", "named", "Good morning. Shall we b"),
        ("turn", "Marsh", "named", "We call the harbour mast"),
        ("turn", "Alan Trew", "named", "Good morning. I am the h"),
        ("turn", "Alan Trew", "carried", "It is a post that I have"),
        ("turn", "CHAIRMAN", "named", "Please be seated, Mr Tre"),
        ("turn", "Marsh", "named", "Did you call it “an acci"),
        ("turn", "Alan Trew", "named", "My deputy said, “They wi"),
        ("direct", "My deputy", "nominal", "They will blame us for t"),
        ("indirect", "Alan Trew", "named", "that he was tired"),
    ]


def test_who_asks_may_be_named_by_a_label_and_as_the_author_alone(analyser: Analyser) -> None:
    text = (
        "Tess Orwin, owner of the mill, met us on Monday.\n\nField: Were you surprised by the order to close?\n\n"
        "Orwin: I was not. We saw it coming.\n\nField: Will you open again?\n\nOrwin: I hope so."
    )
    article = make_document(text)
    by = article.with_facts(replace(article.facts, byline="Nora Field"))
    sorts = [[q.unmarked for q in analyser.analyse(one).quotes if q.kind == "indirect"] for one in (by, article)]
    assert sorts == [["turn"] * 4, []]


def test_answers_go_to_who_is_introduced_before_the_first_question(analyser: Analyser) -> None:
    answers = [quote for quote in told(analyser, _INTERVIEW) if quote[0] in ("question", "answer")]
    assert answers == [
        ("question", None, None, "When did you start?"),
        ("answer", "Tess Orwin", "carried", "In 1992, when my father "),
        ("answer", "Tess Orwin", "carried", "Nobody else wanted it, t"),
        ("question", None, None, "Will young Piet Orwin ta"),
        ("answer", "Tess Orwin", "carried", "Piet says no. Piet and I"),
    ]


@pytest.mark.parametrize(("text", "sorts"), [(_ROUND, ["turn"] * 3), (_LIST, ["indirect"] * 4), (_POST, ["signed"])])
def test_only_where_somebody_talks_is_it_verbatim(analyser: Analyser, text: str, sorts: list[str]) -> None:
    named = [sort for sort, name, how, _ in told(analyser, text) if how == "named" and name]
    assert named == sorts


def test_names_that_a_transcript_sets_in_capitals_are_shown_in_small_letters(analyser: Analyser) -> None:
    lines = ["The dam is full.", "Is it safe?", "It is safe for now.", "And later?", "We shall see about that."]
    names = ["MARY MCDONALD", "JANE VAN DER BERG"] * 3
    text = "\n\n".join(f"{name}: {line}" for name, line in zip(names, lines, strict=False))
    said = [q.speaker.name for q in analyser.analyse(make_document(text)).quotes if q.unmarked and q.speaker]
    assert said == ["Mary McDonald", "Jane van der Berg"] * 2 + ["Mary McDonald"]


def test_labels_with_a_title_are_turns_and_the_title_is_no_name(analyser: Analyser) -> None:
    text = """Morning briefing

MR. TOLLIVER: Good afternoon. I have a few things at the top.

MS. TRENT: Will the mayor sign it?

MR. TOLLIVER: I would not get ahead of him. He will look at it.

DR. PELL: We have the doses. You can be sure of that.

MS. TRENT: Thank you.

NOTE: The minutes are kept in the library."""
    assert [(sort, name) for sort, name, _, _ in told(analyser, text)] == [
        ("turn", "Tolliver"),
        ("turn", "Trent"),
        ("turn", "Tolliver"),
        ("turn", "Pell"),
        ("turn", "Trent"),
    ]
