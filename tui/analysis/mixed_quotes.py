"""Mixed quotes: reported speech with a word or two of the speaker's own in marks, told once and not twice.

Of «He said the plan was “absurd”» the marks alone tell a reader nothing, and the clause alone hides that a word of it
is verbatim. So the clause is the one entry, and short fragments in it are its segments. A longer fragment says
something by itself and stays a quote of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.domain.findings import FRAGMENT_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.findings import Quote
    from tui.domain.text import Document

_OVERLAPPING = 3
"""Clauses of reported speech that may begin before a fragment and still hold it."""


def fold_fragments(document: Document, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """`quotes`, which are in the order of the text, without the short fragments that a clause of theirs can tell.

    The segments of every clause that has a cue become what its speaker says in it in marks: neither titles and terms,
    nor what somebody else says. The clause is `mixed` where at least one of them has no entry of its own any more.
    """
    clauses = [number for number, quote in enumerate(quotes) if quote.kind == "indirect" and _can_tell(quote)]
    starts = [quotes[number].span.start for number in clauses]
    inside: dict[int, list[Quote]] = {number: [] for number in clauses}
    folded: dict[int, int] = {}
    for number, quote in enumerate(quotes):
        if quote.kind not in ("partial", "direct"):
            continue
        last = bisect_right(starts, quote.span.start)
        for clause in reversed(clauses[max(0, last - _OVERLAPPING) : last]):
            if _is_of(quote, quotes[clause]):
                inside[clause].append(quote)
                if quote.kind == "partial" and len(document.slice(quote.span).split()) <= FRAGMENT_WORDS:
                    folded[number] = clause
                break
    told = set(folded.values())
    return tuple(
        replace(quote, segments=tuple(s for q in inside[number] for s in q.segments), mixed=number in told)
        if number in inside
        else quote
        for number, quote in enumerate(quotes)
        if number not in folded
    )


def _can_tell(clause: Quote) -> bool:
    """Whether reported speech is a clause with a cue: no headline in marks, and no whole turn of a transcript."""
    return clause.cue is not None and clause.segments != (clause.span,)


def _is_of(fragment: Quote, clause: Quote) -> bool:
    """Whether the clause reports the fragment: it holds it, and the same person says both, by one cue.

    A cue of their own inside the clause does as well: "she said she felt “stronger”", "he said he told them “no”".
    """
    if not clause.span.contains(fragment.span) or _who(fragment) != _who(clause):
        return False
    cue = fragment.cue
    return cue is not None and (cue == clause.cue or (fragment.speaker is not None and clause.span.contains(cue)))


def _who(quote: Quote) -> tuple[int | None, int | None, str]:
    speaker = quote.speaker
    if speaker is None:
        return None, None, ""
    named = speaker.person is not None or speaker.organisation is not None
    return speaker.person, speaker.organisation, "" if named else speaker.name
