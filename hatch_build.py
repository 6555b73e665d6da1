"""Puts the manual page, made from the command line's parser, where `man` looks for it once the wheel is installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManualPage(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the page into the folder of builds and adds it to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is built. The command line needs nothing installed to be described."""
        sys.path.insert(0, self.root)
        from tui.cli.man import manual_page

        page = Path(self.directory, "pullquote.1")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(manual_page(), encoding="ascii")
        build_data["shared_data"][str(page)] = "share/man/man1/pullquote.1"
