"""Mail to a `Document`: subject, sender and date as facts, the text without what it quotes and signs with.

A page that a browser has saved whole (.mht) is a mail too, and is read as the page it holds.
"""

from __future__ import annotations

import email
import email.policy
import re
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from tui.domain.text import Document, Facts, Paragraph, Span
from tui.errors import ReaderError
from tui.ingest.blocks import Block, blocks_of, build, with_title
from tui.ingest.charset import decode_markup
from tui.ingest.choices import Choice, Choices
from tui.ingest.facts import Gathered, facts_of_text
from tui.ingest.structure import paragraph_spans, tag_spans

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_SIGNATURE = re.compile(r"^-- ?\s*(?:\n|$)")
_QUOTED = re.compile(r"^\s*>|^On .{5,120} wrote:\s*(?:\n|\Z)|^-{2,} ?(?:Original Message|Forwarded message)", re.DOTALL)
_WIDEST_LINE = 140
"""Columns: lines of mail are broken far before."""
_MOST_ATTACHED = 200
_UNSUBSCRIBE = re.compile(
    r"\bunsubscribe\b|\bmanage (?:your )?(?:preferences|subscription)|view (?:this|it) (?:e-?mail )?(?:in|on) "
    r"(?:your|the|a) (?:web )?(?:browser|web)|you (?:are receiving|received) this",
    re.IGNORECASE,
)


def open_mail(data: bytes, source: str) -> Document | Choices:
    """The document of a mail; where other mails are attached, the list of them all. Raises ReaderError where it has no
    text."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except RecursionError:  # parts within parts, hundreds deep
        raise ReaderError(f"The mail {source!r} is damaged: its parts cannot be told apart.", "Damaged") from None
    attached = [part.get_payload(0) for part in message.walk() if part.get_content_type() == "message/rfc822"]
    if attached and message.get_content_type() != "message/rfc822":
        mails = [("this mail", message), *(("attached", inner) for inner in attached[:_MOST_ATTACHED])]
        entries = tuple(_choice(mail, how, f"{source}#{n}", n) for n, (how, mail) in enumerate(mails, 1))
        return Choices(_header(message, "Subject") or source, "mails", entries, source)
    return _open(message, source)


def _choice(message: Any, how: str, source: str, number: int) -> Choice:
    def opened() -> Document:
        return _open(message, source)

    sender = parseaddr(_header(message, "From") or "")
    detail = " · ".join(filter(None, (how, sender[0] or sender[1])))
    return Choice(_header(message, "Subject") or f"Mail {number}", detail, opened, source)


def _open(message: EmailMessage, source: str) -> Document:
    address = _header(message, "Snapshot-Content-Location")
    if address or "Saved by" in (_header(message, "From") or ""):
        page = message.get_body(("html",))
        if page is not None:
            from tui.ingest.html import open_html

            return open_html(_payload(page), source, url=address or _header(page, "Content-Location"))
    facts = _facts(message)
    part = _body(message)
    if part is None:
        raise ReaderError(f"The mail {source!r} has no text in it.", "Nothing to read")
    if part.get_content_type() == "text/plain":
        text = decode_markup(_payload(part), part.get_content_charset())
        alternative = message.get_body(("html",))
        if alternative is None or len(text.strip()) > 200:
            return _plain(_unflowed(text) if _flowed(part) else text, facts, source, None if _flowed(part) else True)
        part = alternative
    return _html(decode_markup(_payload(part), part.get_content_charset()), facts, source)


def _body(message: EmailMessage) -> MIMEPart | None:
    """The mail's text; where it has none of its own, the first text that is attached."""
    texts = (part for part in message.walk() if part.get_content_type() in ("text/plain", "text/html"))
    return message.get_body(("plain", "html")) or next(texts, None)


def _payload(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _header(message: MIMEPart, name: str) -> str | None:
    """A header as text; None where it is missing or so broken that the library trips over it."""
    try:
        value = message.get(name)
        return " ".join(str(value).split()) if value is not None else None
    except (ValueError, IndexError, AttributeError, TypeError):
        return None


def _facts(message: MIMEPart) -> Facts:
    facts = Gathered()
    where = "the mail's headers"
    facts.add("title", _header(message, "Subject"), where)
    name, address = parseaddr(_header(message, "From") or "")
    facts.add("byline", name or address, where)
    try:
        date = parsedate_to_datetime(_header(message, "Date") or "")
        facts.add("published", date.date().isoformat(), where)
    except (ValueError, TypeError, IndexError):
        pass
    link = _header(message, "Archived-At") or ""
    facts.add("url", link.strip("<>") if link.strip("<>").startswith("http") else None, where)
    return facts.facts()


def _flowed(part: MIMEPart) -> bool:
    return str(part.get_param("format", "")).lower() == "flowed"


def _unflowed(text: str) -> str:
    """Lines of `format=flowed` joined where their writer let them flow (RFC 3676)."""
    lines: list[str] = []
    joining = False
    for line in text.splitlines():
        line = line.removeprefix(" ") if line.startswith(" ") else line
        if joining and not line.startswith(">") and line.strip():
            lines[-1] += line
        else:
            lines.append(line)
        joining = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)


def _plain(text: str, facts: Facts, source: str, wrapped: bool | None) -> Document:
    body = text.replace("\r\n", "\n").strip("\n")
    if not body.strip():
        raise ReaderError(f"The mail {source!r} is empty.", "Nothing to read")
    subject = facts.title
    head = f"{subject}\n\n" if subject else ""
    whole = head + body
    if wrapped and max(map(len, body.splitlines())) > _WIDEST_LINE:
        wrapped = None  # one line a paragraph, whatever is usual in mail
    paragraphs = []
    signed = False
    for start, end, kind, duplicate in tag_spans(whole, paragraph_spans(whole, wrapped)):
        words = whole[start:end]
        signed = signed or bool(_SIGNATURE.match(words))
        if head and end <= len(head):
            kind = "title"
        elif signed or _QUOTED.search(words) or _UNSUBSCRIBE.search(words):
            kind = "boilerplate"
        paragraphs.append(Paragraph(Span(start, end), kind, duplicate))
    return Document(whole, tuple(paragraphs), facts_of_text(whole, tuple(paragraphs), facts), source)


def _html(markup: str, facts: Facts, source: str) -> Document:
    from lxml import etree, html

    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        raise ReaderError(f"The mail {source!r} has no text in it.", "Nothing to read") from None
    blocks = [
        Block(b.text, "boilerplate") if len(b.text) < 400 and _UNSUBSCRIBE.search(b.text) else b
        for b in blocks_of(tree)
    ]
    if not blocks:
        raise ReaderError(f"The mail {source!r} has no text in it.", "Nothing to read")
    return build(with_title(blocks, facts.title), facts, source)
