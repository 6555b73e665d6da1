"""What announces a quote without a verb of saying: a name and a colon, a noun of communication, a signature below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.analysis.cues import possessor, speaking_owner
from tui.analysis.reading import Source, communication_nouns
from tui.analysis.spoken_edges import SAID_BEFORE
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading

Rule = Literal[
    "after", "before", "governed", "colon", "label", "signature", "noun", "announced", "document", "citation"
]


@dataclass(frozen=True, slots=True)
class Link:
    """What ties a quote to a speaker's words in the same sentence, or straight beside it."""

    rule: Rule
    """How it was found."""
    source: Source | None
    """The words that stand for the speaker; None where the cue names nobody."""
    cue: Span | None
    """The words of saying; None for a label or a signature."""
    form: str = ""
    """How the cue found its speaker."""
    token: Token | None = None
    """The cue's verb or noun."""


_OF_PICTURES = frozenset("photo photograph picture image illustration video graphic map credit correction".split())
"""What stands before a colon and is nobody."""
_DASH = re.compile(r"\s*[–—―-]{1,2}\s*")
_LABEL = re.compile(r"[A-Z@\w][^\n:;“”\"!?]{0,80}:\s*$")
_NAME_WORD = r"(?:[A-Z][\w’'.-]*|de|van|von|der|bin|al|la|of|the|and)"
_NAME_LINE = re.compile(
    rf"[-–—―~]{{0,2}}\s*(?P<name>@\w+|{_NAME_WORD}(?: {_NAME_WORD}){{0,6}})(?: \(@\w+\))?(?:[,;][^\n]{{1,80}})?\.?$"
)
_VOICES = frozenset(["voice", "shout", "cry", "heckle", "reply", "answer"])
"""What may be heard of somebody whom nobody names: "A voice from the back: “…”"."""
_WORDS_OF_DOCUMENT = 6
"""Words that may name the document out of which a quote is."""
TAKES_IN = frozenset(["hear", "learn", "see", "receive", "get", "watch"])
"""Verbs whose subject says nothing."""


def noun_between(reading: Reading, floor: int, start: int) -> Link | None:
    """A noun of communication with its owner in the sentence that announces a quote: "her answer to them:"."""
    known = communication_nouns()
    for word in reversed(list(reading.outside_words(Span(floor, start)))):
        if word.pos_ == "NOUN" and word.lemma_.lower() in known:
            owner = speaking_owner(reading, word)
            if owner is not None:
                return Link("noun", reading.phrase(owner), Span(word.idx, word.idx + len(word)), "noun", word)
    return None


def colon_before(reading: Reading, mark: Marked) -> int | None:
    """Where the sentence begins that announces a quote with a colon, here or in the paragraph before."""
    number = reading.document.sentence_at(mark.outer.start)
    if number == 0:
        return None
    before = reading.document.sentences[number - 1].span
    return before.start if reading.document.slice(before).rstrip()[-1:] == ":" else None


def _announcement(reading: Reading, mark: Marked) -> int | None:
    """Where the words begin that may announce a quote: its own sentence, or one before that ends in a colon."""
    start = reading.sentence(mark.outer.start).start
    return colon_before(reading, mark) if start == mark.outer.start else start


def label(reading: Reading, mark: Marked) -> Link | None:
    """ "Smith: “No deal”": the words before the colon, if they are a name or a description."""
    start = _announcement(reading, mark)
    if start is None:
        return None
    words = [w for w in reading.words(Span(start, mark.outer.start)) if reading.outside(w)]
    dashes = [n for n, w in enumerate(words) if w.text in ("-", "–", "—") and w.whitespace_ and n]
    if dashes and dashes[-1] + 1 < len(words) and words[dashes[-1] + 1].pos_ == "PROPN":
        words = words[dashes[-1] + 1 :]  # "It rained all week - Ann Smith: “…”"
    if not words or not _LABEL.match(reading.text, words[0].idx, mark.outer.start):
        return None
    if len(words) > 2 and words[0].lower_ in SAID_BEFORE and words[1].is_title:
        words = words[1:]  # "Said Machinist Smith: “…”", where the verb is taken for a part of the name
    if len(words) > 3 and words[0].lower_ == "here" and words[1].lower_ in ("is", "’s", "'s", "was"):
        words = words[2:]  # "Here's Smith in 2010: “…”"
    stop = next((n for n, w in enumerate(words) if w.text in (",", ":", "(", "–", "—")), len(words))
    name = words[:stop]
    if len(name) > 1 and name[0].lower_ == "more" and name[1].lower_ == "from":
        name = name[1:]
    if name and name[0].lower_ == "from":
        return _out_of(reading, name[1:])
    if name and name[0].pos_ == "ADP":
        return None  # "With rain, there was no way back: “…”"
    if len(name) == 1 and name[0].lower_ in _OF_PICTURES:
        return None  # "Photo: “…”"
    if not name or any(w.pos_ in ("VERB", "AUX") for w in name):
        return _name_before_colon(reading, words)
    stops = [n for n, w in enumerate(name) if w.pos_ == "ADP" and n]
    core = name[: stops[0]] if stops else name
    heads = [w for w in core if w.pos_ in ("PROPN", "NOUN", "PRON")]
    if not heads:
        return None
    if heads[-1].lemma_.lower() in communication_nouns():
        owner = possessor(reading, heads[-1])
        if owner is not None:  # "Smith's answer: “…”"
            return Link("label", reading.phrase(owner), None, "label")
    elif heads[-1].pos_ == "NOUN" and not (reading.can_speak(heads[-1]) or heads[-1].lemma_.lower() in _VOICES):
        return None  # "Bridge collapse: “…”" tells what it is about
    return Link("label", Source(heads[-1], Span(core[0].idx, core[-1].idx + len(core[-1]))), None, "label")


def _out_of(reading: Reading, words: list[Token]) -> Link | None:
    """The document, or whose it is, behind "From": "From the report: “…”", "More from Smith's letter: “…”"."""
    heads = [w for w in words if w.pos_ in ("PROPN", "NOUN")]
    if not heads or len(words) > _WORDS_OF_DOCUMENT or any(w.pos_ in ("VERB", "AUX") for w in words):
        return None
    owner = possessor(reading, heads[-1])
    if owner is not None:
        return Link("label", reading.phrase(owner), None, "label")
    if not communication_nouns().get(heads[-1].lemma_.lower()):
        return None
    return Link("label", Source(heads[-1], Span(words[0].idx, heads[-1].idx + len(heads[-1]))), None, "label")


def _name_before_colon(reading: Reading, words: list[Token]) -> Link | None:
    """The person with whose name a sentence ends that announces a quote: "It did not surprise Ann Smith: “…”"."""
    last = words[-2] if len(words) > 1 and words[-1].text == ":" else None
    if last is None or last.ent_type_ != "PERSON" or last.pos_ != "PROPN" or last.dep_ == "pobj":
        return None
    return Link("label", reading.phrase(last), None, "label")


def main_subject(reading: Reading, mark: Marked) -> Link | None:
    """Whom the sentence is about that ends in a colon before a quote: "Smith focuses on the cost: “…”"."""
    start = _announcement(reading, mark)
    if start is None:
        return None
    for word in reading.outside_words(Span(start, mark.outer.start)):
        if word.dep_ == "nsubj" and reading.outside(word.head) and word.head.idx < mark.outer.start:
            verb = word.head
            leads = verb.dep_ == "ROOT" or mark.inner.start <= verb.head.idx < mark.inner.end
            speaks = reading.can_speak(word) and verb.lemma_.lower() not in TAKES_IN
            if leads and speaks and word.tag_ not in ("WP", "WDT", "NNS"):
                return Link("announced", reading.phrase(word), None, "subject")
            return None
    return None


def beat(reading: Reading, mark: Marked) -> Link | None:
    """Whom the clause before a dash and a quote is about: "When Smith had finished — “We will win!” — they rose"."""
    start = reading.sentence(mark.outer.start).start
    if reading.text[start : mark.outer.start].rstrip()[-1:] not in ("—", "–"):
        return None
    for word in reversed(list(reading.outside_words(Span(start, mark.outer.start)))):
        if word.dep_ == "nsubj" and word.head.pos_ in ("VERB", "AUX"):
            speaks = reading.is_person(word) or word.lower_ in ("he", "she")
            return Link("announced", reading.phrase(word), None, "subject") if speaks else None
    return None


_DOCUMENT = re.compile(
    r"(?:(?:the|a|read|here is|here’s|here's|see)\s+)*(?:(?:full|partial|rush|complete|edited|whole)\s+)?"
    r"(?P<noun>transcript|statement|text|letter|remarks|release|email|e-mail|memo|excerpts?|exchange)s?\b"
    r"(?:\s+(?:is|are|reads?|as|follows?|in|full|below|here|of|the|his|her|their|[A-Z][\w’'.]+|remarks|exchange|"
    r"interview|statement|speech))*\s*:\s*$",
    re.IGNORECASE,
)


def document_before(reading: Reading, mark: Marked) -> Link | None:
    """The document that a line with a colon announces: "Transcript as follows:", "Read the full statement below:"."""
    start = colon_before(reading, mark) if reading.sentence(mark.outer.start).start == mark.outer.start else None
    found = _DOCUMENT.match(reading.text, start, mark.outer.start) if start is not None else None
    if found is None:
        return None
    words = reading.words(Span(*found.span("noun")))
    first = reading.words(Span(found.start(), found.end("noun")))
    if not words:
        return None
    return Link("document", Source(words[-1], Span(first[0].idx, words[-1].idx + len(words[-1]))), None, "label")


_CITED = re.compile(
    r"\s*[\[(](?:via |source: )?(?P<name>[A-Z@][\w’'&.-]*(?: (?:[A-Z&][\w’'.-]*|of|the|and))*?)\.?[\])]"
)


def citation(reading: Reading, mark: Marked) -> Link | None:
    """The outlet in brackets behind a quote: "“…” [Reuters]"."""
    text = reading.text
    end = mark.outer.end + (text[mark.outer.end : mark.outer.end + 1] in (".", ","))
    found = _CITED.match(text, end, reading.paragraph(mark.outer.start).end)
    if found is None or text[mark.inner.start : mark.outer.end].count(" ") < 4 or text[mark.inner.start].islower():
        return None  # a word or two, or a fragment of the sentence that the outlet is named for
    start, stop = found.span("name")
    if text[stop - 1] == "." and text[start : stop - 1].split()[-1].isalpha():
        stop -= 1  # "[Echo.]", but "[U.P.]"
    words = reading.words(Span(start, stop))
    heads = [w for w in words if w.pos_ in ("PROPN", "NOUN")] or [w for w in words if w.text[:1].isupper()]
    return Link("citation", Source(heads[-1], Span(start, stop)), None, "label") if heads else None


def opened_by(reading: Reading, mark: Marked) -> Link | None:
    """Whose a document is in which a sentence opens: "In a statement from Mayor Ann Smith, the town was called “…”"."""
    sentence = reading.sentence(mark.outer.start)
    words = list(reading.outside_words(Span(sentence.start, mark.outer.start)))[:12]
    if not words or words[0].lower_ not in ("in", "on", "via", "through"):
        return None
    known = communication_nouns()
    for word in words[1:]:
        if word.pos_ == "NOUN" and known.get(word.lemma_.lower()) and word.head.i == words[0].i:
            owner = possessor(reading, word)
            if owner is not None:
                return Link("noun", reading.phrase(owner), Span(word.idx, word.idx + len(word)), "noun", word)
    return None


def signature(reading: Reading, mark: Marked) -> Link | None:
    """ "“…” – Jane Smith", on the same line or on the next; "‘No deal’: Smith" in a headline."""
    text = reading.text
    if mark.signed is not None:
        line = _NAME_LINE.match(text, mark.signed.start, mark.signed.end)
        return _signed(reading, Span(*line.span("name")) if line else mark.signed)
    paragraph = reading.paragraph(mark.outer.start)
    rest = text[mark.outer.end : paragraph.end]
    at = mark.outer.end
    dash = _DASH.match(text, mark.outer.end, paragraph.end) or re.compile(r"\s*:\s*").match(text, at, paragraph.end)
    if rest.strip():
        if not dash or dash.end() == mark.outer.end:
            return None
        found = _NAME_LINE.match(text, dash.end(), paragraph.end)
    else:
        place = reading.document.paragraph_at(mark.outer.start) + 1
        if place >= len(reading.document.paragraphs):
            return None
        following = reading.document.paragraphs[place].span
        if not _DASH.match(text, following.start, following.end) or text[following.start].isalnum():
            return None
        found = _NAME_LINE.match(text, following.start, following.end)
    return _signed(reading, Span(*found.span("name"))) if found else None


def _signed(reading: Reading, name: Span) -> Link | None:
    words = [word for word in reading.words(name) if word.text not in "-–—―."]
    heads = [w for w in words if w.pos_ in ("PROPN", "NOUN")] or [w for w in words if w.text[:1] == "@"]
    if not heads:
        return None
    last = words[-1]
    return Link("signature", Source(heads[-1], Span(words[0].idx, last.idx + len(last))), None, "label")
