"""From an article to the running reader: the kept analysis or the child that makes one, the app, the terminal.

The order is that of what a reader waits for. The first page is on screen already, where there could be one; then the
analysis starts, in a process of its own, and only then is Textual imported, while that is at work.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from tui.errors import ReaderError

if TYPE_CHECKING:
    from tui.domain.findings import Analysis
    from tui.domain.text import Document
    from tui.ingest.choices import Choices
    from tui.settings import Settings
    from tui.ui.analysis_client import AnalysisClient
    from tui.ui.app import ReaderApp
    from tui.ui.first_page import Terminal


def open_first(source: str, terminal: Terminal) -> int:
    """Go on from the first page of the file `source`, which is on `terminal`; returns the exit status."""
    gc.disable()  # what is made at the start stays: looking for garbage in it would only cost the first frame time
    from tui.ingest.plain import open_document
    from tui.settings import load

    try:
        settings = load()
        begun = _begin(terminal.text, settings) if terminal.text is not None else None
        return run_reader(open_document(source), settings, terminal, begun)
    except ReaderError as error:
        terminal.restore()  # or what is said would go with the alternate screen
        print(f"pullquote: {error.message}", file=sys.stderr)  # noqa: T201
        return 1


def run_reader(
    document: Document | Choices,
    settings: Settings,
    terminal: Terminal | None = None,
    begun: tuple[Analysis | None, AnalysisClient | None] | None = None,
    *,
    mouse: bool = True,
) -> int:
    """Run the reader on `document`, or on the list to choose from, until the user quits; returns the exit status.

    `begun` is what `_begin` gave for its text, if that has been called. Raises ReaderError where the app cannot start.
    """
    gc.disable()
    if terminal is None:  # else it was seen to when the first page was shown
        from tui.ui.leaving import leave_in_order

        leave_in_order()
    from tui.ui.look import saved_path

    first = not os.path.exists(saved_path())  # noqa: PTH110 - written at every first start
    analysis, client = begun or _begin_with(document, settings)
    app = _app_class()(
        document,
        analysis,
        client,
        settings=settings,
        keep=lambda article, found: _keep(article, found, settings),
        lookup=lambda article: _lookup(article, settings),
    )
    app.terminal = terminal
    if first:
        app.welcome()
    app.run(mouse=mouse and settings.mouse)
    return app.return_code or 0


def _app_class() -> type[ReaderApp]:
    """The app. Raises ReaderError where it cannot be imported."""
    # asyncio does without TLS where there is none; nobody here wants it of asyncio, and it takes a tenth of the import
    without_tls = "ssl" not in sys.modules
    if without_tls:
        sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        from tui.ui.app import ReaderApp
    except ImportError as error:
        raise ReaderError(f"The reader cannot start: {error}. Install pullquote anew.", "Installation") from None
    finally:
        if without_tls:
            del sys.modules["ssl"]
    return ReaderApp


def _begin(text: str, settings: Settings) -> tuple[Analysis | None, AnalysisClient | None]:
    """The kept analysis of `text`; or, where there is none, the client of a child process that is making one."""
    from tui.library.kept import lookup

    analysis = lookup(text, settings.model)
    if analysis is not None:
        return analysis, None
    from tui.ui.analysis_client import AnalysisClient

    client = AnalysisClient(settings.model or None)
    client.analyse(text)
    return None, client


def _begin_with(document: Document | Choices, settings: Settings) -> tuple[Analysis | None, AnalysisClient | None]:
    """The same for a document whose structure its text alone does not tell; while there is a choice, the process
    starts, so that its model is loaded when the choice is made."""
    from tui.ingest.choices import Choices
    from tui.ui.analysis_client import AnalysisClient

    if isinstance(document, Choices):
        client = AnalysisClient(settings.model or None)
        client.start()
        return None, client
    analysis = _lookup(document, settings)
    if analysis is not None:
        return analysis, None
    from tui.domain.contract import document_to_dict

    client = AnalysisClient(settings.model or None)
    client.analyse(document.text, document_to_dict(document))
    return None, client


def _lookup(document: Document, settings: Settings) -> Analysis | None:
    from tui.analysis.other_languages import kept_under
    from tui.library.kept import lookup

    return lookup(document.text, kept_under(document, settings.model))


def _keep(document: Document, analysis: Analysis, settings: Settings) -> None:
    from tui.analysis.other_languages import kept_under
    from tui.library.kept import keep

    keep(document.text, analysis, kept_under(document, settings.model))
