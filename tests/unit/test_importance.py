"""Who an article is about."""

from __future__ import annotations

from tui.domain.findings import Analysis, Mention, MentionKind, Person, Quote, Speaker
from tui.domain.importance import by_importance, importance
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


def test_the_weightiest_come_first_and_equals_in_the_order_of_the_text() -> None:
    document = article(("Reyes, Okafor and Brandt met.", "body", None))
    people = tuple(person(document, name) for name in ("Reyes", "Okafor", "Brandt"))
    speaker = Speaker("Brandt", 2, None, "Brandt", None, "carried")
    quote = Quote(Span(0, 5), "direct", 0, (Span(0, 5),), speaker, None)
    assert by_importance(people, Analysis(people), document) == people
    assert by_importance(people, Analysis(people, (), (quote,)), document) == (people[2], people[0], people[1])
    assert by_importance(people[:2], Analysis(people, (), (quote,)), document) == people[:2]


def test_who_speaks_but_is_not_listed_is_passed_over() -> None:
    document = article(("Okafor left.", "body", None))
    quote = Quote(Span(0, 5), "direct", 0, (), Speaker("X", 7, None, "X", None, "carried"), None)
    okafor = person(document, "Okafor")
    assert by_importance((okafor,), Analysis((okafor,), (), (quote,)), document) == (okafor,)
