"""The app: one article, its screen, and the line to the analysis process."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.message import Message

from tui.domain.contract import document_to_dict
from tui.domain.findings import Analysis
from tui.domain.once import counted_once
from tui.errors import ReaderError
from tui.ingest.choices import Choices
from tui.resources import bundled
from tui.settings import Settings
from tui.ui import preferences
from tui.ui.analysis_client import AnalysisClient, Event, Failed, Progressed, Restarted
from tui.ui.commands import COMMANDS as ALL_COMMANDS
from tui.ui.commands import keys_of
from tui.ui.quiet_start import QuietStart
from tui.ui.screens.reader import ReaderScreen
from tui.ui.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import Screen

    from tui.domain.text import Document
    from tui.ui.screens.chooser import ChooserScreen


class ReaderApp(QuietStart):
    """Shows one article. Ends the analysis process when it ends."""

    TITLE = "pullquote"
    CSS_PATH: ClassVar = f"{bundled('styles')}/reader.tcss"
    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = True

    class Heard(Message):
        """The analysis process has something to tell."""

        def __init__(self, event: Event) -> None:
            super().__init__()
            self.event = event

    def __init__(
        self,
        document: Document | Choices,
        analysis: Analysis | None = None,
        client: AnalysisClient | None = None,
        *,
        settings: Settings | None = None,
        keep: Callable[[Document, Analysis], object] | None = None,
        lookup: Callable[[Document], Analysis | None] | None = None,
    ) -> None:
        """Show `document`, or the list of what there is to choose from.

        `analysis` is a finished one, if there is one; else `client`, or a new one, is asked for it. A `client` that was
        given has been handed the text already, unless there is a choice. `keep` is called with a finished analysis, on
        a thread of its own; `lookup` gives the one that was kept of an article chosen later.
        """
        # the style of a screen is read when it is pushed, and so not for the one at the bottom
        choosing = [str(self.CSS_PATH), f"{bundled('styles')}/chooser.tcss"] if isinstance(document, Choices) else None
        super().__init__(css_path=choosing)  # type: ignore[arg-type]
        self.animation_level = "none"
        self.document = None if isinstance(document, Choices) else document
        """The article that is shown."""
        self._choices = document if isinstance(document, Choices) else None
        self.settings = settings or Settings()
        self._known = analysis
        self._client = client
        self._keep = keep
        self._lookup = lookup
        self._awaited = True
        """Whether what the analysis process tells is of the article that is shown."""
        self.settings, self._complaint = preferences.use(self, self.settings)
        self._reader = None if self.document is None else self._screen_of(self.document, analysis)

    def get_default_screen(self) -> Screen[None]:
        """The reader, or the list to choose from, rather than an empty screen below it."""
        return self._chooser(self._choices) if self._choices is not None else self.reader

    @staticmethod
    def _chooser(choices: Choices) -> ChooserScreen:
        from tui.ui.screens.chooser import ChooserScreen  # what most articles never need

        return ChooserScreen(choices)

    def welcome(self) -> None:
        """Say what to begin with, unless there is something else to say."""
        if self._reader is not None and not self._reader.note:
            self._reader.set_reactive(ReaderScreen.note, preferences.WELCOME)

    @property
    def reader(self) -> ReaderScreen:
        """The reader screen, once there is one."""
        assert self._reader is not None
        return self._reader

    def _screen_of(self, document: Document, analysis: Analysis | None, choices: Choices | None = None) -> ReaderScreen:
        """The reader of an article, with the details that were set for it."""
        from tui.library.details import with_details

        fault = self._complaint
        try:
            document = with_details(document)
        except ReaderError as error:  # no reason not to read
            fault = error.message
        known = counted_once(document, analysis) if analysis else None
        reader = ReaderScreen(document, self.settings, known, choices)
        if fault:
            reader.set_reactive(ReaderScreen.note, fault)
        return reader

    def on_chooser_screen_opened(self, message: ChooserScreen.Opened) -> None:
        """Show what was chosen: an article in the reader, or a further list."""
        if isinstance(message.opened, Choices):
            self.push_screen(self._chooser(message.opened))
            return
        self.document = message.opened
        known = self._lookup(self.document) if self._lookup is not None else None
        self._reader = self._screen_of(self.document, known, message.choices)
        self.push_screen(self._reader)
        self.call_after_refresh(self._offer)
        self._awaited = known is None  # else the process may still be at the article before
        if known is None:
            self._analyse(self.document)

    def _analyse(self, document: Document) -> None:
        """Have `document` analysed, by the process that is there already if there is one."""
        new = self._client is None
        self._client = self._client or AnalysisClient(self.settings.model or None)
        self._client.analyse(document.text, document_to_dict(document))
        if new:
            self._client.listen(self._hear)

    def on_mount(self) -> None:
        """Have the article analysed, unless that is done already."""
        if self._known is not None:
            return
        if self._client is not None:
            self._client.listen(self._hear)
        elif self.document is not None:
            self._analyse(self.document)

    def _hear(self, event: Event) -> None:
        """On the client's thread: hand an event over to the app's."""
        self.post_message(self.Heard(event))

    def at_leisure(self) -> None:
        """Write down what the reader looks like, for the first page of the next start."""
        if self._reader is not None:
            from tui.ui.look_saver import save_look

            save_look(self, self._reader)
            self._offer()

    def _offer(self) -> None:
        from tui.ui import leaving, returning

        returning.offer(self.reader)
        if not self.is_headless:
            leaving.wish = partial(returning.keep_place, self.reader)

    async def action_quit(self) -> None:
        """End, and note where the article is left."""
        reader = self._reader
        if reader is not None and reader.is_attached:
            from tui.ui.returning import keep_place

            keep_place(reader)
        await super().action_quit()

    def on_unmount(self) -> None:
        """End the analysis process."""
        if self._client is not None:
            self._client.close()

    def on_reader_app_heard(self, message: Heard) -> None:
        """Pass on what the analysis process tells."""
        reader, document, event = self._reader, self.document, message.event
        if reader is None or document is None or not self._awaited or not reader.is_attached:
            return  # the article has been left
        if isinstance(event, Progressed):
            if self._client is not None and event.job and event.job != self._client.job:
                return  # of the article before
            # a process started anew begins again: what is shown already stays until there is more
            if event.analysis is not None and (event.done or event.share >= reader.share_shown):
                reader.share_shown = event.share
                reader.analysis = counted_once(document, event.analysis)
            reader.stage = Stage(event.share, event.seconds_left, over=event.done)
            if event.done and event.analysis is not None and self._keep is not None:
                self.run_worker(partial(self._keep, document, event.analysis), thread=True, exit_on_error=False)
        elif isinstance(event, Restarted):
            reader.stage = Stage()
            reader.note = event.message
        elif isinstance(event, Failed):
            reader.stage = Stage(reader.stage.share, over=True, failed=event.message)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the one list of commands."""
        if self._reader is None or screen is not self._reader:
            return
        for command in ALL_COMMANDS:
            if command.palette:
                action = partial(self._reader.run_action, command.action)
                keys = "  ".join(keys_of(command, self._reader.settings.keys))
                yield SystemCommand(command.title, " · ".join(filter(None, (keys, command.help))), action)

    def action_command_palette(self) -> None:
        """Open the palette, where it has something to offer: over the reader."""
        if self.screen is self._reader:
            super().action_command_palette()

    def copy_to_clipboard(self, text: str) -> None:
        """Textual's own copying, by our way to the clipboard."""
        if self._reader is not None:
            self._reader.copy(text, "Text")
