"""Who an article is about."""

from __future__ import annotations

from tui.domain.findings import Mention, MentionKind, Person
from tui.domain.importance import importance
from tui.domain.text import Document, Paragraph, ParagraphKind, Span


def article(*paragraphs: tuple[str, ParagraphKind, int | None]) -> Document:
    """A document of the paragraphs (words, kind, index of the one it repeats)."""
    text, parts = "", []
    for words, kind, repeats in paragraphs:
        parts.append(Paragraph(Span(len(text), len(text) + len(words)), kind, repeats))
        text += words + "\n\n"
    return Document(text, tuple(parts))


def person(document: Document, name: str, kind: MentionKind = "name") -> Person:
    """Everybody called `name`, wherever the text has it."""
    found, start = [], document.text.find(name)
    while start >= 0:
        found.append(Mention(Span(start, start + len(name)), document.sentence_at(start), kind))
        start = document.text.find(name, start + 1)
    return Person(name, (), tuple(found))


def test_the_headline_weighs_more_than_the_body() -> None:
    document = article(("Okafor quits", "title", None), ("Reyes said so. Reyes left.", "body", None))
    assert importance(person(document, "Okafor"), document) > importance(person(document, "Reyes"), document)


def test_a_name_weighs_more_than_a_pronoun() -> None:
    document = article(("Okafor left. He slept.", "body", None))
    assert importance(person(document, "Okafor"), document) > importance(person(document, "He", "pronoun"), document)


def test_the_opening_weighs_more_than_the_end() -> None:
    filler = "It rained. " * 10
    document = article((f"Okafor left. {filler}Reyes left.", "body", None))
    assert importance(person(document, "Okafor"), document) > importance(person(document, "Reyes"), document)


def test_a_repeated_paragraph_and_a_byline_count_nothing() -> None:
    document = article(("Okafor left.", "body", None), ("Okafor left.", "body", 0), ("By Reyes", "byline", None))
    once = article(("Okafor left.", "body", None))
    assert importance(person(document, "Okafor"), document) == importance(person(once, "Okafor"), once)
    assert importance(person(document, "Reyes"), document) == 0


def test_a_quote_counts_like_a_name() -> None:
    document = article(("Okafor left.", "body", None))
    okafor = person(document, "Okafor")
    assert importance(okafor, document, quotes=2) == importance(okafor, document) + 2


def test_an_empty_document_has_nobody() -> None:
    assert importance(Person("X", (), ()), Document("", ())) == 0
