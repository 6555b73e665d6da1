"""Whom a quote speaks to or about, and who therefore is not likely to be saying it: “Thank you, Ann”."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.entities import Entity
    from tui.analysis.reading import Reading
    from tui.domain.findings import Mention

SPOKEN_TO, SPOKEN_OF = 6.0, 2.5
"""What it weighs against somebody that a quote is addressed to them, or has their name."""
_TITLE_LAST = re.compile(r",\s+(?:(?:Mr|Madam|Mme|Mister|Dear)\.?\s+)?(?P<title>[A-Za-z]+)[.?!…—–-]*$")
_TITLE_FIRST = re.compile(
    r"^(?:(?:Well|Look|Yes|No|Oh|So|Now|But|And),\s+)?(?:Mr\.?|Madam|Mme)\s+(?P<title>[A-Z][a-z]+),"
)
_INTRODUCES = re.compile(
    r"(?:\bI['’]?m|\bI am|\bname is|\bname['’]s|\bcall me|\bit['’]s|\bIt['’]s|\bthis is|\bThis is)\s+$"
)


def words_said(reading: Reading, at: int) -> Span | None:
    """The stretch in marks that holds the offset `at`, or stands beside it in its sentence."""
    marked = reading.marked
    place = bisect_right(marked, at, key=lambda mark: mark.outer.start) - 1
    if place >= 0 and (at < marked[place].outer.end or not reading.text[marked[place].outer.end : at].strip(" ,—–-")):
        return marked[place].inner
    sentence = reading.document.sentence_at(at)
    if place + 1 < len(marked) and reading.document.sentence_at(marked[place + 1].outer.start) == sentence:
        return marked[place + 1].inner
    if place >= 0 and reading.document.sentence_at(marked[place].outer.end - 1) == sentence:
        return marked[place].inner
    return None


_ONE = re.compile(r"\b(?:I|[Mm]e|[Mm]y|I['’](?:m|ve|d|ll))\b(?!\.)")


def speaks_as_one(reading: Reading, at: int) -> bool:
    """Whether the quote at `at`, or the one that goes on behind its cue, says "I"."""
    said = words_said(reading, at)
    if said is None:
        return False
    place = bisect_right(reading.marked, said.start, key=lambda mark: mark.outer.start) - 1
    spans = [mark.inner for mark in reading.marked[place : place + 2] if mark.inner.start - at < 60]
    return any(_ONE.search(reading.text, span.start, span.end) for span in spans)


def spoken_to_or_of(
    reading: Reading, said: Span, mentions: Iterable[tuple[Entity, Mention]], present: Iterable[Entity]
) -> dict[int, float]:
    """What speaks against whom, by `id` of the entity; `mentions` within `said`, `present` all who may speak."""
    text = reading.text
    found: dict[int, float] = {}
    for entity, mention in mentions:
        if mention.kind != "name" or _INTRODUCES.search(
            text, max(said.start, mention.span.start - 14), mention.span.start
        ):
            continue
        after = text[mention.span.end : said.end].lstrip("’'\"” ")
        before = text[said.start : mention.span.start].rstrip()
        for honour in ("Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms"):
            before = before.removesuffix(honour).rstrip()
        to = (not before or before[-1] == ",") and (not after.strip(".?!…—–- ") or after[0] in ",!?.")
        to = to and bool(before or after[:1] == ",")
        found[id(entity)] = max(found.get(id(entity), 0.0), SPOKEN_TO if to else SPOKEN_OF)
    words = text[said.start : said.end].strip().rstrip("”\"’' ,")
    match = _TITLE_LAST.search(words) or _TITLE_FIRST.search(words)
    if match is not None:
        title = match.group("title").lower()
        bearers = [e for e in present if any(title in role.lower().split() for role in e.roles)]
        if len(bearers) == 1:
            found[id(bearers[0])] = SPOKEN_TO
    return found
