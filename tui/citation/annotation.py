"""W3C Web Annotation (2017): where the words are, told so that another program finds them again."""

from __future__ import annotations

import base64
import hashlib
import json
import uuid
from typing import TYPE_CHECKING, Any

from tui.ingest.display import safe

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document

_CONTEXT = 32
"""Code points before and after the words, as Hypothesis and Apache Annotator take them."""


def write(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """An annotation, or a list of them: the words by quotation and by position in code points."""
    target = source.url or _name_of(document.text)
    found = [_annotation(passage, target, document) for passage in passages]
    return json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=2)


def _annotation(passage: Passage, source: str, document: Document) -> dict[str, Any]:
    start, end, text = passage.target.start, passage.target.end, document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": safe(text[start:end]),
        "prefix": safe(text[max(0, start - _CONTEXT) : start]),
        "suffix": safe(text[end : end + _CONTEXT]),
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    about: dict[str, Any] = {"motivation": "highlighting"}
    if passage.credit:
        body = {"type": "TextualBody", "value": passage.credit, "format": "text/plain", "purpose": "describing"}
        about = {"motivation": "describing", "body": body}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": uuid.uuid5(uuid.NAMESPACE_URL, f"{source}#char={start},{end}").urn,
        "type": "Annotation",
        **about,
        "target": {"source": source, "selector": [quote, position]},
    }


def _name_of(text: str) -> str:
    """What names a text that has no address: the hash of its UTF-8, as RFC 6920 writes it."""
    digest = hashlib.sha256(text.encode(errors="replace")).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"
