"""What the reader looks like, wide and narrow, dark and light.

Where a change of looks is meant, make the pictures anew with `pytest tests/snapshots --snapshot-update`, look at them,
and commit them with the change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import harbour
import pytest

from tui.settings import Settings
from tui.ui.app import ReaderApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.domain.findings import Analysis

WIDE, NARROW = (120, 40), (80, 24)


class Silent:
    """A client whose process never says anything."""

    def listen(self, hear: object) -> None:
        """Nothing comes."""

    def close(self) -> None:
        """Nothing to end."""


def app(analysis: Analysis | None = None, **settings: str) -> ReaderApp:
    client = None if analysis else Silent()
    return ReaderApp(harbour.document(), analysis, client, settings=Settings(**settings))  # type: ignore[arg-type]


async def _settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        pytest.param("", WIDE, ["3", "j", "j"], id="wide-quote"),
        pytest.param("textual-light", WIDE, ["1", "j", "n"], id="wide-light-person"),
        pytest.param("", WIDE, ["r", "x", "3", "G"], id="wide-everything-in-marks"),
        pytest.param("", NARROW, [], id="narrow-article"),
        pytest.param("", NARROW, ["3", "j", "j"], id="narrow-quote"),
        pytest.param("", NARROW, ["3", "G", "o"], id="narrow-candidates"),
        pytest.param("textual-light", NARROW, ["4", "j"], id="narrow-light-number"),
        pytest.param("", (40, 15), ["1", "j"], id="tiny"),
        pytest.param("ink", (200, 60), ["a", "1", "j", "n"], id="large-ink-marked"),
        pytest.param("paper", (60, 20), ["2", "o"], id="small-paper-dossier"),
    ],
)
def test_reader_looks_the_same(
    snap_compare: Callable[..., bool], theme: str, size: tuple[int, int], keys: list[str]
) -> None:
    analysis = harbour.analysis(harbour.document())
    assert snap_compare(app(analysis, theme=theme), press=keys, terminal_size=size, run_before=_settle)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_reader_looks_the_same_while_the_analysis_runs(
    snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    assert snap_compare(app(), press=["2"], terminal_size=size, run_before=_settle)
