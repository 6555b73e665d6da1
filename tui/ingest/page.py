"""What a page says about itself: structured data (schema.org as JSON-LD), meta tags, `<time>`, `<link>`, `<h1>`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from tui.ingest.blocks import folded
from tui.ingest.facts import AGENCIES, iso_date
from tui.ingest.language import code_of, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.ingest.facts import Gathered

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|CreativeWork)$|^(?:Review|WebPage)$")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publishdate", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "date",
    "cxenseparse:recs:publishtime", "citation_publication_date", "citation_date",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author",
)  # fmt: skip
_SITES = ("og:site_name", "dc.publisher", "citation_journal_title", "application-name")
_BY = re.compile(r"^\s*(?:by|written by|von|par|por)\s+", re.IGNORECASE)
_INVERTED = re.compile(r"([A-ZÀ-Þ][^\s,;]+), ([A-ZÀ-Þ][^\s,;]*(?: [A-ZÀ-Þ][^\s,;]*){0,2})")
_AFTER_NAMES = re.compile(r"\s*[|·•/]|\s+(?:published|updated|posted|on)\b|,?\s+\d", re.IGNORECASE)
"""What ends the names of a byline."""
_SEPARATOR = re.compile(r"\s+[|–—:·»«-]\s+")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_STRUCTURED, _META = "the page's structured data", "the page's meta tags"


def read_page(tree: Any, text: str, facts: Gathered) -> None:
    """Add what the page in `tree` (its source: `text`) states about its article to `facts`."""
    metas = _metas(tree)
    article = _article(tree)
    _address(tree, text, metas, facts)
    _title(tree, metas, article, facts)
    for name in _names(article.get("author")):
        if name.lower() in AGENCIES:
            facts.add("agency", AGENCIES[name.lower()], _STRUCTURED)
    facts.add("byline", _joined(_names(article.get("author"))), _STRUCTURED)
    stated = [_straight(value) for key in _AUTHORS for value in metas.get(key, ()) if not value.startswith("http")]
    facts.add("byline", _joined(stated), _META)
    facts.add("byline", _joined(_by_property(tree, "author")), "the page's markup")
    facts.add("byline", _byline(tree), "the page's byline")
    facts.add("published", iso_date(_text(article.get("datePublished"))), _STRUCTURED)
    for key in _DATES:
        for value in metas.get(key, ()):
            facts.add("published", iso_date(value), _META)
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            facts.add("published", iso_date(element.get("datetime") or element.text_content()), "the page's <time>")
    facts.add("publication", _joined(_names(article.get("publisher"))), _STRUCTURED)
    for key in _SITES:
        for value in metas.get(key, ()):
            facts.add("publication", value.lstrip("@"), _META)
    titles = [element.text_content() for element in tree.iter("title")]
    for heading in (" ".join(h.text_content().split()) for h in tree.iter("h1")):
        if any(_is_paper(heading, title) for title in titles):
            facts.add("publication", heading, "the page's title", sure=False)
    _language(tree, metas, article, facts)


def _metas(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if content and content.strip():
            for attribute in ("property", "name", "itemprop"):
                if key := element.get(attribute):
                    found.setdefault(key.strip().lower(), []).append(content.strip())
    return found


def _article(tree: Any) -> dict[str, Any]:
    """The first article among the page's JSON-LD objects, or an empty one."""
    second: dict[str, Any] = {}
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower() or not element.text:
            continue
        try:
            data = json.loads(element.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
                if item.get("headline") and (item.get("datePublished") or item.get("author")):
                    return item
                second = second or item
    return second


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(data.get(key), depth + 1)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _names(value: Any) -> list[str]:
    """Names of persons or organisations in the forms that JSON-LD allows for them."""
    if isinstance(value, str):
        return [] if value.startswith("http") else [_BY.sub("", value).strip()]
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return []


def _straight(name: str) -> str:
    """The name in a meta tag as it is spoken: catalogues state "Okafor, Grace"."""
    match = _INVERTED.fullmatch(name.strip())
    return f"{match[2]} {match[1]}" if match and match[2].lower() not in AGENCIES else _BY.sub("", name)


def _joined(names: list[str]) -> str | None:
    kept = dict.fromkeys(name for name in (" ".join(name.split()) for name in names) if 1 < len(name) <= 120)
    return ", ".join(kept) or None


def _by_property(tree: Any, name: str) -> list[str]:
    found = []
    for element in tree.xpath(f".//*[@itemprop='{name}'] | .//a[@rel='{name}']")[:8]:
        inner = element.xpath(".//*[@itemprop='name']")
        words = (inner[0] if inner else element).text_content()
        found.append(_BY.sub("", " ".join(words.split())))
    return found


def _byline(tree: Any) -> str | None:
    """Who the line that the page calls its byline names, where it begins with "By"."""
    for element in tree.xpath(".//*[contains(@class, 'byline') or contains(@class, 'author')]")[:20]:
        words = " ".join(element.text_content().split())
        if len(words) <= 200 and (match := _BY.match(words)):
            return _AFTER_NAMES.split(words[match.end() :])[0].strip(" ,;") or None
    return None


def _title(tree: Any, metas: dict[str, list[str]], article: dict[str, Any], facts: Gathered) -> None:
    """The headline: what the structured data says, or the page's only <h1> where its title says the same, or the title
    without the name of the site."""
    from html import unescape

    facts.add("title", unescape(_text(article.get("headline")) or ""), _STRUCTURED)
    titles = [*metas.get("og:title", ()), *metas.get("twitter:title", ())]
    element = next(tree.iter("title"), None)
    if element is not None and element.text:
        titles.append(element.text)
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    headings = [h for h in headings if 4 < len(h) < 300]
    papers = [h for h in headings if any(_is_paper(h, title) for title in titles)]
    headings = [h for h in headings if h not in papers]
    for heading in headings:
        if any(folded(heading) and folded(heading) in folded(title) for title in titles):
            facts.add("title", heading, "the page's heading")
    sites = {folded(site) for site in (*papers, *(site for key in _SITES for site in metas.get(key, ())))}
    host = host_of(facts.get("url")).removeprefix("www.")
    for title in titles:
        parts = _SEPARATOR.split(title.strip())
        bare = title
        while len(parts) > 1:
            if folded(parts[-1]) in sites or (host and folded(parts[-1]) and folded(parts[-1]) in folded(host)):
                bare = title[: title.rindex(parts[-1])].rstrip(" |–—:·»«-")
                parts.pop()
            else:
                break
        facts.add("title", bare, _META if title in metas.get("og:title", ()) else "the page's title", sure=bool(sites))
    if len(headings) == 1:
        facts.add("title", headings[0], "the page's heading", sure=False)


def _is_paper(heading: str, title: str) -> bool:
    """Whether a heading is the name of the paper, which stands at the end of the page's title, behind the headline."""
    *headline, last = _SEPARATOR.split(title.strip())
    return folded(last) == folded(heading) and len(folded("".join(headline))) > len(folded(last))


def _address(tree: Any, text: str, metas: dict[str, list[str]], facts: Gathered) -> None:
    """The address of the page: the canonical one where it is of the same site, so without marks of tracking."""
    stated = [
        (link.get("href"), "the page's canonical link") for link in tree.iter("link") if link.get("rel") == "canonical"
    ]
    stated += [(value, _META) for value in metas.get("og:url", ())]
    if saved := _SAVED_FROM.search(text[:2000]):
        stated.append((saved.group(1), "the note of the browser that saved it"))
    fetched = facts.get("url")
    for address, where in stated:
        parts = _split((address or "").strip())
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            continue
        if fetched is None:
            facts.add("url", parts.geturl(), where)
        elif _site(parts.hostname) == _site(host_of(fetched)) and parts.path not in ("", "/"):
            facts.replace("url", parts.geturl(), where)
            return


def _split(address: str) -> SplitResult | None:
    """The parts of an address, or None for what is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def host_of(address: str | None) -> str:
    """The host of an address, or "" where there is none."""
    parts = _split(address or "")
    return (parts.hostname or "") if parts else ""


def _site(host: str) -> str:
    return host.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _language(tree: Any, metas: dict[str, list[str]], article: dict[str, Any], facts: Gathered) -> None:
    """The language the page states, unless its words say another: templates state one whatever is written in them."""
    body = tree.find("body")
    words = " ".join(" ".join(p.itertext()) for p in (body if body is not None else tree).iter("p"))
    facts.add("language", guess_language(words), "the words of the text")
    root = tree.getroottree().getroot()
    stated = [
        root.get("lang"),
        *metas.get("content-language", ()),
        _text(article.get("inLanguage")),
        *metas.get("og:locale", ()),
    ]
    for tag in stated:
        facts.add("language", code_of(tag), "the page's markup")
