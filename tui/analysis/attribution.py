"""Which cue a quote hangs on: after it, before it, around it, or a label, a colon or a signature beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.analysis.announced import (
    TAKES_IN,
    Link,
    beat,
    citation,
    colon_before,
    document_before,
    label,
    main_subject,
    noun_between,
    opened_by,
    signature,
)
from tui.analysis.behind import (
    bare,
    inverted,
    leads_on,
    loose,
    over_clause,
    puts_it,
    says_something_else,
    set_between,
)
from tui.analysis.cues import Cue, is_speech, negated
from tui.analysis.documents import RUNNING
from tui.analysis.governed import OPINIONS, Governed
from tui.analysis.subjects import speaker_of
from tui.analysis.unsaid import held_back
from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading

_GAP_AFTER = re.compile(r"[\s,.;:–—\-()\[\]]*")
_GAP_BEFORE = re.compile(r"[\s,:–—\-(\[]*(?:that|how|as|of|it|him|her|them)?[\s,:–—\-(\[]*", re.IGNORECASE)
_IS_HOW = re.compile(
    r"(?:(?:is|was|are|were) (?:how|what)|it (?:is|was)(?= [^.;]{3,60} who (?:said|says) (?:that|this|so|it)\b)) "
)
_AS = re.compile(r"(?:just )?as ")
_LISTED = re.compile(r"\s*,?\s*(?:and|or|but|as well as)?\s*(?:a|an|the|as|of|to|that)?\s*")
_LOOSE_WORDS = frozenset("ADV PART CCONJ SCONJ ADP NOUN PROPN NUM DET ADJ PRON PUNCT AUX".split())


_BEHIND_NOUN = frozenset("that of about as on for to , :".split())
"""What stands between a noun of communication and its own words."""


def _has_content(link: Link) -> bool:
    """Whether a verb before a colon has its own clause: Lee claimed that it was over: “It is gone,” he said."""
    return link.token is not None and any(child.dep_ in ("ccomp", "dobj") for child in link.token.rights)


class Linker(Governed):
    """Finds the cue of each marked stretch."""

    def __init__(self, reading: Reading, cues: list[Cue]) -> None:
        """`cues` in the order of the text."""
        super().__init__(reading, cues)
        self.cues = cues
        self._starts = sorted((cue.start(), number) for number, cue in enumerate(cues))
        self._links: dict[int, Link | None] = {}

    def link(self, number: int) -> Link | None:
        """What ties marked stretch `number` to a speaker, or None where nothing beside it does."""
        mark = self.reading.marked[number]
        shared = self._listed(number, mark)
        if shared is not None:
            return shared
        found = self._link(number, mark)
        self._links[number] = found
        return found

    def _closing(self, mark: Marked, noun: Link) -> Link | None:
        """Who says at a sentence's end what somebody's words do: Lee's remarks feed “years of fear”, the unions say."""
        reading = self.reading
        if noun.rule != "noun" or noun.token is None or noun.source is None:
            return None
        between = reading.words(Span(noun.token.idx + len(noun.token), mark.outer.start))
        sentence = reading.sentence(mark.outer.start)
        if noun.source.span.start != sentence.start or not between or between[0].lower_ in _BEHIND_NOUN:
            return None
        for cue in self._cues_between(mark.outer.end, sentence.end):
            if cue.source is not None and {"q", "c"} <= set(cue.frames) and cue.form in ("subject", "position"):
                closes = not reading.text[cue.end() : sentence.end].strip(" .\n")
                if closes and reading.text[: cue.start()].rstrip()[-1:] == ",":
                    return Link("governed", cue.source, cue.span, cue.form, cue.token)
        return None

    def _cues_between(self, start: int, end: int) -> list[Cue]:
        first = bisect_left(self.cues, start, key=lambda c: c.span.start)
        return self.cues[first : bisect_left(self.cues, end, key=lambda c: c.span.start)]

    def _as_put(self, mark: Marked) -> Link | None:
        """Who puts it so, in an aside before words in marks: "As Ann Smith put it, the pier is “a ruin”"."""
        for cue in self._cues_between(self.reading.sentence(mark.outer.start).start, mark.outer.start):
            if puts_it([cue]):
                return Link("governed", cue.source, cue.span, cue.form, cue.token)
        return None

    def _listed(self, number: int, mark: Marked) -> Link | None:
        """The link of the stretch before, where the two are items of one list: “a,” “b” and “c”."""
        previous = self._links.get(number - 1)
        if previous is None or previous.rule == "after":
            return None
        before = self.reading.marked[number - 1]
        between = self.reading.text[before.outer.end : mark.outer.start]
        apart = before.closed and self.reading.text[before.inner.end - 1] != "," and not between.strip()
        if apart or not _LISTED.fullmatch(between) or "\n" in between:
            return None
        self._links[number] = previous
        return previous

    def _link(self, number: int, mark: Marked) -> Link | None:
        after, before = self._after(number, mark), self._before(number, mark)
        if before and before.rule == "colon":
            own = after is not None and self.reading.text[mark.inner.end - 1] == "," and _has_content(before)
            return after if own else before
        if after and not (before and (self._belongs_before(mark, before) or leads_on(self.reading, mark, after.cue))):
            return after
        if before and before.source is not None:
            return before
        governed = self.governed(mark)
        if governed and governed.source is not None:
            return self._closing(mark, governed) or governed
        reading = self.reading
        return (
            document_before(reading, mark)
            or opened_by(reading, mark)
            or self._as_put(mark)
            or before
            or self._naming(mark)
            or self._between(number)
            or label(reading, mark)
            or signature(reading, mark)
            or beat(reading, mark)
            or citation(reading, mark)
            or governed
        )

    def _between(self, number: int) -> Link | None:
        """Somebody without a verb between two halves of what they say: “We knew,” a clerk there, “but too late.”"""
        for first in (number, number - 1):
            if 0 <= first < len(self.reading.marked) - 1:
                source = set_between(self.reading, self.reading.marked[first], self.reading.marked[first + 1])
                if source is not None:
                    return Link("announced", source, None, "subject")
        return None

    def _belongs_before(self, mark: Marked, before: Link) -> bool:
        """Whether a cue straight before a fragment is its own, though another follows."""
        if before.source is None or before.token is None:
            return False
        first = self.reading.text[mark.inner.start : mark.inner.start + 1]
        return first.islower() and any(token.i == before.token.i for token, _ in self._ancestors(mark))

    # ------------------------------------------------------------------ after

    def _after(self, number: int, mark: Marked) -> Link | None:
        reading = self.reading
        text = reading.text
        limit = self._limit_after(number, mark)
        if mark.outer.end >= limit:
            return None
        gap = _GAP_AFTER.match(text, mark.outer.end, limit)
        start = gap.end() if gap else mark.outer.end
        inner_end = text[mark.inner.start : mark.inner.end].rstrip()[-1:]
        how = _IS_HOW.match(text, start, limit)
        if how is not None:
            return self._is_how(how.end(), limit)
        as_put = _AS.match(text, start, limit)
        start = as_put.end() if as_put is not None and puts_it(self._cues_from(start, limit)) else start
        new_sentence = reading.document.sentence_at(start) != reading.document.sentence_at(mark.outer.end - 1)
        for cue in self._cues_from(start, limit):
            if cue.start() > start and (new_sentence or not loose(reading, start, cue.start())):
                goes_on = not new_sentence and over_clause(reading, mark, cue, start)
                return Link("after", cue.source, cue.span, cue.form, cue.token) if goes_on else None
            if cue.form in ("relative", "noun"):
                return None
            if "q" not in cue.frames and "m" not in cue.frames:
                break
            if cue.source is None:
                break
            if cue.form == "shared" and cue.span.start > start + 1:
                return None
            if new_sentence and (negated(cue) or not bare(reading, cue, start, inner_end)):
                return None
            if text[mark.inner.start].islower() and says_something_else(reading, cue):
                return None
            parted = text[mark.outer.end : start].strip() or cue.form == "phrase" or inverted(cue)
            if inner_end.isalnum() and not parted:
                return None
            cue = self._reported_by(cue)
            return Link("after", cue.source, cue.span, cue.form, cue.token)
        return self._any_verb(mark, start, limit) if inner_end in ",?!—" and not new_sentence else None

    def _is_how(self, start: int, limit: int) -> Link | None:
        """ "“Awful” is how Ann Smith described it": whoever says how."""
        for cue in self._cues_from(start, limit):
            if cue.source is not None and cue.source.span.start == start:
                return Link("after", cue.source, cue.span, cue.form, cue.token)
        return None

    def _any_verb(self, mark: Marked, start: int, limit: int) -> Link | None:
        """A verb that no list knows, with its subject straight after a quote that ends like one: “…,” she trilled."""
        reading = self.reading
        words = [w for w in reading.words(Span(start, limit)) if reading.outside(w)][:12]
        verb = next((w for w in words if w.tag_ in ("VBD", "VBZ", "VBN")), None)
        if verb is None or verb.dep_ in ("aux", "auxpass", "relcl", "amod") or verb.lemma_ in ("be", "have", "do"):
            return None
        source, form = speaker_of(reading, verb)
        if source is None or form not in ("subject", "position"):
            return None
        of_document = source.head.lower_ == "it" and verb.lemma_ in RUNNING
        if not (of_document or reading.can_speak(source.head)):
            return None
        if min(source.span.start, verb.idx) != start:
            return None
        return Link("after", source, Span(verb.idx, verb.idx + len(verb)), form, verb)

    def _limit_after(self, number: int, mark: Marked) -> int:
        """How far the reporter's words after a quote reach: to the next quote, over one bare sentence at most."""
        reading = self.reading
        sentence = reading.document.sentence_at(max(mark.outer.start, mark.outer.end - 1))
        end = reading.document.sentences[sentence].span.end
        if not reading.text[mark.outer.end : end].strip() and sentence + 1 < len(reading.document.sentences):
            following = reading.document.sentences[sentence + 1]
            if following.paragraph == reading.document.sentences[sentence].paragraph:
                end = following.span.end
        if number + 1 < len(reading.marked):
            end = min(end, max(mark.outer.end, reading.marked[number + 1].outer.start))
        return end

    def _cues_from(self, start: int, limit: int) -> list[Cue]:
        place = bisect_left(self._starts, (start, -1))
        if place == len(self._starts) or self._starts[place][0] >= limit:
            return []
        return [self.cues[self._starts[place][1]]]

    def _reported_by(self, cue: Cue) -> Cue:
        """The cue that a cue hands on to: “…,” she recalled her son saying."""
        for child in cue.token.rights:
            for verb in (child, *child.rights) if child.dep_ != "conj" else ():
                inner = self._by_token.get(verb.i)
                hands_on = verb.dep_ in ("ccomp", "acl", "xcomp") and verb.tag_ == "VBG"
                if hands_on and inner is not None and inner.source is not None:
                    return inner if inner.source.span.start > cue.token.idx else cue
        return cue

    # ----------------------------------------------------------------- before

    def _before(self, number: int, mark: Marked) -> Link | None:
        reading = self.reading
        text = reading.text
        sentence = reading.sentence(mark.outer.start)
        floor = sentence.start
        start = mark.outer.start
        colon = text[floor:start].rstrip()[-1:] == ":"
        if start == sentence.start:
            previous = colon_before(reading, mark)
            if previous is None:
                return None
            floor, colon = previous, True
        usable = [cue for cue in self._cues_between(floor, start) if cue.end() <= start]
        for cue in reversed(usable):
            if cue.form == "phrase" and not colon and text[cue.end() : start].strip(" ,") == "":
                return Link("before", cue.source, cue.span, cue.form, cue.token)
            between = text[cue.end() : start]
            if colon and cue.token.lemma_.lower() in TAKES_IN and cue.form == "subject":
                continue  # "The court heard that a text read: “…”"
            if colon and between.count(".") < 2:
                if held_back(cue) and (aside := self._as_reported(floor, cue)) is not None:
                    return aside
                taken = Link("colon", cue.source, cue.span, cue.form, cue.token)
                return taken if cue.source else self._announced(mark, floor) or taken
            speaks = (is_speech(cue.frames) and not self._only_shows(cue)) or cue.token.lemma_.lower() in OPINIONS
            shared = cue.form == "shared" and cue.token.tag_ == "VBG"
            if shared and cue.source is not None and not reading.can_speak(cue.source.head):
                break  # "guards set by the rules while encouraging “…”"
            if (speaks and _GAP_BEFORE.fullmatch(between)) or (self._short_gap(cue, start) and "q" in cue.frames):
                put = self._put_by(cue)
                if put is not None:
                    return put
                return Link("before", cue.source, cue.span, cue.form, cue.token)
            break
        return self._announced(mark, floor) if colon else None

    def _as_reported(self, floor: int, before: Cue) -> Link | None:
        """Who reports what a sentence with a colon tells: "As the Post wrote, the town refused to call it that:"."""
        for cue in self._cues_between(floor, before.span.start):
            opens = any(child.lower_ == "as" and child.is_sent_start for child in cue.token.lefts)
            if opens and cue.source is not None and "q" in cue.frames:
                return Link("colon", cue.source, cue.span, cue.form, cue.token)
        return None

    def _announced(self, mark: Marked, floor: int) -> Link | None:
        """What announces a quote behind a colon without a verb of saying."""
        reading = self.reading
        return (
            document_before(reading, mark)
            or label(reading, mark)
            or noun_between(reading, floor, mark.outer.start)
            or main_subject(reading, mark)
        )

    def _naming(self, mark: Marked) -> Link | None:
        """A verb that names or judges a few words before a fragment, where the parse is lost: called the plan “mad”."""
        reading, start = self.reading, mark.outer.start
        last = bisect_left(self.cues, start, key=lambda c: c.span.start)
        cue = self.cues[last - 1] if last else None
        if cue is None or cue.source is None or not set(cue.frames) & set("no") or not is_speech(cue.frames):
            return None
        words = reading.words(Span(cue.span.end, start))
        if reading.document.sentence_at(cue.span.start) != reading.document.sentence_at(start) or len(words) > 7:
            return None
        if any(w.pos_ in ("VERB", "AUX", "PUNCT") for w in words) or not reading.can_speak(cue.source.head):
            return None
        return Link("governed", cue.source, cue.span, cue.form, cue.token)

    def _short_gap(self, cue: Cue, start: int) -> bool:
        """Whether only who is told, when and where stand between a cue and the quote."""
        words = self.reading.words(Span(cue.end(), start))
        if len(words) > 12 or any(w.pos_ == "VERB" and w.tag_ != "VBG" for w in words):
            return False
        return bool(words) and words[-1].text in (",", ":", "that") and all(w.pos_ in _LOOSE_WORDS for w in words)
