"""A text made safe to draw: every article is hostile until it has been through here.

The result has the same length as the text, code point for code point, so that offsets hold in both. Controls become
visible symbols; what reorders a line or hides in it is replaced; nothing that reaches the terminal can steer it.
"""

from __future__ import annotations

import os
import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_INVISIBLE = "\xad\u180e\u200b\u2060\ufeff"
"""Harmless and without width: soft hyphen, zero-width space, joiner and byte order mark."""


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    if character in _INVISIBLE:
        return "\u200b"
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"


def safe(text: str) -> str:
    """`text` with the same length and nothing in it that a terminal would obey; line breaks and tabs become spaces."""
    return _UNSAFE.sub(_stand_in, text)


def safe_lines(text: str) -> str:
    """`text` made safe but for its line feeds: for the clipboard and for reports, which may have several lines."""
    return "\n".join(safe(line) for line in text.split("\n"))


def plain(words: str) -> str:
    """`words` on one line, safe to draw; for what is shown by itself, as offsets do not hold in it."""
    return " ".join(safe(words).replace("\u200b", "").split())


def terminal_is_ascii() -> bool:
    """Whether the user's locale says in so many words that the terminal has ASCII only.

    Python takes the locale "C" for UTF-8, and says so in LC_CTYPE where LC_ALL leaves it free; where nothing is said
    in so many words, that is the better guess here too.
    """
    said = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := os.environ.get(name, ""))), "")
    return said in ("C", "POSIX")
