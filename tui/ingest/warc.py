"""A web archive (WARC, packed or not) to the pages in it."""

from __future__ import annotations

import io
import threading
import zlib
from contextlib import redirect_stderr
from typing import TYPE_CHECKING, Any

from tui.errors import ReaderError
from tui.ingest.choices import Choice, Choices
from tui.ingest.html import open_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.domain.text import Document

MAX_RECORD = 32 * 1024 * 1024
"""Bytes of one page, unpacked."""
_MOST = 5000
"""Pages listed of one archive."""
_MAX_TOTAL = 256 * 1024 * 1024
"""Bytes of all pages of one archive, unpacked: they are held while there is a choice among them."""
_MAX_UNPACKED = 1 << 30
"""Bytes of a packed archive, unpacked: 3 s."""

_QUIET = threading.Lock()
"""Standard error is one for the whole process."""


def open_warc(data: bytes, source: str) -> Document | Choices:
    """The pages of an archive, or the page where it holds only one. Raises ReaderError where there is none."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    entries: list[Choice] = []
    damaged = True
    try:
        with _QUIET, redirect_stderr(io.StringIO()):  # warcio prints there what it finds in a damaged file
            records = io.BytesIO(data) if not data.startswith(b"\x1f\x8b") else io.BufferedReader(_Records(data))
            damaged = not _list(ArchiveIterator(records), entries, source)
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, OSError, AttributeError):
        damaged = True  # what stood before the damage can be read
    if not entries:
        raise ReaderError(
            f"The web archive {source!r} is damaged or cut off: no page in it can be read."
            if damaged
            else f"The web archive {source!r} holds no page.",
            "Nothing to read",
        )
    if len(entries) == 1:
        return entries[0].open()
    return Choices(source, "pages", tuple(entries), source)


class _Records(io.RawIOBase):
    """The records of a packed archive, each unpacked by itself, without those larger than a page is.

    warcio would unpack a line of a header however long it is; here no record gets to it that is not bounded.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._members = _members(data)
        self._record = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer` from the record at hand, or from the next."""
        if not self._record:
            self._record = next(self._members, b"")
        count = min(len(buffer), len(self._record))
        buffer[:count] = self._record[:count]
        self._record = self._record[count:]
        return count


def _members(data: bytes) -> Iterator[bytes]:
    """The members of a gzip file, unpacked; what is left of a broken one is given too."""
    total = 0
    while data:
        unpacker = zlib.decompressobj(31)
        parts: list[bytes] = []
        size = 0
        try:
            while data and not unpacker.eof and total <= _MAX_UNPACKED:
                part = unpacker.decompress(data, 1 << 20)
                size += len(part)
                total += len(part)
                if size <= 2 * MAX_RECORD:
                    parts.append(part)
                else:
                    parts.clear()
                data = unpacker.unconsumed_tail
        except zlib.error:
            data = b""
        if parts:
            yield b"".join(parts)
        if total > _MAX_UNPACKED or not unpacker.eof:
            return
        data = unpacker.unused_data


def _list(records: Iterable[Any], entries: list[Choice], source: str) -> bool:
    """Append the pages among `records` to `entries`; whether there was any record at all."""
    total, some = 0, False
    for record in records:
        some = True
        body = _body(record) if _is_page(record) else b""
        total += len(body)
        if len(entries) >= _MOST or total > _MAX_TOTAL:
            break
        if body.strip():
            entries.append(_entry(record, body, source, len(entries) + 1))
    return some


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    return "html" in _content_type(record).lower() and (not headers or str(headers.get_statuscode()).startswith("2"))


def _content_type(record: Any) -> str:
    return (record.http_headers or record.rec_headers).get_header("Content-Type") or ""


def _body(record: Any) -> bytes:
    """The page without its transfer and content encodings, or nothing where it is larger than a page is."""
    stream, parts, size = record.content_stream(), [], 0
    while part := stream.read(65536):
        parts.append(part)
        size += len(part)
        if size > MAX_RECORD:
            return b""
    return b"".join(parts)


def _entry(record: Any, body: bytes, source: str, number: int) -> Choice:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    date = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    _, _, charset = _content_type(record).lower().partition("charset=")
    name = address or f"{source}#{number}"

    def opened() -> Document:
        return open_html(body, name, url=address or None, charset=charset.strip("\"' ;") or None, accessed=date or None)

    return Choice(address or f"Page {number}", f"{date} · {len(body) // 1024 + 1} KB".strip(" ·"), opened, name)
