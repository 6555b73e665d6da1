"""The article as text: spans, sentences, paragraphs, the document. The one module that owns offsets.

Offsets everywhere are Unicode code points into `Document.text`, which is the text exactly as it was read; `end` is
exclusive. Nothing is inserted, dropped or straightened before they are counted.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from tui.domain.sentences import split_sentences

ParagraphKind = Literal[
    "title",
    "standfirst",
    "byline",
    "dateline",
    "caption",
    "heading",
    "body",
    "boilerplate",
    "list",
    "table",
    "pullquote",
]
"""What a paragraph is in its article. A reader that does not know a kind takes it for "body"."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the document's text."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; it never crosses a paragraph, and closing quotation marks stay with it."""

    span: Span
    """Where it stands, without surrounding white space."""
    paragraph: int
    """Index of its paragraph in `Document.paragraphs`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, tagged with what it is; its text is never rewritten."""

    span: Span
    """Where it stands, without surrounding white space."""
    kind: ParagraphKind = "body"
    """What it is in the article."""
    duplicate_of: int | None = None
    """Index of an earlier paragraph with the same text, if there is one."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where one of the facts about an article was found, so that a reader can judge it."""

    fact: str
    """Name of the field of `Facts`: "title", "byline", …"""
    where: str
    """In words: "the page's structured data", "the dateline", "a guess from the page"."""
    sure: bool = True
    """Whether the source says so itself; False for a guess, which a reader is asked to check."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about the article itself. What is not known is None: a citation leaves it out."""

    title: str | None = None
    """Headline."""
    byline: str | None = None
    """Author or authors, without "By"."""
    published: str | None = None
    """Date of publication as ISO 8601."""
    agency: str | None = None
    """News agency that signs the text ("AP")."""
    publication: str | None = None
    """Newspaper or site that published it."""
    place: str | None = None
    """Place of the dateline ("MEXICO CITY, Mexico")."""
    url: str | None = None
    """Address it was read from."""
    language: str | None = None
    """ISO 639 code of the language it is written in ("en"), where it is stated or plain from its words."""
    accessed: str | None = None
    """Date on which it was fetched from `url`, as ISO 8601."""
    found: tuple[Found, ...] = ()
    """Where the facts were found; at most one entry a fact."""

    def where(self, fact: str) -> Found | None:
        """Where `fact` was found, if that is known."""
        return next((found for found in self.found if found.fact == fact), None)


@dataclass(frozen=True)
class Document:
    """An article: its text, exactly as read, and what is where in it."""

    text: str
    """The text exactly as read."""
    paragraphs: tuple[Paragraph, ...]
    """In the order of the text; blank lines belong to none."""
    facts: Facts = field(default_factory=Facts)
    """What is known about the article."""
    source: str = ""
    """Where it came from: a path, a URL, or "-" for standard input."""

    @property
    def heading(self) -> str:
        """What to call it: its title, or where it came from, as a reader would say it."""
        return self.facts.title or ("standard input" if self.source == "-" else self.source)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in the order of the text. Split on first use (about 0.4 s for a million words)."""
        return tuple(
            Sentence(Span(start, end), number)
            for number, paragraph in enumerate(self.paragraphs)
            for start, end in split_sentences(self.text, paragraph.span.start, paragraph.span.end)
        )

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`, or the last that starts before it (0 for an empty document)."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds `offset`, or the last that starts before it (0 for an empty document)."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def with_facts(self, facts: Facts) -> Document:
        """The same article with other facts; its sentences are not split again."""
        changed = replace(self, facts=facts)
        split = ("sentences", "_sentence_starts", "_paragraph_starts")
        changed.__dict__.update({name: value for name, value in self.__dict__.items() if name in split})
        return changed

    def slice(self, span: Span) -> str:
        """The words of `span`, verbatim."""
        return self.text[span.start : span.end]
