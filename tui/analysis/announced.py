"""What announces a quote without a verb of saying: a name and a colon, a noun of communication, a signature below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.analysis.cues import possessor
from tui.analysis.reading import Source, communication_nouns
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading

Rule = Literal["after", "before", "governed", "colon", "label", "signature", "noun"]


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


_DASH = re.compile(r"\s*[–—―-]{1,2}\s*")
_LABEL = re.compile(r"[A-Z@\w][^\n:;“”\"!?]{0,80}:\s*$")
_NAME_WORD = r"(?:[A-Z][\w’'.-]*|de|van|von|der|bin|al|la|of|the|and)"
_NAME_LINE = re.compile(rf"[-–—―~]{{0,2}}\s*(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{0,6}})(?:,[^\n]{{1,80}})?\.?$")


def noun_between(reading: Reading, floor: int, start: int) -> Link | None:
    """A noun of communication with its owner in the sentence that announces a quote: "her answer to them:"."""
    known = communication_nouns()
    for word in reversed(list(reading.outside_words(Span(floor, start)))):
        if word.pos_ == "NOUN" and word.lemma_.lower() in known:
            owner = possessor(reading, word)
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


def label(reading: Reading, mark: Marked) -> Link | None:
    """ "Smith: “No deal”": the words before the colon, if they are a name or a description."""
    start = reading.sentence(mark.outer.start).start
    if start == mark.outer.start:
        before = colon_before(reading, mark)
        if before is None:
            return None
        start = before
    words = [w for w in reading.words(Span(start, mark.outer.start)) if reading.outside(w)]
    if not words or not _LABEL.match(reading.text, start, mark.outer.start):
        return None
    dashes = [n for n, w in enumerate(words) if w.text in ("-", "–", "—") and w.whitespace_ and n]
    if dashes and dashes[-1] + 1 < len(words) and words[dashes[-1] + 1].pos_ == "PROPN":
        words = words[dashes[-1] + 1 :]  # "It rained all week - Ann Smith: “…”"
    stop = next((n for n, w in enumerate(words) if w.text in (",", ":", "(", "–", "—")), len(words))
    name = words[:stop]
    if not name or any(w.pos_ in ("VERB", "AUX") for w in name):
        return _name_before_colon(reading, words)
    heads = [w for w in name if w.pos_ in ("PROPN", "NOUN", "PRON")]
    stops = [n for n, w in enumerate(name) if w.pos_ == "ADP" and n]
    core = name[: stops[0]] if stops else name
    heads = [w for w in core if w.pos_ in ("PROPN", "NOUN", "PRON")]
    if not heads:
        return None
    return Link("label", Source(heads[-1], Span(core[0].idx, core[-1].idx + len(core[-1]))), None, "label")


def _name_before_colon(reading: Reading, words: list[Token]) -> Link | None:
    """The person with whose name a sentence ends that announces a quote: "It did not surprise Ann Smith: “…”"."""
    last = words[-2] if len(words) > 1 and words[-1].text == ":" else None
    if last is None or last.ent_type_ != "PERSON" or last.pos_ != "PROPN" or last.dep_ == "pobj":
        return None
    return Link("label", reading.phrase(last), None, "label")


def signature(reading: Reading, mark: Marked) -> Link | None:
    """ "“…” – Jane Smith", on the same line or on the next; "‘No deal’: Smith" in a headline."""
    text = reading.text
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
    if not found:
        return None
    words = reading.words(Span(found.start("name"), found.end("name")))
    heads = [w for w in words if w.pos_ in ("PROPN", "NOUN")]
    if not heads:
        return None
    last = words[-1]
    return Link("signature", Source(heads[-1], Span(words[0].idx, last.idx + len(last))), None, "label")
