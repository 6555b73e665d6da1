"""The README says what the program does."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "packaging"))

from readme_keys import README, table


def test_table_of_keys_is_that_of_the_commands() -> None:
    assert table() in README.read_text(encoding="utf-8"), "run python tests/packaging/readme_keys.py"
