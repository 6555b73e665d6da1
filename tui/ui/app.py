"""The app: one article, its screen, and the line to the analysis process."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.message import Message

from tui.domain.findings import Analysis
from tui.resources import bundled
from tui.settings import Settings
from tui.ui.analysis_client import AnalysisClient, Event, Failed, Progressed, Restarted
from tui.ui.commands import COMMANDS as ALL_COMMANDS
from tui.ui.look_saver import save_look
from tui.ui.quiet_start import QuietStart
from tui.ui.screens.reader import ReaderScreen
from tui.ui.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import Screen

    from tui.domain.text import Document


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
        document: Document,
        analysis: Analysis | None = None,
        client: AnalysisClient | None = None,
        *,
        settings: Settings | None = None,
        keep: Callable[[Analysis], object] | None = None,
    ) -> None:
        """Show `document`.

        `analysis` is a finished one, if there is one; else `client`, or a new one, is asked for it. A `client` that was
        given has been handed the text already. `keep` is called with a finished analysis, on a thread of its own.
        """
        super().__init__()
        self.animation_level = "none"
        self.document = document
        self.settings = settings or Settings()
        self._known = analysis
        self._client = client
        self._keep = keep
        self._reader = ReaderScreen(document, self.settings, analysis)
        if self.settings.theme in self.available_themes:
            self.theme = self.settings.theme
        if self.settings.keys:
            self.set_keymap(self.settings.keys)

    def get_default_screen(self) -> Screen[None]:
        """The reader, rather than an empty screen below it."""
        return self.reader

    @property
    def reader(self) -> ReaderScreen:
        """The reader screen."""
        return self._reader

    def on_mount(self) -> None:
        """Have the article analysed, unless that is done already."""
        if self._known is not None:
            return
        if self._client is None:
            self._client = AnalysisClient(self.settings.model or None)
            self._client.analyse(self.document.text)
        self._client.listen(self._hear)

    def _hear(self, event: Event) -> None:
        """On the client's thread: hand an event over to the app's."""
        self.post_message(self.Heard(event))

    def at_leisure(self) -> None:
        """Write down what the reader looks like, for the first page of the next start."""
        save_look(self, self._reader)

    def on_unmount(self) -> None:
        """End the analysis process."""
        if self._client is not None:
            self._client.close()

    def on_reader_app_heard(self, message: Heard) -> None:
        """Pass on what the analysis process tells."""
        reader, event = self._reader, message.event
        if isinstance(event, Progressed):
            if event.analysis is not None:
                reader.analysis = event.analysis
            reader.stage = Stage(event.share, event.seconds_left, over=event.done)
            if event.done and event.analysis is not None and self._keep is not None:
                self.run_worker(partial(self._keep, event.analysis), thread=True, exit_on_error=False)
        elif isinstance(event, Restarted):
            reader.stage = Stage()
            reader.note = event.message
        elif isinstance(event, Failed):
            reader.stage = Stage(reader.stage.share, over=True, failed=event.message)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the one list of commands, and Textual's choice of themes."""
        if screen is not self._reader:
            return
        for command in ALL_COMMANDS:
            if command.palette:
                action = partial(self._reader.run_action, command.action)
                yield SystemCommand(command.title, command.help, action)
        yield SystemCommand("Choose a theme", "Colours, light and dark.", self.action_change_theme)

    def copy_to_clipboard(self, text: str) -> None:
        """Textual's own copying, by our way to the clipboard."""
        self._reader.copy(text, "Text")
