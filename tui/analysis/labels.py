"""Speech set behind a name and a colon, without marks: headlines ("Smith: Bridge will stay shut") and transcripts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.not_quotes import POINTS_ELSEWHERE
from tui.analysis.reading import Source
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading
    from tui.domain.findings import Quote, Unmarked
    from tui.domain.text import Facts

_BEFORE = re.compile(r"(?P<label>[A-Z][^\n:;,.?!“”\"]{0,2}(?:[^\n:;?!“”\"]{0,60}))(?::\s+)(?P<said>\S)")
_BEHIND = re.compile(r"(?P<said>[^\n:]{12,160}): (?P<label>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2})\.?$")
_INSIDE = re.compile(r"(?P<label>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,3}):\s")
_NAME_INSIDE = re.compile(r"(?P<label>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}):\s+[A-Z]")
"""The same with a name in small letters, which has to be somebody's in the article: “Ann Smith: I never said that.”"""
_LETTER = re.compile(r"(?P<label>[QA])(?:\.:?|\s[–—-])\s+(?P<said>\S)")
"""The letters of an interview with another sign behind them: "Q. Why?"."""
_ASIDE = re.compile(r"\[[^\]\n]{1,60}\]\s+")
"""What a transcript notes before a label: "[Laughter] SMITH: …", a note of its own in the layout."""
_ANSWERS = frozenset(["a", "answer"])
_QUESTIONS = frozenset(["q", "question"])
_ASKING = frozenset(["interviewer", "reporter", "journalist", "moderator", "host", "presenter", "anchor", "audience"])
"""Labels of those whose names a transcript does not give."""
_HEAD = 2
"""Paragraphs at the head of an article among which its headline is."""
_TURNS = 3
"""Labelled paragraphs from which on a text is a transcript."""
_AGAIN_AT_LEAST = 2
"""Times that a label which is nobody of the article has to come."""
FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]e|[Mm]y|[Mm]yself)\b(?!\.)")
"""Words that only a speaker uses."""
_TO_OTHERS = re.compile(r"\?|\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|[Uu]s|[Tt]hank|[Yy]es|No)\b")
"""What people say to each other, or of all of them."""
_AGAIN, _TALK, _OF_THEMSELVES = 0.5, 0.4, 0.6
"""Shares of the turns whose label comes again, in which somebody talks, and in which they talk of themselves alone."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One stretch of speech with the label that says who speaks."""

    span: Span
    """What is said."""
    source: Source | None = None
    """The name in the label; None for the question and the answer of an interview."""
    who: Entity | None = None
    """Whose name that is, if it is somebody of the article."""
    sort: Unmarked | None = None
    """What makes it verbatim; None for a headline, which may shorten."""
    goes_on: bool = False
    """Whether it is a later paragraph of what the label stands before."""

    def tells(self, quote: Quote) -> bool:
        """Whether it tells a quote in it as well: reported speech, and in verbatim turns a fragment of nobody or "you".

        What somebody else is said to have said there stays a quote of its own.
        """
        if quote.kind != "partial" or self.sort is None:
            return quote.kind == "indirect"
        said = quote.speaker
        return said is None or (said.how == "pronoun" and said.person is None and said.organisation is None)


def find_labelled(reading: Reading, entities: Entities) -> list[Labelled]:
    """All of it in the order of the text, but for what stands in marks."""
    headlines: list[Labelled] = []
    turns: list[Labelled] = []
    unknown: list[tuple[str, Labelled]] = []
    for number, paragraph in enumerate(reading.document.paragraphs):
        span = paragraph.span
        if (aside := _ASIDE.match(reading.text, span.start, span.end)) is not None:
            span = Span(aside.end(), span.end)
        if paragraph.duplicate_of is not None or POINTS_ELSEWHERE.match(reading.text, span.start):
            continue
        found = _before(reading, entities, span)
        if number < _HEAD or paragraph.kind in ("title", "heading"):
            found = found or _behind(reading, entities, span)
            if found is not None and found.source is not None:
                headlines.append(found)
                continue
        if found is None:
            labelled = _unknown(reading, span)
            unknown += [labelled] if labelled is not None else []
        else:
            turns.append(found)
    turns += _returning(unknown, len(turns), _wrote(reading.document.facts))
    turns = _as_talk(reading, turns, headlines) if len(turns) >= _TURNS else []
    kept = [*headlines, *turns]
    kept.sort(key=lambda labelled: labelled.span)
    return [labelled for labelled in kept if not _marked(reading, labelled.span)]


def _as_talk(reading: Reading, turns: list[Labelled], headlines: list[Labelled]) -> list[Labelled]:
    """`turns` told to be verbatim if people talk in them: to each other, labels coming again, or each of themselves.

    A list of who did what ("Arden: 3 goals") stays what the article says. A transcript may begin with the first line:
    what was taken for a headline is a turn where its label comes again.
    """
    named = [turn for turn in turns if turn.source is not None]
    labels = Counter(_label(reading, turn) for turn in named)
    own = sum(bool(FIRST_PERSON.search(reading.text, turn.span.start, turn.span.end)) for turn in named)
    talk = own + sum(bool(_TO_OTHERS.search(reading.text, turn.span.start, turn.span.end)) for turn in named)
    again = sum(count for count in labels.values() if count > 1) >= _AGAIN * len(named)
    if named and not (own >= _OF_THEMSELVES * len(named) or (again and talk >= _TALK * len(named))):
        return turns
    opening = [headline for headline in headlines if _label(reading, headline) in labels]
    headlines[:] = [headline for headline in headlines if headline not in opening]
    return [replace(turn, sort=turn.sort or "turn") for turn in (*opening, *turns)]


def _label(reading: Reading, turn: Labelled) -> str:
    if turn.who is not None:
        return turn.who.name
    return reading.text[turn.source.span.start : turn.source.span.end] if turn.source is not None else ""


def _before(reading: Reading, entities: Entities, paragraph: Span) -> Labelled | None:
    match = _BEFORE.match(reading.text, paragraph.start, paragraph.end)
    if match is None:
        return None
    said = Span(match.start("said"), paragraph.end)
    label = match.group("label").strip().lower()
    if label in _QUESTIONS or label in _ANSWERS:
        return Labelled(said, sort="answer" if label in _ANSWERS else "question")
    return _named(reading, entities, said, Span(match.start("label"), match.end("label")))


def _unknown(reading: Reading, paragraph: Span) -> tuple[str, Labelled] | None:
    """A label that is nobody of the article: "Interviewer", a letter with a full stop, words with capitals."""
    letter = _LETTER.match(reading.text, paragraph.start, paragraph.end)
    match = letter or _BEFORE.match(reading.text, paragraph.start, paragraph.end)
    if match is None:
        return None
    said, label = Span(match.start("said"), paragraph.end), match.group("label").strip()
    if letter is not None:
        return label, Labelled(said, sort="answer" if label == "A" else "question")
    words = reading.words(Span(match.start("label"), match.end("label")))
    words = words[1:] if len(words) > 1 and words[0].lower_ == "the" else words
    capitals = all(w.text[0].isupper() or w.text == "." for w in words)  # "MR. SMITH" may be three words
    if not words or not (label.lower() in _ASKING or (len(label) > 2 and capitals)):
        return None
    return label, Labelled(said, Source(words[-1], Span(words[0].idx, words[-1].idx + len(words[-1]))))


def _wrote(facts: Facts) -> frozenset[str]:
    """The words of the names of who wrote and published the article: of an interview, who asks."""
    return frozenset(word.lower() for name in (facts.byline, facts.publication) if name for word in name.split())


def untitled(label: str) -> str:
    """A label in capitals without its title: "MR. SMITH" is "SMITH"; the label itself where it has none."""
    title, _, name = label.partition(" ")
    return name if name and label.isupper() and title.rstrip(".").lower() in _titles() else label


@cache
def _titles() -> frozenset[str]:
    short = {title.lower().rstrip(".") for title in lexicon.abbreviated_titles()}
    return frozenset(short | {"mr", "mrs", "ms", "miss", "dr", "sir", "senator", "judge", "justice", "president"})


def _returning(unknown: list[tuple[str, Labelled]], known: int, wrote: frozenset[str]) -> list[Labelled]:
    """Those whose label comes again: who speaks once only may be a heading or a note. Answers need their questions.

    Beside `known` turns of people of the article a name need not be in capitals, and in a transcript ordinary words in
    capitals ("THE CHAIRMAN", but elsewhere "NOTE") tell who speaks. `wrote`: the words of the names of who may ask.
    """
    counts = Counter(label for label, _ in unknown)
    letters = counts["Q"] > 1 and counts["A"] > 0
    common = lexicon.words("common_words") if unknown else frozenset[str]()

    def is_turn(label: str, turn: Labelled) -> bool:
        if turn.source is None:
            return letters
        words = label.lower().split()
        if untitled(label) != label:
            return counts[label] >= _AGAIN_AT_LEAST or known + len(unknown) > _TURNS  # "MR. SMITH" is no heading
        if counts[label] < _AGAIN_AT_LEAST or label.lower() in _ASKING or wrote.issuperset(words):
            return counts[label] >= _AGAIN_AT_LEAST
        name = not any(word in common for word in words)
        return (
            (name or known >= _TURNS) if label.isupper() else name and known >= _AGAIN_AT_LEAST and len(words) <= _TURNS
        )

    return [turn for label, turn in unknown if is_turn(label, turn)]


def _behind(reading: Reading, entities: Entities, paragraph: Span) -> Labelled | None:
    match = _BEHIND.match(reading.text, paragraph.start, paragraph.end)
    if match is None:
        return None
    said, label = match.span("said"), match.span("label")
    return _named(reading, entities, Span(*said), Span(*label))


def _named(reading: Reading, entities: Entities, said: Span, label: Span) -> Labelled | None:
    """The name in a label: the whole of it, or up to where and to whom ("Smith at the summit"), with no verb in it."""
    words = reading.words(label)
    stop = next((n for n, w in enumerate(words) if n and (w.pos_ == "ADP" or w.text in ("(", ","))), len(words))
    words = words[:stop]
    if not words or len(words) > 7 or any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in words):
        return None
    last = words[-1]
    who = _who(entities, last)
    return Labelled(said, Source(last, Span(words[0].idx, last.idx + len(last))), who) if who is not None else None


def _who(entities: Entities, name: Token) -> Entity | None:
    """Whose name it is, also where it is set in capitals: "SMITH:"."""
    found = entities.at(Span(name.idx, name.idx + len(name)))
    if found is not None and found.kind in ("person", "organisation"):
        return found
    return person_called(entities, name.text)


def person_called(entities: Entities, name: str) -> Entity | None:
    """The one person with this surname, in whatever case it is set."""
    fits = [person for person in entities.people if person.name.split()[-1].lower() == name.lower()]
    if len(fits) > 1:  # the same name in capitals may have been taken for another
        fits = [person for person in fits if not person.name.isupper()]
    return fits[0] if len(fits) == 1 else None


def labelled_inside(reading: Reading, mark: Marked, entities: Entities) -> Token | None:
    """The name that opens a marked stretch as a label: “SMITH: I never said that.”

    In small letters it has to be a person's of the article, and to open a paragraph.
    """
    text = reading.text
    found = _INSIDE.match(text, mark.inner.start, mark.inner.end)
    if found is not None:
        words = reading.words(Span(found.start(), found.end("label")))
        return words[-1] if words else None
    if mark.outer.start != reading.paragraph(mark.outer.start).start:
        return None
    found = _NAME_INSIDE.match(text, mark.inner.start, mark.inner.end)
    words = reading.words(Span(*found.span("label"))) if found is not None else []
    return words[-1] if words and person_called(entities, words[-1].text) is not None else None


def _marked(reading: Reading, span: Span) -> bool:
    words = reading.words(span)
    return len(words) < 3 or sum(not reading.outside(word) for word in words) > 0.6 * len(words)
