"""A feed (RSS, Atom, RDF) to its entries: one that carries its article opens at once, another from its link."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from tui.domain.text import Facts
from tui.errors import ReaderError
from tui.ingest.blocks import blocks_of, build, with_title
from tui.ingest.charset import decode_markup
from tui.ingest.choices import Choice, Choices
from tui.ingest.facts import Gathered
from tui.ingest.language import code_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.domain.text import Document

_REFERENCE = re.compile(rb"&#(x[0-9a-fA-F]{1,8}|\d{1,8});", re.IGNORECASE)
_WHOLE = 1500
"""Characters: an entry with fewer is a summary, and its article is fetched where it has a link."""


def open_feed(
    data: bytes, source: str, fetch: Callable[[str], Document | Choices], charset: str | None = None
) -> Choices:
    """The entries of a feed; `fetch` opens the address of one whose text is not in the feed.

    Raises ReaderError where nothing in it can be read.
    """
    import feedparser

    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    data = _REFERENCE.sub(_valid_reference, data)
    try:
        feed = feedparser.parse(io.BytesIO(data), response_headers=headers)
    except (ValueError, LookupError, AttributeError):  # an encoding that it trips over
        text = decode_markup(data, charset).partition("?>")[2] or decode_markup(data, charset)
        try:
            feed = feedparser.parse(io.BytesIO(text.encode("utf-8", "replace")))
        except (ValueError, LookupError, AttributeError):
            raise ReaderError(f"The feed {source!r} is damaged: it cannot be read.", "Damaged") from None
    entries = tuple(_choice(entry, feed.feed, source, number, fetch) for number, entry in enumerate(feed.entries, 1))
    if not entries:
        broken = bool(feed.get("bozo")) and not feed.get("version")
        raise ReaderError(
            f"The feed {source!r} is damaged or cut off: no entry in it can be read."
            if broken or feed.get("bozo")
            else f"The feed {source!r} has no entries.",
            "Nothing to read",
        )
    return Choices(_plain(feed.feed.get("title")) or source, "entries", entries, source)


def _valid_reference(match: re.Match[bytes]) -> bytes:
    """A reference to a character, or to U+FFFD in place of what is none."""
    digits = match.group(1)
    code = int(digits[1:], 16) if digits[:1] in b"xX" else int(digits)
    valid = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF
    return match.group() if valid else b"&#xFFFD;"


def _plain(value: Any) -> str:
    """The words of a title, which may be HTML."""
    from lxml import html

    if not isinstance(value, str) or not value.strip():
        return ""
    if "<" in value or "&" in value:
        value = html.fromstring(f"<div>{value}</div>").text_content()
    return " ".join(value.split())


def _date(entry: Any) -> str:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}" if moment else ""


def _choice(entry: Any, feed: Any, source: str, number: int, fetch: Callable[[str], Document | Choices]) -> Choice:
    title = _plain(entry.get("title")) or f"Entry {number}"
    content = max((part.get("value") or "" for part in entry.get("content") or ()), key=len, default="")
    content = content if len(content) > len(entry.get("summary") or "") else entry.get("summary") or ""
    link = entry.get("link") or ""
    link = link if link.startswith(("http://", "https://")) else ""
    facts = Gathered()
    where = "the feed"
    facts.add("title", title, where)
    facts.add("byline", _plain(entry.get("author")), where)
    facts.add("published", _date(entry), where)
    facts.add("publication", _plain(feed.get("title")), where)
    facts.add("url", link, where)
    facts.add("language", code_of(feed.get("language")), where)
    name = link or f"{source}#{number}"

    def opened() -> Document | Choices:
        text = _text(content)
        if link and len(text) < _WHOLE:
            try:
                return fetch(link)
            except ReaderError:
                if len(text) < _WHOLE // 5:  # better the summary than nothing; less than that is no article
                    raise
        return _document(content, facts.facts(), name)

    detail = " · ".join(part for part in (_date(entry), _plain(entry.get("author"))[:40]) if part)
    return Choice(title, detail, opened, name)


def _tree(content: str) -> Any:
    from lxml import etree, html

    try:
        return html.document_fromstring(f"<body>{content}</body>")
    except (etree.LxmlError, ValueError):
        return None


def _text(content: str) -> str:
    tree = _tree(content) if content.strip() else None
    return "" if tree is None else " ".join(tree.text_content().split())


def _document(content: str, facts: Facts, source: str) -> Document:
    tree = _tree(content) if content.strip() else None
    blocks = [] if tree is None else blocks_of(tree)
    if not blocks:
        raise ReaderError(f"The entry {facts.title!r} has no text and no link to one.", "Nothing to read")
    return build(with_title(blocks, facts.title), facts, source)
