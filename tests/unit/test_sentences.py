"""Sentences end where a reader would say they do."""

from __future__ import annotations

import pytest

from tui.domain.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Smith met Gov. Jones. They spoke.", ["Mr. Smith met Gov. Jones.", "They spoke."]),
        ("He lives in the U.S. The deal fell.", ["He lives in the U.S.", "The deal fell."]),
        ("The U.S. Senate voted at 5 p.m. Tuesday.", ["The U.S. Senate voted at 5 p.m. Tuesday."]),
        ("“We won.” Then he left.", ["“We won.”", "Then he left."]),
        ('"Why?" Smith asked. "Go," he said.', ['"Why?" Smith asked.', '"Go," he said.']),
        ("“Why?” he asked.", ["“Why?” he asked."]),
        ("It rose 3.5 percent... and fell.", ["It rose 3.5 percent... and fell."]),
        ("(He did.) J.K. Rowling came.", ["(He did.)", "J.K. Rowling came."]),
        ("It is over. “With all the gold,” he said.", ["It is over.", "“With all the gold,” he said."]),
        ("Acme Inc. said no. Acme Inc. The end.", ["Acme Inc. said no.", "Acme Inc.", "The end."]),
        ("A stray space .” Next one.", ["A stray space .”", "Next one."]),
        ("  padded.  ", ["padded."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_sentences_cover_every_word_in_order(seed) -> None:  # type: ignore[no-untyped-def]
    covered = "".join(seed.slice(sentence.span) for sentence in seed.sentences)
    assert "".join(covered.split()) == "".join(seed.text.split())


def test_no_sentence_crosses_a_paragraph(seed) -> None:  # type: ignore[no-untyped-def]
    for sentence in seed.sentences:
        assert seed.paragraphs[sentence.paragraph].span.contains(sentence.span)
