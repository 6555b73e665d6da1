"""The first page of a text file, on screen before anything else is loaded: what makes opening feel like a pager's.

Importing Textual takes longer than all else at the start. So the page is written in plain escape sequences first, at
the place, with the wrapping and in the colours in which the app will draw it (see `wrapping`, `typography`, `look`),
and the app then paints the same over it. What is typed meanwhile stays in the terminal's buffer for the app.

Nothing may be imported here that is not needed for one page: `re` and a few small modules of C.
"""

from __future__ import annotations

import os
import sys
import termios

from tui.ingest.display import terminal_is_ascii
from tui.ingest.sniff import sniff
from tui.ingest.structure import tag_paragraphs
from tui.ui import look as looks
from tui.ui.typography import dateline_end, folds, part_names, pieces
from tui.ui.wrapping import FOLDED, VIEW, Rows, cells, column, drawn, indent, map_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tui.domain.text import ParagraphKind
    from tui.ui.look import Look

NARROW = 100
"""Columns below which there is no rail beside the article."""
PANES = (("People", 1), ("Organisations", 1), ("Quotes", 2), ("Numbers", 1))
"""The panes of the rail and their shares of its height."""
_BELOW = 2
"""Lines below the article: the status line and the key hints."""
_HEAD = 128 * 1024
"""Bytes that are read for the first page."""
_MAX_BYTES = 64 * 1024 * 1024
_RESET = "\x1b[0m"
_SUFFIXES = ("", ".txt", ".text")


def plain_head(path: str) -> tuple[str, bool] | None:
    """(beginning, whether that is all) of the text file at `path`; None where it is not plainly one.

    The full way opens that, and makes all complaints, so that there is one wording for each.
    """
    if os.path.splitext(path)[1].lower() not in _SUFFIXES:  # noqa: PTH122
        return None
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # of a pipe nobody writes to, one would wait for ever
        try:
            status = os.fstat(descriptor)
            if status.st_mode & 0o170000 != 0o100000 or status.st_size > _MAX_BYTES:
                return None
            data = os.read(descriptor, _HEAD)
        finally:
            os.close(descriptor)
    except OSError:
        return None
    if b"\x00" in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.lstrip()[:1] in (b"", b"<", b"%"):
        return None
    if b"\x1b$" in data:  # ISO-2022, which is no UTF-8 though it is ASCII
        return None
    if sniff(data, path) != "text":
        return None
    whole = len(data) == status.st_size
    for cut in range(1 if whole else 4):  # the head may end within a character
        try:
            encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
            return data[: len(data) - cut].decode(encoding), whole
        except UnicodeDecodeError:
            continue
    return None


def page(text: str, columns: int, lines: int, look: Look, length: int = 0) -> str:
    """What is written to a screen of `columns` × `lines` cells to show the beginning of `text` as the app will.

    `length` is that of the whole text in code points, where `text` is no more than its beginning; an estimate will do.
    """
    rail = min(abs(look.rail), columns // 2) if columns >= NARROW else 0
    height = max(0, lines - _BELOW)
    # homed and overwritten, never cleared: what is on screen is replaced in one go
    out = ["\x1b[H"]
    beside = _rail(rail, height, look) if rail else [""] * height
    article = _article(text, columns - rail - 1, height, look, length or len(text))
    for number, (panes, words) in enumerate(zip(beside, article, strict=True), 1):
        out.append(f"\x1b[{number};1H{words}{panes}" if look.rail < 0 else f"\x1b[{number};1H{panes}{words}")
    if lines > 1:
        out.append(f"\x1b[{lines - 1};1H{_status(text, columns, look)}")
    hints = look.hints.get(columns) or look.styles.get("hints", "") + " " * columns + _RESET
    out.append(f"\x1b[{lines};1H{hints}")
    return "".join(out)


def _article(text: str, width: int, height: int, look: Look, length: int) -> Iterator[str]:
    """The lines of the article, each with its cell of the column beside it that shows which part is in view."""
    left, measure = column(width, look.measure)
    tagged: list[tuple[int, int, ParagraphKind, bool]] = []
    folded: set[int] = set()

    def paragraphs() -> Iterator[tuple[int, int, ParagraphKind]]:
        for start, end, kind, duplicate in tag_paragraphs(text):
            tagged.append((start, end, kind, duplicate is not None))
            if folds(kind, duplicate is not None):
                folded.add(start)
            yield start, end, kind

    rows = Rows(text, paragraphs(), measure, height, folded)
    rows.grow(height + 1)
    base = look.styles.get("text", "")
    number = 0
    seen = rows.span(min(height, len(rows)) - 1)[1] if height else 0
    last_seen = map_line(seen - 1, length, height)
    for row in range(height):
        start, end = rows.span(row) if row < len(rows) else (0, 0)
        cell = f"{look.styles.get('border', '')}{VIEW}{_RESET}" if row <= last_seen else f"{base} {_RESET}"
        if start == end:
            yield f"{base}{' ' * width}{_RESET}{cell}"
            continue
        while number + 1 < len(tagged) and tagged[number + 1][0] <= start:
            number += 1
        first, last, kind, duplicate = tagged[number]
        before = left + indent(kind)
        layers = [(first, dateline_end(text, first, last, kind), "article--dateline")]
        line = f"{base}{' ' * before}{_RESET}"
        used = before
        for begin, stop, names in pieces(start, end, part_names(kind, duplicate), layers):
            words = drawn(text[begin:stop]).replace("\u200b", "")
            used += cells(words)
            line += f"{look.styles.get(names[-1], '') if names else base}{words}{_RESET}"
        if rows.is_folded(row):
            used += cells(FOLDED)
            line += f"{look.styles.get(part_names(kind, duplicate)[-1], '')}{FOLDED}{_RESET}"
        yield f"{line}{base}{' ' * (width - used)}{_RESET}{cell}"


def _rail(width: int, height: int, look: Look) -> list[str]:
    """The panes as they are before anything has been found; empty where they would not all fit."""
    base, border, inside = (look.styles.get(name, "") for name in ("text", "border", "pane"))
    shares = sum(share for _, share in PANES)
    if height // shares < 3:  # the app has its own way of sharing out what is not enough
        return [f"{base}{' ' * width}{_RESET}"] * height
    lines: list[str] = []
    edge = f"{border}│{_RESET}"
    note = look.styles.get("border-note", "") + " reading " + _RESET
    done = 0
    for name, share in PANES:
        done += share
        bottom = height * done // shares
        title = f"{look.styles.get('border-title', '')} {name} {_RESET}"
        lines.append(f"{border}╭─{_RESET}{title}{border}{'─' * (width - len(name) - 5)}╮{_RESET}")
        looking = " looking…"
        lines.append(f"{edge}{inside}{looking}{_RESET}{base}{' ' * (width - 2 - len(looking))}{_RESET}{edge}")
        while len(lines) < bottom - 1:
            lines.append(f"{edge}{base}{' ' * (width - 2)}{_RESET}{edge}")
        lines.append(f"{border}╰{'─' * (width - 12)}{_RESET}{note}{border}─╯{_RESET}")
    return lines


def _status(text: str, columns: int, look: Look) -> str:
    """The line below the article, with its title at the left, as far as one cell a character makes that plain."""
    start, end, kind, _ = next(tag_paragraphs(text))
    title = " ".join(drawn(text[start:end]).split()) if kind == "title" else ""
    if not title.isascii() or len(title) > columns - 40:
        title = ""
    status, words = look.styles.get("status", ""), look.styles.get("status-title", "")
    return f"{status} {_RESET}{words}{title}{_RESET}{status}{' ' * (columns - 1 - len(title))}{_RESET}"


class Terminal:
    """The terminal while the first page is on it and the app is not there yet."""

    def __init__(self, text: str | None = None) -> None:
        """Remember how the terminal is set. Raises termios.error where it is none."""
        self.text = text
        """The whole text of the article, if the first page needed to read that much."""
        self.attributes: list[Any] = termios.tcgetattr(0)
        """As it was found, and as it has to be left."""
        self.page = ""
        """The first page."""
        self.shown = False
        """Whether the first page is on it, and nobody has taken over."""

    def show(self) -> None:
        """Put the page on the alternate screen; from now on keys are neither echoed nor changed, and wait."""
        attributes = termios.tcgetattr(0)
        attributes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        attributes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)  # signals stay: Ctrl-C ends it
        attributes[3] |= termios.NOFLSH  # but what is on its way is not cut in the midst of an escape sequence
        for key in (termios.VSUSP, termios.VQUIT):  # but nothing that would leave the page behind
            attributes[6][key] = b"\x00"
        termios.tcsetattr(0, termios.TCSANOW, attributes)
        self.shown = True
        _write(f"\x1b[?1049h\x1b[?25l\x1b[?7l{self.page}")
        from tui.ui.leaving import leave_in_order  # the page stands before anything else is loaded

        leave_in_order(self.attributes)

    def restore(self) -> None:
        """Leave the alternate screen and set the terminal as it was found."""
        if self.shown:
            self.shown = False
            _write("\x1b[?7h\x1b[?25h\x1b[?1049l")
        termios.tcsetattr(0, termios.TCSANOW, self.attributes)


def _write(text: str) -> None:
    data = memoryview(text.encode("utf-8", "replace"))
    while data:
        data = data[os.write(1, data) :]


def prepare(path: str) -> Terminal | None:
    """The terminal with the first page of the file at `path` to show; None where the full way has to open it."""
    if os.environ.get("TERM", "dumb") in ("dumb", "") or not (os.isatty(0) and os.isatty(1)):
        return None
    if terminal_is_ascii():
        return None
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8" or (found := plain_head(path)) is None:
        return None
    head, whole = found
    try:
        columns, lines = os.get_terminal_size(1)
        terminal = Terminal(head if whole else None)
    except (OSError, termios.error):
        return None
    if columns < 20 or lines < 4:
        return None
    length = len(head) if whole else os.stat(path).st_size * len(head) // _HEAD  # noqa: PTH116
    terminal.page = page(head, columns, lines, looks.load(), length)
    return terminal
