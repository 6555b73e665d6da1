"""What an input is, by its content first and its name second: a name can lie, the first bytes seldom do.

Nothing may be imported here but `re`: a plain text is told apart with it before the first page is drawn.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["text", "markdown", "html", "pdf", "epub", "mail", "feed", "warc", "gzip", "other"]

HEAD = 8192
"""Bytes looked at."""

_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_TEXT_ENDINGS = (".txt", ".text", ".asc", ".log")
_HEADER = re.compile(
    rb"(?:From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|MIME-Version|Content-Type|Delivered-To|Reply-To"
    rb"|Sender|List-Id|X-[\w-]+|DKIM-Signature|Authentication-Results|ARC-[\w-]+|References|In-Reply-To|Snapshot-[\w-]+"
    rb"|Content-[\w-]+|Thread-[\w-]+|User-Agent|Precedence|Importance):",
    re.IGNORECASE,
)
_ANY_HEADER = re.compile(rb"[!-9;-~]+:|[ \t]+\S")
_HTML = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*-->\s*)*(?:<!doctype\s+html|<(?:html|head|body|title|meta|article|main|div|p|h[1-6]|section|table|span"
    rb"|script|link|style|header|ul|ol|a)\b)",
    re.IGNORECASE | re.DOTALL,
)
_XML_ROOT = re.compile(rb"<([A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)[\s>/]")
_OTHER = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (save it as PDF, HTML or text)"),
    (b"{\\rtf", "an RTF file (save it as PDF, HTML or text)"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film file"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"%!PS", "a PostScript file (make a PDF of it)"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BOOKMOBI", "a Mobipocket book (convert it to EPUB)"),
)


def sniff(data: bytes, name: str = "", content_type: str = "") -> Kind:
    """What `data` is: its content decides, then the media type a server gave, then the ending of `name`.

    "text" is also what nothing is known about; "other" is a file of a kind that holds no article (`describe` names it).
    """
    head = data[:HEAD]
    kind = _by_magic(head, data, name)
    if kind:
        return kind
    if b"\x00" in head:
        from tui.ingest.charset import by_mark, without_mark

        if by_mark(head) is None and without_mark(head) is None:
            return "other"
        head = head.removeprefix(b"\x00\x00").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
    head = head.removeprefix(b"\xef\xbb\xbf")
    return _by_text(head, name.lower(), content_type.partition(";")[0].strip().lower())


def _by_magic(head: bytes, data: bytes, name: str) -> Kind | None:
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and b" obj" in data):  # an article may speak of "%PDF-"
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        epub = b"application/epub+zip" in head[:200] or b"META-INF/container.xml" in data
        return "epub" if epub else "other"
    if head.startswith(b"\x1f\x8b"):
        return "warc" if gzipped_head(data).startswith(b"WARC/") or ".warc" in name.lower() else "gzip"
    if head.startswith(tuple(magic for magic, _ in _OTHER)) or head[60:68] == b"BOOKMOBI" or head[4:8] == b"ftyp":
        return "other"
    return None


def _by_text(head: bytes, name: str, media: str) -> Kind:
    start = head.lstrip()
    if start.startswith(b"<?xml") or (start.startswith(b"<") and not _HTML.match(head)):
        root = _xml_root(start)
        if root in (b"rss", b"feed", b"rdf"):
            return "feed"
        if root == b"html":
            return "html"
    if _HTML.match(head):
        return "html"
    if _is_mail(head):
        return "mail"
    if name.endswith(_MARKDOWN_ENDINGS) or media in ("text/markdown", "text/x-markdown"):
        return "markdown"
    if media in ("text/html", "application/xhtml+xml") or (name.endswith((".html", ".htm", ".xhtml")) and b"<" in head):
        return "html"
    if not name.endswith(_TEXT_ENDINGS) and media != "text/plain" and _is_markdown(head):
        return "markdown"
    return "text"


def _xml_root(start: bytes) -> bytes:
    """Name of the first element, without what may stand before it. By hand: no pattern does it in time that is sure."""
    at = 0
    while (at := start.find(b"<", at)) >= 0:
        if start.startswith(b"<?", at):
            end = start.find(b"?>", at)
        elif start.startswith(b"<!--", at):
            end = start.find(b"-->", at)
        elif start.startswith(b"<!", at):
            end = start.find(b">", at)
            if 0 <= start.find(b"[", at) < end:  # a document type with declarations of its own
                end = start.find(b"]", at)
        else:
            match = _XML_ROOT.match(start, at)
            return match.group(2).lower() if match else b""
        if end < 0:
            return b""
        at = end
    return b""


def _is_mail(head: bytes) -> bool:
    """Whether the first lines are headers, two of them such as only a mail has."""
    if head.startswith(b"From ") and b"\n" in head:
        head = head.split(b"\n", 1)[1]
    known = 0
    lines = head.splitlines()
    for line in lines:
        if not line.strip():
            break
        if not _ANY_HEADER.match(line):
            return False
        known += bool(_HEADER.match(line))
    return (
        known >= 2
        and bool(re.search(rb"^(?:From|Subject|Received|MIME-Version):", head, re.I | re.M))
        and known >= (3 if len(lines) < 4 else 2)
    )


def _is_markdown(head: bytes) -> bool:
    """Whether a text without a telling name has the marks of Markdown, of two kinds at least."""
    signs = (
        rb"^#{1,4} \S.*$",
        rb"\[[^\]\n]+\]\((?:https?:|/|\.|#)[^)\n]*\)",
        rb"^```",
        rb"(?<![*\w])\*\*[^*\n]+\*\*",
        rb"^> \S",
        rb"^\|(?:[^|\n]*\|){2,}\s*$",
    )
    return sum(bool(re.search(sign, head, re.MULTILINE)) for sign in signs) >= 2


def gzipped_head(data: bytes) -> bytes:
    """The first kilobyte inside a gzip file, or nothing where it is broken."""
    import zlib

    try:
        return zlib.decompressobj(31).decompress(data[:65536], 1024)
    except zlib.error:
        return b""


def describe(data: bytes) -> str:
    """What an input of the kind "other" is, in words: "a PNG image"."""
    for magic, words in _OTHER:
        if data.startswith(magic):
            return words
    if data[60:68] == b"BOOKMOBI":
        return "a Mobipocket book (convert it to EPUB)"
    if data.startswith(b"PK\x03\x04"):
        if b"word/" in data:
            return "a Word document (save it as PDF, HTML or text)"
        if b"opendocument.text" in data[:200]:
            return "an OpenDocument text (save it as PDF, HTML or text)"
        return "a ZIP archive"
    if data[4:8] == b"ftyp":
        return "a film or an image"
    return "a file with zero bytes in it"
