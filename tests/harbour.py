"""An article of our own invention with what there is to find in it, said by hand: for tests without the model."""

from __future__ import annotations

from typing import Any

from tui.domain.findings import Analysis, Candidate, Mention, Number, Organisation, OtherMarked, Person, Quote, Speaker
from tui.domain.text import Document, Span
from tui.ingest.plain import make_document

_PARAGRAPHS = (
    "Harbour town votes to keep its ferry",
    "By Ines Okafor",
    "PORT ELLERY (Reuters) — The council of Port Ellery voted on Tuesday to keep the night ferry for another two "
    "years, after a winter in which more than 4,000 people signed a petition.",
    "“We heard you,” Mayor Dana Whitlock told a crowd on the quay. “The boat stays.”",
    "Whitlock, who was elected in May, had called the service “a luxury” only a year ago. She did not explain what had "
    "changed her mind.",
    "The harbour board, which runs the ferry, said it would need $2.5 million for a new engine.",
    "“Nobody sails at night any more”",
    "Tomas Brandt, chair of the Harbour Board, said that the boat was half empty on most nights.",
    "“Count the empty seats,” he said. “Then count the money.”",
    "A nurse at the island’s hospital disagreed. “My shift ends at eleven,” the nurse told reporters. “How else do I "
    "get home?”",
    "Some on the quay carried a sign with the words [/b] and [bold red]on it; a leaflet read \x1b]52;c;QUJD\x07 by "
    "mistake.",
    "About 300 people a day cross after dark, up from 180 two winters ago, according to the Ellery Gazette.",
    *(
        f"The report of year {year} lists the boats that came in, the boats that went out and the weather they met "
        "with, and leaves it to the reader to say which of them came in late."
        for year in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    ),
    "The vote was nine to four. “It is a beginning,” one of them called from the back.",
    "Whitlock left by the last boat.",
)
TEXT = "\n\n".join(_PARAGRAPHS) + "\n"


def document() -> Document:
    """The article."""
    return make_document(TEXT, "harbour.txt")


def span(words: str, nth: int = 0, of: str = "") -> Span:
    """Where `words` stand for the nth time; with `of`, those of its words that are `words`."""
    if of:
        outer = span(of, nth)
        start = TEXT.index(words, outer.start)
        return Span(start, start + len(words))
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def analysis(article: Document) -> Analysis:
    """What a careful reader finds in it."""

    def mention(words: str, nth: int = 0, kind: Any = "name", of: str = "") -> Mention:
        at = span(words, nth, of)
        return Mention(at, article.sentence_at(at.start), kind)

    def quote(words: str, kind: Any = "direct", speaker: Speaker | None = None, cue: str = "", **more: Any) -> Quote:
        at = span(words)
        segments = () if kind == "indirect" else (at,)
        return Quote(at, kind, article.sentence_at(at.start), segments, speaker, span(cue) if cue else None, **more)

    def number(words: str, kind: Any, value: float, **more: Any) -> Number:
        at = span(words)
        return Number(at, article.sentence_at(at.start), kind, value, **more)

    def speaker(name: str, person: int | None, words: str = "", how: Any = "carried", of: str = "") -> Speaker:
        return Speaker(name, person, None, words, span(words, 0, of) if words else None, how, 0.9)

    whitlock, brandt, nurse = "Dana Whitlock", "Tomas Brandt", "nurse at the island’s hospital"
    people = (
        Person("Ines Okafor", (), (mention("Ines Okafor"),)),
        Person(
            whitlock,
            ("Mayor",),
            (mention(whitlock), mention("Whitlock", 1), mention("She", kind="pronoun"), mention("Whitlock", 2)),
        ),
        Person(
            brandt,
            ("chair of the Harbour Board",),
            (mention(brandt), mention("he", kind="pronoun", of="he said. “Then")),
        ),
    )
    organisations = (
        Organisation("Harbour Board", (), (mention("harbour board", kind="nominal"), mention("Harbour Board"))),
        Organisation("Ellery Gazette", ("newspaper",), (mention("Ellery Gazette"),)),
    )
    quotes = (
        quote("We heard you,", "direct", speaker(whitlock, 1, "Mayor Dana Whitlock", "named"), "told"),
        quote("The boat stays.", "direct", speaker(whitlock, 1)),
        quote("a luxury", "partial", speaker(whitlock, 1, "Whitlock", "named", "Whitlock, who"), "called"),
        quote("Nobody sails at night any more", "heading"),
        quote("the boat was half empty on most nights", "indirect", speaker(brandt, 2, brandt, "named"), "said that"),
        quote("Count the empty seats,", "direct", speaker(brandt, 2, "he", "pronoun", "he said. “Then")),
        quote("Then count the money.", "direct", speaker(brandt, 2)),
        quote("My shift ends at eleven,", "direct", speaker(nurse, None, "the nurse", "nominal")),
        quote("How else do I get home?", "direct", speaker(nurse, None)),
        quote(
            "It is a beginning,",
            candidates=(Candidate(whitlock, 1, None, 0.4), Candidate(brandt, 2, None, 0.2)),
        ),
    )
    numbers = (
        number("two years", "duration", 2, unit="year"),
        number("more than 4,000 people", "count", 4000, bound="more than", counts="people"),
        number("$2.5 million", "money", 2_500_000, unit="dollar", counts="new engine"),
        number("About 300 people a day", "rate", 300, approximate=True, per="day", counts="people"),
        number("180", "rate", 180, per="day", counts="people"),
        number("nine to four", "ratio", 9 / 4),
    )
    sign = span("[/b]")
    others = (OtherMarked(sign, article.sentence_at(sign.start), "sign"),)
    return Analysis(people, organisations, quotes, numbers, others)
