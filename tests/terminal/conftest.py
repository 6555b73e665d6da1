"""A place for each terminal test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def place() -> Iterator[Place]:
    """A folder, a home and an article of the test's own."""
    made = Place()
    try:
        yield made
    finally:
        made.close()
