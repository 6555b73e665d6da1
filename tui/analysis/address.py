"""Whom a quote speaks to or about, and who therefore is not likely to be saying it: “Thank you, Ann”."""

from __future__ import annotations

import re
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
_TITLE_ALONE = re.compile(
    r"^(?P<title>Chair|Judge|Minister|Mayor|Senator|Governor|Coach|Boss|Doctor|Professor|Captain),"
)
_HONOUR = re.compile(r"\b[Yy]our Honou?r\b")
_TO_ME = re.compile(
    r"\b(?:told|tells?|ask(?:s|ed)?|call(?:s|ed)|says? to|said to|goes to|went to) (?:me|us)\b"
    r"[^‘“'\"\n]{0,12}[‘“'\"]$"
)
_INTRODUCES = re.compile(
    r"(?:\bI['’]?m|\bI am|\bname is|\bname['’]s|\bcall me|\bit['’]s|\bIt['’]s|\bthis is|\bThis is)\s+$"
)


def words_said(reading: Reading, at: int) -> Span | None:
    """The stretch in marks that holds the offset `at`, or stands beside it in its sentence."""
    marked = reading.marked
    place = reading.mark_before(at)
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
    place = reading.mark_before(said.start)
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
        quoted = _quoted_at(text, said, mention.span)
        if quoted is not None:
            # “She told me, ‘Ann, come in’”: it is Ann who tells it
            to_me = quoted and _TO_ME.search(text, said.start, mention.span.start)
            found[id(entity)] = -SPOKEN_OF if to_me else max(found.get(id(entity), 0.0), SPOKEN_OF)
            continue
        after = text[mention.span.end : said.end].lstrip("’'\"” ")
        before = text[said.start : mention.span.start].rstrip()
        for honour in ("Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms"):
            before = before.removesuffix(honour).rstrip()
        to = (not before or before[-1] == ",") and (not after.strip(".?!…—–- ") or after[0] in ",!?.")
        to = to and bool(before or after[:1] == ",")
        found[id(entity)] = max(found.get(id(entity), 0.0), SPOKEN_TO if to else SPOKEN_OF)
    words = text[said.start : said.end].strip().rstrip("”\"’' ,")
    match = _TITLE_LAST.search(words) or _TITLE_FIRST.search(words) or _TITLE_ALONE.search(words)
    title = match.group("title").lower() if match is not None else "judge" if _HONOUR.search(words) else None
    if title is not None:
        bearers = [e for e in present if any(_has_title(title, role) for role in e.roles)]
        if len(bearers) == 1:
            found[id(bearers[0])] = SPOKEN_TO
    return found


def introduced(text: str, said: Span, name: Span) -> bool:
    """Whether who speaks gives their own name: “I'm Ann”; or the name stands in a quote in the quote."""
    own = _INTRODUCES.search(text, max(said.start, name.start - 14), name.start)
    return own is not None or _quoted_at(text, said, name) is not None


def _has_title(title: str, role: str) -> bool:
    """Whether somebody with a role is called by a title: "Chair" of a "chairwoman of the board"."""
    words = role.lower().split()
    return title in words or (title == "chair" and any(word.startswith("chair") for word in words))


def _quoted_at(text: str, said: Span, name: Span) -> bool | None:
    """Whether a name opens a quote in the quote, as who is called does; None outside such quotes."""
    opening = max(text.rfind(mark, said.start, name.start) for mark in "‘“'\"")
    if opening < 0 or (opening > said.start and text[opening - 1].isalnum()):
        return None
    if any(text[at] in "’”'\"" and text[at - 1] in ".,?!…" for at in range(opening + 2, name.start)):
        return None
    return opening + 1 == name.start and text[name.end : name.end + 1] in (",", "!", ".")
