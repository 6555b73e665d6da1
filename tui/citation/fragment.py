"""A link that opens the article at the words: the text directive `#:~:text=[prefix-,]start[,end][,-suffix]`.

Source: WICG, "URL Fragment Text Directives". A browser goes to the first place that matches whole words, upper and
lower case alike, so words that occur again get what stands before and after them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from tui.domain.text import Span
from tui.ingest.display import safe

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document

_LONG = 300
"""Characters above which only the first and last words are named, as Chromium's own link generator does."""
_ENDS = (4, 6, 9, 14)
"""Words at each end of long words, until the place is the right one."""
_CONTEXT = (0, 3, 6, 10, 16)
"""Words of context before and after, until the place is the right one."""


@dataclass(frozen=True, slots=True)
class Directive:
    """One text directive, not yet escaped."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        parts = [f"{_escape(self.prefix)}-"] if self.prefix else []
        parts.append(_escape(self.start))
        parts += [_escape(self.end)] if self.end else []
        parts += [f"-{_escape(self.suffix)}"] if self.suffix else []
        return f"text={','.join(parts)}"

    def find(self, text: str) -> Span | None:
        """Where a browser would go in `text`: the first match."""
        prefix, start, end, suffix = (_pattern(part) for part in (self.prefix, self.start, self.end, self.suffix))
        before = rf"(?<!\w){prefix}\s*" if prefix else r"(?<!\w)"
        middle = rf"{start}(?!\w)[\s\S]*?(?<!\w){end}" if end else start
        after = rf"\s*{suffix}(?!\w)" if suffix else r"(?!\w)"
        match = re.search(f"{before}({middle}){after}", text, re.IGNORECASE)
        return Span(*match.span(1)) if match else None


def write_link(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """The article's address with a directive for each passage; the directives alone where it has no address."""
    directives = "&".join(dict.fromkeys(str(directive_for(document, passage.target)) for passage in passages))
    address = (source.url or "").partition(":~:")[0]
    return f"{address}{'' if '#' in address else '#'}:~:{directives}"


def directive_for(document: Document, span: Span) -> Directive:
    """The shortest directive that leads to `span` and not to the same words elsewhere.

    Where context of sixteen words on both sides is not enough, the fullest one is given.
    """
    text = document.text
    span = _trimmed(text, span)
    blocks = [
        Span(max(p.span.start, span.start), min(p.span.end, span.end))
        for p in document.paragraphs
        if p.span.overlaps(span)
    ]
    directive = Directive(_flat(document.slice(span)))
    for directive in _candidates(document, span, blocks):
        if directive.find(text) == span:
            return directive
    return directive


def _candidates(document: Document, span: Span, blocks: list[Span]) -> list[Directive]:
    """Directives for `span`, the shortest first. Start and end may not cross a paragraph."""
    words = _flat(document.slice(span))
    cores: list[tuple[str, str]] = []
    if len(blocks) < 2:
        if len(words) <= _LONG:
            cores.append((words, ""))
        first, last = words, words
    else:
        first, last = _flat(document.slice(blocks[0])), _flat(document.slice(blocks[-1]))
    if len(blocks) > 1 or len(words) > _LONG:
        for count in _ENDS:
            head, tail = first.split(" "), last.split(" ")
            if len(blocks) > 1 or len(head) > 2 * count:
                cores.append((" ".join(head[:count]), " ".join(tail[-count:])))
    cores = cores or [(words, "")]
    before, after = _around(document, span)
    found = []
    for start, end in cores:
        for count in _CONTEXT:
            if not count:
                found.append(Directive(start, end))
                continue
            prefix, suffix = " ".join(before[-count:]), " ".join(after[:count])
            found += [Directive(start, end, prefix), Directive(start, end, "", suffix)]
            found.append(Directive(start, end, prefix, suffix))
    return found


def _around(document: Document, span: Span) -> tuple[list[str], list[str]]:
    """The words before and after `span` in its paragraph, or those of the next paragraph where it has none."""
    inside = document.paragraphs[document.paragraph_at(span.start)].span
    before = document.text[inside.start : span.start]
    if not before.strip() and (number := document.paragraph_at(span.start)):
        before = document.slice(document.paragraphs[number - 1].span)
    last = document.paragraph_at(max(span.start, span.end - 1))
    after = document.text[span.end : document.paragraphs[last].span.end]
    if not after.strip() and last + 1 < len(document.paragraphs):
        after = document.slice(document.paragraphs[last + 1].span)
    return _flat(before).split(" "), _flat(after).split(" ")


def _trimmed(text: str, span: Span) -> Span:
    """`span` from its first to its last letter or figure, where it has any: what browsers match as words."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else span


def _flat(text: str) -> str:
    return " ".join(safe(text).split())


def _pattern(text: str) -> str:
    return r"\s+".join(re.escape(word) for word in text.split())


def _escape(text: str) -> str:
    """Percent-encoded, with the three characters that mean something in a directive: hyphen, comma, ampersand."""
    return quote(text, safe="").replace("-", "%2D")
