"""Citations for documents being written: Markdown, Org, HTML, Pandoc. Words of the article never become markup."""

from __future__ import annotations

import html as escaping
import re
from typing import TYPE_CHECKING

from tui.citation.keys import key_of
from tui.citation.plain import article
from tui.citation.wording import quoted

if TYPE_CHECKING:
    from tui.citation.passage import Passage
    from tui.citation.source import Source
    from tui.domain.text import Document

_MARKDOWN = re.compile(r"[\\`*_\[\]<~^$]|&(?=#|\w+;)|(?<![^\W_])@(?=\w)")
"""What begins something in CommonMark, in GitHub's dialect or in Pandoc's, wherever it stands."""
_MARKDOWN_START = re.compile(r"^(\s*(?:\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+|#|@))?)(?=[-+=>|:#.)]\B)", re.MULTILINE)
"""What begins a list, a heading, a quotation at the start of a line, up to the character that decides it."""
_ORG_LINE = re.compile(r"^(?=\*+\s|#[\s+]|\||:[\s\w]|[+-]\s|(?:\d+|[A-Za-z])[.)]\s)", re.MULTILINE)
"""Before a headline, keyword, comment, table, drawer or list."""
_ORG = re.compile(
    r"(?<=\[)(?=\[|fn:|cite)|(?<=\])(?=\])|(?<=<)(?=[<%\w])|(?<=@)(?=@)|(?<=\{)(?=\{)"
    r"|(?<=\\)(?=[A-Za-z(\[])|(?<=src)(?=_)|(?<=call)(?=_)|(?<=[_^])(?=[{(*\w])"
    r"|(?<=[^\W\d_])(?<!http)(?<!https)(?=:[^\s:])|(?<![^\s\-('\"{“‘—])(?=[*/_=~+]\S)"
)
"""Inside a link, footnote, timestamp, export snippet, macro, entity, source block, sub- or superscript; before
the colon of a link without brackets, which may run a program; before emphasis."""
_ZERO_WIDTH = "\u200b"
"""What Org's manual names as the way to stop a mark from being markup ("Escape Character")."""


def markdown_text(text: str) -> str:
    """`text` as CommonMark and Pandoc's Markdown show it literally."""
    return _MARKDOWN_START.sub(r"\1\\", _MARKDOWN.sub(r"\\\g<0>", text))


def org_text(text: str) -> str:
    """`text` as Org shows it literally: no headline, keyword, link, macro, source block or footnote begins in it."""
    escaped = _ORG_LINE.sub(_ZERO_WIDTH, _ORG.sub(_ZERO_WIDTH, text))
    return escaped.replace("$", "\\dollar{}") if escaped.count("$") > 1 else escaped  # two could hold a formula


def markdown(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """A block quotation each, with a footnote that holds the reference."""
    blocks, notes = [], []
    for passage in passages:
        label = f"{key_of(source)}-{passage.target.start}"
        words = markdown_text(passage.words).replace("\n\n", "\n>\n> ")
        credit = f"\n>\n> — {markdown_text(passage.credit)}" if passage.credit else ""
        blocks.append(f"> {words}[^{label}]{credit}")
        facts = [markdown_text(fact) for fact in article(source) if fact != source.url]
        facts += [f"<{source.url}>"] if source.url else []
        notes.append(f"[^{label}]: {', '.join([*facts, *_places(passage)]) or '—'}")
    return "\n\n".join([*blocks, *notes])


def org(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """A quote block each, and under it who said it and where."""
    blocks = []
    for passage in passages:
        title = f"“{source.title}”" if source.title else ""
        facts = [org_text(fact) for fact in article(source) if fact not in (source.url, title)]
        if source.url and title:
            name = org_text(title).replace("[", "(").replace("]", ")")
            facts.insert(0, f"[[{source.url}][{name}]]")
        elif source.url or title:
            facts.insert(0, f"[[{source.url}]]" if source.url else org_text(title))
        parts = [org_text(passage.credit), *facts, *_places(passage)]
        under = ", ".join(part for part in parts if part)
        blocks.append(f"#+begin_quote\n{org_text(passage.words)}\n#+end_quote" + (f"\n— {under}" if under else ""))
    return "\n\n".join(blocks)


def html(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """A `<blockquote cite>` each, with a footer; the title links to the article."""
    blocks = []
    for passage in passages:
        cite = f' cite="{escaping.escape(source.url)}"' if source.url else ""
        paragraphs = "\n".join(f"  <p>{escaping.escape(part)}</p>" for part in passage.words.split("\n\n"))
        facts = [escaping.escape(passage.credit), *_html_facts(source), *_places(passage)]
        footer = ", ".join(fact for fact in facts if fact)
        end = f"\n  <footer>— {footer}</footer>" if footer else ""
        blocks.append(f"<blockquote{cite}>\n{paragraphs}{end}\n</blockquote>")
    return "\n\n".join(blocks)


def _html_facts(source: Source) -> list[str]:
    title = f"<cite>{escaping.escape(source.title)}</cite>" if source.title else ""
    if source.url:
        title = f'<a href="{escaping.escape(source.url)}">{title or escaping.escape(source.url)}</a>'
    facts = []
    for fact in article(source):
        if fact in (source.url, f"“{source.title}”"):
            continue
        day = source.published
        shown = escaping.escape(fact)
        facts.append(f'<time datetime="{day.iso}">{shown}</time>' if day and fact == day.day_first else shown)
    return [title, *facts]


def pandoc(passages: tuple[Passage, ...], source: Source, document: Document) -> str:
    """The words with Pandoc's citation; its key is the one that the BibTeX and CSL-JSON styles write."""
    return "\n\n".join(
        _pandoc(passage, f" [@{key_of(source)}{f', para. {passage.paragraph}' if passage.paragraph else ''}]")
        for passage in passages
    )


def _pandoc(passage: Passage, citation: str) -> str:
    mark = "\ue000"  # stands in for the citation while the words around it are escaped
    return markdown_text(quoted(passage, mark, ".")).replace(mark, citation)


def _places(passage: Passage) -> list[str]:
    return [f"¶ {passage.paragraph}"] if passage.paragraph else []
