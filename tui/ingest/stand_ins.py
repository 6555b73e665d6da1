"""Characters of ASCII that stand in for others, where a terminal or a file cannot have those.

An encoding error handler does it: a stream that is set to it writes what its encoding has as it is, and the rest by
something of the same width, so that what was laid out in columns stays so.
"""

from __future__ import annotations

import codecs
import unicodedata

HANDLER = "pullquote-stand-in"
"""The name of the error handler, once `register` has been called."""

_MARKS = {
    ord(character): stand_in
    for characters, stand_in in (
        ("─━┄┈╌‐‑‒–—―−▁▔‾", "-"), ("│┃╎▏▎▍▌▋▊▉█▕▐", "|"), ("╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝", "+"), ("═", "="), ("▓▒░▆▇", "#"),
        ("▂▃", "."), ("▄▅", ":"), ("▀", "'"), ("◆◇★☆✦❖⁂", "*"), ("●◉•∙·", "*"), ("○◦", "o"), ("▸▶›→»", ">"),
        ("◂◀‹←«", "<"), ("▲△↑", "^"), ("▼▽↓", "v"), ("✓✔", "v"), ("✗✘×", "x"), ("÷", "/"), ("…", "."), ("“”„‟″", '"'),
        ("‘’‚‛′", "'"), ("¶", "P"), ("§", "S"), ("≈", "~"), ("≥", ">"), ("≤", "<"), ("≠", "!"),
        ("◷", "t"), ("↔", "m"), ("\xa0\u202f", " "),
    )
    for character in characters
}  # fmt: skip
"""One character for one."""


def _of(character: str) -> str:
    mapped = character.translate(_MARKS)
    if mapped.isascii():
        return mapped
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if c.isascii())
    width = 0 if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me") else 1
    if unicodedata.east_asian_width(character) in "WF":
        width = 2
    return plain if len(plain) == width else "?" * width


def plain_marks(text: str) -> str:
    """`text` with its signs, lines and quotation marks in ASCII, of the same width; letters stay as they are."""
    return text if text.isascii() else text.translate(_MARKS)


def plain_text(text: str) -> str:
    """`text` in ASCII, each character as wide as the one that it stands in for."""
    return text if text.isascii() else "".join(c if c.isascii() else _of(c) for c in text)


def _handle(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain_text(error.object[error.start : error.end]), error.end


def register() -> str:
    """Make the error handler known; returns its name, for `TextIOWrapper.reconfigure(errors=…)`."""
    codecs.register_error(HANDLER, _handle)
    return HANDLER
