"""The reader on an article of our own, with its findings said by hand; nothing is written to any clipboard."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import harbour
import pytest

from tui.ui.app import ReaderApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from textual.pilot import Pilot

    from tui.domain.findings import Analysis
    from tui.domain.text import Document

    Reading = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def article() -> Document:
    """The article of `harbour`."""
    return harbour.document()


@pytest.fixture
def findings(article: Document) -> Analysis:
    """What there is to find in it."""
    return harbour.analysis(article)


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the app copied, in place of a clipboard."""
    from tui.ui import clipboard

    texts: list[str] = []

    def copy(text: str, write: object = None, way: str | None = None) -> clipboard.Copied:
        texts.append(text)
        return clipboard.Copied("Kept by the test.", True, "file", None)

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts


@pytest.fixture
def reading(article: Document, findings: Analysis) -> Reading:
    """Opens the reader: `async with reading(columns, rows, …) as pilot`."""

    @asynccontextmanager
    async def read(columns: int = 120, rows: int = 40, **more: object) -> AsyncIterator[Pilot[None]]:
        app = ReaderApp(**({"document": article, "analysis": findings} | more))  # type: ignore[arg-type]
        async with app.run_test(size=(columns, rows)) as pilot:
            await pilot.pause()
            yield pilot

    return read
