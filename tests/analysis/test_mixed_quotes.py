"""Mixed quotes: a clause of reported speech tells the word or two in marks that stand in it, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser


def told(analyser: Analyser, text: str) -> list[tuple[str, str, list[str]]]:
    """Each quote: "mixed" or its kind, its words, and its own words where it is reported."""
    document = make_document(text)
    return [
        (q.kind if not q.mixed else "mixed", document.slice(q.span), [document.slice(s) for s in q.own_words])
        for q in analyser.analyse(document).quotes
    ]


@pytest.mark.parametrize(
    ("text", "clause", "own"),
    [
        ("Anna Kowalska said the plan was “absurd”.", "the plan was “absurd”", ["absurd"]),
        (
            "Peter Moss warned that the pumps were “a bad joke” and that the wall was “next”.",
            "that the pumps were “a bad joke” and that the wall was “next”",
            ["a bad joke", "next"],
        ),
        ("Anna Kowalska said she felt “far stronger” after the vote.", None, ["far stronger"]),
    ],
)
def test_short_fragments_are_told_by_their_clause(
    analyser: Analyser, text: str, clause: str | None, own: list[str]
) -> None:
    ((kind, words, segments),) = told(analyser, text)
    assert kind == "mixed"
    assert clause is None or words == clause
    assert segments == own


def test_beside_a_longer_fragment_the_short_one_is_told_by_the_clause_all_the_same(analyser: Analyser) -> None:
    text = "Peter Moss said the pumps were “junk” and the council “had no choice but to act” about them."
    clause, longer = told(analyser, text)
    assert (clause[0], clause[2]) == ("mixed", ["junk", "had no choice but to act"])
    assert longer[:2] == ("partial", "had no choice but to act")


def test_what_another_says_in_a_clause_stays_a_quote_of_theirs(analyser: Analyser) -> None:
    text = "Anna Kowalska said that Peter Moss had called the plan “absurd”."
    kinds = {words: kind for kind, words, _ in told(analyser, text)}
    assert kinds["absurd"] == "partial"
    assert "mixed" not in kinds.values()


def test_a_fragment_without_a_clause_stays_a_quote(analyser: Analyser) -> None:
    ((kind, words, _),) = told(analyser, "She called it “a monster” on Monday.")
    assert (kind, words) == ("partial", "a monster")


def test_what_somebody_calls_a_thing_is_told_with_the_thing(analyser: Analyser) -> None:
    told_once = told(analyser, "Peter Moss called the storm “a monster” on Monday.")
    assert told_once == [("mixed", "the storm “a monster”", ["a monster"])]


def test_a_title_in_reported_speech_is_none_of_the_speakers_words(analyser: Analyser) -> None:
    text = "Peter Moss said that he had read the novel “The Long Winter” twice and that the end was “weak”."
    ((kind, _, own),) = told(analyser, text)
    assert (kind, own) == ("mixed", ["weak"])


def test_i_in_a_fragment_is_still_its_speaker(analyser: Analyser) -> None:
    document = make_document("Anna Kowalska said the leak was “my mistake” and nobody else’s.")
    analysis = analyser.analyse(document)
    assert analysis.quotes[0].mixed
    assert "my" in [document.slice(mention.span) for mention in analysis.people[0].mentions]


def test_longer_words_that_no_verb_of_their_own_explains_are_whose_the_clause_is(analyser: Analyser) -> None:
    text = "Peter Moss says it is “early days” yet but he is sure that Lund will “bring the whole crew home.”"
    clause, longer = told(analyser, text)
    assert (clause[0], clause[2]) == ("mixed", ["early days", "bring the whole crew home."])
    assert longer[:2] == ("partial", "bring the whole crew home.")
    speakers = {q.speaker.name for q in analyser.analyse(make_document(text)).quotes if q.speaker}
    assert speakers == {"Peter Moss"}
