"""A short hearing of our own, said by hand: verbatim words without marks, for tests without the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.domain.findings import Analysis, Mention, Person, Quote, Speaker
from tui.domain.text import Span
from tui.ingest.plain import make_document

if TYPE_CHECKING:
    from tui.domain.findings import Unmarked
    from tui.domain.text import Document

TEXT = """Inquiry hears from the harbour

Alan Trew answered for two hours. He said that he was tired.

Q: When did you see it?

TREW: We never saw it. They called it “an act of God”.
"""
QUESTION, TURN, REPORTED = (
    "When did you see it?",
    "We never saw it. They called it “an act of God”.",
    "that he was tired",
)


def span(words: str) -> Span:
    """Where `words` stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def document() -> Document:
    """The article."""
    return make_document(TEXT, "hearing.txt")


def analysis(article: Document) -> Analysis:
    """What a careful reader finds in it."""
    trew = Speaker("Alan Trew", 0, None, "TREW", span("TREW"), "named")

    def quote(words: str, unmarked: Unmarked | None, speaker: Speaker | None, marked: tuple[Span, ...] = ()) -> Quote:
        at = span(words)
        sentence = article.sentence_at(at.start)
        return Quote(at, "indirect", sentence, marked, speaker, None, unmarked=unmarked)

    quotes = (
        quote(REPORTED, None, trew),
        quote(QUESTION, "question", None),
        quote(TURN, "turn", trew, (span("an act of God"),)),
    )
    mention = Mention(span("Alan Trew"), article.sentence_at(span("Alan Trew").start))
    return Analysis(people=(Person("Alan Trew", ("harbour master",), (mention,)),), quotes=quotes)
