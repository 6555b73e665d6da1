"""What the commands read: files, folders, addresses, standard input, the clipboard; what is fetched is kept."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tui.errors import ReaderError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from tui.domain.text import Document
    from tui.ingest.choices import Choices
    from tui.ingest.fetch import Fetched

_MOMENT = 0.7
"""Seconds after which a reader wonders."""
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
    from tui.ingest.sources import open_several

    return open_several(named, partial(open_input, kept=kept))


def open_input(source: str, kept: bool = False) -> Document | Choices:
    """One input; with `kept`, an address as it was fetched last. A terminal is told where it takes a while."""
    from tui.ingest.sources import open_fetched, open_source

    if not kept:
        try:
            with _patience(source):
                return open_source(source, keep=keep)
        except ReaderError as error:
            if (moment := _kept_since(source)) is None:
                raise
            raise ReaderError(
                f"{error.message} What was fetched on {moment} is kept: see --kept.", error.title
            ) from None
    from tui.library.fetched import versions

    found = versions(source)
    if not found:
        raise ReaderError(f"Nothing is kept of {source!r}: it has not been fetched here before.", "Not found")
    return open_fetched(found[0], keep=keep)


def _kept_since(source: str) -> str | None:
    """The day on which an address was fetched last, if that is kept."""
    from tui.ingest.sources import is_address

    if not is_address(source):
        return None
    from tui.library.fetched import versions

    found = versions(source)
    return found[0].moment[:10] if found else None


@contextmanager
def _patience(source: str) -> Iterator[None]:
    """Say on a terminal what is being opened, once that takes longer than a moment; the line goes when it is done."""
    if threading.current_thread() is not threading.main_thread() or not sys.stderr.isatty():
        yield
        return
    from tui.ingest.display import safe

    said = threading.Event()

    def say() -> None:
        said.set()
        sys.stderr.write(f"Opening {safe(source)[:60]} …\r")
        sys.stderr.flush()

    timer = threading.Timer(_MOMENT, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if said.is_set():
            sys.stderr.write("\x1b[K")
            sys.stderr.flush()


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
