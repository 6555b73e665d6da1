"""Words cut to the cells there are, and the line of a quote: what is verbatim in it told from what is the reporter's.

Nothing here is ever read as markup: a line is made of pieces, words and the name of the part they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.domain.cue_words import telling
from tui.domain.findings import FRAGMENT_WORDS
from tui.domain.text import Span
from tui.ingest.display import plain

if TYPE_CHECKING:
    from typing import Literal

    from tui.domain.findings import Quote
    from tui.domain.text import Document

    Part = Literal["name", "speaker", "detail", "count", "quote", "reported", "figure", "doubt", "gap", "spark"]
    Piece = tuple[str, Part]
    Line = list[Piece]

ELLIPSIS = "…"
_MARKS = frozenset("\"“”„‟«»＂❝❞'‘’‚‛`‹›❛❜")
_LEAD = 80
"""Characters between a cue and a fragment beyond which the cue says nothing of it."""
_LEAST = 6
"""Cells below which no words that lead to a fragment are worth beginning."""


def fit(words: str, width: int) -> str:
    """`words` in at most `width` cells; what is left out leaves an ellipsis, after a whole word where one is near."""
    if cell_len(words) <= width:
        return words
    if width <= 1:
        return ELLIPSIS if width == 1 else ""
    end = len(words)
    kept = words[: min(end, width)]
    while cell_len(kept) > width - 1:
        kept = kept[:-1]
    space = kept.rfind(" ")
    if not words[len(kept)].isspace() and space >= max(1, len(kept) * 2 // 3):
        kept = kept[:space]
    return kept.rstrip(" ,;:–—-") + ELLIPSIS


def fit_end(words: str, width: int) -> str:
    """The end of `words`, in at most `width` cells: from the beginning of a word on, if one has room."""
    if cell_len(words) <= width:
        return words
    end = words
    while end and cell_len(end) > width - 2:
        end = end[max(1, cell_len(end) - width) :]
    whole = end if words[-len(end) - 1 : -len(end)] == " " else end.partition(" ")[2]
    if width < 2:
        return ""
    return f"{ELLIPSIS} {whole}" if whole else f"{ELLIPSIS}{end}"


def quote_line(quote: Quote, document: Document, width: int) -> Line:
    """The words of a quote in at most `width` cells, the speaker's own in marks.

    Reported speech has its marks where the text has them, and before it a cue that says more than "said"; it is cut at
    its front where its own words would not be seen otherwise. So is what leads to a fragment of a word or two.
    """
    text, start = document.text, quote.span.start
    # a row begins with the quote's beginning: a text of a million words may be one quote
    seen = Span(start, min(quote.span.end, start + 4 * width))
    if not quote.reported:
        words = f"“{plain(document.slice(seen))}”"
        return around(_lead(quote, document), (words, "quote"), [], width)
    if not quote.mixed:
        return beginning([*_cue(quote, document), *_cut(text, seen, quote.own_words)], width)
    own = quote.own_words
    kept = own[0]  # the first: where its row began behind it, it would end in a mark that nothing opens
    seen = Span(max(start, kept.start - 4 * width), min(quote.span.end, kept.start + 4 * width))
    lead = [*_cue(quote, document), *_cut(text, Span(seen.start, _open(text, kept.start)), own)]
    marked = _cut(text, Span(kept.start, seen.end), own)
    return around(lead, marked[0], marked[1:], width)


def beginning(line: Line, width: int, *, whole: bool = False) -> Line:
    """As much of the beginning of a line as `width` cells hold; what is left out leaves an ellipsis.

    `whole`: no word is begun that there is no room for, however few they leave.
    """
    words = "".join(piece for piece, _ in line)
    shown = fit(words, width)
    if shown == words or not shown:
        return line if shown == words else []
    end = len(shown) - 1
    if whole and words[end].isalnum() and words[:end].rstrip()[-1:].isalnum():
        end = len(words[: words.rfind(" ", 0, end) + 1].rstrip())
    kept = _part(line, 0, end)
    return [*kept, (ELLIPSIS, (kept or line)[-1][1])]


def around(lead: Line, kept: Piece, rest: Line, width: int) -> Line:
    """A line of pieces in at most `width` cells in which `kept` is seen whole, if it can be.

    Where there is no room for all that leads to it, the line begins with an ellipsis and the words just before it.
    """
    before, after = "".join(words for words, _ in lead), "".join(words for words, _ in rest)
    room = width - cell_len(kept[0]) - min(1, len(after))
    if before and cell_len(before) > room:
        shown = fit_end(before, room) if room > _LEAST else ELLIPSIS
        words = shown.removeprefix(ELLIPSIS).lstrip()
        line = _part(lead, len(before) - len(words), len(before))
        line = [(shown[: len(shown) - len(words)], (line or lead)[0][1]), *line]
    else:
        line = list(lead)
    left = width - sum(cell_len(words) for words, _ in line)
    if cell_len(kept[0]) > left:
        return [*line, (fit(kept[0], left), kept[1])]
    return [*line, kept, *beginning(rest, left - cell_len(kept[0]), whole=True)]


def _part(line: Line, start: int, end: int) -> Line:
    """The characters `start`…`end` of the words of a line."""
    found: Line = []
    at = 0
    for words, part in line:
        taken = words[max(0, start - at) : max(0, end - at)]
        if taken:
            found.append((taken, part))
        at += len(words)
    return found


def _cut(text: str, span: Span, own: tuple[Span, ...]) -> Line:
    """The words of `span` cut where the speaker's own begin and end; these have their marks, which may lie outside."""
    pieces: Line = []
    at = _open(text, span.start)
    for words in own:
        begin, stop = _open(text, words.start), words.end
        while stop < min(len(text), words.end + 2) and text[stop] in _MARKS:
            stop += 1
        if begin >= span.end or stop <= at:
            continue
        pieces += [(_flat(text[at:begin]), "reported"), (_flat(text[begin:stop]), "quote")]
        at = stop
    pieces.append((_flat(text[at : max(at, span.end)]), "reported"))
    return [(words, part) for words, part in pieces if words]


def _open(text: str, start: int) -> int:
    """Where the marks right before `start` begin."""
    first = start
    while first and first > start - 2 and text[first - 1] in _MARKS:
        first -= 1
    return first


def _flat(words: str) -> str:
    """`words` on one line, safe to draw, with the space that sets them off from what stands beside them."""
    flat = plain(words)
    before = " " if words[:1].isspace() else ""
    return f"{before}{flat}{' ' if flat and words[-1:].isspace() else ''}"


def _cue(quote: Quote, document: Document) -> Line:
    """The cue before reported speech, where it says more than that something was said."""
    words = telling(quote, document)
    return [(_flat(words), "detail")] if words else []


def _lead(quote: Quote, document: Document) -> Line:
    """What leads from its cue to a fragment of a word or two: "called the ferry " before “a luxury”."""
    cue, start = quote.cue, _open(document.text, quote.span.start)
    if quote.kind != "partial" or cue is None or not 0 <= start - cue.end <= _LEAD:
        return []
    if len(document.slice(quote.span).split()) > FRAGMENT_WORDS or _elsewhere(cue, quote, document):
        return []
    return [(_flat(document.text[cue.start : start]), "detail")]


def _elsewhere(cue: Span, quote: Quote, document: Document) -> bool:
    return document.sentence_at(cue.start) != quote.sentence
