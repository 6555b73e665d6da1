"""Bytes to text: the byte order mark, UTF-8 if it is, what the server or the page says, then the best guess."""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_AS_BROWSERS_READ_IT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""Labels that pages use for the larger set that holds theirs (as the WHATWG's Encoding Standard has it)."""
_GUESSED_FROM = 200_000
"""Bytes: enough to tell an encoding, and the guess takes time by the byte."""


def decode_markup(data: bytes, stated: str | None = None) -> str:
    """The text of a page or an XML file; `stated` is the charset of the header it came with.

    UTF-8 is tried before a statement to the contrary: text of another encoding is almost never valid UTF-8 by chance,
    while servers that state another by habit are common. Never fails: what cannot be read becomes U+FFFD.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = [match.group(1).decode("ascii") for match in (_META.search(data, 0, 8192), _XML.match(data)) if match]
    lossy: tuple[int, str] | None = None
    for label in (stated, *declared):
        codec = _codec(label)
        if codec is None:
            continue
        text = data.decode(codec, "replace")
        lost = text.count("\ufffd")
        if lost == 0:
            return text
        if lossy is None or lost < lossy[0]:
            lossy = lost, text
    if lossy is not None and lossy[0] * 1000 < len(data):  # a slip of the author's: one byte in a thousand
        return lossy[1]
    return guess(data) or (lossy[1] if lossy else data.decode("utf-8", "replace"))


def _codec(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if not getattr(codecs.lookup(name), "_is_text_encoding", True):  # "hex", "rot13" and the like
        return None
    return _AS_BROWSERS_READ_IT.get(name, name)


def guess(data: bytes) -> str | None:
    """The best guess of charset-normalizer, or None where it has none."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_FROM]).best()
    return data.decode(best.encoding, "replace") if best is not None else None
