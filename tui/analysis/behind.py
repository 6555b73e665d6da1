"""What stands between a quote and the cue behind it, and whether the cue is of that quote at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.far_subjects import somebody
from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.analysis.cues import Cue
    from tui.analysis.marks import Marked
    from tui.analysis.reading import Reading, Source

_PUTTING = frozenset(["put", "describe", "phrase", "term"])
_TITLE_WORDS = frozenset(["NOUN", "PROPN", "ADJ"])
_CLAUSES = frozenset("when if once until unless after before because while as since whenever although though".split())
_LEADS = re.compile(r"(?:\s+and\s+\w+)?\s*[,:]\s*[“\"‘«]")


def leads_on(reading: Reading, mark: Marked, cue: Span | None) -> bool:
    """Whether the cue behind a quote that another announces is of the next one: Ann will say, “Why?” Lee says, “…”."""
    text = reading.text
    announced = text[max(0, mark.outer.start - 4) : mark.outer.start].rstrip()[-1:] in (",", ":")
    ended = text[mark.inner.start : mark.inner.end].rstrip()[-1:] in (".", "?", "!", "…")
    return announced and ended and cue is not None and _LEADS.match(text, cue.end) is not None


def set_between(reading: Reading, first: Marked, second: Marked) -> Source | None:
    """Who stands alone, perhaps with a relative clause, between two halves of one sentence in marks; None if nobody."""
    text = reading.text
    between = text[first.outer.end : second.outer.start].strip()
    if not between.endswith(",") or not 3 < len(between) < 120 or "\n" in between:
        return None
    if text[first.inner.end - 1] != "," or not text[second.inner.start].islower():
        return None
    words = reading.words(Span(first.outer.end, second.outer.start))
    stop = next((n for n, w in enumerate(words) if n and (w.tag_ in ("WP", "WDT") or w.text == ",")), len(words))
    return somebody(reading, words[:stop])


def puts_it(cues: list[Cue]) -> bool:
    """Whether the first of the cues is of an aside that only says whose words those are: "as Ann Smith put it"."""
    if not cues or cues[0].source is None:
        return False
    token = cues[0].token
    said = any(child.dep_ in ("dobj", "nsubj") and child.lower_ == "it" for child in token.children)
    words = token.lemma_.lower() in _PUTTING and said
    return words and any(child.lower_ == "as" and child.i < token.i for child in token.children)


def loose(reading: Reading, start: int, end: int) -> bool:
    """Whether only an adjunct stands between a quote and the clause of its cue ("in a letter, Smith said")."""
    words = reading.words(Span(start, end))
    if 0 < len(words) <= 8 and all(w.pos_ in _TITLE_WORDS or w.text in "-." for w in words):
        return True  # the title before a name, where the parser parts the two: "Police Lt. Ann Smith said"
    return (
        0 < len(words) <= 5
        and all(w.pos_ in ("ADV", "ADP", "DET", "NOUN", "PUNCT") for w in words)
        and (len(words) == 1 or words[0].pos_ in ("ADP", "ADV"))
    )


def over_clause(reading: Reading, mark: Marked, cue: Cue, start: int) -> bool:
    """Whether a cue is behind a clause that goes on the words in marks: “He will pay” when he is back, Lee said."""
    words = reading.words(Span(start, cue.start()))
    opens = reading.sentence(mark.outer.start).start == mark.outer.start
    if not opens or cue.source is None or "q" not in cue.frames or len(words) < 3 or words[-1].text != ",":
        return False
    if words[0].lower_ not in _CLAUSES or len(words) > 25 or any(w.text in ",;:" for w in words[:-1]):
        return False
    return not any(child.dep_ in ("ccomp", "xcomp") and child.i > cue.token.i for child in cue.token.children)


def bare(reading: Reading, cue: Cue, start: int, end: str) -> bool:
    """Whether a sentence says only that somebody said something: "She laughed.", "he said on Monday.".

    Behind a quote whose last sign is `end`, which may take the place of a comma: “…?” Lee asked in one of his turns.
    """
    sentence = reading.sentence(cue.span.start)
    if reading.text[start].islower():
        return True
    kids = list(cue.token.children)
    clause = any(
        child.dep_ in ("ccomp", "xcomp", "dobj", "oprd", "attr", "acomp") and child.idx > cue.span.end for child in kids
    )
    if reading.text[cue.end() : cue.end() + 1] == ":":
        return False  # "He went on to say: “…”" is of what follows
    if any(c.dep_ == "prep" and c.i > cue.token.i and any(not reading.outside(w) for w in c.rights) for c in kids):
        return False  # "A third asked for “one more year.”"
    if clause or ("m" in cue.frames and "q" not in cue.frames):
        return False
    # "he said on Monday.", "Smith went on, as if he had not heard."
    open_ended = end in "?!…—" and cue.start() == start
    return sentence.end - cue.end() < (80 if open_ended or reading.text[cue.end() : cue.end() + 1] == "," else 30)


def says_something_else(reading: Reading, cue: Cue) -> bool:
    """Whether a cue after a fragment has words of its own to say: “…,” most of them said yes."""
    return any(c.dep_ in ("intj", "ccomp") and c.i > cue.token.i and reading.outside(c) for c in cue.token.children)


def inverted(cue: Cue) -> bool:
    """Whether the speaker stands behind the verb: "said Lee"."""
    return cue.source is not None and cue.source.span.start > cue.span.start
