"""From a tree of markup to the blocks of its text, and from blocks to a `Document`.

The tree may be HTML, XHTML of a book, or what trafilatura makes of a page: the walker knows the names of all three. The
text of a block is fixed here: white space is joined, soft hyphens are dropped, an item of a list gets its bullet, a row
of a table becomes a line. lxml is imported by those who make the tree, never here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.domain.text import Document, Facts, Paragraph, Span
from tui.ingest.facts import facts_of_text
from tui.ingest.structure import pull_quotes, tag_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.domain.text import ParagraphKind
    from tui.ingest.structure import Tagged


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph to be: its text and what the markup says it is (None: the text has to tell)."""

    text: str
    kind: ParagraphKind | None = None


_SKIPPED = frozenset(
    "script style noscript template svg math nav form button select option iframe object embed canvas audio video "
    "title meta link input textarea dialog graphic".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 head".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer header hgroup hr html "
    "main p pre quote section summary table tbody thead tfoot ul ol list menu ab code-block".split()
)
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_UNCOMPARED = re.compile(r"[\W_]+")
_BREAK = "\u2028"
"""Stands for <br> until a block is closed."""
_NOTE_MARK = re.compile(
    r"[\[(]?(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,3}|(?:note|nb|n) ?\d{1,3})[\])]?", re.IGNORECASE
)
_BACK_LINK = re.compile(r"[↩↑⤴⏎^](?:\ufe0e|\ufe0f)?|\[?(?:back|return)\]?", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_PULLQUOTE = re.compile(r"pull-?quote", re.IGNORECASE)
_MOST_COMPARED = 400
"""Paragraphs (0.1 s, and the time grows with the square): what has more is a book, and books have no pull quotes."""
_CELL_LIMIT = 400
"""Characters: a table with a longer cell lays out a page and holds no data."""


class _Walker:
    """Collects blocks while a tree is walked."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._kinds: list[ParagraphKind | None] = [None]
        self._lists: list[int | None] = []
        self._mark = ""
        self._cells: list[str] | None = None
        self._preformatted = 0

    def say(self, words: str | None) -> None:
        """Take text."""
        if words:
            self._words.append(words.replace("\n", _BREAK) if self._preformatted and self._cells is None else words)

    def flush(self) -> None:
        """Close the block that is open."""
        text = "".join(self._words).replace("\xad", "")
        self._words.clear()
        if self._cells is not None:  # within a row, a block is only a part of its cell
            if text.strip():
                self._words.append(text + " ")
            return
        for part in re.split(rf"(?:\s*{_BREAK}\s*){{2,}}", text):
            lines = [_SPACE.sub(" ", line).strip() for line in part.split(_BREAK)]
            joined = "\n".join(line for line in lines if line)
            if joined:
                self.blocks.append(Block(self._mark + joined, self._kinds[-1]))
                self._mark = ""

    def start(self, tag: str, element: Any) -> None:
        """A tag opens."""
        if tag in ("br", "lb"):
            self._words.append(_BREAK if self._cells is None else " ")
        elif tag in _HEADINGS:
            self._open("heading")
        elif tag == "figcaption":
            self._open("caption")
        elif tag in ("ul", "ol", "list", "menu"):
            self.flush()
            self._lists.append(0 if tag == "ol" or element.get("rend") == "ol" else None)
        elif tag in ("li", "item"):
            self._open("list")
            self._mark = self._bullet()
        elif tag in ("tr", "row") and self._cells is None and not lays_out(element):
            self.flush()
            self._cells = []
        elif tag in ("td", "th", "cell"):
            if self._cells is None:
                self.flush()
        elif tag in _BLOCKS:
            self._preformatted += tag == "pre"
            pulled = tag in ("blockquote", "aside", "quote", "div") and _PULLQUOTE.search(element.get("class") or "")
            self._open("pullquote" if pulled else self._kinds[-1])

    def end(self, tag: str) -> None:
        """A tag closes."""
        if tag in ("ul", "ol", "list", "menu"):
            self.flush()
            if self._lists:
                self._lists.pop()
        elif tag in ("li", "item") or tag in _HEADINGS or tag == "figcaption" or tag in _BLOCKS:
            self.flush()
            if len(self._kinds) > 1:
                self._kinds.pop()
            if tag in ("li", "item"):
                self._mark = ""
            self._preformatted -= tag == "pre" and self._preformatted > 0
        elif tag in ("td", "th", "cell"):
            if self._cells is None:
                self.flush()
            else:
                cell = _SPACE.sub(" ", "".join(self._words).replace("\xad", "").replace(_BREAK, " ")).strip()
                self._cells.append(cell)
                self._words.clear()
        elif tag in ("tr", "row") and self._cells is not None:
            row = " | ".join(self._cells)
            self._cells = None
            self._words.clear()
            if row.strip(" |"):
                self.blocks.append(Block(row, "table"))

    def _open(self, kind: ParagraphKind | None) -> None:
        self.flush()
        self._kinds.append(kind)

    def _bullet(self) -> str:
        if self._lists and self._lists[-1] is not None:
            number = self._lists[-1] + 1
            self._lists[-1] = number
            return f"{number}. "
        return "• "


def blocks_of(root: Any) -> list[Block]:
    """The blocks of the text under `root`, in order; what a browser would not show is left out.

    Walks without recursion: how deep a page nests is its author's choice.
    """
    walker = _Walker()
    stack: list[tuple[Any, str, Iterator[Any]]] = []

    def enter(element: Any) -> bool:
        tag = element.tag
        if not isinstance(tag, str):  # a comment or a processing instruction
            return False
        name = tag.rpartition("}")[2].lower()
        if name in _SKIPPED or (name == "head" and _is_html_head(element)) or _is_hidden(element):
            return False
        walker.start(name, element)
        walker.say(element.text)
        stack.append((element, name, iter(element)))
        return True

    enter(root)
    while stack:
        element, name, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            walker.end(name)
            if stack:
                walker.say(element.tail)
        elif not enter(child):
            walker.say(child.tail)
    walker.flush()
    return walker.blocks


def _is_html_head(element: Any) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag.rpartition("}")[2].lower() == "html"


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def lays_out(row: Any) -> bool:
    """Whether a row belongs to a table that lays out a page: tables within it, or prose in its cells."""
    table = row
    while table is not None and table.tag.rpartition("}")[2].lower() != "table":
        table = table.getparent()
    if table is None:
        return False
    known = table.get("data-lays-out")
    if known is None:
        cells = [e for e in table.iter() if isinstance(e.tag, str) and e.tag.rpartition("}")[2] in ("td", "th", "cell")]
        nested = any(
            e is not table and isinstance(e.tag, str) and e.tag.rpartition("}")[2] == "table" for e in table.iter()
        )
        one_wide = len(cells) <= sum(
            1 for e in table.iter() if isinstance(e.tag, str) and e.tag.endswith(("tr", "row"))
        )
        known = "yes" if nested or one_wide or any(len("".join(c.itertext())) > _CELL_LIMIT for c in cells) else "no"
        table.set("data-lays-out", known)
    return bool(known == "yes")


def drop_note_marks(tree: Any) -> None:
    """Take the marks of notes out of `tree` ("2013.¹", "[4]", "↩"): links within the page that say no more than that.

    Left in, the mark of a note becomes a part of the word or the figure that it stands behind.
    """
    for link in list(tree.iter("a", "{*}a")):
        href = link.get("href") or ""
        if not href.startswith("#") or len(link) > 1:
            continue
        words = "".join(link.itertext()).strip()
        raised = link.getparent()
        whole = (
            raised is not None
            and _tag(raised) == "sup"
            and "".join(raised.itertext()).strip(" []()\xa0") == words.strip("[]()")
        )
        if _BACK_LINK.fullmatch(words) or (
            _NOTE_MARK.fullmatch(words) and (whole or words[:1] == "[" or _is_raised(link))
        ):
            _remove(raised if whole else link)


def _is_raised(link: Any) -> bool:
    """Whether a link says of itself that it leads to a note, or holds nothing but raised type."""
    role = (
        f"{link.get('role') or ''} {link.get('{http://www.idpf.org/2007/ops}type') or ''} {link.get('epub:type') or ''}"
    )
    return "noteref" in role or (len(link) == 1 and _tag(link[0]) == "sup" and not (link.text or "").strip())


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _remove(element: Any) -> None:
    """Take an element out of its tree and leave what follows it there."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def build(blocks: Iterable[Block], facts: Facts, source: str) -> Document:
    """The document of `blocks`: paragraphs with a blank line between them, rows of a table and items of a list on lines
    of their own. What `facts` leaves open is looked for in the text."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    known: list[ParagraphKind | None] = []
    position, before = 0, None
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        if parts:
            gap = "\n" if block.kind in ("table", "list") and block.kind == before else "\n\n"
            parts.append(gap)
            position += len(gap)
        parts.append(text)
        spans.append((position, position + len(text)))
        known.append(block.kind)
        position += len(text)
        before = block.kind
    text = "".join(parts)
    stated = frozenset(number for number, kind in enumerate(known) if kind == "heading")
    paragraphs = paragraphs_of(text, tag_spans(text, spans, known), stated)
    return Document(text, paragraphs, facts_of_text(text, paragraphs, facts), source)


def paragraphs_of(text: str, tagged: Iterable[Tagged], stated: frozenset[int] = frozenset()) -> tuple[Paragraph, ...]:
    """The paragraphs of a text with their tags, pull quotes among them: what repeats words of a longer paragraph.

    `stated` are those that markup calls headings: they stay headings, though the text below may take up their words.
    """
    found = list(tagged)
    kinds = [kind for _, _, kind, _ in found]
    pulled = pull_quotes([text[start:end] for start, end, _, _ in found], kinds) if len(found) < _MOST_COMPARED else {}
    pulled = {number: holder for number, holder in pulled.items() if number not in stated}
    return tuple(
        Paragraph(Span(start, end), "pullquote", duplicate if duplicate is not None else _earlier(pulled[n], n))
        if n in pulled
        else Paragraph(Span(start, end), kind, duplicate)
        for n, (start, end, kind, duplicate) in enumerate(found)
    )


def _earlier(holder: int, number: int) -> int | None:
    """A paragraph repeats an earlier one; a pull quote that stands before its sentence repeats none yet."""
    return holder if holder < number else None


def with_title(blocks: list[Block], title: str | None) -> list[Block]:
    """`blocks` with the title at their head: the heading that says it already, or one put before them."""
    if not title:
        return blocks
    wanted = folded(title)
    for number, block in enumerate(blocks[:6]):
        if folded(block.text) == wanted:
            head = Block(block.text, "title")
            return [head, *(b for n, b in enumerate(blocks) if n != number)]
    return [Block(" ".join(title.split()), "title"), *blocks]


def folded(text: str) -> str:
    """`text` for comparing: letters and digits alone, in lower case."""
    return _UNCOMPARED.sub("", text.casefold())
