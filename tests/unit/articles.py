"""An article of our own with findings whose places are known, for tests that need no model."""

from __future__ import annotations

from tui.domain.findings import Analysis, Mention, Number, Organisation, Person, Quote, Speaker
from tui.domain.text import Document, Facts, Span
from tui.ingest.plain import make_document

TEXT = """Harbour town votes on new bridge

LOW HAVEN (AP) — The harbour council voted on Tuesday to build a bridge of 340 metres across the estuary.

“The old ferry is finished,” said Ines Okoro, the mayor of Low Haven. She said that the ferry had “no future” at all.

The ferry carried 340 passengers a day. “We will not stop,” said Okoro.

“We will not stop,” answered the ferry's crew.
"""
KNOWN = Facts(
    byline="Grace Okafor and Per Olof Lindqvist",
    published="2023-12-27",
    publication="The Daily Ledger",
    url="https://example.org/news/1",
)


def span(words: str, nth: int = 0) -> Span:
    """Where the `nth` occurrence of `words` stands."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def article(facts: Facts | None = None) -> Document:
    """The article with what is known about it."""
    return make_document(TEXT, facts=facts)


def findings(document: Document) -> Analysis:
    """What there is to find in it."""

    def mention(words: str, nth: int = 0) -> Mention:
        place = span(words, nth)
        return Mention(place, document.sentence_at(place.start))

    def quote(words: str, kind: str, nth: int = 0) -> Quote:
        place = span(words, nth)
        speaker = Speaker("Ines Okoro", 0, None, "Okoro", span("Okoro"), "named")
        return Quote(place, kind, document.sentence_at(place.start), (place,), speaker, None)  # type: ignore[arg-type]

    return Analysis(
        people=(Person("Ines Okoro", ("mayor of Low Haven",), (mention("Ines Okoro"), mention("Okoro", 1))),),
        organisations=(Organisation("harbour council", (), (mention("harbour council"),)),),
        quotes=(
            quote("The old ferry is finished,", "direct"),
            quote("the ferry had “no future” at all", "indirect"),
            quote("We will not stop,", "direct"),
            Quote(span("We will not stop,", 1), "direct", 6, (span("We will not stop,", 1),), None, None),
        ),
        numbers=(
            Number(span("340 metres"), document.sentence_at(span("340 metres").start), "quantity", 340, unit="meter"),
        ),
    )
