"""What the settings ask of the app: theme and keys. What cannot be had is said, and the rest is used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.ui import rows

if TYPE_CHECKING:
    from textual.app import App

    from tui.settings import Settings


def use(app: App[None], settings: Settings) -> tuple[Settings, str]:
    """Give `app` the theme and the keys of `settings`; (what of them is in use, what is wrong with the rest)."""
    complaints = []
    if settings.theme:
        from tui.ui.themes import OWN, register

        if settings.theme in OWN:
            register(app)
        if settings.theme in app.available_themes:
            app.theme = settings.theme
        else:
            complaints.append(f"There is no theme “{rows.plain(settings.theme)}”; T lists them.")
    if settings.keys:
        from tui.ui.keys import usable

        keys, complaint = usable(settings.keys)
        settings = replace(settings, keys=keys)
        app.set_keymap(keys)
        if complaint:
            complaints.append(rows.plain(complaint))
    return settings, " ".join(complaints)
