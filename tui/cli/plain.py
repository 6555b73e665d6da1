"""`pullquote --plain FILE`, and `pullquote FILE` where nothing can be drawn: the report instead of the reader."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.domain.findings import Analysis
    from tui.domain.text import Document


def wanted(asked: bool) -> bool:
    """Whether the report is to be printed: it was asked for, or the output is no terminal on which to draw."""
    if os.environ.get("TEXTUAL_DRIVER"):  # a browser draws
        return asked
    return asked or not sys.stdout.isatty() or os.environ.get("TERM", "dumb") in ("dumb", "")


def print_report(document: Document) -> int:
    """Print the report of `document` on standard output; returns the exit status."""
    from tui.export.report import WIDTH, write_report
    from tui.ingest.display import terminal_is_ascii
    from tui.ingest.stand_ins import register

    analysis = analysis_of(document)
    handler = register()
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="ascii" if terminal_is_ascii() else None, errors=handler)
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal() else WIDTH
    write_report(document, analysis, sys.stdout, width=width)
    sys.stdout.flush()
    return 0


def analysis_of(document: Document) -> Analysis:
    """The kept analysis of `document`, or a new one, which is then kept. Progress goes to a terminal's stderr."""
    from tui import settings
    from tui.analysis.other_languages import kept_under
    from tui.library import kept

    model = settings.load().model
    key = kept_under(document, model)
    if (known := kept.lookup(document.text, key)) is not None:
        return known
    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Analysis

    analysis = Analysis()
    with _progress() as tell:
        for share, found in Analyser(model or None).stream(document):
            tell(f"reading, {share:.0%}")
            analysis = found or analysis
    kept.keep(document.text, analysis, key)
    return analysis


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Something to tell progress to; it reaches nobody where standard error is no terminal."""
    if not sys.stderr.isatty() or os.environ.get("TERM", "dumb") in ("dumb", ""):
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield status.update
