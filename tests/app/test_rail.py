"""The rail is shared by need: a short list takes no room that a long one could use."""

from __future__ import annotations

import pytest

from tui.ui.screens.going import shares

WEIGHTS = {"people": 1, "organisations": 1, "quotes": 2, "numbers": 1}


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        ((50, 50, 50, 50), ("1fr", "1fr", "2fr", "1fr")),
        ((5, 4, 50, 50), ("5", "4", "2fr", "1fr")),
        ((5, 4, 20, 6), ("5", "4", "20", "1fr")),
        ((10, 3, 14, 50), ("10", "3", "14", "1fr")),
    ],
)
def test_heights_are_shared_by_need(needs: tuple[int, ...], expected: tuple[str, ...]) -> None:
    heights = shares(38, dict(zip(WEIGHTS, needs, strict=True)), WEIGHTS)
    assert tuple(heights[kind] for kind in WEIGHTS) == expected
