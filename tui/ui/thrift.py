"""The same picture in fewer bytes: over a slow line, bytes are what a reader waits for.

Textual writes every piece of a line with all of its attributes and colours before it and a reset after it. Here a piece
is preceded by no more than what differs from the piece before. Only what selects graphic rendition (SGR in ECMA-48) and
where the cursor goes is touched; every other sequence passes as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_NEEDLESS = re.compile(r"(?:\x1b\[\d+;\d+H)?\r?\n(?=\x1b\[\d+;\d+H)")
"""A new line before the cursor is sent elsewhere anyway, and a place to which nothing was written."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29", "53": "55"}
"""What ends each attribute; bold and faint have one end for both."""

_UNSEEN = frozenset("123")
"""Attributes that a space does not show: bold, faint and italic."""

Style = tuple[frozenset[str], str, str]
"""Attributes, colour of the letters, colour behind them; "" is the terminal's own."""
_NONE: Style = (frozenset(), "", "")


def thrifty(data: str) -> str:
    """`data`, which begins and ends with no rendition selected, in fewer bytes."""
    parts = _SGR.split(data)
    out = [parts[0]]
    current = wanted = _NONE
    for codes, text in zip(parts[1::2], parts[2::2], strict=True):
        selected = _style(codes)
        if selected is None:  # nothing that Rich writes; whoever did knows what it means
            out.append(f"\x1b[{codes}m{text}")
            current = wanted = _NONE
            continue
        wanted = selected
        if text:
            if not text.strip(" "):
                wanted = _blank(current, wanted)
            if wanted != current and not _moves_only(text):
                out.append(_change(current, wanted))
                current = wanted
            out.append(text)
    if current != _NONE:
        out.append("\x1b[0m")
    return _NEEDLESS.sub("", "".join(out))


def _moves_only(text: str) -> bool:
    """Whether `text` does no more than send the cursor somewhere: it looks the same in any rendition."""
    return text[0] in "\r\n\x1b" and not re.sub(r"\r?\n|\x1b\[\d+;\d+H", "", text)


def _blank(before: Style, after: Style) -> Style:
    """The rendition nearest to `before` in which a space looks as in `after`: of letters only the ground is seen."""
    if before[0] | after[0] <= _UNSEEN:
        return before[0], before[1], after[2]
    return after


@lru_cache(maxsize=1024)
def _style(codes: str) -> Style | None:
    """What one sequence selects after a reset, or None where it is not understood."""
    attributes: set[str] = set()
    letters = ground = ""
    rest = iter(codes.split(";") if codes else ["0"])
    for code in rest:
        number = int(code or 0)
        if number == 0:
            attributes, letters, ground = set(), "", ""
        elif code in _OFF:
            attributes.add(code)
        elif number in (38, 48):
            kind = next(rest, "")
            colour = ";".join([code, kind, *(next(rest, "") for _ in range({"2": 3, "5": 1}.get(kind, 0)))])
            letters, ground = (colour, ground) if number == 38 else (letters, colour)
        elif 30 <= number <= 37 or 90 <= number <= 97:
            letters = code
        elif 40 <= number <= 47 or 100 <= number <= 107:
            ground = code
        elif number not in (39, 49):
            return None
    return frozenset(attributes), letters, ground


@lru_cache(maxsize=4096)
def _change(before: Style, after: Style) -> str:
    """The shortest sequence that leads from one rendition to another."""
    anew = ["0", *sorted(after[0]), *filter(None, after[1:])]
    ended = before[0] - after[0]
    off = {_OFF[code] for code in ended}
    # what ends bold ends faint too
    begun = {code for code in after[0] if code not in before[0] or _OFF[code] in off}
    step = [*sorted(off), *sorted(begun)]
    for old, new, own in ((before[1], after[1], "39"), (before[2], after[2], "49")):
        if old != new:
            step.append(new or own)
    return min((f"\x1b[{';'.join(codes)}m" for codes in (step, anew)), key=len)
