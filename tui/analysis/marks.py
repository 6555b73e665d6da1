"""Quotation marks paired, paragraph by paragraph. Text only, no model.

A mark alone does not say what it is: a straight one opens or closes, `’` is an apostrophe more often than not, a `"`
after a digit may be inches, and scraped texts lose marks and double them. So each mark gets a cost for opening, for
closing and for meaning nothing, by what stands around it, and the cheapest reading of the whole paragraph is taken
(Viterbi 1967). A mark too many costs something where it stands and nothing in the next paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.signed_inside import is_signature
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.domain.text import Document


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text in quotation marks."""

    inner: Span
    """What stands between the marks."""
    outer: Span
    """The same with its marks."""
    closed: bool
    """Whether the closing mark is there; without it the stretch ends with its paragraph."""
    continues: bool = False
    """Whether it goes on a quote that the paragraph before left open."""
    signed: Span | None = None
    """The line under it that says who is quoted, where a page has set it inside the marks."""


_MARK = re.compile(r"``|''|[‘’](?=[‘’])[‘’]|[\"“”„‟«»＂\u275d\u275e]+|[‘’‚‛'`‹›\u275b\u275c]")
_DOUBLE = frozenset('"“”„‟«»＂\u275d\u275e')
_OPENS = frozenset("“„‟«‘‚‛‹`\u275d\u275b")
_CLOSES = frozenset("”»’›\u275e\u275c")
_BEFORE_OPENING = frozenset("([{—–-/…:;,=>|*_#")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…*_<|")
_ENDS_SPEECH = frozenset(",.!?…—–-;:)]")
_ELISION = re.compile(
    r"(?:\d\d?s?\b|(?:em|tis|twas|til|till|cause|cos|cuz|bout|round|neath|nuff|ere|im|er|is|n|kay|sup|tude|hood)\b)",
    re.IGNORECASE,
)
_LOST_CLOSE = re.compile(
    r"(?<=[\w.!?,]),? (?:(?:he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
    r" (?:said|says|added|told|asked|wrote|continued)|(?:said|says|added|asked) (?:he|she|they|[A-Z][\w’'-]+))\b"
)
"""The reporter's voice inside a quote that was not closed: it ended before."""
_STRAY_BEFORE = re.compile(
    r"(?!(?:We|You|It|That|What|Who|Nobody|Somebody|Someone|Everybody|Everyone|People) )"
    r"(?:He|She|They|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:said|says|added|told|asked|wrote)\b"
)
_SUFFIX = re.compile(r"(?:s|t|re|ll|ve|d|m)\b")
_SLIP = 0.2
"""A double mark typed for an apostrophe, as in `Smith"s`, if it does not close what is open."""

OUT, DOUBLE, NESTED, SINGLE, DOUBLE_IN_SINGLE, STRAIGHT, NESTED_IN_STRAIGHT = range(7)
"""What a place stands in: nothing, a quote, one inside it. A quote opened by a straight mark is a state of its own,
because curly ones inside it are a quote in the quote."""
_OPEN = frozenset([DOUBLE, STRAIGHT])
_NEVER = 99.0
_UNCLOSED = 2.0
_STRAY_CLOSE = 2.5
_OTHER_STYLE = 0.8
"""A curly mark that closes what a straight one has opened."""
_PARAGRAPHS_OPEN = 8
"""Paragraphs without a mark of their own that a quote may run through."""


class _Mark(NamedTuple):
    start: int
    end: int
    double: bool
    opening: float
    closing: float
    nothing: float
    straight: bool
    again: bool = False
    """Whether speech goes on behind it, after a sentence's end."""
    amid: bool = False
    """Whether it opens behind a word, in the midst of a clause, and so is no mark typed twice."""


class _Path(NamedTuple):
    cost: float
    steps: _Steps | None
    """How it came there, last step first: a list that grows at its head shares what paths have in common."""


class _Steps(NamedTuple):
    state: int
    mark: int
    """Index of the mark that led to the state."""
    before: _Steps | None


def find_marked(document: Document) -> list[Marked]:
    """Everything in outer quotation marks, in the order of the text; nested marks belong to the outer ones."""
    text = document.text
    spans = [p.span for p in document.paragraphs]
    doubled = bool(re.search(r"(?:^|[\s(])(?:``|'')\w", text))
    marks = [list(_read_marks(text, span, doubled)) for span in spans]
    found: list[Marked] = []
    left_open, sign = OUT, ""
    for number, span in enumerate(spans):
        goes_on = _goes_on(text, marks, spans, number + 1)
        carried = left_open if not (marks[number] and _opens(marks[number][0], span)) else OUT
        if carried in _OPEN and not marks[number] and goes_on.closed:
            found.append(Marked(span, span, closed=False, continues=True))
            continue
        carried = carried if marks[number] else OUT
        path, state = _cheapest(marks[number], carried, goes_on)
        stretches = list(_stretches(text, span, marks[number], path, carried, any(goes_on)))
        if left_open and stretches and stretches[0].outer.start == span.start and (carried or text[span.start] == sign):
            first = stretches[0]
            if carried and found and is_signature(document.slice(first.inner)):
                del stretches[0]
                found[-1] = replace(found[-1], signed=first.inner)
            else:
                stretches[0] = Marked(first.inner, first.outer, first.closed, continues=True)
        found += stretches
        left_open = state
        if stretches and not carried:
            sign = text[stretches[-1].outer.start]
    return found


def _opens(mark: _Mark, paragraph: Span) -> bool:
    return mark.start == paragraph.start and mark.opening < 1


class _GoesOn(NamedTuple):
    """Whether a quote that a paragraph leaves open goes on after it."""

    double: bool = False
    """The next paragraph opens it again with a double mark."""
    single: bool = False
    """The next paragraph opens it again with a single mark."""
    closed: bool = False
    """The next mark to come, a few paragraphs on, is a double one that closes."""


def _goes_on(text: str, marks: list[list[_Mark]], spans: list[Span], number: int) -> _GoesOn:
    """What the paragraphs from `number` on say of a quote that the one before leaves open."""
    for place in range(number, min(number + _PARAGRAPHS_OPEN, len(spans))):
        strong = [m for m in marks[place] if m.double or min(m.opening, m.closing) < 1]
        if not strong:
            continue
        first = strong[0]
        if _opens(first, spans[place]):
            return _GoesOn(first.double, not first.double) if place == number else _GoesOn()
        closes = first.closing < 0.3 and first.opening > 1 and text[first.start - 1] in _ENDS_SPEECH
        return _GoesOn(closed=first.double and closes)
    return _GoesOn()


def _read_marks(text: str, paragraph: Span, doubled: bool) -> Iterator[_Mark]:
    """The marks of one paragraph with what each reading costs."""
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        sign = match.group()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if sign in ("''", "``", "’’") and not doubled and before not in " (":
            # an apostrophe or a closing mark, written twice: two single marks
            yield _single(text, start, start + 1, paragraph, before, "'")
            yield _single(text, start + 1, end, paragraph, "'", after)
        elif len(sign) > 1 or sign in _DOUBLE:
            again = bool(_GOES_ON_WITH.match(text, max(start - 1, paragraph.start), paragraph.end))
            mark = _double(sign, start, end, before, after, again)
            if sign[0] in "“«" and start > paragraph.start + 1 and before == " " and text[start - 2].isalpha():
                mark = mark._replace(amid=True)
            slip = sign in ('"', "＂") and before.isalpha() and _SUFFIX.match(text, end, paragraph.end)
            yield mark._replace(nothing=_SLIP) if slip else mark
        else:
            yield _single(text, start, end, paragraph, before, after)


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark between these two characters stands as one that opens, and as one that closes."""
    left = before.isspace() or before in _BEFORE_OPENING or before in _OPENS or before in "\"'"
    right = after.isspace() or after in _AFTER_CLOSING or after in _CLOSES or after in "\"'"
    return left and not after.isspace(), right and not before.isspace()


def _double(sign: str, start: int, end: int, before: str, after: str, again: bool) -> _Mark:
    left, right = _sides(before, after)
    first = sign[0]
    if (first in _OPENS and first != "`") or sign == "``":
        opening, closing = (0.0, 2.5) if not (right and not left) else (1.2, 0.9)
        nothing = 3.0
    elif first in _CLOSES:
        opening, closing = (2.5, 0.0) if not (left and not right) else (0.9, 1.2)
        nothing = _STRAY_CLOSE
    else:
        opening = 0.0 if left and not right else 0.6 if left else 2.0
        closing = 0.0 if right and not left else 0.6 if right else 2.0
        if not left and not right:
            if before.isspace():  # a mark with a space on each side
                opening = closing = 0.5
            else:  # no space on either side
                opening, closing = (1.2, 0.6) if before in _ENDS_SPEECH else (1.5, 1.5)
        nothing = 3.0 if opening == 0.0 else _STRAY_CLOSE if min(opening, closing) < 0.5 else 1.5
        if before.isdigit() and right:  # inches, or the end of a quote that ends with a figure
            opening, closing, nothing = 3.0, 0.6, 1.0
    return _Mark(start, end, True, opening, closing, nothing, sign[-1] in "\"＂'", again)


def _single(text: str, start: int, end: int, paragraph: Span, before: str, after: str) -> _Mark:
    sign = text[start]
    left, right = _sides(before, after)
    if (before.isalnum() and after.isalnum()) or (before.isdigit() and sign in "'’"):
        # an apostrophe, or feet; "the class of '20'" ends like feet
        return _Mark(start, end, False, _NEVER, 1.0 if right else _NEVER, 0.0, sign == "'")
    if left and not right:
        elided = bool(_ELISION.match(text, end, paragraph.end)) and sign != "‹"
        if sign in "’›":
            return _Mark(start, end, False, 1.5, _NEVER, 0.0, False)
        opening = 1.5 if elided else 0.0
        nothing = 0.0 if elided or sign == "`" else 1.4 if sign == "'" else 2.0
        return _Mark(start, end, False, opening, 2.5, nothing, sign == "'")
    if right:
        opening = 1.5 if left and sign in "'‘" else _NEVER
        if sign == "‘":
            return _Mark(start, end, False, 1.5, 0.6, 1.0, False)
        if before in _ENDS_SPEECH:
            return _Mark(start, end, False, opening, 0.0, 1.8, sign == "'")
        # "the workers' rights", "goin' home": as likely a closing mark as an apostrophe, until the rest decides
        return _Mark(start, end, False, opening, 0.5 if before in "sSnz" else 0.2, 0.0, sign == "'")
    return _Mark(start, end, False, 2.0 if sign in "‘'" else _NEVER, 1.5, 0.0, sign == "'")


def _cheapest(marks: list[_Mark], carried: int, goes_on: _GoesOn) -> tuple[list[tuple[int, int]], int]:
    """The cheapest reading: its steps, and the state in which it leaves the paragraph."""
    paths: dict[int, _Path] = {OUT: _Path(0.8 if carried else 0.0, None)}
    if carried:
        paths[carried] = _Path(0.0, None)
    for index, mark in enumerate(marks):
        following: dict[int, _Path] = {}
        for state, path in paths.items():
            for target, cost in _moves(state, mark):
                total = path.cost + cost
                if target not in following or total < following[target].cost:
                    stays = target == state and cost not in _RESTARTS
                    following[target] = _Path(total, path.steps if stays else _Steps(target, index, path.steps))
        paths = following
    ends = {
        OUT: 0.0,
        DOUBLE: 0.3 if goes_on.double or goes_on.closed else _UNCLOSED,
        STRAIGHT: 0.3 if goes_on.double or goes_on.closed else _UNCLOSED,
        NESTED: 4.0,
        NESTED_IN_STRAIGHT: 4.0,
        SINGLE: 0.3 if goes_on.single else 4.0,
        DOUBLE_IN_SINGLE: 6.0,
    }
    state, path = min(paths.items(), key=lambda item: item[1].cost + ends[item[0]])
    steps, step = [], path.steps
    while step is not None:
        steps.append((step.state, step.mark))
        step = step.before
    steps.reverse()
    return steps, {NESTED: DOUBLE, DOUBLE_IN_SINGLE: SINGLE, NESTED_IN_STRAIGHT: STRAIGHT}.get(state, state)


_RESTART = 1.501
"""A straight mark that opens while another is open: the first was a stray one, or was never closed."""
_AGAIN = 0.901
"""The same behind a sentence's end and before a word that speech goes on with: a text that lost its paragraphs."""
_RESTARTS = frozenset([_RESTART, _AGAIN])
_GOES_ON_WITH = re.compile(
    r"(?<=[.!?…])\s\S(?:I|I['’](?:m|ve|d|ll)|We|We['’]\w+|You|It|It['’]\w+|That|That['’]\w+|This|There|There['’]\w+"
    r"|They|They['’]\w+|My|Our|But|And|So|If|Just|Now|What|When|Because|Then)\s"
)


def _moves(state: int, mark: _Mark) -> Iterator[tuple[int, float]]:
    """Where a mark may lead from `state`, and what that costs."""
    if not mark.double:
        if state in (DOUBLE, NESTED, STRAIGHT, NESTED_IN_STRAIGHT):
            yield state, 0.0
            return
        stray = 0.3 if state == OUT and mark.nothing > 1 and mark.opening > 1 else 0.0
        yield state, mark.nothing + stray
        if state == OUT and mark.opening < _NEVER:
            yield SINGLE, mark.opening + 0.1
        elif state == SINGLE and mark.closing < _NEVER:
            yield OUT, mark.closing
        return
    if state == OUT:
        yield STRAIGHT if mark.straight else DOUBLE, mark.opening
        yield OUT, mark.nothing
    elif state == STRAIGHT and not mark.straight:
        yield OUT, mark.closing + _OTHER_STYLE
        yield NESTED_IN_STRAIGHT, mark.opening + 0.2
        yield STRAIGHT, mark.nothing
    elif state in _OPEN:
        yield OUT, mark.closing
        yield NESTED if state == DOUBLE else NESTED_IN_STRAIGHT, mark.opening + (1.3 if mark.straight else 1.0)
        # an opening mark in an open quote: scraped texts double them, less so in the midst of a clause
        twice = mark.opening == 0.0 and not mark.straight
        yield state, min(mark.nothing, 1.4 if mark.amid else 1.2) if twice else mark.nothing + 0.4
        if mark.straight and mark.opening == 0.0:
            yield state, _AGAIN if mark.again else _RESTART
    elif state in (NESTED, NESTED_IN_STRAIGHT):
        yield DOUBLE if state == NESTED else STRAIGHT, mark.closing
        yield state, mark.nothing
    elif state == SINGLE:
        yield DOUBLE_IN_SINGLE, mark.opening + 0.1
        yield SINGLE, mark.nothing
    else:
        yield SINGLE, mark.closing
        yield DOUBLE_IN_SINGLE, mark.nothing


def _stretches(
    text: str, paragraph: Span, marks: list[_Mark], steps: list[tuple[int, int]], carried: int, goes_on: bool
) -> Iterator[Marked]:
    """The outer stretches that the steps of a reading mark off; `goes_on`: what it leaves open may go on behind it."""
    begun: tuple[int, int] | None = None
    state, first, since = OUT, 0, paragraph.start
    if carried and (not steps or steps[0][0] in (OUT, NESTED, DOUBLE_IN_SINGLE, NESTED_IN_STRAIGHT)):
        begun, state = (paragraph.start, paragraph.start), carried
    for target, index in steps:
        mark = marks[index]
        if state == OUT and target != OUT:
            begun, first, since = (mark.start, mark.end), index, mark.end
        elif target == OUT and begun is not None:
            yield from _close(text, begun, (mark.start, mark.end), marks[first:index])
            begun = None
        elif target == state and state in _OPEN and begun is not None:
            if text[begun[1]].islower() or not _opened_again(text, since, mark):
                yield from _unclosed(text, begun, mark.start, only_if_lost=True)
                begun, first = (mark.start, mark.end), index
            since = mark.end
        state = target
    if begun is not None and begun[1] < paragraph.end:
        yield from _unclosed(text, begun, paragraph.end, goes_on=goes_on)


def _opened_again(text: str, start: int, mark: _Mark) -> bool:
    """Whether a quote goes on behind a mark that opens it again, as at a paragraph's beginning.

    Texts that lost their paragraphs have such marks in their midst: one quote, not a lost one and another. What stands
    between `start` and the mark is looked at.
    """
    before = text[start : mark.start].rstrip()
    if before[-1:] not in (".", "!", "?", "…") or not text[mark.end : mark.end + 1].isupper():
        return False
    return not _STRAY_BEFORE.match(before) and not _LOST_CLOSE.search(before)


def _close(text: str, begun: tuple[int, int], ended: tuple[int, int], marks: list[_Mark]) -> Iterator[Marked]:
    """A closed stretch; two, where the reporter speaks between its opening mark and a second one inside it.

    `marks` are those inside.
    """
    looked = begun[1]
    for mark in marks:
        if begun[1] < mark.start and mark.double and mark.opening == 0.0:
            lost = _LOST_CLOSE.search(text, looked, mark.start)
            looked = max(begun[1], mark.start - 80)
            if lost:
                yield from _unclosed(text, begun, mark.start)
                begun = (mark.start, mark.end)
    if marks and marks[-1].amid and text[ended[0] - 1].isalnum() and text[ended[1] + 1 : ended[1] + 2].islower():
        # “They grumble about “trippers” blocking a lane: the first is too many
        begun = (marks[-1].start, marks[-1].end)
    if text[begun[1] : ended[0]].strip():
        yield Marked(Span(begun[1], ended[0]), Span(begun[0], ended[1]), closed=True)


def _unclosed(
    text: str, begun: tuple[int, int], end: int, only_if_lost: bool = False, goes_on: bool = False
) -> Iterator[Marked]:
    """A stretch without its closing mark: to `end`, or to where the reporter's voice shows that it was over."""
    if not goes_on and _STRAY_BEFORE.match(text, begun[1], end):
        return  # the reporter's own sentence: the mark has no business there
    lost = _LOST_CLOSE.search(text, begun[1], end)
    if lost:
        end = lost.start() + (text[lost.start()] == ",")
    elif only_if_lost:
        return
    while end > begun[1] and text[end - 1].isspace():
        end -= 1
    if end > begun[1]:
        yield Marked(Span(begun[1], end), Span(begun[0], end), closed=False)
