"""EPUB to its chapters, by the standard library: a ZIP with a list of XHTML files and a table of contents.

A book is untrusted like everything else: what is unpacked is bounded, and its XML is read without entities or network.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tui.errors import ReaderError
from tui.ingest.blocks import Block, blocks_of, build, drop_note_marks
from tui.ingest.charset import decode_markup
from tui.ingest.choices import Choice, Choices
from tui.ingest.facts import Gathered, iso_date
from tui.ingest.language import code_of

if TYPE_CHECKING:
    from tui.domain.text import Document, Facts

MAX_MEMBER = 32 * 1024 * 1024
"""Bytes of one file of a book, unpacked."""
_SEARCHED = 1024 * 1024
"""Bytes: a larger part without a name is not read for the sake of its heading."""
_INNER_TYPES = re.compile(r"\A(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE[^\[>]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE)
"""A document type with declarations of its own, whose end a reader of HTML does not find."""
_FONT_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of obscuring fonts: they leave the text alone."""


def open_epub(data: bytes, source: str) -> Document | Choices:
    """The chapters of a book, or its text where it has only one. Raises ReaderError where it cannot be read."""
    try:
        book = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ReaderError(f"The book {source!r} is damaged or cut off: it cannot be unpacked.", "Damaged") from None
    _refuse_encrypted(book, source)
    package_path = _package_path(book, source)
    package = _xml(_member(book, package_path, source), source)
    facts = _facts(package)
    chapters = _chapters(book, package, package_path, source)
    if not chapters:
        raise ReaderError(f"There is no text in the book {source!r}.", "Nothing to read")
    title = facts.title or source
    if len(chapters) == 1:
        return _chapter(book, chapters[0][0], chapters[0][1], facts, source, source)
    entries = tuple(
        Choice(
            name,
            f"{size // 1024 + 1} KB",
            lambda path=path, name=name, number=number: _chapter(  # type: ignore[misc]
                book, path, name, facts, f"{source}#{number}", source
            ),
            f"{source}#{number}",
        )
        for number, (path, name, size) in enumerate(chapters, 1)
    )
    return Choices(title, "chapters", entries, source)


def _member(book: zipfile.ZipFile, path: str, source: str) -> bytes:
    """One file of the book, bounded, however small it was packed."""
    try:
        with book.open(path) as file:
            data = file.read(MAX_MEMBER + 1)
    except KeyError:
        raise ReaderError(f"The book {source!r} is damaged: {path!r} is missing in it.", "Damaged") from None
    except RuntimeError:
        raise ReaderError(f"The book {source!r} is encrypted; pullquote cannot read it.", "Encrypted") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise ReaderError(f"The book {source!r} is damaged: {path!r} cannot be unpacked.", "Damaged") from None
    if len(data) > MAX_MEMBER:
        raise ReaderError(f"{path!r} in the book {source!r} is larger than {MAX_MEMBER >> 20} MB.", "Too large")
    return data


def _xml(data: bytes, source: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise ReaderError(f"The book {source!r} is damaged: its list of contents cannot be read.", "Damaged")
    return root


def _refuse_encrypted(book: zipfile.ZipFile, source: str) -> None:
    if "META-INF/encryption.xml" not in book.namelist():
        return
    root = _xml(_member(book, "META-INF/encryption.xml", source), source)
    ways = {element.get("Algorithm") for element in root.iter("{*}EncryptionMethod")}
    if ways - set(_FONT_ONLY):
        raise ReaderError(f"The book {source!r} is encrypted by its seller; pullquote cannot read it.", "Encrypted")


def _package_path(book: zipfile.ZipFile, source: str) -> str:
    root = _xml(_member(book, "META-INF/container.xml", source), source)
    path = next((element.get("full-path") for element in root.iter("{*}rootfile")), None)
    if not path:
        raise ReaderError(f"The book {source!r} is damaged: it does not say where its contents are.", "Damaged")
    if path not in book.namelist() and unquote(path) in book.namelist():  # EPUB 3.3 has it as part of a URL
        path = unquote(path)
    return str(path)


def _facts(package: Any) -> Facts:
    facts = Gathered()
    where = "the book's metadata"

    def texts(name: str) -> list[str]:
        return [e.text.strip() for e in package.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}") if e.text]

    facts.add("title", next(iter(texts("title")), None), where)
    facts.add("byline", ", ".join(dict.fromkeys(texts("creator"))), where)
    facts.add("publication", next(iter(texts("publisher")), None), where)
    for date in texts("date"):
        facts.add("published", iso_date(date) or (date if date.isdigit() and len(date) == 4 else None), where)
    facts.add("language", code_of(next(iter(texts("language")), None)), where)
    facts.add("url", next((text for text in texts("source") if text.startswith("http")), None), where)
    return facts.facts()


def _chapters(book: zipfile.ZipFile, package: Any, package_path: str, source: str) -> list[tuple[str, str, int]]:
    """(path, name, bytes) of each part of the book in its reading order; parts without words are left out."""
    base = posixpath.dirname(package_path)
    items = {item.get("id"): item for item in package.iter("{*}item")}
    names = _names(book, items, package, base, source)
    sizes = {info.filename: info.file_size for info in book.infolist()}
    chapters, seen = [], set()
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or "nav" in (item.get("properties") or "").split():
            continue
        path = _path(base, item.get("href") or "")
        if path in sizes and path not in seen:
            seen.add(path)
            chapters.append((path, names.get(path, ""), sizes[path]))
    named = bool(names)
    return [
        (path, name or (_first_heading(book, path, source) if size < _SEARCHED else "") or f"Part {number}", size)
        for number, (path, name, size) in enumerate(chapters, 1)
        if name or not named or size > 600
    ]


def _path(base: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(base, unquote(href.partition("#")[0])))


def _names(book: zipfile.ZipFile, items: dict[str, Any], package: Any, base: str, source: str) -> dict[str, str]:
    """Names of parts by path, from the table of contents: the EPUB 3 nav file or the EPUB 2 NCX."""
    nav = next((i for i in items.values() if "nav" in (i.get("properties") or "").split()), None)
    ncx = next((i for i in items.values() if i.get("media-type") == "application/x-dtbncx+xml"), None)
    names: dict[str, str] = {}
    for item, links in ((nav, "{*}a"), (ncx, "{*}navPoint")):
        if item is None or names:
            continue
        path = _path(base, item.get("href") or "")
        try:
            root = _xml(_member(book, path, source), source)
        except ReaderError:  # a book without a table of contents can still be read
            continue
        for link in root.iter(links):
            if links == "{*}a":
                target, words = link.get("href"), "".join(link.itertext())
            else:
                content, label = link.find("{*}content"), link.find("{*}navLabel")
                target = content.get("src") if content is not None else None
                words = "".join(label.itertext()) if label is not None else ""
            if target and words.strip():
                names.setdefault(_path(posixpath.dirname(path), target), " ".join(words.split()))
    return names


def _first_heading(book: zipfile.ZipFile, path: str, source: str) -> str | None:
    blocks = _blocks(book, path, source)
    return next((" ".join(block.text.split()) for block in blocks[:4] if block.kind == "heading"), None)


def _blocks(book: zipfile.ZipFile, path: str, source: str) -> list[Block]:
    from lxml import etree, html

    text = _INNER_TYPES.sub("", decode_markup(_member(book, path, source)), count=1)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return []
    drop_note_marks(tree)
    return blocks_of(tree)


def _chapter(book: zipfile.ZipFile, path: str, name: str, facts: Facts, source: str, book_name: str) -> Document:
    blocks = _blocks(book, path, book_name)
    if source != book_name:  # a chapter is cited as part of its book
        gathered = Gathered(facts)
        gathered.replace("title", name, "the book's table of contents")
        if facts.title:
            gathered.replace("publication", facts.title, "the book's metadata")
        facts = gathered.facts()
    if not blocks:
        raise ReaderError(f"There is no text in {name!r} of {book_name!r}.", "Nothing to read")
    if blocks[0].kind == "heading":
        blocks = [Block(blocks[0].text, "title"), *blocks[1:]]
    return build(blocks, facts, source)
