"""Two themes of our own: ink, dark, and paper, light. Quiet grounds, few colours, each told apart from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.theme import Theme

if TYPE_CHECKING:
    from textual.app import App

INK = Theme(
    name="ink",
    primary="#86b6d6",
    secondary="#bfa5e0",
    accent="#e5b567",
    success="#94c48a",
    warning="#e8a75f",
    error="#e8807c",
    foreground="#e6e1d6",
    background="#15171b",
    surface="#1c1f25",
    panel="#252931",
    dark=True,
)
PAPER = Theme(
    name="paper",
    primary="#2b5a86",
    secondary="#6b4688",
    accent="#dd9136",
    success="#356434",
    warning="#855400",
    error="#a32d28",
    foreground="#1d1915",
    background="#f8f4ea",
    surface="#f0e9da",
    panel="#e7decb",
    dark=False,
)
OWN = {theme.name: theme for theme in (INK, PAPER)}
"""The themes of our own by name."""


def register(app: App[Any]) -> None:
    """Make the themes of our own known to `app`."""
    for theme in OWN.values():
        app.register_theme(theme)
