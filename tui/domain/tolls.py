"""What befell the people whom a figure counts: the tolls of an event."""

from __future__ import annotations

FATES = {
    "dead": ("die", "kill", "perish", "drown", "slay", "murder", "dead", "killed"),
    "injured": ("injure", "wound", "hurt", "maim", "injured", "wounded"),
    "missing": ("missing",),
    "arrested": ("arrest", "detain"),
    "evacuated": ("evacuate", "displace"),
    "infected": ("infect",),
}
"""What a figure may say of the people it counts (`Number.about`), and the words that say it: a toll of an event."""
