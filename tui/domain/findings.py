"""What the analysis finds: people, organisations, quotes, numbers. Field names follow the public data format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.domain.text import Span

MentionKind = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "partial", "indirect", "heading"]
Unmarked = Literal["turn", "question", "answer", "signed"]
How = Literal["named", "pronoun", "nominal", "carried"]
WhyMarked = Literal["title", "nickname", "sign", "term", "imagined", "repeat"]
NumberKind = Literal[
    "count", "money", "percent", "quantity", "rate", "ratio", "fraction",
    "ordinal", "age", "duration", "temperature", "date", "time",
]  # fmt: skip
Bound = Literal["more than", "less than", "at least", "at most", "up", "down"]

FRAGMENT_WORDS = 3
"""Words up to which a fragment in marks tells a reader nothing without the words it stands among."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names or points to a person or an organisation."""

    span: Span
    """The words, without title, article or possessive ending."""
    sentence: int
    """Index of the sentence it stands in."""
    kind: MentionKind = "name"
    """A name, a description ("the official") or a pronoun."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the article."""

    name: str
    """The fullest form the document uses, without title."""
    roles: tuple[str, ...]
    """What the text says they are, most specific first."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation of the article: a body, company, party, agency, newspaper."""

    name: str
    """The fullest form the document uses, without a leading article."""
    roles: tuple[str, ...]
    """What the text says it is."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker, for a quote whose speaker stays open."""

    name: str
    """Name, or the description itself where there is no name."""
    person: int | None = None
    """Index into `Analysis.people`."""
    organisation: int | None = None
    """Index into `Analysis.organisations`."""
    confidence: float = 0.0
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said a quote, and how that was found, so that a reader can judge it."""

    name: str
    """The person or organisation resolved; the description itself where no name exists."""
    person: int | None
    """Index into `Analysis.people`, if it is one of them."""
    organisation: int | None
    """Index into `Analysis.organisations`, if it is one of them."""
    text: str
    """The words that stand for the speaker at the quote ("the official", "he")."""
    span: Span | None
    """Where those words stand; None if the speaker carries over and no words stand for them."""
    how: How
    """By name, pronoun or description at the quote, or carried over from what stands before."""
    confidence: float = 1.0
    """From 0 to 1."""

    @property
    def named_there(self) -> bool:
        """Whether the words at the quote name who speaks, be it with a description: "her aunt Ann Lee"."""
        if self.how != "nominal":
            return self.how == "named"
        name = self.name if self.person is None else self.name.split(" ")[-1]
        return f" {name} " in f" {self.text.replace(',', ' ')} "


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance."""

    span: Span
    """From its first to its last word, without the outer quotation marks."""
    kind: QuoteKind
    """A whole utterance, a fragment in the reporter's sentence, reported speech, or a subheading in marks."""
    sentence: int
    """Index of the sentence it starts in."""
    segments: tuple[Span, ...]
    """Its parts in quotation marks (for reported speech those of its parts that are, and that the speaker said)."""
    speaker: Speaker | None
    """Who said it, or None where nobody is named."""
    cue: Span | None
    """The verb or phrase of saying."""
    candidates: tuple[Candidate, ...] = ()
    """Possible speakers, likeliest first, where `speaker` is None because none is sure enough."""
    continues: bool = False
    """Whether it goes on the sentence of the quote before it, which its cue broke: “If so,” she said, “we go.”"""
    mixed: bool = False
    """Whether it is reported speech that is also the one entry of fragments in marks in it: said it was “absurd”."""
    unmarked: Unmarked | None = None
    """What makes it verbatim though no marks stand around it; None for all else. A turn behind a label ("SMITH: We
    never saw it."), a question or an answer of an interview, or signed as embedded posts are; always "indirect"."""

    @property
    def reported(self) -> bool:
        """Whether it is told in the reporter's words, so that no marks may be set around it."""
        return self.kind == "indirect" and self.unmarked is None

    @property
    def holds_own_words(self) -> bool:
        """Whether a reader who wants the speaker's own words, and no others, has to see this entry."""
        return self.mixed or not self.reported

    @property
    def in_part(self) -> bool:
        """Whether only part of what was said is verbatim here: a fragment, or a clause with some of it in marks."""
        return self.mixed or (self.kind == "partial" and not self.continues)

    @property
    def sort(self) -> str:
        """What tells it from a whole utterance in marks: "in part", "reported", "heading", "answer"; "" for one."""
        if self.unmarked or self.in_part:
            return self.unmarked or "in part"
        return {"indirect": "reported", "heading": "heading"}.get(self.kind, "")

    @property
    def own_words(self) -> tuple[Span, ...]:
        """The stretches of it that are verbatim, without their marks; none where all of it is the reporter's."""
        if self.reported:
            return tuple(segment for segment in self.segments if segment != self.span)  # a headline may shorten
        if self.unmarked is not None:
            return (self.span,)  # its segments are what the speaker quotes
        return self.segments or (self.span,)


@dataclass(frozen=True, slots=True)
class OtherMarked:
    """Words in quotation marks that nobody says: shown on request, never among the quotes."""

    span: Span
    """The words without the marks."""
    sentence: int
    """Index of the sentence it starts in."""
    why: WhyMarked
    """The title of a work or programme, a nickname, the words of a sign, a term somebody keeps at a distance, words
    that somebody might say, or a quote in a paragraph that repeats another one, as pull quotes do."""


@dataclass(frozen=True, slots=True)
class Number:
    """One figure."""

    span: Span
    """The words of the figure with its unit and what qualifies it ("more than two hours")."""
    sentence: int
    """Index of the sentence it stands in."""
    kind: NumberKind
    """What sort of figure it is."""
    value: float | str | None
    """A plain number; ISO 8601 text for dates and times; None for a range or a vague figure."""
    low: float | None = None
    """Lower end of a range, or the known side of a vague figure ("hundreds": 100)."""
    high: float | None = None
    """Upper end of a range."""
    bound: Bound | None = None
    """Whether the figure is a bound or a change up or down."""
    approximate: bool = False
    """"around", "nearly", "some"."""
    vague: bool = False
    """No figure can be put on it: "hundreds", "several billion"."""
    unit: str | None = None
    """Full English name, singular: "dollar", "square meter", "year"."""
    per: str | None = None
    """What a rate is per: "day"."""
    counts: str | None = None
    """What is being counted: "additional Border Patrol agents"."""
    about: str | None = None
    """Whom or what the figure is said of, where the sentence tells: "exports to China", "Maria"."""
    words: str | None = None
    """The figure in words where no digits can stand for it: "several billion", "52–48", "last week"."""
    year: int | None = None
    """The year whose money it is ("in 2010 dollars")."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one document. Indices point into the document's sentences and into these tuples."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    numbers: tuple[Number, ...] = ()
    other_marked: tuple[OtherMarked, ...] = ()
    """In quotation marks, but not speech."""

    def entity_of(self, who: Speaker | Candidate) -> Person | Organisation | None:
        """The person or organisation that a speaker, or a possible one, is; None for a description."""
        if who.person is not None:
            return self.people[who.person]
        return self.organisations[who.organisation] if who.organisation is not None else None


Finding = Person | Organisation | Quote | Number
"""Anything a pane can show a row for."""
