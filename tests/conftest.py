"""Fixtures for every test: the seed article, and the model, which is loaded once a session."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tui.ingest.plain import open_document
from tui.resources import bundled_article

if TYPE_CHECKING:
    from pathlib import Path

    from tui.analysis.pipeline import Analyser
    from tui.domain.findings import Analysis
    from tui.domain.text import Document

# what the person who runs the tests has set must not decide how they end
for _variable in ("NO_COLOR", "TMUX", "STY", "SSH_TTY", "SSH_CONNECTION", "COLUMNS", "LINES", "PULLQUOTE_MODEL"):
    os.environ.pop(_variable, None)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has settings, cache and data folders of its own."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def seed() -> Document:
    """The bundled article."""
    return open_document(bundled_article())


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """The analysis with its model."""
    from tui.analysis.pipeline import Analyser

    return Analyser()


@pytest.fixture(scope="session")
def seed_analysis(seed: Document, analyser: Analyser) -> Analysis:
    """What is found in the bundled article."""
    return analyser.analyse(seed)
