"""Who said what: quotes, their speakers and cues.

Stretches in marks are told from titles and terms, tied to the cue beside them, joined over paragraphs, and given a
speaker; reported speech is added. The text is walked through once, in order, so that each turn of talk is known to the
next: a pronoun and a quote without a cue are resolved from the turns before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.analysis.around_fragments import around_fragments
from tui.analysis.attribution import Linker
from tui.analysis.cues import Cue, find_cues, is_speech, negated, reports_itself
from tui.analysis.given_after import given
from tui.analysis.in_reported import tell_reported
from tui.analysis.indirect import Reported, find_reported
from tui.analysis.labels import labelled_inside, person_called
from tui.analysis.laws import law_that_says
from tui.analysis.nested import given_by
from tui.analysis.not_quotes import part_of_sentence, speaks_of_itself, why_not_speech
from tui.analysis.noun_claims import find_claimed
from tui.analysis.questioners import who_asks
from tui.analysis.quoted_twice import in_headline, lifted_lines, repeated_marks
from tui.analysis.ranking import Who
from tui.analysis.reading import Reading, Source, is_one
from tui.analysis.scene import in_brackets
from tui.analysis.speakers import Found, Speakers
from tui.analysis.unmarked_speech import find_unmarked_speech, speaker_of
from tui.domain.findings import Candidate, OtherMarked, Quote, QuoteKind, Speaker
from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.analysis.announced import Link
    from tui.analysis.entities import Entities, Entity
    from tui.analysis.marks import Marked
    from tui.analysis.model import Parsed
    from tui.domain.findings import How

_ASKING = frozenset("ask inquire enquire demand query question wonder".split())
NAMED_FROM = 0.45
"""Confidence from which a speaker is given; below it there are only candidates."""
ALONE_FROM = 0.33
"""The same for a "he" or "she" for whom there is but one candidate."""
_CALIBRATION = {
    ("carried", "named"): 0.96, ("carried", "unnamed"): 0.65, ("pronoun", "named"): 0.97, ("pronoun", "unnamed"): 0.85,
    ("nominal", "named"): 0.95, ("nominal", "unnamed"): 0.8, ("named", "unnamed"): 0.9,
}  # fmt: skip
"""By how a speaker was found and whether the document names them: what the ranking's confidence is worth."""
_SURE = {"after": 1.0, "before": 0.98, "colon": 0.96, "label": 0.96, "signature": 0.96, "governed": 0.92, "noun": 0.88,
         "announced": 0.8, "citation": 0.85, "document": 0.9}  # fmt: skip
"""How sure each way is in which a quote hangs on its cue."""
_CARRIED_FRAGMENT = 0.8
"""The same of a fragment in a sentence that says of nobody that they say it: three of four are the last speaker's."""


def find_speech(parsed: Parsed, marked: list[Marked], entities: Entities) -> tuple[list[Quote], list[OtherMarked]]:
    """The quotes, and what stands in quotation marks without being speech, both in the order of the text."""
    finder = _Finder(parsed, marked, entities)
    return tell_reported(parsed.document, finder.find(entities), finder.others)


class _Finder:
    def __init__(self, parsed: Parsed, marked: list[Marked], entities: Entities) -> None:
        self.reading = Reading(parsed, marked)
        self.speakers = Speakers(self.reading, entities)
        self.entities = entities
        self.cues = find_cues(self.reading)
        self.linker = Linker(self.reading, self.cues)
        self.repeated, self.lifted = repeated_marks(self.reading), lifted_lines(self.reading)
        self.headline = in_headline(self.reading)
        self.people = {id(entity): number for number, entity in enumerate(entities.people)}
        self.organisations = {id(entity): number for number, entity in enumerate(entities.organisations)}
        self.quotes: list[Quote] = []
        self.others: list[OtherMarked] = []
        self.links: dict[int, Link | None] = {}

    def find(self, entities: Entities) -> list[Quote]:
        """Walk through the text once."""
        reading = self.reading
        links = self.links
        groups = self._groups()
        for group in groups:
            links[group[0]] = self._link(group)
        events: list[tuple[int, int, list[int] | Cue]] = [(reading.marked[g[0]].outer.start, 0, g) for g in groups]
        linked = {link.token.i for link in links.values() if link and link.token is not None}
        events += [(cue.start(), 1, cue) for cue in self.cues if cue.source and cue.token.i not in linked]
        events.sort(key=lambda event: event[:2])
        by_cue: dict[int, Found] = {}
        by_token = {cue.token.i: cue for cue in self.cues}
        for _, _, event in events:
            if isinstance(event, Cue):
                assert event.source is not None
                found = self.speakers.resolve(event.source)
                by_cue[event.token.i] = found
                if found.ranked and self._is_turn(event, by_token):
                    self._remember(event.start(), found)
            else:
                self._marked(event, links[event[0]], by_cue)
        halves = [quote.span.start for quote in self.quotes if quote.continues]  # in marks
        for reported in find_reported(reading, self.cues):
            place = bisect_left(halves, reported.span.start)
            if place == len(halves) or halves[place] >= reported.span.end:
                self._reported(reported, by_cue)  # else it is the second half of a quote and what stands before it
        for reported in around_fragments(reading, self.quotes, links, by_token):
            self._reported(reported, by_cue)
        for reported in find_claimed(reading, sorted(q.span for q in self.quotes if q.kind == "indirect")):
            assert reported.cue.source is not None
            by_cue.setdefault(reported.cue.token.i, self.speakers.resolve(reported.cue.source))
            self._reported(reported, by_cue)
        self._labelled(entities)
        self.quotes.sort(key=lambda q: (q.span.start, -q.span.end))
        return self.quotes

    def _is_turn(self, cue: Cue, by_token: dict[int, Cue]) -> bool:
        """Whether a cue without a quote gives its speaker the word: in the reporter's own voice, and not denied."""
        if "q" not in cue.frames or not is_speech(cue.frames) or negated(cue):
            return False
        text, start = self.reading.text, self.reading.paragraph(cue.start()).start
        if in_brackets(text, start, cue.start()):
            return False
        if "m" in cue.frames and any(child.dep_ in ("xcomp", "dobj") for child in cue.token.children):
            return False  # "went on to build", "continued the work"
        if cue.token.dep_ == "ccomp" and cue.token.head.pos_ == "ADJ":
            return False  # "so late that Orr told them to go"
        return reports_itself(cue, by_token)

    def _groups(self) -> list[list[int]]:
        """Numbers of the marked stretches that are one quote: what goes on over paragraphs is joined."""
        groups: list[list[int]] = []
        for number, mark in enumerate(self.reading.marked):
            if mark.continues and groups and not labelled_inside(self.reading, mark, self.entities):
                groups[-1].append(number)
            else:
                groups.append([number])
        return groups

    def _link(self, group: list[int]) -> Link | None:
        link = self.linker.link(group[0])
        if link is None or link.source is None:
            for number in group[1:]:
                other = self.linker.link(number)
                if other is not None and other.source is not None:
                    return other
        mark = self.reading.marked[group[0]]
        if link is None or link.source is None:
            link = given(self.reading, mark) or link
        return link or law_that_says(self.reading, mark) or given_by(self.reading, mark)

    def _remember(self, at: int, found: Found, put: bool = False, asks: bool = False) -> None:
        """Note a turn of talk; `put`: a cue says that it is a question; `asks`: it ends like one."""
        who, confidence = found.ranked[0]
        speaks = found.source is None or who.entity is not None or self.reading.can_speak(found.source.head)
        speaks = speaks or (found.source is not None and is_one(found.source.head))
        if confidence >= NAMED_FROM and speaks:
            text = self.reading.text[found.source.span.start : found.source.span.end] if found.source else who.name
            self.speakers.turns.remember(at, who, text, found.source, put, asks)

    # ----------------------------------------------------------------- marked

    def _marked(self, group: list[int], link: Link | None, by_cue: dict[int, Found]) -> None:
        reading = self.reading
        marks = [reading.marked[number] for number in group]
        kind = _kind(self.reading, marks[0], link)
        why = None
        if kind != "heading" and len(group) == 1:
            why = why_not_speech(reading, group[0], link, kind == "direct")
        if why is None and kind == "partial" and link is None and not self._talk_goes_on(marks[0]):
            of_itself = speaks_of_itself(reading.document.slice(marks[0].inner))
            why = None if of_itself and not part_of_sentence(reading, marks[0]) else "term"
        if group[0] in self.lifted or (kind != "heading" and group[0] in self.repeated):
            why = "repeat"
        if why is not None:
            span = _tight(reading.text, marks[0].inner)
            if link is not None and link.source is not None and link.token is not None:
                # the cue may still have reported speech
                by_cue.setdefault(link.token.i, self.speakers.resolve(link.source))
            self.others.append(OtherMarked(span, reading.document.sentence_at(span.start), why))
            return
        if kind == "direct" and len(group) == 1 and link is None and self._is_line(marks[0]):
            kind = "heading"
        segments = tuple(_tight(reading.text, mark.inner) for mark in marks)
        segments = tuple(segment for segment in segments if segment.end > segment.start)
        if not segments:
            return
        span = Span(segments[0].start, segments[-1].end)
        found: Found | None = None
        continues = self._continues(marks[0], segments[0])
        asks = reading.text[span.end - 1] == "?"
        turn = labelled_inside(reading, marks[0], self.entities)
        if turn is not None:
            who = person_called(self.entities, turn.text)
            found = (
                Found(((Who(who.name, who), 0.9),), "named", Source(turn, Span(turn.idx, turn.idx + len(turn))))
                if who
                else None
            )
        elif kind != "heading":
            if link is not None and link.source is not None:
                found = by_cue.get(link.token.i) if link.token is not None else None
                found = found or self._resolve(link, link.source, span.start)
                if link.token is not None:
                    by_cue[link.token.i] = found
            else:
                found = self.speakers.carried(span.start, asks)
                if asks:
                    found = who_asks(reading, self.speakers, group, found, self.links)
        sure = _SURE[link.rule] if link is not None and link.source is not None else 1.0
        if link is None and kind == "partial":
            sure = _CARRIED_FRAGMENT
        speaker, candidates = self._speaker(found, sure)
        if kind != "heading":
            kind = "indirect" if group[0] in self.headline else "direct" if continues else kind
        self.quotes.append(
            Quote(
                span=span,
                kind=kind,
                sentence=reading.document.sentence_at(span.start),
                segments=segments,
                speaker=speaker,
                cue=link.cue if link else None,
                candidates=candidates,
                continues=continues,
            )
        )
        if found is not None and found.ranked:
            self._remember(span.start, found, asks and self._puts_question(link), asks)

    def _resolve(self, link: Link, source: Source, at: int) -> Found:
        """Who a quote's source is; behind "Transcript as follows:" whoever had the word before goes on."""
        if link.rule == "document":
            turns, paragraph = self.speakers.turns.all, self.reading.document.paragraph_at(at)
            last = turns[-1] if turns and paragraph - turns[-1].paragraph <= 2 else None
            ranked = ((last.who, 0.9),) if last is not None else self.speakers.carried(at).ranked
            return Found(ranked, "carried", source)
        return self.speakers.resolve(source)

    def _continues(self, mark: Marked, words: Span) -> bool:
        """Whether a quote goes on the sentence of the one before, broken by its cue: “If so,” she said, “we go.”"""
        text, document = self.reading.text, self.reading.document
        previous = next((q for q in reversed(self.quotes) if q.kind != "indirect"), None)
        if previous is None or document.paragraph_at(previous.span.end) != document.paragraph_at(words.start):
            return False
        between = text[previous.span.end : mark.outer.start]
        return (
            text[words.start].islower()
            and text[previous.span.end - 1] in ",—–-…"
            and between.rstrip()[-1:] in ",—–-"
            and len(between) < 120
            and not any(stop in between for stop in ".?!\n")
        )

    def _puts_question(self, link: Link | None) -> bool:
        """Whether the cue of a quote says that it is put to somebody."""
        return link is not None and link.token is not None and link.token.lemma_.lower() in _ASKING

    def _talk_goes_on(self, mark: Marked) -> bool:
        """Whether somebody speaks just before a fragment that no cue in its sentence explains."""
        turns, document = self.speakers.turns.all, self.reading.document
        if not turns or turns[-1].paragraph != document.paragraph_at(mark.outer.start):
            return False
        return document.sentence_at(mark.outer.start) - turns[-1].sentence <= 1

    def _is_line(self, mark: Marked) -> bool:
        """Whether a stretch is a paragraph of its own without a stop, as no speech is printed: “No room for us”."""
        reading = self.reading
        words = reading.document.slice(mark.inner).strip()
        return mark.outer == reading.paragraph(mark.outer.start) and words[-1:].isalnum() and len(words.split()) <= 16

    def _speaker(self, found: Found | None, sure: float = 1.0) -> tuple[Speaker | None, tuple[Candidate, ...]]:
        if found is None:
            return None, ()
        if not found.ranked:
            return None, ()
        who, confidence = found.ranked[0]
        if who.entity is not None and who.entity.one_of:  # "the sergeant" of two
            share = confidence / (len(who.entity.one_of) + 1)
            return None, tuple(Candidate(e.name, *self._indices(e), confidence=share) for e in who.entity.one_of)
        confidence = calibrated(found.how, who, confidence * sure)
        candidates = tuple(
            Candidate(w.name, *self._indices(w.entity), confidence=calibrated(found.how, w, c))
            for w, c in found.ranked
            if c >= 0.02
        )
        if confidence < (ALONE_FROM if len(candidates) == 1 and _is_he_or_she(found) else NAMED_FROM):
            return None, candidates
        text, span = who.name, None
        if found.source is not None:
            span = found.source.span
            text = self.reading.text[span.start : span.end]
        else:
            turns = self.speakers.turns.all[-12:]
            text = next((t.text for t in reversed(turns) if t.who.entity is who.entity), who.name)
        person, organisation = self._indices(who.entity)
        return Speaker(who.name, person, organisation, text, span, found.how, confidence), ()

    def _indices(self, entity: Entity | None) -> tuple[int | None, int | None]:
        return (self.people.get(id(entity)), self.organisations.get(id(entity))) if entity else (None, None)

    # --------------------------------------------------------------- reported

    def _reported(self, reported: Reported, by_cue: dict[int, Found]) -> None:
        reading = self.reading
        speaks = reported.cue.source is not None  # not in "the jury heard that"
        speaker, candidates = self._speaker(by_cue.get(reported.cue.token.i) if speaks else None)
        self.quotes = [q for q in self.quotes if q.kind != "indirect" or not reported.span.contains(q.span)]
        self.quotes.append(
            Quote(
                span=reported.span,
                kind="indirect",
                sentence=reading.document.sentence_at(reported.span.start),
                segments=tuple(_tight(reading.text, reading.marked[n].inner) for n in reading.marks_in(reported.span)),
                speaker=speaker,
                cue=reported.cue.span,
                candidates=candidates,
                continues=reported.continues,
            )
        )

    def _labelled(self, entities: Entities) -> None:
        """Add speech behind a name and a colon, in place of what was found inside it."""
        reading = self.reading
        everything = find_unmarked_speech(reading, entities)
        starts = [labelled.span.start for labelled in everything]

        def told(quote: Quote) -> bool:
            place = bisect_right(starts, quote.span.start) - 1
            return place >= 0 and quote.span.start < everything[place].span.end and everything[place].tells(quote)

        self.quotes = [quote for quote in self.quotes if not told(quote)]
        first = next((labelled.span.start for labelled in everything if labelled.sort is not None), 0)
        for labelled in everything:
            speaker, candidates = self._speaker(speaker_of(labelled, reading, entities, first))
            span = _tight(reading.text, labelled.span)
            self.quotes.append(
                Quote(
                    span=span,
                    kind="indirect",
                    sentence=reading.document.sentence_at(span.start),
                    segments=tuple(_tight(reading.text, reading.marked[n].inner) for n in reading.marks_in(span)),
                    speaker=speaker,
                    cue=None,
                    candidates=candidates,
                    unmarked=labelled.sort,
                )
            )


def calibrated(how: How, who: Who, confidence: float) -> float:
    """A confidence as the share of speakers like this one that were right on news that rules were not written for.

    Carried over and pronouns the ranking is too sure of; a description that no name stands behind is right less often.
    """
    kind = "unnamed" if who.entity is None or who.entity.kind == "unnamed" else "named"
    return confidence * _CALIBRATION.get((how, kind), 1.0)


def _is_he_or_she(found: Found) -> bool:
    return found.source is not None and found.source.head.lower_ in ("he", "she")


def _tight(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _kind(reading: Reading, mark: Marked, link: Link | None) -> QuoteKind:
    """Whether a quote is a sentence of its own, a part of one, or a heading."""
    text = reading.text
    paragraph = reading.document.paragraphs[reading.document.paragraph_at(mark.outer.start)]
    if (
        paragraph.kind in ("heading", "title")
        and mark.outer.start == paragraph.span.start
        and mark.outer.end == paragraph.span.end
    ):
        return "heading"
    inner = text[mark.inner.start : mark.inner.end].strip()
    sentence = reading.sentence(mark.outer.start)
    before = text[sentence.start : mark.outer.start].rstrip()
    if not before and link is not None and link.rule == "after":
        return "direct"
    opens = not before or before[-1] in ',:—–-"”’'
    capital = inner[:1].isupper() or inner[:1] in "…[(‘'“\"" or inner[:1].isdigit()
    if opens and (capital or not before or len(inner.split()) >= 8):
        return "direct" if before or len(inner.split()) > 2 or inner[-1:] in ",.!?" else "partial"
    if capital and inner[-1:] in ".!?,…" and (len(inner.split()) >= 5 or (link is not None and link.rule == "before")):
        return "direct"
    return "partial"
