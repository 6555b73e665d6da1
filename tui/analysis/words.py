"""The tokens of a reading as plain lists, without white space: what the finders of names and references walk over.

Attributes of spaCy tokens cost a call each; the finders look at every word many times, so they are read once.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.analysis.marks import Marked
    from tui.analysis.model import Parsed

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
"""Tags of verbs that can have a subject of their own."""
SUBJECTS = ("nsubj", "nsubjpass")
"""Relations of a subject to its verb."""
_HYPHENS = frozenset("-‐‑–")


@dataclass(eq=False)
class Words:
    """Column by column, one entry for each word or punctuation mark."""

    text: list[str]
    """As written."""
    lower: list[str]
    """In lower case."""
    start: list[int]
    """First code point in the document."""
    end: list[int]
    """One past the last code point."""
    pos: list[str]
    """Universal part of speech."""
    tag: list[str]
    """Penn Treebank tag."""
    dep: list[str]
    """Relation to the head, in ClearNLP's labels."""
    head: list[int]
    """Index of the head; its own for a root."""
    sentence: list[int]
    """Index of the sentence in the document."""
    paragraph: list[int]
    """Index of the paragraph in the document."""
    marked: list[int]
    """Number of the stretch in quotation marks the word stands in, or -1."""
    entities: list[tuple[int, int, str]]
    """What the model takes for names: first word, one past the last, label."""
    entity_of: dict[int, tuple[int, int, str]] = field(init=False)
    """The one of them that a word is part of."""

    def __post_init__(self) -> None:
        self.entity_of = {i: row for row in self.entities for i in range(row[0], row[1])}

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        """Where the words from `first` up to (not with) `last` stand."""
        return Span(self.start[first], self.end[last - 1])

    def glued(self, index: int) -> bool:
        """Whether a word follows the one before it without white space."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def at(self, offset: int) -> int:
        """Index of the first word that starts at or after `offset`."""
        return bisect_left(self.start, offset)

    def sentence_bounds(self, index: int) -> tuple[int, int]:
        """First and one past the last word of the sentence of a word."""
        number = self.sentence[index]
        return bisect_left(self.sentence, number), bisect_left(self.sentence, number + 1)


def read_words(parsed: Parsed, marked: list[Marked]) -> Words:
    """The words of a reading; `marked` are its stretches in quotation marks, in order."""
    doc, document = parsed.doc, parsed.document
    tokens = [token for token in doc if not token.is_space]
    place = [0]  # how many words stand before each token
    for token in doc:
        place.append(place[-1] + (not token.is_space))
    sentences, numbers, paragraphs = document.sentences, [], []
    current = 0
    inside, mark = [], 0
    for token in tokens:
        start = token.idx
        while current + 1 < len(sentences) and sentences[current + 1].span.start <= start:
            current += 1
        numbers.append(current)
        paragraphs.append(sentences[current].paragraph)
        while mark < len(marked) and marked[mark].outer.end <= start:
            mark += 1
        inside.append(mark if mark < len(marked) and marked[mark].outer.start <= start else -1)
    texts = [token.text for token in tokens]
    return Words(
        text=texts,
        lower=[text.lower() for text in texts],
        start=[token.idx for token in tokens],
        end=[token.idx + len(token) for token in tokens],
        pos=[token.pos_ for token in tokens],
        tag=[token.tag_ for token in tokens],
        dep=[token.dep_ for token in tokens],
        head=[place[token.head.i] if not token.head.is_space else number for number, token in enumerate(tokens)],
        sentence=numbers,
        paragraph=paragraphs,
        marked=inside,
        entities=[(place[e.start], place[e.end], e.label_) for e in doc.ents if place[e.start] < place[e.end]],
    )


def is_hyphen(word: str) -> bool:
    """Whether a word is a hyphen or a dash that may join the parts of a name."""
    return word in _HYPHENS


def whole_from(words: Words, first: int) -> int:
    """Where the word begins that hyphens tie to `first`: at "hand" for the "picked" of "hand-picked"."""
    while first > 1 and is_hyphen(words.text[first - 1]) and words.glued(first) and words.glued(first - 1):
        if words.lower[first - 2] in ("then", "year"):
            break  # "then-mayor", "34-year-old"
        first -= 2
    return first
