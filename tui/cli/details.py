"""The options that say what an article is: `--title`, `--author`, `--publication`, `--date`, `--url`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import ReaderError

if TYPE_CHECKING:
    import argparse

    from tui.domain.text import Document
    from tui.library.details import Details


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command that reads one article."""
    group = parser.add_argument_group("article details", "what a citation says of the article, over what its text says")
    group.add_argument("--title", metavar="TEXT", help="headline")
    group.add_argument("--author", metavar="NAME", action="append", help="author; may be given several times")
    group.add_argument("--publication", metavar="NAME", help="newspaper or site")
    group.add_argument("--date", metavar="DATE", help="date of publication: 2024-03-15, 2024-03 or 2024")
    group.add_argument("--url", metavar="URL", help="address, http or https")


def given(options: argparse.Namespace) -> Details:
    """What the options set. Raises ReaderError for a date or an address that is none."""
    from tui.library.details import Details

    return Details(*_values(options)).checked()


def _values(options: argparse.Namespace) -> tuple[str | None, ...]:
    author = " and ".join(options.author) if options.author else None
    return options.title, author, options.publication, options.date, options.url


def refuse_for_several(options: argparse.Namespace, count: int) -> None:
    """Raise ReaderError where the options would describe more than one input."""
    if count > 1 and any(option is not None for option in _values(options)):
        raise ReaderError("--title, --author, --publication, --date and --url describe one article: name one input.")


def keep_given(document: Document, options: argparse.Namespace) -> None:
    """Keep what the options set with the article, as if it had been typed in the reader. Raises ReaderError."""
    if any(option is not None for option in _values(options)):
        from tui.library.details import keep_details

        keep_details(document.text, given(options))


def with_kept(document: Document) -> Document:
    """`document` with what has been set for it; a fault of the store is told and does not keep anybody from reading."""
    import sys

    from tui.library.details import with_details

    try:
        return with_details(document)
    except ReaderError as error:
        print(f"pullquote: {error.message}", file=sys.stderr)  # noqa: T201
        return document
