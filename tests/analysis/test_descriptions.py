"""Whom a description stands for: short texts with the speakers of what is in marks, by kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.analysis.test_near_speakers import wrong_speakers

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

_KINDS = Path(__file__).with_name("descriptions.txt").read_text(encoding="utf-8").split("\n=====\n")


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.split("\n")[0].lstrip("# ").replace(" ", "-"))
def test_a_description_stands_for_whom_the_text_says(analyser: Analyser, kind: str) -> None:
    assert not wrong_speakers(analyser, kind)
