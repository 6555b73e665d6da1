"""What the first page looks like: the escape sequences of its styles, and how wide its parts are.

The first page is on screen before Textual is there to be asked for colours. So the app writes down what it looks like
in this terminal (see `look_saver`), and the first page of the next start wears that: nothing shifts when the app takes
over, whatever theme, terminal and settings. Before the first start, and where anything has changed since, the app's
own theme is what is assumed. Kept free of imports beyond `os` and `sys`.
"""

from __future__ import annotations

import os
import sys

from tui import __version__

_PARTS = {
    "text": ("", "ink", "paper"),
    "article--title": ("1;", "ink", "paper"),
    "article--standfirst": ("3;", "ink", "paper"),
    "article--byline": ("3;", "muted", "paper"),
    "article--dateline": ("1;", "ink", "paper"),
    "article--heading": ("1;", "ink", "paper"),
    "article--caption": ("3;", "muted", "paper"),
    "article--boilerplate": ("", "faint", "paper"),
    "border": ("", "line", "paper"),
    "border-title": ("1;", "ink", "paper"),
    "border-note": ("", "quiet", "paper"),
    "pane": ("", "quiet", "paper"),
    "status": ("", "ink", "bar"),
    "status-title": ("", "ink", "bar"),
    "hints": ("", "quiet", "paper"),
}
"""What each style is in the app's own theme: attributes, colour of the letters, colour behind them."""
_COLOURS = {
    "truecolor": {
        "ink": "38;2;224;224;224",
        "muted": "38;2;160;160;160",
        "quiet": "38;2;145;145;145",
        "faint": "38;2;108;108;108",
        "line": "38;2;55;55;55",
        "paper": ";48;2;18;18;18",
        "bar": ";48;2;30;30;30",
    },
    "256": {
        "ink": "38;5;253",
        "muted": "38;5;247",
        "quiet": "38;5;245",
        "faint": "38;5;242",
        "line": "38;5;236",
        "paper": ";48;5;233",
        "bar": ";48;5;234",
    },
    "16": {"ink": "97", "muted": "37", "quiet": "37", "faint": "90", "line": "90", "paper": ";40", "bar": ";40"},
}
"""Those colours in the terminals that Rich tells apart. A test compares them with what the app draws."""


STYLES = tuple(_PARTS)
"""Names of the styles: the article and its parts, the panes' borders and words, the two lines below."""


class Look:
    """Styles by name, and the widths that the user has set."""

    __slots__ = ("hints", "measure", "rail", "styles")

    def __init__(
        self, styles: dict[str, str], measure: int = 72, rail: int = 44, hints: dict[int, str] | None = None
    ) -> None:
        """`styles` maps `STYLES` to escape sequences; widths are in cells; `hints` is the last line by its width.

        A rail at the right has a width below zero.
        """
        self.styles = styles
        self.measure = measure
        self.rail = rail
        self.hints = hints or {}


def default() -> Look:
    """The look of the app's own theme, in as many colours as Rich will find that this terminal has."""
    if os.environ.get("NO_COLOR"):
        return Look({name: f"\x1b[{attributes.rstrip(';')}m" for name, (attributes, _, _) in _PARTS.items()})
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        colours = _COLOURS["truecolor"]
    else:
        kind = os.environ.get("TERM", "").strip().lower().rpartition("-")[2]
        colours = _COLOURS["256" if kind in ("256color", "kitty") else "16"]
    return Look(
        {name: f"\x1b[{attributes}{colours[ink]}{colours[paper]}m" for name, (attributes, ink, paper) in _PARTS.items()}
    )


def saved_path() -> str:
    """Where the app writes its look down."""
    folder = os.environ.get("XDG_CACHE_HOME", "").strip()
    if not folder:
        folder = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")  # noqa: PTH111
    return f"{folder}/pullquote/first-page"


def circumstances(settings: str) -> str:
    """Everything that a saved look depends on, in one line; `settings` is the path of the settings file."""
    try:
        stat = os.stat(settings)  # noqa: PTH116
        stamp = f"{stat.st_mtime_ns} {stat.st_size}"
    except OSError:
        stamp = "none"
    terminal = [repr(os.environ.get(name, "")) for name in ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_THEME")]
    return " ".join([__version__, *terminal, stamp])


def load() -> Look:
    """The look that the app has written down, if it still holds; else the default."""
    try:
        with open(saved_path(), encoding="ascii") as file:  # noqa: PTH123
            settings, stamp, measure, rail, *lines = file.read(20_000).splitlines()
        if circumstances(_unescape(settings)) != stamp:
            return default()
        styles, hints = {}, {}
        for line in lines:
            name, _, value = line.partition(" ")
            if name.isdecimal():
                hints[int(name)] = _unescape(value)
            elif value and not value.strip("0123456789;"):
                styles[name] = f"\x1b[{value}m"
        return Look(default().styles | styles, int(measure), int(rail), hints)
    except (OSError, ValueError):
        return default()


def save(look: Look, settings: str) -> None:
    """Write `look` down for the next start. Failure is no matter: the default holds then."""
    lines = [_escape(settings), circumstances(settings), str(look.measure), str(look.rail)]
    lines += [f"{name} {code[2:-1]}" for name, code in look.styles.items()]
    lines += [f"{width} {_escape(line)}" for width, line in look.hints.items()]
    path = saved_path()
    content = "\n".join(lines) + "\n"
    try:
        try:
            with open(path, encoding="ascii") as file:  # noqa: PTH123
                if file.read() == content:
                    return
        except (OSError, ValueError):
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        fresh = f"{path}.{os.getpid()}"
        with open(fresh, "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(content)
        os.replace(fresh, path)  # noqa: PTH105
    except OSError:
        return


def _escape(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")


def _unescape(text: str) -> str:
    return text.encode("ascii").decode("unicode_escape")
