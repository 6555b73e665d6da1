"""What the commands read: files, folders, addresses, standard input, the clipboard; what is fetched is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.errors import ReaderError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from tui.domain.text import Document
    from tui.ingest.choices import Choices
    from tui.ingest.fetch import Fetched

WHAT = (
    "a text, Markdown, HTML, PDF, EPUB, mail, feed or WARC file, a folder of them, an http(s) address, "
    "or '-' for standard input"
)
"""What an input may be, for the help."""


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name inputs: INPUT…, --clipboard, --kept."""
    parser.add_argument("files", nargs="*", metavar="INPUT", help=WHAT)
    parser.add_argument("--clipboard", action="store_true", help="read the text, or the address, in the clipboard")
    parser.add_argument(
        "--kept", action="store_true", help="read an address as it was fetched last, without asking for it again"
    )


def sources(options: argparse.Namespace) -> list[str]:
    """The inputs that the options name, the clipboard last."""
    named: list[str] = list(options.files)
    if options.clipboard:
        from tui.ingest.sources import CLIPBOARD

        named.append(CLIPBOARD)
    return named


def open_inputs(named: Sequence[str], kept: bool = False) -> Document | Choices:
    """The document, or what there is to choose from. Raises ReaderError where the only input cannot be read."""
    if len(named) == 1:
        return open_input(named[0], kept)
    from tui.ingest.sources import open_several

    return open_several(named, keep=keep)


def open_input(source: str, kept: bool = False) -> Document | Choices:
    """One input; with `kept`, an address as it was fetched last."""
    from tui.ingest.sources import open_fetched, open_source

    if not kept:
        return open_source(source, keep=keep)
    from tui.library.fetched import versions

    found = versions(source)
    if not found:
        raise ReaderError(f"Nothing is kept of {source!r}: it has not been fetched here before.", "Not found")
    return open_fetched(found[0], keep=keep)


def documents(named: Sequence[str], kept: bool = False) -> Iterator[Document | ReaderError]:
    """Every document in the inputs, one after another; in the place of one that cannot be read, what is wrong."""
    for source in named:
        yield from _all(partial(open_input, source, kept))


def _all(opener: Callable[[], Document | Choices]) -> Iterator[Document | ReaderError]:
    from tui.ingest.choices import Choices

    try:
        opened = opener()
    except ReaderError as error:
        yield error
        return
    if isinstance(opened, Choices):
        for entry in opened.entries:  # opened when its turn comes: a folder may be large
            yield from _all(entry.open)
    else:
        yield opened


def keep(fetched: Fetched) -> None:
    """Keep what was fetched, so that a citation can be checked later."""
    from tui.library.fetched import keep as keep_fetched

    keep_fetched(fetched)
