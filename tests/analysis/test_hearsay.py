"""What is told without a word of who says it is nobody's; what stands in a document is of who gives it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

CASES = [
    ("The crews were told that the lock was unsafe.", "that the lock was unsafe"),
    ("Passengers were warned the last barge would be late.", "the last barge would be late"),
    ("It emerged that Bell had sold the towpath.", "that Bell had sold the towpath"),
    ("It has since emerged that Bell had sold the sluice.", "that Bell had sold the sluice"),
    ("It is understood that two pilots have been suspended.", "that two pilots have been suspended"),
    ("It was reported on Friday that the bank had lost the deeds.", "that the bank had lost the deeds"),
    ("The jury heard that the captains had met on a barge.", "that the captains had met on a barge"),
    ("The inquest was told the captain had met nobody.", "the captain had met nobody"),
    ("The two had sailed together, it emerged, off Jutland.", "The two had sailed together"),
    ("The ballot was rigged, it has been claimed, although nobody knows.", "The ballot was rigged"),
    ("The crews were not told that the lock was shut.", None),
    ("The crews should be told that the lock is shut.", None),
    ("A heron emerged from its nest that morning.", None),
    ("The two sisters are said to be living abroad.", None),
    ("The pilots were told what to do.", None),
    ("Told that the lock was shut, the pilots laughed.", None),
]


@pytest.fixture(scope="module")
def hearsay(analyser: Analyser) -> dict[str, list[tuple[str, str | None]]]:
    """What is reported in each sentence, and whose it is."""
    document = make_document("\n\n".join(["A quarrel about a lock", *(sentence for sentence, _ in CASES)]))
    found: dict[str, list[tuple[str, str | None]]] = {sentence: [] for sentence, _ in CASES}
    for quote in analyser.analyse(document).quotes:
        if quote.kind == "indirect":
            paragraph = document.paragraphs[document.paragraph_at(quote.span.start)].span
            speaker = quote.speaker.name if quote.speaker else None
            found[document.slice(paragraph)].append((document.slice(quote.span), speaker))
    return found


@pytest.mark.parametrize(("sentence", "content"), CASES)
def test_what_nobody_named_says_is_reported_and_is_nobodys(
    hearsay: dict[str, list[tuple[str, str | None]]], sentence: str, content: str | None
) -> None:
    assert hearsay[sentence] == ([] if content is None else [(content, None)])


def test_whoever_tells_it_is_named_where_the_sentence_does(analyser: Analyser) -> None:
    document = make_document("Ingrid Solberg was told by a nurse that her son had been moved.")
    (quote,) = analyser.analyse(document).quotes
    assert document.slice(quote.span) == "that her son had been moved"
    assert quote.speaker is not None
    assert quote.speaker.name == "nurse"


GIVEN = [
    ("The canal board issued a statement saying the lock would close.", "canal board"),
    ("The bishop gave a speech arguing that the lock should be sold.", "bishop"),
    ("The drivers' union replied with a note claiming that the lock was unsafe.", "drivers' union"),
    ("The surveyor read a letter warning that the lock was unsafe.", "letter"),
    ("The doctor was handed a note saying the lock was unsafe.", "note"),
    ("The cyclists got an email from the ministry saying the lock was unsafe.", "ministry"),
]


@pytest.fixture(scope="module")
def givers(analyser: Analyser) -> dict[str, list[str | None]]:
    """Whose each of the clauses is."""
    document = make_document("\n\n".join(["A quarrel about a lock", *(sentence for sentence, _ in GIVEN)]))
    found: dict[str, list[str | None]] = {sentence: [] for sentence, _ in GIVEN}
    for quote in analyser.analyse(document).quotes:
        if quote.kind == "indirect":
            paragraph = document.paragraphs[document.paragraph_at(quote.span.start)].span
            found[document.slice(paragraph)].append(quote.speaker.name if quote.speaker else None)
    return found


@pytest.mark.parametrize(("sentence", "speaker"), GIVEN)
def test_a_document_speaks_for_who_gives_it_out_and_not_for_who_gets_it(
    givers: dict[str, list[str | None]], sentence: str, speaker: str
) -> None:
    assert givers[sentence] == [speaker]
