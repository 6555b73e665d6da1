"""HTML to a `Document`: the article without what stands around it (trafilatura, precise mode), with its structure.

Measured elsewhere on 181 pages with gold text: F1 .96. What the page says about itself (structured data, meta tags) is
read first; trafilatura's own search for a title, an author or a date comes last, and what it finds is a guess.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from tui.domain.text import Facts
from tui.errors import ReaderError
from tui.ingest.blocks import Block, blocks_of, build, drop_note_marks, folded, lays_out, with_title
from tui.ingest.charset import decode_markup
from tui.ingest.facts import Gathered
from tui.ingest.page import host_of, read_page

if TYPE_CHECKING:
    from tui.domain.text import Document, ParagraphKind

_ROLES: tuple[tuple[ParagraphKind, re.Pattern[str]], ...] = (
    (
        "standfirst",
        re.compile(
            r"standfirst|\bdek\b|subhead(?:line)?\b|sub-?title|article[-_]?summary|\blede?\b"
            r"|vorspann|chap[oô]\b|chapeau|entradilla|\bbajada\b|sottotitolo|\bingress\b|\bsommario\b",
            re.I,
        ),
    ),
    ("byline", re.compile(r"by-?line|\bauthor(?:s|-name|-line)?\b", re.I)),
    ("caption", re.compile(r"caption|photo-?credit|image-?credit", re.I)),
    ("pullquote", re.compile(r"pull-?quote", re.I)),
    (
        "boilerplate",
        re.compile(r"\bkicker\b|dachzeile|\beyebrow\b|\boverline\b|antetitulo|surtitre|\bocchiello\b", re.I),
    ),
)
_NEWSLETTER = re.compile(
    r"newsletter|\binbox\b|\bsign up\b|\bsubscribe\b|e-?mail address|abonnieren|postfach|s.inscrire|suscr[ií]b"
    r"|iscriviti",
    re.IGNORECASE,
)
_HEADLINE = 16
"""Letters of a headline at the least."""
_PROMOTION = 500
"""Letters: a larger part of a page is more than a box that asks for an address."""
_MATCHED = 60
"""Letters by which a paragraph kept is found again in the page."""
_MOST = 15_000
"""Elements: trafilatura's time grows with the square of their number, 5 s here; a page with more is a book, and is
taken whole."""
_MOST_PARTS = 1500
"""Parts of a page: one with more is not compared with what other extractors find, whose time grows in the same way."""
_FEWEST = 200
"""Letters: if trafilatura finds less than this, all the text of the page's main part is taken."""


def open_html(
    data: bytes | str, source: str, *, url: str | None = None, charset: str | None = None, accessed: str | None = None
) -> Document:
    """The article in a page.

    `url` is where it was fetched from, `charset` what the server said, `accessed` the date. Raises ReaderError where
    there is no text in the page.
    """
    text = data if isinstance(data, str) else decode_markup(data, charset)
    tree = _parse(text)
    if tree is None:
        raise ReaderError(f"There is no page in {source!r}: its markup cannot be read.", "Nothing to read")
    drop_note_marks(tree)
    _drop_link_cells(tree)
    facts = Gathered(Facts(url=url, accessed=accessed))
    read_page(tree, text, facts)
    roles = _promotions(tree) | _roles(tree)
    body = _extract(tree, facts) if sum(1 for _ in tree.iter()) <= _MOST else None
    blocks = [] if body is None else _tagged(blocks_of(body), roles)
    if sum(len(block.text) for block in blocks) < _FEWEST:
        whole = _tagged(_main_part(tree), roles)
        if sum(len(b.text) for b in whole) > 2 * sum(len(b.text) for b in blocks):
            blocks = whole
    if not blocks:
        raise ReaderError(
            f"There is no text in the page {source!r}: it may be made by scripts, which pullquote does not run.",
            "Nothing to read",
        )
    blocks = _with_captions(blocks, tree)
    _headline(blocks, facts)
    title = facts.get("title")
    blocks = _with_standfirst(with_title(blocks, title), roles)
    return build(blocks, facts.facts(), source)


def _parse(text: str) -> Any:
    from trafilatura import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        tree = load_html(text)
    except (ValueError, TypeError):
        return None
    if tree is None or len(tree) == 0:
        from lxml import etree, html

        try:
            tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
        except (etree.LxmlError, ValueError):
            return None
    return tree


def _extract(tree: Any, facts: Gathered) -> Any:
    """trafilatura's body of the article, and its guesses for the facts that the page does not state."""
    from trafilatura import bare_extraction
    from trafilatura.metadata import extract_metadata

    parts = sum(1 for _ in tree.iter("p", "div", "li", "td", "section", "h2", "h3"))
    result = bare_extraction(
        tree,
        fast=parts > _MOST_PARTS,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
    )
    if any(facts.get(name) is None for name in ("title", "byline", "published")):
        try:
            guessed = extract_metadata(tree, facts.get("url"), extensive=False)
        except (ValueError, TypeError, AttributeError):  # pages whose metadata it trips over
            guessed = None
        if guessed is not None:
            facts.add("title", guessed.title, "a guess from the page", sure=False)
            facts.add(
                "byline", guessed.author and "; ".join(guessed.author.split("; ")), "a guess from the page", sure=False
            )
            facts.add("published", guessed.date, "a guess from the page", sure=False)
    host = host_of(facts.get("url"))
    named = (
        host.removeprefix("www.") if any(map(str.isalpha, host)) and ":" not in host and host != "localhost" else None
    )
    facts.add("publication", named, "the address", sure=False)
    return getattr(result, "body", None)


def _main_part(tree: Any) -> list[Block]:
    """All blocks of the page's main part, for pages too short to be told apart from what stands around them."""
    for path in (".//article", ".//main", ".//*[@role='main']", ".//body"):
        for element in tree.iterfind(path):
            blocks = [block for block in blocks_of(element) if any(map(str.isalnum, block.text))]
            if blocks:
                return blocks
    return blocks_of(tree)


def _roles(tree: Any) -> dict[str, ParagraphKind]:
    """What the page's own names for its parts say, by folded text: a class "standfirst", a figure's caption."""
    roles: dict[str, ParagraphKind] = {}
    for element in tree.iter("p", "div", "span", "h2", "h3", "figcaption", "aside", "blockquote", "address", "a"):
        if element.tag == "figcaption":
            kind: ParagraphKind | None = "caption"
        else:
            names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
            if names == "  ":
                continue
            kind = next((kind for kind, pattern in _ROLES if pattern.search(names)), None)
        if kind:
            words = "".join(element.itertext())
            if 2 < len(words) < 700 and (key := folded(words)):
                roles.setdefault(key, kind)
    return roles


def _drop_link_cells(tree: Any) -> None:
    """Take the cells that are lists of links out of tables that lay a page out: its menu, and what else is in it."""
    for cell in list(tree.iter("td")):
        links = ["".join(link.itertext()) for link in cell.iter("a")]
        if len(links) < 3 or next(cell.iter("table"), None) is not None:
            continue
        words = "".join(cell.itertext())
        row = cell.getparent()
        if 5 * sum(map(len, links)) > 3 * len(words) and row is not None and row.tag == "tr" and lays_out(row):
            row.remove(cell)


def _headline(blocks: list[Block], facts: Gathered) -> None:
    """The headline of a page whose title has the name of the paper in it as well, without a mark that parts the two:
    the words of the title that stand at the head of the text."""
    found = facts.facts().where("title")
    title = facts.get("title")
    if title is None or found is None or found.sure:
        return
    whole = folded(title)
    for block in blocks[:8]:
        words = folded(block.text)
        if _HEADLINE <= len(words) < len(whole) and (whole.endswith(words) or whole.startswith(words)):
            rest = title.replace(" ".join(block.text.split()), "").strip(" :|-–—·»")
            facts.replace("title", block.text, "the page's title and text")
            facts.add("publication", rest if len(rest) <= 40 else None, "the page's title", sure=False)
            return


def _promotions(tree: Any) -> dict[str, ParagraphKind]:
    """The paragraphs of boxes that ask for a reader's address: a field or a button, and words about a newsletter."""
    found: dict[str, ParagraphKind] = {}
    for field in tree.iter("input", "button", "form"):
        box = field.getparent()
        for _ in range(3):
            if box is None or box.tag in ("article", "main", "body") or next(box.iter("h1", "time"), None) is not None:
                break
            words = "".join(box.itertext())
            if len(words) > _PROMOTION:
                break
            if _NEWSLETTER.search(words):
                parts = ("".join(part.itertext()) for part in box.iter("p", "h2", "h3", "h4", "li", "span", "div"))
                found.update({key: "boilerplate" for part in parts if (key := folded(part))})
            box = box.getparent()
    return found


def _tagged(blocks: list[Block], roles: dict[str, ParagraphKind]) -> list[Block]:
    """`blocks` with the kinds that the page's markup gives them; paragraphs that markup has told apart are "body"
    unless their look says otherwise."""
    return [
        Block(block.text, roles.get(folded(block.text), block.kind)) if len(block.text) < 700 else block
        for block in blocks
    ]


def _with_captions(blocks: list[Block], tree: Any) -> list[Block]:
    """`blocks` with the captions of the article's pictures, which trafilatura leaves out, where the page has them.

    Only captions between the first and the last paragraph kept: pictures further down belong to other articles.
    """
    if next(tree.iter("figcaption"), None) is None:
        return blocks
    known = {folded(block.text)[:_MATCHED]: number for number, block in enumerate(blocks)}
    captions: dict[int, list[Block]] = {}
    waiting: list[Block] = []
    place = -1
    for element in tree.iter("p", "h1", "h2", "h3", "blockquote", "li", "figcaption"):
        words = folded("".join(element.itertext()))
        if element.tag == "figcaption":
            found = blocks_of(element)
            if words and words[:_MATCHED] not in known and sum(len(block.text) for block in found) < 700:
                waiting.append(Block(_spaced(element) or " ".join(block.text for block in found), "caption"))
        elif words and (number := known.get(words[:_MATCHED])) is not None and number >= place:
            captions.setdefault(place, []).extend(waiting)
            waiting = []
            place = number
    merged = list(captions.get(-1, []))
    for number, block in enumerate(blocks):
        merged += [block, *captions.get(number, [])]
    return merged


def _spaced(caption: Any) -> str:
    """The words of a caption; where its parts, which a style sheet keeps apart, run together, with a space there."""
    text = ""
    for part in caption.itertext():
        runs_on = text[-1:] in (".", "!", "?", ":", ")", "…") and part[:1].isalnum()
        text += f" {part}" if runs_on else part
    return " ".join(text.split())


def _with_standfirst(blocks: list[Block], roles: dict[str, ParagraphKind]) -> list[Block]:
    """A standfirst stands before the article's body; the same class on a heading further down names a subheading."""
    return [
        Block(block.text, "heading" if len(block.text) < 90 else None)
        if block.kind == "standfirst" and number > 6
        else block
        for number, block in enumerate(blocks)
    ]
