"""Where the rows of an article begin at a given width: an index over the text, never a copy of it.

A row is a stretch of the text between two starts; a blank row is a stretch of white space, or empty. So one sorted
array says which row an offset stands in, and the text of a row is a slice. A paragraph of one-cell characters is
wrapped by looking for spaces from the right (10 MB in about 0.1 s); only the others are measured.

The first page is drawn with this before anything else is loaded: nothing may be imported here but `re`, `bisect` and
`array`, and Rich's table of widths only once a text needs it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from tui.ingest.display import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from tui.domain.text import ParagraphKind

MEASURE = 72
"""Cells of a text line, where the reader has set nothing else and there is room."""
MARGIN = 2
"""Cells kept free at either side of the text; the mark of the chosen sentence stands in the left one."""
MIN_WIDTH = 8
"""Cells of the narrowest column: below it the terminal crops."""

FOLDED = " …"
"""What ends the row of a folded paragraph."""
VIEW = "▐"
"""The sign of the part in view, in the column beside the article."""

_INDENT = {"caption": 2}
_CLOSE_UNDER = frozenset(["heading"])
"""Kinds that no blank row parts from what follows them."""

_LINE_BY_LINE = frozenset(["list", "table"])
"""Kinds that no blank row parts from one another where a single line break does in the text."""

_SPACE = " \t\n\r\x0b\x0c\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""White space at which a line may break; no-break and figure spaces are left out."""
_ONE_CELL = re.compile(
    "[\x00-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2400-\u2426\u2500-\u25fc\ufffd]*"
)
_FORCED = r"\n(?=[ \t]{2,}\S|[-*•–] |\d{1,3}[.)] )"
"""Breaks within a block of hard-wrapped lines that are the author's: lists and indented lines."""

_HELD = " —”’\"'"
"""No line begins with these after a dash."""

_IDEOGRAPH = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_FULL = "、。「」『』【】《》〈〉〔〕（），．！？：；［］｛｝"
"""Marks of two cells that stand among ideographs."""
_OPENING = "「『（【《〈〔｛［"
_CLOSING = (
    "、。，．！？：；」』）】》〉〕｝］…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ゛゜”’〜～・"
    "\u0300-\u036f\ufe00-\ufe0f\u200d\u3099\u309a"
)


def column(width: int, measure: int = MEASURE) -> tuple[int, int]:
    """(cells before the text, cells of the text) in an area `width` cells wide: centred, no wider than `measure`.

    The column that stands beside the area counts as part of its right margin.
    """
    width += 1
    text = max(MIN_WIDTH, min(measure, width - 2 * MARGIN))
    return max(0, (width - text) // 2), text


def map_line(offset: int, length: int, height: int) -> int:
    """The line of a column of `height` lines that stands for the text at `offset` of `length`."""
    return min(height - 1, max(0, offset) * height // max(1, length))


def indent(kind: ParagraphKind) -> int:
    """Cells by which a paragraph of `kind` stands further in than the text."""
    return _INDENT.get(kind, 0)


def drawn(text: str) -> str:
    """`text` as a row shows it: safe, of the same length, and without width where a carriage return ends a line."""
    return safe(text.replace("\r\n", "\u200b\n"))


def cells(line: str) -> int:
    """Width of a line already made safe, in cells. Never add up single characters: an emoji may be several."""
    if line.isascii() or _ONE_CELL.fullmatch(line):
        return len(line)
    from rich.cells import cell_len

    return cell_len(line)


def _wrap_plain(words: str, offset: int, width: int) -> list[int]:
    """Row starts of a paragraph of one-cell characters that starts at `offset`, with its white space made spaces."""
    starts = [offset]
    find, last, begin = words.rfind, len(words) - width, 0
    dashes = "—" in words
    while begin < last:
        space = find(" ", begin, begin + width + 1)
        following = space + 1 if space > begin else begin + width
        if dashes and (dash := find("—", max(space, begin), begin + width)) > begin and words[dash + 1] not in _HELD:
            following = dash + 1
        while words[following] == " ":
            following += 1
        begin = following
        starts.append(offset + begin)
    return starts


def _piece() -> re.Pattern[str]:
    """What is not broken: a word with its space, or an ideograph with the marks that must not begin or end a line.

    Compiled only when a text needs it: that takes as long as the rest of the first page.
    """
    return re.compile(
        f"(?P<run>[{_IDEOGRAPH}{_FULL}]{{4,}})|[{_OPENING}]*(?:[{_IDEOGRAPH}]|[^{_SPACE}{_IDEOGRAPH}{_OPENING}—]*—(?![—”’\"'])|"
        f"[^{_SPACE}{_IDEOGRAPH}{_OPENING}]+|[{_OPENING}])[{_CLOSING}]*[{_SPACE}]*"
    )


def _wrap_measured(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Row starts of a paragraph that has characters of no cell or two. A piece begins where a character does, so that
    widths of pieces add up."""
    begin, used = start, 0
    yield begin
    for match in _piece().finditer(text, start, end):
        here, stop = match.span()
        run = match.group("run")
        if run and cells(run) == 2 * len(run):
            for cut in _breaks(run, width - used, width):
                begin, used = here + cut, -2 * cut
                if begin > start:
                    yield begin
            used += 2 * len(run)
            continue
        piece = drawn(match.group())
        bare = cells(piece.rstrip())
        if used and used + bare > width:
            begin, used = here, 0
            yield begin
        while bare > width:  # longer than a line: the one case in which a word is cut
            here = _cut(text, here, stop, width)
            if here >= stop:
                break
            yield here
            piece = drawn(text[here:stop])
            bare = cells(piece.rstrip())
        used += cells(piece)


def _breaks(run: str, room: int, width: int) -> list[int]:
    """Where lines begin within a run of ideographs, of which the first line has `room` cells left and others `width`.

    No line begins with a mark that closes or ends with one that opens, unless there is nothing else on it.
    """
    starts: list[int] = []
    begin = 0
    while 2 * (len(run) - begin) > room:
        cut = least = begin + max(0, room) // 2
        while cut > begin and (run[cut] in _CLOSING or run[cut - 1] in _OPENING):
            cut -= 1
        if cut == begin and (starts or room == width):  # a whole line of such marks
            cut = max(least, begin + 1)
        starts.append(cut)
        begin, room = cut, width
    return starts


def _cut(text: str, start: int, end: int, width: int) -> int:
    """Where to cut a word that is longer than the line: after as many whole characters as fit, one at least."""
    low, high = start + 1, end
    while low < high:  # the last offset up to which the word fits; joiners and marks have no width and stay
        middle = (low + high + 1) // 2
        if cells(drawn(text[start:middle])) <= width:
            low = middle
        else:
            high = middle - 1
    if low < end and "\U0001f1e6" <= text[low] <= "\U0001f1ff":  # a flag is two letters
        flag = low
        while flag > start and "\U0001f1e6" <= text[flag - 1] <= "\U0001f1ff":
            flag -= 1
        if (low - flag) % 2 and low - 1 > start:
            low -= 1
    return low


def wrap(text: str, start: int, end: int, width: int) -> list[int]:
    """Where the rows of the paragraph `text[start:end]` begin, at `width` cells. No word is cut unless it is longer."""
    words = text[start:end]
    if "\n" in words and re.search(_FORCED, words):
        return [row for first, last in _lines(words) for row in wrap(text, start + first, start + last, width)]
    if not (words.isascii() or _ONE_CELL.fullmatch(words)):
        return list(_wrap_measured(text, start, end, width))
    if len(words) <= width:
        return [start]
    for character in "\n\r\t":
        if character in words:
            words = words.replace(character, " ")
    return _wrap_plain(words, start, width)


def _lines(words: str) -> Iterator[tuple[int, int]]:
    """The stretches between the breaks that are the author's."""
    begin = 0
    for match in re.finditer(_FORCED, words):
        yield begin, begin + len(words[begin : match.start()].rstrip())
        begin = match.end()
        while words[begin].isspace():
            begin += 1
    yield begin, len(words)


class Rows:
    """The rows of an article at one width, found as far as they have been asked for.

    Row 0 is a blank one above the first paragraph. Offsets are code points into the text.
    """

    def __init__(
        self,
        text: str,
        paragraphs: Iterable[tuple[int, int, ParagraphKind]],
        width: int,
        ahead: int | None = None,
        folded: Container[int] = (),
    ) -> None:
        """Index `text`, whose paragraphs are given as (start, end, kind), at `width` cells: `ahead` rows or all.

        Those that begin at an offset in `folded` take one row, however long they are; who gives the paragraphs may add
        to it as they go.
        """
        self.text = text
        self.width = width
        self.complete = False
        """Whether all rows have been found."""
        self._folded = folded
        self._cut: dict[int, int] = {}
        """Where the row of a folded paragraph ends, by where it starts."""
        self._starts = array("I")
        self._steps = self._index(iter(paragraphs))
        self.grow(ahead)

    def __len__(self) -> int:
        return len(self._starts)

    def _index(self, paragraphs: Iterator[tuple[int, int, ParagraphKind]]) -> Iterator[None]:
        starts, text, width = self._starts, self.text, self.width
        gap: int | None = 0
        before: ParagraphKind | None = None
        for start, end, kind in paragraphs:
            if gap is not None and not (kind in _LINE_BY_LINE and kind == before and start - gap <= 1):
                starts.append(gap)
            before = kind
            room = max(1, width - _INDENT[kind]) if kind in _INDENT else width
            rows = wrap(text, start, end, room)
            if len(rows) > 1 and start in self._folded:
                rows = wrap(text, start, end, max(1, room - cells(FOLDED)))
                self._cut[start] = rows[1]
                del rows[1:]
            starts.extend(rows)
            gap = None if kind in _CLOSE_UNDER else end
            yield

    def grow(self, ahead: int | None = None) -> None:
        """Find rows until there are at least `ahead`, or all of them."""
        if self.complete or (ahead is not None and len(self._starts) >= ahead):
            return
        for _ in self._steps:
            if ahead is not None and len(self._starts) >= ahead:
                return
        self.complete = True

    def reach(self, offset: int) -> None:
        """Find rows until the one that holds `offset` is among them."""
        if self.complete or (self._starts and self._starts[-1] > offset):
            return
        for _ in self._steps:
            if self._starts[-1] > offset:
                return
        self.complete = True

    def row_of(self, offset: int) -> int:
        """The row that holds `offset`, among those found."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def is_folded(self, row: int) -> bool:
        """Whether `row` stands for a paragraph of several; `FOLDED` is drawn at its end."""
        return self._starts[row] in self._cut

    def hides(self, offset: int) -> bool:
        """Whether the text at `offset` is in a folded paragraph and not in its row, among the rows found."""
        start = self._starts[self.row_of(offset)]
        return start in self._cut and offset >= self._cut[start]

    def span(self, row: int) -> tuple[int, int]:
        """(start, end) of the words of `row`, without the white space that it ends with; both equal if it is blank."""
        self.grow(row + 2)
        start = self._starts[row]
        end = self._cut.get(start) or (self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text))
        return start, start + len(self.text[start:end].rstrip())
