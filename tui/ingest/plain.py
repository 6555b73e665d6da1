"""Plain text in: a file or standard input to a `Document`."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.domain.text import Document, Facts
from tui.errors import ReaderError
from tui.ingest.blocks import paragraphs_of
from tui.ingest.facts import facts_of_text
from tui.ingest.structure import tag_paragraphs

MAX_BYTES = 64 * 1024 * 1024
"""Larger than any article or book: above it the input is almost surely not a text."""


def open_document(source: str, facts: Facts | None = None) -> Document:
    """The document at `source`, a path or "-" for standard input.

    Raises ReaderError where it cannot be read or is no text.
    """
    return make_document(decode(read_bytes(source), source), source, facts)


def read_bytes(source: str) -> bytes:
    """The bytes of a path, or of standard input for "-"."""
    try:
        if source == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReaderError(f"There is no file {source!r}.", "Not found") from None
    except IsADirectoryError:
        raise ReaderError(f"{source!r} is a folder; name a text file in it.", "A folder") from None
    except PermissionError:
        raise ReaderError(f"{source!r} may not be read: change its permissions or copy it.", "No permission") from None
    except OSError as error:
        raise ReaderError(f"{source!r} cannot be read: {error.strerror or error}.", "Cannot read") from None
    if len(data) > MAX_BYTES:
        raise ReaderError(f"{source!r} is larger than {MAX_BYTES >> 20} MB: too large for an article.", "Too large")
    return data


def decode(data: bytes, source: str) -> str:
    """The text in `data`: UTF-8, or what its byte order mark says, or the best guess (`charset.decode_plain`).

    UTF-8 is tried here, because most texts are, and they need nothing else imported.
    """
    if not data.strip():
        raise ReaderError(f"{_name(source)} is empty.", "Nothing to read")
    if b"\x00" not in data[:4096] and b"\x1b" not in data and not data.startswith(b"\xef\xbb\xbf"):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    from tui.ingest.charset import decode_plain

    text = decode_plain(data)
    if text is not None:
        return text
    if b"\x00" in data[:4096]:
        raise ReaderError(f"{_name(source)} is not a text file; pullquote reads plain text.", "Not a text")
    raise ReaderError(f"The encoding of {_name(source)} is not known; save it as UTF-8.", "Unknown encoding")


def _name(source: str) -> str:
    return "Standard input" if source == "-" else repr(source)


def make_document(text: str, source: str = "", facts: Facts | None = None) -> Document:
    """The document of a text already read; what `facts` leaves open is taken from the text where it says so."""
    paragraphs = paragraphs_of(text, tag_paragraphs(text))
    return Document(text, paragraphs, facts_of_text(text, paragraphs, facts or Facts()), source)
