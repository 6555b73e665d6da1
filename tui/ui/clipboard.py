"""The clipboard, as the screens use it: with the user's setting, and through the driver that draws the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import settings
from tui.clipboard import Copied
from tui.clipboard import copy as copy_by_way
from tui.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Copied", "copy"]


def copy(text: str, write: Callable[[str], object] | None = None, way: str | None = None) -> Copied:
    """Copy `text`, made safe, and say what became of it; never raises for a clipboard that fails.

    `write` is the running driver's `write`: control sequences may only reach the terminal between its frames. `way`
    forces a way; by default the setting `clipboard` decides. Blocks while a tool works: call it from a thread.
    """
    if way is None:
        try:
            way = settings.load().clipboard
        except ReaderError:
            way = "auto"  # the app has told of the settings' fault when it started
    return copy_by_way(text, write, way)
