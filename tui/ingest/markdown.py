"""Markdown to a `Document`: the words without their marks, with the structure that the marks state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.domain.text import Facts
from tui.errors import ReaderError
from tui.ingest.blocks import Block, blocks_of, build, with_title
from tui.ingest.facts import Gathered, iso_date
from tui.ingest.language import code_of

if TYPE_CHECKING:
    from tui.domain.text import Document

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_FACTS = {
    "title": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "lang": "language",
    "language": "language",
    "url": "url",
    "canonical_url": "url",
    "publication": "publication",
    "publisher": "publication",
}


def open_markdown(text: str, source: str, facts: Facts | None = None) -> Document:
    """The document of a Markdown text (CommonMark with tables; raw HTML in it is read as HTML)."""
    from lxml import etree, html
    from markdown_it import MarkdownIt

    gathered = Gathered(facts)
    front = _FRONT.match(text)
    if front:
        _front_matter(front.group(1), gathered)
        text = text[front.end() :]
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    try:
        tree = html.document_fromstring(f"<body>{rendered}</body>")
    except (etree.LxmlError, ValueError):
        raise ReaderError(f"There is no text in {source!r}.", "Nothing to read") from None
    blocks = blocks_of(tree)
    title = gathered.get("title")
    first = blocks[0] if blocks else None
    if title is None and first is not None and first.kind == "heading":
        title = " ".join(first.text.split())
        gathered.add("title", title, "the first heading")
    blocks = [Block(b.text, b.kind) for b in blocks]
    if not blocks:
        raise ReaderError(f"There is no text in {source!r}.", "Nothing to read")
    return build(with_title(blocks, title), gathered.facts(), source)


def _front_matter(text: str, facts: Gathered) -> None:
    """Plain `key: value` lines of YAML; lists in brackets are joined. Nothing else of YAML is needed here."""
    for key, value in _ENTRY.findall(text):
        fact = _FACTS.get(key.lower())
        value = value.strip("\"'")
        if value.startswith("[") and value.endswith("]"):
            value = ", ".join(part.strip(" \"'") for part in value[1:-1].split(","))
        if fact == "published":
            value = iso_date(value) or ""
        elif fact == "language":
            value = code_of(value) or ""
        if fact:
            facts.add(fact, value, "the file's front matter")
