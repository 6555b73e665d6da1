"""A short article of our own with mixed quotes, said by hand: for tests without the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.domain.findings import Analysis, Mention, Person, Quote, Speaker
from tui.domain.text import Span
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.domain.findings import QuoteKind
    from tui.domain.text import Document

TEXT = """Ferry dispute goes on

Dana Whitlock said the plan to sell the night ferry and its two pontoons was “absurd” and would not pass. She denied \
that the boat was “half empty” on most nights.

Whitlock said the board had no money. She called the vote “a farce”.
"""
MIXED, DENIED, REPORTED, PARTIAL = (
    "the plan to sell the night ferry and its two pontoons was “absurd” and would not pass",
    "that the boat was “half empty” on most nights",
    "the board had no money",
    "a farce",
)


def span(words: str) -> Span:
    """Where `words` stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def document() -> Document:
    """The article."""
    return make_document(TEXT, "ferry.txt")


def analysis(article: Document) -> Analysis:
    """What a careful reader finds in it."""
    name = "Dana Whitlock"
    speaker = Speaker(name, 0, None, name, span(name), "named")

    def quote(words: str, cue: str, own: str = "", kind: QuoteKind = "indirect") -> Quote:
        at, verb = span(words), span(cue)
        verb = Span(verb.start, verb.start + cue.index(" "))
        segments = (span(own),) if own else () if kind == "indirect" else (at,)
        return Quote(at, kind, article.sentence_at(at.start), segments, speaker, verb, mixed=bool(own))

    quotes = (
        quote(MIXED, "said the plan", "absurd"),
        quote(DENIED, "denied that", "half empty"),
        quote(REPORTED, "said the board"),
        quote(PARTIAL, "called the", kind="partial"),
    )
    return Analysis(people=(Person(name, ("mayor",), (Mention(span(name), article.sentence_at(30)),)),), quotes=quotes)
