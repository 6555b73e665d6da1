"""What happens on `/`: words are asked for, found while they are typed, and stepped through with `n` and `N`."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.errors import ReaderError
from tui.ingest.display import plain
from tui.ui import overlay
from tui.ui.search import Matches, find_pattern, find_words
from tui.ui.targets import Choice, target_of
from tui.ui.widgets.ask import Ask

if TYPE_CHECKING:
    from tui.ui.overlay import Overlay
    from tui.ui.screens.going import Spot
    from tui.ui.screens.wayfinding import Wayfinding

_HINT = " Enter stay  ↑↓ step  ^R regex  Esc back"


@dataclass(frozen=True, slots=True)
class Search:
    """A search and where the reader is in it."""

    query: str
    """As typed."""
    matches: Matches
    """Where it is found."""
    at: int = -1
    """Index of the match that the reader is at, or -1."""
    regex: bool = False
    """Whether the query is a regular expression."""


class FindBar(Ask):
    """The line on which words to find are typed."""

    def __init__(self, screen: Wayfinding, query: str, regex: bool) -> None:
        """`query`: what was searched for last, offered again."""
        super().__init__(_label(regex), query, _HINT)
        self.origin: Spot = screen.spot
        """Where the search began: Esc goes back there."""
        self.regex = regex
        self._reader = screen

    def on_ask_changed(self, event: Ask.Changed) -> None:
        """Find while it is typed."""
        event.stop()
        self._find(event.value)

    def on_ask_pressed(self, event: Ask.Pressed) -> None:
        """Do what a key says that is not for typing."""
        event.stop()
        screen = self._reader
        if event.what == "switch":
            self.regex = not self.regex
            self.relabel(_label(self.regex))
            self._find(self.value)
        elif event.what in ("next", "previous"):
            step(screen, 1 if event.what == "next" else -1)
        elif event.what == "left":
            self._take_away()
        else:
            self._close(found=event.what == "enter" and screen.search is not None and bool(screen.search.matches.spans))

    def _find(self, query: str) -> None:
        """Find from where the search began, so that more letters never lead further than need be."""
        screen = self._reader
        try:
            matches = (find_pattern if self.regex else find_words)(screen.document, query)
        except ReaderError as error:
            screen.search = None
            screen.note = error.message
            return
        if not query.strip():
            screen.search = None
            screen.note = ""
            screen._return_to(self.origin, focus=False)
            return
        spans = matches.spans
        begin = bisect_left([span.start for span in spans], self.origin.place)
        search = Search(query, matches, begin % len(spans) if spans else -1, self.regex)
        screen.search = search
        if spans:
            _show(screen, search)
        else:
            screen.set_reactive(type(screen).choice, None)
            screen.article.show(None)
            screen.note = f"“{query}” is not in the article."

    def _take_away(self) -> None:
        self._reader.last_query = (self.value, self.regex)
        self.remove()
        _hints(self._reader, shown=True)

    def _close(self, *, found: bool) -> None:
        screen = self._reader
        self._take_away()
        if found:
            screen._push(self.origin)
            screen._to_article()
        else:
            screen.search = None
            screen.note = ""
            screen._return_to(self.origin)


def _label(regex: bool) -> str:
    return "find regex:" if regex else "find:"


def ask(screen: Wayfinding) -> None:
    """Open the line to type on."""
    if screen.asked is not None:
        return
    query, regex = screen.last_query
    bar = FindBar(screen, query, regex)
    _hints(screen, shown=False)
    bar.open(screen)


def _hints(screen: Wayfinding, *, shown: bool) -> None:
    """Show the key hints, or give their line to what is asked."""
    screen.query_one("KeyHints").display = shown


def step(screen: Wayfinding, steps: int) -> None:
    """Go to the next (1) or previous (-1) match, and round."""
    search = screen.search
    if search is None or not search.matches.spans:
        return
    _show(screen, replace(search, at=(search.at + steps) % len(search.matches.spans)))


def _show(screen: Wayfinding, search: Search) -> None:
    screen.search = search
    screen.note = ""
    span = search.matches.spans[search.at]
    choice = Choice("match", span)
    if screen.choice == choice:
        screen._tell_status()
        screen.article.show(target_of(choice, screen.document))
    else:
        screen.choice = choice


def status(search: Search) -> tuple[tuple[str, str], ...]:
    """What the status line says of a search: "3/17 “harbour”"."""
    count = f"{len(search.matches.spans):,}{'+' if search.matches.cut else ''}"
    return (f"{search.at + 1:,}/{count}", "figure"), (f" {plain(f'“{search.query}”')}", "detail")


def overlay_of(screen: Wayfinding) -> Overlay | None:
    """What is to be marked throughout the article: what was searched for, else everything found."""
    if screen.search is not None:
        known = screen.article.overlay
        matches = screen.search.matches
        return known if isinstance(known, _Marked) and known.matches is matches else _Marked(matches)
    return overlay.of_findings(screen.analysis, reported=screen.reported)


class _Marked(overlay.Overlay):
    """The marks of one search, kept while the reader steps through it."""

    def __init__(self, matches: Matches) -> None:
        super().__init__((span.start, span.end, "article--match") for span in matches.spans)
        self.matches = matches
