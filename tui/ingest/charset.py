"""Bytes to text: the byte order mark, UTF-8 if it is, what the server or the page says, then the best guess."""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SHIFTS = re.compile(rb"\x1b\$(?:[@AB]|\([A-D]|\)C)")
"""What turns ISO-2022 to characters of two bytes: such text is ASCII byte for byte, and would pass for UTF-8."""
_AS_BROWSERS_READ_IT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""Labels that pages use for the larger set that holds theirs (as the WHATWG's Encoding Standard has it)."""
_GUESSED_FROM = 200_000
"""Bytes: enough to tell an encoding, and the guess takes time by the byte."""
_WESTERN = frozenset("en fr de es it pt nl sv da nb fi ca".split())
"""Languages whose letters are all in Windows-1252."""
_SHORT = 2000
"""Bytes: the letters of a shorter text are too few for a guess by their frequency."""
_NOT_WESTERN = re.compile(
    r"[\x81\x8d\x8f\x90\x9dðþýÐÞÝšžŠŽŸ¤¦¨©®¬¯¸¹²³µ¶¿¡ƒˆ˜†‡‰‹›](?=[^\W\d_])|(?<=[^\W\d_])[\x81\x8d\x8f\x90\x9d¤¦¨¬¯¸¹¿¡£¥ƒˆ˜†‡‚„]"
    r"|(?<=[a-zà-öø-ÿ])[À-ÖØ-Þ]|[ðþýÐÞÝ]"
)
"""What Windows-1252 makes of other encodings: signs inside words, capitals after small letters, Icelandic letters (of
Turkish ones)."""


def by_mark(data: bytes) -> str | None:
    """The text of data that begins with a byte order mark; None where there is none."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    return None


def without_mark(data: bytes) -> str | None:
    """The codec of UTF-16 that has no byte order mark: in Latin letters every other byte is zero."""
    head = data[:4096]
    if len(head) < 8 or len(head) % 2:
        head = head[: len(head) & ~1]
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if half < 4 or max(even, odd) < 0.6 * half or min(even, odd) > 0.02 * half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def decode_markup(data: bytes, stated: str | None = None) -> str:
    """The text of a page, a mail or an XML file; `stated` is the charset of the header it came with.

    UTF-8 is tried before a statement to the contrary: text of another encoding is almost never valid UTF-8 by chance,
    while servers that state another by habit are common. Never fails: what cannot be read becomes U+FFFD.
    """
    marked = by_mark(data)
    if marked is not None:
        return marked
    if b"\x00" in data[:4096] and (codec := without_mark(data)):
        return data.decode(codec, "replace")
    if shifted := _shifted(data):
        return shifted
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


def decode_plain(data: bytes) -> str | None:
    """The text of data that nothing is stated of, or None where its encoding cannot be told."""
    marked = by_mark(data)
    if marked is not None:
        return marked
    if b"\x00" in data[:4096]:
        codec = without_mark(data)
        return data.decode(codec, "replace") if codec else None
    if shifted := _shifted(data):
        return shifted
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return guess(data)


def _shifted(data: bytes) -> str | None:
    """The text of ISO-2022-JP, or None where the data is not of it."""
    if b"\x1b" not in data or not _SHIFTS.search(data):
        return None
    for codec in ("iso2022_jp_2", "iso2022_kr"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


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
    """What Windows-1252 reads as a Western language; else the best guess of charset-normalizer, or None."""
    if (western := _western(data)) is not None:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_FROM]).best()
    return data.decode(best.encoding, "replace") if best is not None else None


def _western(data: bytes) -> str | None:
    """The text in Windows-1252 or ISO 8859-15, where it reads as a Western language; else None.

    By far the commonest encoding of texts that are not UTF-8; what a guess by frequency makes of a few accented
    letters and curly quotes is a matter of luck.
    """
    from tui.ingest.language import guess_language

    try:
        text = data[:_GUESSED_FROM].decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = sum(map(str.isalpha, text))
    foreign = sum(not c.isascii() and c.isalpha() for c in text)
    if foreign > 0.12 * letters or (not foreign and letters < 0.4 * len(text)):
        return None
    latin9 = bool(re.search(r"¤(?=\s?\d)", text))  # the general sign of currency is the euro in ISO 8859-15
    if _NOT_WESTERN.search(text.replace("¤", "€")):
        return None
    if len(data) > _SHORT and guess_language(text) not in _WESTERN:
        return None
    return data.decode("iso8859-15" if latin9 else "cp1252", "replace")
