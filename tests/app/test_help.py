"""The help says all there is to say of every command, at any width."""

from __future__ import annotations

import pytest

from tui.ui.commands import COMMANDS
from tui.ui.screens.help import help_text


@pytest.mark.parametrize("width", [31, 45, 69, 89, 105])
def test_help_says_all_of_every_command(width: int) -> None:
    text = help_text({}, width).plain
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    there = set(text.split())
    for command in COMMANDS:
        assert set(f"{command.title} {command.help}".split()) <= there, command.id
