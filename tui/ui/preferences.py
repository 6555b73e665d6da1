"""What the settings and the terminal ask of the app: theme, keys, signs, colours. What cannot be had is said."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.ingest.display import plain, terminal_is_ascii

if TYPE_CHECKING:
    from textual.app import App

    from tui.settings import Settings


WELCOME = "Welcome. 1 2 3 4 list who and what is here; ? lists every key."
"""What the first start says, until something is done."""


def use(app: App[None], settings: Settings) -> tuple[Settings, str]:
    """Give `app` the theme and the keys of `settings`; (what of them is in use, what is wrong with the rest)."""
    complaints = []
    _suit_terminal(app, settings)
    if settings.theme:
        from tui.ui.themes import OWN, register

        if settings.theme in OWN:
            register(app)
        if settings.theme in app.available_themes:
            app.theme = settings.theme
        else:
            complaints.append(f"There is no theme “{plain(settings.theme)}”; T lists them.")
    if settings.keys:
        from tui.ui.keys import usable

        keys, complaint = usable(settings.keys)
        settings = replace(settings, keys=keys)
        app.set_keymap(keys)
        if complaint:
            complaints.append(plain(complaint))
    return settings, " ".join(complaints)


def _suit_terminal(app: App[None], settings: Settings) -> None:
    """Use no more signs and colours than the terminal has and the user wants."""
    if app.no_color:
        from tui.ui.plain_marks import NoColours

        os.environ["NO_COLOR"] = "1"  # Textual takes it away, and what is started from here should know too
        app._filters.append(NoColours())
    if settings.marks == "ascii":
        from tui.ui.plain_marks import AsciiMarks

        app._filters.append(AsciiMarks())
    elif settings.marks == "auto" and os.environ.get("TERM", "").startswith("linux"):
        from tui.ui.plain_marks import ConsoleMarks

        app._filters.append(ConsoleMarks())
    output = sys.__stderr__  # what Textual draws on
    if output is None or not hasattr(output, "reconfigure") or settings.marks == "unicode":
        return
    ascii_only = terminal_is_ascii()
    if ascii_only or (output.encoding or "").lower().replace("-", "") != "utf8":
        from tui.ingest.stand_ins import register

        output.reconfigure(encoding="ascii" if ascii_only else None, errors=register())
