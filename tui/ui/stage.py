"""How far the analysis of the article is, and what a pane's border says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """A moment of the analysis."""

    share: float = 0.0
    """How much of the text has been read, from 0 to 1."""
    seconds_left: float | None = None
    """Estimate, where one can be made."""
    over: bool = False
    """Whether what has been found is complete, or nothing more will come."""
    failed: str = ""
    """Why nothing more will come."""

    @property
    def note(self) -> str:
        """For a border: "reading 40 % · 12 s left"; "" once it is over."""
        if self.failed:
            return "stopped"
        if self.over:
            return ""
        if self.share <= 0:
            return "reading"
        note = f"reading {self.share:.0%}"
        if self.seconds_left is not None:
            note += f" · {duration(self.seconds_left)} left"
        return note


def duration(seconds: float) -> str:
    """A duration no finer than an estimate deserves: "5 s", "40 s", "3 min"."""
    if seconds < 10:
        return f"{max(1, round(seconds))} s"
    if seconds < 90:
        return f"{round(seconds / 5) * 5} s"
    return f"{round(seconds / 60)} min"
