"""What an input holds that is no article yet: chapters, entries, files, records to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.domain.text import Document


@dataclass(frozen=True)
class Choice:
    """One thing to open."""

    title: str
    """What it is called."""
    detail: str
    """What else helps to choose: its size, date or kind."""
    opener: Callable[[], Document | Choices]
    """Opens it; raises ReaderError where that fails. May take as long as a network does."""
    source: str = ""
    """What its document will name as its source."""

    def open(self) -> Document | Choices:
        """The document, or what there is to choose from in it."""
        return self.opener()


@dataclass(frozen=True)
class Choices:
    """A list of things to open, in their order; never empty."""

    title: str
    """What holds them: the book's or the feed's title, the folder's path."""
    noun: str
    """What they are, in the plural: "chapters", "entries", "files"."""
    entries: tuple[Choice, ...]
    """The things to open."""
    source: str = ""
    """Where the list came from."""
