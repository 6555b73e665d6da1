"""The words that say that somebody speaks, in all the places and shapes that they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

ANNA = "Anna Kowalska"


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        # after, before, inside, inverted
        ("“The harbour is shut,” Anna Kowalska said.", ANNA, "said"),
        ("“The harbour is shut,” said Anna Kowalska.", ANNA, "said"),
        ("Anna Kowalska said: “The harbour is shut.”", ANNA, "said"),
        ("“The harbour,” Anna Kowalska said, “is shut.”", ANNA, "said"),
        ("“The harbour is shut,” said engineer and former mayor Anna Kowalska.", ANNA, "said"),
        ("“Is the harbour shut?” asked Anna Kowalska.", ANNA, "asked"),
        ("“The harbour is shut,” the mayor, Anna Kowalska, told the council on Monday.", ANNA, "told"),
        ("Anna Kowalska argued that it was over: “The harbour is no harbour,” she claimed.", ANNA, "claimed"),
        # several words
        ("Anna Kowalska wanted to know, “Who shut the harbour?”", ANNA, "wanted to know"),
        ("“Who shut the harbour?” Anna Kowalska wanted to know.", ANNA, "wanted to know"),
        ("Anna Kowalska went on to say, “We had no choice.”", ANNA, "went on to say"),
        ("“We had no choice,” according to Anna Kowalska.", ANNA, "according to"),
        ("According to Anna Kowalska, “there was no choice at all.”", ANNA, "According to"),
        ("Per Anna Kowalska, “there was no choice at all.”", ANNA, "Per"),
        ("In a statement, Anna Kowalska said the council “had no choice.”", ANNA, "said"),
        ("Anna Kowalska wrote on X: “We had no choice.”", ANNA, "wrote"),
        ("Anna Kowalska was quoted as saying “we had no choice” by a paper.", ANNA, "quoted as saying"),
        # rare verbs, in the lexicon or not
        ("“Nothing works here,” trilled Anna Kowalska.", ANNA, "trilled"),
        ("“Nothing works here,” Anna Kowalska ululated on Monday.", ANNA, "ululated"),
        # verbs that judge and name; passive; relative clauses; conjuncts
        ("Anna Kowalska accused the council of “sheer neglect.”", ANNA, "accused"),
        ("Anna Kowalska met the crew and praised it for “doing the impossible.”", ANNA, "praised"),
        ("The plan was described by Anna Kowalska as “a disaster in waiting.”", ANNA, "described"),
        ("Anna Kowalska, who called the plan “a disaster,” left early.", ANNA, "called"),
        ("Anna Kowalska confirmed the plan, adding that it was “long overdue.”", ANNA, "adding"),
        ("It ended a debate that Anna Kowalska described as “endless and bitter.”", ANNA, "described"),
        # nouns of saying
        ("It was, in Anna Kowalska’s words, “the worst night of all.”", ANNA, "words"),
        ("Anna Kowalska’s answer was short: “Never.”", ANNA, "answer"),
        # labels and signatures, no verb at all
        ("Anna Kowalska: “The harbour is shut.”", ANNA, None),
        ("Anna Kowalska, when reached by phone: “I have nothing to say.”", ANNA, None),
        ("“The harbour is shut.” – Anna Kowalska", ANNA, None),
        ("“The harbour is shut.”\n— Anna Kowalska, mayor of Riverton", ANNA, None),
        # bodies, documents and groups
        ("“The harbour is shut,” said the Harbour Workers Union on Monday.", "Harbour Workers Union", "said"),
        ("The report says “nobody was told about the leak.”", "report", "says"),
        ("Residents complained of noise, saying “nobody sleeps here.”", "Residents", "saying"),
        ("Farmers call the new law “theft.”", "Farmers", "call"),
    ],
)
def test_the_cue_and_its_speaker_are_found(analyser: Analyser, text: str, speaker: str, cue: str | None) -> None:
    document = make_document(text)
    quote = next(q for q in analyser.analyse(document).quotes if q.holds_own_words)
    assert (quote.speaker and quote.speaker.name) == speaker
    assert (document.slice(quote.cue) if quote.cue else None) == cue


@pytest.mark.parametrize("headline", ["Kowalska: 'No deal'", "'No deal': Kowalska", "Kowalska says 'No deal'"])
def test_a_headline_names_its_speaker(analyser: Analyser, headline: str) -> None:
    document = make_document(f"{headline}\n\nAnna Kowalska said on Monday there was no deal with the port.")
    quote = next(q for q in analyser.analyse(document).quotes if q.holds_own_words)
    assert document.slice(quote.span) == "No deal"
    assert quote.speaker is not None
    assert quote.speaker.name == ANNA


def test_a_subject_inside_the_marks_is_nobody_who_speaks(analyser: Analyser) -> None:
    document = make_document("“Peter Moss said that nothing worked,” Anna Kowalska recalled. “Moss was right.”")
    assert {q.speaker.name for q in analyser.analyse(document).quotes if q.speaker} == {ANNA}
