"""`pullquote cite`: a citation without the screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.citation import STYLES
from tui.cli import details, inputs
from tui.errors import ReaderError
from tui.resources import bundled_article

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tui.citation.passage import Citable
    from tui.domain.findings import Analysis, Organisation, Person
    from tui.domain.text import Document

_KINDS = {
    "quote": "Quotes",
    "reported": "Reported speech",
    "person": "People",
    "organisation": "Organisations",
    "number": "Numbers",
    "when": "Dates and times",
    "sentence": "Sentences",
}
"""What can be cited, with its heading in the list: all is numbered as the reader's panes and the report list it."""
_NAMED = {"reported": "reported speech", "number": "figure", "when": "date or time"}
"""What the help and messages call it, where that is not the option's own word."""

_CITED = {"title": "title", "byline": "author", "published": "date", "publication": "publication", "url": "address"}
"""The facts that citations print, with what they are called."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    import argparse

    parser = commands.add_parser(
        "cite",
        help="print a citation of a quote, person, organisation, number or sentence",
        description="Print a citation of what is named by its number in `pullquote cite --list`; several are\n"
        "cited together, in the order of the article. Without INPUT: the bundled article.\n\n"
        "The numbers are those of the report (`pullquote --plain`), and count the rows of the reader's panes\n"
        "as they stand when nothing is sorted or switched on: a figure that is given twice is one row, cited\n"
        "where it stands first; dates and times have numbers of their own.",
        epilog="styles:\n" + "\n".join(f"  {name:<14} {title}" for name, title in STYLES.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    inputs.add_inputs(parser)
    for kind in _KINDS:
        named = kind in ("person", "organisation")
        parser.add_argument(
            f"--{kind}",
            metavar="N|NAME" if named else "N",
            action="append",
            default=[],
            help=f"the {_NAMED.get(kind, kind)} with this number{' or name' if named else ''}; "
            "may be given several times",
        )
    parser.add_argument(
        "--style", choices=tuple(STYLES), metavar="STYLE", help="one of the styles below; default: settings"
    )
    parser.add_argument("--accessed", metavar="DATE", help="day the address was visited; default: today")
    parser.add_argument("--list", action="store_true", help="list what can be cited, with its numbers")
    parser.add_argument("--copy", action="store_true", help="copy it as well, and say on standard error what became")
    details.add_options(parser)
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    """Print the citation or the list; returns the exit status."""
    if not options.list and not any(getattr(options, kind) for kind in _KINDS):
        options.parser.error("name what to cite, as in --quote 3, or see what there is with --list")
    from tui import settings
    from tui.cli.plain import analysis_of
    from tui.domain.once import counted_once
    from tui.library.details import with_details

    chosen = settings.load()
    accessed = _accessed(options.accessed)
    document = with_details(_article(options))
    document = document.with_facts(details.given(options).over(document.facts))
    analysis = counted_once(document, analysis_of(document))  # numbered as the reader lists them
    if options.list:
        for line in _listing(document, analysis):
            print(line)  # noqa: T201
        return 0
    from tui.citation import cite

    found = _found(options, document, analysis)
    text = cite(document, analysis, found, options.style or chosen.citation_style, accessed)
    print(text)  # noqa: T201
    if guessed := _guessed(document):
        print(f"pullquote: Please check {guessed}.", file=sys.stderr)  # noqa: T201
    if options.copy:
        from tui.clipboard import copy

        copied = copy(text, way=chosen.clipboard)
        print(f"pullquote: {copied.message}", file=sys.stderr)  # noqa: T201
        return 1 if copied.way == "file" and copied.path is None else 0
    return 0


def _article(options: argparse.Namespace) -> Document:
    from tui.domain.text import Document

    named = inputs.sources(options) or [bundled_article()]
    opened = inputs.open_inputs(named, options.kept)
    if not isinstance(opened, Document):
        raise ReaderError(f"There are {len(opened.entries)} {opened.noun} there: name one article to cite.", "Several")
    return opened


def _guessed(document: Document) -> str:
    """The facts in a citation that are guesses, in words: "the date, 2024-03-05 (the file's metadata)"; "" for none."""
    from tui.ingest.display import safe

    told = []
    for fact, name in _CITED.items():
        found, value = document.facts.where(fact), getattr(document.facts, fact)
        if value and found is not None and not found.sure:
            told.append(f"the {name}, {safe(value)!r} ({found.where})")
    return "; ".join(told)


def _accessed(given: str | None) -> date:
    from datetime import date

    if given is None:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise ReaderError(f"{given!r} is no date: write 2024-03-15.", "Date") from None


def _found(options: argparse.Namespace, document: Document, analysis: Analysis) -> list[Citable]:
    """The findings that the options name. Raises ReaderError for one that is not there."""
    return [_one(kind, there, name) for kind, there in _all(document, analysis) for name in getattr(options, kind)]


def _all(document: Document, analysis: Analysis) -> Iterator[tuple[str, Sequence[Citable]]]:
    from tui.domain.comparing import amounts, times
    from tui.domain.importance import by_importance

    yield "quote", [quote for quote in analysis.quotes if quote.holds_own_words]
    yield "reported", [quote for quote in analysis.quotes if not quote.holds_own_words]
    yield "person", by_importance(analysis.people, analysis, document)
    yield "organisation", by_importance(analysis.organisations, analysis, document)
    yield "number", [mentions[0] for mentions in amounts(analysis.numbers)]
    yield "when", [mentions[0] for mentions in times(analysis.numbers)]
    yield "sentence", document.sentences


def _one(kind: str, findings: Sequence[Citable], name: str) -> Citable:
    if name.strip().lstrip("-").isdecimal():
        number = int(name)
        if 1 <= number <= len(findings):
            return findings[number - 1]
        there = f"there are {len(findings)}" if findings else "there is none"
        raise ReaderError(f"There is no {_NAMED.get(kind, kind)} {number}: {there}; see --list.", "Not found")
    wanted = _folded(name)
    if kind in ("person", "organisation") and wanted:
        matching = [finding for finding in findings if wanted in _folded(_name(finding))]
        exact = [finding for finding in matching if _folded(_name(finding)) == wanted]
        if len(exact or matching) == 1:
            return (exact or matching)[0]
        if matching:
            several = ", ".join(_safe(_name(finding)) for finding in matching)
            raise ReaderError(f"{name!r} fits several: {several}.", "Not clear")
        raise ReaderError(f"There is no {kind} called {name!r}; see --list.", "Not found")
    raise ReaderError(f"--{kind} wants a number, not {name!r}; see --list.", "Not a number")


def _name(finding: Citable) -> str:
    named: Person | Organisation = finding  # type: ignore[assignment]
    return named.name


def _folded(name: str) -> str:
    """A name for comparing: neither capitals nor accents nor the kind of apostrophe count, which are hard to type."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name.strip().casefold().replace("’", "'"))
    return "".join(character for character in plain if not unicodedata.combining(character))


def _listing(document: Document, analysis: Analysis) -> Iterator[str]:
    """Every finding on a line: its number, its words, who, its paragraph."""
    from tui.citation import passage_of
    from tui.domain.cue_words import telling
    from tui.domain.findings import Quote

    for kind, findings in _all(document, analysis):
        yield _KINDS[kind]
        width = len(str(len(findings)))
        for number, finding in enumerate(findings, 1):
            passage = passage_of(document, analysis, finding)
            words = passage.words.replace("\n\n", " ")
            if kind in ("person", "organisation"):
                words = passage.who
            elif kind in ("number", "when"):
                words = " ".join(document.slice(passage.target).split())
            elif isinstance(finding, Quote) and finding.reported:  # its citation is the whole sentence
                words = " ".join((telling(finding, document) + document.slice(finding.span)).split())
            who = f" — {passage.credit}" if kind in ("quote", "reported") and passage.credit else ""
            yield f"  {number:>{width}}  {_safe(words)}{who}  ¶ {passage.paragraph}"
        if not findings:
            yield "  none"
        yield ""


def _safe(words: str) -> str:
    from tui.ingest.display import safe

    return safe(words)
