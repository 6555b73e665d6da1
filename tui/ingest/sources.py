"""Anything in: a path, folder, address, standard input or the clipboard to a document or to what there is to choose.

Every kind's module is imported when an input of its kind comes, and not before: a text file needs none of their
libraries.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import ReaderError
from tui.ingest.choices import Choice, Choices
from tui.ingest.plain import MAX_BYTES, decode, make_document, read_bytes
from tui.ingest.sniff import describe, sniff

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.domain.text import Document, Facts
    from tui.ingest.fetch import Fetched, Limits
    from tui.ingest.network import Nearness

CLIPBOARD = "clipboard:"
"""The source that names the clipboard."""


def open_source(
    source: str,
    *,
    facts: Facts | None = None,
    keep: Callable[[Fetched], object] | None = None,
    limits: Limits | None = None,
    within: Nearness | None = None,
) -> Document | Choices:
    """Open `source`: a path, a folder, an http(s) address, "-" for standard input, or `CLIPBOARD`.

    `facts` are what the caller knows about a plain text; `keep` is given every answer that was fetched, now or when a
    choice is opened; `limits` bound a fetch, and `within` says how near to this machine an address may be that the
    reader has not typed. Raises ReaderError with one sentence where it cannot be read.
    """
    if source == CLIPBOARD:
        from tui.ingest.clipboard import read_clipboard

        text = read_clipboard()
        if is_address(text.strip()) and len(text.split()) == 1:
            return open_source(text.strip(), facts=facts, keep=keep, limits=limits)
        return open_bytes(text.encode("utf-8", "replace"), "the clipboard", facts=facts, keep=keep, limits=limits)
    if is_address(source):
        from tui.ingest.fetch import fetch

        fetched = fetch(source, limits) if within is None else fetch(source, limits, within)
        if keep is not None:
            keep(fetched)
        return open_fetched(fetched, keep=keep, limits=limits)
    if source != "-" and Path(source).is_dir():
        from tui.ingest.folder import open_folder

        return open_folder(Path(source), partial(open_source, keep=keep, limits=limits))
    try:
        data = read_bytes(source)
    except ReaderError:
        if _looks_like_address(source):
            raise ReaderError(
                f"There is no file {source!r}; for the page of that name write 'https://{source}'.", "Not found"
            ) from None
        raise
    return open_bytes(data, source, facts=facts, keep=keep, limits=limits)


def open_several(
    sources: Sequence[str], opener: Callable[[str], Document | Choices] = open_source
) -> Document | Choices:
    """Open one source at once, or offer several to choose from; each is read, by `opener`, when it is chosen."""
    if len(sources) == 1:
        return opener(sources[0])
    from tui.ingest.folder import size_of

    entries = tuple(Choice(source, size_of(source), partial(opener, source), source) for source in sources)
    return Choices(f"{len(entries)} articles", "articles", entries)


def open_fetched(
    fetched: Fetched, *, keep: Callable[[Fetched], object] | None = None, limits: Limits | None = None
) -> Document | Choices:
    """Open what an address answered, now or, where it was kept, at any time later."""
    return open_bytes(
        fetched.data,
        fetched.url,
        url=fetched.final_url,
        content_type=fetched.content_type,
        charset=fetched.charset,
        accessed=fetched.moment[:10],
        keep=keep,
        limits=limits,
    )


def open_bytes(
    data: bytes,
    source: str,
    *,
    facts: Facts | None = None,
    url: str | None = None,
    content_type: str = "",
    charset: str | None = None,
    accessed: str | None = None,
    keep: Callable[[Fetched], object] | None = None,
    limits: Limits | None = None,
) -> Document | Choices:
    """Open what has been read already; what it is, its content decides."""
    if not data.strip():
        raise ReaderError(f"{source!r} is empty." if source != "-" else "Standard input is empty.", "Nothing to read")
    kind = sniff(data, source, content_type)
    if kind == "gzip":
        data = _unpacked(data, source)
        kind = sniff(data, source.removesuffix(".gz"))
        kind = "other" if kind == "gzip" else kind
    try:
        if kind == "html":
            from tui.ingest.html import open_html

            return open_html(data, source, url=url, charset=charset, accessed=accessed)
        if kind == "pdf":
            from tui.ingest.pdf import open_pdf

            return _from(open_pdf(data, source), url, accessed)
        if kind == "epub":
            from tui.ingest.epub import open_epub

            return open_epub(data, source)
        if kind == "mail":
            from tui.ingest.mail import open_mail

            return open_mail(data, source)
        if kind == "feed":
            from tui.ingest.feed import open_feed

            return open_feed(data, source, lambda link: _linked(link, url, keep, limits), charset)
        if kind == "warc":
            from tui.ingest.warc import open_warc

            return open_warc(data, source)
        if kind == "markdown":
            from tui.ingest.markdown import open_markdown

            return _from(open_markdown(_text(data, source, charset), source, facts), url, accessed)
    except RecursionError:
        raise ReaderError(f"{source!r} is damaged: its parts lie within each other without end.", "Damaged") from None
    except ModuleNotFoundError as error:
        raise ReaderError(
            f"{error.name} is missing, which reads such files: install it with `pip install pullquote`.",
            "Not installed",
        ) from None
    if kind == "other":
        raise ReaderError(f"{source!r} is not an article but {describe(data)}.", "Not a text")
    return _from(make_document(_text(data, source, charset), source, facts), url, accessed)


def _linked(
    link: str, url: str | None, keep: Callable[[Fetched], object] | None, limits: Limits | None
) -> Document | Choices:
    """Open what a feed from `url` links to: no nearer to this machine than the feed itself is."""
    from urllib.parse import urlsplit

    from tui.ingest.network import Nearness, of_resolved

    near = of_resolved(urlsplit(url).hostname or "") if url else Nearness.OPEN
    return open_source(link, keep=keep, limits=limits, within=min(near, Nearness.OWN))


def _unpacked(data: bytes, source: str) -> bytes:
    """What a file packed by gzip holds, never more than a file may have."""
    import zlib

    unpacker = zlib.decompressobj(31)
    try:
        inner = unpacker.decompress(data, MAX_BYTES + 1)
    except zlib.error:
        inner = b""
    if len(inner) > MAX_BYTES:
        raise ReaderError(f"{source!r} holds more than {MAX_BYTES >> 20} MB: too large for an article.", "Too large")
    if not unpacker.eof or not inner.strip():
        raise ReaderError(f"{source!r} is damaged or cut off, or holds nothing: it cannot be unpacked.", "Damaged")
    return inner


def _text(data: bytes, source: str, charset: str | None) -> str:
    """The text of plain text or Markdown: as its server said where that holds, else as `decode` finds."""
    if charset:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, source)


def _from(document: Document, url: str | None, accessed: str | None) -> Document:
    """`document` with the address it was fetched from among its facts."""
    if url is None:
        return document
    from dataclasses import replace

    from tui.ingest.facts import Gathered

    facts = Gathered(document.facts)
    facts.add("url", url, "the address")
    facts.add("accessed", accessed, "the day it was fetched")
    return replace(document, facts=facts.facts())


def is_address(source: str) -> bool:
    """Whether `source` is an address rather than a path."""
    return source[:8].lower().startswith(("http://", "https://"))


def _looks_like_address(source: str) -> bool:
    from tui.ingest.folder import ENDINGS

    host = source.partition("/")[0]
    return (
        "." in host
        and " " not in source
        and host.rpartition(".")[2].isalpha()
        and "." + host.rpartition(".")[2] not in ENDINGS
    )
